import json
import re
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from argmap.cli.entry import commands

TEXT = "map M\nsection First part\nthesis t: T\n  because r: R\nsection Second part\nclaim c: C\n"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("m.argmap").write_text(TEXT)


def export(*arguments: str) -> Result:
    return CliRunner().invoke(commands, ["export", *arguments])


@pytest.mark.parametrize(
    ("name", "start"),
    [
        ("a.svg", b"<?xml"),
        ("a.PDF", b"%PDF-"),
        ("a.png", b"\x89PNG"),
        ("a.dot", b"digraph"),
        ("a.html", b"<!doctype html>"),
    ],
)
def test_the_suffix_says_what_is_written(name: str, start: bytes) -> None:
    done = export("m.argmap", "-o", name)
    assert (done.exit_code, done.output) == (0, "")
    assert Path(name).read_bytes().startswith(start)


NOTHING = (
    "argmap: there is nothing to draw yet: the map has no claims; begin with a line such as "
    "`thesis Russia prefers Turkish buy-in`\n"
)


@pytest.mark.parametrize("name", ["a.svg", "a.pdf", "a.html", "a.md"])
def test_of_a_map_without_claims_the_export_says_so(name: str) -> None:
    Path("m.argmap").write_text("map Not begun\n")
    done = export("m.argmap", "-o", name, *(["--handout"] if name == "a.md" else []))
    assert (done.exit_code, done.output) == (0, NOTHING)
    if name != "a.pdf":
        assert "There are no claims here yet." in Path(name).read_text()


def test_of_an_empty_file_the_error_says_it_alone() -> None:
    Path("m.argmap").write_text("")
    done = export("m.argmap", "-o", "a.svg")
    assert done.exit_code == 1
    assert "there is no map here yet" in done.stderr
    assert "nothing to draw" not in done.stderr
    assert "There are no claims here yet." in Path("a.svg").read_text()


def test_a_map_without_claims_is_data_all_the_same() -> None:
    Path("m.argmap").write_text("map Not begun\n")
    assert export("m.argmap", "-o", "a.json").output == ""


def test_dots_an_inch_make_a_picture_larger_and_nothing_else_takes_them() -> None:
    for dpi in ("50", "200"):
        assert export("m.argmap", "-o", f"{dpi}.png", "--dpi", dpi).exit_code == 0
    assert Path("200.png").stat().st_size > Path("50.png").stat().st_size
    done = export("m.argmap", "-o", "a.svg", "--dpi", "50")
    assert done.exit_code == 2
    assert "png only" in done.stderr


def test_json_is_written_and_goes_to_standard_output() -> None:
    assert export("m.argmap", "-o", "a.json").exit_code == 0
    assert json.loads(Path("a.json").read_text())["title"] == "M"
    done = export("m.argmap", "-o", "-", "--to", "json")
    assert done.stdout == Path("a.json").read_text()


def test_a_format_that_is_named_counts_before_the_suffix() -> None:
    assert export("m.argmap", "-o", "a.txt", "--to", "dot").exit_code == 0
    assert Path("a.txt").read_text().startswith("digraph")


def test_a_focus_and_a_depth_are_drawn_with_what_they_hide() -> None:
    below = "  because r: R\n    because s: S\n      because u: U\n  but o: O\n"
    Path("d.argmap").write_text(f"thesis t: T\n{below}claim c: C\n  because @t\n")
    assert export("d.argmap", "-o", "a.svg", "--focus", "@t", "--depth", "1").exit_code == 0
    drawing = Path("a.svg").read_text()
    assert 'id="claim-r"' in drawing
    assert 'id="claim-s"' not in drawing
    assert "▼\u00a02 more claims" in drawing
    assert "▲\u00a0used elsewhere" in drawing
    assert export("d.argmap", "-o", "b.json", "--collapse", "r", "--only", "support").exit_code == 0
    assert list(json.loads(Path("b.json").read_text())["claims"]) == ["t", "r", "c"]


def test_a_claim_or_tag_that_is_not_there_is_named() -> None:
    done = export("m.argmap", "-o", "a.svg", "--focus", "tt")
    assert done.exit_code == 2
    assert "no claim is labelled tt" in done.stderr
    assert "the map has no tags" in export("m.argmap", "-o", "a.svg", "--tag", "x").stderr
    assert not Path("a.svg").exists()


