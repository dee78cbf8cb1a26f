"""The program `argmap`, also started by `python -m argmap`."""

import sys

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


if __name__ == "__main__":
    sys.exit(main())
