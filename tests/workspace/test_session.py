import json
import os
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.workspace import session
from argmap.workspace.session import Session, recall, remember

HERE = Session((12, 4), (0, 8), ("outline", "diagram"), ("west", "buy-in"), ("trade",), ("label", "down"))
JSON = st.recursive(st.none() | st.booleans() | st.integers() | st.floats() | st.text(), st.lists)


def only_file(folder: Path) -> Path:
    (file,) = (folder / "sessions").glob("*.json")
    return file


def test_a_writer_is_again_where_they_were(tmp_path: Path) -> None:
    remember(tmp_path / "a.argmap", HERE, folder=tmp_path)
    assert recall(tmp_path / "a.argmap", folder=tmp_path) == HERE
    assert recall(tmp_path / "b.argmap", folder=tmp_path) == Session()


def test_a_file_is_known_by_any_of_its_names(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.argmap").write_text("claim a\n")
    (tmp_path / "link.argmap").symlink_to("a.argmap")
    monkeypatch.chdir(tmp_path)
    remember("link.argmap", HERE, folder=tmp_path)
    assert recall(tmp_path / "a.argmap", folder=tmp_path) == HERE


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\xff",
        b"[" * 100_000,
        b"null",
        b'{"format": 2, "cursor": [1, 1]}',
        b'{"format": 1, "cursor": [1, -1], "scroll": ["a", 0], "panes": 3, "folds": {}}',
        b'{"format": 1, "cursor": [1e400, 0], "scroll": [true], "panes": null}',
        b'{"format": 1, "cursor": [99999999999999, 0]}',
        b'{"format": 1, "cursor": [1' + b"0" * 5000 + b", 0]}",
        b'{"format": 1' + b" " * 300_000 + b"}",
    ],
)
def test_a_file_that_makes_no_sense_is_the_beginning(tmp_path: Path, content: bytes) -> None:
    remember("a.argmap", HERE, folder=tmp_path)
    only_file(tmp_path).write_bytes(content)
    assert recall("a.argmap", folder=tmp_path) == Session()


def test_what_makes_sense_in_a_damaged_file_counts(tmp_path: Path) -> None:
    remember("a.argmap", HERE, folder=tmp_path)
    document = json.loads(only_file(tmp_path).read_text()) | {"folds": ["west", 7, "", "x" * 10_000]}
    only_file(tmp_path).write_text(json.dumps(document))
    assert recall("a.argmap", folder=tmp_path).folds == ("west",)


@given(JSON)
def test_no_value_can_do_any_harm(tmp_path_factory: pytest.TempPathFactory, value: object) -> None:
    folder = tmp_path_factory.getbasetemp() / "hostile"
    if not folder.exists():
        remember("a.argmap", HERE, folder=folder)
    keys = ("cursor", "scroll", "panes", "folds")
    only_file(folder).write_text(json.dumps({"format": 1, **dict.fromkeys(keys, value)}))
    found = recall("a.argmap", folder=folder)
    assert all(isinstance(number, int) and number >= 0 for number in (*found.cursor, *found.scroll))
    assert all(isinstance(name, str) for name in (*found.panes, *found.folds))


def test_the_files_left_longest_ago_are_forgotten(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(session, "MOST_FILES", 3)
    for number in range(5):
        remember(f"{number}.argmap", HERE, folder=tmp_path)
        for file in (tmp_path / "sessions").iterdir():
            os.utime(file, ns=(0, file.stat().st_mtime_ns - 10**9))
    known = [number for number in range(5) if recall(f"{number}.argmap", folder=tmp_path) == HERE]
    assert known == [2, 3, 4]


def test_a_folder_that_cannot_be_written_disturbs_nobody(tmp_path: Path) -> None:
    (tmp_path / "sessions").write_text("a file in the folder's place")
    remember("a.argmap", HERE, folder=tmp_path)
    assert recall("a.argmap", folder=tmp_path) == Session()


def test_others_may_not_look_into_it(tmp_path: Path) -> None:
    remember("a.argmap", HERE, folder=tmp_path / "state")
    assert (tmp_path / "state" / "sessions").stat().st_mode & 0o077 == 0


@pytest.mark.skipif(sys.platform != "linux", reason="other platforms have other places")
def test_it_is_kept_in_the_platform_s_place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))
    remember("a.argmap", HERE)
    assert recall("a.argmap") == HERE
    assert only_file(tmp_path / "argmap").exists()
