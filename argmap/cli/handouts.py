"""The options of a handout, and the handout that they ask for."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, Literal, TypeVar

import attrs
import click

from argmap.cli.failure import Failure
from argmap.cli.option_groups import GroupedOption

if TYPE_CHECKING:
    from argmap.drawing.picture import Picture
    from argmap.model.map import ArgumentMap
    from argmap.pages.citation_styles import CitationStyle
    from argmap.pages.handout import HandoutWishes
    from argmap.reasoning.standing import Standing

HandoutForm = Literal["pdf", "md", "typ"]
HANDOUT_FORMS: tuple[HandoutForm, ...] = ("pdf", "md", "typ")

_Command = TypeVar("_Command", bound=Callable[..., Any])
_HANDOUT = "Handout"
_PAPERS = {"a4": "a4", "a3": "a3", "letter": "us-letter"}
"""By the name that `--page` takes, the one that Typst knows."""
_CSL = ".csl"


@attrs.frozen
class HandoutOptions:
    """The options as they were given; None and False where they were not."""

    handout: bool
    style: str | None


def handout_options(command: _Command) -> _Command:
    """Give a command the options; their values are what `HandoutOptions` takes."""
    handout = click.option(
        "--handout",
        cls=GroupedOption,
        group=_HANDOUT,
        is_flag=True,
        help="Pages for a seminar: diagram, outline, standard form, notes, open questions, references. As "
        ".pdf, .md or .typ (Typst).",
    )
    style = click.option(
        "--style",
        cls=GroupedOption,
        group=_HANDOUT,
        metavar="STYLE",
        help="How sources are cited: apa, chicago-author-date (when not given), chicago-notes, mla, ieee and "
        "others, or a .csl file.",
    )
    return handout(style(command))


def check_handout(options: HandoutOptions, form: str) -> None:
    """Refuse options that do not go together with a usage error."""
    if options.style is not None and not options.handout:
        raise click.UsageError("--style counts for a handout only: add --handout")
    if options.style is not None and form == "md":
        raise click.UsageError(
            "--style counts for .pdf and .typ; in Markdown sources are cited by author and year"
        )
    if options.handout and form not in HANDOUT_FORMS:
        raise click.UsageError(f"a handout is written as pdf, md or typ, not as {form}")
    if form in {"md", "typ"} and not options.handout:
        raise click.UsageError(f"{form} is a form of the handout: add --handout")


def make_handout(
    argument_map: "ArgumentMap",
    form: HandoutForm,
    *,
    options: HandoutOptions,
    page: str | None,
    picture: "Picture",
    standings: "Mapping[str, Standing]",
    report: Callable[[str], None],
    diagram: str | None = None,
) -> bytes:
    """The handout in its form, on a page by the name that `--page` takes.

    Markdown shows the drawing that is named `diagram`. Raises `Failure`.
    """
    from argmap.drawing.engine import DrawingError
    from argmap.pages import handout as pages

    wishes = _wishes(options, page, picture, standings)
    try:
        if form == "md":
            return pages.handout_markdown(argument_map, wishes, diagram=diagram).encode()
        if form == "typ":
            return pages.handout_typst(argument_map, wishes, report=report).encode()
        return pages.handout_pdf(argument_map, wishes, report=report)
    except DrawingError as problem:
        raise Failure(f"the handout was not made: {problem}") from problem
    except pages.UnusableStyleError as problem:
        raise Failure(str(problem)) from problem


def _wishes(
    options: HandoutOptions, page: str | None, picture: "Picture", standings: "Mapping[str, Standing]"
) -> "HandoutWishes":
    from argmap.pages.citation_styles import USUAL_STYLE
    from argmap.pages.handout import HandoutWishes

    style = _style(options.style or USUAL_STYLE)
    return HandoutWishes(standings, picture, style, _PAPERS[page or "a4"])


def _style(name: str) -> "CitationStyle":
    from argmap.pages.citation_styles import UnknownStyleError, style_from_csl, style_named
    from argmap.source.files import UnreadableFile, read_file

    try:
        if name.lower().endswith(_CSL):
            return style_from_csl(name, read_file(name).source.text)
        return style_named(name)
    except (UnknownStyleError, UnreadableFile) as problem:
        raise Failure(str(problem)) from problem
