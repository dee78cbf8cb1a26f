"""`argmap watch`: the pictures and pages of a map, made anew whenever it is saved."""

import os
from collections.abc import Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from argmap.cli.exporting import FORMS, STANDARD_OUTPUT, Wishes
from argmap.cli.failure import Failure
from argmap.cli.inputs import STANDARD_INPUT, SUFFIX, is_folder
from argmap.cli.option_groups import GroupedCommand
from argmap.cli.orders import Order, check, form_of, order_options, wishes_of
from argmap.cli.parts import PartOptions
from argmap.cli.watching import Watching, page_name
from argmap.pages.exporting import Form

if TYPE_CHECKING:
    from argmap.pages.serving import PageServer


@click.command(
    "watch",
    cls=GroupedCommand,
    epilog="Example: argmap watch debate.argmap -o debate.html\n\n"
    "Exit status: 0 when it is ended by Ctrl-C or a signal, 2 when it could not begin.",
)
@click.argument("file", type=click.Path(readable=False))
@click.option(
    "-o",
    "--output",
    "outputs",
    required=True,
    multiple=True,
    type=click.Path(readable=False),
    help=f"Where to, once or several times; the suffix says what: .{', .'.join(FORMS)}. A folder with --to, "
    "for every form named there.",
)
@click.option("--port", type=click.IntRange(1, 65535), help="Where a page is shown; a free one by itself.")
@order_options
@click.pass_context
def command(
    ctx: click.Context,
    /,
    *,
    file: str,
    outputs: tuple[str, ...],
    port: int | None,
    forms: tuple[Form, ...] | None,
    **options: Any,
) -> None:
    """Export FILE, a map, whenever it is saved, or one of the files that it includes.

    A page (.html) is also shown at an address of this machine alone, and reloads in the browser by itself.

    While the map has errors, what was exported last stays. Ctrl-C ends it. The other options are those of
    `argmap export`.
    """
    if file == STANDARD_INPUT or is_folder(file):
        raise click.UsageError(f"{file}: name one map, the file that you edit")
    wishes, part = wishes_of(**options)
    orders = _orders(file, outputs, forms, wishes, part)
    _check(orders, wishes, options["dpi"])
    pages = _pages(orders)
    if port is not None and not pages:
        raise click.UsageError("--port counts for a page only: add -o with a name that ends in .html")
    try:
        with ExitStack() as stack:
            server = stack.enter_context(_server(pages, port)) if pages else None
            Watching(file, orders, server).run()
    except (KeyboardInterrupt, SystemExit):
        # The one way to end it, and so no failure; an engine that was drawing has been ended too.
        ctx.exit(0)


def _orders(
    file: str,
    outputs: Sequence[str],
    forms: tuple[Form, ...] | None,
    wishes: Wishes,
    part: PartOptions,
) -> list[Order]:
    orders: dict[str, Order] = {}
    for output in outputs:
        if output == STANDARD_OUTPUT:
            raise click.UsageError("-o -: name a file, which can be written again and again")
        for name, form in _named(file, output, forms):
            key = os.path.realpath(name)
            if key in orders:
                raise click.UsageError(f"{name} is named twice with -o")
            orders[key] = Order(name, form, wishes, part)
    return list(orders.values())


def _named(file: str, output: str, forms: tuple[Form, ...] | None) -> list[tuple[str, Form]]:
    if is_folder(output):
        stem = Path(file).name.removesuffix(SUFFIX)
        return [
            (str(Path(output, f"{stem}.{form}")), form) for form in forms or (form_of(output, many=True),)
        ]
    if forms and len(forms) > 1:
        raise click.UsageError(f"for {len(forms)} forms name a folder with -o, such as -o exports/")
    return [(output, forms[0] if forms else form_of(output, many=False))]


def _check(orders: Sequence[Order], wishes: Wishes, dpi: int | None) -> None:
    """Refuse an option that none of the outputs has a use for, and an output that lacks one that it needs."""
    refusals: list[click.UsageError] = []
    for form in dict.fromkeys(order.form for order in orders):
        try:
            check((form,), wishes, dpi)
        except click.UsageError as refusal:
            refusals.append(refusal)
            if form in {"md", "typ"}:
                raise
    if refusals and len(refusals) == len({order.form for order in orders}):
        raise refusals[0]


def _pages(orders: Sequence[Order]) -> list[str]:
    """The names by which a browser is to know the pages among the outputs."""
    names = [page_name(order) for order in orders if order.form == "html"]
    for name in names:
        if names.count(name) > 1:
            raise click.UsageError(f"two pages would be shown as {name}: give one of them another name")
    return names


def _server(pages: Sequence[str], port: int | None) -> "PageServer":
    from argmap.pages.serving import PageServer
    from argmap.source.files import reason_of

    try:
        return PageServer(pages, port=port or 0)
    except OSError as error:
        raise Failure(
            f"port {port}: no page can be shown there: {reason_of(error)}; without --port a free one is taken"
        ) from error
