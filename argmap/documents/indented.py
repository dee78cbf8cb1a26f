"""Lines that say by indentation how deep they are, wrapped to a terminal."""

from collections.abc import Iterator

from argmap.source.cells import printable, wrap

_LEVELS = 40  # shown by indentation where lines have no limit; deeper ones say their level
_TEXT_CELLS = 40  # that indentation leaves for the text on a terminal
_NARROWEST = 20


def indented(text: str, depth: int, *, mark: str = "", cells: int | None = None) -> Iterator[str]:
    """The lines of a text that stands `depth` levels in, after a mark if there is one.

    They are wrapped to `cells` terminal cells (at least 20), or not at all. Where indentation would leave
    too little room, the line says its level instead: `(level 50)`.
    """
    limit = None if cells is None else max(cells, _NARROWEST)
    levels = _LEVELS if limit is None else max((limit - _TEXT_CELLS) // 2, 2)
    level = f"(level {depth}) " if depth > levels else ""
    indent = "  " * min(depth, levels)
    first = f"{indent}{mark} " if mark else indent
    if limit is None:
        yield first + level + printable(text)
        return
    hanging = " " * len(first) + ("" if mark else "  ")
    wrapped = wrap(level + text, limit - len(hanging))
    yield first + wrapped[0]
    yield from (hanging + further for further in wrapped[1:])
