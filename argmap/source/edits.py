"""Changes to a text as data, so that comments and layout survive them."""

from collections.abc import Iterable

import attrs

from argmap.source.spans import Span


@attrs.frozen
class TextEdit:
    """Put `replacement` where `span` is; an empty span inserts."""

    span: Span
    replacement: str


def apply_edits(text: str, edits: Iterable[TextEdit]) -> str:
    """The text after all edits, whose spans refer to the text before any of them.

    Raises ValueError when two edits overlap or one reaches past the text.
    """
    parts: list[str] = []
    done = 0
    for edit in sorted(edits, key=lambda e: (e.span.start, e.span.stop)):
        if edit.span.start < done or edit.span.stop > len(text):
            raise ValueError(
                f"edit at {edit.span.start}-{edit.span.stop} overlaps another or leaves the text"
            )
        parts += [text[done : edit.span.start], edit.replacement]
        done = edit.span.stop
    return "".join(parts) + text[done:]
