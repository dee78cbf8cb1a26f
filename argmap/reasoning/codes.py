"""The codes of all messages, those about a text (L) and those of the checks (R), and their families."""

from collections.abc import Iterable
from typing import Final

from argmap.language.catalogue import Entry
from argmap.reasoning.check_text import check_codes, check_entry

FAMILIES: Final = {
    "L1": "single lines",
    "L2": "what may stand where",
    "L3": "names and numbers",
    "L4": "annotations",
    "L5": "other files",
    "R1": "the structure of the argument",
    "R2": "how the argument is judged",
    "R3": "the support that claims have",
    "R4": "how claims are worded",
    "R5": "reviews",
    "R6": "what the map says to argmap",
}
"""What the messages of each family are about."""


class UnknownCode(ValueError):  # noqa: N818 - named for what is wrong
    """A code or a family was named that no message has."""


def codes_of(family: str) -> tuple[str, ...]:
    """The codes that begin with a letter, a family or a whole code, in order; all for an empty text."""
    # The catalogue of the language takes a while to read, and most often a check is meant.
    known = check_codes() if family.startswith("R") else (*_language_codes(), *check_codes())
    return tuple(code for code in known if code.startswith(family))


def read_codes(names: Iterable[str]) -> tuple[str, ...]:
    """Codes and families as people type them, small letters and lists such as `r204, L` included.

    Raises UnknownCode for what no message's code begins with.
    """
    written = [name for text in names for name in text.replace(",", " ").split()]
    for name in written:
        if not codes_of(name.upper()):
            raise UnknownCode(unknown(name))
    return tuple(name.upper() for name in written)


def entry_of(code: str) -> Entry | None:
    """What a message means, by its code in capitals or not; None when no message has it."""
    from argmap.language.catalogue import entry

    return check_entry(code) or entry(code)


def code_titled(title: str) -> str | None:
    """The code of the message that has a title such as `undefined-label`, in capitals or not."""
    wanted = title.strip().lower()
    entries = filter(None, map(entry_of, codes_of("")))
    return next((entry.code for entry in entries if entry.title == wanted), None)


def near_codes(name: str) -> list[str]:
    """The codes and families, at most three, that were perhaps meant by a name."""
    from argmap.language.suggestions import nearest

    return nearest(name, (*codes_of(""), *FAMILIES), limit=3)


def unknown(name: str) -> str:
    """That no message has this code, with those that may be meant."""
    near = near_codes(name)
    hint = f"did you mean {' or '.join(near)}?" if near else "`argmap explain` lists them"
    return f"no message has the code {name!r}; {hint}"


def _language_codes() -> tuple[str, ...]:
    from argmap.language.catalogue import codes

    return codes()
