"""Pages of the command line: paper and slides, sheets, and steps."""

import re
from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result

from argmap.cli.entry import commands
from argmap.cli.inputs import load_map
from argmap.cli.orders import Order, carry_out, wishes_of

WIDE = "map M\nthesis t: T\n" + "".join(
    f"  because r{n}: Reason {n}\n    because s{n}: Ground {n}\n" for n in range(14)
)


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("m.argmap").write_text(WIDE)
    Path("s.argmap").write_text("map S\nthesis t: T\n  because r: R\n")


def export(*arguments: str) -> Result:
    return CliRunner().invoke(commands, ["export", *arguments])


def files() -> list[str]:
    return sorted(path.name for path in Path().iterdir() if path.suffix != ".argmap")


@pytest.mark.parametrize("form", ["svg", "pdf", "png"])
@pytest.mark.parametrize("page", ["A4", "a3-landscape", "letter", "16:9", "4:3", "fitted"])
def test_every_picture_takes_every_page(form: str, page: str) -> None:
    done = export("s.argmap", "-o", f"a.{form}", "--page", page)
    assert (done.exit_code, done.stderr) == (0, "")
    assert files() == [f"a.{form}"]


def test_a_margin_is_around_the_drawing_also_on_a_fitted_page() -> None:
    for name, arguments in {"a": (), "b": ("--margin", "25.4")}.items():
        assert export("s.argmap", "-o", f"{name}.svg", *arguments).exit_code == 0
    narrow, wide = (
        float(re.search(r'width="([\d.]+)pt"', Path(f"{name}.svg").read_text())[1]) for name in "ab"
    )
    assert wide == pytest.approx(narrow + 144, abs=0.1)


def test_text_too_small_for_the_page_is_told_with_what_helps() -> None:
    done = export("m.argmap", "-o", "a.svg", "--page", "letter-portrait")
    assert done.exit_code == 0
    assert re.match(r"argmap: the text is \d\.\d pt on Letter portrait, and under 6 pt", done.stderr)
    assert "--pages" in done.stderr


def test_sheets_are_pages_of_one_pdf_or_numbered_files() -> None:
    assert export("m.argmap", "-o", "a.pdf", "--pages").exit_code == 0
    assert files() == ["a.pdf"]
    assert export("m.argmap", "-o", "b.svg", "--pages").exit_code == 0
    assert {"b-1.svg", "b-2.svg"} <= set(files())
    assert "b.svg" not in files()
    assert "▼\u00a0sheet\u00a02" in Path("b-1.svg").read_text()


def test_sheets_lead_to_each_others_files() -> None:
    assert export("m.argmap", "-o", "my map.svg", "--pages").exit_code == 0
    assert '<a href="my%20map-2.svg">' in Path("my map-1.svg").read_text()
    assert '<a href="my%20map-1.svg">' in Path("my map-2.svg").read_text()


def test_files_that_a_longer_export_left_are_told_and_kept() -> None:
    for name in ("b-3.svg", "b-5.svg", "b-2.png", "bb-3.svg"):
        Path(name).write_text("kept")
    done = export("s.argmap", "-o", "b.svg", "--steps")
    assert done.exit_code == 0
    assert done.stderr == (
        "argmap: b-3.svg is there from before, and the map now has 2 pages: delete what is left "
        "if it is not wanted\n"
    )
    Path("b-4.svg").write_text("kept")
    done = export("s.argmap", "-o", "b.svg", "--steps")
    assert "b-3.svg to b-5.svg are there from before" in done.stderr
    assert all(Path(name).read_text() == "kept" for name in ("b-3.svg", "b-4.svg", "b-5.svg"))
    assert export("s.argmap", "-o", "b.pdf", "--steps").stderr == ""


def test_steps_are_pages_of_one_pdf_or_numbered_files() -> None:
    assert export("s.argmap", "-o", "a.pdf", "--steps").exit_code == 0
    assert export("s.argmap", "-o", "b.png", "--steps", "--dpi", "50").exit_code == 0
    assert files() == ["a.pdf", "b-1.png", "b-2.png"]


