"""One synthetic map in two languages, claim for claim, so that two programs can be timed on it.

A forest of 20-claim trees, up to five levels deep, 12 words a claim, 30 % objections and the rest reasons;
every third claim of the argmap text has a citation of one of nine sources.
"""

import random

_WORDS = (  # noqa: SIM905  # words are read better in lines than in a list
    "moscow turkey regional solution western government colour revolution pragmatic relation partner energy "
    "drone crimea donbas visit agreement security black sea policy independent member pipeline border treaty "
    "corridor army trade sanction alliance election parliament"
).split()


def pair(claims: int, *, seed: int = 7) -> tuple[str, str]:
    """A map of so many claims, in argmap's language and in Argdown's (as @argdown/cli 1.7.5 reads it)."""
    chance = random.Random(seed)
    argmap = [f"map Synthetic map of {claims} claims", ""]
    argmap += [f"source s{k}: Source number {k}" for k in range(9)]
    argdown: list[str] = []
    depth = 0
    for number in range(claims):
        text = " ".join(chance.choices(_WORDS, k=12)).capitalize()
        cited = f" [@s{number % 9}, p. {number % 97 + 1}]" if number % 3 == 0 else ""
        if number % 20 == 0:
            argmap += ["", f"claim c{number}: {text}{cited}"]
            argdown += ["", f"[c{number}]: {text}"]
            depth = 0
            continue
        depth = chance.randint(1, min(depth + 1, 5))
        objection = chance.random() < 0.3
        keyword, sign = ("but", "-") if objection else ("because", "+")
        argmap.append(f"{'  ' * depth}{keyword} c{number}: {text}{cited}")
        argdown.append(f"{'  ' * depth}{sign} [c{number}]: {text}")
    return "\n".join(argmap) + "\n", "\n".join(argdown).lstrip("\n") + "\n"
