"""Words in a claim that signal reasoning: `therefore`, `also ist`, `donc`, `porque`, `çünkü`."""

import re

import attrs

from argmap.language.inline import protected_ranges
from argmap.language.tokens import BLANKS
from argmap.reasoning.wording.languages import Language, Signal

_OPENERS = ",;:.!?–—-("
_NEAR = 60
"""Characters on either side that are looked at."""
_BLANK = re.compile(r"\s+")


@attrs.frozen
class FoundSignal:
    """A signal at `start` to `stop` of a text."""

    signal: Signal
    start: int
    stop: int


def first_signal(text: str, language: Language) -> FoundSignal | None:
    """The first signal of reasoning in a text, outside quotation marks and brackets.

    `text` is in normal form C. Linear in its length.
    """
    folded = language.folded(text)
    matches = list(language.signal_words.finditer(folded))
    if not matches:
        return None
    quoted = protected_ranges(text, 0, len(text))
    excluded: dict[Signal, bool] = {}
    for match in matches:
        while quoted and quoted[-1][1] <= match.start():
            quoted.pop()
        if quoted and quoted[-1][0] < match.start():
            continue
        signal = language.signals[_BLANK.sub(" ", match[0].replace("’", "'"))]
        if signal not in excluded:
            excluded[signal] = bool(signal.not_with and signal.not_with.search(folded))
        if not excluded[signal] and _is_meant(signal, folded, match.start(), match.end()):
            return FoundSignal(signal, match.start(), match.end())
    return None


def _is_meant(signal: Signal, text: str, start: int, stop: int) -> bool:
    before = text[max(0, start - _NEAR) : start].rstrip(BLANKS)
    after = text[stop : stop + 4 * _NEAR].lstrip(BLANKS)
    if signal.where == "after-comma" and before[-1:] not in {",", ";", "–", "—"}:
        return False
    if signal.where == "opening" and before and before[-1] not in _OPENERS:
        return False
    return not (
        (signal.not_after and signal.not_after.search(before))
        or (signal.not_before and signal.not_before.match(after))
        or (signal.only_before and not signal.only_before.match(after))
    )
