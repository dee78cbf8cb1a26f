"""Claims that were reworded: matched by how alike their texts are, and where they stand."""

from collections import Counter, deque
from collections.abc import Iterator, Mapping, Sequence

from argmap.model.map import ArgumentMap
from argmap.reasoning.difference.pairs import Pairs
from argmap.reasoning.difference.surroundings import Place, places

SAME_PLACE = 0.6
"""Likeness, from 0 to 1, that makes one claim of two below the same claim: Indel similarity of the texts,
which is the share of characters that an edit from one to the other leaves alone."""
ANYWHERE = 0.8
"""Likeness that makes one claim of two that stand apart."""

_SAME_PART = 0.05  # what the same role in the same kind of step adds
_GROUP = 60  # claims below one claim that are all compared with each other
_RARE_WORDS = 4
_CANDIDATES = 40  # claims with a rare word that are compared


class Likeness:
    """Adds pairs of claims that are like each other to those that are known already."""

    def __init__(self, old: ArgumentMap, new: ArgumentMap, pairs: Pairs, questions: Pairs) -> None:
        self.old, self.new = old, new
        self.pairs = pairs
        self.questions = questions

    def match(self, old_texts: Mapping[str, str], new_texts: Mapping[str, str]) -> None:
        """Pair what is alike at the same place, then anywhere, then what that puts at the same place."""
        if not self._left() or not self._came():
            return
        self.old_texts = {label: text.casefold() for label, text in old_texts.items()}
        self.new_texts = {label: text.casefold() for label, text in new_texts.items()}
        self.old_places, self.new_places = places(self.old), places(self.new)
        self.old_below = _below(self.old_places, self._left())
        self.new_below = _below(self.new_places, self._came())
        self._same_place(self._known_places())
        self._same_place([("claim", old, new) for old, new in self._add(self._candidates_anywhere())])

    def _left(self) -> list[str]:
        return [label for label in self.old.claims if label not in self.pairs.new_of]

    def _came(self) -> list[str]:
        return [label for label in self.new.claims if label not in self.pairs.old_of]

    def _known_places(self) -> list[tuple[str, str, str]]:
        known = [("claim", old, new) for old, new in self.pairs.new_of.items()]
        known += [("question", old, new) for old, new in self.questions.new_of.items()]
        return [("root", "", ""), *known]

    def _same_place(self, known: Sequence[tuple[str, str, str]]) -> None:
        """Match below places that are known; each match makes a place known."""
        waiting = deque(known)
        while waiting:
            kind, old, new = waiting.popleft()
            left = [one for one in self.old_below.get((kind, old), ()) if one not in self.pairs.new_of]
            came = [one for one in self.new_below.get((kind, new), ()) if one not in self.pairs.old_of]
            if left and came and max(len(left), len(came)) <= _GROUP:
                pairs = [(one, other) for one in left for other in came]
                waiting += [("claim", *pair) for pair in self._add(self._scored(pairs, SAME_PLACE))]

    def _candidates_anywhere(self) -> list[tuple[float, int, str, str]]:
        """Pairs that share a rare word and are alike."""
        came = self._came()
        words = {label: set(self.new_texts[label].split()) for label in came}
        count = Counter(word for found in words.values() for word in found)
        having: dict[str, list[str]] = {}
        for label, found in words.items():
            for word in found:
                if count[word] <= _CANDIDATES:
                    having.setdefault(word, []).append(label)
        pairs: list[tuple[str, str]] = []
        for label in self._left():
            rare = sorted(
                (count[word], word) for word in set(self.old_texts[label].split()) if word in having
            )
            near = dict.fromkeys(other for _, word in rare[:_RARE_WORDS] for other in having[word])
            pairs += [(label, other) for other in list(near)[:_CANDIDATES]]
        return self._scored(pairs, ANYWHERE)

    def _scored(self, pairs: Sequence[tuple[str, str]], least: float) -> list[tuple[float, int, str, str]]:
        from rapidfuzz.distance import Indel

        found: list[tuple[float, int, str, str]] = []
        for number, (old, new) in enumerate(pairs):
            if self._named_apart(old, new):
                continue
            score = Indel.normalized_similarity(self.old_texts[old], self.new_texts[new], score_cutoff=least)
            if score:
                same_part = self.old_places[old].part == self.new_places[new].part
                found.append((-score - _SAME_PART * same_part, number, old, new))
        return sorted(found)

    def _named_apart(self, old: str, new: str) -> bool:
        before, after = self.old.claims[old], self.new.claims[new]
        return bool(before.name and after.name and before.keyword != "number" and after.keyword != "number")

    def _add(self, scored: Sequence[tuple[float, int, str, str]]) -> Iterator[tuple[str, str]]:
        """Pair the most alike first."""
        for _, _, old, new in scored:
            if old not in self.pairs.new_of and new not in self.pairs.old_of:
                self.pairs.add(old, new)
                yield old, new


def _below(places: Mapping[str, Place], labels: Sequence[str]) -> Mapping[tuple[str, str], list[str]]:
    found: dict[tuple[str, str], list[str]] = {}
    for label in labels:
        place = places[label]
        found.setdefault((place.kind, place.above), []).append(label)
    return found
