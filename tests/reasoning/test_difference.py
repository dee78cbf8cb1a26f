"""The comparison of two maps: what makes no difference, and what each edit is reported as."""

import copy
from random import Random

import pytest
from argued_maps import chances, made_map, shuffled
from edited_maps import Block, Row, below, made_blocks, new_text, shuffled_lines, written
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import argmap
from argmap.language.formatter import format_text
from argmap.reasoning.difference.changes import Difference
from argmap.reasoning.difference.comparing import compare

often = settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
FEW_TEXTS = ["It is so", "It is not so", "Who knows"]


def found(old: str, new: str) -> Difference:
    maps = argmap.parse(old), argmap.parse(new)
    assert maps[0].errors == maps[1].errors == ()
    return compare(*maps)


def reported(difference: Difference) -> dict[str, list[tuple[str, tuple[str, ...]]]]:
    """What is reported, standings apart: by kind of part, the actions with their fields."""
    kinds = ("sections", "claims", "questions", "steps", "sources", "notes", "reviews", "verdicts")
    said = {kind: [(one.action, one.fields) for one in getattr(difference, kind)] for kind in kinds}
    return {
        **({"map": [("changed", difference.header)]} if difference.header else {}),
        **{kind: changes for kind, changes in said.items() if changes},
    }


def rows(blocks: list[Block]) -> list[Row]:
    return [row for block in blocks for row in block]


@pytest.mark.slow
@often
@given(chances(), st.booleans())
def test_a_map_does_not_differ_from_itself_however_it_is_laid_out(chance: Random, few: bool) -> None:
    text = written(made_blocks(chance, texts=FEW_TEXTS if few else None))
    commented = (
        text.replace("\nsource", "\n# A remark.\n\n\nsource").replace("  ", "    ").replace("\n", "\r\n")
    )
    for other in (text, format_text(text), commented):
        assert found(text, other).is_empty


@often
@given(chances())
def test_the_order_of_lines_makes_no_difference(chance: Random) -> None:
    blocks = made_blocks(chance)
    assert reported(found(written(blocks), written(shuffled_lines(chance, blocks)))) == {}


@often
@given(chances())
def test_any_map_is_the_same_in_any_order(chance: Random) -> None:
    argument_map = made_map(chance, claims=chance.randint(1, 8), steps=chance.randint(0, 12))
    assert compare(argument_map, shuffled(chance, argument_map)).is_empty


@often
@given(chances())
def test_going_back_is_the_same_difference_turned_round(chance: Random) -> None:
    old, new = (written(made_blocks(chance, texts=FEW_TEXTS)) for _ in range(2))
    there, back = found(old, new), found(new, old)
    assert len(there.standings) == len(back.standings)
    turn = {"added": "removed", "removed": "added", "changed": "changed"}
    for kind, changes in reported(there).items():
        turned = sorted((turn[action], fields) for action, fields in changes)
        assert turned == sorted(reported(back).get(kind, []))


def test_a_bare_reference_that_asserts_a_raised_claim_is_no_other_line() -> None:
    old = "thesis t: T\n  because r: R\n  unless u: U\n"
    assert reported(found(old, old + "claim @u\n")) == {"claims": [("changed", ("raised",))]}


EDITS = {}


def edit(function):
    EDITS[function.__name__] = function
    return function


@edit
def reword(chance: Random, blocks: list[Block]):
    row = chance.choice(rows(blocks))
    words = row.text.split()
    words[chance.randrange(len(words) - 1)] = "surely"
    row.text = " ".join(words)
    return {"claims": [("changed", ("text",))]}


@edit
def relabel(chance: Random, blocks: list[Block]):
    row = chance.choice(rows(blocks))
    row.label = chance.choice(("other", None)) if row.label else "other"
    return {"claims": [("changed", ("name",))]}


@edit
def change_a_likelihood(chance: Random, blocks: list[Block]):
    row = chance.choice(rows(blocks))
    row.likelihood = "roughly even"
    return {"claims": [("changed", ("likelihood",))]}


