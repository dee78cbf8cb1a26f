"""One claim made two and two made one, with what hangs on them."""

import pytest
from edited import attached, faults, map_of, text_after
from hypothesis import given
from hypothesis import strategies as st
from outlines import outlines
from properties import randomised

from argmap.edits.change import Refused
from argmap.edits.splitting import join, split

MAP = """\
source k: K
thesis The wall is red
  # why
  because look: It looks red, and nobody painted it {strong} [@k, p. 2] #tag
    but He was far away
  since What looks red is red
  unless The light is red; he is ill
"""


def parted(text: str, start: str, *, linked: bool, label: str) -> str:
    found = map_of(text)
    return text_after(text, split(found, label, text.index(start), linked=linked))


def refusal(text: str, label: str, *, linked: bool, offset: int | None = None) -> str:
    found = map_of(text)
    span = found.claims[label].text_span
    with pytest.raises(Refused) as refused:
        split(found, label, span.start + 1 if offset is None else offset, linked=linked)
    return str(refused.value)


def test_linked_parts_are_premises_of_one_step():
    assert parted(MAP, ", and nobody", linked=True, label="look") == MAP.replace(
        "It looks red, and nobody painted it {strong} [@k, p. 2] #tag\n    but He was far away\n",
        "It looks red {strong} [@k, p. 2] #tag\n    but He was far away\n"
        "  and Nobody painted it [@k, p. 2]\n",
    )


def test_independent_parts_are_steps_of_their_own():
    result = parted(MAP, ", and nobody", linked=False, label="look")
    assert result.endswith("  unless The light is red; he is ill\n  because Nobody painted it [@k, p. 2]\n")


def test_an_exception_is_split_into_two_or_into_linked_ones():
    label = next(one.label for one in map_of(MAP).claims.values() if one.keyword == "unless")
    assert parted(MAP, "; he is", linked=False, label=label).endswith(
        "  unless The light is red\n  unless He is ill\n"
    )
    assert parted(MAP, "; he is", linked=True, label=label).endswith(
        "  unless The light is red\n  and He is ill\n"
    )


def test_a_thesis_becomes_two():
    text = "thesis t: A and B\n  but C"
    assert parted(text, "and B", linked=False, label="t") == "thesis t: A\n  but C\n\nthesis B"
    assert "belongs to no step" in refusal(text, "t", linked=True)


def test_a_premise_can_leave_its_step():
    text = "thesis T\n  because A\n  and b: B; C\n  unless D\n"
    assert parted(text, "; C", linked=False, label="b") == (
        "thesis T\n  because A\n  and b: B\n  unless D\n  because C\n"
    )


def test_quoted_texts_stay_quoted_where_they_must_be():
    text = 'claim a: "He \\"said\\" {likely}; so it #is"\n'
    assert parted(text, "; so", linked=False, label="a") == (
        'claim a: "He \\"said\\" {likely}"\nclaim "So it #is"\n'
    )


def test_what_the_language_does_not_have_is_refused():
    assert "only linked parts" in refusal("thesis A\n  but B\n  since c: C D\n", "c", linked=False)
    assert "standard form" in refusal("1. A B\n", "1", linked=True)
    assert "inside another one's line" in refusal("thesis A because b: B C\n", "b", linked=True)
    assert "nothing on one side" in refusal("claim a: A B\n", "a", linked=False, offset=0)


def test_joining_undoes_a_split():
    text = "thesis A\n  because b: B; C [@k]\n    but D\n  unless E\n"
    for linked in (True, False):
        divided = parted(text, "; C", linked=linked, label="b")
        found = map_of(divided)
        other = next(label for label, claim in found.claims.items() if claim.text == "C")
        if linked:
            assert text_after(divided, join(found, "b", other)) == text.replace("[@k]", "[@k] [@k]")
        else:
            with pytest.raises(Refused, match="does not follow"):
                join(found, "b", other)


@pytest.mark.parametrize(
    ("lines", "reason"),
    [
        ("  because a: A\n  and b: B\n    but C\n", "lines below it"),
        ("  because a: A\n  and b: B {likely}\n", "would be lost"),
        ("  because a: A\n  and b: B\nclaim @b\n  but C\n", "@b is referred to"),
        ("  because a: A\n  but b: B\n", "not of one kind"),
        ("  because a: A\n  but C\n  because b: B\n", "does not follow"),
        ("  because a: A\n    because b: B\n", "not stand below the same line"),
        ("  because a: A\n  since C\n  because b: B\n", "does not follow"),
    ],
)
def test_joining_loses_nothing(lines, reason):
    with pytest.raises(Refused, match=reason):
        join(map_of("thesis T\n" + lines), "a", "b")


@pytest.mark.slow
@randomised(share=0.5)
@given(outlines(), st.integers(0, 1000), st.booleans())
def test_a_split_adds_one_claim_and_moves_nothing(text, pick, linked):
    found = map_of(text.replace("Claim ", "Claim; part "))
    labels = list(found.claims)
    label = labels[pick % len(labels)]
    claim = found.claims[label]
    try:
        change = split(found, label, claim.text_span.start + 5, linked=linked)
    except Refused:
        return
    source = found.texts[claim.span.file].text
    result = map_of(text_after(source, change))
    before, now = attached(found), attached(result)
    first, second = claim.text.split("; ", 1)
    (new,) = [text for text in now if text not in before and text.startswith("Part")]
    assert new == second.capitalize()
    moved = {
        one: f"{owner.removesuffix(claim.text)}{first}" if owner.endswith(f" {claim.text}") else owner
        for one, owner in before.items()
        if one != claim.text
    }
    assert len(result.claims) == len(found.claims) + 1
    assert {one: now[one] for one in moved} == moved
    if linked:
        steps = result.steps_from(next(k for k, c in result.claims.items() if c.text == new))
        assert any(result.claims[p.claim].text == "Claim" for step in steps for p in step.premises)
    assert faults(result) == faults(found)
