"""The editor in a real terminal: tmux, with a server, a state and settings of its own."""

import os
import shlex
import shutil
import signal
import subprocess
import sys
import time
import uuid
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest

PATIENCE = 30.0
"""Seconds to wait for what the editor does in a moment: the machine may be busy."""
ARGMAP = (sys.executable, "-m", "argmap")

needs_tmux = pytest.mark.skipif(shutil.which("tmux") is None, reason="needs tmux, a terminal in a terminal")

_SCRIPT = """\
{first}
sh -c 'echo $$ > {pid}.new; mv {pid}.new {pid}; exec {command}'
echo "the status is $?."
stty -a | tr ' ;' '\\n\\n' | grep -x -e -echo -e echo -e -icanon -e icanon | tr '\\n' ' '
echo "that is all."
exec sleep 3600
"""


class Terminal:
    """A terminal in which one command was started, as whoever sits at it sees it."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._server = f"argmap-{uuid.uuid4().hex}"

    def tmux(self, *arguments: str, stdin: bytes | None = None) -> str:
        """What a command of tmux prints."""
        command = ["tmux", "-L", self._server, "-f", os.devnull, *arguments]
        done = subprocess.run(command, input=stdin, capture_output=True, check=True, timeout=PATIENCE)
        return done.stdout.decode(errors="replace")

    @property
    def screen(self) -> str:
        return self.tmux("capture-pane", "-p", "-t", "argmap")

    @property
    def pid(self) -> int:
        """The process of the command."""
        return int((self._folder / "pid").read_text(encoding="ascii"))

    def press(self, *keys: str) -> None:
        self.tmux("send-keys", "-t", "argmap", *keys)

    def type(self, text: str) -> None:
        self.tmux("send-keys", "-t", "argmap", "-l", text)

    def paste(self, text: str) -> None:
        self.tmux("load-buffer", "-", stdin=text.encode())
        self.tmux("paste-buffer", "-p", "-t", "argmap")

    def resize(self, columns: int, rows: int) -> None:
        self.tmux("resize-window", "-t", "argmap", "-x", str(columns), "-y", str(rows))

    def send(self, number: int) -> None:
        """Send the command a signal."""
        os.kill(self.pid, number)

    def close(self) -> None:
        """Close the terminal, as one closes its window."""
        self.tmux("kill-server")

    def until(self, seen: Callable[[str], bool], *, within: float = PATIENCE) -> str:
        """The screen, once there is on it what is waited for."""
        end = time.monotonic() + within
        while not seen(screen := self.screen):
            assert time.monotonic() < end, f"this is not what was waited for:\n{screen}"
            time.sleep(0.05)
        return screen

    def shows(self, words: str, *, within: float = PATIENCE) -> str:
        """The screen, once it shows these words."""
        return self.until(lambda screen: words in screen, within=within)

    def ended(self, status: int) -> str:
        """The screen once the command has ended with a status, and left the terminal as it should be."""
        screen = self.shows("that is all.")
        assert f"the status is {status}.\n" in screen
        assert "Traceback" not in screen
        left = screen[screen.index("the status is") :].split()
        assert "echo" in left
        assert "icanon" in left
        flags = "#{alternate_on} #{cursor_flag} #{mouse_any_flag}"
        assert self.tmux("display-message", "-p", "-t", "argmap", flags).split() == ["0", "1", "0"]
        return screen

    def is_gone(self) -> bool:
        """Whether the process of the command has ended."""
        try:
            os.kill(self.pid, 0)
        except ProcessLookupError:
            return True
        return False


@contextmanager
def terminal(
    folder: Path,
    *arguments: str,
    program: Sequence[str] = ARGMAP,
    first: str = "",
    environment: Mapping[str, str] | None = None,
) -> Iterator[Terminal]:
    """A terminal of 100 by 30 cells in which a program, usually argmap, was started in a folder.

    `first` are commands of the shell that come before. What the editor keeps is there when the same folder is
    used again.
    """
    state = folder / "state" / "argmap"
    state.mkdir(parents=True, exist_ok=True)
    (state / "first-start").touch()
    own = folder / "terminal"
    own.mkdir(exist_ok=True)
    (own / "pid").unlink(missing_ok=True)
    command = shlex.join([*program, *arguments]).replace("'", "'\\''")
    script = _SCRIPT.format(first=first, command=command, pid=own / "pid")
    (own / "script").write_text(script, encoding="utf-8")
    variables = {
        "XDG_STATE_HOME": str(folder / "state"),
        "XDG_CONFIG_HOME": str(folder / "config"),
        "HOME": str(folder),
        "LC_ALL": "C.UTF-8",
        "PYTHONUNBUFFERED": "",
        "COLUMNS": "80",
        **(environment or {}),
    }
    settings = [f"-e{name}={value}" for name, value in variables.items()]
    place = ["-x", "100", "-y", "30", "-c", str(folder), *settings]
    shown = Terminal(own)
    shown.tmux("new-session", "-d", "-s", "argmap", *place, f"sh {shlex.quote(str(own / 'script'))}")
    try:
        yield shown
    finally:
        with suppress(subprocess.CalledProcessError):  # it was closed by the test
            shown.close()
        with suppress(FileNotFoundError, ProcessLookupError):
            shown.send(signal.SIGKILL)
