"""The terminal editor: it puts panes, dialogs and keys together, and hands on what they ask for."""

import asyncio
import threading
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from rich.console import RenderableType
from textual import on, work
from textual.binding import BindingType
from textual.message import Message
from textual.screen import ModalScreen
from textual.worker import WorkerFailed

from argmap.editor import late
from argmap.editor.action import Action, Place
from argmap.editor.actions import ACTIONS
from argmap.editor.asking import Asking
from argmap.editor.bindings import app_bindings
from argmap.editor.going import Going
from argmap.editor.handling import Handling
from argmap.editor.help.welcome import BEGINNING
from argmap.editor.map_screen import MapScreen
from argmap.editor.panes import SIDE_PANES, Pane
from argmap.editor.review_files import ReviewWish
from argmap.editor.reviewing import Reviewing
from argmap.editor.settings import Settings
from argmap.editor.terminal_keys import take_alt_with_digits
from argmap.editor.themes import THEMES
from argmap.editor.trail import Trail
from argmap.editor.writing import Writing
from argmap.source.cells import printable
from argmap.source.edits import TextEdit
from argmap.source.files import UnwritableFile
from argmap.source.spans import Span
from argmap.workspace.desk import Desk
from argmap.workspace.live import keep_keys_live
from argmap.workspace.opening import Opened
from argmap.workspace.state_folder import state_folder as usual_state_folder

if TYPE_CHECKING:
    from argmap.model.elements import Claim
    from argmap.workspace.analysis import Analysis, Failure
    from argmap.workspace.candidates import Completions

_PANES: dict[Pane, Place] = {
    "text": "text",
    "outline": "outline",
    "diagram": "diagram",
    "problems": "problems",
}


