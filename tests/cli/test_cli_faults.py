"""What happens around a command: full disks, closed pipes, interrupts, terminals, character sets."""

import io
import os
import pty
import resource
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from argmap.cli import streams
from argmap.cli.entry import run
from argmap.cli.streams import guarded

ROOT = Path(__file__).parents[2]
PROGRAM = [sys.executable, "-m", "argmap"]
TEXT = "map M\nthesis t: Türkiye'nin çıkarı ağır basar\n  because r: R\n"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    Path("m.argmap").write_text(TEXT, encoding="utf-8")


def start(*arguments: str, **options: Any) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run([*PROGRAM, *arguments], capture_output=True, timeout=60, check=False, **options)


def on_terminal(*arguments: str, **environment: str) -> str:
    """What a command writes to a terminal of its own."""
    ours, theirs = pty.openpty()
    # A name that no terminal list knows would turn colours off; one that all know keeps them.
    child = subprocess.Popen(
        [*PROGRAM, *arguments],
        stdout=theirs,
        stderr=subprocess.PIPE,
        env={**os.environ, "TERM": "xterm", **environment},
    )
    os.close(theirs)
    written = b""
    while True:
        try:
            part = os.read(ours, 65536)
        except OSError:
            # Linux says EIO when the other end of a terminal is closed.
            break
        if not part:
            break
        written += part
    child.communicate(timeout=60)
    os.close(ours)
    return written.decode("utf-8").replace("\r\n", "\n")


@pytest.mark.parametrize("unbuffered", ["", "1"])
def test_what_python_keeps_under_another_name_can_be_written_to(unbuffered: str) -> None:
    """Textual draws on it."""
    program = "import sys; from argmap.cli.streams import guarded; guarded(lambda: sys.__stderr__.write('ş'))"
    done = subprocess.run(
        [sys.executable, "-c", program],
        capture_output=True,
        timeout=60,
        check=False,
        env={**os.environ, "PYTHONUNBUFFERED": unbuffered},
    )
    assert done.stderr.decode("utf-8") == "ş"


@pytest.mark.parametrize("unbuffered", ["", "1"])
def test_a_reader_that_goes_away_ends_the_command_quietly(unbuffered: str) -> None:
    Path("long.argmap").write_text("".join(f"claim c{number}: {'x' * 90}\n" for number in range(5000)))
    child = subprocess.Popen(
        [*PROGRAM, "show", "long.argmap"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env={**os.environ, "PYTHONUNBUFFERED": unbuffered},
    )
    assert child.stdout
    assert child.stdout.readline()
    child.stdout.close()
    _, complaints = child.communicate(timeout=60)
    assert (child.returncode, complaints) == (141, b"")


@pytest.mark.parametrize(
    "arguments", [("show", "m.argmap"), ("export", "m.argmap", "-o", "-", "--to", "json")]
)
def test_a_full_disk_behind_standard_output_is_said(arguments: Sequence[str]) -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [*PROGRAM, *arguments], stdout=full, stderr=subprocess.PIPE, timeout=60, check=False
        )
    assert done.returncode == 2
    assert done.stderr == b"argmap: standard output cannot be written: the disk is full\n"


@pytest.mark.parametrize("arguments", [("export", "m.argmap", "-o", "old.json"), ("format", "old.json")])
def test_an_older_file_is_whole_after_the_disk_filled_up(arguments: Sequence[str]) -> None:
    old = "thesis t: T\n" + "  because    r: R\n" * 1
    Path("old.json").write_text(old)

    def fill() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (10, 10))

    done = start(*arguments, preexec_fn=fill)
    assert done.returncode == 2
    assert done.stderr.startswith(b"argmap: old.json: cannot be written: ")
    assert Path("old.json").read_text() == old
    assert sorted(path.name for path in Path().iterdir()) == ["m.argmap", "old.json"]


def test_a_new_map_is_not_left_half_written() -> None:
    def fill() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (10, 10))

    done = start("new", "new.argmap", preexec_fn=fill)
    assert done.returncode == 2
    assert not Path("new.argmap").exists()


def test_a_pipe_is_refused_without_waiting() -> None:
    os.mkfifo("pipe")
    for command in (
        ("check", "pipe"),
        ("show", "pipe"),
        ("export", "m.argmap", "-o", "pipe", "--to", "json"),
    ):
        done = start(*command)
        assert done.returncode == 2
        assert b"is a pipe" in done.stderr


