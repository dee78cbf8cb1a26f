"""The editor as its writer meets it: what is pressed, and what is then seen."""

from pathlib import Path

import pytest
from app_host import TEXT, editing, session

from argmap.editor.dialogs.picker import Picker
from argmap.editor.dialogs.prompt import Prompt
from argmap.editor.dialogs.question import Question
from argmap.editor.dialogs.reader import Reader
from argmap.editor.dialogs.viewer import Viewer
from argmap.editor.help.first_start import FirstStart
from argmap.editor.help.sheet import HelpSheet
from argmap.editor.palette import Palette
from argmap.editor.review_files import ReviewWish
from argmap.editor.rows import RowList
from argmap.editor.status import StatusLine


@session
async def test_a_typo_is_told_at_the_bottom_and_fixed_by_a_key(tmp_path: Path) -> None:
    async with editing(tmp_path, TEXT + "  becuase it is near\n") as seen:
        await seen.pilot.press("f8")
        await seen.pilot.pause(0.2)
        assert seen.row == 4
        assert "becuase" in seen.status
        await seen.pilot.press("f7")
        await seen.settle()
        assert "  because it is near\n" in seen.text
        assert seen.status == ""


@session
async def test_what_is_saved_is_in_the_file_and_the_title_says_so(tmp_path: Path) -> None:
    async with editing(tmp_path) as seen:
        await seen.pilot.press("ctrl+end")
        await seen.type("claim x: X")
        await seen.settle()
        assert "not saved" in seen.title
        await seen.pilot.press("ctrl+s")
        await seen.pilot.pause(0.3)
        assert seen.path.read_text(encoding="utf-8") == TEXT + "claim x: X"
        assert "not saved" not in seen.title


@session
async def test_leaving_with_changes_asks_first(tmp_path: Path) -> None:
    async with editing(tmp_path) as seen:
        await seen.type("# ")
        await seen.pilot.press("ctrl+q")
        await seen.pilot.pause(0.3)
        assert isinstance(seen.app.screen, Question)
        await seen.pilot.press("b")
        await seen.pilot.pause(0.2)
        assert seen.app.screen is seen.app.map_screen
        await seen.pilot.press("ctrl+q")
        await seen.pilot.pause(0.3)
        await seen.pilot.press("d")
        await seen.pilot.pause(0.3)
        assert seen.app.return_code == 0
    assert seen.path.read_text(encoding="utf-8") == TEXT


@session
async def test_a_file_changed_by_others_is_not_saved_over_without_asking(tmp_path: Path) -> None:
    async with editing(tmp_path) as seen:
        await seen.type("# ")
        seen.path.write_text("thesis other: Other\n", encoding="utf-8")
        await seen.pilot.press("ctrl+s")
        await seen.pilot.pause(0.4)
        assert isinstance(seen.app.screen, Question)
        assert seen.path.read_text(encoding="utf-8") == "thesis other: Other\n"
        await seen.pilot.pause(0.8)
        await seen.pilot.press("o")
        await seen.pilot.pause(0.4)
        assert seen.path.read_text(encoding="utf-8") == "# " + TEXT


@session
async def test_a_file_changed_by_others_is_read_again_while_nothing_is_unsaved(tmp_path: Path) -> None:
    async with editing(tmp_path) as seen:
        seen.path.write_text("thesis other: Other\n", encoding="utf-8")
        for _ in range(60):
            await seen.pilot.pause(0.05)
            if seen.text == "thesis other: Other\n":
                break
        assert seen.text == "thesis other: Other\n"
        await seen.pilot.press("ctrl+z")
        assert seen.text == TEXT


@session
async def test_what_a_killed_editor_left_is_offered(tmp_path: Path) -> None:
    async with editing(tmp_path) as seen:
        await seen.type("# kept ")
        await seen.settle()
        seen.app.close_desk(keep=True)
    async with editing(tmp_path, None) as seen:
        await seen.pilot.pause(0.3)
        assert isinstance(seen.app.screen, Question)
        await seen.pilot.pause(0.8)
        await seen.pilot.press("r")
        await seen.pilot.pause(0.3)
        assert seen.text == "# kept " + TEXT
        seen.app.close_desk(keep=False)


