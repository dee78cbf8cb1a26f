"""Addresses on the web that entries give in other words."""

import re
from urllib.parse import quote

_DOI_PREFIX = re.compile(r"(?:https?://(?:dx\.)?doi\.org/|doi:\s*)", re.IGNORECASE)
_ADDRESS = re.compile(r"https?://[^\s{}\\]+")


def doi_address(doi: str) -> str:
    """The address that a DOI, with or without its prefix, resolves at (DOI Handbook, section 3.8)."""
    return "https://doi.org/" + quote(_DOI_PREFIX.sub("", doi.strip(), count=1), safe="/:;().,_-~+@!*'=&$")


def arxiv_address(eprint: str) -> str:
    """The address of a preprint in arXiv, by its number."""
    return "https://arxiv.org/abs/" + quote(eprint.strip(), safe="/.")


def address_in(text: str) -> str | None:
    """The first http or https address in a text."""
    found = _ADDRESS.search(text)
    return found[0] if found else None
