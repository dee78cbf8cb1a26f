"""The export dialog, what it asks for, and making it."""

import asyncio
from pathlib import Path

import pytest
from sheets_host import NOT_CLOSED, SIZES, Host, answer, played, shown
from textual.pilot import Pilot
from textual.widgets import Input

from argmap.editor.export.choices import Export, Value, part, rows, suffix, values_of, wishes
from argmap.editor.export.dialog import ExportDialog
from argmap.editor.export.exporter import Exporter, perform
from argmap.editor.export.opening import opener
from argmap.model.build import parse
from argmap.model.parts.choice import Choice
from argmap.pages.citation_styles import style_named
from argmap.pages.exporting import ExportError, ExportWishes, PageWishes
from argmap.pages.picturing import PictureWishes

MAP = parse("""\
map Buy-in
source edm: Eurasia Daily Monitor 17/163
section Main
thesis buy-in: Russia prefers Turkish buy-in
  because west: Georgia went West [@edm]
  but arms: Turkey arms Ukraine
""")
ROWS = rows(MAP, selected="west")
USUAL = {row.id: row.values[0].id for row in ROWS}


def dialog(folder: Path) -> ExportDialog:
    return ExportDialog(MAP, folder / "debate.argmap", selected="west")


def result(*keys: str, folder: Path, size: tuple[int, int] = (80, 24)) -> Export:
    found = answer(dialog(folder), *keys, size=size)
    assert isinstance(found, Export)
    return found


def row(id: str) -> list[Value]:
    return list(next(row for row in ROWS if row.id == id).values)


def test_the_usual_export_is_a_drawing_of_the_whole_map() -> None:
    assert wishes(USUAL) == ExportWishes(
        "svg",
        picture=PictureWishes(look="cards", direction="down", layout="auto", legend=True),
    )


@pytest.mark.parametrize(
    ("name", "depth", "choice"),
    [
        ("@west", "2", Choice(focus=("west",), depth=2)),
        ("main", "", Choice(section="main")),
        ("", "0", Choice(depth=0)),
    ],
)
def test_a_part_is_the_selected_claim_or_a_section(name: str, depth: str, choice: Choice) -> None:
    assert name in {value.id for value in row("part")}
    assert depth in {value.id for value in row("depth")}
    assert part({**USUAL, "part": name, "depth": depth}) == choice


def test_only_what_counts_for_a_form_is_asked_for() -> None:
    chosen = {**USUAL, "look": "plain dark", "judgement": "strength", "style": "apa", "page": "letter"}
    assert wishes({**chosen, "form": "json"}) == ExportWishes("json")
    assert wishes({**chosen, "form": "svg"}).style is None
    handout = wishes({**chosen, "form": "handout"})
    assert (handout.form, handout.handout, handout.style) == ("pdf", True, style_named("apa"))
    assert handout.pages == PageWishes("letter")
    assert handout.picture.dark
    assert handout.picture.standing
    assert handout.picture.strength


def test_the_page_offers_the_looks_that_it_has() -> None:
    look = next(row for row in ROWS if row.id == "look")
    assert [value.id for value in values_of(look, {**USUAL, "form": "html"})] == ["cards", "elbows"]


def test_a_handout_is_printed_on_paper() -> None:
    page = next(row for row in ROWS if row.id == "page")
    assert [value.id for value in values_of(page, {**USUAL, "form": "handout"})] == ["a4", "a3", "letter"]


def test_sheets_and_slides_have_pages_of_their_own() -> None:
    assert wishes({**USUAL, "several": "steps"}).pages == PageWishes(steps=True)
    assert wishes({**USUAL, "several": "pages", "page": "a3"}).pages == PageWishes("a3", pages=True)


def test_trees_leave_no_layout_to_choose() -> None:
    assert wishes({**USUAL, "look": "elbows", "layout": "dot"}).picture.layout is None


