"""The annotations at the end of a line: citations, attributes, tags, and brackets of standard form."""

import re

from argmap.language.keywords import CHECKED_KEYS, LIKELIHOODS, STRENGTHS
from argmap.language.patterns import patterns
from argmap.language.syntax import Problem
from argmap.language.tokens import BLANK, BLANKS, Tok
from argmap.source.diagnostics import Severity

_BETWEEN = BLANKS + ".,;"
_HAS_KEY = re.compile(r"(?:^|[\s;\-(])@\w")
_BASIS_START = re.compile(rf"{BLANK}*(?:from\b|[0-9])")
_OPEN_BASIS = re.compile(
    rf"[(\[]{BLANK}*(?:from{BLANK}+)?[0-9]+(?:{BLANK}*(?:[,&–-]|and\b){BLANK}*[0-9]+)*[ .]*$"
)
_LIKE_BASIS = re.compile(r"\s*(?:premises?|lines?|steps?|by|see|nos?\.?|p\.?)\s*[0-9]", re.IGNORECASE)
_FROM = re.compile(rf"{BLANK}*from\b{BLANK}*")
_SEPARATOR = re.compile(rf"{BLANK}*(?:,{BLANK}*(?:and\b|&)?|and\b|&){BLANK}*")
_BY = re.compile(rf"{BLANK}*,?{BLANK}*by{BLANK}+")
_FIGURE = re.compile(r"%?\s*\d*\.?\d+\s*%?")
_DECIMAL_COMMA = re.compile(r"(?<=[{,%\s])[0-9]+,[0-9]+(?=\s*[,%}])")
_VALUE_QUOTED = re.compile(r'\s*"([^"\\]*(?:\\.[^"\\]*)*)"\s*$')


class Tail:
    """The tokens of a line's annotations, and where the text before them stops."""

    __slots__ = ("problems", "stop", "tokens")

    def __init__(self, stop: int) -> None:
        self.stop = stop
        self.tokens: list[Tok] = []
        self.problems: list[Problem] = []


def read_tail(text: str, start: int, stop: int, *, numbered: bool = False) -> Tail:
    """Read annotations backwards from `stop`; full stops, commas and semicolons between them are ignored."""
    tail = Tail(stop)
    groups: list[list[Tok]] = []
    end = stop
    if numbered and (left_open := _OPEN_BASIS.search(text, start, stop)):
        tail.problems.append(_never_closed(left_open))
    while True:
        close = end
        while close > start and text[close - 1] in _BETWEEN:
            close -= 1
        group = _group_ending_at(text, start, close, numbered, tail)
        if group is None:
            break
        begin, tokens = group
        groups.append(tokens)
        end = begin
    if groups:
        while end > start and text[end - 1] in BLANKS:
            end -= 1
        tail.stop = end
        tail.tokens = [token for group in reversed(groups) for token in group]
        tail.problems.reverse()
    return tail


def _group_ending_at(
    text: str, start: int, close: int, numbered: bool, tail: Tail
) -> tuple[int, list[Tok]] | None:
    """The annotation that ends at `close`: where it begins, and its tokens; None where there is none."""
    if close <= start:
        return None
    last = text[close - 1]
    if last == "]":
        return _square(text, start, close, numbered, tail)
    if last == "}":
        return _braces(text, start, close, tail)
    if last == ")":
        return _round(text, start, close, tail) if numbered else None
    return _tag(text, start, close)


def _square(text: str, start: int, close: int, numbered: bool, tail: Tail) -> tuple[int, list[Tok]] | None:
    begin = text.rfind("[", start, close - 1)
    inner = text[begin + 1 : close - 1]
    if begin < 0 or "]" in inner:
        return None
    if inner.startswith("@") or _HAS_KEY.search(inner):
        return begin, _citations(text, begin + 1, close - 1, tail)
    if numbered and _BASIS_START.match(inner):
        return begin, _basis(text, begin, close, tail)
    return None


def _braces(text: str, start: int, close: int, tail: Tail) -> tuple[int, list[Tok]] | None:
    begin = text.rfind("{", start, close - 1)
    if begin < 0 or (begin > start and text[begin - 1] not in BLANKS and not _is_known(text, begin, close)):
        return None
    return begin, _attributes(text, begin, close, tail)


