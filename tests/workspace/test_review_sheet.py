"""What is shown about a claim, what would follow from other verdicts, and what the theses hinge on."""

import pytest
from reviewed_maps import beside, in_place

from argmap.reasoning.judgement import judgement
from argmap.reasoning.verdicts import REJECT
from argmap.workspace.reviewing import (
    Reviewing,
    about,
    ask,
    comment,
    find_hinges,
    judge,
    open_questions,
    put_back,
    try_verdict,
    what_if,
    why,
)


@pytest.fixture
def state(tmp_path) -> Reviewing:
    return beside(folder=tmp_path)


# --- The sheet


def test_a_sheet_tells_what_a_claim_is_and_how_it_stands(state):
    sheet = about(state, "buy-in")
    assert (sheet.name, sheet.text, sheet.role) == ("buy-in", "Russia prefers Turkish buy-in", "thesis")
    assert (sheet.place, sheet.total) == (1, 8)
    assert (sheet.standing, sheet.because) == (state.standings.of("buy-in"), sheet.because)
    assert about(state, "west").qualities == "{likely} #west"


def test_reasons_and_objections_are_shown_with_their_standing_and_exceptions(state):
    sheet = about(state, "buy-in")
    step, cut = sheet.reasons
    assert [(one.relation, one.name) for one in step.premises] == [("because", "west"), ("and", "pragmatic")]
    assert (step.depth, step.standing, step.kind) == (0, "applies", "support")
    assert (cut.depth, cut.kind, cut.premises[0].name, cut.premises[0].standing) == (
        1,
        "undercut",
        "iran",
        "falls",
    )
    assert [one.premises[0].text for one in sheet.objections] == [
        "Turkey arms Ukraine",
        "the sales are large",
    ]


def test_a_scheme_is_shown_with_its_questions_and_the_answers_that_there_are(state):
    (scheme,) = open_questions(about(state, "buy-in"))
    assert scheme.name == "Position to know"
    answers = {question.id: question.answer for question in scheme.questions}
    assert answers["honesty"] == "ok"
    assert None in answers.values()
    assert about(state, "west").uses[0].scheme == scheme


def test_a_claim_is_shown_with_what_it_bears_on(state):
    (use,) = about(state, "pragmatic").uses
    assert (use.relation, use.target.name, [one.name for one in use.beside]) == ("and", "buy-in", ["west"])
    (exception,) = about(state, "iran").uses
    assert (exception.kind, exception.relation, exception.target.name) == ("undercut", "unless", "buy-in")


def test_sources_are_given_in_full_with_their_notes(state):
    (source,) = about(state, "arms").sources
    assert source.reference == "Eurasia Daily Monitor (10 November 2020)."
    assert (source.place, source.reliability) == ("see, p. 3", "B2")
    assert source.notes == ("Read without its pictures.",)
    (unknown,) = about(in_place("claim a: A [@k]\n"), "a").sources
    assert (unknown.reference, unknown.known) == ("k", False)


def test_notes_and_what_readers_say_are_shown(state):
    state = comment(judge(state, "arms", "accept").state, "arms", "So what?").state
    sheet = about(ask(state, "arms", "Since when?").state, "arms")
    assert sheet.notes == ("Only drones.",)
    assert (sheet.verdict.kind, sheet.verdict.comment) == ("accept", "So what?")
    assert [one.comment for one in sheet.questions] == ["Since when?"]
    (ben,) = sheet.others
    assert (ben.reader, ben.kind, ben.likelihood, ben.comment) == (
        "ben",
        "reject",
        "10%",
        "They are not many",
    )
    assert ben.sources == "Eurasia Daily Monitor, 10 November 2020"


def test_notes_on_steps_are_shown_with_them():
    state = in_place("thesis t: T\n  because a: A\n  by sign\n    note Or is it an example?\n")
    assert about(state, "t").reasons[0].notes == ("Or is it an example?",)
    assert about(state, "a").uses[0].notes == ("Or is it an example?",)


def test_answers_are_shown_with_their_question_and_rivals():
    state = in_place("question q: Who won?\n  answer a: Russia\n  answer b: Turkey\n")
    sheet = about(state, "a")
    assert sheet.answers == ("Who won?",)
    assert [(one.name, one.relation) for one in sheet.rivals] == [("b", "or")]


