"""Reviewing in the editor as its reader meets it: files, labels, what others write, and what is tried."""

from pathlib import Path

import pytest
from app_host import TEXT, Session, editing, session
from textual.events import Key
from textual.widgets import Input

from argmap.cli.entry import run
from argmap.editor.dialogs.question import Question
from argmap.editor.review_files import ReviewWish
from argmap.editor.rows import RowList

BARE = TEXT + "  because Ankara mediates\n"
ANA = ReviewWish("ana")


def review_of(folder: Path, reader: str = "ana") -> Path:
    return folder / f"debate.{reader}.review.argmap"


def shown(seen: Session) -> str:
    """What stands on the sheet of the claim."""
    pane = seen.app.map_screen.review
    return f"{pane.page.text()}\n{pane.side.text()}"


async def until(seen: Session, holds) -> None:
    for _ in range(200):
        await seen.pilot.pause(0.03)
        if holds():
            return
    raise AssertionError("it has not come to that in six seconds")


async def asked(seen: Session) -> None:
    """Until a question has come and may be answered."""
    await until(seen, lambda: isinstance(seen.app.screen, Question))
    await seen.pilot.pause(0.8)


@session
async def test_no_key_goes_into_the_text_before_the_review_is_there(tmp_path: Path) -> None:
    async with editing(tmp_path, wish=ANA) as seen:
        focused = seen.app.map_screen.focused
        assert focused is not None
        assert seen.app.map_screen.review in focused.ancestors_with_self
        await seen.pilot.press("a", "n", "r")
        await seen.pilot.pause(0.2)
        assert seen.text == TEXT
        assert "reviewing as ana" in seen.title


@session
async def test_a_claim_gets_a_label_when_it_is_judged_and_both_are_saved_map_first(tmp_path: Path) -> None:
    async with editing(tmp_path, BARE, wish=ANA) as seen:
        seen.app.look_at(next(label for label in seen.app.review.state.map.claims if "1" in label))
        await seen.pilot.press("r")
        await seen.pilot.pause(0.3)
        assert "because ankara-mediates: Ankara mediates" in seen.text
        banner = seen.app.map_screen.review.banner
        told = " ".join(banner.render_line(y).text.strip() for y in range(banner.size.height))
        assert "so that your review can name it" in told
        assert not review_of(tmp_path).exists()
        assert "not saved" in seen.title
        await seen.pilot.press("ctrl+s")
        await until(seen, review_of(tmp_path).exists)
        assert seen.path.read_text(encoding="utf-8") == seen.text
        assert "reject @ankara-mediates" in review_of(tmp_path).read_text(encoding="utf-8")
        assert "not saved" not in seen.title
    assert run(["judge", str(review_of(tmp_path)), "--review", "ana"]) == 0
    assert run(["consensus", str(review_of(tmp_path))]) == 0


@session
async def test_quitting_with_map_and_review_unsaved_names_both_and_saves_both(tmp_path: Path) -> None:
    async with editing(tmp_path, BARE, wish=ANA) as seen:
        await seen.pilot.press("p", "r", "ctrl+q")
        await asked(seen)
        await seen.pilot.press("s")
        await until(seen, lambda: seen.app.return_code == 0)
    assert "ankara-mediates:" in seen.path.read_text(encoding="utf-8")
    assert "reject @ankara-mediates" in review_of(tmp_path).read_text(encoding="utf-8")


@pytest.mark.slow
@session
async def test_a_verdict_that_waits_for_its_map_is_offered_after_a_kill(tmp_path: Path) -> None:
    async with editing(tmp_path, BARE, wish=ANA) as seen:
        await seen.pilot.press("p", "r")
        await seen.pilot.pause(0.3)
        seen.app.close_desk(keep=True)
    async with editing(tmp_path, None, wish=ANA) as seen:
        await asked(seen)
        await seen.pilot.press("r")
        await seen.pilot.pause(0.3)
        await asked(seen)
        await seen.pilot.press("r")
        await seen.settle()
        assert "ankara-mediates" in seen.text
        assert seen.app.review is not None
        assert seen.app.review.state.verdicts["ankara-mediates"].kind == "reject"
        seen.app.close_desk(keep=False)


@session
async def test_undo_in_a_review_undoes_the_verdict_and_its_label(tmp_path: Path) -> None:
    async with editing(tmp_path, BARE, wish=ANA) as seen:
        await seen.pilot.press("p", "r")
        await seen.pilot.pause(0.2)
        await seen.pilot.press("ctrl+z")
        await seen.pilot.pause(0.3)
        assert seen.text == BARE
        assert seen.app.review is not None
        assert not seen.app.review.state.verdicts
        await seen.pilot.press("ctrl+y")
        await seen.pilot.pause(0.3)
        assert "ankara-mediates:" in seen.text


