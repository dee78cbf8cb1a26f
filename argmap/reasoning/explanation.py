"""The reasons for a judgement in words: one line a claim, and the chain below it down to the leaves."""

from collections.abc import Iterator, Sequence
from itertools import islice

import attrs

from argmap.model.elements import PremiseRole
from argmap.reasoning.grounds import Grounds, StepGrounds, grounds, step_grounds
from argmap.reasoning.proof import DEFAULT
from argmap.reasoning.standing import Standing, Standings
from argmap.reasoning.verdicts import Decision

_MOST_NAMED = 3
"""Objections that a line says something of; the rest are counted."""
_LONGEST_LIST = 6
"""Claims that are named in a row; of more, some are named and the rest counted."""
_TEXT_LENGTH = 40
"""Characters of a claim's text that stand for it where it has no name."""
_TAKEN = {"accept": "accepted", "reject": "rejected", "doubt": "doubtful"}
_VERBS: dict[Standing, tuple[str, str]] = {
    "stands": ("stands", "stand"),
    "falls": ("falls", "fall"),
    "open": ("is open", "are open"),
}
_KEYWORDS: dict[PremiseRole, str] = {"premise": "", "warrant": "since ", "assumption": "assuming "}


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


def because(standings: Standings, label: str) -> str:
    """Why a claim stands as it does, without saying how it stands: `its only reason applies`.

    Raises UnknownClaim.
    """
    return _because(standings, grounds(standings, label))


def chain(standings: Standings, label: str) -> Iterator[ChainLine]:
    """A claim's reason in words, then its steps, their premises and undercuts, down to the leaves.

    A claim is followed where it is met first; after that its line only says how it stands. The rivals of an
    answer follow the first answer to their question. So the chain is as long as what bears on the claim,
    loops included. Raises UnknownClaim.
    """
    graph = standings.graph
    graph.claim(label)
    shown: set[str] = set()
    compared: set[str | None] = set()
    waiting = [_Waiting(0, claim=label)]
    while waiting:
        next_one = waiting.pop()
        below = next_one.depth + 1
        if next_one.step is not None:
            step = next_one.step
            yield ChainLine(next_one.depth, _step_line(standings, step), step=step.id)
            cuts = (step_grounds(standings, cut) for cut in graph.undercuts[graph.step_at[step.id]])
            further = [_Waiting(below, claim=premise) for premise in step.premises]
            further += [_Waiting(below, step=cut) for cut in cuts]
        elif next_one.claim in shown:
            yield _repeated(standings, next_one)
            continue
        else:
            shown.add(next_one.claim)
            found = grounds(standings, next_one.claim)
            yield _claim_line(standings, found, next_one)
            further = [_Waiting(below, step=step) for step in (*found.reasons, *found.objections)]
            if found.rule == "question" and found.question not in compared:
                compared.add(found.question)
                further += [_Waiting(below, claim=rival, rival=True) for rival in found.rivals]
        waiting += reversed(further)


@attrs.frozen
class _Waiting:
    """What the chain comes to: a step, or a claim, which may be there as the rival of an answer."""

    depth: int
    claim: str = ""
    step: StepGrounds | None = None
    rival: bool = False


def _claim_line(standings: Standings, found: Grounds, place: _Waiting) -> ChainLine:
    beginning = f"{_chain_name(standings, place)} {_VERBS[found.standing][0]}"
    return ChainLine(place.depth, f"{beginning}: {_because(standings, found)}", label=place.claim)


def _repeated(standings: Standings, place: _Waiting) -> ChainLine:
    verb = _VERBS[standings.of(place.claim)][0]
    text = f"{_chain_name(standings, place)} {verb} (see above)"
    return ChainLine(place.depth, text, label=place.claim, repeated=True)


def _chain_name(standings: Standings, place: _Waiting) -> str:
    return f"{'its rival ' if place.rival else ''}{claim_name(standings, place.claim)}"


def claim_name(standings: Standings, label: str) -> str:
    """What a sentence calls a claim: its label, or the first words of one that nobody labelled, in quotes.

    Raises UnknownClaim.
    """
    claim = standings.graph.claims[standings.graph.claim(label)]
    # Its label and not its number: every section may have a line 3.
    return label if claim.name else _quoted(claim.text)


