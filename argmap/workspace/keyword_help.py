"""What the words of the language mean, each in a line: beside a candidate, and where a pointer rests."""

from collections.abc import Mapping
from typing import Final

from argmap.language.keywords import LIKELIHOODS, STRENGTHS
from argmap.reasoning.graph import WEIGHTS

KEYWORDS: Final[Mapping[str, str]] = {
    "thesis": "what the map argues for",
    "claim": "a claim of its own; `claim @label` adds lines to one defined elsewhere",
    "because": "a reason for the claim above",
    "evidence": "a reason that is a fact on record",
    "but": "an objection: a reason against the claim above",
    "and": "a further premise: the premises count only together",
    "since": "the warrant: the general rule that licenses the step",
    "assuming": "an unstated premise made explicit",
    "unless": "an exception: why the step might not follow, though its premises hold",
    "by": "the argumentation scheme of the step; its braces answer the critical questions",
    "question": "an issue; the answers below it are rivals",
    "answer": "one position on the question above; at most one can stand",
    "section": "a named part of the map; the blocks that follow belong to it",
    "note": "background that is not argued about",
    "map": "the map's title; author, date, language and standard go below it",
    "source": "a work to cite; its label is the key",
    "bibliography": "a BibTeX or CSL-JSON file whose entries become sources",
    "include": "another map, read as if it stood here",
    "review": "one reader's verdicts",
    "accept": "the reader grants the claim",
    "reject": "the reader holds the claim to be false",
    "doubt": "the reader is not convinced either way",
    "ask": "a question of the reader to the author",
    "number": "a numbered line of standard form; a bracket at its end names its premises",
}
"""Every keyword of the language, and `number` for the lines of standard form."""

FIELDS: Final[Mapping[str, str]] = {
    "author": "who wrote it; several are separated by semicolons",
    "date": "as 2020-11-10, 2020-11 or 2020",
    "language": "the language of the texts, as en, de or tr",
    "standard": "the proof standard of claims that name none",
    "allow": "codes of messages that are not to be shown",
    "text": "the key of the source that is being mapped",
    "publisher": "who published it",
    "url": "where it is to be found",
    "type": "what kind of work it is, as book or article",
    "reliability": "Admiralty code: A to F for the source, 1 to 6 for the information",
}
"""The fields below `map` and `source` lines."""

KEYS: Final[Mapping[str, str]] = {
    "standard": "the proof standard of this claim",
    "on": "the date of the event: 2020-10-15, 2014, or an interval 1991/1994",
    "reliability": FIELDS["reliability"],
    "allow": "codes of messages that are not to be shown here",
}
"""The keys of attributes that are checked."""

STANDARD_MEANINGS: Final[Mapping[str, str]] = {
    "preponderance": "the heaviest reason weighs more than the heaviest objection",
    "clear-and-convincing": "it leads by at least 50 %",
    "beyond-reasonable-doubt": "it leads by at least 50 %, and no objection weighs 30 % or more",
    "dialectical-validity": "some reason applies, and no objection does",
}
"""The proof standards after Gordon and Walton (2009)."""

ANSWERS: Final[Mapping[str, str]] = {
    "ok": "the question is met",
    "fails": "the question defeats the step",
    "open": "the question is raised and not yet met",
}
"""How a critical question may be answered."""

_ADMIRALTY_SOURCE = (
    "completely reliable",
    "usually reliable",
    "fairly reliable",
    "not usually reliable",
    "unreliable",
    "reliability cannot be judged",
)
_ADMIRALTY_INFORMATION = (
    "confirmed",
    "probably true",
    "possibly true",
    "doubtful",
    "improbable",
    "truth cannot be judged",
)
RELIABILITIES: Final[Mapping[str, str]] = {
    f"{letter}{figure}": f"source {source}, information {information}"
    for letter, source in zip("ABCDEF", _ADMIRALTY_SOURCE, strict=True)
    for figure, information in enumerate(_ADMIRALTY_INFORMATION, 1)
}
"""The Admiralty codes, as NATO uses them (AJP-2.1)."""


def word_meaning(word: str) -> str:
    """What a likelihood or a strength counts as; empty for any other word."""
    if word in LIKELIHOODS:
        return f"a likelihood, counted as {LIKELIHOODS[word] * 100:.3g} %"
    return f"a strength: the step weighs {WEIGHTS[word]} %" if word in STRENGTHS else ""
