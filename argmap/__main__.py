"""The program `argmap`, also started by `python -m argmap`."""

import atexit
import contextlib
import os
import sys
from typing import NoReturn

from argmap.cli.streams import guarded
from argmap.version import __version__


def main() -> int:
    """Run the command line; the exit status is 0, 1 for errors in a map, 2 when a command failed."""
    return guarded(_run)


def _run() -> int:
    if sys.argv[1:] == ["--version"]:
        # Scripts ask this often: answered before the command line's library is read.
        print(f"argmap {__version__}")  # noqa: T201 - the program's output
        return 0
    from argmap.cli.entry import run

    return run(sys.argv[1:])


def program() -> NoReturn:
    """Run the command line and end the process with its exit status.

    What a large map is made of is left to the system: to take it apart object by object first takes Python
    longer than some commands run.
    """
    status = main()
    atexit._run_exitfuncs()
    with contextlib.suppress(OSError):  # whoever would read it is gone
        sys.stderr.flush()
    os._exit(status)


if __name__ == "__main__":
    program()
