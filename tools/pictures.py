"""Takes the pictures of README and docs anew: the sample's report, and the pages over it, in Debian's Chromium."""

from __future__ import annotations

import shutil
import socket
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import uvicorn

from trucewatch import store
from trucewatch.sample import sample_path
from trucewatch.serve import application

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

PICTURES = Path(__file__).parents[1] / "docs/pictures"
SWITCHES = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"]
PAGES = {
    "pages.png": ("/en/", 1180),
    "pages-map.png": ("/en/map", 1100),
    "pages-timeline.png": ("/en/timeline", 1000),
    "pages-queue.png": ("/fr/queue", 800),
}
"""File -> the page's address and the height of the picture."""
OF_MANY = ("pages-arabic.png", "/ar/incidents/", 1300)
"""The event that most reports tell of, in Arabic."""


@contextmanager
def served() -> Iterator[str]:
    """The address of the pages over a new store of the sample."""
    with tempfile.TemporaryDirectory(prefix="trucewatch-pictures-") as folder:
        home = Path(folder) / "store"
        kept = store.make_store(home, ["idlib-2020"])
        store.add(kept, [str(sample_path())])
        kept.engine.dispose()
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


def taken(browser: Browser, address: str, height: int, name: str, wait: str = "main") -> None:
    """A picture of the upper part of a page."""
    page = browser.new_page(viewport={"width": 1280, "height": height})
    page.goto(address, wait_until="load")
    page.locator(wait).first.wait_for()
    page.screenshot(path=PICTURES / name)
    page.close()
    print(f"wrote docs/pictures/{name}")


def _of_most_accounts(page: Page, address: str) -> str:
    """The id of the event that most reports tell of."""
    found = page.request.get(f"{address}/api/v1/incidents?kind=event&size=200").json()["items"]
    return str(max(found, key=lambda one: (len(one["reports"]), one["id"]))["id"])


def main(report: str) -> int:
    """Take all pictures; `report` is the sample's report as HTML."""
    from playwright.sync_api import sync_playwright

    chromium = shutil.which("chromium") or shutil.which("chromium-browser")
    if chromium is None:
        print("There is no Chromium. Install Debian's: apt-get install chromium", file=sys.stderr)
        return 1
    PICTURES.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as driver, served() as address:
        browser = driver.chromium.launch(executable_path=chromium, args=SWITCHES)
        taken(browser, Path(report).resolve().as_uri(), 1400, "report.png", "body")
        for name, (path, height) in PAGES.items():
            taken(browser, address + path, height, name)
        name, path, height = OF_MANY
        taken(browser, address + path + _of_most_accounts(browser.new_page(), address), height, name)
        browser.close()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
