"""The text of the open document, as a widget."""

from argmap.editor.text_area.area import MapTextArea
from argmap.editor.text_area.problems import ProblemMark, marks_of

__all__ = ["MapTextArea", "ProblemMark", "marks_of"]