def _round(text: str, start: int, close: int, tail: Tail) -> tuple[int, list[Tok]] | None:
    begin = text.rfind("(", start, close - 1)
    if begin >= 0 and _BASIS_START.match(text, begin + 1, close):
        return begin, _basis(text, begin, close, tail)
    if begin >= 0 and _LIKE_BASIS.match(text, begin + 1, close):
        tail.problems.append(_like_basis(text[begin:close], begin, close))
    return None


def _tag(text: str, start: int, close: int) -> tuple[int, list[Tok]] | None:
    begin = text.rfind("#", start, close)
    if begin < 0 or (begin > start and text[begin - 1] not in BLANKS + ",;)]}"):
        return None
    if patterns()["TAG"].fullmatch(text, begin, close) is None:
        return None
    return begin, [Tok("TAG", text[begin + 1 : close], begin, close)]


def _trim(text: str, start: int, stop: int) -> tuple[int, int]:
    while start < stop and text[start] in BLANKS:
        start += 1
    while stop > start and text[stop - 1] in BLANKS:
        stop -= 1
    return start, stop


def _cut(text: str, start: int, stop: int, separator: str) -> list[tuple[int, int]]:
    """The pieces between separators that stand outside double quotes, blanks trimmed."""
    pieces: list[tuple[int, int]] = []
    begin, quoted = start, False
    for place in range(start, stop):
        character = text[place]
        if character == '"':
            quoted = not quoted
        elif character == separator and not quoted:
            pieces.append(_trim(text, begin, place))
            begin = place + 1
    return [*pieces, _trim(text, begin, stop)]


def _citations(text: str, start: int, stop: int, tail: Tail) -> list[Tok]:
    cited = patterns()["CITED"]
    tokens: list[Tok] = []
    for begin, end in _cut(text, start, stop, ";"):
        match = cited.search(text, begin, end)
        while match and match.start() > begin and text[match.start() - 1].isalnum():
            match = cited.search(text, match.end(), end)
        if match is None:
            tail.problems.append(_no_key(text, begin, end))
            continue
        rest, _ = _trim(text, match.end(), end)
        if cited.search(text, rest, end) and _HAS_KEY.search(text[rest:end]):
            tail.problems.append(_two_keys(begin, end))
            continue
        prefix, prefix_stop = _trim(text, begin, match.start())
        if prefix < prefix_stop and text[prefix_stop - 1] == "-":
            prefix, prefix_stop = _trim(text, prefix, prefix_stop - 1)  # Pandoc's -@: the author is left out
        if prefix < prefix_stop:
            tokens.append(Tok("CITED_AFTER", text[prefix:prefix_stop], prefix, prefix_stop))
        tokens.append(Tok("CITED", match[0][1:], begin, end))
        if rest < end and text[rest] == ",":
            rest, _ = _trim(text, rest + 1, end)
        if rest < end:
            tokens.append(Tok("LOCATOR", text[rest:end], rest, end))
    return tokens


def _like_basis(bracket: str, begin: int, close: int) -> Problem:
    numbers = ", ".join(re.findall(r"[0-9]+", bracket))
    return Problem(
        "L408",
        Severity.WARNING,
        f"{bracket} was read as text",
        begin,
        close,
        hints=(f"write ({numbers}) to name the premises",),
    )


def _never_closed(left_open: re.Match[str]) -> Problem:
    return Problem(
        "L401",
        Severity.ERROR,
        f"this {left_open[0][0]} is never closed",
        left_open.start(),
        left_open.end(),
        hints=("close the bracket, or put the whole text in double quotes",),
    )


def _no_key(text: str, begin: int, end: int) -> Problem:
    written = f"“{text[begin:end]}”" if begin < end else "an empty part"
    return Problem(
        "L407",
        Severity.ERROR,
        f"a citation needs a key with @ in it, but has {written}",
        begin,
        max(end, begin),
        hints=("write [@key] or [@key, p. 3], and separate several with semicolons",),
    )


def _two_keys(begin: int, end: int) -> Problem:
    return Problem(
        "L407",
        Severity.ERROR,
        "two works are cited without a semicolon between them",
        begin,
        end,
        hints=("write [@one, p. 3; @two]",),
    )