def listed(words: Sequence[str]) -> str:
    """Words as a sentence lists them: `a`, `a and b`, `a, b and c`."""
    return " and ".join(filter(None, (", ".join(words[:-1]), words[-1]))) if words else ""


def _quoted(text: str) -> str:
    if len(text) > _TEXT_LENGTH:
        text = text[:_TEXT_LENGTH].rsplit(" ", 1)[0] + " …"
    return f"“{text}”"


def _names(standings: Standings, labels: Sequence[str]) -> str:
    return _some([claim_name(standings, label) for label in labels])


def _some(names: Sequence[str]) -> str:
    if len(names) > _LONGEST_LIST:
        named = names[: _LONGEST_LIST - 1]
        names = [*named, f"{len(names) - len(named):,} more"]
    return listed(names)


def _because(standings: Standings, found: Grounds) -> str:
    if found.rule == "verdict" and found.decision is not None:
        return _decided(found.decision)
    if found.rule == "question":
        return _rivalry(standings, found)
    if found.rule == "undecided":
        return _undecided(standings, found)
    return _balance(standings, found)


def _decided(decision: Decision) -> str:
    likely = "" if decision.likelihood is None else f" ({_per_cent(decision.likelihood)} likely)"
    if decision.reader is None:
        return f"taken as {_TAKEN[decision.kind]}{likely}"
    return f"{decision.reader} {decision.kind}s it{likely}"


def _rivalry(standings: Standings, found: Grounds) -> str:
    question = _question_name(standings, found.question or "")
    if found.winner is None:
        if len(found.answers) == 2:
            rival = claim_name(standings, found.rivals[0])
            return f"as answers to {question}, neither it nor {rival} beats the other"
        return f"no answer to {question} beats all the others"
    if found.winner != found.label:
        return f"{claim_name(standings, found.winner)} stands as the answer to {question}"
    if len(found.answers) == 1:
        return f"the only answer to {question}; {_balance(standings, found)}"
    others = "other answer" if len(found.answers) == 2 else "other answers"
    return f"beats the {others} to {question}; {_balance(standings, found)}"


def _question_name(standings: Standings, label: str) -> str:
    question = standings.graph.map.questions[label]
    return question.name or _quoted(question.text)


def _undecided(standings: Standings, found: Grounds) -> str:
    steps = [step for step in (*found.reasons, *found.objections) if step.standing == "undecided"]
    awaited = list(dict.fromkeys(label for step in steps for label in step.awaits))
    if found.on_loop:
        order, number = standings.graph.standing_order, standings.graph.claim
        loop = order.place[number(found.label)]
        others = [label for label in awaited if order.place[number(label)] == loop and label != found.label]
        named = _names(standings, others[:_MOST_NAMED])
        return f"depends on itself, by way of {named}" if others else "depends on itself"
    if awaited:
        verb = "is" if len(awaited[:_MOST_NAMED]) == 1 else "are"
        return f"rests on {_names(standings, awaited[:_MOST_NAMED])}, which {verb} undecided"
    return "rests on what depends on itself"


def _balance(standings: Standings, found: Grounds) -> str:
    parts = [part for part in (_reasons(standings, found), _own_word(standings, found)) if part]
    parts += [_objection(standings, step) for step in found.objections[:_MOST_NAMED]]
    if (more := len(found.objections) - _MOST_NAMED) > 0:
        parts.append(f"{more} more objection{'s' if more > 1 else ''}")
    if found.weight_for and found.weight_against:
        parts.append(f"{found.weight_for}% for it, {found.weight_against}% against it")
    if found.standing == "open" and found.standard != DEFAULT and (found.weight_for or found.weight_against):
        parts.append(f"not enough for {found.standard}")
    return "; ".join(parts) if parts else "nothing speaks for it or against it"


def _reasons(standings: Standings, found: Grounds) -> str:
    count = len(found.reasons)
    applying = sum(step.standing == "applies" for step in found.reasons)
    if not count:
        return ""
    if count == 1:
        return f"its only reason {_state(standings, found.reasons[0])}"
    if applying == count:
        return "both its reasons apply" if count == 2 else f"all {count} reasons apply"
    if not applying:
        return "neither of its 2 reasons applies" if count == 2 else f"none of its {count} reasons applies"
    return f"{applying} of {count} reasons {'applies' if applying == 1 else 'apply'}"


