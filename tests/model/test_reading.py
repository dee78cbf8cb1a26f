"""Files that a map names: what is read, what is refused, and that nothing else of the reader's is touched."""

import os

import pytest

import argmap
from argmap.model.reading import read
from argmap.source.files import UnreadableFile
from argmap.source.text import SourceText


def load(folder, text, **files):
    """The map in `folder`, with the files beside it: `part_argmap="..."` is part.argmap."""
    for name, content in files.items():
        path = folder / name.replace("_", ".")
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
    (folder / "map.argmap").write_text(text, encoding="utf-8")
    return argmap.load(folder / "map.argmap")


def messages(found):
    return [(d.code, found.texts[d.span.file].text[d.span.start : d.span.stop]) for d in found.diagnostics]


def test_an_included_file_is_read_as_if_in_place(tmp_path):
    found = load(
        tmp_path, "claim a: A\ninclude b.argmap\nclaim c: C\n", b_argmap="claim b: B\n  because @c\n"
    )
    assert list(found.claims) == ["a", "b", "c"]
    assert found.diagnostics == ()
    assert found.claims["b"].span.file == str(tmp_path / "b.argmap")


def test_a_file_is_read_once_however_often_and_by_whatever_path_it_is_named(tmp_path):
    (tmp_path / "sub").mkdir()
    text = "include b.argmap\ninclude ./b.argmap\ninclude sub/../b.argmap\ninclude link.argmap\n"
    (tmp_path / "b.argmap").write_text("claim b: B\n")
    (tmp_path / "link.argmap").symlink_to(tmp_path / "b.argmap")
    found = load(tmp_path, text)
    assert list(found.claims) == ["b"]
    assert found.diagnostics == ()


def test_files_may_include_each_other(tmp_path):
    found = load(
        tmp_path,
        "include b.argmap\nclaim a: A\n",
        b_argmap="include c.argmap\nclaim b: B\n",
        c_argmap="include map.argmap\ninclude b.argmap\nclaim c: C\n",
    )
    assert list(found.claims) == ["c", "b", "a"]
    assert found.diagnostics == ()


def test_an_included_file_may_name_files_from_its_own_folder(tmp_path):
    (tmp_path / "sub").mkdir()
    (tmp_path / "sub" / "b.argmap").write_text("include c.argmap\nbibliography ../works.bib\n")
    (tmp_path / "sub" / "c.argmap").write_text("claim c: C [@k]\n")
    found = load(tmp_path, "include sub/b.argmap\n", works_bib="@misc{k, title = {K}}\n")
    assert list(found.claims) == ["c"]
    assert list(found.sources) == ["k"]
    assert found.diagnostics == ()


def test_a_section_lasts_until_its_own_file_ends(tmp_path):
    found = load(
        tmp_path,
        "claim a: A\nsection One\ninclude b.argmap\nclaim c: C\n",
        b_argmap="claim b: B\nsection Two\nclaim d: D\n",
    )
    assert [(claim.label, claim.section) for claim in found.claims.values()] == [
        ("a", None),
        ("b", "one"),
        ("d", "two"),
        ("c", "one"),
    ]


def test_only_the_opened_file_gives_the_title(tmp_path):
    found = load(tmp_path, "include b.argmap\nmap Mine\n", b_argmap="map Theirs\n  author: They\n")
    assert (found.title, found.author) == ("Mine", None)
    assert found.diagnostics == ()


def test_a_review_without_a_title_has_that_of_the_map_it_includes(tmp_path):
    found = load(
        tmp_path, "include b.argmap\nreview ana: First\n  accept @a\n", b_argmap="map Theirs\nclaim a: A\n"
    )
    assert found.title == "Theirs"
    assert found.reviews[0].verdicts[0].target == "a"


