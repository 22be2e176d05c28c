"""The gazetteer that ships with the package, loaded once."""

from __future__ import annotations

import pytest

from trucewatch.gazetteer import Gazetteer, load_gazetteer


@pytest.fixture(scope="session")
def gazetteer() -> Gazetteer:
    return load_gazetteer()
