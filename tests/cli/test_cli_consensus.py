import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from argmap.cli.entry import commands

MAP = "map M\nthesis t: T\n  because r: R\n  but o: O\n"
ANA = "include m.argmap\nreview ana: First reading\n  accept @r\n  doubt @o: Hm\n"
BOB = "include m.argmap\nreview bob: \n  reject @r\n"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for name, text in [("m", MAP), ("ana", ANA), ("bob", BOB)]:
        Path(f"{name}.argmap").write_text(text)


def consensus(*arguments: str, text: str = "") -> Result:
    return CliRunner().invoke(commands, ["consensus", *arguments], input=text)


def test_reviews_in_files_are_brought_together() -> None:
    done = consensus("m.argmap", "ana.argmap", "bob.argmap")
    assert (done.exit_code, done.stderr) == (0, "")
    assert done.stdout.startswith("Readers: ana (First reading), bob\n")
    assert "   0%  r: R\n       ana  accepts\n       bob  rejects\n" in done.stdout
    assert json.loads(consensus("m.argmap", "ana.argmap", "--json").stdout)["readers"][0]["reader"] == "ana"
    assert consensus("m.argmap", "ana.argmap", "--csv").stdout.splitlines()[1] == "r,R,,ana,accept,,,"


def test_reviews_in_the_map_count_with_and_without_files() -> None:
    Path("m.argmap").write_text(MAP + "review eve: \n  accept @r\n")
    assert consensus("m.argmap").stdout.startswith("Readers: eve\n")
    assert consensus("m.argmap", "bob.argmap").stdout.startswith("Readers: eve, bob\n")
    assert consensus("-", text=MAP + "review joe: \n  accept @r\n").stdout.startswith("Readers: joe\n")


def test_a_file_named_twice_counts_once() -> None:
    done = consensus("m.argmap", "ana.argmap", "ana.argmap", "./ana.argmap")
    assert done.exit_code == 0
    assert done.stdout.startswith("Readers: ana (First reading)\n")


def test_a_file_is_a_review_of_this_map_by_a_reader_of_its_own() -> None:
    Path("other.argmap").write_text("claim x: X\n")
    for name, text, words in [
        ("a", "include other.argmap\nreview a: \n  accept @x\n", "it includes other.argmap"),
        ("b", "review b: \n", "it includes no map that could be read"),
        ("c", "include m.argmap\n", "c.argmap holds no review"),
        ("d", ANA, "ana.argmap and d.argmap both hold a review by ana"),
        ("m", MAP, "m.argmap is the map itself"),
    ]:
        Path(f"{name}.argmap").write_text(text)
        done = consensus("m.argmap", "ana.argmap", f"{name}.argmap")
        assert (done.exit_code, done.stdout) == (2, "")
        assert words in done.stderr


def test_a_reader_in_the_map_and_in_a_file_is_refused() -> None:
    Path("m.argmap").write_text(MAP + "review ana: \n  accept @r\n")
    done = consensus("m.argmap", "ana.argmap")
    assert done.exit_code == 2
    assert "m.argmap and ana.argmap both hold a review by ana" in done.stderr


def test_a_file_that_the_map_includes_needs_no_naming() -> None:
    Path("m.argmap").write_text(MAP + "include ana.argmap\n")
    assert consensus("m.argmap").stdout.startswith("Readers: ana (First reading)\n")
    done = consensus("m.argmap", "ana.argmap")
    assert done.exit_code == 2
    assert "ana.argmap is included by m.argmap" in done.stderr


def test_what_cannot_be_read_is_told_once_and_the_rest_is_shown() -> None:
    Path("m.argmap").write_text(MAP + "becuase x\n")
    Path("bob.argmap").write_text(BOB + "  accept @nowhere\nclaim own: Own\nreview eve: \n  accept @own\n")
    done = consensus("m.argmap", "ana.argmap", "bob.argmap")
    assert done.exit_code == 1
    assert done.stderr.count("L101") == 1
    assert "no claim is labelled nowhere" in done.stderr
    assert "own is not in m.argmap, so what eve says of it is left out" in done.stderr
    assert "bob  rejects" in done.stdout


def test_wrong_uses_are_said() -> None:
    for arguments, words in [
        (("-", "ana.argmap"), "only a map with its reviews"),
        (("m.argmap", "-"), "only a map with its reviews"),
        (("m.argmap", "--json", "--width", "60"), "--width goes with text"),
        (("m.argmap", "anna.argmap"), "did you mean ana.argmap?"),
    ]:
        done = consensus(*arguments)
        assert done.exit_code == 2
        assert words in done.stderr
