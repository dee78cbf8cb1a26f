"""Draw the maps of maps/ into this folder, in argmap's looks and forms, and list them in README.md.

    .venv/bin/python exports/make.py

Everything here comes out of the commands that README.md shows. The tests draw again what is the same on every
machine, and compare; the pictures were looked at.
"""

import shlex
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import argmap

HERE = Path(__file__).parent
ROOT = HERE.parent
ARTICLE = "turkish-russian-relations"
WHOLE = (ARTICLE, "compulsory-voting", "first-cause", "language-tour")


@dataclass(frozen=True)
class Export:
    """A file of this folder: the map that it shows, the options it was made with, and what to look at."""

    file: str
    map: str
    options: tuple[str, ...] = ()
    note: str = ""

    @property
    def arguments(self) -> list[str]:
        """Of `argmap`, in the folder above this one."""
        return ["export", f"maps/{self.map}.argmap", *self.options, "-o", f"exports/{self.file}"]

    @property
    def command(self) -> str:
        """As it is typed."""
        return shlex.join(["argmap", *self.arguments])


def _export(file: str, map: str, options: str, note: str) -> Export:
    return Export(file, map, tuple(shlex.split(options)), note)


SHOWN = (
    _export(
        "first-cause-elbows.svg",
        "first-cause",
        "--look elbows",
        "An argument in standard form as a tree. Premises that count only together share a box; the dot "
        "above it names the rule; an exception points at the dot of the step that it questions.",
    ),
    _export(
        "turkish-russian-relations-thesis.svg",
        ARTICLE,
        "--look elbows --focus buy-in --depth 1",
        "The thesis of an article with its first level. A card whose branch is cut says how much is hidden.",
    ),
    _export(
        "compulsory-voting-standing.svg",
        "compulsory-voting",
        "--look elbows --focus left-alone --standing --strength",
        "What falls is struck out, and a bar says how far each claim goes.",
    ),
    _export(
        "compulsory-voting-section.svg",
        "compulsory-voting",
        "--section 'Whether it makes better voters'",
        "One section of a larger map.",
    ),
    _export(
        "compulsory-voting-print.svg",
        "compulsory-voting",
        "--look print --section 'Whether it makes better voters'",
        "The same for a photocopier: kinds are told apart by line and head alone.",
    ),
    _export(
        "compulsory-voting-dark.svg",
        "compulsory-voting",
        "--dark --section 'Whether it makes better voters'",
        "And for a dark screen.",
    ),
    _export(
        "first-cause-right.svg",
        "first-cause",
        "--direction right --section Argument",
        "Growing to the right; `left` and `up` are there too.",
    ),
    _export(
        "language-tour-plain.svg",
        "language-tour",
        "--look plain --section 'The argument on the board'",
        "Outlines only: numbered lines from the board of a class.",
    ),
)
"""What README.md shows as pictures."""

NAMED = (
    _export(f"{ARTICLE}.html", ARTICLE, "", "one page to read and to present from"),
    _export(
        f"{ARTICLE}-handout.pdf", ARTICLE, "--handout --style apa", "the argument on paper, in APA style"
    ),
    _export(f"{ARTICLE}-sheets.pdf", ARTICLE, "--pages --page 16:9", "an overview and ten numbered sheets"),
    _export(
        "first-cause-steps.pdf",
        "first-cause",
        "--direction right --section Argument --steps",
        "slides, one step more on each",
    ),
    _export(f"{ARTICLE}-trees.svg", ARTICLE, "--look elbows", "all of the article as trees"),
    _export(f"{ARTICLE}.png", ARTICLE, "--dpi 96", "all of it on levels, in pixels"),
    *(_export(f"{name}.{form}", name, "", "") for name in WHOLE for form in ("svg", "pdf")),
)
"""What README.md names: pages, slides and whole maps."""


def sections() -> Iterator[Export]:
    """A sheet for each section of the article; of the first one also as PNG, for the README above."""
    for number, title in enumerate(
        argmap.load(ROOT / "maps" / f"{ARTICLE}.argmap").sections.values(), start=1
    ):
        name = f"{ARTICLE}-sections/{number}-{title.title.lower().replace(' ', '-')}"
        for form in ("svg", "pdf", "png") if number == 1 else ("svg", "pdf"):
            yield Export(f"{name}.{form}", ARTICLE, ("--section", title.title))


def golden() -> Iterator[Export]:
    """The whole maps and the sheets as DOT, which is the same on every machine."""
    for name in WHOLE:
        yield Export(f"{name}.dot", name)
    for sheet in sections():
        if sheet.file.endswith(".svg"):
            yield Export(sheet.file.removesuffix("svg") + "dot", sheet.map, sheet.options)


def everything() -> list[Export]:
    """All files of this folder but this one and README.md."""
    return [*SHOWN, *NAMED, *sections(), *golden()]


def index() -> str:
    """README.md."""
    lines = [
        "# What argmap draws",
        "",
        "Each picture stands under the command that made it; `make exports` runs them all. The maps are",
        "those of [maps/](../maps/).",
    ]
    for shown in SHOWN:
        lines += ["", shown.note, "", f"    {shown.command}", "", f"![{_spoken(shown)}]({shown.file})"]
    lines += ["", "## Pages, slides, whole maps", ""]
    for named in NAMED:
        note = f", {named.note}" if named.note else ""
        lines.append(f"- [{named.file}]({named.file}){note}: `{named.command}`")
    lines += ["", "The article also one sheet a section, each as SVG, PDF and DOT:", ""]
    for sheet in sections():
        if sheet.file.endswith(".svg"):
            lines.append(f"- [{sheet.options[1]}]({sheet.file}): `{sheet.command}`")
    return "\n".join(lines) + "\n"


def _spoken(shown: Export) -> str:
    title = argmap.load(ROOT / "maps" / f"{shown.map}.argmap").title
    return f"{title} ({shlex.join(shown.options)})"


def main() -> None:
    """Make everything, and README.md."""
    for export in everything():
        (HERE / export.file).parent.mkdir(exist_ok=True)
        print(export.command, file=sys.stderr)
        subprocess.run([sys.executable, "-m", "argmap", *export.arguments], cwd=ROOT, check=True)
    (HERE / "README.md").write_text(index(), encoding="utf-8")


if __name__ == "__main__":
    main()
