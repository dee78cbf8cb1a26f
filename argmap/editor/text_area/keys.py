"""The keys of the text area. Each has a name of its own, by which a user's settings can change it."""

from typing import Final

from textual.binding import Binding, BindingType


def _key(keys: str, action: str, description: str) -> Binding:
    name = action.replace("(True)", "_selecting").replace("_", "-")
    return Binding(keys, action, description, show=False, id=f"text.{name}")


BINDINGS: Final[list[BindingType]] = [
    _key("up", "cursor_up", "Row up"),
    _key("down", "cursor_down", "Row down"),
    _key("left", "cursor_left", "Character left"),
    _key("right", "cursor_right", "Character right"),
    _key("ctrl+left,alt+b", "cursor_word_left", "Word left"),
    _key("ctrl+right,alt+f", "cursor_word_right", "Word right"),
    _key("home", "cursor_line_start", "Start of the row"),
    _key("end", "cursor_line_end", "End of the row"),
    _key("ctrl+home", "cursor_text_start", "Start of the text"),
    _key("ctrl+end", "cursor_text_end", "End of the text"),
    _key("pageup", "cursor_page_up", "Page up"),
    _key("pagedown", "cursor_page_down", "Page down"),
    _key("shift+up", "cursor_up(True)", "Select a row up"),
    _key("shift+down", "cursor_down(True)", "Select a row down"),
    _key("shift+left", "cursor_left(True)", "Select left"),
    _key("shift+right", "cursor_right(True)", "Select right"),
    _key("ctrl+shift+left", "cursor_word_left(True)", "Select a word left"),
    _key("ctrl+shift+right", "cursor_word_right(True)", "Select a word right"),
    _key("shift+home", "cursor_line_start(True)", "Select to the start of the row"),
    _key("shift+end", "cursor_line_end(True)", "Select to the end of the row"),
    _key("ctrl+shift+home", "cursor_text_start(True)", "Select to the start of the text"),
    _key("ctrl+shift+end", "cursor_text_end(True)", "Select to the end of the text"),
    _key("ctrl+a", "select_all", "Select everything"),
    _key("ctrl+l", "select_line", "Select the line"),
    _key("enter", "new_line", "New line"),
    _key("backspace", "delete_left", "Delete left"),
    _key("delete", "delete_right", "Delete right"),
    _key("ctrl+w,ctrl+backspace,alt+backspace", "delete_word_left", "Delete the word left"),
    _key("ctrl+delete,alt+delete,alt+d", "delete_word_right", "Delete the word right"),
    _key("ctrl+u", "delete_to_start_of_line", "Delete to the start of the line"),
    _key("ctrl+k", "delete_to_end_of_line", "Delete to the end of the line"),
    _key("ctrl+shift+k,alt+k", "delete_line", "Delete the line"),
    _key("ctrl+d", "duplicate_lines", "Duplicate the line"),
    _key("ctrl+x,super+x", "cut", "Cut"),
    _key("ctrl+c,super+c", "copy", "Copy"),
    _key("ctrl+v,super+v", "paste", "Paste"),
    _key("ctrl+z,super+z", "undo", "Undo"),
    _key("ctrl+y,super+y,ctrl+shift+z", "redo", "Redo"),
    _key("tab", "indent_branch", "Indent the branch"),
    _key("shift+tab", "dedent_branch", "Dedent the branch"),
    _key("alt+up", "move_branch_up", "Move the branch up"),
    _key("alt+down", "move_branch_down", "Move the branch down"),
    _key("ctrl+underscore,ctrl+slash,alt+h", "toggle_comment", "Comment"),
    _key("f8", "next_problem", "Next problem"),
    _key("shift+f8", "previous_problem", "Previous problem"),
]
