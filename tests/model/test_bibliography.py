import json
import logging
import random
from pathlib import Path

import pytest

from argmap.model.bibliography import Bibliography, read_bibliography
from argmap.model.elements import Person, Source
from argmap.model.reference_text import OTHERS, full_reference, short_reference
from argmap.source.diagnostics import Severity
from argmap.source.text import SourceText

DATA = Path(__file__).parent / "data"


def read(name: str) -> dict[str, Source]:
    found = read_bibliography(name, (DATA / name).read_text(encoding="utf-8"))
    assert found.diagnostics == ()
    return {source.key: source for source in found.entries}


def bib(text: str) -> Bibliography:
    return read_bibliography("refs.bib", text)


def csl(text: str) -> Bibliography:
    return read_bibliography("refs.json", text)


def only(found: Bibliography) -> Source:
    assert found.diagnostics == ()
    (source,) = found.entries
    return source


def keys(found: Bibliography) -> list[str]:
    return [source.key for source in found.entries]


def said(found: Bibliography, text: str) -> list[str]:
    """Messages as `line:column code message`."""
    positions = SourceText("refs", text)
    return [
        "{}:{} {} {}".format(*positions.position(message.span.start), message.code, message.message)
        for message in found.diagnostics
    ]


def marked(found: Bibliography, text: str) -> list[str]:
    return [text[message.span.start : message.span.stop] for message in found.diagnostics]


# BibTeX and BibLaTeX


def test_an_article_is_read_with_its_abbreviations():
    article = read("seminar.bib")["frankfurt1969"]
    assert article.authors == (Person("Frankfurt", "Harry G."),)
    assert article.title == "Alternate Possibilities and Moral Responsibility"
    assert article.container == "The Journal of Philosophy"
    assert article.date == "1969-12-04"
    assert article.url == "https://doi.org/10.2307/2023833"
    assert article.type == "article"
    assert article.fields["volume"] == "66"
    assert article.fields["keywords"] == "free will, moral responsibility"


def test_field_names_and_types_may_be_in_capitals():
    book = read("seminar.bib")["inwagen1983"]
    assert (book.type, book.publisher) == ("book", "Clarendon University Press")
    assert short_reference(book) == "van Inwagen 1983"


def test_a_chapter_takes_what_it_lacks_from_the_book_it_refers_to():
    chapter = read("seminar.bib")["libet"]
    assert chapter.title == "Do We Have Free Will?"
    assert chapter.authors == (Person("Libet", "Benjamin"), OTHERS)
    assert (chapter.container, chapter.publisher, chapter.date) == ("The Handbook", "Some Press", "2002-05")


def test_editors_stand_in_for_authors():
    book = read("seminar.bib")["handbook"]
    assert book.authors == (Person("Kane", "Robert"), Person("Schütz", "Çetin"))
    assert full_reference(book).startswith("Kane, Robert & Schütz, Çetin (eds.) (May 2002). The Handbook: Of")


def test_latex_becomes_text_and_addresses_stay_as_they_are():
    page = read("seminar.bib")["ceasefire"]
    assert page.authors == (Person("Kommersant and Partners"),)
    assert page.title == "Ateşkes & barış: 5% of it"
    assert page.url == "https://example.org/a_b%20c~d"


def test_an_entry_may_stand_in_round_brackets():
    source = read("seminar.bib")["parentheses"]
    assert (source.title, source.url) == ("In (round) brackets", "https://example.org/x")


def test_an_institution_is_the_publisher():
    assert short_reference(read("seminar.bib")["army"]) == "Staff College 2014–2016"


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        (r"G{\"o}del, Escher", "Gödel, Escher"),
        (r"\'{\i}\v{s}\o\ss", "íšøß"),
        (r"{T}he {NATO} question", "The NATO question"),
        (r"\emph{Red} lines---twice", "Red lines—twice"),
        (r"``Quoted'' text", "“Quoted” text"),
        (r"5% of $5 billion", "5% of $5 billion"),
        (r"$x^2 + y$", "x^2 + y"),
        (r"a~b \\ c", "a b c"),
        (r"\href{https://example.org}{shown}", "shown"),
        (r"\today\input{secret}\include{secret}", ""),
    ],
)
def test_latex_is_decoded(written, expected):
    assert only(bib(f"@misc{{k, author = {{A}}, title = {{{written}}}}}")).title == expected


