import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from argmap.cli.entry import commands

TEXT = """\
map M
thesis t: Title
  because west: Georgia went West
  but arms: Turkey arms Ukraine {weak}
  because The unlabelled reason
question q: Q
  answer a: A
review ana: First
  reject @west
review ben: Second
  accept @west
"""


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("m.argmap").write_text(TEXT)


def judge(*arguments: str, text: str = "") -> Result:
    return CliRunner().invoke(commands, ["judge", *arguments], input=text)


def why(*arguments: str, text: str = "") -> Result:
    return CliRunner().invoke(commands, ["why", *arguments], input=text)


def claims(*arguments: str) -> dict[str, str]:
    done = judge("m.argmap", "--json", *arguments)
    assert done.exit_code == 0, done.stderr
    return {label: claim["standing"] for label, claim in json.loads(done.stdout)["claims"].items()}


def test_a_map_is_judged_in_eighty_cells_where_there_is_no_terminal() -> None:
    done = judge("m.argmap")
    assert done.exit_code == 0
    assert max(map(len, done.stdout.splitlines())) <= 80
    assert "\nWhat t hinges on\n" in done.stdout
    assert "What changes" not in done.stdout
    assert "\x1b" not in done.stdout


def test_colour_is_there_when_it_is_asked_for_and_never_against_no_color(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    assert "\x1b[32m" in judge("m.argmap").stdout
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b" not in judge("m.argmap").stdout


def test_a_what_if_leaves_the_file_alone_and_lists_what_changes() -> None:
    done = judge("m.argmap", "--reject", "west", "--reject", "The unlabelled")
    assert "What changes if west is rejected and “The unlabelled reason” is rejected\n" in done.stdout
    assert Path("m.argmap").read_text() == TEXT


@pytest.mark.parametrize("name", ["west", "@west", "georgia went"])
def test_a_claim_is_named_by_label_or_by_the_beginning_of_its_text(name: str) -> None:
    assert claims("--reject", name)["west"] == "falls"


def test_a_generated_label_names_its_claim() -> None:
    assert claims("--reject", "_1")["_1"] == "falls"


def test_readers_count_when_they_are_named_and_the_later_goes_first() -> None:
    assert claims()["west"] == "stands"
    assert claims("--review", "ana")["west"] == "falls"
    assert claims("--review", "ana", "--review", "ben")["west"] == "stands"
    assert claims("--review", "ana", "--doubt", "west")["west"] == "open"


def test_a_standard_and_a_semantics_may_be_chosen() -> None:
    assert claims("--standard", "beyond-reasonable-doubt")["t"] == "open"
    found = json.loads(judge("m.argmap", "--json", "--semantics", "df-quad").stdout)
    assert (found["semantics"], found["standard"]) == ("df-quad", "preponderance")


def test_hinges_of_any_claim_may_be_asked_for() -> None:
    done = judge("m.argmap", "--about", "a", "--about", "west")
    assert [line for line in done.stdout.splitlines() if line.endswith("hinges on")] == [
        "What a hinges on",
        "What west hinges on",
    ]


def test_a_map_with_errors_is_judged_with_its_messages_beside() -> None:
    for run in (judge, why):
        done = run("-", text="thesis t: T\n  because @nowhere\n  because r: R\n")
        assert done.exit_code == 1
        assert "its only reason applies" in done.stdout
        assert done.stderr.startswith("<stdin>:2:")


def test_all_shows_what_a_large_map_leaves_out() -> None:
    text = "thesis t: T\n" + "".join(f"  because r{n}: R\n" for n in range(60))
    assert "--all shows them." in judge("-", text=text).stdout
    assert "  + r59" in judge("-", "--all", text=text).stdout


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("m.argmap", "--reject", "wset"), "no claim is labelled wset; did you mean west?"),
        (("m.argmap", "--reject", "\x1b[31m"), "no claim is labelled <U+001B>[31m; `argmap show` lists"),
        (("m.argmap", "--about", "q"), "q is a question; name one of its answers: a"),
        (("m.argmap", "--accept", "west", "--doubt", "@west"), "west is to be accepted and doubted"),
        (("m.argmap", "--accept", "T"), "T may mean t, arms, _1; name one of them"),
        (("m.argmap", "--accept", ""), "no claim is labelled"),
        (("m.argmap", "--review", "bo"), "no review by bo; the map has reviews by ana, ben"),
        (("m.argmap", "--width", "39"), "40"),
        (("n.argmap",), "there is no such file or folder"),
    ],
)
def test_wrong_uses_are_said(arguments: tuple[str, ...], words: str) -> None:
    done = judge(*arguments)
    assert done.exit_code == 2
    assert words in done.stderr
    assert done.stdout == ""


def test_a_number_that_several_sections_have_is_asked_about() -> None:
    text = "section One\n1. A\n2. B (1)\nsection Two\n1. C\n"
    done = judge("-", "--reject", "1", text=text)
    assert "1 may mean one.1, two.1; name one of them" in done.stderr
    assert why("-", "2", text=text).stdout.startswith("2. B\n")


def test_why_follows_a_claim_a_question_or_the_theses() -> None:
    assert why("m.argmap", "@west").stdout == (
        "west: Georgia went West\n\nwest stands: asserted without a reason\n"
    )
    assert why("m.argmap", "q").stdout.startswith("a: A\n\na is open: nothing speaks for it")
    assert why("m.argmap").stdout.startswith("t: Title\n\nt stands: both its reasons apply;")


def test_why_takes_verdicts_and_a_what_if() -> None:
    assert "west falls: ana rejects it" in why("m.argmap", "west", "--review", "ana").stdout
    assert "west is open: taken as doubtful" in why("m.argmap", "west", "--doubt", "west").stdout


def test_why_wraps_and_refuses_unknown_claims() -> None:
    assert max(map(len, why("m.argmap", "--width", "30").stdout.splitlines())) <= 30
    done = why("m.argmap", "wset")
    assert (done.exit_code, done.stdout) == (2, "")
    assert "did you mean west?" in done.stderr


def test_an_empty_map_is_said_to_be_one() -> None:
    for run in (judge, why):
        assert run("-", text="map M\n").stdout == "The map has no claims.\n"


def test_labels_and_readers_are_completed() -> None:
    from click.shell_completion import ShellComplete

    complete = ShellComplete(commands, {}, "argmap", "_ARGMAP_COMPLETE")

    def offered(arguments: list[str], begun: str) -> list[str]:
        return [item.value for item in complete.get_completions(arguments, begun)]

    assert offered(["judge", "m.argmap", "--reject"], "w") == ["west"]
    assert offered(["judge", "m.argmap", "--reject"], "@a") == ["@arms", "@a"]
    assert offered(["judge", "m.argmap", "--review"], "") == ["ana", "ben"]
    assert offered(["why", "m.argmap"], "we") == ["west"]
    assert offered(["why", "none.argmap"], "we") == []