def _own_word(standings: Standings, found: Grounds) -> str:
    if found.own_likelihood is None:
        return _bare_word(standings, found)
    if not found.own_word:
        return "held to be as likely as not"
    only = "" if found.own_word > 0 else "only "
    return f"held to be {only}{_per_cent(found.own_likelihood)} likely"


def _bare_word(standings: Standings, found: Grounds) -> str:
    claim = standings.graph.claims[standings.graph.claim(found.label)]
    if found.own_word:
        return "asserted from a source" if claim.citations else "asserted without a reason"
    if claim.raised and claim.keyword != "answer" and not found.reasons:
        return "only raised; nothing speaks for it"
    return ""


def _per_cent(likelihood: float) -> str:
    return f"{likelihood * 100:.4g}%"


def _objection(standings: Standings, step: StepGrounds) -> str:
    return f"the objection {claim_name(standings, step.premises[0])} {_state(standings, step)}"


def _state(standings: Standings, step: StepGrounds) -> str:
    """Whether a step applies; else the first of what blocks it, what it lacks, and what it waits for."""
    if step.standing == "applies":
        return "applies"
    if step.undercut_by:
        return f"is blocked by {_names(standings, _premises_of(standings, step.undercut_by))}"
    if step.failed:
        return f"fails the critical {_questions(step.failed)}"
    if step.unmet:
        return f"waits for an answer to the critical {_questions(step.unmet)}"
    if answers := _answered_by(standings, step):
        return f"is answered by {_names(standings, answers)}"
    if step.lacks:
        return f"does not apply, as {_standing_of(standings, step.lacks)}"
    if step.awaits:
        verb = "is" if len(step.awaits) == 1 else "are"
        return f"is undecided, as {_names(standings, step.awaits)} {verb}"
    return "is undecided"


def _questions(ids: Sequence[str]) -> str:
    return f"question{'s' if len(ids) > 1 else ''} {listed(ids)}"


def _standing_of(standings: Standings, labels: Sequence[str]) -> str:
    """How claims stand: `a and b fall and c is open`."""
    found: dict[Standing, list[str]] = {}
    for label in labels:
        found.setdefault(standings.of(label), []).append(claim_name(standings, label))
    return listed([f"{_some(names)} {_VERBS[standing][len(names) > 1]}" for standing, names in found.items()])


def _premises_of(standings: Standings, steps: Sequence[str]) -> list[str]:
    graph = standings.graph
    claims = [claim for id in steps for claim in graph.premises[graph.step_at[id]]]
    return list(dict.fromkeys(graph.claims[claim].label for claim in claims))


def _answered_by(standings: Standings, step: StepGrounds) -> list[str]:
    """What answers an objection or exception: the objections that apply to premises that do not stand.

    A premise that a verdict decided is not answered by anything in the map.
    """
    graph = standings.graph
    if graph.steps[graph.step_at[step.id]].kind == "support":
        return []
    answering = (
        graph.steps[objection].id
        for label in step.lacks
        if label not in standings.decisions
        for objection in graph.objections[graph.claim(label)]
        if standings.of_step(objection) == "applies"
    )
    return _premises_of(standings, list(islice(answering, _MOST_NAMED)))[:_MOST_NAMED]


def _step_line(standings: Standings, step: StepGrounds) -> str:
    inference = standings.graph.steps[standings.graph.step_at[step.id]]
    word = {"support": "because", "attack": "but", "undercut": "unless"}[inference.kind]
    strength = f" ({step.strength})" if step.strength else ""
    return f"{word} {_premises_in_words(standings, step)}{strength}: {_state(standings, step)}"


def _premises_in_words(standings: Standings, step: StepGrounds) -> str:
    """The premises with the keywords of the language: `a and b, since c, assuming d`."""
    inference = standings.graph.steps[standings.graph.step_at[step.id]]
    by_role: dict[str, list[str]] = {keyword: [] for keyword in _KEYWORDS.values()}
    for premise in inference.premises:
        by_role[_KEYWORDS[premise.role]].append(claim_name(standings, premise.claim))
    return ", ".join(f"{keyword}{_some(names)}" for keyword, names in by_role.items() if names)