class EditorApp(Going, Asking, Reviewing, Handling, inherit_bindings=False):
    """Edits one map. The exit status is 0, or 128 and the number of the signal that ended it.

    It begins where the file was left last, or where the `trail` leads.
    """

    ENABLE_COMMAND_PALETTE = False  # ours is opened by an action of the table
    TITLE = "argmap"
    BINDINGS: ClassVar[list[BindingType]] = app_bindings()

    class Learned(Message):
        """More has become known about the text."""

        def __init__(self, analysis: "Analysis") -> None:
            super().__init__()
            self.analysis = analysis

    class Told(Message):
        """Something went wrong in another thread."""

        def __init__(self, sentence: str) -> None:
            super().__init__()
            self.sentence = sentence

    def __init__(
        self,
        opened: Opened,
        settings: Settings,
        *,
        wish: ReviewWish | None = None,
        said: tuple[str, ...] = (),
        state_folder: Path | None = None,
        trail: Trail | None = None,
    ) -> None:
        super().__init__()
        self.trail = trail or Trail()
        self.opens_exports = settings.open_exports
        self._begins_reviewing = wish is not None
        self.wish = wish or (ReviewWish(settings.reader) if settings.reader else None)
        self.state_folder = state_folder
        self.settings = settings
        self._said = said
        self._early: list[Message] = []
        self._failure: Failure | None = None
        self._gate = threading.Lock()
        self._begun = False
        self._opened = opened
        for theme in THEMES:
            self.register_theme(theme)
        self.theme = settings.theme
        self.set_keymap(dict(settings.keys.changes))
        self.desk = Desk(
            opened,
            deliver=lambda analysis: self._post(self.Learned(analysis)),
            report=lambda sentence: self._post(self.Told(sentence)),
            state_folder=state_folder,
        )
        writing = Writing(
            opened.text,
            wrap=settings.wrap,
            offers=settings.complete,
            complete=self._complete,
        )
        writing.welcome.keymap = settings.keys
        self._session = self.recall_session()
        self.map_screen = MapScreen(
            self.desk,
            writing,
            session=self._session,
            at=self.trail.at,
            begins_reviewing=self._begins_reviewing,
        )
        self.map_screen.keymap = settings.keys

    def _post(self, message: Message) -> None:
        """Post a message from another thread; what comes before there is a screen waits for it."""
        with self._gate:
            if self._begun:
                self.post_message(message)
            else:
                self._early.append(message)

    def get_default_screen(self) -> MapScreen:
        """The map's screen, which holds everything."""
        return self.map_screen

    async def on_mount(self) -> None:
        """Heed the terminal and the system; once the text is shown, begin what takes longer."""
        # No key is read before the screen has all its parts: one that was pressed at once may open a bar.
        await self.map_screen._mounted_event.wait()
        take_alt_with_digits()
        self.heed_signals()
        self.heed_a_server()
        self.tell_title()
        # The text first: what stands beside it takes longer than that, and nobody waits for it.
        self.call_after_refresh(self._begin)

    @work(group="beginning")
    async def _begin(self) -> None:
        """Show what stands beside the text, and make ready what answers keys.

        Imports are done in a thread, so that keys are answered meanwhile; one of them may end the editor.
        """
        keep_keys_live()
        await asyncio.to_thread(late.read, late.BESIDE)
        if self.is_open:
            await self.map_screen.mount_side()
        if self.is_open:
            self._begin_beside()
            await asyncio.to_thread(late.read, late.REVIEW)
        if self.is_open:
            await self.map_screen.mount_review()
        if self.is_open:
            if self._begins_reviewing:
                at = self.trail.at
                self.begin_review(at=None if at is None else self.desk.claim_of(at))
            await asyncio.to_thread(late.read, late.MORE)
        if self.is_open:
            await self.map_screen.mount(self.exporter)
        if self.is_open:
            self.whole.set()
            self._begin_first_start()

    def _begin_beside(self) -> None:
        """Bring the panes back as they were left, and begin to ask what the text means."""
        self.map_screen.side.begin_as_left(self._session)
        for sentence in self._said:
            self.say(sentence)
        self.tell_the_way_back()
        self.desk.begin()
        self.offer_recovery(self._opened)
        self.follow_files()
        self.watch_files()
        with self._gate:  # nothing that is newer may come before what waits
            self._begun = True
            for message in self._early:
                self.post_message(message)

    # Faults of the program

    @property
    def fault(self) -> Exception | None:
        """What ended the app, when it was not its writer."""
        fault = self._exception
        return (
            fault.error if isinstance(fault, WorkerFailed) and isinstance(fault.error, Exception) else fault
        )

    def _fatal_error(self) -> None:
        """End, as Textual does, but for its page about our code: who has started the app tells of `fault`."""
        self.close_desk(keep=True)
        self._close_messages_no_wait()

    def panic(self, *renderables: RenderableType) -> None:
        """End, as after any other fault."""
        if self._exception is None:
            self._exception = RuntimeError("the terminal can no longer be read")
        self._fatal_error()

    # What is known

    @on(Learned)
    def _learned(self, event: Learned) -> None:
        if not self.is_open or not self.desk.learn(event.analysis):
            return
        failure = event.analysis.failure
        if failure is not None and failure != self._failure:
            self.say(failure.message, severity="error")
        self._failure = failure if event.analysis.complete else failure or self._failure
        if event.analysis.complete or event.analysis.done[-1:] != ("reading",):
            self.map_screen.renew()
        if event.analysis.complete:
            self.follow_files()

    @on(MapScreen.Chosen)
    def _claim_chosen(self, event: MapScreen.Chosen) -> None:
        if self.map_screen.reviewing:
            self.look_at(event.label)

    @on(MapScreen.TextShown)
    def _text_shown(self) -> None:
        self.tell_title()

    @on(Told)
    def _told(self, event: Told) -> None:
        if not self.is_open:
            return
        self.say(event.sentence, severity="error")

    @on(Writing.Settled)
    def _settled(self) -> None:
        if not self.is_open:
            return
        self.take_text_over()
        if self.map_screen.reviewing:
            self.catch_up()
        self.tell_title()
        self.map_screen.writing.offer_while_typing()

    def _complete(self, offset: int) -> "Completions":
        self.take_text_over()
        return self.desk.complete(offset)

    # Keys

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """While a dialog is open, keys are its own."""
        if isinstance(self.screen, ModalScreen) and action in _COMMANDS:
            return False
        return super().check_action(action, parameters)

    @property
    def place(self) -> Place:
        """Where one is, for the help sheet."""
        pane = self.map_screen.pane
        return "review" if pane == "text" and self.map_screen.reviewing else _PANES[pane]

    def action_help(self) -> None:
        """Show the keys that count here."""
        from argmap.editor.help.sheet import HelpSheet

        self.push_screen(HelpSheet(self.place, keymap=self.settings.keys))

    def action_palette(self) -> None:
        """Offer every action, and every claim."""
        from argmap.editor.palette import Palette, action_commands, claim_commands

        actions = action_commands(self.run_listed, lambda: self.settings.keys)
        claims = claim_commands(self._claims, self.go_to_claim)
        self.push_screen(Palette(providers=[actions, claims], placeholder="An action, or a claim"))

    async def run_listed(self, action: Action) -> None:
        """Run an action of the table, in its place."""
        if action.place == "everywhere":
            await self.run_action(action.command)
            return
        if action.place == "text":
            self.map_screen.go_to_text()
            await self.run_action(action.command, self.map_screen.writing.area)
        if action.place == "review":
            if not self.map_screen.reviewing:
                self.say("F5 turns to reviewing, where this can be done")
                return
            self.map_screen.go_to_pane("text")
            await self.run_action(action.command, self.map_screen.review)
        for pane in SIDE_PANES:
            if pane == action.place and self.map_screen.is_whole:
                self.map_screen.go_to_pane(pane)
                await self.run_action(action.command, self.map_screen.side.pane(pane))

    def _claims(self, query: str) -> "list[Claim]":
        from argmap.editor.palette import claims_answering

        good = self.desk.good
        return claims_answering(good.vocabulary, query) if good and good.vocabulary else []

    @work(exclusive=True, group="asking")
    async def action_go_to_claim(self) -> None:
        """Choose a claim to go to."""
        from argmap.editor.dialogs.picker import Picker, Row

        argument_map = self.desk.now().map
        claims = list(argument_map.claims.values()) if argument_map else []
        rows = [Row(f"{claim.name or ''} {claim.text}".strip()) for claim in claims]
        chosen = await self.push_screen_wait(Picker("Go to a claim", rows))
        if chosen is not None:
            self.go_to_claim(claims[chosen].label)

    # Beginning

    def action_begin(self) -> None:
        """Write a first map, to be changed."""
        area = self.map_screen.writing.area
        end = area.document.length
        area.apply_text_edits([TextEdit(Span(self.desk.path, end, end), BEGINNING)])
        self.map_screen.go_to_text()

    def _begin_first_start(self) -> None:
        from argmap.editor.help.first_start import remember_shown, was_shown

        folder = self._own_folder()
        if was_shown(folder):
            return
        self.action_first_start()
        try:
            remember_shown(folder)
        except UnwritableFile as problem:
            self.log(printable(str(problem)))

    def _own_folder(self) -> Path:
        if self.state_folder is not None:
            return self.state_folder
        return usual_state_folder()

    def action_first_start(self) -> None:
        """Say the five lines of the first start."""
        from argmap.editor.help.first_start import FirstStart

        self.push_screen(FirstStart(keymap=self.settings.keys))


_COMMANDS = frozenset(action.command for action in ACTIONS if action.place == "everywhere")
