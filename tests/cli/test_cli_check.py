import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from argmap.cli.entry import commands

CLEAN = "map M\nthesis t: T\n  because r: R\n  but o: O {weak}\n"
WRONG = "thesis t: T\n  because @nowhere\n"
WARNED = "thesis t: T\n  because R (likely)\n"
LONELY = "source s: S\nquestion q: Who?\n  answer us: We did # all\n    because Putin: He said it [@s]\n"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    for name, text in [("clean", CLEAN), ("wrong", WRONG), ("warned", WARNED), ("lonely", LONELY)]:
        Path(f"{name}.argmap").write_text(text)
    return tmp_path


def check(*arguments: str, text: str | bytes = "") -> Result:
    return CliRunner().invoke(commands, ["check", *arguments], input=text)


def test_a_clean_map_says_nothing_and_succeeds() -> None:
    done = check("clean.argmap")
    assert (done.exit_code, done.output) == (0, "")


def test_an_error_is_reported_with_its_place_and_fails() -> None:
    done = check("wrong.argmap")
    assert done.exit_code == 1
    assert done.stdout.startswith("wrong.argmap:2:11: L")
    assert "2 |   because @nowhere\n" in done.stdout
    assert done.stdout.endswith("\n1 error in 1 file. With errors, the reasoning is not checked.\n")
    assert done.stderr == ""


def test_a_warning_fails_only_when_strict() -> None:
    done = check("warned.argmap")
    assert done.exit_code == 0
    assert "1 warning in 1 file" in done.stdout
    assert check("warned.argmap", "--strict").exit_code == 1


def test_hints_are_shown_when_asked_for() -> None:
    Path("hint.argmap").write_text("thesis T\n  because Putin: Turkey is independent\n")
    assert check("hint.argmap", "--strict").output == ""
    done = check("hint.argmap", "--strict", "--hints")
    assert done.exit_code == 0
    assert " hint: " in done.stdout


def test_a_folder_stands_for_the_maps_below_it_without_hidden_ones() -> None:
    Path("sub/.git").mkdir(parents=True)
    for name in ("sub/a.argmap", "sub/.git/b.argmap", "sub/.c.argmap", "sub/d.txt"):
        Path(name).write_text(WRONG)
    done = check("sub", "--format", "json")
    assert {found["file"] for found in json.loads(done.stdout)["diagnostics"]} == {"sub/a.argmap"}
    assert json.loads(check(".", "--format", "json").stdout)["summary"]["files"] == 5


def test_a_folder_without_maps_is_a_failure() -> None:
    Path("empty").mkdir()
    done = check("empty")
    assert done.exit_code == 2
    assert "no .argmap file" in done.stderr


def test_standard_input_is_checked_and_may_include_from_here() -> None:
    done = check("-", text=WRONG)
    assert done.exit_code == 1
    assert done.stdout.startswith("<stdin>:2:11: ")
    assert check("-", text="include clean.argmap\nclaim @r\n  because S\n").exit_code == 0


def test_a_missing_file_is_named_with_the_nearest_and_the_rest_is_checked() -> None:
    done = check("claen.argmap", "wrong.argmap")
    assert done.exit_code == 2
    assert done.stderr.startswith("argmap: claen.argmap: ")
    assert "did you mean clean.argmap?" in done.stderr
    assert "1 error in 1 file" in done.stdout
    assert "did you mean wrong.argmap?" in check("wrong").stderr
    assert "did you mean wrong.argmap?" in check("wrnog").stderr


def test_a_file_is_not_suggested_for_its_suffix_alone() -> None:
    Path("mine.argmap").write_text("thesis t: T\n")
    assert check("nope.argmap").stderr.endswith("there is no such file or folder\n")


def test_bytes_that_are_no_text_are_a_failure_with_their_place() -> None:
    Path("old.argmap").write_bytes("thesis t: İ\n".encode("cp1254"))
    done = check("old.argmap")
    assert done.exit_code == 2
    assert "line 1 is not UTF-8 text" in done.stderr


