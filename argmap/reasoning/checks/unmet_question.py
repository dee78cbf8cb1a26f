"""R501 unmet-question: a step leaves critical questions open that have to be met.

Why: Once such a question is raised, the burden lies with the arguer: until it is met, the step does not
apply. Give the answer where a reader finds it, as a premise or a note, and write `ok` for `open`. Questions
that the doubter has to press (exceptions) may stay open. One message tells of all open questions of a step.

Bad:
    thesis rising: The sea level will rise by a metre
      because ice: The ice of Greenland is melting
      because said: Dr. Berg says that it will
      by expert-opinion {expertise: open}

Good:
    thesis rising: The sea level will rise by a metre
      because ice: The ice of Greenland is melting
      because said: Dr. Berg says that it will
      and expert: Dr. Berg has measured sea levels for thirty years
      by expert-opinion {expertise: ok}
"""

from collections.abc import Iterator

from argmap.model.schemes import catalogue
from argmap.reasoning.graph import unmet_questions
from argmap.reasoning.judged import Judged
from argmap.reasoning.pointing import listed
from argmap.source.diagnostics import Diagnostic, Severity

CODE = "R501"
_MOST = 3


def check(judged: Judged) -> Iterator[Diagnostic]:
    for step in judged.map.inferences.values():
        unmet = unmet_questions(step)
        if not unmet:
            continue
        scheme = catalogue()[step.scheme or ""]
        questions = [question for id in unmet[:_MOST] if (question := scheme.question(id))]
        what = "a critical question has" if len(unmet) == 1 else f"{len(unmet)} critical questions have"
        yield Diagnostic(
            CODE,
            Severity.WARNING,
            f"{what} to be met before this step applies: {listed(unmet)}",
            step.scheme_span or step.span,
            tuple(f"{question.id}: {question.text}" for question in questions),
        )
