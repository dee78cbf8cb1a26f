import attrs
import pytest

import argmap
from argmap.documents.branches import branches
from argmap.documents.outline import outline
from argmap.model.map import ArgumentMap
from argmap.source.cells import width

DEBATE = """\
map Which partner?
  author: Seminar group
  date: 2020-11-18
source milliyet: Milliyet
  date: 2020-10-15

thesis buy-in: Russia prefers Turkish buy-in
  because west: Georgia went West {likely}
  and Moscow needs a partner
  since rule: A power shut out tries elsewhere
  assuming willing: Ankara wants a share
  unless iran: Iran could fill the role {unlikely}
    unless bound: Sanctions bind Iran
    but distant: Iran is far
  evidence aliyev: Aliyev said so [@milliyet, p. 3] {on: 2020-10-15}
  but arms: Turkey arms Ukraine {strong} #ukraine
    but @west
  note Check this.
"""


def read(text: str) -> ArgumentMap:
    argument_map = argmap.parse(text)
    assert not argument_map.errors
    return argument_map


def test_marks_say_how_each_claim_bears_on_the_one_above() -> None:
    assert outline(read(DEBATE)) == (
        "Which partner?\n"
        "==============\n"
        "Seminar group, 2020-11-18\n"
        "\n"
        "thesis buy-in: Russia prefers Turkish buy-in\n"
        "  + west: Georgia went West {likely}\n"
        "  & Moscow needs a partner\n"
        "  ^ rule: A power shut out tries elsewhere\n"
        "  ~ willing: Ankara wants a share\n"
        "  ! iran: Iran could fill the role {unlikely}\n"
        "    ! bound: Sanctions bind Iran\n"
        "    - distant: Iran is far\n"
        "  * aliyev: Aliyev said so [Milliyet, 15 October 2020, p. 3] {15 October 2020}\n"
        "  - arms: Turkey arms Ukraine {strong} #ukraine\n"
        "    - @west (above)\n"
    )


def test_notes_and_the_legend_come_when_asked_for() -> None:
    text = outline(read(DEBATE), notes=True, legend=True)
    assert "note: Check this.\n" in text
    assert text.endswith("\n+ because   * evidence   - but   ! unless   & and   ^ since   ~ assuming\n")
    assert "Check this" not in outline(read(DEBATE))
    assert outline(read("thesis a\n  because b\n"), legend=True).endswith("\n\n+ because\n")


def test_a_thesis_comes_before_other_roots() -> None:
    text = outline(read("claim first: F\n  because G\nthesis last: L\n"))
    assert text == "thesis last: L\n\nclaim first: F\n  + G\n"


def test_sections_have_headings_and_claims_their_own_place() -> None:
    text = outline(
        read(
            "section One\nthesis a: A\n  because @b\n  because @c\n"
            "section Two\nclaim b: B\n  because c: C\nclaim @a\n  but d: D\n"
        )
    )
    assert text == (
        "One\n---\n\nthesis a: A\n  + @b (in Two)\n  + c: C\n  - d: D\n\n"
        "Two\n---\n\nclaim b: B\n  + @c (in One)\n"
    )


def test_the_thesis_is_named_first_where_its_section_comes_later() -> None:
    text = outline(read("section One\nclaim b: B\nsection Two\nthesis a: A\n  because @b\n"))
    assert text == "Thesis: a: A\n\nOne\n---\n\nclaim b: B\n\nTwo\n---\n\nthesis a: A\n  + @b (in One)\n"


def test_a_question_stands_over_its_answers() -> None:
    text = outline(read("question q: Who?\n  answer x: X\n    because R\n  answer @t\nthesis t: T\n"))
    assert text == "thesis t: T\n\nquestion q: Who?\n  > x: X\n    + R\n  > @t (above)\n"


def test_numbered_lines_keep_their_numbers() -> None:
    text = outline(read("1. I exist\n2. All has a cause\n3. I have one (1, 2)\n"))
    assert text == "3. I have one\n  + 1. I exist\n  & 2. All has a cause\n"


def test_cycles_end_and_every_claim_is_shown_once() -> None:
    text = outline(
        read("claim a: A\n  because b: B\n    because @a\nclaim c: C\n  because D\n    because @c\n")
    )
    assert text == ("claim a: A\n  + b: B\n    + @a (above)\n\nclaim c: C\n  + D\n    + @c (above)\n")


def test_an_unlabelled_claim_used_again_is_named_by_its_words() -> None:
    once = read("thesis t: T\n  because The sales of drones to the other side are small so far\n")
    reason = once.inferences[next(iter(once.inferences))]
    again = attrs.evolve(reason, id="again", kind="attack", keyword="but", target=reason.premises[0].claim)
    twice = attrs.evolve(once, inferences={**once.inferences, "again": again})
    assert outline(twice).splitlines()[-1] == "    - “The sales of drones to the other side…” (above)"


def test_three_thousand_levels_say_their_level() -> None:
    deep = "thesis t: T\n" + "".join(f"{'  ' * level}because c{level}: C\n" for level in range(1, 3_001))
    argument_map = read(deep)
    lines = outline(argument_map, cells=60).splitlines()
    assert len(lines) == 3_001
    assert lines[-1].strip() == "+ (level 3000) c3000: C"
    assert max(map(width, lines)) <= 60


@pytest.mark.parametrize("cells", [20, 33, 80])
def test_lines_keep_to_the_width_and_lose_no_word(cells: int) -> None:
    text = "thesis t: 東京 " + "word " * 40 + "end\n  because r: " + "reason " * 30 + "end\n"
    argument_map = read(text)
    wrapped = outline(argument_map, cells=cells)
    assert all(width(line) <= cells for line in wrapped.splitlines())
    assert wrapped.split() == outline(argument_map).split()


def test_every_claim_is_opened_exactly_once_whatever_the_shape() -> None:
    argument_map = read(DEBATE)
    parts = branches(argument_map)
    visits = [
        visit
        for part in parts
        for run in (*part.theses, *(answers for _, answers in part.questions), *part.claims)
        for visit in run
    ]
    opened = [visit.claim.label for visit in visits if not visit.again]
    assert sorted(opened) == sorted(argument_map.claims)


def test_a_claim_may_have_the_name_of_a_step() -> None:
    first = next(iter(read("thesis t: T\n  because A\n").inferences))
    text = outline(read(f"thesis {first}: T\n  because A\n  unless B\n"))
    assert text == f"thesis {first}: T\n  + A\n  ! B\n"


def test_an_escape_sequence_in_a_text_is_written_out() -> None:
    assert "\x1b" not in outline(argmap.parse("thesis t: red \x1b[31m\n"))


def test_an_empty_map_is_an_empty_outline() -> None:
    assert outline(ArgumentMap()) == "\n"
