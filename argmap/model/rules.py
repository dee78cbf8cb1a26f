"""The scheme that a `by` line names, the answers to its critical questions, and rules of standard form."""

from typing import cast

from argmap.language.keywords import QUESTION_ANSWERS
from argmap.language.suggestions import did_you_mean
from argmap.language.syntax import AttributeSyntax, Line
from argmap.model.elements import QuestionAnswer
from argmap.source.diagnostics import Diagnostic, Fix, Severity, replacing
from argmap.source.spans import Span


def read_rule(rule: str, span: Span, diagnostics: list[Diagnostic]) -> str:
    """The id of the scheme that a rule of standard form names; an unknown rule is kept, with a hint."""
    from argmap.model.schemes import find

    scheme = find(rule)
    if scheme is not None:
        return scheme.id
    message = f"{rule} is no scheme of the catalogue; it is kept as it is"
    diagnostics.append(
        Diagnostic("L312", Severity.HINT, message, span, _schemes_like(rule), fix=_scheme_meant(rule, span))
    )
    return rule


def read_scheme(
    line: Line, span: Span, diagnostics: list[Diagnostic]
) -> tuple[str | None, dict[str, QuestionAnswer]]:
    """The scheme of a `by` line and how its critical questions are answered; unknown ones are errors."""
    from argmap.model.schemes import find

    scheme = find(line.text)
    if scheme is None:
        hints = _schemes_like(line.text) or ("`argmap schemes` lists those that are known",)
        diagnostics.append(
            Diagnostic(
                "L311",
                Severity.ERROR,
                f"{line.text} is no argumentation scheme",
                span,
                hints,
                fix=_scheme_meant(line.text, span),
            )
        )
        return None, {}
    known = tuple(question.id for question in scheme.questions)
    answers: dict[str, QuestionAnswer] = {}
    for attribute in line.attributes:
        question = attribute.key
        place = Span(
            span.file,
            span.start - line.text_start + attribute.start,
            span.start - line.text_start + attribute.stop,
        )
        if question not in known:
            hints = did_you_mean(question, known, "{}: ...") or _all_questions(known)
            message = f"{scheme.id} has no critical question {question}"
            diagnostics.append(Diagnostic("L313", Severity.ERROR, message, place, hints))
        elif attribute.value not in QUESTION_ANSWERS:
            diagnostics.append(_unanswered(attribute, place))
        else:
            answers[question] = cast(QuestionAnswer, attribute.value)
    return scheme.id, answers


def _schemes_like(name: str) -> tuple[str, ...]:
    from argmap.model.schemes import nearest

    near = nearest(name)
    return (f"did you mean {' or '.join(near[:2])}?",) if near else ()


def _scheme_meant(name: str, span: Span) -> Fix | None:
    from argmap.model.schemes import nearest

    near = nearest(name)
    return replacing(span, near[0], safe=False) if len(near) == 1 else None


def _all_questions(known: tuple[str, ...]) -> tuple[str, ...]:
    return (f"its questions are {', '.join(known)}",) if known else ("it has no critical questions",)


def _unanswered(attribute: AttributeSyntax, span: Span) -> Diagnostic:
    written = f", not “{attribute.value}”" if attribute.value else ""
    return Diagnostic(
        "L314",
        Severity.ERROR,
        f"a critical question is answered ok, fails or open{written}",
        span,
        (f"write {{{attribute.key}: ok}}",),
    )
