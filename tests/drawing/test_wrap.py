import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.drawing.metrics import text_width
from argmap.drawing.wrap import balanced_lines

CLAIM = "Turkey and Russia go on managing the South Caucasus together, rivals who need each other"


def lines(text: str, width: float = 164) -> list[str]:
    return balanced_lines(text, width=width, size=11).texts


def test_lines_are_no_wider_than_asked_and_lose_nothing() -> None:
    assert " ".join(lines(CLAIM)) == CLAIM
    assert all(text_width(line, 11) <= 164 for line in lines(CLAIM))


def test_lines_are_about_equally_long() -> None:
    widths = [
        text_width(line, 11) for line in lines("one two three four five six seven eight nine ten eleven")
    ]
    assert len(widths) == 2
    assert max(widths) - min(widths) < 30


def test_balancing_never_adds_a_line() -> None:
    text = "a bb ccc " * 40
    assert len(lines(text)) <= text_width(text, 11) // (164 - text_width("ccc ", 11)) + 1


def test_the_width_is_that_of_the_widest_line() -> None:
    found = balanced_lines(CLAIM, width=164, size=11)
    assert found.width == pytest.approx(max(text_width(line, 11) for line in found.texts))


def test_a_text_that_fits_is_one_line() -> None:
    assert lines("Georgia went West") == ["Georgia went West"]


def test_an_empty_text_is_one_empty_line() -> None:
    assert lines("  ") == [""]


def test_runs_of_space_and_line_ends_are_one_space() -> None:
    assert lines(" Georgia \n went\u2028West ") == ["Georgia went West"]


def test_a_line_never_ends_at_a_no_break_space() -> None:
    text = "art.\u00a05 " * 20
    assert all(line.startswith("art.") and line.endswith("5") for line in lines(text))


def test_a_word_wider_than_a_line_is_broken_not_clipped() -> None:
    address = "https://example.org/" + "path/" * 30
    assert "".join(lines(address)) == address
    assert all(text_width(line, 11) <= 164 for line in lines(address))


def test_wide_script_without_spaces_is_broken_between_characters() -> None:
    text = "土耳其海峡由一九三六年蒙特勒公约管理，军舰通行受到严格限制。"
    assert "".join(lines(text)) == text
    assert all(text_width(line, 11) <= 164 for line in lines(text))
    assert not any(line.startswith(("，", "。")) for line in lines(text))


@pytest.mark.parametrize("cluster", ["👩‍👩‍👧‍👦", "🇹🇷", "e\u0301\u0323", "👍🏽"])
def test_characters_that_belong_together_stay_on_one_line(cluster: str) -> None:
    found = lines(cluster * 40)
    assert "".join(found) == cluster * 40
    assert all(line == cluster * (len(line) // len(cluster)) for line in found)


def test_an_override_reaches_no_further_than_its_line() -> None:
    assert all(line.count("\u202e") == line.count("\u202c") for line in lines("\u202e" + CLAIM))


def test_control_characters_are_shown_as_replaced() -> None:
    assert lines("a\x1cb\x00c") == ["a\ufffdb\ufffdc"]


@given(st.text(max_size=200))
def test_no_character_is_lost(text: str) -> None:
    marks = {
        ord(character): None for character in "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufffd"
    }
    shown = "".join("".join(lines(text)).translate(marks).split())
    kept = "".join(c for c in text if c.isprintable() or c.isspace() or ord(c) > 0x9F)
    written = "".join(kept.translate(marks).encode("utf-8", "ignore").decode().split())
    assert [c for c in shown if c.isalnum()] == [c for c in written if c.isalnum()]


@pytest.mark.parametrize("text", ["x" * 100_000, "\u200d" * 100_000, "漢" * 100_000, "word " * 20_000])
def test_a_very_long_text_is_wrapped_in_time(text: str) -> None:
    assert sum(len(line) for line in lines(text)) >= 80_000


def test_a_broken_word_leaves_no_remnant_on_its_last_line() -> None:
    width = text_width("abcdefghijkl", 11)
    lines = balanced_lines("abcdefghijkl" * 3 + "?", width=width, size=11).texts
    assert "".join(lines) == "abcdefghijkl" * 3 + "?"
    assert len(lines) == 4
    assert text_width(lines[-1], 11) >= width / 4
    assert max(text_width(line, 11) for line in lines) <= width
