"""argmap: write arguments in plain text, check them, and draw them.

import argmap

argument_map = argmap.load("maps/turkish-russian-relations.argmap")
for diagnostic in argmap.check(argument_map):
    print(diagnostic.message)
for label, standing in argmap.judge(argument_map).claims.items():
    print(label, standing)
"""

from typing import TYPE_CHECKING, Any

from argmap.version import __version__

if TYPE_CHECKING:
    from argmap.model.build import load, parse
    from argmap.model.elements import (
        Citation,
        Claim,
        Inference,
        Note,
        Question,
        Review,
        Section,
        Source,
        Verdict,
    )
    from argmap.model.map import ArgumentMap
    from argmap.reasoning.checking import check
    from argmap.reasoning.codes import UnknownCode
    from argmap.reasoning.standing import judge
    from argmap.reasoning.strength import strength
    from argmap.source.diagnostics import Diagnostic, Severity
    from argmap.source.files import UnreadableFile

_HOMES = {
    "check": "argmap.reasoning.checking",
    "load": "argmap.model.build",
    "parse": "argmap.model.build",
    "judge": "argmap.reasoning.standing",
    "strength": "argmap.reasoning.strength",
    "ArgumentMap": "argmap.model.map",
    **dict.fromkeys(
        ("Citation", "Claim", "Inference", "Note", "Question", "Review", "Section", "Source", "Verdict"),
        "argmap.model.elements",
    ),
    "Diagnostic": "argmap.source.diagnostics",
    "Severity": "argmap.source.diagnostics",
    "UnknownCode": "argmap.reasoning.codes",
    "UnreadableFile": "argmap.source.files",
}

__all__ = [
    "ArgumentMap",
    "Citation",
    "Claim",
    "Diagnostic",
    "Inference",
    "Note",
    "Question",
    "Review",
    "Section",
    "Severity",
    "Source",
    "UnknownCode",
    "UnreadableFile",
    "Verdict",
    "__version__",
    "check",
    "judge",
    "load",
    "parse",
    "strength",
]


_WAYS_TO_A_MAP = ("ArgumentMap", "load", "parse")


def _show_maps() -> None:
    """Let notebooks show maps; the drawing is imported when one does."""
    from argmap.model.displays import show_by

    def svg(argument_map: "ArgumentMap") -> str | None:
        from argmap.pages.notebook import notebook_svg

        return notebook_svg(argument_map)

    def html(argument_map: "ArgumentMap") -> str:
        from argmap.pages.notebook import notebook_html

        return notebook_html(argument_map)

    show_by("svg", svg)
    show_by("html", html)


def __getattr__(name: str) -> Any:
    """Import on first use: `argmap --version` needs none of it."""
    if name not in _HOMES:
        raise AttributeError(f"module 'argmap' has no attribute {name!r}")
    from importlib import import_module

    if name in _WAYS_TO_A_MAP:
        _show_maps()
    return getattr(import_module(_HOMES[name]), name)
