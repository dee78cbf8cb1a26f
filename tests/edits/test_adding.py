"""New lines stand where a reader of the map looks for them."""

import pytest
from edited import MAPS, attached, faults, map_after, map_of, text_after

import argmap
from argmap.edits.adding import add_source, add_step, cite
from argmap.edits.change import Refused

MAP = """\
# A map.
map M

thesis a: A
    because b: B
    unless c: C
    # on d
    but d: D
        but E
    note N
"""


def added(text: str, target: str, keyword: str, words: str, **options) -> str:
    return text_after(text, add_step(map_of(text), target, keyword, words, **options))


def test_a_reason_follows_the_last_reason_with_what_completes_it():
    assert added(MAP, "a", "because", "X") == MAP.replace("unless c: C\n", "unless c: C\n    because X\n")
    assert added(MAP, "a", "evidence", "X") == MAP.replace("unless c: C\n", "unless c: C\n    evidence X\n")


def test_an_objection_follows_the_last_objection():
    assert added(MAP, "a", "but", "X") == MAP.replace("        but E\n", "        but E\n    but X\n")


def test_a_first_reason_goes_before_the_objections_and_after_what_completes_the_claims_own_step():
    assert added(MAP, "d", "because", "X") == MAP.replace(
        "        but E\n", "        because X\n        but E\n"
    )
    text = "thesis A\n  because b: B\n    since C\n    but D\n"
    assert added(text, "b", "because", "X") == text.replace("    but D", "    because X\n    but D")


def test_a_first_child_is_indented_as_the_text_is():
    assert added(MAP, "c", "because", "X", label="x") == MAP.replace(
        "unless c: C\n", "unless c: C\n        because x: X\n"
    )


def test_the_text_is_written_so_that_it_stays_a_text():
    assert added("claim a: A", "a", "but", "Who: me\n[@k]") == 'claim a: A\n  but "Who: me [@k]"'


def test_line_ends_are_kept():
    assert (
        added("claim a: A\r\n\r\nclaim B\r\n", "a", "but", "X") == "claim a: A\r\n  but X\r\n\r\nclaim B\r\n"
    )


def test_a_claim_inside_a_line_gets_a_block_of_its_own():
    text = "thesis A because the reason\n"
    change = add_step(map_of(text), "_2", "but", "X")
    assert text_after(text, change) == "thesis A because reason: the reason\n\nclaim @reason\n  but X\n"
    assert change.warnings == ("label “the reason” reason",)
    result = text_after(text, change)
    assert result[change.place.start : change.place.stop] == "claim @reason\n  but X"


def test_what_cannot_be_added_is_refused():
    found = map_of(MAP)
    for options, reason in (
        ({"target": "x"}, "no claim x"),
        ({"label": "b"}, "in use already"),
        ({"label": "no good"}, "cannot be a label"),
        ({"text": "\n"}, "there is no text"),
    ):
        with pytest.raises(Refused, match=reason):
            add_step(found, **{"target": "a", "keyword": "but", "text": "X", **options})


def test_nothing_is_added_among_lines_that_cannot_be_read():
    with pytest.raises(Refused, match="mend them first"):
        added("claim a: A\n    becuase B\n  but C\n", "a", "but", "X")


def test_a_source_follows_the_sources_or_the_map_line():
    first = add_source(map_of(MAP), "k", "A work, p: 3", fields={"author": "Ana Roe", "date": "2020"})
    text = text_after(MAP, first)
    assert text == MAP.replace(
        "map M\n", "map M\n\nsource k: A work, p: 3\n  author: Ana Roe\n  date: 2020\n"
    )
    second = text_after(text, add_source(map_of(text), "l", "Another"))
    assert second == text.replace("  date: 2020\n", "  date: 2020\nsource l: Another\n")


def test_a_source_stands_first_where_there_is_neither():
    assert text_after("claim A\n", add_source(map_of("claim A\n"), "k", "K")) == "source k: K\n\nclaim A\n"
    text = "# About\n\nclaim A\n"
    assert text_after(text, add_source(map_of(text), "k", "K")) == "# About\n\nsource k: K\n\nclaim A\n"


def test_a_source_that_cannot_be_is_refused():
    found = map_of("source k: K\nclaim A\n")
    with pytest.raises(Refused, match="there is a source k already"):
        add_source(found, "k", "K")
    with pytest.raises(Refused, match="cannot be the key"):
        add_source(found, "2020", "K")
    with pytest.raises(Refused, match="no field pages"):
        add_source(found, "l", "L", fields={"pages": "3"})


def cited(text: str, **options) -> str:
    return text_after(text, cite(map_of(text), "a", "k", **options))


def test_a_citation_goes_after_the_text_or_what_is_cited_already():
    assert cited("source k: K\nclaim a: A {likely}\n", locator="p. 3").endswith(
        "claim a: A [@k, p. 3] {likely}\n"
    )
    assert cited("source k: K\nclaim a: A [@k, p. 3] #t\n").endswith("claim a: A [@k, p. 3; @k] #t\n")


def test_a_citation_of_nothing_is_refused():
    with pytest.raises(Refused, match="no source has the key k"):
        cited("claim a: A\n")
    with pytest.raises(Refused, match="no brackets"):
        cited("source k: K\nclaim a: A\n", locator="p. 3]")


@pytest.mark.slow
@pytest.mark.parametrize("path", MAPS, ids=lambda path: path.name)
@pytest.mark.parametrize("keyword", ["because", "but"])
def test_a_step_added_to_any_claim_of_the_maps_changes_nothing_else(path, keyword):
    before = argmap.load(path)
    for label in list(before.claims)[:: max(len(before.claims) // 8, 1)]:
        if before.claims[label].keyword == "number" and label.startswith("_"):
            continue
        after = map_after(before, add_step(before, label, keyword, "Something new: it is so"))
        old, new = attached(before), attached(after)
        kind = "support" if keyword == "because" else "attack"
        assert new.pop("Something new: it is so") == f"{kind} {before.claims[label].text}"
        assert new == old
        assert set(faults(after)) <= set(faults(before))
