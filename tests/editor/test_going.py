"""To definitions in other files, and back."""

import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from app_host import Session, editing, session
from terminal_host import needs_tmux, terminal

from argmap.editor.app import EditorApp
from argmap.editor.dialogs.question import Question
from argmap.editor.dialogs.viewer import Viewer
from argmap.editor.review_files import ReviewWish
from argmap.editor.settings import Settings
from argmap.editor.trail import Stop, Trail
from argmap.workspace.opening import open_for_editing

MAIN = """\
include east.argmap
bibliography works.bib
thesis t: The city should charge
  because @east
  because clean: Clean air saves lives [@smith]
"""
EAST = "# The east.\nclaim east: The east is full of cars\n  but few: There are fewer each year\n"
WORKS = (
    "@book{jones, title={Roads}, author={Jones}, year=2001}\n\n@book{smith, title={Air}, author={Smith}}\n"
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "east.argmap").write_text(EAST, encoding="utf-8")
    (tmp_path / "works.bib").write_text(WORKS, encoding="utf-8")
    return tmp_path


@asynccontextmanager
async def at(folder: Path, words: str, *, wish: ReviewWish | None = None) -> AsyncIterator[Session]:
    """The editor with the cursor before these words of the map."""
    async with editing(folder, MAIN, wish=wish) as seen:
        seen.app.map_screen.writing.go_to(seen.text.index(words))
        await seen.settle()
        yield seen


@session
async def test_a_definition_in_an_included_map_is_gone_to_in_its_own_file(folder: Path) -> None:
    async with at(folder, "@east") as seen:
        await seen.pilot.press("f12")
        await seen.pilot.pause(0.3)
        stop = seen.app.goes_on_to
        assert stop == Stop(str(folder / "east.argmap"), EAST.index("east: "))
        assert seen.app.trail.back() == Stop(str(seen.path), MAIN.index("@east"))


@session
async def test_an_include_line_leads_to_its_file(folder: Path) -> None:
    async with at(folder, "include") as seen:
        await seen.pilot.press("f12")
        await seen.pilot.pause(0.3)
        assert seen.app.goes_on_to == Stop(str(folder / "east.argmap"), 0)


@session
async def test_what_is_not_saved_is_asked_about_before_another_file_is_shown(folder: Path) -> None:
    async with at(folder, "@east") as seen:
        await seen.pilot.press("end")
        await seen.type(" {strong}")
        await seen.pilot.press("home", "f12")
        await seen.pilot.pause(0.3)
        assert isinstance(seen.app.screen, Question)
        await seen.pilot.pause(1)
        await seen.pilot.press("b")
        await seen.pilot.pause(0.3)
        assert seen.app.goes_on_to is None
        assert seen.app.trail.back() is None
        await seen.pilot.press("f12")
        await seen.pilot.pause(1.3)
        await seen.pilot.press("s")
        await seen.pilot.pause(0.3)
        assert seen.app.goes_on_to is not None
    assert "because @east {strong}\n" in seen.path.read_text(encoding="utf-8")


@session
async def test_a_bibliography_is_shown_from_the_entry_on(folder: Path) -> None:
    async with at(folder, "smith") as seen:
        await seen.pilot.press("f12")
        await seen.pilot.pause(0.3)
        assert isinstance(seen.app.screen, Viewer)
        assert seen.app.goes_on_to is None


@session
async def test_back_goes_to_where_a_definition_was_asked_for(folder: Path) -> None:
    async with at(folder, "@east") as seen:
        seen.app.map_screen.writing.go_to(MAIN.index("lives"))
        await seen.settle()
        await seen.pilot.press("f12")
        await seen.pilot.pause(0.2)
        assert seen.app.map_screen.writing.at == MAIN.index("because clean")
        await seen.pilot.press("alt+o")
        await seen.pilot.pause(0.2)
        assert seen.app.map_screen.writing.at == MAIN.index("lives")
        await seen.pilot.press("alt+o")
        await seen.pilot.pause(0.2)
        assert "there is nowhere to go back to: this is where you began" in seen.notices


@session
async def test_a_file_that_is_gone_is_told_and_the_open_one_stays(folder: Path) -> None:
    async with at(folder, "@east") as seen:
        seen.app.trail.leave(Stop(str(folder / "none" / "gone.argmap"), 0))
        await seen.pilot.press("alt+o")
        await seen.pilot.pause(0.3)
        assert seen.app.goes_on_to is None
        assert any("there is no folder" in notice for notice in seen.notices)


