"""The whole path in a real browser: look, filter, decide, undo, add, take away; in English and in Arabic."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.serve.asking import opened

if TYPE_CHECKING:
    from playwright.sync_api import Browser

pytestmark = pytest.mark.browser
PAGES = ["", "timeline", "map", "incidents?kind=event", "ledger", "reports", "coverage", "agreements",
         "agreements/idlib-2020", "sources",
         "queue", "decisions", "search?q=shelling", "add", "about", "keys"]  # fmt: skip
NEWS = "IDLIB, March 9, 2020 - Two shells fell on the town of Binnish on Sunday, wounding a child, residents said."


@pytest.mark.parametrize("language", ["en", "ar"])
def test_the_whole_path(browser: Browser, address: str, language: str) -> None:
    page, said = opened(browser, f"{address}/{language}/")
    page.keyboard.press("i")
    page.wait_for_url("**/incidents?kind=event")
    before = page.locator("a.card").count()
    page.locator('select[name="type"]').select_option("kin.shelling")
    page.locator("form.filters button").click()
    page.wait_for_url("**type=kin.shelling*")
    assert 0 < page.locator("a.card").count() < before
    with page.expect_download() as taken:
        page.get_by_role("link", name="CSV").click()
    assert taken.value.path().read_bytes().startswith(b"\xef\xbb\xbf")
    page.locator("a.card").first.click()
    page.locator("aside.panel input[name='who']").first.fill("A. Analyst")
    page.locator("aside.panel textarea[name='why']").first.fill(f"seen in the original, {language}")
    page.locator("button[value='accept']").click()
    page.wait_for_url("**/incidents/*#decided")
    assert page.locator("aside.panel ol.log", has_text=f"original, {language}").count() == 1
    page.goto(f"{address}/{language}/decisions")
    page.locator("main details summary").first.click()
    page.locator("main details textarea").first.fill("too early")
    page.locator("main details button").first.click()
    page.wait_for_load_state()
    assert page.locator("li", has_text="too early").count() >= 1
    assert said == []
    page.close()


def test_a_text_is_pasted_and_found(browser: Browser, address: str) -> None:
    page, said = opened(browser, f"{address}/en/add")
    page.locator("textarea[name='text']").fill(NEWS)
    page.locator("form.adding button").click()
    page.get_by_role("status").filter(has_text="new report").wait_for(timeout=60_000)
    page.goto(f"{address}/en/search?q=Binnish")
    assert page.locator("mark").count() >= 1
    assert said == []
    page.close()


@pytest.mark.parametrize("language", ["en", "ar"])
def test_no_page_has_a_serious_fault_for_those_who_read_by_ear_or_key(
    browser: Browser, address: str, language: str
) -> None:
    from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]

    page, said = opened(browser, f"{address}/{language}/")
    page.context.grant_permissions([])
    faults = []
    home = page.locator("a.card").first.get_attribute("href") or ""
    for path in [*(f"/{language}/{path}" for path in PAGES), home]:
        page.goto(f"{address}{path}")
        found = Axe().run(page).response["violations"]
        faults += [
            (path, one["id"], one["nodes"][0]["html"][:150])
            for one in found
            if one["impact"] in ("serious", "critical")
        ]
    assert faults == []
    assert said == []
    page.close()


@pytest.mark.parametrize("language", ["en", "ar"])
def test_nothing_scrolls_sideways_on_a_phone(browser: Browser, address: str, language: str) -> None:
    page, _ = opened(browser, f"{address}/{language}/", width=360)
    wide = []
    for path in PAGES:
        page.goto(f"{address}/{language}/{path}")
        if page.evaluate("document.documentElement.scrollWidth") > 360:
            wide.append(path)
    assert wide == []
    page.close()


def test_keys_walk_a_list_open_an_incident_and_lead_into_a_decision(browser: Browser, address: str) -> None:
    page, said = opened(browser, f"{address}/en/incidents?kind=event")
    page.keyboard.press("j")
    page.keyboard.press("j")
    second = page.locator("a.card").nth(1)
    assert second.evaluate("one => one === document.activeElement")
    page.keyboard.press("Enter")
    page.wait_for_url("**/incidents/i_*")
    page.keyboard.press("d")
    page.keyboard.type("K. Keys")
    page.keyboard.press("Escape")
    page.keyboard.press("d")
    page.keyboard.type("by keys alone")
    page.keyboard.press("Escape")
    page.keyboard.press("x")
    page.wait_for_url("**#decided")
    page.keyboard.press("u")
    page.locator("aside.panel ol.log", has_text="by keys alone").wait_for()
    page.keyboard.type("and back again")
    page.keyboard.press("Escape")
    page.locator("aside.panel ol.log details[open] button").click()
    page.goto(f"{address}/en/decisions")
    assert page.locator("li", has_text="and back again").count() == 1
    assert said == []
    page.close()


def test_a_pair_is_judged_by_a_key_where_the_reader_stands(browser: Browser, address: str) -> None:
    page, said = opened(browser, f"{address}/en/queue")
    pairs = page.locator(".pair-of", has=page.locator("button[value='not_same']"))
    before = pairs.count()
    assert before > 0
    pairs.first.locator("input[name='who']").fill("K. Keys")
    pairs.first.locator("input[name='why']").fill("two towns")
    page.keyboard.press("Escape")
    pairs.first.focus()
    with page.expect_navigation():
        page.keyboard.press("2")
    assert pairs.count() < before
    assert said == []
    page.close()
