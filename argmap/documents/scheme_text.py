"""The catalogue of argumentation schemes as text to read."""

from collections.abc import Iterable, Iterator

from argmap.model.schemes import CriticalQuestion, Scheme
from argmap.source.cells import padded, width, wrap

_INDENT = "  "
_GAP = "  "
_HOW = {
    "assumption": "once raised, it must be answered",
    "exception": "the step holds until a doubter shows a bad answer",
}


def scheme_list(schemes: Iterable[Scheme]) -> str:
    """One line a scheme: the id that `by` lines use, and the name."""
    rows = [(scheme.id, scheme.name) for scheme in schemes]
    first = max((width(id) for id, _ in rows), default=0)
    return "".join(f"{padded(id, first)}{_GAP}{name}\n" for id, name in rows)


def scheme_text(scheme: Scheme, *, cells: int = 80) -> str:
    """A scheme in full: its premises and conclusion, and the critical questions by what they do.

    Lines are wrapped to `cells` terminal cells.
    """
    lines = [f"{scheme.name} (by {scheme.id})", ""]
    lines += _listed("Premises", [(premise.role, premise.text) for premise in scheme.premises], cells)
    lines += ["", *wrap(f"Conclusion: {scheme.conclusion}", cells)]
    if scheme.deductive:
        lines += ["", *wrap("Deductive: with its premises granted it holds; nothing is asked.", cells)]
    for kind, how in _HOW.items():
        lines += _questions(scheme.questions, kind, how, cells)
    return "\n".join(lines) + "\n"


def _questions(questions: Iterable[CriticalQuestion], kind: str, how: str, cells: int) -> list[str]:
    chosen = [(question.id, question.text) for question in questions if question.kind == kind]
    return ["", *_listed(f"Questions of the {kind} kind ({how})", chosen, cells)] if chosen else []


def _listed(head: str, entries: Iterable[tuple[str, str]], cells: int) -> Iterator[str]:
    yield from wrap(f"{head}:", cells)
    for name, text in entries:
        first, *further = wrap(f"{name}: {text}", cells - 2 * len(_INDENT))
        yield f"{_INDENT}{first}"
        yield from (f"{_INDENT * 2}{line}" for line in further)
