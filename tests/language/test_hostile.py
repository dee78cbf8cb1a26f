"""Input that nobody means well with, or that no editor should have made: nothing raises, hangs or is lost."""

import json
import re
import subprocess
import sys

import pytest

import argmap
from argmap.source.diagnostics import Severity
from argmap.source.report_human import human_report

HOSTILE_TEXTS = [
    r"\N \G \L",
    r"C:\new\table",
    "a trailing backslash \\",
    r"\"",
    "<b>x</b>",
    "< a >",
    "&lt;script&gt;",
    "&#0;",
    "]]>",
    "--><script>",
    '"]; x [image="/etc/passwd"]; "',
    "node",
    "a:b:c",
    "👩\u200d👩\u200d👧 and 👍🏽",
    "العربية",
    "中文与日本語",
    "Iğdır'da dotless ı and İ",
    "</title><script>alert(1)</script>",
    "%s %d {0} $HOME `id` $(id)",
    "'; DROP TABLE claims; --",
    "../../etc/passwd",
    "because",
    "5 < 6 and a > b",
    "open file_name.txt now",
    "see [B] here",
    "https://ex.org/x?a=1#top",
    "C# and F#",
    "**bold** and _not_",
    "the #1 trader",
    "{a, b} is a set",
    "mail ana@example.org or @nobody",
    "f(x) = {x | x > 1} for x",
    "100% of 0.8",
    "1. one, 2. two",
    "— dashes – and … dots",
    "she said: no",
    "a/b\\c|d~e^f=g+h*i?j!k;l",
]
"""Texts that must come through letter by letter; `\\"` and the one that opens with it are said in quotes."""

NAMED = [
    "nul \x00 inside",
    "esc \x1b[31m red",
    "bell \x07",
    "form\x0cfeed",
    "next\x85line",
    "line\u2028separator",
]
UNSEEN = ["turned \u202e round", "zero\u200bwidth", "\ufeffmark"]


def messages(text: str) -> list[tuple[str, Severity]]:
    return [(diagnostic.code, diagnostic.severity) for diagnostic in argmap.parse(text).diagnostics]


def only_claim(text: str) -> str:
    (claim,) = argmap.parse(text).claims.values()
    return claim.text


@pytest.mark.parametrize(
    "text", [text for text in HOSTILE_TEXTS if text not in {'"]; x [image="/etc/passwd"]; "', "because"}]
)
@pytest.mark.parametrize(
    "form",
    ["thesis {}\n", "thesis label: {}\n", "thesis A\n  because {}\n", "claim {} [@k] #tag\nsource k: K\n"],
)
def test_plain_text_comes_through_unharmed(form, text):
    found = argmap.parse(form.replace("{}", text))
    assert text in [claim.text for claim in found.claims.values()]
    assert [d for d in found.diagnostics if d.severity is not Severity.HINT] == []


@pytest.mark.parametrize("text", HOSTILE_TEXTS)
def test_any_text_can_be_said_in_double_quotes(text):
    quoted = text.replace("\\", "\\\\").replace('"', '\\"')
    found = argmap.parse(f'thesis A\n  because label: "{quoted}" {{likely}}\n')
    assert found.claims["label"].text == text
    assert found.diagnostics == ()


@pytest.mark.parametrize("text", HOSTILE_TEXTS)
def test_plain_text_comes_through_a_title_a_section_and_a_field(text):
    found = argmap.parse(f"map {text}\n  author: {text}\n\nsection {text}\n\nclaim A\n")
    wanted = r"\"" if text == r"\"" else text.removeprefix('"').removesuffix('"') if text[0] == '"' else text
    assert found.author in {text, wanted}
    assert found.title in {text, wanted}
    assert next(iter(found.sections.values())).title in {text, wanted}
    assert found.errors == ()


@pytest.mark.parametrize("text", NAMED)
def test_a_control_character_is_kept_and_named(text):
    assert only_claim(f"thesis {text}") == text
    assert messages(f"thesis {text}") == [("L110", Severity.ERROR)]


@pytest.mark.parametrize("text", UNSEEN)
def test_an_invisible_character_is_kept_and_named(text):
    assert only_claim(f"thesis {text}") == text
    assert messages(f"thesis {text}") == [("L109", Severity.WARNING)]


@pytest.mark.parametrize(
    "text", ["", " ", "\n", "\t\n \n", "\u00a0", "\r\r\n", "# only this", "  # and this\n"]
)
def test_a_text_that_says_nothing_gets_one_message(text):
    assert messages(text) == [("L119", Severity.ERROR)]


@pytest.mark.parametrize("code", [*range(0x21, 0x7F), 0xE7, 0x131, 0x4E2D, 0x1F600, 0xD800])
def test_one_character_is_no_map_and_is_named(code):
    found = argmap.parse(chr(code))
    assert not found.claims
    (message,) = found.diagnostics
    assert message.code == ("L119" if chr(code) == "#" else "L101")


