"""Lines of DOT. Names and values are DOT already: generated names, numbers, or text from `escape`."""

from collections.abc import Mapping

import attrs


def attribute_list(attributes: Mapping[str, str]) -> str:
    """`[label="west", id="claim-west"]`, in the order given."""
    return f"[{', '.join(f'{name}={value}' for name, value in attributes.items())}]"


@attrs.frozen
class Node:
    """A node, before it is written: by itself, or with the place that a layout gives it."""

    name: str
    attributes: Mapping[str, str]

    def statement(self, **more: str) -> str:
        """The node as a line of DOT, with more attributes at its end."""
        return f'"{self.name}" {attribute_list({**self.attributes, **more})}'


def node(name: str, **attributes: str) -> Node:
    """A node with its attributes, in the order given."""
    return Node(name, attributes)


def edge(tail: str, head: str, **attributes: str) -> str:
    """An edge statement; the ends are written out by `end`."""
    return f"{tail} -> {head} {attribute_list(attributes)}"


def end(name: str, port: str = "", *, side: str = "s") -> str:
    """One end of an edge: a node, or one side of one part of it, as a compass point."""
    return f'"{name}":{port}:{side}' if port else f'"{name}"'
