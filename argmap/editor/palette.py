"""What the command palette offers: every action with its key, and every claim of the map."""

from collections.abc import Callable, Iterable
from typing import Any, Final

from textual import events
from textual.command import CommandPalette, DiscoveryHit, Hit, Hits, Provider
from textual.content import Content

from argmap.editor.action import PLACES, Action
from argmap.editor.actions import ACTIONS
from argmap.editor.keymap import Keymap
from argmap.model.elements import Claim
from argmap.source.cells import printable
from argmap.workspace.ranking import ranks
from argmap.workspace.vocabulary import Vocabulary

_ROWS: Final = 14
_MOST: Final = 20
"""Claims that are offered at once."""
_CLAIM_SCORE: Final = 0.3
"""Actions whose names fit well come before claims."""


class Palette(CommandPalette):
    """Textual's palette, which takes the whole of a small screen."""

    DEFAULT_CSS = """
    Palette SearchIcon { display: none; }
    Palette.-small {
        & > Vertical { margin-top: 0; height: 100%; max-height: 100%; }
        & #--input { height: 1; padding: 0; border: none; }
        & CommandInput { height: 1; padding: 0; border: none; margin: 0; }
        & #--results { overlay: none; height: 1fr; border: none; padding: 0; }
        & CommandList { height: 1fr; max-height: 100%; padding: 0; border: none; text-wrap: nowrap; }
    }
    """

    def on_resize(self, event: events.Resize) -> None:
        """Leave no room around it where there is none to spare."""
        self.set_class(event.size.height < _ROWS, "-small")


def listed_actions() -> tuple[Action, ...]:
    """The actions that the palette lists: all but those that move a cursor, each once."""
    return tuple(action for action in ACTIONS if action.listed and not action.same_as)


def action_commands(
    run: Callable[[Action], Any],
    keymap: Callable[[], Keymap],
    *,
    possible: Callable[[Action], bool] = lambda _: True,
) -> type[Provider]:
    """A provider of the actions that are possible now, which are run by `run`."""

    class ActionCommands(Provider):
        async def search(self, query: str) -> Hits:
            """The actions whose titles or places answer the query."""
            matcher = self.matcher(query)
            for action in filter(possible, listed_actions()):
                title = _title(action)
                score = matcher.match(title)
                if score > 0:
                    shown = Content.assemble(matcher.highlight(title), *_key(action))
                    yield Hit(score, shown, lambda chosen=action: run(chosen), text=title)

        async def discover(self) -> Hits:
            """All of them, in the order of the help sheet."""
            for action in filter(possible, listed_actions()):
                shown = Content.assemble(_title(action), *_key(action))
                yield DiscoveryHit(shown, lambda chosen=action: run(chosen), text=_title(action))

    def _key(action: Action) -> Iterable[Any]:
        keys = keymap().shown(action.id)
        return ("  ", (keys, "italic")) if keys else ()

    return ActionCommands


def claim_commands(found: Callable[[str], Iterable[Claim]], go: Callable[[str], Any]) -> type[Provider]:
    """A provider of the claims that `found` gives for a query; `go` goes to one by its label."""

    class ClaimCommands(Provider):
        async def search(self, query: str) -> Hits:
            """The claims, best first."""
            for place, claim in enumerate(found(query.removeprefix("@"))):
                label = printable(claim.label)
                shown = Content.assemble("Go to ", (f"@{label}", "bold"), f"  {printable(claim.text)}")
                score = _CLAIM_SCORE * (1 - place / 1000)
                yield Hit(score, shown, lambda chosen=claim: go(chosen.label), text=f"Go to @{label}")

    return ClaimCommands


def claims_answering(vocabulary: Vocabulary, query: str, *, most: int = _MOST) -> list[Claim]:
    """The claims of a map that answer a query, best first: by their labels, then by their texts."""
    wanted = query.strip().casefold()
    ranked = sorted(ranks(wanted, vocabulary.labels))
    numbers = [number for _, number in ranked]
    known = set(numbers)
    numbers += [n for n, text in enumerate(vocabulary.texts) if wanted in text and n not in known]
    return [vocabulary.claims[number] for number in numbers[:most]]


def _title(action: Action) -> str:
    where = "" if action.place == "everywhere" else f"{PLACES[action.place]}: "
    return f"{where}{action.title}"