@pytest.mark.parametrize("size", SIZES)
def test_enter_exports_beside_the_map(size: tuple[int, int], tmp_path: Path) -> None:
    found = result("enter", folder=tmp_path, size=size)
    assert (found.wishes.form, found.output) == ("svg", tmp_path / "debate.svg")


@pytest.mark.parametrize("size", SIZES)
def test_arrows_choose_and_the_file_follows_the_form(size: tuple[int, int], tmp_path: Path) -> None:
    found = result("right", "right", "down", "right", "down", "left", "enter", folder=tmp_path, size=size)
    assert found.wishes.form == "png"
    assert found.part == Choice(focus=("west",), depth=5)
    assert found.output.name == "debate.png"


@pytest.mark.parametrize("size", SIZES)
def test_the_row_that_one_is_in_is_seen(size: tuple[int, int], tmp_path: Path) -> None:
    assert "Judgement" in shown(dialog(tmp_path), *["down"] * 6, size=size)


def test_a_click_chooses_and_exports(tmp_path: Path) -> None:
    async def use(pilot: Pilot[None], host: Host) -> None:
        await pilot.click("#export-form", offset=(20, 0))
        await pilot.click("#export-form", offset=(20, 0))
        await pilot.click("#export-form", offset=(2, 0))
        await pilot.click("#export-do")

    found = played(dialog(tmp_path), script=use).result
    assert found.wishes.form == "pdf"


def test_a_file_of_the_map_is_never_the_target(tmp_path: Path) -> None:
    argument_map = parse("thesis t: T\n", name=str(tmp_path / "debate.svg"))
    made = ExportDialog(argument_map, tmp_path / "debate.argmap")
    assert answer(made, "enter") is NOT_CLOSED
    again = ExportDialog(argument_map, tmp_path / "debate.argmap")
    assert "a file of the map itself" in shown(again, "enter")


def test_a_file_that_is_there_is_replaced_at_the_second_time_only(tmp_path: Path) -> None:
    (tmp_path / "debate.svg").write_text("old")
    assert "is there already" in shown(dialog(tmp_path))
    assert answer(dialog(tmp_path), "enter") is NOT_CLOSED
    assert "Enter once more replaces it" in shown(dialog(tmp_path), "enter")
    assert answer(dialog(tmp_path), "enter", "enter").output == tmp_path / "debate.svg"
    (tmp_path / "debate.png").write_text("old")
    assert answer(dialog(tmp_path), "enter", "right", "right", "enter") is NOT_CLOSED


def test_a_folder_is_refused(tmp_path: Path) -> None:
    (tmp_path / "debate.pdf").mkdir()
    assert answer(dialog(tmp_path), "right", "enter") is NOT_CLOSED


@pytest.mark.parametrize("name", ["", ".svg", "/", "..", "~nobody-of-that-name/x", "a\0b", "x" * 300])
def test_any_name_can_be_written(name: str, tmp_path: Path) -> None:
    async def use(pilot: Pilot[None], host: Host) -> None:
        host.screen.query_one(Input).value = name
        await pilot.press("enter")

    found = played(dialog(tmp_path), script=use).result
    assert found is NOT_CLOSED or found.output.name.endswith(".svg")


def test_the_next_export_begins_with_the_choices_of_the_last(tmp_path: Path) -> None:
    before = {**USUAL, "form": "png", "look": "print", "part": "@gone"}
    found = answer(ExportDialog(MAP, tmp_path / "debate.argmap", before=before), "enter")
    assert (found.wishes.form, found.wishes.picture.look, found.part) == ("png", "print", Choice())


MAGIC = {"svg": b"<?xml", "dot": b"digraph", "html": b"<!doctype html>", "json": b"{", "md": b"#", "typ": b""}


@pytest.mark.parametrize("form", MAGIC)
def test_each_form_is_written(form: str, tmp_path: Path) -> None:
    export = Export(
        Choice(focus=("west",)), wishes({**USUAL, "form": form}), tmp_path / f"debate{suffix(form)}"
    )
    perform(MAP, export)
    data = export.output.read_bytes()
    assert data.lower().startswith(MAGIC[form])
    assert b"Georgia went West" in data
    assert (tmp_path / "debate-diagram.svg").exists() == (form == "md")


