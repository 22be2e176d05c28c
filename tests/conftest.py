"""What every suite shares: tests that read the folder beside the checkout run where it lies, and only there."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import settings

# A law is about what comes out; how long one example takes says nothing, and `make bench` measures it.
settings.register_profile("laws", deadline=None)
settings.load_profile("laws")

# Other processes that tests start run the sources, too, and not a compiled copy of them (tools/choose.py).
SOURCES, GIVEN = str(Path(__file__).parents[1] / "src"), os.environ.get("PYTHONPATH", "")
if GIVEN.split(os.pathsep)[0] != SOURCES:
    os.environ["PYTHONPATH"] = os.pathsep.join(filter(None, [SOURCES, GIVEN]))

SHARED = Path(__file__).parents[2] / "shared"


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave the `seeds` tests out of a checkout that stands alone."""
    if (SHARED / "seeds").is_dir():
        return
    left_out = [item for item in items if item.get_closest_marker("seeds")]
    config.hook.pytest_deselected(items=left_out)
    items[:] = [item for item in items if item not in left_out]


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder beside the checkout that holds the five articles."""
    return SHARED
