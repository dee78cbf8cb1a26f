"""Files that cannot be edited, and places without a terminal: a sentence, status 2, and no screen."""

import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest

ESCAPE = "\x1b"


def started(folder: Path, *arguments: str, terminal: bool = True, **variables: str) -> tuple[int, str]:
    """The status of `argmap` and all that it wrote."""
    command = [sys.executable, "-m", "argmap", *arguments]
    state = {"XDG_STATE_HOME": str(folder / "state"), "XDG_CONFIG_HOME": str(folder / "config")}
    environment = {**os.environ, "TERM": "xterm", **state, **variables}
    if not terminal:
        done = subprocess.run(
            command, cwd=folder, env=environment, input=b"", capture_output=True, timeout=60, check=False
        )
        return done.returncode, (done.stdout + done.stderr).decode()
    ours, theirs = pty.openpty()
    with subprocess.Popen(
        command, cwd=folder, env=environment, stdin=theirs, stdout=theirs, stderr=theirs
    ) as process:
        os.close(theirs)
        written = b""
        while data := _read(ours):
            written += data
        os.close(ours)
        return process.wait(60), written.decode()


def _read(terminal: int) -> bytes:
    try:
        return os.read(terminal, 4096)
    except OSError:  # how Linux says that nobody has the other end any more
        return b""


def assert_refused(told: tuple[int, str], *words: str) -> None:
    status, written = told
    assert status == 2
    assert ESCAPE not in written
    assert "Traceback" not in written
    last = written.splitlines()[-1]
    assert last.startswith("argmap: ")
    for word in words:
        assert word in last


def _folder(path: Path) -> None:
    path.mkdir()


def _binary(path: Path) -> None:
    path.write_bytes(b"\x7fELF\x00\x01\x02\x00")


def _latin(path: Path) -> None:
    path.write_bytes("thesis main: Émile\n".encode("latin-1"))


def _enormous(path: Path) -> None:
    with path.open("wb") as file:
        file.truncate(65 * 1024 * 1024)


def _pipe(path: Path) -> None:
    os.mkfifo(path)


@pytest.mark.parametrize(
    ("make", "word"),
    [
        (_folder, "is a folder"),
        (_binary, "binary file"),
        (_latin, "is not UTF-8 text"),
        (_enormous, "too large to be edited"),
        (_pipe, "is a pipe"),
    ],
)
def test_what_is_no_text_file_is_not_opened(tmp_path: Path, make, word: str) -> None:
    make(tmp_path / "debate.argmap")
    assert_refused(started(tmp_path, "edit", "debate.argmap"), "debate.argmap", word)


@pytest.mark.parametrize("command", [("edit",), ("review", "--as", "ana")], ids=["edit", "review"])
@pytest.mark.parametrize(("make", "word"), [(_folder, "is a folder"), (_binary, "binary file")])
def test_what_cannot_be_opened_is_not_served(tmp_path: Path, command, make, word: str) -> None:
    make(tmp_path / "debate.argmap")
    told = started(tmp_path, *command, "debate.argmap", "--serve", terminal=False)
    assert_refused(told, "debate.argmap", word)


def test_a_folder_of_maps_is_not_served_as_one(tmp_path: Path) -> None:
    (tmp_path / "maps").mkdir()
    assert_refused(started(tmp_path, "edit", "maps", "--serve", terminal=False), "maps", "is a folder")


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_an_unreadable_file_is_not_opened(tmp_path: Path) -> None:
    (tmp_path / "debate.argmap").touch(mode=0o000)
    assert_refused(started(tmp_path, "edit", "debate.argmap"), "permission is denied")


def test_a_file_in_a_missing_folder_is_not_begun(tmp_path: Path) -> None:
    told = started(tmp_path, "edit", "no/debate.argmap")
    assert_refused(told, "no/debate.argmap", "there is no folder", "make it first")


def test_a_map_that_is_not_there_is_not_reviewed(tmp_path: Path) -> None:
    told = started(tmp_path, "review", "--as", "ana", "no/debate.argmap")
    assert_refused(told, "no/debate.argmap", "there is no such map")


def test_without_a_terminal_nothing_is_drawn(tmp_path: Path) -> None:
    assert_refused(started(tmp_path, "edit", "a.argmap", terminal=False), "this needs a terminal")


def test_a_terminal_that_cannot_show_a_screen_is_told_of(tmp_path: Path) -> None:
    assert_refused(started(tmp_path, "edit", "a.argmap", TERM="dumb"), "TERM is dumb", "--serve")
