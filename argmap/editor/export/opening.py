"""Opens a file with the desktop's program for it, where there is a desktop."""

import os
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from shutil import which
from threading import Thread

Finder = Callable[[str], str | None]

_FAR_AWAY = ("SSH_CONNECTION", "SSH_CLIENT", "SSH_TTY")


def opener(environment: Mapping[str, str], platform: str, find: Finder = which) -> tuple[str, ...] | None:
    """The command that opens a file whose path follows it; None where nobody would see what it opens."""
    if any(environment.get(name) for name in _FAR_AWAY):
        return None
    if platform == "win32":
        return ("explorer",)
    if platform == "darwin":
        name = "open"
    elif environment.get("DISPLAY") or environment.get("WAYLAND_DISPLAY"):
        name = "xdg-open"
    else:
        return None
    program = find(name)
    return None if program is None else (program,)


def open_file(path: Path) -> bool:
    """Open a file if there is a desktop; whether that was begun. Never waits for what it opens."""
    command = opener(os.environ, sys.platform)
    if command is None:
        return False
    try:
        process = subprocess.Popen(
            [*command, str(path.absolute())],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
    except OSError:
        return False  # the caller tells the path instead
    Thread(target=process.wait, daemon=True).start()
    return True
