"""Strategies for texts: sound maps, maps with everything wrong with them, and no maps at all."""

from hypothesis import strategies as st

from argmap.language.keywords import TOKENS


def _listed(*rows: str) -> list[str]:
    return [part for row in rows for part in row.split("¦")]


KEYWORDS = sorted(TOKENS)
_OTHER_HEADS = _listed(
    "1.¦2.¦3)¦(4)¦12.¦1.x¦author:¦date:¦author¦text: k¦Thesis¦Because¦becuse¦clam¦These¦because,",
    '¦"¦@a¦[¦{¦#¦##¦# ¦thesis:¦claim :',
)
_LABELS = ["a", "b", "c", "West", "iran.x", "buy-in", "ç", "k", "2x", "a_b", "e\u0301", "a:b"]
_ODD = list("\x00\x07\x0b\x0c\x1c\x85\u00a0\u2003\u2028\u200b\u200d\ufeff\u202e\u0301ı😀\ud800")
_MARKS = _listed(
    "because¦and¦of¦not¦from¦by¦@a¦@b,¦@k¦@1¦@West¦@¦#tag¦#1¦#¦ # ¦likely¦C#¦5 < 6¦file_name¦--¦é¦e\u0301",
    '"¦\\"¦\\¦“¦”¦‘¦\'¦[¦]¦{¦}¦(¦)¦,¦.¦;¦:¦ :¦a:¦because:¦position-to-know¦https://x.org/?a=1#b',
    "[@k]¦[@k, p. 3]¦[see @k; @a]¦[@k; x]¦[@¦[k]¦[k, 2]¦[sic]¦[1]¦(1)¦(1, 2)¦(1-3)¦(1914)¦(likely)",
    '{likely}¦{very  likely}¦{strong}¦{80%}¦{0.8}¦{8}¦{on: 2014}¦{p: q}¦{}¦{,}¦{p:}¦{p¦{p: "a, b"}¦{a, b}',
    "{honesty: ok}¦(2 by modus ponens)¦(from 1 and 2 by x)",
)
words = st.sampled_from(["Georgia", "went", "West", "so it is", "2014", "a", "x", "İstanbul", "和平"])
pieces = st.one_of(words, st.sampled_from(_MARKS), st.sampled_from(_ODD))


@st.composite
def lines(draw: st.DrawFn) -> str:
    """One line: mostly a keyword, perhaps a label, and marks in any order."""
    depth = draw(st.integers(0, 3))
    indent = draw(
        st.sampled_from(["  " * depth] * 8 + ["\t" * depth, " " * (2 * depth + 1), "\u00a0 " * depth, "\t "])
    )
    head = draw(
        st.one_of(st.sampled_from(KEYWORDS), st.sampled_from(KEYWORDS), st.sampled_from(_OTHER_HEADS))
    )
    label = draw(st.sampled_from(["", "", "", *(f"{name}:" for name in _LABELS)]))
    body = draw(st.lists(pieces, max_size=6))
    gap = draw(st.sampled_from([" "] * 9 + ["", "  ", "\u00a0"]))
    return indent + gap.join(part for part in (head, label, *body) if part)


line_ends = st.sampled_from(["\n"] * 12 + ["\r\n", "\r", "\n\n", "\n \n"])


@st.composite
def wild(draw: st.DrawFn) -> str:
    """A text of such lines, with all three line ends."""
    found = draw(st.lists(st.tuples(lines(), line_ends), max_size=9))
    return "".join(line + end for line, end in found)


texts = st.one_of(
    wild(),
    wild(),
    wild(),
    st.text(max_size=80),
    st.text(alphabet=list("a@:{}[]()#\"' \t\n\r\\12.b"), max_size=60),
)
"""Any text at all, and mostly one that is nearly a map."""

LABEL_POOL = [f"l{number}x" for number in range(6)]
_plain = st.sampled_from(
    [
        "Georgia went West",
        "the sales, so far, are small",
        "a #1 trader",
        "see [B] here",
        '"quoted {likely}"',
        "C# and F#",
    ]
)
_tails = st.lists(
    st.sampled_from(
        ["[@k]", "[see @k, p. 3; @k]", "{likely}", "{on: 2014, place: Sochi}", "#tag", "#other ."]
    ),
    max_size=3,
    unique=True,
)
_OPENERS = ["because", "evidence", "but"]
_COMPLETIONS = ["and", "since", "assuming", "unless"]


@st.composite
def statement(draw: st.DrawFn, keyword: str) -> str:
    """A sound line: a claim with or without a label from the pool, or a reference to one of the pool."""
    label = draw(st.sampled_from([*LABEL_POOL, "", "", ""]))
    if label and draw(st.booleans()):
        return f"{keyword} @{label}"
    named = f"{label}: " if label else ""
    reason = draw(st.sampled_from(["", "", "", " because it is so", ", because @l0x"]))
    text = draw(_plain)
    annotations = "".join(f" {tail}" for tail in draw(_tails))
    return f"{keyword} {named}{text}" + (reason or annotations)


@st.composite
def branch(draw: st.DrawFn, depth: int) -> list[str]:
    """Steps below a claim, each with its completing lines and branches of its own."""
    found: list[str] = []
    for _ in range(draw(st.integers(0, 2))):
        keywords = [
            draw(st.sampled_from(_OPENERS)),
            *draw(st.lists(st.sampled_from(_COMPLETIONS), max_size=2)),
        ]
        for keyword in keywords:
            found.append("  " * depth + draw(statement(keyword)))
            if depth < 3 and draw(st.booleans()):
                found += draw(branch(depth + 1))
    if draw(st.sampled_from([False, False, True])):
        found.append("  " * depth + "note A note [@k] #n")
    return found


@st.composite
def block(draw: st.DrawFn) -> list[str]:
    """A block of a sound map."""
    kind = draw(
        st.sampled_from(["thesis", "claim", "claim", "question", "section", "number", "note", "comment"])
    )
    if kind in {"thesis", "claim"}:
        return [draw(statement(kind)), *draw(branch(1))]
    if kind == "question":
        answers = draw(st.lists(statement("answer"), min_size=1, max_size=3))
        return ["question Which is it?", *(f"  {answer}" for answer in answers)]
    return {
        "section": ["section A part"],
        "number": ["1. All men are mortal", "2. Socrates is mortal (1 by modus ponens)"],
        "note": ["note A note"],
        "comment": ["# a comment", "   # further in"],
    }[kind]


@st.composite
def sound(draw: st.DrawFn) -> str:
    """A map with nothing wrong in its lines; a label may be defined twice or nowhere."""
    blocks = draw(st.lists(block(), min_size=1, max_size=5))
    head = ["map A map", "  author: Ana", "", "source k: A work", "  date: 2020", ""]
    return "\n".join([*head, *("\n".join(block) + "\n" for block in blocks)])