@session
async def test_a_verdict_whose_label_was_undone_while_writing_is_told(tmp_path: Path) -> None:
    async with editing(tmp_path, BARE, wish=ANA) as seen:
        await seen.pilot.press("p", "r")
        await seen.pilot.pause(0.2)
        await seen.pilot.press("f5", "ctrl+z")
        await seen.settle()
        assert seen.text == BARE
        told: list[str] = []
        seen.app.say = lambda sentence, **_: told.append(sentence)
        await seen.pilot.press("f5")
        await seen.pilot.pause(0.3)
        [sentence] = told
        assert "debate.ana.review.argmap" in sentence
        assert "no claim is labelled ankara-mediates" in sentence


@pytest.mark.slow
@session
async def test_what_is_written_between_two_looks_is_in_the_review(tmp_path: Path) -> None:
    async with editing(tmp_path, wish=ANA) as seen:
        await seen.pilot.press("a", "f5", "ctrl+end")
        await seen.type("  because gas: Gas flows\n")
        await seen.pilot.press("f5")
        await seen.settle()
        assert "Gas flows" in shown(seen)
        assert seen.app.review is not None
        assert seen.app.review.state.verdicts["main"].kind == "accept"


@session
async def test_a_map_changed_by_another_program_is_in_the_review_that_is_shown(tmp_path: Path) -> None:
    async with editing(tmp_path, wish=ANA) as seen:
        seen.path.write_text(TEXT + "  because gas: Gas flows\n", encoding="utf-8")
        await until(seen, lambda: "Gas flows" in shown(seen))
        await seen.pilot.press("r")
        await seen.pilot.pause(0.2)
        assert seen.app.review is not None
        assert seen.app.review.state.verdicts["main"].kind == "reject"


@session
async def test_a_review_changed_by_another_program_is_read_again(tmp_path: Path) -> None:
    async with editing(tmp_path, wish=ANA) as seen:
        await seen.pilot.press("a")
        await until(seen, review_of(tmp_path).exists)
        other = "include debate.argmap\nreview ana:\n  reject @main: On reflection\n"
        review_of(tmp_path).write_text(other, encoding="utf-8")
        await until(seen, lambda: "On reflection" in shown(seen))
        await seen.pilot.press("d")
        await seen.pilot.pause(0.3)
        assert "doubt @main: On reflection" in review_of(tmp_path).read_text(encoding="utf-8")


@session
async def test_a_review_that_somebody_else_began_is_not_overwritten_unasked(tmp_path: Path) -> None:
    async with editing(tmp_path, wish=ANA) as seen:
        other = "include debate.argmap\nreview ana:\n  reject @west\n"
        review_of(tmp_path).write_text(other, encoding="utf-8")
        await seen.pilot.press("a")
        await seen.pilot.pause(0.1)
        assert review_of(tmp_path).read_text(encoding="utf-8") == other
        await seen.pilot.press("ctrl+s")
        await asked(seen)
        await seen.pilot.press("o")
        await until(seen, lambda: "accept @main" in review_of(tmp_path).read_text(encoding="utf-8"))
        assert not seen.app.review_modified


@session
async def test_other_readers_files_beside_the_map_are_shown(tmp_path: Path) -> None:
    review_of(tmp_path, "ben").write_text(
        "include debate.argmap\nreview ben:\n  doubt @main: Too early to say\n", encoding="utf-8"
    )
    async with editing(tmp_path, wish=ANA) as seen:
        await until(seen, lambda: "Too early to say" in shown(seen))
        assert not seen.app.review_modified


@session
async def test_a_what_if_is_marked_in_outline_and_diagram_and_put_back(tmp_path: Path) -> None:
    async with editing(tmp_path, size=(160, 40), wish=ANA) as seen:
        seen.app.look_at("far")
        side = seen.app.map_screen.side
        side.show_pane("diagram")
        await until(seen, lambda: side.diagram.chart is not None)
        await seen.pilot.press("x")
        await until(seen, lambda: "✓→✗" in side.diagram.chart.plain())
        await seen.pilot.press("escape")
        await until(seen, lambda: "→" not in side.diagram.chart.plain())
        side.show_pane("outline")
        await seen.pilot.press("x")
        await seen.pilot.pause(0.2)
        rows = side.outline.query_one(RowList)
        assert any("✓→✗" in rows.render_line(y).text for y in range(rows.size.height))
        assert not review_of(tmp_path).exists()


@session
async def test_going_from_claim_to_claim_does_not_draw_the_diagram_again(tmp_path: Path) -> None:
    async with editing(tmp_path, size=(160, 40), wish=ANA) as seen:
        side = seen.app.map_screen.side
        side.show_pane("diagram")
        await until(seen, lambda: side.diagram.chart is not None)
        await seen.pilot.pause(0.3)
        chart = side.diagram.chart
        await seen.pilot.press("n", "n", "t")
        await seen.pilot.pause(0.4)
        assert side.diagram.chart is chart


