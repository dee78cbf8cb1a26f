"""The keys in the last line."""

from pathlib import Path

import pytest
from app_host import Session, editing, session
from textual.widgets._footer import FooterKey

from argmap.editor.review_files import ReviewWish


def shown(seen: Session) -> list[str]:
    """What the last line says of each key, all of which must be in view as a whole."""
    keys = list(seen.app.screen.query(FooterKey))
    assert all(key.region.right <= seen.app.size.width for key in keys)
    return [key.description for key in keys]


@pytest.mark.parametrize("size", [(80, 24), (60, 24), (41, 12)])
@session
async def test_no_key_is_cut(tmp_path: Path, size: tuple[int, int]) -> None:
    async with editing(tmp_path, size=size, wish=ReviewWish("ana")) as seen:
        await seen.pilot.pause(0.2)
        few = shown(seen)
        assert few[:3] == ["Accept", "Reject", "Doubt"]
        assert "Export" not in few
        await seen.pilot.resize_terminal(140, 30)
        await seen.pilot.pause(0.2)
        many = shown(seen)
        assert many[: len(few)] == few
        assert many[-1] == "Export"
        await seen.pilot.resize_terminal(*size)
        await seen.pilot.pause(0.2)
        assert shown(seen) == few
