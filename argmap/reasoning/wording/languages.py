"""The languages whose wording can be checked, each from a file of data; and which one a map is in."""

import re
from collections.abc import Mapping
from functools import cache
from itertools import islice
from pathlib import Path
from typing import Any, Literal

import attrs

from argmap.language.tokens import BLANK
from argmap.model.map import ArgumentMap

TAGS = ("en", "de", "tr", "fr", "es")
_SAMPLE, _LONGEST = 300, 1000
"""Claims, and characters of each, that tell which language a map is in where it does not say."""
_WORD = re.compile(r"[^\W\d_]+")
_LEAST_SHARE = 0.15
"""Of the words, how many are function words of the language at least; below, it is none that we know."""

Place = Literal["anywhere", "opening", "after-comma"]


@attrs.frozen(eq=False)
class Signal:
    """A word, or several, that lead to a conclusion or to a reason."""

    leads_to: Literal["conclusion", "reason"]
    where: Place
    """`opening`: first in the text, or after a comma, semicolon, colon, dash or full stop."""
    not_after: re.Pattern[str] | None
    """What the text before it does not end with."""
    not_before: re.Pattern[str] | None
    only_before: re.Pattern[str] | None
    """What the text after it does not, or must, begin with."""
    not_with: re.Pattern[str] | None
    """What stands nowhere in the text."""
    split: bool
    """Whether what stands on either side can be a claim as it stands."""


@attrs.frozen(eq=False, repr=False)
class Language:
    """A language. All its words are in lower case and in Unicode normal form C."""

    tag: str
    stemmer: str
    """The name of Snowball's algorithm for it."""
    function_words: frozenset[str]
    """Words that say nothing of what a text is about."""
    irregular: Mapping[str, str]
    """Forms that no stemmer brings together, each with the one that stands for it."""
    abbreviations: frozenset[str]
    """Words whose full stop ends no sentence, without the last stop."""
    signals: Mapping[str, Signal]
    """By the words, with single spaces and straight apostrophes."""
    signal_words: re.Pattern[str]
    clause: re.Pattern[str]
    """What a text has that can be a claim of its own."""
    dependent: re.Pattern[str]
    """What a text begins with that cannot be a claim of its own."""
    joining: str
    """The language's `and`."""
    negation: re.Pattern[str]
    """A clause with it may deny the reason that follows, and not what it says."""
    ordinals: bool
    """Whether a full stop makes a number ordinal."""
    apostrophe: Literal["before", "after"]
    """On which side of an apostrophe the word stands."""
    dotless: bool
    """Whether the small letter of I has no dot."""
    compounds: bool
    """Whether a word may be part of another."""
    prefix: int
    """Words agree that have so many first letters in common; 0 for never."""
    letters: frozenset[str]
    """Letters that tell it from the others."""

    def is_typical(self, word: str) -> bool:
        """Whether a word in small letters speaks for the language."""
        return word in self.function_words or not self.letters.isdisjoint(word)

    def folded(self, text: str) -> str:
        """The text in small letters, each in its place: the result is as long as the text."""
        if self.dotless:
            text = text.replace("I", "ı")
        lower = text.replace("İ", "i").lower()
        return lower if len(lower) == len(text) else "".join(_lower(character) for character in text)

    def capitalised(self, text: str) -> str:
        """The text with a capital first letter."""
        first = "İ" if self.dotless and text[:1] == "i" else text[:1].upper()
        return first + text[1:]


def language_of(argument_map: ArgumentMap) -> Language | None:
    """The language that a map's texts are in; None where it is none of ours.

    The header's `language:` decides by its first part (BCP 47: `en`, `en-GB`, `de_AT`). Many maps have
    none, and a German map is no less German for that, so the words of its claims decide: it is the language
    with most function words among them, English before the others.
    """
    if argument_map.language is not None:
        tag = re.split(r"[-_]", argument_map.language.strip().lower(), maxsplit=1)[0]
        return language(tag) if tag in TAGS else None
    texts = (claim.text for claim in islice(argument_map.claims.values(), _SAMPLE))
    words = [word for text in texts for word in _WORD.findall(text[:_LONGEST].lower())]
    counts = {tag: sum(map(language(tag).is_typical, words)) for tag in TAGS}
    best = max(TAGS, key=lambda tag: counts[tag])
    other = max(sum(word in known for word in words) for known in _neighbours())
    if counts[best] < max(other, _LEAST_SHARE * len(words), 1):
        return None
    return language(best)


@cache
def _neighbours() -> tuple[frozenset[str], ...]:
    """The function words of languages that could be taken for one of ours."""
    return tuple(frozenset(words.split()) for words in _read("neighbours").values())


@cache
def language(tag: str) -> Language:
    """The language with this tag, of those in TAGS; read on first use."""
    table = _read(tag)
    signals = {word: _signal(entry) for entry in table["signals"] for word in entry["words"]}
    return Language(
        tag=tag,
        stemmer=table["stemmer"],
        function_words=frozenset(table["function_words"].split()),
        irregular={form: line.split()[0] for line in _lines(table["irregular"]) for form in line.split()},
        abbreviations=frozenset(table["abbreviations"].split()),
        signals=signals,
        signal_words=_any_of(signals),
        clause=re.compile(table["clause"]),
        dependent=re.compile(table["dependent"]),
        joining=table["joining"],
        negation=re.compile(table["negation"]),
        ordinals=table.get("ordinals", False),
        apostrophe=table["apostrophe"],
        dotless=table.get("dotless", False),
        compounds=table.get("compounds", False),
        prefix=table.get("prefix", 0),
        letters=frozenset(table.get("letters", "")),
    )


def _read(name: str) -> dict[str, Any]:
    import tomllib

    return tomllib.loads(Path(__file__).with_name(f"{name}.toml").read_text(encoding="utf-8"))


def _lines(text: str) -> list[str]:
    return text.strip().splitlines()


def _signal(table: dict[str, Any]) -> Signal:
    not_after = table.get("not_after")
    return Signal(
        leads_to=table["leads_to"],
        where=table.get("where", "anywhere"),
        not_after=re.compile(rf"(?:{not_after})\s*$") if not_after else None,
        not_before=_compiled(table.get("not_before")),
        only_before=_compiled(table.get("only_before")),
        not_with=_compiled(table.get("not_with")),
        split=table.get("split", False),
    )


def _compiled(pattern: str | None) -> re.Pattern[str] | None:
    return re.compile(pattern) if pattern else None


def _any_of(words: Mapping[str, Signal]) -> re.Pattern[str]:
    """All the words, the longest first; a hyphen makes another word, an apostrophe ends one."""
    each = (
        re.escape(word).replace(r"\ ", f"{BLANK}+").replace("'", "['’]")
        + ("" if word[-1] == "'" else r"(?![\w-])")
        for word in sorted(words, key=len, reverse=True)
    )
    return re.compile(rf"(?<![\w-])(?:{'|'.join(each)})")


def _lower(character: str) -> str:
    lower = character.lower()
    return lower if len(lower) == 1 else character
