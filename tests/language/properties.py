"""Running a test on many random texts, and what there is to compare about maps.

ARGMAP_TEST_EXAMPLES says how many texts a test tries (60 unless told), ARGMAP_TEST_SEED which ones: the seed
of a run is printed with every failure.
"""

import os
import random
from collections.abc import Callable, Iterator
from typing import Any

import attrs
import pytest
from hypothesis import HealthCheck, seed, settings

from argmap.model.map import ArgumentMap
from argmap.source.spans import Span
from argmap.source.text import SourceText

SEED = int(os.environ.get("ARGMAP_TEST_SEED", random.SystemRandom().randrange(1 << 32)))
EXAMPLES = int(os.environ.get("ARGMAP_TEST_EXAMPLES", "60"))
BLANKS = " \t\u00a0"


def randomised(*, share: float = 1.0) -> Callable[[Any], Any]:
    """Run a test with the seed of this run, on a share of the usual number of texts."""
    chosen = settings(
        max_examples=max(10, int(EXAMPLES * share)),
        deadline=None,
        database=None,
        print_blob=True,
        suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
    )
    return lambda test: pytest.mark.usefixtures("print_seed")(seed(SEED)(chosen(test)))


def spans(thing: object) -> Iterator[Span]:
    """Every span in a map, however deep."""
    stack = [thing]
    while stack:
        one = stack.pop()
        if isinstance(one, Span):
            yield one
        elif isinstance(one, dict):
            stack += one.values()
        elif isinstance(one, list | tuple):
            stack += one
        elif attrs.has(type(one)) and not isinstance(one, SourceText):
            stack += (getattr(one, field.name) for field in attrs.fields(type(one)))


def said(thing: Any) -> Any:
    """What a map says, without its places and messages."""
    if isinstance(thing, dict):
        return {key: said(value) for key, value in thing.items()}
    if isinstance(thing, list | tuple):
        return [said(value) for value in thing]
    if attrs.has(type(thing)):
        return {
            field.name: said(getattr(thing, field.name))
            for field in attrs.fields(type(thing))
            if "span" not in field.name and field.name not in {"diagnostics", "texts"}
        }
    return thing


def codes(map: ArgumentMap) -> list[str]:
    return sorted(diagnostic.code for diagnostic in map.diagnostics)
