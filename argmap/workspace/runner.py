"""A thread that goes through analyses, and can be left behind while it hangs."""

import threading
from collections.abc import Callable, Iterator
from queue import SimpleQueue

import attrs

from argmap.workspace.analysis import Analysis, Inquiry, failed, next_stage, reason_of
from argmap.workspace.leaving import LeftBehind, leave_behind

Analyse = Callable[[Inquiry, Analysis | None], Iterator[Analysis]]
"""What is known about an inquiry after each stage, see `analysis.analyse`."""


@attrs.frozen(eq=False)
class Run:
    """One inquiry on its way. `tell` is called in the runner's thread: with what is known, last with None."""

    inquiry: Inquiry
    before: Analysis | None
    tell: Callable[["Run", Analysis | None], None]
    cancelled: threading.Event = attrs.field(factory=threading.Event)
    """Set when nobody needs the rest; looked at between stages."""


class Runner:
    """One thread, which does one run after another."""

    def __init__(self, analyse: Analyse) -> None:
        self._analyse = analyse
        self._runs: SimpleQueue[Run | None] = SimpleQueue()
        # Python does not wait for such a thread at its end: one that hangs must not keep the program open.
        self._thread = threading.Thread(target=self._work, name="argmap analysis", daemon=True)
        self._thread.start()

    def start(self, run: Run) -> None:
        """Do a run when those before it are done."""
        self._runs.put(run)

    def leave(self) -> None:
        """Let the thread end when its runs are done."""
        self._runs.put(None)

    def abandon(self) -> None:
        """Leave a thread that hangs, and end it as soon as it runs Python code again."""
        self.leave()
        leave_behind(self._thread)

    def _work(self) -> None:
        try:
            while (run := self._runs.get()) is not None:
                self._go_through(run)
        except LeftBehind:
            return

    def _go_through(self, run: Run) -> None:
        last: Analysis | None = None
        try:
            for found in self._analyse(run.inquiry, run.before):
                last = found
                if run.cancelled.is_set():
                    break
                run.tell(run, found)
        except Exception as fault:
            known = last or Analysis(run.inquiry)
            run.tell(run, failed(known, next_stage(last), reason_of(fault)))
        run.tell(run, None)
