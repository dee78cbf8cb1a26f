"""What surrounds every command: streams that take any character, and messages in place of tracebacks."""

import os
import sys
from collections.abc import Callable
from io import BufferedWriter, RawIOBase, TextIOWrapper
from typing import TextIO

FAILED = 2
INTERRUPTED = 130  # 128 and the number of SIGINT, as shells count
READER_GONE = 141  # 128 and the number of SIGPIPE
TRACEBACK_VARIABLE = "ARGMAP_TRACEBACK"


def guarded(command: Callable[[], int]) -> int:
    """The exit status of a command; faults of the system around it become a message and a status.

    130 after an interrupt, 141 when the reader of the output is gone (silently, as `| head` expects), 2
    when the output cannot be written or the program itself is at fault.
    """
    _prepare_streams()
    try:
        status = command()
        sys.stdout.flush()
    except KeyboardInterrupt:
        _complain("interrupted")
        return INTERRUPTED
    except BrokenPipeError:
        drop_output()
        return READER_GONE
    except OSError as error:
        from argmap.source.files import reason_of

        drop_output()
        place = f"{error.filename}:" if error.filename else "standard output cannot be written:"
        _complain(f"{place} {reason_of(error)}")
        return FAILED
    except Exception as error:
        if os.environ.get(TRACEBACK_VARIABLE):
            raise
        _complain(
            f"a fault in argmap itself, please report it: {type(error).__name__}: {error} "
            f"({TRACEBACK_VARIABLE}=1 shows where)"
        )
        return FAILED
    return status


def _prepare_streams() -> None:
    # A closed stream is None in Python, and every write would have to ask.
    for name in ("stdout", "stderr"):
        given: TextIO | None = getattr(sys, name)
        stream = _nowhere() if given is None else _able(given)
        setattr(sys, name, stream)
        # Textual draws on what Python keeps under the other name, which must not be the one taken apart.
        if getattr(sys, f"__{name}__") is given:
            setattr(sys, f"__{name}__", stream)


def _able(stream: TextIO) -> TextIO:
    """The stream, made to take any character and to write all that it is given."""
    if not isinstance(stream, TextIOWrapper):
        return stream
    # A terminal says what it can show; files and pipes get UTF-8, as our own files are.
    terminal = stream.isatty()
    encoding = stream.encoding if terminal else "utf-8"
    if not isinstance(stream.buffer, RawIOBase):
        stream.reconfigure(encoding=encoding, errors="backslashreplace")
        return stream
    # Unbuffered (`python -u`), Python drops silently what the system did not take at once.
    buffer = BufferedWriter(stream.detach())
    return TextIOWrapper(buffer, encoding=encoding, errors="backslashreplace", line_buffering=terminal)


def _nowhere() -> TextIO:
    from pathlib import Path

    return Path(os.devnull).open("w", encoding="utf-8")


def drop_output() -> None:
    """Send what is still in the buffer nowhere: Python would fail on it once more at its end."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    os.close(nowhere)


def _complain(message: str) -> None:
    sys.stderr.write(f"argmap: {message}\n")
