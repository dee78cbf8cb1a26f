"""Everything that can be done in the editor: one table, for the bindings, the help sheet and the palette."""

from typing import Final

from argmap.editor.action import LISTS, Action, Place, in_place, moves, shared
from argmap.editor.pane_actions import DIAGRAM, FIND, LIST, OUTLINE, PROBLEMS, RELATION, REVIEW


def _everywhere(group: str, *rows: tuple[str, str, str]) -> tuple[Action, ...]:
    return tuple(Action(id, title, keys, group, command=id.replace("-", "_")) for id, title, keys in rows)


EVERYWHERE = (
    *_everywhere(
        "Help",
        ("help", "Show the keys that count here", "f1"),
        ("palette", "Find any action by its name", "ctrl+p"),
        ("first-start", "Show what the first start showed", ""),
        ("explain", "Explain the message in this line", "alt+e"),
        ("why", "Say why this claim stands or falls", "alt+y"),
    ),
    *_everywhere(
        "File",
        ("save", "Save", "ctrl+s"),
        ("save-copy", "Save a copy under another name", "alt+s"),
        ("reload", "Read the file again", ""),
        ("export", "Export as a drawing, a page, a handout or data", "ctrl+e"),
        ("quit", "Quit", "ctrl+q"),
    ),
    *_everywhere(
        "Look",
        ("mode", "Write or review", "f5"),
        ("next-pane", "Next pane", "f6,ctrl+o"),
        ("previous-pane", "Previous pane", "shift+f6"),
        ("text-pane", "To the text", "alt+1"),
        ("outline-pane", "To the outline", "alt+2"),
        ("diagram-pane", "To the diagram", "alt+3"),
        ("problems-pane", "To the problems", "alt+4"),
        ("wrap", "Wrap long lines, or not", "alt+z"),
        ("theme", "Next theme: dark, light, the terminal's own colours", "alt+t"),
        ("settings", "Write a file of settings, to change them in", ""),
    ),
    *_everywhere(
        "Go",
        ("next-problem", "Next problem", "f8"),
        ("previous-problem", "Previous problem", "shift+f8"),
        ("definition", "To where this is defined", "f12"),
        ("references", "To where this is used", "shift+f12"),
        ("go-back", "Back to where you were", "alt+o"),
        ("go-to-claim", "To a claim by its label or text", "ctrl+t"),
        ("go-to-line", "To a line by its number", "ctrl+g"),
        ("find", "Find", "ctrl+f"),
        ("find-next", "Find the next", "f3"),
        ("find-previous", "Find the one before", "shift+f3"),
    ),
    *_everywhere(
        "Change",
        ("fix", "Fix the problem in this line", "f7,ctrl+full_stop"),
        ("complete", "Complete the word", "f4,ctrl+@,ctrl+space"),
        ("rename", "Rename this label everywhere", "f2"),
        ("replace", "Find and replace", "ctrl+r"),
        ("format", "Lay the text out anew", "f9"),
        ("undo", "Undo", "ctrl+z,super+z"),
        ("redo", "Redo", "ctrl+y,super+y,ctrl+shift+z"),
        ("begin", "Write a first map, to change it", ""),
    ),
)

