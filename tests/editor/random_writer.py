"""Somebody who writes at random, and the plain model of the text beside them."""

from random import Random

from textual.document._document import Selection

from argmap.editor.text_area import MapTextArea, branch_keys
from argmap.editor.text_area.document import MapDocument
from argmap.editor.text_area.wrapping import HangingWrap
from argmap.source.edits import TextEdit, apply_edits
from argmap.source.spans import Span

WRITTEN = ["a", " ", "#", "because ", "漢", "👨\u200d👩\u200d👧", "\t", "{likely}", "\u2028", "e\u0301"]
PASTED = ["one\ntwo\nthree", "a\r\nb", "x\ry", "\n", "\r", "\r\n", "thesis t: T\n  because a: A\n" * 9]
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


class RandomWriter:
    """A person at the keyboard, and the plain model of the text beside it."""

    def __init__(self, area: MapTextArea, seed: int) -> None:
        self.area = area
        self.random = Random(seed)
        self.seen = [area.text]

    def place(self) -> tuple[int, int]:
        row = self.random.randrange(self.area.document.line_count)
        return row, self.random.randint(0, len(self.area.document[row]))

    def offsets(self) -> tuple[int, int]:
        start, stop = sorted(self.area.document.offset(place) for place in self.area.selection)
        return start, stop

    def act(self) -> None:
        kind = self.random.choice(["move", "select", "write", "paste", "delete", "lines", "edits", "undo"])
        getattr(self, kind)()
        self.seen.append(self.area.text)

    def move(self) -> None:
        before = self.area.text
        getattr(self.area, f"action_{self.random.choice(MOVES)}")()
        assert self.area.text == before

    def select(self) -> None:
        start = self.place()
        near = min(start[0] + self.random.randint(0, 3), self.area.document.line_count - 1)
        column = self.random.randint(0, len(self.area.document[near]))
        self.area.selection = Selection(start, self.random.choice([start, (near, column)]))

    def expect(self, start: int, stop: int, text: str) -> str:
        before = self.area.text
        return before[:start] + text + before[stop:]

    def write(self) -> None:
        text = self.random.choice(WRITTEN)
        expected = self.expect(*self.offsets(), text)
        self.area._replace_via_keyboard(text, *self.area.selection)
        assert self.area.text == expected

    def paste(self) -> None:
        text = self.random.choice(PASTED)
        start, stop = self.offsets()
        self.area._copied_line = ""
        written = self.area.document.with_newlines_of(text, min(self.area.selection))
        expected = self.expect(start, stop, written)
        self.area.app.copy_to_clipboard(text)
        self.area.action_paste()
        assert self.area.text == expected

    def delete(self) -> None:
        start, stop = self.offsets()
        if start == stop:
            getattr(
                self.area,
                self.random.choice(["action_delete_left", "action_delete_word_right", "action_cut"]),
            )()
            return
        expected = self.expect(start, stop, "")
        self.area.action_delete_right()
        assert self.area.text == expected

    def lines(self) -> None:
        lines = self.area.document.lines.copy()
        first, last = self.area._selected_rows()
        name = self.random.choice([*LINE_KEYS, *BRANCH_KEYS])
        empty = self.area.selection.is_empty and not lines[first].strip()
        if name in LINE_KEYS:
            change = LINE_KEYS[name](lines, first, last)
        else:
            change = BRANCH_KEYS[name](lines, self.area.cursor_location[0])
        if change is not None:
            lines[change.start : change.stop] = change.lines
        getattr(self.area, f"action_{name}")()
        assert self.area.document.lines == lines or (name == "indent_branch" and empty)

    def edits(self) -> None:
        length = self.area.document.length
        places = sorted(self.random.randint(0, length) for _ in range(2 * self.random.randint(1, 3)))
        edits = [
            TextEdit(Span("m", start, stop), self.random.choice(["", "x", "new words"]))
            for start, stop in zip(places[::2], places[1::2], strict=True)
            if stop - start < 200
        ]
        expected = apply_edits(self.area.text, edits)
        self.area.apply_text_edits(edits)
        assert self.area.text == expected

    def undo(self) -> None:
        for _ in range(self.random.randint(1, 4)):
            self.random.choice([self.area.action_undo, self.area.action_undo, self.area.action_redo])()
        assert self.area.text in self.seen

    def check(self) -> None:
        area = self.area
        document = MapDocument(area.text)
        assert area.document.lines == document.lines
        assert area.document.ends == document.ends
        assert area.document.length == len(area.text)
        if area.size.area:  # what is behind another pane is wrapped when it comes to the front
            assert area.wrapped_document.lines == HangingWrap(document, area.wrap_width).lines
        assert area.modified == (area.text != self.seen[0])
        assert all(area.document.clamped(place) == place for place in area.selection)
