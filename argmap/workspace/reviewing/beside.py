"""What other readers say of a map in files of their own beside it, which the map does not include."""

import os
from glob import escape
from pathlib import Path

import attrs

from argmap.model.build import build
from argmap.model.elements import Review
from argmap.model.reading import read
from argmap.source.files import UnreadableFile, read_text
from argmap.source.text import SourceText
from argmap.workspace.reviewing.state import Reviewing


@attrs.frozen
class Beside:
    """The reviews, and the texts that they were read from."""

    reviews: tuple[Review, ...] = ()
    texts: tuple[SourceText, ...] = ()


def reviews_beside(state: Reviewing) -> Beside:
    """The reviews of the map in files beside it that are named so: as `debate.ben.review.argmap`.

    Files that cannot be read or do not include the map are passed over, and so are those that the map or the
    review holds already.
    """
    path = Path(state.map_file)
    reviews, texts = list[Review](), list[SourceText]()
    for found in sorted(path.parent.glob(f"{escape(path.stem)}.*.review{escape(path.suffix)}")):
        name = os.path.normpath(found)
        if name in state.texts:
            continue
        try:
            source = SourceText(name, read_text(name).text)
        except UnreadableFile:
            continue
        reading = read(source, folder=found.parent, previous=state.reading, texts=state.texts)
        if state.map_file not in reading.trees:
            continue
        texts.append(source)
        reviews += [review for review in build(reading).reviews if review.span.file == name]
    return Beside(tuple(reviews), tuple(texts))
