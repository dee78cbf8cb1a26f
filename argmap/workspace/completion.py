"""What could be written at an offset: a keyword, a label, a source key, a scheme, an attribute, a field."""

from collections.abc import Iterable, Mapping
from heapq import nsmallest
from typing import Final

import attrs

from argmap.language.keywords import (
    CHECKED_KEYS,
    LIKELIHOODS,
    QUESTION_ANSWERS,
    STANDARDS,
    STRENGTH_LINES,
    STRENGTHS,
)
from argmap.model.elements import Claim
from argmap.model.map import ArgumentMap
from argmap.source.cells import printable
from argmap.workspace.candidates import NOTHING, Candidate, Completions
from argmap.workspace.keyword_help import (
    ANSWERS,
    FIELDS,
    KEYS,
    KEYWORDS,
    RELIABILITIES,
    STANDARD_MEANINGS,
    word_meaning,
)
from argmap.workspace.ranking import ranks
from argmap.workspace.surroundings import fields_here, keywords_here, numbers_above
from argmap.workspace.vocabulary import Vocabulary, vocabulary_of
from argmap.workspace.written import Written, written_at

MOST: Final = 50
"""Candidates that are given unless told otherwise: more than anybody reads."""
_IN_TEXT = 4
"""The rank of a claim whose text, not its label, holds what was typed."""
_ELSEWHERE = 1 << 60
"""How far a claim in another file is."""
_FEWEST_LETTERS = 3
"""Letters before the texts of claims are looked through."""


_NO_WORDS: Final = vocabulary_of(ArgumentMap())


def complete(
    text: str, offset: int, vocabulary: Vocabulary | None = None, *, file: str = "", most: int = MOST
) -> Completions:
    """What could be written at an offset of a text, which may be broken anywhere.

    `vocabulary` is of the last map that could be made of it; `file` is the text's name in it, and claims
    near the offset come before others that fit as well.
    """
    found = written_at(text, offset)
    if found is None:
        return NOTHING
    words = vocabulary or _NO_WORDS
    if found.part == "label":
        candidates = _labels(found, words, file, most)
    elif found.part == "keyword":
        candidates = _keywords(found, text)
    elif found.part == "number":
        candidates = _numbers(found, text)
    else:
        candidates = _best(found.query, _OFFERS[found.part](found, words), most)
    follows = text[found.stop : found.stop + 1]
    inserted = (attrs.evolve(one, insert=_joined(one.insert, follows)) for one in candidates[:most])
    return Completions(found.start, found.stop, found.query, tuple(inserted))


def _joined(insert: str, follows: str) -> str:
    """Without the blank or the colon that stands there already."""
    if follows == ":" and insert.endswith(": "):
        return insert[:-2]
    return insert.rstrip(" ") if follows in {" ", "\t"} else insert


def _best(query: str, candidates: Iterable[Candidate], most: int) -> list[Candidate]:
    offered = list(candidates)
    found = ranks(query.casefold(), [one.text.casefold() for one in offered])
    return [offered[number] for _, number in nsmallest(most, found)]


def _keywords(found: Written, text: str) -> list[Candidate]:
    words = keywords_here(found.above, text)
    offered = [Candidate("keyword", word, f"{word} ", KEYWORDS[word]) for word in words]
    if found.above.next_number and not found.query:
        number = f"{found.above.next_number}."
        offered.insert(0, Candidate("keyword", number, f"{number} ", KEYWORDS["number"]))
    return _best(found.query, offered, MOST)


def _labels(found: Written, words: Vocabulary, file: str, most: int) -> list[Candidate]:
    query = found.query.casefold()
    ranked = ranks(query, words.labels)
    if len(query) >= _FEWEST_LETTERS and len(ranked) < most:
        known = {number for _, number in ranked}
        ranked += [
            (_IN_TEXT, number)
            for number, text in enumerate(words.texts)
            if query in text and number not in known
        ]
    claims, at = words.claims, found.start
    far = [abs(start - at) if name == file else _ELSEWHERE for name, start in words.places]
    ordered = [(rank, far[number], number) for rank, number in ranked]
    best = [claims[number] for _, _, number in nsmallest(most + len(found.beside), ordered)]
    offered = [_claim(claim) for claim in best if claim.label not in found.beside]
    if found.keyword == "ask":
        questions = [
            Candidate("question", question.label, question.label, printable(question.text))
            for question in words.questions
        ]
        offered += _best(found.query, questions, most)
    return offered


def _claim(claim: Claim) -> Candidate:
    return Candidate("claim", claim.label, claim.label, printable(claim.text))


def _numbers(found: Written, text: str) -> list[Candidate]:
    start = max(text.rfind("\n", 0, found.start), text.rfind("\r", 0, found.start)) + 1
    beside = {number for number in found.beside if number != found.query}
    return [
        Candidate("number", str(number), str(number), printable(line))
        for number, line in sorted(numbers_above(text, start).items())
        if str(number).startswith(found.query) and str(number) not in beside
    ]


