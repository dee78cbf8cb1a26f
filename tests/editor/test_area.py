from collections.abc import Awaitable, Callable

import editor_use
import pytest
from editor_host import Host
from editor_texts import MAP
from textual.document._document import Selection
from textual.events import Key, Paste
from textual.pilot import Pilot

from argmap.editor.text_area import MapTextArea, ProblemMark, marks_of
from argmap.source.diagnostics import Diagnostic, Severity
from argmap.source.edits import TextEdit
from argmap.source.spans import Span
from argmap.source.text import SourceText

Use = Callable[[Pilot[None], MapTextArea], Awaitable[None]]


def used(
    use: Use, text: str = MAP, *, size: tuple[int, int] = (80, 24), soft_wrap: bool = True
) -> MapTextArea:
    """A text area after somebody used it."""

    async def run(pilot: Pilot[None], host: Host) -> None:
        await use(pilot, host.area)

    return editor_use.used(run, text, size=size, soft_wrap=soft_wrap).area


def pressed(*keys: str, text: str = MAP, at: tuple[int, int] = (0, 0)) -> MapTextArea:
    """A text area in which somebody pressed keys."""

    async def use(pilot: Pilot[None], area: MapTextArea) -> None:
        area.move_cursor(at)
        await pilot.press(*keys)

    return used(use, text)


def test_enter_keeps_the_indentation() -> None:
    area = pressed("enter", "b", text="t\n  a\n", at=(1, 3))
    assert area.text == "t\n  a\n  b\n"


@pytest.mark.parametrize("first", ["thesis t: T", "claim c: C", "question q: Q"])
def test_enter_after_a_claim_at_the_left_margin_goes_to_where_its_reasons_stand(first: str) -> None:
    area = pressed("enter", "b", text=f"{first}\n", at=(0, len(first)))
    assert area.text == f"{first}\n  b\n"


@pytest.mark.parametrize(("line", "column"), [("thesis t: T", 9), ("source s: S", 11), ("thesis", 6)])
def test_enter_elsewhere_at_the_left_margin_stays_there(line: str, column: int) -> None:
    text = pressed("enter", text=line, at=(0, column)).text
    assert text == f"{line[:column]}\n{line[column:]}"


def test_a_second_enter_goes_back_to_the_left_margin() -> None:
    area = pressed("enter", "enter", "b", text="t\n  a", at=(1, 3))
    assert area.text == "t\n  a\n\nb"


def test_enter_ends_lines_as_they_end_here() -> None:
    assert pressed("enter", text="t\r\n", at=(0, 1)).text == "t\r\n\r\n"


def test_tab_and_shift_tab_move_the_branch() -> None:
    text = "t\n  a\n  b\n    c\n"
    area = pressed("tab", text=text, at=(2, 3))
    assert (area.text, area.cursor_location) == ("t\n  a\n    b\n      c\n", (2, 5))
    assert pressed("tab", "shift+tab", text=text, at=(2, 3)).text == text


def test_alt_and_an_arrow_move_a_branch_and_the_cursor_with_it() -> None:
    area = pressed("alt+up", text="t\n  a\n    x\n  b", at=(3, 3))
    assert (area.text, area.cursor_location) == ("t\n  b\n  a\n    x", (1, 3))


def test_every_spelling_of_ctrl_and_slash_comments() -> None:
    assert pressed("ctrl+underscore", text="t\n  a\n", at=(1, 3)).text == "t\n  # a\n"


@pytest.mark.parametrize("key", ["tab", "alt+up", "ctrl+underscore", "ctrl+d", "alt+k", "enter", "ctrl+w"])
def test_every_key_is_one_step_to_undo(key: str) -> None:
    text = "t\n  a\n    x\n  bc\n"
    area = pressed(key, "ctrl+z", text=text, at=(3, 4))
    assert (area.text, area.cursor_location) == (text, (3, 4))


def test_what_is_typed_after_an_undo_is_a_step_of_its_own() -> None:
    text = "t\n  a\n"
    # A comment, a letter, and that letter taken back: the next one goes with neither.
    assert pressed("ctrl+underscore", "x", "ctrl+z", "y", "ctrl+z", text=text, at=(1, 3)).text == "t\n  # a\n"


def test_backspace_takes_a_step_of_indentation_or_one_part_of_a_joined_character() -> None:
    assert pressed("backspace", text="    a", at=(0, 4)).text == "  a"
    assert pressed("backspace", text="e\u0301", at=(0, 2)).text == "e"


