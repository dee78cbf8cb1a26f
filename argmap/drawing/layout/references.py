"""The small card that stands where a claim is used again: it says where to look."""

from argmap.drawing.escape import html_text, tooltip
from argmap.drawing.sentences import claim_name
from argmap.drawing.sheet import Sheet
from argmap.drawing.statements import Node, node
from argmap.drawing.wrap import balanced_lines

_LONGEST = 90  # characters of the claim's text
_BREAK = '<BR ALIGN="LEFT"/>'


def reference_card(sheet: Sheet, name: str, label: str) -> Node:
    """A card that names a claim and gives the beginning of its text."""
    theme, claim = sheet.theme, sheet.argument_map.claims[label]
    small = f'<FONT POINT-SIZE="{theme.small}" COLOR="{theme.muted}">'
    heading = f"see <B>{html_text(claim.name)}</B>" if claim.name and len(claim.name) < 40 else "see"
    text = claim.text if len(claim.text) <= _LONGEST else claim.text[: _LONGEST - 1].rstrip() + "…"
    lines = balanced_lines(text, width=theme.box_text_width, size=theme.small).texts
    body = "".join(f"{html_text(line)}{_BREAK}" for line in lines)
    card = (
        f'<TABLE BORDER="1" STYLE="ROUNDED" COLOR="{theme.border}" BGCOLOR="{theme.card_fill}" '
        f'CELLBORDER="0" CELLSPACING="0" CELLPADDING="5"><TR><TD ALIGN="LEFT" BALIGN="LEFT">{small}'
        f"{heading}{_BREAK}<I>{body}</I></FONT></TD></TR></TABLE>"
    )
    said = f"see {claim_name(sheet.argument_map, label)}: {claim.text}"
    return node(name, label=f"<{card}>", id=f'"{name}"', **{"class": "reference"}, tooltip=tooltip(said))
