"""A part of a map laid out in cells: every node with its place, every line with its way.

The layout is our own, with or without Graphviz. It takes no other program and no time to start one, it is the
same everywhere, and what `dot` would leave to be mended, since it knows no cells, holds by its plan: nodes
stand in ranks; lines pass a rank only in a row that is kept free for them, and turn in the channels between
ranks. So no line meets a node that it does not belong to, and two lines can do no more than cross.
"""

from collections.abc import Mapping, Sequence

import attrs

from argmap.drawing.arrangement import Arrangement
from argmap.drawing.terminal.ends import set_ends
from argmap.drawing.terminal.faces import faces_of
from argmap.drawing.terminal.places import place_across
from argmap.drawing.terminal.ranks import Hop, ranked
from argmap.drawing.terminal.routes import Route, routes
from argmap.drawing.terminal.sizes import Body, measure
from argmap.drawing.terminal.structure import Node, graph_of
from argmap.drawing.terminal.view import View
from argmap.model.parts.choice import Part
from argmap.reasoning.standing import Standing


@attrs.frozen
class Layout:
    """Where everything stands. Lines may go round what stands first, to cells below 0."""

    bodies: Mapping[Node, Body]
    """Of every node but bends."""
    routes: Sequence[Route]


def lay_out(
    part: Part,
    arrangement: Arrangement,
    view: View,
    standings: Mapping[str, Standing],
    *,
    before: Mapping[str, Standing],
) -> Layout:
    """The layout of a part of a map; about linear in what it shows. Raises TooLong."""
    levels = ranked(graph_of(part.map, arrangement))
    arrivals: dict[Node, list[Hop]] = {}
    for ports in levels.ports.values():
        for port in ports:
            for hop in port.hops:
                arrivals.setdefault(hop.lower, []).append(hop)
    face_of = faces_of(part.map, arrangement, view=view, standings=standings, before=before, cuts=part.cuts)
    bodies = measure(levels, face_of, view, arrivals)
    place_across(levels, bodies, view)
    set_ends(levels, bodies, view, arrivals)
    return Layout(bodies, routes(levels, bodies, view))
