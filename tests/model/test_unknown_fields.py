"""A field that there is not: the nearest one is offered, and nothing where none is near."""

import argmap
from argmap.source.diagnostics import Diagnostic


def unknown(field: str) -> Diagnostic:
    argument_map = argmap.parse(f"map M\n  {field}: Ana\nthesis t: T\n")
    return next(one for one in argument_map.diagnostics if one.code == "L204")


def test_the_nearest_field_takes_the_place_of_a_misspelt_one() -> None:
    fix = unknown("auther").fix
    assert fix is not None
    assert [edit.replacement for edit in fix.edits] == ["author"]
    assert not fix.safe


def test_a_field_like_no_other_is_left_to_its_writer() -> None:
    assert unknown("weather").fix is None
