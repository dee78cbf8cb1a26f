import pytest

from argmap.model.elements import Citation, Person, Source
from argmap.model.reference_text import OTHERS, cite, date_text, full_reference, short_reference, shorten
from argmap.source.spans import Span

FRANKFURT = (Person("Frankfurt", "Harry G."),)


def source(**said) -> Source:
    return Source(**{"key": "some-key", "title": "", "span": Span("b.bib", 0, 0), **said})


@pytest.mark.parametrize(
    ("authors", "expected"),
    [
        (FRANKFURT, "Frankfurt 2012"),
        ((Person("van Inwagen", "Peter"),), "van Inwagen 2012"),
        ((Person("Nahmias", "Eddy"), Person("Murray", "Dylan")), "Nahmias & Murray 2012"),
        ((Person("A", "a"), Person("B", "b"), Person("C", "c")), "A et al. 2012"),
        ((Person("Libet", "Benjamin"), OTHERS), "Libet et al. 2012"),
    ],
)
def test_people_are_named_by_family_and_year(authors, expected):
    assert short_reference(source(authors=authors, date="2012-10-02", title="T")) == expected


def test_an_organisation_is_dated_to_the_day():
    assert short_reference(source(authors=(Person("Kommersant"),), date="2020-11-10")) == (
        "Kommersant, 10 November 2020"
    )
    assert (
        short_reference(source(container="Milliyet", date="2020-10", title="T")) == "Milliyet, October 2020"
    )


def test_an_organisation_with_only_a_year_reads_like_a_person():
    assert short_reference(source(authors=(Person("RAND"),), date="2019")) == "RAND 2019"


def test_the_title_names_a_source_that_nobody_signed():
    declaration = source(title="Trilateral declaration on Karabakh", date="2020-11-10")
    assert short_reference(declaration) == "Trilateral declaration on Karabakh, 10 November 2020"


def test_an_unsigned_book_goes_by_its_title_and_a_report_by_its_publisher():
    said = {"title": "The Bluebook", "publisher": "Harvard", "date": "2015"}
    assert short_reference(source(type="book", **said)) == "The Bluebook, 2015"
    assert short_reference(source(type="report", **said)) == "Harvard 2015"


def test_a_missing_date_is_said():
    assert short_reference(source(authors=FRANKFURT)) == "Frankfurt n.d."
    assert short_reference(source(title="A Title")) == "A Title, n.d."


def test_only_a_source_that_says_nothing_is_named_by_its_key():
    assert short_reference(source()) == "some-key, n.d."


def test_a_period_counts_by_its_years():
    assert short_reference(source(authors=FRANKFURT, date="2014/2016")) == "Frankfurt 2014–2016"
    assert short_reference(source(authors=FRANKFURT, date="2014-02-01/2014-03-01")) == "Frankfurt 2014"


def test_a_date_in_words_is_kept():
    assert short_reference(source(authors=FRANKFURT, date="in press")) == "Frankfurt in press"


def test_a_citation_has_its_prefix_and_locator():
    inwagen = source(authors=(Person("van Inwagen", "Peter"),), date="1983")
    assert cite(inwagen, Citation("k", prefix="see", locator="p. 16")) == "see van Inwagen 1983, p. 16"
    assert cite(inwagen, Citation("k")) == "van Inwagen 1983"


@pytest.mark.parametrize(
    ("key", "expected"), [("edm-oct29", "edm oct29"), ("frankfurt_1969a", "frankfurt 1969a"), ("-", "-")]
)
def test_a_citation_of_nothing_known_spells_out_the_key(key, expected):
    assert cite(None, Citation(key, locator="p. 3")) == f"{expected}, p. 3"


def test_a_full_reference_has_every_part_in_order():
    article = source(
        authors=FRANKFURT,
        date="1969-12-04",
        title="Alternate Possibilities and Moral Responsibility",
        container="The Journal of Philosophy",
        url="https://doi.org/10.2307/2023833",
        fields={"volume": "66", "number": "23", "pages": "829--839"},
    )
    assert full_reference(article) == (
        "Frankfurt, Harry G. (4 December 1969). Alternate Possibilities and Moral Responsibility. "
        "The Journal of Philosophy 66(23), 829–839. https://doi.org/10.2307/2023833"
    )


def test_a_full_reference_without_author_begins_with_the_title():
    assert full_reference(source(title="Why?", date="2020", publisher="UN")) == "Why? (2020). UN."


def test_a_full_reference_names_editors_as_such():
    edited = source(authors=(Person("Kane", "Robert"),), title="H", fields={"editor": "Robert Kane"})
    assert full_reference(edited) == "Kane, Robert (ed.) (n.d.). H."


@pytest.mark.parametrize(
    ("date", "expected"),
    [
        ("2020", "2020"),
        ("2020-11", "November 2020"),
        ("2020-11-10", "10 November 2020"),
        ("2020-11-10T12:00:00Z", "10 November 2020"),
        ("2014/2016", "2014–2016"),
        ("2020-11-10/2020-11-12", "10–12 November 2020"),
        ("2020/..", "2020–"),
        ("1723~", "c. 1723"),
        ("1723?", "1723?"),
        ("-0379", "380 BC"),
        ("2020-13-01", "2020-13-01"),
        ("2020-11-32", "2020-11-32"),
        ("spring", "spring"),
        ("", ""),
    ],
)
def test_dates_are_written_out(date, expected):
    assert date_text(date) == expected


def test_long_titles_end_at_a_word():
    assert shorten("A short one", limit=40) == "A short one"
    assert shorten("The main title: and a long subtitle besides", limit=20) == "The main title"
    assert shorten("The Karabakh question and others", limit=22) == "The Karabakh question…"
    assert shorten("x" * 50, limit=10) == "x" * 9 + "…"