@session
async def test_a_label_is_renamed_everywhere(tmp_path: Path) -> None:
    review = tmp_path / "debate.ana.review.argmap"
    review.write_text("include debate.argmap\nreview ana\n  accept @west\n", encoding="utf-8")
    async with editing(tmp_path, TEXT + "  because @west\n") as seen:
        seen.app.map_screen.writing.go_to(seen.text.index("west"))
        await seen.pilot.press("f2")
        await seen.pilot.pause(0.4)
        assert isinstance(seen.app.screen, Prompt)
        await seen.answer("georgia")
        await seen.settle()
        assert seen.text.count("georgia") == 2
        assert "west:" not in seen.text
        assert "accept @georgia" in review.read_text(encoding="utf-8")
        await seen.pilot.press("ctrl+z")
        assert seen.text == TEXT + "  because @west\n"


@session
async def test_the_cursor_and_the_outline_select_each_other(tmp_path: Path) -> None:
    async with editing(tmp_path) as seen:
        await seen.pilot.press("down", "down")
        await seen.pilot.pause(0.4)
        selected = seen.app.map_screen.side.outline.selected
        assert selected is not None
        assert selected.label == "far"
        await seen.pilot.press("alt+2", "down")
        await seen.pilot.pause(0.2)
        assert seen.row == 3
        await seen.pilot.press("enter")
        await seen.pilot.pause(0.2)
        assert seen.app.map_screen.pane == "text"


@session
async def test_the_diagram_selects_in_the_text(tmp_path: Path) -> None:
    async with editing(tmp_path) as seen:
        await seen.pilot.press("alt+3")
        await seen.pilot.pause(0.6)
        assert seen.app.map_screen.side.diagram.selected == "main"
        await seen.pilot.press("right")
        await seen.pilot.pause(0.3)
        assert seen.row == 1


@session
async def test_a_branch_is_moved_in_the_outline(tmp_path: Path) -> None:
    async with editing(tmp_path) as seen:
        await seen.pilot.press("alt+2")
        seen.app.map_screen.side.outline.select("trade")
        await seen.pilot.press("alt+up")
        await seen.settle()
        assert seen.text.index("trade") < seen.text.index("west")


@session
async def test_a_narrow_screen_shows_one_pane_at_a_time(tmp_path: Path) -> None:
    async with editing(tmp_path, size=(80, 24)) as seen:
        screen = seen.app.map_screen
        assert screen.writing.display
        assert not screen.side.display or screen.side.size.width == 0
        await seen.pilot.press("f6")
        await seen.pilot.pause(0.3)
        assert screen.side.size.width == 80
        assert screen.writing.size.width == 0


@session
async def test_what_could_be_written_is_offered_while_typing(tmp_path: Path) -> None:
    async with editing(tmp_path) as seen:
        await seen.pilot.press("ctrl+end")
        await seen.type("  because @tr")
        assert await seen.offered()
        await seen.pilot.press("tab")
        assert seen.text.endswith("  because @trade")


@pytest.mark.parametrize("written", ["  because @t", "  because t: Trade has doubled {li", "cl"])
@session
async def test_enter_is_a_new_line_whatever_is_offered(written: str, tmp_path: Path) -> None:
    async with editing(tmp_path) as seen:
        await seen.pilot.press("ctrl+end")
        seen.app.map_screen.writing.area.insert(written)
        assert await seen.offered()
        await seen.pilot.press("enter")
        assert seen.text.splitlines()[4] == written
        assert seen.row == 5


@session
async def test_enter_takes_what_was_chosen_among_what_is_offered(tmp_path: Path) -> None:
    async with editing(tmp_path) as seen:
        await seen.pilot.press("ctrl+end")
        await seen.type("  because @t")
        assert await seen.offered()
        await seen.pilot.press("down", "enter")
        assert seen.text.endswith("  because @trade")


