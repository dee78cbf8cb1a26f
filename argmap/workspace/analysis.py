"""What is known about one version of a document, stage by stage: the cheap and urgent first.

Stages are `syntax` (errors of lines), `reading` (the files it names), `map` (all messages of the language),
`standing`, `layout` (outline, index, vocabulary) and `checks` (the weaknesses of the argument). A stage that
raises becomes a sentence about it; what was known before stays known, and what does not need it is done.
"""

import traceback
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Final, Literal

import attrs

from argmap.language.tree import SyntaxTree
from argmap.language.tree import diagnostics as syntax_diagnostics
from argmap.model.build import build
from argmap.model.map import ArgumentMap
from argmap.model.reading import Reading, read
from argmap.model.remarks import Remarks, remarks_on
from argmap.model.roles import Role, roles
from argmap.reasoning.checking import USUAL, Selection, check_reasoning
from argmap.reasoning.judged import Judged
from argmap.reasoning.standing import Standings
from argmap.source.changes import difference
from argmap.source.diagnostics import Diagnostic, Severity, in_reading_order
from argmap.source.text import SourceText
from argmap.workspace.document import Version
from argmap.workspace.index import Index, index_of
from argmap.workspace.moving import moved
from argmap.workspace.outline import Row, outline
from argmap.workspace.vocabulary import Vocabulary, vocabulary_of

if TYPE_CHECKING:
    from argmap.reasoning.strength import Strengths

Stage = Literal["syntax", "reading", "map", "standing", "layout", "checks"]

STAGES: Final[tuple[Stage, ...]] = ("syntax", "reading", "map", "standing", "layout", "checks")

_DOING: Final[Mapping[Stage, str]] = {
    "syntax": "reading the text",
    "reading": "reading the files that the map names",
    "map": "making the map",
    "standing": "judging the map",
    "layout": "making the outline",
    "checks": "checking the argument",
}


@attrs.frozen(eq=False)
class Inquiry:
    """What somebody wants to know: everything about a version.

    `texts`, by the names that spans use, stand in for files of those names: other documents that are open.
    `selection` says which warnings and hints are wanted.
    """

    version: Version
    selection: Selection = USUAL
    texts: Mapping[str, SourceText] = attrs.field(factory=dict)


@attrs.frozen
class Failure:
    """A stage that could not be done: a fault of the program, never of the text."""

    stage: Stage
    reason: str

    @property
    def message(self) -> str:
        """The failure as a sentence for whoever writes the map."""
        return f"{_DOING[self.stage]} failed: {self.reason}; your text is not affected"


@attrs.frozen(eq=False, repr=False)
class Analysis:
    """What is known so far; None is not known, or not yet."""

    inquiry: Inquiry
    done: tuple[Stage, ...] = ()
    tree: SyntaxTree | None = None
    reading: Reading | None = None
    map: ArgumentMap | None = None
    judged: Judged | None = None
    """The map with its graph and standings, once the stage `standing` is done."""
    syntax_errors: tuple[Diagnostic, ...] = ()
    language: tuple[Diagnostic, ...] = ()
    """The wanted messages of the language, of all files of the map."""
    weaknesses: tuple[Diagnostic, ...] = ()
    """What the wanted checks of the reasoning found."""
    roles: Mapping[str, Role] = attrs.field(factory=dict)
    """The part of every claim in the map, by label; known with the outline."""
    outline: tuple[Row, ...] = ()
    index: Index | None = None
    """Where everything is defined and used; known with the outline."""
    vocabulary: Vocabulary | None = None
    """What can be completed; known with the outline."""
    failure: Failure | None = None
    """The first stage that could not be done."""
    complete: bool = False
    """Whether nothing more will become known."""

    @property
    def version(self) -> Version:
        """The version that this is about."""
        return self.inquiry.version

    @property
    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """All messages that are known, in reading order."""
        return in_reading_order([*(self.language if self.map else self.syntax_errors), *self.weaknesses])

    @property
    def standings(self) -> Standings | None:
        """The judgement under the map's own standard, with no reader's verdict counted."""
        return self.judged.standings if self.judged else None

    @cached_property
    def strengths(self) -> "Strengths | None":
        """How strong each claim is; worked out when first asked for, None before the standings are known."""
        from argmap.reasoning.strength import strength

        return strength(self.judged.graph) if self.judged else None

    @cached_property
    def remarks(self) -> Remarks:
        """The notes of the map by what they stand below."""
        return remarks_on(self.map) if self.map else {}


def analyse(inquiry: Inquiry, before: Analysis | None = None) -> Iterator[Analysis]:
    """What is known after each stage, in turn. Never raises.

    Files and blocks that did not change since `before` are not read again. It is a pure function of the
    texts and files; whoever no longer needs the rest stops asking.
    """
    found = Analysis(inquiry)
    for stage in STAGES:
        if not found.complete and _NEEDS[stage] in (None, *found.done):
            found = _after(stage, found, before)
            yield found


