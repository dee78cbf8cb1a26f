"""The map of the article, judged by hand: the standing of every claim, and which steps do not carry.

x is the heaviest applying reason and y the heaviest applying objection, in per cent: a plain step weighs 50,
a strong one 80, a weak one 20; the bare word of whoever asserts a claim without a reason is 50. No claim of
this map names a standard, so x > y stands, x < y falls, and a tie is open. The working was done from the
rules, with the map beside it, and before the program was asked.
"""

from pathlib import Path
from typing import Final

import attrs
import pytest

import argmap
from argmap.model.elements import Inference
from argmap.model.map import ArgumentMap
from argmap.reasoning.grounds import grounds
from argmap.reasoning.standing import Standings, judge

ARTICLE = Path(__file__).parents[2] / "maps" / "turkish-russian-relations.argmap"

# label, standing, x:y, working
BY_HAND: Final = """
The question and its answer
  partners        stands 50:0   buy-in with turkey-interest and both-gain; fits; remade with again
  turkey-interest stands 50:0   long-vital and admitted are in
  both-gain       stands 50:0   bare word
  fits            stands 50:0   buy-in; armenia with orbit; reuse is blocked, for refuse is in
  again           stands 50:0   bare word
  rivals          falls  0:0    only clash speaks for it, blocked by managed; partners wins the question
  buy-in          stands 80:0   independent with bargain; no-partner with needs-partner, for alone is not in
  independent     stands 50:0   putin-says; nato is blocked, for despite is in
  bargain         stands 50:0   bare word
  no-partner      stands 50:0   west with leaning
  needs-partner   stands 50:0   bare word
  alone           open   50:50  raised; unsigned for it, baku-view against it
  unsigned        stands 50:0   bare word
  baku-view       stands 50:0   aliyev
  dialogue        stands 50:0   three reasons of 50; clash is blocked, for managed is in
  clash           stands 50:0   clash-syria, clash-libya and clash-ukraine, each enough
  managed         stands 50:0   overtures with reciprocated, and four more that apply

Why both sides have an interest
  putin-says      stands 50:0   bare word
  nato            stands 50:0   bare word: it is true, and does not tell against independent
  despite         stands 50:0   asserted, for it cites somebody; bare word
  west            stands 50:0   revolutions
  revolutions     stands 50:0   bare word
  leaning         stands 50:0   bare word
  long-vital      stands 50:0   bare word
  admitted        stands 50:0   bare word

The end of the second Karabakh war
  war-over        stands 50:0   began with declaration; districts; advance
  both-there      stands 50:0   peacekeepers with observation
  began           stands 50:0   bare word
  declaration     stands 50:0   bare word
  districts       stands 50:0   bare word
  advance         stands 50:0   bare word
  peacekeepers    stands 50:0   bare word
  observation     stands 50:0   bare word

A new kind of Turkish support
  apart           stands 50:0   unprecedented; advance
  unprecedented   stands 50:0   aid, first-war and unlike; held-back with close
  aid             stands 50:0   bare word
  first-war       stands 50:0   bare word
  unlike          stands 50:0   bare word
  held-back       stands 50:0   georgia-2008; ukraine-2014
  close           stands 50:0   georgia-ties; ukraine-ties
  georgia-2008    stands 50:0   bare word
  ukraine-2014    stands 50:0   bare word
  georgia-ties    stands 50:0   bare word
  ukraine-ties    stands 50:0   bare word

Echoes in the former Soviet space
  ankara-active   stands 50:0   unprecedented; tightening; echo
  tightening      stands 50:0   fields; georgia-ties, weak, would give 20
  echo            stands 50:0   apart; visit
  fields          stands 50:0   agreements
  agreements      stands 50:0   bare word
  visit           stands 50:0   bare word

Where their interests clash
  clash-syria     stands 50:0   warplane; crisis
  warplane        stands 50:0   bare word
  crisis          stands 50:0   bare word
  clash-libya     stands 50:0   tripoli with haftar
  tripoli         stands 50:0   bare word
  haftar          stands 50:0   bare word
  clash-ukraine   stands 50:0   statements with resonated
  statements      stands 50:0   bare word
  resonated       stands 50:0   bare word

How they kept talking
  overtures       stands 50:0   bare word
  reciprocated    stands 50:0   bare word
  remade          stands 50:0   coup; astana
  coup            stands 50:0   bare word
  astana          stands 50:0   bare word
  able            stands 50:0   legitimate; trust
  legitimate      stands 50:0   bare word
  trust           stands 50:0   sochi
  sochi           stands 50:0   bare word
  equal           stands 50:0   istanbul
  istanbul        stands 50:0   bare word
  libya-talks     stands 50:0   bare word
  no-accord       open   0:0    raised, and nobody argues it

New formats for the talks
  platform        stands 50:0   ankara-active; proposals
  proposals       stands 50:0   minsk with cochair; astana-format; four-sided; baku-view
  minsk           stands 50:0   bare word
  cochair         stands 50:0   bare word
  astana-format   stands 50:0   bare word
  four-sided      stands 50:0   bare word
  aliyev          stands 50:0   bare word

What Moscow hopes to gain
  armenia         stands 68:0   its own {likely} is 67.5; threat with protector gives 50, for blame is not in
  orbit           stands 50:0   bare word
  reuse           stands 97:0   its own {almost certain}
  refuse          stands 50:0   raised, and west speaks for it
  threat          stands 50:0   bare word
  protector       stands 50:0   bare word
  blame           open   0:0    raised, and nobody argues it
"""

# Of the steps, all apply but these. A step for a claim is written +, against it -, and against a step ~.
NOT_APPLYING: Final = {
    "nato - independent": "blocked",  # by despite
    "clash - dialogue": "blocked",  # by managed
    "clash + rivals": "blocked",  # by managed
    "reuse + fits": "blocked",  # by refuse
    "alone ~ no-partner, needs-partner": "does not apply",  # a possibility opposed as much as supported
    "no-accord ~ libya-talks": "does not apply",  # a possibility that nobody argues
    "blame ~ threat, protector": "does not apply",  # a possibility that nobody argues
}

_SIGNS: Final = {"support": "+", "attack": "-", "undercut": "~"}


@attrs.frozen
class Judged:
    label: str
    standing: str
    weights: str


LINES = [Judged(*line.split()[:3]) for line in BY_HAND.splitlines() if line.startswith(" ")]


@pytest.fixture(scope="module")
def standings() -> Standings:
    return judge(argmap.load(ARTICLE))


def written(argument_map: ArgumentMap, step: Inference) -> str:
    target = argument_map.inferences.get(step.target)
    return f"{_premises(step)} {_SIGNS[step.kind]} {_premises(target) if target else step.target}"


def _premises(step: Inference) -> str:
    return ", ".join(premise.claim for premise in step.premises)


def test_every_claim_was_judged_by_hand(standings: Standings) -> None:
    assert sorted(line.label for line in LINES) == sorted(standings.claims)


@pytest.mark.parametrize("line", LINES, ids=lambda line: line.label)
def test_a_claim_of_the_article_comes_out_as_by_hand(line: Judged, standings: Standings) -> None:
    found = grounds(standings, line.label)
    assert (found.standing, f"{found.weight_for}:{found.weight_against}") == (line.standing, line.weights)


def test_the_steps_that_do_not_apply_are_those_found_by_hand(standings: Standings) -> None:
    argument_map = standings.graph.map
    assert {
        written(argument_map, argument_map.inferences[id]): state
        for id, state in standings.steps.items()
        if state != "applies"
    } == NOT_APPLYING
