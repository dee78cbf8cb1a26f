"""R108 repeated-text: the same text stands under two labels.

Why: argmap takes them for two claims, so that an objection to one leaves the other standing, and one ground
counts for two. Define the claim once and refer to it with `@` elsewhere. Case, spaces, Unicode's forms of
one character and a final mark make no difference. Answers to different questions may be alike (Yes, No), and
so may numbered lines of different sections.

Bad:
    thesis buy-in: Russia prefers Turkish buy-in
      because talks: Moscow and Ankara keep talking
        because gas: Russia sells gas to Turkey
      because trade: Their trade grows
        because sales: Russia sells gas to Turkey
        because tourists: More Russians visit Turkey

Good:
    thesis buy-in: Russia prefers Turkish buy-in
      because talks: Moscow and Ankara keep talking
        because gas: Russia sells gas to Turkey
      because trade: Their trade grows
        because @gas
        because tourists: More Russians visit Turkey

Fix: Puts `@label` in the place of the second text and its label. It is offered where that loses no citation,
tag or attribute and no other line refers to the second label; it is safe where the texts are the same to the
letter and the two claims cannot come to rest on each other.
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import cached_property

import attrs

from argmap.model.elements import Claim
from argmap.reasoning.judged import Judged
from argmap.reasoning.pointing import claim_name, claim_place
from argmap.source.diagnostics import Diagnostic, Fix, Label, Severity
from argmap.source.edits import TextEdit
from argmap.source.spans import Span

CODE = "R108"
_REFERENCE = re.compile(r"@([\w.\-]+)")


def check(judged: Judged) -> Iterator[Diagnostic]:
    repetition, claims = judged.repetition, judged.graph.claims
    if all(first == at for at, first in enumerate(repetition.alike)):
        return
    mender = _Mender(judged)
    said_otherwise = _said_otherwise(judged)
    for later, first in _pairs(judged):
        if later in said_otherwise:
            continue
        again, before = claims[later], claims[first]
        fix = mender.fix(first, later)
        name = claim_name(again) if again.name else "this claim"
        yield Diagnostic(
            CODE,
            Severity.WARNING,
            f"{name} says the same as {claim_name(before)}",
            claim_place(again),
            (_hint(before, again),),
            (Label(claim_place(before), "said here first"),),
            fix,
        )


def _hint(before: Claim, again: Claim) -> str:
    if before.name:
        return f"write @{before.label} in its place, so that both are one claim"
    if again.name and again.keyword != "number":
        return f"write @{again.label} in place of the first, so that both are one claim"
    return "give the first a label, and refer to it by @ and the label here"


def _pairs(judged: Judged) -> Iterator[tuple[int, int]]:
    """Every claim that says what an earlier one does, with that one."""
    context = _contexts(judged)
    first_in: dict[tuple[int, object], int] = {}
    any_first: dict[int, int] = {}
    for claim, alike in enumerate(judged.repetition.alike):
        where = context.get(claim)
        anywhere = any_first.setdefault(alike, claim)
        if where is None:
            first_in.setdefault((alike, None), claim)
            if anywhere != claim:
                yield claim, anywhere
            continue
        here = first_in.setdefault((alike, where), claim)
        earlier = [one for one in (here, first_in.get((alike, None), claim)) if one != claim]
        if earlier:
            yield claim, min(earlier)


def _contexts(judged: Judged) -> dict[int, object]:
    """The question or section that a text is to be read with, for answers and numbered lines."""
    graph = judged.graph
    numbered: dict[int, object] = {
        at: ("section", claim.section) for at, claim in enumerate(graph.claims) if claim.keyword == "number"
    }
    asked = {at: ("question", questions[0]) for at, questions in graph.asked.items()}
    return numbered | asked


def _said_otherwise(judged: Judged) -> set[int]:
    """Claims whose repetition is that of a step or of a conclusion, which has a message of its own."""
    graph, repetition = judged.graph, judged.repetition
    found = {premise for _, premise in repetition.restatements}
    found |= {graph.targets[step] for step, _ in repetition.restatements}
    found |= {premise for step in repetition.repeated for premise in graph.premises[step]}
    return found


@attrs.frozen(eq=False)
class _Mender:
    """Makes one of two claims a reference to the other."""

    judged: Judged

    @cached_property
    def referred_to(self) -> frozenset[str]:
        """Every name that stands behind an @ in any of the texts, and a few that only look so."""
        found: set[str] = set()
        for source in self.judged.map.texts.values():
            for name in _REFERENCE.findall(source.text):
                whole = unicodedata.normalize("NFC", name)
                found |= {whole, whole.rstrip(".-_")}
        return frozenset(found)

    def fix(self, first: int, later: int) -> Fix | None:
        """A reference for the later claim, or for the first where only the later has a label."""
        claims = self.judged.graph.claims
        if claims[first].name is None:
            first, later = later, first
        kept, gone = claims[first], claims[later]
        if not kept.name or not self._goes_without_loss(gone) or self._in_one_step(first, later):
            return None
        if kept.keyword == "number" and kept.section is None and gone.section is not None:
            return None  # a number means a line of its own section first
        place = self._written(gone)
        if place is None:
            return None
        return Fix(
            f"refer to {kept.label} here",
            (TextEdit(place, f"@{kept.label}"),),
            safe=" ".join(kept.text.split()) == " ".join(gone.text.split())
            and kept.raised == gone.raised
            and kept.thesis == gone.thesis
            and not self._may_meet(first, later),
        )

    def _goes_without_loss(self, claim: Claim) -> bool:
        said = (claim.citations, claim.likelihood, claim.standard, claim.on, claim.reliability)
        more = (claim.allow, claim.attributes, claim.tags)
        if claim.keyword == "number" or any(said) or any(more) or claim.likelihood is not None:
            return False
        return claim.name is None or claim.label not in self.referred_to

    def _in_one_step(self, one: int, other: int) -> bool:
        """Whether one is a premise for or against the other, or both are premises of one step."""
        graph = self.judged.graph
        for claim, second in ((one, other), (other, one)):
            for step in graph.uses[claim]:
                if second in graph.premises[step]:
                    return True
                if not graph.is_undercut[step] and graph.targets[step] == second:
                    return True
        return False

    def _may_meet(self, one: int, other: int) -> bool:
        """Whether something bears on one of them and the other bears on something."""
        graph = self.judged.graph

        def borne_on(claim: int) -> bool:
            return bool(graph.reasons[claim] or graph.objections[claim])

        return (bool(graph.uses[one]) and borne_on(other)) or (bool(graph.uses[other]) and borne_on(one))

    def _written(self, claim: Claim) -> Span | None:
        """The label and the text."""
        if claim.text_span is None or claim.text_span.file not in self.judged.map.texts:
            return None
        start = (claim.label_span or claim.text_span).start
        return Span(claim.text_span.file, start, claim.text_span.stop)
