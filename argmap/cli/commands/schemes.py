"""`argmap schemes`: the patterns of reasoning that `by` lines may name."""

import sys

import click

from argmap.cli.failure import Failure
from argmap.cli.terminal import terminal_cells

_CELLS = 80


@click.command("schemes", epilog="Example: argmap schemes expert-opinion")
@click.argument("name", required=False)
def command(name: str | None) -> None:
    """Show the argumentation scheme NAME with its critical questions; without one, list them all."""
    from argmap.documents.scheme_text import scheme_list, scheme_text
    from argmap.model.schemes import catalogue, find

    if name is None:
        sys.stdout.write(scheme_list(catalogue().values()))
        return
    scheme = find(name)
    if scheme is None:
        raise Failure(_unknown(name))
    sys.stdout.write(scheme_text(scheme, cells=terminal_cells(sys.stdout) or _CELLS))


def _unknown(name: str) -> str:
    from argmap.model.schemes import nearest

    near = nearest(name)
    hint = f"did you mean {' or '.join(near)}?" if near else "`argmap schemes` lists them"
    return f"there is no scheme {name!r}; {hint}"