def test_a_label_of_another_file_is_not_defined_again(tmp_path):
    found = load(tmp_path, "include b.argmap\nclaim a: Mine\n", b_argmap="claim a: Theirs\n")
    (message,) = found.diagnostics
    assert message.code == "L301"
    assert message.span.file == str(tmp_path / "map.argmap")
    assert message.related[0].span.file == str(tmp_path / "b.argmap")
    assert [claim.text for claim in found.claims.values()] == ["Theirs", "Mine"]


def test_a_message_about_an_included_file_names_that_file(tmp_path):
    found = load(tmp_path, "include b.argmap\n", b_argmap="clam x: X\n")
    assert [(d.code, d.span.file) for d in found.diagnostics] == [("L101", str(tmp_path / "b.argmap"))]


@pytest.mark.parametrize(
    "path",
    [
        "/etc/passwd",
        "../x.argmap",
        "sub/../../x.argmap",
        "../../../../../../../../etc/passwd",
        "~/x.argmap",
        "~root/x.argmap",
        "https://example.org/x.argmap",
        "file:///etc/passwd",
    ],
)
@pytest.mark.parametrize("keyword", ["include", "bibliography"])
def test_a_path_that_leads_out_of_the_folder_is_refused(tmp_path, keyword, path):
    inside = tmp_path / "inside"
    inside.mkdir()
    (tmp_path / "x.argmap").write_text("claim secret: Not yours\n")
    found = load(inside, f"{keyword} {path}\nclaim a: A\n")
    assert messages(found) == [("L502", path)]
    assert list(found.claims) == ["a"]
    assert list(found.texts) == [str(inside / "map.argmap")]


@pytest.mark.parametrize("keyword", ["include", "bibliography"])
def test_a_link_out_of_the_folder_is_refused(tmp_path, keyword):
    inside = tmp_path / "inside"
    inside.mkdir()
    (tmp_path / "x.argmap").write_text("claim secret: Not yours\n")
    (inside / "x.argmap").symlink_to(tmp_path / "x.argmap")
    (inside / "up").symlink_to(tmp_path)
    assert messages(load(inside, f"{keyword} x.argmap\n")) == [("L502", "x.argmap")]
    assert messages(load(inside, f"{keyword} up/x.argmap\n")) == [("L502", "up/x.argmap")]


def test_a_folder_whose_name_begins_like_the_maps_is_outside(tmp_path):
    for name in ("map", "map-private"):
        (tmp_path / name).mkdir()
    (tmp_path / "map-private" / "x.argmap").write_text("claim secret: Not yours\n")
    assert messages(load(tmp_path / "map", "include ../map-private/x.argmap\n"))[0][0] == "L502"


def test_a_wider_root_allows_what_lies_in_it(tmp_path):
    inside = tmp_path / "inside"
    inside.mkdir()
    (tmp_path / "x.argmap").write_text("claim x: X\n")
    (inside / "map.argmap").write_text("include ../x.argmap\n")
    assert list(argmap.load(inside / "map.argmap", root=tmp_path).claims) == ["x"]


@pytest.mark.parametrize(("keyword", "code"), [("include", "L501"), ("bibliography", "L504")])
@pytest.mark.parametrize("path", ["missing.argmap", ".", "sub", "map.argmap/x", "a" * 5000, "pipe"])
def test_what_cannot_be_read_is_named(tmp_path, keyword, code, path):
    (tmp_path / "sub").mkdir()
    os.mkfifo(tmp_path / "pipe")
    found = load(tmp_path, f"{keyword} {path}\nclaim a: A\n")
    assert messages(found) == [(code, path)]
    assert list(found.claims) == ["a"]


def test_a_file_that_includes_itself_is_told_so(tmp_path):
    found = load(tmp_path, "include map.argmap\nclaim a: A\n")
    assert messages(found) == [("L503", "map.argmap")]


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"claim caf\xe9: A\n", "line 1 is not UTF-8 text"),
        (b"claim a: A\nclaim b: \x00\n", "line 2 is not UTF-8 text"),
        ("claim a: A\n".encode("utf-16"), "UTF-16"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "not UTF-8"),
    ],
)
def test_a_file_that_is_no_text_is_refused_with_the_reason(tmp_path, data, said):
    found = load(tmp_path, "include b.argmap\n", b_argmap=data)
    (message,) = found.diagnostics
    assert message.code == "L501"
    assert said in message.message
    with pytest.raises(UnreadableFile, match=said):
        argmap.load(tmp_path / "b.argmap")


