import errno
import os
import stat
from pathlib import Path
from typing import NoReturn

import pytest

from argmap.workspace.opening import Form, Opened, open_for_editing
from argmap.workspace.saving import (
    Cause,
    Choice,
    Outcome,
    Refused,
    Saved,
    compared,
    copy_name,
    overwrite,
    save,
    save_copy,
)

as_root = pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root gives files away"
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "debate.argmap"
    path.write_text("claim old\n")
    return path


@pytest.fixture
def opened(path: Path) -> Opened:
    return open_for_editing(path)


def saved(opened: Opened, text: str = "claim mine\n") -> Outcome:
    return save(opened.path, text, opened.form, since=opened.state)


def refused(outcome: Outcome) -> Refused:
    assert isinstance(outcome, Refused)
    return outcome


def names(folder: Path) -> list[str]:
    return sorted(entry.name for entry in folder.iterdir())


def test_a_save_gives_what_the_next_one_is_made_from(path: Path, opened: Opened) -> None:
    first = saved(opened)
    assert isinstance(first, Saved)
    assert isinstance(save(path, "claim mine 2\n", opened.form, since=first.state), Saved)
    assert path.read_text() == "claim mine 2\n"
    assert names(path.parent) == ["debate.argmap"]


def test_the_mode_stays(path: Path, opened: Opened) -> None:
    path.chmod(0o640)
    saved(opened)
    assert stat.S_IMODE(path.stat().st_mode) == 0o640


@as_root
def test_the_owner_stays(path: Path, opened: Opened) -> None:
    os.chown(path, 12345, 23456)
    saved(opened)
    assert (path.stat().st_uid, path.stat().st_gid) == (12345, 23456)


