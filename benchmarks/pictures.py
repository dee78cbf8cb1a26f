"""What drawings cost where there are many of them, or much on them."""

import shutil
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

from pair import pair
from rows import Row

_ARGMAP = str(Path(sys.executable).with_name("argmap"))
_MAPS = 200
_CLAIMS = 10
_DOT_LIMIT = 120.0
"""Seconds for dot on 10,000 claims."""


def batch(folder: Path) -> list[Row]:
    """Two hundred small maps by one command, beside a command for each."""
    maps, drawn = folder / "small-maps", folder / "small-drawings"
    maps.mkdir(exist_ok=True)
    drawn.mkdir(exist_ok=True)
    names = [f"map-{number}" for number in range(_MAPS)]
    for number, name in enumerate(names):
        (maps / f"{name}.argmap").write_text(pair(_CLAIMS, seed=number)[0], encoding="utf-8")
    rows = []
    for layout in ("tidy", "dot"):
        asked = ["--layout", layout]
        together = _seconds([_ARGMAP, "export", str(maps), *asked, "-o", str(drawn), "--to", "svg"])
        one_by_one = sum(
            _seconds([_ARGMAP, "export", f"{maps / name}.argmap", *asked, "-o", f"{drawn / name}.svg"])
            for name in names
        )
        figures = f"{together:.1f} s : {one_by_one:.1f} s"
        what = f"{_MAPS} maps as SVG at once, {layout} layout, of one by one"
        rows.append(Row(what, figures, together / one_by_one, 0.1))
    return rows


def large(path: Path) -> list[Row]:
    """A map of 10,000 claims as SVG, beside what dot takes for the same cards and lines."""
    drawing = path.with_suffix(".svg")
    ours = _seconds([_ARGMAP, "export", str(path), "-o", str(drawing)])
    what = "export 10,000 claims as SVG, of dot alone"
    dot = shutil.which("dot")
    if dot is None:
        return [Row(f"{what} (no dot: not measured)", f"{ours:.1f} s", ours)]
    graph = path.with_suffix(".dot")
    subprocess.run([_ARGMAP, "export", str(path), "--layout", "dot", "-o", str(graph)], check=True)
    try:
        theirs, shown = _seconds([dot, "-Tsvg", str(graph), "-o", str(drawing)], _DOT_LIMIT), ""
    except subprocess.TimeoutExpired:
        theirs, shown = _DOT_LIMIT, "over "
    return [Row(what, f"{ours:.1f} s : {shown}{theirs:.1f} s", ours / theirs, 0.2)]


def complete(folder: Path) -> list[Row]:
    """Sixty claims of which each is a reason for all before it."""
    count = 60
    lines = ["map Complete"]
    for number in range(count):
        lines.append(f"claim c{number}: Claim {number}")
        lines += [f"  because @c{other}" for other in range(number + 1, count)]
    path = folder / "complete.argmap"
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    taken = _seconds([_ARGMAP, "export", str(path), "-o", str(path.with_suffix(".svg"))])
    return [Row(f"export a complete map of {count} claims as SVG, seconds", f"{taken:.1f} s", taken, 10.0)]


def _seconds(command: Sequence[str], limit: float | None = None) -> float:
    begin = time.perf_counter()
    subprocess.run(command, check=True, timeout=limit, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return time.perf_counter() - begin
