"""Takes the pictures of README and docs anew: the sample's report, and the pages over it, in Debian's Chromium."""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from tools.browse import WEBGL, browser, chromium, served
from trucewatch import store
from trucewatch.sample import sample_path

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

PICTURES = Path(__file__).parents[1] / "docs/pictures"
PAGES = {
    "pages.png": ("/en/", 1180),
    "pages-map.png": ("/en/map", 1100),
    "pages-timeline.png": ("/en/timeline", 1000),
    "pages-queue.png": ("/fr/queue", 800),
}
"""File -> the page's address and the height of the picture."""
SETTLED = 1500
"""Milliseconds after which the live map has drawn its names too."""
OF_MANY = ("pages-arabic.png", "/ar/incidents/", 1300)
"""The event that most reports tell of, in Arabic."""


@contextmanager
def sample_served() -> Iterator[str]:
    """The address of the pages over a new store of the sample."""
    with tempfile.TemporaryDirectory(prefix="trucewatch-pictures-") as folder:
        home = Path(folder) / "store"
        kept = store.make_store(home, ["idlib-2020"])
        store.add(kept, [str(sample_path())])
        kept.engine.dispose()
        with served(home) as address:
            yield address


def taken(browser: Browser, address: str, height: int, name: str, wait: str = "main") -> None:
    """A picture of the upper part of a page."""
    page = browser.new_page(viewport={"width": 1280, "height": height})
    page.goto(address, wait_until="load")
    page.locator(wait).first.wait_for()
    if page.locator("#live").count():
        page.locator("#live[data-ready]").wait_for()
        page.wait_for_timeout(SETTLED)
    page.screenshot(path=PICTURES / name)
    page.close()
    print(f"wrote docs/pictures/{name}")


def _of_most_accounts(page: Page, address: str) -> str:
    """The id of the event that most reports tell of."""
    found = page.request.get(f"{address}/api/v1/incidents?kind=event&size=200").json()["items"]
    return str(max(found, key=lambda one: (len(one["reports"]), one["id"]))["id"])


def main(report: str) -> int:
    """Take all pictures; `report` is the sample's report as HTML."""
    if chromium() is None:
        print("There is no Chromium. Install Debian's: apt-get install chromium", file=sys.stderr)
        return 1
    PICTURES.mkdir(parents=True, exist_ok=True)
    with browser(*WEBGL) as looking, sample_served() as address:
        taken(looking, Path(report).resolve().as_uri(), 1400, "report.png", "body")
        for name, (path, height) in PAGES.items():
            taken(looking, address + path, height, name)
        name, path, height = OF_MANY
        taken(looking, address + path + _of_most_accounts(looking.new_page(), address), height, name)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
