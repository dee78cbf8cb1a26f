"""What the review asks of its host, which carries it out and shows the state that comes of it."""

from typing import TYPE_CHECKING

from textual.message import Message

if TYPE_CHECKING:
    from argmap.reasoning.verdicts import DecisionKind
    from argmap.workspace.reviewing import SchemeShown


class ClaimMessage(Message, namespace="review"):
    """Something about a claim."""

    def __init__(self, label: str) -> None:
        super().__init__()
        self.label = label


class Judge(ClaimMessage, namespace="review"):
    """Accept, reject or doubt the claim."""

    def __init__(self, label: str, kind: "DecisionKind") -> None:
        super().__init__(label)
        self.kind = kind


class AskWanted(ClaimMessage, namespace="review"):
    """The reader wants to write a question about the claim."""


class CommentWanted(ClaimMessage, namespace="review"):
    """The reader wants to write a comment on the verdict that there is; `words` are those there are."""

    def __init__(self, label: str, words: str) -> None:
        super().__init__(label)
        self.words = words


class LikelihoodWanted(ClaimMessage, namespace="review"):
    """The reader wants to say how likely the claim is; `words` are what the verdict says now."""

    def __init__(self, label: str, words: str) -> None:
        super().__init__(label)
        self.words = words


class AnswerWanted(ClaimMessage, namespace="review"):
    """The reader wants to answer a critical question of one of these schemes; there is at least one."""

    def __init__(self, label: str, schemes: "tuple[SchemeShown, ...]") -> None:
        super().__init__(label)
        self.schemes = schemes


class Withdraw(ClaimMessage, namespace="review"):
    """Take back the verdict on the claim, or else the last question about it."""


class GoTo(ClaimMessage, namespace="review"):
    """Look at the claim."""


class Try(ClaimMessage, namespace="review"):
    """Take the claim as judged so for the moment; the same again takes that back, as `try_verdict` does."""

    def __init__(self, label: str, kind: "DecisionKind") -> None:
        super().__init__(label)
        self.kind = kind


class PutBack(Message, namespace="review"):
    """End the what-if."""


class Undo(Message, namespace="review"):
    """Undo the last thing that was said."""


class Redo(Message, namespace="review"):
    """Do again what was undone."""
