"""Measure argmap, beside Argdown where npm is present; print a table and keep it in RESULTS.md.

Figures of whole processes are medians of runs in turn; ratios are medians of the ratios of neighbouring
runs. Content comes from pair.py, which writes the same map in both languages.
"""

import gc
import os
import platform
import shutil
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

from charts import pan_seconds
from key_costs import key_cost
from live import saved_to_exported
from measure import in_turn, median, ratio
from pair import pair
from pictures import batch, complete, large
from rows import Row, table
from shapes import shapes

HERE = Path(__file__).parent
WORK = HERE / "work"
ARGDOWN = "@argdown/cli@1.7.5"
ARGMAP = str(Path(sys.executable).with_name("argmap"))


def content(claims: int) -> str:
    """Write the map of so many claims in both languages; return its name without suffix."""
    name = f"claims-{claims}"
    if not (WORK / f"{name}.argmap").exists():
        ours, theirs = pair(claims)
        (WORK / f"{name}.argmap").write_text(ours, encoding="utf-8")
        (WORK / f"{name}.argdown").write_text(theirs, encoding="utf-8")
    return name


def argdown() -> str | None:
    """The path of Argdown's command, installed into a folder of its own; None where npm is missing."""
    if shutil.which("npm") is None:
        return None
    home = WORK / "argdown"
    command = home / "node_modules" / ".bin" / "argdown"
    if not command.exists():
        home.mkdir(parents=True, exist_ok=True)
        print(f"installing {ARGDOWN} ...", file=sys.stderr)
        (home / "package.json").write_text("{}\n")
        subprocess.run(["npm", "install", "--silent", "--no-fund", ARGDOWN], cwd=home, check=True)
    return str(command)


def reading(peer: str | None) -> list[Row]:
    """`argmap check` beside `argdown json`, which parses and analyses without drawing."""
    rows: list[Row] = []
    for claims, limit in ((100, 0.35), (1_000, 0.4), (10_000, 0.8)):
        name = content(claims)
        commands = [[ARGMAP, "check", f"{name}.argmap"]]
        if peer:
            commands.append([peer, "json", f"{name}.argdown", "json-out"])
        rows += _beside(f"check {claims:,} claims", commands, limit=limit, rounds=9, memory=True)
    return rows


def drawing(peer: str | None) -> list[Row]:
    """`argmap export` beside `argdown map`, both to SVG."""
    rows: list[Row] = []
    for claims in (100, 1_000):
        name = content(claims)
        commands = [[ARGMAP, "export", f"{name}.argmap", "-o", f"{name}.svg"]]
        if peer:
            commands.append([peer, "map", "--format", "svg", f"{name}.argdown", "svg-out"])
        rows += _beside(f"export {claims:,} claims as SVG", commands, limit=0.5, rounds=5)
    return rows


def _beside(
    what: str, commands: list[list[str]], *, limit: float, rounds: int, memory: bool = False
) -> list[Row]:
    runs = in_turn(commands, WORK, rounds=rounds)
    ours = runs[0]
    if len(runs) == 1:
        figures = f"{median(ours, 'wall'):.3f} s, {median(ours, 'memory'):.0f} MiB"
        return [Row(f"{what} (no npm: Argdown not measured)", figures, median(ours, "wall"))]
    theirs = runs[1]
    figures = f"{median(ours, 'wall'):.3f} s : {median(theirs, 'wall'):.3f} s"
    rows = [Row(f"{what}, time beside Argdown", figures, ratio(ours, theirs, "wall"), limit)]
    if memory:
        figures = f"{median(ours, 'memory'):.0f} MiB : {median(theirs, 'memory'):.0f} MiB"
        rows.append(Row(f"{what}, memory beside Argdown", figures, ratio(ours, theirs, "memory"), 1.0))
    return rows


def page() -> list[Row]:
    """From opening a page of 1,000 claims to its picture: a browser's run beside that with an empty page."""
    chromium = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    if chromium is None:
        return []
    name = content(1_000)
    subprocess.run([ARGMAP, "export", f"{name}.argmap", "-o", f"{name}.html"], cwd=WORK, check=True)
    (WORK / "empty.html").write_text("<!doctype html><title>empty</title>")
    browser = [chromium, "--headless", "--no-sandbox", "--disable-gpu", "--no-first-run"]
    browser += ["--disable-background-networking", "--disable-component-update", "--disable-sync"]
    browser += [f"--user-data-dir={WORK / 'profile'}", f"--screenshot={WORK / 'page.png'}"]
    pages = [[*browser, (WORK / f"{page}.html").as_uri()] for page in (name, "empty")]
    ours, empty = in_turn(pages, WORK, rounds=5)
    beyond = statistics.median(a.wall - b.wall for a, b in zip(ours, empty, strict=True))
    figures = f"{median(ours, 'wall'):.2f} s : {median(empty, 'wall'):.2f} s"
    return [
        Row("page of 1,000 claims to its first picture, seconds beyond an empty page", figures, beyond, 2.0)
    ]


