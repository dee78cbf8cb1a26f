from collections import Counter
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

import argmap
from argmap.reasoning.agreement import JUDGEMENTS, consensus, fleiss_kappa

# Thirty patients, each diagnosed by six psychiatrists: 1 depression, 2 personality disorder, 3 schizophrenia,
# 4 neurosis, 5 other. Table 1 of Fleiss (1971).
DIAGNOSES = [
    *("444444", "222555", "233335", "555555", "222444", "113333", "333355", "113334", "114444", "555555"),
    *("144444", "124444", "222333", "144444", "224445", "333335", "111455", "111112", "224444", "133555"),
    *("555555", "244444", "224555", "114444", "144445", "222224", "111155", "224444", "133333", "555555"),
]

# Twelve units, four observers, 41 of 48 ratings given: Krippendorff, "Computing Krippendorff's
# alpha-reliability" (2011), which Gwet (2014, ch. 2 and 5) works out for Fleiss' kappa with missing ratings.
INCOMPLETE = ["111", "2232", "3333", "3333", "2222", "1234", "4444", "1121", "2222", "555", "11", "3"]

ratings = st.lists(
    st.dictionaries(st.sampled_from(JUDGEMENTS), st.integers(0, 5), max_size=3), min_size=1, max_size=8
)


def test_the_table_of_fleiss_has_the_kappa_that_he_gives() -> None:
    found = fleiss_kappa(Counter(patient) for patient in DIAGNOSES)
    assert found.compared == 30
    assert found.observed == pytest.approx(0.556, abs=5e-4)
    assert found.expected == pytest.approx(0.220, abs=5e-4)
    assert found.kappa == pytest.approx(0.430, abs=5e-4)


def test_missing_ratings_count_as_gwet_counts_them() -> None:
    found = fleiss_kappa(Counter(unit) for unit in INCOMPLETE)
    assert found.compared == 11
    assert found.observed == pytest.approx(0.8181818, abs=5e-8)
    assert found.expected == pytest.approx(0.2387153, abs=5e-8)
    assert found.kappa == pytest.approx(0.76117, abs=5e-6)


def test_two_claims_worked_by_hand() -> None:
    # P = 1/3 and 1, so p_a = 2/3; shares 5/6 and 1/6, so p_e = 26/36; (2/3 - 13/18) / (5/18) = -1/5.
    found = fleiss_kappa([{"accept": 2, "reject": 1}, {"accept": 3}])
    assert found.observed == pytest.approx(2 / 3)
    assert found.expected == pytest.approx(13 / 18)
    assert found.kappa == pytest.approx(-1 / 5)


def test_a_claim_that_one_reader_judged_counts_for_chance_only() -> None:
    # P = 1 and 0; shares of accept 1, 1/2 and 0, so p_e = 1/2, and (1/2 - 1/2) / (1/2) = 0.
    found = fleiss_kappa([{"accept": 2}, {"accept": 1, "reject": 1}, {"reject": 1}])
    assert (found.observed, found.expected, found.kappa, found.compared) == (0.5, 0.5, 0.0, 2)


def test_without_two_verdicts_on_a_claim_there_is_nothing_to_compare() -> None:
    for counts in ([], [{}], [{"accept": 1}, {"reject": 1}]):
        found = fleiss_kappa(counts)
        assert (found.kappa, found.observed, found.undefined) == (None, None, "nothing to compare")


def test_verdicts_of_one_kind_have_no_kappa() -> None:
    found = fleiss_kappa([{"accept": 3}, {"accept": 2, "reject": 0}])
    assert (found.kappa, found.observed, found.undefined) == (None, 1.0, "one category")


@given(ratings, st.randoms())
def test_neither_the_order_of_claims_nor_the_names_of_verdicts_matter(counts, chance) -> None:
    names = dict(zip(JUDGEMENTS, chance.sample("xyz", 3), strict=True))
    renamed = [{names[kind]: count for kind, count in one.items()} for one in counts]
    assert fleiss_kappa(chance.sample(renamed, len(renamed))) == fleiss_kappa(counts)


@given(ratings)
def test_every_figure_is_in_its_range(counts) -> None:
    found = fleiss_kappa(counts)
    assert found.kappa is None or found.kappa <= 1
    assert found.observed is None or 0 <= found.observed <= 1
    assert found.expected is None or 0 < found.expected <= 1
    assert (found.kappa is None) == (found.undefined is not None)


@given(st.integers(2, 6), st.lists(st.sampled_from(JUDGEMENTS), min_size=2, max_size=8))
def test_readers_who_always_agree_have_a_kappa_of_one_unless_all_is_one_verdict(readers, verdicts) -> None:
    found = fleiss_kappa({verdict: readers} for verdict in verdicts)
    assert found.observed == 1
    assert found.kappa == (1 if len(set(verdicts)) > 1 else None)


@given(
    st.lists(st.fixed_dictionaries({"a": st.integers(0, 4)}).map(lambda d: {"a": d["a"], "b": 4 - d["a"]}))
)
def test_with_four_readers_throughout_it_is_the_formula_of_1971(counts) -> None:
    found = fleiss_kappa(counts)
    total = len(counts)
    shares = [Fraction(sum(one[k] for one in counts), 4 * total) for k in "ab"] if total else [Fraction(1)]
    chance = sum(share**2 for share in shares)
    if chance == 1:
        assert found.kappa is None
        return
    squares = sum(count**2 for one in counts for count in one.values())
    observed = Fraction(squares - total * 4, total * 4 * 3)
    assert found.kappa == pytest.approx(float((observed - chance) / (1 - chance)))


MAP = """
thesis t: T
  because r: R
  but o: O
claim c: C
claim nobody: N
question q: Q?
  answer y: Yes
"""


def found(reviews: str):
    argument_map = argmap.parse(MAP + reviews)
    assert argument_map.errors == ()
    return consensus(argument_map, argument_map.reviews)


def test_the_most_disputed_claim_is_first_and_lone_verdicts_and_questions_are_last() -> None:
    said = found(
        "review a:\n  accept @r\n  accept @t\n  accept @o\n  ask @q: When?\n"
        "review b:\n  accept @r\n  doubt @t\n  reject @o\n  accept @c\n"
    )
    assert [target.label for target in said.targets] == ["o", "t", "r", "c", "q"]
    assert [target.agreement for target in said.targets] == [0, 0, 1, None, None]
    assert said.silent == 2
    assert said.overall.compared == 3


def test_a_question_beside_a_verdict_does_not_count_as_one() -> None:
    said = found("review a:\n  accept @r\n  ask @r: Why?\nreview b:\n  accept @r\n  doubt @t\n")
    right = next(target for target in said.targets if target.label == "r")
    assert len(right.judgements) == 2
    assert [opinion.reader for opinion in right.asked] == ["a"]


@given(st.lists(st.dictionaries(st.sampled_from("trocy"), st.sampled_from(JUDGEMENTS)), max_size=4))
def test_nobody_is_lost_and_the_order_of_readers_does_not_matter(readers) -> None:
    blocks = [
        f"review reader{number}:\n" + "".join(f"  {kind} @{label}\n" for label, kind in verdicts.items())
        for number, verdicts in enumerate(readers)
    ]
    said, turned = found("".join(blocks)), found("".join(reversed(blocks)))
    assert said.overall == turned.overall
    assert [target.label for target in said.targets] == [target.label for target in turned.targets]
    opinions = [(one.reader, target.label) for target in said.targets for one in target.judgements]
    written = [(f"reader{number}", label) for number, verdicts in enumerate(readers) for label in verdicts]
    assert sorted(opinions) == sorted(written)
