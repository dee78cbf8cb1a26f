"""Reviewing a map: what a reader does is written where it belongs, and nothing else is."""

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st
from opened_maps import randomised
from reviewed_maps import MAP, beside, in_place, read_back, texts_of

from argmap.edits.change import Change as TextChange
from argmap.edits.change import Refused, changed_texts
from argmap.edits.verdicts import Opinion
from argmap.edits.writing import one_line
from argmap.model.elements import Likelihood
from argmap.reasoning.standing import judge as judge_map
from argmap.reasoning.strength import strength
from argmap.reasoning.verdicts import verdicts_of
from argmap.source.text import SourceText
from argmap.workspace.reviewing import (
    Done,
    NotPermitted,
    Reviewing,
    answer,
    ask,
    assess,
    comment,
    go,
    judge,
    neighbour,
    next_unjudged,
    permit,
    previous_unjudged,
    progress,
    redo,
    refreshed,
    say,
    thesis_above,
    try_verdict,
    undo,
    withdraw,
)


@pytest.fixture
def state(tmp_path) -> Reviewing:
    return beside(folder=tmp_path)


def own(state: Reviewing) -> str:
    return state.texts[state.home].text


# --- Where it is written


def test_a_review_beside_the_map_begins_with_an_include_of_it(state):
    assert own(state) == "include debate.argmap\n\nreview ana:\n"
    assert state.home.endswith("debate.ana.review.argmap")
    assert state.map.title == "Will Ankara come along?"
    assert state.at == "buy-in"


def test_a_verdict_goes_into_the_review_and_the_authors_text_is_left_alone(state):
    done = judge(state, "arms", "reject")
    assert own(done.state) == "include debate.argmap\n\nreview ana:\n  reject @arms\n"
    assert {edit.span.file for edit in done.edits} == {state.home}
    assert (done.says, done.told) == ("reject @arms, for ana", ())
    assert done.state.texts[state.map_file].text == MAP
    assert done.state.at == "arms"


def test_a_review_in_place_goes_to_the_end_of_the_map():
    state = in_place()
    done = judge(state, "arms", "accept")
    assert own(done.state) == MAP + "\nreview ana:\n  accept @arms\n"
    assert (
        judge(in_place(own(done.state)), "west", "doubt")
        .state.texts["debate.argmap"]
        .text.endswith("review ana:\n  doubt @west\n  accept @arms\n")
    )


def test_a_claim_without_a_label_gets_one_and_the_reader_is_told(state):
    label = next(label for label, claim in state.map.claims.items() if claim.text == "the sales are large")
    done = judge(state, label, "doubt")
    assert own(done.state).endswith("review ana:\n  doubt @sales-large\n")
    assert done.state.at == "sales-large"
    assert done.told == (
        f"in {state.map_file}: label “the sales are large” sales-large, so that your review can name it",
    )
    assert done.state.texts[state.map_file].text == MAP.replace("but the", "but sales-large: the")
    back = undo(done.state)
    assert texts_of(back.state) == texts_of(state)
    assert back.state.at == label


def test_the_label_of_a_protected_map_is_refused(state):
    protected = attrs.evolve(state, protected=frozenset({state.map_file}))
    label = protected.argument.order[6]
    with pytest.raises(Refused, match="is write-protected; this would need to label “the sales are large”"):
        judge(protected, label, "doubt")
    assert judge(protected, "arms", "doubt").state.verdicts["arms"].kind == "doubt"


def test_a_review_that_does_not_include_the_map_is_refused(tmp_path):
    with pytest.raises(Refused, match=r"does not include debate\.argmap: begin it with the line"):
        beside(folder=tmp_path, review="review ana:\n")


def test_an_empty_review_file_is_begun_anew(tmp_path):
    assert own(beside(folder=tmp_path, review=" \n")) == "include debate.argmap\n\nreview ana:\n"


# --- What is said


def test_a_verdict_that_changes_keeps_its_comment_and_loses_its_likelihood(state):
    state = say(state, "west", Opinion("accept", "Both did", Likelihood(0.9))).state
    assert "accept @west: Both did {90%}\n" in own(judge(state, "west", "accept").state)
    assert own(judge(state, "west", "reject").state).endswith("  reject @west: Both did\n")


