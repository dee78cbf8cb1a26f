"""How lines look: their colour, style and width, and the head at the end that they bear on."""

from argmap.drawing.escape import identifier, tooltip
from argmap.drawing.names import edge_id
from argmap.drawing.sentences import step_sentence
from argmap.drawing.sheet import Sheet
from argmap.drawing.theme import mark_of
from argmap.model.elements import Inference, Question


def stroke(sheet: Sheet, step: Inference) -> dict[str, str]:
    """How the lines of a step look between their ends."""
    mark = mark_of(step)
    return {
        "color": f'"{sheet.theme.colours[mark]}"',
        "style": sheet.theme.lines[mark].style,
        "penwidth": f"{sheet.theme.width(step.strength) + sheet.theme.lines[mark].added:.1f}",
        "class": f'"{step.kind} evidence"' if mark == "evidence" else step.kind,
    }


def arrow(sheet: Sheet, step: Inference, place: str) -> dict[str, str]:
    """The arrow at the questioned or supported end, which is the edge's `tail` or `head`."""
    return {
        "dir": "back" if place == "tail" else "forward",
        f"arrow{place}": sheet.theme.lines[mark_of(step)].head,
        "id": f'"{edge_id(step.id)}"',
        "tooltip": tooltip(step_sentence(sheet.argument_map, step)),
    }


def answer_stroke(sheet: Sheet, question: Question, answer: str) -> dict[str, str]:
    """The line from a question to a claim that answers it, with its head at the question."""
    theme = sheet.theme
    line = theme.lines["answer"]
    return {
        "color": f'"{theme.colours["answer"]}"',
        "style": line.style,
        "penwidth": f"{theme.width(None)}",
        "arrowtail": line.head,
        "class": "answer",
        "id": f'"answer-{identifier(question.label)}_to_{identifier(answer)}"',
    }
