"""Faults around the editor and inside it: it stays live, says so, and loses nothing."""

import time
from collections.abc import Callable
from pathlib import Path

import pytest
from app_host import TEXT, Session, editing, session
from textual.widgets import Static

import argmap.editor.diagram.widget
import argmap.editor.diagram.work
import argmap.editor.handling
import argmap.workspace.analysis
from argmap.drawing.terminal.draw import draw
from argmap.editor.dialogs.prompt import Prompt
from argmap.editor.dialogs.question import Question
from argmap.editor.status import StatusLine
from argmap.source.diagnostics import Severity
from argmap.workspace.recovery import leftovers

pytestmark = pytest.mark.slow

CHECK = argmap.workspace.analysis._WORK["checks"]


async def until(seen: Session, condition: Callable[[], bool]) -> None:
    """Until the editor is in a state, for twenty seconds at most."""
    for _ in range(400):
        if condition():
            return
        await seen.pilot.pause(0.05)
    raise AssertionError(f"waited in vain; notices: {seen.notices}, status: {seen.status}")


def told(seen: Session, words: str) -> bool:
    """Whether the editor says this, in its line or in a box."""
    return any(words in text for text in (*seen.notices, seen.status))


def words(seen: Session) -> str:
    """All that the dialog in front says."""
    return " ".join(str(label.render()) for label in seen.app.screen.query(Static))


def drawn(seen: Session) -> str:
    """What the diagram shows."""
    diagram = seen.app.map_screen.side.diagram
    return "\n".join(diagram.render_line(row).text.rstrip() for row in range(diagram.size.height))


# Checks and drawings that fail


