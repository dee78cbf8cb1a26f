"""Which rows are shown and how, without a screen: for any map, fold, filter, width and text."""

import hypothesis
from hypothesis import strategies as st
from pane_use import known
from rich.cells import cell_len

from argmap.editor.outline.folding import ancestors, parent
from argmap.editor.outline.following import Following
from argmap.editor.outline.painting import Shown, painted
from argmap.editor.outline.shown_rows import ShownRows
from argmap.editor.problems.following import followed
from argmap.editor.problems.painting import height as message_height
from argmap.editor.problems.painting import painted as painted_message
from argmap.editor.rows import wrapped
from argmap.source.diagnostics import Diagnostic, Fix, Label, Severity
from argmap.source.spans import Span
from argmap.workspace.outline import Row

randomised = hypothesis.settings(max_examples=60, deadline=None, database=None, print_blob=True)
hostile = st.text(st.sampled_from("ab  \t\x1b\u202e\u200b漢👍\u200d❤\ufe0fe\u0301\u00a0[]:@…"), max_size=60)


@st.composite
def maps(draw: st.DrawFn) -> str:
    """Maps with and without labels, references, sections, cycles."""
    lines = []
    depth = 0
    for number in range(draw(st.integers(1, 14))):
        depth = draw(st.integers(0, min(depth + 1, 4))) if number else 0
        if depth == 0:
            if draw(st.integers(0, 4)) == 0:
                lines.append(f"section Part {number}")
            lines.append(f"claim c{number}: Claim number {number}")
            continue
        word = draw(st.sampled_from(["because", "but", "unless", "evidence"]))
        what = draw(st.sampled_from([f"c{number}: Said {number}", f"unnamed {number}", "unnamed", "@c0"]))
        lines.append(f"{'  ' * depth}{word} {what}")
    return "\n".join(lines) + "\n"


def named(rows: tuple[Row, ...], number: int) -> tuple[object, ...]:
    row = rows[number]
    return (row.kind, row.again, row.label if row.name or row.kind == "section" else row.text)


@randomised
@hypothesis.given(maps(), st.data())
def test_a_row_is_found_again_whatever_lines_came_and_went_around_it(text: str, data: st.DataObject) -> None:
    lines = text.splitlines(keepends=True)
    at = data.draw(st.integers(0, len(lines) - 1))
    other = [*lines[:at], "claim new: New\n", *lines[at + data.draw(st.integers(0, 1)) :]]
    old, new = known(text).outline, known("".join(other)).outline
    following = Following(old, new)
    there = [named(new, number) for number in range(len(new))]
    for number in range(len(old)):
        place = following.place(number)
        if named(old, number) in there:
            assert place is not None
            assert named(new, place) == named(old, number)
        assert 0 <= following.nearest(number) < max(len(new), 1)


@randomised
@hypothesis.given(maps(), st.data())
def test_folds_hide_exactly_what_stands_below_them(text: str, data: st.DataObject) -> None:
    rows = known(text).outline
    shown = ShownRows()
    shown.take(rows, {})
    folded = data.draw(st.sets(st.integers(0, len(rows) - 1)))
    shown.fold(folded)
    expected = [n for n in range(len(rows)) if not folded.intersection(ancestors(rows, n))]
    assert list(shown.numbers) == expected
    number = data.draw(st.integers(0, len(rows) - 1))
    shown.reveal(number)
    assert shown.is_shown(number)
    assert shown.numbers[shown.place(number)] == number


@randomised
@hypothesis.given(maps(), st.data())
def test_newer_outlines_keep_folds_with_their_claims(text: str, data: st.DataObject) -> None:
    rows = known(text).outline
    shown = ShownRows()
    shown.take(rows, {})
    shown.fold(data.draw(st.sets(st.integers(0, len(rows) - 1))))
    before = {named(rows, number) for number in shown.folded if rows[number].name}
    newer = known("claim new: New\n\n" + text).outline
    shown.take(newer, {})
    assert {named(newer, number) for number in shown.folded if newer[number].name} == before


