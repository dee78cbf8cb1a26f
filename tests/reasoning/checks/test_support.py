"""R3: when evidence, premises and sources are told of, and when they are left in peace."""

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))
from found import found, marked, messages

EDM = "source edm: Eurasia Daily Monitor\n"
CITED = EDM + "thesis a: A [@edm]\n"
DATED = "map M\n  date: {made}\nthesis a: A\n  evidence b: B {{on: {on}}}\n"
RATED = "source s: S\n  note Seen once\n\n  reliability: {code}\nthesis a: A [@s]\n"


def test_evidence_is_marked_at_its_text() -> None:
    assert marked("thesis a: A\n  evidence b: B is on record {likely}\n", "R301") == ["B is on record"]


def test_a_claim_used_as_evidence_is_marked_where_it_is_used() -> None:
    text = "thesis a: A\n  evidence @b\nclaim b: B\n"
    (message,) = found(text, "R301")
    assert text[message.span.start : message.span.stop] == "@b"
    assert message.message == "b is used as evidence and names no source"
    assert text[message.related[0].span.start :].startswith("claim b")


@pytest.mark.parametrize(
    "text",
    [
        EDM + "thesis a: A\n  evidence b: B [@edm]\n",
        EDM + "thesis a: A\n  evidence b: B\n    note It says so [@edm]\n",
        EDM + "thesis a: A\n  evidence @b\nclaim b: B [@edm]\n",
        EDM + "map M\n  text: edm\nthesis a: A\n  evidence b: B\n",
        "thesis a: A\n  evidence b: B\n    because c: C\n",
        "thesis a: A\n  evidence b: B {allow: R301}\n",
        "thesis a: A\n  because b: B\n",
    ],
    ids=["cited", "in a note", "where it is defined", "one text", "argued for", "allowed", "no evidence"],
)
def test_evidence_is_left_in_peace(text: str) -> None:
    assert found(text, "R301") == ()


def test_what_is_added_to_evidence_needs_no_source() -> None:
    text = EDM + "thesis a: A\n  evidence b: B [@edm]\n  and c: C\n  since d: D\n"
    assert found(text, "R301") == ()


def test_bare_premises_are_counted_in_one_message() -> None:
    text = (
        EDM + "thesis a: A\n  because b: B\n  and c: C [@edm]\n  since d: D\n  but e: E\n    because f: F\n"
    )
    assert messages(text, "R302") == ["3 of 5 premises have neither a reason nor a citation"]
    assert found(text, "R302")[0].hints[0] == "look at b, d and f"


@pytest.mark.parametrize("line", ["assuming c: C", "unless c: C"])
def test_assumptions_and_raised_exceptions_are_no_bare_premises(line: str) -> None:
    assert found(EDM + f"thesis a: A\n  because b: B [@edm]\n  {line}\n", "R302") == ()


def test_a_premise_that_allows_the_message_is_not_counted() -> None:
    text = "thesis a: A\n  because b: B {allow: R302}\n  because c: C\n"
    assert messages(text, "R302") == ["1 of 1 premise has neither a reason nor a citation"]


def test_uncited_sources_are_counted_in_one_message() -> None:
    text = CITED + "source b: B\nsource c: C\n"
    assert messages(text, "R303") == ["nothing cites 2 of 3 sources: b and c"]
    assert marked(text, "R303") == ["source b: B"]


@pytest.mark.parametrize(
    "cites",
    ["note N [@edm]\n", "question q: Q? [@edm]\n", "claim b: B\nreview ana: R\n  accept @b: C [@edm]\n"],
    ids=["note", "question", "verdict"],
)
def test_whatever_may_cite_cites(cites: str) -> None:
    assert found(EDM + "thesis a: A\n" + cites, "R303") == ()


def test_the_mapped_text_is_cited_by_the_header() -> None:
    assert found(EDM + "map M\n  text: edm\nthesis a: A\n", "R303") == ()


@pytest.mark.parametrize(
    ("made", "on"),
    [
        ("2020-11-18", "2020-11"),
        ("2020-11", "2020-11-18"),
        ("2020", "2020-12-31"),
        ("2020-11-18", "2020-11-18"),
        ("2020-11-18", "2020-09-27/2020-12-31"),
        ("1265/1274", "1274"),
        ("last autumn", "2030"),
    ],
)
def test_what_may_have_happened_before_the_map_is_not_after_it(made: str, on: str) -> None:
    assert found(DATED.format(made=made, on=on), "R304") == ()


@pytest.mark.parametrize(
    ("made", "on"),
    [("2020-11-18", "2020-11-19"), ("2020-11", "2020-12-01"), ("2020", "2021/2022"), ("1265/1274", "1275")],
)
def test_what_begins_after_the_map_is_marked_at_its_date(made: str, on: str) -> None:
    assert marked(DATED.format(made=made, on=on), "R304") == [f"on: {on}"]


def test_what_is_no_evidence_may_lie_ahead() -> None:
    text = "map M\n  date: 2020\nthesis a: A {on: 2021}\n  because b: B {on: 2022}\n"
    assert found(text, "R304") == ()


def test_a_map_without_a_date_is_never_too_early() -> None:
    assert found("thesis a: A\n  evidence b: B {on: 2099}\n", "R304") == ()


@pytest.mark.parametrize(("code", "poor"), [("E1", 1), ("B5", 1), ("E5", 1), ("D4", 0), ("F6", 0), ("A1", 0)])
def test_e_and_5_are_poor(code: str, poor: int) -> None:
    assert len(found(RATED.format(code=code), "R305")) == poor
    assert len(found(f"thesis a: A {{reliability: {code}}}\n", "R305")) == poor


@pytest.mark.parametrize(("code", "unknown"), [("F1", 1), ("B6", 1), ("F6", 1), ("E5", 0), ("A1", 0)])
def test_f_and_6_cannot_be_judged(code: str, unknown: int) -> None:
    assert len(found(RATED.format(code=code), "R306")) == unknown
    assert len(found(f"thesis a: A {{reliability: {code}}}\n", "R306")) == unknown


def test_a_rating_is_marked_where_it_is_written() -> None:
    assert marked(RATED.format(code="E5").replace("\n", "\r\n"), "R305") == ["reliability: E5"]
    assert marked("thesis a: A {likely, reliability: E5}\n", "R305") == ["reliability: E5"]


def test_both_faults_of_a_source_are_named() -> None:
    assert messages(RATED.format(code="E5"), "R305") == [
        "the source s is rated E5: the source is unreliable and the information is improbable"
    ]


def test_a_source_that_no_claim_cites_may_be_poor() -> None:
    assert found("source s: S\n  reliability: E5\nthesis a: A\nnote N [@s]\n", "R305") == ()
