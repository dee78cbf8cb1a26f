"""The page as a file: what is in it, and that no text of a map can do anything there."""

import base64
import hashlib
import json
import re
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from argmap.model.build import load, parse
from argmap.model.map import ArgumentMap
from argmap.pages.markup import data, text
from argmap.pages.page import to_page
from argmap.pages.plan import plan
from argmap.pages.reading import nested
from argmap.reasoning.standing import judge

ROOT = Path(__file__).parents[2]
SEMINAR = """\
map Should the bridge be closed?
  author: Thursday seminar
  date: 2024-11-18
source berg: The proposal
  author: Berg, Ursula
  date: 2024
  url: https://example.org/proposal?a=1&b=2
section Why
thesis close: The bridge should be closed
  because safe: Cars endanger those who walk [@berg, p. 4] {likely}
  and walk: Many walk there
  unless lights: Lights would do
  but shops: Shops would lose customers
    but more: They would win others
    note Ask the merchants
section What else
question what: What should become of it?
  answer @close
  answer toll: Cars should pay
review mira: Mira
  reject @shops: figures are old
"""
HOSTILE = (
    "</script><script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "' onload='alert(1)",
    '" onclick="alert(1)',
    "line\u2028and\u2029line",
    "\u202eturned around",
    "]]>--><!-- ",
    "{{plan}} {{script}}",
    "&lt;b&gt; &amp;amp; &#0;",
    "\x1b[31m\x07",
)


def page(source: str | ArgumentMap, **how: Any) -> str:
    argument_map = parse(source) if isinstance(source, str) else source
    return to_page(argument_map, judge(argument_map), **how).decode()