@pytest.mark.parametrize("locale", ["C", "POSIX", "C.utf8"])
@pytest.mark.parametrize("utf8_mode", ["0", "1"])
def test_letters_of_any_script_pass_in_any_locale(locale: str, utf8_mode: str) -> None:
    environment = {
        **os.environ,
        "LC_ALL": locale,
        "PYTHONUTF8": utf8_mode,
        "PYTHONCOERCECLOCALE": "0",
    }
    done = start("show", "m.argmap", env=environment)
    assert done.returncode == 0
    assert "Türkiye'nin çıkarı ağır basar" in done.stdout.decode("utf-8")


def test_a_terminal_without_the_letters_gets_their_escapes() -> None:
    text = on_terminal("show", "m.argmap", LC_ALL="C", PYTHONUTF8="0", PYTHONCOERCECLOCALE="0")
    assert "T\\xfcrkiye'nin" in text


def test_a_clean_check_says_so_on_a_terminal() -> None:
    assert on_terminal("check", "m.argmap") == "1 file, 2 claims, no problems\n"
    Path("hint.argmap").write_text("thesis T\n  because Putin: Turkey is independent\n")
    assert on_terminal("check", "hint.argmap", "m.argmap") == (
        "2 files, 4 claims, no problems (1 hint: --hints shows them)\n"
    )


def test_a_terminal_gets_colour_unless_told_not_to() -> None:
    Path("m.argmap").write_text("thesis t: T\n  because @no\n")
    assert "\x1b[1;31m" in on_terminal("check", "m.argmap")
    assert "\x1b" not in on_terminal("check", "m.argmap", NO_COLOR="1")
    assert "\x1b" not in on_terminal("check", "m.argmap", TERM="dumb")


def test_an_outline_is_wrapped_to_the_terminal() -> None:
    Path("m.argmap").write_text("thesis t: " + "word " * 40 + "\n")
    lines = on_terminal("show", "m.argmap", COLUMNS="50", LINES="20").splitlines()
    assert len(lines) > 3
    assert max(map(len, lines)) <= 50


def test_a_picture_is_not_written_to_a_terminal() -> None:
    assert on_terminal("export", "m.argmap", "-o", "-", "--to", "png") == ""


def test_closed_streams_do_no_harm() -> None:
    done = subprocess.run(
        f"{sys.executable} -m argmap check m.argmap >&- 2>&- <&-", shell=True, timeout=60, check=False
    )
    assert done.returncode == 0
    done = subprocess.run(
        f"{sys.executable} -m argmap check - <&-", shell=True, timeout=60, check=False, capture_output=True
    )
    assert done.returncode == 2
    assert b"standard input is closed" in done.stderr


def test_an_interrupt_ends_with_130_and_no_traceback(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    class Waiting(io.BytesIO):
        def read(self, _: int | None = -1) -> bytes:
            raise KeyboardInterrupt

    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(Waiting()))
    assert guarded(lambda: run(["check", "-"])) == 130
    assert capsys.readouterr().err == "argmap: interrupted\n"


def test_a_fault_of_our_own_is_a_message_unless_the_place_is_asked_for(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail() -> int:
        raise RuntimeError("boom")

    assert guarded(fail) == 2
    assert "a fault in argmap itself" in capsys.readouterr().err
    monkeypatch.setenv(streams.TRACEBACK_VARIABLE, "1")
    with pytest.raises(RuntimeError):
        guarded(fail)


def imported(*arguments: str) -> set[str]:
    program = "import sys; from argmap.__main__ import main; main(); print(*sys.modules, file=sys.stderr)"
    done = subprocess.run(
        [sys.executable, "-c", program, *arguments], capture_output=True, text=True, timeout=60, check=True
    )
    return set(done.stderr.split())


def test_the_version_costs_no_import_of_a_library() -> None:
    found = imported("--version")
    assert "argmap.cli.streams" in found
    assert not found & {"click", "attr", "argmap.model", "argmap.source", "pathlib"}


def test_check_imports_nothing_that_it_does_not_need() -> None:
    found = imported("check", "m.argmap")
    assert "argmap.cli.commands.check" in found
    other = ("argmap.drawing", "argmap.documents", "argmap.formats")
    assert not {name for name in found if name.startswith(other)}
    assert not found & {"cattrs", "graphviz", "typst", "bibtexparser", "rapidfuzz"}