def test_a_comment_goes_with_a_verdict(state):
    with pytest.raises(Refused, match="a comment goes with a verdict"):
        comment(state, "west", "Both?")
    state = judge(state, "west", "doubt").state
    assert own(comment(state, "west", "Both?").state).endswith("  doubt @west: Both?\n")
    assert own(comment(comment(state, "west", "Both?").state, "west", "").state).endswith("  doubt @west\n")


def test_a_likelihood_goes_with_a_verdict_as_a_figure_or_a_word(state):
    with pytest.raises(Refused, match="a likelihood goes with a verdict"):
        assess(state, "west", "80%")
    state = judge(state, "west", "accept").state
    assert own(assess(state, "west", "0.8").state).endswith("  accept @west {80%}\n")
    assert own(assess(state, "west", "Very  likely").state).endswith("  accept @west {very likely}\n")
    assert own(assess(assess(state, "west", "80%").state, "west", "").state).endswith("  accept @west\n")
    with pytest.raises(Refused, match="“perhaps” is no likelihood: write a figure as 80%"):
        assess(state, "west", "perhaps")


def test_questions_stand_beside_verdicts_and_are_taken_back_after_them(state):
    state = judge(ask(ask(state, "west", "When?").state, "west", "How far?").state, "west", "accept").state
    assert [one.comment for one in state.asked["west"]] == ["When?", "How far?"]
    state = withdraw(withdraw(state, "west").state, "west").state
    assert own(state).endswith("review ana:\n  ask @west: When?\n")
    with pytest.raises(Refused, match="a question needs its words"):
        ask(state, "west", " ")
    with pytest.raises(Refused, match="you have said nothing of this claim"):
        withdraw(state, "arms")


def test_a_critical_question_is_answered_in_the_authors_text_when_that_is_allowed(state):
    step = state.map.reasons("buy-in")[0].id
    with pytest.raises(NotPermitted, match="the author's text"):
        answer(state, step, "honesty", "fails")
    done = answer(permit(state), step, "honesty", "fails")
    assert done.state.texts[state.map_file].text == MAP.replace("honesty: ok", "honesty: fails")
    assert done.told == (f"in {state.map_file}: answer honesty of position-to-know: fails",)
    assert texts_of(undo(done.state).state) == texts_of(state)
    assert answer(in_place(), step, "honesty", None).told == ()


# --- The way through


def test_the_order_is_that_of_the_outline_each_claim_once(state):
    names = [state.map.claims[label].name for label in state.argument.order]
    assert names == ["buy-in", "west", "pragmatic", "iran", "distant", "arms", None, "small"]
    assert neighbour(state, "west", 1) == "pragmatic"
    assert neighbour(state, "buy-in", -1) == "buy-in"
    assert neighbour(state, "small", 5) == "small"


def test_unjudged_claims_are_found_around_the_ends(state):
    for label in ("buy-in", "west", "small"):
        state = judge(state, label, "accept").state
    assert next_unjudged(state, "buy-in") == "pragmatic"
    assert next_unjudged(state, "small") == "pragmatic"
    assert state.map.claims[previous_unjudged(state, "pragmatic")].text == "the sales are large"
    assert (progress(state).judged, progress(state).total) == (3, 8)
    for label in list(state.map.claims):
        claim = state.map.claims.get(label)
        state = judge(state, label, "accept").state if claim else state
    assert next_unjudged(state, "west") is None
    assert previous_unjudged(state, "west") is None


def test_a_question_is_no_verdict(state):
    state = ask(state, "west", "When?").state
    assert progress(state).judged == 0
    assert progress(state).kinds == {"ask": 1}
    assert next_unjudged(state, "buy-in") == "west"