def start() -> list[Row]:
    """Processor time of `argmap --version` beyond bare Python."""
    bare = [sys.executable, "-c", "pass"]
    ours, python = in_turn([[ARGMAP, "--version"], bare], WORK, rounds=15)
    beyond = statistics.median(a.cpu - b.cpu for a, b in zip(ours, python, strict=True))
    figures = f"{median(ours, 'cpu') * 1000:.0f} ms : {median(python, 'cpu') * 1000:.0f} ms of CPU"
    return [Row("argmap --version, ms of CPU beyond Python", figures, beyond * 1000, 60)]


def _seconds(work: Callable[[], object], rounds: int) -> float:
    times = []
    for _ in range(rounds):
        gc.collect()
        begin = time.perf_counter()
        work()
        times.append(time.perf_counter() - begin)
    return statistics.median(times)


def again() -> list[Row]:
    """Reading a text of 10,000 claims anew after one line changed, beside reading it first."""
    from argmap.language import tree
    from argmap.model.build import build
    from argmap.model.reading import read
    from argmap.source.text import SourceText

    text = (WORK / f"{content(10_000)}.argmap").read_text(encoding="utf-8")
    middle = text.index(" ", len(text) // 2)
    before, after = SourceText("x", text), SourceText("x", text[:middle] + " new" + text[middle:])
    first = tree.parse(before)
    whole = read(before, folder=None)
    parse, reparse = (
        _seconds(lambda: tree.parse(before), 5),
        _seconds(lambda: tree.parse(after, first), 5),
    )
    load, reload = (
        _seconds(lambda: build(read(before, folder=None)), 5),
        _seconds(lambda: build(read(after, folder=None, previous=whole)), 5),
    )
    return [
        Row(
            "parse again after one line, of the first",
            f"{reparse * 1000:.1f} ms : {parse * 1000:.0f} ms",
            reparse / parse,
            0.05,
        ),
        Row(
            "map and messages again after one line, of the first",
            f"{reload * 1000:.0f} ms : {load * 1000:.0f} ms",
            reload / load,
            0.6,
        ),
    ]


def judging() -> list[Row]:
    """Standing and strength beside reading; a what-if beside judging anew."""
    from argmap.model.build import parse
    from argmap.reasoning.graph import graph_of
    from argmap.reasoning.hinges import what_if
    from argmap.reasoning.standing import judge
    from argmap.reasoning.strength import strength
    from argmap.reasoning.verdicts import REJECT

    text = (WORK / f"{content(100_000)}.argmap").read_text(encoding="utf-8")
    large = parse(text)
    read_time = _seconds(lambda: parse(text), 3)
    judge_time = _seconds(lambda: strength(judge(large).graph), 3)
    graph = graph_of(parse((WORK / f"{content(10_000)}.argmap").read_text(encoding="utf-8")))
    standings, strengths = judge(graph), strength(graph)
    anew = _seconds(lambda: (judge(graph), strength(graph)), 3)
    labels = [claim.label for claim in graph.claims][::200]
    again = statistics.median(
        _seconds(lambda label=label: what_if(standings, strengths, {label: REJECT}), 3) for label in labels
    )
    return [
        Row(
            "standing and strength of 100,000 claims, of reading them",
            f"{judge_time:.2f} s : {read_time:.2f} s",
            judge_time / read_time,
            0.6,
        ),
        Row(
            "a what-if on one of 10,000 claims, of judging anew",
            f"{again * 1000:.2f} ms : {anew * 1000:.0f} ms",
            again / anew,
            0.01,
        ),
    ]


def searching() -> list[Row]:
    """The critical claims of maps of 2,000 claims: one row for each shape."""
    from argmap.model.build import parse
    from argmap.reasoning.hinges import critical_claims
    from argmap.reasoning.standing import judge

    rows: list[Row] = []
    for shape, text in shapes(2_000):
        standings = judge(parse(text))
        taken = _seconds(lambda standings=standings: critical_claims(standings, "c0"), 3)
        rows.append(Row(f"critical claims of 2,000, {shape}, seconds", f"{taken:.3f} s", taken, 2.0))
    return rows


def checking() -> list[Row]:
    """All checks of the reasoning, hints too, of 10,000 claims beside reading them; judging is part of it."""
    from argmap.model.build import parse
    from argmap.reasoning.checking import Selection, check_reasoning

    text = (WORK / f"{content(10_000)}.argmap").read_text(encoding="utf-8")
    argument_map = parse(text)
    read_time = _seconds(lambda: parse(text), 3)
    check_time = _seconds(lambda: check_reasoning(argument_map, Selection(hints=True)), 3)
    figures = f"{check_time * 1000:.0f} ms : {read_time * 1000:.0f} ms"
    return [Row("all checks of 10,000 claims, of reading them", figures, check_time / read_time, 2.0)]


def editing() -> list[Row]:
    """The open document: reading again, problems after a key, keys meanwhile, completion."""
    from editing import completing, key_alone, key_to_problems, reading_again

    def text(claims: int) -> str:
        return (WORK / f"{content(claims)}.argmap").read_text(encoding="utf-8")

    rows: list[Row] = []
    for claims in (100, 1_000, 10_000):
        again = reading_again(text(claims)) * 1000
        rows.append(
            Row(f"open document of {claims:,} claims: read again, ms of CPU", f"{again:.2f} ms", again, 5.0)
        )
    for claims, limit in ((1_000, 0.4), (10_000, 1.5)):
        waited = key_to_problems(text(claims))
        figures = (
            f"syntax {waited.syntax:.2f}, standing {waited.standing:.2f}, problems {waited.problems:.2f} s"
        )
        what = f"from a key to problems and standing, {claims:,} claims, seconds"
        rows.append(Row(what, figures, waited.problems, limit))
    large = text(10_000)
    alone, waited = key_alone(large), key_to_problems(large, typing=True)
    keys = sorted(waited.keys)
    usual, slow = statistics.median(keys) * 1000, keys[len(keys) * 95 // 100] * 1000
    figures = f"median {usual:.1f}, 95 of 100 under {slow:.1f}, alone {alone * 1000:.1f} ms"
    rows.append(Row("a key while 10,000 claims are analysed, ms", figures, slow, 50.0))
    figures = f"problems {waited.problems:.2f} s"
    rows.append(
        Row("from a key to problems, 10,000 claims, keys meanwhile, seconds", figures, waited.problems, 1.5)
    )
    for written in ("  because @", "  because @drone", "  b"):
        taken = completing(large, written) * 1000
        rows.append(
            Row(f"complete “{written.strip()}”, 10,000 claims, ms of CPU", f"{taken:.2f} ms", taken, 10.0)
        )
    return rows


def charting() -> list[Row]:
    """The diagram in a terminal: drawing it, and moving over it."""
    from argmap.drawing.terminal.draw import draw
    from argmap.model.build import parse

    small, large = (
        parse((WORK / f"{content(claims)}.argmap").read_text(encoding="utf-8")) for claims in (1_000, 10_000)
    )
    drawn, larger, pan = (
        _seconds(lambda: draw(small), 5),
        _seconds(lambda: draw(large), 3),
        pan_seconds(small),
    )
    return [
        Row("diagram in a terminal of 1,000 claims, seconds", f"{drawn:.3f} s", drawn, 0.5),
        Row("diagram in a terminal of 10,000 claims, seconds", f"{larger:.2f} s", larger, 5.0),
        Row("moving over 1,000 claims, 200 by 60 cells, ms of CPU", f"{pan * 1000:.1f} ms", pan * 1000, 10),
    ]


def growth() -> list[Row]:
    """Time for each claim at 100,000 claims beside that at 1,000, without the start of the program."""
    from argmap.model.build import parse

    def each(claims: int) -> float:
        text = (WORK / f"{content(claims)}.argmap").read_text(encoding="utf-8")
        return _seconds(lambda: parse(text), 3) / claims

    small, large = each(1_000), each(100_000)
    figures = f"{large * 1e6:.0f} µs : {small * 1e6:.0f} µs"
    return [Row("time per claim at 100,000 claims, of that at 1,000", figures, large / small, 2.0)]


def typing() -> list[Row]:
    """A key in the editor's text area at 10,000 and 50,000 lines beside one at 100."""
    rows = []
    for key in ("x", "enter"):
        for soft_wrap in (True, False):
            few, many, most = (key_cost(lines, key, soft_wrap=soft_wrap) for lines in (100, 10_000, 50_000))
            how = "wrapped" if soft_wrap else "unwrapped"
            figures = f"{many * 1000:.1f} ms : {few * 1000:.1f} ms ({most * 1000:.1f} ms at 50,000)"
            rows.append(Row(f"key {key} at 10,000 lines, {how}, of that at 100", figures, many / few, 1.5))
    return rows


def outlining() -> list[Row]:
    """The outline pane: all rows wrapped, and keys at 10,000 rows beside 100."""
    from pane_costs import key_cost, laid_out, rows_of

    small, large = (
        (WORK / f"{content(claims)}.argmap").read_text(encoding="utf-8") for claims in (100, 10_000)
    )
    few, many = rows_of(small), rows_of(large)
    first, again = laid_out(many, rows_of(f"claim new: A claim above all others\n{large}"))
    rows = [
        Row("an outline of 10,000 rows laid out, ms", f"{first * 1000:.0f} ms", first * 1000, 50),
        Row("the same after a claim was written, ms", f"{again * 1000:.0f} ms", again * 1000, 50),
    ]
    for what, keys in (("down", ["down"]), ("fold and unfold", ["space", "space"])):
        one, other = key_cost(many, keys), key_cost(few, keys)
        figures = f"{one * 1000:.1f} ms : {other * 1000:.1f} ms"
        rows.append(Row(f"{what} in an outline of 10,000, of that in one of 100", figures, one / other, 1.5))
    return rows


def using() -> list[Row]:
    """The whole editor: its first screen, keys, what follows them, and memory."""
    from first_paint import first_paint
    from whole_app import growth_by_edits, key_cost, keys_meanwhile, wait_for_problems, waits_at_verdicts

    def text(claims: int) -> str:
        return (WORK / f"{content(claims)}.argmap").read_text(encoding="utf-8")

    article = HERE.parent / "maps" / "turkish-russian-relations.argmap"
    rows: list[Row] = []
    for what, path, word, limit in (
        ("the article's map", article, b"November", 0.5),
        ("10,000 claims", WORK / f"{content(10_000)}.argmap", b"Synthetic", 1.0),
    ):
        taken = first_paint(path, word)
        rows.append(Row(f"first screen of {what} in the editor, seconds", f"{taken:.2f} s", taken, limit))
    taken = first_paint(article, "✓".encode())
    what = "until the outline beside it says which claims stand, seconds"
    rows.append(Row(what, f"{taken:.2f} s", taken, 1.0))
    few, many = key_cost(text(100)), key_cost(text(10_000))
    figures = f"{many * 1000:.1f} ms : {few * 1000:.1f} ms"
    rows.append(Row("a key in the whole editor at 10,000 claims, of that at 100", figures, many / few, 1.5))
    for claims, limit in ((1_000, 0.4), (10_000, 1.5)):
        waited = wait_for_problems(text(claims))
        what = f"from a key to problems and standing on the screen, {claims:,} claims, seconds"
        rows.append(Row(what, f"{waited:.2f} s", waited, limit))
    keys = keys_meanwhile(text(10_000))
    figures = f"median {statistics.median(keys) * 1000:.0f} ms"
    rows.append(Row("slowest key while 10,000 claims are analysed, to paint, ms", figures, keys[-1] * 1000))
    waits = waits_at_verdicts(text(10_000))
    figures = f"median {statistics.median(waits) * 1000:.0f} ms"
    rows.append(
        Row(
            "slowest verdict with the diagram of 10,000 claims open, to paint, ms",
            figures,
            waits[-1] * 1000,
            200,
        )
    )
    grown = growth_by_edits(text(10_000), 250)
    rows.append(Row("memory after 500 edits of 10,000 claims, beyond that after 250, MiB", "", grown, 30))
    return rows


def main() -> None:
    """Run every benchmark; limits that are missed are shown, not an error."""
    WORK.mkdir(exist_ok=True)
    peer = argdown()
    rows = [
        *reading(peer),
        *drawing(peer),
        *batch(WORK),
        *large(WORK / f"{content(10_000)}.argmap"),
        *complete(WORK),
        saved_to_exported(HERE.parent / "maps" / "turkish-russian-relations.argmap", WORK),
        *page(),
        *start(),
        *again(),
        *growth(),
        *judging(),
        *searching(),
        *checking(),
        *editing(),
        *charting(),
        *typing(),
        *outlining(),
        *using(),
    ]
    machine = f"Python {platform.python_version()}, {os.cpu_count()} cores, {platform.system()}"
    beside = ARGDOWN if peer else "Argdown not measured: no npm"
    text = f"# What `make bench` measured\n\n{machine}; {beside}.\n\n{table(rows)}"
    (HERE / "RESULTS.md").write_text(text, encoding="utf-8")
    print(text)


if __name__ == "__main__":
    main()
