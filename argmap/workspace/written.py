"""What is being written at an offset: the part of a line that completion would finish."""

import re
from typing import Literal

import attrs

from argmap.language.annotations import TAKES_CITATIONS
from argmap.language.inline import split_reasons
from argmap.language.keywords import CLAIM_KEYWORDS, VERDICTS
from argmap.language.tokens import BLANK, BLANKS
from argmap.workspace.surroundings import Above, above, keyword_of

Part = Literal[
    "keyword",
    "field",
    "field value",
    "label",
    "source key",
    "scheme",
    "attribute",
    "attribute value",
    "tag",
    "file",
    "reader",
    "number",
]

_NAME = r"[\w.\-\u0300-\u036f\u200c\u200d]"
_CHAIN = re.compile(
    rf"{BLANK}*(?:@{_NAME}+{BLANK}*(?:,{BLANK}*(?:and{BLANK}+)?|and{BLANK}+|&{BLANK}*))*(@{_NAME}*)"
)
_CITED = re.compile(r"(?:^|[\s;\-(])@([\w:.#$%&\-+?<>~/]*)$")
_TAG = re.compile(rf"(?:^|[{BLANKS},;)\]}}])#({_NAME}*)$")
_NUMBERS = re.compile(r"[\d\s,&–\-andfrom]*")
_RULE = re.compile(r"[\d\s,&–\-andfrom]*\bby\s+")
_FIELD = re.compile(rf"([^\W\d_][\w\-]*){BLANK}*:{BLANK}*")
_DIGITS = re.compile(r"\d*$")
_REST = {
    "source key": re.compile(r"[\w:\-./]*"),
    "scheme": re.compile(rf"[^{{#\[\n\r)]*?(?={BLANK}*(?:[{{#)]|$))"),
    "attribute": re.compile(rf"[^,:}}\n\r]*?(?={BLANK}*[,:}}])|[\w\-]*"),
    "attribute value": re.compile(rf"[^,}}\n\r]*?(?={BLANK}*[,}}])|[\w\-]*"),
    "file": re.compile(r"[^\n\r]*"),
}
"""What of the line after the cursor belongs to the word that is being written."""
_REST_OF_NAME = re.compile(rf"{_NAME}*")


@attrs.frozen
class Written:
    """A part of a line. `query` stands of it before the cursor; `start` to `stop` is to be replaced."""

    part: Part
    query: str
    start: int
    stop: int
    keyword: str = ""
    """Of the line, or of the reason inside it."""
    key: str = ""
    """The field or attribute whose value it is; for what a `by` line has in braces, the scheme."""
    beside: tuple[str, ...] = ()
    """What stands with it already: the other attributes in the braces, the other labels of a list."""
    refers: bool = False
    """Whether the line refers to a claim that is defined elsewhere."""
    above: Above = attrs.field(factory=Above)


@attrs.frozen
class _Line:
    """The line up to the cursor; `start` is where it begins in the text, `begin` where its content does."""

    text: str
    start: int
    whole: str
    above: Above
    keyword: str = ""
    begin: int = 0

    def written(
        self, part: Part, query: str, *, key: str = "", beside: tuple[str, ...] = (), refers: bool = False
    ) -> Written:
        stop = len(self.text)
        rest = _REST.get(part, _REST_OF_NAME).match(self.whole, stop)
        return Written(
            part,
            query,
            self.start + stop - len(query),
            self.start + (rest.end() if rest else stop),
            self.keyword,
            key,
            beside,
            refers,
            self.above,
        )


def written_at(text: str, offset: int) -> Written | None:
    """What is being written at an offset; None where anything may be written. Works in broken text."""
    offset = min(max(offset, 0), len(text))
    start = max(text.rfind("\n", 0, offset), text.rfind("\r", 0, offset)) + 1
    start += text.startswith("\ufeff", start)
    if start > offset:
        return None
    ends = [end for end in (text.find("\n", offset), text.find("\r", offset)) if end >= 0]
    before, whole = text[start:offset], text[start : min(ends, default=len(text))]
    content = before.lstrip(BLANKS)
    if content.startswith("#"):
        return None
    indent = before[: len(before) - len(content)]
    line = _Line(before, start, whole, above(text, start, indent))
    if line.above.takes_fields and not content.startswith("note "):
        return _field(line, content)
    if re.fullmatch(r"[^\W\d_]*", content):
        return line.written("keyword", content)
    keyword, begin = keyword_of(content, margin=not indent)
    if not keyword:
        return None
    return _content(attrs.evolve(line, keyword=keyword, begin=len(indent) + begin))


