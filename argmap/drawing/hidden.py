"""The mark on a card whose branch is cut: how much of the map is not shown there."""

from argmap.drawing.picture import Picture


def hidden_at(picture: Picture, label: str) -> list[str]:
    """A line such as `▼ 7 more claims`; nothing where nothing is hidden."""
    cut = picture.cuts.get(label)
    if cut is None:
        return []
    parts = []
    if cut.claims:
        parts.append(f"▼\u00a0{cut.claims:,} more claim{'' if cut.claims == 1 else 's'}")
    elif cut.steps:
        parts.append(f"▼\u00a0{cut.steps:,} more step{'' if cut.steps == 1 else 's'}")
    if cut.above:
        parts.append("▲\u00a0used elsewhere")
    return [" · ".join(parts)]
