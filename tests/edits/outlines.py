"""Sound outlines for hypothesis: each text stands once, so that it can be seen where each claim belongs."""

from itertools import count

from hypothesis import strategies as st

_COMPLETIONS = ["and", "and", "since", "assuming", "unless"]
_BETWEEN = ["", "", "", "", "", "\n", "{0}# about the next\n", "# at the margin\n", "\n{0}# alone\n\n"]


@st.composite
def outlines(draw: st.DrawFn) -> str:
    """One to three blocks of steps, with comments, blank lines, notes, labels, and any indentation."""
    numbers = count(1)
    indent = draw(st.sampled_from(["  ", "  ", "    ", "\t"]))
    out: list[str] = []

    def line(depth: int, keyword: str) -> None:
        number = next(numbers)
        label = draw(st.sampled_from(["", "", f"l{number}: "]))
        tail = draw(st.sampled_from(["", "", " {likely}", " #tag"]))
        out.append(draw(st.sampled_from(_BETWEEN)).format(indent * depth))
        out.append(f"{indent * depth}{keyword} {label}Claim {number}{tail}\n")

    def steps(depth: int) -> None:
        for _ in range(draw(st.integers(1, 3) if depth == 1 else st.integers(0, 2))):
            for keyword in (draw(st.sampled_from(["because", "but", "evidence"])), *completions(draw)):
                line(depth, keyword)
                if depth < 3:
                    steps(depth + 1)
        if draw(st.sampled_from([False, False, True])):
            out.append(f"{indent * depth}note Note {next(numbers)}\n")

    for _ in range(draw(st.integers(1, 2))):
        line(0, draw(st.sampled_from(["thesis", "claim"])))
        steps(1)
    text = "".join(out)
    return text.rstrip("\n") if draw(st.booleans()) else text


def completions(draw: st.DrawFn) -> list[str]:
    return draw(st.lists(st.sampled_from(_COMPLETIONS), max_size=2))
