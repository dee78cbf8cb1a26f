"""The one module that runs a layout engine: as a subprocess, always with a time limit.

`dot` of Graphviz is used where it is on PATH; where it is not, or fails, `graphviz-pure`, a port of it that
is installed with argmap. The graphviz package says which program to look for but does not run it: it would
end only the process it started, and where `dot` is a wrapper script the real one would run on.
"""

import contextlib
import os
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Literal, TypeVar

import attrs

from argmap.drawing.gathering import gathering_here
from argmap.drawing.metrics import FONTS

_Made = TypeVar("_Made")
_BUNDLED = "graphviz-pure"
_CAREFUL = ("-Kdot", "-Tsvg")
# A tenth of the usual rounds of improvement, and straight lines: seconds where a dense map takes minutes.
_HURRIED = (*_CAREFUL, "-Gnslimit=0.1", "-Gnslimit1=0.1", "-Gmclimit=0.1", "-Gsplines=line")
PATIENCE = 10.0
"""Seconds: people who wait longer for a drawing would rather have a plainer one."""
_running: set["subprocess.Popen[bytes]"] = set()
_over = threading.Event()
"""The program is being ended."""
_FONTCONFIG = Path("/etc/fonts/fonts.conf")


class DrawingError(Exception):
    """A drawing could not be made; the message says why and what to do."""


class OutOfTime(DrawingError):  # noqa: N818 - named for what happened
    """The layout was not done within its time limit, and was stopped."""


@attrs.frozen
class Engine:
    """A program that reads DOT: its name in messages, and where it is."""

    name: str
    path: Path


def find_engines() -> tuple[Engine, ...]:
    """The engines of this machine, in the order in which they are tried.

    Raises DrawingError when there is none.
    """
    found = tuple(engine for engine in (_system_engine(), _bundled_engine()) if engine)
    if not found:
        raise DrawingError(
            "no program here can draw: install Graphviz (https://graphviz.org/download/) "
            f"or reinstall {_BUNDLED}: {sys.executable} -m pip install --force-reinstall {_BUNDLED}"
        )
    return found


def run_engine(
    dot: str,
    *,
    time_limit: float = 60.0,
    report: Callable[[str], None] | None = None,
    engines: Sequence[Engine] | None = None,
) -> bytes:
    """Lay the graph out and draw it as SVG.

    The first of `engines` that succeeds is used; they are those of `find_engines` when None. `time_limit` is
    in seconds, for everything: when PATIENCE or half of it has passed, the layout begins again with straight
    lines and less care, and `report` is told so in a sentence. Raises OutOfTime when the time is up, and
    DrawingError with what the first engine said when every engine fails. No engine reads a file, whatever the
    graph asks.
    """
    failures: list[DrawingError] = []
    stop = time.monotonic() + time_limit
    for engine in engines or find_engines():
        left = stop - time.monotonic()
        try:
            return _run_patiently(engine, dot, max(left, 0.1), report)
        except subprocess.TimeoutExpired:
            raise OutOfTime(
                f"{engine.name} was not done within {time_limit:g} s and was stopped: draw a part of "
                "the map, for example one section"
            ) from None
        except DrawingError as failure:
            failures.append(failure)
    raise failures[0]


def with_some_engine(work: Callable[[Engine], _Made]) -> _Made:
    """What `work` makes with the first engine that does not fail; raises what the first said when all do."""
    failures: list[DrawingError] = []
    for engine in find_engines():
        try:
            return work(engine)
        except OutOfTime:
            raise
        except DrawingError as failure:
            failures.append(failure)
    raise failures[0]


def run_placed(dot: str, form: Literal["svg", "plain"], *, engine: Engine, time_limit: float) -> bytes:
    """Draw a graph in which every node and line has its place, as SVG or in Graphviz' plain format.

    `time_limit` is in seconds. Raises OutOfTime when it is up, and DrawingError when the engine fails.
    """
    try:
        return _run(engine, ("-Kneato", "-n2", f"-T{form}"), dot, time_limit=time_limit)
    except subprocess.TimeoutExpired:
        raise OutOfTime(
            f"{engine.name} was not done within {time_limit:g} s and was stopped: draw a part of "
            "the map, for example one section"
        ) from None


@contextlib.contextmanager
def engines_side_by_side(most: int) -> Iterator[ThreadPoolExecutor]:
    """Threads that may wait for engines, at most so many at a time.

    Where somebody ends the program meanwhile, by Ctrl-C or a signal, the engines are ended, and no thread
    starts another.
    """
    with ThreadPoolExecutor(most) as pool:
        try:
            yield pool
        except (KeyboardInterrupt, SystemExit):
            _end_all()
            raise
        finally:
            pool.shutdown(wait=False, cancel_futures=True)