def test_the_json_report_is_one_document() -> None:
    done = check("wrong.argmap", "clean.argmap", "--format", "json")
    assert done.exit_code == 1
    document = json.loads(done.stdout)
    assert document["summary"] == {"files": 2, "errors": 1, "warnings": 0, "hints": 0}
    assert document["diagnostics"][0]["line"] == 2


def codes(*arguments: str) -> list[str]:
    """The codes of the messages about a map with a lonely answer (R110), a comment (L108), a name (L112)."""
    found = json.loads(check("lonely.argmap", "--format", "json", *arguments).stdout)["diagnostics"]
    return sorted(message["code"] for message in found)


def test_the_reasoning_is_checked_beside_the_text() -> None:
    assert codes() == ["L108", "R110"]
    assert codes("--hints") == ["L108", "L112", "R110"]


@pytest.mark.parametrize("written", [["R110"], ["r1"], ["R"], ["R110,L101"], ["L101", "R1"], ["R1, L5"]])
def test_only_what_is_selected_is_shown(written: list[str]) -> None:
    options = [option for codes in written for option in ("--select", codes)]
    assert codes(*options) == ["R110"]


def test_a_hint_is_shown_when_its_code_is_selected() -> None:
    assert codes("--select", "L112") == ["L112"]


def test_what_is_ignored_is_not_shown() -> None:
    assert codes("--ignore", "L") == ["R110"]
    assert codes("--ignore", "r,l108") == []
    assert codes("--select", "L", "--ignore", "L112") == ["L108"]


def test_errors_are_always_shown() -> None:
    done = check("wrong.argmap", "--select", "R110", "--ignore", "L")
    assert done.exit_code == 1
    assert " L302 error: " in done.stdout


def test_only_what_is_shown_counts_for_strict() -> None:
    assert check("lonely.argmap", "--strict").exit_code == 1
    assert check("lonely.argmap", "--strict", "--ignore", "R110", "--ignore", "L108").exit_code == 0


@pytest.mark.parametrize("option", ["--select", "--ignore"])
def test_an_unknown_code_is_a_usage_error_with_a_suggestion(option: str) -> None:
    done = check("clean.argmap", option, "R110,R119")
    assert done.exit_code == 2
    assert "no message has the code 'R119'; did you mean " in done.stderr
    assert done.stdout == ""


def test_the_last_line_says_whose_reasoning_was_not_checked() -> None:
    one = check("wrong.argmap", "--select", "R")
    assert one.stdout.splitlines()[-1] == "1 error in 1 file. With errors, the reasoning is not checked."
    both = check("wrong.argmap", "lonely.argmap")
    assert both.stdout.endswith("in 2 files. The reasoning of 1 map with errors is not checked.\n")
    assert "reasoning" not in check("wrong.argmap", "--select", "L").stdout


def test_the_sarif_report_has_the_rules_of_its_messages() -> None:
    done = check("lonely.argmap", "--format", "sarif")
    (run,) = json.loads(done.stdout)["runs"]
    assert [rule["id"] for rule in run["tool"]["driver"]["rules"]] == ["L108", "R110"]
    assert "\n\nGood:\n" in run["tool"]["driver"]["rules"][1]["help"]["text"]
    assert [result["ruleId"] for result in run["results"]] == ["R110", "L108"]


def test_the_github_report_is_a_command_a_message() -> None:
    done = check("wrong.argmap", "warned.argmap", "--format", "github")
    lines = done.stdout.splitlines()
    assert lines[0].startswith("::warning file=warned.argmap,line=2,")
    assert lines[1].startswith("::error file=wrong.argmap,line=2,col=11,endColumn=19,title=L")


def test_a_message_about_a_file_included_twice_is_said_once() -> None:
    Path("a.argmap").write_text("include wrong.argmap\n")
    Path("b.argmap").write_text("include wrong.argmap\n")
    assert "1 error in 2 files" in check("a.argmap", "b.argmap").stdout


def test_colour_follows_the_variables(monkeypatch: pytest.MonkeyPatch) -> None:
    assert "\x1b" not in check("wrong.argmap").stdout
    monkeypatch.setenv("FORCE_COLOR", "1")
    assert "\x1b[" in check("wrong.argmap").stdout
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b" not in check("wrong.argmap").stdout
