"""The report in a browser: narrow screens, keyboard, no network."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.publish.sample_record import record
from tools.browse import browser
from trucewatch.publish import html

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module", name="browser")
def opened_browser() -> Iterator[Browser]:
    with browser() as found:
        yield found


@pytest.fixture(scope="module", params=["en", "ar"])
def path(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("report") / f"report.{request.param}.html"
    file.write_text(html(record(), language=request.param), encoding="utf-8")
    return file


def opened(browser: Browser, path: Path, width: int) -> tuple[Page, list[str], list[str]]:
    """A page with what it said on the console and what it asked for beside itself."""
    page = browser.new_page(viewport={"width": width, "height": 800})
    said: list[str] = []
    asked: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.on("request", lambda request: asked.append(request.url))
    page.goto(path.as_uri())
    return page, said, asked


@pytest.mark.parametrize("width", [360, 768, 1280])
def test_no_width_scrolls_sideways_with_everything_open(browser: Browser, path: Path, width: int) -> None:
    page, said, asked = opened(browser, path, width)
    page.evaluate("document.querySelectorAll('details').forEach(item => item.open = true)")
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert said == []
    assert asked == [path.as_uri()]
    page.close()


def test_the_keyboard_reaches_the_skip_link_first_and_focus_is_seen(browser: Browser, path: Path) -> None:
    page, _, _ = opened(browser, path, 1280)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    for _ in range(6):
        page.keyboard.press("Tab")
        outline = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
        assert outline != "none"
    page.close()


def test_on_a_phone_the_list_replaces_the_timeline(browser: Browser, path: Path) -> None:
    page, _, _ = opened(browser, path, 360)
    assert not page.locator("svg.tl").first.is_visible()
    assert page.locator(".tl-list").is_visible()
    page.close()


def test_print_opens_what_is_folded(browser: Browser, path: Path) -> None:
    page, _, _ = opened(browser, path, 700)
    page.emulate_media(media="print")
    closed = page.locator("details.incident:not([open]) .account").first
    assert closed.bounding_box() is not None
    page.close()


def test_text_is_read_easily_in_light_and_dark(browser: Browser, path: Path) -> None:
    page, _, _ = opened(browser, path, 1280)
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        assert page.evaluate(CONTRAST) >= 4.5
    page.close()


CONTRAST = """() => {
  const rgb = text => text.match(/[\\d.]+/g).slice(0, 3).map(Number);
  const light = ([r, g, b]) => [r, g, b].map(v => (v /= 255) <= .03928 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4)
    .reduce((sum, v, i) => sum + v * [.2126, .7152, .0722][i], 0);
  const paper = light(rgb(getComputedStyle(document.body).backgroundColor));
  let least = 21;
  for (const item of document.querySelectorAll('.label, .softer, .soft, .basis, .cite, .kv dt, .lede, .toc a')) {
    const ink = light(rgb(getComputedStyle(item).color));
    least = Math.min(least, (Math.max(ink, paper) + .05) / (Math.min(ink, paper) + .05));
  }
  return least;
}"""
