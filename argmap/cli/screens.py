"""What the commands that fill the terminal have in common."""

import os
import sys
from collections.abc import Callable, Sequence
from typing import Any, TypeVar

import click

from argmap.cli.failure import Failure

_Command = TypeVar("_Command", bound=Callable[..., Any])


def serve_options(command: _Command) -> _Command:
    """Give a command the options `served` and `port`."""
    command = click.option(
        "--port", type=click.IntRange(1, 65535), help="With --serve: the port; a free one when not given."
    )(command)
    return click.option(
        "--serve", "served", is_flag=True, help="Show it in a browser, at an address of this machine alone."
    )(command)


def open_screen(
    run: Callable[[], int], command: Sequence[str], *, file: str, served: bool, port: int | None
) -> int:
    """Run what fills the terminal, or serve it; the exit status. Raises `Failure` and UsageError.

    `command` does the same in a browser, with the same `file`: what cannot be edited is not served either.
    """
    if served:
        _refuse_unreadable(file)
        return _serve(command, port or 0)
    if port is not None:
        raise click.UsageError("--port counts with --serve only")
    # A browser's terminal is none of the system's; Textual is told of it in this way.
    if "TEXTUAL_DRIVER" not in os.environ:
        _need_a_terminal()
        # A shell may have handed on how large the terminal was once; that must not hold the screen at it.
        os.environ.pop("COLUMNS", None)
        os.environ.pop("LINES", None)
    return run()


def _refuse_unreadable(file: str) -> None:
    """Say here what is wrong with a file, and not on a page that somebody has to open first."""
    from argmap.source.files import UnreadableFile
    from argmap.workspace.opening import open_for_editing

    try:
        open_for_editing(file)
    except UnreadableFile as problem:
        raise Failure(str(problem)) from problem


def _need_a_terminal() -> None:
    # Textual draws on standard error, so that a file there would get the screen.
    if not all(stream.isatty() for stream in (sys.stdin, sys.stdout, sys.stderr) if stream is not None):
        raise Failure(
            "this needs a terminal for input, output and errors: run it in one, or with --serve in a browser"
        )
    if os.environ.get("TERM") == "dumb":
        raise Failure("this terminal cannot show a screen (TERM is dumb): use another, or --serve")


def _serve(command: Sequence[str], port: int) -> int:
    from argmap.source.files import reason_of

    try:
        from argmap.editor.serving import serve
    except ImportError as problem:
        raise Failure(
            f"--serve needs textual-serve: {sys.executable} -m pip install 'argmap[serve]'"
        ) from problem
    try:
        serve(command, port=port)
    except OSError as problem:
        raise Failure(f"port {port} of this machine cannot be had: {reason_of(problem)}") from problem
    return 0
