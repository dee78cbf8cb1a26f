"""Several trees on one sheet: apart, in the writer's order, each in the frame of its section."""

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from argmap.drawing.layout.forest import Item
from argmap.drawing.layout.geometry import Rect
from argmap.drawing.layout.packing import Packed, pack
from argmap.drawing.layout.placing import Placed

TITLES = {"one": (60.0, 14.0), "two": (200.0, 28.0)}


def tree(number: int, width: float, height: float, section: str | None) -> Placed:
    item = Item(f"claim-{number}", section=section)
    return Placed(item, {item.name: Rect(0.0, 0.0, width, height)}, (), frozenset(), width, height)


sides = st.floats(20, 900)
trees = st.lists(st.tuples(sides, sides, st.sampled_from([None, "one", "two"])), min_size=1, max_size=14).map(
    lambda found: [tree(number, *one) for number, one in enumerate(found)]
)


def placed(packed: Packed, wood: list[Placed]) -> list[Rect]:
    return [Rect(x, y, one.width, one.height) for (x, y), one in zip(packed.corners, wood, strict=True)]


def apart(a: Rect, b: Rect) -> bool:
    return a.x + a.width < b.x or b.x + b.width < a.x or a.y + a.height < b.y or b.y + b.height < a.y


def holds(outer: Rect, inner: Rect) -> bool:
    return (
        outer.x <= inner.x
        and outer.y <= inner.y
        and inner.x + inner.width <= outer.x + outer.width + 0.01
        and inner.y + inner.height <= outer.y + outer.height + 0.01
    )


@given(trees, st.floats(0.5, 3))
def test_no_two_trees_touch(wood: list[Placed], aspect: float) -> None:
    rects = placed(pack(wood, aspect=aspect, title_sizes=TITLES), wood)
    assert all(apart(a, b) for a, b in combinations(rects, 2))


@given(trees, st.floats(0.5, 3))
def test_rows_follow_the_writers_order(wood: list[Placed], aspect: float) -> None:
    loose = [tree(number, one.width, one.height, None) for number, one in enumerate(wood)]
    corners = [(y, x) for x, y in pack(loose, aspect=aspect, title_sizes=TITLES).corners]
    assert corners == sorted(corners)


@given(trees, st.floats(0.5, 3))
def test_every_tree_and_frame_lies_on_the_sheet(wood: list[Placed], aspect: float) -> None:
    packed = pack(wood, aspect=aspect, title_sizes=TITLES)
    sheet = Rect(0.0, 0.0, packed.width, packed.height)
    rects = [*placed(packed, wood), *(frame.rect for frame in packed.frames)]
    assert all(holds(sheet, rect) for rect in rects)


@given(trees, st.floats(0.5, 3))
def test_a_frame_holds_trees_of_its_section_alone_below_its_title(wood: list[Placed], aspect: float) -> None:
    packed = pack(wood, aspect=aspect, title_sizes=TITLES)
    rects = placed(packed, wood)
    for one, rect in zip(wood, rects, strict=True):
        own = [frame for frame in packed.frames if holds(frame.rect, rect)]
        assert [frame.section for frame in own] == ([one.tree.section] if one.tree.section else [])
        assert all(apart(frame.rect, rect) for frame in packed.frames if frame not in own)
        for frame in own:
            assert rect.y >= frame.rect.y + TITLES[frame.section][1]
