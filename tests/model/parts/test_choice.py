"""Parts of a map, chosen as a reader asks for them, and what they say they hide."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

import argmap
from argmap.model.map import ArgumentMap
from argmap.model.parts.branches import levels, tops
from argmap.model.parts.choice import Choice, Part, UnknownPart, choose
from argmap.model.parts.cuts import Cut

DEBATE = argmap.parse("""
map Buy-in
question who: Who settles it? #council
  answer moscow: Moscow does
    because @buy-in
  answer nobody: Nobody does

section Why
thesis buy-in: Russia prefers Turkish buy-in
  because west: Georgia and Ukraine went West #west
    because students: Their students study there
  and pragmatic: Moscow needs a partner
  unless iran: Iran could fill the role
    unless near: It is nearer than it looks
    but distant: Iran is far away
  but arms: Turkey arms Ukraine
    but small: The sales are small

section Besides
claim apart: The war is over
  because @students
""")


def shown(part: Part) -> str:
    return " ".join((*part.map.questions, *part.map.claims))


def test_nothing_asked_for_is_the_whole_map_without_cuts() -> None:
    whole = choose(DEBATE, Choice())
    assert whole.map is DEBATE
    assert whole.cuts == {}


def test_a_focus_shows_the_claim_and_what_bears_on_it() -> None:
    part = choose(DEBATE, Choice(focus=("arms",)))
    assert shown(part) == "arms small"
    assert part.cuts == {"arms": Cut(0, 0, above=1)}


def test_a_focus_may_be_written_as_a_reference_and_there_may_be_several() -> None:
    assert shown(choose(DEBATE, Choice(focus=("@arms", "apart")))) == "students arms small apart"


def test_a_focus_on_a_question_shows_its_answers() -> None:
    part = choose(DEBATE, Choice(focus=("who",), depth=1))
    assert shown(part) == "who moscow nobody"
    assert part.cuts == {"moscow": Cut(9, 1)}


def test_depth_counts_levels_below_the_tops() -> None:
    # who, buy-in and apart are tops; moscow, nobody, west, ... are a level below, iran beside its step.
    part = choose(DEBATE, Choice(depth=1))
    assert shown(part) == "who moscow nobody buy-in west students pragmatic iran arms apart"
    assert part.cuts["iran"] == Cut(1, 1)
    assert part.cuts["buy-in"] == Cut(1, 1)  # near questions the exception iran
    assert part.cuts["arms"] == Cut(1, 1)


def test_every_step_between_shown_claims_is_shown() -> None:
    # students is a level below apart; that it is a reason for west too costs no further card.
    part = choose(DEBATE, Choice(depth=1))
    assert "west" not in part.cuts
    assert [step.target for step in part.map.steps_from("students")] == ["west", "apart"]


def test_depth_0_shows_the_tops_alone() -> None:
    part = choose(DEBATE, Choice(depth=0))
    assert shown(part) == "who buy-in apart"
    assert part.cuts["who"] == Cut(2, 2)


def test_a_folded_branch_is_hidden_but_for_what_is_used_elsewhere() -> None:
    part = choose(DEBATE, Choice(collapse=("buy-in",)))
    assert shown(part) == "who moscow nobody buy-in students apart"
    assert part.cuts == {"buy-in": Cut(7, 2), "students": Cut(0, 0, above=1)}


def test_a_claim_that_is_folded_inside_a_folded_one_is_hidden() -> None:
    part = choose(DEBATE, Choice(collapse=("buy-in", "iran")))
    assert "iran" not in part.map.claims


def test_only_support_leaves_out_objections_and_exceptions() -> None:
    part = choose(DEBATE, Choice(only="support"))
    assert shown(part) == "who moscow nobody buy-in west students pragmatic apart"
    assert part.cuts == {"buy-in": Cut(5, 2)}


def test_only_attack_keeps_what_objections_and_exceptions_are_about() -> None:
    part = choose(DEBATE, Choice(only="attack"))
    assert shown(part) == "buy-in west pragmatic iran near distant arms small"
    assert part.cuts["west"] == Cut(1, 1)


def test_a_tag_shows_what_has_it_and_the_way_up() -> None:
    part = choose(DEBATE, Choice(tag="#west"))
    assert shown(part) == "who moscow buy-in west pragmatic"
    assert part.cuts["west"] == Cut(1, 1)
    assert part.cuts["who"] == Cut(1, 1)


def test_a_section_shows_what_is_argued_in_it() -> None:
    part = choose(DEBATE, Choice(section="BESIDES"))
    assert shown(part) == "students apart"


def test_choices_add_up() -> None:
    assert (
        shown(choose(DEBATE, Choice(only="support", focus=("buy-in",), depth=1))) == "buy-in west pragmatic"
    )


@pytest.mark.parametrize(
    ("choice", "message"),
    [
        (Choice(focus=("bui-in",)), "no claim is labelled bui-in; did you mean buy-in?"),
        (Choice(collapse=("qqqqqq",)), "no claim is labelled qqqqqq; `argmap show` lists the labels"),
        (Choice(tag="wset"), "there is no tag #wset; did you mean west?"),
        (Choice(tag="ukraine"), "there is no tag #ukraine; the tags are: #west, #council"),
        (Choice(section="Beside"), "there is no section “Beside”; did you mean Besides?"),
        (Choice(section="xyz"), "there is no section “xyz”; the sections are: Why; Besides"),
        (Choice(section="Besides", focus=("arms",)), "@arms is not in the part that is left"),
    ],
)
def test_what_the_map_does_not_have_is_named(choice: Choice, message: str) -> None:
    with pytest.raises(UnknownPart) as raised:
        choose(DEBATE, choice)
    assert str(raised.value) == message


def test_a_loop_that_nothing_leads_to_has_a_top() -> None:
    looped = argmap.parse("claim a: A\n  because b: B\nclaim @b\n  because @a\nclaim c: C\n")
    assert tops(looped) == ("c", "a")
    assert shown(choose(looped, Choice(depth=0))) == "a c"
    assert shown(choose(looped, Choice(focus=("b",), depth=0))) == "b"


def test_10_000_levels_are_as_good_as_ten() -> None:
    text = "thesis a: A\n" + "".join(f"{' ' * (i + 1)}because Reason {i}\n" for i in range(10_000))
    deep = argmap.parse(text)
    part = choose(deep, Choice(depth=3))
    assert len(part.map.claims) == 4
    assert part.cuts == {"_3": Cut(9_997, 1)}


# Properties


@st.composite
def debates(draw: st.DrawFn) -> ArgumentMap:
    """A few claims with steps, exceptions and references at random, loops included."""
    lines = ["question q: Which?", "  answer c0: Claim 0", "  answer c1: Claim 1"]
    lines += [f"claim c{number}: Claim {number} #t{number % 3}" for number in range(2, 7)]
    for _ in range(draw(st.integers(0, 9))):
        target, *premises = draw(st.permutations(range(7)))[: draw(st.integers(2, 3))]
        lines.append(f"claim @c{target}")
        lines.append(f"  {draw(st.sampled_from(('because', 'but')))} @c{premises[0]}")
        lines += [f"  and @c{premise}" for premise in premises[1:]]
        if draw(st.booleans()):
            lines.append(f"  unless @c{draw(st.integers(0, 6))}")
    return argmap.parse("\n".join(lines) + "\n")


labels = st.sampled_from([f"c{number}" for number in range(7)])
choices = st.builds(
    Choice,
    tag=st.none() | st.sampled_from(("t0", "t1")),
    only=st.none() | st.sampled_from(("support", "attack")),
    collapse=st.lists(labels, max_size=2).map(tuple),
    depth=st.none() | st.integers(0, 3),
)


@given(debates(), choices)
def test_nothing_in_a_part_dangles_and_everything_hidden_is_told(whole: ArgumentMap, choice: Choice) -> None:
    part = choose(whole, choice)
    known = {*part.map.claims, *part.map.inferences}
    for step in part.map.inferences.values():
        assert step.target in known
        assert all(premise.claim in part.map.claims for premise in step.premises)
    for step in whole.inferences.values():
        if step.id not in part.map.inferences and step.target in part.map.claims:
            assert part.cuts[step.target].steps > 0
    assert all(part.map.claims[label] == whole.claims[label] for label in part.map.claims)


@given(debates(), st.integers(0, 3))
def test_one_level_more_never_hides_anything(whole: ArgumentMap, depth: int) -> None:
    less, more = (choose(whole, Choice(depth=below)).map for below in (depth, depth + 1))
    assert less.claims.keys() <= more.claims.keys()
    assert less.inferences.keys() <= more.inferences.keys()


@given(debates())
def test_every_claim_is_below_some_top(whole: ArgumentMap) -> None:
    assert whole.claims.keys() <= levels(whole, tops(whole)).keys()
