"""The reasons for a judgement in words: one line a claim, and the chain below it down to the leaves."""

from collections.abc import Iterator, Sequence
from itertools import islice

import attrs

from argmap.reasoning.grounds import Grounds, StepGrounds, grounds, step_grounds
from argmap.reasoning.proof import DEFAULT
from argmap.reasoning.standing import Standings

_MOST_NAMED = 3
"""Objections that a line says something of; the rest are counted."""
_TEXT_LENGTH = 40
"""Characters of a claim's text that stand for it where it has no name."""
_LEVELS = 40
"""Levels shown by indentation; lines further in say their level."""
_DECISIONS = {"accept": "accepted", "reject": "rejected", "doubt": "doubted"}


@attrs.frozen
class ChainLine:
    """A line of the chain: a claim, or a step with its premises a level below it."""

    depth: int
    """How far down, from 0 for the claim that was asked about."""
    text: str
    label: str | None = None
    """The claim's label, on a claim's line."""
    step: str | None = None
    """The step's id, on a step's line."""
    repeated: bool = False
    """Whether the claim's own chain stands further up and is not repeated."""


def explain(standings: Standings, label: str) -> str:
    """One line that says how a claim stands and why, such as `stands: its only reason applies`.

    Raises UnknownClaim.
    """
    found = grounds(standings, label)
    return f"{found.standing}: {_because(standings, found)}"


def why(standings: Standings, label: str) -> str:
    """The chain of a claim as indented lines, each ended; see `chain`. Raises UnknownClaim."""
    return "".join(f"{_indent(line.depth)}{line.text}\n" for line in chain(standings, label))


def chain(standings: Standings, label: str) -> Iterator[ChainLine]:
    """A claim's reason in words, then its steps, their premises and undercuts, down to the leaves.

    A claim is followed where it is met first; after that its line only says how it stands. So the chain
    is as long as what bears on the claim, loops included. Raises UnknownClaim.
    """
    graph = standings.graph
    graph.claim(label)
    shown: set[str] = set()
    waiting: list[tuple[int, str | None, StepGrounds | None]] = [(0, label, None)]
    while waiting:
        depth, claim, step = waiting.pop()
        below: list[tuple[int, str | None, StepGrounds | None]] = []
        if step is not None:
            yield ChainLine(depth, _step_line(standings, step), step=step.id)
            below += [(depth + 1, premise, None) for premise in step.premises]
            cuts = graph.undercuts[graph.step_at[step.id]]
            below += [(depth + 1, None, step_grounds(standings, cut)) for cut in cuts]
        elif claim is not None and claim in shown:
            text = f"{_name(standings, claim)} {standings.of(claim)} (see above)"
            yield ChainLine(depth, text, label=claim, repeated=True)
        elif claim is not None:
            shown.add(claim)
            found = grounds(standings, claim)
            text = f"{_name(standings, claim)} {found.standing}: {_because(standings, found)}"
            yield ChainLine(depth, text, label=claim)
            below += [(depth + 1, None, one) for one in (*found.reasons, *found.objections)]
            if found.rule == "question":
                below += [(depth + 1, rival, None) for rival in found.rivals]
        waiting += reversed(below)


def _indent(depth: int) -> str:
    return "  " * depth if depth <= _LEVELS else f"{'  ' * _LEVELS}[level {depth}] "


def _name(standings: Standings, label: str) -> str:
    claim = standings.graph.claims[standings.graph.claim(label)]
    return claim.name or _quoted(claim.text)


def _quoted(text: str) -> str:
    if len(text) > _TEXT_LENGTH:
        text = text[:_TEXT_LENGTH].rsplit(" ", 1)[0] + " …"
    return f"“{text}”"


def _names(standings: Standings, labels: Sequence[str]) -> str:
    return _listed([_name(standings, label) for label in labels])


def _listed(words: Sequence[str]) -> str:
    return " and ".join(filter(None, (", ".join(words[:-1]), words[-1]))) if words else ""


def _because(standings: Standings, found: Grounds) -> str:
    if found.rule == "verdict" and found.decision is not None:
        return f"{_DECISIONS[found.decision.kind]} by the reader"
    if found.rule == "question":
        return _rivalry(standings, found)
    if found.rule == "undecided":
        return _undecided(standings, found)
    return _balance(standings, found)


def _rivalry(standings: Standings, found: Grounds) -> str:
    question = _question_name(standings, found.question or "")
    if found.winner is None:
        return f"no answer to {question} beats the others ({_names(standings, found.rivals)})"
    if found.winner != found.label:
        return f"the answer {_name(standings, found.winner)} to {question} stands"
    if not found.rivals:
        return f"the only answer to {question}; {_balance(standings, found)}"
    return f"it beats the other answers to {question}; {_balance(standings, found)}"


