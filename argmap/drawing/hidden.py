"""The mark on a card whose branch is cut: how much of the map is not shown there."""

from argmap.drawing.picture import Picture
from argmap.model.parts.cuts import Cut


def hidden_at(picture: Picture, label: str) -> list[str]:
    """A line such as `▼ 7 more claims`; nothing where nothing is hidden."""
    cut = picture.cuts.get(label)
    return [hidden_words(cut)] if cut else []


def hidden_words(cut: Cut) -> str:
    """`▼ 7 more claims · ▲ used elsewhere`."""
    parts = []
    if cut.claims:
        parts.append(f"▼\u00a0{cut.claims:,} more claim{'' if cut.claims == 1 else 's'}")
    elif cut.steps:
        parts.append(f"▼\u00a0{cut.steps:,} more step{'' if cut.steps == 1 else 's'}")
    if cut.above:
        parts.append("▲\u00a0used elsewhere")
    return " · ".join(parts)
