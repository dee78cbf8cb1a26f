"""Cuts the lines of a block into the grammar's tokens.

A line that cannot be cut becomes one UNREADABLE token, with a message that says why; every line is
looked at on its own, so one bad line costs only itself.
"""

import re

from argmap.language.inline import split_reasons
from argmap.language.keywords import ALIASES, FORWARD, MARKS, TOKENS
from argmap.language.patterns import patterns
from argmap.language.quotes import unquote
from argmap.language.suggestions import did_you_mean, likely_meant
from argmap.language.syntax import Mention, Name, Problem
from argmap.language.tail import Tail, read_tail
from argmap.language.tokens import BLANK, BLANKS, Tok
from argmap.language.wording import check_text
from argmap.source.diagnostics import Severity

_KEYWORDS = tuple(sorted(TOKENS))
_LINE = re.compile(rf"({BLANK}*)([^\n]*)(?:\n|\Z)")
_HEAD = re.compile(rf"([^\W\d_]+)(?::(?={BLANK}|$)|{BLANK}+:(?={BLANK}|$)|(?={BLANK}|$)){BLANK}*")
_AFTER_LABEL = re.compile(rf":{BLANK}*")
_AND = re.compile(rf"{BLANK}*(?:,{BLANK}*(?:and{BLANK}+)?|and{BLANK}+|&{BLANK}*)(?=@)")
_HEADING = re.compile(rf"##+{BLANK}+\S")


class LexedLine:
    """The tokens of one line. `keyword` is empty when it has none that is known."""

    __slots__ = ("indent", "keyword", "lost_labels", "mentions", "problems", "start", "stop", "tokens")

    def __init__(self, indent: str, start: int, stop: int) -> None:
        self.indent = indent
        self.start = start
        self.stop = stop
        self.keyword = ""
        self.tokens: list[Tok] = []
        self.problems: list[Problem] = []
        self.mentions: list[Mention] = []
        self.lost_labels: list[Name] = []

    def unreadable(self, problem: Problem) -> None:
        """Give the line up: it keeps its place as one token."""
        self.lost_labels += [
            Name(token.value, token.start, token.stop)
            for token in self.tokens
            if token.type in {"LABEL", "NUMBER"}
        ]
        self.tokens = [Tok("UNREADABLE", "", self.start, self.stop)]
        self.mentions = []
        self.problems = [*(p for p in self.problems if p.severity is Severity.ERROR), problem]


def lex(text: str) -> tuple[list[LexedLine], list[Problem]]:
    """The statement lines of a block and the messages about its comments. Lines end at LF here."""
    lines: list[LexedLine] = []
    problems: list[Problem] = []
    fielded = False
    for match in _LINE.finditer(text):
        start, stop = match.span(2)
        if start == stop:
            continue
        first = text[start]
        if first == "#":
            if match[1] == "" and _HEADING.match(text, start, stop):
                problems.append(_heading(text, start, stop))
            continue
        content = match[2].rstrip(BLANKS)
        if not content.strip():
            continue
        stop = start + len(content)
        line = LexedLine(match[1], start, stop)
        _lex_line(text, line, fielded)
        if not lines:
            fielded = line.keyword in {"map", "source"}
        lines.append(line)
    return lines, problems


def _heading(text: str, start: int, stop: int) -> Problem:
    title = text[start:stop].strip(BLANKS + "#")
    return Problem(
        "L111",
        Severity.WARNING,
        "a line that begins with # is a comment, not a heading",
        start,
        stop,
        hints=("write `section NAME` for a part of the map, or a single # for a comment",),
        replacement=f"section {title}" if title else None,
    )


