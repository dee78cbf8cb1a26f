"""What an export says in the editor names the rows of its dialog, not options of the command line."""

from pathlib import Path

import pytest

from argmap.editor.export.choices import Export, rows, wishes
from argmap.editor.export.exporter import perform
from argmap.editor.export.words import in_words_of
from argmap.model.build import parse
from argmap.model.parts.choice import Choice
from argmap.pages.exporting import ExportError

MAPS = Path(__file__).parents[2] / "maps"
MAP = parse("thesis t: T\n  because r: R\n")
USUAL = {row.id: row.values[0].id for row in rows(MAP)}


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ("--page a3 makes it 7.0 pt", "Page “A3” makes it 7.0 pt"),
        (
            "--pages spreads it over about 4 sheets",
            "Sheets “an overview and numbered sheets” spreads it over about 4 sheets",
        ),
        ("--depth 2 draws the first 2 levels", "Levels “2 below the top” draws the first 2 levels"),
        ("--depth 9 draws the first 9 levels", "fewer Levels draws the first 9 levels"),
        ("--section “A \\1 b” draws that section", "Part “section A \\1 b” draws that section"),
        ("--section draws one section", "a section under Part draws one section"),
        ("drawn as a tree (--layout tidy);", "drawn as a tree (Layout “as trees, with references”);"),
        (
            "--pages instead of --handout divides it",
            "Form “PDF, a drawing to print” with Sheets “an overview and numbered sheets” divides it",
        ),
        ("choose a part, with --focus, --depth or --section", "choose a part, with a Part or fewer Levels"),
    ],
)
def test_options_are_the_rows_and_values_of_the_dialog(said: str, words: str) -> None:
    assert in_words_of(rows(MAP), said) == words


@pytest.mark.parametrize(
    "chosen",
    [{"page": "16:9"}, {"page": "a4"}, {"form": "pdf", "page": "16:9", "several": "steps"}],
    ids=" ".join,
)
def test_no_export_speaks_of_options(chosen: dict[str, str], tmp_path: Path) -> None:
    path = MAPS / "turkish-russian-relations.argmap"
    large = parse(path.read_text(encoding="utf-8"), name=str(path))
    export = Export(Choice(), wishes({**USUAL, **chosen}), tmp_path / "large")
    try:
        said = " ".join(perform(large, export).said)
    except ExportError as problem:
        said = str(problem)
    assert "it can hardly be read: " in said
    assert "--" not in said
