"""A review that is being made, at one moment: the texts, the map they give, and where its reader is.

Verdicts are read back from the texts and kept nowhere else, so that what is shown is what is written.
"""

import os
from collections.abc import Mapping
from functools import cached_property
from pathlib import Path

import attrs

from argmap.documents.branches import branches
from argmap.edits.change import Refused
from argmap.edits.verdicts import empty_review, review_file
from argmap.edits.writing import one_line
from argmap.model.build import Built, build_to_go_on
from argmap.model.elements import Review, Verdict
from argmap.model.map import ArgumentMap
from argmap.model.names import normal
from argmap.model.reading import Reading, read
from argmap.model.rebuilding import build_again
from argmap.model.remarks import Remarks, remarks_on
from argmap.model.roles import Role, roles
from argmap.reasoning.graph import ArgumentGraph, graph_of
from argmap.reasoning.hinges import changes
from argmap.reasoning.judgement import Judgement, main_claims
from argmap.reasoning.standing import Standings, judge, judge_again
from argmap.reasoning.strength import Strengths, strength, strength_again
from argmap.reasoning.verdicts import Decisions, UnknownReader, verdicts_of
from argmap.source.edits import TextEdit
from argmap.source.memory import collector_put_off
from argmap.source.text import SourceText


@attrs.frozen
class Step:
    """What one action did to the texts, and how it is undone: at most one edit a file, either way."""

    says: str
    forward: tuple[TextEdit, ...]
    back: tuple[TextEdit, ...]
    claim: int | None
    """The number in the map of the claim that it was about; None where there is no such claim any longer."""


@attrs.frozen(eq=False, repr=False)
class Argument:
    """What a map argues, apart from what readers say of it; worked out when first asked for.

    States of a review share one as long as verdicts alone change.
    """

    map: ArgumentMap

    @cached_property
    def graph(self) -> ArgumentGraph:
        """What is judged."""
        return graph_of(self.map)

    @cached_property
    def order(self) -> tuple[str, ...]:
        """The claims as one goes through them, each once: as in the outline, a thesis before its reasons."""
        visits = (
            visit
            for part in branches(self.map)
            for runs in (part.theses, [visits for _, visits in part.questions], part.claims)
            for run in runs
            for visit in run
            if not visit.again
        )
        return tuple(dict.fromkeys(visit.claim.label for visit in visits))

    @cached_property
    def places(self) -> Mapping[str, int]:
        """The place of every claim in the order, from 0."""
        return {label: place for place, label in enumerate(self.order)}

    @cached_property
    def numbers(self) -> Mapping[str, int]:
        """The number of every claim in the map, from 0: it stays when a claim gets a label."""
        return {label: number for number, label in enumerate(self.map.claims)}

    @cached_property
    def theses(self) -> tuple[str, ...]:
        """What the map is about: its main claims."""
        return main_claims(self.map)

    @cached_property
    def roles(self) -> Mapping[str, Role]:
        """The part of every claim in the map."""
        return roles(self.map)

    @cached_property
    def remarks(self) -> Remarks:
        """The notes of the map by what they stand below."""
        return remarks_on(self.map)

    @cached_property
    def standings(self) -> Standings:
        """The judgement on the map's own terms, with nobody's verdicts."""
        return judge(self.graph)

    @cached_property
    def strengths(self) -> Strengths:
        """The strengths on the map's own terms."""
        return strength(self.graph)


@attrs.frozen(eq=False, repr=False)
class Judged:
    """A judgement from which that of other verdicts is made."""

    standings: Standings
    strengths: Strengths


