"""What the commands that judge share: whose verdicts count, what is tried, and which claims are named."""

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, TypeVar

import click

from argmap.cli.failure import Failure

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

    from argmap.model.map import ArgumentMap
    from argmap.reasoning.verdicts import Decision, DecisionKind, Decisions

_Command = TypeVar("_Command", bound=Callable[..., object])
_STANDARDS = ("preponderance", "clear-and-convincing", "beyond-reasonable-doubt", "dialectical-validity")
_MOST_SHOWN = 5


def judging_options(command: _Command) -> _Command:
    """The options that say on whose terms a map is judged."""
    for option in reversed(
        (
            click.option(
                "--standard",
                type=click.Choice(_STANDARDS),
                help="The proof standard where a claim names none, in place of the map's.",
            ),
            click.option(
                "--review",
                "readers",
                multiple=True,
                metavar="NAME",
                shell_complete=complete_readers,
                help="Count this reader's verdicts. Of several readers the one named later goes first.",
            ),
            *(
                click.option(
                    f"--{kind}",
                    f"{kind}ed",
                    multiple=True,
                    metavar="LABEL",
                    shell_complete=complete_labels,
                    help=f"What if this claim were {kind}ed? It may be given again.",
                )
                for kind in ("accept", "reject", "doubt")
            ),
        )
    ):
        command = option(command)
    return command


def verdicts_named(argument_map: "ArgumentMap", readers: Sequence[str]) -> "Decisions":
    """The verdicts of these readers, later ones on top of earlier ones. Raises `Failure`."""
    from argmap.reasoning.verdicts import UnknownReader, verdicts_of

    verdicts: Decisions = {}
    for reader in readers:
        try:
            verdicts = {**verdicts, **verdicts_of(argument_map, reader)}
        except UnknownReader as problem:
            from argmap.cli.reviews_beside import where_it_is

            raise Failure(f"{problem}{where_it_is(argument_map, reader)}") from problem
    return {label: verdict for label, verdict in verdicts.items() if label in argument_map.claims}


def tried(
    argument_map: "ArgumentMap", options: Mapping["DecisionKind", Sequence[str]]
) -> dict[str, "Decision"]:
    """The verdicts of a what-if, by label. Raises `Failure` for an unknown claim, or two verdicts on one."""
    from argmap.reasoning.verdicts import Decision

    found: dict[str, Decision] = {}
    for kind, names in options.items():
        for name in names:
            label = claim_named(argument_map, name)
            if found.setdefault(label, Decision(kind)).kind != kind:
                raise Failure(f"{label} is to be {found[label].kind}ed and {kind}ed; one verdict a claim")
    return found


def claim_named(argument_map: "ArgumentMap", name: str) -> str:
    """The label of the claim that a label, with or without `@`, a number, or the beginning of its text means.

    Raises `Failure` when none is meant, or several.
    """
    from argmap.model.names import normal

    label = normal(name.removeprefix("@"))
    if label in argument_map.claims:
        return label
    if label in argument_map.questions:
        answers = ", ".join(argument_map.questions[label].answers)
        raise Failure(f"{label} is a question; name one of its answers: {answers or 'it has none'}")
    begins = normal(name).casefold()
    meant = [claim.label for claim in argument_map.claims.values() if claim.name == label]
    meant = meant or [
        claim.label
        for claim in argument_map.claims.values()
        if begins.strip() and claim.text.casefold().startswith(begins)
    ]
    if len(meant) == 1:
        return meant[0]
    if meant:
        more = f" and {len(meant) - _MOST_SHOWN} more" if len(meant) > _MOST_SHOWN else ""
        raise Failure(f"{_shown(name)} may mean {', '.join(meant[:_MOST_SHOWN])}{more}; name one of them")
    raise Failure(_unknown(argument_map, label))


def complete_labels(ctx: click.Context, _: click.Parameter, incomplete: str) -> "list[CompletionItem | str]":
    """The labels of the map on the command line that begin like this, for the shell."""
    argument_map = _map_on_line(ctx)
    if argument_map is None:
        return []
    from click.shell_completion import CompletionItem

    mark = "@" if incomplete.startswith("@") else ""
    return [
        CompletionItem(f"{mark}{claim.label}", help=claim.text)
        for claim in argument_map.claims.values()
        if claim.name and claim.label.startswith(incomplete.removeprefix("@"))
    ]


def complete_readers(ctx: click.Context, _: click.Parameter, incomplete: str) -> "list[CompletionItem | str]":
    """The readers whose reviews the map on the command line holds, for the shell."""
    argument_map = _map_on_line(ctx)
    reviews = argument_map.reviews if argument_map else ()
    return [review.reader for review in reviews if review.reader.startswith(incomplete)]


def _map_on_line(ctx: click.Context) -> "ArgumentMap | None":
    from argmap.cli.inputs import STANDARD_INPUT, load_map

    # click leaves the file among the other words when the line ends in an option without its value.
    file = ctx.params.get("file") or next(iter(ctx.args), None)
    if not file or file == STANDARD_INPUT:
        return None
    try:
        return load_map(file)
    except Failure:
        # The command will say so; while it is being typed there is nothing to offer.
        return None


def _unknown(argument_map: "ArgumentMap", label: str) -> str:
    from argmap.language.suggestions import nearest

    near = nearest(label, [*argument_map.claims], limit=3)
    hint = f"did you mean {' or '.join(near)}?" if near else "`argmap show` lists its labels"
    return f"no claim is labelled {_shown(label)}; {hint}"


def _shown(text: str) -> str:
    from argmap.source.cells import printable

    return printable(text)
