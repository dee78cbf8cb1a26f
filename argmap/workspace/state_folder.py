"""Where argmap keeps what outlives a run: recovery files, and where one was in a file."""

import hashlib
import os
from pathlib import Path

_KEY_LENGTH = 32  # hexadecimal digits: 128 bits, so that no two files share a name


def state_folder() -> Path:
    """The platform's place for such files, such as `~/.local/state/argmap`; it need not exist yet."""
    from platformdirs import user_state_path

    return user_state_path("argmap", appauthor=False)


def absolute(path: str | Path) -> str:
    """The one name of a file, whatever links lead to it."""
    return os.path.realpath(path)


def key_of(path: str | Path) -> str:
    """A short name for a file by its absolute path, fit for a file name."""
    name = os.path.normcase(absolute(path))
    return hashlib.sha256(os.fsencode(name)).hexdigest()[:_KEY_LENGTH]


def make_private(folder: Path) -> None:
    """Make a folder that only its user may look into. Raises OSError."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
