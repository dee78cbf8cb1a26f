"""Marks inside a text that look as if something else was meant."""

import re
from itertools import islice

from argmap.language.keywords import LIKELIHOODS, STRENGTHS
from argmap.language.quotes import QUOTED
from argmap.language.syntax import Mention, Name, Problem
from argmap.language.tail import is_attribute
from argmap.language.tokens import BLANK, BLANKS
from argmap.source.diagnostics import Severity

_INTERESTING = re.compile(r"[\[{@:#\"(“„«]")
_MARKS = re.compile(r"\[[^\[\]]*\]|\{[^{}]*\}|\{|\[@[^\s\[\]]*|(?<![\w@.])@[^\W\d_](?:[\w.\-]*[^\W_])?")
_KEY_INSIDE = re.compile(r"(?:^|[\s;\-(])@\w")
_CURLY = {"“": "”", "„": "“", "«": "»"}
_BRACES = re.compile(r"\{([^{}]*)\}")
_MOST_MARKS = 20
"""Marks of one text that are told of: in a line with more, nobody reads them one by one."""
_WIDE_LABEL = re.compile(r"([^\W\d_][\w.\-]*(?: [\w.\-]+){1,2}):(?= )")
_LATE_LABEL = re.compile(r"([^\W\d_][\w.\-]*)(?: :|:(?=[^\s/]))")
_LONE_HASH = re.compile(rf"{BLANK}#(?={BLANK}|$)")
_WORDS = "|".join(sorted((*LIKELIHOODS, *STRENGTHS), key=len, reverse=True))
_WORD_IN_ROUND = re.compile(rf"\(({_WORDS}|\d{{1,3}} ?%)\)$")
_NAME_IN_SQUARE = re.compile(r"\[([^\W_](?:[\w.\-]*[^\W_])?)(?:,[^\[\]]*)?\]$")
_PLACE = r"(?:(?:pp?|paras?|chap|ch|sec|fn|abs|s)(?:\. ?| )|§§? ?|¶¶? ?)\d[^\[\]]*"
_PLACE_IN_SQUARE = re.compile(rf"\[({_PLACE})\]$", re.IGNORECASE)
_MOVE = ("put it at the end of the line, or put the whole text in double quotes to keep it as it is",)


def check_text(text: str, start: int, stop: int) -> tuple[list[Problem], list[Mention]]:
    """Messages about `text[start:stop]`, and names in it that are a mistake if they are defined."""
    if _INTERESTING.search(text, start, stop) is None:
        return [], _bare_name(text, start, stop)
    if text[start] == '"':
        if QUOTED.fullmatch(text, start, stop):
            return [], []
        if QUOTED.match(text, start, stop) is None:
            return [_open_quote(start, stop)], []
    if text[start] in _CURLY and text.find(_CURLY[text[start]], start, stop) < 0:
        return [_open_quote(start, stop)], []
    problems: list[Problem] = []
    mentions: list[Mention] = []
    for match in islice(_MARKS.finditer(text, start, stop), _MOST_MARKS):
        _check_mark(match, stop, problems, mentions)
    if late := _LATE_LABEL.match(text, start, stop):
        problems.append(_late_label(late))
    elif wide := _WIDE_LABEL.match(text, start, stop):
        problems.append(_wide_label(wide))
    if lone := _LONE_HASH.search(text, start, stop):
        problems.append(_lone_hash(lone.start() + 1, stop))
    if word := _WORD_IN_ROUND.search(text, start, stop):
        problems.append(_round_word(word))
    if place := _PLACE_IN_SQUARE.search(text, start, stop):
        problems.append(_keyless_place(place))
    if name := _NAME_IN_SQUARE.search(text, start, stop):
        mentions.append(Mention("bracket", Name(name[1], *name.span()), name[0], last=True))
    return problems, mentions


def _bare_name(text: str, start: int, stop: int) -> list[Mention]:
    """A text of one word may be a label whose `@` was forgotten."""
    word = text[start:stop]
    if " " in word:
        return []
    return [Mention("bare", Name(word, start, stop), word, last=True)]


def _check_mark(match: re.Match[str], stop: int, problems: list[Problem], mentions: list[Mention]) -> None:
    mark = match[0]
    place = match.span()
    if mark == "{":
        problems.append(
            Problem(
                "L401",
                Severity.ERROR,
                "this { is never closed",
                *place,
                hints=("add the }, or quote the text",),
            )
        )
    elif mark[0] == "[" and mark[-1] != "]":
        problems.append(
            Problem(
                "L401",
                Severity.ERROR,
                "this [@ is never closed",
                *place,
                hints=("add the ], or quote the text",),
            )
        )
    elif mark[0] == "[":
        inner = _BRACES.search(mark)
        if inner and any(is_attribute(part) for part in inner[1].split(",")):
            problems.append(
                Problem("L402", Severity.ERROR, f"{inner[0]} stands in mid-sentence", *place, hints=_MOVE)
            )
        if _KEY_INSIDE.search(mark[1:-1]):
            problems.append(
                Problem("L402", Severity.ERROR, "a citation stands in mid-sentence", *place, hints=_MOVE)
            )
    elif mark[0] == "{":
        if any(is_attribute(part) for part in mark[1:-1].split(",")):
            problems.append(
                Problem("L402", Severity.ERROR, f"{mark} stands in mid-sentence", *place, hints=_MOVE)
            )
    else:
        mentions.append(Mention("reference", Name(mark[1:], *place), mark, last=match.end() == stop))


def _open_quote(start: int, stop: int) -> Problem:
    return Problem(
        "L107",
        Severity.WARNING,
        "the quotation mark that opens the text is never closed",
        start,
        start + 1,
        hints=("close it at the end of the text, or leave it out",),
    )


def _late_label(match: re.Match[str]) -> Problem:
    word = match[1]
    return Problem(
        "L113",
        Severity.HINT,
        f"“{match[0]}” was read as text, not as a label",
        *match.span(),
        hints=(f"a label is followed by a colon and a space: `{word}: ...`",),
        # Where the colon was late, its own space may follow already.
        replacement=f"{word}:" if match.string[match.end() : match.end() + 1] in BLANKS else f"{word}: ",
    )


def _wide_label(match: re.Match[str]) -> Problem:
    joined = match[1].replace(" ", "-")
    return Problem(
        "L113",
        Severity.HINT,
        f"“{match[0]}” was read as text, not as a label",
        *match.span(),
        hints=(f"a label is one word: `{joined}: ...`",),
        replacement=f"{joined}:",
    )


def _lone_hash(start: int, stop: int) -> Problem:
    return Problem(
        "L108",
        Severity.WARNING,
        "a comment takes a line of its own; this # and what follows were read as text",
        start,
        stop,
        hints=("put the comment on a line that begins with #",),
    )


def _round_word(match: re.Match[str]) -> Problem:
    return Problem(
        "L408",
        Severity.WARNING,
        f"{match[0]} was read as text",
        *match.span(),
        hints=(f"write {{{match[1]}}} to say how likely or how strong",),
        replacement=f"{{{match[1]}}}",
    )


def _keyless_place(match: re.Match[str]) -> Problem:
    return Problem(
        "L408",
        Severity.WARNING,
        f"{match[0]} was read as text",
        *match.span(),
        hints=(f"a citation names its source, though that be the text that is mapped: [@key, {match[1]}]",),
    )
