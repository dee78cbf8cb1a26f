import sys
from pathlib import Path

import pytest

# The texts that the reading is tried on are those that edits are tried on.
sys.path.insert(0, str(Path(__file__).parents[1] / "language"))

from properties import EXAMPLES, SEED  # found there


@pytest.fixture
def print_seed():
    print(f"ARGMAP_TEST_SEED={SEED} ARGMAP_TEST_EXAMPLES={EXAMPLES}")  # noqa: T201  # shown with a failure
