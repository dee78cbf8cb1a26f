"""Maps and texts with changes carried out, and what is compared about them."""

from collections.abc import Callable
from pathlib import Path

import argmap
from argmap.edits.change import Change, changed_texts
from argmap.model.map import ArgumentMap
from argmap.source.diagnostics import Severity
from argmap.source.text import SourceText

NAME = "m.argmap"
ROOT = Path(__file__).parents[2]
MAPS = [*sorted((ROOT / "maps").glob("*.argmap")), *sorted((ROOT / "tests" / "suite").glob("*.argmap"))]


def after(text: str, edit: Callable[..., Change], *arguments: object, **options: object) -> str:
    """A text after an edit of its lines."""
    source = SourceText(NAME, text)
    return text_after(text, edit(source, *arguments, **options))


def text_after(text: str, *changes: Change) -> str:
    return changed_texts({NAME: SourceText(NAME, text)}, *changes)[NAME].text


def map_of(text: str) -> ArgumentMap:
    return argmap.parse(text, name=NAME)


def map_after(argument_map: ArgumentMap, *changes: Change) -> ArgumentMap:
    """A map, read from a file or a text, after changes of its texts."""
    texts = changed_texts(argument_map.texts, *changes)
    root = next(iter(argument_map.texts))
    folder = Path(root).parent if Path(root).is_absolute() else None
    return argmap.parse(texts[root].text, name=root, folder=folder, texts=texts)


def faults(argument_map: ArgumentMap) -> list[str]:
    """The codes of what is wrong in a map."""
    return sorted(found.code for found in argument_map.diagnostics if found.severity is not Severity.HINT)


def attached(argument_map: ArgumentMap) -> dict[str, str]:
    """What each claim is attached to, by their texts: its target, or the opener of the step it completes."""
    claims, steps = argument_map.claims, argument_map.inferences
    found: dict[str, str] = {claim.text: "" for claim in claims.values()}
    for step in steps.values():
        first, *others = (claims[premise.claim].text for premise in step.premises)
        if step.kind == "undercut":
            found[first] = f"~ {claims[steps[step.target].premises[0].claim].text}"
        else:
            found[first] = f"{step.kind} {claims[step.target].text}"
        found.update(dict.fromkeys(others, f"& {first}"))
    return found