def test_an_empty_included_file_adds_nothing(tmp_path):
    found = load(tmp_path, "include b.argmap\nclaim a: A\n", b_argmap="")
    assert list(found.claims) == ["a"]
    assert found.diagnostics == ()


def test_a_broken_bibliography_costs_only_its_broken_entry(tmp_path):
    bib = "@book{one, title = {One}}\n@book{two, title = {Two, author = {Bo}\n@book{three, title = {Three}}\n"
    found = load(tmp_path, "bibliography w.bib\nclaim a: A [@one; @three]\n", w_bib=bib)
    assert [d.code for d in found.diagnostics] == ["L510"]
    assert {"one", "three"} <= set(found.sources)


def test_a_bibliography_of_another_kind_is_refused(tmp_path):
    found = load(tmp_path, "bibliography w.txt\nclaim a: A\n", w_txt="@book{one, title = {One}}\n")
    assert [d.code for d in found.diagnostics] == ["L512"]


def test_a_text_may_name_files_when_it_is_given_their_folder(tmp_path, monkeypatch):
    (tmp_path / "b.argmap").write_text("claim b: B\n")
    monkeypatch.chdir(tmp_path.parent)
    assert list(argmap.parse("include b.argmap\n", folder=tmp_path).claims) == ["b"]


def test_a_text_without_a_folder_names_no_file(tmp_path, monkeypatch):
    (tmp_path / "b.argmap").write_text("claim b: B\n")
    monkeypatch.chdir(tmp_path)
    found = argmap.parse("include b.argmap\n")
    assert messages(found) == [("L502", "b.argmap")]


def test_a_name_that_no_file_can_have_is_refused(tmp_path):
    for name in ("b\x00.argmap", "b\ud800.argmap"):
        assert "L502" in [d.code for d in argmap.parse(f"include {name}\n", folder=tmp_path).diagnostics]


def test_unchanged_files_are_kept_when_a_map_is_read_again(tmp_path):
    (tmp_path / "b.argmap").write_text("claim b: B\n")
    (tmp_path / "w.bib").write_text("@misc{k, title = {K}}\n")
    name = str(tmp_path / "map.argmap")
    first = read(SourceText(name, "include b.argmap\nbibliography w.bib\n"), folder=tmp_path)
    again = read(
        SourceText(name, "include b.argmap\nbibliography w.bib\nclaim a: A\n"),
        folder=tmp_path,
        previous=first,
    )
    included, works = str(tmp_path / "b.argmap"), str(tmp_path / "w.bib")
    assert again.trees[included] is first.trees[included]
    assert again.bibliographies[works][1] is first.bibliographies[works][1]


def test_a_changed_file_is_read_again(tmp_path):
    (tmp_path / "b.argmap").write_text("claim b: B\n")
    source = SourceText(str(tmp_path / "map.argmap"), "include b.argmap\n")
    first = read(source, folder=tmp_path)
    (tmp_path / "b.argmap").write_text("claim c: C\n")
    assert read(source, folder=tmp_path, previous=first) == read(source, folder=tmp_path)


def test_given_texts_are_read_in_place_of_files(tmp_path):
    (tmp_path / "b.argmap").write_text("claim old: B\n")
    name = str(tmp_path / "b.argmap")
    found = argmap.parse(
        "include b.argmap\n", folder=tmp_path, texts={name: SourceText(name, "claim new: B\n")}
    )
    assert list(found.claims) == ["new"]
    assert found.texts[name].text == "claim new: B\n"
