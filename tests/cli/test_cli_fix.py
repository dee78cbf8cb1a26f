"""`argmap check --fix` and `--diff`: what is written, what is shown, and what is left alone."""

import json
import subprocess
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from argmap.cli.entry import commands
from argmap.cli.failure import Failure
from argmap.cli.fixing import Fixing
from argmap.cli.inputs import load_map
from argmap.reasoning.checking import Selection

UNSEEN = "thesis The\u200b sales are small\n  because R (likely)\n"
"""A map with a safe fix (L109) and an unsafe one (L408)."""
SEEN = "thesis The sales are small\n  because R (likely)\n"
LIKELY = "thesis The sales are small\n  because R {likely}\n"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    write("m.argmap", UNSEEN)
    return tmp_path


def write(name: str, text: str) -> None:
    Path(name).write_text(text, encoding="utf-8", newline="")


def read(name: str = "m.argmap") -> str:
    return Path(name).read_text(encoding="utf-8")


def check(*arguments: str, text: str | bytes = "") -> Result:
    return CliRunner().invoke(commands, ["check", *arguments], input=text)


def test_a_report_says_what_could_be_fixed() -> None:
    assert check("m.argmap").stdout.endswith("\n2 warnings in 1 file (--fix mends 1)\n")
    assert read() == UNSEEN


def test_safe_fixes_are_written_and_the_rest_is_reported() -> None:
    done = check("m.argmap", "--fix")
    assert read() == SEEN
    assert done.exit_code == 0
    assert done.stderr == "fixed: m.argmap\n1 fix applied, 1 more with --unsafe\n"
    assert "L109" not in done.stdout
    assert done.stdout.endswith("\n1 warning in 1 file\n")


def test_unsafe_fixes_are_written_when_asked_for() -> None:
    done = check("m.argmap", "--fix", "--unsafe")
    assert read() == LIKELY
    assert (done.stdout, done.stderr) == ("", "fixed: m.argmap\n2 fixes applied\n")


def test_a_second_time_there_is_nothing_to_fix_and_nothing_is_written() -> None:
    check("m.argmap", "--fix")
    before = Path("m.argmap").stat().st_mtime_ns
    done = check("m.argmap", "--fix")
    assert done.stderr == "no fix applied, 1 with --unsafe\n"
    assert Path("m.argmap").stat().st_mtime_ns == before
    write("clean.argmap", LIKELY)
    assert check("clean.argmap", "--fix").output == ""


def test_only_what_is_selected_is_fixed() -> None:
    check("m.argmap", "--fix", "--ignore", "L109")
    assert read() == UNSEEN
    check("m.argmap", "--fix", "--unsafe", "--select", "L4")
    assert read() == UNSEEN.replace("(likely)", "{likely}")


def test_errors_that_remain_fail() -> None:
    write("m.argmap", "thesis T\x01\n  because @nowhere\n")
    done = check("m.argmap", "--fix")
    assert done.exit_code == 1
    assert read() == "thesis T\n  because @nowhere\n"


def test_byte_order_mark_and_line_ends_stay() -> None:
    Path("m.argmap").write_bytes(b"\xef\xbb\xbf" + UNSEEN.replace("\n", "\r\n").encode())
    check("m.argmap", "--fix", "--unsafe")
    assert Path("m.argmap").read_bytes() == b"\xef\xbb\xbf" + LIKELY.replace("\n", "\r\n").encode()


def test_included_files_are_fixed_once() -> None:
    for name in ("a", "b"):
        write(f"{name}.argmap", "include m.argmap\n")
    done = check("a.argmap", "b.argmap", "--fix")
    assert read() == SEEN
    assert done.stderr == "fixed: m.argmap\n1 fix applied, 1 more with --unsafe\n"


def test_a_fix_that_would_bring_an_error_is_left_out_and_named() -> None:
    write("m.argmap", "thesis east: T\n  because east:A\n")
    done = check("m.argmap", "--fix", "--unsafe", "--hints")
    assert (
        "m.argmap:2:11: the fix for L113 is left out; with it, the label east is defined twice (L301)\n"
        in done.stderr
    )
    assert read() == "thesis east: T\n  because east:A\n"


