from argmap.drawing.theme import role_mark
from argmap.model.roles import roles
from maps import argument_map, because, but, claim, evidence, karabakh, question, thesis, unless


def words(*parts: object) -> dict[str, str]:
    return {label: role.word for label, role in roles(argument_map(*parts)).items()}  # type: ignore[arg-type]


def test_every_kind_of_line_gives_its_claim_a_role() -> None:
    found = {label: role.word for label, role in roles(karabakh()).items()}
    assert found == {
        "partners": "thesis",
        "ceasefire": "reason",
        "centre": "evidence",
        "corridor": "premise",
        "rule": "warrant",
        "last": "assumption",
        "peacekeepers": "objection",
        "drones": "objection",
        "iran": "exception",
        "foothold": "rebuttal",
        "_1": "rebuttal",
        "gas": "reason",
        "stream": "evidence",
        "akkuyu": "evidence",
        "lng": "exception",
        "contracts": "exception",
        "west": "reason",
        "s400": "evidence",
        "nato": "objection",
        "arms": "objection",
        "small": "rebuttal",
        "syria": "reason",
    }


def test_a_claim_that_is_no_premise_is_a_claim() -> None:
    assert words(claim("a")) == {"a": "claim"}


def test_an_answer_is_an_answer_whatever_else_it_does() -> None:
    parts = (question("q", "Which?", "a", "t"), claim("a", keyword="answer"), thesis("t"), because("t", "a"))
    assert words(*parts) == {"a": "answer", "t": "thesis"}


def test_a_claim_used_twice_has_the_role_it_was_defined_in() -> None:
    parts = (thesis("t"), thesis("u"), claim("a", keyword="evidence"))
    assert words(*parts, because("t", "a"), evidence("u", "a"))["a"] == "evidence"


def test_a_claim_defined_on_its_own_has_the_role_of_its_first_use() -> None:
    parts = (thesis("t"), thesis("u"), claim("a", keyword="claim"))
    assert words(*parts, but("t", "a"), because("u", "a"))["a"] == "objection"


def test_an_objection_to_a_claim_that_also_supports_something_is_no_rebuttal() -> None:
    parts = (thesis("t"), thesis("u"), claim("a"), claim("b"))
    assert words(*parts, but("t", "a"), because("u", "a"), but("a", "b"))["b"] == "objection"


def test_an_objection_to_an_attacking_thesis_is_no_rebuttal() -> None:
    parts = (thesis("t"), thesis("u"), claim("b"))
    assert words(*parts, but("t", "u"), but("u", "b"))["b"] == "objection"


def test_the_premises_of_standard_form_are_premises() -> None:
    one = because("t", "a", keyword="number")
    assert words(thesis("t"), claim("a", keyword="number"), one)["a"] == "premise"


def test_a_premise_of_an_objection_wears_its_colour() -> None:
    parts = (thesis("t"), claim("a"), claim("b"), but("t", "a", "since:b"), claim("c"), unless("t<a", "c"))
    marks = {label: role_mark(role) for label, role in roles(argument_map(*parts)).items()}
    assert marks == {"t": "claim", "a": "attack", "b": "attack", "c": "undercut"}


def test_what_numbered_lines_lead_up_to_is_a_conclusion() -> None:
    one = because("c", "a", keyword="number")
    assert words(claim("a", keyword="number"), claim("c", keyword="number"), one) == {
        "a": "premise",
        "c": "conclusion",
    }
