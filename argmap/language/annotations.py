"""What the words between braces mean on each kind of line."""

import re
from collections.abc import Iterator
from datetime import date

from argmap.language.keywords import (
    CHECKED_KEYS,
    CLAIM_KEYWORDS,
    LIKELIHOODS,
    STANDARDS,
    STRENGTH_LINES,
    STRENGTHS,
    VERDICTS,
)
from argmap.language.suggestions import did_you_mean, likely_meant
from argmap.language.syntax import NO_ANNOTATIONS, Annotations, AttributeSyntax, Line, Problem
from argmap.source.diagnostics import Severity

_FIGURE = re.compile(r"(?:%\s*(\d+(?:\.\d+)?)|(\d+(?:\.\d+)?)\s*%|(\d*\.\d+|[01](?:\.0+)?))")
_NUMERIC = re.compile(r"%?\s*-?[\d.]+\s*%?")
_KEY = re.compile(r"[^\W\d_][\w\-]*")
_DATE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")
_ADMIRALTY = re.compile(r"[A-F][1-6]")
_CODE = re.compile(r"[A-Z]\d{0,3}")

_CLAIMS = CLAIM_KEYWORDS | {"number"}
_TAKES_LIKELIHOOD = _CLAIMS | {"reject", "accept", "doubt"}
TAKES_CITATIONS = _CLAIMS | VERDICTS | {"question", "note"}
"""The lines that may cite."""
_TAKES_TAGS = _CLAIMS | {"question", "note"}
_TAKES_OTHER_KEYS = _CLAIMS | {"question", "note", "by"}


def read_annotations(line: Line) -> tuple[Annotations, list[Problem]]:
    """The attributes of a line by meaning, with an error for every annotation that has none there."""
    problems = _not_taken(line) if line.citations or line.tags or (line.bases and line.inline) else []
    if not line.attributes:
        return NO_ANNOTATIONS, problems
    found: dict[str, object] = {}
    others: dict[str, str] = {}
    for attribute in line.attributes:
        word = " ".join(attribute.key.split())
        if attribute.value is None:
            problem = _read_word(line, attribute, word, found)
        elif word in CHECKED_KEYS:
            problem = _read_checked(line, attribute, word, found)
        else:
            problem = _read_other(line, attribute, word, others)
        problems += problem
    return Annotations(others=tuple(others.items()), **found), problems  # type: ignore[arg-type]


def _not_taken(line: Line) -> list[Problem]:
    """Errors for citations, tags and brackets on lines that have no use for them."""
    problems: list[Problem] = []
    if line.citations and line.keyword not in TAKES_CITATIONS:
        problems.append(_takes_no(line, "citation", line.citations[0].start, line.citations[-1].stop))
    if line.tags and line.keyword not in _TAKES_TAGS:
        problems.append(_takes_no(line, "tag", line.tags[0].start, line.tags[-1].stop))
    if line.inline:
        problems += [
            Problem(
                "L310",
                Severity.ERROR,
                "a bracket with premises belongs to the numbered claim, not to the reason after `because`",
                basis.start,
                basis.stop,
                hints=("put it before `because`, or give the reason a number of its own",),
            )
            for basis in line.bases
        ]
    return problems


def _takes_no(line: Line, what: str, start: int, stop: int) -> Problem:
    hint = "put the text in double quotes to keep it as it is"
    return Problem("L410", Severity.ERROR, f"`{line.keyword}` takes no {what}", start, stop, hints=(hint,))


def _error(code: str, attribute: AttributeSyntax, message: str, *hints: str) -> Iterator[Problem]:
    yield Problem(code, Severity.ERROR, message, attribute.start, attribute.stop, hints=hints)


def _read_word(
    line: Line, attribute: AttributeSyntax, word: str, found: dict[str, object]
) -> Iterator[Problem]:
    if line.keyword == "by":
        return iter(())  # answered or not, critical questions are checked with their scheme
    if word in STRENGTHS:
        return _read_strength(line, attribute, word, found)
    value = likelihood(word)
    if value is not None:
        return _read_likelihood(line, attribute, word, found)
    if _NUMERIC.fullmatch(word):
        return _error(
            "L405",
            attribute,
            f"a likelihood lies between 0 % and 100 %, and {word} does not say one",
            "write it as 80% or 0.8",
        )
    return iter(
        [
            Problem(
                "L403",
                Severity.ERROR,
                f"“{word}” is no known attribute",
                attribute.start,
                attribute.stop,
                hints=_word_hints(word),
                replacement=likely_meant(word, (*LIKELIHOODS, *STRENGTHS)),
            )
        ]
    )


def _word_hints(word: str) -> tuple[str, ...]:
    near = did_you_mean(word, (*LIKELIHOODS, *STRENGTHS)) or did_you_mean(word, CHECKED_KEYS, "{}: ...")
    all_of_them = (
        f"how likely a claim is: {', '.join(LIKELIHOODS)}, or a figure such as 80%",
        f"how strong a step is: {', '.join(STRENGTHS)}",
    )
    return (*(near or all_of_them), "to keep braces as text, put the whole text in double quotes")


def _read_strength(
    line: Line, attribute: AttributeSyntax, word: str, found: dict[str, object]
) -> Iterator[Problem]:
    if line.keyword not in STRENGTH_LINES:
        lines = "because, evidence, but and unless"
        hint = f"strengths go on the line that opens the step ({lines})"
        if line.keyword in {"thesis", "claim", "answer", "number"}:
            hint = f"a claim has a likelihood, such as {{likely}}; {hint}"
        name = "a numbered line" if line.keyword == "number" else f"`{line.keyword}`"
        return _error("L404", attribute, f"{name} takes no strength such as {word}", hint)
    if "strength" in found:
        return _error("L409", attribute, f"a second strength, after {found['strength']}", "keep one of them")
    found["strength"] = word
    return iter(())


