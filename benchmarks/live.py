"""How long somebody waits from a save to what `argmap watch` makes of it."""

import statistics
import subprocess
import sys
import time
from pathlib import Path

from rows import Row

_ROUNDS = 7


def saved_to_exported(article: Path, folder: Path) -> Row:
    """The article's map as a page and a picture, exported again after each save: a median."""
    watched = folder / "watched.argmap"
    text = article.read_text(encoding="utf-8")
    watched.write_text(text, encoding="utf-8")
    (folder / article.with_suffix(".bib").name).write_bytes(article.with_suffix(".bib").read_bytes())
    command = [str(Path(sys.executable).with_name("argmap")), "watch", watched.name]
    process = subprocess.Popen(
        [*command, "-o", "watched.html", "-o", "watched.svg"], cwd=folder, stderr=subprocess.PIPE, text=True
    )
    try:
        _hear(process, "ends it")
        taken = []
        for number in range(_ROUNDS):
            # Some time after the last, as people save.
            time.sleep(0.7 + 0.05 * number)
            begin = time.perf_counter()
            watched.write_text(f"{text}\nclaim added-{number}: Another claim\n", encoding="utf-8")
            _hear(process, " written in ")
            taken.append(time.perf_counter() - begin)
    finally:
        process.terminate()
        process.wait()
    waited = statistics.median(taken)
    what = "from a save of the article's map to its page and its picture, seconds"
    return Row(what, f"{waited:.2f} s", waited, 0.5)


def _hear(process: "subprocess.Popen[str]", words: str) -> None:
    assert process.stderr is not None
    for line in process.stderr:
        if words in line:
            return
    raise RuntimeError("argmap watch has ended")