def test_nothing_that_an_entry_names_is_read(tmp_path):
    secret = tmp_path / "secret.tex"
    secret.write_text("SECRET")
    source = only(bib(f"@misc{{k, title = {{T \\input{{{secret}}}}}, file = {{{secret}}}}}"))
    assert "SECRET" not in repr(source)


def test_latex_without_bottom_is_kept_as_text():
    deep = only(bib("@misc{k, title = {" + "{\\emph " * 5000 + "x" + "}" * 5000 + "}}"))
    assert deep.title.endswith("x")


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        ("Ludwig van Beethoven", [("van Beethoven", "Ludwig")]),
        ("King, Jr., Martin Luther", [("King", "Martin Luther, Jr.")]),
        ("{United Nations} and A. B.", [("United Nations", ""), ("B.", "A.")]),
        ("given=Hans, family=Harman, prefix=von", [("von Harman", "Hans")]),
        ("Socor, Vladimir et al.", [("Socor", "Vladimir"), ("others", "")]),
        ("Aristotle", [("Aristotle", "")]),
        (", ,", []),
    ],
)
def test_names_are_read_as_bibtex_reads_them(names, expected):
    source = only(bib(f"@misc{{k, title = {{T}}, author = {{{names}}}}}"))
    assert [(person.family, person.given) for person in source.authors] == expected


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ("year = 2020", "2020"),
        ("year = 2020, month = 11", "2020-11"),
        ("year = 2020, month = {November}, day = 3", "2020-11-03"),
        ('year = 2020, month = 10 # "~" # nov', "2020-11-10"),
        ("year = 2020, month = {Spring}", "2020"),
        ("year = {in press}", "in press"),
        ("pubstate = {forthcoming}", "forthcoming"),
        ("date = {2014/2016}, year = 1999", "2014/2016"),
        ("note = {undated}", None),
    ],
)
def test_dates_are_iso_as_far_as_they_are_known(fields, expected):
    assert only(bib(f"@misc{{k, title = {{T}}, {fields}}}")).date == expected


def test_shared_data_is_handed_on_and_is_no_source():
    found = bib("@xdata{x, publisher = {P}}\n@book{b, title = {T}, xdata = {x}}")
    assert only(found).publisher == "P"


def test_entries_that_refer_to_each_other_in_a_circle_are_read():
    found = bib("@book{a, title={A}, crossref={b}}\n@book{b, title={B}, crossref={a}, year=2000}")
    assert [(source.key, source.date) for source in found.entries] == [("a", "2000"), ("b", "2000")]


def test_an_unknown_parent_is_named():
    text = "@book{a, title={A}, crossref={b}}"
    assert said(bib(text), text) == ["1:1 L514 a refers to b, which is not in this file"]


def test_a_key_given_twice_points_at_the_first():
    text = "@misc{a, title={One}}\n@misc{b, title={B}}\n@misc{a, title={Two}}\n"
    found = bib(text)
    assert said(found, text) == ["3:1 L511 the entry a is given twice; the first one counts"]
    assert [source.title for source in found.entries] == ["One", "B"]
    (first,) = found.diagnostics[0].related
    assert text[first.span.start : first.span.stop] == "@misc{a"
    assert first.span.start == 0


def test_an_entry_that_lacks_its_last_brace_is_named_and_read():
    text = "@misc{a,\n  title={A}\n\n@misc{b, title={B}}"
    found = bib(text)
    assert said(found, text) == ["1:1 L510 the entry a is not closed before the next one begins"]
    assert keys(found) == ["a", "b"]


