"""The problems pane, as a reader uses it."""

from pane_use import FILE, known, screen, used
from textual.pilot import Pilot
from textual.widgets import Static

from argmap.editor.problems.pane import Problems
from argmap.source.diagnostics import Diagnostic, Severity
from argmap.source.spans import Span
from argmap.source.text import SourceText

TEXT = """\
thesis buy-in: Russia prefers Turkish buy-in
  because @bui-in
  but arms: Turkey arms Ukraine [@edm]
claim buy-in: twice
"""


def give(problems: Problems, text: str = TEXT, failure: str = "") -> None:
    found = known(text)
    assert found.map is not None
    problems.show(found.diagnostics, found.map.texts, main=FILE, failure=failure)


def count(problems: Problems) -> str:
    return str(problems.query_one("#problems-count", Static).visual)


def test_each_message_has_sign_line_code_and_what_to_do() -> None:
    problems = Problems()

    async def script(pilot: Pilot[None]) -> None:
        assert count(problems) == "Reading …"
        give(problems)
        await pilot.pause()
        assert count(problems) == "● 2 errors, ▲ 1 warning"
        assert [line for line in screen(problems) if line] == [
            "● 2 L302 no claim is labelled bui-in, so",
            "  the step is left out",
            "  possible fix: did you mean @buy-in?",
            "  line 1: buy-in is defined here",
            "▲ 3 L305 no source has the key edm",
            "  write `source edm: title`, or name a",
            "  bibliography that has it",
            "● 4 L301 the label buy-in is defined",
            "  twice",
            "  give one of the two another name",
            "  line 1: first defined here",
        ]

    assert used(problems, script, size=(42, 20)) == []


def test_enter_goes_there_question_mark_explains_and_f_fixes_what_has_a_fix() -> None:
    problems = Problems()

    async def script(pilot: Pilot[None]) -> None:
        give(problems)
        await pilot.press("question_mark", "f", "enter", "down", "f", "enter")

    assert used(problems, script) == ["explain L302", "fix L302", "source 55", "source 96"]


def test_a_double_click_goes_there() -> None:
    problems = Problems()

    async def script(pilot: Pilot[None]) -> None:
        give(problems)
        await pilot.pause()
        await pilot.click(problems.list, offset=(5, 4))
        assert problems.selected is not None
        assert problems.selected.code == "L305"
        await pilot.click(problems.list, offset=(5, 4), times=2)

    assert used(problems, script)[-1] == "source 96"


def test_severities_are_hidden_and_shown_by_their_letters_and_the_count_says_so() -> None:
    problems = Problems()

    async def script(pilot: Pilot[None]) -> None:
        give(problems)
        await pilot.press("down", "e")
        assert count(problems) == "● 2 errors (hidden), ▲ 1 warning"
        assert problems.selected is not None
        assert problems.selected.code == "L305"
        await pilot.press("w")
        assert screen(problems)[0] == " All messages are hidden. e and w show them again."
        assert problems.selected is None
        await pilot.press("f", "question_mark", "enter", "w", "e")
        assert problems.list.count == 3

    assert used(problems, script) == []


def test_no_problems_is_said_plainly_and_so_is_what_failed() -> None:
    problems = Problems()

    async def script(pilot: Pilot[None]) -> None:
        note = problems.query_one("#problems-failure", Static)
        give(problems, "thesis t: T\n")
        assert count(problems) == "No problems"
        assert not note.display
        give(problems, "thesis t: T\n", "judging the map failed: [b]x\x1b; your text is not affected")
        assert note.display
        assert str(note.visual) == "judging the map failed: [b]x<U+001B>; your text is not affected"
        assert count(problems) == "No problems found"

    used(problems, script)


def test_the_selected_message_stays_selected_while_somebody_types_above_it() -> None:
    problems = Problems()

    async def script(pilot: Pilot[None]) -> None:
        give(problems)
        problems.action_last()
        give(problems, "  because x y {\n" + TEXT)
        assert problems.selected is not None
        assert problems.selected.code == "L301"
        give(problems, TEXT.replace("claim buy-in: twice\n", ""))
        assert problems.selected is not None

    used(problems, script)


def test_another_file_is_named_with_its_line_and_one_without_text_without_it() -> None:
    problems = Problems()
    spans = [Span("sub/other.argmap", 2, 3), Span("books.bib", 9, 9), Span(FILE, 999, 999)]
    found = [Diagnostic("L1", Severity.HINT, f"message {n}", span) for n, span in enumerate(spans)]
    texts = {"sub/other.argmap": SourceText("sub/other.argmap", "a\nb\n"), FILE: SourceText(FILE, "x")}

    async def script(pilot: Pilot[None]) -> None:
        problems.show(found, texts, main=FILE)
        await pilot.pause()
        assert screen(problems)[:3] == [
            "· other.argmap:2 L1 message 0",
            "· books.bib L1 message 1",
            "· L1 message 2",
        ]

    used(problems, script)
