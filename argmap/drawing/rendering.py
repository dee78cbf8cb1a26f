"""From a map to the drawing of an engine: which layout suits it, and what is done when that takes long."""

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from math import ceil
from time import monotonic
from typing import TypeVar

from argmap.drawing.clearing import cleared
from argmap.drawing.dot import to_dot
from argmap.drawing.engine import (
    Engine,
    OutOfTime,
    engines_side_by_side,
    run_engine,
    run_placed,
    with_some_engine,
)
from argmap.drawing.layout.forest import forest, items_of
from argmap.drawing.parting import parted
from argmap.drawing.picture import Picture
from argmap.drawing.placed import lay_out
from argmap.drawing.placed_graph import PlacedGraph
from argmap.drawing.sheet import sheet_of
from argmap.model.map import ArgumentMap

_Read = TypeVar("_Read")
_MOST_ON_LEVELS = 1_500
"""Claims, or steps between them; dot takes seconds for more, and minutes for many more."""
_MOST_AT_ONCE = 2_500
"""Nodes that are drawn by one engine; of larger drawings two parts are drawn at a time."""
_FEWEST_AT_ONCE = 300
"""Nodes that are worth an engine of their own."""
_PATIENCE = 5.0
"""Seconds that dot has, at most, where nobody asked for it."""
_LEAST_TIME = 10.0
_LEAST_TIME_OF_CLAIM = 0.005
"""Seconds that the tidy layout has in any case: it is the last that is tried, and ends however large the map
is."""


def dot_of(argument_map: ArgumentMap, picture: Picture, *, time_limit: float) -> str:
    """The diagram as DOT: with places only where the tidy layout is asked for, since they vary with the
    engine.

    Raises DrawingError.
    """
    if picture.layout != "tidy":
        return to_dot(argument_map, picture)
    return with_some_engine(lambda engine: _placed(argument_map, picture, engine, time_limit).dot())


def rendered(
    argument_map: ArgumentMap,
    picture: Picture,
    *,
    time_limit: float,
    read: Callable[[Iterable[bytes]], _Read],
    report: Callable[[str], None] | None = None,
) -> _Read:
    """What `read` makes of the drawing, which the engine writes as SVG.

    A large drawing comes in parts to be laid on each other, all of one size, while others are still being
    drawn. `time_limit` is in seconds, and what there is for dot; the tidy layout of a large map gets longer.
    Where dot is not done in time, the map is drawn as a tree instead; `report` is told so, and of other
    haste. Raises DrawingError when an engine fails, and OutOfTime when nothing is in time.
    """
    if picture.layout == "tidy" or (picture.layout == "auto" and _suits_a_tree(argument_map, picture)):
        return _tidy(argument_map, picture, time_limit, read)
    patience = time_limit if picture.layout == "dot" else min(time_limit, _PATIENCE)
    try:
        drawing = run_engine(to_dot(argument_map, picture), time_limit=patience, report=report)
    except OutOfTime:
        finished = _tidy(argument_map, picture, time_limit - patience, read)
    else:
        return read([cleared(parted(drawing))])
    if report:
        report(
            f"dot was not done within {patience:g} s, so the map is drawn as a tree (--layout tidy); "
            "a part of the map, such as a section, draws better"
        )
    return finished


def _suits_a_tree(argument_map: ArgumentMap, picture: Picture) -> bool:
    """Whether a map is large or dense, or is a tree whose sections keep their frames.

    In a part of a map, lines that lead from frame to frame and round them say less than the tree does.
    """
    if max(len(argument_map.claims), len(argument_map.inferences)) > _MOST_ON_LEVELS:
        return True
    wood = forest(sheet_of(argument_map, Picture()))
    if wood.references:
        return False
    is_part = bool(picture.cuts or picture.references)
    return is_part or all(len({item.section for item in items_of(tree)}) == 1 for tree in wood.trees)


def _tidy(
    argument_map: ArgumentMap, picture: Picture, time_limit: float, read: Callable[[Iterable[bytes]], _Read]
) -> _Read:
    least = _LEAST_TIME + _LEAST_TIME_OF_CLAIM * len(argument_map.claims)
    time_limit = max(time_limit, least)
    stop = monotonic() + time_limit

    def draw(engine: Engine) -> _Read:
        def drawn(dot: str) -> bytes:
            return run_placed(dot, "svg", engine=engine, time_limit=max(stop - monotonic(), 1.0))

        graph = _placed(argument_map, picture, engine, time_limit)
        half = ceil(len(graph.nodes) / 2)
        return read(_side_by_side(drawn, graph.parts(min(_MOST_AT_ONCE, max(_FEWEST_AT_ONCE, half)))))

    return with_some_engine(draw)


def _side_by_side(drawn: Callable[[str], bytes], graphs: Iterator[str]) -> Iterator[bytes]:
    """The drawing of each graph, in their order, while two more are being drawn."""
    first = next(graphs)
    second = next(graphs, None)
    if second is None:
        yield drawn(first)
        return
    with engines_side_by_side(2) as pool:
        waiting = deque([pool.submit(drawn, first), pool.submit(drawn, second)])
        while waiting:
            waiting.extend(pool.submit(drawn, graph) for graph in islice(graphs, 1))
            yield waiting.popleft().result()


def _placed(argument_map: ArgumentMap, picture: Picture, engine: Engine, time_limit: float) -> PlacedGraph:
    def measured(dot: str) -> str:
        return run_placed(dot, "plain", engine=engine, time_limit=time_limit).decode("utf-8", "replace")

    return lay_out(argument_map, picture, run=measured)
