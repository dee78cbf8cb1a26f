"""The dialog that asks how the map is to be exported."""

import os
from collections.abc import Mapping
from pathlib import Path
from stat import S_ISDIR
from typing import ClassVar, Literal

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.widgets import Button, Input, Label

from argmap.editor.dialogs.dialog import Dialog
from argmap.editor.export.choice_row import ChoiceRow
from argmap.editor.export.choices import Export, counts, part, rows, suffix, values_of, wishes
from argmap.model.map import ArgumentMap
from argmap.source.cells import printable


class ExportDialog(Dialog[Export]):
    """Asks for the form of an export and all that counts for it; the result is one `Export`.

    `path` is the file of the map, beside which the export goes. `before` are the values of an earlier export,
    as `chosen` gave them.
    """

    DEFAULT_CSS = """
    ExportDialog {
        & > .dialog { max-width: 72; }
        & .dialog-scroll { max-height: 66vh; }
        & #export-to { height: 1; & Label { width: 11; } & Input { background: $panel; width: 1fr; } }
        & #export-buttons { height: 1; margin-top: 1; & Button { margin-right: 2; } }
        &.-small .dialog-scroll { height: 1fr; max-height: 100%; }
        &.-small .dialog-title { display: none; }
        &.-small #export-to Label { width: 5; }
        &.-small #export-buttons { display: none; }
        &:ansi Input { background: ansi_default; text-style: underline; }
        &:ansi #export-do { color: ansi_default; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down", "app.focus_next", show=False, priority=True),
        Binding("up", "app.focus_previous", show=False, priority=True),
        Binding("enter", "export", show=False),
        Binding("ctrl+e", "export", show=False, priority=True),
    ]

    def __init__(
        self,
        argument_map: ArgumentMap,
        path: Path,
        *,
        selected: str | None = None,
        before: Mapping[str, str] | None = None,
    ) -> None:
        super().__init__()
        self._rows = rows(argument_map, selected=selected)
        self._read = {os.path.realpath(name) for name in (*argument_map.texts, str(path))}
        self._path = path
        self._before = before or {}
        self._asked_about: Path | None = None
        """The file of which the writer was asked last whether it is to be replaced."""

    def compose(self) -> ComposeResult:
        """A row for each choice, and the file."""
        with Vertical(classes="dialog"):
            yield Label("Export", classes="dialog-title")
            with VerticalScroll(classes="dialog-scroll", can_focus=False):
                yield from map(ChoiceRow, self._rows)
                with Horizontal(id="export-to"):
                    yield Label("File")
                    yield Input(str(self._path.with_suffix(".svg")), compact=True, select_on_focus=False)
            yield Label("", classes="dialog-message", markup=False)
            with Horizontal(id="export-buttons"):
                yield Button("Export", compact=True, variant="primary", id="export-do")
                yield Button("Cancel", compact=True, id="export-cancel")
            yield Label("↑ ↓ rows · ← → choices · Enter exports · Esc goes back", classes="dialog-hint")

    def on_mount(self) -> None:
        """Begin where an earlier export ended."""
        for row in self.query(ChoiceRow):
            if self._before.get(row.row.id) in {value.id for value in row.row.values}:
                row.value = self._before[row.row.id]
        self._settle()
        self.query(ChoiceRow).first().focus()

    @property
    def chosen(self) -> dict[str, str]:
        """The values of all rows, by their ids."""
        return {row.row.id: row.value for row in self.query(ChoiceRow)}

    @on(ChoiceRow.Changed)
    def _settle(self) -> None:
        """Show what counts, and give the file its suffix."""
        chosen = self.chosen
        for row in self.query(ChoiceRow):
            row.offer(values_of(row.row, chosen))
            row.display = counts(row.row, chosen)
        field = self.query_one(Input)
        wanted = suffix(chosen["form"])
        if Path(field.value).name and Path(field.value).suffix != wanted:
            field.value = str(Path(field.value).with_suffix(wanted))
        self._say()

    @on(Input.Changed)
    def _say(self) -> bool:
        """Say what stands against the file, or what will become of it; whether it can be written."""
        written = self.query_one(Input).value.strip()
        wanted = suffix(self.chosen["form"])
        message, right = "", False
        if not Path(written).name or "\0" in written or Path(written).name in {wanted, ".."}:
            message = "give the export a name"
        elif os.path.realpath(self._target(written)) in self._read:
            message = "this is a file of the map itself: give the export another name"
        elif _there(self._target(written)) == "folder":
            message = "this is a folder: give the export a name in it"
        else:
            right = True
            message = "this file is there already" if _there(self._target(written)) else ""
        self._tell(message)
        return right

    def _tell(self, message: str) -> None:
        label = self.query_one(".dialog-message", Label)
        label.update(printable(message))
        label.display = bool(message)

    def _target(self, written: str) -> Path:
        target = Path(os.path.expanduser(written))  # noqa: PTH111 - Path's raises for an unknown user
        wanted = suffix(self.chosen["form"])
        return target if target.suffix == wanted else target.with_name(target.name + wanted)

    @on(Input.Submitted)
    @on(Button.Pressed, "#export-do")
    def action_export(self) -> None:
        """Close with what was chosen, if the file can be written; one that is there only at a second time."""
        if not self._say():
            self.query_one(Input).focus()
            return
        target = self._target(self.query_one(Input).value.strip())
        if _there(target) and self._asked_about != target:
            self._asked_about = target
            self._tell(f"{target.name} is there already: Enter once more replaces it")
            return
        self.dismiss(Export(part(self.chosen), wishes(self.chosen), target, self.chosen))

    @on(Button.Pressed, "#export-cancel")
    def _cancel(self) -> None:
        self.action_close()


def _there(path: Path) -> Literal["folder", "file", ""]:
    """What has this name already; nothing where no file can have it, which writing will tell."""
    try:
        mode = path.stat().st_mode
    except (OSError, ValueError):
        return ""
    return "folder" if S_ISDIR(mode) else "file"
