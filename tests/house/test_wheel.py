"""`pip install .` gives a package that works from any folder, with its grammar and data inside."""

import subprocess
import sys
import sysconfig
import venv
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def python(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An environment that holds the wheel alone, beside the libraries that are installed here."""
    folder = tmp_path_factory.mktemp("wheel")
    pip = [sys.executable, "-m", "pip", "--disable-pip-version-check"]
    build = subprocess.run(
        [*pip, "wheel", "--quiet", "--no-deps", "--wheel-dir", folder, ROOT],
        capture_output=True,
        text=True,
        check=False,
    )
    if build.returncode and "No matching distribution" in build.stderr:
        pytest.skip("the build backend cannot be fetched: no package registry is reached")
    assert build.returncode == 0, build.stderr
    (wheel,) = folder.glob("argmap-*.whl")
    venv.create(folder / "env", with_pip=False)
    python = folder / "env" / ("Scripts" if sys.platform == "win32" else "bin") / "python"
    site = Path(
        subprocess.run(
            [python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))"],
            capture_output=True,
            text=True,
            check=True,
        ).stdout.strip()
    )
    subprocess.run([*pip, "install", "--quiet", "--no-deps", "--target", site, wheel], check=True)
    (site / "libraries.pth").write_text(sysconfig.get_path("purelib") + "\n")
    return python


def argmap(python: Path, folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [python, "-I", "-m", "argmap", *arguments]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)


def test_it_runs_from_the_environment(python: Path, tmp_path: Path) -> None:
    program = "import argmap; print(argmap.__file__)"
    where = subprocess.run(
        [python, "-I", "-c", program], cwd=tmp_path, capture_output=True, text=True, check=True
    )
    assert str(python.parent.parent) in where.stdout


def test_it_starts_checks_and_draws_a_map_in_any_folder(python: Path, tmp_path: Path) -> None:
    made = argmap(python, tmp_path, "new", "first.argmap")
    assert made.returncode == 0, made.stderr
    checked = argmap(python, tmp_path, "check", "first.argmap")
    assert checked.returncode == 0, checked.stdout
    for suffix in ("svg", "pdf", "png", "dot", "html", "json"):
        drawn = argmap(python, tmp_path, "export", "first.argmap", "-o", f"first.{suffix}")
        assert drawn.returncode == 0, drawn.stderr
        assert (tmp_path / f"first.{suffix}").stat().st_size > 500


def test_it_brings_its_catalogues(python: Path, tmp_path: Path) -> None:
    assert "unknown-keyword" in argmap(python, tmp_path, "explain", "L101").stdout
    (tmp_path / "x.argmap").write_text("thesis a: A\n  because B\n  by expert-opinion {expertise: ok}\n")
    checked = argmap(python, tmp_path, "check", "x.argmap")
    assert checked.returncode == 0, checked.stdout
