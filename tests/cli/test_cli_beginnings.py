"""`new`, `explain`, `completion`, and the entry itself."""

import re
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from argmap.cli.entry import COMMANDS, commands, run
from argmap.reasoning.codes import codes_of
from argmap.version import __version__


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def invoke(*arguments: str) -> Result:
    return CliRunner().invoke(commands, list(arguments))


@pytest.mark.parametrize(
    ("arguments", "file", "title"),
    [
        (("debate.argmap",), "debate.argmap", "Debate"),
        (("red-lines",), "red-lines.argmap", "Red lines"),
        (("a.argmap", "--title", "Kim kazandı?"), "a.argmap", "Kim kazandı?"),
        (("--title", "Red lines: which?\n"), "red-lines-which.argmap", "Red lines: which?"),
        ((), "map.argmap", "Map"),
        (("my map.argmap",), "my map.argmap", "My map"),
    ],
)
def test_a_new_map_checks_clean_and_is_formatted(arguments: tuple[str, ...], file: str, title: str) -> None:
    assert invoke("new", *arguments).exit_code == 0
    assert f"\nmap {title}\n" in Path(file).read_text()
    for options in (("--strict",), ("--select", "L")):
        checked = invoke("check", file, *options)
        assert (checked.exit_code, checked.output) == (0, "")
    assert invoke("format", "--check", file).exit_code == 0
    assert invoke("show", file).exit_code == 0


def test_a_new_map_never_overwrites() -> None:
    Path("a.argmap").write_text("mine")
    done = invoke("new", "a.argmap")
    assert done.exit_code == 2
    assert "left as it is" in done.stderr or "left as it was" in done.stderr
    assert Path("a.argmap").read_text() == "mine"


def test_a_new_map_can_go_to_standard_output() -> None:
    done = invoke("new", "-", "--title", "T")
    assert "\nmap T\n" in done.stdout
    assert list(Path().iterdir()) == []


def test_every_code_is_listed_and_explained() -> None:
    listed = invoke("explain").stdout
    assert set(re.findall(r"^  ([LR]\d{3}) ", listed, re.MULTILINE)) == set(codes_of(""))
    for code in ("L301", "r110"):
        text = invoke("explain", code).stdout
        assert text.startswith(f"{code.upper()} ")
        assert "\n\nGood:\n" in text


def test_codes_are_listed_under_the_titles_of_their_families() -> None:
    listed = invoke("explain").stdout.splitlines()
    assert listed[0] == "L1: single lines"
    assert listed[1].startswith("  L101 unknown-keyword (error): ")
    titles = [line[:2] for line in listed if line and not line.startswith(" ")]
    assert titles == sorted(set(titles))


def test_the_beginning_of_codes_lists_a_family() -> None:
    listed = invoke("explain", "r6").stdout.splitlines()
    assert listed[0] == "R6: what the map says to argmap"
    assert listed[1].startswith("  R601 unknown-code (warning): ")
    assert invoke("explain", "R").stdout.startswith("R1: ")
    assert "L5: " not in invoke("explain", "R").stdout


@pytest.mark.parametrize(("written", "near"), [("L3011", "L301"), ("R119", "R11"), ("r60l", "R601")])
def test_an_unknown_code_suggests_a_near_one(written: str, near: str) -> None:
    done = invoke("explain", written)
    assert done.exit_code == 2
    assert f"no message has the code '{written}'; did you mean " in done.stderr
    assert near in done.stderr


@pytest.mark.parametrize("title", ["undefined-label", "Undefined-Label"])
def test_the_title_of_a_message_does_as_well_as_its_code(title: str) -> None:
    assert invoke("explain", title).stdout == invoke("explain", "L302").stdout


def test_an_empty_code_is_no_code() -> None:
    assert invoke("explain", "").exit_code == 2


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion_scripts_name_the_variable(shell: str) -> None:
    done = invoke("completion", shell)
    assert done.exit_code == 0
    assert f"_ARGMAP_COMPLETE={shell}_complete" in done.stdout


def test_a_shell_is_offered_the_commands(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("_ARGMAP_COMPLETE", "fish_complete")
    monkeypatch.setenv("COMP_WORDS", "argmap ex")
    monkeypatch.setenv("COMP_CWORD", "ex")
    assert run([]) == 0
    offered = capsys.readouterr().out
    assert "export" in offered
    assert "explain" in offered
    assert "check" not in offered


@pytest.mark.parametrize("name", COMMANDS)
def test_every_help_has_an_example(name: str) -> None:
    done = invoke(name, "--help")
    assert done.exit_code == 0
    assert f"Example: argmap {name}" in done.stdout


def test_a_misspelt_command_suggests_the_near_one() -> None:
    done = invoke("chekc")
    assert done.exit_code == 2
    assert "did you mean 'check'?" in done.stderr
    assert "argmap check debate.argmap" in invoke("debate.argmap").stderr
    assert "the commands are new, edit, review, check" in invoke("zzz").stderr


def test_the_version_is_printed_among_other_options() -> None:
    assert invoke("--version").stdout == f"argmap {__version__}\n"


def test_schemes_are_listed_and_shown_with_their_questions() -> None:
    assert "expert-opinion   " in invoke("schemes").stdout
    text = invoke("schemes", "Expert Opinion").stdout
    assert text.startswith("Expert opinion (by expert-opinion)\n\nPremises:\n  expertise: ")
    assert "\nConclusion: A is true.\n" in text
    assert "Questions of the exception kind" in text
    assert max(map(len, text.splitlines())) <= 80
    assert "Deductive: " in invoke("schemes", "modus-ponens").stdout


def test_an_unknown_scheme_suggests_a_near_one() -> None:
    done = invoke("schemes", "expert-opinoin")
    assert done.exit_code == 2
    assert "did you mean expert-opinion" in done.stderr


def test_an_explanation_keeps_to_the_width_of_the_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("argmap.cli.commands.explain.terminal_cells", lambda _: 50)
    told = [line for line in invoke("explain", "L106").stdout.splitlines() if not line.startswith("    ")]
    assert max(map(len, told)) <= 50
