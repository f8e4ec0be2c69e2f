import pytest

from tests.proofs.world import build


@pytest.fixture(scope="session")
def world(content):
    """What the shipped content makes of all answers."""
    return build(content)
