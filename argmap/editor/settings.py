"""What a user has settled for the editor, read from a TOML file in the platform's place for such files."""

import os
import tomllib
from collections.abc import Collection, Mapping
from pathlib import Path
from typing import Any, Final

import attrs

from argmap.editor.keymap import USUAL, Keymap, keymap_of
from argmap.editor.themes import theme_names
from argmap.language.suggestions import did_you_mean
from argmap.source.cells import printable
from argmap.source.files import UnreadableFile, read_text

VARIABLE: Final = "ARGMAP_CONFIG"
"""The environment variable that names another file of settings."""


@attrs.frozen
class Settings:
    """The settings; as they stand here when the file does not say otherwise."""

    theme: str = "dark"
    """The name of a theme that the app knows."""
    wrap: bool = True
    """Whether long lines of the text are wrapped."""
    complete: bool = True
    """Whether completions are offered while one types."""
    mouse: bool = True
    """Whether the editor uses the mouse; without, the terminal's own selecting works."""
    open_exports: bool = True
    """Whether an export is opened where there is a desktop."""
    reader: str = ""
    """The name under which one reviews when the command does not say it."""
    keys: Keymap = USUAL


MEANINGS: Final = {
    "theme": "dark, light, terminal (the terminal's own colours), or a theme of Textual, such as nord",
    "wrap": "whether long lines are wrapped",
    "complete": "whether completions are offered while you type",
    "mouse": "false leaves the mouse to the terminal, to select and copy with it",
    "open_exports": "whether an export is opened, where there is a desktop",
    "reader": "the name under which you review",
}
"""What each setting but the keys is for."""


def settings_path() -> Path:
    """Where the settings are, whether or not there are any."""
    elsewhere = os.environ.get(VARIABLE)
    if elsewhere:
        return Path(elsewhere)
    from platformdirs import user_config_path

    return user_config_path("argmap", appauthor=False) / "editor.toml"


def read_settings(path: Path | None = None) -> tuple[Settings, tuple[str, ...]]:
    """The settings of a file, or of the usual one, and a sentence for everything in it that does not count.

    No file means no settings. Never raises: what is wrong is as if it were not there.
    """
    place = path or settings_path()
    if not os.path.lexists(place):
        return Settings(), ()
    try:
        text = read_text(place).text
    except UnreadableFile as problem:
        return Settings(), (f"the settings {printable(str(problem))}",)
    settings, said = settings_of(text)
    return settings, tuple(f"{place.name}: {sentence}" for sentence in said)


def settings_of(text: str) -> tuple[Settings, tuple[str, ...]]:
    """The settings that a TOML text asks for, and a sentence for everything in it that does not count."""
    try:
        table = tomllib.loads(text)
    except RecursionError:
        return Settings(), ("this is nested too deeply for settings",)
    except ValueError as problem:
        # TOMLDecodeError is one; a number of thousands of digits gives another.
        return Settings(), (f"this is not TOML, so none of it counts: {printable(str(problem))[:120]}",)
    said: list[str] = []
    keys = table.pop("keys", {})
    values = {name: value for name, value in table.items() if _counts(name, value, said)}
    if not isinstance(keys, Mapping):
        said.append('keys: write them under a line [keys], as in save = "ctrl+s,f4"')
        keys = {}
    keymap, wrong = keymap_of(keys)
    return Settings(**values, keys=keymap), (*said, *wrong)


def _counts(name: str, value: Any, said: list[str]) -> bool:
    """Whether there is such a setting and it may have this value; says so if not."""
    shown = printable(name)[:40]
    if name not in MEANINGS:
        hint = did_you_mean(name, [*MEANINGS, "keys"]) or (f"there are {', '.join(MEANINGS)} and [keys]",)
        said.append(f"{shown}: there is no such setting; {hint[0]}")
        return False
    if name in {"theme", "reader"}:
        return _word_counts(name, value, said)
    if not isinstance(value, bool):
        said.append(f"{shown}: write true or false, without quotes, not {_short(value)}")
        return False
    return True


def _word_counts(name: str, value: Any, said: list[str]) -> bool:
    known: Collection[str] = theme_names() if name == "theme" else ()
    if not isinstance(value, str):
        said.append(f'{name}: write it in quotes, as in {name} = "{next(iter(known), "Ana")}"')
        return False
    if known and value not in known:
        hint = did_you_mean(value, known) or (f"there are {', '.join(known)}",)
        said.append(f"{name}: no theme is called {_short(value)}; {hint[0]}")
        return False
    if value != printable(value) or len(value) > 100:
        said.append(f"{name}: {_short(value)} is no name")
        return False
    return True


def _short(value: Any) -> str:
    try:
        text = printable(f"“{value}”" if isinstance(value, str) else str(value))
    except ValueError:
        return "a number of thousands of digits"
    return text if len(text) <= 40 else f"{text[:39]}…"
