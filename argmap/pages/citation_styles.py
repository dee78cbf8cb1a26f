"""The citation styles that Typst brings, by the names it knows them by, and styles from CSL files.

The Citation Style Language (CSL 1.0.2) tells styles that cite in notes from those that cite in the text.
"""

import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path

import attrs

USUAL_STYLE = "chicago-author-date"
"""As references read on a card and in the outline (`argmap.model.reference_text`)."""

_FILE = Path(__file__).with_name("styles.txt")
_SUGGESTIONS = 3
_NOTE_CLASS = re.compile(r"<style\b[^>]*\bclass\s*=\s*[\"']note[\"']")


class UnknownStyleError(LookupError):
    """No citation style has this name; the message says which come near."""


@attrs.frozen
class CitationStyle:
    """A style by its name in Typst, or in full as the XML of a CSL file."""

    name: str
    in_notes: bool
    """Whether it cites in footnotes."""
    csl: str | None = None


def style_named(name: str) -> CitationStyle:
    """One of the styles that come with Typst, capitals alike. Raises UnknownStyleError."""
    wanted = name.strip().casefold()
    if wanted not in style_names():
        raise UnknownStyleError(_unknown(name))
    return CitationStyle(wanted, style_names()[wanted])


def style_from_csl(name: str, text: str) -> CitationStyle:
    """The style that the text of a CSL file defines; Typst reads it when the page is made."""
    return CitationStyle(name, _NOTE_CLASS.search(text) is not None, text)


@cache
def style_names() -> Mapping[str, bool]:
    """Every name, in alphabetical order, and whether the style cites in notes."""
    lines = _FILE.read_text(encoding="utf-8").splitlines()
    return {name: kind == "note" for name, _, kind in (line.partition(" ") for line in lines)}


def _unknown(name: str) -> str:
    from argmap.language.suggestions import nearest

    wanted = name.strip().casefold()
    within = [known for known in style_names() if wanted and wanted in known]
    near = list(dict.fromkeys([*within, *nearest(wanted, style_names(), limit=_SUGGESTIONS)]))[:_SUGGESTIONS]
    examples = "some are apa, chicago-author-date, chicago-notes, mla and ieee; a .csl file does as well"
    hint = f"did you mean {' or '.join(near)}?" if near else examples
    return f"there is no citation style {name!r}; {hint}"