def test_an_entry_with_an_unclosed_field_is_lost_alone():
    text = "@misc{z, title={Z}}\n@misc{a, title={A {b}, author={C}}\n@misc{b, title={B}}"
    found = bib(text)
    assert said(found, text) == ["2:1 L510 the entry a is not closed before the next one begins"]
    assert keys(found) == ["z", "b"]


def test_a_file_that_ends_inside_an_entry_keeps_the_others():
    text = "@misc{b, title={B}}\n@misc{a, title={trunc"
    found = bib(text)
    assert said(found, text) == ["2:1 L510 the entry a is never closed"]
    assert keys(found) == ["b"]


def test_a_missing_comma_is_named_with_the_field_before_it():
    text = "@misc{a,\n  title = {A}\n  author = {B},\n  year = 2000}"
    found = bib(text)
    assert said(found, text) == ["2:3 L514 title of a goes on after its end: `author = {B}`"]
    assert (found.entries[0].title, found.entries[0].date) == ("A", "2000")


def test_a_field_given_twice_is_named_and_the_first_counts():
    text = "@misc{a, title = {A},\n  Title = {B}}"
    found = bib(text)
    assert said(found, text) == ["2:3 L514 title of a is given twice; the first one counts"]
    assert found.entries[0].title == "A"


def test_text_without_braces_is_named_and_kept():
    text = "@misc{a, title = Freedom}"
    found = bib(text)
    assert said(found, text) == [
        "1:10 L514 title of a uses the abbreviation Freedom, which no @string defines"
    ]
    assert found.entries[0].title == "Freedom"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("@misc{title = {A}}", "1:1 L510 an entry has no key that a comma follows"),
        ("@misc{, title = {A}}", "1:1 L510 an entry has no key"),
        ("@misc{a, title {A}}", "1:1 L510 the entry a has a field without ="),
        (
            "@article\n a, title = {A}",
            "1:1 L510 no { opens the entry after @article, so it is taken for a comment",
        ),
        ("@misc{a b, title = {A}}", "1:1 L514 the entry `a b` cannot be cited by this key"),
        ("@misc{a, year = 2000}", "1:1 L513 the entry a has neither a title nor an author"),
    ],
)
def test_what_is_wrong_with_an_entry_is_said_in_words(text, message):
    assert said(bib(text), text) == [message]


def test_abbreviations_that_double_each_other_do_not_fill_the_memory():
    strings = "".join(f"@string{{s{n} = s{n - 1} # s{n - 1}}}\n" for n in range(1, 60))
    text = "@string{s0 = {xxxxxxxxxx}}\n" + strings + "@misc{a, title = s59 # {T}}"
    assert len(bib(text).entries[0].title) < 2_000_000


def test_the_library_prints_nothing(capsys, caplog):
    with caplog.at_level(logging.DEBUG):
        bib("@misc{a, title={A}\n@misc{b, title={\\unknown B}}")
    assert caplog.records == []
    assert capsys.readouterr() == ("", "")


# CSL-JSON


def test_items_are_read_with_their_names_and_dates():
    sources = read("seminar.json")
    article = sources["frankfurt1969"]
    assert article.title == "Alternate Possibilities and Moral Responsibility"
    assert article.authors == (Person("Frankfurt", "Harry G."),)
    assert (article.date, article.container) == ("1969-12-04", "The Journal of Philosophy")
    assert (article.url, article.type) == ("https://doi.org/10.2307/2023833", "article-journal")
    assert short_reference(sources["inwagen1983"]) == "van Inwagen 1983"
    assert short_reference(sources["17"]) == "Kommersant, 10 November 2020"
    assert short_reference(sources["plato"]) == "Plato et al. c. 380 BC – c. 370 BC"


def test_everything_else_that_an_item_says_is_kept():
    sources = read("seminar.json")
    assert sources["17"].fields == {"accessed": "2020-11-11", "custom": '{"rank": [1, {"a": "b"}]}'}
    assert sources["plato"].fields["editor"] == "John Burnet"


