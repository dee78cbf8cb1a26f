from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import argmap
from argmap.documents.consensus import consensus_text
from argmap.reasoning.agreement import consensus
from argmap.source.cells import printable, width

MAP = "thesis t: Turkey matters\n  because r: It does\n  but o: It does not\n"


def shown(reviews: str, *, cells: int = 80) -> str:
    argument_map = argmap.parse(MAP + reviews)
    return consensus_text(argument_map, consensus(argument_map, argument_map.reviews), cells=cells)


def test_who_said_what_of_which_claim() -> None:
    assert shown(
        "review ana: First reading\n  accept @r: As seen in May {likely}\n  accept @o\n  ask @t: To whom?\n"
        "review bob: \n  reject @r {10%}\n  accept @o\n"
    ) == (
        "Readers: ana (First reading), bob\n"
        "Agreement: 50% of the pairs of verdicts, on average over the 2 claims that two\n"
        "or more readers judged.\n"
        "Fleiss' kappa: -0.333 (1 is full agreement, 0 what chance would give, below 0\n"
        "less than that).\n"
        "Judged by nobody: 1 of 3 claims.\n"
        "\n"
        "   0%  r: It does\n"
        "       ana  accepts  As seen in May {likely}\n"
        "       bob  rejects  {10%}\n"
        "\n"
        " 100%  o: It does not\n"
        "       ana  accepts\n"
        "       bob  accepts\n"
        "\n"
        "Only asked about:\n"
        "\n"
        "       t: Turkey matters\n"
        "       ana  asks     To whom?\n"
    )


def test_without_a_kappa_the_reason_is_given_in_words() -> None:
    assert "no claim was judged by two readers" in shown("review a:\n  accept @r\n")
    alike = shown("review a:\n  accept @r\nreview b:\n  accept @r\n")
    assert "not defined: all verdicts are of one kind" in " ".join(alike.split())
    assert shown("") == "There are no reviews: nobody has judged this map.\n"


def test_a_long_name_has_its_own_line() -> None:
    text = shown("review a-reader-of-many-words: \n  accept @r: Yes\nreview b: \n  accept @r: No\n")
    assert "       a-reader-of-many-words\n                     accepts  Yes\n" in text
    assert "       b             accepts  No\n" in text


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.text(max_size=90), st.integers(40, 100))
def test_no_text_breaks_the_lines(text: str, cells: int) -> None:
    written = shown(f'review r: "{text}"\n  accept @r: "{text}"\n', cells=cells)
    assert all(width(line) <= cells and line == printable(line) for line in written.split("\n"))
