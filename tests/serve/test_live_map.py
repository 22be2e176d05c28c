"""The live map in a real browser: it draws, follows the filter and the slider, and tells what it leaves out."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import pytest

from tests.serve.asking import opened

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page, Route

pytestmark = [pytest.mark.browser, pytest.mark.frontend, pytest.mark.usefixtures("frontend")]
DRAWN = "() => { const { map } = window.trucewatch; return map.queryRenderedFeatures({ layers: LAYERS }).length; }"
CHOSEN = "() => window.trucewatch.live.drawn.drawn"
TOWNS, EACH, FIRST = 2000, 50, 18320
"""A store of many: so many places with so many incidents each, one a day from a day on."""


def live(browser: Browser, address: str, width: int = 1280) -> tuple[Page, list[str]]:
    """The map page when it has drawn."""
    page, said = opened(browser, address, width)
    page.locator("#live[data-ready]").wait_for(timeout=60_000)
    page.evaluate(
        "() => new Promise(done => { const { map } = trucewatch; map.loaded() ? done() : map.once('idle', done); })"
    )
    return page, said


def drawn(page: Page, *layers: str) -> int:
    """How many features of some layers can be seen."""
    found: int = page.evaluate(DRAWN.replace("LAYERS", json.dumps(layers)))
    return found


def end(page: Page, name: str, day: int) -> None:
    """Set one end of the slider as a hand does: it moves, and is let go."""
    told = "(one, day) => { one.value = day; for (const on of ['input', 'change']) one.dispatchEvent(new Event(on)); }"
    page.locator(f'input[name="{name}"]').evaluate(told, day)


@pytest.fixture
def page(browser: Browser, address: str) -> Iterator[Page]:
    made, said = live(browser, f"{address}/en/map")
    yield made
    assert said == []
    made.close()


@pytest.mark.parametrize(("language", "width"), [("en", 1280), ("ar", 1280), ("en", 390), ("ar", 390)])
def test_it_draws_land_zones_and_discs_and_asks_nobody_else(
    browser: Browser, address: str, language: str, width: int
) -> None:
    page, said = live(browser, f"{address}/{language}/map", width)
    for layer in ("land", "zones", "dots", "discs", "lines-front"):
        assert drawn(page, layer) > 0, layer
    assert page.locator("#drawn figure").is_hidden()
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    zoom, canvas = (page.locator(name).bounding_box() for name in (".maplibregl-ctrl-zoom-in", ".live .canvas"))
    assert zoom is not None
    assert canvas is not None
    assert (zoom["x"] - canvas["x"] < canvas["width"] / 2) == (language == "ar")
    assert said == []
    page.close()


def test_a_disc_is_as_wide_on_the_ground_as_the_doubt(page: Page) -> None:
    told = page.evaluate("""() => {
      const { map, live } = trucewatch;
      const [lon, lat, km] = live.incidents.places[0];
      const unit = live.incidents.feature(0).properties.radius * 2 ** map.getZoom();
      const north = map.unproject(map.project([lon, lat]).sub({ x: 0, y: unit }));
      return [km * 1000, north.distanceTo(new maplibregl.LngLat(lon, lat))];
    }""")
    assert told[1] == pytest.approx(told[0], rel=0.01)


def test_every_event_of_the_list_is_drawn_or_told_of(page: Page) -> None:
    told = page.evaluate("() => trucewatch.live.drawn")
    listed = int(page.locator("#listed p bdi, #listed p").first.inner_text().split()[0].replace(",", ""))
    assert told["drawn"] + told["nowhere"] + told["wide"] + told["outside"] == listed
    assert str(told["nowhere"]) in page.locator(".told").inner_text()


def test_the_slider_filters_and_the_list_the_files_and_the_address_follow(page: Page) -> None:
    before = page.evaluate(CHOSEN)
    end(page, "span-from", 18326)
    page.wait_for_url("**from=2020-03-05*")
    page.locator("#said:not(:empty)").wait_for(state="attached")
    assert 0 < page.evaluate(CHOSEN) < before
    assert "from=2020-03-05" in (page.get_by_role("link", name="CSV", include_hidden=True).get_attribute("href") or "")
    told = page.evaluate("() => trucewatch.live.drawn")
    assert page.locator("#listed a.card").count() == told["drawn"] + told["nowhere"] + told["wide"] + told["outside"]
    page.get_by_role("button", name="All days").click()
    page.wait_for_url(lambda url: "from=" not in url)
    assert page.evaluate(CHOSEN) == before


def test_the_slider_stands_where_the_address_says(browser: Browser, address: str) -> None:
    page, said = live(browser, f"{address}/en/map?from=2020-03-05&to=2020-03-07")
    assert page.locator('input[name="span-from"]').input_value() == "18326"
    assert page.locator(".span output").nth(1).inner_text().strip("\u2068\u2069") == "Mar 7, 2020"
    assert said == []
    page.close()


def test_another_condition_brings_other_discs(page: Page) -> None:
    before = page.evaluate(CHOSEN)
    page.evaluate("document.getElementById('filters').open = true")
    page.locator('select[name="type"]').select_option("kin.shelling")
    with page.expect_response("**/map/incidents.json?type=kin.shelling*"):
        page.locator("form.filters button").click()
    page.wait_for_timeout(300)
    assert 0 < page.evaluate(CHOSEN) < before


def test_a_zone_is_drawn_as_it_stood_at_the_end_of_the_days(page: Page) -> None:
    assert drawn(page, "lines-front") > 0
    end(page, "span-to", 18320)
    page.wait_for_url("**to=2020-02-28*")
    page.evaluate("() => new Promise(done => trucewatch.map.once('idle', done))")
    assert drawn(page, "lines-front") == 0
    assert drawn(page, "zones") > 0


def test_a_disc_leads_to_its_incidents_and_a_row_lights_its_disc(page: Page) -> None:
    at = page.evaluate("""() => {
      const { map, live } = trucewatch;
      const spot = map.queryRenderedFeatures({ layers: ["dots"] })[0];
      const { x, y } = map.project(spot.geometry.coordinates);
      const box = map.getCanvas().getBoundingClientRect();
      return [box.x + x, box.y + y];
    }""")
    page.mouse.click(*at)
    link = page.locator(".maplibregl-popup a").first
    link.wait_for()
    href = link.get_attribute("href")
    assert (href or "").startswith("/en/incidents/i_")
    page.locator(f"#listed a.card[href='{href}']").focus()
    assert page.evaluate("async () => (await trucewatch.map.getSource('lit').getData()).features.length") == 1
    page.locator("h1").click()
    page.evaluate("document.activeElement.blur()")
    assert page.evaluate("async () => (await trucewatch.map.getSource('lit').getData()).features.length") == 0


def test_whoever_wants_no_motion_goes_step_by_step(browser: Browser, address: str) -> None:
    context = browser.new_context(reduced_motion="reduce", viewport={"width": 1280, "height": 900})
    page = context.new_page()
    page.goto(f"{address}/en/map")
    page.locator("#live[data-ready]").wait_for()
    page.get_by_role("button", name="One step on").click()
    page.wait_for_url("**to=*")
    first = page.url
    page.wait_for_timeout(900)
    assert page.url == first
    page.get_by_role("button", name="One step on").click()
    page.wait_for_url(lambda url: "from=" in url and url != first)
    context.close()


def test_playing_goes_on_by_itself_until_it_is_stopped(page: Page) -> None:
    page.get_by_role("button", name="Play").click()
    first = page.locator('input[name="span-from"]').input_value()
    page.wait_for_timeout(1600)
    page.get_by_role("button", name="Stop").click()
    page.wait_for_url("**from=*")
    assert page.locator('input[name="span-from"]').input_value() > first


def many(route: Route) -> None:
    """A hundred thousand incidents in two thousand places."""
    places = [[36 + (n % 50) * 0.03, 35 + (n // 50) * 0.03, 2, f"P{n}", None] for n in range(TOWNS)]
    rows = [[f"i_{n}_{k}", n, 0, FIRST + k, FIRST + k] for n in range(TOWNS) for k in range(EACH)]
    told: dict[str, Any] = {"count": len(rows), "places": places, "types": [["force", "Shelling"]]}
    told |= dict(zip(("id", "place", "type", "first", "last"), zip(*rows, strict=True), strict=True))
    route.fulfill(json=told)


def test_a_hundred_thousand_are_gathered_where_they_would_lie_on_each_other(browser: Browser, address: str) -> None:
    made = browser.new_context(viewport={"width": 1280, "height": 900})
    page = made.new_page()
    page.route("**/map/incidents.json*", many)
    page.goto(f"{address}/en/map")
    page.locator("#live[data-ready]").wait_for(timeout=60_000)
    page.locator(".live .count").first.wait_for()
    page.evaluate(
        "() => new Promise(done => { const { map } = trucewatch; map.loaded() ? done() : map.once('idle', done); })"
    )
    clusters = "() => trucewatch.map.querySourceFeatures('discs').filter(one => one.properties.cluster).length"
    assert 0 < page.evaluate(clusters) < TOWNS / 4
    assert page.evaluate(CHOSEN) == TOWNS * EACH
    took = page.evaluate(
        "() => { const from = performance.now(); trucewatch.live.draw(); return performance.now() - from; }"
    )
    assert took < 1000
    made.close()


def test_without_webgl_the_still_map_stays(browser: Browser, address: str) -> None:
    context = browser.new_context()
    context.add_init_script("HTMLCanvasElement.prototype.getContext = () => null;")
    page = context.new_page()
    page.goto(f"{address}/en/map")
    assert page.locator("#drawn figure svg").is_visible()
    assert page.locator("#live").is_hidden()
    context.close()
    bare = browser.new_context(java_script_enabled=False).new_page()
    bare.goto(f"{address}/en/map")
    assert bare.locator("#drawn figure svg").is_visible()
    bare.close()
