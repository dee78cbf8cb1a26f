"""Maps under review: what tests of reviewing share."""

from collections.abc import Mapping
from pathlib import Path

import argmap
from argmap.model.map import ArgumentMap
from argmap.source.text import SourceText
from argmap.workspace.reviewing import Reviewing, begin_beside, begin_in_place

MAP = """\
map Will Ankara come along?
source edm: Eurasia Daily Monitor
  date: 2020-11-10
  reliability: B2
  note Read without its pictures.
thesis buy-in: Russia prefers Turkish buy-in
  because west: Georgia and Ukraine went West {likely} #west
  and pragmatic: Moscow needs a partner
  by position-to-know {honesty: ok}
  unless iran: Iran could fill the role
    but distant: Iran has no foothold [@edm]
  but arms: Turkey arms Ukraine [see @edm, p. 3]
    note Only drones.
  but the sales are large
claim small: The sales are small
  but @arms
review ben: Second reading
  reject @arms: They are not many {10%} [@edm]
  ask @west: When?
"""


def beside(text: str = MAP, reader: str = "ana", *, folder: Path, review: str | None = None) -> Reviewing:
    """A review in a file of its own, beside a map that only lies in memory, in a real folder."""
    name = str(folder / "debate.argmap")
    own = None if review is None else SourceText(str(folder / f"debate.{reader}.review.argmap"), review)
    return begin_beside(SourceText(name, text), reader, review=own)


def in_place(text: str = MAP, reader: str = "ana") -> Reviewing:
    return begin_in_place(SourceText("debate.argmap", text), reader)


def read_back(state: Reviewing) -> ArgumentMap:
    """The map of a review's texts, read anew."""
    root = state.reading.root.name
    return argmap.parse(state.texts[root].text, name=root, folder=Path(root).parent, texts=state.texts)


def texts_of(state: Reviewing) -> Mapping[str, str]:
    return {name: source.text for name, source in state.texts.items()}