@pytest.mark.parametrize("character", ["\x0b", "\x0c", "\x1c", "\x85", "\u2028", "\u2029"])
def test_a_line_of_such_a_character_alone_is_named(character):
    for text in (character, f"{character}\n", f"thesis a\n  {character}\n", f"map x\n  {character}\n"):
        assert argmap.parse(text).errors


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_lines_may_end_in_any_of_three_ways(end):
    found = argmap.parse(end.join(["thesis a: A", "  because b: B", "", "  unless c: C", ""]))
    assert list(found.claims) == ["a", "b", "c"]
    assert [step.target for step in found.inferences.values()] == ["a", "_s1"]
    assert found.diagnostics == ()


def test_places_count_line_ends_as_they_are_written():
    text = "thesis a: A\r\n  because @b\r\n"
    (message,) = argmap.parse(text).diagnostics
    assert text[message.span.start : message.span.stop] == "@b"


def test_a_line_separator_does_not_end_a_line():
    assert only_claim("thesis one\u2028thesis two") == "one\u2028thesis two"


def test_a_file_may_begin_with_a_byte_order_mark(tmp_path):
    path = tmp_path / "map.argmap"
    path.write_bytes(b"\xef\xbb\xbfthesis a: A\n")
    found = argmap.load(path)
    assert list(found.claims) == ["a"]
    assert found.diagnostics == ()


def test_labels_are_the_same_in_either_form_of_an_accent():
    found = argmap.parse("claim caf\u00e9: A\nthesis B\n  because @cafe\u0301\n")
    assert [premise.claim for premise in found.inferences["_s1"].premises] == ["café"]
    assert found.diagnostics == ()


@pytest.mark.parametrize("label", ["iğdır", "अर्थ", "عربي", "中文", "ślōka", "naïve.x-2"])
def test_labels_may_be_of_any_script(label):
    found = argmap.parse(f"claim {label}: A\nthesis B\n  because @{label}\n")
    assert [premise.claim for premise in found.inferences["_s1"].premises] == [label]
    assert found.diagnostics == ()


# --- Size.

REPEATED = {
    "words": ("thesis ", "word ", ""),
    "one word": ("", "a", ""),
    "a label": ("thesis ", "a", ":"),
    "underscores": ("thesis a", "_", ""),
    "quoted": ('thesis "', "a", '"'),
    "escapes": ('thesis "', "\\", ""),
    "quotation marks": ("thesis ", '"', " because b"),
    "curly quotation marks": ("thesis x", "“", " because b"),
    "guillemets": ("thesis x", "« a »", " because b"),
    "apostrophes": ("thesis x", " 'a", " because b"),
    "quoted reasons": ("thesis x", ' "a" because b', ""),
    "reasons": ("thesis x", " because x", ""),
    "square brackets": ("thesis x", "[", ""),
    "closing brackets": ("thesis x", "]", ""),
    "braces": ("thesis x", "{", ""),
    "pairs of braces": ("thesis x", " {a: b}", ""),
    "commas in braces": ("thesis x {", "a,", "}"),
    "round brackets": ("1. x", " (", "1)"),
    "numbers in a bracket": ("1. x\n2. y (", "1, ", "1)"),
    "citations": ("thesis x [", "@a; ", "]"),
    "open citations": ("thesis x", " [@a", ""),
    "names": ("thesis x", " @a b", ""),
    "tags": ("thesis x", " #a", ""),
    "stops": ("thesis x {likely}", " ,;.", ""),
    "references": ("thesis x: y\n  because @x", ", @x", ""),
    "invisible": ("thesis x", "\u200b", ""),
    "blank lines": ("thesis x\n", "\n", ""),
    "comments": ("thesis x\n", "  # c\n", ""),
    "claims": ("", "thesis x\n", ""),
    "labels twice": ("", "thesis t: x\n", ""),
    "reasons below": ("thesis x\n", "  because y\n", ""),
    "premises": ("thesis x\n  because y\n", "  and z\n", ""),
    "undercuts": ("thesis x\n  because y\n", "  unless z\n", ""),
    "notes": ("", "note x\n", ""),
    "sections": ("", "section x\n", ""),
    "unknown lines": ("", "thsis x\n", ""),
    "unknown lines below": ("thesis x\n", "  becuse x\n", ""),
    "set aside": ("thesis x\n  becuse y\n", "  and x\n", ""),
    "undefined": ("thesis x\n", "  because @y\n", ""),
    "undefined sources": ("", "thesis x [@y]\n", ""),
    "verdicts": ("thesis x: y\nreview r: z\n", "  accept @x\n", ""),
    "reviews": ("thesis x: y\n", "review r: z\n  accept @x\n", ""),
    "fields": ("map x\n", "  author: y\n", ""),
    "sources": ("", "source k: x\n", ""),
    "answers": ("question x\n", "  answer y\n", ""),
    "titles": ("", "map x\n", ""),
}