def test_a_line_is_copied_and_cut_where_nothing_is_selected() -> None:
    area = pressed("ctrl+x", "ctrl+v", "ctrl+v", text="a\nb\nc", at=(1, 1))
    assert (area.text, area.cursor_location) == ("a\nb\nb\nc", (3, 1))


def test_the_last_line_is_deleted_with_the_end_of_the_one_above() -> None:
    assert pressed("alt+k", text="a\nb", at=(1, 0)).text == "a"


def test_everything_is_selected_and_replaced() -> None:
    assert pressed("ctrl+a", "x", text="a\nb").text == "x"


def test_the_undo_of_a_long_paste_leads_back() -> None:
    async def use(pilot: Pilot[None], area: MapTextArea) -> None:
        area.app.copy_to_clipboard("\n".join(f"line{number}" for number in range(50)))
        await pilot.press("ctrl+v", "ctrl+z")

    for soft_wrap in (True, False):
        assert used(use, "line0\nline1\n", soft_wrap=soft_wrap).text == "line0\nline1\n"


def test_a_paste_from_a_terminal_gets_the_line_ends_of_the_text() -> None:
    async def use(pilot: Pilot[None], area: MapTextArea) -> None:
        area.post_message(Paste("x\ry\r\nz"))
        await pilot.pause()

    assert used(use, "a\nb\n").text == "x\ny\nza\nb\n"


def test_five_megabytes_are_pasted_and_undone() -> None:
    pasted = "  because it is so and so: and there is more to say about it\r\n" * 80_000

    async def use(pilot: Pilot[None], area: MapTextArea) -> None:
        area.app.copy_to_clipboard(pasted)
        area.action_paste()
        await pilot.pause()
        assert area.document.length == len(MAP) + len(pasted.replace("\r\n", "\n"))
        area.action_undo()

    assert used(use).text == MAP


def test_modified_is_told_by_the_text() -> None:
    assert pressed("x").modified
    assert not pressed("x", "backspace").modified
    assert not pressed("x", "ctrl+z").modified


def test_edits_of_a_program_are_one_step_and_leave_the_cursor_where_it_was() -> None:
    async def use(_: Pilot[None], area: MapTextArea) -> None:
        area.move_cursor((5, 4))
        start = MAP.index("buy-in")
        later = MAP.index("gas", MAP.index("because gas"))
        area.apply_text_edits(
            [TextEdit(Span("m", start, start + 6), "x"), TextEdit(Span("m", later, later), "y\n")]
        )
        assert (
            area.document[area.cursor_location[0]][area.cursor_location[1] :]
            == "but small: The sales are small"
        )
        area.action_undo()
        assert area.cursor_location == (5, 4)

    assert used(use).text == MAP


def test_the_problems_of_the_line_are_told() -> None:
    source = SourceText("m", MAP)
    start = MAP.index("@west")
    problem = Diagnostic("L102", Severity.ERROR, "no claim is labelled west", Span("m", start, start + 5))
    other = Diagnostic("L102", Severity.ERROR, "elsewhere", Span("other", 0, 1))

    async def use(pilot: Pilot[None], area: MapTextArea) -> None:
        area.set_problems(marks_of([problem, other], source))
        await pilot.press("f8")
        assert area.cursor_location == (6, 12)
        assert [mark.message for mark in area.problems_here] == ["no claim is labelled west"]
        area.move_cursor((2, 0))
        await pilot.press("enter")
        assert area._problems.at(7) != ()

    used(use)


def test_marks_go_with_their_words() -> None:
    async def use(_: Pilot[None], area: MapTextArea) -> None:
        area.set_problems([ProblemMark(3, 7, 13, Severity.WARNING, "x")])
        area.insert("very ", (3, 7))
        mark = area._problems.at(3)[0]
        assert area.document[3][mark.start : mark.stop] == "buy-in"

    used(use)


def shown(area: MapTextArea) -> list[str]:
    return [area.render_line(y).text.rstrip() for y in range(area.size.height)]


def test_the_screen_shows_numbers_signs_and_hanging_rows() -> None:
    async def use(_: Pilot[None], area: MapTextArea) -> None:
        area.set_problems([ProblemMark(1, 2, 4, Severity.ERROR, "x")])
        assert shown(area)[:4] == [
            "1   thesis t: Turkey",
            "2 ●   because arms: Turkey arms Ukraine and",
            "              says so",
            "3",
        ]

    text = "thesis t: Turkey\n  because arms: Turkey arms Ukraine and says so\n"
    used(use, text, size=(46, 6))


