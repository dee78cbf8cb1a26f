import io
from xml.etree import ElementTree

import pytest

from argmap.drawing import engine as engine_module
from argmap.drawing.dot import to_dot
from argmap.drawing.engine import Engine, run_engine
from argmap.drawing.export import PICTURE_SUFFIXES, draw
from argmap.drawing.svg import finish_svg
from argmap.model.map import ArgumentMap
from maps import argument_map, because, claim, karabakh, thesis

SVG = "{http://www.w3.org/2000/svg}"


def one_reason(text: str) -> ArgumentMap:
    return argument_map(
        thesis("t", "Russia prefers buy-in"), claim("west", text), because("t", "west"), title=text
    )


def dense(count: int) -> ArgumentMap:
    """Every claim a reason for all before it."""
    claims = [claim(f"c{n}", thesis=n == 0) for n in range(count)]
    steps = [because(f"c{n}", f"c{m}") for n in range(count) for m in range(n + 1, count)]
    return argument_map(*claims, *steps)


def tree(count: int) -> ArgumentMap:
    """Three reasons for every claim until there are enough claims."""
    claims = [claim(f"c{n}", f"Georgia and Ukraine went West, says {n}", thesis=n == 0) for n in range(count)]
    return argument_map(*claims, *(because(f"c{(n - 1) // 3}", f"c{n}") for n in range(1, count)))


def drawn(argument_map: ArgumentMap) -> ElementTree.Element:
    return ElementTree.fromstring(draw(argument_map, "svg"))


def group(drawing: ElementTree.Element, name: str) -> ElementTree.Element:
    (found,) = (g for g in drawing.iter(f"{SVG}g") if g.get("id") == name)
    return found


def without_spaces(text: str) -> str:
    return "".join(text.split())


@pytest.mark.parametrize(
    ("format", "start"),
    [("dot", b"digraph argmap {"), ("svg", b"<?xml"), ("pdf", b"%PDF-1."), ("png", b"\x89PNG\r\n\x1a\n")],
)
def test_a_map_is_drawn_in_every_format(engine: Engine, format: str, start: bytes):
    assert draw(karabakh(), format).startswith(start)


def test_every_format_has_a_suffix():
    assert dict(PICTURE_SUFFIXES) == {".svg": "svg", ".pdf": "pdf", ".png": "png", ".dot": "dot"}


