"""The small screens that ask something, or show something."""

from collections.abc import Callable
from typing import Any

import pytest
from sheets_host import NOT_CLOSED, SIZES, SMALL, Host, answer, played, screen_text, shown
from textual.pilot import Pilot
from textual.screen import Screen

from argmap.editor.dialogs.picker import Picker, Row, fitting
from argmap.editor.dialogs.prompt import Prompt
from argmap.editor.dialogs.question import Choice, Question
from argmap.editor.dialogs.questions import changed_on_disk, recovery_found, unsaved
from argmap.editor.dialogs.reader import rows_of
from argmap.editor.dialogs.viewer import Viewer
from argmap.source.cells import width

HOSTILE = "a\x1b[31m\u202e[bold]b[/]"


def asked(**more: Any) -> Question:
    return Question(
        "Really?", "It matters.", choices=(Choice("yes", "y", "Yes"), Choice("no", "n", "No")), **more
    )


def picker() -> Picker:
    return Picker(
        "Uses", [Row("west", "Georgia went West"), Row("arms", "Turkey arms Ukraine"), Row("small")]
    )


ALL: list[Callable[[], Screen[Any]]] = [
    asked,
    lambda: unsaved("debate.argmap"),
    lambda: changed_on_disk("debate.argmap"),
    lambda: recovery_found("debate.argmap", "two minutes ago"),
    lambda: Prompt("Rename"),
    picker,
    lambda: Viewer("Why", "It stands."),
]


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("make", ALL)
def test_escape_closes_every_dialog_without_a_result(
    make: Callable[[], Screen[Any]], size: tuple[int, int]
) -> None:
    dialog = make()
    if isinstance(dialog, Question):
        dialog._patience = 0
    assert answer(dialog, "escape", size=size) is None


@pytest.mark.parametrize("size", SIZES)
def test_a_question_is_answered_by_enter_by_arrows_and_by_letters(size: tuple[int, int]) -> None:
    assert answer(asked(), "enter", size=size) == "yes"
    assert answer(asked(), "down", "enter", size=size) == "no"
    assert answer(asked(), "n", size=size) == "no"
    assert answer(asked(), "N", size=size) == "no"


@pytest.mark.parametrize("size", SIZES)
def test_a_question_is_answered_by_a_click(size: tuple[int, int]) -> None:
    async def use(pilot: Pilot[None], host: Host) -> None:
        await pilot.click("OptionList", offset=(3, 1))

    assert played(asked(), size=size, script=use).result == "no"


def test_a_click_beside_a_dialog_closes_it() -> None:
    async def use(pilot: Pilot[None], host: Host) -> None:
        await pilot.click(offset=(1, 1))

    assert played(asked(), script=use).result is None


@pytest.mark.parametrize("size", SIZES)
def test_all_answers_can_be_reached_on_any_screen(size: tuple[int, int]) -> None:
    dialog = changed_on_disk("debate.argmap")
    dialog._patience = 0
    assert "o  Overwrite" in shown(dialog, "down", "down", "down", size=size)


def test_a_question_that_comes_by_itself_is_not_answered_by_what_is_being_typed() -> None:
    assert answer(asked(patience=60.0), "y", "enter", "escape") is NOT_CLOSED


@pytest.mark.parametrize("question", [unsaved("f"), changed_on_disk("f"), recovery_found("f", "now")])
def test_the_answer_that_enter_gives_loses_nothing(question: Question) -> None:
    assert question._choices[0].id in {"save", "compare", "recover"}
    assert len({choice.key for choice in question._choices}) == len(question._choices)


def test_names_of_files_cannot_change_the_screen() -> None:
    assert "\x1b" not in shown(unsaved(HOSTILE))
    assert "[bold]" in shown(unsaved(HOSTILE))


def no_blanks(line: str) -> str:
    return "a label is one word" if " " in line or not line else ""


def test_a_prompt_gives_what_was_written() -> None:
    assert answer(Prompt("Rename", value="arms"), *"new", "enter") == "new"
    assert answer(Prompt("Rename", value="arms"), "enter") == "arms"


def test_a_prompt_keeps_what_is_not_right_and_says_why() -> None:
    assert answer(Prompt("Rename", check=no_blanks), "a", "space", "b", "enter") is NOT_CLOSED
    assert answer(Prompt("Rename", check=no_blanks), "enter") is NOT_CLOSED
    assert "a label is one word" in shown(Prompt("Rename", check=no_blanks), "enter", size=SMALL)


