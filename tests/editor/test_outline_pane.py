"""The outline pane, as a reader uses it."""

import pytest
from pane_use import MAP, known, screen, used
from textual.pilot import Pilot
from textual.widgets import Input

from argmap.editor.outline.pane import Outline


def label(outline: Outline) -> str:
    return outline.selected.label if outline.selected else ""


async def shown(pilot: Pilot[None], outline: Outline, text: str = MAP) -> None:
    outline.show(known(text).outline)
    await pilot.pause()


def test_claims_hang_below_what_they_bear_on_with_relation_standing_and_label() -> None:
    outline = Outline()

    async def script(pilot: Pilot[None]) -> None:
        await shown(pilot, outline)
        assert [line.rstrip("─").rstrip() for line in screen(outline)[:11]] == [
            "▾ Trade",
            "│ ▾ ◆ ✓ buy-in: Russia prefers Turkish buy-in",
            "│ │ ▾ + ✓ west: Georgia and Ukraine went West",
            "│ │ │   + ✓ revolutions: There were revolutions",
            "│ │   & ✓ pragmatic: Moscow needs a partner",
            "│ │ ▾ - ? arms: Turkey arms Ukraine",
            "│ │ │   - ✓ small: The sales are small",
            "│ │   + ✓ see @small: The sales are small",
            "▾ Gas",
            "│ ▾ Q who: Who buys gas?",
            "│ │   > ? turkey: Turkey buys gas",
        ]

    assert used(outline, script) == []


def test_the_keys_move_and_say_where_to() -> None:
    outline = Outline()

    async def script(pilot: Pilot[None]) -> None:
        await shown(pilot, outline)
        await pilot.press("down", "down", "up", "end", "home", "enter")

    heard = used(outline, script)
    assert heard[:3] == ["selected buy-in", "selected west", "selected buy-in"]
    assert heard[3:] == ["selected poor", "selected trade", "source trade, line 1"]


def test_a_page_is_a_screen_and_a_row_higher_than_the_screen_holds_nobody_up() -> None:
    outline = Outline()
    long = "thesis t: " + "word " * 300 + "\n  because a: A\n  because b: B\n"

    async def script(pilot: Pilot[None]) -> None:
        await shown(pilot, outline, long)
        for _ in range(3):
            outline.action_page(1)
        assert label(outline) == "b"
        for _ in range(3):
            outline.action_page(-1)
        assert label(outline) == "t"
        assert outline.list.scroll_offset.y == 0

    used(outline, script, size=(30, 8))


def test_left_folds_then_goes_to_the_parent_and_right_unfolds_then_goes_in() -> None:
    outline = Outline()

    async def script(pilot: Pilot[None]) -> None:
        await shown(pilot, outline)
        outline.select("west")
        await pilot.press("left")
        assert "│ │ ▸ + ✓ west: Georgia and Ukraine went West (+1)" in screen(outline)
        await pilot.press("left", "right", "right")
        assert label(outline) == "west"
        await pilot.press("right", "right")
        assert label(outline) == "revolutions"

    assert used(outline, script) == ["selected buy-in", "selected west", "selected revolutions"]


def test_space_folds_star_unfolds_all_and_minus_folds_all() -> None:
    outline = Outline()

    async def script(pilot: Pilot[None]) -> None:
        await shown(pilot, outline)
        whole = screen(outline)
        outline.select("small")
        await pilot.press("minus")
        assert [line.split("─")[0].rstrip() for line in screen(outline)[:3]] == [
            "▸ Trade (+7)",
            "▸ Gas (+3)",
            "",
        ]
        assert label(outline) == "trade"
        await pilot.press("asterisk")
        assert screen(outline) == whole
        await pilot.press("space")
        assert len([line for line in screen(outline) if line]) == 5

    assert used(outline, script) == ["selected trade"]


def test_selecting_from_outside_unfolds_what_hides_a_claim_and_posts_nothing() -> None:
    outline = Outline()

    async def script(pilot: Pilot[None]) -> None:
        await shown(pilot, outline)
        outline.action_fold_all()
        await pilot.pause()
        outline.select("small")
        assert label(outline) == "small"
        assert outline.list.in_view
        assert any("arms" in line for line in screen(outline))
        assert not any("turkey" in line for line in screen(outline))
        outline.select("nobody")
        assert label(outline) == "small"

    assert used(outline, script, size=(60, 5)) == []


def test_a_newer_outline_keeps_selection_folds_and_place_on_the_screen() -> None:
    outline = Outline()

    async def script(pilot: Pilot[None]) -> None:
        await shown(pilot, outline)
        outline.select("west")
        outline.action_fold()
        outline.select("turkey")
        before = screen(outline).index("│ │   > ? turkey: Turkey buys gas")
        more = MAP.replace("section Trade\n", "section Trade\nclaim new: New\nclaim newer: Newer\n")
        await shown(pilot, outline, more)
        assert label(outline) == "turkey"
        assert screen(outline).index("│ │   > ? turkey: Turkey buys gas") == before
        outline.list.scroll_home(animate=False)
        assert any("▸ + ✓ west" in line for line in screen(outline))

    assert used(outline, script, size=(60, 6)) == []