def _field(line: _Line, content: str) -> Written | None:
    match = _FIELD.match(content)
    if match is not None:
        value = content[match.end() :]
        key = match[1].lower()
        query = value.rpartition(",")[2].split(" ")[-1] if key == "allow" else value
        return line.written("field value", query, key=key)
    return line.written("field", content) if re.fullmatch(r"[\w\-]*", content) else None


def _content(line: _Line) -> Written | None:
    text, begin = line.text, line.begin
    if line.keyword in {"include", "bibliography"}:
        return line.written("file", text[begin:])
    if line.keyword in {"map", "section"}:
        return None
    if line.keyword == "review":
        return line.written("reader", text[begin:]) if re.fullmatch(r"[\w.\-]*", text[begin:]) else None
    if line.keyword in CLAIM_KEYWORDS or line.keyword == "number":
        because, begin, _ = split_reasons(text, begin, len(text))[-1]
        line = attrs.evolve(line, keyword="because" if because >= 0 else line.keyword, begin=begin)
    rest = text[begin:]
    if rest.startswith('"') and rest.replace('\\"', "").count('"') % 2:
        return None
    return _annotation(line, rest) or _name(line, rest)


def _annotation(line: _Line, rest: str) -> Written | None:
    brace, bracket = rest.rfind("{"), rest.rfind("[")
    if brace > rest.rfind("}"):
        return _attribute(line, rest[:brace], rest[brace + 1 :])
    if bracket > rest.rfind("]") and line.keyword in TAKES_CITATIONS:
        cited = _CITED.search(rest[bracket + 1 :])
        if cited is not None:
            return line.written("source key", cited[1])
    tag = _TAG.search(rest)
    if tag is not None and line.keyword in CLAIM_KEYWORDS | {"number", "question", "note"}:
        return line.written("tag", tag[1])
    return _basis(line, rest) if line.keyword == "number" else None


def _attribute(line: _Line, before: str, inside: str) -> Written:
    *others, last = inside.split(",")
    words = tuple(" ".join(other.partition(":")[0].split()) for other in others)
    scheme = before.strip(BLANKS) if line.keyword == "by" else ""
    refers = before.lstrip(BLANKS).startswith("@")
    key, colon, value = last.partition(":")
    if not colon:
        query = last.lstrip(BLANKS)
        return line.written("attribute", query, key=scheme, beside=words, refers=refers)
    query = value.lstrip(BLANKS)
    if key.strip() == "allow":
        query = query.rpartition(" ")[2]
    return line.written("attribute value", query, key=" ".join(key.split()), beside=words, refers=refers)


def _basis(line: _Line, rest: str) -> Written | None:
    """The bracket at the end of a numbered line: premises by number, then perhaps `by` and a rule."""
    opened = max(rest.rfind("("), rest.rfind("["))
    if opened < 0 or opened < max(rest.rfind(")"), rest.rfind("]")):
        return None
    inside = rest[opened + 1 :]
    rule = _RULE.match(inside)
    if rule is not None and re.search(r"\d", rule[0]):
        return line.written("scheme", inside[rule.end() :])
    if _NUMBERS.fullmatch(inside):
        digits = _DIGITS.search(inside)
        return line.written("number", digits[0] if digits else "", beside=tuple(re.findall(r"\d+", inside)))
    return None


def _name(line: _Line, rest: str) -> Written | None:
    if line.keyword == "by":
        return line.written("scheme", rest.lstrip(BLANKS))
    if line.keyword in CLAIM_KEYWORDS:
        chain = _CHAIN.fullmatch(rest)
    elif line.keyword in VERDICTS:
        chain = re.fullmatch(rf"{BLANK}*(@{_NAME}*)", rest)
    else:
        return None
    if chain is None:
        return None
    beside = tuple(re.findall(rf"@({_NAME}+)", rest[: chain.start(1)]))
    return line.written("label", chain[1][1:], beside=beside)
