"""`argmap diff --git` as git calls it: real git, in a repository of its own."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not shutil.which("git"), reason="there is no git on this machine"),
]

MAP = "include part.argmap\nthesis t: T\n  because @r\n  but o: O\n"
PART = "claim r: Reasons are given\n"


class Repository:
    """A folder under git whose maps are compared by argmap."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def git(self, *arguments: str, within: str = ".") -> str:
        done = subprocess.run(
            ["git", "--no-pager", *arguments],
            cwd=self.folder / within,
            env={**os.environ, "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"},
            capture_output=True,
            text=True,
            check=False,
        )
        assert (done.returncode, done.stderr) == (0, ""), done.stderr
        return done.stdout

    def write(self, name: str, text: str) -> None:
        path = self.folder / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text)


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    made = Repository(tmp_path)
    made.git("init", "-q")
    for key, value in [
        ("user.name", "Ana"),
        ("user.email", "ana@example.org"),
        ("core.autocrlf", "false"),
        ("diff.argmap.command", f"{sys.executable} -m argmap diff --git"),
    ]:
        made.git("config", key, value)
    made.write(".gitattributes", "*.argmap diff=argmap\n")
    made.write("maps/m.argmap", MAP)
    made.write("maps/part.argmap", PART)
    made.git("add", ".")
    made.git("commit", "-qm", "First")
    return made


def test_a_changed_map_is_shown_as_arguments_with_its_includes(repository: Repository) -> None:
    repository.write("maps/m.argmap", MAP.replace("o: O", "o: Others object"))
    expected = "argmap diff maps/m.argmap\nreworded    o: Others object\n              was: O\n\n"
    assert repository.git("diff") == expected
    assert repository.git("diff", within="maps") == expected
    repository.git("commit", "-qam", "Second")
    assert repository.git("log", "-1", "-p", "--ext-diff", "--format=") == expected
    assert repository.git("show", "--ext-diff", "--format=", "HEAD") == expected


def test_what_an_included_file_changed_is_shown_where_git_names_that_file(repository: Repository) -> None:
    repository.write("maps/part.argmap", "claim r: Reasons were given\n")
    assert repository.git("diff") == (
        "argmap diff maps/part.argmap\nreworded    r: Reasons [were] given\n"
        "              was: Reasons [are] given\n\n"
    )


def test_another_layout_is_the_same_argument(repository: Repository) -> None:
    repository.write("maps/part.argmap", "# A comment\n" + PART)
    assert repository.git("diff") == "argmap diff maps/part.argmap\nThe same argument.\n\n"


def test_a_file_that_came_and_a_file_that_went(repository: Repository) -> None:
    repository.write("new.argmap", "claim n: New\n")
    repository.git("add", "-N", "new.argmap")
    assert repository.git("diff") == "argmap diff new.argmap\na new file\nadded       n: New\n\n"
    repository.git("reset", "-q")
    (repository.folder / "maps/part.argmap").unlink()
    shown = repository.git("diff")
    assert "argmap diff maps/part.argmap\nthe file was deleted\nremoved     r: Reasons are given\n" in shown


def test_a_file_that_was_renamed_and_made_executable(repository: Repository) -> None:
    repository.git("mv", "maps/part.argmap", "maps/other.argmap")
    repository.git("update-index", "--chmod=+x", "maps/other.argmap")
    (repository.folder / "maps/other.argmap").chmod(0o755)
    assert repository.git("diff", "-M", "HEAD", "--", "maps") == (
        "argmap diff maps/part.argmap -> maps/other.argmap\nmode 100755, was 100644\nThe same argument.\n\n"
    )


def test_a_file_that_cannot_be_read_is_said_and_does_not_stop_git(repository: Repository) -> None:
    (repository.folder / "maps/m.argmap").write_bytes(b"claim \xff\n")
    repository.write("maps/part.argmap", "claim s: S\n" + PART)
    shown = repository.git("diff")
    assert "argmap diff maps/m.argmap\nnot compared: " in shown
    assert "is not UTF-8 text" in shown
    assert "argmap diff maps/part.argmap\nadded       s: S\n" in shown


def test_a_version_with_errors_says_so_first(repository: Repository) -> None:
    repository.write("maps/part.argmap", PART + "becuase\nclaim s: S\n")
    assert repository.git("diff") == (
        "argmap diff maps/part.argmap\n"
        "the new version has 1 error, and what they spoil is not compared; "
        "the first is maps/part.argmap:2:1: L101 “becuase” is no keyword\n"
        "added       s: S\n\n"
    )


def test_a_map_that_is_not_merged_is_left_to_git(repository: Repository) -> None:
    repository.git("checkout", "-qb", "side")
    repository.write("maps/part.argmap", "claim r: One\n")
    repository.git("commit", "-qam", "One")
    repository.git("checkout", "-q", "-")
    repository.write("maps/part.argmap", "claim r: Two\n")
    repository.git("commit", "-qam", "Two")
    subprocess.run(["git", "merge", "-q", "side"], cwd=repository.folder, capture_output=True, check=False)
    assert "argmap diff maps/part.argmap: not merged yet\n" in repository.git("diff", "--base")


def test_a_link_is_not_read_as_a_map(repository: Repository) -> None:
    (repository.folder / "link.argmap").symlink_to("maps/m.argmap")
    repository.git("add", "link.argmap")
    assert repository.git("diff", "--cached") == (
        "argmap diff link.argmap\nnot compared: a link or another repository, not a file\n"
    )
