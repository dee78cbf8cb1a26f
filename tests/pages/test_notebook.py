"""A map as a notebook shows it."""

import base64
import re
import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path

import pytest
from test_page import hostile_map

import argmap
from argmap.model.build import load
from argmap.pages.notebook import notebook_html

TEXT = "map M\nthesis west: Georgia went West\n  because votes: Its voters wanted to\n"


def drawing_in(html: str) -> str:
    found = re.search(r'src="data:image/svg\+xml;base64,([^"]*)"', html)
    assert found
    return base64.b64decode(found[1]).decode()


class Elements(HTMLParser):
    """The elements and attributes of a piece of HTML."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.names: list[str] = []
        self.attributes: set[str] = set()
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.names.append(tag)
        self.attributes |= {name for name, _ in attrs}


def test_a_map_is_shown_as_its_drawing_with_its_outline_below() -> None:
    html = argmap.parse(TEXT)._repr_html_()
    assert html is not None
    assert "Georgia" in drawing_in(html)
    assert Elements(html).names == ["div", "img", "details", "summary", "pre"]
    assert "+ votes" in html


def test_a_wide_map_is_scrolled_rather_than_made_too_small_to_read() -> None:
    reasons = "".join(f"  because r{number}: Reason number {number} of many\n" for number in range(30))
    html = argmap.parse(f"thesis t: T\n{reasons}")._repr_html_()
    assert html is not None
    natural = re.search(r'width="([0-9.]+)pt"', drawing_in(html))
    shown = re.search(r"min-width: ([0-9]+)pt", html)
    assert natural
    assert shown
    assert float(shown[1]) == pytest.approx(0.6 * float(natural[1]), abs=1)


def test_the_errors_of_a_map_stand_above_its_drawing() -> None:
    html = argmap.parse(TEXT + "  becuse x\n")._repr_html_()
    assert html is not None
    assert html.index("“becuse” is no keyword") < html.index("<img")
    assert "Georgia" in drawing_in(html)


def test_a_map_alone_is_one_element_of_svg() -> None:
    svg = argmap.parse(TEXT)._repr_svg_()
    assert svg is not None
    assert svg.startswith("<svg")
    assert svg.rstrip().endswith("</svg>")


def test_no_text_of_a_map_becomes_markup() -> None:
    broken = 'thesis a: <script>1</script>\n  becuse "><img src=x onerror=alert(1)>\n'
    for argument_map in (argmap.parse(hostile_map()), argmap.parse(broken, name="</pre><script>.argmap")):
        elements = Elements(notebook_html(argument_map))
        assert set(elements.names) == {"div", "img", "details", "summary", "pre"}
        assert elements.names.count("img") == 1
        assert elements.attributes == {"alt", "src", "style"}


def test_an_empty_map_is_shown_with_what_to_write() -> None:
    html = argmap.parse("")._repr_html_()
    assert html is not None
    assert "there is no map here yet" in html


def test_what_cannot_be_drawn_is_shown_as_text(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    dot = tmp_path / "dot"
    dot.write_text("#!/bin/sh\necho no luck >&2\nexit 1\n")
    dot.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr("sysconfig.get_path", lambda *_, **__: str(tmp_path / "none"))
    monkeypatch.setattr(sys, "executable", str(tmp_path / "none" / "python"))
    monkeypatch.setattr("importlib.metadata.files", lambda _: [])
    argument_map = argmap.parse(TEXT)
    assert argument_map._repr_svg_() is None
    html = argument_map._repr_html_()
    assert html is not None
    assert Elements(html).names == ["p", "pre"]
    assert "The map was not drawn: dot failed" in html
    assert "Its voters wanted to" in html


def test_a_map_that_nobody_reached_through_the_package_has_no_display_and_nothing_is_imported() -> None:
    program = (
        "import sys\n"
        "from argmap.model.build import parse\n"
        "assert parse('claim a')._repr_html_() is None\n"
        "import argmap\n"
        "argument_map = argmap.parse('claim a')\n"
        "assert not [name for name in sys.modules if name.startswith(('argmap.drawing', 'argmap.pages'))]\n"
        "assert argument_map._repr_html_().startswith('<div')\n"
    )
    subprocess.run([sys.executable, "-c", program], check=True, timeout=60)


def test_maps_from_a_file_are_shown_too(tmp_path: Path) -> None:
    path = tmp_path / "m.argmap"
    path.write_text(TEXT)
    assert argmap.load(path)._repr_html_() == load(path)._repr_html_()
