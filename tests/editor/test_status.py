"""The lines at the edge of the screen."""

import pytest

from argmap.editor.status import named


@pytest.mark.parametrize(
    ("path", "cells", "shown"),
    [
        ("debate.argmap", 40, ("debate.argmap", "")),
        ("/home/ada/seminar/debate.argmap", 40, ("debate.argmap", "  /home/ada/seminar")),
        ("/home/ada/seminar/debate.argmap", 26, ("debate.argmap", "  …/seminar")),
        ("/home/ada/seminar/debate.argmap", 20, ("debate.argmap", "")),
        ("/home/ada/seminar/debate.argmap", 8, ("debate.…", "")),
        ("maps/debate.argmap", 40, ("debate.argmap", "  maps")),
    ],
)
def test_the_name_of_the_file_comes_before_the_end_of_its_folder(
    path: str, cells: int, shown: tuple[str, str]
) -> None:
    assert named(path, cells) == shown
