"""What the lines of a text become in the map."""

import pytest

import argmap
from argmap.model.elements import Citation, Likelihood, Person


def steps(found):
    """Each step as kind, premises with their roles, target."""
    return [
        (step.kind, [(premise.claim, premise.role) for premise in step.premises], step.target)
        for step in found.inferences.values()
    ]


def test_a_claim_has_everything_that_its_line_says():
    text = (
        "source k: K\n"
        "thesis a: A {80%, on: 2014/2015-03, reliability: B2, standard: preponderance, allow: R204 L112, "
        'place: "Sochi, Adler"} [see @k, p. 3; @k] #one #two #one\n'
    )
    found = argmap.parse(text)
    claim = found.claims["a"]
    assert found.diagnostics == ()
    assert (claim.text, claim.keyword, claim.name, claim.thesis) == ("A", "thesis", "a", True)
    assert claim.likelihood == Likelihood(0.8)
    assert (claim.on, claim.reliability, claim.standard) == ("2014/2015-03", "B2", "preponderance")
    assert claim.allow == ("R204", "L112")
    assert dict(claim.attributes) == {"place": "Sochi, Adler"}
    assert claim.tags == ("one", "two")
    assert [(c.prefix, c.key, c.locator) for c in claim.citations] == [("see", "k", "p. 3"), ("", "k", "")]
    assert text[claim.text_span.start : claim.text_span.stop] == "A"
    assert text[claim.label_span.start : claim.label_span.stop] == "a"


@pytest.mark.parametrize(
    ("word", "likelihood"),
    [
        ("likely", Likelihood(0.675, "likely")),
        ("almost  no   chance", Likelihood(0.03, "almost no chance")),
        ("%80", Likelihood(0.8)),
        ("100%", Likelihood(1.0)),
        ("0.5", Likelihood(0.5)),
        (".5", Likelihood(0.5)),
        ("0", Likelihood(0.0)),
        ("1", Likelihood(1.0)),
        ("12.5 %", Likelihood(0.125)),
    ],
)
def test_a_likelihood_is_a_word_or_a_figure(word, likelihood):
    found = argmap.parse(f"claim a: A {{{word}}}\n")
    assert found.claims["a"].likelihood == likelihood
    assert found.diagnostics == ()


def test_claims_without_a_label_are_numbered_and_have_no_name():
    found = argmap.parse("thesis A\n  because B\n")
    assert [(claim.label, claim.name) for claim in found.claims.values()] == [("_1", None), ("_2", None)]


def test_because_supports_and_but_attacks_and_unless_undercuts():
    found = argmap.parse(
        "thesis t: T\n  because a: A\n  unless b: B\n  evidence c: C\n  but d: D\n  unless e: E\n"
    )
    assert steps(found) == [
        ("support", [("a", "premise")], "t"),
        ("undercut", [("b", "premise")], "_s1"),
        ("support", [("c", "premise")], "t"),
        ("attack", [("d", "premise")], "t"),
        ("undercut", [("e", "premise")], "_s4"),
    ]
    assert [step.keyword for step in found.inferences.values()] == [
        "because",
        "unless",
        "evidence",
        "but",
        "unless",
    ]


def test_completing_lines_have_their_roles_in_the_step_above():
    found = argmap.parse("thesis t: T\n  because a: A\n  and b: B\n  since c: C\n  assuming d: D\n")
    premises = [("a", "premise"), ("b", "premise"), ("c", "warrant"), ("d", "assumption")]
    assert steps(found) == [("support", premises, "t")]


def test_and_after_unless_goes_with_the_exception_and_since_with_the_step():
    found = argmap.parse("thesis t: T\n  because a: A\n  unless b: B\n  and c: C\n  since d: D\n")
    assert steps(found) == [
        ("support", [("a", "premise"), ("d", "warrant")], "t"),
        ("undercut", [("b", "premise"), ("c", "premise")], "_s1"),
    ]


def test_a_completing_line_below_a_reason_completes_the_step_of_that_reason():
    beside = argmap.parse("thesis t: T\n  because a: A\n  since b: B\n  unless c: C\n")
    below = argmap.parse("thesis t: T\n  because a: A\n    since b: B\n    unless c: C\n")
    assert steps(beside) == steps(below)