def test_the_readers_verdicts_count_and_the_maps_own_terms_are_told_where_they_differ(state):
    assert about(state, "buy-in").own_terms is None
    state = judge(state, "pragmatic", "reject").state
    sheet = about(state, "pragmatic")
    assert (sheet.standing, sheet.own_terms, sheet.because) == ("falls", "stands", "ana rejects it")


# --- What if


def test_a_what_if_tells_what_changes_and_writes_nothing(state):
    tried = try_verdict(state, "west", "reject")
    assert tried.texts == state.texts
    found = what_if(tried)
    assert found.words == "if west is rejected"
    expected = judgement(state.map, verdicts=state.decisions, trying={"west": REJECT})
    assert found.changes == expected.changes
    assert [one.label for one in found.theses] == ["buy-in"]
    assert found.count.startswith(f"{len(found.changes)} claims change, ")
    sheet = about(tried, "west")
    assert (sheet.standing, sheet.before, sheet.tried) == ("falls", "stands", "reject")
    assert about(tried, "buy-in").reasons[0].premises[0].before == "stands"


def test_a_what_if_is_put_back(state):
    tried = try_verdict(try_verdict(state, "west", "reject"), "arms", "accept")
    assert what_if(tried).words == "if west is rejected and arms is accepted"
    assert what_if(put_back(tried)) is None
    assert about(put_back(tried), "west") == about(state, "west")
    assert what_if(try_verdict(try_verdict(state, "west", "reject"), "west", "reject")) is None


def test_a_what_if_that_changes_nothing_says_so(state):
    state = judge(state, "west", "reject").state
    assert what_if(try_verdict(state, "west", "reject")).count == "nothing changes"


def test_a_what_if_goes_on_when_a_claim_gets_a_label(state):
    label = state.argument.order[6]
    tried = judge(try_verdict(state, label, "reject"), label, "doubt").state
    assert list(tried.trying) == ["sales-large"]


def test_why_gives_the_chain_of_reasons_down_to_the_leaves(state):
    lines = why(try_verdict(state, "west", "reject"), "buy-in")
    assert lines[0].label == "buy-in"
    assert any(line.text == "west falls: taken as rejected" for line in lines)
    long = in_place("thesis c0: C\n" + "".join(f"claim @c{n}\n  because c{n + 1}: C\n" for n in range(300)))
    assert len(why(long, "c0")) == 401
    assert why(long, "c0")[-1].text == "… and more: “Say why this claim stands or falls” shows all of it"


# --- Hinges

HINGED = """\
source edm: Eurasia Daily Monitor
thesis t: T
  because a: A [@edm]
  and b: B [@edm]
thesis u: U
  because @a
  because c: C
  but d: D
    but e: E
"""


def test_hinges_come_worst_first_and_tell_what_becomes_of_each_thesis():
    *_, found = find_hinges(in_place(HINGED).judgement)
    assert found.complete
    by_name = {(one.kind, one.name): one for one in found.hinges}
    hinge = by_name["claim", "a"]
    assert [(one.thesis, one.before, one.after) for one in hinge.outcomes] == [("t", "stands", "open")]
    source = next(one for one in found.hinges if one.kind == "source")
    assert (source.source, set(source.labels)) == ("edm", {"a", "b"})
    harms = [one.harm for one in found.hinges if one.kind != "strength"]
    assert harms == sorted(harms, reverse=True)


def test_hinges_are_those_that_judging_finds():
    state = in_place(HINGED)
    *_, found = find_hinges(state.judgement)
    for thesis, hinges in state.judgement.hinges.items():
        for kind, known in (("claim", hinges.claims), ("pair", hinges.pairs.pairs)):
            expected = {(one.leaves, one.after) for one in known if one.leaves != (thesis,)}
            listed = {
                (one.labels, outcome.after)
                for one in found.hinges
                if one.kind == kind
                for outcome in one.outcomes
                if outcome.thesis == thesis
            }
            assert listed == expected


def test_the_search_can_be_stopped_between_its_steps():
    steps = find_hinges(in_place(HINGED).judgement)
    assert not next(steps).complete
    steps.close()


def test_what_was_not_looked_at_is_said():
    text = "".join(f"thesis t{n}: T\n  because r{n}: R\n" for n in range(7))
    *_, found = find_hinges(in_place(text).judgement)
    assert "Of 7 main claims, 2 were not looked at." in found.left_out
