"""Proof standards, at their limits."""

from typing import get_args

import pytest

from argmap.model.elements import Standard
from argmap.reasoning.proof import DENIED, IN, OUT, balance

STANDARDS: tuple[Standard, ...] = get_args(Standard)


@pytest.mark.parametrize(
    ("standard", "x", "y", "outcome"),
    [
        ("preponderance", 51, 50, IN),
        ("preponderance", 50, 50, OUT),
        ("preponderance", 50, 51, DENIED),
        ("clear-and-convincing", 80, 30, IN),
        ("clear-and-convincing", 79, 30, OUT),
        ("clear-and-convincing", 30, 80, DENIED),
        ("beyond-reasonable-doubt", 79, 29, IN),
        ("beyond-reasonable-doubt", 80, 30, OUT),
        ("beyond-reasonable-doubt", 78, 29, OUT),
        ("beyond-reasonable-doubt", 29, 79, DENIED),
        ("dialectical-validity", 1, 0, IN),
        ("dialectical-validity", 100, 1, OUT),
        ("dialectical-validity", 0, 1, DENIED),
        ("dialectical-validity", 0, 0, OUT),
    ],
)
def test_a_standard_is_met_and_missed_by_one_per_cent(
    standard: Standard, x: int, y: int, outcome: int
) -> None:
    assert balance(standard, x, y) == outcome


@pytest.mark.parametrize("standard", STANDARDS)
def test_a_heavier_reason_never_lowers_and_a_heavier_objection_never_raises(standard: Standard) -> None:
    rank = {DENIED: 0, OUT: 1, IN: 2}
    weights = range(0, 101, 5)
    for x in weights:
        for y in weights:
            here = rank[balance(standard, x, y)]
            assert rank[balance(standard, x + 5, y)] >= here >= rank[balance(standard, x, y + 5)]


@pytest.mark.parametrize("standard", STANDARDS)
def test_a_claim_and_its_denial_change_places(standard: Standard) -> None:
    mirror = {IN: DENIED, DENIED: IN, OUT: OUT}
    for x in range(0, 101, 10):
        for y in range(0, 101, 10):
            assert balance(standard, x, y) == mirror[balance(standard, y, x)]
