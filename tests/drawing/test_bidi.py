from hypothesis import given
from hypothesis import strategies as st

from argmap.drawing.bidi import contained

OVERRIDE, ISOLATE, POP, POP_ISOLATE = "\u202e", "\u2067", "\u202c", "\u2069"


def test_a_text_without_directional_controls_is_unchanged() -> None:
    assert contained(["Ankara", "أنقرة"]) == ["Ankara", "أنقرة"]


def test_an_override_that_is_left_open_is_closed_at_the_end_of_the_line() -> None:
    assert contained([f"a{OVERRIDE}b"]) == [f"a{OVERRIDE}b{POP}"]


def test_a_run_over_several_lines_is_closed_and_reopened_at_every_line_end() -> None:
    assert contained([f"a{ISOLATE}b", "c", f"d{POP_ISOLATE}e"]) == [
        f"a{ISOLATE}b{POP_ISOLATE}",
        f"{ISOLATE}c{POP_ISOLATE}",
        f"{ISOLATE}d{POP_ISOLATE}e",
    ]


def test_a_closer_that_closes_nothing_is_left_out() -> None:
    assert contained([f"a{POP}b{POP_ISOLATE}"]) == ["ab"]


@given(
    st.lists(
        st.text(alphabet="ab\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069", max_size=40), max_size=5
    )
)
def test_every_line_closes_exactly_what_it_opens(lines: list[str]) -> None:
    closer = dict.fromkeys("\u202a\u202b\u202d\u202e", POP) | dict.fromkeys("\u2066\u2067\u2068", POP_ISOLATE)
    for line in contained(lines):
        awaited: list[str] = []
        for character in line:
            if character in closer:
                awaited.append(closer[character])
            elif character in (POP, POP_ISOLATE):
                assert awaited.pop() == character
        assert not awaited
