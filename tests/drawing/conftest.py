"""What tests of drawings share: each engine in turn, as if it were the only one."""

import shutil

import pytest

from argmap.drawing import engine as engine_module
from argmap.drawing.engine import Engine, find_engines

_NEEDS_DOT = pytest.mark.skipif(
    not shutil.which("dot"), reason="this machine has no Graphviz: no `dot` on PATH"
)


@pytest.fixture(params=[pytest.param("dot", marks=_NEEDS_DOT), "graphviz-pure"])
def engine(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Engine:
    """The only engine there is."""
    (found,) = (engine for engine in find_engines() if engine.name == request.param)
    monkeypatch.setattr(engine_module, "find_engines", lambda: (found,))
    return found
