"""How long somebody waits for the editor: from its start in a terminal to the first screen with the text."""

import fcntl
import os
import pty
import re
import select
import signal
import statistics
import struct
import sys
import tempfile
import termios
import time
from pathlib import Path

_PATIENCE = 5.0
"""Seconds after which something is wrong."""
_CODES = re.compile(rb"\x1b(?:\[[0-9;:?<>=$]*[ -/]*[@-~]|[\]P_].*?(?:\x1b\\|\x07)|[()][A-Z0-9]|[=>78])")


def first_paint(path: Path, word: bytes, *, rounds: int = 5) -> float:
    """Seconds from the start of `argmap edit` until a word of the text is on the screen: a median.

    The terminal is 120 by 36 cells. One run before those that count fills the caches of the system.
    """
    with tempfile.TemporaryDirectory() as folder:
        # As it is for everybody but once: the words for the first start are behind one.
        (Path(folder) / "argmap").mkdir()
        (Path(folder) / "argmap" / "first-start").touch()
        return statistics.median([_once(path, word, folder) for _ in range(rounds + 1)][1:])


def _once(path: Path, word: bytes, folder: str) -> float:
    command = [str(Path(sys.executable).with_name("argmap")), "edit", str(path)]
    environment = {
        # An installed program is compiled; without this one might not be.
        **{name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"},
        "TERM": "xterm-256color",
        "COLORTERM": "truecolor",
        "XDG_STATE_HOME": folder,
        "XDG_CONFIG_HOME": folder,
    }
    begin = time.perf_counter()
    process, terminal = pty.fork()
    if not process:
        fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", 36, 120, 0, 0))
        os.execve(command[0], command, environment)
    try:
        written = b""
        while word not in _CODES.sub(b"", written):
            ready, _, _ = select.select([terminal], [], [], _PATIENCE)
            if not ready:
                raise RuntimeError(
                    f"{_CODES.sub(b'', written)!r} {word!r} has not been shown in {_PATIENCE} seconds"
                )
            written += os.read(terminal, 65536)
        return time.perf_counter() - begin
    finally:
        os.kill(process, signal.SIGKILL)
        os.waitpid(process, 0)
        os.close(terminal)
