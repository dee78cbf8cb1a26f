"""The names of keys: as users write them, as Textual calls them, as they are shown."""

from collections.abc import Iterable
from functools import lru_cache
from typing import Final

from textual.keys import Keys, _character_to_key, format_key

from argmap.language.suggestions import likely_meant
from argmap.source.cells import printable

_MODIFIERS: Final = ("ctrl", "alt", "shift", "super", "meta", "hyper")
_OTHER_NAMES: Final = {
    "control": "ctrl",
    "option": "alt",
    "cmd": "super",
    "command": "super",
    "esc": "escape",
    "return": "enter",
    "del": "delete",
    "ins": "insert",
    "pgup": "pageup",
    "pgdn": "pagedown",
    "page_up": "pageup",
    "page_down": "pagedown",
}
_NAMED: Final = frozenset(
    key.value for key in Keys if "+" not in key.value and "<" not in key.value and "-" not in key.value
)
# What terminals send for some keys has another name in Textual.
_SENT_AS: Final = {"ctrl+space": "ctrl+@", "ctrl+slash": "ctrl+underscore"}
_SHOWN: Final = {
    "ctrl+@": "ctrl+space",
    "ctrl+underscore": "ctrl+/",
    "ctrl+slash": "ctrl+/",
    "pageup": "PgUp",
    "pagedown": "PgDn",
    "escape": "Esc",
    "enter": "Enter",
    "tab": "Tab",
    "space": "Space",
    "backspace": "Backspace",
    "delete": "Del",
    "home": "Home",
    "end": "End",
    "up": "↑",
    "down": "↓",
    "left": "←",
    "right": "→",
    "full_stop": ".",
}
_LONGEST: Final = 60
_SAME_AS_OTHERS: Final = frozenset({"ctrl+i", "ctrl+m", "ctrl+h", "ctrl+j", "ctrl+left_square_bracket"})
_PLAIN_NAMED: Final = frozenset(
    {"up", "down", "left", "right", "home", "end", "pageup", "pagedown", "enter", "escape", "tab"}
    | {"space", "backspace", "delete", "insert", "shift+tab", "ctrl+@", "ctrl+underscore", "ctrl+backslash"}
    | {f"f{number}" for number in range(1, 13)}
)


class UnknownKeyError(ValueError):
    """What was written is no name of a key; the message says what may have been meant."""


def named_key(written: str) -> tuple[str, ...]:
    """Textual's names for a key as somebody wrote it: what terminals send for it, then the key itself.

    Raises UnknownKeyError.
    """
    text = written.strip()[:_LONGEST]
    if len(text) == 1:
        return (_character_to_key(text),)
    *modifiers, base = _divided(text)
    names = [_OTHER_NAMES.get(name, name) for name in (part.strip().lower() for part in modifiers)]
    unknown = [name for name in names if name not in _MODIFIERS]
    if unknown:
        raise UnknownKeyError(_no_key(text, unknown[0], _MODIFIERS))
    key = _base(text, base.strip())
    if key.isalpha() and len(key) == 1 and names == ["shift"]:
        return (key.upper(),)
    ordered = [name for name in ("super", "meta", "hyper", "alt", "ctrl", "shift") if name in names]
    name = "+".join([*ordered, key])
    if name == "ctrl+at":
        return ("ctrl+@",)
    sent = _SENT_AS.get(name)
    return (name,) if sent is None else (sent, name)


def shown(key: str) -> str:
    """How a key is called on the screen, as in `ctrl+s`, `F1`, `/`."""
    if key in _SHOWN:
        return _SHOWN[key]
    *modifiers, base = _divided(key)
    if base in _SHOWN:
        base = _SHOWN[base]
    elif len(base) > 1:
        base = base.upper() if base[0] == "f" and base[1:].isdigit() else format_key(base)
    return "+".join([*modifiers, base])


def shown_keys(keys: tuple[str, ...], *, most: int = 2) -> str:
    """The first keys of an action as they are shown, each once, with a blank between."""
    names = dict.fromkeys(shown(key) for key in keys if "super" not in key)
    return " ".join(list(names)[:most])


def is_plain(key: str) -> bool:
    """Whether every terminal sends this key, on every system, as itself."""
    if key in _PLAIN_NAMED:
        return True
    *modifiers, base = _divided(key)
    if not modifiers:
        return writes(key)
    return (
        modifiers == ["ctrl"]
        and len(base) == 1
        and base.isascii()
        and base.isalpha()
        and key not in _SAME_AS_OTHERS
    )


def is_sent(key: str) -> bool:
    """Whether usual terminals send this key at all as itself; some of those not plain are, some never."""
    *modifiers, base = _divided(key)
    if key in _SAME_AS_OTHERS:
        return False
    if key in _PLAIN_NAMED:
        return True
    if base == "enter":
        return not modifiers
    if modifiers == ["alt"] and len(base) > 1 and base in _character_names():
        return False  # Textual takes Escape and such a character for the character alone
    if "ctrl" in modifiers and (len(base) == 1 or base not in _NAMED):
        return is_plain(key)
    return True


def writes(key: str) -> bool:
    """Whether the key writes a character, so that a text needs it."""
    return "+" not in key and (key == "space" or key not in _NAMED)


def _divided(key: str) -> list[str]:
    """The parts of a key between its plus signs; the last may be a plus sign itself."""
    if key.endswith("+"):
        return [*filter(None, key[:-1].removesuffix("+").split("+")), "+"]
    return key.split("+")


def _base(text: str, base: str) -> str:
    if len(base) == 1:
        return _character_to_key(base.lower() if base.isalpha() else base)
    name = _OTHER_NAMES.get(base.lower(), base.lower())
    if name in _NAMED or name in _character_names():
        return name
    raise UnknownKeyError(_no_key(text, base, [*_NAMED, *_OTHER_NAMES]))


@lru_cache(maxsize=1)
def _character_names() -> frozenset[str]:
    """What Textual calls the signs of a keyboard."""
    return frozenset(_character_to_key(chr(code)) for code in range(0x20, 0x7F))


def _no_key(text: str, part: str, known: Iterable[str]) -> str:
    near = likely_meant(part, sorted(known))
    meant = (
        f"did you mean {text.replace(part, near, 1)}?" if near else "keys are written as ctrl+s, alt+up or f4"
    )
    return printable(f"“{text[:40]}” is no key; {meant}")
