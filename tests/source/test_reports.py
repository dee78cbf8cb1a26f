import json

from argmap.source.cells import width
from argmap.source.diagnostics import Diagnostic, Fix, Label, Severity
from argmap.source.edits import TextEdit
from argmap.source.report_github import github_report
from argmap.source.report_human import human_report, summary
from argmap.source.report_json import json_report
from argmap.source.spans import Span
from argmap.source.text import SourceText

SOURCE = SourceText("a.argmap", "thesis t: x\n  because @foo\n\t東京 @bar baz\n")
TEXTS = {"a.argmap": SOURCE}


def message(words: str, *, source: SourceText = SOURCE, severity: Severity = Severity.ERROR) -> Diagnostic:
    start = source.text.index(words)
    span = Span(source.name, start, start + len(words))
    return Diagnostic("L301", severity, "no claim is labelled foo", span)


def lines_of(diagnostic: Diagnostic, source: SourceText = SOURCE, cells: int = 100) -> list[str]:
    return human_report([diagnostic], {source.name: source}, cells=cells).splitlines()


def test_a_message_shows_place_line_marker_hints_and_related_places() -> None:
    first = Label(Span("a.argmap", 7, 8), "first defined here")
    base = message("@foo")
    full = Diagnostic(
        base.code,
        base.severity,
        base.message,
        base.span,
        hints=("did you mean t?",),
        related=(first,),
        fix=Fix("write @t", (), safe=False),
    )
    assert human_report([full], TEXTS) == (
        "a.argmap:2:11: L301 error: no claim is labelled foo\n"
        "2 |   because @foo\n"
        "  |           ^^^^\n"
        "  = help: did you mean t?\n"
        "  = help: write @t\n"
        "a.argmap:1:8: first defined here\n\n"
    )


def test_the_marker_stands_under_its_words_after_tabs_and_wide_characters() -> None:
    _, line, marker, *_ = lines_of(message("@bar"))
    assert width(line[: line.index("@")]) == marker.index("^")
    assert marker.count("^") == 4
    assert lines_of(message("東京"))[2].count("^") == 4


def test_an_empty_span_at_the_end_is_marked_once() -> None:
    end = Diagnostic("L1", Severity.ERROR, "x", Span("a.argmap", len(SOURCE.text), len(SOURCE.text)))
    assert lines_of(end)[:3] == ["a.argmap:4:1: L1 error: x", "4 |", "  | ^"]


def test_a_span_over_lines_marks_the_rest_of_its_first() -> None:
    assert lines_of(message("@foo\n\t東京"))[2] == "  |           ^^^^"


def test_a_long_line_is_cut_around_the_place() -> None:
    for before, after in [(0, 5000), (5000, 0), (2500, 2500), (30, 60), (100, 3)]:
        source = SourceText("long", "x" * before + " here " + "東" * after)
        _, line, marker, *_ = lines_of(message("here", source=source), source, cells=60)
        assert width(line) <= 60
        assert width(line[: line.index("here")]) == marker.index("^")
        assert marker.count("^") == 4


def test_a_mark_longer_than_the_window_is_cut_with_it() -> None:
    source = SourceText("long", "ab " + "y" * 500)
    _, line, marker, *_ = lines_of(message("y" * 500, source=source), source, cells=60)
    assert width(line) <= 60
    assert marker.index("^") == line.index("y")
    assert marker.count("^") == line.count("y")


def test_text_never_reaches_the_terminal_raw() -> None:
    source = SourceText("e\x1b[2J", "claim \x1b[31m @foo")
    report = human_report([message("@foo", source=source)], {source.name: source})
    assert "\x1b" not in report
    _, line, marker, *_ = report.splitlines()
    assert line.index("@") == marker.index("^")


def test_colour_changes_nothing_but_colour() -> None:
    import re

    plain = human_report([message("@foo")], TEXTS)
    coloured = human_report([message("@foo")], TEXTS, colour=True)
    assert coloured != plain
    assert re.sub("\x1b\\[[0-9;]*m", "", coloured) == plain


def test_a_message_about_an_unknown_text_names_the_file() -> None:
    assert human_report([message("@foo")], {}) == "a.argmap: L301 error: no claim is labelled foo\n\n"


def test_the_summary_counts_by_severity() -> None:
    messages = [message("@foo"), message("@bar"), message("t", severity=Severity.WARNING)]
    assert summary(messages, 3) == "2 errors, 1 warning in 3 files"
    assert summary(messages[2:], 1) == "1 warning in 1 file"
    assert summary([], 2) == "no problems in 2 files"


def test_the_json_report_is_one_document_with_places_and_fixes() -> None:
    edit = TextEdit(Span("a.argmap", 22, 26), "@t")
    base = message("@foo")
    fixed = Diagnostic(
        base.code,
        base.severity,
        base.message,
        base.span,
        ("h",),
        (Label(base.span, "l"),),
        Fix("f", (edit,), True),
    )
    document = json.loads(json_report([fixed], TEXTS, 1))
    place = {
        "file": "a.argmap",
        "line": 2,
        "column": 11,
        "endLine": 2,
        "endColumn": 15,
        "start": 22,
        "stop": 26,
    }
    assert document == {
        "version": 1,
        "diagnostics": [
            {
                "code": "L301",
                "severity": "error",
                "message": "no claim is labelled foo",
                **place,
                "hints": ["h"],
                "related": [{"message": "l", **place}],
                "fix": {"title": "f", "safe": True, "edits": [{**place, "replacement": "@t"}]},
            }
        ],
        "summary": {"files": 1, "errors": 1, "warnings": 0, "hints": 0},
    }


def test_the_json_report_knows_no_lines_of_an_unknown_text() -> None:
    (found,) = json.loads(json_report([message("@foo")], {}, 1))["diagnostics"]
    assert (found["line"], found["endColumn"], found["start"]) == (None, None, 22)


def test_a_github_command_escapes_what_would_end_it() -> None:
    source = SourceText("a,b:c%.argmap", "x @foo")
    base = message("@foo", source=source)
    hinted = Diagnostic(base.code, Severity.WARNING, "50% of\r\nthis", base.span, ("so",))
    assert github_report([hinted], {source.name: source}) == (
        "::warning file=a%2Cb%3Ac%25.argmap,line=1,col=3,endColumn=7,title=L301"
        "::50%25 of%0D%0Athis%0Ahelp: so\n"
    )


def test_github_gets_no_columns_for_several_lines() -> None:
    (line,) = github_report([message("@foo\n\t東京", severity=Severity.HINT)], TEXTS).splitlines()
    assert line.startswith("::notice file=a.argmap,line=2,endLine=3,title=L301::")
