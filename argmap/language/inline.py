"""Where a line's text splits at `because`, and which of it is quoted."""

import re

from argmap.language.tokens import BLANK, BLANKS

_BECAUSE = re.compile(rf"(?<={BLANK})because(?={BLANK}|[,:](?={BLANK}|$)|$)")
_KEEPS_BECAUSE = frozenset(
    {"not", "only", "just", "simply", "merely", "partly", "mainly", "largely", "mostly", "chiefly"}
    | {"primarily", "precisely", "especially", "perhaps", "probably", "and", "or", "but"}
)
"""Right after these words `because` belongs to the sentence: `not because they lost`."""
_NO_CLAIM = re.compile(r"(?:this|that|it|these|those)(?:['’]s| is| was| are| were)", re.IGNORECASE)
"""Nor does it mean a reason where nothing is claimed before it: `that's because they lost`."""
_WORD_BEFORE = re.compile(rf"([^\W\d_]+){BLANK}*$")
# Quotations are bounded, so that a line of many opening marks is still read in linear time.
_PROTECTED = re.compile(
    r'"[^"\\]*(?:\\.[^"\\]*)*"'
    r"|“[^”]{0,400}”|„[^“”]{0,400}[“”]|«[^»]{0,400}»|»[^«]{0,400}«|‹[^›]{0,400}›|「[^」]{0,400}」"
    r"|‘.{0,400}?’(?!\w)"
    r"|(?<!\w)'(?=\S).{0,400}?(?<=\S)'(?!\w)"
    r"|\[[^\[\]]*\]|\{[^{}]*\}|\([^()]*\)"
)
_OPENING = re.compile(r"[\"“„«»‹「‘'\[{(]")


def split_reasons(text: str, start: int, stop: int) -> list[tuple[int, int, int]]:
    """The parts of `text[start:stop]` between the `because`s that mean a reason.

    Each part is (place of its `because`, start, stop); for the first part the place is -1. A comma
    before the word, and a comma or a colon after it, are dropped. The word stays text before `of`, after
    `not`, `only` and the like, and inside quotation marks and brackets.
    """
    if text.find("because", start, stop) < 0:
        return [(-1, start, stop)]
    parts: list[tuple[int, int, int]] = []
    begin, place = start, -1
    protected = protected_ranges(text, start, stop)
    for match in _BECAUSE.finditer(text, start, stop):
        while protected and protected[-1][1] <= match.start():
            protected.pop()
        inside = protected and protected[-1][0] < match.start()
        if inside or _stays_text(text, match, begin, stop):
            continue
        parts.append((place, begin, _without_comma(text, begin, match.start())))
        place = match.start()
        begin = match.end() + (text[match.end() : match.end() + 1] in {",", ":"})
        while begin < stop and text[begin] in BLANKS:
            begin += 1
    return [*parts, (place, begin, stop)]


def _stays_text(text: str, because: re.Match[str], begin: int, stop: int) -> bool:
    following = text[because.end() : min(stop, because.end() + 16)].lstrip(BLANKS)
    if following[:2] == "of" and following[2:3] in {"", *BLANKS}:
        return True
    if because.start() - begin < 16 and _NO_CLAIM.fullmatch(text[begin : because.start()].strip(BLANKS)):
        return True
    before = _WORD_BEFORE.search(text, max(begin, because.start() - 24), because.start())
    return before is not None and before[1].lower() in _KEEPS_BECAUSE


def _without_comma(text: str, start: int, stop: int) -> int:
    end = start + len(text[start:stop].rstrip(BLANKS))
    if end > start and text[end - 1] == ",":
        end = start + len(text[start : end - 1].rstrip(BLANKS))
    return end


def protected_ranges(text: str, start: int, stop: int) -> list[tuple[int, int]]:
    """Quotations, brackets and braces, the last one first."""
    if not _OPENING.search(text, start, stop):
        return []
    return [match.span() for match in _PROTECTED.finditer(text, start, stop)][::-1]
