"""The options that say what pages a picture or a handout is set on."""

from collections.abc import Callable
from typing import Any, TypeVar

import attrs
import click

from argmap.cli.option_groups import GroupedOption
from argmap.pages.exporting import PageWishes

_Command = TypeVar("_Command", bound=Callable[..., Any])
_GROUP = "Pages"
_PAPERS = ("a4", "a3", "letter")
_SLIDES = ("16:9", "4:3")
_FITTED = "fitted"
_NAMES = (
    *(f"{paper}{way}" for paper in _PAPERS for way in ("", "-portrait", "-landscape")),
    *_SLIDES,
    _FITTED,
)
_PICTURES = ("svg", "pdf", "png")
_WIDEST = 50.0  # millimetres; wider ones would meet on a slide


PageOptions = PageWishes
"""The options as they were given; None and False where they were not."""


def _option(name: str, **attributes: Any) -> Callable[[_Command], _Command]:
    return click.option(name, cls=GroupedOption, group=_GROUP, **attributes)


_OPTIONS = (
    _option(
        "--page",
        type=click.Choice(_NAMES, case_sensitive=False),
        metavar="PAGE",
        help="What a picture is set on: a4, a3 or letter, turned as it prints larger (or a4-portrait, "
        "a4-landscape ...); the slides 16:9 or 4:3; fitted, the size of the drawing, when not given. A "
        "handout takes a4 (when not given), a3 or letter.",
    ),
    _option(
        "--margin",
        type=click.FloatRange(0, _WIDEST),
        metavar="MM",
        help="Millimetres around the picture; 10 when not given, 0 on a fitted page.",
    ),
    _option(
        "--pages",
        is_flag=True,
        help="A large map as an overview and numbered sheets that refer to each other, on --page a4 when not "
        "given: one .pdf, or files NAME-1.svg, NAME-2.svg ...",
    ),
    _option(
        "--steps",
        is_flag=True,
        help="The map step by step, one inference more a page, as slides of --page 16:9 when not given.",
    ),
)


def page_options(command: _Command) -> _Command:
    """Give a command the options; their values are what `PageOptions` takes."""
    for option in reversed(_OPTIONS):
        command = option(command)
    return command


def check_pages(options: PageOptions, form: str, *, handout: bool) -> None:
    """Refuse options that do not go together, or not with a form of output, with a usage error."""
    if options.pages and options.steps:
        raise click.UsageError(
            "--pages divides a map over sheets, --steps builds it up on slides: give one of them"
        )
    if options.pages and options.page == _FITTED:
        raise click.UsageError("--pages divides a map for pages of one size: name one, such as --page a4")
    if handout:
        _check_handout(options, form)
    elif form not in _PICTURES:
        for name, value in attrs.asdict(options).items():
            if value is not None and value is not False:
                raise click.UsageError(f"--{name} counts for {', '.join(_PICTURES)} only, not for {form}")


def _check_handout(options: PageOptions, form: str) -> None:
    given = {"margin": options.margin is not None, "pages": options.pages, "steps": options.steps}
    for name, was_given in given.items():
        if was_given:
            raise click.UsageError(f"--{name} counts for pictures only, not for a handout")
    if options.page is None:
        return
    if form == "md":
        raise click.UsageError("--page counts for .pdf and .typ; Markdown has no pages")
    if options.page not in _PAPERS:
        raise click.UsageError(
            f"a handout is printed on {', '.join(_PAPERS[:-1])} or {_PAPERS[-1]}, not on {options.page}"
        )
