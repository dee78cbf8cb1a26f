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
