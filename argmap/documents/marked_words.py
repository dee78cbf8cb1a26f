"""A reworded text beside what it was, with brackets around the words that differ."""

_LEAST_SHARED = 0.4  # of the words; below, marks would only disturb


def marked(old: str, new: str) -> tuple[str, str]:
    """Both texts, the words that only one of them has in square brackets.

    Unmarked where the texts share little, or where one has square brackets of its own.
    """
    from rapidfuzz.distance import Indel

    before, after = old.split(), new.split()
    if any(mark in text for mark in "[]" for text in (old, new)):
        return old, new
    if Indel.normalized_similarity(before, after) < _LEAST_SHARED:
        return old, new
    left: list[str] = []
    came: list[str] = []
    for step in Indel.opcodes(before, after):
        gone, added = before[step.src_start : step.src_end], after[step.dest_start : step.dest_end]
        if step.tag == "equal":
            left += gone
            came += added
        left += _bracketed(gone) if step.tag in {"delete", "replace"} else []
        came += _bracketed(added) if step.tag in {"insert", "replace"} else []
    return " ".join(left), " ".join(came)


def _bracketed(words: list[str]) -> list[str]:
    if not words:
        return []
    return [f"[{' '.join(words)}]"]
