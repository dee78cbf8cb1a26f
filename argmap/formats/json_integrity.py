"""Whether the parts of a map that came from outside fit together."""

from collections.abc import Iterator

from argmap.model.elements import Claim, Inference, Note, Question
from argmap.model.map import ArgumentMap


def faults(argument_map: ArgumentMap) -> Iterator[str]:
    """Each place where a part is filed under a wrong name, refers to nothing, or is out of range."""
    yield from _misfiled(argument_map)
    yield from _dangling(argument_map)
    yield from _unknown_sections(argument_map)
    yield from _out_of_range(argument_map)


def _misfiled(argument_map: ArgumentMap) -> Iterator[str]:
    names = {
        "claims": {key: claim.label for key, claim in argument_map.claims.items()},
        "inferences": {key: step.id for key, step in argument_map.inferences.items()},
        "questions": {key: question.label for key, question in argument_map.questions.items()},
        "sections": {key: section.id for key, section in argument_map.sections.items()},
        "sources": {key: source.key for key, source in argument_map.sources.items()},
    }
    for kind, filed in names.items():
        yield from (
            f"$.{kind}['{key}']: filed under this name but called '{name}'"
            for key, name in filed.items()
            if key != name
        )


def _dangling(argument_map: ArgumentMap) -> Iterator[str]:
    claims, steps = argument_map.claims, argument_map.inferences
    for step in steps.values():
        place = f"$.inferences['{step.id}']"
        if not step.premises:
            yield f"{place}.premises: a step has at least one premise"
        for index, premise in enumerate(step.premises):
            if premise.claim not in claims:
                yield f"{place}.premises[{index}]: there is no claim '{premise.claim}'"
        if step.kind == "undercut" and step.target not in steps:
            yield f"{place}.target: an exception questions a step, and there is no step '{step.target}'"
        if step.kind != "undercut" and step.target not in claims:
            yield f"{place}.target: there is no claim '{step.target}'"
    for question in argument_map.questions.values():
        for index, answer in enumerate(question.answers):
            if answer not in claims:
                place = f"$.questions['{question.label}'].answers[{index}]"
                yield f"{place}: there is no claim '{answer}'"


def _unknown_sections(argument_map: ArgumentMap) -> Iterator[str]:
    parts: list[tuple[str, Claim | Inference | Question | Note]] = [
        *((f"claims['{key}']", claim) for key, claim in argument_map.claims.items()),
        *((f"inferences['{key}']", step) for key, step in argument_map.inferences.items()),
        *((f"questions['{key}']", question) for key, question in argument_map.questions.items()),
        *((f"notes[{index}]", note) for index, note in enumerate(argument_map.notes)),
    ]
    for place, part in parts:
        if part.section is not None and part.section not in argument_map.sections:
            yield f"$.{place}.section: there is no section '{part.section}'"


def _out_of_range(argument_map: ArgumentMap) -> Iterator[str]:
    for claim in argument_map.claims.values():
        if claim.likelihood and not 0 <= claim.likelihood.value <= 1:
            yield f"$.claims['{claim.label}'].likelihood.value: a likelihood is from 0 to 1"
    for index, review in enumerate(argument_map.reviews):
        for number, verdict in enumerate(review.verdicts):
            if verdict.likelihood and not 0 <= verdict.likelihood.value <= 1:
                place = f"$.reviews[{index}].verdicts[{number}].likelihood.value"
                yield f"{place}: a likelihood is from 0 to 1"
