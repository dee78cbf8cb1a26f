"""Hinges: worked by hand, and against trying everything on the whole map."""

from itertools import combinations
from random import Random

import attrs
from argued_maps import chances, made_map, made_verdicts, writable, written
from hypothesis import given, settings

import argmap
from argmap.model.elements import Inference
from argmap.model.map import ArgumentMap
from argmap.reasoning.hinges import (
    Change,
    Critical,
    critical_claims,
    critical_pairs,
    critical_sources,
    leaves,
    what_if,
)
from argmap.reasoning.standing import judge
from argmap.reasoning.strength import strength
from argmap.reasoning.verdicts import DOUBT, REJECT, verdicts_of

# t: x = 80 by a and b together, 50 by c; y = 0, as o (50) is answered by p (80).
TEXT = """
source k: K
source l: L
thesis t: T
  because a: A [@k] {strong}
  and b: B
  because c: C [@k; @l]
  but o: O
    but p: P {strong} [@l]
claim apart: Z
"""


def test_leaves_are_asserted_claims_without_reasons() -> None:
    # o is one too: it has an objection and no reason. t has reasons; z does not bear on t.
    standings = judge(argmap.parse(TEXT))
    assert leaves(standings, "t") == ("a", "b", "c", "o", "p")


def test_an_exception_that_is_only_raised_is_no_leaf() -> None:
    standings = judge(argmap.parse("thesis t: T\n  because a: A\n  unless u: U\n"))
    assert leaves(standings, "t") == ("a",)


def test_critical_claims_come_out_as_by_hand() -> None:
    # Without a (or b), 50 by c is left: t stands. Without c, 80 is left. Without p, o is in: 80 against 50.
    assert critical_claims(judge(argmap.parse(TEXT)), "t") == ()
    # With c rejected already, a and b are all there is; without them x = y = 0.
    standings = judge(argmap.parse(TEXT), verdicts={"c": REJECT})
    assert critical_claims(standings, "t") == (
        Critical(("a",), "stands", "open"),
        Critical(("b",), "stands", "open"),
    )


def test_critical_pairs_come_out_as_by_hand() -> None:
    # Without a and c (or b and c) no reason is left: x = y = 0. Without a and p: 50 by c against 50 by o.
    # Without c and p: 80 against 50, so t stands. Without b and p: as with a.
    found = critical_pairs(judge(argmap.parse(TEXT)), "t")
    assert [(pair.leaves, pair.after) for pair in found.pairs] == [
        (("a", "c"), "open"),
        (("a", "p"), "open"),
        (("b", "c"), "open"),
        (("b", "p"), "open"),
    ]
    assert (found.total, found.stopped) == (4, False)


def test_pairs_beyond_the_most_are_counted() -> None:
    found = critical_pairs(judge(argmap.parse(TEXT)), "t", most=1)
    assert (len(found.pairs), found.total, found.stopped) == (1, 4, False)


def test_a_search_that_takes_too_much_is_stopped_and_says_so() -> None:
    # Trying the leaves one by one has judged 40 leaves, 40 steps and the thesis, before any pair.
    reasons = "".join(f"  because a{n}: A\n" for n in range(40))
    found = critical_pairs(judge(argmap.parse(f"thesis t: T\n{reasons}")), "t", effort=81)
    assert found.stopped
    assert found.pairs == ()


def test_critical_sources_reject_all_that_rests_on_them_alone() -> None:
    # k: a alone rests on it, as c has l too: t stands by c. l: p alone: o is in, 80 against 50.
    assert critical_sources(judge(argmap.parse(TEXT)), "t") == ()
    # With c rejected, a is all that keeps t: k is critical.
    standings = judge(argmap.parse(TEXT), verdicts={"c": REJECT})
    assert critical_sources(standings, "t") == (Critical(("a",), "stands", "open", source="k"),)
    # Two leaves of one source, neither of them critical.
    both = judge(argmap.parse("source k: K\nthesis t: T\n  because a: A [@k]\n  because b: B [@k, p. 2]\n"))
    assert critical_claims(both, "t") == ()
    assert critical_sources(both, "t") == (Critical(("a", "b"), "stands", "open", source="k"),)


def test_a_rejected_leaf_can_raise_the_thesis() -> None:
    standings = judge(argmap.parse("thesis t: T\n  because a: A\n  but b: B {strong}\n"))
    # 50 against 80: t falls; without b it stands; without a, 0 against 80, it falls as before.
    assert critical_claims(standings, "t") == (Critical(("b",), "falls", "stands"),)


def test_what_lies_above_a_thesis_says_nothing_of_it() -> None:
    # Rejecting a or b takes the step to x away; but only a is a reason for t, and b a weak objection.
    text = "claim x: X\n  because t: T\n    because a: A\n    but @b {weak}\n  and b: B\n"
    assert critical_claims(judge(argmap.parse(text)), "t") == (Critical(("a",), "stands", "falls"),)


