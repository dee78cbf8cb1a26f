"""Charts are drawn in a thread: one at a time, the newest wanted next, and one that hangs is left behind."""

import threading
from collections.abc import Callable
from contextlib import suppress

from textual.message import Message
from textual.timer import Timer
from textual.widget import Widget

from argmap.drawing.terminal.chart import Chart
from argmap.source.memory import collector_put_off
from argmap.workspace.leaving import LeftBehind, leave_behind

PATIENCE = 20.0
"""Seconds that a drawing may take: ten times what the slowest takes."""
GRACE = 3.0
"""Seconds that a drawing may go on once there is something newer to draw."""

Wanted = Callable[[], Chart]


class Finished(Message, bubble=False):
    """A drawing has come to its end: the chart, or what went wrong. `number` says which drawing it was."""

    def __init__(self, number: int, found: Chart | Exception) -> None:
        super().__init__()
        self.number = number
        self.found = found


class Work:
    """The drawing for a widget, which gets `Finished` and hands it to `take`; all else is in its thread."""

    def __init__(self, widget: Widget, given_up: Callable[[], None]) -> None:
        self._widget = widget
        self._given_up = given_up
        self._thread: threading.Thread | None = None
        self._number = 0
        self._next: Wanted | None = None
        self._timer: Timer | None = None

    def want(self, wanted: Wanted) -> None:
        """Draw this, after the drawing that is at work, and instead of any that waits for that."""
        if self._thread is None:
            self._start(wanted)
            return
        if self._next is None:
            self._give_up_after(GRACE)
        self._next = wanted

    def take(self, event: Finished) -> bool:
        """Begin what waits for this drawing to end; whether it counts, and was not left behind before."""
        if self._thread is None or event.number != self._number:
            return False
        self._end()
        return True

    @property
    def at_work(self) -> bool:
        """Whether something newer is being drawn."""
        return self._thread is not None

    def _start(self, wanted: Wanted) -> None:
        self._number += 1
        # Python does not wait for such a thread at its end: one that hangs must not keep the program open.
        self._thread = threading.Thread(target=self._draw, args=(self._number, wanted), daemon=True)
        # What the key that asked for this has changed is painted first: two threads share one interpreter.
        self._widget.call_after_refresh(self._thread.start)
        self._give_up_after(PATIENCE)

    def _draw(self, number: int, wanted: Wanted) -> None:
        with suppress(LeftBehind):
            found: Chart | Exception
            try:
                with collector_put_off():
                    found = wanted()
            except Exception as fault:  # our own fault, which the widget tells of in the place of the chart
                found = fault
            self._widget.post_message(Finished(number, found))

    def _end(self) -> None:
        self._thread = None
        if self._timer is not None:
            self._timer.stop()
        wanted, self._next = self._next, None
        if wanted is not None:
            self._start(wanted)

    def _give_up_after(self, seconds: float) -> None:
        if self._timer is not None:
            self._timer.stop()
        self._timer = self._widget.set_timer(seconds, self._give_up)

    def _give_up(self) -> None:
        if self._thread is not None:
            leave_behind(self._thread)
            self._end()
            self._given_up()