def _lex_line(text: str, line: LexedLine, fielded: bool) -> None:
    start, stop = line.start, line.stop
    if fielded and line.indent:
        _lex_field(text, line)
        return
    head = _HEAD.match(text, start, stop)
    if head is not None:
        word = head[1]
        kind = TOKENS.get(word)
        if kind is None and not line.indent and word[1:].islower():
            word = word.lower()
            kind = TOKENS.get(word)
        if kind is not None:
            line.keyword = word
            line.tokens.append(Tok(kind, word, start, start + len(word)))
            line.tokens[0].end = stop
            _LEXERS[kind](text, line, head.end())
            return
    number = patterns()["NUMBER"].match(text, start, stop)
    if number is not None and (number.end() == stop or text[number.end()] in BLANKS):
        line.keyword = "number"
        line.tokens.append(Tok("NUMBER", number[0].strip("().").lstrip("0") or "0", start, number.end()))
        line.tokens[0].end = stop
        _lex_claim(text, line, _skip(text, number.end(), stop))
        return
    line.unreadable(_unknown_keyword(text, line))
    word = text[start:stop].split(None, 1)[0]
    after = _skip(text, start + len(word), stop)
    if label := patterns()["LABEL"].match(text, after, stop):
        line.lost_labels.append(Name(label[0], after, label.end()))


def _skip(text: str, start: int, stop: int) -> int:
    while start < stop and text[start] in BLANKS:
        start += 1
    return start


def _instead(word: str) -> tuple[str, ...]:
    """What to write for a word that people use for one of the keywords."""
    keyword = ALIASES.get(word.lower())
    if word.lower() in FORWARD:
        return (
            "a map goes from a claim down to its reasons: write the conclusion above, and `because` here",
        )
    if keyword:
        return (f"write `{keyword}`",)
    if word in MARKS:
        return (f"{word} stands for `{MARKS[word]}` where a map is shown; in its text, write the word",)
    if word and not word[0].isalnum():
        return ("every line begins with a keyword, such as because or but",)
    return ()


def _keyword_meant(word: str) -> str | None:
    """The keyword that was perhaps meant by a word, if it is one word for another."""
    if word.lower() in FORWARD or not word[:1].isalnum():
        return None
    return ALIASES.get(word.lower()) or likely_meant(word, _KEYWORDS)


def _unknown_keyword(text: str, line: LexedLine) -> Problem:
    word = text[line.start : line.stop].split(None, 1)[0]
    bare = word.rstrip(":")
    hints = _instead(bare) or did_you_mean(bare, _KEYWORDS)
    if not hints and re.match(r"\d+[.)]\S", word):
        hints = ("put a space after the number",)
    if not hints:
        hints = ("begin the line with a keyword; if it continues the line above, join the two",)
    shown = bare if len(bare) <= 40 else bare[:40] + "…"
    return Problem(
        "L101",
        Severity.ERROR,
        f"“{shown}” is no keyword",
        line.start,
        line.start + len(bare),
        hints=hints,
        replacement=_keyword_meant(bare),
    )


def _lex_field(text: str, line: LexedLine) -> None:
    match = patterns()["FIELD"].match(text, line.start, line.stop)
    head = _HEAD.match(text, line.start, line.stop)
    if head is not None and head[1] == "note":
        line.keyword = "note"
        line.tokens.append(Tok("NOTE", "note", line.start, line.start + 4))
        line.tokens[0].end = line.stop
        _lex_noted(text, line, head.end())
        return
    if match is None:
        word = text[line.start : line.stop].split(maxsplit=1)[0]
        if word in TOKENS:
            line.keyword = word
            line.unreadable(
                Problem(
                    "L202",
                    Severity.ERROR,
                    f"`{word}` cannot stand below a map or source line",
                    line.start,
                    line.start + len(word),
                    hints=(
                        "only fields such as `author: ...` and notes stand there; move it to the left margin",
                    ),
                )
            )
            return
        line.unreadable(
            Problem(
                "L204",
                Severity.ERROR,
                "a field needs a name and a colon",
                line.start,
                line.stop,
                hints=(f"write `{word}: ...`",),
            )
        )
        return
    line.keyword = "field"
    name = match[0]
    line.tokens.append(Tok("FIELD", name.lower(), line.start, match.end()))
    line.tokens[0].end = line.stop
    place = _skip(text, text.index(":", match.end()) + 1, line.stop)
    _add_text(text, line, place, line.stop)


def _add_text(text: str, line: LexedLine, start: int, stop: int) -> None:
    if start < stop and unquote(text[start:stop]).strip():
        line.tokens.append(Tok("TEXT", text[start:stop], start, stop))


def _lex_titled(text: str, line: LexedLine, place: int) -> None:
    _add_text(text, line, place, line.stop)