@attrs.frozen(eq=False, repr=False)
class Reviewing:
    """A reader's review of a map. Nothing in it changes: every action gives another one.

    What was built holds all texts, also those that no file holds yet.
    """

    reader: str
    map_file: str
    """The file that is reviewed, by the name that spans and edits use: normalised."""
    home: str
    """The file that the verdicts are written to."""
    built: Built
    argument: Argument
    at: str = ""
    """The label of the claim that the reader looks at; empty where the map has none."""
    permitted: bool = False
    """Whether critical questions may be answered in other files than the review's: in the author's text."""
    protected: frozenset[str] = frozenset()
    """Files that cannot be written."""
    trying: Decisions = attrs.field(factory=dict)
    """The verdicts of a what-if, which no text holds."""
    done: tuple[Step, ...] = ()
    undone: tuple[Step, ...] = ()
    known: Judged | None = None
    """A judgement of this argument under other verdicts, from which that under these is made."""
    worked_out: Judgement | None = None
    """The judgement of this very state, where a state before it had the same."""
    others: tuple[Review, ...] = ()
    """What other readers say in files of their own, which the map does not include."""

    @property
    def reading(self) -> Reading:
        """What was read of the texts."""
        return self.built.reading

    @property
    def map(self) -> ArgumentMap:
        """The map that the texts make, with all reviews."""
        return self.built.map

    @property
    def texts(self) -> Mapping[str, SourceText]:
        """Every text of the map and of the review, by name."""
        return self.map.texts

    @cached_property
    def review(self) -> Review | None:
        """The reader's own review."""
        return next((one for one in self.map.reviews if one.reader == self.reader), None)

    @cached_property
    def verdicts(self) -> Mapping[str, Verdict]:
        """What the reader decided, by the label of the claim."""
        own = self.review.verdicts if self.review else ()
        return {verdict.target: verdict for verdict in own if verdict.kind != "ask"}

    @cached_property
    def asked(self) -> Mapping[str, tuple[Verdict, ...]]:
        """What the reader asked, by the label of the claim or question."""
        found: dict[str, tuple[Verdict, ...]] = {}
        for verdict in self.review.verdicts if self.review else ():
            if verdict.kind == "ask":
                found[verdict.target] = (*found.get(verdict.target, ()), verdict)
        return found

    @cached_property
    def decisions(self) -> Decisions:
        """The reader's verdicts as they count in a judgement."""
        try:
            return verdicts_of(self.map, self.reader)
        except UnknownReader:
            return {}

    @cached_property
    def standings(self) -> Standings:
        """The judgement with the reader's verdicts, without those of a what-if."""
        known = self.known.standings if self.known else self.argument.standings
        new, gone = self._changes(known.decisions)
        return judge_again(known, new, without=gone) if new or gone else known

    @cached_property
    def strengths(self) -> Strengths:
        """The strengths with the reader's verdicts, without those of a what-if."""
        known = self.known.strengths if self.known else self.argument.strengths
        new, gone = self._changes(known.decisions)
        return strength_again(known, new, without=gone) if new or gone else known

    @cached_property
    def judgement(self) -> Judgement:
        """What a reader is told: the what-if on top of the reader's verdicts, and what it changes."""
        if self.worked_out is not None:
            return self.worked_out
        if not self.trying:
            return Judgement(self.standings, self.strengths, self.argument.theses, {}, ())
        standings = judge_again(self.standings, self.trying)
        strengths = strength_again(self.strengths, self.trying)
        changed = changes(self.standings, standings, self.strengths, strengths)
        return Judgement(standings, strengths, self.argument.theses, self.trying, changed)

    def _changes(self, known: Decisions) -> tuple[Decisions, frozenset[str]]:
        """The verdicts that differ from those known, and the claims whose verdict was taken back."""
        new = {label: one for label, one in self.decisions.items() if known.get(label) != one}
        return new, frozenset(known.keys() - self.decisions.keys())

    def __repr__(self) -> str:
        return f"Reviewing({self.reader!r}, {self.map_file!r}, at {self.at!r})"


def begin_beside(
    map_source: SourceText,
    reader: str,
    *,
    review: SourceText | None = None,
    texts: Mapping[str, SourceText] | None = None,
    previous: Reading | None = None,
) -> Reviewing:
    """A review in a file of its own beside the map; `review` is its text, None where there is none yet.

    `texts` stand in for files of their names; what `previous` has read already is not read again. Raises
    Refused for what is no name of a reader, and for a review that does not include the map.
    """
    map_file = os.path.normpath(map_source.name)
    root = empty_review(map_file, reader)
    if review is not None and review.text.strip():
        root = SourceText(root.name, review.text)
    found = begin(root, map_source, reader, texts=texts, previous=previous)
    if map_file not in found.texts:
        name = Path(map_file).name
        raise Refused(
            f"{root.name} does not include {name}: begin it with the line `include {name}`, or name the map "
            "that it is a review of"
        )
    return found


def begin_in_place(
    map_source: SourceText,
    reader: str,
    *,
    texts: Mapping[str, SourceText] | None = None,
    previous: Reading | None = None,
) -> Reviewing:
    """A review in the map itself: where it stands already, or at the end of the file.

    Critical questions may be answered in every file of the map. Raises Refused for what is no name of a
    reader.
    """
    found = begin(map_source, map_source, reader, texts=texts, previous=previous)
    return attrs.evolve(found, permitted=True)


def begin(
    root: SourceText,
    map_source: SourceText,
    reader: str,
    *,
    texts: Mapping[str, SourceText] | None = None,
    previous: Reading | None = None,
) -> Reviewing:
    """A review of `map_source` as `root` reads it, which is the map itself or includes it.

    Verdicts go where the reader's review stands, else to `root`. Raises Refused for what is no name of a
    reader.
    """
    review_file(map_source.name, reader)  # refuses what is no name
    map_file = os.path.normpath(map_source.name)
    opened = SourceText(os.path.normpath(root.name), root.text)
    given = {**(texts or {}), map_file: SourceText(map_file, map_source.text), opened.name: opened}
    reading = read(opened, folder=Path(opened.name).parent, previous=previous, texts=given)
    built = build_to_go_on(reading)
    found = Reviewing(normal(one_line(reader)), map_file, opened.name, built, Argument(built.map))
    home = found.review.span.file if found.review else opened.name
    at = next(iter(found.argument.theses), "")
    return attrs.evolve(found, home=home, at=at)


def read_again(state: Reviewing, texts: Mapping[str, SourceText]) -> Built:
    """The map of other texts. Files are not read again, but for those that were missing."""
    name = state.reading.root.name
    with collector_put_off():
        reading = read(texts[name], folder=Path(name).parent, previous=state.reading, texts=texts)
        return build_again(state.built, reading)
