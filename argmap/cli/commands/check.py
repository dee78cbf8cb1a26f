"""`argmap check`: what is wrong in maps and weak in their arguments, as a report; and its fixes."""

import sys
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

import click

from argmap.cli.failure import Failure
from argmap.cli.inputs import STANDARD_INPUT, files_named, load_map, read_named
from argmap.cli.reports import FORMS, report
from argmap.cli.terminal import with_progress

if TYPE_CHECKING:
    from argmap.cli.fixing import Fixing
    from argmap.model.map import ArgumentMap
    from argmap.reasoning.checking import Selection
    from argmap.source.diagnostics import Diagnostic


@click.command(
    "check",
    epilog="Example: argmap check maps/ --strict --ignore R207\n\n"
    "CODES are codes or their beginnings, such as R204, R2 or L, with commas between several; "
    "`argmap explain` lists them.\n\n"
    "Exit status: 0 no errors, 1 errors (with --strict warnings too; with --diff, something to fix), "
    "2 a file could not be read or written.",
)
@click.argument("files", nargs=-1, required=True, type=click.Path(readable=False))
@click.option("--select", metavar="CODES", multiple=True, help="Only these warnings and hints.")
@click.option("--ignore", metavar="CODES", multiple=True, help="Without these warnings and hints.")
@click.option("--hints", is_flag=True, help="Show hints too.")
@click.option("--strict", is_flag=True, help="Count warnings as errors.")
@click.option("--fix", is_flag=True, help="Mend what can be mended safely, and report the rest.")
@click.option("--diff", is_flag=True, help="Write nothing; show what --fix would change.")
@click.option("--unsafe", is_flag=True, help="With --fix or --diff: also fixes that need a second look.")
@click.option(
    "--format",
    "form",
    type=click.Choice(FORMS),
    default="human",
    show_default=True,
    help="For people, for programs, as marks on a pull request, or as SARIF 2.1.0.",
)
@click.pass_context
def command(
    ctx: click.Context,
    files: tuple[str, ...],
    *,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    hints: bool,
    strict: bool,
    fix: bool,
    diff: bool,
    unsafe: bool,
    form: str,
) -> None:
    """Say what is wrong in FILES and weak in their arguments: maps, folders of maps, or - for standard input.

    With --fix, a map from standard input goes mended to standard output, and the report to standard error.
    """
    if unsafe and not (fix or diff):
        raise click.UsageError("--unsafe goes with --fix or --diff")
    if diff and form != "human":
        raise click.UsageError("--diff shows a diff, and no report that --format could shape")
    selection = _selection(select, ignore, hints=hints)
    fixing = _fixing(selection, unsafe=unsafe, diff=diff) if fix or diff else None
    checked, unreadable = _checked(files, selection, fixing)
    if fixing is not None and (done := fixing.summary()):
        sys.stderr.write(f"{done}\n")
    if diff:
        ctx.exit(2 if unreadable else int(bool(fixing and fixing.applied)))
    shown = _in_order(message for _, messages in checked for message in messages)
    _write_report(form, [argument_map for argument_map, _ in checked], shown, selection, fixing, files)
    ctx.exit(2 if unreadable else int(_fails(shown, strict=strict)))


def _selection(select: Iterable[str], ignore: Iterable[str], *, hints: bool) -> "Selection":
    from argmap.reasoning.checking import USUAL, Selection

    if not (select or ignore or hints):
        return USUAL
    from argmap.reasoning.codes import UnknownCode, read_codes

    try:
        return Selection(read_codes(select), read_codes(ignore), hints)
    except UnknownCode as problem:
        raise click.UsageError(str(problem)) from problem


def _fixing(selection: "Selection", *, unsafe: bool, diff: bool) -> "Fixing":
    from argmap.cli.fixing import Fixing

    return Fixing(selection, unsafe=unsafe, diff=diff)


def _checked(
    names: Sequence[str], selection: "Selection", fixing: "Fixing | None"
) -> tuple[list[tuple["ArgumentMap", Sequence["Diagnostic"]]], bool]:
    """The maps with their messages, and whether a file failed; the others are checked all the same."""
    checked: list[tuple[ArgumentMap, Sequence[Diagnostic]]] = []
    failed = False
    for name in with_progress(files_named(names), "checking"):
        try:
            checked.append(_check(name, selection, fixing))
        except Failure as failure:
            failure.show()
            failed = True
    return checked, failed


def _check(
    name: str, selection: "Selection", fixing: "Fixing | None"
) -> tuple["ArgumentMap", Sequence["Diagnostic"]]:
    from argmap.reasoning.checking import messages

    if fixing is None:
        argument_map = load_map(name)
        return argument_map, messages(argument_map, selection)
    if name == STANDARD_INPUT:
        mended = fixing.mend_input(read_named(name))
    else:
        mended = fixing.mend(name, load_map(name))
    return mended.map, mended.messages


def _in_order(messages: Iterable["Diagnostic"]) -> tuple["Diagnostic", ...]:
    from argmap.source.diagnostics import in_reading_order

    return in_reading_order(list(messages))


def _fails(shown: Iterable["Diagnostic"], *, strict: bool) -> bool:
    from argmap.source.diagnostics import Severity

    counted = {Severity.ERROR, Severity.WARNING} if strict else {Severity.ERROR}
    return any(message.severity in counted for message in shown)


def _write_report(
    form: str,
    maps: Sequence["ArgumentMap"],
    shown: Sequence["Diagnostic"],
    selection: "Selection",
    fixing: "Fixing | None",
    files: Sequence[str],
) -> None:
    # A mended map from standard input has standard output to itself.
    stream = sys.stderr if fixing is not None and STANDARD_INPUT in files else sys.stdout
    texts = {name: text for argument_map in maps for name, text in argument_map.texts.items()}
    stream.write(report(form, shown, texts, files=len(maps), stream=stream))
    if form == "human":
        from argmap.cli.last_line import last_line

        stream.write(last_line(maps, shown, selection, fixing=fixing is not None, terminal=stream.isatty()))
