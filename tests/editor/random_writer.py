"""Somebody who writes at random, and the plain model of the text beside them."""

from random import Random

from plain_text import PlainText, edited
from textual.document._document import Selection

from argmap.editor.text_area import MapTextArea, branch_keys
from argmap.editor.text_area.document import MapDocument, split_lines
from argmap.editor.text_area.wrapping import HangingWrap
from argmap.source.edits import TextEdit
from argmap.source.spans import Span

WRITTEN = ["a", " ", "#", "because ", "漢", "👨\u200d👩\u200d👧", "\t", "{likely}", "\u2028", "e\u0301"]
PASTED = [
    *("one\ntwo\nthree", "a\r\nb", "x\ry", "\n", "\r", "\r\n", "thesis t: T\n  because a: A\n" * 9),
    "\nclaim wings: Birds have wings\n  becuase feathers: They have feathers\n  but @wing\nclaim @feathers\n",
]
LINE_KEYS = {
    "indent_branch": branch_keys.indented,
    "dedent_branch": branch_keys.dedented,
    "toggle_comment": branch_keys.commented,
    "duplicate_lines": branch_keys.duplicated,
}
BRANCH_KEYS = {"move_branch_up": branch_keys.moved_up, "move_branch_down": branch_keys.moved_down}
MOVES = [
    *("cursor_up", "cursor_down", "cursor_left", "cursor_right", "cursor_line_start", "cursor_line_end"),
    *("cursor_word_left", "cursor_word_right", "cursor_text_end", "cursor_text_start"),
    *("cursor_page_up", "cursor_page_down", "select_line"),
]
DELETES = ["action_delete_left", "action_delete_word_right", "action_cut"]
KINDS = ["move", "select", "write", "paste", "delete", "lines", "edits", "undo"]
TYPED = {"write", "delete"}
"""What may be one step together with the same before it."""


class RandomWriter:
    """A person at the keyboard, and the plain model of the text beside it.

    Every kind of action returns the text that it should have made of the one before.
    """

    def __init__(self, area: MapTextArea, seed: int) -> None:
        self.area = area
        self.random = Random(seed)
        self.plain = PlainText(area.text)
        self.opened = area.text
        self.done = ""

    def place(self) -> tuple[int, int]:
        row = self.random.randrange(self.area.document.line_count)
        return row, self.random.randint(0, len(self.area.document[row]))

    def offsets(self) -> tuple[int, int]:
        """Where the selection is, in characters."""
        start, stop = sorted(self.area.document.offset(place) for place in self.area.selection)
        return start, stop

    def act(self) -> None:
        kind = self.random.choice(KINDS)
        if kind == "undo":
            self.undo()
            return
        before = self.steps()
        expected = getattr(self, kind)()
        self.expect(expected, kind, before)

    def steps(self) -> tuple[int, int]:
        """How many steps can be undone, and of how many edits the last one is."""
        stack = self.area.history.undo_stack
        return len(stack), len(stack[-1]) if stack else 0

    def expect(self, expected: str, kind: str, before: tuple[int, int]) -> None:
        """The text is the expected one, and an action is one step; typing may go on with the one before."""
        assert self.area.document.text == expected
        now = self.steps()
        if now == before:
            assert expected == self.plain.text
            return
        if now == (before[0] + 1, 1):
            self.plain.step(expected)
        else:
            assert now == (before[0], before[1] + 1)
            assert {kind, self.done} <= TYPED
            self.plain.go_on(expected)
        self.done = kind

    def move(self) -> str:
        getattr(self.area, f"action_{self.random.choice(MOVES)}")()
        return self.plain.text

    def select(self) -> str:
        start = self.place()
        near = min(start[0] + self.random.randint(0, 3), self.area.document.line_count - 1)
        column = self.random.randint(0, len(self.area.document[near]))
        self.area.selection = Selection(start, self.random.choice([start, (near, column)]))
        return self.plain.text

    def replaced(self, start: int, stop: int, text: str) -> str:
        before = self.plain.text
        return before[:start] + text + before[stop:]

    def write(self) -> str:
        text = self.random.choice(WRITTEN)
        expected = self.replaced(*self.offsets(), text)
        self.area._replace_via_keyboard(text, *self.area.selection)
        return expected

    def paste(self) -> str:
        text = self.random.choice(PASTED)
        self.area._copied_line = ""
        written = self.area.document.with_newlines_of(text, min(self.area.selection))
        expected = self.replaced(*self.offsets(), written)
        self.area.app.copy_to_clipboard(text)
        self.area.action_paste()
        return expected

    def delete(self) -> str:
        start, stop = self.offsets()
        if start < stop:
            self.area.action_delete_right()
            return self.replaced(start, stop, "")
        getattr(self.area, self.random.choice(DELETES))()
        # How much goes depends on what stands there: it is one piece, with the cursor in it or beside it.
        gone = len(self.plain.text) - len(self.area.document.text)
        ways = (self.replaced(first, first + gone, "") for first in range(max(start - gone, 0), start + 1))
        assert gone >= 0
        return next(way for way in ways if way == self.area.document.text)

    def lines(self) -> str:
        lines = self.area.document.lines.copy()
        first, last = self.area._selected_rows()
        row, column = self.area.cursor_location
        name = self.random.choice([*LINE_KEYS, *BRANCH_KEYS])
        change = LINE_KEYS[name](lines, first, last) if name in LINE_KEYS else BRANCH_KEYS[name](lines, row)
        if name == "indent_branch" and self.area.selection.is_empty and not lines[row].strip():
            lines[row] = lines[row][:column] + "  " + lines[row][column:]
        elif change is not None:
            lines[change.start : change.stop] = change.lines
        getattr(self.area, f"action_{name}")()
        found = self.area.document.text
        assert split_lines(found)[0] == lines
        return found

    def edits(self) -> str:
        length = len(self.plain.text)
        places = sorted(self.random.randint(0, length) for _ in range(2 * self.random.randint(1, 3)))
        edits = [
            TextEdit(Span("m", start, stop), self.random.choice(["", "x", "new words"]))
            for start, stop in zip(places[::2], places[1::2], strict=True)
            if stop - start < 200
        ]
        self.area.apply_text_edits(edits)
        return edited(self.plain.text, edits)

    def undo(self) -> None:
        for _ in range(self.random.randint(1, 4)):
            before = self.plain.at
            if self.random.random() < 2 / 3:
                self.area.action_undo()
                self.plain.undo()
            else:
                self.area.action_redo()
                self.plain.redo()
            assert self.area.document.text == self.plain.text
            if self.plain.at != before:
                self.done = "undo"

    def undo_everything(self) -> None:
        """On to the last text, where steps had been undone, and one by one back to what was opened."""
        while self.plain.at < len(self.plain.states) - 1:
            self.area.action_redo()
            self.plain.redo()
            assert self.area.document.text == self.plain.text
        while self.plain.at:
            self.area.action_undo()
            self.plain.undo()
            assert self.area.document.text == self.plain.text
        assert not self.area.history.undo_stack
        assert self.plain.text == self.opened

    def check(self) -> None:
        area = self.area
        document = MapDocument(self.plain.text)
        assert area.document.lines == document.lines
        assert area.document.ends == document.ends
        assert area.document.length == len(self.plain.text)
        if area.size.area:  # what is behind another pane is wrapped when it comes to the front
            assert area.wrapped_document.lines == HangingWrap(document, area.wrap_width).lines
        assert area.modified == (self.plain.text != self.opened)
        assert all(area.document.clamped(place) == place for place in area.selection)
