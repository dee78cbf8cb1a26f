"""Reviews of one map, brought together from the files that hold them."""

import os
from collections.abc import Iterable, Iterator, Mapping, Set
from pathlib import Path

import attrs

from argmap.model.elements import Review
from argmap.model.map import ArgumentMap
from argmap.source.diagnostics import Diagnostic, Severity
from argmap.source.text import SourceText


class NoReview(Exception):  # noqa: N818 - named for what the file is
    """A file holds no review of the map, or the review of a reader whose review another file holds."""


@attrs.frozen
class Gathered:
    """Every reader's review, with the messages of all files, each once."""

    reviews: tuple[Review, ...]
    errors: tuple[Diagnostic, ...]
    texts: Mapping[str, SourceText]


def gather_reviews(
    name: str, argument_map: ArgumentMap, files: Iterable[tuple[str, ArgumentMap]]
) -> Gathered:
    """The reviews in the map, read from the file `name`, and in the files, each read with its includes.

    A file counts when it includes the map. Verdicts on claims that it adds to the map are left out, and
    named. Raises NoReview when a file includes no or another map, or holds no review, and when two files
    hold a review by one reader: one of them would count twice, or they are two people.
    """
    own = {os.path.realpath(text) for text in argument_map.texts}
    reviews = {review.reader: review for review in argument_map.reviews}
    home = dict.fromkeys(reviews, name)
    errors = list(argument_map.errors)
    texts = dict(argument_map.texts)
    for file, reviewed in files:
        _require_include(name, file, reviewed, own)
        found = list(_added(reviewed, own))
        if not found:
            raise NoReview(f"{file} holds no review: write `review NAME: ...`, and verdicts below it")
        for review in found:
            if review.reader in home:
                raise NoReview(_twice(review.reader, home[review.reader], file))
            home[review.reader] = file
            reviews[review.reader] = review
            errors += _elsewhere(argument_map, review, name)
        errors += [error for error in reviewed.errors if os.path.realpath(error.span.file) not in own]
        texts |= reviewed.texts
    return Gathered(tuple(reviews.values()), tuple(errors), texts)


def _require_include(name: str, file: str, reviewed: ArgumentMap, own: Set[str]) -> None:
    if os.path.realpath(file) == os.path.realpath(name):
        raise NoReview(f"{file} is the map itself; the reviews in it count without being named")
    if os.path.realpath(file) in own:
        raise NoReview(f"{file} is included by {name}; the reviews in it count without being named")
    read = {os.path.realpath(text): text for text in reviewed.texts}
    if os.path.realpath(name) in read:
        return
    others = [text for real, text in read.items() if real != os.path.realpath(file)]
    instead = f"it includes {', '.join(others)}" if others else "it includes no map that could be read"
    raise NoReview(
        f"{file} is no review of {name}: {instead}; a review begins with `include {Path(name).name}`"
    )


def _added(reviewed: ArgumentMap, own: Set[str]) -> Iterator[Review]:
    """The reviews, or the parts of them, that stand in other files than the map's own."""
    for review in reviewed.reviews:
        verdicts = tuple(v for v in review.verdicts if os.path.realpath(v.span.file) not in own)
        if verdicts or os.path.realpath(review.span.file) not in own:
            yield attrs.evolve(review, verdicts=verdicts)


def _twice(reader: str, first: str, second: str) -> str:
    return (
        f"{first} and {second} both hold a review by {reader}: give one of the readers another name, "
        "or leave one of the files out"
    )


def _elsewhere(argument_map: ArgumentMap, review: Review, name: str) -> Iterator[Diagnostic]:
    for verdict in review.verdicts:
        if verdict.target not in argument_map.claims and verdict.target not in argument_map.questions:
            message = f"{verdict.target} is not in {name}, so what {review.reader} says of it is left out"
            hint = "move the claim into the map, or the verdict out of the review"
            yield Diagnostic("L302", Severity.ERROR, message, verdict.span, (hint,))
