"""What the editor answers about a place in the text, and the changes that it makes there."""

import os
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from textual import on, work

from argmap.editor.desk_app import DeskApp
from argmap.editor.dialogs.picker import Picker, Row
from argmap.editor.dialogs.prompt import Prompt
from argmap.editor.dialogs.viewer import Viewer
from argmap.editor.outline import messages as outline
from argmap.edits.change import Change, Refused
from argmap.source.cells import printable
from argmap.source.diagnostics import Diagnostic
from argmap.source.edits import TextEdit
from argmap.source.files import UnwritableFile
from argmap.source.spans import Span
from argmap.source.text import SourceText

if TYPE_CHECKING:
    from argmap.editor.problems.pane import Problems
    from argmap.workspace.repairs import Repair

_NAMED = frozenset({"claim", "source", "reader"})
"""What has a name that can be changed."""


class Asking(DeskApp):
    """The part of the app that answers questions about the map and changes it."""

    @property
    def _offset(self) -> int:
        self.take_text_over()
        return self.map_screen.writing.at

    @property
    def _naming(self) -> int:
        """The cursor, where it is on a name; else the label of the claim that its line writes."""
        offset = self._offset
        label = self.desk.claim_at(offset)
        place = self.desk.place(offset)
        if label is None or (place is not None and place.kind in _NAMED):
            return offset
        text = self.desk.text
        begin = text.rfind("\n", 0, offset) + 1
        found = text.find(f" {label}:", begin, text.find("\n", offset) if "\n" in text[offset:] else None)
        return offset if found < 0 else found + 1

    # Going

    def action_definition(self) -> None:
        """To where the name at the cursor is defined."""
        span = self.desk.definition(self._offset)
        if span is None:
            self.say("there is no name here that is defined somewhere")
        else:
            self._go_to(span)

    def _go_to(self, span: Span) -> None:
        """To a place from which there is a way back; another file is left behind when that is settled."""
        if os.path.normpath(span.file) == os.path.normpath(self.desk.path):
            self.trail.leave(self.here)
        self.map_screen.go_to(span)

    @work(exclusive=True, group="asking")
    async def action_references(self) -> None:
        """Choose among the places where the name at the cursor is used."""
        uses = self.desk.references(self._naming)
        if not uses:
            self.say("there is no name here that is used somewhere")
            return
        texts = self.texts()
        rows = [Row(_line_at(texts, use.span), _place_at(texts, use.span)) for use in uses]
        name = printable(uses[0].name)
        chosen = await self.push_screen_wait(Picker(f"{name} is written in {len(uses)} places", rows))
        if chosen is not None:
            self._go_to(uses[chosen].span)

    def action_next_problem(self) -> None:
        """To the next problem."""
        self.map_screen.go_to_text()
        self.map_screen.writing.area.action_next_problem()

    def action_previous_problem(self) -> None:
        """To the problem before."""
        self.map_screen.go_to_text()
        self.map_screen.writing.area.action_previous_problem()

    def go_to_claim(self, label: str) -> None:
        """To a claim by its label."""
        span = self.desk.span_of(label)
        if span is not None:
            self._go_to(span)
            self.map_screen.select(label)

    # Asking

    def action_why(self) -> None:
        """Say why the claim at the cursor stands or falls."""
        from argmap.documents.why import why

        offset = self._offset
        found = self.desk.now()
        label = self.desk.claim_at(offset)
        if label is None or found.standings is None or label not in found.standings.claims:
            self.say("put the cursor on a claim, to be told why it stands or falls")
            return
        standings = found.standings
        self.push_screen(Viewer(f"Why {label}", lambda cells: why(standings, label, cells=max(cells, 20))))

    def action_explain(self) -> None:
        """Explain the message of the cursor's line, or what stands at the cursor."""
        offset = self._offset
        here = self._messages_at(offset)
        if here:
            self.explain(here[0].code)
            return
        hover = self.desk.hover(offset)
        if hover is None:
            self.say("there is nothing here to be explained")
            return
        self.push_screen(Viewer(hover.title, "\n".join(hover.lines) or "There is no more to say about it."))

    def explain(self, code: str) -> None:
        """Show the whole explanation of a message."""
        from argmap.language.catalogue import explanation
        from argmap.reasoning.codes import entry_of

        entry = entry_of(code)
        if entry is None:
            self.say(f"{code} has no explanation")
            return
        self.push_screen(Viewer(code, lambda cells: explanation(entry, cells=cells)))

    def on_problems_explain(self, event: "Problems.Explain") -> None:
        """Explain what the pane of problems asks about."""
        self.explain(event.code)

    def _messages_at(self, offset: int) -> list[Diagnostic]:
        source = self.desk.document.version.source
        line, _ = source.position(offset)
        own = (one for one in self.desk.problems if one.span.file == self.desk.path)
        return [one for one in own if source.position(min(one.span.start, len(source.text)))[0] == line]

    # Changing

    @work(exclusive=True, group="asking")
    async def action_fix(self) -> None:
        """Apply the fix of the cursor's line, or choose among several."""
        await self._offer_fixes(self.desk.repairs(self._offset))

    def on_problems_fix(self, event: "Problems.Fix") -> None:
        """Apply the fix that the pane of problems offers."""
        from argmap.workspace.repairs import repair_of

        self.take_text_over()
        repair = repair_of(event.diagnostic, self.texts())
        if repair is None:
            self.say("the text has changed since: wait a moment, and try again")
        else:
            self._repair(repair)

    async def _offer_fixes(self, repairs: "list[Repair]") -> None:
        if not repairs:
            self.say("no message of this line has a fix")
            return
        chosen: int | None = 0
        if len(repairs) > 1:
            rows = [Row(one.title, "" if one.safe else "look at it afterwards") for one in repairs]
            chosen = await self.push_screen_wait(Picker("Fixes for this line", rows))
        if chosen is not None:
            self._repair(repairs[chosen])

    def _repair(self, repair: "Repair") -> None:
        self.change(Change(f"fixed: {repair.title}", repair.edits))

    @work(exclusive=True, group="asking")
    async def action_rename(self) -> None:
        """Give the label, source or reader at the cursor another name, everywhere."""
        offset = self._naming
        place = self.desk.place(offset)
        if place is None or place.kind not in _NAMED:
            self.say("put the cursor on a label, a source or a reader to rename it")
            return

        def wrong(name: str) -> str:
            if name in {"", place.name}:
                return ""
            try:
                self.desk.rename(offset, name)
            except Refused as problem:
                return str(problem)
            return ""

        asked = Prompt(f"Rename {printable(place.name)} to", value=place.name, check=wrong)
        name = await self.push_screen_wait(asked)
        if not name or name == place.name:
            return
        try:
            self.change(self.desk.rename(offset, name))
        except Refused as problem:
            self.say(str(problem))

    def action_format(self) -> None:
        """Lay the text out anew."""
        from argmap.language.formatter import CannotFormat, format_text

        self.take_text_over()
        text = self.desk.text
        try:
            new = format_text(text)
        except CannotFormat as problem:
            self.say(f"left as it is: {problem}")
            return
        if new == text:
            self.say("the text is laid out already", severity="information")
            return
        self.change(Change("laid out anew", (TextEdit(Span(self.desk.path, 0, len(text)), new),)))

    @on(outline.MoveBranch)
    def _move_branch(self, event: outline.MoveBranch) -> None:
        from argmap.edits.branches import move_down, move_up
        from argmap.edits.indenting import dedent, indent

        event.stop()
        self.take_text_over()
        if event.row.span.file != self.desk.path:
            self.say(f"this branch is in {event.row.span.file}: open that file to move it")
            return
        source = self.desk.document.version.source
        line, _ = source.position(min(event.row.span.start, len(source.text)))
        moves = {"up": move_up, "down": move_down, "in": indent, "out": dedent}
        self._try(lambda: moves[event.direction](source, line, line))

    @on(outline.MoveUnder)
    def _move_under(self, event: outline.MoveUnder) -> None:
        from argmap.edits.grafting import graft

        event.stop()
        self.take_text_over()
        texts = self.texts()
        one, other = texts.get(event.row.span.file), texts.get(event.target.span.file)
        if one is None or other is None:
            return
        line, below = one.position(event.row.span.start)[0], other.position(event.target.span.start)[0]
        self._try(lambda: graft(one, line, onto=other, below=below, keyword=event.keyword))

    def _try(self, action: Callable[[], Change]) -> None:
        try:
            change = action()
        except Refused as problem:
            self.say(str(problem))
            return
        self.change(change)

    def change(self, change: Change) -> None:
        """Carry out a change: in other files first, which may refuse, then here, as one step to undo."""
        try:
            elsewhere = self.desk.change_elsewhere(change)
        except UnwritableFile as problem:
            self.say(str(problem))
            return
        writing = self.map_screen.writing
        writing.area.apply_text_edits(self.desk.edits_here(change))
        self.take_text_over()
        also = f" (also in {', '.join(elsewhere)})" if elsewhere else ""
        self.notify(printable(f"{change.says}{also}"), timeout=4)
        for warning in change.warnings:
            self.notify(printable(warning), severity="warning", timeout=8)


def _line_at(texts: Mapping[str, SourceText], span: Span) -> str:
    source = texts.get(span.file)
    return "" if source is None else source.line(source.position(span.start)[0]).strip()


def _place_at(texts: Mapping[str, SourceText], span: Span) -> str:
    source = texts.get(span.file)
    return span.file if source is None else f"{span.file}:{source.position(span.start)[0]}"
