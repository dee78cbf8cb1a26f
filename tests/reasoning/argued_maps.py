"""Small argument maps with everything in them: loops, questions, undercuts of undercuts, schemes."""

from collections.abc import Mapping
from random import Random
from typing import TypeVar, get_args

import attrs
from hypothesis import strategies as st

from argmap.model import elements as e
from argmap.model.map import ArgumentMap
from argmap.reasoning.verdicts import ACCEPT, DOUBT, REJECT, Decisions
from argmap.source.spans import Span

Thing = TypeVar("Thing")
SPAN = Span("made", 0, 0)
_STANDARDS = (None, None, *get_args(e.Standard))
_STRENGTHS = (None, *get_args(e.StrengthWord))
_LIKELIHOODS = (None, None, None, 0.97, 0.675, 0.5, 0.325, 0.1)
# Of position-to-know: `honesty` is an exception, `position` an assumption.
_ANSWERS: tuple[dict[str, e.QuestionAnswer], ...] = (
    {},
    {},
    {},
    {"honesty": "open"},
    {"honesty": "fails"},
    {"position": "open"},
    {"position": "ok"},
)


def made_claim(
    label: str,
    *,
    raised: bool = False,
    likelihood: float | None = None,
    standard: e.Standard | None = None,
    citations: tuple[str, ...] = (),
) -> e.Claim:
    return e.Claim(
        label,
        f"Claim {label}",
        "claim",
        SPAN,
        name=label,
        raised=raised,
        likelihood=None if likelihood is None else e.Likelihood(likelihood),
        standard=standard,
        citations=tuple(e.Citation(key) for key in citations),
    )


def made_step(
    id: str,
    kind: e.InferenceKind,
    premises: tuple[str, ...],
    target: str,
    *,
    strength: e.StrengthWord | None = None,
    answers: dict[str, e.QuestionAnswer] | None = None,
) -> e.Inference:
    return e.Inference(
        id,
        kind,
        "unless" if kind == "undercut" else "because",
        tuple(e.Premise(label) for label in premises),
        target,
        SPAN,
        strength=strength,
        scheme="position-to-know" if answers else None,
        critical_questions=answers or {},
    )


def made_map(
    chance: Random, *, claims: int, steps: int, loops: bool = True, questions: bool = True
) -> ArgumentMap:
    """A map of so many claims and steps; without loops, a premise always has the larger number."""
    labels = [f"c{number}" for number in range(claims)]
    inferences: dict[str, e.Inference] = {}
    rank: dict[str, int] = {}
    for number in range(steps):
        cuts = inferences and chance.random() < 0.25
        target = chance.choice(list(inferences)) if cuts else chance.choice(labels)
        floor = rank[target] if cuts else labels.index(target)
        usable = labels if loops else labels[floor + 1 :]
        if not usable:
            continue
        step = made_step(
            f"s{number}",
            "undercut" if cuts else chance.choice(("support", "support", "attack")),
            tuple(chance.sample(usable, min(len(usable), chance.choice((1, 1, 1, 2, 3))))),
            target,
            strength=chance.choice(_STRENGTHS),
            answers=chance.choice(_ANSWERS),
        )
        inferences[step.id] = step
        rank[step.id] = floor
    rivalries = [
        chance.sample(labels, min(claims, chance.choice((1, 2, 3)))) for _ in range(chance.choice((0, 1, 2)))
    ]
    asked = {
        f"q{number}": e.Question(
            f"q{number}", "Which?", tuple(rivals), SPAN, standard=chance.choice(_STANDARDS)
        )
        for number, rivals in enumerate(rivalries if questions else ())
    }
    return ArgumentMap(
        standard=chance.choice(_STANDARDS),
        claims={
            label: made_claim(
                label,
                raised=chance.random() < 0.2,
                likelihood=chance.choice(_LIKELIHOODS),
                standard=chance.choice(_STANDARDS),
                citations=tuple(chance.sample(("k1", "k2"), chance.choice((0, 1, 2)))),
            )
            for label in labels
        },
        inferences=inferences,
        questions=asked,
    )


def writable(argument_map: ArgumentMap) -> ArgumentMap:
    """The map without what the language refuses: steps from a claim to itself, and what undercuts them."""
    kept: dict[str, e.Inference] = {}
    for id, step in argument_map.inferences.items():  # undercuts come after what they undercut
        leads_on = step.target in kept or step.target in argument_map.claims
        if leads_on and step.target not in {premise.claim for premise in step.premises}:
            kept[id] = step
    return attrs.evolve(argument_map, inferences=kept)


