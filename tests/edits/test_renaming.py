"""A name is changed wherever it is written, and the map says what it said."""

import re
from collections.abc import Mapping
from pathlib import Path

import pytest
from edited import MAPS, faults
from hypothesis import given
from hypothesis import strategies as st
from properties import randomised, said
from written import sound

import argmap
from argmap.edits.change import Change, Refused, changed_texts
from argmap.edits.renaming import rename
from argmap.model.build import build
from argmap.model.reading import Reading, read
from argmap.source.files import read_text
from argmap.source.text import SourceText

NAME = "m.argmap"


def reading_of(text: str) -> Reading:
    return read(SourceText(NAME, text), folder=None)


def renamed(text: str, old: str, new: str, **options) -> str:
    change = rename(reading_of(text), old, new, **options)
    return changed_texts({NAME: SourceText(NAME, text)}, change)[NAME].text


def refusal(text: str, old: str, new: str, **options) -> str:
    with pytest.raises(Refused) as refused:
        rename(reading_of(text), old, new, **options)
    return str(refused.value)


# --- Labels


def test_a_label_is_renamed_where_it_is_defined_and_wherever_it_is_referred_to():
    text = (
        "claim west: Georgia went West\n"
        "question q: Which?\n  answer @west {weak}\n"
        "thesis A because @west, @b & @west\n  but  @west. #west\n"
        "  unless @b and @west\nclaim b: West, west: and west\n# @west\n"
        "review west: On @west\n  accept @west: west\n  ask  @west: Why?\n"
    )
    result = renamed(text, "west", "occident", kind="label")
    assert result == (
        "claim occident: Georgia went West\n"
        "question q: Which?\n  answer @occident {weak}\n"
        "thesis A because @occident, @b & @occident\n  but  @occident. #west\n"
        "  unless @b and @occident\nclaim b: West, west: and west\n# @west\n"
        "review west: On @occident\n  accept @occident: west\n  ask  @occident: Why?\n"
    )


def test_the_places_and_files_are_counted():
    change = rename(reading_of("claim west: A\nthesis B\n  because @west\n"), "@west", "east")
    assert change.says == "rename the claim west to east: 2 places in 1 file"


def test_an_accent_may_be_written_in_two_ways():
    assert renamed("claim cafe\u0301: A\nthesis B\n  but @caf\u00e9\n", "caf\u00e9", "bar") == (
        "claim bar: A\nthesis B\n  but @bar\n"
    )


def test_a_question_is_renamed_as_one():
    change = rename(reading_of("question q: Who?\n  answer A\n"), "q", "who")
    assert change.says.startswith("rename the question q to who")


def test_a_reference_in_mid_sentence_stays_the_mistake_that_it_is():
    text = "claim west: A\nclaim So @west says\n"
    assert renamed(text, "west", "east") == "claim east: A\nclaim So @east says\n"


def test_lines_that_cannot_be_read_are_searched_too():
    text = "claim west: A\nthesis B\n  becuase @west\n    but C\n      because @west [@west]\n"
    assert renamed(text, "west", "east") == text.replace("west:", "east:").replace(" @west", " @east")


def test_what_will_mean_the_renamed_claim_is_told():
    change = rename(reading_of("claim wst: A\nthesis B\n  because @west\n"), "wst", "west")
    assert change.warnings == ("m.argmap:3: what is written here would then refer to west",)


def test_a_name_read_as_text_stays_and_is_told():
    change = rename(reading_of("claim west: A\nthesis B\n  because west\n"), "west", "east")
    assert change.warnings == ("m.argmap:3: west was read as text here, and stays",)


# --- What is refused


@pytest.mark.parametrize("new", ["two words", "5", "a:", "", "e.g.", "-x", "because of"])
def test_what_is_no_label_is_refused(new):
    assert "cannot be a label: it is one word" in refusal("claim a: A\n", "a", new)


def test_a_name_that_is_taken_is_refused():
    text = "claim a: A\nquestion b: B?\n  answer C\nclam lost: D\nsection S\n1. E\n"
    assert refusal(text, "a", "b") == "there is a question b already"
    assert (
        refusal(text, "a", "lost") == "a line that could not be read has the name lost: mend that line first"
    )
    assert refusal(text, "a", "a") == "a is its name already"
    assert refusal(text, "a", "S.1") == "@S.1 means a line of standard form already"


