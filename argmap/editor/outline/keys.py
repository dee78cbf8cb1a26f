"""The keys of the outline. Each has a name of its own, by which a user's settings can change it."""

from typing import Final

from textual.binding import Binding, BindingType

BINDINGS: Final[list[BindingType]] = [
    Binding("space", "fold", "Fold", id="outline.fold"),
    Binding("left,h", "out", "Fold, or go to the parent", show=False, id="outline.out"),
    Binding("right,l", "into", "Unfold, or go to the first child", show=False, id="outline.into"),
    Binding("asterisk", "unfold_all", "Unfold all", show=False, key_display="*", id="outline.unfold-all"),
    Binding("minus", "fold_all", "Fold all", show=False, key_display="-", id="outline.fold-all"),
    Binding("slash", "filter", "Filter", key_display="/", id="outline.filter"),
    Binding("escape", "escape", "Back", id="outline.escape"),
    Binding("alt+up,shift+up,K", "branch('up')", "Move the branch up", show=False, id="outline.move-up"),
    Binding(
        "alt+down,shift+down,J", "branch('down')", "Move the branch down", show=False, id="outline.move-down"
    ),
    Binding(
        "alt+right,ctrl+right,shift+right,greater_than_sign",
        "branch('in')",
        "Move the branch in",
        show=False,
        id="outline.move-in",
    ),
    Binding(
        "alt+left,ctrl+left,shift+left,less_than_sign",
        "branch('out')",
        "Move the branch out",
        show=False,
        id="outline.move-out",
    ),
    Binding("x", "cut", "Cut", id="outline.cut"),
    Binding("p", "paste", "Put below", id="outline.paste"),
]
