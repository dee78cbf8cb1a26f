"""Small graphs of several threads go into one process, and each comes out as if it had been alone."""

import stat
import sys
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier

import pytest

from argmap.drawing import engine as engine_module
from argmap.drawing.dot import to_dot
from argmap.drawing.engine import DrawingError, Engine, run_engine
from argmap.drawing.export import draw
from argmap.drawing.gathering import Gathering, gathering_here
from argmap.drawing.picture import Layout, Picture
from argmap.model.build import parse

SCRIPTS_ONLY = pytest.mark.skipif(sys.platform == "win32", reason="the engines made here are shell scripts")
TEXTS = [f"thesis t: Claim {n} <b> {'and more ' * n}\n  because a: Reason {n} {{weak}}\n" for n in range(6)]
LINKED = [f"{text}  and b: stop\n  but c: </svg>\n  because @b\n" for text in TEXTS]


def drawn_together(texts: Sequence[str], layout: Layout = "dot") -> list[bytes]:
    gathering, all_there = Gathering(), Barrier(len(texts))

    def export(text: str) -> bytes:
        with gathering.present():
            all_there.wait()
            return draw(parse(text), "svg", picture=Picture(layout=layout), time_limit=20)

    with ThreadPoolExecutor(len(texts)) as pool:
        return list(pool.map(export, texts))


def drawn_alone(texts: Sequence[str], layout: Layout = "dot") -> list[bytes]:
    return [draw(parse(text), "svg", picture=Picture(layout=layout)) for text in texts]


@pytest.fixture
def stand_in(
    engine: Engine, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> Callable[[str], Callable[[], int]]:
    """Puts a shell script in front of the engine, to be run on `$input`; returns what counts its runs."""

    def install(lines: str) -> Callable[[], int]:
        path = tmp_path / "engine"
        path.write_text(
            f"#!/bin/sh\necho >> {tmp_path}/runs\ninput=$(mktemp -p {tmp_path})\ncat > $input\n{lines}\n"
            f'exec {engine.path} "$@" < $input\n'
        )
        path.chmod(path.stat().st_mode | stat.S_IXUSR)
        found = (Engine(engine.name, path),)
        monkeypatch.setattr(engine_module, "find_engines", lambda: found)
        return lambda: len((tmp_path / "runs").read_text().splitlines())

    return install


@pytest.mark.parametrize("layout", ["dot", "tidy"])
@pytest.mark.parametrize("texts", [TEXTS, LINKED], ids=["trees", "linked"])
def test_maps_drawn_together_are_drawn_as_each_alone(
    engine: Engine, layout: Layout, texts: Sequence[str]
) -> None:
    assert drawn_together(texts, layout) == drawn_alone(texts, layout)


@SCRIPTS_ONLY
def test_all_that_wait_go_into_one_process(stand_in: Callable[[str], Callable[[], int]]) -> None:
    runs = stand_in("")
    drawn_together(TEXTS)
    assert runs() == 1


@SCRIPTS_ONLY
@pytest.mark.parametrize(
    "fault", ["kill -SEGV $$", "exit 1", "exit 0", pytest.param("sleep 30", marks=pytest.mark.slow)]
)
def test_one_map_that_an_engine_cannot_draw_takes_no_other_down(
    stand_in: Callable[[str], Callable[[], int]], monkeypatch: pytest.MonkeyPatch, fault: str
) -> None:
    graphs = [to_dot(parse(text)) for text in TEXTS]
    expected = [run_engine(graph) for graph in graphs[:-1]]
    monkeypatch.setattr(engine_module, "PATIENCE", 1.0)
    stand_in(f"grep -q 'Claim 5' $input && {fault}")
    gathering, all_there = Gathering(), Barrier(len(graphs))

    def lay_out(graph: str) -> bytes | DrawingError:
        with gathering.present():
            all_there.wait()
            try:
                return run_engine(graph, time_limit=4)
            except DrawingError as failure:
                return failure

    with ThreadPoolExecutor(len(graphs)) as pool:
        *others, last = pool.map(lay_out, graphs)
    assert others == expected
    assert isinstance(last, DrawingError)


@SCRIPTS_ONLY
def test_a_graph_for_which_nobody_comes_is_drawn_alone(stand_in: Callable[[str], Callable[[], int]]) -> None:
    runs = stand_in("")
    gathering = Gathering()
    with gathering.present(), gathering.present():
        assert b"</svg>" in draw(parse(TEXTS[0]), "svg", picture=Picture(layout="dot"))
    assert runs() == 1


def test_who_has_left_is_not_waited_for() -> None:
    gathering = Gathering()
    with gathering.present():
        assert gathering_here() is gathering
    assert gathering_here() is None
