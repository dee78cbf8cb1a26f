"""What would follow: verdicts for the moment, which nothing writes down, and why a claim stands."""

from collections.abc import Mapping
from functools import cached_property
from itertools import islice

import attrs

from argmap.documents.changes import what_if as in_words
from argmap.edits.change import counted
from argmap.reasoning.explanation import ChainLine, chain
from argmap.reasoning.hinges import Change
from argmap.reasoning.judgement import Judgement
from argmap.reasoning.verdicts import Decision, DecisionKind
from argmap.workspace.reviewing.state import Judged, Reviewing

_MOST_LINES = 400
"""Lines of a chain of reasons: more than anybody reads on a screen."""


@attrs.frozen(eq=False)
class WhatIf:
    """What the verdicts for the moment change."""

    judgement: Judgement

    @property
    def changes(self) -> tuple[Change, ...]:
        """The claims whose standing or strength is another, in the order of the map."""
        return self.judgement.changes

    @cached_property
    def by_label(self) -> Mapping[str, Change]:
        """The changes by the label of the claim."""
        return {change.label: change for change in self.changes}

    @cached_property
    def theses(self) -> tuple[Change, ...]:
        """The changes of main claims."""
        return tuple(self.by_label[label] for label in self.judgement.theses if label in self.by_label)

    @property
    def words(self) -> str:
        """What is tried: `if west is rejected`."""
        return in_words(self.judgement)

    @property
    def count(self) -> str:
        """How many claims are otherwise: `3 claims change`, and how many of them in standing."""
        if not self.changes:
            return "nothing changes"
        turned = sum(one.standing_before != one.standing_after for one in self.changes)
        verb = "changes" if len(self.changes) == 1 else "change"
        how_many = f"{turned:,}" if turned else "none"
        return f"{counted(len(self.changes), 'claim')} {verb}, {how_many} in standing"


def try_verdict(state: Reviewing, label: str, kind: DecisionKind) -> Reviewing:
    """Take a claim as accepted, rejected or doubtful for the moment; the same again takes that back."""
    trying = dict(state.trying)
    decision = Decision(kind)
    if trying.get(label) == decision:
        del trying[label]
    else:
        trying[label] = decision
    return attrs.evolve(state, trying=trying, known=_known(state), worked_out=None)


def put_back(state: Reviewing) -> Reviewing:
    """End the what-if."""
    return attrs.evolve(state, trying={}, known=_known(state), worked_out=None)


def _known(state: Reviewing) -> Judged:
    return Judged(state.standings, state.strengths)


def what_if(state: Reviewing) -> WhatIf | None:
    """What is tried and what it changes, on top of the reader's verdicts; None where nothing is tried."""
    return WhatIf(state.judgement) if state.trying else None


def why(state: Reviewing, label: str) -> tuple[ChainLine, ...]:
    """Why a claim stands, falls or is open, as things are or as they would be: down to its leaves.

    At most 400 lines, of which the last then says that there are more. Raises UnknownClaim.
    """
    lines = tuple(islice(chain(state.judgement.standings, label), _MOST_LINES + 1))
    if len(lines) <= _MOST_LINES:
        return lines
    more = "… and more: “Say why this claim stands or falls” shows all of it"
    return (*lines[:_MOST_LINES], ChainLine(0, more))