@session
async def test_a_question_and_a_comment_are_written_with_their_words(tmp_path: Path) -> None:
    async with editing(tmp_path, wish=ReviewWish("şule")) as seen:
        await seen.pilot.press("k")
        await until(seen, lambda: bool(seen.app.screen.query(Input)))
        await seen.answer("Hangi ortak?")
        await seen.pilot.press("d", "c")
        await until(seen, lambda: bool(seen.app.screen.query(Input)))
        await seen.answer("Belki: {80%}")
        await seen.pilot.pause(0.3)
        written = review_of(tmp_path, "şule").read_text(encoding="utf-8")
        assert "ask @main: Hangi ortak?" in written
        assert 'doubt @main: "Belki: {80%}"' in written


@pytest.mark.slow
@session
async def test_a_critical_question_is_answered_in_the_map_after_the_author_was_thought_of(
    tmp_path: Path,
) -> None:
    text = TEXT + "    by expert-opinion\n"
    async with editing(tmp_path, text, wish=ANA) as seen:
        await seen.pilot.press("q")
        await seen.pilot.pause(0.4)
        await seen.pilot.press("enter")
        await seen.pilot.pause(0.4)
        await seen.pilot.press("down", "enter")
        await asked(seen)
        await seen.pilot.press("y")
        await seen.settle()
        assert "fails" in seen.text
        assert "by expert-opinion" in seen.text


@session
async def test_in_place_the_verdicts_stand_in_the_map(tmp_path: Path) -> None:
    async with editing(tmp_path, wish=ReviewWish("ana", in_place=True)) as seen:
        await seen.pilot.press("r")
        await seen.pilot.pause(0.3)
        assert "review ana" in seen.text
        await seen.pilot.press("ctrl+s")
        await until(seen, lambda: "reject @main" in seen.path.read_text(encoding="utf-8"))
        assert not review_of(tmp_path).exists()


@session
async def test_find_goes_from_the_review_to_the_text(tmp_path: Path) -> None:
    async with editing(tmp_path, wish=ANA) as seen:
        await seen.pilot.press("ctrl+f")
        await seen.pilot.pause(0.3)
        assert not seen.app.map_screen.reviewing
        assert isinstance(seen.app.map_screen.focused, Input)


@pytest.mark.slow
@session
async def test_a_review_begins_at_the_claim_where_its_writer_was(tmp_path: Path) -> None:
    async with editing(tmp_path) as seen:
        await seen.pilot.press("down", "down")
        await seen.pilot.pause(0.4)
        await seen.pilot.press("f5")
        await seen.pilot.pause(0.3)
        await seen.answer("Ali Veli")
        await seen.pilot.pause(0.2)
        assert seen.app.screen is not seen.app.map_screen
        await seen.answer("veli")
        await seen.pilot.pause(0.3)
        assert seen.app.review is not None
        assert seen.app.review.state.at == "far"


@session
async def test_hinges_lead_to_their_claims(tmp_path: Path) -> None:
    async with editing(tmp_path, wish=ANA) as seen:
        await seen.pilot.press("h")
        await until(seen, lambda: "far" in seen.app.map_screen.review.page.text())
        await seen.pilot.press("down", "enter")
        await seen.pilot.pause(0.3)
        assert seen.app.review is not None
        assert seen.app.review.state.at != "main"


@session
async def test_an_export_is_of_what_is_selected_and_goes_where_its_name_says(tmp_path: Path) -> None:
    async with editing(tmp_path) as seen:
        await seen.pilot.press("down")
        await seen.pilot.pause(0.4)
        await seen.pilot.press("ctrl+e")
        await seen.pilot.pause(0.4)
        await seen.pilot.press("down", "right")
        seen.app.screen.query_one(Input).value = str(tmp_path / "my drawing.svg")
        await seen.pilot.press("enter")
        await until(seen, (tmp_path / "my drawing.svg").exists)
        drawn = (tmp_path / "my drawing.svg").read_text(encoding="utf-8")
        assert "Georgia went West" in drawn
        assert "Trade has doubled" not in drawn
        assert seen.path.read_text(encoding="utf-8") == TEXT


@session
async def test_keys_that_come_in_one_go_each_count_for_what_the_one_before_has_shown(tmp_path: Path) -> None:
    # As from a slow connection, or while a large map is judged anew.
    async with editing(tmp_path, wish=ReviewWish("ana")) as seen:
        for key in ("a", "n", "r", "n", "d", "u"):
            seen.app.post_message(Key(key, key))
        await seen.pilot.pause(0.3)
        assert seen.app.review is not None
        written = seen.app.review.state.texts[seen.app.review.state.home].text
        assert [line.strip() for line in written.splitlines()[3:]] == ["accept @main", "reject @west"]
