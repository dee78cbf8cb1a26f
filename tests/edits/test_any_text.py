"""On any text at all an action can be carried out, or is refused with a reason; it never fails otherwise."""

from collections import Counter

import pytest
from edited import NAME, map_of, text_after
from hypothesis import given
from hypothesis import strategies as st
from properties import randomised
from written import texts

from argmap.edits.adding import add_source, add_step, cite
from argmap.edits.change import Change, Refused
from argmap.edits.labelling import give_label
from argmap.edits.naming import KINDS, Named
from argmap.edits.renaming import rename
from argmap.edits.splitting import join, split
from argmap.edits.verdicts import Opinion, answer, record, withdraw
from argmap.model.map import ArgumentMap
from argmap.model.reading import read
from argmap.source.text import SourceText


def actions(found: ArgumentMap, text: str, pick: int) -> list:
    """Every action on one of the things that a map has."""
    labels = [*found.claims, *found.questions]
    claims = list(found.claims)
    tried = [lambda: add_source(found, "new", "N")]
    if labels:
        label = labels[pick % len(labels)]
        tried += [
            lambda: give_label(found, label).change or Change("", ()),
            *(
                lambda kind=kind: join_changes(record(found, "zoe", label, Opinion(kind, "why?")).changes)
                for kind in ("accept", "ask")
            ),
        ]
    if claims:
        claim = claims[pick % len(claims)]
        place = found.claims[claim].text_span.start + pick % 5
        tried += [
            lambda: add_step(found, claim, "because", "Something"),
            lambda: cite(found, claim, next(iter(found.sources), "k")),
            *(lambda linked=linked: split(found, claim, place, linked=linked) for linked in (True, False)),
            lambda: join(found, claim, claims[(pick + 1) % len(claims)]),
        ]
    for step in list(found.inferences)[:1]:
        tried.append(lambda: answer(found, step, "honesty", "open"))  # noqa: B023  # called at once
    for verdict in [verdict for review in found.reviews for verdict in review.verdicts][:1]:
        tried.append(lambda: withdraw(found, verdict))  # noqa: B023  # called at once
    reading = read(SourceText(NAME, text), folder=None)
    named = Named(reading)
    for kind in KINDS:
        for name in list(named.names(kind))[:1]:
            tried.append(lambda kind=kind, name=name: rename(reading, name, "newname", kind=kind))
    return tried


def claims_of(argument_map: ArgumentMap) -> Counter[str]:
    return Counter(claim.text for claim in argument_map.claims.values())


@pytest.mark.slow
@randomised()
@given(texts, st.integers(0, 50))
def test_a_verdict_reaches_the_map_and_every_claim_stays(text, pick):
    found = map_of(text)
    labels = list(found.claims) or ["none"]
    label = labels[pick % len(labels)]
    try:
        recorded = record(found, "zoe", label, Opinion("doubt", "why? [@k]"))
    except Refused:
        return
    after = map_of(text_after(text, *recorded.changes))
    (verdict,) = [one for review in after.reviews if review.reader == "zoe" for one in review.verdicts]
    assert (verdict.target, verdict.comment) == (recorded.label, "why? [@k]")
    assert after.claims[recorded.label].text == found.claims[label].text
    assert claims_of(after) == claims_of(found)
    gone = map_of(text_after(text_after(text, *recorded.changes), withdraw(after, verdict)))
    assert claims_of(gone) == claims_of(found)


@pytest.mark.slow
@randomised()
@given(texts, st.integers(0, 50), st.sampled_from(["because", "but"]))
def test_a_step_reaches_the_map_and_every_claim_stays(text, pick, keyword):
    found = map_of(text)
    labels = list(found.claims) or ["none"]
    label = labels[pick % len(labels)]
    try:
        change = add_step(found, label, keyword, "Nova res: ita")
    except Refused:
        return
    after = map_of(text_after(text, change))
    assert claims_of(after) == claims_of(found) + Counter(["Nova res: ita"])
    new = next(label for label, claim in after.claims.items() if claim.text == "Nova res: ita")
    (step,) = after.steps_from(new)
    assert after.claims[step.target].text == found.claims[label].text
    assert len(after.errors) <= len(found.errors)


def join_changes(changes: tuple[Change, ...]) -> Change:
    return Change("", tuple(edit for change in changes for edit in change.edits))


@pytest.mark.slow
@randomised()
@given(texts, st.integers(0, 50))
def test_every_action_gives_a_text_or_a_reason(text, pick):
    found = map_of(text)
    for action in actions(found, text, pick):
        try:
            change = action()
        except Refused as refused:
            assert str(refused)  # noqa: PT017  # many actions are tried
            continue
        map_of(text_after(text, change))