def test_unless_below_unless_undercuts_the_undercut():
    found = argmap.parse("thesis t: T\n  because a: A\n  unless b: B\n    unless c: C\n")
    assert steps(found)[1:] == [
        ("undercut", [("b", "premise")], "_s1"),
        ("undercut", [("c", "premise")], "_s2"),
    ]


def test_because_inside_a_line_is_because_on_the_line_below():
    inside = argmap.parse("thesis t: T because a: A because b: B\n  since c: C\n")
    below = argmap.parse("thesis t: T\n  because a: A\n    because b: B\n  since c: C\n")
    assert steps(inside) == steps(below)
    assert [claim.text for claim in inside.claims.values()] == [claim.text for claim in below.claims.values()]


def test_several_references_in_one_line_are_one_step():
    found = argmap.parse("claim a: A\nclaim b: B\nclaim c: C\nthesis t: T because @a, @b and @c\n")
    assert steps(found) == [("support", [(label, "premise") for label in "abc"], "t")]


def test_a_reference_is_the_claim_itself_used_again():
    found = argmap.parse("thesis t: T\n  because @a\nthesis u: U\n  but @a\nclaim a: A\n")
    assert list(found.claims) == ["t", "u", "a"]
    assert steps(found) == [("support", [("a", "premise")], "t"), ("attack", [("a", "premise")], "u")]


def test_lines_below_a_reference_are_about_the_claim_that_it_means():
    found = argmap.parse("thesis t: T\n  because @a\n    because b: B\nclaim a: A\nclaim @a\n  but c: C\n")
    assert [(step.premises[0].claim, step.target) for step in found.inferences.values()] == [
        ("a", "t"),
        ("b", "a"),
        ("c", "a"),
    ]


def test_a_reference_may_cite_tag_its_step_and_make_a_thesis():
    found = argmap.parse(
        "source k: K\nclaim a: A\nthesis @a [@k, p. 2]\nclaim b: B\n  because @a {weak} #t\n"
    )
    assert found.claims["a"].thesis
    assert [(c.key, c.locator) for c in found.claims["a"].citations] == [("k", "p. 2")]
    assert (found.inferences["_s1"].strength, found.inferences["_s1"].tags) == ("weak", ("t",))
    assert found.diagnostics == ()


def test_a_step_with_an_undefined_premise_is_left_out_and_its_other_claims_are_kept():
    found = argmap.parse("thesis t: T\n  because @nobody\n  and a: A\n  unless b: B\n")
    assert list(found.claims) == ["t", "a", "b"]
    assert found.inferences == {}
    assert [message.code for message in found.diagnostics] == ["L302"]


def test_a_second_definition_keeps_its_claim_without_the_label():
    found = argmap.parse("claim a: First\nclaim a: Second\nthesis t: T because @a\n")
    assert [(claim.label, claim.text) for claim in found.claims.values()][:2] == [
        ("a", "First"),
        ("_1", "Second"),
    ]
    assert steps(found) == [("support", [("a", "premise")], "t")]


def test_a_claim_that_only_an_exception_states_is_raised():
    found = argmap.parse("thesis t: T\n  because a: A\n  unless b: B\n    because c: C\n")
    assert {claim.label for claim in found.claims.values() if claim.raised} == {"b"}


@pytest.mark.parametrize("line", ["claim @b", "claim c: C because @b", "claim @b [@k]"])
def test_an_exception_that_is_stated_elsewhere_is_not_raised(line):
    found = argmap.parse(f"source k: K\nthesis t: T\n  because a: A\n  unless b: B\n{line}\n")
    assert not found.claims["b"].raised


def test_an_exception_with_a_citation_is_not_raised():
    assert not argmap.parse("source k: K\nthesis t: T because a: A\n  unless b: B [@k]\n").claims["b"].raised


def test_answers_are_raised_and_belong_to_their_question():
    found = argmap.parse("question q: Which?\n  answer a: A\n  answer @b\nclaim b: B\n")
    assert found.questions["q"].answers == ("a", "b")
    assert found.claims["a"].raised
    assert found.claims["b"].raised
    assert found.diagnostics == ()