def test_a_narrow_screen_has_no_numbers() -> None:
    async def use(_: Pilot[None], area: MapTextArea) -> None:
        assert shown(area)[0] == "  thesis t: T"

    used(use, "thesis t: T", size=(20, 5))


@pytest.mark.parametrize("soft_wrap", [True, False])
def test_no_character_reaches_the_screen_raw(soft_wrap: bool) -> None:
    text = "a\x1b[2Jb\x07\u202ec\u2028d\te\x00f\x9b1m"

    async def use(_: Pilot[None], area: MapTextArea) -> None:
        assert shown(area)[0].startswith("1   a<U+001B>[2Jb<U+0007><U+202E>c<U+2028>d")
        assert all(line.isprintable() for line in shown(area))

    assert used(use, text, size=(60, 6), soft_wrap=soft_wrap).text == text


def test_rows_are_as_wide_as_the_screen_whatever_is_in_them() -> None:
    async def use(_: Pilot[None], area: MapTextArea) -> None:
        for column in range(len(area.document[0]) + 1):
            area.selection = Selection((0, 0), (0, column))
            assert {area.render_line(y).cell_length for y in range(4)} == {30}

    used(use, "漢字👨\u200d👩\u200d👧 e\u0301 ❤\ufe0f\tx漢字漢字 漢字漢字漢字漢", size=(30, 5))


def test_a_click_lands_on_the_character_under_it() -> None:
    async def use(pilot: Pilot[None], area: MapTextArea) -> None:
        await pilot.click(area, offset=(14, 1))
        assert area.document[0][area.cursor_location[1] :].startswith("says")

    used(use, "  because arms: Turkey arms Ukraine and says so", size=(46, 6))


def test_the_gutter_grows_with_the_lines() -> None:
    async def use(pilot: Pilot[None], area: MapTextArea) -> None:
        before = area.gutter_width
        area.move_cursor(area.document.end)
        await pilot.press("enter")
        assert area.gutter_width == before + 1
        assert area.wrapped_document._width == area.wrap_width

    used(use, "\n" * 8)


def test_keys_that_come_together_are_used_in_their_order() -> None:
    async def use(pilot: Pilot[None], area: MapTextArea) -> None:
        for key in ("down", "end", "enter", "x", "home", "y"):
            area.post_message(Key(key, key if len(key) == 1 else None))
        await pilot.pause()

    assert used(use, "a\n  b\nc").text == "a\n  b\n  yx\nc"


def test_keys_can_be_given_to_other_actions() -> None:
    async def use(pilot: Pilot[None], area: MapTextArea) -> None:
        area.app.set_keymap({"text.indent-branch": "f9"})
        await pilot.press("down", "f9")

    assert used(use, "a\nb").text == "a\n  b"


@pytest.mark.parametrize(("key", "left"), [("ctrl+k", "some"), ("ctrl+u", " words " * 20)])
def test_the_rest_of_a_line_is_deleted_over_all_its_rows(key: str, left: str) -> None:
    assert pressed(key, text="some" + " words " * 20, at=(0, 4)).text == left


def test_two_clicks_select_a_label_and_three_the_line() -> None:
    async def use(pilot: Pilot[None], area: MapTextArea) -> None:
        await pilot.double_click(area, offset=(13, 0))
        assert area.selected_text == "buy-in"
        await pilot.triple_click(area, offset=(13, 0))
        assert area.selected_text == "thesis buy-in: T"

    used(use, "thesis buy-in: T")


def test_an_empty_text_shows_what_the_app_has_to_say() -> None:
    async def use(pilot: Pilot[None], area: MapTextArea) -> None:
        area.placeholder = "thesis t: what you claim"
        assert "thesis t: what you claim" in shown(area)[0]
        await pilot.press("x")
        assert shown(area)[0] == "1   x"

    used(use, "")


def test_nothing_is_written_where_nothing_may_be() -> None:
    async def use(pilot: Pilot[None], area: MapTextArea) -> None:
        area.read_only = True
        area.app.copy_to_clipboard("x")
        await pilot.press(
            *"xy", "enter", "tab", "backspace", "delete", "ctrl+k", "ctrl+d", "ctrl+v", "ctrl+x"
        )
        await pilot.press("alt+down", "ctrl+underscore", "ctrl+z", "alt+d", "ctrl+w")

    assert used(use).text == MAP
