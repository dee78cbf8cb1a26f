"""What terminals send for keys that Textual takes for other ones."""

from typing import cast

from textual._ansi_sequences import ANSI_SEQUENCES_KEYS


def take_alt_with_digits() -> None:
    """Let Alt and a digit be that key, for the whole program.

    Nearly every terminal sends Escape and the digit for it. Textual (8.2.8) has one terminal in mind, WezTerm
    on macOS, and writes what the Option key would write there: `£` for Alt+3.
    """
    table = cast("dict[str, object]", ANSI_SEQUENCES_KEYS)
    for digit in "0123456789":
        table.pop(f"\x1b{digit}", None)
