"""Steps in words, for readers who point at a line and for those who listen."""

from argmap.drawing.theme import Mark, mark_of
from argmap.model.elements import Inference
from argmap.model.map import ArgumentMap

_LONGEST_NAME = 40
_MOST_NAMES = 4
_VERBS: dict[Mark, str] = {
    "support": "a reason for",
    "evidence": "evidence for",
    "attack": "an objection to",
    "undercut": "an exception to",
}


def step_sentence(argument_map: ArgumentMap, step: Inference) -> str:
    """`west and pragmatic: a strong reason for buy-in`, without a full stop."""
    verb = _VERBS[mark_of(step)]
    if step.strength:
        verb = f"{step.strength} {verb.removeprefix('a ').removeprefix('an ')}"
    premises = _premise_names(argument_map, step)
    scheme = f", by {scheme_text(step.scheme)}" if step.scheme else ""
    return f"{premises}: {verb} {_target_name(argument_map, step)}{scheme}"


def scheme_text(scheme: str) -> str:
    """The id of a scheme as words."""
    return scheme.replace("-", " ")


def claim_name(argument_map: ArgumentMap, label: str) -> str:
    """The name of a claim, else the beginning of its text in quotation marks."""
    claim = argument_map.claims[label]
    if claim.name:
        return _shortened(claim.name)
    return f"“{_shortened(claim.text)}”"


def _target_name(argument_map: ArgumentMap, step: Inference) -> str:
    if step.kind == "undercut":
        return f"the step from {_premise_names(argument_map, argument_map.inferences[step.target])}"
    return claim_name(argument_map, step.target)


def _premise_names(argument_map: ArgumentMap, step: Inference) -> str:
    labels = list(
        dict.fromkeys(premise.claim for premise in step.premises if premise.claim in argument_map.claims)
    )
    names = [claim_name(argument_map, label) for label in labels[:_MOST_NAMES]]
    if len(labels) > _MOST_NAMES:
        names.append(f"{len(labels) - _MOST_NAMES} more")
    *others, last = names
    return f"{', '.join(others)} and {last}" if others else last


def _shortened(text: str) -> str:
    return text if len(text) <= _LONGEST_NAME else f"{text[: _LONGEST_NAME - 1].rstrip()}…"
