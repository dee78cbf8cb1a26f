"""Van Gelder's two rules for the words of a step that claims to be conclusive: rabbits and holding hands.

After Tim van Gelder's rules for co-premises, as the tutorials of Rationale give them: every significant term
of the conclusion stands in a premise too, and every term of a premise in the conclusion or another premise.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import chain

import attrs

from argmap.model.elements import Claim, Inference
from argmap.model.map import ArgumentMap
from argmap.model.schemes import catalogue
from argmap.reasoning.wording.languages import Language
from argmap.reasoning.wording.passages import read
from argmap.reasoning.wording.terms import Term, terms, vocabulary

MOST_TERMS = 3
"""Terms that a message names."""


@attrs.frozen
class Deduction:
    """A step that claims to be conclusive, with the terms of its claims."""

    inference: Inference
    target: Claim
    conclusion: Sequence[Term]
    premises: Sequence[tuple[Claim, Sequence[Term]]]


def deductions(argument_map: ArgumentMap, language: Language) -> Iterator[Deduction]:
    """The steps that the rules are for: standard form, `conclusive` steps and deductive schemes.

    Numbered lines by a scheme that is not deductive claim less, and an exception has no claim to conclude.
    """
    known: dict[str, Sequence[Term]] = {}

    def of(claim: Claim) -> Sequence[Term]:
        if claim.label not in known:
            known[claim.label] = terms(read(claim), language)
        return known[claim.label]

    for step in argument_map.inferences.values():
        if step.kind == "undercut" or not _is_deductive(step):
            continue
        target = argument_map.claims[step.target]
        claims = [argument_map.claims[premise.claim] for premise in step.premises]
        yield Deduction(step, target, of(target), [(claim, of(claim)) for claim in claims])


def rabbits(step: Deduction) -> Sequence[Term]:
    """The terms of the conclusion that no premise has."""
    known = vocabulary(term for _, found in step.premises for term in found)
    return [term for term in step.conclusion if not known.has(term)]


def loose_terms(step: Deduction) -> Sequence[tuple[Claim, Term]]:
    """The terms of premises that stand neither in the conclusion nor in another premise."""
    concluded = vocabulary(step.conclusion)
    own = [vocabulary(found) for _, found in step.premises]
    keys = Counter(key for one in own for key in one.keys)
    parts = Counter(part for one in own for part in one.parts)
    return [
        (claim, term)
        for (claim, found), mine in zip(step.premises, own, strict=True)
        for term in found
        if not concluded.has(term)
        and not any(keys[key] > (key in mine.keys) for key in chain(term.keys, term.parts))
        and not any(parts[key] > (key in mine.parts) for key in term.keys)
    ]


def quoted_terms(terms: Sequence[Term]) -> list[str]:
    """The words as a sentence names them."""
    return [f"“{term.word}”" for term in terms]


def _is_deductive(step: Inference) -> bool:
    scheme = catalogue().get(step.scheme) if step.scheme else None
    if scheme is not None:
        return scheme.deductive or step.strength == "conclusive"
    return step.keyword == "number" or step.strength == "conclusive"
