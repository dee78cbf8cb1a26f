"""`argmap judge`: which claims stand, how strongly, and what the theses hinge on."""

import sys
from typing import TYPE_CHECKING

import click

from argmap.cli.inputs import load_map
from argmap.cli.judging import claim_named, complete_labels, judging_options, tried, verdicts_named
from argmap.cli.messages import tell_errors
from argmap.cli.terminal import colour_wanted, terminal_cells

if TYPE_CHECKING:
    from argmap.model.elements import Standard
    from argmap.reasoning.semantics import SemanticsName

_SEMANTICS = ("quadratic-energy", "df-quad", "euler-based")
_CELLS = 80
_NARROWEST = 40


@click.command(
    "judge",
    epilog="Example: argmap judge debate.argmap --reject west\n\n"
    "A claim is named by its label, or by how its text begins. `argmap why` gives the reasons for one claim. "
    "Exit status: 0 judged, 1 judged but the map has errors, 2 not judged.",
)
@click.argument("file", type=click.Path(readable=False))
@judging_options
@click.option(
    "--semantics",
    type=click.Choice(_SEMANTICS),
    default=_SEMANTICS[0],
    show_default=True,
    help="How strength is reckoned.",
)
@click.option(
    "--about",
    multiple=True,
    metavar="LABEL",
    shell_complete=complete_labels,
    help="Say what this claim hinges on, in place of the theses. It may be given again.",
)
@click.option("--all", "every", is_flag=True, help="All claims of a large map.")
@click.option(
    "--width",
    type=click.IntRange(min=_NARROWEST),
    help=f"Cells to a line; the terminal's width, or {_CELLS}, when not given.",
)
@click.option("--json", "as_json", is_flag=True, help="As JSON, complete, for other programs.")
@click.pass_context
def command(
    ctx: click.Context,
    file: str,
    *,
    standard: "Standard | None",
    readers: tuple[str, ...],
    accepted: tuple[str, ...],
    rejected: tuple[str, ...],
    doubted: tuple[str, ...],
    semantics: "SemanticsName",
    about: tuple[str, ...],
    every: bool,
    width: int | None,
    as_json: bool,
) -> None:
    """Say which claims of FILE stand, how strongly, why, and what that hinges on.

    FILE is a map, or - for standard input. Nothing that is tried here changes it.
    """
    from argmap.reasoning.judgement import judgement

    argument_map = load_map(file)
    found = judgement(
        argument_map,
        standard=standard,
        semantics=semantics,
        verdicts=verdicts_named(argument_map, readers),
        trying=tried(argument_map, {"accept": accepted, "reject": rejected, "doubt": doubted}),
        about=[claim_named(argument_map, name) for name in about],
    )
    if as_json:
        from argmap.formats.judgement_json import judgement_json

        sys.stdout.write(judgement_json(found))
    else:
        from argmap.documents.judgement import judgement_text

        text = judgement_text(
            found,
            cells=max(width or terminal_cells(sys.stdout) or _CELLS, _NARROWEST),
            every=every,
            colour=colour_wanted(sys.stdout),
            how_to_see="--all shows them.",
            how_to_ask="--about LABEL asks about one.",
        )
        sys.stdout.write(text)
    sys.stdout.flush()
    ctx.exit(int(tell_errors(argument_map)))