def _attributes(text: str, begin: int, close: int, tail: Tail) -> list[Tok]:
    tokens: list[Tok] = []
    if comma := _DECIMAL_COMMA.search(text, begin, close):
        tail.problems.append(_decimal_comma(comma))
        return tokens
    if text.count('"', begin, close) % 2:
        tail.problems.append(_stray_quote(begin, close, "a quotation mark in these braces is never closed"))
        return tokens
    for start, stop in _cut(text, begin + 1, close - 1, ","):
        if start == stop:
            tail.problems.append(
                Problem(
                    "L403",
                    Severity.ERROR,
                    "there is nothing between the braces"
                    if begin + 1 >= close - 1
                    else "a part between commas is empty",
                    begin,
                    close,
                    hints=(
                        "write a word such as {likely} or {strong}, or a key and a value such as {on: 2014}",
                    ),
                )
            )
            continue
        colon = text.find(":", start, stop)
        if colon < 0:
            tokens.append(Tok("ATTRIBUTE", text[start:stop], start, stop))
            continue
        key_start, key_stop = _trim(text, start, colon)
        value_start, value_stop = _trim(text, colon + 1, stop)
        value = text[value_start:value_stop]
        if '"' in value and not _VALUE_QUOTED.match(value):
            tail.problems.append(_stray_quote(start, stop, "a quotation mark stands inside this value"))
            continue
        tokens.append(Tok("ATTRIBUTE", text[key_start:key_stop], start, stop))
        tokens.append(Tok("VALUE", _unquoted(value), value_start, value_stop))
    return tokens


def _stray_quote(start: int, stop: int, message: str) -> Problem:
    hint = 'put the whole value in double quotes, as in {page: "12, 13"}, or separate the parts with a comma'
    return Problem("L403", Severity.ERROR, message, start, stop, hints=(hint,))


def _decimal_comma(comma: re.Match[str]) -> Problem:
    figure = comma[0].replace(",", ".")
    return Problem(
        "L405",
        Severity.ERROR,
        f"{comma[0]} has a comma, which separates attributes",
        *comma.span(),
        hints=(f"write {figure}, with a point",),
        replacement=figure,
    )


def _unquoted(value: str) -> str:
    match = _VALUE_QUOTED.match(value)
    return re.sub(r"\\(.)", r"\1", match[1]) if match else value


def _is_known(text: str, begin: int, close: int) -> bool:
    return any(is_attribute(text[start:stop]) for start, stop in _cut(text, begin + 1, close - 1, ","))


def is_attribute(part: str) -> bool:
    """Whether a part of braces holds a known word, a figure with a per cent sign, or a checked key."""
    word, colon, _ = part.partition(":")
    word = " ".join(word.split())
    if colon:
        return word in CHECKED_KEYS
    return word in LIKELIHOODS or word in STRENGTHS or ("%" in word and bool(_FIGURE.fullmatch(word)))


def _basis(text: str, begin: int, close: int, tail: Tail) -> list[Tok]:
    number = patterns()["PREMISE_NUMBER"]
    place, stop = begin + 1, close - 1
    tokens = [Tok("BASIS", text[begin], begin, close)]
    if match := _FROM.match(text, place, stop):
        place = match.end()
    place, stop = _trim(text, place, stop)
    while match := number.match(text, place, stop):
        tokens.append(Tok("PREMISE_NUMBER", match[0], match.start(), match.end()))
        place = match.end()
        separator = _SEPARATOR.match(text, place, stop)
        if separator is None or number.match(text, separator.end(), stop) is None:
            break
        place = separator.end()
    if len(tokens) > 1 and (match := _BY.match(text, place, stop)) and match.end() < stop:
        tokens.append(Tok("RULE", text[match.end() : stop], match.end(), stop))
        place = stop
    if len(tokens) > 1 and place == stop:
        return tokens
    tail.problems.append(
        Problem(
            "L310",
            Severity.ERROR,
            f"the bracket {text[begin:close]} does not give premises",
            begin,
            close,
            hints=(
                "write numbers of lines above, such as (1, 2) or (1-3 by modus ponens)",
                "to keep it as text, put the whole text in double quotes",
            ),
        )
    )
    return []
