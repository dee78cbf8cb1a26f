"""Labels for claims that have none, made from their texts: short, readable, typed on any keyboard."""

import re
import unicodedata
from collections.abc import Collection

import attrs

from argmap.edits.change import Change, Refused, inserting
from argmap.edits.writing import is_label
from argmap.language.placement import shorten
from argmap.model.elements import Claim, Question
from argmap.model.map import ArgumentMap
from argmap.reasoning.wording.languages import Language, language_of
from argmap.source.edits import TextEdit

_MOST_WORDS, _LONGEST = 3, 24
"""Words and characters of a label; the first word may be longer, and is cut."""
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_APOSTROPHE = re.compile(r"['’]")
_SPELLED = {
    "ß": "ss",
    "æ": "ae",
    "œ": "oe",
    "ø": "o",
    "ł": "l",
    "đ": "d",
    "ð": "d",
    "þ": "th",
    "ı": "i",
    "ŋ": "n",
}
"""Latin letters that are no other letter with a mark."""
_GERMAN = {"ä": "ae", "ö": "oe", "ü": "ue"}
_NO_WORDS = "claim"


@attrs.frozen
class Labelled:
    """The label by which lines can refer to a claim; `change` gives it, None where the claim has it."""

    label: str
    change: Change | None


def give_label(argument_map: ArgumentMap, label: str) -> Labelled:
    """A written label for the claim or question that the map calls `label`, such as `_3`.

    One that has a label or a number keeps it. A label that another claim has too is made another one. Raises
    Refused for a claim that is not in the map, and for a numbered line whose number is taken.
    """
    found = argument_map.claims.get(label) or argument_map.questions.get(label)
    if found is None:
        raise Refused(f"the map has no claim {label}")
    if found.name is not None:
        return Labelled(label, None)
    if isinstance(found, Claim) and found.keyword == "number":
        raise Refused("another line of the section has this number: number the lines in order first")
    taken = names_taken(argument_map)
    if found.label_span is not None:
        source = argument_map.texts[found.label_span.file]
        written = source.text[found.label_span.start : found.label_span.stop]
        name = _unused(written, taken)
        edit = TextEdit(found.label_span, name)
        says = f"label a claim {name}, since another one is called {written}"
        return Labelled(name, Change(says, (edit,)))
    # A text of one word that is a label would be taken for a reference whose @ was forgotten.
    words = {claim.text for claim in argument_map.claims.values() if " " not in claim.text}
    language = language_of(argument_map)
    return _label(argument_map, found, label_from(found.text, taken | words, language=language))


def label_from(text: str, taken: Collection[str] = (), *, language: Language | None = None) -> str:
    """A label made from the first words that say something, which is none of those taken, nor like one.

    Latin letters lose their marks, after the language's manner; other scripts are kept. Words are in small
    letters: a capitalised label could be taken for a speaker.
    """
    words = [_without_ending(word, language) for word in _WORD.findall(unicodedata.normalize("NFC", text))]
    telling = [
        word for word in words if language is None or language.folded(word) not in language.function_words
    ]
    label = ""
    for word in (_folded(word, language) for word in telling or words):
        longer = f"{label}-{word}" if label else word[:_LONGEST]
        if not is_label(longer):
            continue
        if len(longer) > _LONGEST or longer.count("-") >= _MOST_WORDS:
            break
        label = longer
    return _unused(label or _NO_WORDS, taken)


def names_taken(argument_map: ArgumentMap) -> frozenset[str]:
    """Every label that the map uses, also one that stands in a line that cannot be read."""
    written = {
        name[1:]
        for source in argument_map.texts.values()
        for name in re.findall(r"@[^\W\d_][\w.\-]*", source.text)
    }
    lost = {
        name
        for source in argument_map.texts.values()
        for name in re.findall(r"^\s*\S+\s+([^\W\d_][\w.\-]*):", source.text, re.MULTILINE)
    }
    return frozenset({*argument_map.claims, *argument_map.questions, *written, *lost})


def _label(argument_map: ArgumentMap, found: Claim | Question, name: str) -> Labelled:
    assert found.text_span is not None  # every claim that was read from a text has one
    edit = inserting(found.text_span.file, found.text_span.start, f"{name}: ")
    return Labelled(name, Change(f"label “{shorten(found.text, 40)}” {name}", (edit,)))


def _without_ending(word: str, language: Language | None) -> str:
    parts = _APOSTROPHE.split(word)
    if len(parts) == 1:
        return word
    return parts[-1] if language is not None and language.apostrophe == "after" else parts[0]


def _folded(word: str, language: Language | None) -> str:
    small = language.folded(word) if language is not None else word.lower()
    table = {**_SPELLED, **_GERMAN} if language is not None and language.tag == "de" else _SPELLED
    return "".join(table.get(character) or _plain(character) for character in small)


def _plain(character: str) -> str:
    """A Latin letter without its marks; any other character as it is."""
    base = unicodedata.normalize("NFKD", character)
    if not (base[0].isascii() and base[0].isalnum()):
        return character
    return "".join(part for part in base if part.isascii() and part.isalnum()).lower()


def _unused(name: str, taken: Collection[str]) -> str:
    known = {label.casefold() for label in taken}
    if name.casefold() not in known:
        return name
    number = 2
    while f"{name}-{number}".casefold() in known:
        number += 1
    return f"{name}-{number}"