@as_root
def test_a_group_that_cannot_be_kept_leaves_another_no_more_than_everybody(
    path: Path, opened: Opened, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> NoReturn:
        raise PermissionError(errno.EPERM, "Operation not permitted")

    path.chmod(0o664)
    os.chown(path, 12345, 23456)
    monkeypatch.setattr(os, "chown", refuse)
    assert isinstance(saved(opened), Saved)
    assert stat.S_IMODE(path.stat().st_mode) == 0o644


def test_a_link_stays_a_link(tmp_path: Path, path: Path) -> None:
    link = tmp_path / "link.argmap"
    link.symlink_to(path)
    assert isinstance(saved(open_for_editing(link)), Saved)
    assert link.is_symlink()
    assert path.read_text() == "claim mine\n"


def test_a_file_that_changed_is_left_as_it_is(path: Path, opened: Opened) -> None:
    path.write_text("claim theirs\n")
    outcome = refused(saved(opened))
    assert outcome.cause is Cause.CHANGED
    assert outcome.choices == (Choice.COMPARE, Choice.RELOAD, Choice.OVERWRITE, Choice.SAVE_COPY)
    assert outcome.message.startswith(f"{path} was changed at ")
    assert path.read_text() == "claim theirs\n"
    assert names(path.parent) == ["debate.argmap"]


def test_a_change_of_the_same_length_at_the_same_time_is_seen(path: Path, opened: Opened) -> None:
    before = path.stat()
    path.write_text("claim odd\n")
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert refused(saved(opened)).cause is Cause.CHANGED


def test_a_change_while_the_text_is_being_written_is_seen(
    path: Path, opened: Opened, monkeypatch: pytest.MonkeyPatch
) -> None:
    def slowly(_: int) -> None:
        path.write_text("claim theirs\n")

    monkeypatch.setattr(os, "fsync", slowly)
    assert refused(saved(opened)).cause is Cause.CHANGED
    assert path.read_text() == "claim theirs\n"
    assert names(path.parent) == ["debate.argmap"]


def test_a_file_that_was_only_touched_or_replaced_by_its_like_is_no_conflict(
    path: Path, opened: Opened
) -> None:
    path.unlink()
    path.write_text("claim old\n")
    os.utime(path, (1, 1))
    assert isinstance(saved(opened), Saved)


def test_a_file_that_holds_the_new_text_already_is_no_conflict(path: Path, opened: Opened) -> None:
    path.write_text("claim mine\n")
    assert isinstance(saved(opened), Saved)


def test_the_writer_may_overwrite_what_changed(path: Path, opened: Opened) -> None:
    path.write_text("claim theirs\n")
    assert isinstance(overwrite(path, "claim mine\n", opened.form), Saved)
    assert path.read_text() == "claim mine\n"


def test_the_writer_may_see_what_differs() -> None:
    lines = list(compared("m", "a\nmine\n", "a\ntheirs\n"))
    assert lines[:2] == ["--- m on the disk\n", "+++ m as you have it\n"]
    assert lines[-2:] == ["-theirs\n", "+mine\n"]


def test_a_deleted_file_is_made_again_only_when_its_writer_says_so(path: Path, opened: Opened) -> None:
    path.unlink()
    outcome = refused(saved(opened))
    assert (outcome.cause, outcome.choices) == (Cause.DELETED, (Choice.OVERWRITE, Choice.SAVE_COPY))
    assert not path.exists()
    assert isinstance(overwrite(path, "claim mine\n", opened.form), Saved)
    assert path.read_text() == "claim mine\n"


def test_a_file_that_became_a_folder_is_named(path: Path, opened: Opened) -> None:
    path.unlink()
    path.mkdir()
    for outcome in (saved(opened), overwrite(path, "claim mine\n", opened.form)):
        assert "is a folder" in refused(outcome).message
        assert Choice.SAVE_COPY in refused(outcome).choices


def test_a_folder_that_is_gone_is_named(tmp_path: Path) -> None:
    outcome = refused(overwrite(tmp_path / "no" / "a.argmap", "claim a\n", Form()))
    assert outcome.cause is Cause.FAILED
    assert f"there is no folder {tmp_path / 'no'}" in outcome.message


def test_a_new_file_that_somebody_else_made_first_is_left_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "new.argmap"
    opened = open_for_editing(path)
    path.write_text("claim theirs\n")
    assert refused(saved(opened)).cause is Cause.APPEARED
    assert path.read_text() == "claim theirs\n"


def test_a_write_protected_file_is_left_as_it_is_even_by_root(path: Path, opened: Opened) -> None:
    path.chmod(0o444)
    for outcome in (saved(opened), overwrite(path, "claim mine\n", opened.form)):
        assert refused(outcome).cause is Cause.PROTECTED
        assert refused(outcome).message == f"{path} is write-protected"
    assert path.read_text() == "claim old\n"


@pytest.mark.parametrize(
    ("number", "cause", "words"),
    [
        (errno.ENOSPC, Cause.NO_SPACE, "the disk is full"),
        (errno.EDQUOT, Cause.NO_SPACE, "quota"),
        (errno.EROFS, Cause.PROTECTED, "can only be read"),
        (errno.EIO, Cause.FAILED, "reports a fault"),
    ],
)
def test_a_disk_that_does_not_take_it_leaves_the_old_file(
    path: Path, opened: Opened, monkeypatch: pytest.MonkeyPatch, number: int, cause: Cause, words: str
) -> None:
    def refuse(_: int) -> NoReturn:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(os, "fsync", refuse)
    outcome = refused(saved(opened))
    assert (outcome.cause, outcome.choices) == (cause, (Choice.SAVE_COPY, Choice.TRY_AGAIN))
    assert words in outcome.message
    assert path.read_text() == "claim old\n"
    assert names(path.parent) == ["debate.argmap"]


def test_a_copy_takes_a_name_that_nothing_has(path: Path, opened: Opened) -> None:
    name = copy_name(path)
    assert name == str(path.with_name("debate-copy.argmap"))
    assert isinstance(save_copy(name, "claim mine\n", opened.form), Saved)
    assert copy_name(path) == str(path.with_name("debate-copy-2.argmap"))
    outcome = refused(save_copy(name, "claim other\n", opened.form))
    assert outcome.choices == (Choice.SAVE_COPY,)
    assert Path(name).read_text() == "claim mine\n"


def test_half_a_surrogate_pair_is_named_with_its_place(path: Path, opened: Opened) -> None:
    outcome = refused(saved(opened, "claim a\nclaim \ud800\n"))
    assert outcome.message == (
        f"{path} cannot be saved: U+D800 at line 2, column 7 is no character; delete it first"
    )
    assert path.read_text() == "claim old\n"