@pytest.mark.slow
def test_no_line_however_long_makes_the_reader_hang():
    """All of them together take seconds; a reader that compares everything with everything takes hours."""
    program = "import json, sys, argmap\nfor text in json.load(sys.stdin): argmap.parse(text)"
    texts = [head + part * (60_000 // len(part)) + tail for head, part, tail in REPEATED.values()]
    subprocess.run(
        [sys.executable, "-c", program], input=json.dumps(texts), text=True, check=True, timeout=240
    )


def nested(head: str, line: str, levels: int) -> str:
    return head + "".join(" " * depth + line for depth in range(1, levels + 1))


def test_ten_thousand_levels_are_read():
    found = argmap.parse(nested("thesis x\n", "because y\n", 10_000))
    assert len(found.inferences) == 10_000
    assert found.inferences["_s10000"].target == "_10000"
    assert found.diagnostics == ()


def test_ten_thousand_undercuts_of_undercuts_are_read():
    found = argmap.parse(nested("thesis x\n because y\n unless z\n", " unless z\n", 10_000))
    assert found.inferences["_s10002"].target == "_s10001"
    assert found.diagnostics == ()


def test_ten_thousand_unreadable_levels_give_one_message():
    assert messages(nested("thesis x\n", "becuse y\n", 10_000)) == [("L101", Severity.ERROR)]


def test_ten_thousand_reasons_in_one_line_are_read():
    found = argmap.parse("thesis x" + " because y" * 10_000)
    assert found.inferences["_s10000"].target == "_10000"


def test_a_line_of_ten_megabytes_is_read():
    text = "word " * 2_000_000
    assert only_claim(f"thesis {text}") == text.rstrip()


def test_an_unknown_line_of_ten_megabytes_gets_a_short_message():
    (message,) = argmap.parse("a" * 10_000_000).diagnostics
    assert message.code == "L101"
    assert len(message.message) < 200


@pytest.mark.slow
def test_a_hundred_thousand_claims_are_read():
    text = "".join(
        f"thesis t{n}: x\n  because r{n}: y\n  because @t{(n * 7919 + 1) % 50_000}\n" for n in range(50_000)
    )
    found = argmap.parse(text)
    assert len(found.claims) == 100_000
    assert len(found.inferences) == 100_000
    assert found.diagnostics == ()


def test_a_circle_of_reasons_is_read():
    found = argmap.parse("".join(f"claim t{n}: x\n  because @t{(n + 1) % 100}\n" for n in range(100)))
    assert len(found.inferences) == 100
    assert found.diagnostics == ()


def test_messages_are_one_line_each_and_no_longer_than_a_page():
    name = "x" * 50_000
    text = (
        f"thesis {name}: {name}\n  because @{name}y [@{name}] {{{name}}}\n  by {name}\n\n"
        f"map {name}\n  {name}: {name}\n"
    )
    for message in argmap.parse(text).diagnostics:
        assert "\n" not in message.message
        assert len(message.message) < 500
        assert all(len(hint) < 500 for hint in message.hints)


def test_a_report_shows_no_control_character():
    text = (
        "th\x1b[31msis x\nmap \x1b[2J\n  \x1b[2J: x\nthesis y {\x1b[2J} [@\x1b] (\x1b)\n  because @y\x1b[2J\n"
    )
    found = argmap.parse(text)
    report = human_report(found.diagnostics, found.texts)
    assert report
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", report), ascii(report)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ('thesis A {page: "x, likely}', "L403"),
        ('thesis A {page: 12 said-by: "Smith, J."}', "L403"),
        ("thesis A [x {likely}]", "L402"),
        ("thesis A\n  because @", "L116"),
        ("thesis A\n  because @@b", "L116"),
        ("thesis west: A\n  because west", "L408"),
        ("1. A\n2. B (premise 1)", "L408"),
        ("1. A\n2. B (1", "L401"),
        ("thesis “they left", "L107"),
        ("thesis second war: It ended", "L113"),
        ("thesis EU: It grew", "L112"),
    ],
)
def test_marks_that_look_meant_are_named(text, code):
    assert code in {problem.code for problem in argmap.parse(text).diagnostics}


@pytest.mark.parametrize(
    ("word", "help"),
    [
        ("therefore", "`because` here"),
        ("pro", "write `because`"),
        ("con", "write `but`"),
        ("•", "begins with a keyword"),
        ("-", "stands for `but`"),
        ("becuase", "did you mean because?"),
    ],
)
def test_a_word_that_people_use_gets_the_keyword_for_it(word, help):
    (problem,) = argmap.parse(f"thesis A\n  {word} B").diagnostics
    assert help in problem.hints[0]
