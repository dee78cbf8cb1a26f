"""The looks as they come out of the engines, and themes that users write."""

import re
from collections.abc import Iterator
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st
from test_theme import THEMES

from argmap.drawing.contrast import LEAST, contrast, illegible
from argmap.drawing.dot import to_dot
from argmap.drawing.engine import Engine
from argmap.drawing.export import draw
from argmap.drawing.looks import ThemeError, look_theme, themed
from argmap.drawing.picture import Picture
from argmap.drawing.theme import Theme
from argmap.model.map import ArgumentMap
from maps import argument_map, because, but, claim, evidence, question, section, source, thesis, unless

SVG = "{http://www.w3.org/2000/svg}"
NUMBER = re.compile(r"-?\d+(?:\.\d+)?")


def everything() -> ArgumentMap:
    """Every kind of card and line, some of them in a frame."""
    return argument_map(
        section("A section"),
        source("work", "A work", "Writer, A.", date="1990"),
        question("q", "Which?", "t"),
        thesis("t", "A thesis", "work"),
        thesis("u", "Another thesis"),
        *(claim(label, "", "work", section="a-section") for label in "abc"),
        *map(claim, "defghi"),
        because("t", "a", "b", id="s", strength="weak", scheme="sign", section="a-section"),
        evidence("t", "c"),
        evidence("u", "h", "i", id="e"),
        but("t", "d"),
        unless("s", "e"),
        because("t", "f", strength="conclusive"),
        title="A title",
        author="Somebody",
    )


def judged_picture(theme: Theme) -> Picture:
    return Picture(
        theme=theme,
        standings={"a": "falls", "u": "falls", "f": "open", "t": "open", "d": "stands"},
        strengths=dict.fromkeys("abcdefghitu", 0.4),
    )


def grounds(drawing: ElementTree.Element) -> Iterator[tuple[str, str, str]]:
    """Every text with its colour and that of the last filled shape behind it."""
    filled: list[tuple[float, float, float, float, str]] = []
    for part in drawing.iter():
        name, fill = part.tag.removeprefix(SVG), part.get("fill", "none")
        if name == "text":
            words, x, y = "".join(part.itertext()), float(part.get("x", 0)), float(part.get("y", 0)) - 2
            if part.get("text-anchor", "start") == "start":
                x += float(part.get("textLength", 0)) / 2
            behind = [
                f for left, top, right, bottom, f in filled if left <= x <= right and top <= y <= bottom
            ]
            if words.strip():
                yield words, colour(part.get("fill", "black")), behind[-1]
        elif fill not in ("none", "transparent") and name in ("polygon", "path", "ellipse"):
            filled.append((*extent(part), colour(fill)))


def colour(written: str) -> str:
    """A colour as `#RRGGBB`; Graphviz writes some by their names."""
    return {"white": "#FFFFFF", "black": "#000000"}.get(written, written).upper()


def extent(shape: ElementTree.Element) -> tuple[float, float, float, float]:
    if "cx" in shape.attrib:
        x, y, rx, ry = (float(shape.attrib[name]) for name in ("cx", "cy", "rx", "ry"))
        return x - rx, y - ry, x + rx, y + ry
    numbers = [float(n) for n in NUMBER.findall(shape.get("points") or shape.get("d") or "")]
    xs, ys = numbers[::2], numbers[1::2]
    return min(xs), min(ys), max(xs), max(ys)


@pytest.mark.parametrize("name", THEMES)
def test_every_text_that_is_drawn_can_be_read(engine: Engine, name: str) -> None:
    drawing = ElementTree.fromstring(draw(everything(), "svg", picture=judged_picture(THEMES[name])))
    found = list(grounds(drawing))
    assert {"+", "A title", "A section", "0.40", "sign"} <= {words.strip("\u00a0 ") for words, *_ in found}
    assert [entry for entry in found if contrast(entry[1], entry[2]) < LEAST] == []


def test_the_print_look_has_no_colour(engine: Engine) -> None:
    drawing = draw(everything(), "svg", picture=judged_picture(THEMES["print"])).decode()
    colours = set(re.findall(r"#[0-9a-fA-F]{6}", drawing))
    assert all(len({written[1:3], written[3:5], written[5:7]}) == 1 for written in colours)


def test_the_edges_of_printed_cards_are_drawn_as_their_lines(engine: Engine) -> None:
    drawing = ElementTree.fromstring(draw(everything(), "svg", picture=Picture(theme=THEMES["print"])))

    def dashes(label: str) -> set[str]:
        (card,) = (part for part in drawing.iter(f"{SVG}g") if part.get("id") == f"claim-{label}")
        return {shape.get("stroke-dasharray", "") for shape in card.iter() if shape.get("stroke-dasharray")}

    assert dashes("f") == dashes("c") == set()
    assert len(dashes("d")) == len(dashes("e")) == 1
    assert dashes("d") != dashes("e")


