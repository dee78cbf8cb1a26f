"""The editor in a real terminal: signals, a kill, a large paste, other sizes, a full disk, and its end."""

import re
import shutil
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest
from app_host import TEXT
from terminal_host import ARGMAP, PATIENCE, Terminal, needs_tmux, terminal

from argmap.workspace.recovery import leftovers

pytestmark = [pytest.mark.slow, needs_tmux]

LOST = 1.0
"""Seconds of writing that may be lost to a kill."""
BUSY = 0.5
"""Seconds that a busy machine may take besides."""


@pytest.fixture
def debate(tmp_path: Path) -> Path:
    path = tmp_path / "debate.argmap"
    path.write_text(TEXT, encoding="utf-8")
    return path


def kept(path: Path) -> str:
    """What is offered when the file is opened next."""
    (left,) = leftovers(path, None, folder=path.parent / "state" / "argmap")
    return left.draft.text


def gone(shown: Terminal) -> bool:
    end = time.monotonic() + PATIENCE
    while not shown.is_gone() and time.monotonic() < end:
        time.sleep(0.05)
    return shown.is_gone()


def failing(place: str, fault: str) -> tuple[str, ...]:
    """argmap with a fault of its own."""
    code = f"import time, argmap.__main__ as it, {place.rpartition('.')[0]} as module\n"
    code += f"def fault(*_, **__): {fault}\n"
    code += f"module.{place.rpartition('.')[2]} = fault\nit.program()"
    return (sys.executable, "-c", code)


@pytest.mark.parametrize("unbuffered", ["", "1"])
def test_what_is_written_and_saved_is_in_the_file(debate: Path, unbuffered: str) -> None:
    with terminal(debate.parent, "edit", debate.name, environment={"PYTHONUNBUFFERED": unbuffered}) as shown:
        shown.shows("Georgia")
        shown.type("# a remark")
        shown.press("Enter", "C-s")
        shown.shows("is saved")
        shown.press("C-q")
        shown.ended(0)
    assert debate.read_text(encoding="utf-8") == "# a remark\n" + TEXT


def test_a_kill_while_typing_loses_a_second_at_most(debate: Path) -> None:
    done = threading.Event()
    with terminal(debate.parent, "edit", debate.name) as shown:
        shown.shows("Georgia")
        shown.type("# ")

        def keep_typing() -> None:
            number = 0
            while not done.wait(0.03):
                shown.type(f"w{number} ")
                number += 1

        typing = threading.Thread(target=keep_typing)
        typing.start()
        try:
            written = shown.shows("w19")
            time.sleep(LOST + BUSY)
            shown.send(signal.SIGKILL)
        finally:
            done.set()
            typing.join()
        shown.shows("the status is 137.")
    seen = re.findall(r"\bw\d+", written)
    assert len(seen) > 9
    with terminal(debate.parent, "edit", debate.name) as shown:
        shown.shows("There is unsaved work on debate.argmap")
        time.sleep(1)  # keys count once a writer has had the time to read it
        shown.press("r")
        shown.shows("● not saved")
        shown.press("C-s")
        shown.shows("is saved")
        shown.press("C-q")
        shown.ended(0)
    text = debate.read_text(encoding="utf-8")
    assert text.startswith("# w0 w1 ")
    assert text.count("thesis") == 1
    assert set(seen[:-1]) <= set(text.split())


@pytest.mark.parametrize("name", ["SIGTERM", "SIGHUP", "SIGINT"])
def test_a_signal_leaves_all_that_was_written_and_a_sane_terminal(debate: Path, name: str) -> None:
    number = getattr(signal, name)
    with terminal(debate.parent, "edit", debate.name) as shown:
        shown.shows("Georgia")
        shown.type("# the last word")
        shown.shows("# the last word")
        shown.send(number)
        shown.ended(128 + number)
    assert kept(debate) == "# the last word" + TEXT
    assert debate.read_text(encoding="utf-8") == TEXT


def test_a_terminal_that_is_closed_leaves_all_that_was_written(debate: Path) -> None:
    with terminal(debate.parent, "edit", debate.name) as shown:
        shown.shows("Georgia")
        shown.type("# the last word")
        shown.shows("# the last word")
        shown.close()
        assert gone(shown)
    assert kept(debate) == "# the last word" + TEXT