@edit
def change_a_strength(chance: Random, blocks: list[Block]):
    row = chance.choice([row for row in rows(blocks) if row.keyword in {"because", "but", "evidence"}])
    row.strength = "moderate"
    return {"steps": [("changed", ("strength",))]}


@edit
def turn_a_reason_round(chance: Random, blocks: list[Block]):
    row = chance.choice([row for row in rows(blocks) if row.keyword in {"because", "but", "evidence"}])
    row.keyword = "because" if row.keyword == "but" else "but"
    return {"steps": [("changed", ("kind", "keyword"))]}


@edit
def add_a_reason(chance: Random, blocks: list[Block]):
    block = chance.choice(blocks)
    index = chance.randrange(len(block))
    block.insert(below(block, index), Row(block[index].depth + 1, "because", new_text(chance)))
    return {"claims": [("added", ())], "steps": [("added", ())]}


@edit
def add_an_exception(chance: Random, blocks: list[Block]):
    block = chance.choice(blocks)
    steps = [index for index, row in enumerate(block) if row.keyword in {"because", "but", "evidence"}]
    index = chance.choice(steps)
    # After the premises: `and` completes the exception when it stands below one.
    stop = below(block, index)
    while stop < len(block) and block[stop].depth == block[index].depth and stop not in steps:
        stop = below(block, stop)
    block.insert(stop, Row(block[index].depth, "unless", new_text(chance)))
    return {"claims": [("added", ())], "steps": [("added", ())]}


@edit
def add_a_premise(chance: Random, blocks: list[Block]):
    block = chance.choice(blocks)
    steps = [index for index, row in enumerate(block) if row.keyword in {"because", "but", "evidence"}]
    index = chance.choice(steps)
    block.insert(below(block, index), Row(block[index].depth, "since", new_text(chance)))
    return {"claims": [("added", ())], "steps": [("changed", ("premises",))]}


@edit
def add_a_thesis(chance: Random, blocks: list[Block]):
    blocks.insert(chance.randint(0, len(blocks)), [Row(0, "thesis", new_text(chance))])
    return {"claims": [("added", ())]}


@edit
def cite(chance: Random, blocks: list[Block]):
    row = chance.choice(rows(blocks))
    row.cites = not row.cites
    return {"claims": [("changed", ("citations",))]}


@edit
def tag(chance: Random, blocks: list[Block]):
    row = chance.choice([row for row in rows(blocks) if row.keyword in {"thesis", "claim"}])
    row.tag = "seen"
    return {"claims": [("changed", ("tags",))]}


@edit
def note(chance: Random, blocks: list[Block]):
    chance.choice(rows(blocks)).note = "A remark"
    return {"notes": [("added", ())]}


@edit
def make_a_thesis_a_claim_or_the_other_way(chance: Random, blocks: list[Block]):
    row = chance.choice(blocks)[0]
    row.keyword = "claim" if row.keyword == "thesis" else "thesis"
    return {"claims": [("changed", ("thesis",))]}


@pytest.mark.parametrize("name", EDITS)
@often
@given(chance=chances())
def test_an_edit_is_reported_as_what_it_is_and_nothing_else(name: str, chance: Random) -> None:
    blocks = made_blocks(chance)
    edited = copy.deepcopy(blocks)
    expected = EDITS[name](chance, edited)
    difference = found(written(blocks), written(edited))
    assert reported(difference) == expected
    backwards = found(written(edited), written(blocks))
    turn = {"added": "removed", "changed": "changed"}
    assert reported(backwards) == {
        kind: [(turn[action], fields) for action, fields in changes] for kind, changes in expected.items()
    }


@often
@given(chances())
def test_a_claim_that_came_with_its_branch_is_that_branch(chance: Random) -> None:
    blocks = made_blocks(chance)
    branch = made_blocks(chance)[0]
    for row in branch:
        row.depth += 1
        row.label = None
        row.text = f"{row.text} come lately"
    branch[0].keyword = "but"
    edited = [[*blocks[0], *branch], *blocks[1:]]
    difference = found(written(blocks), written(edited))
    assert [change.action for change in difference.claims] == ["added"] * len(branch)
    assert {change.action for change in difference.steps} == {"added"}