def test_a_section_is_chosen_by_its_title_whatever_its_capitals() -> None:
    assert export("m.argmap", "-o", "a.json", "--section", "second PART").exit_code == 0
    assert list(json.loads(Path("a.json").read_text())["claims"]) == ["c"]
    done = export("m.argmap", "-o", "b.json", "--section", "secnd part")
    assert done.exit_code == 2
    assert "did you mean Second part?" in done.stderr
    assert (
        "the sections are: First part; Second part"
        in export("m.argmap", "-o", "b.json", "--section", "xyz").stderr
    )
    assert not Path("b.json").exists()


def test_a_map_with_errors_is_written_with_its_messages_beside() -> None:
    Path("wrong.argmap").write_text("thesis t: T\n  because @nowhere\n  because R\n")
    done = export("wrong.argmap", "-o", "a.dot")
    assert done.exit_code == 1
    assert done.stderr.startswith("wrong.argmap:2:")
    assert Path("a.dot").exists()


@pytest.mark.parametrize(
    ("output", "words"),
    [
        ("a.doc", ".doc is no suffix that we write; use one of .svg, .pdf, .png, .dot, .html, .json"),
        ("a", "a has no suffix"),
        ("-", "say with --to"),
        ("no/a.json", "there is no folder no"),
        (".", ". is a folder: say with --to what to write"),
    ],
)
def test_an_output_that_cannot_be_is_said(output: str, words: str) -> None:
    done = export("m.argmap", "-o", output)
    assert done.exit_code == 2
    assert words in done.stderr


def test_an_older_file_stays_when_the_map_is_missing() -> None:
    Path("a.svg").write_text("old")
    assert export("gone.argmap", "-o", "a.svg").exit_code == 2
    assert Path("a.svg").read_text() == "old"


def test_a_drawing_that_fails_is_a_message_and_the_older_file_stays(monkeypatch: pytest.MonkeyPatch) -> None:
    from argmap.drawing import export as drawing
    from argmap.drawing.engine import DrawingError

    def fail(*_: object, **__: object) -> bytes:
        raise DrawingError("the engine is not there")

    monkeypatch.setattr(drawing, "draw", fail)
    Path("a.svg").write_text("old")
    done = export("m.argmap", "-o", "a.svg")
    assert done.exit_code == 2
    assert done.stderr == "argmap: the map was not drawn: the engine is not there\n"
    assert Path("a.svg").read_text() == "old"


def test_characters_that_our_font_lacks_are_named(tmp_path: Path) -> None:
    path = tmp_path / "m.argmap"
    path.write_text("thesis 北京不同意\n  because Türkiye bunu istemiyor\n", encoding="utf-8")
    drawn = CliRunner().invoke(commands, ["export", str(path), "-o", str(tmp_path / "m.pdf")])
    assert drawn.exit_code == 0
    assert "“北京不同意” is not in the font" in drawn.stderr
    plain = CliRunner().invoke(commands, ["export", str(path), "-o", str(tmp_path / "m.svg")])
    assert plain.stderr == ""


def test_a_drawing_never_takes_the_place_of_the_map() -> None:
    drawn = export("m.argmap", "-o", "./m.argmap", "--to", "svg")
    assert drawn.exit_code == 2
    assert "is a file of the map itself" in drawn.stderr
    assert Path("m.argmap").read_text() == TEXT


REFUTED = """\
thesis t: T
  but o: O {very likely, strong}
  because r: R
review mira: Mira
  reject @o: no
"""


def classes(name: str) -> list[str]:
    """The role of every card, and its standing where it shows one, sorted."""
    return sorted(re.findall(r'class="node claim ([a-z ]+)"', Path(name).read_text()))


def test_standing_is_judged_on_the_map_s_own_terms() -> None:
    Path("r.argmap").write_text(REFUTED)
    assert export("r.argmap", "-o", "a.svg", "--standing").exit_code == 0
    assert classes("a.svg") == ["objection stands", "reason stands", "thesis falls"]


def test_standing_counts_the_verdicts_of_a_reader_who_is_named() -> None:
    Path("r.argmap").write_text(REFUTED)
    assert export("r.argmap", "-o", "a.svg", "--standing", "--review", "mira").exit_code == 0
    assert classes("a.svg") == ["objection falls", "reason stands", "thesis stands"]
    assert "Judged with the verdicts of mira" in Path("a.svg").read_text()


def test_a_page_has_the_standing_always_and_shows_it_when_it_is_asked_for() -> None:
    Path("r.argmap").write_text(REFUTED)
    assert export("r.argmap", "-o", "a.html", "--review", "mira").exit_code == 0
    page = Path("a.html").read_text()
    assert 'data-standing="false"' in page
    assert "Judged with the verdicts of mira" in page
    assert '<p class="standing falls"><b>Falls</b> mira rejects it</p>' in page
    assert export("r.argmap", "-o", "a.html", "--standing").exit_code == 0
    assert 'data-standing="true"' in Path("a.html").read_text()


