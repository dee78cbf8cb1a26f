"""What somebody who types waits for: reading again, fresh problems, and keys in the meantime."""

import statistics
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass

from argmap.source.edits import TextEdit
from argmap.source.spans import Span
from argmap.source.text import SourceText
from argmap.workspace.analysis import Analysis, Inquiry, analyse
from argmap.workspace.background import Background
from argmap.workspace.completion import complete
from argmap.workspace.document import Document
from argmap.workspace.live import keep_keys_live

NAME = "bench.argmap"


def opened(text: str) -> tuple[Document, Callable[[], None]]:
    """A document whose tree is read, and what types a word in the middle of it."""
    document = Document.open(SourceText(NAME, text))
    assert document.version.tree.blocks
    middle = text.index(" ", len(text) // 2)
    return document, lambda: document.apply(TextEdit(Span(NAME, middle, middle), " new")) and None


def reading_again(text: str, rounds: int = 9) -> float:
    """Seconds of the processor for a new version and its syntax tree after one word was typed."""
    document, key = opened(text)
    times = []
    for _ in range(rounds):
        begin = time.thread_time()
        key()
        assert document.version.tree.blocks
        times.append(time.thread_time() - begin)
    return statistics.median(times)


@dataclass(frozen=True)
class Waited:
    """Seconds from the last key, with the wait for further keys, and of keys pressed meanwhile."""

    syntax: float
    standing: float
    problems: float
    keys: list[float]


def key_to_problems(text: str, *, typing: bool = False, rounds: int = 5) -> Waited:
    """Medians; with `typing`, the main thread answers a key every 20 ms while the analysis runs."""
    done, at = threading.Event(), dict[str, float]()

    def deliver(found: Analysis) -> None:
        if found.version is not document.version:
            return
        at[found.done[-1]] = time.perf_counter()
        if found.done[-1] == "checks":
            done.set()

    document, key = opened(text)
    keep_keys_live()
    background = Background(deliver)
    background.submit_at_once(Inquiry(document.version))
    done.wait()
    waits: list[tuple[float, float, float]] = []
    keys: list[float] = []
    for _ in range(rounds):
        done.clear()
        at.clear()
        key()
        begin = time.perf_counter()
        background.submit(Inquiry(document.version))
        while typing and not done.is_set():
            time.sleep(0.02)
            taken = answered_key(text)
            if "syntax" in at:
                keys.append(taken)
        done.wait()
        waits.append((at["syntax"] - begin, at["standing"] - begin, at["checks"] - begin))
    background.stop()
    syntax, standing, problems = (statistics.median(column) for column in zip(*waits, strict=True))
    return Waited(syntax, standing, problems, keys)


def answered_key(text: str) -> float:
    """Seconds for what the room does for one key: a new version, and what could be written there."""
    begin = time.perf_counter()
    document = Document.open(SourceText(NAME, text))
    middle = text.index("\n", len(text) // 2)
    document.apply(TextEdit(Span(NAME, middle, middle), "\n  b"))
    complete(document.text, middle + 4)
    return time.perf_counter() - begin


def key_alone(text: str) -> float:
    """The same with nothing in the background."""
    return statistics.median(answered_key(text) for _ in range(50))


def completing(text: str, written: str, rounds: int = 9) -> float:
    """Seconds of the processor to complete what is written on a line in the middle of a text."""
    *_, found = analyse(Inquiry(Document.open(SourceText(NAME, text)).version))
    middle = text.index("\n", len(text) // 2)
    edited = f"{text[:middle]}\n{written}{text[middle:]}"
    offset = middle + 1 + len(written)
    complete(edited, offset, found.vocabulary, file=NAME)
    times = []
    for _ in range(rounds):
        begin = time.thread_time()
        complete(edited, offset, found.vocabulary, file=NAME)
        times.append(time.thread_time() - begin)
    return statistics.median(times)