@session
async def test_a_file_that_was_deleted_meanwhile_is_not_begun_anew(folder: Path) -> None:
    async with at(folder, "@east") as seen:
        (folder / "east.argmap").unlink()
        await seen.pilot.press("f12")
        await seen.pilot.pause(0.3)
        assert seen.app.goes_on_to is None
        assert seen.app.trail.before is None
        assert any("east.argmap is not there any more" in notice for notice in seen.notices)


@session
async def test_who_would_rather_stay_still_has_a_way_back(folder: Path) -> None:
    async with at(folder, "@east") as seen:
        stop = Stop(str(folder / "east.argmap"), 3)
        seen.app.trail.leave(stop)
        await seen.type("x")
        await seen.pilot.press("alt+o")
        await seen.pilot.pause(1.3)
        await seen.pilot.press("b")
        await seen.pilot.pause(0.3)
        assert seen.app.trail.before == stop
        await seen.pilot.press("alt+o")
        await seen.pilot.pause(1.3)
        await seen.pilot.press("d")
        await seen.pilot.pause(0.3)
        assert seen.app.goes_on_to == stop
        assert seen.app.trail.before is None


@session
async def test_in_a_browser_the_other_file_is_shown_beside_the_map(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with at(folder, "@east") as seen:
        monkeypatch.setenv("TEXTUAL_DRIVER", "textual.drivers.web_driver:WebDriver")
        await seen.pilot.press("f12")
        await seen.pilot.pause(0.3)
        assert isinstance(seen.app.screen, Viewer)


@session
async def test_the_way_back_leads_to_the_review_that_was_left(folder: Path) -> None:
    async with at(folder, "@east", wish=ReviewWish("ana")) as seen:
        assert seen.app.here.wish == ReviewWish("ana")
        await seen.pilot.press("f5")
        await seen.pilot.pause(0.2)
        assert seen.app.here.wish is None


@session
async def test_back_in_the_same_file_leads_to_the_claim_that_was_reviewed(folder: Path) -> None:
    async with at(folder, "@east", wish=ReviewWish("ana")) as seen:
        assert seen.app.review is not None
        seen.app.trail.leave(Stop(str(seen.path), MAIN.index("because clean"), ReviewWish("ana")))
        seen.app.map_screen.go_to_text()
        await seen.pilot.pause(0.2)
        assert seen.title.rstrip().endswith("writing")
        await seen.pilot.press("alt+o")
        await seen.pilot.pause(0.2)
        assert seen.title.rstrip().endswith("reviewing as ana")
        assert seen.app.review.state.at == "clean"


@session
async def test_back_in_another_file_leads_to_the_claim_that_was_reviewed(folder: Path) -> None:
    (folder / "state").mkdir()
    (folder / "state" / "first-start").touch()
    (folder / "debate.argmap").write_text(MAIN, encoding="utf-8")
    app = EditorApp(
        open_for_editing(str(folder / "debate.argmap")),
        Settings(),
        wish=ReviewWish("ana"),
        state_folder=folder / "state",
        trail=Trail(at=MAIN.index("because clean")),
    )
    async with app.run_test() as pilot:
        await app.whole.wait()
        await pilot.pause(0.2)
        assert app.review is not None
        assert app.review.state.at == "clean"


def test_a_trail_forgets_the_oldest_of_very_many_places() -> None:
    trail = Trail()
    for number in range(200):
        trail.leave(Stop("m.argmap", number))
    found = [stop.offset for stop in iter(trail.back, None)]
    assert found == list(range(199, 99, -1))


@pytest.mark.slow
@needs_tmux
def test_another_file_is_written_in_and_left_for_the_first_one(folder: Path) -> None:
    (folder / "debate.argmap").write_text(MAIN, encoding="utf-8")
    with terminal(folder, "edit", "debate.argmap") as shown:
        shown.shows("Clean air")
        shown.press("Down", "Down", "Down")
        shown.shows("4:1")
        shown.press("F12")
        shown.until(lambda screen: screen.startswith(" east.argmap"))
        shown.shows("alt+o leads back to debate.argmap")
        shown.type("# here ")
        shown.shows("● not saved")
        shown.press("M-o")
        shown.shows("Save before going to another file?")
        time.sleep(1)  # keys count once a writer has had the time to read it
        shown.press("s")
        shown.until(lambda screen: screen.startswith(" debate.argmap"))
        shown.type("# there ")
        shown.press("C-s")
        shown.shows("is saved")
        shown.press("C-q")
        shown.ended(0)
    assert "# here claim east" in (folder / "east.argmap").read_text(encoding="utf-8")
    assert "# there" in (folder / "debate.argmap").read_text(encoding="utf-8").splitlines()[3]
