"""A store of the sample, made once, and a client that asks the pages over it."""

from __future__ import annotations

import fcntl
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from fastapi.testclient import TestClient

from tools.browse import WEBGL, browser, served
from trucewatch import store
from trucewatch.sample import sample_path
from trucewatch.serve import application, assets

if TYPE_CHECKING:
    from playwright.sync_api import Browser

ROOT = Path(__file__).parents[2]
BASE = "http://127.0.0.1"
HOSTILE = (
    "<script>alert('x')</script> <img src=x onerror=alert(1)>\n\n"
    "IDLIB, March 7, 2020 - Government artillery shelled <b>Ariha</b> on Friday, killing two civilians, a medic said."
)


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The store of the sample; nobody changes it."""
    home = tmp_path_factory.mktemp("served") / "store"
    kept = store.make_store(home, ["idlib-2020"])
    hostile = home.parent / "hostile.txt"
    hostile.write_text(HOSTILE, encoding="utf-8")
    store.add(kept, [str(sample_path()), str(hostile)])
    kept.engine.dispose()
    return home


@pytest.fixture(scope="session")
def client(made: Path) -> Iterator[TestClient]:
    """Asks the pages; for tests that change nothing."""
    with TestClient(application(made), base_url=BASE) as asking:
        yield asking


@pytest.fixture
def own(made: Path, tmp_path: Path) -> Iterator[TestClient]:
    """Asks the pages over a copy of the store that a test may change."""
    home = tmp_path / "store"
    shutil.copytree(made, home)
    with TestClient(application(home), base_url=BASE) as asking:
        yield asking


@pytest.fixture(scope="session")
def frontend() -> Path:
    """The folder of the built front-end packages; where nobody built them yet, one worker builds them now."""
    folder = ROOT / "src/trucewatch/serve/static/vendor"
    with (ROOT / "frontend/package.json").open() as line:
        fcntl.flock(line, fcntl.LOCK_EX)
        if not (folder / "LICENSES.txt").is_file():
            told = subprocess.run(["bash", ".ci/frontend"], cwd=ROOT, capture_output=True, text=True, check=False)
            assert (folder / "LICENSES.txt").is_file(), told.stderr
            assets.built.cache_clear()
    return folder


@pytest.fixture(scope="module")
def address(made: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The pages over a copy of the sample's store, served for real."""
    home = tmp_path_factory.mktemp("browsed") / "store"
    shutil.copytree(made, home)
    with served(home) as found:
        yield found


@pytest.fixture(scope="module", name="browser")
def opened_browser() -> Iterator[Browser]:
    with browser(*WEBGL) as found:
        yield found