def test_what_there_is_not_is_refused_with_the_nearest_name():
    assert refusal("claim west: A\n", "wst", "x") == (
        "no claim, question, source, reader or section is called wst; did you mean west?"
    )
    assert refusal("clam a: A\n", "a", "x").startswith("a is defined in a line that could not be read")
    assert "its number is its name" in refusal("1. A\n", "1", "one")


def test_a_name_of_several_things_is_asked_about():
    text = "source west: W\nclaim west: A [@west]\n"
    assert refusal(text, "west", "x") == "west is a claim and a source: say which is meant"


# --- Sources and readers


def test_a_source_is_renamed_with_its_citations():
    text = (
        "map M\n  text: edm\nsource edm: E\nclaim edm: A [see @edm, p. 3; @x] [-@edm ch. 2]\n"
        "claim B {p: q} [@edm].\nreview r:\n  accept @edm [@edm]\n"
    )
    assert renamed(text, "edm", "jam", kind="source") == (
        "map M\n  text: jam\nsource jam: E\nclaim edm: A [see @jam, p. 3; @x] [-@jam ch. 2]\n"
        "claim B {p: q} [@jam].\nreview r:\n  accept @edm [@jam]\n"
    )


def test_a_quoted_field_keeps_its_quotes():
    assert renamed('map M\n  text: "edm"\nsource edm: E\n', "edm", "jam") == (
        'map M\n  text: "jam"\nsource jam: E\n'
    )


def test_a_key_is_renamed_in_its_bibliography_where_it_can_be(tmp_path):
    write(tmp_path, "m.argmap", "bibliography b.bib\nclaim A [@smith2020]\n")
    write(tmp_path, "b.bib", "@book{ smith2020,\n title = {T}\n}\n@incollection{x, crossref = {smith2020}}\n")
    result = files_after(tmp_path, "smith2020", "smith:a")
    assert result["b.bib"] == "@book{ smith:a,\n title = {T}\n}\n@incollection{x, crossref = {smith:a}}\n"
    assert result["m.argmap"] == "bibliography b.bib\nclaim A [@smith:a]\n"


def test_a_key_of_a_csl_bibliography_is_left_alone(tmp_path):
    write(tmp_path, "m.argmap", "bibliography b.json\nclaim A [@smith]\n")
    write(tmp_path, "b.json", '[{"id": "smith", "type": "book", "title": "T"}]')
    with pytest.raises(Refused, match="can only be changed there"):
        files_after(tmp_path, "smith", "jones")


def test_a_reader_is_renamed():
    text = "claim a: A\nreview ana: First\n  accept @a\n"
    assert renamed(text, "ana", "anna") == text.replace("ana", "anna")
    assert "cannot be a reader's name" in refusal(text, "ana", "Anna B")


# --- Sections


def test_a_section_is_renamed_with_the_references_to_its_lines():
    text = (
        "section First exercise\n1. A\nclaim B\n  because @1\n"
        "section Other\n1. C\nclaim D\n  because @first-exercise.1 and @First-Exercise.1 & @1\n"
    )
    assert renamed(text, "First exercise", "Warming up: one") == (
        "section Warming up: one\n1. A\nclaim B\n  because @1\n"
        "section Other\n1. C\nclaim D\n  because @warming-up-one.1 and @warming-up-one.1 & @1\n"
    )
    assert renamed(text, "other", "X").count("section X") == 1


def test_sections_of_the_same_word_are_told_apart_and_keep_their_references():
    text = "section War\n1. A\nsection War!\n1. B\nclaim C\n  because @war.1 and @war-2.1\n"
    assert renamed(text, "War", "Peace") == (
        "section Peace\n1. A\nsection War!\n1. B\nclaim C\n  because @peace.1 and @war.1\n"
    )
    assert refusal(text, "War!", "war") == "there is a section of that name already: war"


# --- Several files


def write(folder: Path, name: str, text: str) -> None:
    (folder / name).write_text(text, encoding="utf-8")


def files_after(folder: Path, old: str, new: str, root: str = "m.argmap") -> Mapping[str, str]:
    maps = {path.name: read(read_text(path), folder=folder) for path in sorted(folder.glob("*.argmap"))}
    change = rename(maps[root], old, new, others=[other for name, other in maps.items() if name != root])
    texts = {str(path): read_text(path) for path in folder.iterdir()}
    return {Path(name).name: text.text for name, text in changed_texts(texts, change).items()}


