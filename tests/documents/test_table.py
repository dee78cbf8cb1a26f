import argmap
from argmap.documents.table import table
from argmap.model.map import ArgumentMap
from argmap.model.roles import roles
from argmap.source.cells import width

TEXT = """\
source m: Milliyet
  date: 2020-10-15
thesis buy-in: Russia prefers 東京 and further words that do not fit into one line of it
  because A reason
  and p: A premise [@m, p. 3; @m, p. 4]
  since w: W
  assuming u: U
  unless e: E
  but o: O
1. A
2. B (1)
"""


def read() -> ArgumentMap:
    argument_map = argmap.parse(TEXT)
    assert not argument_map.errors
    return argument_map


def test_columns_stand_under_their_heads_at_any_width() -> None:
    for cells in (40, 80, 120):
        lines = table(read(), cells=cells).splitlines()
        start = lines[0].index("Text")
        assert lines[1][start - 1 : start + 1] == " -"
        assert max(map(width, lines)) <= cells
        assert [line[:start].split() for line in lines if line.startswith("buy-in")] == [["buy-in", "thesis"]]


def test_every_role_is_named() -> None:
    assert [role.word for role in roles(read()).values()] == [
        "thesis",
        "premise",
        "premise",
        "warrant",
        "assumption",
        "exception",
        "objection",
        "premise",
        "conclusion",
    ]


def test_sources_are_in_short_form_and_nothing_is_cut() -> None:
    words = table(read(), cells=60).split()
    for word in ("Milliyet,", "p.", "3;", "4", "東京", "fit", "line"):
        assert word in words


def test_columns_in_which_nothing_stands_are_left_out() -> None:
    text = table(argmap.parse("thesis T\n"))
    assert text == f"Role    Text\n------  {'-' * 72}\nthesis  T\n"


def test_a_map_without_claims_has_the_heads_only() -> None:
    assert table(ArgumentMap()).splitlines()[0].split() == ["Role", "Text"]