def _sources(found: Written, words: Vocabulary) -> Iterable[Candidate]:
    from argmap.model.reference_text import full_reference

    for key, source in words.map.sources.items():
        yield Candidate("source", key, key, printable(full_reference(source)))


def _schemes(found: Written, words: Vocabulary) -> Iterable[Candidate]:
    from argmap.model.schemes import catalogue

    for scheme in catalogue().values():
        yield Candidate("scheme", scheme.id, scheme.id, f"{scheme.name}: {scheme.conclusion}")


def _attributes(found: Written, words: Vocabulary) -> Iterable[Candidate]:
    if found.keyword == "by":
        return (one for one in _critical_questions(found) if one.text not in found.beside)
    return (one for one in _words_and_keys(found, words) if one.text not in found.beside)


def _critical_questions(found: Written) -> Iterable[Candidate]:
    from argmap.model.schemes import find

    scheme = find(found.key)
    for question in scheme.questions if scheme else ():
        yield Candidate("critical question", question.id, f"{question.id}: ", question.text)


def _words_and_keys(found: Written, words: Vocabulary) -> Iterable[Candidate]:
    beside = set(found.beside)
    defines = found.keyword in KEYWORDS and not found.refers
    if found.keyword in STRENGTH_LINES and not beside & set(STRENGTHS):
        yield from (Candidate("strength", word, word, word_meaning(word)) for word in STRENGTHS)
    takes_likelihood = defines and found.keyword not in {"question", "note", "source", "ask", "review"}
    if (takes_likelihood or found.keyword in {"accept", "reject", "doubt"}) and not beside & set(LIKELIHOODS):
        yield from (Candidate("likelihood", word, word, word_meaning(word)) for word in LIKELIHOODS)
    if not defines or found.keyword in {"accept", "reject", "doubt", "ask", "source", "review"}:
        return
    if found.keyword != "note":
        keys = ("standard", "allow") if found.keyword == "question" else CHECKED_KEYS
        yield from (Candidate("attribute", key, f"{key}: ", KEYS[key]) for key in keys)
    for key, values in words.attributes.items():
        yield Candidate("attribute", key, f"{key}: ", printable(f"used in this map: {', '.join(values[:3])}"))


def _attribute_values(found: Written, words: Vocabulary) -> Iterable[Candidate]:
    if found.keyword == "by":
        return (Candidate("value", answer, answer, ANSWERS[answer]) for answer in QUESTION_ANSWERS)
    return _values(found.key, words, words.attributes.get(found.key, ()))


def _field_values(found: Written, words: Vocabulary) -> Iterable[Candidate]:
    argument_map = words.map
    if found.key == "text" and found.above.parent == "map":
        return _sources(found, words)
    if found.key == "language":
        from argmap.reasoning.wording.languages import TAGS

        return (Candidate("value", tag, tag, "its wording can be checked") for tag in TAGS)
    used: Iterable[str | None] = ()
    if found.key in {"type", "publisher"} and found.above.parent == "source":
        used = (getattr(source, found.key) for source in argument_map.sources.values())
    return _values(found.key, words, dict.fromkeys(value for value in used if value))


def _values(key: str, words: Vocabulary, used: Iterable[str]) -> Iterable[Candidate]:
    if key == "standard":
        return (Candidate("value", name, name, STANDARD_MEANINGS[name]) for name in STANDARDS)
    if key == "reliability":
        return (Candidate("value", code, code, meaning) for code, meaning in RELIABILITIES.items())
    if key == "allow":
        return (Candidate("code", code, code, title) for code, title in _codes().items())
    return (Candidate("value", value, value, "used in this map") for value in used)


def _codes() -> Mapping[str, str]:
    """The codes of messages that a map may allow, with their titles."""
    from argmap.language.catalogue import codes, entry
    from argmap.reasoning.check_list import CHECKS
    from argmap.source.diagnostics import Severity

    entries = ((code, entry(code)) for code in codes())
    language = {code: one.title for code, one in entries if one and one.severity is not Severity.ERROR}
    return {listed.code: listed.title for listed in CHECKS} | language


def _tags(found: Written, words: Vocabulary) -> Iterable[Candidate]:
    return (Candidate("tag", tag, tag) for tag in words.tags)


def _files(found: Written, words: Vocabulary) -> Iterable[Candidate]:
    suffixes = (".argmap",) if found.keyword == "include" else (".bib", ".json")
    return (Candidate("file", name, name) for name in words.files if name.endswith(suffixes))


def _readers(found: Written, words: Vocabulary) -> Iterable[Candidate]:
    return (Candidate("reader", one.reader, f"{one.reader}: ", one.title) for one in words.map.reviews)


def _fields(found: Written, words: Vocabulary) -> Iterable[Candidate]:
    yield from (Candidate("field", field, f"{field}: ", FIELDS[field]) for field in fields_here(found.above))
    yield Candidate("keyword", "note", "note ", KEYWORDS["note"])


_OFFERS: Final = {
    "source key": _sources,
    "scheme": _schemes,
    "attribute": _attributes,
    "attribute value": _attribute_values,
    "field": _fields,
    "field value": _field_values,
    "tag": _tags,
    "file": _files,
    "reader": _readers,
}