def test_what_the_reader_has_scrolled_to_stays_while_the_text_changes() -> None:
    outline = Outline()
    text = "thesis t: T\n" + "".join(f"  because r{n}: Reason {n}\n" for n in range(60))

    async def script(pilot: Pilot[None]) -> None:
        await shown(pilot, outline, text)
        outline.list.scroll_to(y=30, animate=False)
        await pilot.pause()
        before = screen(outline)
        await shown(pilot, outline, text.replace("  because r2:", "  because new: New\n  because r2:"))
        assert screen(outline) == before
        assert label(outline) == "t"

    used(outline, script, size=(60, 10))


def test_a_claim_that_is_gone_gives_the_selection_to_the_row_above() -> None:
    outline = Outline()

    async def script(pilot: Pilot[None]) -> None:
        await shown(pilot, outline)
        outline.select("pragmatic")
        await shown(pilot, outline, MAP.replace("  and pragmatic: Moscow needs a partner\n", ""))
        assert label(outline) == "revolutions"
        await shown(pilot, outline, "")
        assert outline.selected is None
        await shown(pilot, outline)
        assert label(outline) == "trade"

    assert used(outline, script) == []


def test_a_filter_shows_what_has_all_words_and_what_it_stands_below_and_escape_ends_it() -> None:
    outline = Outline()

    async def script(pilot: Pilot[None]) -> None:
        await shown(pilot, outline)
        whole = screen(outline)
        outline.action_fold_all()
        await pilot.press("slash", *"turkey", "space", *"arms", "enter")
        found = [line.rstrip("─ ") for line in screen(outline) if line]
        assert found == [
            "▾ Trade",
            "│ ▾ ◆ ✓ buy-in: Russia prefers Turkish buy-in",
            "│ │ ▾ - ? arms: Turkey arms Ukraine",
        ]
        assert label(outline) == "arms"
        await pilot.press("escape")
        assert label(outline) == "arms"
        assert not outline.has_class("-filtering")
        outline.action_unfold_all()
        assert screen(outline) == whole

    assert used(outline, script) == ["selected arms"]


def test_a_filter_that_nothing_answers_says_so_and_the_selection_comes_back() -> None:
    outline = Outline()

    async def script(pilot: Pilot[None]) -> None:
        await shown(pilot, outline)
        outline.select("small")
        outline.action_filter()
        outline.query_one(Input).value = "no such words"
        await pilot.pause()
        assert screen(outline)[0] == " No claim has all of these words. Escape shows all claims"
        await pilot.press("down", "escape")
        assert label(outline) == "small"

    assert used(outline, script) == []


def test_a_claim_that_the_filter_hides_ends_it_when_it_is_selected_from_outside() -> None:
    outline = Outline()

    async def script(pilot: Pilot[None]) -> None:
        await shown(pilot, outline)
        outline.action_filter()
        outline.query_one(Input).value = "arms"
        await pilot.pause()
        pilot.app.set_focus(None)
        outline.select("poor")
        assert label(outline) == "poor"
        assert outline.query_one(Input).value == ""
        assert pilot.app.focused is None
        assert not outline.has_class("-filtering")

    assert used(outline, script) == []


def test_typing_in_the_text_leaves_a_filter_and_its_field_alone() -> None:
    outline = Outline()

    async def script(pilot: Pilot[None]) -> None:
        await shown(pilot, outline)
        outline.action_filter()
        outline.query_one(Input).value = "#west"
        await pilot.pause()
        await shown(pilot, outline, MAP + "claim more: More #west\n")
        assert any("more: More" in line for line in screen(outline))
        assert not any("small" in line for line in screen(outline))

    used(outline, script)


def test_what_if_marks_changed_standings_also_in_folded_branches() -> None:
    outline = Outline()

    async def script(pilot: Pilot[None]) -> None:
        rows = known(MAP).outline
        outline.show(rows)
        outline.show(rows, {"west": "falls", "revolutions": "open", "pragmatic": "stands"})
        assert "│ │ ▾ + ✗→✓ west: Georgia and Ukraine went West" in screen(outline)
        assert "│ │   & ✓ pragmatic: Moscow needs a partner" in screen(outline)
        outline.select("west")
        outline.action_fold()
        assert "│ │ ▸ + ✗→✓ west: Georgia and Ukraine went West (+1, 1 changed)" in screen(outline)
        outline.show(rows)
        assert "│ │ ▸ + ✓ west: Georgia and Ukraine went West (+1)" in screen(outline)

    used(outline, script, size=(80, 24))


def test_branches_are_moved_by_asking_the_host() -> None:
    outline = Outline()

    async def script(pilot: Pilot[None]) -> None:
        await shown(pilot, outline)
        outline.select("arms")
        await pilot.press("alt+up", "J", "greater_than_sign", "less_than_sign")

    assert used(outline, script) == ["move arms up", "move arms down", "move arms in", "move arms out"]


