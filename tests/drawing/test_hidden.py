"""The mark on a card whose branch is cut says how much is hidden there."""

import pytest

from argmap.drawing.dot import to_dot
from argmap.drawing.hidden import hidden_at
from argmap.drawing.picture import Picture
from argmap.model.parts.cuts import Cut
from maps import argument_map, because, claim, question, thesis


@pytest.mark.parametrize(
    ("cut", "mark"),
    [
        (Cut(1, 1), "▼ 1 more claim"),
        (Cut(1200, 3), "▼ 1,200 more claims"),
        (Cut(0, 2), "▼ 2 more steps"),
        (Cut(0, 0, above=2), "▲ used elsewhere"),
        (Cut(3, 1, above=1), "▼ 3 more claims · ▲ used elsewhere"),
    ],
)
def test_a_mark_counts_what_is_hidden(cut: Cut, mark: str) -> None:
    assert [line.replace("\u00a0", " ") for line in hidden_at(Picture(cuts={"a": cut}), "a")] == [mark]


def test_a_card_without_a_cut_has_no_mark() -> None:
    assert hidden_at(Picture(cuts={"a": Cut(1, 1)}), "b") == []


def test_marks_stand_on_cards_of_claims_and_questions() -> None:
    shown = argument_map(
        question("q", "Which?", "a"), claim("a"), thesis("t"), because("t", "p", "r"), claim("p"), claim("r")
    )
    marked = {label: Cut(number, 1) for number, label in enumerate("qtpr", start=11)}
    drawn = to_dot(shown, Picture(cuts=marked))
    assert all(f"{number} more claims" in drawn for number in range(11, 15))
    assert "more claims" not in to_dot(shown)
