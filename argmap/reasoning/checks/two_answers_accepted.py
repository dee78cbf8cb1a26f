"""R504 two-answers-accepted: one reader accepts two answers to the same question.

Why: The answers to a question are rivals, of which at most one can stand. Reject or doubt one of the two;
or, if both can be true at once, the question asks for two things, and each deserves a question of its own.

Bad:
    question who: Who lost the war?
      answer armenia: Armenia lost it
        because land: Armenia gave up five districts
      answer both: Both sides lost it
        because dead: Thousands died on both sides
    review ana: First reading
      accept @armenia
      accept @both

Good:
    question who: Who lost the war?
      answer armenia: Armenia lost it
        because land: Armenia gave up five districts
      answer both: Both sides lost it
        because dead: Thousands died on both sides
    review ana: First reading
      accept @armenia
      reject @both
"""

from collections.abc import Iterator

from argmap.model.elements import Question, Verdict
from argmap.reasoning.judged import Judged
from argmap.reasoning.pointing import claim_name
from argmap.source.diagnostics import Diagnostic, Label, Severity

CODE = "R504"


def check(judged: Judged) -> Iterator[Diagnostic]:
    argument_map = judged.map
    if not argument_map.reviews:
        return
    asked: dict[str, list[Question]] = {}
    for question in argument_map.questions.values():
        for answer in question.answers:
            asked.setdefault(answer, []).append(question)
    for review in argument_map.reviews:
        first: dict[str, Verdict] = {}
        for verdict in review.verdicts:
            if verdict.kind != "accept":
                continue
            for question in asked.get(verdict.target, ()):
                before = first.setdefault(question.label, verdict)
                if before is verdict:
                    continue
                claims = [argument_map.claims[one.target] for one in (before, verdict)]
                one, other = map(claim_name, claims)
                yield Diagnostic(
                    CODE,
                    Severity.WARNING,
                    f"{review.reader} accepts two answers of which at most one can stand: {one} and {other}",
                    verdict.span,
                    ("reject or doubt one of them",),
                    (
                        Label(before.span, "the other answer"),
                        Label(question.span, "both answer this question"),
                    ),
                )
