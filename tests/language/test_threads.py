"""Two threads may read at once: an editor does, while somebody types."""

import sys
from concurrent.futures import ThreadPoolExecutor

import pytest

from argmap.language.tree import parse
from argmap.source.text import SourceText


@pytest.fixture
def turns():
    """Threads take turns far more often than they usually do."""
    before = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    yield
    sys.setswitchinterval(before)


def test_threads_read_at_once_without_mixing(turns):
    sources = [
        SourceText(f"{n}", f"thesis t{n}: T\n" + f"  because r{n}: R [@k]\n  note because\n  becuse x\n" * 60)
        for n in range(4)
    ]
    expected = [parse(source) for source in sources]
    with ThreadPoolExecutor(4) as threads:
        assert list(threads.map(parse, sources * 3)) == expected * 3