def test_a_branch_is_cut_and_put_below_another_claim_as_the_reader_says() -> None:
    outline = Outline()

    async def script(pilot: Pilot[None]) -> None:
        await shown(pilot, outline)
        outline.select("small")
        await pilot.press("x")
        assert any("The sales are small (to be moved)" in line for line in screen(outline))
        outline.select("west")
        await pilot.press("p", "o")
        assert not any("(to be moved)" in line for line in screen(outline))
        outline.select("poor")
        await pilot.press("x")
        outline.select("who")
        await pilot.press("p")

    assert used(outline, script) == ["put small under west as but", "put poor under who as answer"]


def test_nothing_is_put_below_itself_or_a_section_and_escape_gives_up() -> None:
    outline = Outline()

    async def script(pilot: Pilot[None]) -> None:
        await shown(pilot, outline)
        outline.action_cut()
        assert not any("(to be moved)" in line for line in screen(outline))
        outline.select("arms")
        await pilot.press("x")
        outline.select("small")
        await pilot.press("p")
        outline.action_first()
        await pilot.press("p", "escape")
        assert not any("(to be moved)" in line for line in screen(outline))
        outline.select("arms")
        outline.action_cut()
        outline.select("poor")
        await pilot.press("p", "escape", "x")
        assert sum("(to be moved)" in line for line in screen(outline)) == 1

    assert used(outline, script) == ["selected trade"]


def test_a_click_selects_one_on_the_mark_folds_and_a_double_click_goes_to_the_source() -> None:
    outline = Outline()

    async def script(pilot: Pilot[None]) -> None:
        await shown(pilot, outline)
        await pilot.click(outline.list, offset=(14, 4))
        await pilot.click(outline.list, offset=(4, 2))
        assert "│ │ ▸ + ✓ west: Georgia and Ukraine went West (+1)" in screen(outline)
        await pilot.click(outline.list, offset=(14, 3), times=2)
        await pilot.click(outline.list, offset=(14, 20))

    assert used(outline, script) == [
        "selected pragmatic",
        "selected west",
        "selected pragmatic",
        "source pragmatic, line 6",
    ]


def test_an_empty_map_says_how_to_begin_and_no_key_does_harm() -> None:
    outline = Outline()

    async def script(pilot: Pilot[None]) -> None:
        await shown(pilot, outline, "# nothing\n")
        assert screen(outline)[0].startswith(" Nothing here yet: a map begins with a line such as")
        await pilot.press("down", "pageup", "end", "left", "right", "space", "asterisk", "minus", "enter")
        await pilot.press("x", "J", "slash", "a", "enter", "escape", "escape")
        await pilot.click(outline.list, offset=(3, 1), times=2)

    assert used(outline, script) == []


def test_a_pane_that_is_hidden_while_the_map_changes_shows_it_when_it_appears() -> None:
    outline = Outline()

    async def script(pilot: Pilot[None]) -> None:
        outline.display = False
        await pilot.pause()
        await shown(pilot, outline)
        outline.select("arms")
        outline.display = True
        await pilot.pause()
        assert label(outline) == "arms"
        assert outline.list.in_view

    assert used(outline, script, size=(60, 4)) == []


def test_another_width_wraps_again_and_the_selected_row_stays_in_view() -> None:
    outline = Outline()

    async def script(pilot: Pilot[None]) -> None:
        await shown(pilot, outline)
        outline.select("poor")
        for width in (20, 120, 5, 60):
            await pilot.resize_terminal(width, 6)
            await pilot.pause()
            assert label(outline) == "poor"
            assert outline.list.in_view

    assert used(outline, script) == []


def test_a_cycle_is_shown_once_and_pointed_to() -> None:
    outline = Outline()

    async def script(pilot: Pilot[None]) -> None:
        await shown(pilot, outline, "claim a: A\n  because b: B\n    because @a\n")
        assert screen(outline)[:3] == ["▾   ? a: A", "│ ▾ + ? b: B", "│ │   + ? see @a: A"]
        outline.action_last()
        outline.action_source()

    assert used(outline, script) == ["selected a", "source a, line 3"]


@pytest.mark.parametrize("theme", ["textual-dark", "textual-light", "ansi-dark", "ansi-light"])
def test_the_selected_row_stands_out_in_every_theme_with_the_focus_and_without(theme: str) -> None:
    outline = Outline()

    def look(y: int) -> set[object]:
        segments = outline.list.render_line(y)
        return {(s.style.bgcolor, s.style.reverse, s.style.underline) for s in segments if s.style}

    async def script(pilot: Pilot[None]) -> None:
        await shown(pilot, outline)
        focused = look(0)
        assert not focused & look(1)
        pilot.app.set_focus(None)
        await pilot.pause()
        assert not look(0) & look(1)
        assert look(0) != focused

    used(outline, script, theme=theme)
