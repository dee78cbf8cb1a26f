"""Lines on the cards of one sheet that lead to the files of others."""

import re
from xml.etree import ElementTree

from layouts import SVG
from test_several_sheets import BROAD

import argmap
from argmap.drawing.several_sheets import draw_sheets
from argmap.drawing.sheet_links import with_links

CARD = '<g id="claim-a" class="node claim" role="graphics-symbol img">\n<title>a</title>\n'
SOURCE = '<a href="https://example.org" target="_blank">\n'
TEXT = '<text x="1" y="2">▼ sheet 2</text>\n'


def made(svg: str, name: str = "map-2.svg") -> str:
    return with_links(svg.encode(), {"▼ sheet 2": name}).decode()


def test_a_text_that_names_a_sheet_leads_to_its_file() -> None:
    assert f'<a href="map-2.svg">\n{TEXT}</a>\n' in made(f"{CARD}{TEXT}</g>\n")


def test_other_texts_stay() -> None:
    card = f'{CARD}<text x="1" y="2">▼ sheet 20</text>\n</g>\n'
    assert made(card) == card


def test_a_card_with_a_link_is_not_read_as_one_picture() -> None:
    assert 'role="graphics-object group"' in made(f"{CARD}{TEXT}{TEXT}</g>\n")
    other = made(f"{CARD}</g>\n{CARD}{TEXT}</g>\n")
    assert re.findall('role="([a-z-]+)', other) == ["graphics-symbol", "graphics-object"]


def test_no_link_stands_in_another() -> None:
    svg = made(f'{CARD}{SOURCE}<text x="1" y="1">A</text>\n{TEXT}<path d="M0,0"/>\n</a>\n</g>\n')
    card = ElementTree.fromstring(svg)
    assert [part.get("href") for part in card if part.tag == "a"] == [
        "https://example.org",
        "map-2.svg",
        "https://example.org",
    ]
    assert not card.findall(".//a//a")


def test_the_name_of_a_file_is_an_address() -> None:
    assert '<a href="a%20b%22%3C%26%23.svg">' in made(f"{CARD}{TEXT}</g>\n", 'a b"<&#.svg')
    assert '<a href="javascript%3Aalert%281%29">' in made(f"{CARD}{TEXT}</g>\n", "javascript:alert(1)")


def test_every_sheet_is_led_to_and_leads_back() -> None:
    svgs = draw_sheets(BROAD, "svg", file_name=lambda number: f"map-{number}.svg")
    leads = [{link.attrib["href"] for link in ElementTree.fromstring(svg).iter(f"{SVG}a")} for svg in svgs]
    assert len(svgs) > 2
    assert leads[0] == {f"map-{number}.svg" for number in range(2, len(svgs) + 1)}
    assert all("map-1.svg" in links for links in leads[1:])


def test_sheets_without_names_have_no_links() -> None:
    assert all(b"<a " not in svg for svg in draw_sheets(argmap.parse("thesis t: T\n"), "svg"))
    assert all(b"<a " not in svg for svg in draw_sheets(BROAD, "svg"))