def test_dot_needs_no_engine(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(engine_module, "find_engines", tuple)
    assert draw(karabakh(), "dot").decode() == to_dot(karabakh())


def test_every_claim_is_in_the_drawing_once(engine: Engine):
    ids = [g.get("id") for g in drawn(karabakh(sections=True)).iter(f"{SVG}g")]
    for label in karabakh().claims:
        assert ids.count(f"claim-{label.replace('_', '__')}") == 1


def test_every_claim_is_spoken(engine: Engine):
    drawing = drawn(karabakh())
    assert group(drawing, "claim-drones").findtext(f"{SVG}title") == (
        "drones, objection, 80%: Turkish drones decided the war, and Moscow knows it"
    )
    premise = group(drawing, "claim-corridor")
    assert premise.get("class") == "claim premise"
    assert (premise.findtext(f"{SVG}title") or "").startswith("corridor, premise, likely: The corridor")


def test_the_drawing_says_what_it_is(engine: Engine):
    drawing = drawn(one_reason("West"))
    assert drawing.findtext(f"{SVG}title") == "West"
    assert drawing.findtext(f"{SVG}desc") == (
        "Argument map with 2 claims and 1 inference. Thesis: Russia prefers buy-in"
    )


def test_a_map_without_a_title_is_called_by_its_thesis(engine: Engine):
    assert drawn(argument_map(thesis("t", "All is flux"))).findtext(f"{SVG}title") == "All is flux"


def test_an_empty_map_can_be_drawn(engine: Engine):
    drawing = drawn(argument_map())
    assert drawing.findtext(f"{SVG}desc") == "Argument map with 0 claims and 0 inferences."


HOSTILE = [
    r"\N \G \L",
    r"C:\new\table",
    "a backslash at the end\\",
    r"\"",
    "<b>x</b>",
    "< a >",
    "&lt;script&gt;",
    "&#0;",
    "]]>",
    "--><script>",
    '"]; x [image="/etc/passwd"]; "',
    "node",
    "a:b:c",
    "a line\u2028separator",
    "👩‍👩‍👧‍👦 a family",
    "اللغة العربية",
    "土耳其与俄罗斯",
    "ışık İstanbul",
    "café e\u0301",
    "word" * 100,
    "%s {0} $x `y`",
    "https://example.org/?a=1&b=2",
]
REPLACED = {
    "nul\x00 esc\x1b end": "nul\ufffd esc\ufffd end",
    "lone \ud800": "lone \ufffd",
    "\ufffe\uffff": "\ufffd\ufffd",
    # Closed again, so that it cannot turn around what follows.
    "right\u202eleft": "right\u202eleft\u202c",
}


@pytest.mark.parametrize(("written", "shown"), [*zip(HOSTILE, HOSTILE, strict=True), *REPLACED.items()])
def test_any_text_is_shown_and_spoken_as_it_was_written(engine: Engine, written: str, shown: str):
    drawing = drawn(one_reason(written))
    card = group(drawing, "claim-west")
    label, role, *lines = (text.text or "" for text in card.iter(f"{SVG}text"))
    assert (label, without_spaces(role)) == ("west", "·REASON")
    assert without_spaces("".join(lines)) == without_spaces(shown)
    assert card.findtext(f"{SVG}title") == f"west, reason: {shown}"
    assert len(list(drawing.iter(f"{SVG}g"))) == len(list(drawn(one_reason("plain")).iter(f"{SVG}g")))


@pytest.mark.parametrize(
    "text", [r"C:\new\table", "&lt;script&gt;", "ışık İstanbul", '"]; x [y]; "', "<b>x</b>"]
)
def test_any_text_can_be_searched_in_the_pdf(engine: Engine, text: str):
    pypdf = pytest.importorskip("pypdf", reason="reading PDF back needs pypdf")
    reader = pypdf.PdfReader(io.BytesIO(draw(one_reason(text), "pdf")))
    assert without_spaces(text) in without_spaces(reader.pages[0].extract_text())
    assert reader.metadata.title == text


def test_the_author_stands_in_the_pdf(engine: Engine):
    pypdf = pytest.importorskip("pypdf", reason="reading PDF back needs pypdf")
    reader = pypdf.PdfReader(io.BytesIO(draw(karabakh(), "pdf")))
    assert reader.metadata.author == "Seminar group 3"


def test_a_link_to_a_source_can_be_followed(engine: Engine):
    links = {link.get("href") for link in drawn(karabakh()).iter(f"{SVG}a")}
    assert links == {"http://en.kremlin.ru/events/president/news/64384"}


def test_a_complete_map_of_sixty_claims_is_drawn_as_a_tree(engine: Engine):
    said: list[str] = []
    drawing = draw(dense(60), "svg", report=said.append)
    assert drawing.count(b'class="node claim') == 60
    assert said == []


@pytest.mark.slow
def test_a_map_that_is_too_dense_for_dot_is_drawn_as_a_tree(engine: Engine):
    said: list[str] = []
    drawing = draw(dense(50), "svg", time_limit=1, report=said.append)
    assert drawing.count(b'class="node claim') == 50
    assert [sentence.partition(",")[0] for sentence in said] == ["dot was not done within 1 s"]


@pytest.mark.slow
def test_a_dense_map_is_drawn_in_a_hurry(engine: Engine, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("argmap.drawing.engine.PATIENCE", 0.5)
    said: list[str] = []
    drawing = draw(dense(40), "svg", report=said.append)
    assert drawing.count(b'class="node claim') == 40
    assert [sentence.partition(":")[0] for sentence in said] == ["the map is large or dense"]


@pytest.mark.slow
def test_a_thousand_claims_are_finished(engine: Engine):
    svg = run_engine(to_dot(tree(1000)))
    finished = finish_svg([svg], title="A map", description="Many claims")
    assert finished.count(b'id="claim-') == 1000
