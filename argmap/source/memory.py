"""The garbage collector, kept still while large trees of lasting objects are made."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def collector_paused() -> Iterator[None]:
    """Pause the cyclic collector, if it runs, for the length of a block.

    Everything made while a map is read stays alive, so that every collection would walk all of it again and
    find nothing: with it, time grows faster than the text.
    """
    if not gc.isenabled():
        yield
        return
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


@contextmanager
def collector_put_off() -> Iterator[None]:
    """As `collector_paused`, and what is alive at the end is not looked at until `collect_everything`.

    For work that is done again and again beside something that must not stall: a full collection walks every
    object of a large map, a tenth of a second in which no other thread runs. What nothing refers to any
    longer is freed at once all the same; only circles wait.
    """
    with collector_paused():
        yield
        gc.freeze()


def collect_everything() -> None:
    """A full collection, of what was put off too."""
    gc.unfreeze()
    gc.collect()
    gc.freeze()
