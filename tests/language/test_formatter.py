"""The layout that the formatter gives, and what it leaves alone."""

import pytest

from argmap.language.formatter import format_text


@pytest.mark.parametrize(
    ("written", "formatted"),
    [
        ("", ""),
        ("\n\n", ""),
        ("thesis a", "thesis a\n"),
        ("thesis   a:    A   b  ", "thesis a: A   b\n"),
        ("thesis: A\n", "thesis A\n"),
        ("Thesis A\n", "thesis A\n"),
        ("thesis a\n\tbecause b\n\t\tbut c\n", "thesis a\n  because b\n    but c\n"),
        ("thesis a\n     because b\n", "thesis a\n  because b\n"),
        ("claim a #t {likely} [@k].\n", "claim a [@k] {likely} #t\n"),
        ("claim a [ @k ;see  @j,p. 3 ]\n", "claim a [@k; see @j, p. 3]\n"),
        ("claim a {very   likely,place:Sochi}\n", "claim a {very likely, place: Sochi}\n"),
        ('claim a {place: "Sochi, Adler"}\n', 'claim a {place: "Sochi, Adler"}\n'),
        ('claim a {place: "Sochi"}\n', "claim a {place: Sochi}\n"),
        ("thesis a,because b\n", "thesis a,because b\n"),
        ("thesis a , because, b\n", "thesis a because b\n"),
        ("claim a because @b,@c  and  @d\n", "claim a because @b, @c and @d\n"),
        ("1) a\n2. b [from 1]\n", "1. a\n2. b (1)\n"),
        ("thesis a\n\n\n\n\nthesis b\n", "thesis a\n\nthesis b\n"),
        ("thesis a\n  because b\nthesis c\n", "thesis a\n  because b\n\nthesis c\n"),
        ("section a\n\n\n\nclaim b\n\n", "section a\n\nclaim b\n"),
        ("claim a\n\n  because b\n\n\n  because c\n", "claim a\n\n  because b\n\n  because c\n"),
        ("map  m\n   author :  Ana\n", "map m\n  author: Ana\n"),
        ("review r:  R\n    accept  @a :  fine {10%}\n", "review r: R\n  accept @a: fine {10%}\n"),
    ],
)
def test_there_is_one_layout(written, formatted):
    assert format_text(written) == formatted


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_line_ends_stay_as_they_were(end):
    assert format_text(f"thesis  a{end}   because b{end}") == f"thesis a{end}  because b{end}"


def test_comments_stay_beside_what_they_stand_above():
    written = (
        "# one\nthesis a\n      # two\n    because b\n# three\n    because c\n  # four\n\n# five\nclaim d\n"
    )
    formatted = "# one\nthesis a\n  # two\n  because b\n# three\n  because c\n  # four\n\n# five\nclaim d\n"
    assert format_text(written) == formatted


def test_a_block_with_a_line_that_cannot_be_read_is_left_as_it_is():
    written = "thesis a\n    becuse   b\n       but c\nclaim    d\n"
    assert format_text(written) == "thesis a\n    becuse   b\n       but c\n\nclaim d\n"


def test_quotes_and_spaces_inside_a_text_stay():
    for text in ('"a  b"', '"because it is"', "a  b", '"Red lines" matter', "{a, b} is", "a [sic]  b"):
        assert format_text(f"claim {text}\n") == f"claim {text}\n"


@pytest.mark.parametrize(
    "text",
    [
        "thesis a [@k; x]\n",
        "thesis a {}\n",
        "thesis a {likely, }\n",
        "1. a (1914 x)\n",
        "thesis a {likely, likely}\n",
        "map\r\n",
        "  ## deep\n",
        "\u2003\n",
        "\x1f",
        "\u2028\n\nthesis a\n",
        "thesis a\n  \u2003\n",
        'claim a {p: "x}\n',
    ],
)
def test_a_faulty_text_is_formatted_or_left_but_never_refused(text):
    formatted = format_text(text)
    assert format_text(formatted) == formatted
