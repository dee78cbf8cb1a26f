"""How well a name answers what somebody has typed of it."""

import re
from collections.abc import Sequence
from typing import Final

PREFIX: Final = 0
"""The name begins with it."""
LATER_WORD: Final = 1
"""A later word of the name begins with it."""
INSIDE: Final = 2
"""It stands somewhere in the name."""
LETTERS: Final = 3
"""Its letters stand in the name in order, and the first letters are the same."""


def ranks(query: str, names: Sequence[str]) -> list[tuple[int, int]]:
    """The names that answer a query, as (rank, place in the row); smaller ranks are better, order is kept.

    Both must be in lower case (`casefold`). An empty query is answered by every name.
    """
    if not query:
        return [(PREFIX, number) for number in range(len(names))]
    found: list[tuple[int, int]] = []
    letters = re.compile(".*?".join(map(re.escape, query)), re.DOTALL).match
    later = re.compile(rf"(?<![^\W_]){re.escape(query)}").search
    for number, name in enumerate(names):
        if name.startswith(query):
            found.append((PREFIX, number))
        elif query in name:
            found.append((LATER_WORD if later(name) else INSIDE, number))
        elif letters(name):
            found.append((LETTERS, number))
    return found
