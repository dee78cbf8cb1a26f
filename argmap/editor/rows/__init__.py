"""Lists of wrapped rows: what the outline and the problems have in common."""

from argmap.editor.rows.pane import RowPane
from argmap.editor.rows.row_list import RowList
from argmap.editor.rows.wrapping import Line, wrapped

__all__ = ["Line", "RowList", "RowPane", "wrapped"]
