"""The one position type: a half-open range of characters in a named text."""

import attrs


@attrs.frozen(order=True)
class Span:
    """The characters `start` to `stop` (exclusive) of the text called `file`.

    Offsets count Unicode code points from 0, `0 <= start <= stop <= len(text)`. `file` is the path as
    messages print it, or `<input>` for text that has none. Lines, columns and UTF-16 offsets are worked
    out from a `SourceText`, nowhere else.
    """

    file: str
    start: int
    stop: int
