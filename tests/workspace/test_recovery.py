import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.workspace.recovery import Recovery, begin_recovery, discard, leftovers
from argmap.workspace.recovery_file import draft_of, read_draft, to_bytes
from argmap.workspace.slots import slots

Begin = Callable[..., Recovery]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "debate.argmap"
    path.write_text("claim old\n")
    return path


@pytest.fixture
def begin(path: Path, tmp_path: Path) -> Iterator[Begin]:
    begun: list[Recovery] = []

    def begin_one(report: Callable[[str], None] = lambda _: None) -> Recovery:
        recovery = begin_recovery(path, original="0" * 64, folder=tmp_path / "state", report=report)
        begun.append(recovery)
        return recovery

    yield begin_one
    for recovery in begun:
        recovery.close()


def left(path: Path, text: str = "claim old\n") -> list[str]:
    return [leftover.draft.text for leftover in leftovers(path, text, folder=path.parent / "state")]


def kept(path: Path) -> list[str]:
    """The drafts on the disk, whoever has them."""
    drafts = (read_draft(slot.text) for slot in slots(path, path.parent / "state" / "recovery"))
    return [draft.text for draft in drafts if draft]


def wait_for(condition: Callable[[], bool], seconds: float = 10) -> None:
    stop = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < stop
        time.sleep(0.01)


def test_a_change_is_on_the_disk_by_itself_and_the_newest_counts(path: Path, begin: Begin) -> None:
    recovery = begin()
    recovery.change("claim 1\n")
    wait_for(lambda: kept(path) == ["claim 1\n"])
    recovery.change("claim 2\n")
    recovery.change("claim 3\n", (0, 7))
    wait_for(lambda: kept(path) == ["claim 3\n"])


def test_many_changes_are_few_writings(path: Path, begin: Begin) -> None:
    recovery = begin()
    recovery.change("claim 0\n")
    wait_for(lambda: kept(path) == ["claim 0\n"])
    (file,) = (path.parent / "state" / "recovery").glob("*.txt")
    first = file.stat().st_ino, file.stat().st_mtime_ns
    for number in range(100):
        recovery.change(f"claim {number}\n")
    assert (file.stat().st_ino, file.stat().st_mtime_ns) == first


def test_a_clean_save_and_a_clean_end_leave_nothing(path: Path, begin: Begin) -> None:
    recovery = begin()
    recovery.change("claim 1\n")
    recovery.flush()
    recovery.saved("claim 1\n", "1" * 64)
    assert kept(path) == []
    recovery.change("claim 2\n")
    recovery.flush()
    recovery.close()
    assert kept(path) == []
    assert [file.suffix for file in (path.parent / "state" / "recovery").iterdir()] == [".lock"]


def test_a_change_that_is_newer_than_the_saved_text_is_kept(path: Path, begin: Begin) -> None:
    recovery = begin()
    recovery.change("claim 1\n")
    recovery.change("claim 2\n")
    recovery.saved("claim 1\n", "1" * 64)
    recovery.leave()
    (leftover,) = leftovers(path, "claim 1\n", folder=path.parent / "state")
    assert (leftover.draft.text, leftover.draft.original) == ("claim 2\n", "1" * 64)


def test_what_an_editor_left_is_offered_next_time_with_where_its_cursor_was(path: Path, begin: Begin) -> None:
    recovery = begin()
    recovery.change("claim 1\r\n\u2028", (3, 5))
    recovery.leave()
    (leftover,) = leftovers(path, "claim old\n", folder=path.parent / "state")
    draft = leftover.draft
    assert (draft.text, draft.cursor, draft.pid) == ("claim 1\r\n\u2028", (3, 5), os.getpid())
    assert draft.path == str(path)
    assert abs(draft.time - time.time()) < 60


def test_a_draft_that_says_what_the_file_says_is_not_offered(path: Path, begin: Begin) -> None:
    recovery = begin()
    recovery.change("claim old\n")
    recovery.leave()
    assert left(path) == []
    assert kept(path) == []


def test_new_changes_leave_an_old_draft_alone_until_its_writer_decides(path: Path, begin: Begin) -> None:
    first = begin()
    first.change("claim lost\n")
    first.leave()
    second = begin()
    second.change("claim new\n")
    second.flush()
    assert left(path) == ["claim lost\n"]
    assert sorted(kept(path)) == ["claim lost\n", "claim new\n"]


def test_an_adopted_draft_is_kept_as_this_run_s_own(path: Path, begin: Begin) -> None:
    first = begin()
    first.change("claim lost\n", (0, 3))
    first.leave()
    second = begin()
    (leftover,) = leftovers(path, None, folder=path.parent / "state")
    second.adopt(leftover)
    assert kept(path) == ["claim lost\n"]
    assert left(path) == []


def test_a_discarded_draft_is_gone(path: Path, begin: Begin) -> None:
    first = begin()
    first.change("claim lost\n")
    first.leave()
    (leftover,) = leftovers(path, None, folder=path.parent / "state")
    discard(leftover)
    assert kept(path) == []


