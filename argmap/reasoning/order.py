"""An order of work in which what a node depends on comes first, loops taken as one."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from heapq import heapify, heappop, heappush

import attrs


@attrs.frozen(eq=False, repr=False)
class Order:
    """The components of a graph, numbered so that each depends only on itself and on smaller numbers."""

    above: Sequence[Sequence[int]]
    """By node, the nodes that depend on it directly."""
    first: Sequence[int]
    """By component, its node, or one of them."""
    place: Sequence[int]
    """By node, the number of its component."""
    loops: Mapping[int, tuple[int, ...]]
    """By component, its nodes, where there is more than one: nodes that depend on themselves.

    They come in an order in which most of what a node depends on is before it.
    """

    def members(self, component: int) -> tuple[int, ...]:
        """The nodes of a component."""
        return self.loops.get(component) or (self.first[component],)

    def on_loop(self, node: int) -> bool:
        """Whether a node depends on itself."""
        return self.place[node] in self.loops


def order(above: Sequence[Sequence[int]]) -> Order:
    """Order the nodes 0, 1, ... of a graph without edges from a node to itself; linear in its size."""
    depends = [0] * len(above)
    for nodes in above:
        for node in nodes:
            depends[node] += 1
    first = [node for node, count in enumerate(depends) if not count]
    for node in first:  # grows as it is read
        for dependent in above[node]:
            depends[dependent] -= 1
            if not depends[dependent]:
                first.append(dependent)
    place = [0] * len(above)
    for component, node in enumerate(first):
        place[node] = component
    loops: dict[int, tuple[int, ...]] = {}
    if len(first) < len(above):
        for nodes in _components([node for node, count in enumerate(depends) if count], above):
            component = len(first)
            first.append(nodes[0])
            for node in nodes:
                place[node] = component
            if len(nodes) > 1:
                loops[component] = tuple(nodes)
    return Order(above, first, place, loops)


def _components(nodes: Iterable[int], above: Sequence[Sequence[int]]) -> list[list[int]]:
    """Strongly connected components, dependencies first (Tarjan 1972, with a stack of its own).

    `nodes` must hold everything above each of them. Within a component nodes are in reverse postorder.
    """
    components = 0
    component_of: dict[int, int] = {}
    finished: list[int] = []
    number: dict[int, int] = {}
    lowest: dict[int, int] = {}
    open_nodes: list[int] = []
    is_open: set[int] = set()
    for start in nodes:
        if start in number:
            continue
        path = [(start, iter(above[start]))]
        number[start] = lowest[start] = len(number)
        open_nodes.append(start)
        is_open.add(start)
        while path:
            node, successors = path[-1]
            for successor in successors:
                if successor not in number:
                    number[successor] = lowest[successor] = len(number)
                    open_nodes.append(successor)
                    is_open.add(successor)
                    path.append((successor, iter(above[successor])))
                    break
                if successor in is_open:
                    lowest[node] = min(lowest[node], number[successor])
            else:
                path.pop()
                finished.append(node)
                if path:
                    below = path[-1][0]
                    lowest[below] = min(lowest[below], lowest[node])
                if lowest[node] == number[node]:
                    component = _popped(open_nodes, node)
                    is_open.difference_update(component)
                    component_of |= dict.fromkeys(component, components)
                    components += 1
    found: list[list[int]] = [[] for _ in range(components)]
    for node in reversed(finished):
        found[component_of[node]].append(node)
    found.reverse()
    return found


def _popped(stack: list[int], last: int) -> list[int]:
    component = []
    while True:
        component.append(stack.pop())
        if component[-1] == last:
            return component


def propagate(
    work: Order,
    changed: Iterable[int],
    redo: Callable[[int], Sequence[int]],
) -> None:
    """Bring a graph up to date after a change: redo a component only when something below it changed.

    `changed` are the nodes to begin with; `redo` works a component out anew and returns those of its
    nodes that came out different.
    """
    place, above = work.place, work.above
    waiting = list({place[node] for node in changed})
    heapify(waiting)
    seen = set(waiting)
    while waiting:
        for node in redo(heappop(waiting)):
            for dependent in above[node]:
                component = place[dependent]
                if component not in seen:
                    seen.add(component)
                    heappush(waiting, component)
