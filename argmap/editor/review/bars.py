"""Two lines around the sheet: how far the reader is, and what is tried or told."""

from collections.abc import Sequence
from pathlib import PurePath
from typing import ClassVar

from rich.segment import Segment
from textual.geometry import Size
from textual.strip import Strip
from textual.widget import Widget

from argmap.documents.standing_words import figure
from argmap.editor.review.looks import COMPONENTS, CSS, MARKS, Styles
from argmap.editor.review.rows import Row, Run, laid_out
from argmap.reasoning.explanation import claim_name
from argmap.source.cells import printable, width
from argmap.workspace.reviewing import Reviewing, WhatIf, progress

_LEAST_BAR, _MOST_BAR = 8, 40
_MOST_THESES = 3
_MOST_LINES = 4


class Painted(Widget, can_focus=False):
    """Lines of runs."""

    COMPONENT_CLASSES: ClassVar[set[str]] = set(COMPONENTS)

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._styles = Styles(self)

    def lines(self, cells: int) -> Sequence[Sequence[Run]]:
        """What is shown on so many cells."""
        raise NotImplementedError

    def notify_style_update(self) -> None:
        """Colours are looked up again after the theme has changed."""
        super().notify_style_update()
        self._styles.forget()

    def render_line(self, y: int) -> Strip:
        """One of the lines."""
        lines, base = self.lines(self.size.width), self._styles.of("")
        if y >= len(lines):
            return Strip.blank(self.size.width, base)
        segments = [Segment(text, self._styles.of(look)) for text, look in lines[y]]
        return Strip(segments).adjust_cell_length(self.size.width, base)


class ProgressLine(Painted):
    """How many claims are judged, as a bar and in figures."""

    DEFAULT_CSS = f"""
    ProgressLine {{
        height: 1; background: $panel; color: $foreground;
        {CSS}
        &:ansi {{ background: ansi_default; }}
    }}
    """

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._state: Reviewing | None = None

    def show(self, state: Reviewing) -> None:
        """Show how far this review is."""
        self._state = state
        self.refresh()

    def lines(self, cells: int) -> list[list[Run]]:
        """Whose review it is, the bar, and the figures, as far as there is room."""
        if self._state is None:
            return []
        done = progress(self._state)
        whose = printable(f"{self._state.reader} on {PurePath(self._state.map_file).name}")
        count = f"{done.judged:,} of {done.total:,} judged"
        kinds: list[Run] = []
        for kind, mark in MARKS.items():
            if number := done.kinds.get(kind, 0):
                kinds += [("  ", ""), (f"{mark} ", kind), (f"{number:,}", "")]
        figures: list[Run] = [(f" {count}", ""), *kinds]
        used = sum(width(text) for text, _ in figures) + 1
        if used + _LEAST_BAR > cells:
            return [[(f" {count}", "")]]
        head = f" {whose} " if used + width(whose) + 2 + _LEAST_BAR <= cells else " "
        room = min(cells - used - width(head), _MOST_BAR)
        full = done.judged * room // done.total if done.total else 0
        if done.judged and not full:
            full = 1  # the first verdict is seen in the longest map, too
        return [[(head, "strong"), ("█" * full, "bar"), ("░" * (room - full), "bar-rest"), *figures]]


class Banner(Painted):
    """What is tried and what it changes, and what the reader must be told; hidden where there is nothing."""

    DEFAULT_CSS = f"""
    Banner {{
        height: auto; display: none; background: $warning-muted; color: $foreground;
        {CSS}
        &.-open {{ display: block; }}
        &:ansi {{ background: ansi_default; text-style: reverse; }}
    }}
    """

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._rows: list[Row] = []

    def show(self, tried: WhatIf | None, told: Sequence[str] = ()) -> None:
        """Show a what-if and some sentences."""
        self._rows = [Row(((" ", ""), (sentence, "")), ((" ", ""),)) for sentence in told]
        if tried is not None:
            self._rows.append(_what_if(tried))
        self.set_class(bool(self._rows), "-open")
        self.refresh(layout=True)

    def lines(self, cells: int) -> list[list[Run]]:
        """The sentences, wrapped."""
        found = [line for row in self._rows for line in laid_out(row, max(cells - 1, 1))]
        return found if len(found) <= _MOST_LINES else [*found[: _MOST_LINES - 1], [(" …", "")]]

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """As many lines as it takes."""
        return len(self.lines(width))


def _what_if(tried: WhatIf) -> Row:
    runs: list[Run] = [(f"What {tried.words}: ", "strong"), (tried.count, "")]
    standings = tried.judgement.standings
    for change in tried.theses[:_MOST_THESES]:
        name = claim_name(standings, change.label)
        if change.standing_before != change.standing_after:
            said = f"{change.standing_before} → {change.standing_after}"
        else:
            said = f"{figure(change.strength_before)} → {figure(change.strength_after)}"
        runs.append((f"; {name} {said}", "strong"))
    return Row((*runs, (". Esc puts it back", "")), ((" ", ""),))