@given(chances())
@settings(max_examples=150, deadline=None)
def test_rejecting_a_critical_leaf_changes_the_thesis_and_rejecting_another_does_not(chance: Random) -> None:
    argument_map = made_map(chance, claims=chance.randint(1, 8), steps=chance.randint(0, 14))
    verdicts = made_verdicts(chance, argument_map)
    standings = judge(argument_map, verdicts=verdicts)

    def rejecting(thesis: str, *labels: str) -> str:
        return judge(argument_map, verdicts={**verdicts, **dict.fromkeys(labels, REJECT)}).of(thesis)

    all_leaves = [
        label
        for label, claim in argument_map.claims.items()
        if not claim.raised and not argument_map.reasons(label)
    ]
    for thesis in argument_map.claims:
        before = standings.of(thesis)
        found = {one.leaves[0]: one.after for one in critical_claims(standings, thesis)}
        tried = {leaf: rejecting(thesis, leaf) for leaf in all_leaves}
        assert found == {leaf: after for leaf, after in tried.items() if after != before}
        rest = [leaf for leaf in leaves(standings, thesis) if leaf not in found]
        pairs = {pair: rejecting(thesis, *pair) for pair in combinations(rest, 2)}
        assert {one.leaves: one.after for one in critical_pairs(standings, thesis).pairs} == {
            pair: after for pair, after in pairs.items() if after != before
        }
        for one in critical_sources(standings, thesis):
            assert rejecting(thesis, *one.leaves) == one.after != before


def test_what_if_lists_what_is_different_old_and_new() -> None:
    argument_map = argmap.parse("thesis t: T\n  because a: A\n    because b: B\nclaim apart: Z\n")
    found = what_if(judge(argument_map), strength(argument_map), {"b": REJECT})
    # b: 0. a: its step is 0, E = 0: 0.5, before 0.5 + 0.5/17. t: by a 0.25 now.
    a = 0.5 + 0.5 / 17
    energy = 0.5 * a
    t = 0.5 + 0.5 * energy**2 / (1 + energy**2)
    assert found == (
        Change("t", "stands", "open", t, 0.5 + 0.5 / 17),
        Change("a", "stands", "open", a, 0.5),
        Change("b", "stands", "falls", 0.5, 0.0),
    )


def test_what_if_finds_a_change_anywhere_in_a_large_map() -> None:
    lines = "".join(f"claim c{number}: C\n  because r{number}: R\n" for number in range(700))
    argument_map = argmap.parse(lines)
    standings, strengths = judge(argument_map), strength(argument_map)
    for number in (0, 127, 128, 350, 699):
        found = what_if(standings, strengths, {f"r{number}": REJECT})
        assert [change.label for change in found] == [f"c{number}", f"r{number}"]


def test_what_if_counts_a_standing_that_changes_without_the_strength() -> None:
    argument_map = argmap.parse("thesis t: T\n")
    found = what_if(judge(argument_map), strength(argument_map), {"t": DOUBT})
    assert found == (Change("t", "stands", "open", 0.5, 0.5),)


@given(chances())
@settings(max_examples=60, deadline=None)
def test_what_if_equals_judging_anew(chance: Random) -> None:
    argument_map = made_map(chance, claims=chance.randint(1, 8), steps=chance.randint(0, 14))
    verdicts = made_verdicts(chance, argument_map, most=3)
    standings, strengths = judge(argument_map), strength(argument_map)
    standings_after = judge(argument_map, verdicts=verdicts)
    strengths_after = strength(argument_map, verdicts=verdicts)
    changes = [
        Change(
            label,
            standings.of(label),
            standings_after.of(label),
            strengths.of(label),
            strengths_after.of(label),
        )
        for label in argument_map.claims
    ]
    different = [
        one
        for one in changes
        if (one.standing_before, one.strength_before) != (one.standing_after, one.strength_after)
    ]
    assert list(what_if(standings, strengths, verdicts)) == different


@given(chances())
@settings(max_examples=60, deadline=None)
def test_what_if_equals_judging_the_file_with_the_review_written_down(chance: Random) -> None:
    made = writable(made_map(chance, claims=chance.randint(1, 8), steps=chance.randint(0, 12)))
    text = written(made)
    before = argmap.parse(text)
    tried = made_verdicts(chance, made, most=3)
    review = "".join(f"  {decision.kind} @{label}\n" for label, decision in tried.items())
    after = argmap.parse(text + (f"review ana: Ana\n{review}" if review else ""))
    assert not before.errors
    assert not after.errors
    verdicts = verdicts_of(after, "ana") if review else {}
    assert verdicts == {label: attrs.evolve(decision, reader="ana") for label, decision in tried.items()}
    old, new = judge(before), judge(after, verdicts=verdicts)
    weak, strong = strength(before), strength(after, verdicts=verdicts)
    assert what_if(old, weak, tried) == tuple(
        Change(label, old.of(label), new.of(label), weak.of(label), strong.of(label))
        for label in before.claims
        if (old.of(label), weak.of(label)) != (new.of(label), strong.of(label))
    )


@given(chances())
@settings(max_examples=60, deadline=None)
def test_a_written_map_is_the_map_that_was_made(chance: Random) -> None:
    made = writable(made_map(chance, claims=chance.randint(1, 8), steps=chance.randint(0, 12)))
    read = argmap.parse(written(made))

    def seen(argument_map: ArgumentMap) -> list[tuple[object, ...]]:
        def target(step: Inference) -> object:
            cut = argument_map.inferences.get(step.target)
            return named(cut) if cut else step.target

        def named(step: Inference) -> tuple[object, ...]:
            premises = tuple(premise.claim for premise in step.premises)
            return (step.kind, premises, target(step), step.strength, tuple(step.critical_questions.items()))

        return sorted(map(named, argument_map.inferences.values()), key=repr)

    assert seen(read) == seen(made)
    assert {q.label: q.answers for q in read.questions.values()} == {
        q.label: q.answers for q in made.questions.values()
    }
