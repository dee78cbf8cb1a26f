"""What is known about one version, stage by stage."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from opened_maps import DEBATE, MAPS, edits_of, insert, known, known_file, last, opened, randomised

from argmap.reasoning.checking import Selection, check
from argmap.source.edits import TextEdit
from argmap.source.files import read_text
from argmap.source.spans import Span
from argmap.source.text import SourceText
from argmap.workspace import analysis
from argmap.workspace.analysis import STAGES, Inquiry, analyse, problems
from argmap.workspace.document import Document


def codes(diagnostics):
    return [diagnostic.code for diagnostic in diagnostics]


def test_more_is_known_after_each_stage():
    found = list(analyse(Inquiry(opened(DEBATE).version)))
    assert [one.done[-1] for one in found] == list(STAGES)
    assert [one.complete for one in found] == [False] * (len(STAGES) - 1) + [True]
    assert found[1].map is None
    assert found[2].map is not None
    assert found[2].standings is None
    assert found[3].standings.of("buy-in") == "open"


def test_errors_of_lines_are_known_at_once():
    first, *_ = analyse(Inquiry(opened("thesis a: A\n  becuse b\n  because @c\n").version))
    assert codes(first.diagnostics) == ["L101"]


@pytest.mark.parametrize("path", MAPS, ids=lambda path: path.name)
def test_the_messages_are_those_of_check(path):
    found = known_file(path)
    assert found.failure is None
    assert found.diagnostics == check(found.map)


def test_hints_are_given_on_request():
    text = "thesis a: A\n  because b\n"
    asked = last(Inquiry(opened(text).version, Selection(hints=True)))
    assert "R207" in codes(asked.diagnostics)
    assert "R207" not in codes(known(text).diagnostics)


def test_open_texts_are_read_in_place_of_files(tmp_path):
    (tmp_path / "part.argmap").write_text("claim old: O\n")
    (tmp_path / "main.argmap").write_text("include part.argmap\nthesis t: T\n  because @new\n")
    part = str(tmp_path / "part.argmap")
    document = Document.open(read_text(tmp_path / "main.argmap"), folder=tmp_path)
    texts = {part: SourceText(part, "claim new: N\n")}
    assert last(Inquiry(document.version, texts=texts)).diagnostics == ()
    assert codes(last(Inquiry(document.version)).diagnostics) == ["L302"]


def test_a_bibliography_that_appears_and_vanishes_is_noticed(tmp_path):
    path = tmp_path / "main.argmap"
    path.write_text("bibliography b.bib\nthesis t: T [@k]\n")
    version = Document.open(read_text(path), folder=tmp_path).version
    gone = last(Inquiry(version))
    assert "L504" in codes(gone.diagnostics)
    (tmp_path / "b.bib").write_text("@book{k, title={K}}\n")
    there = last(Inquiry(version), gone)
    assert there.diagnostics == ()
    (tmp_path / "b.bib").unlink()
    assert "L504" in codes(last(Inquiry(version), there).diagnostics)


def test_strength_roles_and_notes_are_known():
    found = known("thesis a: A\n  note Look it up\n  because b {80%}\n")
    assert found.strengths.of("a") > 0.5
    assert found.roles["a"].word == "thesis"
    assert [note.text for note in found.remarks["claim", "a"]] == ["Look it up"]


@pytest.fixture
def breaking(monkeypatch):
    """Makes one stage raise."""

    def broken(found, before):
        raise ZeroDivisionError("division by zero")

    return lambda stage: monkeypatch.setitem(analysis._WORK, stage, broken)


@pytest.mark.parametrize(
    ("stage", "done"),
    [
        ("syntax", ""),
        ("reading", "syntax"),
        ("map", "syntax reading"),
        ("standing", "syntax reading map layout"),
        ("layout", "syntax reading map standing checks"),
        ("checks", "syntax reading map standing layout"),
    ],
)
def test_a_stage_that_raises_costs_only_what_needs_it(stage, done, breaking):
    breaking(stage)
    found = list(analyse(Inquiry(opened(DEBATE).version)))
    assert list(found[-1].done) == done.split()
    assert found[-1].failure.stage == stage
    assert [one.complete for one in found] == [False] * (len(found) - 1) + [True]


def test_the_first_of_two_failures_is_told(breaking):
    breaking("standing")
    breaking("layout")
    found = known(DEBATE)
    assert (found.complete, found.failure.stage) == (True, "standing")


def test_a_failure_is_told_in_a_sentence(breaking):
    breaking("checks")
    message = known(DEBATE).failure.message
    assert "checking the argument failed: ZeroDivisionError: division by zero (test_analysis.py, " in message
    assert message.endswith("; your text is not affected")


def test_what_was_found_before_a_failure_is_shown_alone(breaking):
    text = "thesis a: A\n  but b: B\n"
    before = known(text)
    assert before.weaknesses
    breaking("checks")
    found = known(text)
    assert problems(found, before) == found.diagnostics == ()


def test_earlier_problems_are_shown_until_the_new_ones_are_known():
    document = opened("thesis a: A\n  because @gone\n\nclaim b: B\n")
    before = last(Inquiry(document.version))
    version = document.apply(insert(document, 0, "# a comment\n"))
    syntax, *_, end = analyse(Inquiry(version), before)
    assert syntax.diagnostics == ()
    (kept,) = problems(syntax, before)
    (fresh,) = problems(end, before)
    assert (kept.code, kept.span) == (fresh.code, fresh.span)


def test_an_error_of_a_line_that_was_mended_is_gone_at_once():
    document = opened("thesis a: A\n  becuse b\n")
    before = last(Inquiry(document.version))
    syntax, *_ = analyse(Inquiry(document.apply(insert(document, 17, "a"))), before)
    assert codes(before.diagnostics) == ["L101"]
    assert problems(syntax, before) == ()


def test_all_is_known_when_nothing_was_before():
    found = known("thesis a: A\n  because @gone\n")
    assert problems(found, None) == found.diagnostics


@randomised(40)
@given(st.data())
def test_what_is_known_after_edits_is_what_is_known_of_the_text(data):
    document = opened(DEBATE)
    before = None
    for _ in range(data.draw(st.integers(1, 4))):
        start, stop, new = data.draw(edits_of(document.text))
        version = document.apply(TextEdit(Span(document.name, start, stop), new))
        before = last(Inquiry(version), before)
        anew = known(document.text)
        assert before.failure is None
        assert before.map == anew.map
        assert before.diagnostics == anew.diagnostics
        assert before.outline == anew.outline
        assert before.standings.claims == anew.standings.claims
