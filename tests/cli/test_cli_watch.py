"""`argmap watch` as a process of its own: saves, broken states, its end."""

import http.client
import os
import re
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner

from argmap.cli.entry import commands

ROOT = Path(__file__).parents[2]
TEXT = "thesis t: T\n  because r: R\n"
BROKEN = "thesis t: T\n  becuse r: R\n"
HEEDING_CTRL_C = (
    "import runpy, signal; signal.signal(signal.SIGINT, signal.default_int_handler); "
    "runpy.run_module('argmap', run_name='__main__', alter_sys=True)"
)
"""`python -m argmap`, also where the tests run behind an `&`, which makes them deaf to Ctrl-C."""
SECONDS = 30  # for what takes half of one on a machine that does nothing else


class Watcher:
    """A running `argmap watch`, and what it says."""

    def __init__(self, *arguments: str) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-c", HEEDING_CTRL_C, "watch", *arguments],
            stderr=subprocess.PIPE,
            text=True,
            env={**os.environ, "PYTHONPATH": str(ROOT)},
        )
        self.said: list[str] = []
        self._new = threading.Condition()
        self._reader = threading.Thread(target=self._read)
        self._reader.start()

    def _read(self) -> None:
        assert self.process.stderr is not None
        for line in self.process.stderr:
            with self._new:
                self.said.append(line.rstrip("\n"))
                self._new.notify_all()

    def hear(self, pattern: str) -> re.Match[str]:
        """Wait until it says this, and forget what it has said so far."""
        with self._new:
            found = self._new.wait_for(lambda: self._take(pattern), SECONDS)
        assert found, f"{pattern!r} is not in {self.said}"
        return found

    def _take(self, pattern: str) -> re.Match[str] | None:
        for number, line in enumerate(self.said):
            if match := re.search(pattern, line):
                del self.said[: number + 1]
                return match
        return None

    def end(self, how: signal.Signals = signal.SIGTERM) -> int:
        self.process.send_signal(how)
        status = self.process.wait(SECONDS)
        self._reader.join()
        return status


Start = Callable[..., Watcher]


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("m.argmap").write_text(TEXT)


@pytest.fixture
def start() -> Iterator[Start]:
    started: list[Watcher] = []

    def begin(*arguments: str) -> Watcher:
        started.append(Watcher(*arguments))
        return started[-1]

    yield begin
    for watcher in started:
        if watcher.process.poll() is None:
            watcher.process.kill()
            watcher.end()


def refusal(*arguments: str) -> str:
    done = CliRunner().invoke(commands, ["watch", *arguments])
    assert done.exit_code == 2
    return done.stderr


@pytest.mark.slow
def test_a_save_is_exported_and_what_was_done_is_said_in_a_line(start: Start) -> None:
    watcher = start("m.argmap", "-o", "m.dot", "-o", "m.json", "--look", "plain")
    watcher.hear(r"^\d\d:\d\d:\d\d m\.dot and m\.json written in \d+\.\d\d s$")
    watcher.hear(r"watching m\.argmap; Ctrl-C ends it$")
    Path("m.argmap").write_text(TEXT.replace("R", "Reason"))
    watcher.hear(r"^\S+ m\.argmap changed: m\.dot and m\.json written in \d+\.\d\d s$")
    assert "Reason" in Path("m.dot").read_text()
    assert "Reason" in Path("m.json").read_text()


@pytest.mark.slow
def test_errors_are_told_once_and_the_last_good_output_stays(start: Start) -> None:
    watcher = start("m.argmap", "-o", "m.dot")
    watcher.hear("watching")
    good = Path("m.dot").read_text()
    Path("m.argmap").write_text(BROKEN)
    watcher.hear(r"m\.argmap:2:3: L101 error: “becuse” is no keyword")
    watcher.hear(r"m\.argmap has 1 error; m\.dot stays as before$")
    Path("m.argmap").write_text(BROKEN + "\n")
    watcher.hear(r"m\.argmap still has 1 error")
    assert not any("becuse" in line for line in watcher.said)
    assert Path("m.dot").read_text() == good
    Path("m.argmap").write_text(TEXT.replace("R", "Mended"))
    watcher.hear("written in")
    assert "Mended" in Path("m.dot").read_text()


@pytest.mark.slow
def test_a_map_that_is_deleted_and_comes_back_is_exported_again(start: Start) -> None:
    watcher = start("m.argmap", "-o", "m.dot")
    watcher.hear("watching")
    Path("m.argmap").unlink()
    watcher.hear(r"m\.argmap: cannot be read: there is no such file or folder; m\.dot stays as before$")
    Path("m.argmap").write_text(TEXT.replace("R", "Again"))
    watcher.hear("m.argmap appeared: m.dot written")
    assert "Again" in Path("m.dot").read_text()


@pytest.mark.slow
def test_included_files_bibliographies_and_themes_are_watched_also_when_they_appear(start: Start) -> None:
    Path("m.argmap").write_text("include part.argmap\n" + TEXT)
    Path("theme.toml").write_text('[colours]\nsupport = "#0000aa"\n')
    Path("part.argmap").write_text("claim c: C\n")
    watcher = start("m.argmap", "-o", "m.dot", "--theme", "theme.toml")
    watcher.hear(r"watching m\.argmap and 1 file that it names")
    Path("part.argmap").unlink()
    watcher.hear("has 1 error")
    Path("part.argmap").write_text("claim c: Come back\n")
    watcher.hear("part.argmap appeared: m.dot written")
    assert "Come back" in Path("m.dot").read_text()
    Path("theme.toml").write_text("[colours\n")
    watcher.hear(r"theme\.toml changed: the theme theme\.toml: ")
    Path("theme.toml").write_text('[colours]\nsupport = "#0000bb"\n')
    watcher.hear("theme.toml changed: m.dot written")