def _run_patiently(
    engine: Engine, dot: str, time_limit: float, report: Callable[[str], None] | None
) -> bytes:
    """With care for some seconds, and where they do not suffice without, in what is left of the time."""
    careful = min(PATIENCE, time_limit / 2)
    try:
        return _run(engine, _CAREFUL, dot, time_limit=careful)
    except subprocess.TimeoutExpired:
        drawing = _run(engine, _HURRIED, dot, time_limit=time_limit - careful)
    if report:
        report(
            f"the map is large or dense: {engine.name} was not done within {careful:g} s, so lines are "
            "straight and claims stand less well; a part of the map, such as a section, draws better"
        )
    return drawing


def _system_engine() -> Engine | None:
    import shutil

    import graphviz

    path = shutil.which(graphviz.DOT_BINARY)
    # A relative path means that it lies in the current directory, where maps from anywhere may lie too.
    return Engine("dot", Path(path)) if path and Path(path).is_absolute() else None


def _bundled_engine() -> Engine | None:
    """Found also when the virtual environment is not activated."""
    for path in _bundled_places():
        if path.is_file() and os.access(path, os.X_OK):
            return Engine(_BUNDLED, path)
    return None


def _bundled_places() -> Iterator[Path]:
    import sysconfig
    from importlib import metadata

    name = _BUNDLED + (sysconfig.get_config_var("EXE") or "")
    yield Path(sysconfig.get_path("scripts"), name)
    yield Path(sys.executable).parent / name
    with contextlib.suppress(metadata.PackageNotFoundError):
        for file in metadata.files(_BUNDLED) or ():
            if file.name == name:
                yield Path(str(file.locate())).resolve()


def _environment() -> Mapping[str, str]:
    environment = os.environ | {"SERVER_NAME": "argmap"}
    # With SERVER_NAME alone no engine loads files. GV_FILE_PATH would name a directory to load from, and
    # newer engines refuse to start when it is there.
    environment.pop("GV_FILE_PATH", None)
    if "FONTCONFIG_FILE" not in os.environ and _FONTCONFIG.exists():
        # The cards are measured with our fonts, so the engine had better see them.
        environment["FONTCONFIG_FILE"] = str(FONTS / "fonts.conf")
    return environment


def _run(engine: Engine, options: tuple[str, ...], dot: str, *, time_limit: float) -> bytes:
    """What the engine writes; DrawingError when it fails, TimeoutExpired when it takes too long."""

    def run_together(graphs: str) -> bytes | None:
        try:
            return _run_alone(engine, options, graphs, time_limit=PATIENCE / 2)
        except (DrawingError, subprocess.TimeoutExpired):
            return None

    gathering = gathering_here()
    drawing = gathering.drawing(dot, (engine, options), run=run_together) if gathering else None
    return _run_alone(engine, options, dot, time_limit=time_limit) if drawing is None else drawing


def _run_alone(engine: Engine, options: tuple[str, ...], dot: str, *, time_limit: float) -> bytes:
    try:
        process = subprocess.Popen(
            [engine.path, *options],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env=_environment(),
            start_new_session=True,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
    except OSError as error:
        raise DrawingError(f"{engine.path} cannot be run: {error.strerror or error}") from error
    _running.add(process)
    with process:
        try:
            # Asked when it can be found in `_running`: whoever ends the program ends all that are there.
            if _over.is_set():
                _end(process)
            output, complaints = process.communicate(dot.encode("utf-8", "replace"), timeout=time_limit)
        except BaseException:
            _end(process)
            raise
        finally:
            _running.discard(process)
    if process.returncode or not (b"<svg" in output or output.startswith(b"graph ")):
        raise DrawingError(_failure(engine, process.returncode, complaints.decode("utf-8", "replace")))
    return output


def _end_all() -> None:
    _over.set()
    for process in list(_running):
        _end(process)


def _end(process: subprocess.Popen[bytes]) -> None:
    """End the engine and whatever it started."""
    if sys.platform == "win32":
        subprocess.run(["taskkill", "/T", "/F", "/PID", str(process.pid)], check=False, capture_output=True)
    else:
        import signal

        # Its children may outlive an engine that has already ended.
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
    process.kill()


def _failure(engine: Engine, code: int, complaints: str) -> str:
    lines = [line.strip() for line in complaints.splitlines() if line.strip()]
    errors = [line for line in lines if "error" in line.lower()] or lines or ["it said nothing"]
    how = f"was ended by signal {-code}" if code < 0 else f"failed (exit status {code})"
    if code == 0:
        how = f"({engine.path}) wrote no drawing"
    return f"{engine.name} {how}; please report this with the map. It said: {errors[0][:300]}"
