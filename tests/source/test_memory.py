"""The garbage collector is kept still where it would stall, and nothing is lost for good."""

import gc
import weakref

import pytest

from argmap.source.memory import collect_everything, collector_paused, collector_put_off


class Thing:
    """Something that may refer to itself."""


def circle():
    thing = Thing()
    thing.itself = thing
    return weakref.ref(thing)


@pytest.fixture(autouse=True)
def thawed():
    yield
    gc.unfreeze()


@pytest.mark.parametrize("still", [collector_paused, collector_put_off])
def test_the_collector_rests_for_the_length_of_a_block(still):
    with still():
        assert not gc.isenabled()
    assert gc.isenabled()


@pytest.mark.parametrize("still", [collector_paused, collector_put_off])
def test_a_collector_that_did_not_run_is_left_alone(still):
    gc.disable()
    try:
        with still():
            pass
        assert not gc.isenabled()
    finally:
        gc.enable()


def test_what_was_put_off_is_collected_later():
    with collector_put_off():
        lost = circle()
    gc.collect()
    assert lost() is not None
    collect_everything()
    assert lost() is None