def test_the_second_editor_is_told_of_the_first_and_has_a_place_of_its_own(path: Path, begin: Begin) -> None:
    first, second = begin(), begin()
    assert first.others == ()
    assert [editor.pid for editor in second.others] == [os.getpid()]
    first.change("claim first\n")
    second.change("claim second\n")
    first.flush()
    second.flush()
    assert sorted(kept(path)) == ["claim first\n", "claim second\n"]
    assert left(path) == []  # both still run
    second.close()
    assert kept(path) == ["claim first\n"]


def test_a_draft_whose_place_an_editor_took_is_not_discarded(path: Path, begin: Begin) -> None:
    first = begin()
    first.change("claim lost\n")
    first.leave()
    (leftover,) = leftovers(path, None, folder=path.parent / "state")
    discard(leftover)
    second = begin()
    second.change("claim lost\n")
    second.flush()
    discard(leftover)
    assert kept(path) == ["claim lost\n"]


def test_a_folder_that_cannot_be_written_is_named_once_and_editing_goes_on(path: Path, begin: Begin) -> None:
    (path.parent / "state").write_text("a file in the folder's place")
    said: list[str] = []
    recovery = begin(report=said.append)
    assert recovery.trouble is not None
    assert recovery.trouble.endswith("save often")
    recovery.change("claim 1\n")
    recovery.flush()
    recovery.flush()
    assert said == []  # it was told at the beginning
    (path.parent / "state").unlink()
    recovery.flush()
    assert recovery.trouble is None
    assert kept(path) == ["claim 1\n"]


def test_a_disk_that_fills_up_is_reported_once(path: Path, begin: Begin) -> None:
    said: list[str] = []
    recovery = begin(report=said.append)
    recovery.change("claim 1\n")
    recovery.flush()
    slot = next(slots(path, path.parent / "state" / "recovery"))
    slot.text.unlink()
    slot.text.mkdir()
    for _ in range(2):
        recovery.change("claim 2\n")
        recovery.flush()
    (sentence,) = said
    assert "is a folder" in sentence
    slot.text.rmdir()
    wait_for(lambda: kept(path) == ["claim 2\n"])


def test_a_folder_that_vanishes_is_made_again(path: Path, begin: Begin) -> None:
    recovery = begin()
    recovery.change("claim 1\n")
    recovery.flush()
    for file in (path.parent / "state" / "recovery").iterdir():
        file.unlink()
    (path.parent / "state" / "recovery").rmdir()
    recovery.change("claim 2\n")
    wait_for(lambda: kept(path) == ["claim 2\n"])


@given(st.binary(max_size=200))
def test_no_recovery_file_can_do_any_harm(tmp_path_factory: pytest.TempPathFactory, data: bytes) -> None:
    file = tmp_path_factory.getbasetemp() / "hostile.txt"
    for content in (data, b'{"argmap-recovery": 1}\n' + data, data + b"\n" + data):
        file.write_bytes(content)
        assert read_draft(file) is None


@given(st.text(), st.integers(0, 10**6))
def test_every_text_comes_back(tmp_path_factory: pytest.TempPathFactory, text: str, line: int) -> None:
    file = tmp_path_factory.getbasetemp() / "draft.txt"
    draft = draft_of("a.argmap", text + "\ud800", (line, 0), original=None)
    file.write_bytes(to_bytes(draft))
    assert read_draft(file) == draft


TYPIST = """
import sys, time
from pathlib import Path
from argmap.workspace.recovery import begin_recovery
recovery = begin_recovery(sys.argv[1], original=None, folder=Path(sys.argv[2]))
number = 0
while True:
    number += 1
    recovery.change(f"{number} {time.time()}")
    print(number, time.time(), flush=True)
    time.sleep(0.02)
"""


@pytest.mark.slow
def test_a_killed_editor_loses_at_most_a_second_and_its_lock_is_known_to_be_stale(path: Path) -> None:
    state = path.parent / "state"
    with subprocess.Popen(
        [sys.executable, "-c", TYPIST, str(path), str(state)], stdout=subprocess.PIPE, text=True
    ) as typist:
        assert typist.stdout is not None
        stop = time.monotonic() + 2.5
        lines = []
        while time.monotonic() < stop:
            lines.append(typist.stdout.readline())
        assert left(path) == []  # it lives
        with begin_recovery(path, original=None, folder=state) as second:
            assert [editor.pid for editor in second.others] == [typist.pid]
        typist.send_signal(signal.SIGKILL)
        typist.wait()
        lines += typist.stdout.readlines()
    last = float(lines[-1].split()[1])
    (leftover,) = leftovers(path, None, folder=state)
    assert last - float(leftover.draft.text.split()[1]) <= 1.0
    with begin_recovery(path, original=None, folder=state) as third:
        assert third.others == ()
    assert left(path) == [leftover.draft.text]
