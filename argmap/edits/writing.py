"""Texts written so that the language reads them as they are meant: quoted only where they have to be."""

import unicodedata
from typing import Literal

from argmap.edits.change import Refused
from argmap.language.tree import read_block

Context = Literal["claim", "verdict", "source", "field", "section", "file"]
_BEFORE = {
    "claim": "claim ",
    "verdict": "review r:\n  ask @x: ",
    "source": "source k: ",
    "field": "source k: t\n  author: ",
    "section": "section ",
    "file": "include ",
}
"""What stands before a text of each kind; whatever stands there in a map, the text is read alike."""


def one_line(text: str) -> str:
    """The text on one line, with single blanks, and without characters that the language does not take."""
    plain = "".join(" " if unicodedata.category(c) in {"Cc", "Zl", "Zp", "Cs"} else c for c in text)
    return " ".join(plain.split())


def written(text: str, context: Context = "claim") -> str:
    """The text as it is written on a line of its kind, in double quotes where it would be read otherwise.

    Raises Refused where nothing is left of it, or no way of writing it is read as the text.
    """
    line = one_line(text)
    if not line:
        raise Refused("there is no text")
    quoted = '"' + line.replace("\\", "\\\\").replace('"', '\\"') + '"'
    plain_faults, quoted_faults = _faults(line, line, context), _faults(quoted, line, context)
    if plain_faults is not None and (quoted_faults is None or plain_faults <= quoted_faults):
        return line
    if quoted_faults is None:
        raise Refused("this text cannot be written on one line")
    return quoted


def is_label(name: str) -> bool:
    """Whether a claim can have this label, and other lines refer to it."""
    block = read_block(f"thesis {name}: x because @{name}\n")
    if block.problems or len(block.lines) != 2:
        return False
    first, second = block.lines
    label = first.label and first.label.text
    return label == name and first.text == "x" and [r.text for r in second.references] == [name]


def is_key(name: str) -> bool:
    """Whether a source can be cited by this key."""
    block = read_block(f"claim x [see @{name}, p. 3]\n")
    cited = [(c.key, c.locator) for line in block.lines for c in line.citations]
    return not block.problems and cited == [(name, "p. 3")]


def is_reader(name: str) -> bool:
    """Whether a review can be by a reader of this name."""
    block = read_block(f"review {name}: x\n")
    label = block.lines[0].label if block.lines and not block.problems else None
    return label is not None and label.text == name and block.lines[0].text == "x"


def _faults(raw: str, meant: str, context: Context) -> int | None:
    """How many messages the text brings when it is written so; None where it is not read as it is meant."""
    block = read_block(f"{_BEFORE[context]}{raw}\n")
    if len(block.lines) != _BEFORE[context].count("\n") + 1:
        return None
    line = block.lines[-1]
    marks = line.citations or line.attributes or line.tags or line.bases
    named = line.label if context == "claim" else None
    if line.text != meant or marks or named or (context == "claim" and line.references):
        return None
    # A text of one word is a mistake only where a claim has that word for its label.
    return len(block.problems) + sum(mention.form != "bare" for _, mention in block.mentions)
