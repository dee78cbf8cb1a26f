"""What readers make of a map, as text: the figures, and then the claims, the most disputed first."""

from collections.abc import Iterator

from argmap.documents.wording import citations_text, likelihood_text, named_text
from argmap.model.elements import Question
from argmap.model.map import ArgumentMap
from argmap.reasoning.agreement import JUDGEMENTS, Agreement, Consensus, Opinion, Opinions
from argmap.source.cells import padded, printable, width, wrap
from argmap.source.report_human import counted

_SHARE_CELLS = 7
_NARROWEST = 40
_LONGEST_READER = 12
_WORD_CELLS = 7
_WORDS = {"accept": "accepts", "reject": "rejects", "doubt": "doubts", "ask": "asks"}
_HEADS = {
    "judged by one": "One reader only:",
    "asked": "Only asked about:",
}


def consensus_text(argument_map: ArgumentMap, found: Consensus, *, cells: int = 80) -> str:
    """Who said what of which claim, in lines of at most `cells` (at least 40) terminal cells."""
    cells = max(cells, _NARROWEST)
    blocks = ["\n".join(_summary(argument_map, found, cells))]
    names = [printable(review.reader) for review in found.reviews]
    reader_cells = min(max(map(width, names), default=0), _LONGEST_READER)
    before = ""
    for target in found.targets:
        group = _group(target)
        lines = list(_target(argument_map, target, cells, reader_cells))
        if group != before and group in _HEADS:
            lines = [_HEADS[group], "", *lines]
        before = group
        blocks.append("\n".join(lines))
    return "\n\n".join(blocks) + "\n"


def _group(target: Opinions) -> str:
    if target.agreement is not None:
        return "compared"
    return "judged by one" if target.judgements else "asked"


def _summary(argument_map: ArgumentMap, found: Consensus, cells: int) -> Iterator[str]:
    if not found.reviews:
        yield from wrap("There are no reviews: nobody has judged this map.", cells)
        return
    readers = [
        f"{review.reader} ({review.title})" if review.title else review.reader for review in found.reviews
    ]
    yield from wrap(f"Readers: {', '.join(readers)}", cells)
    for sentence in _figures(found.overall):
        yield from wrap(sentence, cells)
    if found.silent:
        total = len(argument_map.claims)
        yield from wrap(f"Judged by nobody: {found.silent} of {counted(total, 'claim')}.", cells)


def _figures(overall: Agreement) -> Iterator[str]:
    if overall.observed is None:
        yield (
            "Agreement cannot be measured: no claim was judged by two readers, so Fleiss' kappa is "
            "not defined."
        )
        return
    yield (
        f"Agreement: {_per_cent(overall.observed)} of the pairs of verdicts, on average over the "
        f"{counted(overall.compared, 'claim')} that two or more readers judged."
    )
    if overall.kappa is None:
        yield (
            "Fleiss' kappa is not defined: all verdicts are of one kind, so agreement cannot be told "
            "from chance."
        )
        return
    yield (
        f"Fleiss' kappa: {kappa_text(overall.kappa)} (1 is full agreement, 0 what chance would give, "
        "below 0 less than that)."
    )


def kappa_text(kappa: float) -> str:
    """Kappa to three places, without a zero below zero."""
    return f"{round(kappa, 3) + 0.0:.3f}"


def _target(argument_map: ArgumentMap, target: Opinions, cells: int, reader_cells: int) -> Iterator[str]:
    share = "" if target.agreement is None else _per_cent(target.agreement)
    indent = " " * _SHARE_CELLS
    first, *further = wrap(target_text(argument_map, target.label), cells - _SHARE_CELLS)
    yield f"{share.rjust(_SHARE_CELLS - 2)}  {first}"
    yield from (indent + line for line in further)
    for kind in JUDGEMENTS:
        for opinion in target.judgements:
            if opinion.verdict.kind == kind:
                yield from _opinion(argument_map, opinion, cells, reader_cells)
    for opinion in target.asked:
        yield from _opinion(argument_map, opinion, cells, reader_cells)


def _opinion(argument_map: ArgumentMap, opinion: Opinion, cells: int, reader_cells: int) -> Iterator[str]:
    """`ana  accepts  {likely} the comment [sources]`; a long name has its line, and the rest stands below."""
    verdict = opinion.verdict
    figure = f"{{{likelihood_text(verdict.likelihood)}}}" if verdict.likelihood else ""
    cited = f"[{citations_text(argument_map, verdict.citations)}]" if verdict.citations else ""
    said = " ".join(part for part in (verdict.comment, figure, cited) if part)
    indent = " " * _SHARE_CELLS
    names = wrap(opinion.reader, cells - _SHARE_CELLS)
    if width(names[-1]) > reader_cells:
        yield from (indent + name for name in names)
        names = [""]
    head = f"{indent}{padded(names[-1], reader_cells)}  {_WORDS[verdict.kind]:<{_WORD_CELLS}}  "
    first, *further = wrap(said, cells - width(head))
    yield f"{head}{first}".rstrip()
    yield from (" " * width(head) + line for line in further)


def target_text(argument_map: ArgumentMap, label: str) -> str:
    """The claim or question of that label with its name and text."""
    claim = argument_map.claims.get(label)
    return named_text(claim) if claim else _question_text(argument_map.questions[label])


def _question_text(question: Question) -> str:
    return f"question {question.name}: {question.text}" if question.name else f"question {question.text}"


def _per_cent(share: float) -> str:
    return f"{share * 100:.0f}%"
