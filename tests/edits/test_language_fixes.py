"""What the fixes of messages make of a text, and which of them are safe."""

from collections.abc import Mapping

import pytest

import argmap
from argmap.edits.fixes import apply_fixes
from argmap.edits.mending import mend
from argmap.reasoning.checking import Selection
from argmap.reasoning.codes import codes_of, entry_of
from argmap.source.text import SourceText

NAME = "<input>"


@pytest.mark.parametrize(
    ("code", "text", "fixed", "safe"),
    [
        ("L101", "thesis T\n  becuase: R", "thesis T\n  because: R", False),
        ("L101", "thesis T\n  con R", "thesis T\n  but R", False),
        ("L109", "thesis T\u200bT", "thesis TT", True),
        ("L109", "thesis T\u00adT", "thesis TT", True),
        ("L109", "thesis T\u200eT", "thesis TT", False),
        ("L110", "thesis T\x07", "thesis T", True),
        ("L111", "thesis T\n## The East ##\nclaim B", "thesis T\nsection The East\nclaim B", False),
        ("L113", "thesis east:Georgia", "thesis east: Georgia", False),
        ("L113", "thesis east : Georgia", "thesis east: Georgia", False),
        ("L113", "thesis east :Georgia", "thesis east: Georgia", False),
        ("L113", "thesis The east: Georgia", "thesis The-east: Georgia", False),
        ("L302", "thesis east: T\n  because @esat", "thesis east: T\n  because @east", False),
        (
            "L311",
            "thesis T\n  because R\n  by expert opinon",
            "thesis T\n  because R\n  by expert-opinion",
            False,
        ),
        ("L403", "thesis T {likley}", "thesis T {likely}", False),
        ("L405", "thesis T {0,8}", "thesis T {0.8}", False),
        ("L408", "thesis T (very likely)", "thesis T {very likely}", False),
        ("L408", "claim east: T\nclaim U\n  because east", "claim east: T\nclaim U\n  because @east", False),
        ("L408", "source edm: E\nclaim T [edm, p. 3]", "source edm: E\nclaim T [@edm, p. 3]", False),
    ],
)
def test_a_fix_writes_what_was_meant(code: str, text: str, fixed: str, safe: bool) -> None:
    argument_map = argmap.parse(text)
    (found,) = [message for message in argument_map.diagnostics if message.code == code]
    assert found.fix is not None
    assert found.fix.safe is safe
    assert apply_fixes(argument_map.texts, [found]).texts[NAME].text == fixed
    assert code not in [message.code for message in argmap.parse(fixed).diagnostics]


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("L101", "thesis T\n  therefore R"),
        ("L101", "thesis T\n  xyzzyxyzzy R"),
        ("L110", "thesis T\u2028R"),
        ("L302", "thesis west1: A\n  because west2: B\n  because @west"),
        ("L403", "thesis T {xyzzyxyzzy}"),
    ],
)
def test_where_it_cannot_be_told_what_was_meant_there_is_no_fix(code: str, text: str) -> None:
    (found,) = [message for message in argmap.parse(text).diagnostics if message.code == code]
    assert found.fix is None


def fixable(code: str) -> bool:
    """Whether the message of a code has a fix in the code's own bad example."""
    example = entry_of(code).bad
    if example.files:
        return False
    found = argmap.check(argmap.parse(example.text), select=[code], hints=True)
    return any(message.fix is not None for message in found if message.code == code)


FIXABLE = [code for code in codes_of("") if fixable(code)]


def test_an_entry_tells_of_the_fix_that_its_bad_example_has() -> None:
    assert {"L101", "L109", "L408"} <= set(FIXABLE)
    assert [code for code in FIXABLE if not entry_of(code).fix] == []


@pytest.mark.parametrize("code", FIXABLE)
def test_a_bad_example_can_be_mended_without_a_new_error(code: str) -> None:
    def reread(texts: Mapping[str, SourceText]) -> argmap.ArgumentMap:
        return argmap.parse(texts[NAME].text)

    before = argmap.parse(entry_of(code).bad.text)
    done = mend(before, reread, selection=Selection(select=(code,)), unsafe=True)
    assert {message.code for message in done.applied} == {code}
    assert code not in [message.code for message in done.messages]
    assert len(done.map.errors) <= len(before.errors)
