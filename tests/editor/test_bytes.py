"""Whatever a text is made of, opening and saving it keeps every byte but for what was typed."""

import asyncio
import codecs
import tempfile
from pathlib import Path

import pytest
from app_host import editing, session
from hypothesis import given, settings
from hypothesis import strategies as st

pytestmark = pytest.mark.slow

ODD = [
    *"\r\n\t\u2028\u2029\f\v\x1c\x85\x1b\ufeff\u202eé",
    "\r\n",
    "e\u0301",
    "👩\u200d👧",
    "because @x",
    "thesis a: A",
]

EVERYTHING = (
    "a\r\nb\nc\rd\te\u2028f\u2029g\x0ch\x0bi\x1cj\x85k\x1bl\ufeffm\r\r\n\n\r thesis x: X\n  because y\r\n\t"
)


async def edited(folder: Path, data: bytes) -> tuple[bytes, bytes, bytes]:
    """What the file holds after a `#` at the end, after one at the start, and after both are undone."""
    path = folder / "debate.argmap"
    path.write_bytes(data)
    found = []
    async with editing(folder, None) as seen:
        for keys in (["ctrl+end", "#"], ["ctrl+home", "#"], ["ctrl+z", "ctrl+z", "ctrl+z", "ctrl+z"]):
            await seen.pilot.press(*keys, "ctrl+s")
            for _ in range(200):
                await seen.pilot.pause(0.01)
                if not seen.app.map_screen.writing.unsettled and not seen.app.desk.modified:
                    break
            found.append(path.read_bytes())
        assert seen.app.desk.modified is False
    return found[0], found[1], found[2]


def assert_exact(data: bytes) -> None:
    with tempfile.TemporaryDirectory() as folder:
        last, first, undone = asyncio.run(edited(Path(folder), data))
    bom = codecs.BOM_UTF8 if data.startswith(codecs.BOM_UTF8) else b""
    assert last == data + b"#"
    assert first == bom + b"#" + data.removeprefix(bom) + b"#"
    assert undone == data


@pytest.mark.parametrize("bom", [b"", codecs.BOM_UTF8], ids=["plain", "bom"])
@pytest.mark.parametrize(
    "text", [EVERYTHING, "a\r\nb", "a\rb\r", "\n", ""], ids=["all", "crlf", "cr", "lf", "none"]
)
def test_only_what_was_typed_differs(text: str, bom: bytes) -> None:
    assert_exact(bom + text.encode())


@given(st.lists(st.sampled_from(ODD) | st.text(max_size=3), max_size=12), st.booleans())
@settings(max_examples=5, deadline=None)
def test_any_text_is_kept_byte_for_byte(pieces: list[str], bom: bool) -> None:
    text = "".join(pieces).replace("\0", "").encode("utf-8", "replace")
    assert_exact((codecs.BOM_UTF8 if bom else b"") + text)


@session
async def test_saving_what_was_not_changed_does_not_touch_the_file(tmp_path: Path) -> None:
    data = codecs.BOM_UTF8 + EVERYTHING.encode()
    path = tmp_path / "debate.argmap"
    path.write_bytes(data)
    before = path.stat()
    async with editing(tmp_path, None) as seen:
        await seen.pilot.press("ctrl+s")
        await seen.pilot.pause(0.2)
    assert path.read_bytes() == data
    assert (path.stat().st_ino, path.stat().st_mtime_ns) == (before.st_ino, before.st_mtime_ns)
