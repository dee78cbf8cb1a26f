from argmap.drawing.arrangement import Arrangement, arrange
from argmap.model.elements import Claim, Inference, Question, Section
from maps import argument_map, because, but, claim, question, section, thesis, unless


def arranged(*parts: Claim | Inference | Question | Section) -> Arrangement:
    return arrange(argument_map(*parts))


def linked(*extra: Claim | Inference | Question) -> Arrangement:
    return arranged(thesis("t"), claim("a"), claim("b"), because("t", "a", "b", id="s"), *extra)


def test_linked_premises_share_a_box_in_the_writers_order() -> None:
    assert linked().box_of == {"a": ("s", 0), "b": ("s", 1)}


def test_a_single_premise_has_no_box_and_no_dot() -> None:
    alone = arranged(thesis("t"), claim("a"), because("t", "a"))
    assert (alone.boxed, alone.dotted) == (frozenset(), frozenset())


def test_premises_of_which_one_is_used_again_have_cards_of_their_own() -> None:
    shared = linked(claim("c"), because("c", "a"))
    assert shared.box_of == {}
    assert shared.dotted == {"s"}


def test_a_thesis_or_an_answer_is_never_in_a_box() -> None:
    assert arranged(thesis("t"), thesis("a"), claim("b"), because("t", "a", "b")).box_of == {}
    assert linked(question("q", "Which?", "a")).box_of == {}


def test_a_text_too_long_for_the_tooltip_of_a_box_has_a_card_of_its_own() -> None:
    parts = (thesis("t"), claim("a", "long " * 400), claim("b"), because("t", "a", "b"))
    assert arranged(*parts).box_of == {}


def test_a_premise_named_twice_in_a_step_counts_once() -> None:
    twice = arranged(thesis("t"), claim("a"), because("t", "a", "a", id="s"))
    assert [premise.claim for premise in twice.premises["s"]] == ["a"]
    assert not twice.dotted


def test_a_linked_step_that_supports_its_own_premise_keeps_its_box() -> None:
    loop = arranged(claim("a"), claim("b"), because("a", "a", "b", id="s"))
    assert loop.box_of == {"a": ("s", 0), "b": ("s", 1)}


def test_a_step_with_a_scheme_or_an_undercut_has_a_dot() -> None:
    parts = (thesis("t"), claim("a"), claim("b"), claim("u"))
    steps = (because("t", "a", id="s", scheme="sign"), because("t", "b", id="r"), unless("r", "u", id="x"))
    assert arranged(*parts, *steps).dotted == {"s", "r"}


def test_steps_that_lead_nowhere_are_left_out() -> None:
    parts = (
        thesis("t"),
        claim("a"),
        because("t", "ghost", id="no-premise"),
        because("ghost", "a", id="lost"),
    )
    assert not arranged(*parts, unless("lost", "a", id="x"), unless("y", "a", id="y")).premises


def test_two_undercuts_stand_beside_their_dot_and_a_third_below() -> None:
    parts = [thesis("t"), claim("a"), because("t", "a", id="s"), claim("u"), claim("v"), claim("w")]
    parts += [unless("s", label, id=label) for label in "uvw"]
    assert arranged(*parts).sides == {"s": "below", "u": "right", "v": "left", "w": "below"}


def test_the_name_of_a_scheme_keeps_the_left_of_the_dot_free() -> None:
    parts = [thesis("t"), claim("a"), because("t", "a", id="s", scheme="sign"), claim("u"), claim("v")]
    parts += [unless("s", label, id=label) for label in "uv"]
    assert arranged(*parts).sides == {"s": "below", "u": "right", "v": "below"}


def test_an_undercut_of_an_undercut_hangs_below_and_its_own_stands_beside() -> None:
    parts = [thesis("t"), claim("a"), because("t", "a", id="s"), claim("u"), claim("v"), claim("w")]
    parts += [unless("s", "u", id="u"), unless("u", "v", id="v"), unless("v", "w", id="w")]
    assert arranged(*parts).sides == {"s": "below", "u": "right", "v": "below", "w": "right"}


def test_an_exception_with_another_part_hangs_below() -> None:
    parts = [thesis("t"), claim("a"), because("t", "a", id="s"), claim("u"), unless("s", "u", id="x")]
    assert arranged(*parts, but("t", "u", id="o")).sides["x"] == "below"


def test_an_exception_of_another_section_hangs_below() -> None:
    frames = (section("One"), section("Two"))
    parts = (thesis("t"), claim("a", section="one"), claim("u", section="two"))
    steps = (because("t", "a", id="s", section="one"), unless("s", "u", id="x", section="two"))
    assert arranged(*frames, *parts, *steps).sides["x"] == "below"


def test_a_box_stands_in_the_section_of_its_step() -> None:
    parts = (thesis("t"), claim("a", section="one"), claim("b", section="two"))
    step = because("t", "a", "b", id="s", section="two")
    frames = arranged(section("One"), section("Two"), *parts, step).frames
    assert (frames.of_cards["a"], frames.of_cards["b"], frames.of_dots["s"]) == ("two", "two", "two")


def test_a_section_that_the_map_does_not_have_frames_nothing() -> None:
    frames = arranged(thesis("t", section="gone")).frames
    assert frames.of_cards == {"t": None}
    assert not frames.drawn


def test_an_exception_below_a_card_with_lines_across_a_frame_hangs_below() -> None:
    parts = (section("One"), thesis("t"), claim("a", section="one"), claim("u", section="one"))
    steps = (because("t", "a", id="s", section="one"), unless("s", "u", id="x", section="one"))
    assert arranged(*parts, *steps).sides["x"] == "below"


def test_an_exception_inside_its_frame_stands_beside_the_dot() -> None:
    labels = [claim(label, section="one") for label in "abu"]
    steps = (because("a", "b", id="s", section="one"), unless("s", "u", id="x", section="one"))
    assert arranged(section("One"), *labels, *steps).sides["x"] == "right"


def test_a_step_and_a_claim_of_the_same_name_are_told_apart() -> None:
    parts = (thesis("s"), claim("a"), claim("u"), because("s", "a", id="s"), unless("s", "u", id="a"))
    assert list(arranged(*parts).undercuts) == ["s"]
    assert arranged(*parts).sides == {"s": "below", "a": "right"}
