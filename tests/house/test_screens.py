"""What stands in exports/screens/ is what `make screenshots` draws."""

import asyncio
import importlib.util
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SCREENS = ROOT / "exports" / "screens"

_spec = importlib.util.spec_from_file_location("screens", ROOT / "exports" / "screens.py")
assert _spec
assert _spec.loader
screens = importlib.util.module_from_spec(_spec)
_spec.loader.exec_module(screens)

PICTURES = {
    f"{scene.name}-{size}-{theme}.svg"
    for scene in screens.SCENES
    for size in screens.SIZES
    for theme in screens.THEMES
}


def test_every_screen_is_there_and_none_is_left_over() -> None:
    assert {path.name for path in SCREENS.iterdir()} == PICTURES


@pytest.mark.parametrize("name", sorted(PICTURES))
def test_looking_at_a_screen_asks_no_other_machine(name: str) -> None:
    text = (SCREENS / name).read_text(encoding="utf-8")
    assert "url(http" not in text
    assert "@font-face" not in text


@pytest.mark.slow
@pytest.mark.parametrize(
    "name",
    [
        "diagram-wide-dark",  # the README shows these two
        "review-what-if-wide-dark",
        "message-80x24-light",
        "outline-80x24-dark",
    ],
)
def test_a_screen_is_as_it_was_looked_at(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    scene_name, size, theme = name.rsplit("-", 2)
    (scene,) = (scene for scene in screens.SCENES if scene.name == scene_name)
    now = asyncio.run(screens.drawn(scene, theme=theme, size=screens.SIZES[size], folder=tmp_path))
    before = (SCREENS / f"{name}.svg").read_text(encoding="utf-8")
    assert now == before, "run `make screenshots`, and look at what it draws"
