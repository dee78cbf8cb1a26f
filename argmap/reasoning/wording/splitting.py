"""A claim with reasoning in it, taken apart: the conclusion on its line, the reason below it."""

import re

import attrs

from argmap.language.keywords import OPENERS
from argmap.language.tokens import BLANKS
from argmap.model.elements import Claim
from argmap.model.map import ArgumentMap
from argmap.reasoning.wording.languages import Language
from argmap.reasoning.wording.passages import read, written
from argmap.reasoning.wording.signals import FoundSignal, first_signal
from argmap.source.diagnostics import Fix
from argmap.source.edits import TextEdit
from argmap.source.spans import Span
from argmap.source.text import SourceText

_DIVIDING = ",;.–—"
_MEANS_MORE = re.compile(r"[:;@\[\]{}()#\"“”„«»‹›|?!]|\bbecause\b|[.…]\s")
"""What a new line could read in another way, or what makes more than one claim."""
_FEWEST_WORDS = 2


@attrs.frozen
class _Parts:
    conclusion: str
    reason: str


def splitting(argument_map: ArgumentMap, claim: Claim, found: FoundSignal, language: Language) -> Fix | None:
    """The fix that makes `X, therefore Y` the claim Y with `because X` below it.

    None where it could go wrong: where either part could not stand as a claim, where the line or what hangs
    on it would be read otherwise, and in standard form, whose lines are numbered.
    """
    if claim.keyword == "number" or not found.signal.split or written(argument_map, claim) != read(claim):
        return None
    parts = _parts(read(claim), found, language)
    source = argument_map.texts[claim.span.file]
    layout = _layout(source, claim) if parts else None
    if parts is None or layout is None or claim.text_span is None:
        return None
    place, before = layout
    edits = (
        TextEdit(claim.text_span, parts.conclusion),
        TextEdit(Span(claim.span.file, place, place), f"{before}because {parts.reason}"),
    )
    return Fix("split the line: the conclusion first, the reason below it", edits, safe=False)


def _parts(text: str, found: FoundSignal, language: Language) -> _Parts | None:
    before = text[: found.start].rstrip(BLANKS)
    after = text[found.stop :].lstrip(BLANKS + ",")
    if found.signal.leads_to == "reason" and not before:
        # `Since X, Y`: only where one comma tells where X ends.
        after, _, before = after.partition(",")
        if "," in before:
            return None
    else:
        before = _first_part(before, found, language)
    first, second = (_claim(part, language) for part in (before, after))
    if first is None or second is None:
        return None
    return _Parts(first, second) if found.signal.leads_to == "reason" else _Parts(second, first)


def _first_part(text: str, found: FoundSignal, language: Language) -> str:
    """What stands before the signal, without the mark or the `and` that divides them.

    A conclusion is divided from its reason by one of them; without, the word stands within one sentence. A
    reason need not be, but then `not` may deny it: they did not leave for that reason.
    """
    if text[-1:] in _DIVIDING:
        return text[:-1]
    if text.endswith(f" {language.joining}"):
        return text[: -len(language.joining)].rstrip(BLANKS + _DIVIDING)
    is_denied = language.negation.search(language.folded(text))
    return text if found.signal.leads_to == "reason" and not is_denied else ""


def _claim(part: str, language: Language) -> str | None:
    """The part as a claim of its own, or None when it cannot be one."""
    part = part.strip(BLANKS).rstrip("." + BLANKS)
    folded = language.folded(part)
    if (
        len(part.split()) < _FEWEST_WORDS
        or _MEANS_MORE.search(part)
        or language.dependent.match(folded)
        or not language.clause.search(folded)
        or first_signal(part, language) is not None
    ):
        return None
    return language.capitalised(part)


def _layout(source: SourceText, claim: Claim) -> tuple[int, str] | None:
    """Where the new line goes and what stands before its keyword; None where it cannot be told.

    The line must hold this claim alone. What hangs on it already must begin with a step of its own, or it
    would complete the new one.
    """
    number = source.position(claim.span.start)[0]
    line, start = source.line(number), source.offset(number, 1)
    indent = line[: claim.span.start - start]
    if indent.strip(BLANKS) or source.text[claim.span.stop : start + len(line)].strip(BLANKS):
        return None
    stop = start + len(line)
    end = re.match(r"\r\n|\r|\n|", source.text[stop : stop + 2])
    new_line = (end[0] if end else "") or "\n"
    deeper = indent + ("\t" if "\t" in indent else "  ")
    for following in range(number + 1, source.line_count + 1):
        text = source.line(following)
        content = text.lstrip(BLANKS)
        if not content or content[0] == "#":
            continue
        depth = text[: len(text) - len(content)]
        if len(depth) > len(indent) and depth.startswith(indent):
            if content.split(maxsplit=1)[0].rstrip(":") not in OPENERS:
                return None
            deeper = depth
        break
    return stop, f"{new_line}{deeper}"
