"""How a command says that it cannot go on."""

import sys
from typing import IO, Any

import click


class Failure(click.ClickException):
    """Something outside the maps went wrong: exit status 2. The message says what, where and what to do."""

    exit_code = 2

    def show(self, file: IO[Any] | None = None) -> None:
        """Write the message to standard error."""
        (file or sys.stderr).write(f"argmap: {self.message}\n")
