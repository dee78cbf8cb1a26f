"""What a reader does: each action gives another state, the edits that it made, and what to tell of it."""

from collections.abc import Iterable, Mapping

import attrs

from argmap.edits import verdicts as edits
from argmap.edits.change import Change, Refused, changed_texts
from argmap.edits.verdicts import Opinion
from argmap.edits.writing import one_line
from argmap.language.annotations import likelihood
from argmap.language.keywords import LIKELIHOODS
from argmap.model.elements import Likelihood, QuestionAnswer, Verdict
from argmap.model.map import ArgumentMap
from argmap.reasoning.verdicts import DecisionKind
from argmap.source.changes import difference
from argmap.source.edits import TextEdit
from argmap.source.text import SourceText
from argmap.workspace.reviewing.state import Argument, Judged, Reviewing, Step, read_again


class NotPermitted(Refused):
    """The action changes the author's text, and nobody has allowed that; see `permit`."""


@attrs.frozen
class Done:
    """An action that was carried out.

    `edits` refer to the texts of the state before: whoever has one of them open applies those of its file.
    """

    state: Reviewing
    says: str
    """What was done, such as `reject @west, for ana`."""
    edits: tuple[TextEdit, ...]
    told: tuple[str, ...] = ()
    """What the reader must be told: that the author's text was changed, and how."""


def judge(state: Reviewing, label: str, kind: DecisionKind) -> Done:
    """Accept, reject or doubt a claim. A comment stays; a likelihood goes with the verdict it was given for.

    Raises Refused where the claim cannot be judged.
    """
    before = state.verdicts.get(label)
    if before is None:
        return say(state, label, Opinion(kind))
    held = before.likelihood if before.kind == kind else None
    return say(state, label, Opinion(kind, before.comment, held))


def comment(state: Reviewing, label: str, words: str) -> Done:
    """Say something with the verdict on a claim; no words take the comment back.

    Raises Refused where there is no verdict yet.
    """
    before = state.verdicts.get(label)
    if before is None:
        raise Refused("a comment goes with a verdict: accept, reject or doubt the claim first, or ask")
    return say(state, label, Opinion(before.kind, words, before.likelihood))


def assess(state: Reviewing, label: str, words: str) -> Done:
    """Say how likely the claim is, with the verdict on it: `80%`, `0.8`, `likely`; no words take it back.

    Raises Refused where there is no verdict yet, and for what is no likelihood.
    """
    before = state.verdicts.get(label)
    if before is None:
        raise Refused("a likelihood goes with a verdict: accept, reject or doubt the claim first")
    said = " ".join(words.split()).casefold()
    value = likelihood(said)
    if said and value is None:
        raise Refused(f"“{one_line(words)}” is no likelihood: write a figure as 80%, or a word as likely")
    held = None if value is None else Likelihood(value, said if said in LIKELIHOODS else None)
    return say(state, label, Opinion(before.kind, before.comment, held))


def ask(state: Reviewing, label: str, words: str) -> Done:
    """Ask something about a claim, or about a question of the map; several questions may be asked.

    Raises Refused for a question without words.
    """
    return say(state, label, Opinion("ask", words))


def say(state: Reviewing, label: str, opinion: Opinion) -> Done:
    """Write down an opinion; a verdict takes the place of the one before. Raises Refused as `record` does."""
    found = edits.record(state.map, state.reader, label, opinion, file=state.home)
    labelled = found.labelled
    told = () if labelled is None else (f"{_sentence(labelled)}, so that your review can name it",)
    return _carried_out(state, found.change.says, found.changes, told=told, about=label)


def withdraw(state: Reviewing, label: str) -> Done:
    """Take back the verdict on a claim; where there is none, the last question about it.

    Raises Refused where the reader has said nothing of it.
    """
    said: Verdict | None = state.verdicts.get(label) or next(reversed(state.asked.get(label, ())), None)
    if said is None:
        raise Refused("you have said nothing of this claim that could be taken back")
    change = edits.withdraw(state.map, said)
    return _carried_out(state, f"{change.says}, for {state.reader}", [change], about=label)


def permit(state: Reviewing) -> Reviewing:
    """Allow answers to critical questions, which are written into the author's text."""
    return attrs.evolve(state, permitted=True)


def answer(state: Reviewing, step: str, question: str, word: QuestionAnswer | None) -> Done:
    """Answer a critical question of a step in the author's text; None takes the answer back.

    Raises NotPermitted unless that was allowed or the review stands in the same file, and Refused for a step
    without a `by` line.
    """
    found = state.map.inferences[step]
    file = found.span.file
    if file != state.home and not state.permitted:
        raise NotPermitted(
            f"a review cannot answer a critical question: the answer is written into {file}, the author's "
            "text"
        )
    change = edits.answer(state.map, step, question, word)
    told = () if file == state.home else (_sentence(change),)
    return _carried_out(state, change.says, [change], told=told, about=found.premises[0].claim)


def undo(state: Reviewing) -> Done | None:
    """Take the last action back, wherever it was written; None where there is none."""
    if not state.done:
        return None
    step = state.done[-1]
    made = _with(state, step.back, claim=step.claim)
    made = attrs.evolve(made, done=state.done[:-1], undone=(*state.undone, step))
    return Done(made, f"undone: {step.says}", step.back, _told_again(state, step.back, "undone"))


