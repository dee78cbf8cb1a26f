"""The file of the grammar, and the files in the user's cache folder that hold what was made of it."""

import os
import sys
from pathlib import Path


def grammar_file() -> Path:
    """The path of argmap.lark: inside the installed package, or beside it in a checkout."""
    package = Path(__file__).parents[1]
    inside = package / "grammar" / "argmap.lark"
    return inside if inside.exists() else package.parent / "grammar" / "argmap.lark"


def cache_file(suffix: str) -> Path | None:
    """Where what is made of the grammar is kept; None where the home folder cannot be written to."""
    from argmap.version import __version__

    try:
        folder = _cache_folder()
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except (OSError, RuntimeError):
        return None
    version = f"{sys.version_info.major}.{sys.version_info.minor}"
    return folder / f"grammar-{__version__}-py{version}.{suffix}"


def _cache_folder() -> Path:
    if sys.platform == "win32":
        base = os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local"
    elif sys.platform == "darwin":
        base = Path.home() / "Library" / "Caches"
    else:
        base = os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache"
    return Path(base) / "argmap"