TEXT = (
    *in_place(
        "text",
        "Branches and lines",
        ("indent-branch", "Move the branch a step in", "tab", ""),
        ("dedent-branch", "Move the branch a step out", "shift+tab", ""),
        ("move-branch-up", "Move the branch up", "alt+up", ""),
        ("move-branch-down", "Move the branch down", "alt+down", ""),
        (
            "toggle-comment",
            "Make a comment of the branch, or undo that",
            "ctrl+underscore,ctrl+slash,alt+h",
            "",
        ),
        ("duplicate-lines", "Duplicate the line", "ctrl+d", ""),
        ("delete-line", "Delete the line", "ctrl+shift+k,alt+k", ""),
    ),
    *in_place(
        "text",
        "Copying",
        ("copy", "Copy, the line where nothing is selected", "ctrl+c,super+c", ""),
        ("cut", "Cut, the line where nothing is selected", "ctrl+x,super+x", ""),
        ("paste", "Paste", "ctrl+v,super+v", ""),
        ("select-all", "Select everything", "ctrl+a", ""),
        ("select-line", "Select the line", "ctrl+l", ""),
    ),
    *shared(
        *in_place(
            "text",
            "Change",
            ("undo", "Undo", "ctrl+z,super+z", ""),
            ("redo", "Redo", "ctrl+y,super+y,ctrl+shift+z", ""),
        ),
        *in_place(
            "text",
            "Go",
            ("next-problem", "Next problem", "f8", ""),
            ("previous-problem", "Previous problem", "shift+f8", ""),
        ),
    ),
    *moves(
        *in_place(
            "text",
            "Deleting",
            ("delete-left", "Delete to the left", "backspace", ""),
            ("delete-right", "Delete to the right", "delete", ""),
            ("delete-word-left", "Delete the word before", "ctrl+w,ctrl+backspace,alt+backspace", ""),
            ("delete-word-right", "Delete the word after", "ctrl+delete,alt+delete,alt+d", ""),
            ("delete-to-start-of-line", "Delete to the start of the line", "ctrl+u", ""),
            ("delete-to-end-of-line", "Delete to the end of the line", "ctrl+k", ""),
        ),
        *in_place(
            "text",
            "Moving",
            ("new-line", "New line, indented as this one", "enter", ""),
            ("cursor-up", "Up", "up", ""),
            ("cursor-down", "Down", "down", ""),
            ("cursor-left", "Left", "left", ""),
            ("cursor-right", "Right", "right", ""),
            ("cursor-word-left", "A word left", "ctrl+left,alt+b", ""),
            ("cursor-word-right", "A word right", "ctrl+right,alt+f", ""),
            ("cursor-line-start", "Start of the row", "home", ""),
            ("cursor-line-end", "End of the row", "end", ""),
            ("cursor-text-start", "Start of the text", "ctrl+home", ""),
            ("cursor-text-end", "End of the text", "ctrl+end", ""),
            ("cursor-page-up", "A page up", "pageup", ""),
            ("cursor-page-down", "A page down", "pagedown", ""),
        ),
        *in_place(
            "text",
            "Selecting",
            ("cursor-up-selecting", "Select a row up", "shift+up", "cursor_up(True)"),
            ("cursor-down-selecting", "Select a row down", "shift+down", "cursor_down(True)"),
            ("cursor-left-selecting", "Select left", "shift+left", "cursor_left(True)"),
            ("cursor-right-selecting", "Select right", "shift+right", "cursor_right(True)"),
            ("cursor-word-left-selecting", "Select a word left", "ctrl+shift+left", "cursor_word_left(True)"),
            (
                "cursor-word-right-selecting",
                "Select a word right",
                "ctrl+shift+right",
                "cursor_word_right(True)",
            ),
            (
                "cursor-line-start-selecting",
                "Select to the start of the row",
                "shift+home",
                "cursor_line_start(True)",
            ),
            (
                "cursor-line-end-selecting",
                "Select to the end of the row",
                "shift+end",
                "cursor_line_end(True)",
            ),
            (
                "cursor-text-start-selecting",
                "Select to the start of the text",
                "ctrl+shift+home",
                "cursor_text_start(True)",
            ),
            (
                "cursor-text-end-selecting",
                "Select to the end of the text",
                "ctrl+shift+end",
                "cursor_text_end(True)",
            ),
        ),
    ),
)

ACTIONS: Final[tuple[Action, ...]] = (
    *EVERYWHERE,
    *TEXT,
    *FIND,
    *OUTLINE,
    *RELATION,
    *DIAGRAM,
    *PROBLEMS,
    *LIST,
    *REVIEW,
)
"""All actions; no two have one id."""

BY_ID: Final = {action.id: action for action in ACTIONS}


def actions_of(place: Place) -> tuple[Action, ...]:
    """The actions that belong to one place, in the order of the help sheet."""
    return tuple(action for action in ACTIONS if action.place == place)


def actions_in(place: Place) -> tuple[Action, ...]:
    """The actions that count in one place beside those everywhere: its own, and those of lists in a list."""
    return actions_of(place) + (actions_of("list") if place in LISTS else ())


def meet(one: Place, other: Place) -> bool:
    """Whether a key of an action in one place could be meant for one in the other."""
    if one == other or "everywhere" in (one, other):
        return True
    return "list" in (one, other) and bool(LISTS & {one, other})
