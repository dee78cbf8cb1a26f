import re

from argmap.drawing.dot import to_dot
from argmap.drawing.picture import USUAL, Picture
from argmap.model.map import ArgumentMap
from maps import argument_map, because, but, claim, evidence, question, thesis, unless


def caption(map: ArgumentMap, picture: Picture = USUAL) -> list[str]:
    """What stands under the diagram, entry by entry."""
    (graph,) = (line for line in to_dot(map, picture).splitlines() if line.startswith("graph ["))
    texts = (
        re.sub(r"<[^>]*>", "", piece).replace("\u00a0", " ").strip()
        for piece in graph.partition("label=<")[2].rpartition(">, labelloc")[0].split("</TD>")
    )
    return [text for text in texts if text]


def test_a_map_without_title_and_steps_has_no_caption() -> None:
    assert caption(argument_map(thesis("t"))) == []


def test_title_author_and_date_are_the_caption() -> None:
    titled = argument_map(thesis("t"), title="Free will", author="Group 3", date="2020-11-18")
    assert caption(titled) == ["Free will", "Group 3  ·  18 November 2020"]


def test_the_legend_explains_only_the_marks_that_occur() -> None:
    one_reason = argument_map(thesis("t"), claim("a"), because("t", "a"))
    assert caption(one_reason) == ["◄", "supports"]


def test_the_legend_explains_every_mark() -> None:
    every_mark = argument_map(
        question("q", "Which?", "t"), thesis("t"), *map(claim, "abcdefg"),
        because("t", "a", "b", id="s", strength="weak"), evidence("t", "c"), but("t", "d"), unless("s", "e"),
        because("t", "f", strength="conclusive"), but("f", "g", strength="strong"),
    )  # fmt: skip
    assert caption(every_mark) == [
        "◄", "supports", "◄◄", "is evidence for", "objects to", "questions the step", "◊", "answers",
        "+", "premises that count only together", "weak", "moderate", "strong", "conclusive",
    ]  # fmt: skip


def test_widths_are_left_out_while_every_step_is_moderate() -> None:
    moderate = argument_map(thesis("t"), claim("a"), because("t", "a", strength="moderate"))
    assert "moderate" not in caption(moderate)


def test_a_question_without_answers_in_the_map_needs_no_line() -> None:
    assert caption(argument_map(question("q", "Which?", "ghost"))) == []


def test_a_long_title_is_broken_onto_lines() -> None:
    lines = caption(argument_map(thesis("t"), title="A very long title " * 20))
    assert len(lines) > 3
    assert " ".join(lines) == ("A very long title " * 20).strip()


def rows(map: ArgumentMap, picture: Picture = USUAL) -> list[list[str]]:
    """The words of the legend, row by row."""
    (graph,) = (line for line in to_dot(map, picture).splitlines() if line.startswith("graph ["))
    parts = re.split(r'<TABLE [^>]*CELLPADDING="0" FIXEDSIZE="TRUE"[^>]*><TR><TD ALIGN="LEFT">', graph)
    return [re.findall(r"\xa0\xa0([a-z ]+)<", row) for row in parts[1:]]


def test_marks_of_one_kind_share_a_row() -> None:
    steps = (because("t", "a", "b", id="s", strength="weak"), evidence("t", "c"), but("t", "d"))
    made = argument_map(thesis("t"), *map(claim, "abcde"), *steps, unless("s", "e"))
    judged = Picture(standings={"t": "stands", "a": "falls", "b": "open"})
    linked = "premises that count only together"
    assert rows(made, judged) == [
        ["supports", "is evidence for", "objects to", "questions the step", linked],
        ["weak", "moderate", "stands", "falls", "open"],
    ]


def test_more_marks_of_one_kind_than_a_row_takes_are_spread_evenly() -> None:
    asked = question("q", "Which?", "t")
    steps = (because("t", "a", "b", id="s"), evidence("t", "c"), but("t", "d"), unless("s", "e"))
    made = argument_map(asked, thesis("t"), *map(claim, "abcde"), *steps)
    assert [len(row) for row in rows(made)] == [3, 3]


def test_few_marks_share_one_row_of_whatever_kind() -> None:
    made = argument_map(thesis("t"), claim("a"), because("t", "a"))
    assert rows(made, Picture(standings={"t": "open"})) == [["supports", "open"]]
