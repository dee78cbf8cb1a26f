import struct
import zlib
from collections.abc import Iterator
from itertools import pairwise

import pytest

from argmap.drawing.engine import DrawingError
from argmap.drawing.png import to_png
from argmap.drawing.svg import finish_svg


def drawing(width: float, height: float) -> bytes:
    svg = (
        f'<svg width="{width}pt" height="{height}pt" viewBox="0 0 {width} {height}" '
        'xmlns="http://www.w3.org/2000/svg">'
        f'<polygon fill="#0072b2" points="0,0 {width / 2},0 {width / 2},{height} 0,{height}"/></svg>'
    )
    return finish_svg([svg.encode()], title="A map", description="One claim")


def chunks(png: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Every chunk, its checksum compared (PNG third edition, section 5)."""
    assert png.startswith(b"\x89PNG\r\n\x1a\n")
    place = 8
    while place < len(png):
        length, kind = struct.unpack_from(">L4s", png, place)
        body = png[place + 8 : place + 8 + length]
        (checksum,) = struct.unpack_from(">L", png, place + 8 + length)
        assert checksum == zlib.crc32(kind + body)
        yield kind, body
        place += 12 + length


def size(png: bytes) -> tuple[int, int]:
    width, height = struct.unpack(">LL", dict(chunks(png))[b"IHDR"][:8])
    return width, height


def pixels(png: bytes) -> list[list[bytes]]:
    """Rows of RGBA pixels, their filters undone (PNG third edition, section 9)."""
    width, height = size(png)
    data = zlib.decompress(b"".join(body for kind, body in chunks(png) if kind == b"IDAT"))
    above = bytes(4 * width)
    rows = []
    for row in range(height):
        start = row * (4 * width + 1)
        kind, line = data[start], bytearray(data[start + 1 : start + 4 * width + 1])
        for n in range(4 * width):
            left, corner = (line[n - 4], above[n - 4]) if n >= 4 else (0, 0)
            line[n] = (line[n] + predicted(kind, left, above[n], corner)) & 0xFF
        above = bytes(line)
        rows.append([above[n : n + 4] for n in range(0, 4 * width, 4)])
    return rows


def predicted(kind: int, left: int, up: int, corner: int) -> int:
    if kind < 4:
        return (0, left, up, (left + up) // 2)[kind]
    guess = left + up - corner
    return min((left, up, corner), key=lambda value: abs(guess - value))


@pytest.mark.parametrize(("dpi", "expected"), [(72, (200, 100)), (144, (400, 200)), (300, (833, 417))])
def test_dots_per_inch_decide_the_size(dpi: int, expected: tuple[int, int]):
    assert size(to_png(drawing(200, 100), dpi=dpi)) == pytest.approx(expected, abs=1)


def test_the_picture_says_its_density():
    kinds = [kind for kind, _ in chunks(to_png(drawing(200, 100), dpi=300))]
    assert kinds[:2] == [b"IHDR", b"pHYs"]
    density = struct.unpack(">LLB", dict(chunks(to_png(drawing(200, 100), dpi=300)))[b"pHYs"])
    assert density == (11811, 11811, 1)


def test_the_drawing_stands_on_white():
    blue, white = bytes.fromhex("0072b2ff"), bytes.fromhex("ffffffff")
    assert pixels(to_png(drawing(16, 2), dpi=72)) == [[blue] * 8 + [white] * 8] * 2


def ramp(width: int, height: int) -> bytes:
    """Growing lighter from above and from the left, by the same steps everywhere."""
    svg = (
        f'<?xml version="1.0"?><svg width="{width}pt" height="{height}pt" viewBox="0 0 {width} {height}" '
        'xmlns="http://www.w3.org/2000/svg"><defs>'
        '<linearGradient id="d" x2="0" y2="1"><stop stop-color="#000"/><stop offset="1" stop-color="#0f0"/>'
        '</linearGradient><linearGradient id="r"><stop stop-color="#000"/>'
        '<stop offset="1" stop-color="#f00"/></linearGradient></defs>'
        f'<rect width="{width}" height="{height}" fill="url(#d)"/>'
        f'<rect width="{width}" height="{height}" fill="url(#r)" style="mix-blend-mode:screen"/></svg>'
    )
    return svg.encode()


@pytest.mark.parametrize("dpi", [72, 85, 96, 100, 110, 127, 144])
@pytest.mark.parametrize(("width", "height"), [(101, 73), (66, 58), (40, 97), (93, 93)])
def test_no_row_or_column_of_the_drawing_is_lost(width: int, height: int, dpi: int):
    found = pixels(to_png(ramp(width, height), dpi=dpi))
    red = [pixel[0] for pixel in found[len(found) // 2]]
    green = [row[len(row) // 2][1] for row in found]
    for shades in (red, green):
        steps = [after - before for before, after in pairwise(shades)]
        assert max(steps) - min(steps) <= 1


def test_a_long_picture_keeps_within_what_programs_open():
    width, height = size(to_png(drawing(40_000, 10), dpi=144))
    assert width == pytest.approx(32_000, abs=1)
    assert height == pytest.approx(8, abs=1)


@pytest.mark.slow
def test_a_large_picture_keeps_within_memory():
    width, height = size(to_png(drawing(9000, 9000), dpi=144))
    assert width * height <= 64_100_000
    assert width == pytest.approx(8000, abs=1)


@pytest.mark.parametrize("dpi", [0, -72])
def test_no_dots_per_inch_are_refused(dpi: int):
    with pytest.raises(DrawingError, match="give a number from 1"):
        to_png(drawing(10, 10), dpi=dpi)
