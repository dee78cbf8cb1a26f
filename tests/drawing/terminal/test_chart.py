"""Maps as rows of characters: what a reader sees, folds, and finds by place."""

from itertools import combinations, pairwise

from charted import VIEWS, cells_of, maps
from hypothesis import given, settings
from hypothesis import strategies as st

from argmap.drawing.terminal.chart import Chart, Links
from argmap.drawing.terminal.draw import draw
from argmap.drawing.terminal.part import shown_part, unfolded_over
from argmap.drawing.terminal.view import View
from argmap.model.map import ArgumentMap
from argmap.source.cells import width
from maps import argument_map, because, but, claim, evidence, karabakh, question, thesis, unless

many = settings(max_examples=40, deadline=None)


def words_on(chart: Chart, label: str) -> list[str]:
    runs = [run.text for row in chart.rows for run in row if run.label == label]
    return " ".join(runs).split()


@many
@given(maps(), VIEWS)
def test_runs_are_in_order_and_never_on_each_other(made: ArgumentMap, view: View) -> None:
    chart = draw(made, view)
    for row in chart.rows:
        assert all(run.cells == width(run.text) > 0 for run in row)
        assert all(run.end <= following.x for run, following in pairwise(row))
        assert not row or 0 <= row[0].x < row[-1].end <= chart.width


@many
@given(maps(), VIEWS)
def test_every_claim_has_a_card_of_its_own_and_its_words_are_inside(made: ArgumentMap, view: View) -> None:
    chart = draw(made, view)
    assert list(chart.boxes) == [*made.questions, *made.claims]
    for one, other in combinations(chart.boxes.values(), 2):
        apart_beside = one.x + one.width <= other.x or other.x + other.width <= one.x
        assert apart_beside or one.y + one.height <= other.y or other.y + other.height <= one.y
    for y, row in enumerate(chart.rows):
        for run in row:
            if run.label is not None:
                assert chart.boxes[run.label].holds(run.x, y)
                assert chart.boxes[run.label].holds(run.end - 1, y)


@many
@given(maps(), VIEWS)
def test_a_map_is_always_drawn_alike(made: ArgumentMap, view: View) -> None:
    assert draw(made, view).plain() == draw(made, view).plain()


@many
@given(maps(most=4), VIEWS, st.data())
def test_a_part_of_a_row_is_what_stands_in_those_cells(
    made: ArgumentMap, view: View, data: st.DataObject
) -> None:
    chart = draw(made, view)
    left = data.draw(st.integers(-3, chart.width + 2))
    cells = data.draw(st.integers(1, 40))
    for y, row in enumerate(chart.rows):
        whole = [" "] * (max(chart.width, left + cells) + cells)
        for run in row:
            whole[run.x : run.end] = cells_of(run.text)
        shown = [" "] * cells
        for run in chart.line(y, left, cells):
            assert left <= run.x < run.end <= left + cells
            assert width(run.text) == run.cells
            shown[run.x - left : run.end - left] = cells_of(run.text)
        for cell, character in enumerate(shown):
            there = whole[left + cell] if left + cell >= 0 else " "
            cut = (width(there) == 2 and cell == cells - 1) or (there == "" and cell == 0)
            assert character == (" " if cut else there)


def test_a_cell_is_on_the_card_that_one_sees_there() -> None:
    chart = draw(argument_map(thesis("t", "Yes"), claim("r", "So"), because("t", "r")))
    for label, box in chart.boxes.items():
        assert chart.label_at(box.x, box.y) == label
        assert chart.label_at(box.x + box.width - 1, box.y + box.height - 1) == label
    assert chart.label_at(chart.boxes["t"].x + chart.boxes["t"].width, 1) is None
    assert chart.label_at(0, chart.height) is chart.label_at(-1, 0) is None


def test_an_empty_map_has_no_rows() -> None:
    chart = draw(argument_map())
    assert (chart.width, chart.height, chart.plain(), chart.home) == (0, 0, "", None)
    assert chart.line(0, 0, 10) == []


def test_a_single_claim_is_one_card() -> None:
    assert draw(argument_map(thesis("t", "Yes"))).plain() == (
        "╔═ t · thesis ═╗\n║ Yes          ║\n╚══════════════╝\n"
    )


def test_kinds_of_line_differ_in_stroke_and_head() -> None:
    made = argument_map(
        thesis("t"),
        *(claim(label) for label in "abcdq"),
        because("t", "a", id="s"),
        evidence("t", "b"),
        but("t", "c"),
        unless("s", "d"),
        question("q", "Which?", "t"),
    )
    assert draw(made, View(zoom="label")).plain() == (
        "[q]◇──╭t╮◀────(•)───[a]\n      │ │◀══╗  ◆┈┈┈┈[d]\n      ╰─╯×┓ ╚═══════[b]\n          ┗╍╍╍╍╍╍╍╍╍[c]\n"
    )


