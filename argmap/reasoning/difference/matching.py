"""Which claim, question, section and source of a new map is which of the old one.

Claims are matched by label first; then by their text, where claims of one text are told apart by what
stands around them; then by the number of a line of standard form; then by likeness, first among those that
are argued below the same claim, then anywhere. Names that the map made up for claims without a label are
never compared. Two claims that both have labels, and different ones, are the same only by their text.
"""

import unicodedata
from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Mapping

from argmap.model.elements import Claim, Question, Source
from argmap.model.map import ArgumentMap
from argmap.reasoning.difference.likeness import Likeness
from argmap.reasoning.difference.pairs import Pairs, pair_by
from argmap.reasoning.difference.surroundings import colours


def plain(text: str) -> str:
    """A text as it is compared: in Unicode normal form C, with one space where there are several."""
    return " ".join((text if text.isascii() else unicodedata.normalize("NFC", text)).split())


def known_questions(old: ArgumentMap, new: ArgumentMap) -> Pairs:
    """Questions by label, else by a text that no other question has: before the claims are matched."""
    pairs = Pairs()
    _questions_by(pairs, old, new, lambda question: question.name, lambda question: question.name)
    sides = ((old, pairs.new_of), (new, pairs.old_of))
    left = [
        Counter(plain(question.text) for label, question in side.questions.items() if label not in known)
        for side, known in sides
    ]

    def own_text(question: Question) -> str | None:
        text = plain(question.text)
        return text if all(count[text] == 1 for count in left) else None

    _questions_by(pairs, old, new, own_text, own_text)
    return pairs


def match_questions(pairs: Pairs, old: ArgumentMap, new: ArgumentMap, claims: Pairs) -> None:
    """Add to the questions that are known: by text and answers, then by text, then one left on each side."""

    def before(question: Question) -> Hashable:
        return plain(question.text), frozenset(claims.new_of.get(label) for label in question.answers)

    def after(question: Question) -> Hashable:
        return plain(question.text), frozenset(question.answers)

    _questions_by(
        pairs,
        old,
        new,
        lambda question: (before(question), question.standard),
        lambda question: (after(question), question.standard),
    )
    _questions_by(pairs, old, new, before, after)
    _questions_by(
        pairs, old, new, lambda question: plain(question.text), lambda question: plain(question.text)
    )
    left = [label for label in old.questions if label not in pairs.new_of]
    came = [label for label in new.questions if label not in pairs.old_of]
    if len(left) == len(came) == 1 and not (old.questions[left[0]].name and new.questions[came[0]].name):
        pairs.add(left[0], came[0])


def _questions_by(
    pairs: Pairs,
    old: ArgumentMap,
    new: ArgumentMap,
    before: Callable[[Question], Hashable],
    after: Callable[[Question], Hashable],
) -> None:
    pair_by(
        pairs,
        old.questions,
        new.questions,
        old_key=lambda label: before(old.questions[label]),
        new_key=lambda label: after(new.questions[label]),
    )


def match_claims(old: ArgumentMap, new: ArgumentMap, questions: Pairs) -> Pairs:
    """Claims two by two, as described above; near-linear in the size of the maps."""
    pairs = Pairs()

    def keyed(old_key: Callable[[Claim], Hashable], new_key: Callable[[Claim], Hashable]) -> None:
        pair_by(
            pairs,
            old.claims,
            new.claims,
            old_key=lambda label: old_key(old.claims[label]),
            new_key=lambda label: new_key(new.claims[label]),
        )

    keyed(_written_label, _written_label)
    old_texts = {label: plain(claim.text) for label, claim in old.claims.items()}
    new_texts = {label: plain(claim.text) for label, claim in new.claims.items()}
    if _several(old_texts, pairs.new_of) or _several(new_texts, pairs.old_of):
        old_first = {label: pairs.new_of.get(label, (text,)) for label, text in old_texts.items()}
        new_first = {label: label if label in pairs.old_of else (text,) for label, text in new_texts.items()}
        for before, after in reversed(
            list(zip(colours(old, old_first), colours(new, new_first), strict=True))
        ):
            keyed(
                lambda claim, colour=before: (colour[claim.label], old_texts[claim.label]),  # type: ignore[misc]
                lambda claim, colour=after: (colour[claim.label], new_texts[claim.label]),  # type: ignore[misc]
            )
    keyed(lambda claim: old_texts[claim.label], lambda claim: new_texts[claim.label])
    keyed(_number, _number)
    Likeness(old, new, pairs, questions).match(old_texts, new_texts)
    return pairs


def match_sections(old: ArgumentMap, new: ArgumentMap, claims: Pairs) -> Pairs:
    """Sections by title; one that was retitled is known by most of its claims."""
    pairs = Pairs()
    shared: Counter[tuple[str, str]] = Counter()
    for before, after in claims.new_of.items():
        left, came = old.claims[before].section, new.claims[after].section
        if left is not None and came is not None:
            shared[left, came] += 1

    def add_most_shared(*, same_title: bool) -> None:
        for (left, came), _ in shared.most_common():
            if left in pairs.new_of or came in pairs.old_of:
                continue
            if not same_title or old.sections[left].title == new.sections[came].title:
                pairs.add(left, came)

    # Titles can stand twice: then it is their claims that tell them apart.
    add_most_shared(same_title=True)
    pair_by(
        pairs,
        old.sections,
        new.sections,
        old_key=lambda key: old.sections[key].title,
        new_key=lambda key: new.sections[key].title,
    )
    add_most_shared(same_title=False)
    return pairs


def match_sources(old: ArgumentMap, new: ArgumentMap) -> Pairs:
    """Sources by key; one that has another key now is known by all else."""
    pairs = Pairs()
    pair_by(pairs, old.sources, new.sources, old_key=lambda key: key, new_key=lambda key: key)

    def content(source: Source) -> Hashable:
        work = (source.authors, source.date, source.container, source.publisher, source.url)
        return (plain(source.title), *work) if source.title else None

    pair_by(
        pairs,
        old.sources,
        new.sources,
        old_key=lambda key: content(old.sources[key]),
        new_key=lambda key: content(new.sources[key]),
    )
    return pairs


def _written_label(claim: Claim) -> str | None:
    return None if claim.name is None or claim.keyword == "number" else claim.name


def _number(claim: Claim) -> str | None:
    return claim.label if claim.keyword == "number" and claim.name is not None else None


def _several(texts: Mapping[str, str], known: Iterable[str]) -> bool:
    """Whether claims that are in no pair yet share a text."""
    paired = set(known)
    left = [text for label, text in texts.items() if label not in paired]
    return len(set(left)) < len(left)
