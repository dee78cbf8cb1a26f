from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from argmap.cli.entry import commands

TEXT = (
    "map M\nsection First part\nthesis t: T\n  because r: R\n  unless u: U\nsection Second part\nclaim c: C\n"
)


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("m.argmap").write_text(TEXT)


def handout(*arguments: str) -> Result:
    return CliRunner().invoke(commands, ["export", "m.argmap", "--handout", *arguments])


@pytest.mark.parametrize(("name", "start"), [("a.pdf", b"%PDF-"), ("a.typ", b"#let data"), ("a.md", b"# M")])
def test_the_suffix_says_which_form_is_written(name: str, start: bytes) -> None:
    done = handout("-o", name)
    assert (done.exit_code, done.output) == (0, "")
    assert Path(name).read_bytes().startswith(start)


def test_markdown_shows_a_drawing_that_is_written_beside_it() -> None:
    assert handout("-o", "a b.md").exit_code == 0
    assert "(<a b-diagram.svg>)" in Path("a b.md").read_text()
    assert Path("a b-diagram.svg").read_text().startswith("<?xml")


def test_markdown_on_standard_output_stands_alone() -> None:
    done = handout("-o", "-", "--to", "md")
    assert done.stdout.startswith("# M\n")
    assert "![" not in done.stdout
    assert [path.name for path in Path().iterdir()] == ["m.argmap"]


def test_a_section_has_a_handout_of_its_own() -> None:
    assert handout("-o", "a.md", "--section", "second part").exit_code == 0
    said = Path("a.md").read_text()
    assert "C" in said
    assert "because" not in said


def test_the_judgement_is_shown_on_request() -> None:
    assert handout("-o", "a.md", "--standing").exit_code == 0
    assert "T **[stands]**" in Path("a.md").read_text()


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["-o", "a.png"], "a handout is written as pdf, md or typ, not as png"),
        (["-o", "a.md", "--style", "apa"], "--style counts for .pdf and .typ"),
        (["-o", "a.pdf", "--style", "aap"], "there is no citation style 'aap'; did you mean apa?"),
        (["-o", "a.pdf", "--style", "mine.csl"], "mine.csl: cannot be read"),
        (["-o", "a.pdf", "--review", "x"], "add --standing"),
    ],
)
def test_what_cannot_be_done_is_said(arguments: list[str], said: str) -> None:
    done = handout(*arguments)
    assert done.exit_code == 2
    assert said in done.stderr
    assert not Path("a.pdf").exists()


@pytest.mark.parametrize(
    ("arguments", "said"),
    [(["-o", "a.md"], "add --handout"), (["-o", "a.pdf", "--style", "apa"], "counts for a handout only")],
)
def test_what_only_a_handout_has_asks_for_one(arguments: list[str], said: str) -> None:
    done = CliRunner().invoke(commands, ["export", "m.argmap", *arguments])
    assert done.exit_code == 2
    assert said in done.stderr
