"""Texts for the tests of the editor: ordinary ones, hostile ones, and big ones."""

from hypothesis import strategies as st

MAP = """\
map Turkey and Russia
  author: A. Writer

thesis buy-in: Russia prefers Turkish buy-in
  because arms: Turkey arms Ukraine [@edm, p. 3] {likely} #war
    but small: The sales are small
    because @west, @east
  # a comment about gas
  because gas: Turkey buys gas
claim west: Georgia went West
"""

_PIECES = [
    *"ab #@:[]{}",
    *("\r", "\n", "\r\n", "\t", "\u2028", "\x0b", "\x0c", "\x85", "\x1b", "\u202e", "\u200b"),
    *("漢", "字", "👍", "👨\u200d👩\u200d👧", "❤\ufe0f", "e\u0301", "\ufe0f", "\u200d", "because "),
]
hostile = st.lists(st.sampled_from(_PIECES), max_size=60).map("".join)
"""Texts of what is hard for an editor: line ends of all kinds, wide, joined, invisible characters."""
hostile_lines = hostile.map(lambda text: text.replace("\r", "").replace("\n", ""))


def many_lines(count: int) -> str:
    """A map of so many lines, in branches of ten, some of them long."""
    lines = []
    for number in range(count):
        place = number % 10
        word = "thesis" if place == 0 else ("because", "but")[place % 2]
        more = " and so it goes on for a while, in words that do not end soon" if place == 3 else ""
        lines.append(f"{'  ' * place}{word} claim-{number}: Something is said here{more} [@edm, p. {number}]")
    return "\n".join(lines) + "\n"
