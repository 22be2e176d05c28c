"""What the pages say of a place that is told only as an area: in every language, and without a point."""

from __future__ import annotations

import dataclasses

import pytest

from tests.publish.sample_record import record
from trucewatch.model import Place
from trucewatch.publish.page import page
from trucewatch.publish.views.claims import where_note
from trucewatch.publish.views.incidents import entry
from trucewatch.publish.views.places import Gathered, gathered

LAND = Place("land", "Land", "XL", "country", lat=35.0, lon=38.0, radius_km=400.0)
SAID = {
    "en": "no point: told only as an area",
    "fr": "sans point",
    "ar": "بلا نقطة",
    "ru": "без точки",
    "tr": "nokta yok",
}


@pytest.mark.parametrize("language", SAID)
def test_an_area_is_told_to_have_no_point(language: str) -> None:
    held = record()
    incident = dataclasses.replace(held.incidents[0], place=LAND)
    tools = page(dataclasses.replace(held, incidents=(incident,)), language, unmask=False)
    for said in (str(where_note(tools, LAND)), str(entry(tools, incident))):
        assert SAID[language] in said
        assert "38.00" not in said


def test_areas_are_counted_as_known_only_roughly_with_or_without_their_disc() -> None:
    tools = page(record(), "en", unmask=False)
    bare = Place("", name="Land", id="XL", radius_km=400.0)
    found = gathered(tools, [Gathered(LAND, 2), Gathered(bare, 3), Gathered(Place("", name="Nowhere"), 4)])
    assert found.counted == {"wide": 5, "outside": 0, "unresolved": 4}
    assert found.discs == ()
