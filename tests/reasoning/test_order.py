"""The order of work: dependencies first, loops as one."""

from random import Random

from argued_maps import chances
from hypothesis import given, settings

from argmap.reasoning.order import order, propagate


def reaches(above: list[list[int]], start: int) -> set[int]:
    found, waiting = set[int](), [start]
    while waiting:
        for node in above[waiting.pop()]:
            if node not in found:
                found.add(node)
                waiting.append(node)
    return found


@given(chances())
@settings(max_examples=200, deadline=None)
def test_components_are_the_loops_and_come_after_what_they_depend_on(chance: Random) -> None:
    size = chance.randint(1, 10)
    above = [
        [other for other in range(size) if other != node and chance.random() < 0.2] for node in range(size)
    ]
    found = order(above)
    reached = [reaches(above, node) for node in range(size)]
    for node in range(size):
        assert found.on_loop(node) == (node in reached[node])
        assert node in found.members(found.place[node])
        for other in range(size):
            together = found.place[node] == found.place[other]
            assert together == (node == other or (other in reached[node] and node in reached[other]))
        assert all(found.place[node] <= found.place[other] for other in above[node])


def test_only_what_lies_above_a_difference_is_redone() -> None:
    # 0 -> 1 -> 2 and 3 -> 2: a change of 0 that 1 does not feel ends there.
    done: list[int] = []

    def redo(component: int) -> list[int]:
        node = found.first[component]
        done.append(node)
        return [node] if node == 0 else []

    found = order([[1], [2], [], [2]])
    propagate(found, [0], redo)
    assert done == [0, 1]
