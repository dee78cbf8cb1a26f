"""`argmap explain`: what a message means and what to do about it."""

import sys
from collections.abc import Iterator

import click

from argmap.cli.failure import Failure
from argmap.cli.terminal import terminal_cells


@click.command("explain", epilog="Example: argmap explain R110, or argmap explain L3 for a family")
@click.argument("code", required=False)
def command(code: str | None) -> None:
    """Explain the message with this CODE or title, or list the codes that begin so; without one, list all."""
    from argmap.language.catalogue import explanation
    from argmap.reasoning.codes import code_titled, codes_of, entry_of, unknown

    wanted = (code or "").strip().upper()
    codes = codes_of(wanted)
    entry = entry_of(wanted if codes else code_titled(wanted) or wanted)
    if entry is not None:
        cells = terminal_cells(sys.stdout)
        text = explanation(entry, cells=cells) if cells else explanation(entry)
        sys.stdout.write(f"{text.rstrip()}\n")
        return
    if not codes or (code is not None and not wanted):
        raise Failure(unknown(code or ""))
    sys.stdout.writelines(f"{line}\n" for line in _list(codes, terminal_cells(sys.stdout)))


def _list(codes: tuple[str, ...], cells: int | None) -> Iterator[str]:
    """A line for each message under the title of its family; on a terminal in lines of so many cells."""
    from argmap.reasoning.codes import FAMILIES, entry_of
    from argmap.source.cells import wrap

    family = ""
    for code in codes:
        if code[:2] != family:
            if family:
                yield ""
            family = code[:2]
            yield f"{family}: {FAMILIES[family]}"
        entry = entry_of(code)
        if entry is None:  # pragma: no cover - every code has an entry; a test holds that
            continue
        line = f"{code} {entry.title} ({entry.severity}): {entry.summary}"
        first, *more = [line] if cells is None else wrap(line, cells - len(f"  {code} "))
        yield f"  {first}"
        yield from (f"  {' ' * len(code)} {text}" for text in more)
