"""What would change in a text, shown on standard output."""

import sys

from argmap.source.cells import printable


def write_difference(old: str, new: str, name: str, new_name: str) -> None:
    """Write to standard output what turns one text into the other; nothing when they are equal.

    A file or a program gets the very characters, so that the diff can be applied; a terminal is shown those
    that would reach it raw as `<U+001B>`.
    """
    from argmap.source.line_difference import line_difference

    lines = line_difference(old, new, name=name, new_name=new_name)
    if sys.stdout.isatty():
        lines = (f"{printable(line.rstrip(chr(10)).rstrip(chr(13)))}\n" for line in lines)
    sys.stdout.writelines(lines)
