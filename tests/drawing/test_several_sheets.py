"""A large map as an overview and numbered sheets."""

import io
import re

import pytest

import argmap
from argmap.drawing.engine import Engine
from argmap.drawing.hidden import referring
from argmap.drawing.legibility import SMALLEST
from argmap.drawing.paper import page_named
from argmap.drawing.picture import Picture
from argmap.drawing.several_sheets import draw_sheets
from argmap.model.parts.sheets import Reference
from maps import karabakh

pypdf = pytest.importorskip("pypdf", reason="reading PDF back needs pypdf")

BROAD = argmap.parse(
    "map Broad\nthesis t: T\n"
    + "".join(
        f"  because r{one}: Reason {one}\n" + "".join(f"    because g{one}x{two}: R\n" for two in range(4))
        for one in range(12)
    )
)


def drawn(name: str, **picture: object) -> list[str]:
    return [
        svg.decode() for svg in draw_sheets(BROAD, "svg", picture=Picture(page=page_named(name), **picture))
    ]


def cards(svg: str) -> set[str]:
    return set(re.findall(r'<g id="claim-(\w+)"', svg))


def smallest(svg: str, size: float = 11.0) -> float:
    """Points of the text of a claim on the page."""
    found = re.search(r'width="([\d.]+)pt"[^>]* viewBox="\S+ \S+ ([\d.]+)', svg)
    assert found
    return size * float(found[1]) / float(found[2])


@pytest.mark.parametrize(
    ("reference", "lines"),
    [
        (Reference(below=(3,)), ["▼ sheet 3"]),
        (Reference(below=(1, 4)), ["▼ the overview", "▼ sheet 4"]),
        (Reference(above=(1,), enters=True), ["▲ from the overview"]),
        (Reference(above=(2, 5), enters=True), ["▲ from sheet 2", "▲ from sheet 5"]),
        (Reference(below=(4,), above=(1,), enters=True), ["▼ more on sheet 4", "▲ from the overview"]),
        (Reference(above=(1, 2)), ["▲ also in the overview", "▲ also on sheet 2"]),
        (Reference(below=(3,), above=(3, 5)), ["▼ sheet 3"]),
        (
            Reference(above=tuple(range(2, 10))),
            [*(f"▲ also on sheet {number}" for number in range(2, 7)), "▲ and 3 more sheets"],
        ),
        (None, []),
    ],
)
def test_a_card_says_on_which_sheets_there_is_more(reference: Reference | None, lines: list[str]):
    assert [line.replace("\u00a0", " ") for line, _ in referring(reference)] == lines


def test_every_claim_is_on_a_sheet_that_can_be_read(engine: Engine):
    found = drawn("a4")
    assert len(found) > 2
    assert set().union(*map(cards, found)) == set(BROAD.claims)
    assert min(map(smallest, found)) >= SMALLEST


def test_there_are_no_more_sheets_than_are_needed_where_branches_hang(engine: Engine):
    found = drawn("a4")
    assert len(found) == 3
    assert min(map(smallest, found)) >= SMALLEST


def test_the_sheets_are_numbered_and_titled(engine: Engine):
    found = drawn("16:9")
    for number, svg in enumerate(found, start=1):
        assert f">{number} / {len(found)}</text>" in svg
        assert re.search(r'font-weight="bold"[^>]*>Broad</text>', svg)


def test_a_sheet_begins_with_the_claim_that_was_cut_and_says_from_where():
    overview, *others = drawn("16:9")
    assert "▼\u00a0sheet\u00a02<" in overview
    for svg in others:
        assert "▲\u00a0from\u00a0" in svg


def test_a_map_that_fits_is_one_sheet_without_marks():
    small = argmap.parse("thesis t: T\n  because r: R\n")
    (svg,) = draw_sheets(small, "svg")
    assert "sheet" not in svg.decode()
    assert ">1 / 1<" in svg.decode()


def test_an_empty_map_is_one_page():
    assert len(draw_sheets(argmap.parse(""), "svg")) == 1


def test_a_pdf_has_a_page_a_sheet_with_bookmarks_and_links_both_ways():
    (pdf,) = draw_sheets(BROAD, "pdf", picture=Picture(page=page_named("a4")))
    reader = pypdf.PdfReader(io.BytesIO(pdf))
    count = len(reader.pages)
    assert count > 2
    assert [mark.title for mark in reader.outline] == [
        "Overview",
        *(f"Sheet {n}" for n in range(2, count + 1)),
    ]
    number_of = {page.indirect_reference.idnum: number for number, page in enumerate(reader.pages, start=1)}
    leads = {
        (number, number_of[link.get_object()["/Dest"][0].idnum])
        for number, page in enumerate(reader.pages, start=1)
        for link in page.get("/Annots", [])
    }
    assert {(1, number) for number in range(2, count + 1)} <= leads
    assert {(other, one) for one, other in leads} == leads


def test_every_reference_has_a_link_that_lies_on_it():
    asked = Picture(page=page_named("a4"))
    (pdf,) = draw_sheets(BROAD, "pdf", picture=asked)
    pages = pypdf.PdfReader(io.BytesIO(pdf)).pages
    for page, svg in zip(pages, drawn("a4"), strict=True):
        places = referred(svg, height=float(page.mediabox.height))
        links = [[float(side) for side in link.get_object()["/Rect"]] for link in page["/Annots"]]
        assert len(links) == len(places) > 0
        for x, y in places:
            assert any(left < x < right and low < y < high for left, low, right, high in links)


def referred(svg: str, *, height: float) -> list[tuple[float, float]]:
    """Where the lines that refer to sheets stand on the page, a little in from their beginning, y upward."""
    size, left, top, wide = map(
        float, re.search(r'width="([\d.]+)pt"[^>]* viewBox="(\S+) (\S+) ([\d.]+)', svg).groups()
    )
    right, down = map(float, re.search(r"translate\(([\d.-]+)[ ,]([\d.-]+)\)", svg).groups())
    texts = re.findall(r'<text x="([\d.-]+)" y="([\d.-]+)"([^>]*)>[▼▲]\xa0(?:from\xa0)?(?:the|sheet)', svg)
    scale = size / wide
    found = []
    for x, y, rest in texts:
        start = float(x) + (2 if "text-anchor" not in rest else 0)
        found.append((scale * (start + right - left), height - scale * (float(y) - 2 + down - top)))
    return found


def test_pictures_are_one_a_sheet():
    assert all(png.startswith(b"\x89PNG") for png in draw_sheets(BROAD, "png", dpi=40))
    assert len(draw_sheets(BROAD, "png", dpi=40)) == len(draw_sheets(BROAD, "svg"))


def test_only_the_overview_says_whose_the_map_is():
    overview, *others = (
        svg.decode() for svg in draw_sheets(karabakh(), "svg", picture=Picture(page=page_named("4:3")))
    )
    assert "Seminar group 3" in overview
    assert others
    assert not any("Seminar group 3" in svg for svg in others)


def test_a_step_that_cannot_be_divided_is_told_to_be_too_small():
    linked = argmap.parse(
        "thesis t: T\n  because a0: A\n" + "".join(f"  and a{n}: A\n" for n in range(1, 30))
    )
    told: list[str] = []
    draw_sheets(linked, "svg", report=told.append)
    assert len(told) == 1
    assert "pt in “sheet 2” on A4, and under 6 pt" in told[0] or "pt in “sheet 1” on A4" in told[0]


def test_the_sheets_are_the_same_bytes_each_time():
    assert draw_sheets(BROAD, "pdf") == draw_sheets(BROAD, "pdf")
