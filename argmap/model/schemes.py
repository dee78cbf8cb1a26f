"""The catalogue of argumentation schemes: patterns of reasoning, each with the questions that test it.

After Walton, Reed and Macagno, *Argumentation Schemes* (2008); the data and its wording are in
`schemes.toml`, which is read on first use.
"""

import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any, Literal

import attrs

_FILE = Path(__file__).with_name("schemes.toml")
_SEPARATORS = re.compile(r"[\s_\-‐‑–]+")
# Below this likeness (of 100) a suggestion is a guess.
_CLOSE_ENOUGH = 75
_MOST_SUGGESTIONS = 3


@attrs.frozen
class SchemePremise:
    """What a premise does in the scheme (`role`, one word or more joined by hyphens), and its pattern."""

    role: str
    text: str


@attrs.frozen
class CriticalQuestion:
    """A way in which the step may fail; a good answer keeps it standing.

    `exception`: the step holds until a doubter shows that the answer is bad. `assumption`: once the
    question is raised, the arguer must answer it (Gordon and Walton, "Proof Burdens and Standards", 2009).
    """

    id: str
    text: str
    kind: Literal["exception", "assumption"]


@attrs.frozen
class Scheme:
    """A pattern of reasoning. A deductive one has no questions: with its premises granted, it holds."""

    id: str
    name: str
    premises: tuple[SchemePremise, ...]
    conclusion: str
    questions: tuple[CriticalQuestion, ...] = ()
    deductive: bool = False

    def question(self, id: str) -> CriticalQuestion | None:
        """The critical question called `id`, or None."""
        return next((question for question in self.questions if question.id == id), None)


@cache
def catalogue() -> Mapping[str, Scheme]:
    """Every scheme by its id, in the order of the file. Read once; cannot be changed."""
    import tomllib

    written = tomllib.loads(_FILE.read_text(encoding="utf-8"))
    return MappingProxyType({id: _scheme(id, table) for id, table in written.items()})


def find(name: str) -> Scheme | None:
    """The scheme called `name` (its id or its name); spaces, hyphens and case make no difference."""
    return _by_any_name().get(_compared(name))


def is_known(name: str) -> bool:
    """Whether the catalogue has a scheme of this name, in the sense of `find`."""
    return find(name) is not None


def nearest(name: str) -> list[str]:
    """Ids of up to three schemes whose id or name is close to `name`, the closest first; maybe none."""
    from rapidfuzz import fuzz, process

    known = _by_any_name()
    matches = process.extract(
        _compared(name), known.keys(), scorer=fuzz.WRatio, score_cutoff=_CLOSE_ENOUGH, limit=None
    )
    return list(dict.fromkeys(known[match[0]].id for match in matches))[:_MOST_SUGGESTIONS]


@cache
def _by_any_name() -> Mapping[str, Scheme]:
    schemes = catalogue().values()
    return {_compared(scheme.name): scheme for scheme in schemes} | {
        _compared(scheme.id): scheme for scheme in schemes
    }


def _compared(name: str) -> str:
    return _SEPARATORS.sub(" ", name).strip().casefold()


def _scheme(id: str, table: dict[str, Any]) -> Scheme:
    return Scheme(
        id=id,
        name=table["name"],
        premises=tuple(SchemePremise(**premise) for premise in table["premises"]),
        conclusion=table["conclusion"],
        questions=tuple(CriticalQuestion(**question) for question in table.get("questions", ())),
        deductive=table.get("deductive", False),
    )
