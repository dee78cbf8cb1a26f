"""The rules of standing, as slowly and as literally as they can be written: what `judge` is compared with."""

from itertools import chain, combinations

from argmap.model.elements import Inference, Standard
from argmap.model.map import ArgumentMap
from argmap.model.schemes import catalogue
from argmap.reasoning.verdicts import Decisions

_WEIGHTS = {None: 50, "conclusive": 100, "strong": 80, "moderate": 50, "weak": 20}
_VERDICTS = {"accept": "in", "reject": "denied", "doubt": "out"}
_SEEN = {"in": "stands", "denied": "falls", "out": "open", None: "open"}


def _beats(standard: Standard, x: int, y: int) -> bool:
    return {
        "preponderance": x > y,
        "clear-and-convincing": x >= y + 50,
        "beyond-reasonable-doubt": x >= y + 50 and y < 30,
        "dialectical-validity": x > 0 and y == 0,
    }[standard]


class ByTheLetter:
    def __init__(self, argument_map: ArgumentMap, verdicts: Decisions) -> None:
        self.map, self.verdicts = argument_map, verdicts
        self.claims: dict[str, str | None] = dict.fromkeys(argument_map.claims)
        self.steps: dict[str, bool | None] = dict.fromkeys(argument_map.inferences)
        before = None
        while before != (self.claims, self.steps):
            before = (dict(self.claims), dict(self.steps))
            for id, step in argument_map.inferences.items():
                if self.steps[id] is None:
                    self.steps[id] = self._step(step)
            for label in argument_map.claims:
                if self.claims[label] is None:
                    self.claims[label] = self._claim(label)

    def seen(self) -> dict[str, str]:
        return {label: _SEEN[state] for label, state in self.claims.items()}

    def _step(self, step: Inference) -> bool | None:
        """Rule 3: whether the step applies; None while it is undecided."""
        answers = step.critical_questions
        kinds = {q.id: q.kind for q in catalogue()[step.scheme].questions} if step.scheme else {}
        if "fails" in answers.values():
            return False
        if any(answer == "open" and kinds[id] == "assumption" for id, answer in answers.items()):
            return False
        cuts = [self.steps[cut.id] for cut in self.map.undercuts(step.id)]
        premises = [self.claims[premise.claim] for premise in step.premises]
        if True in cuts or any(state not in ("in", None) for state in premises):
            return False
        return None if None in cuts or None in premises else True

    def _own_word(self, label: str) -> tuple[int, int]:
        claim = self.map.claims[label]
        if claim.likelihood is None:
            return (0, 0) if claim.raised or self.map.reasons(label) else (50, 0)
        percent = {0.97: 97, 0.675: 68, 0.5: 0, 0.325: -68, 0.1: -90}[claim.likelihood.value]
        return max(percent, 0), max(-percent, 0)

    def _weighed(self, label: str) -> tuple[set[str], int | None]:
        """Rules 2, 4 and 5: every outcome that is still possible, and x once all the reasons are decided."""
        claim = self.map.claims[label]
        standard = claim.standard or self.map.standard or "preponderance"
        sides = []
        for own, steps in zip(
            self._own_word(label), (self.map.reasons(label), self.map.objections(label)), strict=True
        ):
            sure = [own, *(_WEIGHTS[s.strength] for s in steps if self.steps[s.id])]
            unsure = [_WEIGHTS[s.strength] for s in steps if self.steps[s.id] is None]
            subsets = chain.from_iterable(combinations(unsure, n) for n in range(len(unsure) + 1))
            sides.append({max((*sure, *subset)) for subset in subsets})
        outcomes = {
            "in" if _beats(standard, x, y) else "denied" if _beats(standard, y, x) else "out"
            for x in sides[0]
            for y in sides[1]
        }
        decided = all(self.steps[s.id] is not None for s in self.map.reasons(label))
        return outcomes, max(sides[0]) if decided else None

    def _claim(self, label: str) -> str | None:
        if label in self.verdicts:
            return _VERDICTS[self.verdicts[label].kind]
        questions = [q for q in self.map.questions.values() if label in q.answers]
        if not questions:
            outcomes, _ = self._weighed(label)
            return outcomes.pop() if len(outcomes) == 1 else None
        said = [self._answer(label, question.answers, question.standard) for question in questions]
        for state in ("denied", None, "out"):
            if state in said:
                return state
        return "in"

    def _answer(self, label: str, answers: tuple[str, ...], standard: Standard | None) -> str | None:
        """Rule 6: what one question makes of an answer without a verdict."""
        if any(self.verdicts[a].kind == "accept" for a in answers if a in self.verdicts):
            return "denied"
        judged = {a: self._weighed(a) for a in answers if a not in self.verdicts}
        if any(len(outcomes) > 1 or x is None for outcomes, x in judged.values()):
            return None
        survivors = {a: x or 0 for a, (outcomes, x) in judged.items() if outcomes == {"in"}}
        under = standard or self.map.standard or "preponderance"
        for a, x in survivors.items():
            if all(_beats(under, x, y) for b, y in survivors.items() if b != a):
                return "in" if a == label else "denied"
        return "out" if label in survivors else next(iter(judged[label][0]))