class Found(HTMLParser):
    """Every element with its attributes, and the text inside those that are asked for."""

    def __init__(self, written: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.texts: dict[str, list[str]] = {}
        self._inside: list[str] = []
        self.feed(written)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        self._inside.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag in self._inside:
            while self._inside.pop() != tag:
                pass

    def handle_data(self, data: str) -> None:
        if self._inside:
            self.texts.setdefault(self._inside[-1], []).append(data)

    def all(self, tag: str) -> list[dict[str, str | None]]:
        return [attributes for name, attributes in self.elements if name == tag]


def hostile_map() -> str:
    """A map in which every place that takes text has something that means harm."""
    quoted = [json.dumps(words, ensure_ascii=False) for words in HOSTILE]
    lines = [f"map {HOSTILE[0]}", "  author: <b>x</b>", "source s: <i>title</i> {{policy}}"]
    lines += ["  author: </title><script>, x", "  url: javascript:alert(1)"]
    lines += [f"section {HOSTILE[1]}", f"thesis t: {quoted[0]} [@s, <u>p. 1</u>]"]
    for number, words in enumerate(quoted):
        lines += [f"  because r{number}: {words}", "    note </li></ul><script>alert(2)</script>"]
    lines += ["question q: <b>Who?</b>", "  answer yes: <svg onload=alert(3)>"]
    lines += ["review eve: Eve <script>", "  doubt @t: </p><script>alert(4)</script>"]
    return "\n".join(lines) + "\n"


def lists(items: list[tuple[int, str]]) -> str:
    return "".join(nested(items)).replace(' role="list"', "")


def test_the_page_has_the_drawing_and_the_whole_argument_as_nested_lists() -> None:
    found = Found(page(SEMINAR))
    assert len(found.all("svg")) == 1
    items = {attributes["data-card"] for attributes in found.all("div") if "data-card" in attributes}
    claims = {"close", "safe", "walk", "lights", "shops", "more", "toll"}
    assert items == {f"claim-{label}" for label in claims} | {"question-what"}
    drawn = {attributes.get("id") for _, attributes in found.elements}
    assert items <= drawn
    assert {f"read-{item}" for item in items} <= drawn


def test_what_bears_on_a_claim_is_a_list_inside_its_item() -> None:
    assert lists([(0, "a"), (1, "b"), (2, "c"), (1, "d"), (0, "e")]) == (
        "<ul><li>a<ul><li>b<ul><li>c</li></ul></li><li>d</li></ul></li><li>e</li></ul>"
    )
    assert lists([]) == ""


def test_a_list_that_begins_deep_or_falls_between_levels_is_still_well_formed() -> None:
    assert lists([(3, "a"), (1, "b"), (2, "c")]) == (
        "<ul><li>a</li></ul><ul><li>b<ul><li>c</li></ul></li></ul>"
    )


@pytest.mark.parametrize(
    "words",
    [
        "Berg, Ursula (2024). The proposal. p. 4.",
        '<a href="https://example.org/proposal?a=1&amp;b=2" target="_blank" rel="noopener noreferrer">',
        "Ask the merchants",
        "Mira rejects this: figures are old",
        "<bdi>premise</bdi> · <bdi>likely</bdi>",
        "<b>Stands</b>",
        "18 November 2024",
    ],
)
def test_a_claim_comes_with_its_sources_notes_verdicts_and_standing(words: str) -> None:
    assert words in page(SEMINAR)


def test_the_words_of_the_page_are_english_and_those_of_the_map_are_not() -> None:
    found = Found(page(SEMINAR.replace("  date: 2024-11-18", "  language: tr")))
    (html,), (select,), (dialog,) = found.all("html"), found.all("select"), found.all("dialog")
    tools = next(one for one in found.all("div") if one.get("class") == "tools")
    assert (html["lang"], select["lang"]) == ("tr", "tr")
    assert (tools["lang"], dialog["lang"]) == ("en", "en")


def test_the_standing_is_that_of_the_map_it_was_judged_in() -> None:
    argument_map = parse("thesis t: T\n  because r: R\n  but o: O {very likely, strong}\n")
    assert '<p class="standing falls"><b>Falls</b>' in page(argument_map)
    assert 'data-standing="true"' in page(argument_map, standing_shown=True)
    assert "Judged with the verdicts of mira" in page(argument_map, reader="mira")


def test_only_the_page_s_own_script_and_styles_are_allowed_by_their_hashes() -> None:
    written = page(SEMINAR)
    (policy,) = (
        attributes["content"]
        for attributes in Found(written).all("meta")
        if attributes.get("http-equiv") == "Content-Security-Policy"
    )
    assert policy is not None
    (style,) = re.findall(r"<style>(.*?)</style>", written, re.DOTALL)
    scripts = re.findall(r"<script>(.*?)</script>", written, re.DOTALL)
    digests = [
        base64.b64encode(hashlib.sha256(content.encode()).digest()).decode() for content in (style, *scripts)
    ]
    styles, *others = (f"'sha256-{digest}'" for digest in digests)
    assert f"; style-src {styles}; script-src {' '.join(others)}; " in policy
    assert policy.startswith("default-src 'none'; ")
    assert "unsafe" not in policy


def test_nothing_is_fetched() -> None:
    found = Found(page(load(ROOT / "maps" / "turkish-russian-relations.argmap")))
    fetching = {"src", "srcset", "poster", "data", "background", "xlink:href", "action", "style"}
    for tag, attributes in found.elements:
        assert not fetching & set(attributes), tag
        assert not [name for name in attributes if name.startswith("on")], tag
        assert tag not in {
            "link",
            "img",
            "iframe",
            "object",
            "embed",
            "base",
            "image",
            "use",
            "foreignobject",
        }
        if "href" in attributes:
            assert tag == "a"
            assert re.match(r"#|https?://|mailto:", attributes["href"] or "")
    style = "".join(found.texts["style"])
    assert "url(" not in style
    assert "@import" not in style


def test_no_text_of_a_map_becomes_an_element() -> None:
    argument_map = parse(hostile_map())
    assert argument_map.claims
    found = Found(page(argument_map))
    harmless = Found(page(SEMINAR))
    assert {tag for tag, _ in found.elements} <= {tag for tag, _ in harmless.elements} | {
        "polyline",
        "ellipse",
    }
    assert len(found.all("script")) == 3
    assert all(not name.startswith("on") for _, attributes in found.elements for name in attributes)
    assert not any("javascript:" in (attributes.get("href") or "") for attributes in found.all("a"))


def test_hostile_texts_are_shown_as_they_are() -> None:
    shown = "".join(Found(page(hostile_map())).texts["bdi"])
    for words in HOSTILE[:5]:
        assert words in shown


def test_what_stands_in_double_braces_in_a_text_is_text() -> None:
    assert "<bdi>{{plan}} {{script}}</bdi>" in page('thesis t: "{{plan}} {{script}}"\n')


@given(st.text())
@settings(max_examples=200)
def test_any_text_is_escaped(words: str) -> None:
    assert not set("<>") & set(text(words))
    assert not re.search("[\x00-\x08\x0b-\x1f]", text(words))
    written = data({"said": words})
    assert written.isascii()
    assert not set("<>&") & set(written)
    assert json.loads(written) == {"said": words}


def test_the_plan_names_only_what_the_drawing_has() -> None:
    argument_map = parse(SEMINAR)
    found = plan(argument_map, judge(argument_map))
    drawn = {attributes.get("id") for _, attributes in Found(page(argument_map)).elements}
    assert set(found["cards"]) <= drawn
    for step in found["steps"]:
        assert set(step["from"]) <= drawn
        assert any(part in drawn for part in step["parts"])


def test_presenting_goes_branch_by_branch_with_linked_premises_together() -> None:
    argument_map = parse(SEMINAR)
    found = plan(argument_map, judge(argument_map))
    assert [moment["cards"] for moment in found["moments"]] == [
        ["claim-close"],
        ["claim-safe", "claim-walk"],
        ["claim-lights"],
        ["claim-shops"],
        ["claim-more"],
        ["question-what"],
        ["claim-close"],
        ["claim-toll"],
    ]


def test_every_step_of_every_map_is_presented_once() -> None:
    for path in sorted((ROOT / "maps").glob("*.argmap")):
        argument_map = load(path)
        found = plan(argument_map, judge(argument_map))
        presented = [moment["step"] for moment in found["moments"] if moment["step"] is not None]
        assert sorted(presented) == list(range(len(found["steps"]))), path.name


def test_an_empty_map_is_a_page_too() -> None:
    written = page("map Not begun\n")
    assert "<svg" in written
    assert '<p lang="en">There are no claims here yet.</p>' in written


def test_a_very_deep_map_is_written_with_the_levels_that_browsers_flatten_said() -> None:
    lines = ["thesis c0: C\n"] + [f"claim @c{n}\n  because c{n + 1}: C\n" for n in range(60)]
    written = page("".join(lines))
    assert '<span class="level">level 41</span>' in written
