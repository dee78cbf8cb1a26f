"""What hangs below what, before anything has a size."""

import argmap
from argmap.drawing.layout.forest import Forest, Item, forest, items_of
from argmap.drawing.names import edge_id
from argmap.drawing.picture import USUAL
from argmap.drawing.sheet import sheet_of


def planted(text: str) -> Forest:
    return forest(sheet_of(argmap.parse(text), USUAL))


def shape(item: Item) -> str:
    """`claim-t(claim-a claim-b(claim-c))`; what leads out at the side after a bar."""
    below = " ".join(("|" if branch.beside else "") + shape(branch.item) for branch in item.branches)
    return f"{item.name}({below})" if below else item.name


def shapes(text: str) -> list[str]:
    return [shape(tree) for tree in planted(text).trees]


def test_reasons_hang_below_their_claim_in_the_writers_order() -> None:
    assert shapes("thesis t: T\n  because a: A\n    but c: C\n  because b: B\n") == [
        "claim-t(claim-a(claim-c) claim-b)"
    ]


def test_linked_premises_hang_as_a_box_below_their_dot() -> None:
    text = "thesis t: T\n  because a: A\n    and b: B\n    because c: C\n"
    (tree,) = shapes(text)
    assert tree.startswith("claim-t(step-")
    assert "box-" in tree


def test_an_undercut_leads_out_at_the_side_of_the_dot() -> None:
    (tree,) = shapes("thesis t: T\n  because a: A\n    unless u: U\n")
    assert tree.endswith("(claim-a |claim-u))")


def test_a_claim_used_again_is_a_reference_and_its_card_stands_nearest_to_the_top() -> None:
    text = "thesis t: T\n  because a: A\n    because c: C\n      because @b\n  because b: B\n"
    wood = planted(text)
    (tree,) = wood.trees
    assert [branch.item.name for branch in tree.branches] == ["claim-a", "claim-b"]
    assert list(wood.references.values()) == ["b"]


def test_what_leads_round_in_a_circle_is_a_tree_with_a_reference_to_its_top() -> None:
    wood = planted("claim a: A\n  because b: B\n    because @a\n")
    assert shape(wood.trees[0]).startswith("claim-a(claim-b(see-")
    assert list(wood.references.values()) == ["a"]


def test_a_question_with_a_thesis_comes_first_then_theses_then_other_claims() -> None:
    text = "claim x: X\nthesis s: S\nthesis t: T\nquestion q: Q?\n  answer @t\n"
    assert [tree.partition("(")[0] for tree in shapes(text)] == ["question-q", "claim-s", "claim-x"]


def test_theses_stand_in_the_writers_order() -> None:
    labels = [f"t{number}" for number in range(20)]
    text = "".join(f"thesis {label}: A claim\n" for label in labels)
    assert shapes(text) == [f"claim-{label}" for label in labels]


def test_every_claim_has_one_card_and_every_step_its_lines() -> None:
    argument_map = argmap.load("maps/turkish-russian-relations.argmap")
    sheet = sheet_of(argument_map, USUAL)
    wood = forest(sheet)
    names = [item.name for tree in wood.trees for item in items_of(tree)]
    assert len(names) == len(set(names))
    cards = {name for name in names if name.startswith("claim-")}
    boxed = sum(len(sheet.arrangement.premises[step]) for step in sheet.arrangement.boxed)
    assert len(cards) + boxed == len(argument_map.claims)
    lines = {branch.line["id"] for tree in wood.trees for item in items_of(tree) for branch in item.branches}
    assert {f'"{edge_id(step)}"' for step in sheet.arrangement.premises} <= lines


def test_thousands_of_levels_are_planted() -> None:
    deep = "thesis c: Text\n" + "".join(f"{'  ' * n}because Text {n}\n" for n in range(1, 3_000))
    (tree,) = planted(deep).trees
    assert sum(1 for _ in items_of(tree)) == 3_000
