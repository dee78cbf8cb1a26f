"""The closed lists of the language: keywords and the words that attributes may hold."""

from collections.abc import Mapping
from typing import Final

OPENERS: Final = frozenset({"because", "evidence", "but"})
"""Lines that open a step for or against the claim above."""
COMPLETIONS: Final = frozenset({"and", "since", "assuming", "unless", "by"})
"""Lines that complete a step."""
CLAIM_KEYWORDS: Final = frozenset(
    {"thesis", "claim", "answer", *OPENERS, "and", "since", "assuming", "unless"}
)
VERDICTS: Final = frozenset({"accept", "reject", "doubt", "ask"})
BLOCKS: Final = frozenset(
    {"map", "source", "bibliography", "include", "section", "question", "thesis", "claim", "note", "review"}
)
"""Keywords that open a block in column 0; numbered lines do too."""

TOKENS: Final[Mapping[str, str]] = {
    **dict.fromkeys(CLAIM_KEYWORDS, "CLAIM"),
    **dict.fromkeys(VERDICTS, "VERDICT"),
    "map": "TITLED",
    "section": "TITLED",
    "bibliography": "FILED",
    "include": "FILED",
    "source": "SOURCE",
    "question": "QUESTION",
    "review": "REVIEW",
    "note": "NOTE",
    "by": "BY",
}
"""Every keyword with the terminal of the grammar that it is."""

LIKELIHOODS: Final[Mapping[str, float]] = {
    "almost no chance": 0.03,
    "very unlikely": 0.125,
    "unlikely": 0.325,
    "roughly even": 0.5,
    "likely": 0.675,
    "very likely": 0.875,
    "almost certain": 0.97,
}
"""Estimative words, each at the midpoint of its range in US Intelligence Community Directive 203 (2015):
1-5, 5-20, 20-45, 45-55, 55-80, 80-95, 95-99 per cent."""

STRENGTHS: Final = ("conclusive", "strong", "moderate", "weak")
STRENGTH_LINES: Final = frozenset({"because", "evidence", "but", "unless"})
"""The lines whose step may be given a strength."""
STANDARDS: Final = (
    "preponderance",
    "clear-and-convincing",
    "beyond-reasonable-doubt",
    "dialectical-validity",
)
"""Proof standards after Gordon and Walton (2009)."""
CHECKED_KEYS: Final = ("standard", "on", "reliability", "allow")
"""Attribute keys whose values are checked; any other key is kept as it is."""
QUESTION_ANSWERS: Final = ("ok", "fails", "open")
"""How a critical question may be answered."""

MAP_FIELDS: Final = ("author", "date", "language", "standard", "allow", "text")
SOURCE_FIELDS: Final = ("author", "date", "publisher", "url", "type", "reliability")

FORWARD: Final = frozenset({"therefore", "so", "hence", "thus", "consequently", "conclusion", "ergo"})
"""Words that lead from reasons to a conclusion, which no line of the language does."""
ALIASES: Final[Mapping[str, str]] = {
    **dict.fromkeys(("pro", "reason", "support", "supports", "premise", "as", "for", "why"), "because"),
    **dict.fromkeys(
        ("con", "objection", "however", "against", "although", "yet", "counter", "attack"), "but"
    ),
    **dict.fromkeys(("fact", "data", "proof", "example"), "evidence"),
    **dict.fromkeys(("plus", "also", "moreover"), "and"),
    **dict.fromkeys(("assume", "assumes", "assumption", "suppose", "supposing"), "assuming"),
    **dict.fromkeys(("warrant", "rule", "principle"), "since"),
    **dict.fromkeys(("except", "exception", "undercut", "rebuttal"), "unless"),
    **dict.fromkeys(("scheme", "via"), "by"),
    **dict.fromkeys(("issue", "topic"), "question"),
    **dict.fromkeys(("position", "option"), "answer"),
    **dict.fromkeys(("main", "opinion"), "thesis"),
    **dict.fromkeys(("comment", "remark"), "note"),
    **dict.fromkeys(("part", "chapter", "heading"), "section"),
    **dict.fromkeys(("import", "input"), "include"),
    **dict.fromkeys(("bib", "references"), "bibliography"),
    **dict.fromkeys(("agree", "agrees"), "accept"),
    **dict.fromkeys(("disagree", "disagrees"), "reject"),
    "title": "map",
}
"""Words that people write for a keyword, with the keyword."""

MARKS: Final[Mapping[str, str]] = {
    ">": "answer",
    "+": "because",
    "*": "evidence",
    "-": "but",
    "!": "unless",
    "&": "and",
    "^": "since",
    "~": "assuming",
}
"""The mark before a claim where a map is shown as an outline, with the keyword that it stands for."""
