import attrs

import argmap
from argmap.drawing.picture import USUAL
from argmap.pages.handout_diagrams import SMALLEST, diagrams

WIDE = "".join(f"  because r{number}: Reason number {number} among many\n" for number in range(12))
ON_LEVELS = attrs.evolve(USUAL, layout="dot")
"""In which twelve reasons stand side by side."""
SMALL = "thesis t: T\n  because r: R\n"


def test_a_small_map_is_drawn_whole_on_upright_paper() -> None:
    (diagram,) = diagrams(argmap.parse(SMALL), picture=USUAL, paper="a4")
    assert (diagram.title, diagram.landscape, diagram.scale) == ("", False, 1.0)


def test_a_wide_map_turns_the_paper() -> None:
    text = "thesis t: T\n" + "".join(WIDE.splitlines(keepends=True)[:5])
    (diagram,) = diagrams(argmap.parse(text), picture=ON_LEVELS, paper="a4")
    assert diagram.landscape
    assert diagram.type_size >= SMALLEST


def test_a_map_that_is_too_large_is_drawn_section_by_section_and_nothing_is_left_out() -> None:
    sections = f"section One\nthesis a: A\n{WIDE}section Two\nclaim b: B\n  because @a\nsection Empty\n"
    found = diagrams(argmap.parse(f"{SMALL}{sections}"), picture=ON_LEVELS, paper="a4")
    assert [diagram.title for diagram in found] == ["Outside the sections", "One", "Two"]


def test_what_stays_too_small_to_read_is_told() -> None:
    told: list[str] = []
    wide = argmap.parse(f"thesis t: T\n{WIDE}")
    (diagram,) = diagrams(wide, picture=ON_LEVELS, paper="a4", report=told.append)
    assert diagram.type_size < SMALLEST
    assert len(told) == 1
    assert "under 6 pt" in told[0]


def test_a_tree_hangs_its_reasons_rather_than_be_too_small_to_read() -> None:
    (diagram,) = diagrams(argmap.parse(f"thesis t: T\n{WIDE}"), picture=USUAL, paper="a4")
    assert diagram.type_size > SMALLEST + 3


def test_what_is_too_small_on_levels_is_drawn_as_trees_unless_levels_are_asked_for() -> None:
    # Levels, since a claim is used twice; and so wide on them that nobody could read it.
    shared = argmap.parse(f"thesis t: T\n{WIDE}  but o: O\n    because @r1\n")
    told: list[str] = []
    (diagram,) = diagrams(shared, picture=USUAL, paper="a4", report=told.append)
    assert diagram.type_size >= SMALLEST
    assert b'class="node reference"' in diagram.svg
    assert told == []
    (wide,) = diagrams(shared, picture=ON_LEVELS, paper="a4")
    assert wide.type_size < SMALLEST


def test_an_empty_map_has_no_diagram() -> None:
    assert diagrams(argmap.parse(""), picture=USUAL, paper="a4") == []
