import codecs
import os
import stat
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from argmap.source.files import NotText, UnreadableFile
from argmap.workspace import opening
from argmap.workspace.opening import Oddity, open_for_editing
from argmap.workspace.saving import Saved, save

ENDS = ["\n", "\r\n", "\r", "\v", "\f", "\x1c", "\x1d", "\x1e", "\x85", "\u2028", "\u2029", "\ufeff"]
CHARACTERS = st.characters(exclude_categories=("Cs",), exclude_characters="\0")
TEXTS = st.lists(st.sampled_from(ENDS) | CHARACTERS).map("".join)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "debate.argmap"


@given(TEXTS, st.booleans())
@example("\ufeffa\r\nb\rc\n\u2028", True)
@example("", True)
def test_opening_and_saving_gives_the_same_bytes(
    tmp_path_factory: pytest.TempPathFactory, text: str, bom: bool
) -> None:
    path = tmp_path_factory.getbasetemp() / "same.argmap"
    data = (codecs.BOM_UTF8 if bom else b"") + text.encode()
    path.write_bytes(data)
    opened = open_for_editing(path)
    assert isinstance(save(path, opened.text, opened.form, since=opened.state), Saved)
    assert path.read_bytes() == data


def test_the_end_of_new_lines_is_the_most_frequent_one(path: Path) -> None:
    path.write_bytes(b"a\r\nb\nc\r\n")
    opened = open_for_editing(path)
    assert (opened.form.line_end, opened.form.mixed) == ("\r\n", True)
    assert opened.notices == (f"{path} mixes line ends (2 CRLF, 1 LF): each stays, and new lines get CRLF",)


def test_equally_frequent_ends_are_decided_by_the_first(path: Path) -> None:
    path.write_bytes(b"a\r\nb\n")
    assert open_for_editing(path).form.line_end == "\r\n"


def test_an_old_file_of_lines_that_all_end_with_cr_is_not_odd(path: Path) -> None:
    path.write_bytes(b"a\rb\r")
    opened = open_for_editing(path)
    assert (opened.form.line_end, opened.form.oddities, opened.notices) == ("\r", (), ())


def test_what_an_editor_could_take_for_a_line_end_is_named_with_its_line(path: Path) -> None:
    path.write_bytes("a\nb\u2028c\u2028\nd\fe\rf\n".encode())
    opened = open_for_editing(path)
    assert set(opened.form.oddities) == {
        Oddity("line separator (U+2028)", 2, 2),
        Oddity("form feed", 1, 3),
        Oddity("carriage return (CR)", 1, 3),
    }
    assert f"{path}, line 2: a line separator (U+2028) and 1 more, kept as it is" in opened.notices


def test_a_missing_file_is_offered_as_a_new_one(path: Path) -> None:
    opened = open_for_editing(path)
    assert (opened.text, opened.state, opened.writable) == ("", None, True)
    assert opened.notices == (f"{path} is new: it is made when you save",)


def test_a_file_in_a_missing_folder_is_not_begun_and_the_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile, match=f"there is no folder {tmp_path / 'no'}"):
        open_for_editing(tmp_path / "no" / "a.argmap")


def test_a_link_to_nowhere_is_a_new_file(tmp_path: Path, path: Path) -> None:
    path.symlink_to(tmp_path / "elsewhere.argmap")
    opened = open_for_editing(path)
    assert opened.state is None
    assert isinstance(save(path, "claim a\n", opened.form, since=None), Saved)
    assert (tmp_path / "elsewhere.argmap").read_text() == "claim a\n"
    assert path.is_symlink()


def test_a_write_protected_file_is_opened_and_its_writer_told(path: Path) -> None:
    path.write_text("claim a\n")
    path.chmod(stat.S_IRUSR)
    opened = open_for_editing(path)
    assert not opened.writable
    assert opened.notices == (f"{path} is write-protected: you can save a copy under another name",)


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"claim a\x00b and more words\n", "binary"),
        ("tez: İ\n".encode("cp1254"), "save it as UTF-8"),
        ("claim a\n".encode("utf-16"), "UTF-16"),
    ],
)
def test_what_is_no_text_is_refused_with_what_it_may_be(path: Path, data: bytes, words: str) -> None:
    path.write_bytes(data)
    with pytest.raises(NotText, match=words):
        open_for_editing(path)


def test_a_folder_and_a_pipe_are_refused_at_once(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile, match="is a folder"):
        open_for_editing(tmp_path)
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(UnreadableFile, match="is a pipe"):
        open_for_editing(tmp_path / "pipe")


def test_an_enormous_file_is_refused_before_it_is_read(path: Path) -> None:
    with path.open("wb") as file:
        file.truncate(opening.EDITING_LIMIT + 1)
    with pytest.raises(UnreadableFile, match=r"too large to be edited \(64 MB; .*`include`"):
        open_for_editing(path)


def test_the_writer_of_a_large_file_is_told(path: Path) -> None:
    path.write_bytes(b"claim a\n" * (opening.LARGE // 8 + 1))
    assert open_for_editing(path).notices == (f"{path} is large (8 MB): keys may lag",)