@session
async def test_a_list_that_was_sent_away_stays_away_from_this_word(tmp_path: Path) -> None:
    async with editing(tmp_path) as seen:
        await seen.pilot.press("ctrl+end")
        await seen.type("  because @t")
        assert await seen.offered()
        await seen.pilot.press("escape", "r")
        await seen.pilot.pause(0.3)
        assert not seen.app.map_screen.writing.completions.is_open
        await seen.pilot.press("f4")
        assert await seen.offered()


@session
async def test_saving_a_new_file_is_not_taken_for_the_change_of_another_program(tmp_path: Path) -> None:
    async with editing(tmp_path, None) as seen:
        await seen.type("claim x: X")
        await seen.pilot.press("ctrl+s")
        await seen.pilot.pause(1.5)
        assert seen.path.read_text(encoding="utf-8") == "claim x: X"
        assert not [notice for notice in seen.notices if "another program" in notice]


@session
async def test_short_news_stands_in_the_bottom_line_and_covers_nothing(tmp_path: Path) -> None:
    async with editing(tmp_path, TEXT + "  becuase it is near\n") as seen:
        await seen.pilot.press("f8", "f7")
        await seen.pilot.pause(0.3)
        line = seen.app.map_screen.query_one(StatusLine)
        assert line.render().plain.startswith("fixed: write because")
        assert not seen.app._notifications


@session
async def test_a_click_on_a_tab_shows_its_pane_and_gives_it_the_keys(tmp_path: Path) -> None:
    async with editing(tmp_path) as seen:
        await seen.pilot.click("#tab-diagram")
        await seen.pilot.pause(0.2)
        assert seen.app.map_screen.pane == "diagram"
        assert seen.app.focused is seen.app.map_screen.side.diagram


@session
async def test_folds_come_back_next_time(tmp_path: Path) -> None:
    async with editing(tmp_path) as seen:
        seen.app.map_screen.writing.go_to(seen.text.index("west"))
        await seen.pilot.press("alt+2", "space")
        await seen.pilot.press("ctrl+q")
        await seen.pilot.pause(0.2)
    async with editing(tmp_path, None) as seen:
        assert seen.app.map_screen.side.outline.folds == ("west",)


@session
async def test_the_diagram_is_looked_at_as_last_time(tmp_path: Path) -> None:
    async with editing(tmp_path) as seen:
        seen.app.map_screen.writing.go_to(seen.text.index("west"))
        await seen.pilot.press("alt+3")
        await seen.settle()
        await seen.pilot.pause(0.5)
        await seen.pilot.press("f", "minus", "d", "ctrl+q")
        await seen.pilot.pause(0.2)
    async with editing(tmp_path, None) as seen:
        diagram = seen.app.map_screen.side.diagram
        assert (diagram.view.folded, diagram.view.zoom, diagram.view.growth) == ({"west"}, "line", "down")
        await seen.pilot.pause(0.5)
        assert diagram.chart is not None
        assert diagram.chart.boxes.keys() == {"main", "west", "trade"}


@session
async def test_nothing_is_wrong_in_a_text_that_is_not_begun(tmp_path: Path) -> None:
    async with editing(tmp_path, None) as seen:
        assert not seen.app.desk.problems
        assert "error" not in seen.app.map_screen.query_one(StatusLine).place


@session
async def test_a_claim_is_renamed_from_anywhere_in_its_line(tmp_path: Path) -> None:
    async with editing(tmp_path) as seen:
        seen.app.map_screen.writing.go_to(seen.text.index("went West"))
        await seen.pilot.press("f2")
        await seen.pilot.pause(0.3)
        await seen.answer("georgia")
        await seen.settle()
        assert "because georgia: Georgia went West" in seen.text


@session
async def test_words_of_a_claim_do_not_open_the_list(tmp_path: Path) -> None:
    async with editing(tmp_path) as seen:
        await seen.pilot.press("ctrl+end")
        await seen.type("  because the bec")
        await seen.pilot.pause(0.3)
        assert not seen.app.map_screen.writing.completions.is_open


