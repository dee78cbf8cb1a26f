"""The options of a handout."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Literal, TypeVar

import attrs
import click

from argmap.cli.failure import Failure
from argmap.cli.option_groups import GroupedOption

if TYPE_CHECKING:
    from argmap.pages.citation_styles import CitationStyle

HandoutForm = Literal["pdf", "md", "typ"]
HANDOUT_FORMS: tuple[HandoutForm, ...] = ("pdf", "md", "typ")

_Command = TypeVar("_Command", bound=Callable[..., Any])
_HANDOUT = "Handout"
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


def style_of(options: HandoutOptions) -> "CitationStyle | None":
    """The citation style that is asked for, if one is. Raises `Failure` where there is none of that name."""
    return None if options.style is None else _style(options.style)


def _style(name: str) -> "CitationStyle":
    from argmap.pages.citation_styles import UnknownStyleError, style_from_csl, style_named
    from argmap.source.files import UnreadableFile, read_file

    try:
        if name.lower().endswith(_CSL):
            return style_from_csl(name, read_file(name).source.text)
        return style_named(name)
    except (UnknownStyleError, UnreadableFile) as problem:
        raise Failure(str(problem)) from problem
