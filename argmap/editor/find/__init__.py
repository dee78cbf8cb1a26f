"""Finding places in the text: by what is written there, and by the number of the line."""

from argmap.editor.find.bar import FindBar
from argmap.editor.find.go_to_line import GoToLineBar

__all__ = ["FindBar", "GoToLineBar"]
