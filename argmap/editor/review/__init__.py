"""Reviewing a map on the screen: claim by claim, with one key for each thing that can be said of it."""

from argmap.editor.review.messages import (
    AnswerWanted,
    AskWanted,
    CommentWanted,
    GoTo,
    Judge,
    LikelihoodWanted,
    PutBack,
    Redo,
    Try,
    Undo,
    Withdraw,
)
from argmap.editor.review.pane import ReviewPane

__all__ = [
    "AnswerWanted",
    "AskWanted",
    "CommentWanted",
    "GoTo",
    "Judge",
    "LikelihoodWanted",
    "PutBack",
    "Redo",
    "ReviewPane",
    "Try",
    "Undo",
    "Withdraw",
]
