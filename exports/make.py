"""Draw every map of maps/ into this folder: whole, and the article's one sheet a section.

    .venv/bin/python exports/make.py

The DOT files are compared in the tests; the pictures were looked at.
"""

import sys
from collections.abc import Iterator
from pathlib import Path

import argmap
from argmap.drawing.dot import to_dot
from argmap.drawing.export import draw
from argmap.model.parts.section import section_map
from argmap.source.files import replace_file

HERE = Path(__file__).parent
MAPS = HERE.parent / "maps"
WHOLE = ("turkish-russian-relations", "compulsory-voting", "first-cause", "language-tour")
BY_SECTION = ("turkish-russian-relations",)


def sheets() -> Iterator[tuple[Path, argmap.ArgumentMap]]:
    """Every sheet: its file, without a suffix, and the map that it shows."""
    for name in WHOLE:
        whole = argmap.load(MAPS / f"{name}.argmap")
        yield HERE / name, whole
        if name in BY_SECTION:
            for number, section in enumerate(whole.sections, start=1):
                yield HERE / f"{name}-sections" / f"{number}-{section}", section_map(whole, section)


def main() -> None:
    """Draw all sheets as DOT, SVG, PDF and PNG."""
    for path, sheet in sheets():
        path.parent.mkdir(exist_ok=True)
        replace_file(path.with_name(path.name + ".dot"), to_dot(sheet).encode())
        for form in ("svg", "pdf", "png"):
            replace_file(path.with_name(f"{path.name}.{form}"), draw(sheet, form))
        print(path.relative_to(HERE.parent), file=sys.stderr)


if __name__ == "__main__":
    main()
