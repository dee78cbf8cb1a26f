import errno
import os
import socket
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from argmap.source import files
from argmap.source.files import (
    NotText,
    UnreadableFile,
    UnwritableFile,
    create_file,
    decode,
    read_file,
    read_text,
    replace_file,
    rewrite_texts,
)


@pytest.fixture
def old(tmp_path: Path) -> Path:
    path = tmp_path / "map.argmap"
    path.write_text("thesis old\n")
    return path


def test_a_text_keeps_its_line_ends_and_is_named_as_given(tmp_path: Path) -> None:
    path = tmp_path / "a.argmap"
    path.write_bytes("tez: İğne\r\nb\rc".encode())
    source = read_text(path)
    assert source.text == "tez: İğne\r\nb\rc"
    assert source.name == str(path)


def test_a_byte_order_mark_is_no_text_and_is_written_again(tmp_path: Path) -> None:
    path = tmp_path / "a.argmap"
    path.write_bytes(b"\xef\xbb\xbfclaim a\n")
    file = read_file(path)
    assert file.source.text == "claim a\n"
    assert file.encode("claim b\n") == b"\xef\xbb\xbfclaim b\n"
    assert decode(b"x", "a").encode("y") == b"y"


@pytest.mark.parametrize(
    ("data", "byte", "line", "words"),
    [
        ("a\nİ".encode("cp1254"), 2, 2, "1254 for Turkish"),
        ("a\n“İ”".encode("cp1254"), 2, 2, "Windows encoding"),
        ("claim a\n".encode("utf-16"), 0, 1, "looks like UTF-16"),
        ("claim a\n".encode("utf-16-be"), 0, 1, "may be UTF-16"),
        (b"\x89PNG\r\n\x1a\n" + b"\x00" * 4 + b"abcdefghijklmnop", 0, 1, "binary"),
        (b"claim a\nclaim \x00b and more words", 14, 2, "binary"),
        (b"\xef\xbb\xbfclaim \xff", 9, 1, "save it as UTF-8"),
    ],
)
def test_bytes_that_are_no_text_are_named_with_their_place(
    data: bytes, byte: int, line: int, words: str
) -> None:
    with pytest.raises(NotText) as caught:
        decode(data, "x.argmap")
    assert (caught.value.byte, caught.value.line) == (byte, line)
    assert words in str(caught.value)
    assert str(caught.value).startswith("x.argmap: line ")


def test_a_folder_a_missing_file_and_a_bad_name_are_said_plainly(tmp_path: Path) -> None:
    for path, words in [
        (tmp_path, "is a folder"),
        (tmp_path / "no", "no such file"),
        (tmp_path / "no" / "such", "no such file"),
        ("a\0b", "NUL"),
    ]:
        with pytest.raises(UnreadableFile, match=words):
            read_text(path)


