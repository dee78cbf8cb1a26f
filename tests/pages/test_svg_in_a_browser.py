"""Exported drawings in Chromium: they are read as XML there, fit whatever font there is, and do nothing."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from test_page import SEMINAR, hostile_map

from argmap.drawing.export import draw
from argmap.model.build import parse

pytestmark = pytest.mark.slow

EXPORTS = sorted((Path(__file__).parents[2] / "exports").glob("*.svg"))
Show = Callable[[Path], Any]


@pytest.fixture
def show(browser: Any) -> Iterator[Show]:
    """Shows a drawing; fails when that asks for anything, or says anything."""
    said: list[str] = []
    pages = []

    def showing(path: Path) -> Any:
        page = browser.new_page()
        pages.append(page)
        for event in ("console", "pageerror", "dialog"):
            page.on(event, lambda what: said.append(str(what)))
        page.on("request", lambda request: said.append(request.url) if request.url != path.as_uri() else 0)
        page.goto(path.as_uri())
        return page

    yield showing
    for page in pages:
        page.close()
    assert said == []


SPILLED = """(() => {
  // A text begins, and ends, in a shape of its card that is as high as its middle.
  const spilled = [];
  for (const card of document.querySelectorAll("g.claim, g.question")) {
    const shapes = [...card.querySelectorAll("polygon, path")].map(shape => shape.getBBox());
      for (const text of card.querySelectorAll("text")) {
      const box = text.getBBox();
      const around = shapes.filter(shape => shape.x <= box.x + 1 && shape.y <= box.y + box.height / 2
        && box.y + box.height / 2 <= shape.y + shape.height);
      const right = Math.max(...around.map(shape => shape.x + shape.width));
      if (!(box.x + box.width <= right + 1)) spilled.push(text.textContent);
    }
  }
  return spilled;
})()"""


@pytest.mark.parametrize("font", ["Arial", "serif", "monospace", "fantasy"])
def test_text_stays_in_its_card_whatever_font_the_viewer_has(show: Show, tmp_path: Path, font: str) -> None:
    drawing = draw(parse(SEMINAR), "svg").decode()
    family = drawing.partition('font-family="')[2].partition('"')[0]
    path = tmp_path / "seminar.svg"
    path.write_text(drawing.replace(f'font-family="{family}"', f'font-family="{font}"'), encoding="utf-8")
    page = show(path)
    assert page.locator("g.claim text").count() > 10
    assert page.evaluate(SPILLED) == []


@pytest.mark.parametrize("path", EXPORTS, ids=lambda path: path.stem)
def test_a_drawing_is_read_as_xml_and_lies_in_its_view(show: Show, path: Path) -> None:
    page = show(path)
    assert page.evaluate("document.documentElement.tagName") == "svg"
    assert page.evaluate("document.querySelector('parsererror')") is None
    outside = """[...document.querySelectorAll("g.claim, g.question")].filter(card => {
      const [box, view] = [card.getBoundingClientRect(), document.documentElement.getBoundingClientRect()];
      return box.left < view.left || box.top < view.top || box.right > view.right || box.bottom > view.bottom;
    }).map(card => card.id)"""
    assert page.locator("g.claim").count() > 0
    assert page.evaluate(outside) == []


def test_texts_that_mean_harm_do_none_in_a_drawing(show: Show, tmp_path: Path) -> None:
    path = tmp_path / "hostile.svg"
    path.write_bytes(draw(parse(hostile_map()), "svg"))
    page = show(path)
    harmful = "document.querySelectorAll('script, foreignObject, image, use, style, animate, set').length"
    assert page.evaluate(harmful) == 0
    handlers = """[...document.querySelectorAll("*")].flatMap(element => [...element.attributes])
      .filter(attribute => attribute.name.startsWith("on")).length"""
    assert page.evaluate(handlers) == 0
    assert "<script>alert(1)</script>" in page.locator("#claim-r0 title").text_content()
