import os
import shutil
import stat
import sys
import sysconfig
import threading
import time
from collections.abc import Callable, Sequence
from concurrent.futures import Future
from pathlib import Path

import pytest

from argmap.drawing.engine import DrawingError, Engine, engines_side_by_side, find_engines, run_engine
from argmap.drawing.metrics import FONTS

GRAPH = 'digraph { a [label="Georgia went West", fontname="Arial"]; b; a -> b }'
SCRIPTS_ONLY = pytest.mark.skipif(sys.platform == "win32", reason="the engines made here are shell scripts")
NEEDS_DOT = pytest.mark.skipif(
    not shutil.which("dot"), reason="this machine has no Graphviz: no `dot` on PATH"
)


@pytest.fixture(params=[pytest.param("dot", marks=NEEDS_DOT), "graphviz-pure"])
def engine(request: pytest.FixtureRequest) -> Engine:
    return next(engine for engine in find_engines() if engine.name == request.param)


@pytest.fixture
def no_system_engine(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))


def script(path: Path, *lines: str) -> Path:
    path.write_text("\n".join(["#!/bin/sh", *lines, ""]))
    path.chmod(path.stat().st_mode | stat.S_IXUSR)
    return path


def is_running(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    # Ended, but nobody has asked for its exit status yet.
    status = Path(f"/proc/{process}/stat")
    return not (status.exists() and status.read_text().rpartition(")")[2].split()[0] == "Z")


def numbers_in(file: Path) -> list[int]:
    return [int(line) for line in file.read_text().split()] if file.exists() else []


def wait_until(holds: Callable[[], bool]) -> None:
    stop = time.monotonic() + 20
    while not holds():
        assert time.monotonic() < stop
        time.sleep(0.02)


def wait_for_the_end_of(processes: Sequence[int]) -> None:
    """A signal that was sent takes its time to arrive on a busy machine."""
    stop = time.monotonic() + 20
    while any(is_running(process) for process in processes):
        assert time.monotonic() < stop
        time.sleep(0.05)


def test_every_engine_draws(engine: Engine):
    drawing = run_engine(GRAPH, engines=[engine])
    assert "Georgia went West" in drawing.decode()
    assert drawing.rstrip().endswith(b"</svg>")


def test_an_engine_draws_the_same_twice(engine: Engine):
    assert run_engine(GRAPH, engines=[engine]) == run_engine(GRAPH, engines=[engine])


def test_a_drawing_is_made_without_graphviz(no_system_engine: None):
    assert [engine.name for engine in find_engines()] == ["graphviz-pure"]
    assert b"</svg>" in run_engine(GRAPH)


@NEEDS_DOT
def test_dot_is_tried_first_where_it_is_installed():
    assert [engine.name for engine in find_engines()] == ["dot", "graphviz-pure"]


@SCRIPTS_ONLY
def test_the_bundled_engine_is_found_wherever_it_was_installed(
    no_system_engine: None, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
):
    (expected,) = find_engines()
    monkeypatch.setattr(sysconfig, "get_path", lambda name: str(tmp_path))
    monkeypatch.setattr(sys, "executable", str(tmp_path / "python"))
    (found,) = find_engines()
    assert found.path.samefile(expected.path)


def test_a_machine_without_engines_is_told_what_to_install(
    no_system_engine: None, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(os, "access", lambda path, mode: False)
    with pytest.raises(DrawingError, match=r"install Graphviz .* or reinstall graphviz-pure"):
        run_engine(GRAPH)


@SCRIPTS_ONLY
def test_a_program_in_the_current_directory_is_never_run(monkeypatch: pytest.MonkeyPatch, tmp_path: Path):
    script(tmp_path / "dot", "echo taken over")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PATH", ".")
    assert [engine.name for engine in find_engines()] == ["graphviz-pure"]


@SCRIPTS_ONLY
def test_an_engine_that_takes_too_long_is_ended_with_all_it_started(tmp_path: Path):
    slow = script(tmp_path / "dot", f"sleep 60 & echo $! >> {tmp_path}/children", "wait")
    started = time.monotonic()
    with pytest.raises(DrawingError, match=r"not done within 6 s .* draw a part of the map"):
        run_engine(GRAPH, time_limit=6, engines=[Engine("dot", slow)])
    assert time.monotonic() - started < 30
    children = [int(line) for line in (tmp_path / "children").read_text().split()]
    assert len(children) == 2
    wait_for_the_end_of(children)


@SCRIPTS_ONLY
def test_who_ends_the_program_ends_what_is_drawn_side_by_side(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr("argmap.drawing.engine._over", threading.Event())
    slow = script(tmp_path / "dot", f"echo $$ >> {tmp_path}/started", "exec sleep 60")
    engines = [Engine("dot", slow), Engine("another", slow)]
    outcomes: list[Future[bytes]] = []

    def interrupted():
        with engines_side_by_side(2) as pool:
            outcomes.extend(pool.submit(run_engine, GRAPH, engines=engines) for _ in range(3))
            wait_until(lambda: len(numbers_in(tmp_path / "started")) == 2)
            raise KeyboardInterrupt

    began = time.monotonic()
    with pytest.raises(KeyboardInterrupt):
        interrupted()
    assert time.monotonic() - began < 30
    wait_for_the_end_of(numbers_in(tmp_path / "started"))
    assert [outcome.cancelled() for outcome in outcomes] == [False, False, True]
    assert all(isinstance(outcome.exception(), DrawingError) for outcome in outcomes[:2])


@SCRIPTS_ONLY
def test_a_layout_that_takes_too_long_begins_again_in_a_hurry(tmp_path: Path):
    hurried = script(tmp_path / "dot", 'case "$*" in *splines=line*) echo "<svg/>";; *) exec sleep 60;; esac')
    said: list[str] = []
    assert (
        run_engine(GRAPH, time_limit=4, report=said.append, engines=[Engine("dot", hurried)]) == b"<svg/>\n"
    )
    assert len(said) == 1
    assert said[0].startswith("the map is large or dense: dot was not done within 2 s")


def test_every_engine_takes_the_options_of_haste(engine: Engine, monkeypatch: pytest.MonkeyPatch):
    from argmap.drawing import engine as module

    careful = run_engine(GRAPH, engines=[engine])
    monkeypatch.setattr(module, "_CAREFUL", module._HURRIED)
    hurried = run_engine(GRAPH, engines=[engine])
    assert hurried.count(b"<text") == careful.count(b"<text")


@SCRIPTS_ONLY
def test_the_next_engine_draws_when_the_first_fails(tmp_path: Path):
    broken = Engine("dot", script(tmp_path / "dot", "kill -SEGV $$"))
    drawing = run_engine(GRAPH, engines=[broken, *find_engines()])
    assert b"Georgia" in drawing


@SCRIPTS_ONLY
@pytest.mark.parametrize(
    ("line", "message"),
    [
        (
            "echo 'Warning: odd' >&2; echo 'Error: no such shape' >&2; exit 3",
            "status 3.*Error: no such shape",
        ),
        ("exit 0", "it said nothing"),
        ("kill -9 $$", "ended by signal 9"),
    ],
)
def test_a_failing_engine_says_why(tmp_path: Path, line: str, message: str):
    failing = Engine("dot", script(tmp_path / "dot", line))
    with pytest.raises(DrawingError, match=message):
        run_engine(GRAPH * 20_000, engines=[failing])


@SCRIPTS_ONLY
def test_an_engine_that_writes_something_else_gives_way_to_the_next(tmp_path: Path, engine: Engine):
    strange = Engine("dot", script(tmp_path / "dot", "cat > /dev/null; echo hello"))
    assert b"<svg" in run_engine(GRAPH, engines=[strange, engine])
    with pytest.raises(DrawingError, match="wrote no drawing"):
        run_engine(GRAPH, engines=[strange])


def test_a_file_that_is_no_program_is_named(tmp_path: Path):
    path = tmp_path / "dot"
    path.write_bytes(b"\x00\x01 no program")
    path.chmod(0o755)
    with pytest.raises(DrawingError, match="dot cannot be run"):
        run_engine(GRAPH, engines=[Engine("dot", path)])


def test_a_graph_that_is_no_dot_is_refused(engine: Engine):
    with pytest.raises(DrawingError, match="syntax error"):
        run_engine("digraph { a -> ", engines=[engine])


@pytest.fixture
def picture(tmp_path: Path) -> str:
    path = tmp_path / "secret.svg"
    path.write_text('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>')
    return path.as_posix()


def test_no_engine_reads_the_picture_of_a_node(engine: Engine, picture: str):
    assert b"<image" not in run_engine(f'digraph {{ a [image="{picture}"] }}', engines=[engine])


def test_no_engine_reads_a_picture_in_a_label(engine: Engine, picture: str):
    label = f'<<TABLE><TR><TD><IMG SRC="{picture}"/></TD></TR></TABLE>>'
    with pytest.raises(DrawingError, match="improper image"):
        run_engine(f"digraph {{ a [label={label}] }}", engines=[engine])


@SCRIPTS_ONLY
def test_an_engine_is_told_to_read_no_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("GV_FILE_PATH", "/")
    shows = script(tmp_path / "dot", 'echo "<svg/> $SERVER_NAME ${GV_FILE_PATH-unset}"')
    assert run_engine(GRAPH, engines=[Engine("dot", shows)]) == b"<svg/> argmap unset\n"


@SCRIPTS_ONLY
@pytest.mark.skipif(not Path("/etc/fonts/fonts.conf").exists(), reason="this machine has no fontconfig")
def test_an_engine_measures_with_the_fonts_that_come_along(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    shows = Engine("dot", script(tmp_path / "dot", 'echo "<svg/>$FONTCONFIG_FILE"'))
    monkeypatch.delenv("FONTCONFIG_FILE", raising=False)
    assert Path(run_engine(GRAPH, engines=[shows]).decode().strip().removeprefix("<svg/>")).samefile(
        FONTS / "fonts.conf"
    )
    monkeypatch.setenv("FONTCONFIG_FILE", "/my/own.conf")
    assert run_engine(GRAPH, engines=[shows]) == b"<svg/>/my/own.conf\n"
