"""Maps as open documents, and random edits of them: what tests of the room share."""

from pathlib import Path

import hypothesis
from hypothesis import strategies as st

from argmap.source.edits import TextEdit
from argmap.source.files import read_text
from argmap.source.spans import Span
from argmap.source.text import SourceText
from argmap.workspace.analysis import Analysis, Inquiry, analyse
from argmap.workspace.document import Document

ROOT = Path(__file__).parents[2]
MAPS = [*sorted((ROOT / "maps").glob("*.argmap")), *sorted((ROOT / "tests" / "suite").rglob("*.argmap"))]

DEBATE = """\
map Will Ankara come along?

source edm: Eurasia Daily Monitor

thesis buy-in: Russia prefers Turkish buy-in
  because west: Georgia and Ukraine went West {likely} #west
  and pragmatic: Moscow needs a partner
  by position-to-know {honesty: ok}
  unless iran: Iran could fill the role
    but distant: Iran has no foothold
  but arms: Turkey arms Ukraine [@edm, p. 3]
claim small: The sales are small
  but @arms
"""


def opened(text: str, name: str = "debate.argmap") -> Document:
    return Document.open(SourceText(name, text))


def known(text: str, name: str = "debate.argmap") -> Analysis:
    """Everything that is known about a text that is no file."""
    return last(Inquiry(opened(text, name).version))


def known_file(path: Path) -> Analysis:
    """Everything that is known about a file."""
    return last(Inquiry(Document.open(read_text(path), folder=path.parent).version))


def last(inquiry: Inquiry, before: Analysis | None = None) -> Analysis:
    """What is known after the last stage."""
    *_, found = analyse(inquiry, before)
    return found


def cursor(marked: str) -> tuple[str, int]:
    """A text without its `|`, and where that stood."""
    return marked.replace("|", "", 1), marked.index("|")


def insert(document: Document, offset: int, text: str) -> TextEdit:
    return TextEdit(Span(document.name, offset, offset), text)


def randomised(examples: int):
    """Run a test on so many random inputs, other ones each time; a failure's report says how to repeat it."""
    return hypothesis.settings(
        max_examples=examples,
        deadline=None,
        database=None,
        print_blob=True,
        suppress_health_check=[hypothesis.HealthCheck.too_slow],
    )


_PIECES = st.sampled_from(
    [
        *(
            "",
            "a",
            " ",
            "\n",
            "\r\n",
            "\r",
            "  ",
            "\t",
            "@",
            "[@edm]",
            "{likely}",
            "#tag",
            "{",
            '"',
            "\u2028",
        ),
        *(
            "because x: y\n",
            "  but z\n",
            "claim @arms\n",
            "thesis t: T\n",
            "1. A\n2. B (1)\n",
            "\ufeff",
            "😀",
        ),
    ]
)


@st.composite
def edits_of(draw: st.DrawFn, text: str) -> tuple[int, int, str]:
    """The place of an edit in a text, and what it puts there."""
    start = draw(st.integers(0, len(text)))
    stop = min(len(text), start + draw(st.sampled_from([0, 0, 0, 1, 2, 9, 60])))
    return start, stop, draw(_PIECES)
