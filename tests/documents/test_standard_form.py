import argmap
from argmap.documents.standard_form import standard_form
from argmap.model.map import ArgumentMap
from argmap.source.cells import width


def read(text: str) -> ArgumentMap:
    argument_map = argmap.parse(text)
    assert not argument_map.errors
    return argument_map


def test_premises_come_before_the_conclusion_that_names_them() -> None:
    text = "thesis t: I am mortal\n  because I am human\n  and Humans are mortal\n    because All die\n"
    assert standard_form(read(text)) == (
        "1. I am human\n2. All die\n3. Humans are mortal (2)\n4. I am mortal (1, 3)\n"
    )


def test_each_step_has_a_bracket_of_its_own() -> None:
    text = "thesis t: T\n  because A {strong}\n  because B\n  and @t2\nclaim t2: C\n"
    assert standard_form(read(text)) == "1. A\n2. B\n3. C\n4. T (1) {strong} (2, 3)\n"


def test_a_board_keeps_its_numbers_and_rules() -> None:
    text = "1. I exist\n2. All has a cause\n3. I have one (1, 2 by modus ponens)\n"
    assert standard_form(read(text)) == text


def test_standard_form_reads_back_as_the_same_argument() -> None:
    text = standard_form(read("thesis t: T\n  because A\n  and B\n    because C\n    because D\n"))
    again = read(text)
    conclusion = again.claims["5"]
    assert conclusion.text == "T"
    assert [[p.claim for p in step.premises] for step in again.reasons("4")] == [["2"], ["3"]]
    assert [[p.claim for p in step.premises] for step in again.reasons("5")] == [["1", "4"]]


def test_warrants_and_unstated_premises_are_marked() -> None:
    text = "thesis t: T\n  because A\n  since W\n  assuming U\n"
    assert standard_form(read(text)) == "1. A\n2. W [warrant]\n3. U [unstated]\n4. T (1, 2, 3)\n"


def test_objections_and_exceptions_say_what_they_are_against() -> None:
    text = (
        "thesis t: T\n  because A\n  unless E\n    unless F\n"
        "  but O\n  and P\n    because Q\n  unless G\n  but @a2\nclaim a2: H\n"
    )
    assert standard_form(read(text)) == (
        "1. A\n2. T (1)\n\n"
        "Against the step from (1) to (2):\n  3. E\n\n"
        "Against the exception (3):\n  4. F\n\n"
        "Against (2), from (5, 7):\n  5. O\n  6. Q\n  7. P (6)\n\n"
        "Against the step from (5, 7) against (2):\n  8. G\n\n"
        "Against (2):\n  9. H\n"
    )


def test_an_objection_from_lines_above_names_them() -> None:
    text = "thesis t: T\n  because a: A\n    but B\n    but @t\n"
    assert standard_form(read(text)) == ("1. A\n2. T (1)\n\nAgainst (1):\n  3. B\n\nAgainst (1), from (2)\n")


def test_a_circle_is_said_and_ends() -> None:
    text = "thesis a: A\n  because b: B\n    because @a\n"
    assert standard_form(read(text)) == "1. B (2, in a circle)\n2. A (1)\n"
    loop = "claim a: A\n  because b: B\n    because c: C\n      because @b\n"
    assert standard_form(read(loop)) == "1. C (2, in a circle)\n2. B (1)\n3. A (2)\n"


def test_sections_that_others_rest_on_come_first_and_numbers_run_on() -> None:
    text = "section One\nthesis t: T\n  because @b\nsection Two\nclaim b: B\n  because C\n"
    assert standard_form(read(text)) == "Two\n---\n\n1. C\n2. B (1)\n\nOne\n---\n\n3. T (2)\n"


def test_an_objection_argued_in_a_later_section_is_named_by_its_number_there() -> None:
    text = "section One\nthesis t: T\n  but @o\nsection Two\nclaim o: O\n  because R\n"
    assert standard_form(read(text)) == (
        "One\n---\n\n1. T\n\nAgainst (1), from (3)\n\nTwo\n---\n\n2. R\n3. O (2)\n"
    )


def test_sections_that_rest_on_each_other_are_read_as_one() -> None:
    text = (
        "section One\nthesis t: T\n  because @b\nclaim c: C\n"
        "section Two\nclaim b: B\n  because @c\n  but O\nsection Three\nclaim d: D\n"
    )
    assert standard_form(read(text)) == (
        "One; Two\n--------\n\n1. C\n2. B (1)\n3. T (2)\n\nAgainst (2):\n  4. O\n\nThree\n-----\n\n1. D\n"
    )


def test_sheets_that_nothing_ties_together_start_at_one_each() -> None:
    sheet = "1. A\n2. B (1)\n"
    text = f"section One\n{sheet}section Two\n{sheet}"
    assert standard_form(read(text)) == f"One\n---\n\n{sheet}\nTwo\n---\n\n{sheet}"


def test_a_question_names_its_answers_by_number() -> None:
    text = "question Who?\n  answer X\n    because R\n  answer Y\n"
    assert standard_form(read(text)) == "1. R\n2. X (1)\n\n3. Y\n\nQuestion: Who? (2) or (3)\n"


def test_every_claim_has_one_line_in_maps_held_up_by_cycles_alone() -> None:
    text = (
        "section One\nclaim a: A\n  but @b\nclaim @b\n  because x: X\n"
        "section Two\nclaim b: B\n  but @a\n  because y: Y\n    because @x\nclaim @x\n  because @y\n"
    )
    argument_map = read(text)
    lines = [line.strip() for line in standard_form(argument_map).splitlines()]
    for claim in argument_map.claims.values():
        assert sum(line.split(". ")[-1].split(" ")[0] == claim.text for line in lines if ". " in line) == 1


def test_three_thousand_levels_are_numbered() -> None:
    deep = "thesis t: T\n" + "".join(f"{'  ' * level}because C{level}\n" for level in range(1, 3_001))
    lines = standard_form(read(deep)).splitlines()
    assert lines[0] == "1. C3000"
    assert lines[-1] == "3001. T (3000)"


def test_lines_keep_to_the_width() -> None:
    text = standard_form(read("thesis t: " + "word " * 40 + "\n  because R\n"), cells=40)
    assert all(width(line) <= 40 for line in text.splitlines())
    assert text.split().count("word") == 40
