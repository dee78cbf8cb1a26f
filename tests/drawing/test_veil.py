from argmap.drawing.veil import without

DRAWING = b"""<svg>
<g class="graph">
<g id="claim-a" class="node">
<title>a</title>
<text>A</text>
</g>
<g id="box-s" class="node linked">
<g id="claim-b">
<text>B</text>
</g>
<text>box</text>
</g>
<text>caption</text>
</g>
</svg>
"""


def test_a_part_is_taken_out_with_all_that_is_in_it() -> None:
    left = without(DRAWING, {"box-s"}).decode()
    assert "B" not in left
    assert "box" not in left
    assert ">A<" in left
    assert left.count("<g") == left.count("</g>") == 2


def test_a_part_inside_another_is_taken_out_alone() -> None:
    left = without(DRAWING, {"claim-b"}).decode()
    assert ">B<" not in left
    assert ">box<" in left


def test_nothing_taken_out_is_the_same_drawing() -> None:
    assert without(DRAWING, set()) == DRAWING


def test_parts_one_in_the_other_are_taken_out_once() -> None:
    assert without(DRAWING, {"box-s", "claim-b", "claim-a"}).decode().count("</g>") == 1
