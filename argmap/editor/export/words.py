"""What an export says of options of the command line, in the words of the dialog's rows."""

import re
from collections.abc import Callable, Sequence
from typing import Final

from argmap.editor.export.choices import Row

_Said = Callable[[re.Match[str], Callable[[str, str], str]], str]

_OPTIONS: Final[tuple[tuple[str, _Said], ...]] = (
    (r"--focus, --depth or --section", lambda _, __: "a Part or fewer Levels"),
    (
        r"--pages instead of --handout",
        lambda _, row: f"{row('form', 'pdf')} with {row('several', 'pages')}",
    ),
    (r"--pages\b", lambda _, row: row("several", "pages")),
    (r"--page ([\w:]+)", lambda found, row: row("page", found[1])),
    (r"--depth (\d+)", lambda found, row: row("depth", found[1])),
    (r"--section “(.*?)”", lambda found, _: f"Part “section {found[1]}”"),
    (r"--section\b", lambda _, __: "a section under Part"),
    (r"--layout tidy", lambda _, row: row("layout", "tidy")),
)
"""What stands in a sentence, and what it is in the dialog; the longer comes before what it begins with."""


def in_words_of(rows: Sequence[Row], sentence: str) -> str:
    """A sentence about an export, with the dialog's rows and values in the place of options.

    >>> in_words_of(rows(map), "--page a3 makes it 7.0 pt")
    'Page “A3” makes it 7.0 pt'
    """
    words = {(row.id, value.id): value.words for row in rows for value in row.values}
    names = {row.id: row.words for row in rows}

    def row(id: str, value: str) -> str:
        # A depth that the dialog does not offer is less than all.
        return f"{names[id]} “{words[id, value]}”" if (id, value) in words else f"fewer {names[id]}"

    def replaced(option: str, said: _Said) -> str:
        return re.sub(option, lambda found: said(found, row), sentence)

    for option, said in _OPTIONS:
        sentence = replaced(option, said)
    return sentence
