"""Random maps to be drawn in a terminal, and what the tests of it share."""

from hypothesis import strategies as st

from argmap.drawing.arrangement import arrange
from argmap.drawing.terminal.layout import Layout, lay_out
from argmap.drawing.terminal.view import View
from argmap.model.elements import Claim, Inference, Question
from argmap.model.map import ArgumentMap
from argmap.model.parts.choice import Part
from argmap.source.cells import width
from maps import argument_map, because, but, claim, evidence, question, section, thesis, unless

TEXTS = (
    "Short",
    "A claim that is long enough to need more than one line on its card",
    "土耳其与俄罗斯的关系正在发生变化因此我们需要一张图",
    "مرحبا بالعالم هذا نص",
    "Zoë́ says \u202e😀 👩\u200d🔬 yes\ttab",
    "",
    "Unbrokenwordthatislongerthanalineonacardcanhold",
)


@st.composite
def maps(draw: st.DrawFn, most: int = 9) -> ArgumentMap:
    """A map with loops, shared claims, linked premises, undercuts of undercuts, questions and sections."""
    count = draw(st.integers(0, most))
    labels = [f"c{number}" for number in range(count)]
    places = [None, "one", "two"]
    claims = [
        (thesis if draw(st.integers(0, 5)) == 0 else claim)(
            label, draw(st.sampled_from(TEXTS)), section=draw(st.sampled_from(places))
        )
        for label in labels
    ]
    steps: list[Inference] = []
    for number in range(draw(st.integers(0, 2 * most)) if labels else 0):
        make = draw(st.sampled_from((because, because, evidence, but, unless)))
        if make is unless and not steps:
            continue
        target = draw(st.sampled_from(steps)).id if make is unless else draw(st.sampled_from(labels))
        premises = draw(st.lists(st.sampled_from(labels), min_size=1, max_size=3))
        scheme = draw(st.sampled_from((None, None, "cause-to-effect")))
        steps.append(make(target, *premises, id=f"s{number}", scheme=scheme))
    questions: list[Question] = []
    if labels and draw(st.booleans()):
        questions.append(question("q", "Which of them is it?", *draw(st.lists(st.sampled_from(labels)))))
    parts: list[Claim | Inference | Question] = [*claims, *steps, *questions]
    return argument_map(section("One"), section("Two"), *parts)


VIEWS = st.builds(
    View, zoom=st.sampled_from(("text", "line", "label")), growth=st.sampled_from(("right", "down"))
)


def layout_of(argument_map: ArgumentMap, view: View) -> Layout:
    return lay_out(Part(argument_map, {}), arrange(argument_map), view, {}, before={})


def cells_of(text: str) -> list[str]:
    """A text cell by cell: a wide character takes its own and an empty one, marks join what they are on."""
    found: list[str] = []
    for character in text:
        size = width(character)
        if size == 0 and found:
            found[-1] += character
        else:
            found += [character, *[""] * (size - 1)]
    return found
