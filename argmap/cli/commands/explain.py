"""`argmap explain`: what a message means and what to do about it."""

import sys

import click

from argmap.cli.failure import Failure


@click.command("explain", epilog="Example: argmap explain L301")
@click.argument("code", required=False)
def command(code: str | None) -> None:
    """Explain the message with this CODE; without one, list all codes."""
    from argmap.language.catalogue import codes, explain

    if code is None:
        sys.stdout.writelines(f"{_first_line(known)}\n" for known in codes())
        return
    text = explain(code.upper())
    if text is None:
        raise Failure(_unknown(code))
    sys.stdout.write(f"{text.rstrip()}\n")


def _first_line(code: str) -> str:
    from argmap.language.catalogue import entry

    found = entry(code)
    return code if found is None else f"{code} {found.title} ({found.severity}): {found.summary}"


def _unknown(code: str) -> str:
    from argmap.language.catalogue import codes
    from argmap.language.suggestions import nearest

    near = nearest(code, codes(), limit=3)
    hint = f"did you mean {' or '.join(near)}?" if near else "`argmap explain` lists them"
    return f"no message has the code {code!r}; {hint}"
