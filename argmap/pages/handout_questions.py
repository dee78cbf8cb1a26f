"""What a map leaves open, as a seminar asks it: of its steps, by its readers, and of its claims."""

from collections.abc import Iterator, Mapping

import attrs

from argmap.documents.wording import handle, named_text
from argmap.drawing.sentences import step_sentence
from argmap.model import schemes
from argmap.model.map import ArgumentMap
from argmap.pages.handout_runs import Remark, Words, said
from argmap.reasoning.standing import Standing


@attrs.frozen
class OpenQuestions:
    """The questions in three lists, each in the order of the map."""

    critical: tuple[Remark, ...]
    """Critical questions that the map answers with `open`; `about` is the step."""
    asked: tuple[Remark, ...]
    """What readers ask; `about` says who, and of what."""
    claims: tuple[Remark, ...]
    """Claims that neither stand nor fall."""

    def __bool__(self) -> bool:
        return bool(self.critical or self.asked or self.claims)

    def lists(self) -> list[tuple[str, tuple[Remark, ...]]]:
        """The lists that have entries, with their headings."""
        found = [
            ("Critical questions", self.critical),
            ("Asked by readers", self.asked),
            ("Claims that neither stand nor fall", self.claims),
        ]
        return [(heading, entries) for heading, entries in found if entries]


def open_questions(argument_map: ArgumentMap, standings: Mapping[str, Standing]) -> OpenQuestions:
    """What the map leaves open, by the judgement that is given."""
    return OpenQuestions(
        tuple(_critical(argument_map)),
        tuple(_asked(argument_map)),
        tuple(
            Remark("", (Words(named_text(claim)),))
            for label, claim in argument_map.claims.items()
            if standings.get(label) == "open"
        ),
    )


def _critical(argument_map: ArgumentMap) -> Iterator[Remark]:
    for step in argument_map.inferences.values():
        scheme = schemes.find(step.scheme) if step.scheme else None
        for id, answer in step.critical_questions.items():
            if answer != "open":
                continue
            question = scheme.question(id) if scheme else None
            text = question.text if question else id.replace("-", " ")
            yield Remark(step_sentence(argument_map, step), (Words(text),))


def _asked(argument_map: ArgumentMap) -> Iterator[Remark]:
    for review in argument_map.reviews:
        for verdict in review.verdicts:
            if verdict.kind != "ask":
                continue
            claim = argument_map.claims.get(verdict.target)
            target = handle(claim) if claim else f"@{verdict.target}"
            yield Remark(f"{review.reader} on {target}", said(verdict.comment, verdict.citations))
