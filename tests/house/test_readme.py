"""What README shows is what happens: its maps, commands and Python are run, its links lead somewhere."""

import re
import shlex
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

import argmap

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"^```(\w+)\n(.*?)^```$", README, re.MULTILINE | re.DOTALL)
MAPS = {text.split("\n", 1)[0].removeprefix("# "): text for kind, text in BLOCKS if kind == "argmap"}
COMMANDS = [
    (command.strip(), printed)
    for kind, text in BLOCKS
    if kind == "console"
    for command, printed in re.findall(r"^\$ (.*)\n((?:(?!\$ ).*\n)*)", text, re.MULTILINE)
]
ENDING = [(command, printed) for command, printed in COMMANDS if not command.startswith("argmap watch")]
(WATCHING,) = [command for command, _ in COMMANDS if command.startswith("argmap watch")]
HEARING = """
import signal, sys
signal.signal(signal.SIGINT, signal.default_int_handler)
from argmap.__main__ import main
sys.exit(main())
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder that holds README's maps under the names that their first lines give, and ours."""
    shutil.copytree(ROOT / "maps", tmp_path / "maps")
    for name, text in MAPS.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


def environment(folder: Path) -> dict[str, str]:
    """Of a machine without any other program."""
    return {"PYTHONPATH": str(ROOT), "PATH": "", "HOME": str(folder), "PYTHONUTF8": "1"}


def typed(command: str) -> list[str]:
    program, *arguments = shlex.split(command)
    assert program == "argmap"
    return [sys.executable, "-m", "argmap", *arguments]


@pytest.mark.parametrize(("command", "printed"), ENDING, ids=[command for command, _ in ENDING])
def test_a_command_does_what_it_shows(command: str, printed: str, folder: Path) -> None:
    result = subprocess.run(
        typed(command),
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
        encoding="utf-8",
        env=environment(folder),
    )
    assert result.returncode == (1 if "error" in printed else 0), result.stderr
    if printed:
        assert is_shown(result.stdout, printed)


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="Ctrl-C is sent as a signal")
def test_a_map_is_watched_until_ctrl_c(folder: Path) -> None:
    outputs = [folder / name for name in ("debate.html", "debate.svg")]
    # In a session of its own, and with Ctrl-C heard also where the tests run in the background.
    watching = subprocess.Popen(
        [sys.executable, "-c", HEARING, *shlex.split(WATCHING)[1:]],
        cwd=folder,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        env=environment(folder),
        start_new_session=True,
    )
    with watching:
        try:
            wait_for(lambda: all(output.exists() for output in outputs))
            first = outputs[1].read_bytes()
            (folder / "debate.argmap").write_text(MAPS["debate.argmap"].replace("went West", "turned West"))
            wait_for(lambda: outputs[1].read_bytes() != first)
        finally:
            watching.send_signal(signal.SIGINT)
            _, said = watching.communicate(timeout=30)
    assert watching.returncode == 0
    assert b"http://127.0.0.1:" in said


def wait_for(done: Callable[[], bool]) -> None:
    stop = time.monotonic() + 60
    while not done():
        assert time.monotonic() < stop
        time.sleep(0.05)


def test_the_article_passes_the_checks() -> None:
    assert argmap.check(argmap.load(ROOT / "maps" / "turkish-russian-relations.argmap")) == ()


def is_shown(output: str, printed: str) -> bool:
    """Whether README shows the output, where a line `...` stands for lines that are left out."""
    pattern = "".join(
        "(?:.*\n)*?" if line == "...\n" else re.escape(line) for line in printed.splitlines(keepends=True)
    )
    return re.fullmatch(pattern, output) is not None


def test_the_commands_cover_the_maps() -> None:
    assert len(COMMANDS) >= 5
    assert set(MAPS) == {"debate.argmap", "typo.argmap", "weak.argmap", "board.argmap"}


def test_the_python_runs(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    (program,) = (text for kind, text in BLOCKS if kind == "python")
    monkeypatch.chdir(ROOT)
    exec(program, {})
    assert capsys.readouterr().out.startswith("Moscow has become far keener")


def test_the_figures_of_the_article_are_true() -> None:
    article = argmap.load(ROOT / "maps" / "turkish-russian-relations.argmap")
    assert f"{len(article.claims)} claims in nine sections" in README
    assert len(article.sections) == 9
    own = {"mapper"}
    assert all(claim.citations for claim in article.claims.values() if not own & set(claim.tags))


@pytest.mark.parametrize("page", ["README.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "CHANGELOG.md"])
def test_links_lead_somewhere(page: str) -> None:
    text = (ROOT / page).read_text(encoding="utf-8")
    for target in re.findall(r"\]\(([^)#]+)(?:#[^)]*)?\)", text):
        assert target.startswith("http") or (ROOT / target).exists(), target


def test_the_make_targets_that_pages_name_are_there() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    for page in ("README.md", "CONTRIBUTING.md", "ARCHITECTURE.md"):
        for target in re.findall(
            r"make (demo|test|quick|exports|screenshots|bench|format|clean)\b", (ROOT / page).read_text()
        ):
            assert re.search(rf"^{target}:", makefile, re.MULTILINE)