@pytest.mark.parametrize("wrapping", ['{{"items": [{}]}}', '{{"references": [{}]}}', "{}", "\ufeff[{}]"])
def test_lists_may_be_wrapped_and_a_single_item_needs_no_list(wrapping):
    assert only(csl(wrapping.format('{"id": "a", "title": "A"}'))).title == "A"


def test_an_author_written_as_mere_text_is_kept():
    assert only(csl('[{"id": "a", "title": "A", "author": "Ada Lovelace"}]')).authors == (
        Person("Ada Lovelace"),
    )


def test_a_broken_item_is_named_where_it_breaks_and_the_others_are_kept():
    text = '[{"id": "a", "title": "A"},\n {"id": "b", "title": "B" "year": 1},\n {"id": "c", "title": "C"}]'
    found = csl(text)
    assert said(found, text) == ["2:27 L510 an entry is no JSON here: expected ',' sign"]
    assert keys(found) == ["a", "c"]


def test_an_item_with_a_quotation_mark_too_few_is_lost_alone():
    text = '[{"id": "a", "title": "A, "type": "book"},\n {"id": "c", "title": "C"}]'
    found = csl(text)
    assert [message.code for message in found.diagnostics] == ["L510"]
    assert keys(found) == ["c"]


def test_brackets_that_do_not_match_give_one_message():
    text = '[{"id": "a", "author": [{"family": "X"]},\n {"id": "c", "title": "C"}]'
    found = csl(text)
    assert said(found, text) == ["1:39 L510 an entry is no JSON here: expected ',' sign"]
    assert keys(found) == ["c"]


def test_a_cut_off_file_keeps_what_it_has():
    text = '[{"id": "a", "title": "A"}, {"id": "b", "title": "B"'
    found = csl(text)
    assert said(found, text) == ["1:52 L510 the file ends inside an entry"]
    assert keys(found) == ["a"]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('[{"id": "a", "title": "A"},', "the list of entries is not closed; the file may be cut short"),
        ('[{"id": "a", "title": "A"}] [{"id": "b"}]', "what follows the list of entries is not read"),
    ],
)
def test_a_list_that_ends_wrongly_is_named(text, message):
    found = csl(text)
    assert [(d.code, d.message) for d in found.diagnostics] == [("L512", message)]
    assert keys(found) == ["a"]


@pytest.mark.parametrize(
    ("item", "message"),
    [
        ('{"title": "A"}', "L510 an entry has no id"),
        ("7", "L510 an entry is not written as {...}"),
        ("null", "L510 an entry is not written as {...}"),
        ('{"id": "a"}', "L513 the entry a has neither a title nor an author"),
        ("[" * 100_000, "L510 an entry holds what no bibliography holds"),
        ("9" * 10_000, "L510 an entry holds what no bibliography holds"),
    ],
)
def test_what_is_wrong_with_an_item_is_said_in_words(item, message):
    text = f"[{item}]"
    assert said(csl(text), text)[0].split(" ", 1)[1] == message


def test_items_with_one_id_are_named():
    text = '[{"id": "a", "title": "A"},\n {"id": "a", "title": "B"}]'
    found = csl(text)
    assert said(found, text) == ["2:3 L511 the entry a is given twice; the first one counts"]
    assert marked(found, text) == ['"id": "a", "title": "B"}']


@pytest.mark.parametrize(
    "item",
    [
        '{"id": "a", "title": ["x", 3], "author": {"family": "F"}}',
        '{"id": "a", "title": "x", "author": [{"family": 3}, null, "G"], "issued": []}',
        '{"id": "a", "title": "x", "issued": {"date-parts": [[null, "x"]], "raw": {}}}',
        '{"id": "a", "title": "x", "issued": {"date-parts": [[99999999, 13, 40]]}, "URL": {}}',
        '{"id": "a", "title": "\\ud800\\u0000", "DOI": "\\ud800"}',
    ],
)
def test_odd_values_are_read_as_well_as_can_be(item):
    (source,) = csl(f"[{item}]").entries
    full_reference(source).encode("utf-8")


