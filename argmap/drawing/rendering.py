"""From a map to the drawing of an engine: which layout suits it, and what is done when that takes long."""

from collections.abc import Callable
from time import monotonic

from argmap.drawing.dot import to_dot
from argmap.drawing.engine import Engine, OutOfTime, run_engine, run_placed, with_some_engine
from argmap.drawing.layout.forest import forest, items_of
from argmap.drawing.picture import Picture
from argmap.drawing.placed import to_placed_dot
from argmap.drawing.sheet import sheet_of
from argmap.model.map import ArgumentMap

_MOST_ON_LEVELS = 1_500
"""Claims, or steps between them; dot takes seconds for more, and minutes for many more."""
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
    return with_some_engine(lambda engine: _placed(argument_map, picture, engine, time_limit))


def rendered(
    argument_map: ArgumentMap,
    picture: Picture,
    *,
    time_limit: float,
    report: Callable[[str], None] | None = None,
) -> bytes:
    """The drawing as the engine writes it, SVG.

    `time_limit` is in seconds, and what there is for dot; the tidy layout of a large map gets longer. Where
    dot is not done in time, the map is drawn as a tree instead; `report` is told so, and of other haste.
    Raises DrawingError when an engine fails, and OutOfTime when nothing is in time.
    """
    if picture.layout == "tidy" or (picture.layout == "auto" and _suits_a_tree(argument_map, picture)):
        return _tidy(argument_map, picture, time_limit)
    patience = time_limit if picture.layout == "dot" else min(time_limit, _PATIENCE)
    try:
        return run_engine(to_dot(argument_map, picture), time_limit=patience, report=report)
    except OutOfTime:
        drawing = _tidy(argument_map, picture, time_limit - patience)
    if report:
        report(
            f"dot was not done within {patience:g} s, so the map is drawn as a tree (--layout tidy); "
            "a part of the map, such as a section, draws better"
        )
    return drawing


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


def _tidy(argument_map: ArgumentMap, picture: Picture, time_limit: float) -> bytes:
    least = _LEAST_TIME + _LEAST_TIME_OF_CLAIM * len(argument_map.claims)
    time_limit = max(time_limit, least)
    stop = monotonic() + time_limit

    def draw(engine: Engine) -> bytes:
        dot = _placed(argument_map, picture, engine, time_limit)
        return run_placed(dot, "svg", engine=engine, time_limit=max(stop - monotonic(), 1.0))

    return with_some_engine(draw)


def _placed(argument_map: ArgumentMap, picture: Picture, engine: Engine, time_limit: float) -> str:
    def measured(dot: str) -> str:
        return run_placed(dot, "plain", engine=engine, time_limit=time_limit).decode("utf-8", "replace")

    return to_placed_dot(argument_map, picture, run=measured)
