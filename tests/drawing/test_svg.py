import re
import shutil
from xml.etree import ElementTree

import pytest

from argmap.drawing.engine import DrawingError, Engine, find_engines, run_engine
from argmap.drawing.metrics import text_width
from argmap.drawing.svg import finish_svg

SVG = "{http://www.w3.org/2000/svg}"
NEEDS_DOT = pytest.mark.skipif(
    not shutil.which("dot"), reason="this machine has no Graphviz: no `dot` on PATH"
)
MAP = r"""
digraph argmap {
  graph [charset="UTF-8", id=map, tooltip="the map", fontname="Arial", label="Caption"]
  node [shape=plain, fontname="Arial", fontsize=11]
  t [id="claim-t", class="claim thesis", tooltip="t, thesis: buy-in <1> & more", URL="https://example.org/a?x=1&amp;y=2",
     label=<<TABLE><TR><TD><FONT POINT-SIZE="15"><B>Russia prefers buy-in</B></FONT></TD></TR></TABLE>>]
  subgraph cluster_s {
    graph [id="section-s", class=section, tooltip="Section one", label=<<I>one</I>>]
    box [id="box-s1", class="linked support", tooltip="west and rule: a reason for t",
         label=<<TABLE><TR>
           <TD PORT="p0"><TABLE ID="claim-west" TARGET="claim premise" HREF="#claim-west"
               TITLE="west, premise: C:\\new"><TR><TD>Georgia&#160; went West </TD></TR></TABLE></TD>
           <TD PORT="p1"><TABLE ID="claim-rule" TARGET="claim warrant"
               HREF="http://example.org/?a=1&amp;b=2" TITLE="rule"><TR><TD>العربية 土</TD></TR></TABLE></TD>
         </TR></TABLE>>]
  }
  t -> box:p0 [id="edge-s1", class=support, tooltip="a reason"]
  t -> box:p1 [id="edge-s1_1", class=support]
}
"""
BARE = b"""<?xml version="1.0" encoding="UTF-8"?>
<svg width="10pt" height="10pt" viewBox="0 0 10 10" xmlns="http://www.w3.org/2000/svg"
 xmlns:xlink="http://www.w3.org/1999/xlink"><g id="graph0" class="graph"><title>x</title>%s</g></svg>"""


@pytest.fixture(params=[pytest.param("dot", marks=NEEDS_DOT), "graphviz-pure"], scope="module")
def engine(request: pytest.FixtureRequest) -> Engine:
    return next(engine for engine in find_engines() if engine.name == request.param)


@pytest.fixture(scope="module")
def drawing(engine: Engine) -> ElementTree.Element:
    return finished(run_engine(MAP, engines=[engine]))


def finished(svg: bytes, title: str = "A map", description: str = "Two claims") -> ElementTree.Element:
    return ElementTree.fromstring(finish_svg([svg], title=title, description=description))


def group(drawing: ElementTree.Element, name: str) -> ElementTree.Element:
    (found,) = (g for g in drawing.iter(f"{SVG}g") if g.get("id") == name)
    return found


def spoken(element: ElementTree.Element) -> str | None:
    return element.findtext(f"{SVG}title")


def test_the_drawing_is_a_named_document(engine: Engine):
    drawing = finished(run_engine(MAP, engines=[engine]), "Who <gains>?", "A & B")
    assert (drawing.get("role") or "").startswith("graphics-document")
    named = {element.get("id"): element.text for element in drawing}
    assert named[drawing.get("aria-labelledby")] == "Who <gains>?"
    assert named[drawing.get("aria-describedby")] == "A & B"
    assert re.fullmatch(r"0 0 \d+ \d+", drawing.get("viewBox") or "")


def test_the_language_is_said():
    assert b' lang="tr"' in finish_svg([BARE % b""], title="", description="", language="tr")
    assert b" lang=" not in finish_svg([BARE % b""], title="", description="")


def test_a_claim_is_a_group_with_id_class_and_spoken_title(drawing: ElementTree.Element):
    claim = group(drawing, "claim-t")
    assert claim.get("class") == "node claim thesis"
    assert (claim.get("role") or "").startswith("graphics-")
    assert spoken(claim) == "t, thesis: buy-in <1> & more"


def test_a_premise_in_a_box_is_a_group_too(drawing: ElementTree.Element):
    premise = group(group(drawing, "box-s1"), "claim-west")
    assert premise.get("class") == "claim premise"
    assert spoken(premise) == r"west, premise: C:\new"
    assert [text.text for text in premise.iter(f"{SVG}text")] == ["Georgia\u00a0 went West "]


def test_what_holds_parts_is_not_read_as_one_symbol(drawing: ElementTree.Element):
    for name in ("section-s", "box-s1", "claim-t", "claim-rule"):
        assert group(drawing, name).get("role") == "graphics-object group"
    assert group(drawing, "claim-west").get("role") == "graphics-symbol img"


def test_a_section_and_a_box_have_titles(drawing: ElementTree.Element):
    assert spoken(group(drawing, "section-s")) == "Section one"
    assert spoken(group(drawing, "box-s1")) == "west and rule: a reason for t"


def test_lines_are_silent(drawing: ElementTree.Element):
    assert group(drawing, "edge-s1").get("aria-hidden") == "true"
    assert spoken(group(drawing, "edge-s1")) == "a reason"


