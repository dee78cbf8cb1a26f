"""The map of an article, drawn as it was looked at; running this file writes it anew, to be looked at."""

from pathlib import Path

import pytest

from argmap.drawing.terminal.draw import draw
from argmap.drawing.terminal.view import View
from argmap.model.build import load
from argmap.reasoning.standing import judge

GOLDEN = Path(__file__).parent / "golden"
ARTICLE = Path(__file__).parents[3] / "maps" / "turkish-russian-relations.argmap"
VIEWS = {
    "labels": View("label"),
    "near-the-thesis": View("text", focus="buy-in", depth=1),
    "down": View("line", "down", focus="independent"),
    "folded": View("line", folded=frozenset({"buy-in", "managed", "clash-syria"})),
}


def drawn(name: str) -> str:
    article = load(ARTICLE)
    return draw(article, VIEWS[name], standings=judge(article).claims).plain()


@pytest.mark.parametrize("name", VIEWS)
def test_the_article_is_drawn_as_it_was_looked_at(name: str) -> None:
    assert drawn(name) == (GOLDEN / f"{name}.txt").read_text(encoding="utf-8")


if __name__ == "__main__":
    for each in VIEWS:
        (GOLDEN / f"{each}.txt").write_text(drawn(each), encoding="utf-8")
