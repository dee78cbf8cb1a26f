"""The actions of the panes beside the text, by their places."""

from argmap.editor.action import Action, in_place, moves

FIND = moves(
    *in_place(
        "find",
        "Finding",
        ("next", "Find the next", "down", "find_next"),
        ("previous", "Find the one before", "up,shift+enter", "find_previous"),
        ("case", "Match case, or not", "alt+c", "toggle_option('case')"),
        ("word", "Whole words, or not", "alt+w", "toggle_option('word')"),
        ("pattern", "A regular expression, or not", "alt+r", "toggle_option('pattern')"),
        ("replace-all", "Replace all", "alt+a,ctrl+enter", ""),
        ("close", "Close", "escape", ""),
    )
)

LIST = moves(
    *in_place(
        "list",
        "Moving",
        ("source", "To its line in the text", "enter", ""),
        ("up", "Up", "up,k", "move(-1)"),
        ("down", "Down", "down,j", "move(1)"),
        ("page-up", "A page up", "pageup", "page(-1)"),
        ("page-down", "A page down", "pagedown", "page(1)"),
        ("first", "To the first row", "home,g", ""),
        ("last", "To the last row", "end,G", ""),
    )
)

OUTLINE = (
    *in_place(
        "outline",
        "Outline",
        ("filter", "Show only what holds a word", "slash", ""),
        ("fold", "Fold the branch, or unfold it", "space", ""),
        ("fold-all", "Fold all branches", "minus", ""),
        ("unfold-all", "Unfold all branches", "asterisk", ""),
        ("move-up", "Move the branch up", "alt+up,shift+up,K", "branch('up')"),
        ("move-down", "Move the branch down", "alt+down,shift+down,J", "branch('down')"),
        (
            "move-in",
            "Move the branch a step in",
            "alt+right,ctrl+right,shift+right,greater_than_sign",
            "branch('in')",
        ),
        (
            "move-out",
            "Move the branch a step out",
            "alt+left,ctrl+left,shift+left,less_than_sign",
            "branch('out')",
        ),
        ("cut", "Take the branch, to put it elsewhere", "x", ""),
        ("paste", "Put the branch below this claim", "p", ""),
    ),
    *moves(
        *in_place(
            "outline",
            "Moving",
            ("out", "Fold, or to what it bears on", "left,h", ""),
            ("into", "Unfold, or to its first reason", "right,l", ""),
            ("escape", "End the filter or the move", "escape", ""),
        )
    ),
)

RELATION = moves(
    *(
        Action(f"outline.as-{word}", f"As {word}", key, "Put it below", "relation", f"choose('{keyword}')")
        for key, keyword, word in (
            ("r", "because", "reason"),
            ("o", "but", "objection"),
            ("e", "evidence", "evidence"),
            ("x", "unless", "exception"),
            ("p", "and", "premise"),
            ("w", "since", "warrant"),
            ("a", "assuming", "assumption"),
        )
    ),
    Action(
        "outline.as-cancel", "Leave the branch where it is", "escape", "Put it below", "relation", "cancel"
    ),
)

DIAGRAM = (
    *in_place(
        "diagram",
        "Diagram",
        ("source", "To its line in the text", "enter", ""),
        ("fold", "Fold what bears on the claim, or unfold it", "f", ""),
        ("neighbourhood", "Only what is near, or all", "n", ""),
        ("less-near", "Less of what is near", "left_square_bracket", "depth(-1)"),
        ("more-near", "More of what is near", "right_square_bracket", "depth(1)"),
        ("objection", "To the first objection", "o", ""),
        ("home", "To the thesis", "home", ""),
        ("nearer", "More of each claim", "plus,equals_sign", "zoom(1)"),
        ("farther", "More claims", "minus,underscore", "zoom(-1)"),
        ("turn", "Grow to the right, or down", "d", ""),
    ),
    *moves(
        *in_place(
            "diagram",
            "Moving",
            *(
                (f"go-{arrow}", f"Along the relation {arrow}", arrow, f"go('{arrow}')")
                for arrow in ("left", "right", "up", "down")
            ),
            *(
                (f"pan-{arrow}", f"Move the sheet {arrow}", f"shift+{arrow}", f"pan({x}, {y})")
                for arrow, x, y in (("left", -1, 0), ("right", 1, 0), ("up", 0, -1), ("down", 0, 1))
            ),
            ("page-up", "A page up", "pageup", "pan(0, -6)"),
            ("page-down", "A page down", "pagedown", "pan(0, 6)"),
        )
    ),
)

PROBLEMS = in_place(
    "problems",
    "Problems",
    ("fix", "Fix this problem", "f", ""),
    ("explain", "Explain the message", "question_mark", ""),
    ("errors", "Show errors, or not", "e", "show_kind('error')"),
    ("warnings", "Show warnings, or not", "w", "show_kind('warning')"),
    ("hints", "Show hints, or not", "h", "show_kind('hint')"),
)

REVIEW = (
    *in_place(
        "review",
        "Your verdict",
        ("accept", "Accept the claim", "a", ""),
        ("reject", "Reject the claim", "r", ""),
        ("doubt", "Doubt the claim", "d", ""),
        ("ask", "Ask about the claim", "k,question_mark", ""),
        ("comment", "Comment on the claim", "c", ""),
        ("likelihood", "Say how likely the claim is", "percent_sign", ""),
        ("answer", "Answer a critical question", "q", ""),
        ("withdraw", "Take the verdict back", "backspace", ""),
        ("undo", "Undo", "u", ""),
        ("redo", "Redo", "U", ""),
    ),
    *in_place(
        "review",
        "Going through the map",
        ("next", "Next claim without a verdict", "n", ""),
        ("previous", "The one before without a verdict", "p", ""),
        ("next-claim", "Next claim", "right,l", "step(1)"),
        ("previous-claim", "The claim before", "left,j", "step(-1)"),
        ("thesis", "To the thesis", "t", ""),
    ),
    *in_place(
        "review",
        "Does it hold?",
        ("why", "Why the claim stands or falls", "w", ""),
        ("what-if", "What if it fell, or stood?", "x", ""),
        ("put-back", "End the what if", "escape", ""),
        ("hinges", "What the thesis hinges on", "h", ""),
    ),
)
