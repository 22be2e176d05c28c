"""Lists change without loading the page anew: address, files and languages follow, and keys go on working."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.serve.asking import opened

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = [pytest.mark.browser, pytest.mark.frontend, pytest.mark.usefixtures("frontend")]
FOLLOWS = ["incidents?kind=event", "timeline", "map", "ledger"]


def stayed(page: Page) -> bool:
    """Whether the page is the one that was marked, and was not loaded anew."""
    return bool(page.evaluate("window.marked === true"))


@pytest.mark.parametrize("path", FOLLOWS)
def test_a_filter_swaps_the_list_and_all_that_follows_it(browser: Browser, address: str, path: str) -> None:
    page, said = opened(browser, f"{address}/en/{path}")
    page.evaluate("window.marked = true")
    page.evaluate("document.getElementById('filters').open = true")
    page.locator('select[name="type"]').select_option("kin")
    page.locator("form.filters button").click()
    page.wait_for_url("**type=kin*")
    page.locator("#said:not(:empty)").wait_for(state="attached")
    assert "from=" not in page.url
    assert stayed(page)
    assert "type=kin" in (page.get_by_role("link", name="CSV").get_attribute("href") or "")
    assert "type=kin" in (page.locator("#others a[hreflang=ar]").get_attribute("href") or "")
    assert page.locator("#listed").count() == 1
    assert said == []
    page.close()


def test_more_goes_on_keys_work_and_back_comes_back(browser: Browser, address: str) -> None:
    page, said = opened(browser, f"{address}/en/incidents")
    page.evaluate("window.marked = true")
    first = page.locator("a.card").first.get_attribute("href")
    page.keyboard.press(".")
    page.wait_for_url("**after=*")
    page.locator(f".list li:first-child a.card:not([href='{first}'])").wait_for()
    assert stayed(page)
    page.keyboard.press("j")
    assert page.locator("a.card").first.evaluate("one => one === document.activeElement")
    page.go_back()
    page.locator(f".list li:first-child a.card[href='{first}']").wait_for()
    assert said == []
    page.close()


def test_what_cannot_be_asked_is_told_on_a_page_of_its_own(browser: Browser, address: str) -> None:
    page, _ = opened(browser, f"{address}/en/incidents")
    page.locator('input[name="from"]').fill("2020-03-09")
    page.locator('input[name="to"]').fill("2020-03-06")
    page.locator("form.filters button").click()
    page.get_by_role("alert").wait_for()
    assert "comes after the last" in page.get_by_role("alert").inner_text()
    page.close()


def test_without_scripts_a_filter_loads_the_page(browser: Browser, address: str, frontend: Path) -> None:
    assert frontend.is_dir()
    page = browser.new_context(java_script_enabled=False).new_page()
    page.goto(f"{address}/en/incidents?kind=event")
    before = page.locator("a.card").count()
    page.locator('select[name="type"]').select_option("kin.shelling")
    page.locator("form.filters button").click()
    page.wait_for_url("**type=kin.shelling*")
    assert 0 < page.locator("a.card").count() < before
    page.close()


def test_nothing_of_what_was_shown_is_kept_in_the_browser(browser: Browser, address: str) -> None:
    page, _ = opened(browser, f"{address}/en/incidents")
    page.keyboard.press(".")
    page.wait_for_url("**after=*")
    kept = page.evaluate("Object.values({...localStorage, ...sessionStorage}).join(' ')")
    assert "<" not in kept
    assert "/en/" not in kept.replace("/en/incidents", "")
    page.close()