@pytest.mark.slow
@pytest.mark.parametrize(("form", "magic"), [("pdf", b"%PDF"), ("handout", b"%PDF"), ("png", b"\x89PNG")])
def test_each_form_of_pages_and_pixels_is_written(form: str, magic: bytes, tmp_path: Path) -> None:
    chosen = {**USUAL, "form": form, "judgement": "strength", "style": "apa"}
    export = Export(Choice(), wishes(chosen), tmp_path / f"debate{suffix(form)}")
    perform(MAP, export)
    assert export.output.read_bytes().startswith(magic)


def test_slides_are_numbered_files(tmp_path: Path) -> None:
    export = Export(Choice(), wishes({**USUAL, "several": "steps"}), tmp_path / "debate.svg")
    written = perform(MAP, export)
    assert [path.name for path in written.files[:2]] == ["debate-1.svg", "debate-2.svg"]
    assert all(path.exists() for path in written.files)


def test_no_slide_takes_the_place_of_a_file_of_the_map(tmp_path: Path) -> None:
    argument_map = parse("thesis t: T\n  because r: R\n", name=str(tmp_path / "debate-1.svg"))
    export = Export(Choice(), wishes({**USUAL, "several": "steps"}), tmp_path / "debate.svg")
    with pytest.raises(ExportError, match="a file of the map itself"):
        perform(argument_map, export)
    assert not list(tmp_path.iterdir())


def test_what_the_map_does_not_have_is_told() -> None:
    export = Export(Choice(focus=("wset",)), ExportWishes("svg"), Path("unwritten.svg"))
    with pytest.raises(ExportError, match="did you mean west"):
        perform(MAP, export)


def told(export: Export) -> str:
    """What the exporter says of an export that it makes in its thread."""

    class Listening(Host):
        heard = ""

        def on_exporter_done(self, message: Exporter.Done) -> None:
            self.heard = f"done {message.written.files[0].name}"

        def on_exporter_failed(self, message: Exporter.Failed) -> None:
            self.heard = message.problem

    async def run() -> str:
        host = Listening()
        async with host.run_test() as pilot:
            exporter = Exporter()
            await host.mount(exporter)
            exporter.start(MAP, export)
            await host.workers.wait_for_complete()
            await pilot.pause()
            return host.heard

    return asyncio.run(run())


def test_the_exporter_tells_when_it_is_done_and_why_not(tmp_path: Path) -> None:
    assert told(Export(Choice(), ExportWishes("dot"), tmp_path / "debate.dot")) == "done debate.dot"
    problem = told(Export(Choice(), ExportWishes("dot"), tmp_path / "none" / "debate.dot"))
    assert "debate.dot: cannot be written: there is no folder" in problem


def found(name: str) -> str:
    return f"/usr/bin/{name}"


@pytest.mark.parametrize(
    ("environment", "platform", "command"),
    [
        ({"DISPLAY": ":0"}, "linux", ("/usr/bin/xdg-open",)),
        ({"WAYLAND_DISPLAY": "wayland-0"}, "linux", ("/usr/bin/xdg-open",)),
        ({}, "linux", None),
        ({"DISPLAY": ":0", "SSH_CONNECTION": "10.0.0.1"}, "linux", None),
        ({}, "darwin", ("/usr/bin/open",)),
        ({"SSH_TTY": "/dev/pts/1"}, "darwin", None),
        ({}, "win32", ("explorer",)),
    ],
)
def test_a_file_is_opened_where_somebody_sees_it(
    environment: dict[str, str], platform: str, command: tuple[str, ...] | None
) -> None:
    assert opener(environment, platform, found) == command


def test_without_the_program_nothing_is_opened() -> None:
    assert opener({"DISPLAY": ":0"}, "linux", lambda _: None) is None