def _after(stage: Stage, found: Analysis, before: Analysis | None) -> Analysis:
    """What is known after a stage, or how it failed."""
    try:
        more = _WORK[stage](found, before)
        done: tuple[Stage, ...] = (*found.done, stage)
    except Exception as fault:
        more, done = failed(found, stage, reason_of(fault)), found.done
    later = STAGES[STAGES.index(stage) + 1 :]
    return attrs.evolve(more, done=done, complete=not any(_NEEDS[other] in done for other in later))


def failed(found: Analysis, stage: Stage, reason: str) -> Analysis:
    """What is known when a stage could not be done and no other will be."""
    return attrs.evolve(found, failure=found.failure or Failure(stage, reason), complete=True)


def next_stage(found: Analysis | None) -> Stage:
    """The stage that is being worked on when this is known."""
    tried = [*found.done, *([found.failure.stage] if found.failure else [])] if found else []
    return STAGES[min(max((STAGES.index(stage) + 1 for stage in tried), default=0), len(STAGES) - 1)]


def problems(found: Analysis, before: Analysis | None) -> tuple[Diagnostic, ...]:
    """The messages to show: what is known, and what an earlier version had of the kinds not yet known.

    So a list of problems does not empty itself whenever somebody types. Earlier messages are moved to where
    their text is now; both must be about the same document.
    """
    if before is None or found.complete:
        return found.diagnostics
    known = list(found.diagnostics)
    old: list[Diagnostic] = []
    if "map" not in found.done:
        shown = set(before.syntax_errors) if "syntax" in found.done else set()
        old += [diagnostic for diagnostic in before.language if diagnostic not in shown]
    old += before.weaknesses
    edit = difference(found.version.source.name, before.version.text, found.version.text)
    return in_reading_order([*known, *(old if edit is None else moved(old, edit))])


def reason_of(fault: Exception) -> str:
    """What went wrong and where in the program, in one line."""
    what = f"{type(fault).__name__}: {fault}" if str(fault) else type(fault).__name__
    frames = traceback.extract_tb(fault.__traceback__)
    place = f" ({Path(frames[-1].filename).name}, line {frames[-1].lineno})" if frames else ""
    return " ".join(what.split())[:200] + place


def _read_syntax(found: Analysis, before: Analysis | None) -> Analysis:
    tree = found.version.tree
    errors = (error for error in syntax_diagnostics(tree) if error.severity is Severity.ERROR)
    return attrs.evolve(found, tree=tree, syntax_errors=in_reading_order(list(errors)))


def _read_files(found: Analysis, before: Analysis | None) -> Analysis:
    version = found.version
    reading = read(
        version.source,
        folder=version.folder,
        previous=before.reading if before else None,
        texts=found.inquiry.texts,
        tree=found.tree,
    )
    return attrs.evolve(found, reading=reading)


def _build_map(found: Analysis, before: Analysis | None) -> Analysis:
    assert found.reading is not None  # the stage before
    argument_map = build(found.reading)
    wants = found.inquiry.selection.wants
    language = tuple(one for one in argument_map.diagnostics if wants(one.code, one.severity))
    return attrs.evolve(found, map=argument_map, language=language)


def _judge(found: Analysis, before: Analysis | None) -> Analysis:
    assert found.map is not None  # the stage before
    judged = Judged(found.map)
    judged.standings  # noqa: B018  # worked out here, so that nobody waits for it later
    return attrs.evolve(found, judged=judged)


def _check(found: Analysis, before: Analysis | None) -> Analysis:
    assert found.judged is not None  # the stage before
    return attrs.evolve(found, weaknesses=check_reasoning(found.judged, found.inquiry.selection))


def _lay_out(found: Analysis, before: Analysis | None) -> Analysis:
    """Everything that panels and keys ask for, so that no key waits for it."""
    assert found.map is not None  # earlier stages
    assert found.reading is not None
    known = roles(found.map)
    return attrs.evolve(
        found,
        roles=known,
        outline=outline(found.map, found.standings, known_roles=known),
        index=index_of(found.map, found.reading.trees),
        vocabulary=vocabulary_of(found.map, _files_beside(found.version)),
    )


_WORK: Final[Mapping[Stage, Callable[[Analysis, Analysis | None], Analysis]]] = {
    "syntax": _read_syntax,
    "reading": _read_files,
    "map": _build_map,
    "standing": _judge,
    "layout": _lay_out,
    "checks": _check,
}
_NEEDS: Final[Mapping[Stage, Stage | None]] = {
    "syntax": None,
    "reading": "syntax",
    "map": "reading",
    "standing": "map",
    "layout": "map",
    "checks": "standing",
}
"""The stage without which another cannot be done."""


def _files_beside(version: Version) -> tuple[str, ...]:
    """The names of files that the text could name, in its folder."""
    found: list[str] = []
    if version.folder is not None:
        with suppress(OSError):  # a folder that cannot be listed offers no names
            found = [entry.name for entry in version.folder.iterdir() if entry.is_file()]
    return tuple(sorted(name for name in found if name != Path(version.source.name).name))