def test_standings_are_told_by_sign_border_and_struck_text() -> None:
    made = argument_map(
        thesis("t", "Yes"), claim("r", "So"), claim("o", "No"), because("t", "r"), but("t", "o")
    )
    chart = draw(made, standings={"t": "open", "r": "stands", "o": "falls"})
    text = chart.plain()
    assert "t · thesis ?" in text
    assert "╌" in text
    struck = [run.text.strip() for row in chart.rows for run in row if run.look.struck]
    assert struck == ["No"]
    assert {"r", "✓"} <= set(words_on(chart, "r"))
    assert {"o", "✗"} <= set(words_on(chart, "o"))


def test_strength_scheme_likelihood_and_section_are_in_words() -> None:
    text = draw(karabakh(sections=True)).plain()
    for words in ("by practical", "corridor · premise · likely", "syria · reason", "§ The war", "arms"):
        assert words in text


def test_a_long_text_ends_in_dots_and_a_long_name_keeps_its_role() -> None:
    name = "n" * 60
    chart = draw(argument_map(thesis("t", "word " * 500, name=name)))
    assert chart.height == 14
    assert chart.rows[12][1].text.split() == ["…"]
    assert "… · thesis" in chart.plain()


def test_nobodys_label_shows_the_beginning_of_the_text() -> None:
    chart = draw(argument_map(thesis("_1", "Something that nobody has named")), View(zoom="label"))
    assert chart.plain() == "[“Something that nobod…]\n"


def test_a_folded_branch_says_how_much_it_hides() -> None:
    made = argument_map(
        thesis("t"), *map(claim, "abc"), because("t", "a"), because("a", "b"), but("b", "c"), but("t", "c")
    )
    chart = draw(made, View(folded=frozenset({"a", "gone"})))
    assert list(chart.boxes) == ["t", "a", "c"]
    assert "▼\u00a01\u00a0more\u00a0claim".replace("\u00a0", " ") in chart.plain().replace("\u00a0", " ")
    assert "[a ▼1]" in draw(made, View("label", folded=frozenset({"a"}))).plain()


def test_a_neighbourhood_is_what_a_claim_bears_on_and_some_levels_below() -> None:
    made = argument_map(
        thesis("t"),
        *map(claim, "abcdeo"),
        because("t", "a", "o"),
        because("a", "b"),
        because("b", "c"),
        because("c", "d"),
        but("t", "e"),
    )
    assert set(draw(made, View(focus="a", depth=2)).boxes) == {"t", "a", "o", "b", "c"}
    assert set(draw(made, View(focus="d")).boxes) == {"c", "d"}
    assert len(draw(made, View(focus="gone")).boxes) == 7


def test_a_folded_claim_that_is_looked_at_closely_is_shown_with_its_branch_folded() -> None:
    made = argument_map(thesis("t"), *map(claim, "ab"), because("t", "a"), because("a", "b"))
    assert set(draw(made, View(focus="a", folded=frozenset({"a"}))).boxes) == {"t", "a"}
    assert set(draw(made, View(focus="b", folded=frozenset({"a"}))).boxes) == {"a", "b"}


def test_what_is_folded_over_a_claim_is_unfolded_and_nothing_else() -> None:
    made = argument_map(
        thesis("t"),
        *map(claim, "abcd"),
        question("q", "Which?", "t"),
        because("t", "a", id="s"),
        unless("s", "b"),
        because("b", "c"),
        because("c", "d"),
    )
    assert unfolded_over(made, frozenset("qtabcd"), "c") == frozenset("acd")


def test_a_map_of_too_many_claims_is_shown_as_deep_as_it_can_be() -> None:
    made = argument_map(
        thesis("t"),
        *map(claim, "abcdef"),
        *(because("t", label) for label in "abc"),
        *(because("a", label) for label in "def"),
    )
    shown = shown_part(made, View(), most=5)
    assert (shown.depth, set(shown.part.map.claims)) == (1, set("tabc"))
    assert shown.part.cuts["a"].claims == 3
    assert shown_part(made, View()).depth is None


def test_a_deep_and_dense_map_ends_and_says_how_deep_it_goes() -> None:
    labels = [f"c{number}" for number in range(80)]
    dense = [because(one, other, id=f"{one}<{other}") for one, other in combinations(labels, 2)]
    chart = draw(argument_map(*map(claim, labels), *dense), View(zoom="label"))
    assert chart.depth is not None
    assert chart.boxes


def test_the_links_of_a_card_lead_along_the_relations() -> None:
    made = argument_map(
        thesis("t"),
        *map(claim, "abcd"),
        question("q", "Which?", "t"),
        because("t", "a", "b", id="s"),
        but("t", "c"),
        unless("s", "d"),
    )
    links = draw(made).links
    assert links["t"] == Links(("q",), ("a", "b", "d", "c"), ("a", "b"), ("d", "c"), None, None)
    assert links["b"] == Links(("t",), before="a", after="d")
    assert links["q"].below == ("t",)


def test_home_is_the_first_thesis_or_else_where_the_map_begins() -> None:
    assert draw(argument_map(claim("a"), thesis("t"))).home == "t"
    assert draw(argument_map(claim("a"), claim("b"), because("b", "a"))).home == "b"
    assert draw(argument_map(claim("a"), claim("b"), because("b", "a"), because("a", "b"))).home == "a"