def test_a_dark_sheet_covers_the_drawing_to_its_edges(engine: Engine) -> None:
    drawing = ElementTree.fromstring(draw(everything(), "svg", picture=Picture(theme=look_theme(dark=True))))
    (ground,) = drawing.iter(f"{SVG}rect")
    size = drawing.attrib["viewBox"].split()[2:]
    assert [ground.get("width"), ground.get("height")] == size
    assert [f"{side}pt" for side in size] == [drawing.get("width"), drawing.get("height")]
    assert ground.get("fill") == look_theme(dark=True).sheet


def test_the_print_look_is_never_dark() -> None:
    with pytest.raises(ThemeError, match="print look is black on white"):
        look_theme("print", dark=True)


def test_a_theme_changes_what_it_names_and_nothing_else() -> None:
    cards = look_theme()
    mine = themed(cards, 'ink = "#00007f"\n[colours]\nattack = "#990000"\n[widths]\nstrong = 3\n')
    assert (mine.ink, mine.colours["attack"], mine.widths["strong"]) == ("#00007f", "#990000", 3.0)
    assert (mine.muted, mine.colours["support"], mine.widths["weak"]) == (
        cards.muted,
        cards.colours["support"],
        cards.widths["weak"],
    )


def test_a_theme_changes_one_thing_of_a_line() -> None:
    mine = themed(look_theme(), '[lines]\nundercut = { head = "odot" }\n')
    assert (mine.lines["undercut"].head, mine.lines["undercut"].style) == ("odot", "dotted")


def test_an_empty_theme_is_the_look_itself() -> None:
    assert themed(look_theme("plain"), "") == look_theme("plain")


def test_a_font_of_one_s_own_is_asked_for_first_and_changes_no_layout(engine: Engine) -> None:
    mine = themed(look_theme(), 'font = "Times New Roman"')
    usual, own = (draw(everything(), "svg", picture=Picture(theme=theme)) for theme in (look_theme(), mine))
    assert to_dot(everything(), Picture(theme=mine)) == to_dot(everything())
    assert own.replace(b"'Times New Roman', Arial", b"Arial") == usual


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('inkk = "#000000"', "no theme has “inkk”; did you mean ink?"),
        ('[colours]\nattak = "#000000"', "no theme has “colours.attak”; did you mean colours.attack?"),
        ('ink = "redd"', "ink is “redd”, which is no colour: write it as \"#RRGGBB\""),
        ('ink = "#12345"', "ink is “#12345”, which is no colour"),
        ("ink = 3", "ink is “3”, which is no colour"),
        ('[colours]\nattack = "red\\", image=\\"x"', "colours.attack is “red"),
        ('font = "A\' onload=\'x"', "which is no name of a font"),
        ('font = "url(x)"', "which is no name of a font"),
        ("size = 11.5", "size is “11.5”; write a whole number of 5 to 40"),
        ("size = true", "size is “true”; write a whole number"),
        ("size = 4000", "whole number of 5 to 40"),
        ("[widths]\nweak = 0", "widths.weak is “0”; write a number of 0.2 to 12"),
        ("[widths]\nweak = nan", "write a number of 0.2 to 12"),
        ('colours = "#000000"', "colours is “#000000”, where a table is expected"),
        ('[lines]\nattack = { head = "vee" }', "lines.attack.head is “vee”; it can be normal"),
        ('[bars]\nattack = "wavy"', "bars.attack is “wavy”; it can be block"),
        ("ink = ", "this is not TOML: Invalid value (at "),
        ('ink = "a\\u001b[31m"', "ink is “a"),
    ],
)  # fmt: skip
def test_what_no_theme_can_say_is_named(text: str, said: str) -> None:
    with pytest.raises(ThemeError) as raised:
        themed(look_theme(), text)
    assert said in str(raised.value)
    assert "\x1b" not in str(raised.value)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("size = 0x" + "f" * 9_000, "size is a very large number; write a whole number of 5 to 40"),
        ("size = " + "9" * 9_000, "this is not TOML"),
        ("ink = " + "[" * 9_000, "nested too deeply"),
    ],
    ids=["hexadecimal", "decimal", "nested"],
)
def test_a_theme_beyond_all_measure_is_a_message(text: str, said: str) -> None:
    with pytest.raises(ThemeError, match=said):
        themed(look_theme(), text)


@given(st.text(max_size=40))
def test_no_text_of_a_theme_reaches_a_drawing_unchecked(text: str) -> None:
    written = "".join(
        f"\\U{ord(character):08x}" for character in text if not "\ud800" <= character <= "\udfff"
    )
    for key in ("ink", "font"):
        try:
            value = getattr(themed(look_theme(), f'{key} = "{written}"'), key)
        except ThemeError:
            continue
        assert re.fullmatch("#[0-9A-Fa-f]{6}|[A-Za-z0-9 -]+", value)


def test_a_theme_that_is_hard_to_read_is_said_to_be() -> None:
    (said,) = illegible(themed(look_theme(), 'thesis_muted = "#555555"'))
    assert said == (
        "thesis_muted #555555 on thesis_fill #222222 is hard to read: its contrast is 2.1, "
        "and should be 4.5 or more"
    )
