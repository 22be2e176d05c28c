"""The whole path in a real browser: look, filter, decide, undo, add, take away; in every language."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.serve.asking import opened
from trucewatch.serve.look import languages

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser
PAGES = ["", "timeline", "map", "incidents?kind=event", "ledger", "reports", "coverage", "bulletins", "agreements",
         "agreements/idlib-2020", "sources",
         "queue", "decisions", "search?q=shelling", "add", "about", "keys"]  # fmt: skip
NEWS = "IDLIB, March 9, 2020 - Two shells fell on the town of Binnish on Sunday, wounding a child, residents said."


@pytest.mark.parametrize("language", languages())
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


def heard(page: Page) -> list[tuple[str, str]]:
    """What axe finds on a page by WCAG 2.2 AA and what is good practice beyond it, down to moderate faults."""
    from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]

    asked = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
    found = Axe().run(page, options={"runOnly": asked}).response["violations"]
    return [(one["id"], one["nodes"][0]["html"][:150]) for one in found if one["impact"] != "minor"]


@pytest.mark.parametrize("language", ["ar", "en"])
def test_every_page_is_read_in_the_dark_and_by_a_finger_on_a_phone(
    browser: Browser, address: str, language: str
) -> None:
    page = browser.new_page(viewport={"width": 390, "height": 850}, color_scheme="dark", reduced_motion="reduce")
    page.goto(f"{address}/{language}/reports")
    report = page.locator("th.rid a").first.get_attribute("href") or ""
    faults: list[tuple[str, ...]] = []
    for path in [*(f"/{language}/{path}" for path in PAGES), report, f"{report}/explain", f"/{language}/nowhere"]:
        page.goto(f"{address}{path}")
        faults += [(path, *fault) for fault in heard(page)]
    assert faults == []
    page.close()


@pytest.mark.parametrize("language", languages())
def test_every_page_is_whole_by_ear_by_key_and_on_a_phone(browser: Browser, address: str, language: str) -> None:
    """Axe finds no fault, and nothing scrolls sideways: each page is loaded once for both."""
    page, said = opened(browser, f"{address}/{language}/")
    faults: list[tuple[str, ...]] = []
    home = page.locator("a.card").first.get_attribute("href") or ""
    page.goto(f"{address}{home}")
    corrected = page.locator('a[data-key="e"]').get_attribute("href") or ""
    for path in [*(f"/{language}/{path}" for path in PAGES), home, f"{home}/merge", corrected]:
        page.goto(f"{address}{path}")
        faults += [(path, *fault) for fault in heard(page)]
        page.set_viewport_size({"width": 360, "height": 900})
        if page.evaluate("document.documentElement.scrollWidth") > 360:
            faults.append((path, "wider than a phone", ""))
        page.set_viewport_size({"width": 1280, "height": 900})
    assert faults == []
    assert said == []
    page.close()


def test_what_is_drawn_keeps_to_the_dark_and_to_paper(browser: Browser, address: str) -> None:
    page, _ = opened(browser, f"{address}/ar/incidents?kind=event")
    bar = page.locator(".chart .bar").first
    light = bar.evaluate("one => getComputedStyle(one).fill")
    page.emulate_media(color_scheme="dark")
    assert bar.evaluate("one => getComputedStyle(one).fill") != light
    page.emulate_media(media="print", color_scheme="light")
    assert bar.is_visible()
    assert not page.locator(".ways").is_visible()
    left, right = (page.locator(f".chart .{css}").first.bounding_box() for css in ("name", "total"))
    assert left is not None
    assert right is not None
    assert left["x"] < right["x"]
    page.close()


def test_potential_violations_are_decided_one_after_the_other_by_keys_alone(browser: Browser, address: str) -> None:
    page, said = opened(browser, f"{address}/en/queue")
    before = page.locator("button[value='accept']").count()
    assert before > 1
    page.keyboard.press("j")
    for word in ("two agencies", "one more"):
        page.keyboard.press("d")
        page.keyboard.type(word)
        page.keyboard.press("Tab")
        page.keyboard.press("ControlOrMeta+A")
        page.keyboard.type("K. Keys")
        page.keyboard.press("Escape")
        page.evaluate("document.querySelector('#q-0').focus()")
        with page.expect_navigation():
            page.keyboard.press("a")
        page.wait_for_url("**/queue#q-0")
        assert page.locator("#q-0").evaluate("one => one === document.activeElement")
    assert page.locator("button[value='accept']").count() == before - 2
    assert said == []
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


@pytest.mark.parametrize("path", ["en/", "ar/incidents?kind=event", "en/queue", "en/map", "ar/add"])
def test_the_keyboard_alone_reaches_things_in_sight_and_shows_where_it_is(
    browser: Browser, address: str, path: str
) -> None:
    page, _ = opened(browser, f"{address}/{path}")
    unseen = []
    for _ in range(40):
        page.keyboard.press("Tab")
        told = page.evaluate(
            """() => { const e = document.activeElement, s = getComputedStyle(e), b = e.getBoundingClientRect();
            return { what: e.outerHTML.slice(0, 90), body: e === document.body,
                     shown: s.outlineStyle !== "none" && s.outlineWidth !== "0px",
                     seen: b.width > 0 && b.bottom > 0 && b.top < innerHeight } }"""
        )
        if not told["body"] and not (told["shown"] and told["seen"]):
            unseen.append(told["what"])
    assert unseen == []
    page.close()
