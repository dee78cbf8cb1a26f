"""The examples of SPEC.md: runs of fenced blocks with nothing but blank lines between them."""

import re
from collections.abc import Iterator
from pathlib import Path

import attrs

import argmap
from argmap.model.map import ArgumentMap
from argmap.source.diagnostics import Diagnostic

SPEC = Path(__file__).parents[2] / "grammar" / "SPEC.md"

_FENCE = re.compile(r"^```(\w+)(?: file=(\S+))?$")
_UNSEEN = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\xa0\xad\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]")
_CHARACTER = re.compile(r"⟨U\+([0-9A-F]{4,6})⟩")
_NOT_RUN = frozenset({"text", "sh"})
MAIN = "map.argmap"


@attrs.frozen
class Fence:
    """A fenced block: its language, the file it is to be, the line of SPEC.md where it begins, its text."""

    kind: str
    file: str | None
    line: int
    text: str


@attrs.frozen
class Example:
    """A map with what SPEC.md promises of it. `files` are those beside the map, by name."""

    section: str
    line: int
    text: str
    files: dict[str, str]
    outline: str | None = None
    messages: str | None = None
    formatted: str | None = None

    @property
    def name(self) -> str:
        """The name of the test: section and line."""
        return f"{self.section}-{self.line}"


def examples() -> list[Example]:
    """Every example of SPEC.md, in order; ValueError where a block belongs to none."""
    return [_example(section, fences) for section, fences in _runs(SPEC.read_text(encoding="utf-8"))]


def _runs(text: str) -> Iterator[tuple[str, list[Fence]]]:
    section = ""
    run: list[Fence] = []
    lines = iter(enumerate(text.split("\n"), 1))
    for number, line in lines:
        if line.startswith("```"):
            fence = _read_fence(number, line, lines)
            if fence.kind not in _NOT_RUN or fence.file is not None:
                if fence.kind == "argmap" and fence.file is None and run:
                    yield section, run
                    run = []
                run.append(fence)
            continue
        if line.strip() and run:
            yield section, run
            run = []
        if line.startswith("#"):
            section = re.sub(r"[^a-z0-9]+", "-", line.lower()).strip("-")
    if run:
        yield section, run


def _read_fence(number: int, opening: str, lines: Iterator[tuple[int, str]]) -> Fence:
    match = _FENCE.match(opening)
    if match is None:
        raise ValueError(f"SPEC.md:{number}: {opening} opens no block that is known")
    body: list[str] = []
    for _, line in lines:
        if line == "```":
            return Fence(match[1], match[2], number, "".join(f"{text}\n" for text in body))
        body.append(line)
    raise ValueError(f"SPEC.md:{number}: the block is never closed")


def _example(section: str, fences: list[Fence]) -> Example:
    head, *others = fences
    if head.kind != "argmap" or head.file is not None:
        raise ValueError(f"SPEC.md:{head.line}: this block belongs to no example")
    files: dict[str, str] = {}
    promised: dict[str, str] = {}
    for fence in others:
        place = files if fence.file else promised
        name = fence.file or fence.kind
        if name in place or (fence.file is None and name not in {"outline", "messages", "formatted"}):
            raise ValueError(f"SPEC.md:{fence.line}: a second block, or none that an example has: {name}")
        place[name] = _characters(fence.text) if fence.file else fence.text
    if not promised:
        raise ValueError(f"SPEC.md:{head.line}: the example promises nothing")
    return Example(section, head.line, _characters(head.text), files, **promised)


def _characters(text: str) -> str:
    """The text with `→` made a tab and `⟨U+00A0⟩` the character of that number."""
    return _CHARACTER.sub(lambda match: chr(int(match[1], 16)), text.replace("→", "\t"))


def visible(text: str) -> str:
    """The other way round: characters that nobody can see, as SPEC.md shows them."""
    return _UNSEEN.sub(lambda match: f"⟨U+{ord(match[0]):04X}⟩", text).replace("\t", "→")


def read(example: Example, folder: Path) -> ArgumentMap:
    """The map that an example makes; one of several files is read from `folder`, the working folder."""
    if not example.files:
        return argmap.parse(example.text, name=MAIN)
    for name, text in {MAIN: example.text, **example.files}.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    return argmap.load(MAIN)


def messages(map: ArgumentMap) -> str:
    """All messages, as `line:column: CODE severity message`; those of other files begin with its name."""
    return "".join(f"{_message(diagnostic, map)}\n" for diagnostic in map.diagnostics)


def _message(diagnostic: Diagnostic, map: ArgumentMap) -> str:
    line, column = map.texts[diagnostic.span.file].position(diagnostic.span.start)
    file = "" if diagnostic.span.file == MAIN else f"{diagnostic.span.file}:"
    return f"{file}{line}:{column}: {diagnostic.code} {diagnostic.severity.value} {diagnostic.message}"
