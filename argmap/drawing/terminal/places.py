"""Where nodes stand across the direction of growth, none on another.

A map that grows to the right is read from the top left: every node is lined up with the first of its
children, so that a small screen which shows a claim shows its first reason too. One that grows down is a tidy
tree, with every node above the middle of its children.
"""

from collections.abc import Mapping
from math import floor

from argmap.drawing.layout.tidy import tidy
from argmap.drawing.layout.tree import Box
from argmap.drawing.terminal.ranks import Ranked
from argmap.drawing.terminal.sizes import Body
from argmap.drawing.terminal.structure import Node
from argmap.drawing.terminal.view import View

_ROW_GAP = 1
_COLUMN_GAP = 2


def place_across(ranked: Ranked, bodies: Mapping[Node, Body], view: View) -> None:
    """Set `across` of every node; linear in their number."""
    if view.growth == "right":
        _from_the_first(ranked, bodies, gap=0 if view.zoom == "label" else _ROW_GAP)
    else:
        _above_the_middle(ranked)


def _from_the_first(ranked: Ranked, bodies: Mapping[Node, Body], *, gap: int) -> None:
    free = [0] * ranked.count
    anchor_of: dict[Node, int] = {}
    for root in ranked.roots:
        waiting = [(root, 0, False)]
        while waiting:
            node, least, done = waiting.pop()
            body = bodies.get(node)
            offset = body.anchor if body else 0
            least = max(least, free[node.rank] + offset)
            below = ranked.children.get(node, ())
            if below and not done:
                waiting.append((node, least, True))
                waiting += [(child, 0, False) for child in reversed(below[1:])]
                # Not above its parent; so the parent can come down to it.
                waiting.append((below[0], least, False))
                continue
            # What is below came down as far as it had to, and never stands higher than there is room here.
            anchor_of[node] = anchor_of[below[0]] if below else least
            node.across = anchor_of[node] - offset
            free[node.rank] = node.across + node.breadth + gap


def _above_the_middle(ranked: Ranked) -> None:
    boxes: dict[Node, Box] = {}
    nodes = list(ranked.top_down())
    for number, node in enumerate(nodes):
        boxes[node] = Box(str(number), node.breadth, 1.0)
    for node, below in ranked.children.items():
        boxes[node].children.extend(boxes[child] for child in below)
    ground = Box("ground", 0.0, 1.0, [boxes[root] for root in ranked.roots])
    found = tidy(ground, beside=_COLUMN_GAP, below=0.0)
    left = min((found[box.name].x for box in boxes.values()), default=0.0)
    for node, box in boxes.items():
        # Rounding alike keeps whole gaps between whole sizes.
        node.across = floor(found[box.name].x - left + 0.5)