@session
async def test_nothing_is_offered_in_the_middle_of_a_word(tmp_path: Path) -> None:
    async with editing(tmp_path) as seen:
        seen.app.map_screen.writing.go_to(seen.text.index("cause west"))
        await seen.pilot.press("backspace", "e")
        await seen.settle()
        await seen.pilot.pause(0.2)
        assert not seen.app.map_screen.writing.completions.is_open


@session
async def test_definition_and_references_of_a_label(tmp_path: Path) -> None:
    async with editing(tmp_path, TEXT + "  because @west\n") as seen:
        seen.app.map_screen.writing.go_to(seen.text.index("@west") + 2)
        await seen.pilot.press("f12")
        await seen.pilot.pause(0.3)
        assert seen.row == 1
        await seen.pilot.press("shift+f12")
        await seen.pilot.pause(0.4)
        assert isinstance(seen.app.screen, Picker)


@session
async def test_why_and_explain_are_shown_to_be_read(tmp_path: Path) -> None:
    async with editing(tmp_path) as seen:
        await seen.pilot.press("alt+y")
        await seen.pilot.pause(0.4)
        assert isinstance(seen.app.screen, Viewer)
        await seen.pilot.press("escape")
        await seen.pilot.pause(0.2)
        assert seen.app.screen is seen.app.map_screen


@session
async def test_an_explanation_is_laid_out_for_the_screen_that_shows_it(tmp_path: Path) -> None:
    async with editing(tmp_path, "thesis t: T\nbecause r: R\n", size=(80, 24)) as seen:
        await seen.pilot.press("f8", "alt+e")
        await seen.pilot.pause(0.4)
        rows = [row.rstrip() for row, _ in seen.app.screen.query_one(Reader)._rows]
        assert rows[:2] == [
            "L106 wrong-column (error): a line that opens a block is indented, or",
            "one that needs a line above it is not.",
        ]


@session
async def test_help_and_palette_open_and_close(tmp_path: Path) -> None:
    async with editing(tmp_path) as seen:
        await seen.pilot.press("f1")
        await seen.pilot.pause(0.3)
        assert isinstance(seen.app.screen, HelpSheet)
        await seen.pilot.press("escape", "ctrl+p")
        await seen.pilot.pause(0.4)
        assert isinstance(seen.app.screen, Palette)


@session
async def test_format_is_one_step_to_undo(tmp_path: Path) -> None:
    loose = "thesis   main:  Russia wants a partner\n      because  west: Georgia went West\n"
    async with editing(tmp_path, loose) as seen:
        await seen.pilot.press("f9")
        await seen.settle()
        assert seen.text == "thesis main: Russia wants a partner\n  because west: Georgia went West\n"
        await seen.pilot.press("ctrl+z")
        assert seen.text == loose


@session
async def test_the_first_start_explains_itself_once(tmp_path: Path) -> None:
    async with editing(tmp_path, first_start=True) as seen:
        await seen.pilot.pause(0.4)
        assert isinstance(seen.app.screen, FirstStart)
        await seen.pilot.press("enter")
    async with editing(tmp_path, first_start=True) as seen:
        await seen.pilot.pause(0.4)
        assert seen.app.screen is seen.app.map_screen


@session
async def test_where_the_work_was_left_is_where_it_goes_on(tmp_path: Path) -> None:
    async with editing(tmp_path) as seen:
        await seen.pilot.press("down", "down", "end")
        seen.app.close_desk(keep=False)
    async with editing(tmp_path, None) as seen:
        assert seen.row == 2


