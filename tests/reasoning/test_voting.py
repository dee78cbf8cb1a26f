"""The map on compulsory voting: two answers, and two readers whose reviews choose differently."""

from pathlib import Path

import argmap
from argmap.reasoning.standing import Standings, judge
from argmap.reasoning.verdicts import ACCEPT, DOUBT, REJECT, Decisions, verdicts_of

MAPS = Path(__file__).parents[2] / "maps"


def judged_by(reader: str) -> Standings:
    reviewed = argmap.load(MAPS / f"compulsory-voting.{reader}.review.argmap")
    assert not reviewed.diagnostics
    return judge(reviewed, verdicts=verdicts_of(reviewed, reader))


def answers(standings: Standings) -> tuple[str, str]:
    return standings.of("yes"), standings.of("no")


def with_verdicts(verdicts: Decisions) -> tuple[str, str]:
    return answers(judge(argmap.load(MAPS / "compulsory-voting.argmap"), verdicts=verdicts))


def test_the_question_is_open_on_the_maps_own_terms() -> None:
    # yes: mandate, 50; no: left-alone, 50. The strong reasons wait for heeded and for same-result.
    standings = judge(argmap.load(MAPS / "compulsory-voting.argmap"))
    assert {label: standing for label, standing in standings.claims.items() if standing != "stands"} == {
        "yes": "open",  # 50 against no's 50
        "no": "open",
        "heeded": "open",  # pensions 50, austria 50
        "same-result": "open",  # senate 50 and austria 50, left-gains 50
        "thin": "open",  # ten-points 50, enough 50
        "hollow": "open",  # bare word 50, welcome 50
        "worse": "open",  # belgium 50, cancel 20: no lead of fifty
        "easier": "falls",  # post 50, swiss 80
        "learning": "falls",  # stake 20, montreal 50
        "ride": "falls",  # bare word 50, lighter 80
        "burden": "falls",  # bare word 50, small 80
    }


def test_one_review_makes_the_first_answer_stand_and_the_other_the_second() -> None:
    assert answers(judged_by("ana")) == ("stands", "falls")
    assert answers(judged_by("ben")) == ("falls", "stands")


def test_each_reader_tips_the_question_with_one_verdict() -> None:
    assert with_verdicts({"thin": ACCEPT}) == ("stands", "falls")
    assert with_verdicts({"left-gains": DOUBT}) == ("falls", "stands")
    assert with_verdicts({"thin": REJECT, "left-gains": ACCEPT}) == ("open", "open")


def test_a_claim_meets_even_the_highest_standard() -> None:
    # works: australia and vaud 80, lax 20; a lead of sixty over less than thirty.
    standings = judge(argmap.load(MAPS / "compulsory-voting.argmap"))
    assert standings.graph.map.claims["works"].standard == "beyond-reasonable-doubt"
    assert standings.of("works") == "stands"
