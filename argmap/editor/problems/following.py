"""Which message of a newer list is the one that was chosen, while somebody types."""

from collections.abc import Sequence

from argmap.source.diagnostics import Diagnostic


def followed(old: Sequence[Diagnostic], new: Sequence[Diagnostic], place: int) -> int:
    """The place in `new` of the message that has this place in `old`.

    A message is known by its code and sentence, where several have the same by their order. Where it is
    gone, it is the one that has come into its place.
    """
    if not 0 <= place < len(old) or not new:
        return 0
    was = old[place]
    if place < len(new) and new[place] == was:
        return place
    for names in (_sentence, _code):
        alike = [number for number, other in enumerate(new) if names(other) == names(was)]
        if not alike:
            continue
        before = [number for number, other in enumerate(old) if names(other) == names(was)]
        if len(alike) == len(before):
            return alike[before.index(place)]
        if names is _sentence:
            return min(alike, key=lambda number: abs(new[number].span.start - was.span.start))
    return min(place, len(new) - 1)


def _sentence(diagnostic: Diagnostic) -> tuple[str, str, str]:
    return diagnostic.span.file, diagnostic.code, diagnostic.message


def _code(diagnostic: Diagnostic) -> tuple[str, str]:
    return diagnostic.span.file, diagnostic.code
