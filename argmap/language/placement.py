"""What may stand below what, and the messages for lines that stand where they cannot."""

from collections.abc import Mapping
from typing import Final

from argmap.language.keywords import BLOCKS, CLAIM_KEYWORDS, COMPLETIONS, OPENERS, VERDICTS
from argmap.language.syntax import Line, Problem
from argmap.source.diagnostics import Severity

_BELOW_CLAIM = OPENERS | COMPLETIONS | {"note"}
_NOTES = frozenset({"note"})
BELOW: Final[Mapping[str, frozenset[str]]] = {
    **dict.fromkeys(CLAIM_KEYWORDS | {"number"}, _BELOW_CLAIM),
    "question": frozenset({"answer", "note"}),
    "map": frozenset({"field", "note"}),
    "source": frozenset({"field", "note"}),
    "review": VERDICTS | _NOTES,
    "section": _NOTES,
    "bibliography": _NOTES,
    "include": _NOTES,
    "by": _NOTES,
    **dict.fromkeys(VERDICTS, _NOTES),
    "field": frozenset(),
    "note": frozenset(),
}
"""What may stand below each kind of line."""


def not_a_block(line: Line) -> Problem:
    """The message for a line at the left margin whose keyword opens no block."""
    keyword = line.keyword
    if keyword == "answer":
        hint = "indent it below a question"
    elif keyword in VERDICTS:
        hint = "indent it below a review"
    else:
        hint = "indent it below the claim that it is about"
    return _problem("L106", line, f"`{keyword}` cannot stand at the left margin", hint)


def too_many_references(line: Line) -> Problem | None:
    """The message for several references where one claim is meant."""
    if len(line.references) < 2:
        return None
    return _problem("L116", line, f"`{line.keyword}` takes one reference", "write a line for each")


def not_below(line: Line, above: Line) -> Problem | None:
    """The message for a line that cannot stand below the one above it, or None where it can."""
    keyword = line.keyword
    if keyword not in BELOW[above.keyword]:
        return _misplaced(line, above)
    if len(above.references) > 1 and keyword != "note" and keyword not in COMPLETIONS:
        names = " or ".join(f"@{reference.text}" for reference in above.references)
        return _problem(
            "L210",
            line,
            f"this line could be about {names}",
            "write `claim @label` at the left margin, and this line below it",
        )
    return too_many_references(line) if keyword == "answer" else None


def _misplaced(line: Line, above: Line) -> Problem:
    keyword = line.keyword
    if keyword == "number" or (keyword in BLOCKS and keyword != "note"):
        name = "a numbered line" if keyword == "number" else f"`{keyword}`"
        return _problem("L106", line, f"{name} cannot be indented", "move it to the left margin")
    if above.keyword == "question":
        return _problem(
            "L202", line, f"`{keyword}` cannot stand below a question", "reasons go below one of its answers"
        )
    if keyword == "answer":
        return _problem(
            "L203",
            line,
            "an answer stands below a question",
            "write `question ...` at the left margin above it",
        )
    if keyword in VERDICTS:
        return _problem(
            "L207", line, f"`{keyword}` stands below a review", "write `review NAME: ...` above it"
        )
    name = {"number": "a numbered line", "field": "a field"}.get(above.keyword, f"`{above.keyword}`")
    hint = {
        "map": "fields such as `author: ...` stand there",
        "source": "fields such as `author: ...` stand there",
        "review": "accept, reject, doubt and ask lines stand there",
        "note": "a note is one line and nothing hangs on it",
        "field": "a field is one line and nothing hangs on it",
    }.get(above.keyword, "move it, or indent it less")
    if above.keyword == "section":
        hint = "a section's blocks begin at the left margin"
    return _problem("L202", line, f"`{keyword}` cannot stand below {name}", hint)


def nothing_to_complete(line: Line) -> Problem:
    """The message for a completing line where no step is open."""
    keyword = line.keyword
    opener = "because, evidence, but or unless" if keyword == "and" else "because, evidence or but"
    return _problem(
        "L201",
        line,
        f"`{keyword}` completes a step, but there is no {opener} before it here",
        f"write a `because` line first, and `{keyword}` at the same indentation after it",
    )


def second_scheme(line: Line) -> Problem:
    """The message for a second `by` line, or one beside a rule in the bracket."""
    return _problem("L209", line, "this step has a scheme already", "keep one `by` line")


def shorten(text: str, length: int = 30) -> str:
    """The text, cut with an ellipsis where it is longer."""
    return text if len(text) <= length else text[: length - 1].rstrip() + "…"


def because_of(line: Line) -> Problem:
    """The warning for `because of the war`: what follows is no sentence."""
    return Problem(
        "L114",
        Severity.WARNING,
        f"the reason was read as “{shorten(line.raw)}”, which is no sentence",
        line.text_start,
        line.text_start + 2,
        hints=("a reason is a claim: say what is the case, as in `because Georgia went West`",),
    )


def _problem(code: str, line: Line, message: str, hint: str) -> Problem:
    stop = line.start + len(line.keyword)
    if line.keyword in {"number", "field"} and line.label:
        stop = line.label.stop
    return Problem(code, Severity.ERROR, message, line.start, stop, hints=(hint,))
