"""Analysis in the background: the newest version wins, and nothing that fails or hangs stops the next.

Two threads: a coordinator, which only waits and hands on, and a runner, which works. A process of its own
would keep the interpreter freer, but a map of 10,000 claims takes a quarter of a second to unpack, during
which no key is answered; a thread hands it over for nothing.
"""

import sys
import threading
import time
from collections.abc import Callable
from contextlib import ExitStack
from queue import Empty, SimpleQueue
from typing import Final

import attrs

from argmap.source.memory import collect_everything, collector_put_off
from argmap.workspace.analysis import Analysis, Inquiry, analyse, failed, next_stage
from argmap.workspace.runner import Analyse, Run, Runner

DEBOUNCE: Final = 0.15
"""Seconds without a new version before work begins."""
PATIENCE: Final = 20.0
"""Seconds that one stage may take: ten times what the slowest takes for 100,000 claims."""
GRACE: Final = 2.0
"""Seconds that a stage may go on once a newer version waits."""
_IDLE = 10.0
"""Seconds without work after which memory is tidied."""
_RUNS_TO_TIDY = 20
"""How many runs there must have been since the last time."""


@attrs.frozen(eq=False)
class _Asked:
    inquiry: Inquiry
    wait: float


class _Hurried:
    pass


@attrs.frozen(eq=False)
class _Told:
    run: Run
    found: Analysis | None


class _Stop:
    pass


class Background:
    """Answers inquiries one after another, each stage by stage, in threads of its own.

    `deliver` is called in one of these threads, with the analysis after each stage; the last is `complete`.
    Once a newer version was submitted, no older one is delivered. A stage that hangs is left behind after
    `patience` seconds, or after `grace` seconds when a newer version waits, and told of as a failure.
    """

    def __init__(
        self,
        deliver: Callable[[Analysis], None],
        *,
        debounce: float = DEBOUNCE,
        patience: float = PATIENCE,
        grace: float = GRACE,
        analyse: Analyse = analyse,
    ) -> None:
        self._deliver = deliver
        self._debounce = debounce
        self._patience = patience
        self._grace = grace
        self._analyse = analyse
        self._inbox: SimpleQueue[_Asked | _Hurried | _Told | _Stop] = SimpleQueue()
        self._stopped = threading.Event()
        # What follows belongs to the coordinator's thread.
        self._runner = Runner(analyse)
        self._waiting: Inquiry | None = None
        self._due = 0.0
        self._run: Run | None = None
        self._deadline = 0.0
        self._found: Analysis | None = None
        self._before: Analysis | None = None
        self._runs = 0
        self._collector = ExitStack()
        threading.Thread(target=self._coordinate, name="argmap background", daemon=True).start()

    def submit(self, inquiry: Inquiry) -> None:
        """Ask about a version, in place of any that waits; work begins when no other follows for a moment."""
        self._inbox.put(_Asked(inquiry, self._debounce))

    def submit_at_once(self, inquiry: Inquiry) -> None:
        """Ask about a version without waiting for another: when a document is opened or saved."""
        self._inbox.put(_Asked(inquiry, 0.0))

    def hurry(self) -> None:
        """Somebody waits: begin with what was submitted last, if that has not begun."""
        self._inbox.put(_Hurried())

    def stop(self) -> None:
        """Deliver nothing more and let the threads end. Does not wait for them."""
        self._stopped.set()
        self._inbox.put(_Stop())

    def _coordinate(self) -> None:
        while True:
            try:
                event = self._inbox.get(timeout=self._time_left())
            except Empty:
                event = None
                self._tidy()
            if isinstance(event, _Stop):
                self._leave()
                return
            if isinstance(event, _Asked):
                self._ask(event)
            elif isinstance(event, _Hurried):
                self._due = 0.0
            elif isinstance(event, _Told):
                self._hear(event)
            self._look_at_the_clock()

    def _time_left(self) -> float | None:
        """Seconds until something must be done unasked; None for never."""
        if self._run is not None:
            return max(0.0, self._deadline - time.monotonic())
        if self._waiting is not None:
            return max(0.0, self._due - time.monotonic())
        return _IDLE if self._runs >= _RUNS_TO_TIDY else None

    def _ask(self, asked: _Asked) -> None:
        now = time.monotonic()
        self._waiting, self._due = asked.inquiry, now + asked.wait
        if self._run is not None and not self._run.cancelled.is_set():
            self._run.cancelled.set()
            self._deadline = min(self._deadline, now + self._grace)

    def _hear(self, told: _Told) -> None:
        if told.run is not self._run:
            return  # of a runner that was left behind
        if told.found is None:
            self._end_run()
            return
        self._found = told.found
        if not told.run.cancelled.is_set():
            self._deadline = time.monotonic() + self._patience
        if told.found.reading is not None:
            self._before = told.found
        self._hand_over(told.run, told.found)

    def _look_at_the_clock(self) -> None:
        now = time.monotonic()
        if self._run is not None and now >= self._deadline:
            run = self._run
            self._end_run()
            self._runner.abandon()
            self._runner = Runner(self._analyse)
            stage = next_stage(self._found)
            known = self._found or Analysis(run.inquiry)
            self._hand_over(run, failed(known, stage, "it took too long and was given up"))
        if self._run is None and self._waiting is not None and now >= self._due:
            inquiry, self._waiting = self._waiting, None
            self._run = Run(inquiry, self._before, self._tell)
            self._found = None
            self._deadline = now + self._patience
            self._collector.enter_context(collector_put_off())
            self._runner.start(self._run)

    def _end_run(self) -> None:
        self._run = None
        self._runs += 1
        self._collector.close()

    def _tidy(self) -> None:
        """Collect what was put off, once nobody has typed for a while."""
        if self._run is None and self._waiting is None and self._runs >= _RUNS_TO_TIDY:
            self._runs = 0
            collect_everything()

    def _tell(self, run: Run, found: Analysis | None) -> None:
        self._inbox.put(_Told(run, found))

    def _hand_over(self, run: Run, found: Analysis) -> None:
        if run.cancelled.is_set() or self._stopped.is_set():
            return
        try:
            self._deliver(found)
        except Exception:
            # As Python reports what a thread raises; the next version is answered all the same.
            threading.excepthook(threading.ExceptHookArgs((*sys.exc_info(), threading.current_thread())))

    def _leave(self) -> None:
        if self._run is None:
            self._runner.leave()
        else:
            self._run.cancelled.set()
            self._runner.abandon()
            self._end_run()
