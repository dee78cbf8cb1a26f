"""At which cells lines reach their nodes: straight across where they can, and no two at one cell."""

from bisect import bisect_left
from collections.abc import Mapping, Sequence

from argmap.drawing.terminal.ranks import Hop, Port, Ranked
from argmap.drawing.terminal.sizes import Body, reach
from argmap.drawing.terminal.structure import Node
from argmap.drawing.terminal.view import View


def set_ends(
    ranked: Ranked, bodies: Mapping[Node, Body], view: View, arrivals: Mapping[Node, Sequence[Hop]]
) -> None:
    """Set the `row` of every port and hop."""
    port_of = {id(hop): port for ports in ranked.ports.values() for port in ports for hop in port.hops}
    apart = 1 if view.growth == "right" else 2
    for node in sorted(ranked.top_down(), key=lambda node: node.rank):
        body = bodies.get(node)
        middle = node.across + (body.anchor if body else 0)
        _set_arrivals(node, body, arrivals.get(node, ()), port_of, middle=middle, apart=apart, view=view)
        slots: dict[int, list[Port]] = {}
        for port in ranked.ports.get(node, ()):
            slots.setdefault(port.slot, []).append(port)
        for slot, ports in slots.items():
            first, last = reach(node, body, slot, view)
            rows = range(first, last + 1)
            if len(ports) == 1:
                ports[0].row = _best_row(ports[0], bodies, view, first, last, middle=middle)
                continue
            wanted = [_best_row(port, bodies, view, first, last, middle=middle) for port in ports]
            # Ports in the order of what they lead to, so that their lines need not cross.
            order = sorted(range(len(ports)), key=lambda i: (wanted[i], _mean(ports[i])))
            for i, row in zip(order, fitted([wanted[i] for i in order], rows, apart=apart), strict=True):
                ports[i].row = row


def fitted(wanted: Sequence[int], rows: Sequence[int], *, apart: int = 1) -> list[int]:
    """Different ones of some ascending rows, in order and near to those that are wanted, which ascend.

    So many rows apart where there is room. Raises ValueError when there are fewer rows than wanted ones.
    """
    count = len(wanted)
    if count > len(rows):
        raise ValueError(f"{count} lines for {len(rows)} rows")
    step = apart if (count - 1) * apart < len(rows) else 1
    chosen: list[int] = []
    for row in wanted:
        nearest = min(bisect_left(rows, row), len(rows) - 1)
        chosen.append(max(nearest, chosen[-1] + step) if chosen else nearest)
    limit = len(rows) - 1
    for index in range(count - 1, -1, -1):
        chosen[index] = limit = min(chosen[index], limit)
        limit -= step
    return [rows[index] for index in chosen]


def _set_arrivals(  # noqa: PLR0913 - the node, what comes to it, and where that may be
    node: Node,
    body: Body | None,
    hops: Sequence[Hop],
    port_of: Mapping[int, Port],
    *,
    middle: int,
    apart: int,
    view: View,
) -> None:
    taken: set[int] = set()
    # What must end at one claim of several chooses first.
    for hop in hops:
        if hop.slot is not None and len(hops) > 1:
            first, last = reach(node, body, hop.slot, view)
            free = [row for row in range(first, last + 1) if row not in taken]
            wanted = port_of[id(hop)].row
            hop.row = min(free, key=lambda row: abs(row - wanted))
            taken.add(hop.row)
    rest = hops if len(hops) == 1 else [hop for hop in hops if hop.slot is None]
    if not rest:
        return
    first, last = reach(node, body, rest[0].slot if len(hops) == 1 else None, view)
    rows = [row for row in range(first, last + 1) if row not in taken]
    if len(rest) == 1:
        row = port_of[id(rest[0])].row
        rest[0].row = row if row in rows else fitted([min(max(middle, first), last)], rows)[0]
        return
    ordered = sorted(rest, key=lambda hop: port_of[id(hop)].row)
    wanted_rows = [min(max(port_of[id(hop)].row, first), last) for hop in ordered]
    for hop, row in zip(ordered, fitted(wanted_rows, rows, apart=apart), strict=True):
        hop.row = row


def _mean(port: Port) -> float:
    return sum(hop.lower.across for hop in port.hops) / len(port.hops)


def _best_row(
    port: Port, bodies: Mapping[Node, Body], view: View, first: int, last: int, *, middle: int
) -> int:
    """The row from which one line goes straight, if there is one; else that nearest to the lower nodes."""
    middle = min(max(middle, first), last)
    straight: list[int] = []
    for hop in port.hops:
        body = bodies.get(hop.lower)
        low, high = reach(hop.lower, body, hop.slot, view)
        if low <= last and high >= first:
            anchor = hop.lower.across + (body.anchor if body else 0)
            straight.append(min(max(anchor, low, first), high, last))
    if view.growth == "down" and len(port.hops) > 1 and middle not in straight:
        return middle
    if straight:
        return min(straight, key=lambda row: abs(row - middle))
    centre = _mean(port)
    if view.growth == "down":
        return middle
    return first if centre < first else last if centre > last else middle