def test_no_name_that_graphviz_made_is_spoken(drawing: ElementTree.Element):
    titles = {title.text for title in drawing.iter(f"{SVG}title")}
    assert not titles & {"argmap", "t", "box", "cluster_s", "t->box:p0", "the map"}


def test_links_to_the_web_stay_and_others_go(drawing: ElementTree.Element):
    links = [link.get("href") for link in drawing.iter(f"{SVG}a")]
    assert links == ["https://example.org/a?x=1&y=2", "http://example.org/?a=1&b=2"]


@pytest.mark.parametrize(
    "address",
    ["javascript:alert(1)", "data:text/html,x", "file:///etc/passwd", "https://a b", "//x.org", "#claim-t"],
)
def test_an_unsafe_link_is_taken_away(address: str):
    link = f'<a xlink:href="{address}" xlink:title="A"><polygon points="0,0"/></a>'
    node = f'<g id="node1" class="node"><title>a</title><g id="a_node1">{link}</g></g>'
    drawing = finished(BARE % node.encode())
    assert not list(drawing.iter(f"{SVG}a"))
    assert spoken(group(drawing, "node1")) == "A"


def test_a_link_inside_a_link_is_taken_away():
    inner = '<g id="a_claim-x"><a xlink:href="https://b.org"><polygon points="0,0"/></a></g>'
    outer = f'<g id="n" class="node"><g id="a_n"><a xlink:href="https://a.org">{inner}</a></g></g>'
    drawing = finished(BARE % outer.encode())
    assert [link.get("href") for link in drawing.iter(f"{SVG}a")] == ["https://a.org"]


def test_text_has_the_length_it_was_laid_out_with(drawing: ElementTree.Element):
    texts = {text.text: text for text in drawing.iter(f"{SVG}text")}
    bold, plain = texts["Russia prefers buy-in"], texts["Georgia\u00a0 went West "]
    assert float(bold.get("textLength") or 0) == pytest.approx(
        text_width(bold.text or "", 15, True), abs=0.01
    )
    assert float(plain.get("textLength") or 0) == pytest.approx(text_width(plain.text or "", 11), abs=0.01)
    assert plain.get("lengthAdjust") == "spacingAndGlyphs"


def test_text_in_other_scripts_keeps_its_own_length(drawing: ElementTree.Element):
    (other,) = (text for text in drawing.iter(f"{SVG}text") if "土" in (text.text or ""))
    assert other.get("textLength") is None


def test_fonts_are_those_with_the_measures_of_arial(drawing: ElementTree.Element):
    assert drawing.get("font-family") == "Arial, 'Liberation Sans', Arimo, Helvetica, sans-serif"
    assert not any(text.get("font-family") for text in drawing.iter(f"{SVG}text"))


def test_spaces_that_xml_would_drop_are_kept(drawing: ElementTree.Element):
    texts = {text.text: text for text in drawing.iter(f"{SVG}text")}
    preserve = "{http://www.w3.org/XML/1998/namespace}space"
    assert texts["Georgia\u00a0 went West "].get(preserve) == "preserve"
    assert texts["Russia prefers buy-in"].get(preserve) is None


@pytest.mark.parametrize(
    "part",
    [
        "<script>alert(1)</script>",
        '<image xlink:href="/etc/passwd"/>',
        "<style>@import url(x)</style>",
        "<foreignObject><b>x</b></foreignObject>",
        "<svg><script>alert(1)</script></svg>",
        '<polygon onclick="alert(1)" style="x" points="0,0"/>',
        '<text onclick="alert(1)" style="x" x="1" y="1" font-size="9">a</text>',
    ],
)
def test_nothing_that_could_act_or_load_gets_through(part: str):
    cleaned = finish_svg([BARE % part.encode()], title="", description="").decode()
    assert not re.search(r"\bscript|image|style|import|onclick|foreign|alert|passwd", cleaned)


def test_comments_and_instructions_are_dropped():
    svg = BARE.replace(b"?>\n", b'?>\n<?xml-stylesheet href="x.css"?><!-- a -->', 1) % b"<!-- b -->"
    cleaned = finish_svg([svg], title="", description="")
    assert b"stylesheet" not in cleaned
    assert b"<!--" not in cleaned


def test_what_xml_cannot_hold_is_replaced():
    drawing = finished(BARE % b'<text x="1" y="1" font-size="9">a\x01b\xff&c</text>', "t\x00\ud800", "d\x1b")
    assert next(drawing.iter(f"{SVG}text")).text == "a\ufffdb\ufffd&c"
    assert drawing.findtext(f"{SVG}title") == "t\ufffd\ufffd"
    assert drawing.findtext(f"{SVG}desc") == "d\ufffd"


def test_transparent_is_written_as_none():
    drawing = finished(BARE % b'<path fill="transparent" stroke="#123456" d="M0,0"/>')
    assert next(drawing.iter(f"{SVG}path")).get("fill") == "none"


@pytest.mark.parametrize("svg", [b"", b"<svg", b"plain words", b"<html/>", b"<g/>"])
def test_what_is_no_drawing_is_refused(svg: bytes):
    with pytest.raises(DrawingError, match="please report this with the map"):
        finish_svg([svg], title="", description="")
