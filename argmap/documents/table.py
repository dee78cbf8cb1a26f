"""A map's claims as a table: label, role, text, sources."""

from collections.abc import Sequence

from argmap.documents.wording import citations_text
from argmap.model.elements import Claim
from argmap.model.map import ArgumentMap
from argmap.model.roles import roles
from argmap.source.cells import padded, printable, width, wrap

_HEAD = ("Label", "Role", "Text", "Sources")
_GAP = "  "
_LABEL_CELLS = 18
_TEXT_SHARE = 3  # of the room after label and role, against 1 for the sources
_SOURCE_CELLS = 10  # at least, so that a name and a year can be read
_NARROWEST = 40
_Row = tuple[str, str, str, str]


def table(argument_map: ArgumentMap, *, cells: int = 80) -> str:
    """One row a claim, in order of definition; `cells` (at least 40) is the width in terminal cells.

    Texts that are longer than their column go on below it. A claim nobody labelled has no label; the roles
    are those of `argmap.model.roles`.
    """
    role_of = roles(argument_map)
    rows = [_row(argument_map, claim, role_of[claim.label].word) for claim in argument_map.claims.values()]
    widths = _widths(rows, max(cells, _NARROWEST))
    rule = _GAP.join("-" * cells for cells in widths if cells)
    lines = [*_filled(_HEAD, widths), rule, *(line for row in rows for line in _filled(row, widths))]
    return "".join(f"{line}\n" for line in lines)


def _row(argument_map: ArgumentMap, claim: Claim, role: str) -> _Row:
    cited = citations_text(argument_map, claim.citations)
    return claim.name or "", role, claim.text, cited


def _widths(rows: Sequence[_Row], cells: int) -> list[int]:
    """Cells of each column; a column in which nothing stands has none."""
    label, role_width, _, sources = (
        max((width(printable(row[column])) for row in rows), default=0) for column in range(len(_HEAD))
    )
    label = min(max(label, len(_HEAD[0])), _LABEL_CELLS) if label else 0
    role_width = max(role_width, len(_HEAD[1]))
    room = cells - role_width - len(_GAP) - (label + len(_GAP) if label else 0)
    if not sources:
        return [label, role_width, room, 0]
    sources = min(max(sources, len(_HEAD[3])), max(room // (_TEXT_SHARE + 1), _SOURCE_CELLS))
    return [label, role_width, room - sources - len(_GAP), sources]


def _filled(row: Sequence[str], widths: Sequence[int]) -> list[str]:
    columns = [(wrap(value, cells), cells) for value, cells in zip(row, widths, strict=True) if cells]
    height = max(len(lines) for lines, _ in columns)
    return [
        _GAP.join(
            padded(lines[index] if index < len(lines) else "", cells) for lines, cells in columns
        ).rstrip()
        for index in range(height)
    ]
