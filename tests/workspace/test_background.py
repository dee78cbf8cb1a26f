"""Analysis in threads: the newest version wins, and what fails or hangs stops nothing.

Limits are short here, so that tests need not wait; what is waited for is always an answer, never a time.
"""

import gc
import queue
import threading
import time

import pytest
from opened_maps import DEBATE, insert, known, opened

from argmap.workspace.analysis import STAGES, Inquiry, analyse
from argmap.workspace.background import Background

LONG = 20.0
"""Seconds after which an answer that should come is taken to be lost."""


class Answers:
    """Answers as they come, from whichever thread."""

    def __init__(self):
        self.queue = queue.SimpleQueue()
        self.all = []

    def __call__(self, found):
        self.queue.put(found)

    def next(self):
        found = self.queue.get(timeout=LONG)
        self.all.append(found)
        return found

    def end(self, number=None):
        """The last answer about a version, the first that is complete where none is named."""
        while True:
            found = self.next()
            if found.complete and number in {None, found.version.number}:
                return found


@pytest.fixture
def start():
    running = []
    known(DEBATE)  # so that no limit below has to cover the first import of the checks

    def begin(**how):
        answers = Answers()
        background = Background(answers, **{"debounce": 0.01, **how})
        running.append(background)
        return background, answers

    yield begin
    for background in running:
        background.stop()


def edited(document, times=1):
    for _ in range(times):
        document.apply(insert(document, len(document.text), "# c\n"))
    return Inquiry(document.version)


def test_each_stage_is_delivered_with_its_version(start):
    background, answers = start()
    document = opened(DEBATE)
    background.submit(edited(document))
    end = answers.end()
    assert [found.done[-1] for found in answers.all] == list(STAGES)
    assert {found.version for found in answers.all} == {document.version}
    assert end.standings.of("iran") == "falls"


def test_versions_that_follow_at_once_give_one_answer(start):
    background, answers = start(debounce=0.2)
    document = opened(DEBATE)
    for _ in range(5):
        background.submit(edited(document))
    answers.end()
    assert {found.version.number for found in answers.all} == {5}


def test_an_inquiry_at_once_does_not_wait_for_another(start):
    background, answers = start(debounce=3600.0)
    background.submit_at_once(Inquiry(opened(DEBATE).version))
    assert answers.end().version.number == 0


def held_at(stage, entered, go_on):
    """An analysis that waits before one stage until it is told to go on."""

    def held(inquiry, before):
        for found in analyse(inquiry, before):
            if found.done[-1] == stage and inquiry.version.number == 1:
                entered.set()
                assert go_on.wait(LONG)
            yield found

    return held


def test_an_older_version_is_cancelled_between_stages(start):
    entered, go_on = threading.Event(), threading.Event()
    background, answers = start(analyse=held_at("map", entered, go_on))
    document = opened(DEBATE)
    background.submit(edited(document))
    assert entered.wait(LONG)
    background.submit(edited(document))
    time.sleep(0.3)  # the newer version has arrived by then; were it not, the older one would be answered
    go_on.set()
    answers.end(2)
    assert [found.done[-1] for found in answers.all if found.version.number == 1] == ["syntax", "reading"]


def test_what_raises_is_told_and_the_next_version_answered(start):
    def broken(inquiry, before):
        for found in analyse(inquiry, before):
            if inquiry.version.number == 1 and found.done[-1] == "standing":
                raise RuntimeError("no such luck")
            yield found

    background, answers = start(analyse=broken)
    document = opened(DEBATE)
    background.submit(edited(document))
    failed = answers.end()
    assert failed.failure.stage == "standing"
    assert "RuntimeError: no such luck" in failed.failure.message
    assert failed.map is not None
    background.submit(edited(document))
    assert answers.end(2).failure is None


def hanging(ended):
    """An analysis that never comes to the checks of version 1."""

    def hang(inquiry, before):
        for found in analyse(inquiry, before):
            if inquiry.version.number == 1 and found.done[-1] == "checks":
                try:
                    while True:
                        pass
                finally:
                    ended.set()
            yield found

    return hang


def test_a_stage_that_hangs_is_given_up(start):
    ended = threading.Event()
    background, answers = start(analyse=hanging(ended), patience=1.0)
    document = opened(DEBATE)
    background.submit(edited(document))
    given_up = answers.end()
    assert given_up.failure.message == (
        "checking the argument failed: it took too long and was given up; your text is not affected"
    )
    assert given_up.standings is not None
    assert ended.wait(LONG), "the thread that hung goes on for ever"
    background.submit(edited(document))
    assert answers.end(2).failure is None


def test_a_newer_version_does_not_wait_for_the_patience_with_an_older_one(start):
    ended = threading.Event()
    background, answers = start(analyse=hanging(ended), patience=3600.0, grace=0.1)
    document = opened(DEBATE)
    background.submit(edited(document))
    while answers.next().done[-1] != "layout":
        pass
    background.submit(edited(document))
    assert answers.end(2).failure is None
    assert all(found.failure is None for found in answers.all)


@pytest.mark.filterwarnings("ignore::pytest.PytestUnhandledThreadExceptionWarning")
def test_a_receiver_that_raises_does_not_end_the_work(monkeypatch):
    reported, answers = [], Answers()
    monkeypatch.setattr(threading, "excepthook", reported.append)

    def receive(found):
        answers(found)
        if found.done[-1] == "syntax":
            raise LookupError("no such panel")

    background = Background(receive, debounce=0.01)
    background.submit(Inquiry(opened(DEBATE).version))
    assert answers.end().failure is None
    background.stop()
    assert [str(one.exc_value) for one in reported] == ["no such panel"]


def test_the_collector_is_put_off_only_while_there_is_work(start):
    entered, go_on = threading.Event(), threading.Event()
    background, answers = start(analyse=held_at("map", entered, go_on))
    background.submit(edited(opened(DEBATE)))
    assert entered.wait(LONG)
    assert not gc.isenabled()
    go_on.set()
    answers.end()
    deadline = time.monotonic() + LONG
    while not gc.isenabled() and time.monotonic() < deadline:
        time.sleep(0.01)
    assert gc.isenabled()


def test_nothing_is_delivered_after_the_end(start):
    entered, go_on = threading.Event(), threading.Event()
    background, answers = start(analyse=held_at("syntax", entered, go_on))
    background.submit(edited(opened(DEBATE)))
    assert entered.wait(LONG)
    background.stop()
    go_on.set()
    with pytest.raises(queue.Empty):
        answers.queue.get(timeout=0.2)


def test_the_threads_end():
    before = threading.active_count()
    answers = Answers()
    background = Background(answers, debounce=0.0)
    background.submit(Inquiry(opened(DEBATE).version))
    answers.end()
    background.stop()
    deadline = time.monotonic() + LONG
    while threading.active_count() > before and time.monotonic() < deadline:
        time.sleep(0.01)
    assert threading.active_count() <= before


def test_two_documents_are_read_at_once_without_mixing():
    texts = [f"thesis t{n}: T\n" + f"  because r{n}: R\n" + "becuse x\n" * 20 for n in range(4)]
    answers = [Answers() for _ in texts]
    workers = [Background(answer, debounce=0.0) for answer in answers]
    for worker, text in zip(workers, texts, strict=True):
        worker.submit(Inquiry(opened(text).version))
    for number, answer in enumerate(answers):
        assert list(answer.end().map.claims) == [f"t{number}", f"r{number}"]
    for worker in workers:
        worker.stop()