def test_numbered_lines_make_a_step_for_each_bracket():
    found = argmap.parse("1. A\n2. B\n3. C\n4. D (1, 2) (from 2-3)\n")
    assert steps(found) == [
        ("support", [("1", "premise"), ("2", "premise")], "4"),
        ("support", [("2", "premise"), ("3", "premise")], "4"),
    ]
    assert found.claims["4"].name == "4"
    assert found.diagnostics == ()


@pytest.mark.parametrize(
    "bracket", ["(1, 2)", "[1, 2]", "(1 and 2)", "(1 & 2)", "(1-2)", "(1–2)", "(from 1, 2).", "(1, and 2)"]
)
def test_a_bracket_may_be_written_in_many_ways(bracket):
    found = argmap.parse(f"1. A\n2. B\n3. C {bracket}\n")
    assert steps(found) == [("support", [("1", "premise"), ("2", "premise")], "3")]
    assert found.diagnostics == ()


@pytest.mark.parametrize("number", ["1.", "1)", "(1)", "01."])
def test_a_number_may_be_written_in_many_ways(number):
    assert list(argmap.parse(f"{number} A\n").claims) == ["1"]


def test_numbers_begin_again_in_each_section():
    found = argmap.parse("section One\n1. A\nsection Two\n1. B\n2. C (1)\n  because @one.1\n  because @1\n")
    assert [(claim.label, claim.name, claim.section) for claim in found.claims.values()] == [
        ("one.1", "1", "one"),
        ("two.1", "1", "two"),
        ("two.2", "2", "two"),
    ]
    assert [step.premises[0].claim for step in found.inferences.values()] == ["two.1", "one.1", "two.1"]
    assert found.diagnostics == ()


def test_the_header_says_what_the_map_is():
    found = argmap.parse(
        "map: A title: with colon\n  Author: Ana\n  date: 2020-11-18\n  language: en\n"
        "  standard: preponderance\n  allow: R204, L112\n  text: k\nsource k: K\n"
    )
    assert (found.title, found.author, found.date) == ("A title: with colon", "Ana", "2020-11-18")
    assert (found.language, found.standard, found.text) == ("en", "preponderance", "k")
    assert found.allow == ("R204", "L112")
    assert found.errors == ()


def test_the_text_that_is_mapped_must_be_a_source():
    found = argmap.parse("map A\n  text: edm\nsource k: K\n")
    assert [message.code for message in found.diagnostics] == ["L305"]


def test_a_source_has_everything_that_its_fields_say():
    found = argmap.parse(
        "source k: A title\n  author: Ana Kaya; Bo Li and Cy\n  date: 2020-11\n  publisher: A press\n"
        "  url: https://example.org/x#y\n  type: report\n  reliability: B2\n"
    )
    source = found.sources["k"]
    assert source.authors == (Person("Ana Kaya"), Person("Bo Li"), Person("Cy"))
    assert (source.title, source.date, source.publisher) == ("A title", "2020-11", "A press")
    assert (source.url, source.type, source.reliability) == ("https://example.org/x#y", "report", "B2")
    assert found.diagnostics == ()


def test_a_name_with_a_comma_is_a_family_and_a_given_name():
    fields = "author: Öz , Ada; van Inwagen, Peter and King, Martin Luther, Jr.; Traffic Department; Cy,"
    (source,) = argmap.parse(f"source k: A title\n  {fields}\n").sources.values()
    assert source.authors == (
        Person("Öz", "Ada"),
        Person("van Inwagen", "Peter"),
        Person("King", "Martin Luther, Jr."),
        Person("Traffic Department"),
        Person("Cy,"),
    )


def test_a_citation_of_no_source_is_a_warning_while_the_map_lists_none():
    assert [d.severity.value for d in argmap.parse("claim A [@k]\n").diagnostics] == ["warning"]
    assert [d.severity.value for d in argmap.parse("claim A [@k]\nsource j: J\n").diagnostics] == ["error"]


