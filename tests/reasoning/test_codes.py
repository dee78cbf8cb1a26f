"""The codes of all messages: which there are, how people may write them, and what they mean."""

import pytest

from argmap.reasoning.codes import FAMILIES, UnknownCode, codes_of, entry_of, read_codes


def test_the_codes_are_those_of_the_language_and_of_the_checks() -> None:
    assert {"L101", "L302", "R110", "R601"} <= set(codes_of(""))
    assert codes_of("R6") == ("R601",)
    assert codes_of("R110") == ("R110",)
    assert codes_of("X") == codes_of("R1100") == ()


def test_every_code_has_an_entry_and_every_family_a_title() -> None:
    for code in codes_of(""):
        entry = entry_of(code)
        assert entry is not None
        assert entry.code == code
        assert code[:2] in FAMILIES


def test_codes_are_read_in_small_letters_and_in_lists() -> None:
    assert read_codes(["r110", "R6, l1  L302"]) == ("R110", "R6", "L1", "L302")
    assert read_codes([]) == read_codes([""]) == ()


@pytest.mark.parametrize(("written", "near"), [("RR204", "R204"), ("R110,L3O2", "L302")])
def test_an_unknown_code_is_refused_with_those_that_may_be_meant(written: str, near: str) -> None:
    with pytest.raises(UnknownCode, match=f"did you mean .*{near}"):
        read_codes([written])


def test_what_is_like_no_code_gets_the_way_to_the_list() -> None:
    with pytest.raises(UnknownCode, match="`argmap explain` lists them"):
        read_codes(["everything"])
