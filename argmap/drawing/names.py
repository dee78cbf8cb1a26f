"""The names of nodes and edges in DOT, which are the ids in the picture too: generated, never user text."""

from argmap.drawing.arrangement import Arrangement
from argmap.drawing.escape import identifier
from argmap.drawing.statements import end

_MOST_LANDINGS = 16
"""More heads than this have no room side by side on a card."""


def claim_node(label: str) -> str:
    """A claim's card; also the id of a card that stands in a box."""
    return f"claim-{identifier(label)}"


def question_node(label: str) -> str:
    """A question's card."""
    return f"question-{identifier(label)}"


def box_node(step: str) -> str:
    """The box of a step's linked premises."""
    return f"box-{identifier(step)}"


def dot_node(step: str) -> str:
    """The dot of a step."""
    return f"step-{identifier(step)}"


def reference_node(step: str, number: int) -> str:
    """The card that stands for a premise of a step that is drawn elsewhere, by its number there from 0."""
    return f"see-{identifier(step)}_{number}"


def answer_reference_node(question: str, answer: str) -> str:
    """The card that stands for an answer that is drawn elsewhere."""
    return f"see-{identifier(question)}_to_{identifier(answer)}"


def edge_id(step: str, part: int | None = None) -> str:
    """The line of a step that carries its arrow, or the lines between its dot and its premises by number.

    An identifier holds no single `_` before a digit, so the two never meet.
    """
    return f"edge-{identifier(step)}" if part is None else f"edge-{identifier(step)}_{part}"


def step_parts(step: str, premises: int) -> list[str]:
    """What a drawing may have for a step with so many premises, beside references: dot, box, lines."""
    return [dot_node(step), box_node(step), edge_id(step), *(edge_id(step, n) for n in range(premises))]


def answer_edge(question: str, answer: str) -> str:
    """The line from a question to one of its answers."""
    return f"answer-{identifier(question)}_to_{identifier(answer)}"


def section_frame(section: str) -> str:
    """The frame of a section."""
    return f"section-{identifier(section)}"


def landings(arrangement: Arrangement, label: str) -> int:
    """At how many places of its own the lines of steps on a claim end, when its card is in a box."""
    return min(len(arrangement.arriving.get(label, ())), _MOST_LANDINGS)


def claim_end(arrangement: Arrangement, label: str, *, side: str, step: str | None = None) -> str:
    """The end of an edge at a claim's card, wherever that stands; at `side` of it when it is in a box.

    There the lines of several steps on the claim end side by side; `step` is the one whose line it is.
    """
    if label not in arrangement.box_of:
        return end(claim_node(label))
    box, place = arrangement.box_of[label]
    count = landings(arrangement, label)
    if step is None or count < 2:
        return end(box_node(box), f"p{place}", side=side)
    arriving = arrangement.arriving[label]
    return end(box_node(box), f"p{place}_{arriving.index(step) * count // len(arriving)}", side=side)