def test_nobody_is_told_that_what_they_have_not_written_yet_is_wrong() -> None:
    assert "a label is one word" not in shown(Prompt("Rename", check=no_blanks))


def beginning_so(written: str) -> list[str]:
    return [name for name in ("maps/a.argmap", "maps/b.argmap") if written and name.startswith(written)]


def test_a_prompt_completes_what_is_written() -> None:
    assert answer(Prompt("Save", offered=beginning_so), "m", "tab", "enter") == "maps/a.argmap"
    assert (
        answer(Prompt("Save", offered=beginning_so), "m", "down", "down", "tab", "enter") == "maps/b.argmap"
    )
    assert answer(Prompt("Save", offered=beginning_so), "m", "enter") == "m"


@pytest.mark.parametrize("size", SIZES)
def test_a_picker_gives_the_place_of_the_row(size: tuple[int, int]) -> None:
    assert answer(picker(), "enter", size=size) == 0
    assert answer(picker(), "down", "down", "enter", size=size) == 2
    assert answer(picker(), *"ukraine", "enter", size=size) == 1


def test_a_picker_with_nothing_left_stays_open() -> None:
    assert answer(picker(), *"zzz", "enter") is NOT_CLOSED
    assert "nothing holds these words" in shown(picker(), *"zzz")


def test_a_picker_says_when_there_is_more() -> None:
    many = Picker("Many", [Row(f"claim-{number}") for number in range(1000)])
    assert "700 more: type to narrow" in shown(many)


def test_a_row_fits_when_it_holds_every_word() -> None:
    rows = [Row("west", "Georgia went West"), Row("arms", "Turkey arms Ukraine")]
    assert fitting(rows, "WENT geo") == [0]
    assert fitting(rows, "") == [0, 1]


TEXT = "\n".join(f"line {number}" for number in range(100)) + "\nthe end"


@pytest.mark.parametrize("size", SIZES)
def test_a_text_can_be_read_to_its_end(size: tuple[int, int]) -> None:
    assert "line 0" in shown(Viewer("Why", TEXT), size=size)
    assert "the end" in shown(Viewer("Why", TEXT), "end", size=size)


def test_a_text_can_be_searched() -> None:
    assert "line 57" in shown(Viewer("Why", TEXT), "slash", *"LINE", "space", *"57", "enter")
    assert "is nowhere here" in shown(Viewer("Why", TEXT), "slash", *"zzz", "enter")


def test_searching_again_goes_round() -> None:
    text = "\n".join(["here"] + ["."] * 60 + ["there is another here"])
    assert "another here" in shown(Viewer("Why", text), "slash", *"here", "enter", "n")
    assert "another here" not in shown(Viewer("Why", text), "slash", *"here", "enter", "n", "n")


def test_escape_closes_the_field_before_the_text() -> None:
    assert answer(Viewer("Why", TEXT), "slash", "escape") is NOT_CLOSED
    assert answer(Viewer("Why", TEXT), "slash", "escape", "escape") is None


def test_a_text_is_laid_out_for_the_screen() -> None:
    def laid_out(cells: int) -> str:
        return f"{cells} cells"

    assert " cells" in shown(Viewer("Why", laid_out), size=SMALL)
    assert "19 cells" in shown(Viewer("Why", laid_out), size=SMALL)


def test_what_hangs_over_is_indented_as_its_line_is() -> None:
    assert rows_of("  one two three", 9) == [("  one two", " "), ("  three", " ")]
    assert rows_of("+  one two", 7) == [("+  one", "+"), ("   two", "+")]


def test_no_row_is_wider_than_the_screen() -> None:
    for row, _ in rows_of(f"   {'x' * 50} 東京東京東京東京 {HOSTILE}", 10):
        assert width(row) <= 10


def test_a_dialog_follows_the_size_of_the_screen() -> None:
    async def use(pilot: Pilot[None], host: Host) -> None:
        for size in (SMALL, (200, 60), (80, 24)):
            await pilot.resize_terminal(*size)
            await pilot.pause()
            assert "line 0" in screen_text(host)

    played(Viewer("Why", TEXT), script=use)
