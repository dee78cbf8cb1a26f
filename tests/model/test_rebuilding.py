"""A map is built again from the one before where only verdicts have changed: the same as built anew."""

import pytest

from argmap.model.build import Built, build, build_to_go_on
from argmap.model.reading import read
from argmap.model.rebuilding import build_again
from argmap.source.text import SourceText

MAP = """\
section First
1. Trade has doubled
2. Russia needs a partner [1]
thesis buy-in: Russia prefers Turkish buy-in
  because west: Georgia went West {allow: R}
  but @nowhere
review ana:
"""


def made(text: str, before: Built | None = None) -> Built:
    reading = read(SourceText("m", text), folder=None, previous=before.reading if before else None)
    return build_again(before, reading) if before else build_to_go_on(reading)


@pytest.mark.parametrize(
    "verdicts",
    [
        "  accept @west\n  reject @buy-in: No {20%}\n",
        "  doubt @1\n  ask @west: When?\n",
        # What is wrong with a verdict is told, and told again after the next.
        "  accept @west\n  reject @west\n  ask @buy-in\n  accept @nobody\n  accept @ana\n",
        "  accept @wset\n  rejec @west\n",
    ],
)
def test_other_verdicts_leave_the_argument_as_it_is(verdicts: str) -> None:
    before = made(MAP)
    after = made(MAP + verdicts, before)
    assert after.map.claims is before.map.claims
    assert after.map.inferences is before.map.inferences
    again = made(MAP + verdicts + "  doubt @2\n", after)
    assert again.map.claims is before.map.claims
    for one in (after, again):
        anew = build(one.reading)
        assert one.map == anew
        assert one.map.diagnostics == anew.diagnostics
        assert one.map.texts == anew.texts
    assert made(MAP, again).map == before.map
    assert made(MAP, again).map.diagnostics == before.map.diagnostics


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("review ana:", "review ben:"),
        ("review ana:", "review ana:\n  note She read it twice."),
        ("review ana:", "review ana:\n  accept @west: As @west says"),
        ("review ana:", "review ana:\n  accept @west [@unknown]"),
        ("review ana:", "review ana:\n  accept @west: buy-in"),
        ("review ana:", "review ana:\nreview ana:"),
        ("review ana:", ""),
        ("Trade has doubled", "Trade has halved"),
        ("section First", "\nsection First"),
        ("went West", "went"),
    ],
)
def test_whatever_else_changes_is_found(old: str, new: str) -> None:
    before = made(MAP)
    after = made(MAP.replace(old, new), before)
    anew = build(after.reading)
    assert after.map == anew
    assert after.map.diagnostics == anew.diagnostics
    back = made(MAP, after)
    assert back.map == before.map
    assert back.map.diagnostics == before.map.diagnostics


def test_names_that_are_not_there_are_compared_however_often_a_review_is_changed() -> None:
    text = MAP + "  accept @wes\n"
    found = made(text)
    for number in range(150):
        found = made(f"{text}  ask @west: {number}?\n", found)
    assert found.map.diagnostics == build(found.reading).diagnostics
    assert any("did you mean @west?" in one.hints for one in found.map.diagnostics)