def _read_likelihood(
    line: Line, attribute: AttributeSyntax, word: str, found: dict[str, object]
) -> Iterator[Problem]:
    if line.keyword not in _TAKES_LIKELIHOOD:
        return _error("L410", attribute, f"`{line.keyword}` takes no likelihood", "claims do")
    if line.references and line.keyword in CLAIM_KEYWORDS:
        name = line.references[0].text
        return _error(
            "L410",
            attribute,
            f"how likely {name} is belongs where {name} is defined",
            f"move {{{word}}} to the line that defines it",
        )
    if "likelihood" in found:
        return _error("L409", attribute, "a second likelihood", "keep one of them")
    found["likelihood"] = likelihood(word)
    if word in LIKELIHOODS:
        found["likelihood_word"] = word
    return iter(())


def likelihood(word: str) -> float | None:
    """The value in [0, 1] of an estimative word or a figure (`80%`, `%80`, `0.8`), or None."""
    if word in LIKELIHOODS:
        return LIKELIHOODS[word]
    match = _FIGURE.fullmatch(word)
    if match is None:
        return None
    value = float(match[3]) if match[3] else float(match[1] or match[2]) / 100
    return value if value <= 1 else None


def _read_checked(
    line: Line, attribute: AttributeSyntax, key: str, found: dict[str, object]
) -> Iterator[Problem]:
    value = attribute.value or ""
    if key in found:
        return _error("L409", attribute, f"a second `{key}:`", "keep one of them")
    if line.references and line.keyword in CLAIM_KEYWORDS:
        return _error("L410", attribute, f"`{key}:` belongs where {line.references[0].text} is defined")
    if line.keyword not in _CLAIMS and (line.keyword != "question" or key not in {"standard", "allow"}):
        return _error("L410", attribute, f"`{line.keyword}` takes no `{key}:`", "claims do")
    problem = check_value(key, value)
    if problem is not None:
        return _error("L406", attribute, *problem)
    found[key] = read_codes(value) if key == "allow" else value
    return iter(())


def read_codes(value: str) -> tuple[str, ...]:
    """The codes of an `allow:` value, separated by blanks or commas."""
    return tuple(value.replace(",", " ").split())


def check_value(key: str, value: str) -> tuple[str, ...] | None:
    """What is wrong with the value of a checked key and what to write instead, or None."""
    if key == "standard" and value not in STANDARDS:
        hints = did_you_mean(value, STANDARDS) or (f"the standards are {', '.join(STANDARDS)}",)
        return (f"“{value}” is no proof standard", *hints)
    if key == "on" and not is_date_or_interval(value):
        if is_date_or_interval("/".join(reversed(value.split("/")))):
            return (f"the interval {value} ends before it begins", "write the earlier date first")
        return (f"“{value}” is no date", "write 2020-11-10, 2020-11, 2020, or an interval 1991/1994")
    if key == "reliability" and not _ADMIRALTY.fullmatch(value):
        return (
            f"“{value}” is no Admiralty code",
            "write a letter A to F for the source and a figure 1 to 6 for the information, such as B2",
        )
    if key == "allow" and not (value and all(_CODE.fullmatch(code) for code in read_codes(value))):
        return (f"“{value}” is no code of a message", "write a code such as R204")
    return None


def is_date_or_interval(value: str) -> bool:
    """Whether the value is an ISO 8601 date (to the year, month or day) or an interval of two, in order."""
    parts = [part.strip() for part in value.split("/")]
    if len(parts) > 2 or not all(_is_date(part) for part in parts):
        return False
    shared = min(len(part) for part in parts)
    return parts[0][:shared] <= parts[-1][:shared]


def _is_date(value: str) -> bool:
    match = _DATE.fullmatch(value)
    if match is None:
        return False
    try:
        date(int(match[1]), int(match[2] or 1), int(match[3] or 1))
    except ValueError:
        return False
    return True


def _read_other(
    line: Line, attribute: AttributeSyntax, key: str, others: dict[str, str]
) -> Iterator[Problem]:
    if line.keyword not in _TAKES_OTHER_KEYS:
        hint = "write it as a field below" if line.keyword == "source" else "claims do"
        return _error("L410", attribute, f"`{line.keyword}` takes no `{key}:`", hint)
    if line.references and line.keyword in CLAIM_KEYWORDS:
        return _error("L410", attribute, f"`{key}:` belongs where {line.references[0].text} is defined")
    if not _KEY.fullmatch(key):
        return _error("L403", attribute, f"“{key}” is no key of an attribute", "a key is one word")
    if not attribute.value:
        return _error("L403", attribute, f"`{key}:` has no value", f"write {{{key}: ...}}")
    if key in others:
        return _error("L409", attribute, f"a second `{key}:`", "keep one of them")
    hints = did_you_mean(key, CHECKED_KEYS, "{}:") if line.keyword != "by" else ()
    others[key] = attribute.value
    if hints:
        return iter(
            [
                Problem(
                    "L412",
                    Severity.HINT,
                    f"`{key}:` is kept as it is, unchecked",
                    attribute.start,
                    attribute.stop,
                    hints=hints,
                )
            ]
        )
    return iter(())
