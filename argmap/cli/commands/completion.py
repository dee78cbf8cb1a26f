"""`argmap completion`: what teaches a shell to complete our commands."""

import sys

import click

from argmap.cli.failure import Failure


@click.command(
    "completion",
    epilog="Example: argmap completion bash >> ~/.bashrc\n\n"
    "For fish: argmap completion fish > ~/.config/fish/completions/argmap.fish",
)
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
@click.pass_context
def command(ctx: click.Context, shell: str) -> None:
    """Print the completion script for SHELL."""
    from click.shell_completion import ShellComplete, get_completion_class

    from argmap.cli.entry import COMPLETION_VARIABLE

    complete = get_completion_class(shell)
    if complete is None:
        raise Failure(f"this version of click cannot complete for {shell}")
    # The base class's way: bash's own runs the shell to ask for its version, and it need not be here.
    script = ShellComplete.source(complete(ctx.find_root().command, {}, "argmap", COMPLETION_VARIABLE))
    sys.stdout.write(f"{script.rstrip()}\n")
