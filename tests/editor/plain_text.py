"""The plain model of a text that is edited: what stands in it after each step, and how it is searched."""

import re
from collections.abc import Callable, Iterable

from argmap.source.edits import TextEdit, apply_edits

_LINE_END = re.compile(r"(\r\n|\r|\n)")


class PlainText:
    """The text after each step, and which of them is shown: that is all there is to undo and redo."""

    def __init__(self, text: str) -> None:
        self.states = [text]
        self.at = 0

    @property
    def text(self) -> str:
        return self.states[self.at]

    def step(self, text: str) -> None:
        """Something was done: what had been undone is gone."""
        del self.states[self.at + 1 :]
        self.states.append(text)
        self.at += 1

    def go_on(self, text: str) -> None:
        """What was typed belongs to the step before."""
        del self.states[self.at + 1 :]
        self.states[self.at] = text

    def undo(self) -> None:
        self.at = max(self.at - 1, 0)

    def redo(self) -> None:
        self.at = min(self.at + 1, len(self.states) - 1)


def edited(text: str, edits: Iterable[TextEdit]) -> str:
    """The text after edits, whose line ends become those of the text where no line of it ends in LF."""
    return apply_edits(text, [TextEdit(one.span, _with_ends_of(text, one.replacement)) for one in edits])


def _with_ends_of(text: str, written: str) -> str:
    ends = _LINE_END.findall(text)
    return written if not ends or "\n" in ends else re.sub("\r\n|\n", ends[0], written)


def pattern_of(words: str, *, case: bool, whole: bool, is_pattern: bool) -> "re.Pattern[str] | None":
    """What is looked for in a line; None for a pattern that means nothing."""
    # What joins characters, or goes with one, is a part of a word.
    joined = r"[\w\u0300-\u036f\u200c\u200d]"
    source = words if is_pattern else re.escape(words)
    flags = 0 if case else re.IGNORECASE
    try:
        alone = re.compile(source, flags)
    except re.error:
        return None
    return re.compile(f"(?<!{joined})(?:{source})(?!{joined})", flags) if whole else alone


def each_line(text: str, change: Callable[[str], str]) -> str:
    """The text with every line changed, and every line end as it is."""
    pieces = _LINE_END.split(text)
    pieces[::2] = map(change, pieces[::2])
    return "".join(pieces)


def replaced_everywhere(text: str, pattern: "re.Pattern[str]", replacement: str) -> str:
    """The text with all matches in its lines replaced."""
    return each_line(text, lambda line: pattern.sub(replacement, line))


def replaced_at(text: str, pattern: "re.Pattern[str]", replacement: str, start: int, stop: int) -> str:
    """The text with the match at a place replaced; as it is where none stands there."""
    done = 0
    for number, piece in enumerate(_LINE_END.split(text)):
        for match in () if number % 2 else pattern.finditer(piece):
            if (done + match.start(), done + match.end()) == (start, stop):
                return text[:start] + match.expand(replacement) + text[stop:]
        done += len(piece)
    return text
