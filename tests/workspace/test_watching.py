import os
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from queue import Empty, Queue

import pytest

import argmap
from argmap.workspace.watching import Changes, Watch


class Watched:
    """A watch that a thread waits on."""

    def __init__(self) -> None:
        self.watch = Watch()
        self.seen: Queue[Changes] = Queue()
        self.thread = threading.Thread(target=self._wait)

    def _wait(self) -> None:
        for changes in self.watch:
            self.seen.put(changes)

    def next(self) -> Changes:
        return self.seen.get(timeout=10)

    def nothing(self) -> bool:
        try:
            self.seen.get(timeout=0.6)
        except Empty:
            return True
        return False


Begin = Callable[..., Watched]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    Path("a.argmap").write_text("claim a\n")
    Path("b.argmap").write_text("claim b\n")
    return tmp_path


@pytest.fixture
def watched(folder: Path) -> Iterator[Begin]:
    made: list[Watched] = []

    def begin(*absent: str) -> Watched:
        one = Watched()
        one.watch.follow({name: Path(name).read_text() for name in ("a.argmap", "b.argmap")}, absent)
        one.thread.start()
        made.append(one)
        return one

    yield begin
    for one in made:
        one.watch.stop()
        one.thread.join(5)
        assert not one.thread.is_alive()


def test_a_changed_file_is_named(watched: Begin) -> None:
    watch = watched()
    Path("a.argmap").write_text("claim a: A\n")
    assert watch.next() == Changes(changed=frozenset({"a.argmap"}))


def test_a_replacement_by_rename_is_a_change_also_the_second_time(watched: Begin) -> None:
    watch = watched()
    for text in ("claim a: A\n", "claim a: B\n"):
        Path("new").write_text(text)
        Path("new").replace("a.argmap")
        assert watch.next() == Changes(changed=frozenset({"a.argmap"}))


def test_a_change_that_leaves_every_mark_of_a_young_file_as_it_was_is_seen(watched: Begin) -> None:
    watch = watched()
    before = Path("a.argmap").stat()
    Path("a.argmap").write_text("claim x\n")
    os.utime("a.argmap", ns=(before.st_atime_ns, before.st_mtime_ns))
    assert watch.next().changed == {"a.argmap"}


def test_a_change_between_the_reading_and_the_watch_is_seen(folder: Path) -> None:
    watch = Watch()
    Path("a.argmap").write_text("claim a: A\n")
    watch.follow({"a.argmap": "claim a\n", "b.argmap": "claim b\n"})
    assert watch.next() == Changes(changed=frozenset({"a.argmap"}))


def test_a_file_that_is_only_touched_or_replaced_by_its_like_did_not_change(watched: Begin) -> None:
    watch = watched()
    os.utime("a.argmap", (1, 1))
    Path("new").write_text("claim b\n")
    Path("new").replace("b.argmap")
    assert watch.nothing()


def test_a_byte_order_mark_is_no_change_of_the_text(watched: Begin) -> None:
    watch = watched()
    Path("a.argmap").write_text("\ufeffclaim a\n")
    assert watch.nothing()


def test_a_deleted_file_is_told_and_its_return_too(watched: Begin) -> None:
    watch = watched()
    Path("a.argmap").unlink()
    assert watch.next() == Changes(vanished=frozenset({"a.argmap"}))
    Path("a.argmap").write_text("claim a\n")
    assert watch.next() == Changes(appeared=frozenset({"a.argmap"}))


def test_a_file_that_is_deleted_and_written_anew_at_once_has_changed(watched: Begin) -> None:
    watch = watched()
    Path("a.argmap").unlink()
    time.sleep(0.12)
    Path("a.argmap").write_text("claim a: A\n")
    assert watch.next() == Changes(changed=frozenset({"a.argmap"}))


def test_files_that_were_missing_are_told_when_they_appear_also_in_new_folders(watched: Begin) -> None:
    watch = watched("sub/c.argmap", "refs.bib")
    Path("sub").mkdir()
    Path("sub/c.argmap").write_text("claim c\n")
    assert watch.next() == Changes(appeared=frozenset({"sub/c.argmap"}))
    Path("refs.bib").write_bytes(b"\xff")
    assert watch.next() == Changes(appeared=frozenset({"refs.bib"}))


def test_changes_that_come_together_are_told_together(watched: Begin) -> None:
    watch = watched()
    Path("a.argmap").write_text("claim a: A\n")
    Path("b.argmap").unlink()
    assert watch.next() == Changes(frozenset({"a.argmap"}), vanished=frozenset({"b.argmap"}))
    assert watch.nothing()


def test_a_file_written_without_end_is_told_all_the_same(watched: Begin) -> None:
    watch = watched()
    stop = threading.Event()

    def scribble() -> None:
        number = 0
        while not stop.wait(0.02):
            number += 1
            Path("a.argmap").write_text(f"claim a{number}\n")

    writer = threading.Thread(target=scribble)
    writer.start()
    try:
        assert watch.next().changed == {"a.argmap"}
    finally:
        stop.set()
        writer.join()


def test_what_takes_a_file_s_place_does_not_stop_the_watch(watched: Begin) -> None:
    watch = watched()
    Path("a.argmap").unlink()
    Path("a.argmap").mkdir()
    assert watch.next().files == {"a.argmap"}
    Path("a.argmap").rmdir()
    os.mkfifo("a.argmap")
    assert watch.next().files == {"a.argmap"}
    Path("a.argmap").unlink()
    Path("a.argmap").write_text("claim a: A\n")
    assert watch.next().files == {"a.argmap"}


def test_the_files_of_a_map_are_those_it_read_and_those_it_could_not_read(folder: Path) -> None:
    Path("m.argmap").write_text("include a.argmap\ninclude sub/no.argmap\nbibliography no.bib\nthesis t: T\n")
    argument_map = argmap.load("m.argmap")
    assert list(argument_map.texts) == ["m.argmap", "a.argmap"]
    assert argument_map.absent == ("sub/no.argmap", "no.bib")
