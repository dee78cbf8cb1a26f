"""One map in one of the forms that it is exported as, and where it is put."""

import os
import sys
from collections.abc import Iterable, Set
from pathlib import Path
from typing import TYPE_CHECKING

import attrs
import click

from argmap.cli.failure import Failure
from argmap.cli.handouts import HandoutOptions, style_of
from argmap.cli.judging import verdicts_named
from argmap.cli.paging import PageOptions
from argmap.cli.pictures import PictureOptions, check_picture
from argmap.pages.exporting import Form, Report

if TYPE_CHECKING:
    from argmap.model.map import ArgumentMap
    from argmap.model.parts.choice import Part

FORMS: tuple[Form, ...] = ("svg", "pdf", "png", "dot", "html", "json", "md", "typ")
BINARY = ("pdf", "png")
STANDARD_OUTPUT = "-"


@attrs.frozen
class Wishes:
    """How a map is to be exported, whatever the form."""

    picture: PictureOptions
    handout: HandoutOptions
    dpi: int
    paging: PageOptions = attrs.field(factory=PageOptions)


def made(
    part: "Part", form: Form, wishes: Wishes, *, whole: "ArgumentMap", output: str, report: Report
) -> dict[str, bytes]:
    """What is to be written of a part of a map, which may be all of it, by the names of the files.

    The drawing that a Markdown file at `output` shows is written beside it. Raises `Failure` and UsageError.
    """
    from argmap.pages import exporting

    check_picture(wishes.picture, form)
    if wishes.picture.review:
        verdicts_named(whole, [wishes.picture.review])
    style = style_of(wishes.handout)
    asked = exporting.ExportWishes(
        form, wishes.handout.handout, wishes.picture, wishes.paging, style, wishes.dpi
    )
    beside = Path(output).with_name(f"{Path(output).stem}-diagram.svg")
    shown = beside.name if output != STANDARD_OUTPUT else ""
    try:
        found = exporting.made(part, asked, whole=whole, diagram_name=shown, output=output, report=report)
    except exporting.UnusableWishesError as problem:
        raise click.UsageError(str(problem)) from problem
    except exporting.ExportError as problem:
        raise Failure(str(problem)) from problem
    if found.diagram is not None:
        spare_the_map(whole.texts, str(beside))
        write(str(beside), found.diagram)
    count = len(found.files)
    if left := exporting.left_over(output, form, wishes.paging, count=count):
        report(left)
    names = exporting.file_names(output, form, wishes.paging, count=count)
    return dict(zip(names, found.files, strict=True))


def spare_the_map(texts: Iterable[str], output: str) -> None:
    """Refuse to put an export in the place of one of the files that a map was read from."""
    spare(real_names(texts), output)


def real_names(names: Iterable[str]) -> frozenset[str]:
    """The files that the names lead to, whatever links there are on the way."""
    return frozenset(map(os.path.realpath, names))


def spare(files: Set[str], output: str) -> None:
    """Refuse to put an export in the place of one of these files, which `real_names` found."""
    if output != STANDARD_OUTPUT and os.path.realpath(output) in files:
        raise Failure(f"{output} is a file of the map itself: give the drawing another name")


def write(output: str, data: bytes) -> None:
    """Put the data in the place of the file, or on standard output for `-`. Raises `Failure`."""
    from argmap.source.files import UnwritableFile, write_output

    try:
        write_output(output, data)
    except UnwritableFile as problem:
        raise Failure(str(problem)) from problem


def say(sentence: str) -> None:
    """A line on standard error."""
    sys.stderr.write(f"{sentence}\n")
