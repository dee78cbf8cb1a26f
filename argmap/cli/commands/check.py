"""`argmap check`: what is wrong in maps, as a report."""

import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from argmap.cli.failure import Failure
from argmap.cli.inputs import files_named, load_map
from argmap.cli.terminal import colour_wanted, terminal_cells, with_progress

if TYPE_CHECKING:
    from argmap.model.map import ArgumentMap
    from argmap.source.diagnostics import Diagnostic
    from argmap.source.text import SourceText


@click.command(
    "check",
    epilog="Example: argmap check maps/ --strict\n\n"
    "`argmap explain CODE` says what a message means. "
    "Exit status: 0 no errors, 1 errors (with --strict warnings too), 2 a file could not be read.",
)
@click.argument("files", nargs=-1, required=True, type=click.Path(readable=False))
@click.option(
    "--format",
    "form",
    type=click.Choice(["human", "json", "github"]),
    default="human",
    show_default=True,
    help="For people, for programs, or as marks on a pull request.",
)
@click.option("--strict", is_flag=True, help="Count warnings as errors.")
@click.option("--hints", is_flag=True, help="Show hints too.")
@click.pass_context
def command(ctx: click.Context, files: tuple[str, ...], form: str, strict: bool, hints: bool) -> None:
    """Say what is wrong in FILES: maps, folders of maps, or - for standard input."""
    from argmap.source.diagnostics import Severity, in_reading_order

    maps, unreadable = _loaded(files)
    texts = {name: text for argument_map in maps for name, text in argument_map.texts.items()}
    found = in_reading_order([message for argument_map in maps for message in argument_map.diagnostics])
    shown = [message for message in found if hints or message.severity is not Severity.HINT]
    sys.stdout.write(_report(form, shown, texts, len(maps)))
    if form == "human":
        sys.stdout.write(_last_line(maps, shown, hidden=len(found) - len(shown)))
    counted = {Severity.ERROR, Severity.WARNING} if strict else {Severity.ERROR}
    wrong = any(message.severity in counted for message in found)
    ctx.exit(2 if unreadable else int(wrong))


def _loaded(names: Sequence[str]) -> tuple[list["ArgumentMap"], bool]:
    """The maps that could be read, and whether any could not; the others are checked all the same."""
    maps: list[ArgumentMap] = []
    unreadable = False
    for name in with_progress(files_named(names), "checking"):
        try:
            maps.append(load_map(name))
        except Failure as failure:
            failure.show()
            unreadable = True
    return maps, unreadable


def _report(form: str, messages: Sequence["Diagnostic"], texts: dict[str, "SourceText"], files: int) -> str:
    if form == "json":
        from argmap.source.report_json import json_report

        return json_report(messages, texts, files)
    if form == "github":
        from argmap.source.report_github import github_report

        return github_report(messages, texts)
    from argmap.source.report_human import DEFAULT_WIDTH, human_report

    cells = terminal_cells(sys.stdout) or DEFAULT_WIDTH
    return human_report(messages, texts, colour=colour_wanted(sys.stdout), cells=cells)


def _last_line(maps: Sequence["ArgumentMap"], shown: Sequence["Diagnostic"], *, hidden: int) -> str:
    """The sum of the messages; without any, a word of that on a terminal only."""
    from argmap.source.report_human import counted, summary

    if shown:
        return f"{summary(shown, len(maps))}\n"
    if not maps or not sys.stdout.isatty():
        return ""
    claims = sum(len(argument_map.claims) for argument_map in maps)
    more = f" ({counted(hidden, 'hint')}: --hints shows them)" if hidden else ""
    return f"{counted(len(maps), 'file')}, {counted(claims, 'claim')}, no problems{more}\n"