@pytest.mark.slow
def test_an_output_that_cannot_be_written_does_not_keep_back_the_others(start: Start) -> None:
    watcher = start("m.argmap", "-o", "m.dot", "-o", "m.json")
    watcher.hear("watching")
    Path("m.dot").unlink()
    Path("m.dot").mkdir()
    Path("m.argmap").write_text(TEXT.replace("R", "Reason"))
    watcher.hear(r"m\.argmap changed: m\.dot: is a folder")
    watcher.hear(r"m\.argmap changed: m\.json written")
    assert "Reason" in Path("m.json").read_text()


@pytest.mark.slow
def test_a_map_that_has_errors_at_the_start_is_drawn_where_nothing_is_yet(start: Start) -> None:
    Path("m.argmap").write_text(BROKEN)
    Path("old.dot").write_text("old")
    watcher = start("m.argmap", "-o", "m.dot", "-o", "old.dot")
    watcher.hear("m.argmap has 1 error")
    watcher.hear("m.dot written")
    watcher.hear("watching")
    assert Path("old.dot").read_text() == "old"


@pytest.mark.slow
@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_it_ends_well_by_a_signal_with_a_browser_waiting(start: Start, how: signal.Signals) -> None:
    watcher = start("m.argmap", "-o", "m.html")
    port = int(watcher.hear(r"m\.html is shown at http://127\.0\.0\.1:(\d+)/m\.html and reloads there$")[1])
    watcher.hear("watching")
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
    connection.request("GET", "/events/m.html")
    changes = connection.getresponse()
    assert changes.readline().startswith(b"data: ")
    before = time.monotonic()
    assert watcher.end(how) == 0
    assert time.monotonic() - before < 10
    assert changes.read().strip() == b""
    connection.close()
    assert not [line for line in watcher.said if "Traceback" in line]


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="needs scripts of a Unix shell")
def test_several_outputs_are_made_side_by_side_and_an_end_waits_for_none_of_them(
    start: Start, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    engine = tmp_path / "bin" / "dot"
    engine.parent.mkdir()
    engine.write_text(f"#!/bin/sh\necho $$ >> {tmp_path}/started\nexec sleep 60\n")
    engine.chmod(0o755)
    monkeypatch.setenv("PATH", str(engine.parent), prepend=os.pathsep)
    watcher = start("m.argmap", "-o", "one.svg", "-o", "two.svg")
    stop = time.monotonic() + SECONDS
    while not Path("started").exists() or len(Path("started").read_text().split()) < 2:
        assert time.monotonic() < stop
        time.sleep(0.05)
    before = time.monotonic()
    assert watcher.end(signal.SIGINT) == 0
    assert time.monotonic() - before < 10
    assert not [line for line in watcher.said if "Traceback" in line]
    for process in Path("started").read_text().split():
        with pytest.raises(ProcessLookupError):
            os.kill(int(process), 0)


@pytest.mark.slow
def test_a_taken_port_is_named(start: Start) -> None:
    watcher = start("m.argmap", "-o", "m.html")
    port = watcher.hear(r"127\.0\.0\.1:(\d+)/")[1]
    assert f"port {port}: no page can be shown there: " in refusal("m.argmap", "-o", "n.html", "--port", port)


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["m.argmap"], "Missing option '-o'"),
        (["-", "-o", "m.svg"], "name one map"),
        ([".", "-o", "m.svg"], "name one map"),
        (["no.argmap", "-o", "m.svg"], "no such file"),
        (["m.argmap", "-o", "-"], "name a file"),
        (["m.argmap", "-o", "m.txt"], "no suffix that we write"),
        (["m.argmap", "-o", "."], "say with --to what to write"),
        (["m.argmap", "-o", "m.svg", "-o", "./m.svg"], "named twice"),
        (["m.argmap", "-o", "m.html", "-o", "sub/m.html"], "two pages would be shown as m.html"),
        (["m.argmap", "-o", "m.svg", "--to", "svg,pdf"], "for 2 forms name a folder"),
        (["m.argmap", "-o", "m.svg", "--port", "8000"], "--port counts for a page only"),
        (["m.argmap", "-o", "m.svg", "-o", "m.html", "--dpi", "50"], "--dpi counts for png only"),
        (["m.argmap", "-o", "m.json", "--look", "print"], "pictures only"),
        (["m.argmap", "-o", "m.pdf", "-o", "m.md"], "add --handout"),
        (["m.argmap", "-o", "m.argmap", "--to", "dot"], "is a file of the map itself"),
        (["m.argmap", "-o", "no/m.dot"], "there is no folder no"),
        (["m.argmap", "-o", "m.dot", "--section", "S"], "there is no section"),
    ],
)
def test_what_cannot_be_done_is_refused_at_the_start(arguments: list[str], words: str) -> None:
    assert words in refusal(*arguments)
