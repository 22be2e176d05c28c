"""A store of the sample, made once, and a client that asks the pages over it."""

from __future__ import annotations

import fcntl
import shutil
import socket
import subprocess
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import uvicorn
from fastapi.testclient import TestClient

from trucewatch import store
from trucewatch.sample import sample_path
from trucewatch.serve import application, assets

if TYPE_CHECKING:
    from playwright.sync_api import Browser

ROOT = Path(__file__).parents[2]
BASE = "http://127.0.0.1"
SWITCHES = ["--no-sandbox", "--disable-quic", "--no-first-run", "--disable-background-networking",
            "--use-angle=swiftshader", "--enable-unsafe-swiftshader"]  # fmt: skip
"""The last two draw WebGL without a graphics card."""
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
    with socket.socket() as line:
        line.bind(("127.0.0.1", 0))
        port = line.getsockname()[1]
    server = uvicorn.Server(uvicorn.Config(application(home), port=port, log_level="error"))
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    while not server.started:
        time.sleep(0.05)
    yield f"http://127.0.0.1:{port}"
    server.should_exit = True
    thread.join(timeout=10)


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as driver:
        found = driver.chromium.launch(executable_path=shutil.which("chromium"), args=SWITCHES)
        yield found
        found.close()
