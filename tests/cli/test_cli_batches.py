import os
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from argmap.cli.entry import commands


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("maps/deep").mkdir(parents=True)
    Path("maps/a.argmap").write_text("thesis t: T\n  because r: R\n")
    Path("maps/deep/b.review.argmap").write_text("claim c: C\n")


def export(*arguments: str) -> Result:
    return CliRunner().invoke(commands, ["export", *arguments])


def written(folder: str) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in Path(folder).rglob("*") if path.is_file())


def test_every_map_of_a_folder_is_written_in_every_form_under_its_own_name() -> None:
    done = export("maps", "-o", "out/", "--to", "dot,json")
    assert done.exit_code == 0
    assert done.stderr == "4 files are written to out/\n"
    assert written("out") == ["a.dot", "a.json", "deep/b.review.dot", "deep/b.review.json"]


def test_one_map_takes_several_forms_into_a_folder() -> None:
    assert export("maps/a.argmap", "-o", "out/", "--to", "json,dot").exit_code == 0
    assert written("out") == ["a.dot", "a.json"]
    done = export("maps/a.argmap", "-o", "a.dot", "--to", "json,dot")
    assert done.exit_code == 2
    assert "name a folder with -o" in done.stderr


def test_a_batch_writes_what_a_single_export_writes() -> None:
    assert export("maps", "-o", "out", "--to", "svg").exit_code == 0
    assert export("maps/a.argmap", "-o", "a.svg").exit_code == 0
    assert Path("out/a.svg").read_bytes() == Path("a.svg").read_bytes()


def test_a_map_with_errors_is_written_and_told_and_the_status_is_1() -> None:
    Path("maps/c.argmap").write_text("thesis t: T\n  becuase r: R\n")
    done = export("maps", "-o", "out/", "--to", "dot")
    assert done.exit_code == 1
    assert "did you mean because?" in done.stderr
    assert "c.dot" in written("out")


def test_a_map_without_claims_is_named_once_whatever_the_forms() -> None:
    Path("maps/c.argmap").write_text("map Not begun\n")
    done = export("maps", "-o", "out/", "--to", "svg,pdf")
    assert done.exit_code == 0
    assert [line.split("; ")[0] for line in done.stderr.splitlines()] == [
        "argmap: maps/c.argmap: there is nothing to draw yet: the map has no claims",
        "6 files are written to out/",
    ]


def test_what_cannot_be_done_for_one_map_is_said_of_it_and_the_others_are_written() -> None:
    Path("maps/r.argmap").write_text("claim c: C\nreview mira: M\n  accept @c\n")
    done = export("maps", "-o", "out/", "--to", "svg", "--standing", "--review", "mira")
    assert done.exit_code == 2
    assert "argmap: maps/a.argmap: no review by mira" in done.stderr
    assert written("out") == ["r.svg"]


def test_no_export_takes_the_place_of_a_file_that_a_map_is_read_from() -> None:
    Path("maps/a.json").write_text('[{"id": "k", "title": "T", "author": [{"family": "A"}]}]')
    Path("maps/c.argmap").write_text("bibliography a.json\nclaim c: C [@k]\n")
    done = export("maps", "-o", "maps", "--to", "json")
    assert done.exit_code == 2
    assert f"{Path('maps/a.json')} is a file of the map itself" in done.stderr
    assert Path("maps/a.json").read_text().startswith('[{"id"')


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["maps", "-o", "out.svg"], "say with --to what to write"),
        (["maps", "-o", "out.svg", "--to", "svg"], "maps is a folder: name a folder for its maps"),
        (["maps", "-o", "-", "--to", "dot"], "maps is a folder"),
        (["maps", "-o", "out/", "--to", "sgv"], "'sgv' is none of svg, pdf"),
        (["maps", "-o", "out/", "--to", "svg", "--section", "x"], "--section takes one map"),
        (["-", "-o", "out/", "--to", "svg"], "a map from standard input has no name"),
    ],
)
def test_what_does_not_go_together_is_refused(arguments: list[str], said: str) -> None:
    done = export(*arguments)
    assert done.exit_code == 2
    assert said in done.stderr
    assert not os.path.lexists("out")


def test_a_folder_that_cannot_be_made_is_named() -> None:
    Path("out").write_text("")
    done = export("maps", "-o", "out/", "--to", "dot")
    assert done.exit_code == 2
    assert "out: this folder cannot be made" in done.stderr


def test_files_that_cannot_be_read_are_each_named_and_the_maps_are_written() -> None:
    Path("maps/b.argmap").write_bytes("thesis t: İ\n".encode("cp1254"))
    Path("maps/c.argmap").write_bytes(b"\x00\xff")
    done = export("maps", "-o", "out/", "--to", "dot")
    assert done.exit_code == 2
    assert [line.split(":")[1].strip() for line in done.stderr.splitlines()[:2]] == [
        str(Path("maps/b.argmap")),
        str(Path("maps/c.argmap")),
    ]
    assert written("out") == ["a.dot", "deep/b.review.dot"]


def test_a_folder_without_a_readable_map_makes_no_folder() -> None:
    Path("old").mkdir()
    Path("old/b.argmap").write_bytes(b"\x00\xff")
    done = export("old", "-o", "out/", "--to", "dot")
    assert done.exit_code == 2
    assert done.stderr.startswith("argmap: old")
    assert done.stderr.count("\n") == 1
    assert not Path("out").exists()
