"""What a user's settings may say, and what is said of those that do not count."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.editor.key_names import named_key, shown, shown_keys
from argmap.editor.keymap import USUAL, keymap_of
from argmap.editor.settings import Settings, read_settings, settings_of, settings_path
from argmap.editor.settings_sample import sample, write_sample
from argmap.source.cells import printable
from argmap.source.files import UnwritableFile


def told(text: str) -> str:
    _, said = settings_of(text)
    assert len(said) == 1, said
    return said[0]


def test_without_a_file_nothing_is_set(tmp_path: Path) -> None:
    assert read_settings(tmp_path / "none.toml") == (Settings(), ())


def test_the_variable_names_another_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "mine.toml"
    path.write_text('theme = "light"\nwrap = false\n')
    monkeypatch.setenv("ARGMAP_CONFIG", str(path))
    settings, said = read_settings()
    assert (settings.theme, settings.wrap, said) == ("light", False, ())


def test_the_usual_file_is_in_the_platforms_place(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("ARGMAP_CONFIG", raising=False)
    assert settings_path().name == "editor.toml"
    assert "argmap" in settings_path().parts


def test_a_setting_that_there_is_not_is_told_with_the_nearest() -> None:
    assert told("warp = true") == "warp: there is no such setting; did you mean wrap?"


def test_a_theme_that_there_is_not_is_told_with_the_nearest() -> None:
    assert told('theme = "drak"') == "theme: no theme is called “drak”; did you mean dark?"


def test_a_value_of_another_kind_is_told() -> None:
    assert told('wrap = "yes"') == "wrap: write true or false, without quotes, not “yes”"
    assert told("theme = 3") == 'theme: write it in quotes, as in theme = "dark"'
    assert told("keys = 3") == 'keys: write them under a line [keys], as in save = "ctrl+s,f4"'


def test_what_is_no_toml_is_told_with_its_line() -> None:
    assert told("wrap = ") == "this is not TOML, so none of it counts: Invalid value (at end of document)"


def test_one_fault_leaves_the_rest() -> None:
    settings, said = settings_of('warp = true\ntheme = "nord"\n[keys]\nsave = "f10"')
    assert settings.theme == "nord"
    assert settings.keys.changes == {"save": "f10"}
    assert len(said) == 1


def test_a_folder_in_the_place_of_the_file_is_told(tmp_path: Path) -> None:
    settings, said = read_settings(tmp_path)
    assert settings == Settings()
    assert said == (f"the settings {tmp_path}: is a folder, not a file",)


@pytest.mark.parametrize(
    "data", [b"\xff\xfe", b"\0", b"[" * 5000, b"a = " + b"[" * 5000, b"wrap = " + b"9" * 6000]
)
def test_hostile_files_are_told_and_do_no_harm(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "editor.toml"
    path.write_bytes(data)
    settings, said = read_settings(path)
    assert settings == Settings()
    assert len(said) == 1
    assert said[0].isprintable()
    assert len(said[0]) < 300


@given(
    st.dictionaries(
        st.text(max_size=9), st.text(max_size=20) | st.integers() | st.lists(st.text(), max_size=3)
    )
)
def test_any_table_of_keys_gives_keys_that_do_not_clash(table: dict[str, object]) -> None:
    keymap, said = keymap_of(table)
    assert set(keymap.keys) == set(USUAL.keys)
    assert all(sentence == printable(sentence) for sentence in said)


@given(st.text(max_size=12))
def test_any_text_in_the_place_of_a_key_is_a_key_or_told_to_be_none(text: str) -> None:
    keymap, said = keymap_of({"review.accept": [text]})
    assert text.strip() == "" or said or keymap.keys["review.accept"] == named_key(text)


@pytest.mark.parametrize(
    ("written", "key"),
    [
        ("ctrl+s", "ctrl+s"),
        ("Ctrl+S", "ctrl+s"),
        ("control + s", "ctrl+s"),
        ("F4", "f4"),
        ("?", "question_mark"),
        ("/", "slash"),
        ("shift+a", "A"),
        ("alt+PgUp", "alt+pageup"),
        ("shift+ctrl+left", "ctrl+shift+left"),
        ("alt++", "alt+plus"),
        ("esc", "escape"),
        ("ctrl+space", "ctrl+@"),
        ("ctrl+/", "ctrl+underscore"),
    ],
)
def test_keys_are_written_as_people_write_them(written: str, key: str) -> None:
    assert named_key(written)[0] == key


@pytest.mark.parametrize(
    ("key", "name"),
    [
        ("ctrl+@", "ctrl+space"),
        ("ctrl+underscore", "ctrl+/"),
        ("question_mark", "?"),
        ("f12", "F12"),
        ("shift+f8", "shift+F8"),
        ("alt+up", "alt+↑"),
        ("plus", "+"),
        ("ctrl+full_stop", "ctrl+."),
    ],
)
def test_keys_are_shown_as_people_know_them(key: str, name: str) -> None:
    assert shown(key) == name


def test_keys_that_are_shown_alike_are_shown_once() -> None:
    assert shown_keys(("ctrl+underscore", "ctrl+slash", "alt+h")) == "ctrl+/ alt+h"


def test_an_action_that_there_is_not_is_told_with_the_nearest() -> None:
    assert told('[keys]\nsav = "f4"') == "[keys] sav: there is no action of this name; did you mean save?"


def test_a_key_that_there_is_not_is_told_with_the_nearest() -> None:
    assert told('[keys]\nsave = "ctlr+d"') == "[keys] save: “ctlr+d” is no key; did you mean ctrl+d?"


def test_a_key_that_a_text_needs_is_refused() -> None:
    assert told('[keys]\nsave = "x"').startswith("[keys] save: x is needed for writing")
    assert settings_of('[keys]\nreview.accept = "y"')[1] == ()


def test_a_key_that_most_terminals_do_not_send_is_told_and_kept() -> None:
    settings, said = settings_of('[keys]\nwhy = "alt+enter"')
    assert said == ("[keys] why: most terminals do not send alt+Enter as a key of its own",)
    assert settings.keys.changes == {"why": "alt+enter"}


def test_a_key_is_taken_from_the_action_that_usually_has_it() -> None:
    settings, said = settings_of('[keys]\nsave = "ctrl+f"')
    assert settings.keys.keys["find"] == ()
    assert said == (
        '[keys] save: ctrl+f was the key of find, which has no key now; give it one as in find = "..."',
    )


def test_a_key_given_twice_counts_for_the_first() -> None:
    settings, said = settings_of('[keys]\nsave = "f10"\nquit = "f10"')
    assert settings.keys.keys["save"] == ("f10",)
    assert settings.keys.keys["quit"] == ()
    assert said == ("[keys] quit: F10 is given to save already, so it counts for that alone",)


def test_keys_may_change_places() -> None:
    settings, said = settings_of('[keys]\nsave = "ctrl+f"\nfind = "ctrl+s"')
    assert said == ()
    assert (settings.keys.keys["save"], settings.keys.keys["find"]) == (("ctrl+f",), ("ctrl+s",))


def test_panes_may_have_the_same_key() -> None:
    assert settings_of('[keys]\noutline.fold = "z"\ndiagram.fold = "z"')[1] == ()


def test_what_a_pane_does_for_itself_follows_the_key_everywhere() -> None:
    settings, said = settings_of('[keys]\nundo = "f10"')
    assert said == ()
    assert settings.keys.changes == {"undo": "f10", "text.undo": "f10"}


def test_a_name_with_a_dot_needs_no_quotes() -> None:
    assert settings_of('[keys]\ntext.cut = "f10"') == settings_of('[keys]\n"text.cut" = "f10"')


def test_keys_can_be_taken_away_but_for_the_palette() -> None:
    settings, said = settings_of('[keys]\nexport = ""\npalette = ""')
    assert settings.keys.changes == {"export": "<export>"}
    assert said == ("[keys] palette: it keeps its key, which is the way to all other actions",)


def test_the_sample_changes_nothing() -> None:
    assert settings_of(sample()) == (Settings(), ())


def test_the_sample_without_its_comment_signs_changes_nothing() -> None:
    text = "\n".join(line.removeprefix("# ") if " = " in line else line for line in sample().splitlines())
    assert settings_of(text) == (Settings(), ())


def test_the_sample_never_takes_the_place_of_settings(tmp_path: Path) -> None:
    path = tmp_path / "argmap" / "editor.toml"
    assert write_sample(path)
    path.write_text("wrap = false\n")
    assert not write_sample(path)
    assert path.read_text() == "wrap = false\n"


def test_a_sample_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(UnwritableFile, match="cannot be written"):
        write_sample(tmp_path / "file" / "editor.toml")
