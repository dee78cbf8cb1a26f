"""`argmap why`: the reasons for the standing of a claim, down to the leaves."""

import shlex
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from argmap.cli.inputs import STANDARD_INPUT, load_map
from argmap.cli.judging import claim_named, complete_labels, judging_options, tried, verdicts_named
from argmap.cli.messages import tell_errors
from argmap.cli.terminal import terminal_cells

if TYPE_CHECKING:
    from argmap.model.elements import Standard
    from argmap.model.map import ArgumentMap

_NARROWEST = 20


@click.command(
    "why",
    epilog="Example: argmap why debate.argmap west\n\n"
    "A claim is named by its label, or by how its text begins. `argmap judge` judges the whole map. "
    "Exit status: 0 told, 1 told but the map has errors, 2 not told.",
)
@click.argument("file", type=click.Path(readable=False))
@click.argument("label", required=False, shell_complete=complete_labels)
@judging_options
@click.option(
    "--width",
    type=click.IntRange(min=_NARROWEST),
    help="Cells to a line; the terminal's width, or no limit, when not given.",
)
@click.pass_context
def command(
    ctx: click.Context,
    file: str,
    *,
    label: str | None,
    standard: "Standard | None",
    readers: tuple[str, ...],
    accepted: tuple[str, ...],
    rejected: tuple[str, ...],
    doubted: tuple[str, ...],
    width: int | None,
) -> None:
    """Say why a claim of FILE, a map or - for standard input, stands, falls or is open.

    LABEL names the claim, or a question for its answers; without it, the theses are told.
    """
    from argmap.documents.why import why
    from argmap.reasoning.standing import judge
    from argmap.reasoning.verdicts import Decisions

    if label and file != STANDARD_INPUT and Path(label).is_file() and not Path(file).exists():
        raise click.UsageError(f"the map comes first: argmap why {shlex.join([label, file])}")
    argument_map = load_map(file)
    labels = _asked(argument_map, label)
    verdicts: Decisions = {
        **verdicts_named(argument_map, readers),
        **tried(argument_map, {"accept": accepted, "reject": rejected, "doubt": doubted}),
    }
    standings = judge(argument_map, standard=standard, verdicts=verdicts)
    cells = width or terminal_cells(sys.stdout)
    chains = "\n".join(why(standings, label, cells=cells) for label in labels)
    sys.stdout.write(chains or "The map has no claims.\n")
    sys.stdout.flush()
    ctx.exit(int(tell_errors(argument_map)))


def _asked(argument_map: "ArgumentMap", name: str | None) -> tuple[str, ...]:
    """The labels that a name stands for: a claim's, those of a question's answers, or those of the theses."""
    if name is None:
        from argmap.reasoning.judgement import main_claims

        return main_claims(argument_map)
    question = argument_map.questions.get(name.removeprefix("@"))
    if question and question.answers:
        return question.answers
    return (claim_named(argument_map, name),)