def test_a_part_of_the_map_is_presented_alone() -> None:
    assert export("m.argmap", "-o", "a.svg", "--steps", "--focus", "r1").exit_code == 0
    assert files() == ["a-1.svg", "a-2.svg"]


def test_a_folder_of_maps_takes_pages_too() -> None:
    done = export(".", "-o", "out/", "--to", "svg,pdf", "--steps", "--page", "4:3", "--margin", "5")
    assert done.exit_code == 0
    written = sorted(path.name for path in Path("out").iterdir())
    assert {"m.pdf", "s.pdf", "s-1.svg", "s-2.svg"} <= set(written)
    assert f"{len(written)} files are written" in done.stderr


def test_a_numbered_file_never_takes_the_place_of_the_map() -> None:
    Path("x-2.svg").write_text(Path("s.argmap").read_text())
    done = export("x-2.svg", "-o", "x.svg", "--steps")
    assert done.exit_code == 2
    assert "x-2.svg is a file of the map itself" in done.stderr
    assert "x-1.svg" not in files()


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("a.pdf", "--pages", "--steps"), "give one of them"),
        (("a.pdf", "--pages", "--page", "fitted"), "name one, such as --page a4"),
        (("a.dot", "--page", "a4"), "--page counts for svg, pdf, png only, not for dot"),
        (("a.json", "--steps"), "--steps counts for svg, pdf, png only, not for json"),
        (("a.html", "--pages"), "--pages counts for svg, pdf, png only, not for html"),
        (("a.pdf", "--handout", "--page", "16:9"), "a handout is printed on a4, a3 or letter, not on 16:9"),
        (("a.pdf", "--handout", "--margin", "5"), "--margin counts for pictures only, not for a handout"),
        (("a.pdf", "--handout", "--steps"), "--steps counts for pictures only, not for a handout"),
        (("a.md", "--handout", "--page", "a4"), "Markdown has no pages"),
        (("a.pdf", "--page", "a5"), "'a5' is not one of 'a4'"),
        (("a.pdf", "--margin", "-1"), "is not in the range"),
        (("-", "--to", "svg", "--steps"), "several pages are several files as svg"),
    ],
)
def test_what_does_not_go_together_is_refused(arguments: tuple[str, ...], said: str) -> None:
    done = export("s.argmap", "-o", *arguments)
    assert done.exit_code == 2
    assert said in done.stderr
    assert files() == []


@pytest.mark.parametrize("page", ["a4", "a3", "letter"])
def test_a_handout_is_printed_on_paper(page: str) -> None:
    assert export("s.argmap", "-o", "a.typ", "--handout", "--page", page).exit_code == 0
    assert f'paper: "{"us-letter" if page == "letter" else page}"' in Path("a.typ").read_text()


def test_the_help_has_the_pages_under_a_heading_of_their_own() -> None:
    said = CliRunner().invoke(commands, ["export", "--help"]).stdout
    pages = said[said.index("\nPages:") : said.index("\nAppearance:")]
    assert [option for option in ("--page ", "--margin", "--pages", "--steps") if option in pages] == [
        "--page ",
        "--margin",
        "--pages",
        "--steps",
    ]


def test_a_page_for_a_browser_beside_sheets_is_made_as_ever() -> None:
    """As `argmap watch` makes both, with the options that count for one of them."""
    command = commands.get_command(click.Context(commands), "export")
    assert command is not None
    options = command.make_context("export", ["s.argmap", "-o", "a.html", "--to", "pdf", "--pages"]).params
    wishes, part = wishes_of(**{name: options[name] for name in options.keys() - {"file", "output", "forms"}})
    argument_map = load_map("s.argmap")
    for name, form in {"a.html": "html", "b.pdf": "pdf", "c.dot": "dot"}.items():
        assert carry_out(Order(name, form, wishes, part), argument_map, report=print) == [name]
    assert export("s.argmap", "-o", "d.html").exit_code == 0
    assert Path("a.html").read_bytes() == Path("d.html").read_bytes()
