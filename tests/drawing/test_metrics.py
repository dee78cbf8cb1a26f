import struct

import pytest

from argmap.drawing.metrics import FONTS, is_measured, text_width


def font_tables(data: bytes) -> dict[str, bytes]:
    """The tables of a TrueType file by tag (OpenType 1.9, table directory)."""
    count = struct.unpack_from(">H", data, 4)[0]
    records = [struct.unpack_from(">4sLLL", data, 12 + 16 * n) for n in range(count)]
    return {tag.decode(): data[offset : offset + length] for tag, _, offset, length in records}


def glyph_numbers(cmap: bytes) -> dict[int, int]:
    """Character to glyph, from the format 4 subtable for Windows (OpenType 1.9, cmap)."""
    count = struct.unpack_from(">H", cmap, 2)[0]
    records = [struct.unpack_from(">HHL", cmap, 4 + 8 * n) for n in range(count)]
    start = next(offset for platform, encoding, offset in records if (platform, encoding) == (3, 1))
    subtable = cmap[start:]
    version, _, _, twice = struct.unpack_from(">HHHH", subtable)
    assert version == 4
    segments = twice // 2
    ends = struct.unpack_from(f">{segments}H", subtable, 14)
    starts = struct.unpack_from(f">{segments}H", subtable, 16 + twice)
    deltas = struct.unpack_from(f">{segments}H", subtable, 16 + 2 * twice)
    offsets = struct.unpack_from(f">{segments}H", subtable, 16 + 3 * twice)
    found = {}
    for n, (first, last) in enumerate(zip(starts, ends, strict=True)):
        for code in range(first, min(last, 0xFFFE) + 1):
            glyph = code
            if offsets[n]:
                place = 16 + 3 * twice + 2 * n + offsets[n] + 2 * (code - first)
                glyph = struct.unpack_from(">H", subtable, place)[0]
            if glyph:
                found[code] = (glyph + deltas[n]) & 0xFFFF
    return found


def advances(name: str) -> dict[str, int]:
    tables = font_tables((FONTS / name).read_bytes())
    count = struct.unpack_from(">H", tables["hhea"], 34)[0]
    widths = [struct.unpack_from(">H", tables["hmtx"], 4 * n)[0] for n in range(count)]
    glyphs = glyph_numbers(tables["cmap"])
    return {chr(code): widths[min(glyph, count - 1)] for code, glyph in glyphs.items()}


@pytest.mark.parametrize(("name", "bold"), [("Arimo-Regular.ttf", False), ("Arimo-Bold.ttf", True)])
def test_the_table_says_what_the_fonts_say(name: str, bold: bool):
    measured = {c: w for c, w in advances(name).items() if is_measured(c, bold) and text_width(c, 1, bold)}
    assert len(measured) > 2500
    assert {c: round(text_width(c, 2048, bold)) for c in measured} == measured


@pytest.mark.parametrize(
    "text",
    [
        "Görüş: şu İstanbul'un ılık öğleni",
        "Η Αθήνα και η Μόσχα",
        "Москва и Тбилиси, ўқиш",
        "“quoted” — 50 € … · ≥ ½",
        "Trường Sa",
        "e\u0301",
    ],
)
def test_latin_turkish_greek_and_cyrillic_are_measured(text: str):
    assert is_measured(text)
    assert is_measured(text, bold=True)


def test_a_text_is_as_wide_as_its_characters():
    assert text_width("Moscow", 11) == pytest.approx(sum(text_width(c, 11) for c in "Moscow"))
    assert text_width("Moscow", 22) == pytest.approx(2 * text_width("Moscow", 11))
    assert text_width("", 11) == 0


def test_arial_sets_hello_at_its_known_width():
    assert text_width("Hello", 1000) == pytest.approx(722 + 556 + 222 + 222 + 556, abs=2)
    assert text_width("Hello", 1000, True) == pytest.approx(722 + 556 + 278 + 278 + 611, abs=2)


def test_wide_characters_count_one_em():
    assert text_width("土耳其", 10) == 30
    assert text_width("ﾄ", 10) < 10
    assert text_width("🙂", 10) == 10


def test_marks_and_invisible_characters_count_nothing():
    assert text_width("\u0301\u200b\u200d\u202e\ufeff\u00ad\ufe0f", 10) == 0
    assert text_width("e\u0301", 10) == text_width("e", 10)


def test_other_scripts_are_estimated():
    assert not is_measured("العربية")
    assert 0 < text_width("العربية", 10) < 70
    assert not is_measured("a土")
