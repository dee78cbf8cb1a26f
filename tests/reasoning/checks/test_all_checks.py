"""What holds of every check: it survives any map and any depth, whatever the order of the lines."""

import sys
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given

import argmap
from argmap.reasoning.check_list import CHECKS
from argmap.reasoning.checking import Selection, check_reasoning
from argmap.reasoning.judged import Judged

sys.path.insert(0, str(Path(__file__).parent.parent))
from argued_maps import chances, made_map, shuffled

EVERYTHING = Selection(hints=True)
OF_EVERY_ORDER = tuple(listed for listed in CHECKS if listed.code[:2] in {"R1", "R2"})


def codes(text: str) -> list[str]:
    return [message.code for message in check_reasoning(argmap.parse(text), EVERYTHING)]


@given(chances())
def test_no_check_raises_and_none_counts_otherwise_when_lines_change_places(chance):
    argument = made_map(chance, claims=chance.randint(1, 8), steps=chance.randint(0, 14))
    one, other = Judged(argument), Judged(shuffled(chance, argument))
    for listed in OF_EVERY_ORDER:
        found = [Counter(message.code for message in listed.function()(judged)) for judged in (one, other)]
        assert found[0] == found[1], listed.code


@pytest.mark.slow
@pytest.mark.parametrize("line", ["because y\n", "but y\n", "unless y\n"])
def test_ten_thousand_levels_are_checked(line):
    head = "thesis x\n because z\n" if line.startswith("unless") else "thesis x\n"
    text = head + "".join(" " * depth + line for depth in range(1, 10_001))
    assert codes(text)


@pytest.mark.slow
def test_a_circle_of_ten_thousand_reasons_is_read_out_in_short():
    text = "".join(f"claim t{n}: Text {n}\n  because @t{(n + 1) % 10_000}\n" for n in range(10_000))
    (message,) = check_reasoning(argmap.parse(text))
    assert message.code == "R102"
    assert message.message.endswith("t6 because … (9993 more) because t0")


@pytest.mark.parametrize(
    "text",
    [
        "thesis \u202e\u200b\n",
        "thesis " + "a" * 100_000 + "\n  because " + "a" * 100_000 + "\n",
        "".join("thesis ... !\n  because ... !\n" for _ in range(2_000)),
        "question x\n" + "  answer y\n" * 2_000,
        "thesis x\n" + "  because y\n" * 2_000 + "  but y\n" * 2_000,
    ],
    ids=["unseen", "long", "marks only", "answers", "the same on both sides"],
)
def test_hostile_maps_are_checked(text):
    assert codes(text)