def redo(state: Reviewing) -> Done | None:
    """Do again what was undone last; None where there is nothing, or something was done since."""
    if not state.undone:
        return None
    step = state.undone[-1]
    made = _with(state, step.forward, claim=step.claim)
    made = attrs.evolve(made, done=(*state.done, step), undone=state.undone[:-1])
    return Done(
        made, f"done again: {step.says}", step.forward, _told_again(state, step.forward, "done again")
    )


def refreshed(state: Reviewing, texts: Iterable[SourceText]) -> Reviewing:
    """The review after texts were changed elsewhere, as by their author.

    What was done before can still be undone where it does not touch a text that was changed: a label that
    was given stays. When the review's own text was changed, nothing can.
    """
    new = {text.name: text for text in texts if state.texts.get(text.name) != text}
    if not new:
        return state
    built = read_again(state, {**state.texts, **new})
    kept = _labels_kept(state.map, built.map)
    numbers = {label: number for number, label in enumerate(built.map.claims)}
    now = {number: numbers.get(kept.get(label, "")) for number, label in enumerate(state.map.claims)}
    made = attrs.evolve(
        state,
        built=built,
        trying={kept[label]: one for label, one in state.trying.items() if label in kept},
        done=() if state.home in new else _without(state.done, new, now),
        undone=() if state.home in new else _without(state.undone, new, now),
        argument=Argument(built.map),
        known=None,
        worked_out=None,
    )
    at = kept.get(state.at)
    if at is None:
        order = state.argument.order
        later = (kept[label] for label in order[state.argument.places.get(state.at, 0) :] if label in kept)
        at = next(later, next(iter(made.argument.theses), ""))
    return attrs.evolve(made, at=at)


def _carried_out(
    state: Reviewing, says: str, changes: Iterable[Change], *, told: tuple[str, ...] = (), about: str
) -> Done:
    changes = tuple(changes)
    for change in changes:
        for file in change.files:
            if file in state.protected:
                raise Refused(_protected(state, file, change))
    after = changed_texts(state.texts, *changes)
    wanted = [
        (name, state.texts.get(name, SourceText(name, "")).text, new.text) for name, new in after.items()
    ]
    forward = tuple(edit for name, old, new in wanted if (edit := difference(name, old, new)))
    back = tuple(edit for name, old, new in wanted if (edit := difference(name, new, old)))
    if not forward:
        return Done(state, says, ())
    number = state.argument.numbers.get(about)
    made = _with(state, forward, claim=number)
    step = Step(says, forward, back, number)
    return Done(attrs.evolve(made, done=(*state.done, step), undone=()), says, forward, told)


def _protected(state: Reviewing, file: str, change: Change) -> str:
    if file == state.home:
        return f"{file} is write-protected, so that nothing can be written into your review"
    return f"{file} is write-protected; this would need to {change.says} there"


def _with(state: Reviewing, made: tuple[TextEdit, ...], *, claim: int | None) -> Reviewing:
    """The state with texts edited; the reader is at the claim that this was about."""
    texts = changed_texts(state.texts, Change("", made))
    built = read_again(state, texts)
    same = built.map.claims is state.map.claims or (
        _is_apart(state) and {edit.span.file for edit in made} == {state.home}
    )
    renamed = dict(zip(state.map.claims, built.map.claims, strict=False))
    at = state.at if claim is None else list(built.map.claims)[claim]
    return attrs.evolve(
        state,
        built=built,
        at=at,
        trying={renamed[label]: one for label, one in state.trying.items()},
        argument=state.argument if same else Argument(built.map),
        known=Judged(state.standings, state.strengths) if same else None,
        worked_out=None,
    )


def _is_apart(state: Reviewing) -> bool:
    """Whether the review's file holds nothing that is argued: then a verdict moves no claim and no step."""
    argued = state.map
    spans = [one.span for part in (argued.claims, argued.questions, argued.sections) for one in part.values()]
    return all(span.file != state.home for span in spans)


def _labels_kept(old: ArgumentMap, new: ArgumentMap) -> dict[str, str]:
    """For claims of the old map, what the new one calls them: by label, else by text."""
    by_text = {claim.text: label for label, claim in reversed([*new.claims.items()])}
    found: dict[str, str] = {}
    for label, claim in old.claims.items():
        if claim.name is not None and label in new.claims:
            found[label] = label
        elif claim.text in by_text:
            found[label] = by_text[claim.text]
    return found


def _without(
    steps: Iterable[Step], files: Mapping[str, SourceText], numbers: Mapping[int, int | None]
) -> tuple[Step, ...]:
    """The steps without their edits of these files; `numbers` are those of the claims by what they were."""
    left = (
        attrs.evolve(
            step,
            claim=None if step.claim is None else numbers.get(step.claim),
            forward=tuple(edit for edit in step.forward if edit.span.file not in files),
            back=tuple(edit for edit in step.back if edit.span.file not in files),
        )
        for step in steps
    )
    return tuple(step for step in left if step.forward)


def _told_again(state: Reviewing, made: Iterable[TextEdit], what: str) -> tuple[str, ...]:
    files = dict.fromkeys(edit.span.file for edit in made if edit.span.file != state.home)
    return tuple(f"what had been written into {file} was {what}, too" for file in files)


def _sentence(change: Change) -> str:
    """What a change does to the author's text, as something that was done: `in debate.argmap: label ...`."""
    return one_line(f"in {' and '.join(change.files)}: {change.says}")