def test_the_thesis_of_a_claim_is_the_one_that_it_bears_on():
    state = in_place(
        "thesis a: A\n  because b: B\nthesis c: C\n  because d: D\n    unless e: E\nclaim f: F\n"
    )
    assert thesis_above(state, "e") == "c"
    assert thesis_above(state, "b") == "a"
    assert thesis_above(state, "a") == "c"
    assert thesis_above(state, "c") == "a"
    assert thesis_above(state, "f") == "a"
    assert thesis_above(in_place("note N\n"), "x") is None


def test_a_map_without_claims_can_be_looked_at():
    state = in_place("note Nothing yet.\n")
    assert (state.at, state.argument.order, progress(state).total) == ("", (), 0)
    assert next_unjudged(state, "") is None
    assert neighbour(state, "", 1) == ""
    assert go(state, "x") is state


# --- What is changed elsewhere


def test_the_author_may_go_on_writing_meanwhile(state):
    state = judge(judge(state, "west", "accept").state, "arms", "reject").state
    newer = MAP.replace("Moscow needs", "Moscow always needs").replace("  note Only drones.\n", "")
    after = refreshed(state, [SourceText(state.map_file, newer)])
    assert after.map.claims["pragmatic"].text == "Moscow always needs a partner"
    assert after.at == "arms"
    assert own(after) == own(state)
    assert own(undo(after).state).endswith("review ana:\n  accept @west\n")


def test_a_label_stays_when_its_text_was_changed_meanwhile(state):
    label = state.argument.order[6]
    state = judge(state, label, "doubt").state
    newer = state.texts[state.map_file].text.replace("small: The", "small: All the")
    after = refreshed(state, [SourceText(state.map_file, newer)])
    back = undo(after).state
    assert own(back) == "include debate.argmap\n\nreview ana:\n"
    assert back.texts[state.map_file].text == newer


def test_when_the_claim_looked_at_is_gone_another_is_looked_at(state):
    state = go(state, "west")
    after = refreshed(state, [SourceText(state.map_file, "thesis x: X\n  because y: Y\n")])
    assert after.at == "x"


def test_an_undo_leads_to_the_claim_that_it_is_about_wherever_that_stands_by_now(state):
    state = judge(judge(state, "arms", "reject").state, "west", "accept").state
    moved = refreshed(state, [SourceText(state.map_file, "claim new: New\n" + MAP)])
    assert undo(moved).state.at == "west"
    assert undo(undo(moved).state).state.at == "arms"
    assert redo(undo(moved).state).state.at == "west"


def test_what_was_said_of_a_claim_that_is_gone_is_undone_all_the_same(state):
    state = judge(judge(state, "small", "reject").state, "west", "accept").state
    after = refreshed(state, [SourceText(state.map_file, "thesis west: Georgia went West\n")])
    back = undo(undo(after).state).state
    assert (own(back), back.at) == ("include debate.argmap\n\nreview ana:\n", "west")
    nothing = refreshed(state, [SourceText(state.map_file, "# nothing\n")])
    assert own(redo(undo(nothing).state).state) == own(state)


def test_nothing_can_be_undone_in_a_review_that_was_written_elsewhere(state):
    state = judge(state, "west", "accept").state
    after = refreshed(state, [SourceText(state.home, own(state) + "  doubt @arms\n")])
    assert after.verdicts["arms"].kind == "doubt"
    assert undo(after) is None
    assert refreshed(after, [after.texts[after.home]]) is after


# --- Random reviews

TEXTS = [
    MAP,
    "thesis A is so\n  because B is so\n    but C is so\n  because D is so\nclaim A is so, too\n",
    "question q: Q?\n  answer a: A\n    because B\n  answer c: C\nclaim @a\n  because @c\n",
    "section S\n1. A\n2. B\n3. C (1, 2)\nsection T\n1. A\n",
    "thesis t: T\r\n  because a: A\r\n  because t is so\r\n",
    "claim a: A\n  because b: B\nclaim @b\n  because @a\n",
]
WORDS = ["", "No", "Why {x}?", 'He said "no"', "a: b", "[@k]", "#tag", "x\n  accept @a", "é\u202e漢"]
ACTS = ["accept", "reject", "doubt", "comment", "ask", "withdraw", "undo", "redo", "try"]


