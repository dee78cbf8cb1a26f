"""A handout as Markdown: CommonMark that any editor, note-taking program or converter takes."""

import re
from collections.abc import Iterator, Mapping

from argmap.drawing.legend import NOTHING_YET
from argmap.model.elements import Citation, Source
from argmap.model.reference_text import cite, full_reference
from argmap.pages.handout_content import Handout, OutlineLine, OutlinePart, SheetPart, StandardLine
from argmap.pages.handout_runs import Remark, Runs, Sources
from argmap.source.cells import printable

_SPECIAL = re.compile(r"[\\`*_{}\[\]<>#|~$^@&]")
_LIST_OR_HEADING = re.compile(r"^(\d{1,9})([.)])(?=\s|$)|^([-+=:])")
_ADDRESS = re.compile(r"https?://[^\s<>\\\x00-\x1f]+")
_DEEPEST = 30  # lists further in are read as code by some programs


def markdown(handout: Handout, sources: Mapping[str, Source], *, diagram: str | None = None) -> str:
    """The whole handout; references are in the form of `argmap.model.reference_text`.

    Nothing that the map says acts as Markdown. `diagram` is the address of a drawing beside the file.
    """
    blocks = [
        f"# {escaped(handout.title)}",
        escaped(handout.byline),
        f"The text that is mapped: {_reference(sources[handout.mapped])}" if handout.mapped else "",
        f"![Diagram of the argument](<{diagram}>)" if diagram else "",
        *_outline(handout, sources),
        *_standard(handout),
        *_remarks("## Notes", handout.notes, handout, sources),
    ]
    if handout.questions:
        blocks.append("## Open questions")
    for heading, entries in handout.questions.lists():
        blocks += _remarks(f"### {heading}", entries, handout, sources)
    if handout.cited:
        references = sorted((sources[key] for key in handout.cited), key=_sorted_by)
        blocks += ["## References", "\n".join(f"- {_reference(source)}" for source in references)]
    return "\n\n".join(block for block in blocks if block) + "\n"


def escaped(text: str) -> str:
    """The text on one line, with a backslash wherever Markdown or a dialect of it would see a mark."""
    line = _SPECIAL.sub(r"\\\g<0>", printable(" ".join(text.split())))
    return _LIST_OR_HEADING.sub(
        lambda found: f"{found[1]}\\{found[2]}" if found[1] else f"\\{found[3]}", line
    )


def _outline(handout: Handout, sources: Mapping[str, Source]) -> Iterator[str]:
    if not handout.outline:
        yield NOTHING_YET
        return
    yield "## Outline"
    if handout.judgement:
        yield escaped(handout.judgement)
    for part in handout.outline:
        if part.heading:
            yield f"### {escaped(part.heading)}"
        yield _outline_list(part, handout, sources)


def _outline_list(part: OutlinePart, handout: Handout, sources: Mapping[str, Source]) -> str:
    return "\n".join(
        f"{'  ' * min(line.depth, _DEEPEST)}- {_outline_line(line, handout, sources)}" for line in part.lines
    )


def _outline_line(line: OutlineLine, handout: Handout, sources: Mapping[str, Source]) -> str:
    level = f"(level {line.depth})" if line.depth > _DEEPEST else ""
    mark = f"**{line.mark}**" if line.mark else ""
    standing = f"**[{line.standing}]**" if line.standing else ""
    words = (level, mark, _pieces(line.runs, handout, sources), standing)
    return " ".join(word for word in words if word)


def _pieces(runs: Runs, handout: Handout, sources: Mapping[str, Source]) -> str:
    words: list[str] = []
    for run in runs:
        if isinstance(run, Sources):
            cited = "; ".join(_cited(one, handout, sources) for one in run.citations)
            words.append(f"({escaped(cited)})")
        elif text := escaped(run.text):
            words.append(f"*{text}*" if run.manner == "name" else text)
    return " ".join(words)


def _cited(citation: Citation, handout: Handout, sources: Mapping[str, Source]) -> str:
    if citation.key == handout.mapped and citation.locator and not citation.prefix:
        return citation.locator
    return cite(sources.get(citation.key), citation)


def _standard(handout: Handout) -> Iterator[str]:
    if handout.standard:
        yield "## Standard form"
    for part in handout.standard:
        if part.heading:
            yield f"### {escaped(part.heading)}"
        yield from _paragraphs(part)


def _paragraphs(part: SheetPart) -> Iterator[str]:
    """Each argument as a paragraph of lines: lists would count their lines anew."""
    lines: list[str] = []
    for line in part.lines:
        if line.opens and lines:
            yield "\\\n".join(lines)
            lines = []
        lines.append(_standard_line(line))
    yield "\\\n".join(lines)


def _standard_line(line: StandardLine) -> str:
    if line.number is None:
        return f"**{escaped(line.text)}**"
    words = (f"({line.number})", escaped(line.text), escaped(line.aside))
    return " ".join(word for word in words if word)


def _remarks(
    heading: str, remarks: tuple[Remark, ...], handout: Handout, sources: Mapping[str, Source]
) -> Iterator[str]:
    if not remarks:
        return
    yield heading
    yield "\n".join(
        f"- {f'*{escaped(remark.about)}:* ' if remark.about else ''}{_pieces(remark.runs, handout, sources)}"
        for remark in remarks
    )


def _reference(source: Source) -> str:
    text = full_reference(source)
    address = source.url or ""
    if not address or not text.endswith(address) or not _ADDRESS.fullmatch(address):
        return escaped(text)
    return f"{escaped(text.removesuffix(address))} <{address}>"


def _sorted_by(source: Source) -> str:
    return full_reference(source).casefold()
