"""Standings and strengths in words, the same in every text about a judgement."""

from collections.abc import Mapping, Sequence

from argmap.reasoning.explanation import claim_name, listed
from argmap.reasoning.standing import Standing, Standings

_COLOURS: Mapping[Standing, str] = {"stands": "32", "falls": "31", "open": "33"}
_PLURALS: Mapping[Standing, str] = {"stands": "stand", "falls": "fall", "open": "are open"}
_CONDITIONALS: Mapping[Standing, str] = {"stands": "stand", "falls": "fall", "open": "be open"}


def figure(strength: float | None) -> str:
    """A strength with two digits, or a word where a loop did not settle."""
    return "unsettled" if strength is None else f"{strength:.2f}"


def standing_verb(standing: Standing, number: int) -> str:
    """The standing of so many claims as a verb: `falls`, `are open`."""
    if number != 1:
        return _PLURALS[standing]
    return "is open" if standing == "open" else standing


def would(standing: Standing) -> str:
    """What a claim would do: `would fall`, `would be open`."""
    return f"would {_CONDITIONALS[standing]}"


def some_names(standings: Standings, labels: Sequence[str], *, most: int) -> str:
    """The names of claims, and how many more there are: `west, small and 3 more`."""
    names = [claim_name(standings, label) for label in labels[:most]]
    if len(labels) > most:
        names.append(f"{len(labels) - most:,} more")
    return listed(names)


def colour_standing(text: str, standing: Standing) -> str:
    """A text in the colour that goes with the word for a standing, and never takes its place."""
    return f"\x1b[{_COLOURS[standing]}m{text}\x1b[0m"