def test_pipes_sockets_and_devices_are_refused_without_waiting(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    with pytest.raises(UnreadableFile, match="is a pipe"):
        read_text(pipe)
    with pytest.raises(UnwritableFile, match="is a pipe"):
        replace_file(pipe, b"x")
    assert stat.S_ISFIFO(pipe.stat().st_mode)
    with pytest.raises(UnreadableFile, match="is a device"):
        read_text("/dev/zero")
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind(str(tmp_path / "socket"))
        with pytest.raises(UnreadableFile, match="is a socket"):
            read_text(tmp_path / "socket")


def test_a_file_above_the_limit_is_refused(old: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "SIZE_LIMIT", 5)
    with pytest.raises(UnreadableFile, match="larger than"):
        read_text(old)


def test_a_circle_of_links_is_said_plainly(tmp_path: Path) -> None:
    (tmp_path / "a").symlink_to(tmp_path / "b")
    (tmp_path / "b").symlink_to(tmp_path / "a")
    with pytest.raises(UnreadableFile, match="in a circle"):
        read_text(tmp_path / "a")


def test_replacing_keeps_the_mode_and_leaves_nothing_beside(old: Path) -> None:
    old.chmod(0o640)
    replace_file(old, b"thesis new\n")
    assert old.read_bytes() == b"thesis new\n"
    assert stat.S_IMODE(old.stat().st_mode) == 0o640
    assert list(old.parent.iterdir()) == [old]


def test_a_new_file_has_the_mode_that_the_system_gives_new_files(tmp_path: Path) -> None:
    (tmp_path / "plain").write_text("")
    replace_file(tmp_path / "new", b"x")
    assert (tmp_path / "new").stat().st_mode == (tmp_path / "plain").stat().st_mode


def test_a_link_stays_a_link_to_the_file_replaced(old: Path) -> None:
    link = old.parent / "link"
    link.symlink_to(old.name)
    replace_file(link, b"new")
    assert link.is_symlink()
    assert old.read_bytes() == b"new"


def test_a_device_is_written_to_and_never_replaced() -> None:
    replace_file("/dev/null", b"x")
    assert stat.S_ISCHR(Path("/dev/null").stat().st_mode)
    with pytest.raises(UnwritableFile, match="disk is full"):
        replace_file("/dev/full", b"x")


def test_a_link_to_a_pipe_is_refused_as_the_pipe_it_is() -> None:
    reading, writing = os.pipe()
    with pytest.raises(UnwritableFile, match="is a pipe"):
        replace_file(f"/dev/fd/{writing}", b"x")
    os.close(reading)
    os.close(writing)


def test_a_link_to_nothing_makes_the_file_it_names(tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(tmp_path / "target")
    replace_file(tmp_path / "link", b"x")
    assert (tmp_path / "target").read_bytes() == b"x"
    assert (tmp_path / "link").is_symlink()


def test_a_folder_or_a_missing_folder_cannot_be_written(tmp_path: Path) -> None:
    with pytest.raises(UnwritableFile, match="is a folder"):
        replace_file(tmp_path, b"x")
    with pytest.raises(UnwritableFile, match="there is no folder"):
        replace_file(tmp_path / "no" / "a.svg", b"x")


def test_an_older_file_is_whole_after_the_disk_filled_up(old: Path) -> None:
    program = (
        "import resource, sys\n"
        "from argmap.source.files import UnwritableFile, replace_file\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))\n"
        "try:\n"
        "    replace_file(sys.argv[1], b'x' * 5000)\n"
        "except UnwritableFile as problem:\n"
        "    print(problem)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, str(old)], capture_output=True, text=True, check=True, timeout=30
    )
    assert "would be larger than the system allows" in done.stdout
    assert old.read_text() == "thesis old\n"
    assert list(old.parent.iterdir()) == [old]


def test_an_older_file_is_whole_when_the_last_step_fails(old: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise OSError(errno.EIO, "input/output error")

    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(UnwritableFile, match="reports a fault"):
        replace_file(old, b"new")
    assert old.read_text() == "thesis old\n"
    assert list(old.parent.iterdir()) == [old]


def test_creating_never_overwrites(old: Path) -> None:
    with pytest.raises(UnwritableFile, match="there already"):
        create_file(old, b"new")
    assert old.read_text() == "thesis old\n"
    create_file(old.parent / "other", b"new")
    assert (old.parent / "other").read_bytes() == b"new"


def test_texts_are_rewritten_with_their_byte_order_marks(old: Path) -> None:
    other = old.with_name("other.argmap")
    other.write_bytes(b"\xef\xbb\xbfclaim a\r\n")
    rewrite_texts({str(old): ("thesis old\n", "thesis new\n"), str(other): ("claim a\r\n", "claim b\r\n")})
    assert old.read_bytes() == b"thesis new\n"
    assert other.read_bytes() == b"\xef\xbb\xbfclaim b\r\n"


def test_nothing_is_rewritten_when_one_file_has_changed(old: Path) -> None:
    other = old.with_name("other.argmap")
    other.write_text("claim by somebody else\n")
    with pytest.raises(UnwritableFile, match=r"other\.argmap: was changed since it was read"):
        rewrite_texts({str(old): ("thesis old\n", "x"), str(other): ("claim a\n", "y")})
    assert old.read_text() == "thesis old\n"
    assert other.read_text() == "claim by somebody else\n"


def test_what_was_rewritten_is_put_back_when_a_later_file_cannot_be(old: Path) -> None:
    other = old.with_name("other.argmap")
    other.write_text("claim a\n")
    program = (
        "import resource, sys\n"
        "from argmap.source.files import UnwritableFile, rewrite_texts\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))\n"
        "try:\n"
        "    first, second = ('thesis old\\n', 'new'), ('claim a\\n', 'x' * 5000)\n"
        "    rewrite_texts({sys.argv[1]: first, sys.argv[2]: second})\n"
        "except UnwritableFile as problem:\n"
        "    print(problem)\n"
    )
    command = [sys.executable, "-c", program, str(old), str(other)]
    done = subprocess.run(command, capture_output=True, text=True, check=True, timeout=30)
    assert "other.argmap: cannot be written: the file would be larger" in done.stdout
    assert old.read_text() == "thesis old\n"
    assert other.read_text() == "claim a\n"


def test_a_file_that_is_gone_is_not_written_again(old: Path) -> None:
    old.unlink()
    with pytest.raises(UnwritableFile, match="there is no such file"):
        rewrite_texts({str(old): ("thesis old\n", "thesis new\n")})
    assert not old.exists()
