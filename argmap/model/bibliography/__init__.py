"""Bibliographies: BibTeX, BibLaTeX and CSL-JSON files as sources."""

import attrs

from argmap.model.elements import Source
from argmap.source.diagnostics import Diagnostic

# A file with more wrong in it is another kind of file; its reader needs no list of every line.
_MOST_MESSAGES = 100


@attrs.frozen
class Bibliography:
    """The entries of a file, each key once, in the order of the file; and what could not be read."""

    entries: tuple[Source, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()


def read_bibliography(name: str, text: str) -> Bibliography:
    """The sources in `text`, which the suffix of `name` says is BibTeX (`.bib`) or CSL-JSON (`.json`).

    Never raises, whatever the text: an entry that cannot be read is named in a message (L510 to L514)
    with its place in `name`, and every other entry is kept. Reads no other file and no address.
    """
    if name.lower().endswith(".bib"):
        from argmap.model.bibliography.bibtex import read_bibtex as read
    elif name.lower().endswith(".json"):
        from argmap.model.bibliography.csl_json import read_csl_json as read
    else:
        return Bibliography(diagnostics=(_unknown_kind(name, text),))
    sources, diagnostics = read(name, text)
    return Bibliography(tuple(sources), _few_enough(diagnostics))


def _unknown_kind(name: str, text: str) -> Diagnostic:
    from argmap.model.bibliography.messages import Marker, no_bibliography

    hint = "use a BibTeX or BibLaTeX file (.bib) or a CSL-JSON file (.json)"
    return no_bibliography(f"{name} is no bibliography that can be read", Marker(name, text).at(0), hint)


def _few_enough(diagnostics: list[Diagnostic]) -> tuple[Diagnostic, ...]:
    ordered = sorted(diagnostics, key=lambda diagnostic: diagnostic.span)
    if len(ordered) <= _MOST_MESSAGES:
        return tuple(ordered)
    from argmap.model.bibliography.messages import no_bibliography

    shown = ordered[:_MOST_MESSAGES]
    rest = f"{len(ordered) - _MOST_MESSAGES} more problems follow in this bibliography"
    return (*shown, no_bibliography(rest, ordered[_MOST_MESSAGES].span, "mend the first ones first"))