@session
async def test_someone_who_has_never_seen_it_writes_a_map(tmp_path: Path) -> None:
    async with editing(tmp_path, None) as seen:
        assert seen.app.map_screen.writing.welcome.has_class("-open")
        await seen.type("thesis charge: The city should charge for driving\n")
        await seen.type("  because jams: Jams cost time [@count]\n")
        await seen.type("because air: Clean air saves lives\n")
        await seen.type("but poor: It hits the poor\n")
        await seen.pilot.press("home")
        await seen.type("source count: City traffic count, 2024\n")
        await seen.settle()
        assert [problem.code for problem in seen.app.desk.problems] == ["R201"]  # the objection applies
        good = seen.app.desk.good
        assert good is not None
        assert good.map is not None
        assert set(good.map.claims) == {"charge", "jams", "air", "poor"}
        assert good.standings is not None
        await seen.pilot.press("alt+3")
        await seen.pilot.pause(0.6)
        chart = seen.app.map_screen.side.diagram.chart
        assert chart is not None
        assert set(chart.boxes) == {"charge", "jams", "air", "poor"}
        await seen.pilot.press("ctrl+s")
        await seen.pilot.pause(0.3)
        assert seen.path.read_text(encoding="utf-8") == seen.text


@session
async def test_a_map_is_reviewed_claim_by_claim(tmp_path: Path) -> None:
    async with editing(tmp_path, wish=ReviewWish("ana")) as seen:
        assert seen.app.map_screen.reviewing
        await seen.pilot.press("n", "r")
        await seen.pilot.pause(0.3)
        review = tmp_path / "debate.ana.review.argmap"
        assert review.read_text(encoding="utf-8").startswith("include debate.argmap\n")
        assert "reject @" in review.read_text(encoding="utf-8")
        assert seen.path.read_text(encoding="utf-8") == TEXT
        await seen.pilot.press("u")
        await seen.pilot.pause(0.3)
        assert "reject" not in review.read_text(encoding="utf-8")


@session
async def test_f5_goes_from_writing_to_reviewing_and_back(tmp_path: Path) -> None:
    async with editing(tmp_path) as seen:
        await seen.pilot.press("f5")
        await seen.pilot.pause(0.3)
        await seen.answer("ben")
        await seen.pilot.pause(0.3)
        assert seen.app.map_screen.reviewing
        await seen.pilot.press("f5")
        await seen.pilot.pause(0.3)
        assert not seen.app.map_screen.reviewing
        await seen.type("# ")
        assert seen.text == "# " + TEXT


@session
async def test_what_if_is_shown_in_the_outline_and_written_nowhere(tmp_path: Path) -> None:
    async with editing(tmp_path, wish=ReviewWish("ana")) as seen:
        seen.app.look_at("far")
        await seen.pilot.press("x")
        await seen.pilot.pause(0.4)
        assert seen.app.review is not None
        assert seen.app.review.state.trying["far"].kind == "reject"
        rows = seen.app.map_screen.side.outline.query_one(RowList)
        assert any("✓→✗" in rows.render_line(y).text for y in range(rows.size.height))
        await seen.pilot.press("escape")
        await seen.pilot.pause(0.2)
        assert not (tmp_path / "debate.ana.review.argmap").exists()


@session
async def test_a_map_is_exported_by_a_key(tmp_path: Path) -> None:
    async with editing(tmp_path) as seen:
        await seen.pilot.press("ctrl+e")
        await seen.pilot.pause(0.5)
        await seen.pilot.press("enter")
        for _ in range(100):
            await seen.pilot.pause(0.05)
            if (tmp_path / "debate.svg").exists():
                break
        assert b"</svg>" in (tmp_path / "debate.svg").read_bytes()


@session
async def test_a_pane_that_is_brought_to_the_front_has_the_claim_that_was_selected_meanwhile(
    tmp_path: Path,
) -> None:
    async with editing(tmp_path) as seen:
        side = seen.app.map_screen.side
        side.show_pane("diagram")
        await seen.settle()
        side.show_pane("outline")
        seen.app.map_screen.select("trade")
        side.show_pane("diagram")
        assert side.diagram.selected == "trade"


@session
async def test_what_goes_along_into_a_comment_is_told(tmp_path: Path) -> None:
    async with editing(tmp_path) as seen:
        await seen.pilot.press("down", "ctrl+underscore")
        assert "what stands below goes along: 2 lines in all" in seen.notices
        assert "  # because west: Georgia went West\n  #   but far:" in seen.text
        await seen.pilot.press("ctrl+underscore")
        assert seen.text == TEXT
