import pytest
from editor_host import Host
from editor_use import used
from hypothesis import given
from hypothesis import strategies as st
from textual.geometry import Offset, Region, Size
from textual.pilot import Pilot

from argmap.editor.completion_list import narrowed, placed
from argmap.workspace.candidates import Candidate, Completions

MAP = "thesis t: T\n  "


def offered(*texts: str, detail: str = "") -> Completions:
    return Completions(0, 0, "", tuple(Candidate("claim", text, text, detail) for text in texts))


def texts(fitting: list[Candidate]) -> list[str]:
    return [candidate.text for candidate in fitting]


def test_what_begins_so_comes_before_what_has_it_inside() -> None:
    found = narrowed(offered("gas-arms", "Arms", "small", "arms-west"), "arms")
    assert texts(found) == ["Arms", "arms-west", "gas-arms"]


def test_what_is_said_of_a_candidate_counts_too() -> None:
    assert texts(narrowed(offered("west", detail="Georgia went West"), "georgia")) == ["west"]


@pytest.mark.parametrize(
    ("cursor", "screen", "region"),
    [
        (Offset(10, 3), Size(80, 24), Region(10, 4, 30, 8)),
        (Offset(10, 22), Size(80, 24), Region(10, 14, 30, 8)),
        (Offset(70, 3), Size(80, 24), Region(50, 4, 30, 8)),
        (Offset(5, 1), Size(20, 5), Region(0, 2, 20, 3)),
        (Offset(5, 3), Size(20, 5), Region(0, 0, 20, 3)),
        (Offset(5, 0), Size(20, 1), Region(0, 1, 20, 0)),
    ],
)
def test_the_list_stands_where_there_is_room(cursor: Offset, screen: Size, region: Region) -> None:
    assert placed(cursor, screen, Size(30, 8)) == region


@given(*[st.integers(1, 90)] * 2, *[st.integers(0, 89)] * 2, *[st.integers(1, 60)] * 2)
def test_the_list_never_covers_the_line_of_the_cursor(
    columns: int, rows: int, x: int, y: int, cells: int, height: int
) -> None:
    cursor = Offset(min(x, columns - 1), min(y, rows - 1))
    region = placed(cursor, Size(columns, rows), Size(cells, height))
    assert not region.y <= cursor.y < region.bottom
    assert region.x >= 0
    assert region.right <= columns
    assert region.y >= 0
    assert region.bottom <= rows


def test_typing_narrows_and_enter_writes_as_one_step() -> None:
    async def use(pilot: Pilot[None], host: Host) -> None:
        host.area.move_cursor((1, 2))
        await pilot.press("ctrl+@")
        assert texts(host.completions._fitting) == ["because", "but", "evidence", "note"]
        await pilot.press("b")
        assert texts(host.completions._fitting) == ["because", "but"]
        await pilot.press("down", "enter")
        assert host.area.text == MAP + "but "
        assert host.area.cursor_location == (1, 6)
        assert not host.completions.is_open
        await pilot.press("ctrl+z")
        assert host.area.text == MAP + "b"

    used(use, MAP)


def test_what_is_written_takes_the_place_of_the_word() -> None:
    async def use(pilot: Pilot[None], host: Host) -> None:
        host.area.move_cursor((1, 4))
        await pilot.press("ctrl+@", "tab")
        assert host.area.text == MAP + "evidence x"

    used(use, MAP + "evi x")


@pytest.mark.parametrize("key", ["escape", "left", "home"])
def test_going_away_closes_the_list(key: str) -> None:
    async def use(pilot: Pilot[None], host: Host) -> None:
        host.area.move_cursor((1, 2))
        await pilot.press("ctrl+@", key)
        assert not host.completions.is_open
        assert host.area.text == MAP

    used(use, MAP)


def test_keys_are_the_text_areas_again_when_the_list_is_closed() -> None:
    async def use(pilot: Pilot[None], host: Host) -> None:
        host.area.move_cursor((1, 2))
        await pilot.press("ctrl+@", "escape", "enter", "x")
        assert host.area.text == MAP.rstrip(" ") + "\nx"

    used(use, MAP)


@pytest.mark.parametrize("size", [(80, 24), (20, 5)])
@pytest.mark.parametrize("row", [0, 11])
def test_the_list_fits_the_screen_beside_the_cursor(size: tuple[int, int], row: int) -> None:
    async def use(pilot: Pilot[None], host: Host) -> None:
        host.area.move_cursor((row, 0))
        await pilot.press("ctrl+@")
        await pilot.pause()
        region = host.completions.region
        assert region.height > 0
        assert host.screen.region.contains_region(region)
        assert not region.y <= host.area.cursor_screen_offset.y < region.bottom

    used(use, "\n" * 11, size=size)


def test_a_candidate_cannot_spoil_the_screen() -> None:
    async def use(pilot: Pilot[None], host: Host) -> None:
        host.completions.open(offered("a\x1b[2J\u202e", detail="[bold]\n"))
        await pilot.pause()
        assert host.completions.render_line(0).text.rstrip() == " a<U+001B>[2J<U+202E>  claim  [bold]<U+000A>"

    used(use, "")
