"""How steps and their use of claims are put into words where two maps are compared."""

from collections.abc import Iterable

from argmap.documents.wording import handle, likelihood_text
from argmap.model.elements import Citation, Inference, Likelihood, Person
from argmap.model.map import ArgumentMap

NOTHING = "none"
_MOST_PREMISES = 3
_JOINS = {"premise": "and", "warrant": "since", "assumption": "assuming"}
_BEARS = {"support": "for", "attack": "against"}


def step_text(argument_map: ArgumentMap, step: Inference) -> str:
    """A step named by its premises and target: `because @west and @pragmatic, for @buy-in`."""
    return f"{keyword_text(step)} {_premises(argument_map, step)}, {bearing(argument_map, step)}"


def keyword_text(step: Inference) -> str:
    """The word that opens a step; numbered lines have none, and say where they follow from."""
    return "from" if step.keyword == "number" else step.keyword


def bearing(argument_map: ArgumentMap, step: Inference) -> str:
    """What a step bears on: `for @west`, `against @west`, `to the step because @west, for @buy-in`."""
    if step.kind != "undercut":
        return f"{_BEARS[step.kind]} {claim_text(argument_map, step.target)}"
    target = argument_map.inferences.get(step.target)
    if target is None:
        return "to a step that is not there"
    if target.kind == "undercut":
        return f"to the exception {_premises(argument_map, target)}"
    return f"to the step {step_text(argument_map, target)}"


def uses_text(argument_map: ArgumentMap, label: str) -> list[str]:
    """One line for each step that a claim is a premise of, as they stand in the map."""
    return [_use(argument_map, step, label) for step in argument_map.steps_from(label)]


def claim_text(argument_map: ArgumentMap, label: str) -> str:
    """The shortest way to point at a claim or question."""
    if label in argument_map.claims:
        return handle(argument_map.claims[label])
    question = argument_map.questions.get(label)
    if question is None:
        return f"@{label}"
    return f"@{question.name}" if question.name else f"“{question.text}”"


def value_text(value: object) -> str:
    """The value of a field in words; what nobody wrote is `none`."""
    if isinstance(value, Likelihood):
        return likelihood_text(value)
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, dict):
        return ", ".join(f"{key}: {item}" for key, item in value.items()) or NOTHING
    if isinstance(value, tuple):
        return ", ".join(_item(item) for item in value) or NOTHING
    return str(value) if value else NOTHING


def citation_key_text(citation: Citation) -> str:
    """A citation as it is written in a map, by its key."""
    text = f"{citation.prefix} @{citation.key}".strip()
    return f"{text}, {citation.locator}" if citation.locator else text


def _item(item: object) -> str:
    if isinstance(item, Citation):
        return f"[{citation_key_text(item)}]"
    if isinstance(item, Person):
        return f"{item.given} {item.family}".strip()
    return str(item)


def _use(argument_map: ArgumentMap, step: Inference, label: str) -> str:
    if step.premises[0].claim != label:
        role = next(premise.role for premise in step.premises if premise.claim == label)
        return f"{_JOINS[role]}, in the step {step_text(argument_map, step)}"
    strength = f" {{{step.strength}}}" if step.strength else ""
    scheme = f" (by {step.scheme})" if step.scheme else ""
    return f"{keyword_text(step)}, {bearing(argument_map, step)}{strength}{scheme}"


def _premises(argument_map: ArgumentMap, step: Inference) -> str:
    """The premises that the step's own lines give; what joins them to the target is not needed to know it."""
    given = [premise.claim for premise in step.premises if premise.role == "premise"]
    return _listed(argument_map, given or [premise.claim for premise in step.premises])


def _listed(argument_map: ArgumentMap, labels: Iterable[str]) -> str:
    names = [claim_text(argument_map, label) for label in labels]
    if len(names) > _MOST_PREMISES:
        more = len(names) - _MOST_PREMISES
        return f"{', '.join(names[:_MOST_PREMISES])} and {more} more"
    return " and ".join(filter(None, (", ".join(names[:-1]), names[-1]))) if names else "nothing"
