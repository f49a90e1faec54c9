"""The pytest fixtures."""

import pytest

from . import Sandbox


@pytest.fixture(scope="session")
def sunshine_sandbox_options():
    """Options of the program; override this fixture to set a seed, for example."""
    return ()


@pytest.fixture(scope="session")
def _sunshine_sandbox(sunshine_sandbox_options):
    with Sandbox(*sunshine_sandbox_options) as sandbox:
        yield sandbox


@pytest.fixture
def sunshine_sandbox(_sunshine_sandbox):
    """A sandbox in its initial state."""
    yield _sunshine_sandbox
    _sunshine_sandbox.reset()
