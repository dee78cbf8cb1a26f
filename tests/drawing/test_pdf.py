import io
import re

import pytest

from argmap.drawing.engine import DrawingError
from argmap.drawing.metrics import FONTS
from argmap.drawing.pdf import About, Leaf, drawing_size, for_print
from argmap.drawing.pdf import to_pdf as pages_to_pdf
from argmap.drawing.svg import finish_svg

pypdf = pytest.importorskip("pypdf", reason="reading PDF back needs pypdf")


def drawing(*lines: str, width: float = 300, height: float = 100, tooltip: str = "a claim") -> bytes:
    texts = "".join(
        f'<text x="9" y="{20 + 15 * n}" font-family="Arial" font-size="11">{line}</text>'
        for n, line in enumerate(lines)
    )
    svg = (
        f'<svg width="{width}pt" height="{height}pt" viewBox="0 0 {width} {height}" '
        'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink">'
        f'<g id="claim-a" class="node claim"><g id="a_claim-a"><a xlink:title="{tooltip}">{texts}'
        "</a></g></g></svg>"
    )
    return finish_svg([svg.encode()], title="A map", description="One claim")


def to_pdf(svg: bytes, *, title: str, author: str = "", language: str | None = None) -> bytes:
    """A document of one page."""
    return pages_to_pdf([Leaf(svg)], About(title, author, language))


def read(pdf: bytes) -> "pypdf.PdfReader":
    return pypdf.PdfReader(io.BytesIO(pdf))


def words(pdf: bytes) -> list[str]:
    return read(pdf).pages[0].extract_text().split()


def fonts(pdf: bytes) -> dict[str, bool]:
    """Name without the subset's tag, and whether the font is embedded."""
    found = {}
    pages = [read(pdf).pages[0]]
    todo = [pages[0]["/Resources"]]
    while todo:
        resources = todo.pop()
        for font in resources.get("/Font", {}).values():
            (descendant,) = font.get_object()["/DescendantFonts"]
            descriptor = descendant.get_object()["/FontDescriptor"]
            name = str(descriptor["/FontName"]).partition("+")[2]
            found[name] = any(key in descriptor for key in ("/FontFile2", "/FontFile3"))
        for part in resources.get("/XObject", {}).values():
            todo.append(part.get_object().get("/Resources", {}))
    return found


@pytest.mark.parametrize(
    "text",
    [
        "Georgia and Ukraine went West",
        "İstanbul'un ılık öğleni, şu ağaç",
        "Москва и Тбилиси",
        "Η Αθήνα",
        "“50 €” – …",
    ],
)
def test_text_can_be_selected_and_searched(text: str):
    assert words(to_pdf(drawing(text), title="A map")) == text.split()


def test_the_fonts_are_ours_and_embedded():
    assert fonts(to_pdf(drawing("Georgia", "Тбилиси"), title="A map")) == {"Arimo": True}


@pytest.mark.parametrize(
    "text", ["العربية", "土耳其与俄罗斯", "👩‍👩‍👧‍👦", "\ufffd", "हिन्दी", "a\u202eb\u202cc", "\U0010ffff"]
)
def test_no_script_stops_the_page(text: str):
    pdf = to_pdf(drawing("before", text, "after"), title=text)
    assert {"before", "after"} <= set(words(pdf))
    assert read(pdf).metadata.title == text


@pytest.mark.parametrize("sign", ["👩‍👩‍👧‍👦", "🇹🇷", "👍🏽", "❤️", "1️⃣"])
def test_a_sign_of_several_characters_stands_apart_in_a_font_for_signs(sign: str):
    printed = for_print(drawing(f"a {sign} & b".replace("&", "&amp;"), tooltip=sign).decode())
    assert re.search(
        f">a </text><text [^>]*Noto Color Emoji[^>]*>{sign}</text><text [^>]*> &amp; b<", printed
    )
    assert f"<title>{sign}</title>" in printed
    assert {"a", "&", "b"} <= set(words(to_pdf(drawing(f"a {sign} &amp; b"), title="")))


@pytest.mark.parametrize("text", ["Georgia 1 # *", "→ ≥ ✓", "🙂", "土耳其", "A\u200dB"])
def test_other_text_is_set_as_it_is(text: str):
    assert for_print(drawing(text).decode()).count("<text") == drawing(text).decode().count("<text")


def test_the_page_is_as_large_as_the_drawing():
    box = read(to_pdf(drawing("a", width=321, height=123), title="")).pages[0].mediabox
    assert (box.width, box.height) == pytest.approx((321, 123))


def test_a_page_is_never_larger_than_readers_show():
    box = read(to_pdf(drawing("a", width=60_000, height=1000), title="")).pages[0].mediabox
    assert (box.width, box.height) == pytest.approx((14_400, 240))


def test_there_is_one_page_with_title_author_and_language():
    reader = read(to_pdf(drawing("a"), title='Who "gains"? #map', author="A. Öz", language="tr-TR"))
    assert len(reader.pages) == 1
    assert reader.metadata.title == 'Who "gains"? #map'
    assert reader.metadata.author == "A. Öz"
    assert reader.trailer["/Root"]["/Lang"] == "tr"


@pytest.mark.parametrize("language", ["Türkçe", "", "xx-#set", '"'])
def test_a_language_that_is_no_tag_does_not_matter(language: str):
    assert words(to_pdf(drawing("word"), title="", language=language)) == ["word"]


def test_the_spoken_titles_are_the_text_for_screen_readers():
    pdf = to_pdf(drawing("a", tooltip="west, premise: 1 &lt; 2"), title="A map")
    assert any("west, premise: 1 < 2" in text for text in alternatives(read(pdf)))


def alternatives(reader: "pypdf.PdfReader") -> list[str]:
    objects = (reader.get_object(number) for number in range(1, reader.trailer["/Size"]))
    return [str(found["/Alt"]) for found in objects if isinstance(found, dict) and "/Alt" in found]


def test_the_same_drawing_gives_the_same_bytes():
    assert to_pdf(drawing("a"), title="A map") == to_pdf(drawing("a"), title="A map")


def test_what_has_no_size_is_refused():
    with pytest.raises(DrawingError, match="no size"):
        drawing_size(b'<svg xmlns="http://www.w3.org/2000/svg"/>')


def test_a_drawing_that_cannot_be_set_is_refused():
    with pytest.raises(DrawingError, match="the page could not be made"):
        to_pdf(b'<svg width="9pt" height="9pt"><g', title="")


def test_the_fonts_come_with_their_licence():
    names = {path.name for path in FONTS.iterdir()}
    assert {"Arimo-Regular.ttf", "Arimo-Bold.ttf", "Arimo-Italic.ttf", "OFL.txt", "advances.txt"} <= names
    licence = (FONTS / "OFL.txt").read_text()
    assert "SIL OPEN FONT LICENSE Version 1.1" in licence
    assert re.search(r"Copyright 2010 Google", licence)
