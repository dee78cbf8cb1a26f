"""A map is mended round by round, and never comes out with an error that it did not have."""

from collections.abc import Callable, Iterator, Mapping

import attrs
import pytest

import argmap
from argmap.edits.mending import Mended, mend
from argmap.reasoning.check_list import Listed
from argmap.reasoning.checking import Selection
from argmap.reasoning.judged import Judged
from argmap.source.diagnostics import Diagnostic, Fix, Severity
from argmap.source.edits import TextEdit
from argmap.source.spans import Span
from argmap.source.text import SourceText

NAME = "<input>"


def mended(text: str, *, unsafe: bool = False, selection: Selection | None = None) -> Mended:
    def reread(texts: Mapping[str, SourceText]) -> argmap.ArgumentMap:
        return argmap.parse(texts[NAME].text)

    return mend(argmap.parse(text), reread, unsafe=unsafe, selection=selection or Selection())


def text_of(done: Mended) -> str:
    return done.map.texts[NAME].text


def codes(messages: tuple[Diagnostic, ...]) -> list[str]:
    return [message.code for message in messages]


def test_safe_fixes_are_applied_and_the_rest_is_reported() -> None:
    done = mended("thesis The\u200b sales are\u200b small\n  because R (likely)\n")
    assert text_of(done) == "thesis The sales are small\n  because R (likely)\n"
    assert codes(done.applied) == ["L109", "L109"]
    assert codes(done.messages) == ["L408"]


def test_unsafe_fixes_are_applied_when_asked_for() -> None:
    done = mended("thesis The\u200b sales are small\n  because R (likely)\n", unsafe=True)
    assert text_of(done) == "thesis The sales are small\n  because R {likely}\n"
    assert done.messages == ()


def test_fixes_that_wait_for_others_get_their_turn() -> None:
    done = mended("thesis T\n  becuase A\n  becuase B\n", unsafe=True)
    assert text_of(done) == "thesis T\n  because A\n  because B\n"
    assert codes(done.applied) == ["L101", "L101"]


def test_only_messages_that_are_wanted_are_mended() -> None:
    text = "thesis The\u200b sales are small\n  because east:A\n"
    assert text_of(mended(text, unsafe=True, selection=Selection(ignore=("L109",)))) == text
    asked = mended(text, unsafe=True, selection=Selection(select=("L113",)))
    assert text_of(asked) == "thesis The\u200b sales are small\n  because east: A\n"


def test_a_fix_that_would_bring_an_error_is_left_out_and_named() -> None:
    # Once its label is one, the line would define it a second time.
    text = "thesis east: T\n  because east:A\n  because west:B\n"
    done = mended(text, unsafe=True, selection=Selection(hints=True))
    assert text_of(done) == "thesis east: T\n  because east:A\n  because west: B\n"
    assert codes(done.applied) == ["L113"]
    (refused,) = done.refused
    assert (refused.message.code, refused.message.span.start) == ("L113", text.index("east:A"))
    assert refused.error.code == "L301"
    assert done.map.errors == ()


def test_a_misspelt_keyword_is_mended_also_where_its_line_has_another_error() -> None:
    done = mended("thesis T\n  becuase @nowhere\n    but @far\n  because A\n", unsafe=True)
    assert text_of(done) == "thesis T\n  because @nowhere\n    but @far\n  because A\n"
    assert codes(done.messages) == ["L302", "L302"]
    assert done.refused == ()


def test_a_keyword_that_could_not_stand_there_is_not_written() -> None:
    done = mended("thesis T\n  becuase A\n    answre B\n", unsafe=True)
    assert text_of(done) == "thesis T\n  because A\n    answre B\n"
    (refused,) = done.refused
    assert refused.error.code == "L203"


def test_nothing_to_mend_changes_nothing() -> None:
    done = mended("thesis T\n  because R\n")
    assert (text_of(done), done.applied, done.refused) == ("thesis T\n  because R\n", (), ())


@pytest.fixture
def checked_by(monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """Replaces the list of checks by one check of the test's own."""

    def replace(check: Callable[[Judged], Iterator[Diagnostic]]) -> None:
        @attrs.frozen
        class Own(Listed):
            def function(self) -> Callable[[Judged], Iterator[Diagnostic]]:
                return check

        monkeypatch.setattr("argmap.reasoning.checking.CHECKS", (Own("R999", "own", Severity.WARNING),))

    return replace


def wrong(start: int, stop: int, new: str) -> Diagnostic:
    span = Span(NAME, start, stop)
    return Diagnostic("R999", Severity.WARNING, "wrong", span, fix=Fix("mend", (TextEdit(span, new),), True))


def test_fixes_that_undo_each_other_come_to_an_end(checked_by: Callable[..., None]) -> None:
    def flip(judged: Judged) -> Iterator[Diagnostic]:
        text = judged.map.texts[NAME].text
        yield wrong(7, 8, "B" if text[7] == "A" else "A")

    checked_by(flip)
    done = mended("thesis A\n")
    assert text_of(done) in ("thesis A\n", "thesis B\n")
    assert len(done.applied) < 100


def test_a_safe_fix_is_not_trusted_either(checked_by: Callable[..., None]) -> None:
    def careless(judged: Judged) -> Iterator[Diagnostic]:
        yield wrong(0, 6, "thesiss")
        if "A" in judged.map.texts[NAME].text:
            yield wrong(7, 8, "B")

    checked_by(careless)
    done = mended("thesis A\n")
    assert text_of(done) == "thesis B\n"
    assert [found.message.span.start for found in done.refused] == [0]


def test_the_reasoning_is_mended_once_the_errors_are(checked_by: Callable[..., None]) -> None:
    def louder(judged: Judged) -> Iterator[Diagnostic]:
        text = judged.map.texts[NAME].text
        if not text.endswith("!\n"):
            yield wrong(len(text) - 1, len(text) - 1, "!")

    checked_by(louder)
    done = mended("thesis A\x01\n")
    assert text_of(done) == "thesis A!\n"
    assert codes(done.applied) == ["L110", "R999"]
