"""Maps as lines that can be edited one by one, for the tests of their comparison."""

from random import Random

import attrs

_WORDS = [
    *("Ankara", "Moscow", "Baku", "trade", "war", "peace", "gas", "line", "border", "troops", "treaty"),
    *("sales", "votes", "ships", "loans", "sea", "straits", "grain", "talks", "vetoes", "parties"),
    *("papers", "judges", "farmers", "schools", "rivers", "winters"),
]
_STRENGTHS = (None, None, "strong", "weak", "conclusive")
_LIKELIHOODS = (None, None, None, "likely", "unlikely", "80%")


@attrs.define
class Row:
    """A line of a map that states a claim, at `depth`, with what is written at its end."""

    depth: int
    keyword: str
    text: str
    label: str | None = None
    strength: str | None = None
    likelihood: str | None = None
    cites: bool = False
    tag: str | None = None
    note: str | None = None

    def lines(self) -> list[str]:
        label = f"{self.label}: " if self.label else ""
        cited = " [@k]" if self.cites else ""
        words = ", ".join(word for word in (self.likelihood, self.strength) if word)
        figures = f" {{{words}}}" if words else ""
        tag = f" #{self.tag}" if self.tag else ""
        own = f"{'  ' * self.depth}{self.keyword} {label}{self.text}{cited}{figures}{tag}"
        return [own, *([f"{'  ' * (self.depth + 1)}note {self.note}"] if self.note else [])]


Block = list[Row]


def written(blocks: list[Block]) -> str:
    """The map of these blocks, a blank line between them."""
    head = "map A map\n\nsource k: A work\n  date: 2020\n\n"
    return (
        head
        + "\n\n".join("\n".join(line for row in block for line in row.lines()) for block in blocks)
        + "\n"
    )


def new_text(chance: Random) -> str:
    return " ".join(chance.sample(_WORDS, 8))


def made_blocks(chance: Random, *, texts: list[str] | None = None) -> list[Block]:
    """One to four blocks; texts differ unless they are to be taken from a few."""
    number = iter(range(1000))
    blocks: list[Block] = []
    for _ in range(chance.randint(1, 4)):
        block: Block = []
        _branch(chance, block, 0, number, texts)
        blocks.append(block)
    return blocks


def _branch(chance: Random, block: Block, depth: int, number, texts: list[str] | None) -> None:
    block.append(
        _row(chance, depth, chance.choice(("thesis", "claim")) if not depth else "because", number, texts)
    )
    if depth == 4:
        return
    for _ in range(chance.choice((0, 1, 2, 3) if depth else (1, 2, 3))):
        _branch(chance, block, depth + 1, number, texts)
        opener = block[_last(block, depth + 1)]
        opener.keyword = chance.choice(("because", "because", "but", "evidence"))
        opener.strength = chance.choice(_STRENGTHS)
        for keyword in chance.choice(((), (), ("and",), ("since",), ("and", "assuming"), ("unless",))):
            block.append(_row(chance, depth + 1, keyword, number, texts))


def _row(chance: Random, depth: int, keyword: str, number, texts: list[str] | None) -> Row:
    name = f"n{next(number)}"
    return Row(
        depth,
        keyword,
        chance.choice(texts) if texts else f"{new_text(chance)} {name}",
        label=name if chance.random() < 0.5 else None,
        likelihood=chance.choice(_LIKELIHOODS),
        cites=chance.random() < 0.2,
    )


def _last(block: Block, depth: int) -> int:
    """The last line at a depth that is not below a later, shallower one."""
    return max(index for index, row in enumerate(block) if row.depth == depth)


def below(block: Block, index: int) -> int:
    """The index after the last line of the branch that begins at `index`."""
    stop = index + 1
    while stop < len(block) and block[stop].depth > block[index].depth:
        stop += 1
    return stop


def shuffled_lines(chance: Random, blocks: list[Block]) -> list[Block]:
    """The same map with its blocks, and the steps below each claim, in another order."""
    return [_shuffled(chance, block) for block in chance.sample(blocks, len(blocks))]


def _shuffled(chance: Random, block: Block) -> Block:
    head, index = block[0], 1
    groups: list[Block] = []
    while index < len(block):
        stop = below(block, index)
        branch = _shuffled(chance, block[index:stop])
        if block[index].keyword in {"because", "but", "evidence"}:
            groups.append(branch)
        else:
            groups[-1] += branch
        index = stop
    return [head, *(row for group in chance.sample(groups, len(groups)) for row in group)]