def _question_name(standings: Standings, label: str) -> str:
    question = standings.graph.map.questions[label]
    return question.name or _quoted(question.text)


def _undecided(standings: Standings, found: Grounds) -> str:
    if found.on_loop:
        return "depends on itself"
    steps = [step for step in (*found.reasons, *found.objections) if step.standing == "undecided"]
    awaited = list(dict.fromkeys(label for step in steps for label in step.awaits))[:_MOST_NAMED]
    if awaited:
        return f"rests on {_names(standings, awaited)}, which is not decided"
    return "rests on what depends on itself"


def _balance(standings: Standings, found: Grounds) -> str:
    parts = [part for part in (_reasons(found), _own_word(found)) if part]
    parts += [_objection(standings, step) for step in found.objections[:_MOST_NAMED]]
    if (more := len(found.objections) - _MOST_NAMED) > 0:
        parts.append(f"{more} more objection{'s' if more > 1 else ''}")
    if found.weight_for and found.weight_against:
        parts.append(f"{found.weight_for} % for it, {found.weight_against} % against it")
    if found.standing == "open" and found.standard != DEFAULT and (found.weight_for or found.weight_against):
        parts.append(f"not enough for {found.standard}")
    return "; ".join(parts) if parts else "nothing speaks for it or against it"


def _reasons(found: Grounds) -> str:
    count = len(found.reasons)
    applying = sum(step.standing == "applies" for step in found.reasons)
    if not count:
        return ""
    if count == 1:
        return "its only reason applies" if applying else f"its only reason {_state(found.reasons[0])}"
    if not applying:
        return f"none of {count} reasons applies"
    return f"{applying} of {count} reasons {'applies' if applying == 1 else 'apply'}"


def _own_word(found: Grounds) -> str:
    if found.own_likelihood is None:
        return "asserted without a reason" if found.own_word else ""
    per_cent = f"{found.own_likelihood:.1%}".replace(".0%", "%").replace("%", " %")
    side = "for it" if found.own_word > 0 else "against it" if found.own_word else "neither way"
    return f"its likelihood of {per_cent} counts {side}"


def _state(step: StepGrounds) -> str:
    return "is undecided" if step.standing == "undecided" else step.standing.replace("blocked", "is blocked")


def _objection(standings: Standings, step: StepGrounds) -> str:
    name = f"the objection {_names(standings, step.premises)}"
    if step.standing == "applies":
        return f"{name} applies"
    return f"{name} {_why_not(standings, step)}"


def _why_not(standings: Standings, step: StepGrounds) -> str:
    """Why a step does not apply: the first of what blocks it, what it lacks, and what it waits for."""
    if step.undercut_by:
        return f"is blocked by {_names(standings, _premises_of(standings, step.undercut_by))}"
    if step.failed:
        return f"is blocked: it fails the critical question {_listed(step.failed)}"
    if step.unmet:
        return f"does not apply until the critical question {_listed(step.unmet)} is ok"
    if answers := _answered_by(standings, step.lacks):
        return f"is answered by {_names(standings, answers)}"
    if step.lacks:
        verb = "does" if len(step.lacks) == 1 else "do"
        return f"does not apply, as {_names(standings, step.lacks)} {verb} not stand"
    return "is undecided"


def _premises_of(standings: Standings, steps: Sequence[str]) -> list[str]:
    graph = standings.graph
    claims = [claim for id in steps for claim in graph.premises[graph.step_at[id]]]
    return list(dict.fromkeys(graph.claims[claim].label for claim in claims))


def _answered_by(standings: Standings, lacking: Sequence[str]) -> list[str]:
    """The claims whose objections apply to premises that do not stand, where no reader decided these."""
    graph = standings.graph
    answering = (
        graph.steps[step].id
        for label in lacking
        if label not in standings.decisions
        for step in graph.objections[graph.claim(label)]
        if standings.of_step(step) == "applies"
    )
    return _premises_of(standings, list(islice(answering, _MOST_NAMED)))[:_MOST_NAMED]


def _step_line(standings: Standings, step: StepGrounds) -> str:
    kind = standings.graph.steps[standings.graph.step_at[step.id]].kind
    word = {"support": "because", "attack": "but", "undercut": "unless"}[kind]
    strength = f" ({step.strength})" if step.strength else ""
    state = "applies" if step.standing == "applies" else _why_not(standings, step)
    return f"{word} {_names(standings, step.premises)}{strength}: {state}"
