"""R110 one-answer: a question has one answer only.

Why: A question opens a choice, and an answer earns its place by beating its rivals. With one answer there is
nothing to beat. Write what somebody else would answer, or state the claim without a question.

Bad:
    question who: Who lost the war?
      answer armenia: Armenia lost it
        because land: Armenia gave up five districts

Good:
    question who: Who lost the war?
      answer armenia: Armenia lost it
        because land: Armenia gave up five districts
      answer both: Both sides lost it
        because dead: Thousands died on both sides
"""

from collections.abc import Iterator

from argmap.reasoning.judged import Judged
from argmap.source.diagnostics import Diagnostic, Severity

CODE = "R110"


def check(judged: Judged) -> Iterator[Diagnostic]:
    for question in judged.map.questions.values():
        if len(question.answers) == 1:
            yield Diagnostic(
                CODE,
                Severity.WARNING,
                "this question has one answer only",
                question.text_span or question.span,
                ("add an `answer` that somebody else would give, or make the answer a claim",),
            )