# Whole files


@pytest.mark.parametrize(
    ("name", "text", "message"),
    [
        ("a.bib", "<!DOCTYPE html><html></html>", "a.bib holds no BibTeX entries"),
        ("a.bib", '[{"id": "a"}]', "a.bib holds no BibTeX entries"),
        ("a.json", "@misc{a, title={A}}", "a.json is no CSL-JSON"),
        ("a.json", "hello", "a.json holds no list of entries"),
        ("a.json", '{"a": 1}', "a.json holds no list of entries"),
        ("a.ris", "TY  - BOOK", "a.ris is no bibliography that can be read"),
    ],
)
def test_a_file_of_another_kind_is_refused_with_a_hint(name, text, message):
    found = read_bibliography(name, text)
    assert [(d.code, d.severity, d.message) for d in found.diagnostics] == [("L512", Severity.ERROR, message)]
    assert found.diagnostics[0].hints
    assert found.entries == ()


@pytest.mark.parametrize(
    ("name", "text"), [("a.bib", ""), ("a.bib", "% soon\n"), ("a.json", " \n"), ("a.json", "[]")]
)
def test_an_empty_file_is_only_warned_about(name, text):
    found = read_bibliography(name, text)
    assert [(d.code, d.severity) for d in found.diagnostics] == [("L512", Severity.WARNING)]


def test_lines_are_right_whatever_ends_them():
    text = "@misc{a, title={A}}\r\n\r\n@misc{b, year=2000}\r\n"
    assert said(bib(text), text) == ["3:1 L513 the entry b has neither a title nor an author"]


def test_a_file_full_of_mistakes_gives_few_messages():
    found = bib("@misc{, title={A}}\n" * 5000)
    assert len(found.diagnostics) == 101
    assert "4900 more" in found.diagnostics[-1].message
    assert len(csl("[" + "7," * 5000 + "7]").diagnostics) == 100


@pytest.mark.parametrize("seed", range(5))
def test_damaged_files_are_read_without_an_exception(seed):
    chance = random.Random(seed)
    pieces = [
        *'@{}"(),=#\\%$\n[]:~\0\t',
        "@article{",
        "@string{",
        "crossref",
        "\\'",
        "\ud800",
        "null",
        "9" * 5000,
    ]
    for name in ("seminar.bib", "seminar.json"):
        whole = (DATA / name).read_text(encoding="utf-8")
        for _ in range(40):
            text = whole
            for _ in range(chance.randint(1, 8)):
                cut = chance.randrange(len(text) + 1)
                text = text[:cut] + chance.choice(pieces) + text[cut + chance.choice((0, 0, 1, 30)) :]
            found = read_bibliography(name, text)
            assert found.entries or found.diagnostics
            assert len(set(keys(found))) == len(found.entries)
            for span in [part.span for part in (*found.entries, *found.diagnostics)]:
                assert 0 <= span.start <= span.stop <= len(text)
            for source in found.entries:
                assert "\n" not in full_reference(source)


def test_a_thousand_entries_with_accents_are_read():
    author = 'author={{Ko{{\\c c}}{0}, A. and {{\\"U}}nal, B.}}'
    entry = f"@article{{{{k{{0}}, {author}, title={{{{T {{{{NATO}}}} {{0}}}}}}, year=2020}}}}\n"
    found = bib("".join(entry.format(number) for number in range(1000)))
    assert (len(found.entries), found.diagnostics) == (1000, ())
    assert found.entries[999].authors == (Person("Koç999", "A."), Person("Ünal", "B."))
    items = json.dumps([{"id": f"k{number}", "title": "T"} for number in range(1000)])
    assert len(csl(items).entries) == 1000