def written(argument_map: ArgumentMap) -> str:
    """The map as a text; what it says of `raised` claims and of places is left to the reader of it."""
    lines = [f"map M\n  standard: {argument_map.standard}"] if argument_map.standard else []
    lines += [f"source {key}: K" for key in ("k1", "k2")]
    for label, claim in argument_map.claims.items():
        words = [f"{claim.likelihood.value * 100:g}%"] if claim.likelihood else []
        words += [f"standard: {claim.standard}"] if claim.standard else []
        cited = f" [{'; '.join('@' + one.key for one in claim.citations)}]" if claim.citations else ""
        lines.append(f"claim {label}: C{cited}" + (f" {{{', '.join(words)}}}" if words else ""))
        for step in argument_map.steps_on(label):
            lines += _step_lines(argument_map, step, indent=2)
    for label, question in argument_map.questions.items():
        standard = f" {{standard: {question.standard}}}" if question.standard else ""
        lines += [f"question {label}: Q{standard}", *(f"  answer @{answer}" for answer in question.answers)]
    return "\n".join(lines) + "\n"


def _step_lines(argument_map: ArgumentMap, step: e.Inference, *, indent: int) -> list[str]:
    """A step's lines. Those that complete it stand below its last premise, so that none completes another."""
    margin = " " * indent
    word = {"support": "because", "attack": "but", "undercut": "unless"}[step.kind]
    strength = f" {{{step.strength}}}" if step.strength else ""
    first, *others = (premise.claim for premise in step.premises)
    lines = [f"{margin}{word} @{first}{strength}", *(f"{margin}and @{label}" for label in others)]
    if step.critical_questions:
        answers = ", ".join(f"{id}: {answer}" for id, answer in step.critical_questions.items())
        lines.append(f"{margin}  by position to know {{{answers}}}")
    for cut in argument_map.undercuts(step.id):
        lines += _step_lines(argument_map, cut, indent=indent + 2)
    return lines


def made_verdicts(chance: Random, argument_map: ArgumentMap, *, most: int = 2) -> Decisions:
    labels = list(argument_map.claims)
    chosen = chance.sample(labels, min(len(labels), chance.randint(0, most)))
    return {label: chance.choice((ACCEPT, REJECT, DOUBT)) for label in chosen}


def shuffled(chance: Random, argument_map: ArgumentMap) -> ArgumentMap:
    """The same map with its lines in another order."""

    def mixed(things: Mapping[str, Thing]) -> dict[str, Thing]:
        return dict(chance.sample(list(things.items()), len(things)))

    return attrs.evolve(
        argument_map,
        claims=mixed(argument_map.claims),
        inferences={
            id: attrs.evolve(step, premises=tuple(chance.sample(step.premises, len(step.premises))))
            for id, step in mixed(argument_map.inferences).items()
        },
        questions={
            label: attrs.evolve(
                question, answers=tuple(chance.sample(question.answers, len(question.answers)))
            )
            for label, question in mixed(argument_map.questions).items()
        },
    )


def renamed(chance: Random, argument_map: ArgumentMap) -> tuple[ArgumentMap, dict[str, str]]:
    """The same map with other labels, and the new label of each claim."""
    labels = list(argument_map.claims)
    names = [f"z{number}" for number in range(len(labels))]
    new = dict(zip(labels, chance.sample(names, len(labels)), strict=True))
    steps = {
        id: attrs.evolve(
            step,
            target=new.get(step.target, step.target),
            premises=tuple(attrs.evolve(premise, claim=new[premise.claim]) for premise in step.premises),
        )
        for id, step in argument_map.inferences.items()
    }
    questions = {
        label: attrs.evolve(question, answers=tuple(new[answer] for answer in question.answers))
        for label, question in argument_map.questions.items()
    }
    claims = {
        new[label]: attrs.evolve(claim, label=new[label]) for label, claim in argument_map.claims.items()
    }
    return attrs.evolve(argument_map, claims=claims, inferences=steps, questions=questions), new


def chances() -> st.SearchStrategy[Random]:
    return st.builds(Random, st.integers(0, 2**32))