@randomised
@hypothesis.given(maps(), st.sampled_from(["", "said", "claim 1", "unnamed", "nowhere", "falls"]))
def test_a_filter_keeps_every_ancestor_of_what_it_finds(text: str, query: str) -> None:
    rows = known(text).outline
    shown = ShownRows()
    shown.take(rows, {})
    shown.filter(query)
    for number in shown.numbers:
        above = parent(rows, number)
        assert above is None or shown.is_shown(above)
    assert set(shown.hits) <= set(shown.numbers)


@randomised
@hypothesis.given(
    hostile,
    st.one_of(st.none(), st.sampled_from(["west", "7", "sehr-lange-öffentliche-kennung-一二三四"])),
    st.sampled_from([0, 1, 3, 40, 12_345]),
    st.integers(1, 70),
    st.sampled_from([("claim", False), ("claim", True), ("question", False), ("section", False)]),
    st.booleans(),
)
@hypothesis.example("to the ❤\ufe0f", None, 0, 40, ("section", False), False)
def test_rows_of_any_text_fit_their_width_and_height_and_hold_nothing_unsafe(
    text: str, name: str | None, depth: int, cells: int, kind: tuple[str, bool], special: bool
) -> None:
    row = Row(
        kind[0],  # type: ignore[arg-type]
        depth,
        text,
        Span("a", 0, 0),
        1,
        label=name or "_1",
        name=name,
        mark="+",
        standing="falls",
        again=kind[1],
        descendants=3,
    )
    shown = Shown(row, parent=True, folded=special, before="stands" if special else None, cut=special)
    lines = painted(shown, cells)
    assert len(lines) == shown.height(cells)
    for line in lines:
        said = "".join(piece for piece, _ in line)
        assert not any(ord(character) < 32 or character == "\u202e" for character in said)
        # Guides, marks and signs take 14 cells at least, and a wide character two.
        assert cell_len(said) <= max(cells, 15)


@randomised
@hypothesis.given(hostile, st.integers(1, 40))
def test_wrapped_lines_keep_every_character_but_blanks(text: str, cells: int) -> None:
    lines = wrapped(text, cells)
    assert "".join(lines).replace(" ", "") == "".join(wrapped(text, 100_000)).replace(" ", "")
    assert all(cell_len(line) <= max(cells, 2) for line in lines)


@randomised
@hypothesis.given(hostile, hostile, st.integers(1, 60))
def test_messages_of_any_text_have_the_height_that_is_said(message: str, hint: str, cells: int) -> None:
    span = Span("other", 0, 0)
    one = Diagnostic(
        "L1", Severity.HINT, message, span, (hint,), (Label(span, hint),), Fix(message, (), safe=True)
    )
    lines = painted_message(one, {}, main="main", cells=cells)
    assert len(lines) == message_height(one, {}, main="main", cells=cells)
    assert not any("\x1b" in piece or "\u202e" in piece for line in lines for piece, _ in line)


_messages = st.lists(st.tuples(st.sampled_from("ABC"), st.sampled_from("xy")), min_size=1, max_size=12)


def _listed(messages: list[tuple[str, str]], shift: int = 0) -> list[Diagnostic]:
    return [
        Diagnostic(code, Severity.ERROR, text, Span("a", shift + 10 * n, shift + 10 * n))
        for n, (code, text) in enumerate(messages)
    ]


@randomised
@hypothesis.given(_messages, st.integers(0, 500), st.data())
def test_a_message_is_found_again_when_all_have_moved(
    messages: list[tuple[str, str]], shift: int, data: st.DataObject
) -> None:
    place = data.draw(st.integers(0, len(messages) - 1))
    assert followed(_listed(messages), _listed(messages, shift), place) == place


@randomised
@hypothesis.given(_messages, _messages, st.data())
def test_some_message_is_selected_as_long_as_there_is_one(
    before: list[tuple[str, str]], after: list[tuple[str, str]], data: st.DataObject
) -> None:
    place = data.draw(st.integers(0, len(before) - 1))
    old, new = _listed(before), _listed(after)
    found = followed(old, new, place)
    assert 0 <= found < len(new)
    if before[place] in after:
        assert after[found] == before[place]