@pytest.mark.parametrize(
    ("text", "subject", "about"),
    [
        ("note N\n", None, None),
        ("claim a: A\n  note N\n", "claim", "a"),
        ("claim a: A\nclaim @a\n  note N\n", "claim", "a"),
        ("claim a: A because b: B\n  unless c: C\n    note N\n", "claim", "c"),
        ("1. A\n  note N\n", "claim", "1"),
        ("question q: Q\n  answer A\n  note N\n", "question", "q"),
        ("source k: K\n  note N\n", "source", "k"),
        ("map M\n  note N\n", "map", None),
        ("section S\n  note N\n", "section", "s"),
        ("claim a: A\nreview r: R\n  note N\n", "review", "r"),
        ("claim a: A\nreview r: R\n  accept @a\n    note N\n", "review", "r"),
        ("claim a: A because b: B\n  by position-to-know\n    note N\n", "inference", "_s1"),
    ],
)
def test_a_note_is_about_what_it_stands_below(text, subject, about):
    found = argmap.parse(text)
    (note,) = found.notes
    assert (note.text, note.subject, note.about) == ("N", subject, about)
    assert found.diagnostics == ()


def test_a_note_keeps_its_citations_and_tags():
    (note,) = argmap.parse("source k: K\nnote N [@k, p. 1] #t {place: Sochi}\n").notes
    assert (note.text, note.tags, dict(note.attributes)) == ("N", ("t",), {"place": "Sochi"})
    assert [(c.key, c.locator) for c in note.citations] == [("k", "p. 1")]


def test_a_review_has_its_readers_verdicts():
    found = argmap.parse(
        "claim a: A\nquestion q: Q?\n  answer b: B\n"
        "review ana: First reading\n  accept @a\n  doubt @b: Why {10%}\n"
        "  ask @a: Since when?\n  ask @q: Why ask?\n"
    )
    (review,) = found.reviews
    assert (review.reader, review.title) == ("ana", "First reading")
    assert [(v.kind, v.target, v.comment) for v in review.verdicts] == [
        ("accept", "a", ""),
        ("doubt", "b", "Why"),
        ("ask", "a", "Since when?"),
        ("ask", "q", "Why ask?"),
    ]
    assert review.verdicts[1].likelihood == Likelihood(0.1)
    assert found.diagnostics == ()


def test_two_readers_may_judge_one_claim():
    found = argmap.parse("claim a: A\nreview r: R\n  accept @a\nreview s: S\n  reject @a\n")
    assert [review.reader for review in found.reviews] == ["r", "s"]
    assert found.diagnostics == ()


def test_strength_belongs_to_the_step_and_likelihood_to_the_claim():
    found = argmap.parse("thesis t: T\n  because a: A {strong, likely}\n  unless b: B {weak, unlikely}\n")
    assert [step.strength for step in found.inferences.values()] == ["strong", "weak"]
    assert found.claims["a"].likelihood.word == "likely"
    assert found.claims["b"].likelihood.word == "unlikely"


def test_a_scheme_and_its_critical_questions_belong_to_the_step():
    found = argmap.parse("thesis t: T\n  because a: A\n  by Position to know {honesty: ok}\n")
    assert found.inferences["_s1"].scheme == "position-to-know"
    assert dict(found.inferences["_s1"].critical_questions) == {"honesty": "ok"}
    assert found.diagnostics == ()


def test_maps_of_the_same_text_are_equal():
    text = "thesis t: T\n  because a: A\n"
    assert argmap.parse(text) == argmap.parse(text)
    assert argmap.parse(text) != argmap.parse(text.replace("A", "B"))


def test_premises_and_citations_know_their_places():
    text = "source k: K\nclaim b: B\nthesis t: T\n  because a: A [@k]\n  and @b\n"
    found = argmap.parse(text)
    places = [text[p.span.start : p.span.stop] for p in found.inferences["_s1"].premises]
    assert places == ["because a: A [@k]", "@b"]
    (citation,) = found.claims["a"].citations
    assert text[citation.span.start : citation.span.stop] == "@k"
    assert citation == Citation("k", span=citation.span)


def test_messages_come_in_the_order_of_the_text():
    found = argmap.parse("clam x\nclaim a: A {likly}\nclaim @b\n  foo\n")
    places = [message.span.start for message in found.diagnostics]
    assert len(places) == 4
    assert places == sorted(places)
