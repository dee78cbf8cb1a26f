"""Keeps the directional controls of a text inside the text."""

from collections.abc import Iterable

# Unicode Standard Annex 9: what opens a directional run, and what closes it.
_CLOSERS = dict.fromkeys("\u202a\u202b\u202d\u202e", "\u202c") | dict.fromkeys("\u2066\u2067\u2068", "\u2069")
_CONTROLS = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_DEEPEST = 16  # more levels than any honest text has; UAX 9 itself stops at 125


def contained(lines: Iterable[str]) -> list[str]:
    """The lines of one text, each closing the runs that it leaves open and the next one reopening them.

    Nothing set before or after them is turned around then. Closers that close nothing are left out, and so
    is what opens runs more than 16 deep.
    """
    found: list[str] = []
    opened: list[str] = []
    for line in lines:
        if not opened and (line.isascii() or _CONTROLS.isdisjoint(line)):
            found.append(line)
            continue
        resumed = "".join(opened)
        kept = "".join(character for character in line if _keep(character, opened))
        closing = "".join(_CLOSERS[opener] for opener in reversed(opened))
        found.append(resumed + kept + closing)
    return found


def _keep(character: str, opened: list[str]) -> bool:
    """Whether a character stays, noting in `opened` what it opens or closes."""
    if character not in _CONTROLS:
        return True
    if character in _CLOSERS:
        if len(opened) == _DEEPEST:
            return False
        opened.append(character)
        return True
    if not opened or _CLOSERS[opened[-1]] != character:
        return False
    opened.pop()
    return True
