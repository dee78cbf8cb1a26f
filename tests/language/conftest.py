import pytest
from properties import EXAMPLES, SEED


@pytest.fixture
def print_seed():
    print(f"ARGMAP_TEST_SEED={SEED} ARGMAP_TEST_EXAMPLES={EXAMPLES}")  # noqa: T201  # shown with a failure
