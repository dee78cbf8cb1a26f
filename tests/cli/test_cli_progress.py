import io
import itertools
import sys

import pytest

from argmap.cli import terminal
from argmap.cli.terminal import with_progress


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def screen_on(monkeypatch: pytest.MonkeyPatch) -> Terminal:
    # In the test itself: pytest puts its own stream in place after the fixtures.
    screen = Terminal()
    monkeypatch.setattr(sys, "stderr", screen)
    monkeypatch.setenv("TERM", "xterm")
    return screen


def test_long_work_shows_its_progress_and_clears_the_line(monkeypatch: pytest.MonkeyPatch) -> None:
    screen = screen_on(monkeypatch)
    clock = itertools.count()
    monkeypatch.setattr(terminal.time, "monotonic", lambda: next(clock))
    assert list(with_progress(["a", "b", "c"], "checking")) == ["a", "b", "c"]
    assert "checking 3 of 3" in screen.getvalue()
    assert screen.getvalue().endswith("\r\x1b[K")


def test_short_work_shows_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    screen = screen_on(monkeypatch)
    assert list(with_progress(["a", "b"], "checking")) == ["a", "b"]
    assert screen.getvalue() == ""


def test_nothing_is_shown_where_there_is_no_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    stream = io.StringIO()
    monkeypatch.setattr(sys, "stderr", stream)
    monkeypatch.setattr(terminal, "_QUIET_SECONDS", 0)
    assert list(with_progress([1, 2], "checking")) == [1, 2]
    assert stream.getvalue() == ""
