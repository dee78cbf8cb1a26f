"""What the tests of handouts share: handouts of maps written as text, and the words on their pages."""

import io

import pypdf

import argmap
from argmap.model.map import ArgumentMap
from argmap.pages.citation_styles import USUAL_STYLE, style_named
from argmap.pages.handout import HandoutWishes, handout_pdf
from argmap.reasoning.standing import judge


def wishes(argument_map: ArgumentMap, *, style: str = USUAL_STYLE, paper: str = "a4") -> HandoutWishes:
    return HandoutWishes(judge(argument_map).claims, style=style_named(style), paper=paper)


def pdf_of(text: str, *, style: str = USUAL_STYLE, paper: str = "a4") -> pypdf.PdfReader:
    argument_map = argmap.parse(text)
    return pypdf.PdfReader(
        io.BytesIO(handout_pdf(argument_map, wishes(argument_map, style=style, paper=paper)))
    )


def words(pdf: pypdf.PdfReader) -> str:
    """All text of the pages, on one line."""
    return " ".join(" ".join(page.extract_text() for page in pdf.pages).split())
