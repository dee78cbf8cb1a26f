"""The fixes of messages at an offset, as edits."""

from opened_maps import known

from argmap.source.edits import apply_edits
from argmap.source.text import SourceText
from argmap.workspace.repairs import repair_of, repairs_at

FILE = "debate.argmap"


def repairs(text, offset):
    found = known(text)
    return repairs_at(found.diagnostics, found.map.texts, file=FILE, offset=offset)


def mended(text, repair):
    return apply_edits(text, repair.edits)


def test_the_fix_of_the_message_at_an_offset_is_offered():
    text = "thesis a: A\n  becuse b: B\n  because @bb\n"
    (repair,) = repairs(text, text.index("becuse") + 2)
    assert (repair.title, repair.safe) == ("write because", False)
    assert mended(text, repair) == "thesis a: A\n  because b: B\n  because @bb\n"


def test_a_fix_elsewhere_on_the_line_is_offered_too():
    text = "thesis a: A\n  becuse b: B\n"
    (repair,) = repairs(text, text.index("B"))
    assert repair.diagnostic.code == "L101"


def test_nothing_is_offered_on_other_lines():
    assert repairs("thesis a: A\n  becuse b: B\n", 3) == ()


def test_safe_fixes_come_first():
    text = "thesis a: A\n  becuse\u200b b: B\x07\n"
    found = repairs(text, text.index("b: B"))
    assert [repair.safe for repair in found] == sorted((repair.safe for repair in found), reverse=True)
    assert found


def test_a_fix_that_does_not_fit_the_text_is_left_out():
    (diagnostic,) = known("thesis a: A\n  becuse b: B\n").diagnostics
    assert repair_of(diagnostic, {FILE: SourceText(FILE, "short")}) is None
    assert repairs_at([diagnostic], {}, file=FILE, offset=0) == ()
