"""The outline as flat rows."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from opened_maps import DEBATE, MAPS, edits_of, known, known_file, randomised

from argmap.documents.outline import outline as outline_text
from argmap.workspace.outline import matching, outline, row_of


def drawn(rows):
    return [f"{'  ' * row.depth}{row.mark}{row.label}{' again' if row.again else ''}" for row in rows]


def test_rows_say_how_claims_hang_together():
    assert drawn(known(DEBATE).outline) == [
        "buy-in",
        "  +west",
        "  &pragmatic",
        "  !iran",
        "    -distant",
        "  -arms",
        "small",
        "  -arms again",
    ]


def test_a_row_says_what_its_claim_is():
    row = known(DEBATE).outline[3]
    assert (row.kind, row.relation, row.role, row.standing) == ("claim", "unless", "exception", "falls")
    assert (row.text, row.line, row.name) == ("Iran could fill the role", 9, "iran")


def test_sections_and_questions_have_rows():
    rows = known("section S\nquestion q: Q\n  answer a: A\n    but b: B\nclaim c: C\n").outline
    assert [(row.kind, row.depth, row.text) for row in rows] == [
        ("section", 0, "S"),
        ("question", 1, "Q"),
        ("claim", 2, "A"),
        ("claim", 3, "B"),
        ("claim", 1, "C"),
    ]


def test_a_repeated_reference_has_the_line_of_the_reference():
    rows = known(DEBATE).outline
    assert [row.line for row in rows if row.label == "arms"] == [11, 13]
    assert row_of(rows, "arms") == 5
    assert row_of(rows, "nobody") is None


def test_descendants_are_counted_for_folding():
    rows = known(DEBATE).outline
    assert [row.descendants for row in rows] == [5, 0, 0, 1, 0, 0, 1, 0]


def test_cycles_end():
    rows = known("claim a: A\n  because b: B\nclaim @b\n  because @a\n").outline
    assert drawn(rows) == ["a", "  +b", "    +a again"]


def test_a_map_without_a_judgement_has_rows():
    assert {row.standing for row in outline(known(DEBATE).map)} == {None}


def test_a_filter_keeps_what_stands_above():
    rows = known(DEBATE).outline
    found = matching(rows, "FOOTHOLD")
    assert [(rows[number].label, hit) for number, hit in found] == [
        ("buy-in", False),
        ("iran", False),
        ("distant", True),
    ]


@pytest.mark.parametrize(
    ("query", "labels"),
    [
        ("#west", ["west"]),
        ("exception falls", ["iran"]),
        ("pragmatic", ["pragmatic"]),
        ("arms ukraine", ["arms", "arms"]),
        ("nothing like it", []),
    ],
)
def test_a_filter_looks_at_labels_texts_tags_roles_and_standings(query, labels):
    rows = known(DEBATE).outline
    assert [rows[number].label for number, hit in matching(rows, query) if hit] == labels


def test_an_empty_filter_keeps_everything():
    rows = known(DEBATE).outline
    assert matching(rows, "  ") == tuple((number, True) for number in range(len(rows)))


@pytest.mark.parametrize("path", MAPS, ids=lambda path: path.name)
def test_every_claim_has_its_own_row(path):
    found = known_file(path)
    own = [row.label for row in found.outline if row.kind == "claim" and not row.again]
    assert sorted(own) == sorted(found.map.claims)


def test_rows_stand_in_the_order_of_the_printed_outline():
    for path in MAPS:
        found = known_file(path)
        printed = [line.strip() for line in outline_text(found.map).splitlines()]
        place = 0
        for row in found.outline:
            if row.kind == "claim" and not row.again and row.text.isprintable():
                place = next(n for n in range(place, len(printed)) if row.text in printed[n])


@randomised(60)
@given(st.data())
def test_broken_maps_have_an_outline(data):
    text = DEBATE
    for _ in range(data.draw(st.integers(1, 8))):
        start, stop, new = data.draw(edits_of(text))
        text = text[:start] + new + text[stop:]
    rows = known(text).outline
    for number, row in enumerate(rows):
        below = rows[number + 1 : number + 1 + row.descendants]
        assert all(one.depth > row.depth for one in below)
        after = number + 1 + row.descendants
        assert after == len(rows) or rows[after].depth <= row.depth
