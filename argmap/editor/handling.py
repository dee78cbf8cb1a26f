"""How the editor is handled: its panes, its looks, and the bars of the text."""

from argmap.editor.desk_app import DeskApp
from argmap.editor.settings import settings_path
from argmap.editor.settings_sample import write_sample
from argmap.editor.themes import theme_after
from argmap.source.files import UnwritableFile


class Handling(DeskApp):
    """The part of the app that goes from pane to pane, and changes how things look."""

    # Panes and looks

    def action_next_pane(self) -> None:
        """The next pane."""
        self.map_screen.turn_pane(1)

    def action_previous_pane(self) -> None:
        """The pane before."""
        self.map_screen.turn_pane(-1)

    def action_text_pane(self) -> None:
        """To the text."""
        self.map_screen.go_to_pane("text")

    def action_outline_pane(self) -> None:
        """To the outline."""
        self.map_screen.go_to_pane("outline")

    def action_diagram_pane(self) -> None:
        """To the diagram."""
        self.map_screen.go_to_pane("diagram")

    def action_problems_pane(self) -> None:
        """To the problems."""
        self.map_screen.go_to_pane("problems")

    def action_wrap(self) -> None:
        """Wrap long lines, or not."""
        area = self.map_screen.writing.area
        area.soft_wrap = not area.soft_wrap

    def action_theme(self) -> None:
        """The next theme."""
        self.theme = theme_after(self.theme)

    def action_settings(self) -> None:
        """Write a file of settings, to change them in."""
        path = settings_path()
        try:
            made = write_sample(path)
        except UnwritableFile as problem:
            self.say(str(problem), severity="error")
            return
        word = "is written" if made else "is there already"
        self.say(f"{path} {word}: change it, and start again", severity="information")

    # Text

    def action_find(self) -> None:
        """Find."""
        self.map_screen.go_to_text()
        self.map_screen.writing.find.open()

    def action_replace(self) -> None:
        """Find and replace."""
        self.map_screen.go_to_text()
        self.map_screen.writing.find.open(replacing=True)

    def action_find_next(self) -> None:
        """The next match."""
        self.map_screen.writing.find.action_find_next()

    def action_find_previous(self) -> None:
        """The match before."""
        self.map_screen.writing.find.action_find_previous()

    def action_go_to_line(self) -> None:
        """To a line by its number."""
        self.map_screen.go_to_text()
        self.map_screen.writing.line.open()

    def action_complete(self) -> None:
        """Offer what could be written here."""
        self.map_screen.go_to_text()
        self.map_screen.writing.offer()

    def action_undo(self) -> None:
        """Undo the last action, of the review while that is shown."""
        if self.map_screen.reviewing:
            self.map_screen.review.action_undo()
            return
        self.map_screen.writing.area.action_undo()

    def action_redo(self) -> None:
        """Do again what was undone."""
        if self.map_screen.reviewing:
            self.map_screen.review.action_redo()
            return
        self.map_screen.writing.area.action_redo()
