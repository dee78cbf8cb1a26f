"""What `argmap export` and `argmap watch` are asked for: which map goes where, in what form, and how."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import attrs
import click

from argmap.cli.exporting import (
    FORMS,
    STANDARD_OUTPUT,
    Wishes,
    made,
    spare_the_map,
    write,
)
from argmap.cli.handouts import HandoutOptions, check_handout, handout_options
from argmap.cli.inputs import is_folder
from argmap.cli.paging import PageOptions, check_pages, page_options
from argmap.cli.parts import PartOptions, part_of, part_options
from argmap.cli.pictures import PictureOptions, picture_options, refuse_for
from argmap.pages.exporting import DPI, Form, Report

if TYPE_CHECKING:
    from argmap.model.map import ArgumentMap
    from argmap.model.parts.choice import Side

_Command = TypeVar("_Command", bound=Callable[..., Any])
_OF_THE_PAGE = ("standing", "review", "look", "layout", "direction", "title", "legend", "notes", "strength")


@attrs.frozen
class Order:
    """One export: where to, in what form, of which part of the map."""

    output: str
    form: Form
    wishes: Wishes
    part: PartOptions


def order_options(command: _Command) -> _Command:
    """Give a command the options; `forms` are its own, and the others are what `wishes_of` takes."""
    to = click.option(
        "--to",
        "forms",
        metavar="FORM[,FORM...]",
        callback=_named_forms,
        help="What to write, whatever the suffix.",
    )
    dpi = click.option(
        "--dpi", type=click.IntRange(10, 2400), help=f"Dots an inch of a .png, {DPI} when not given."
    )
    return to(dpi(part_options(page_options(picture_options(handout_options(command))))))


def wishes_of(
    *,
    section: str | None,
    focus: tuple[str, ...],
    depth: int | None,
    tag: str | None,
    collapse: tuple[str, ...],
    only: "Side | None",
    dpi: int | None,
    handout: bool,
    style: str | None,
    page: str | None,
    margin: float | None,
    pages: bool,
    steps: bool,
    **pictured: Any,
) -> tuple[Wishes, PartOptions]:
    """What the options ask for."""
    part = PartOptions(section, tag, only, focus, collapse, depth)
    paging = PageOptions(page, margin, pages, steps)
    return Wishes(PictureOptions(**pictured), HandoutOptions(handout, style), dpi or DPI, paging), part


def check(forms: Sequence[Form], wishes: Wishes, dpi: int | None) -> None:
    """Refuse options that the forms have no use for with a usage error."""
    if dpi is not None and "png" not in forms:
        raise click.UsageError(f"--dpi counts for png only, not for {forms[0]}")
    for form in forms:
        check_handout(wishes.handout, form)
        check_pages(wishes.paging, form, handout=wishes.handout.handout)
        if form == "json":
            refuse_for(form, wishes.picture)
        elif form == "html":
            refuse_for(form, wishes.picture, but=_OF_THE_PAGE)
            if wishes.picture.look not in (None, "cards", "elbows"):
                raise click.UsageError(f"the page has the look of cards, not of {wishes.picture.look}")


def form_of(output: str, *, many: bool) -> Form:
    """The form that a suffix asks for; a usage error where it does not, as for `many` outputs."""
    if many or output == STANDARD_OUTPUT:
        where = f"{output} is a folder: " if is_folder(output) else ""
        raise click.UsageError(f"{where}say with --to what to write: {', '.join(FORMS)}")
    suffix = Path(output).suffix.lower()
    for form in FORMS:
        if suffix == f".{form}":
            return form
    what = f"{suffix} is no suffix that we write" if suffix else f"{output} has no suffix"
    raise click.UsageError(f"{what}; use one of .{', .'.join(FORMS)}, or --to")


def carry_out(order: Order, argument_map: "ArgumentMap", *, report: Report) -> list[str]:
    """Export a map as ordered; the names of the files that are written, several where pages are.

    Raises `Failure`, and UsageError for options that do not go together.
    """
    spare_the_map(argument_map.texts, order.output)
    files = made(
        part_of(argument_map, order.part),
        order.form,
        order.wishes,
        whole=argument_map,
        output=order.output,
        report=report,
    )
    for name in files:
        spare_the_map(argument_map.texts, name)
    for name, data in files.items():
        write(name, data)
    return list(files)


def _named_forms(_: click.Context, param: click.Parameter, value: str | None) -> tuple[Form, ...] | None:
    """One form or several with commas between, each once."""
    if value is None:
        return None
    words = [word.strip().lower() for word in value.split(",")]
    unknown = [word for word in words if word not in FORMS]
    if unknown:
        raise click.BadParameter(f"{unknown[0]!r} is none of {', '.join(FORMS)}", param=param)
    return tuple(form for form in FORMS if form in words)