@randomised(60)
@given(st.data())
def test_any_review_reads_back_to_what_was_said_and_is_undone_to_the_first_texts(tmp_path_factory, data):
    folder = tmp_path_factory.getbasetemp()
    text = data.draw(st.sampled_from(TEXTS))
    first = state = beside(text, folder=folder) if data.draw(st.booleans()) else in_place(text)
    said: dict[int, tuple[str, str]] = {}
    asked: dict[int, list[str]] = {}
    undone: list[tuple[dict, dict]] = []
    past: list[tuple[dict, dict]] = []
    for _ in range(data.draw(st.integers(1, 12))):
        number = data.draw(st.integers(0, len(state.map.claims) - 1))
        label = list(state.map.claims)[number]
        words = data.draw(st.sampled_from(WORDS))
        act = data.draw(st.sampled_from(ACTS))
        before = (dict(said), {claim: list(words) for claim, words in asked.items()})
        try:
            done = perform(state, act, label, words)
        except Refused:
            assert refusable(act, number, words, said, asked)
            continue
        if done is None:
            assert not (past if act == "undo" else undone)
            continue
        if isinstance(done, Reviewing):
            assert texts_of(done) == texts_of(state)
            state = done
            continue
        same = changed_texts(state.texts, TextChange("", done.edits))
        assert {name: one.text for name, one in same.items()} == texts_of(done.state)
        if act == "undo":
            undone.append(before)
            said, asked = past.pop()
        elif act == "redo":
            past.append(before)
            said, asked = undone.pop()
        else:
            noted(act, number, spoken(words), said, asked)
            if done.edits:
                past.append(before)
                undone.clear()
        state = done.state
        assert_reads_back(state, said, asked)
    last = state
    while (done := undo(state)) is not None:
        state = done.state
    assert texts_of(state) == texts_of(first)
    while (done := redo(state)) is not None and state.undone:
        state = done.state
    if not last.undone:
        assert texts_of(state) == texts_of(last)


def perform(state: Reviewing, act: str, label: str, words: str) -> Done | Reviewing | None:
    if act == "undo":
        return undo(state)
    if act == "redo":
        return redo(state)
    if act == "try":
        return try_verdict(state, label, "reject")
    if act == "withdraw":
        return withdraw(state, label)
    if act == "comment":
        return comment(state, label, words)
    if act == "ask":
        return ask(state, label, words)
    return judge(state, label, act)


def spoken(words: str) -> str:
    """What is said, on one line and without what the language does not take."""
    return one_line(words)


def refusable(act: str, number: int, words: str, said: dict, asked: dict) -> bool:
    if act == "comment":
        return number not in said
    if act == "ask":
        return not words
    return act == "withdraw" and number not in said and not asked.get(number)


def noted(act: str, number: int, words: str, said: dict, asked: dict) -> None:
    if act == "ask":
        asked.setdefault(number, []).append(words)
    elif act == "comment":
        said[number] = (said[number][0], words)
    elif act == "withdraw" and number in said:
        del said[number]
    elif act == "withdraw":
        asked[number].pop()
    else:
        said[number] = (act, said.get(number, ("", ""))[1])


def assert_reads_back(state: Reviewing, said: dict, asked: dict) -> None:
    found = read_back(state)
    assert found == state.map
    labels = list(found.claims)
    review = next((one for one in found.reviews if one.reader == "ana"), None)
    verdicts = review.verdicts if review else ()
    assert {
        labels.index(one.target): (one.kind, one.comment) for one in verdicts if one.kind != "ask"
    } == said
    for number, label in enumerate(labels):
        questions = [one.comment for one in verdicts if one.kind == "ask" and one.target == label]
        assert questions == asked.get(number, [])
    decisions = verdicts_of(found, "ana") if review else {}
    assert dict(state.standings.claims) == dict(judge_map(found, verdicts=decisions).claims)
    assert dict(state.strengths.claims) == dict(strength(found, verdicts=decisions).claims)
    assert set(state.trying) <= set(found.claims)
    assert state.at in found.claims
