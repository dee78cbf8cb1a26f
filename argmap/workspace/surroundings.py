"""What stands above a line that is being written, found without reading the block, which may be broken."""

import re
from collections.abc import Iterator

import attrs

from argmap.language.inline import split_reasons
from argmap.language.keywords import BLOCKS, COMPLETIONS, MAP_FIELDS, OPENERS, SOURCE_FIELDS, TOKENS
from argmap.language.placement import BELOW
from argmap.language.tokens import BLANK, BLANKS

HEAD = re.compile(rf"([^\W\d_]+)(?:{BLANK}*:(?={BLANK}|$)|(?={BLANK}|$)){BLANK}*")
"""A keyword with the colon that may follow it."""
NUMBER = re.compile(rf"(?:([0-9]{{1,9}})[.)]|\(([0-9]{{1,9}})\))(?={BLANK}|$){BLANK}*")
"""What opens a line of standard form."""
_FIELD = re.compile(rf"([^\W\d_][\w\-]*){BLANK}*:")
_BASIS = re.compile(r"[(\[]\s*(?:from\b\s*)?[0-9]")
_BELONGS_TO_STEP = OPENERS | COMPLETIONS - {"by"}
_ORDER = (
    *("because", "but", "evidence", "and", "since", "assuming", "unless", "by", "answer"),
    *("accept", "doubt", "reject", "ask"),
    *("claim", "thesis", "question", "section", "source", "bibliography", "include", "map", "review", "note"),
)
"""Keywords as they are offered: what is written most stands first."""


@attrs.frozen
class Above:
    """What is above a line. `parent` is the keyword of the line it stands below; empty for none."""

    parent: str = ""
    opened: bool = False
    """Whether there is a step here that a completing line would complete."""
    scheme: bool = False
    """Whether that step has its scheme."""
    fields: frozenset[str] = frozenset()
    """The fields that the lines beside it give."""
    margin: bool = False
    """Whether the line stands at the left margin."""
    next_number: int = 0
    """The number of the next line of standard form, after a numbered line; else 0."""

    @property
    def takes_fields(self) -> bool:
        """Whether the line is a field or a note below a map or source line."""
        return self.parent in {"map", "source"}


def keyword_of(line: str, *, margin: bool) -> tuple[str, int]:
    """The keyword of a line without its indentation, and where its content begins; empty for none."""
    head = HEAD.match(line)
    if head is not None:
        word = head[1].lower() if margin and head[1][1:].islower() else head[1]
        if word in TOKENS:
            return word, head.end()
    number = NUMBER.match(line)
    return ("number", number.end()) if number else ("", 0)


def above(text: str, line_start: int, indent: str) -> Above:
    """What stands above the line that begins at an offset and is indented so."""
    width = _width(indent)
    if not width:
        return Above(margin=True, next_number=_next_number(text, line_start))
    opened = scheme = False
    fields: set[str] = set()
    for line in _lines_above(text, line_start):
        content = line.lstrip(BLANKS)
        own = _width(line[: len(line) - len(content)])
        if own > width:
            continue
        keyword, start = keyword_of(content, margin=not own)
        if own == width and own:
            if not opened:
                scheme = scheme or keyword == "by"
                opened = keyword in OPENERS
            if field := _FIELD.match(content):
                fields.add(field[1].lower())
            continue
        if not opened:
            opened = _parent_opens(content, keyword, start)
        return Above(keyword, opened, scheme, frozenset(fields))
    return Above()


def keywords_here(found: Above, text: str) -> list[str]:
    """The keywords that may begin a line there, the likeliest first."""
    if found.margin:
        titled = text.startswith("map ") or "\nmap " in text
        return [word for word in _ORDER if word in BLOCKS and not (word == "map" and titled)]
    allowed = BELOW.get(found.parent, frozenset())
    return [
        word
        for word in _ORDER
        if word in allowed
        and (found.opened or word not in COMPLETIONS)
        and not (word == "by" and found.scheme)
    ]


def fields_here(found: Above) -> list[str]:
    """The fields that may stand there and do not yet."""
    known = MAP_FIELDS if found.parent == "map" else SOURCE_FIELDS
    return [field for field in known if field not in found.fields]


def numbers_above(text: str, line_start: int) -> dict[int, str]:
    """The numbered lines of the same section above a line: their texts by number, the nearest first."""
    found: dict[int, str] = {}
    for line in _lines_above(text, line_start):
        if match := NUMBER.match(line):
            found.setdefault(int(match[1] or match[2]), line[match.end() :])
        elif keyword_of(line, margin=True)[0] == "section":
            break
    return found


def _parent_opens(content: str, keyword: str, start: int) -> bool:
    """Whether the first lines below a line complete the step that this line belongs to or opens itself."""
    if keyword in _BELONGS_TO_STEP:
        return True
    if keyword == "number":
        return _BASIS.search(content, start) is not None
    return keyword in {"thesis", "claim", "answer"} and len(split_reasons(content, start, len(content))) > 1


def _next_number(text: str, line_start: int) -> int:
    for line in _lines_above(text, line_start):
        if line[:1] in BLANKS:
            continue
        match = NUMBER.match(line)
        return int(match[1] or match[2]) + 1 if match else 0
    return 0


def _lines_above(text: str, line_start: int) -> Iterator[str]:
    """The lines before an offset that say something, upwards, without their ends."""
    stop = line_start
    old_ends = "\r" in text
    while stop > 0:
        begin = text.rfind("\n", 0, stop - 1) + 1
        if old_ends:
            begin = max(begin, text.rfind("\r", begin, stop - 1) + 1)
        line = text[begin:stop].rstrip("\r\n")
        stop = begin
        if line.strip() and line.lstrip(BLANKS)[:1] != "#":
            yield line


def _width(indent: str) -> int:
    return len(indent.expandtabs(8))
