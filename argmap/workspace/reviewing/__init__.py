"""A reader goes through a map claim by claim: what is shown, what is written down, what would follow."""

from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from argmap.workspace.reviewing.acting import (
        Done,
        NotPermitted,
        answer,
        ask,
        assess,
        comment,
        judge,
        permit,
        redo,
        refreshed,
        say,
        undo,
        withdraw,
    )
    from argmap.workspace.reviewing.beside import Beside, reviews_beside
    from argmap.workspace.reviewing.going import (
        Progress,
        go,
        neighbour,
        next_unjudged,
        previous_unjudged,
        progress,
        thesis_above,
    )
    from argmap.workspace.reviewing.hinging import Hinge, HingesFound, Outcome, find_hinges
    from argmap.workspace.reviewing.keeping import (
        Kept,
        OpenReview,
        SavedReview,
        digest_of_kept,
        faults,
        is_modified,
        open_review,
        read_again_from_disk,
        save_review,
        settled,
    )
    from argmap.workspace.reviewing.sheet import (
        ClaimSheet,
        Mentioned,
        QuestionShown,
        SchemeShown,
        SourceShown,
        StepShown,
        Use,
        VerdictShown,
        about,
        open_questions,
    )
    from argmap.workspace.reviewing.state import (
        Argument,
        Judged,
        Reviewing,
        begin,
        begin_beside,
        begin_in_place,
    )
    from argmap.workspace.reviewing.trying import WhatIf, put_back, try_verdict, what_if, why

_HOMES: Final = {
    "acting": ("Done NotPermitted answer ask assess comment judge permit redo refreshed say undo withdraw"),
    "beside": "Beside reviews_beside",
    "going": "Progress go neighbour next_unjudged previous_unjudged progress thesis_above",
    "hinging": "Hinge HingesFound Outcome find_hinges",
    "keeping": (
        "Kept OpenReview SavedReview digest_of_kept faults is_modified open_review "
        "read_again_from_disk save_review settled"
    ),
    "sheet": (
        "ClaimSheet Mentioned QuestionShown SchemeShown SourceShown StepShown Use VerdictShown "
        "about open_questions"
    ),
    "state": "Argument Judged Reviewing begin begin_beside begin_in_place",
    "trying": "WhatIf put_back try_verdict what_if why",
}
"""By module, what is defined there."""

__all__ = [
    "Argument",
    "Beside",
    "ClaimSheet",
    "Done",
    "Hinge",
    "HingesFound",
    "Judged",
    "Kept",
    "Mentioned",
    "NotPermitted",
    "OpenReview",
    "Outcome",
    "Progress",
    "QuestionShown",
    "Reviewing",
    "SavedReview",
    "SchemeShown",
    "SourceShown",
    "StepShown",
    "Use",
    "VerdictShown",
    "WhatIf",
    "about",
    "answer",
    "ask",
    "assess",
    "begin",
    "begin_beside",
    "begin_in_place",
    "comment",
    "digest_of_kept",
    "faults",
    "find_hinges",
    "go",
    "is_modified",
    "judge",
    "neighbour",
    "next_unjudged",
    "open_questions",
    "open_review",
    "permit",
    "previous_unjudged",
    "progress",
    "put_back",
    "read_again_from_disk",
    "redo",
    "refreshed",
    "reviews_beside",
    "save_review",
    "say",
    "settled",
    "thesis_above",
    "try_verdict",
    "undo",
    "what_if",
    "why",
    "withdraw",
]


def __getattr__(name: str) -> Any:
    """Import on first use: an editor that only shows a text needs none of it."""
    for module, names in _HOMES.items():
        if name in names.split():
            from importlib import import_module

            return getattr(import_module(f"{__name__}.{module}"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