def test_a_file_that_changes_meanwhile_is_left_as_it_is() -> None:
    fixing = Fixing(Selection(), unsafe=False, diff=False)
    argument_map = load_map("m.argmap")
    write("m.argmap", "thesis Written meanwhile\n")
    with pytest.raises(Failure, match="was changed since it was read, and left as it is; check it again"):
        fixing.mend("m.argmap", argument_map)
    assert read() == "thesis Written meanwhile\n"
    assert fixing.summary() == ""


def test_a_write_protected_file_is_named_and_the_others_are_fixed() -> None:
    write("locked.argmap", UNSEEN)
    Path("locked.argmap").chmod(0o444)
    if os_lets_anything_be_written():
        pytest.skip("this user may write to any file")
    done = check("locked.argmap", "m.argmap", "--fix")
    assert done.exit_code == 2
    assert "locked.argmap: cannot be written" in done.stderr
    assert read() == SEEN


def os_lets_anything_be_written() -> bool:
    import os

    return os.access("locked.argmap", os.W_OK)


def test_standard_input_goes_fixed_to_standard_output() -> None:
    done = check("-", "--fix", text="\ufeff" + UNSEEN)
    assert done.exit_code == 0
    assert done.stdout == "\ufeff" + SEEN
    assert done.stderr.startswith("1 fix applied, 1 more with --unsafe\n<stdin>:2:13: L408 warning: ")
    assert check("-", "--fix", text=LIKELY).stdout == LIKELY


def test_what_standard_input_includes_is_not_fixed() -> None:
    assert check("-", "--fix", text="include m.argmap\n").stdout == "include m.argmap\n"
    assert read() == UNSEEN


def test_the_report_after_a_fix_takes_any_form() -> None:
    document = json.loads(check("m.argmap", "--fix", "--format", "json").stdout)
    assert [message["code"] for message in document["diagnostics"]] == ["L408"]


def test_a_diff_shows_what_would_be_fixed_and_writes_nothing() -> None:
    done = check("m.argmap", "--diff")
    assert done.exit_code == 1
    assert done.stderr == "1 fix would be applied, 1 more with --unsafe\n"
    assert done.stdout.startswith("--- m.argmap\n+++ m.argmap (fixed)\n@@ -1,2 +1,2 @@\n")
    assert "\n+thesis The sales are small\n" in done.stdout
    assert read() == UNSEEN
    assert "\n+  because R {likely}\n" in check("m.argmap", "--diff", "--unsafe").stdout


def test_a_diff_can_be_applied() -> None:
    write("two.argmap", "thesis B\n  but A\u200b\n")
    diff = check("m.argmap", "two.argmap", "--diff").stdout.replace(" (fixed)", "")
    try:
        subprocess.run(["patch", "-p0"], input=diff.encode(), check=True, capture_output=True)
    except FileNotFoundError:
        pytest.skip("there is no `patch` here")
    assert read() == SEEN
    assert read("two.argmap") == "thesis B\n  but A\n"


def test_a_diff_with_nothing_to_fix_succeeds_whatever_else_is_wrong() -> None:
    write("m.argmap", "thesis T\n  because @nowhere\n")
    done = check("m.argmap", "--diff")
    assert (done.exit_code, done.output) == (0, "")


def test_a_diff_wins_over_a_fix() -> None:
    assert check("m.argmap", "--fix", "--diff").stdout.startswith("--- m.argmap\n")
    assert read() == UNSEEN


def test_a_diff_shows_a_file_that_two_maps_include_once() -> None:
    for name in ("a", "b"):
        write(f"{name}.argmap", "include m.argmap\n")
    done = check("a.argmap", "b.argmap", "--diff")
    assert done.stdout.count("--- m.argmap\n") == 1
    assert done.stderr == "1 fix would be applied, 1 more with --unsafe\n"


def test_a_diff_of_standard_input_is_no_fixed_text() -> None:
    assert check("-", "--diff", text=UNSEEN).stdout.startswith("--- <stdin>\n+++ <stdin> (fixed)\n")


@pytest.mark.parametrize("options", [["--unsafe"], ["--diff", "--format", "json"]])
def test_options_that_do_not_go_together_are_a_usage_error(options: list[str]) -> None:
    done = check("m.argmap", *options)
    assert done.exit_code == 2
    assert "Usage: " in done.stderr
    assert read() == UNSEEN
