"""A map is exported, watched, and exported again, whatever state it is in meanwhile."""

import sys
import threading
import time
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

import click

from argmap.cli.exporting import say
from argmap.cli.failure import Failure
from argmap.cli.inputs import load_map
from argmap.cli.messages import tell_errors
from argmap.cli.orders import Order, carry_out
from argmap.drawing.engine import engines_side_by_side
from argmap.source.cells import printable
from argmap.source.files import UnreadableFile, read_bytes, read_text
from argmap.source.report_human import counted
from argmap.workspace.watching import Watch

if TYPE_CHECKING:
    from argmap.model.map import ArgumentMap
    from argmap.pages.serving import PageServer
    from argmap.workspace.watching import Changes

_MOST_NAMES = 3  # files named in a line
_MOST_AT_ONCE = 4  # outputs that are made side by side


class Watching:
    """What is known of a watched map from one export to the next."""

    def __init__(self, file: str, orders: Sequence[Order], server: "PageServer | None") -> None:
        self.file = file
        self.orders = orders
        self.server = server
        self.watch = Watch()
        self.told_errors: tuple[object, ...] = ()
        self.reported: set[str] = set()
        self._reporting = threading.Lock()

    def run(self) -> None:
        """Export, and go on until the process is ended.

        Raises `Failure` and UsageError when the very first export fails of a map that has no errors: what was
        asked for cannot be done.
        """
        began = time.monotonic()
        argument_map = self._read()
        if self.server is not None:
            self._announce(self.server)
        if argument_map.errors:
            self._tell_errors(argument_map)
            missing = [order for order in self.orders if not Path(order.output).exists()]
            self._export(missing, argument_map, began, "")
            self._show([order for order in self.orders if order not in missing])
        else:
            if problems := list(filter(None, self._carry_out(self.orders, argument_map))):
                raise problems[0]
            self._tell_written(self.orders, began, "")
        others = len(argument_map.texts) + len(argument_map.absent) - 1
        more = f" and {counted(others, 'file')} that it names" if others else ""
        self._say(f"watching {self.file}{more}; Ctrl-C ends it")
        for changes in self.watch:
            self._again(changes)

    def _again(self, changes: "Changes") -> None:
        began = time.monotonic()
        happened = f"{_happened(changes)}: "
        try:
            argument_map = self._read()
        except Failure as problem:
            self._say(f"{problem.message}; {_stays(self.orders)}")
            return
        if argument_map.errors:
            self._tell_errors(argument_map)
            return
        self.told_errors = ()
        self._export(self.orders, argument_map, began, happened)

    def _read(self) -> "ArgumentMap":
        """The map as it is now, which is what is watched from now on. Raises `Failure`."""
        # Read before they are used: should they change meanwhile, that is seen.
        texts, absent = self._style_files()
        argument_map = load_map(self.file)
        texts |= {name: source.text for name, source in argument_map.texts.items()}
        self.watch.follow(texts, [*absent, *argument_map.absent])
        return argument_map

    def _style_files(self) -> tuple[dict[str, str], list[str]]:
        """The theme and citation style that are files, and those of them that cannot be read."""
        wishes = self.orders[0].wishes
        style = wishes.handout.style
        named = [wishes.picture.theme, style if style and style.lower().endswith(".csl") else None]
        texts: dict[str, str] = {}
        absent: list[str] = []
        for name in filter(None, named):
            try:
                texts[name] = read_text(name).text
            except UnreadableFile:
                absent.append(name)
        return texts, absent

    def _export(
        self, orders: Sequence[Order], argument_map: "ArgumentMap", began: float, happened: str
    ) -> None:
        """Export what can be, and say what was and what was not."""
        written: list[Order] = []
        for order, problem in zip(orders, self._carry_out(orders, argument_map), strict=True):
            if problem is None:
                written.append(order)
            else:
                self._say(f"{happened}{problem.message}")
        if written:
            self._tell_written(written, began, happened)

    def _carry_out(
        self, orders: Sequence[Order], argument_map: "ArgumentMap"
    ) -> list[click.ClickException | None]:
        """Export side by side, as somebody waits; what went wrong with each order."""

        def carried_out(order: Order) -> click.ClickException | None:
            try:
                carry_out(order, argument_map, report=self._report)
            except click.ClickException as problem:
                return problem
            self._show([order])
            return None

        if not orders:
            return []
        with engines_side_by_side(min(len(orders), _MOST_AT_ONCE)) as pool:
            return list(pool.map(carried_out, orders))

    def _show(self, orders: Sequence[Order]) -> None:
        """Give the pages among the outputs to the browser."""
        for order in orders:
            if order.form == "html" and self.server is not None:
                with suppress(UnreadableFile):
                    self.server.show(page_name(order), read_bytes(order.output))

    def _announce(self, server: "PageServer") -> None:
        for order in self.orders:
            if order.form == "html":
                address = server.address(page_name(order))
                self._say(f"{order.output} is shown at {address} and reloads there")

    def _tell_errors(self, argument_map: "ArgumentMap") -> None:
        """The map's errors, once; then only that they are still there."""
        errors = tuple((error.code, error.message, error.span.file) for error in argument_map.errors)
        number = counted(len(errors), "error")
        if errors == self.told_errors:
            self._say(f"{self.file} still has {number}; {_stays(self.orders)}")
            return
        self.told_errors = errors
        tell_errors(argument_map)
        self._say(f"{self.file} has {number}; {_stays(self.orders)}")

    def _tell_written(self, orders: Sequence[Order], began: float, happened: str) -> None:
        names = _listed([order.output for order in orders])
        self._say(f"{happened}{names} written in {time.monotonic() - began:.2f} s")

    def _report(self, said: str) -> None:
        """What an export has to remark, once in a run."""
        with self._reporting:
            is_new = said not in self.reported
            self.reported.add(said)
        if is_new:
            self._say(said)

    def _say(self, sentence: str) -> None:
        say(f"{time.strftime('%H:%M:%S')} {printable(sentence)}")
        # It goes on for hours: whoever reads along in a file or a pipe must not wait for its end.
        sys.stderr.flush()


def page_name(order: Order) -> str:
    """The name by which a browser knows the page that is ordered."""
    return Path(order.output).name


def _happened(changes: "Changes") -> str:
    parts = [
        f"{_listed(sorted(names))} {what}"
        for names, what in (
            (changes.changed, "changed"),
            (changes.appeared, "appeared"),
            (changes.vanished, "vanished"),
        )
        if names
    ]
    return ", ".join(parts)


def _stays(orders: Sequence[Order]) -> str:
    names = _listed([order.output for order in orders])
    return f"{names} {'stays' if len(orders) == 1 else 'stay'} as before"


def _listed(names: Sequence[str]) -> str:
    shown = list(names[:_MOST_NAMES])
    if len(names) > _MOST_NAMES:
        shown[-1:] = [f"{len(names) - _MOST_NAMES + 1} others"]
    *first, last = shown
    return f"{', '.join(first)} and {last}" if first else last
