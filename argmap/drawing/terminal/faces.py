"""What the cards of a diagram say, in lines that fit their cells."""

from collections.abc import Callable, Mapping

import attrs

from argmap.drawing.arrangement import Arrangement
from argmap.drawing.hidden import hidden_words
from argmap.drawing.sentences import scheme_text
from argmap.drawing.terminal.looks import SIGNS, Ink
from argmap.drawing.terminal.structure import Node
from argmap.drawing.terminal.view import View, Zoom
from argmap.drawing.theme import mark_of, role_mark
from argmap.drawing.wording import likelihood_text
from argmap.model.elements import Claim, Inference
from argmap.model.map import ArgumentMap
from argmap.model.parts.cuts import Cut
from argmap.model.roles import Role, roles
from argmap.reasoning.standing import Standing
from argmap.source.cells import cut_to, printable, width, wrap

_CELLS: Mapping[Zoom, int] = {"line": 24, "label": 22}
"""Of the one line of text on a card: two cards side by side fit 80 cells."""
_MOST_LINES = 12
_LONGEST_READ = 1_000
"""Characters; more than twelve lines can hold."""
_SCHEME_CELLS = 12
# Joiners and the selectors of emoji make several characters one picture in some terminals and not in others.
_UNSURE = dict.fromkeys(map(ord, "\u200b\u200c\u200d\ufe0e\ufe0f\ufeff\u00ad"))


@attrs.frozen
class Face:
    """What one card says, without its border."""

    label: str
    title: str
    """Name and role, to stand in the border; the label alone where that is all."""
    lines: tuple[str, ...]
    notes: tuple[str, ...]
    """Below the lines: what is hidden here, and the section where that changes."""
    ink: Ink
    standing: Standing | None = None
    before: Standing | None = None
    """The standing that it had, where that is to be shown beside the one it has."""
    asks: bool = False
    """It is a question's."""

    @property
    def sign(self) -> str:
        """Of the standing; empty where none is shown."""
        if self.standing is None:
            return ""
        return f"{SIGNS[self.before]}→{SIGNS[self.standing]}" if self.before else SIGNS[self.standing]

    @property
    def heading(self) -> str:
        """The title with the sign."""
        return f"{self.title} {self.sign}" if self.sign else self.title

    @property
    def cells(self) -> int:
        """Of the widest line."""
        return max(width(line) for line in (self.heading, *self.lines, *self.notes))


def faces_of(
    argument_map: ArgumentMap,
    arrangement: Arrangement,
    *,
    view: View,
    standings: Mapping[str, Standing],
    before: Mapping[str, Standing],
    cuts: Mapping[str, Cut],
) -> Callable[[str], Face]:
    """What makes the face of a claim or question by its label; `before` are standings that were others."""
    zoom, role_of = view.zoom, roles(argument_map)
    entered = _entered_sections(argument_map, arrangement) if zoom == "text" else {}
    room = _CELLS.get(zoom, view.text_cells)

    def face(label: str) -> Face:
        hidden = cuts.get(label)
        question = argument_map.questions.get(label)
        if question:
            ink: Ink = "answer"
            words = [question.name, "question"]
            text, name, standing, old = question.text, question.name, None, None
        else:
            claim, role = argument_map.claims[label], role_of[label]
            ink = "thesis" if role.word == "thesis" else role_mark(role)
            words = [claim.name, role.word, _degree(claim, role, arrangement)]
            text, name, standing, old = claim.text, claim.name, standings.get(label), before.get(label)
            old = None if old == standing else old
        if zoom == "label":
            called = safe(name) if name else f"“{safe(text)}"
            mark = f" {_hidden_mark(hidden)}" if hidden and hidden.steps else ""
            return Face(label, cut_to(called, room) + mark, (), (), ink, standing, old, bool(question))
        sign_cells = 2 * bool(standing) + 2 * bool(old)
        title = _title([safe(word) for word in words if word], room - sign_cells)
        notes = [*(wrap(hidden_words(hidden), room) if hidden else []), *entered.get(label, ())]
        lines = _lines(text, room) if zoom == "text" else (cut_to(safe(text), room),)
        below = tuple(cut_to(note, room) for note in notes)
        return Face(label, title, lines, below, ink, standing, old, bool(question))

    return face


def dot_lines(node: Node, *, zoom: Zoom) -> tuple[str, ...]:
    """The sign of a step, then its scheme and strength where there is room for words."""
    step = node.step
    if step is None:
        return ("",)
    sign = "(+)" if len({premise.claim for premise in step.premises}) > 1 else "(•)"
    if zoom == "label":
        return (sign,)
    words = [f"by {scheme_text(safe(step.scheme))}"] if step.scheme else []
    words += [step.strength] if step.strength else []
    lines = [line for word in words for line in wrap(word[:_LONGEST_READ], _SCHEME_CELLS)]
    return (sign, *_first(lines, 4))


def ink_of_step(step: Inference) -> Ink:
    """The ink of a step's dot and box."""
    return mark_of(step)


def safe(text: str) -> str:
    """The text as characters of which every terminal says alike how wide they are."""
    if text.isascii():
        return printable(text)
    return printable(text.translate(_UNSURE))


def _lines(text: str, cells: int) -> tuple[str, ...]:
    lines = wrap(safe(text[:_LONGEST_READ]), cells)
    return _first(lines, _MOST_LINES, more=len(text) > _LONGEST_READ)


def _first(lines: list[str], most: int, *, more: bool = False) -> tuple[str, ...]:
    if len(lines) <= most and not more:
        return tuple(lines)
    return (*lines[: most - 1], "…")


def _title(words: list[str], cells: int) -> str:
    """Name, role and degree as far as they fit: a long name is cut before the role is."""
    full = " · ".join(words)
    if width(full) <= cells or len(words) == 1:
        return cut_to(full, cells)
    rest = " · ".join(words[1:])
    room = cells - width(rest) - 3
    return f"{cut_to(words[0], room)} · {rest}" if room >= 4 else cut_to(full, cells)


def _degree(claim: Claim, role: Role, arrangement: Arrangement) -> str:
    if claim.likelihood:
        return likelihood_text(claim.likelihood)
    step = role.step
    return step.strength or "" if step and step.id not in arrangement.dotted else ""


def _hidden_mark(hidden: Cut) -> str:
    return f"▼{hidden.claims or hidden.steps:,}"


def _entered_sections(argument_map: ArgumentMap, arrangement: Arrangement) -> Mapping[str, tuple[str, ...]]:
    """The section of each card that what stands above it is not in."""
    found: dict[str, tuple[str, ...]] = {}
    of_cards = arrangement.frames.of_cards
    above: dict[str, set[str | None]] = {}
    for id, premises in arrangement.premises.items():
        target = argument_map.inferences[id].target
        place = of_cards[target] if target in of_cards else arrangement.frames.of_dots[target]
        for premise in premises:
            above.setdefault(premise.claim, set()).add(place)
    for asked in argument_map.questions.values():
        for answer in asked.answers:
            above.setdefault(answer, set()).add(asked.section)
    sections = argument_map.sections
    for label in (*argument_map.questions, *argument_map.claims):
        question = argument_map.questions.get(label)
        section = question.section if question else of_cards[label]
        if section is not None and section in sections and section not in above.get(label, ()):
            found[label] = (f"§ {safe(sections[section].title)}",)
    return found
