"""Whole processes measured in turn, so that a change in the machine's speed meets both alike."""

import os
import statistics
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Run:
    """One finished process: wall and processor seconds, and its largest memory in MiB."""

    wall: float
    cpu: float
    memory: float


def run(command: Sequence[str], folder: Path) -> Run:
    """Run a command to its end. Raises RuntimeError, with what it printed, when it fails."""
    with (folder / "output.txt").open("w+b") as output:
        begin = time.perf_counter()
        process = subprocess.Popen(
            command, cwd=folder, stdin=subprocess.DEVNULL, stdout=output, stderr=subprocess.STDOUT
        )
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.perf_counter() - begin
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            output.seek(0)
            raise RuntimeError(f"{' '.join(command)}: {output.read()[-2000:].decode(errors='replace')}")
    unit = 1024 * 1024 if sys.platform == "darwin" else 1024
    return Run(wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / unit)


def in_turn(commands: Sequence[Sequence[str]], folder: Path, *, rounds: int) -> list[list[Run]]:
    """Every command once unmeasured, then `rounds` times in turn: A B A B ..."""
    for command in commands:
        run(command, folder)
    runs: list[list[Run]] = [[] for _ in commands]
    for _ in range(rounds):
        for place, command in enumerate(commands):
            runs[place].append(run(command, folder))
    return runs


def median(runs: Sequence[Run], figure: str) -> float:
    """The median of one figure of several runs."""
    return statistics.median(getattr(one, figure) for one in runs)


def ratio(ours: Sequence[Run], theirs: Sequence[Run], figure: str) -> float:
    """The median of the ratios, pair by pair."""
    pairs = zip(ours, theirs, strict=True)
    return statistics.median(getattr(a, figure) / getattr(b, figure) for a, b in pairs)
