"""What every message about a text means: the entries of catalogue.toml, read when somebody asks.

These are the messages with an L, about how a text is written. Checks of the reasoning, with an R, document
themselves, each in its own module; their entries have the same form.
"""

from functools import cache
from pathlib import Path

import attrs

from argmap.source.diagnostics import Severity

_MOST_CELLS = 88


@attrs.frozen
class Example:
    """A map's text, and the files beside it that it names, by name."""

    text: str
    files: tuple[tuple[str, str], ...] = ()


@attrs.frozen
class Entry:
    """One message: its code, its name, and what a reader needs to know about it.

    `severity` is the usual one; L305 and L512 have milder cases, which `summary` or `why` names. `bad` gives
    this message and no other, `good` says the same without any.
    """

    code: str
    title: str
    severity: Severity
    summary: str
    why: str
    bad: Example
    good: Example
    fix: str = ""
    """What the message's fix does, where it has one."""


def codes() -> tuple[str, ...]:
    """The codes of all messages about a text, in order."""
    return tuple(_entries())


def entry(code: str) -> Entry | None:
    """The entry of a code such as `L301`, in capitals or not; None when it has none here."""
    return _entries().get(code.strip().upper())


def explain(code: str) -> str | None:
    """What `argmap explain L301` prints, see `explanation`; None for a code not known here."""
    found = entry(code)
    return None if found is None else explanation(found)


def explanation(found: Entry, *, cells: int = _MOST_CELLS) -> str:
    """An entry as plain text in lines of at most `cells`, and of at most 88; examples are left alone."""
    head = f"{found.code} {found.title} ({found.severity}): {found.summary}"
    parts = [_filled(head, cells), _filled(f"Why: {found.why}", cells)]
    parts += [_shown("Bad", found.bad), _shown("Good", found.good)]
    parts += [_filled(f"Fix: {found.fix}", cells)] if found.fix else []
    return "\n\n".join(parts) + "\n"


def _filled(text: str, cells: int) -> str:
    from textwrap import fill

    cells = min(cells, _MOST_CELLS)
    return fill(" ".join(text.split()), cells, break_long_words=False, break_on_hyphens=False)


def _shown(title: str, example: Example) -> str:
    parts = [f"{title}:\n{_indented(example.text)}"]
    parts += [f"with {name}:\n{_indented(text)}" for name, text in example.files]
    return "\n\n".join(parts)


def _indented(text: str) -> str:
    """The lines of an example; what cannot be seen is shown as U+ and its number."""
    seen = "".join(c if c.isprintable() or c in "\n\t" else f"<U+{ord(c):04X}>" for c in text)
    lines = seen.replace("\t", "<tab>").removesuffix("\n").split("\n")
    return "\n".join(f"    {line}".rstrip() for line in lines)


@cache
def _entries() -> dict[str, Entry]:
    import tomllib

    tables = tomllib.loads(Path(__file__).with_name("catalogue.toml").read_text(encoding="utf-8"))
    return {code: _entry(code, table) for code, table in sorted(tables.items())}


def _entry(code: str, table: dict[str, object]) -> Entry:
    return Entry(
        code,
        str(table["title"]),
        Severity(str(table["severity"])),
        str(table["summary"]),
        str(table["why"]),
        _example(table, "bad"),
        _example(table, "good"),
        str(table.get("fix", "")),
    )


def _example(table: dict[str, object], name: str) -> Example:
    """An example with its files: those of its own (`bad-files`) before those that both share (`files`)."""
    files: dict[str, str] = {}
    for key in ("files", f"{name}-files"):
        found = table.get(key, {})
        assert isinstance(found, dict)  # the catalogue is ours, and a test reads all of it
        files |= found
    return Example(str(table[name]), tuple(sorted(files.items())))
