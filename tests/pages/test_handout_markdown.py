import pytest
from reading import wishes

import argmap
from argmap.pages.handout import handout_markdown
from argmap.pages.handout_markdown import escaped

DEBATE = """\
source mill: On Liberty
  author: Mill
  date: 1859
  url: https://example.org/a_b

thesis t: We may
  because r: A reason [see @mill, ch. 1]
    but o: An objection {weak}
1. One
2. Two (1)
"""


def markdown(text: str, *, diagram: str | None = None) -> str:
    argument_map = argmap.parse(text)
    return handout_markdown(argument_map, wishes(argument_map), diagram=diagram)


def test_the_outline_is_a_list_in_lists() -> None:
    assert (
        "- **thesis** *t:* We may\n"
        "  - **because** *r:* A reason (see Mill 1859, ch. 1)\n"
        "    - **but** *o:* An objection \\{weak\\}\n"
    ) in markdown(DEBATE)


def test_standard_form_keeps_its_numbers() -> None:
    assert "(1) One\\\n(2) Two (1)\n" in markdown(DEBATE)


def test_references_end_with_an_address_to_follow() -> None:
    assert markdown(DEBATE).endswith("- Mill (1859). On Liberty. <https://example.org/a_b>\n")


def test_a_diagram_is_shown_where_there_is_one() -> None:
    assert "![Diagram of the argument](<a b.svg>)" in markdown(DEBATE, diagram="a b.svg")
    assert "![" not in markdown(DEBATE)


@pytest.mark.parametrize(
    ("text", "safe"),
    [
        ("*a* _b_ `c`", r"\*a\* \_b\_ \`c\`"),
        ("<b> [x](y) #t $m$ @k &amp;", r"\<b\> \[x\](y) \#t \$m\$ \@k \&amp;"),
        ("1. a", r"1\. a"),
        ("- a", r"\- a"),
        ("a\nb\tc", "a b c"),
        ("a\x1b[2Jb\u202e", r"a\<U+001B\>\[2Jb\<U+202E\>"),
        ("1.5 per cent - or so", "1.5 per cent - or so"),
    ],
)
def test_no_text_acts_as_markdown(text: str, safe: str) -> None:
    assert escaped(text) == safe