def _lex_label(text: str, line: LexedLine, place: int, stop: int) -> int:
    """Add the label at `place`, if there is one, and return where the text begins."""
    label = patterns()["LABEL"].match(text, place, stop)
    if label is None:
        return place
    line.tokens.append(Tok("LABEL", label[0], place, label.end()))
    after = _AFTER_LABEL.match(text, label.end(), stop)
    return after.end() if after else stop


def _lex_labelled(text: str, line: LexedLine, place: int) -> None:
    """source, question, review: an optional label, text, annotations."""
    _add_annotated(text, line, _lex_label(text, line, place, line.stop), line.stop)


def _lex_noted(text: str, line: LexedLine, place: int) -> None:
    _add_annotated(text, line, place, line.stop)


def _add_annotated(text: str, line: LexedLine, place: int, stop: int) -> None:
    _add_tail(text, line, place, read_tail(text, place, stop, numbered=False))


def _add_tail(text: str, line: LexedLine, place: int, tail: Tail) -> None:
    _add_text(text, line, place, tail.stop)
    if place < tail.stop:
        problems, mentions = check_text(text, place, tail.stop)
        line.problems += problems
        line.mentions += mentions
    line.tokens += tail.tokens
    line.problems += tail.problems


def _lex_by(text: str, line: LexedLine, place: int) -> None:
    _add_annotated(text, line, place, line.stop)


def _lex_verdict(text: str, line: LexedLine, place: int) -> None:
    reference = patterns()["REFERENCE"].match(text, place, line.stop)
    if reference is not None:
        line.tokens.append(Tok("REFERENCE", reference[0][1:], place, reference.end()))
        place = _skip(text, reference.end(), line.stop)
        if place < line.stop and text[place] == ":":
            place = _skip(text, place + 1, line.stop)
        elif place < line.stop and text[place] not in "{[#":
            line.unreadable(_no_colon(line, reference[0], place))
            return
    _add_annotated(text, line, place, line.stop)


def _no_colon(line: LexedLine, reference: str, place: int) -> Problem:
    return Problem(
        "L116",
        Severity.ERROR,
        f"a comment after {reference} needs a colon before it",
        place,
        line.stop,
        hints=(f"write `{line.keyword} {reference}: ...`",),
    )


def _lex_claim(text: str, line: LexedLine, place: int) -> None:
    for because, start, stop in split_reasons(text, place, line.stop):
        begin = start
        if because >= 0:
            line.tokens.append(Tok("BECAUSE", "because", because, because + len("because")))
            line.tokens[-1].end = stop
        else:
            line.tokens[0].end = stop
        if line.keyword != "number" or because >= 0:
            begin = _lex_label(text, line, start, stop)
        if begin < stop and text[begin] == "@" and not (line.keyword == "number" and because < 0):
            begin = _lex_references(text, line, begin, stop)
            if begin < stop and text[begin] in ".,;":
                begin = _skip(text, begin + 1, stop)
        _add_tail(text, line, begin, read_tail(text, begin, stop, numbered=line.keyword == "number"))


def _lex_references(text: str, line: LexedLine, place: int, stop: int) -> int:
    pattern = patterns()["REFERENCE"]
    while (reference := pattern.match(text, place, stop)) is not None:
        line.tokens.append(Tok("REFERENCE", reference[0][1:], place, reference.end()))
        place = reference.end()
        if (separator := _AND.match(text, place, stop)) is None:
            break
        place = separator.end()
    if reference is None and not text[place + 1 : min(place + 2, stop)].strip(BLANKS + "@"):
        line.problems.append(_no_name(place))
    return _skip(text, place, stop)


def _no_name(place: int) -> Problem:
    hint = "write the label right after it, as in @label, or put the text in double quotes"
    return Problem("L116", Severity.ERROR, "no label follows this @", place, place + 1, hints=(hint,))


_LEXERS = {
    "CLAIM": _lex_claim,
    "VERDICT": _lex_verdict,
    "TITLED": _lex_titled,
    "FILED": _lex_titled,
    "SOURCE": _lex_labelled,
    "QUESTION": _lex_labelled,
    "REVIEW": _lex_labelled,
    "NOTE": _lex_noted,
    "BY": _lex_by,
}
