"""What a check says of itself in its docstring, for `argmap explain`."""

import re
from functools import cache
from importlib import import_module
from inspect import cleandoc

from argmap.language.catalogue import Entry, Example
from argmap.reasoning.check_list import CHECKS, Listed

_PART = re.compile(r"^(Why|Bad|Good|Fix):", re.MULTILINE)


def check_codes() -> tuple[str, ...]:
    """The codes of all checks, in order."""
    return tuple(listed.code for listed in CHECKS)


def check_entry(code: str) -> Entry | None:
    """The entry of a check's code such as `R204`, in capitals or not; None when no check has it."""
    wanted = code.strip().upper()
    return next((_entry(listed) for listed in CHECKS if listed.code == wanted), None)


@cache
def _entry(listed: Listed) -> Entry:
    head, *rest = _PART.split(cleandoc(import_module(listed.module).__doc__ or ""))
    parts = dict(zip(rest[::2], rest[1::2], strict=True))
    return Entry(
        listed.code,
        listed.title,
        listed.severity,
        " ".join(head.partition(": ")[2].split()),
        " ".join(parts["Why"].split()),
        Example(_example(parts["Bad"])),
        Example(_example(parts["Good"])),
        " ".join(parts.get("Fix", "").split()),
    )


def _example(part: str) -> str:
    return cleandoc(part) + "\n"