@session
async def test_a_check_that_fails_is_told_of_and_the_next_version_is_answered(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def check(found, before):
        if "careless" in found.version.text:
            raise ZeroDivisionError("in a check")
        return CHECK(found, before)

    monkeypatch.setitem(argmap.workspace.analysis._WORK, "checks", check)
    async with editing(tmp_path) as seen:
        await seen.type("# careless ")
        await until(seen, lambda: told(seen, "checking the argument failed: ZeroDivisionError: in a check"))
        assert [notice for notice in seen.notices if "failed" in notice] == seen.notices[-1:]
        await seen.pilot.press(*["backspace"] * 11)
        await seen.settle()
        assert seen.text == TEXT
        assert seen.app.desk.shown is not None
        assert seen.app.desk.shown.failure is None


@session
async def test_a_check_that_hangs_holds_up_neither_keys_nor_questions_nor_the_next_version(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def check(found, before):
        while "endless" in found.version.text:
            time.sleep(0.01)
        return CHECK(found, before)

    monkeypatch.setitem(argmap.workspace.analysis._WORK, "checks", check)
    async with editing(tmp_path, TEXT + "  because @west\n") as seen:
        await seen.pilot.press("ctrl+end")
        await seen.type("# endless")
        await until(seen, lambda: seen.app.desk.document.text.endswith("# endless"))
        seen.app.map_screen.writing.go_to(seen.text.rindex("west"))
        await seen.pilot.press("f12")
        await seen.pilot.pause()
        assert seen.row == 1
        await seen.pilot.press("ctrl+end", *["backspace"] * 9)
        await seen.settle()
        assert seen.text == TEXT + "  because @west\n"


@session
async def test_a_drawing_that_fails_says_so_and_the_next_is_shown(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(argument_map, view, **asked):
        if "careless" in argument_map.claims["west"].text:
            raise ZeroDivisionError("in drawing")
        return draw(argument_map, view, **asked)

    monkeypatch.setattr(argmap.editor.diagram.widget, "draw", fail)
    async with editing(tmp_path, TEXT.replace("Georgia", "careless Georgia")) as seen:
        await seen.pilot.press("alt+3")
        await until(seen, lambda: "The diagram cannot be drawn" in drawn(seen))
        seen.app.map_screen.writing.go_to(seen.text.index(" Georgia"))
        await seen.pilot.press("alt+1", *["backspace"] * 8)
        await until(seen, lambda: "Georgia went" in drawn(seen))


@session
async def test_a_drawing_that_hangs_is_given_up_once_there_is_a_newer_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def hang(argument_map, view, **asked):
        while "endless" in argument_map.claims["west"].text:
            time.sleep(0.01)
        return draw(argument_map, view, **asked)

    monkeypatch.setattr(argmap.editor.diagram.widget, "draw", hang)
    monkeypatch.setattr(argmap.editor.diagram.work, "PATIENCE", 1.0)
    monkeypatch.setattr(argmap.editor.diagram.work, "GRACE", 0.5)
    async with editing(tmp_path, TEXT.replace("Georgia", "endless Georgia")) as seen:
        await seen.pilot.press("alt+3")
        await until(seen, lambda: "took too long" in drawn(seen))
        seen.app.map_screen.writing.go_to(seen.text.index(" Georgia"))
        await seen.pilot.press("alt+1", "x")
        await seen.settle()
        await seen.pilot.press(*["backspace"] * 8)
        await until(seen, lambda: "Georgia went" in drawn(seen))


@session
async def test_what_was_written_is_kept_when_the_editor_itself_fails(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> str:
        raise ZeroDivisionError("in the editor")

    monkeypatch.setattr(argmap.editor.handling, "theme_after", fail)

    async def write_and_fail() -> None:
        async with editing(tmp_path) as seen:
            await seen.type("# kept ")
            await seen.pilot.press("alt+t")

    with pytest.raises(ZeroDivisionError):
        await write_and_fail()
    (left,) = leftovers(tmp_path / "debate.argmap", TEXT, folder=tmp_path / "state")
    assert left.draft.text == "# kept " + TEXT


@session
async def test_what_becomes_known_at_the_end_disturbs_nobody(tmp_path: Path) -> None:
    async with editing(tmp_path) as seen:
        found = seen.app.desk.shown
        assert found is not None
        await seen.pilot.press("ctrl+q")
        await until(seen, lambda: seen.app.return_code == 0)
        await seen.app.map_screen.query(StatusLine).remove()
        seen.app.post_message(seen.app.Learned(found))
        seen.app.post_message(seen.app.Told("no recovery file"))
        seen.app.post_message(seen.app.FilesChanged(frozenset({str(seen.path)})))


# The file, and other programs


@session
async def test_a_deleted_file_is_told_of_once_and_its_text_is_not_taken_for_saved(tmp_path: Path) -> None:
    async with editing(tmp_path) as seen:
        seen.path.unlink()
        await until(seen, lambda: told(seen, "was deleted by another program"))
        assert "not saved" in seen.title
        await seen.type("# ")
        await seen.settle()
        await seen.pilot.pause(1)
        assert sum("deleted" in notice for notice in seen.notices) == 1
        await seen.pilot.press("backspace", "backspace", "ctrl+q")
        await until(seen, lambda: isinstance(seen.app.screen, Question))
        await seen.pilot.press("s")
        await until(seen, lambda: isinstance(seen.app.screen, Question) and "deleted" in words(seen))
        await seen.pilot.pause(0.8)
        await seen.pilot.press("o")
        await until(seen, lambda: seen.app.return_code == 0)
    assert seen.path.read_text(encoding="utf-8") == TEXT


@session
async def test_a_file_that_is_there_again_as_it_was_counts_as_saved(tmp_path: Path) -> None:
    async with editing(tmp_path) as seen:
        seen.path.unlink()
        await until(seen, lambda: "not saved" in seen.title)
        seen.path.write_text(TEXT, encoding="utf-8")
        await until(seen, lambda: "not saved" not in seen.title)


@session
async def test_a_file_that_became_a_folder_is_saved_under_another_name(tmp_path: Path) -> None:
    async with editing(tmp_path) as seen:
        await seen.type("# ")
        seen.path.unlink()
        seen.path.mkdir()
        await until(seen, lambda: told(seen, "debate.argmap is a folder, not a file"))
        await seen.pilot.press("ctrl+s")
        await until(seen, lambda: isinstance(seen.app.screen, Prompt))
        await seen.answer(str(tmp_path / "other.argmap"))
        await until(seen, lambda: told(seen, "a copy is in"))
        assert (tmp_path / "other.argmap").read_text(encoding="utf-8") == "# " + TEXT
        seen.app.close_desk(keep=False)


@session
async def test_a_change_by_others_is_told_once_while_something_is_unsaved(tmp_path: Path) -> None:
    async with editing(tmp_path) as seen:
        await seen.type("# ")
        await seen.settle()
        seen.path.write_text("thesis other: Other\n", encoding="utf-8")
        await until(seen, lambda: told(seen, "was changed by another program"))
        await seen.type("mine ")
        await seen.settle()
        await seen.pilot.pause(1)
        assert sum("changed by another" in notice for notice in seen.notices) == 1
        assert seen.text == "# mine " + TEXT
        seen.app.close_desk(keep=False)


@session
async def test_a_file_that_is_no_text_any_more_takes_nothing_away(tmp_path: Path) -> None:
    async with editing(tmp_path) as seen:
        seen.path.write_bytes(b"\xff\xfe\x00")
        await until(seen, lambda: told(seen, "is not UTF-8 text"))
        assert seen.text == TEXT
        assert "not saved" in seen.title
        seen.app.close_desk(keep=False)


@session
async def test_a_write_protected_file_is_left_and_a_copy_offered(tmp_path: Path) -> None:
    async with editing(tmp_path) as seen:
        seen.path.chmod(0o444)
        await seen.type("# ")
        await seen.pilot.press("ctrl+s")
        await until(seen, lambda: isinstance(seen.app.screen, Prompt))
        assert told(seen, "debate.argmap is write-protected")
        assert not any(notice.count("debate.argmap") > 1 for notice in seen.notices)
        await seen.pilot.press("escape")
        await until(seen, lambda: seen.app.screen is seen.app.map_screen)
        assert seen.path.read_text(encoding="utf-8") == TEXT
        assert seen.text == "# " + TEXT
        seen.app.close_desk(keep=False)


@session
async def test_two_editors_on_one_file_know_of_each_other_and_overwrite_nothing(tmp_path: Path) -> None:
    async with editing(tmp_path) as one, editing(tmp_path) as other:
        assert told(other, "another editor has this file open")
        await one.type("# one ")
        await one.settle()
        await other.type("# other ")
        await other.settle()
        await one.pilot.press("ctrl+s")
        await until(one, lambda: "not saved" not in one.title)
        await until(other, lambda: told(other, "was changed by another program"))
        await other.pilot.press("ctrl+s")
        await until(other, lambda: isinstance(other.app.screen, Question))
        assert one.path.read_text(encoding="utf-8") == "# one " + TEXT
        await other.pilot.pause(0.8)
        await other.pilot.press("o")
        await until(one, lambda: one.text == "# other " + TEXT)
        assert other.path.read_text(encoding="utf-8") == "# other " + TEXT


@session
async def test_a_bibliography_that_breaks_mends_and_vanishes_is_followed(tmp_path: Path) -> None:
    text = "bibliography refs.bib\n\n" + TEXT.replace("went West", "went West [@ana2020]")
    bibliography = tmp_path / "refs.bib"

    def errors(seen: Session) -> str:
        problems = seen.app.desk.problems
        return " ".join(one.message for one in problems if one.severity is Severity.ERROR)

    async with editing(tmp_path, text) as seen:
        assert "refs.bib" in errors(seen)
        bibliography.write_bytes(b"@book{ana2020,\n  title = {\xff\xfe")
        await until(seen, lambda: "UTF-8" in errors(seen))
        bibliography.write_text("@book{ana2020, title = {The West", encoding="utf-8")
        await until(seen, lambda: "the entry ana2020 is never closed" in errors(seen))
        bibliography.write_text("@book{ana2020, title = {The West}, year = 2020}\n", encoding="utf-8")
        await until(seen, lambda: not errors(seen))
        bibliography.unlink()
        await until(seen, lambda: "refs.bib" in errors(seen))
        await seen.type("# ")
        await seen.settle()
        assert seen.text == "# " + text
        seen.app.close_desk(keep=False)


# The screen


@session
async def test_a_screen_made_tiny_and_large_again_loses_nothing_in_any_pane(tmp_path: Path) -> None:
    async with editing(tmp_path) as seen:
        for key in ("alt+1", "alt+2", "alt+3", "alt+4", "f1"):
            await seen.pilot.press(key)
            for size in ((20, 5), (120, 36)):
                await seen.pilot.resize_terminal(*size)
                await seen.pilot.pause()
        await seen.pilot.press("escape", "alt+1", "x")
        assert seen.text == "x" + TEXT
        seen.app.close_desk(keep=False)
