"""A file of settings to begin with: everything that can be set, as it is, in comments."""

import os
from collections.abc import Iterator
from pathlib import Path

from argmap.editor.action import PLACES
from argmap.editor.actions import ACTIONS, actions_of
from argmap.editor.settings import MEANINGS, Settings
from argmap.source.files import UnwritableFile, reason_of, replace_file


def sample() -> str:
    """The text of the file; without its comment signs it changes nothing."""
    return "\n".join(_lines()) + "\n"


def write_sample(path: Path) -> bool:
    """Write the sample where no file is yet; whether it was written. Raises UnwritableFile."""
    if os.path.lexists(path):
        return False
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise UnwritableFile(str(path), f"cannot be written: {reason_of(error)}") from error
    replace_file(path, sample().encode())
    return True


def _lines() -> Iterator[str]:
    yield "# Settings of argmap's editor. Take the # away from a line, change it, and start the editor again."
    usual = Settings()
    for name, meaning in MEANINGS.items():
        value = getattr(usual, name)
        written = str(value).lower() if isinstance(value, bool) else f'"{value}"'
        yield ""
        yield f"# {meaning}"
        yield f"# {name} = {written}"
    yield ""
    yield '# The keys of each action, with commas between; "" takes them away.'
    yield "[keys]"
    widest = max(len(action.id) for action in ACTIONS) + 2
    for place, title in sorted(PLACES.items(), key=lambda entry: entry[0] != "everywhere"):
        yield ""
        yield f"# {title}"
        for action in actions_of(place):
            name = f'"{action.id}"' if "." in action.id else action.id
            yield f'# {name:{widest}} = "{action.keys}"  # {action.title}'
