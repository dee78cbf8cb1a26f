"""The command line's entry: finds the command, imports it, runs it."""

import gc
import os
import signal
import sys
import threading
from importlib import import_module

import click

from argmap.version import __version__

COMMANDS = (
    "new",
    "edit",
    "review",
    "check",
    "format",
    "rename",
    "show",
    "judge",
    "why",
    "consensus",
    "diff",
    "export",
    "watch",
    "explain",
    "schemes",
    "completion",
)
"""In the order in which one needs them; each is `command` in the module of its name."""

COMPLETION_VARIABLE = "_ARGMAP_COMPLETE"
"""Set by the shells' completion scripts."""


class _Commands(click.Group):
    """Imports a command's module only when the command is used."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = import_module(f"argmap.cli.commands.{cmd_name}").command
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if args and args[0] not in COMMANDS and not args[0].startswith("-"):
            ctx.fail(_unknown_command(args[0]))
        return super().resolve_command(ctx, args)


@click.group(
    cls=_Commands,
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog="Example: argmap new debate.argmap, then: argmap export debate.argmap -o debate.svg",
)
@click.version_option(__version__, message="argmap %(version)s")
def commands() -> None:
    """Write arguments in plain text, check them, and draw them."""


def _end_properly(number: int, _: object) -> None:
    """End as after an error, so that a drawing engine that is running is ended too."""
    sys.exit(128 + number)


def run(arguments: list[str]) -> int:
    """Run one command line; the exit status."""
    for name in ("SIGTERM", "SIGHUP"):
        if hasattr(signal, name) and threading.current_thread() is threading.main_thread():
            signal.signal(getattr(signal, name), _end_properly)
    # Building a map makes only objects that stay: the collector would walk them all, time and again.
    gc.set_threshold(100_000, 50, 50)
    if COMPLETION_VARIABLE in os.environ:
        from click.shell_completion import shell_complete

        return shell_complete(commands, {}, "argmap", COMPLETION_VARIABLE, os.environ[COMPLETION_VARIABLE])
    try:
        with commands.make_context("argmap", arguments) as context:
            commands.invoke(context)
    except click.exceptions.Exit as end:
        return end.exit_code
    except click.ClickException as problem:
        problem.show()
        return problem.exit_code
    return 0


def _unknown_command(name: str) -> str:
    from argmap.language.suggestions import nearest

    near = nearest(name, COMMANDS)
    if near:
        return f"there is no command {name!r}; did you mean {near[0]!r}?"
    if name.endswith(".argmap"):
        return f"say what to do with {name}, such as `argmap check {name}`"
    return f"there is no command {name!r}; the commands are {', '.join(COMMANDS)}"
