import io
import json

import pypdf
import pytest
import typst
from hypothesis import given, settings
from hypothesis import strategies as st

import argmap
from argmap.model.elements import Person, Source
from argmap.pages.citation_styles import (
    UnknownStyleError,
    style_from_csl,
    style_named,
    style_names,
)
from argmap.pages.hayagriva import hayagriva
from argmap.source.spans import Span

SPAN = Span("m", 0, 1)
PAGE = b"#bibliography(bytes(sys.inputs.sources), style: sys.inputs.style, full: true)"


def entry(**fields: object) -> dict[str, object]:
    made = json.loads(hayagriva({"k": Source(**{"key": "k", "title": "T", "span": SPAN, **fields})}))  # type: ignore[arg-type]
    assert isinstance(made["k"], dict)
    return made["k"]


def typeset(sources: str, style: str) -> None:
    typst.compile(PAGE, sys_inputs={"sources": sources, "style": style}, ignore_system_fonts=True)


@pytest.mark.parametrize(
    ("date", "given"),
    [
        ("2020-11-10", "2020-11-10"),
        ("2020", "2020"),
        ("1265/1274", "1274"),
        ("1723~", "~1723"),
        ("-0345", "-0345"),
        ("2014/..", "2014"),
    ],
)
def test_dates_are_given_as_far_as_they_are_known(date: str, given: str) -> None:
    assert entry(date=date)["date"] == given


def test_a_date_that_is_none_stands_as_a_note() -> None:
    assert "date" not in entry(date="forthcoming")
    assert entry(date="forthcoming")["note"] == "forthcoming"


def test_what_a_title_says_is_neither_formula_nor_markup() -> None:
    assert entry(title=r"{A} $b$ \c")["title"] == r"{\{A\} \$b\$ \\c}"


def test_a_journal_holds_the_volume_and_a_paper_without_one_is_news() -> None:
    journal = entry(container="Mind", type="article", fields={"volume": "3", "pages": "1--9"})
    assert journal["parent"] == {"type": "periodical", "title": "{Mind}", "volume": "3"}
    assert journal["page-range"] == "1–9"
    news = entry(container="Kommersant", type="article", date="2020-11-10")
    assert news["parent"] == {"type": "newspaper", "title": "{Kommersant}"}


def test_editors_are_told_from_authors() -> None:
    edited = entry(authors=(Person("Berg", "Ute"),), fields={"editor": "Ute Berg"})
    assert edited["editor"] == [{"name": "Berg", "given-name": "Ute"}]
    assert "author" not in edited


@pytest.mark.parametrize(
    "url", ["https://exa mple.com", "http://1.2.3.4.5/", "javascript:x", "http://[::", "x"]
)
def test_what_is_no_address_is_left_out(url: str) -> None:
    assert "url" not in entry(url=url)


def test_an_address_is_kept_whatever_its_letters() -> None:
    assert entry(url="https://пример.рф/a b")["url"] == "https://xn--e1afmkfd.xn--p1ai/a%20b"


texts = st.text(max_size=20) | st.text("{}$\\\"'#:-~/?.@1 ", max_size=12)


@settings(max_examples=60, deadline=None)
@given(
    title=texts,
    author=texts,
    date=texts | st.dates().map(str),
    container=texts,
    publisher=texts,
    url=texts.map("https://{}".format) | texts.map("https://a.example/{}".format),
    kind=st.sampled_from(["article", "book", "online", "inbook", "report", "?"]),
    field=texts,
)
def test_typst_takes_every_source(
    *, title: str, author: str, date: str, container: str, publisher: str, url: str, kind: str, field: str
) -> None:
    fields = dict.fromkeys(("volume", "number", "pages", "edition", "location"), field)
    source = Source(
        key="k",
        title=title,
        span=SPAN,
        authors=(Person(author, field), Person(field)),
        date=date,
        container=container,
        publisher=publisher,
        url=url,
        type=kind,
        fields=fields,
    )
    typeset(hayagriva({"k": source}), "apa")


@pytest.mark.slow
def test_typst_knows_every_style_that_is_listed_and_cites_in_notes_where_it_says() -> None:
    sources = hayagriva({"k": Source("k", "Zebras", SPAN, authors=(Person("Mill"),), date="1859")})
    page = b"#cite(<k>)\n#pagebreak()\n" + PAGE
    for name, in_notes in style_names().items():
        made = typst.compile(page, sys_inputs={"sources": sources, "style": name}, ignore_system_fonts=True)
        assert isinstance(made, bytes)
        cited = pypdf.PdfReader(io.BytesIO(made)).pages[0].extract_text()
        assert ("Zebras" in cited) == in_notes, name


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        ("aap", "did you mean apa?"),
        ("chicago", "did you mean chicago-author-date or"),
        ("qqqqqq", "some are apa"),
    ],
)
def test_an_unknown_style_is_refused_with_the_nearest(name: str, hint: str) -> None:
    with pytest.raises(UnknownStyleError, match=hint):
        style_named(name)


def test_a_style_is_found_whatever_its_capitals_and_a_csl_file_says_its_class() -> None:
    assert style_named("APA").name == "apa"
    assert style_from_csl("a.csl", '<style xmlns="x" class="note">').in_notes
    assert not style_from_csl("a.csl", '<style class="in-text">').in_notes


def test_sources_of_a_map_come_with_their_authors() -> None:
    argument_map = argmap.parse("source a: T\n  author: Ann Lee and Bo Li\n")
    made = json.loads(hayagriva(argument_map.sources))
    assert made["a"]["author"] == [{"name": "Ann Lee"}, {"name": "Bo Li"}]