def test_a_paste_of_five_megabytes_is_taken_whole(debate: Path) -> None:
    line = "# a line such as there are many in a long text that somebody has brought along, ü and all\n"
    pasted = line * (5_000_000 // len(line) + 1)
    with terminal(debate.parent, "edit", debate.name) as shown:
        shown.shows("Georgia")
        shown.paste(pasted)
        shown.shows(f"{pasted.count(line) + 1:,}:1", within=3 * PATIENCE)
        shown.press("C-s")
        shown.shows("is saved")
        shown.press("C-q")
        shown.ended(0)
    assert debate.read_text(encoding="utf-8") == pasted + TEXT


def test_a_terminal_made_small_and_large_again_shows_the_text(debate: Path) -> None:
    with terminal(debate.parent, "edit", debate.name) as shown:
        shown.shows("Georgia")
        shown.resize(20, 5)
        shown.until(lambda screen: "Tbilisi" not in screen)
        shown.type("# small ")
        shown.shows("# small")
        shown.resize(100, 30)
        shown.shows("Outline")
        shown.shows("Tbilisi is far away")
        shown.shows("# small thesis main")
        shown.press("C-s")
        shown.shows("is saved")
        shown.press("C-q")
        shown.ended(0)


@pytest.mark.skipif(shutil.which("git") is None, reason="needs git")
def test_git_takes_the_editor_for_its_own(tmp_path: Path) -> None:
    def git(*arguments: str) -> str:
        return subprocess.run(
            ["git", *arguments], cwd=tmp_path, check=True, capture_output=True, text=True, timeout=PATIENCE
        ).stdout

    git("init", "-q")
    own = {"GIT_EDITOR": " ".join([*ARGMAP, "edit"])}
    own |= {f"GIT_{who}_{what}": "Ana" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
    commit = ("git", "commit", "--allow-empty")
    with terminal(tmp_path, program=commit, environment=own) as shown:
        shown.shows("COMMIT_EDITMSG")
        shown.shows("writing")
        shown.type("Say what is meant")
        shown.press("C-s")
        shown.shows("is saved")
        shown.press("C-q")
        shown.ended(0)
    assert git("log", "--format=%s") == "Say what is meant\n"


def test_a_full_disk_leaves_the_file_and_the_text_as_they_were(debate: Path) -> None:
    text = TEXT + "# a line of the text, one of many\n" * 1000
    debate.write_text(text, encoding="utf-8")
    # The shell's limit for a file, which takes the place of a disk.
    with terminal(debate.parent, "edit", debate.name, first="ulimit -f 16") as shown:
        shown.shows("Georgia")
        shown.type("# more ")
        shown.shows("no recovery file can be kept")
        shown.press("C-s")
        shown.shows("Save a copy as")
        shown.shows("would be larger than the system")
        assert debate.read_text(encoding="utf-8") == text
        shown.press("Escape")
        shown.until(lambda screen: "Save a copy as" not in screen)
        shown.press("C-q")
        shown.shows("Save before quitting?")
        shown.press("d")
        shown.ended(0)
    assert debate.read_text(encoding="utf-8") == text
    assert list(debate.parent.glob(".argmap-*")) == []


@pytest.mark.parametrize(
    ("place", "key"), [("argmap.editor.handling.theme_after", "M-t"), ("argmap.workspace.desk.save", "C-s")]
)
def test_a_fault_of_the_editor_is_told_plainly_and_what_was_written_is_offered(
    debate: Path, place: str, key: str
) -> None:
    program = failing(place, "raise ZeroDivisionError('of our own')")
    with terminal(debate.parent, "edit", debate.name, program=program) as shown:
        shown.shows("Georgia")
        shown.type("# the last word")
        shown.shows("# the last word")
        shown.press(key)
        screen = shown.ended(2)
    assert "what was not saved is kept" in screen
    assert "please report it: ZeroDivisionError: of our own" in " ".join(screen.split())
    assert kept(debate) == "# the last word" + TEXT
    with terminal(debate.parent, "edit", debate.name) as shown:
        shown.shows("There is unsaved work")


def test_a_drawing_that_hangs_does_not_keep_the_editor_open(debate: Path) -> None:
    program = failing("argmap.editor.diagram.widget.draw", "time.sleep(3600)")
    with terminal(debate.parent, "edit", debate.name, program=program) as shown:
        shown.shows("Georgia")
        shown.press("M-3")
        shown.shows("Drawing")
        shown.press("C-q")
        shown.ended(0)
