"""What the tests of explanations share: everything the extractor knows, loaded once."""

from __future__ import annotations

import pytest

from trucewatch.extract import Knowledge, load_knowledge


@pytest.fixture(scope="session")
def knowledge() -> Knowledge:
    """The packs, actors and places of the package."""
    return load_knowledge()