def test_a_page_of_a_section_keeps_the_standing_of_the_whole_map() -> None:
    Path("r.argmap").write_text(
        "section One\nthesis t: T\n  because r: R\nsection Two\nclaim o: O\n  but p: P {strong}\n"
        "section Three\nclaim r2: R2\n  but @o\n"
    )
    assert export("r.argmap", "-o", "a.html", "--section", "Three").exit_code == 0
    assert '"claim-o":{"section":"section-two","standing":"falls"}' in Path("a.html").read_text()


def test_standing_is_left_out_unless_it_is_asked_for() -> None:
    Path("r.argmap").write_text(REFUTED)
    assert export("r.argmap", "-o", "a.svg").exit_code == 0
    assert classes("a.svg") == ["objection", "reason", "thesis"]


def test_a_section_shows_the_standing_that_its_claims_have_in_the_whole_map() -> None:
    Path("r.argmap").write_text(
        "section One\nthesis t: T\n  because r: R\nsection Two\nclaim o: O\n  but p: P {strong}\n"
        "section Three\nclaim r2: R2\n  but @o\n"
    )
    assert export("r.argmap", "-o", "a.svg", "--standing", "--section", "Three").exit_code == 0
    assert classes("a.svg") == ["claim stands", "objection falls"]


def test_a_reader_whom_the_map_does_not_know_is_named() -> None:
    Path("r.argmap").write_text(REFUTED)
    done = export("r.argmap", "-o", "a.svg", "--standing", "--review", "bob")
    assert (done.exit_code, done.stderr) == (2, "argmap: no review by bob; the map has reviews by mira\n")
    assert not Path("a.svg").exists()


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("-o", "a.svg", "--review", "mira"), "add --standing or --strength"),
        (("-o", "a.json", "--standing"), "--standing counts for pictures only, not for json"),
        (("-o", "a.json", "--review", "mira"), "--review counts for pictures only, not for json"),
    ],
)
def test_a_judgement_that_could_not_be_shown_is_refused(arguments: tuple[str, ...], said: str) -> None:
    done = export("m.argmap", *arguments)
    assert done.exit_code == 2
    assert said in done.stderr


def test_the_help_says_what_belongs_together() -> None:
    shown = export("--help").output
    options, rest = shown.partition("Options:")[2].split("Appearance:")
    appearance, judgement = rest.split("Judgement:")
    assert "--output" in options
    assert "--look" in appearance
    assert "FILE" not in options
    assert "--standing" in judgement
    assert "--review NAME" in judgement


def test_a_map_is_drawn_in_the_look_and_direction_that_are_asked_for() -> None:
    assert (
        export("m.argmap", "-o", "a.dot", "--look", "plain", "--dark", "--direction", "left").exit_code == 0
    )
    drawn = Path("a.dot").read_text()
    assert "rankdir=RL" in drawn
    assert 'bgcolor="#16181C"' in drawn


def test_elbows_are_cards_in_a_tree_and_no_levels() -> None:
    one = export("m.argmap", "-o", "a.svg", "--look", "elbows")
    other = export("m.argmap", "-o", "b.svg", "--layout", "tidy")
    assert (one.exit_code, other.exit_code) == (0, 0)
    assert Path("a.svg").read_bytes() == Path("b.svg").read_bytes()
    refused = export("m.argmap", "-o", "a.svg", "--look", "elbows", "--layout", "dot")
    assert refused.exit_code == 2
    assert "--look elbows draws trees, which --layout dot does not" in refused.stderr


def test_dot_has_places_only_where_the_tidy_layout_is_asked_for() -> None:
    export("m.argmap", "-o", "a.dot")
    export("m.argmap", "-o", "b.dot", "--layout", "tidy")
    assert "pos=" not in Path("a.dot").read_text(encoding="utf-8")
    assert "pos=" in Path("b.dot").read_text(encoding="utf-8")


def test_the_print_look_is_not_drawn_dark() -> None:
    done = export("m.argmap", "-o", "a.svg", "--look", "print", "--dark")
    assert done.exit_code == 2
    assert "print look is black on white" in done.stderr
    assert not Path("a.svg").exists()