def test_reviews_and_included_files_are_changed_once_each(tmp_path):
    write(tmp_path, "m.argmap", "include part.argmap\nthesis A\n  because @west\n")
    write(tmp_path, "part.argmap", "claim west: W\n")
    write(tmp_path, "m.ana.review.argmap", "include m.argmap\nreview ana:\n  accept @west\n")
    write(tmp_path, "other.argmap", "claim west: Not that one\n  but @west\n")
    assert files_after(tmp_path, "west", "east") == {
        "m.argmap": "include part.argmap\nthesis A\n  because @east\n",
        "part.argmap": "claim east: W\n",
        "m.ana.review.argmap": "include m.argmap\nreview ana:\n  accept @east\n",
        "other.argmap": "claim west: Not that one\n  but @west\n",
    }


def test_a_name_that_a_review_has_is_taken(tmp_path):
    write(tmp_path, "m.argmap", "claim west: W\n")
    write(tmp_path, "r.argmap", "include m.argmap\nclaim east: My own\nreview ana:\n  accept @west\n")
    with pytest.raises(Refused, match="there is a claim east already"):
        files_after(tmp_path, "west", "east")


# --- What always holds

_NAMES = {"claim", "target", "about", "label", "name"}


def substituted(thing: object, old: str, new: str, field: str = "") -> object:
    """What a map says, with another label in the places of labels."""
    if isinstance(thing, dict):
        named = field in {"claims", "questions"}
        return {
            (new if named and key == old else key): substituted(value, old, new, str(key))
            for key, value in thing.items()
        }
    if isinstance(thing, list):
        return [substituted(value, old, new, field) for value in thing]
    if field in _NAMES | {"answers"}:
        return new if thing == old else thing
    if field in {"text", "title", "comment"} and isinstance(thing, str):
        return re.sub(rf"@{re.escape(old)}(?![\w-]|\.\w)", f"@{new}", thing)
    return thing


def prove(before: Reading, change: Change, folder: Path | None, old: str, new: str) -> None:
    texts = changed_texts({name: tree.source for name, tree in before.trees.items()}, change)
    after = build(read(texts[before.root.name], folder=folder, texts=texts))
    assert said(after) == substituted(said(build(before)), old, new)
    assert faults(after) == faults(build(before))


@pytest.mark.slow
@randomised(share=0.7)
@given(sound(), st.data())
def test_a_map_says_the_same_by_another_label(text, data):
    before = reading_of(text)
    labels = [
        label for label, claim in build(before).claims.items() if claim.name and claim.keyword != "number"
    ]
    if labels:
        old = data.draw(st.sampled_from(labels))
        prove(before, rename(before, old, f"{old}z"), None, old, f"{old}z")


@pytest.mark.slow
@pytest.mark.parametrize("path", MAPS, ids=lambda path: path.name)
def test_the_maps_say_the_same_by_other_labels(path):
    before = read(read_text(path), folder=path.parent)
    found = build(before)
    labels = [label for label, claim in found.claims.items() if claim.name and claim.keyword != "number"]
    for old in [*labels[:: max(len(labels) // 6, 1)], *found.questions]:
        if found.claims.get(old) is None and found.questions[old].name is None:
            continue
        prove(before, rename(before, old, f"{old}z", kind="label"), path.parent, old, f"{old}z")


@pytest.mark.slow
@pytest.mark.parametrize("path", MAPS, ids=lambda path: path.name)
def test_the_maps_cite_the_same_by_other_keys(path):
    before = read(read_text(path), folder=path.parent)
    found = argmap.load(path)
    for old in list(found.sources)[::5]:
        if found.sources[old].span.file.endswith(".json"):
            continue
        change = rename(before, old, f"{old}z", kind="source")
        texts = changed_texts(found.texts, change)
        after = build(read(texts[before.root.name], folder=path.parent, texts=texts))
        assert f"{old}z" in after.sources
        assert old not in after.sources
        cited = [[c.key for claim in one.claims.values() for c in claim.citations] for one in (found, after)]
        assert [f"{old}z" if key == old else key for key in cited[0]] == cited[1]
        # A warning that asks whether [edm] is a citation is gone with the key.
        assert set(faults(found)) - set(faults(after)) <= {"L408"}
        assert not set(faults(after)) - set(faults(found))
