"""The map."""

from __future__ import annotations

import dataclasses
import re

import pytest

from tests.assess.dated_truce import dated_truce
from tests.publish.sample_record import record
from trucewatch.model import Place, Record
from trucewatch.model.record import RunInfo
from trucewatch.publish.draw.map import Map, draw_map
from trucewatch.publish.page import page


def drawn(held: Record) -> Map:
    found = draw_map(page(held, "en", unmask=False))
    assert found is not None
    return found


def test_accounts_placed_alike_share_one_disc() -> None:
    svg = str(drawn(record()).svg)
    assert svg.count('class="disc"') == 2
    assert svg.count('class="tag"') == 4


def test_a_disc_is_as_large_as_the_doubt() -> None:
    radii = [
        float(r) for r in re.findall(r'class="disc" cx="[\d.-]+" cy="[\d.-]+" r="([\d.]+)"', str(drawn(record()).svg))
    ]
    assert abs(radii[0] / radii[1] - 40 / 3) < 0.3


def test_what_has_no_place_is_listed_and_not_drawn() -> None:
    words = " ".join(str(key.text) for key in drawn(record()).legend)
    assert "Not drawn, place not resolved" in words
    assert "Line of contact" in words


def test_an_area_is_listed_as_known_only_roughly_and_not_drawn() -> None:
    held = record()
    land = Place("land", "Land", lat=35.9, lon=36.6, radius_km=400.0)
    wide = dataclasses.replace(held.incidents[0], place=land)
    found = drawn(dataclasses.replace(held, incidents=(wide, *held.incidents[1:])))
    rough = [key for key in found.legend if str(key.text) == "Not drawn, place known only roughly"]
    assert len(rough) == 1
    assert wide.id in str(rough[0].note)
    assert str(found.svg).count('class="tag"') == 3


def test_an_event_far_from_the_truce_is_listed_as_outside() -> None:
    held = record()
    far = dataclasses.replace(held.incidents[4], place=dataclasses.replace(held.incidents[0].place, lat=50.0, lon=10.0))  # type: ignore[type-var]
    found = drawn(dataclasses.replace(held, incidents=(*held.incidents[:4], far)))
    assert "Outside this map" in " ".join(str(key.text) for key in found.legend)


def test_half_a_coast_is_never_drawn() -> None:
    held = record()
    moved = tuple(
        dataclasses.replace(i, place=dataclasses.replace(i.place, lat=10.0, lon=10.0) if i.place else None)
        for i in held.incidents
    )
    found = drawn(dataclasses.replace(held, incidents=moved, agreements=()))
    assert "Drawn without land and borders." in [str(key.text) for key in found.legend]
    assert 'class="sea"' not in found.svg


def test_a_record_without_places_has_no_map() -> None:
    held = dataclasses.replace(record(), incidents=(), agreements=())
    assert draw_map(page(held, "en", unmask=False)) is None


def test_positions_off_the_earth_are_not_drawn() -> None:
    held = record()
    place = held.incidents[0].place
    assert place is not None
    lost = dataclasses.replace(held.incidents[0], place=dataclasses.replace(place, lat=135.0))
    found = drawn(dataclasses.replace(held, incidents=(lost, *held.incidents[1:])))
    assert "Not drawn, place not resolved" in " ".join(str(key.text) for key in found.legend)


@pytest.mark.parametrize(
    ("as_of", "told"),
    [
        ("2031-04-04T23:59:59Z", "published · until 5 April 2031"),
        ("2031-04-05T00:00:00Z", "published · from 5 April 2031 until 10 April 2031"),
        ("2031-04-11T00:00:00Z", "published · from 5 April 2031 until 10 April 2031"),
        (None, "published · from 12 April 2031"),
    ],
)
def test_a_line_is_drawn_in_its_version_of_the_day_asked_which_the_legend_names(as_of: str | None, told: str) -> None:
    found = drawn(Record((), (), (), (), (dated_truce(),), (), (), RunInfo("0", as_of)))
    notes = {re.sub(r"<[^>]+>", "", str(key.text)): re.sub(r"<[^>]+>", "", str(key.note)) for key in found.legend}
    assert notes["The road"].replace("\u00a0", " ") == told
    assert notes["Box"] == "agreed"