def test_a_theme_of_one_s_own_lies_over_the_look() -> None:
    Path("mine.toml").write_text('sheet = "#FFFFF0"\n')
    done = export("m.argmap", "-o", "a.dot", "--theme", "mine.toml", "--look", "print")
    assert (done.exit_code, done.stderr) == (0, "")
    assert 'bgcolor="#FFFFF0"' in Path("a.dot").read_text()
    assert "#0072B2" not in Path("a.dot").read_text()


@pytest.mark.parametrize(
    ("theme", "said"),
    [
        ('inkk = "#000000"', "the theme mine.toml: no theme has “inkk”; did you mean ink?"),
        ('ink = "blue"', "the theme mine.toml: ink is “blue”, which is no colour"),
        ("ink", "the theme mine.toml: this is not TOML"),
        (None, "the theme mine.toml: cannot be read: there is no such file or folder"),
    ],
)
def test_a_theme_that_cannot_be_used_is_said_and_nothing_is_drawn(theme: str | None, said: str) -> None:
    if theme is not None:
        Path("mine.toml").write_text(theme)
    done = export("m.argmap", "-o", "a.svg", "--theme", "mine.toml")
    assert done.exit_code == 2
    assert done.stderr.startswith(f"argmap: {said}")
    assert not Path("a.svg").exists()


def test_a_font_that_the_machine_lacks_is_named_where_it_would_be_needed() -> None:
    Path("mine.toml").write_text('font = "No Such Font"\n')
    assert export("m.argmap", "-o", "a.svg", "--theme", "mine.toml").stderr == ""
    assert "'No Such Font', Arial" in Path("a.svg").read_text()
    done = export("m.argmap", "-o", "a.png", "--theme", "mine.toml")
    assert done.exit_code == 0
    assert "the font No Such Font is not on this machine" in done.stderr


def test_a_theme_that_is_hard_to_read_is_drawn_and_said_to_be() -> None:
    Path("mine.toml").write_text('muted = "#CCCCCC"\n')
    done = export("m.argmap", "-o", "a.svg", "--theme", "mine.toml")
    assert done.exit_code == 0
    assert "the theme mine.toml: muted #CCCCCC on card_fill #FFFFFF is hard to read" in done.stderr
    assert Path("a.svg").exists()


def test_strengths_are_shown_and_count_the_verdicts_of_a_reader() -> None:
    Path("r.argmap").write_text(REFUTED)
    assert export("r.argmap", "-o", "a.svg", "--strength", "--review", "mira").exit_code == 0
    drawn = Path("a.svg").read_text()
    assert "o, objection, very likely, strength 0.00: O" in drawn
    assert "Strength is a score between claims of one map, not a probability." in drawn
    assert "Judged with the verdicts of mira" in drawn


def test_notes_legend_and_title_are_as_asked_for() -> None:
    Path("n.argmap").write_text("map M\nthesis t: T\n  because r: R\n    note Look closer.\n")
    assert export("n.argmap", "-o", "a.svg", "--notes", "--no-legend", "--title", "Sheet 1").exit_code == 0
    drawn = Path("a.svg").read_text()
    assert "Note: Look closer." in drawn
    assert "Sheet 1" in drawn
    assert "supports" not in drawn
    assert export("n.argmap", "-o", "b.svg", "--legend").exit_code == 0
    assert "supports" in Path("b.svg").read_text()
    assert "Look closer" not in Path("b.svg").read_text()


@pytest.mark.parametrize(
    "arguments",
    [
        ("--look", "plain"),
        ("--dark",),
        ("--theme", "x.toml"),
        ("--direction", "up"),
        ("--title", ""),
        ("--legend",),
        ("--no-legend",),
        ("--notes",),
        ("--strength",),
    ],
)
def test_data_take_no_option_of_pictures(arguments: tuple[str, ...]) -> None:
    done = export("m.argmap", "-o", "a.json", *arguments)
    assert done.exit_code == 2
    assert f"{arguments[0]} counts for pictures only, not for json" in done.stderr


def test_the_page_is_drawn_as_asked_for_and_marks_what_is_cut() -> None:
    Path("p.argmap").write_text("thesis t: T\n  because r: R\n    because q: Q\n")
    done = export(
        "p.argmap", "-o", "a.html", "--depth", "1", "--direction", "right", "--title", "Short", "--no-legend"
    )
    assert done.exit_code == 0
    page = Path("a.html").read_text(encoding="utf-8")
    assert "▼\u00a01 more claim" in page
    assert "supports</text>" not in page


def test_the_page_has_the_look_of_cards() -> None:
    done = export("m.argmap", "-o", "a.html", "--look", "plain")
    assert done.exit_code == 2
    assert "the page has the look of cards, not of plain" in done.stderr
