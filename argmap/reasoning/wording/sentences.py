"""Where a text goes on with a second claim: after a semicolon, or with a second sentence."""

import re

from argmap.language.inline import protected_ranges
from argmap.reasoning.wording.languages import Language

_STOP = re.compile(r"(?<![.!?…])[.!?…]++(?=[\"”’»)\]]{0,3}+\s++[\"“„«(\[¿¡]{0,3}([^\W\d_]))|;(?=\s)")
_LAST_WORD = re.compile(r"[^\s(\[\"“„«]*$")
_FEWEST = 3
"""Words of a sentence that says something; `Yes. Turkey left.` makes one claim."""
_NEAR = 40
_FAR = 200
"""Characters on one side of a mark that are looked at, for its last word and for a sentence."""


def second_claim(text: str, language: Language) -> tuple[int, int] | None:
    """The mark that ends a first claim where a second follows, as a range of the text; else None.

    The full stops of abbreviations, initials, ordinal numbers and dates end nothing, nor does a mark in
    quotation marks or brackets. Semicolons after a colon divide a list. Linear in the text's length.
    """
    if ";" not in text and not _STOP.search(text):
        return None
    quoted = protected_ranges(text, 0, len(text))
    colon = text.find(":")
    for match in _STOP.finditer(text):
        while quoted and quoted[-1][1] <= match.start():
            quoted.pop()
        if quoted and quoted[-1][0] < match.start():
            continue
        ends = not 0 <= colon < match.start() if match[0] == ";" else _ends_sentence(text, match, language)
        if ends and _says_something(text, match):
            return match.span()
    return None


def _ends_sentence(text: str, stop: re.Match[str], language: Language) -> bool:
    if not stop[1].isupper() or stop[0].startswith(("..", "…")):
        return False
    if stop[0] != ".":
        return True
    word = _LAST_WORD.search(text, max(0, stop.start() - _NEAR), stop.start())
    last = language.folded(word[0]) if word else ""
    is_initial = len(last) == 1 or "." in last
    is_ordinal = language.ordinals and _is_number(word[0] if word else "")
    return not (is_initial or is_ordinal or last in language.abbreviations)


def _is_number(word: str) -> bool:
    return word.isdigit() or (word.isupper() and set(word) <= set("IVXLC"))


def _says_something(text: str, mark: re.Match[str]) -> bool:
    """Whether there are words enough on both sides of a mark."""
    sides = text[max(0, mark.start() - _FAR) : mark.start()], text[mark.end() : mark.end() + _FAR]
    return all(len(side.split()) >= _FEWEST for side in sides)
