"""Points and shapes as GeoJSON."""

from __future__ import annotations

import dataclasses
import json
from itertools import pairwise

from tests.assess.dated_truce import dated_truce
from tests.publish.sample_record import record
from trucewatch.model import Place
from trucewatch.publish import geojson
from trucewatch.publish.points import shapes


def test_every_resolved_place_is_a_point_with_its_doubt() -> None:
    found = geojson(record())
    points = [f for f in found["features"] if f["properties"]["feature"] == "incident"]
    assert {f["id"] for f in points} == {"i_strike", "i_before", "i_halt", "i_shells"}
    strike = next(f for f in points if f["id"] == "i_strike")
    assert strike["geometry"] == {"type": "Point", "coordinates": [36.63, 35.93]}
    assert strike["properties"]["radius_km"] == 40.0


def test_an_area_is_no_point() -> None:
    held = record()
    land = dataclasses.replace(held.incidents[0], place=Place("land", "Land", lat=35.0, lon=38.0, radius_km=400.0))
    found = geojson(dataclasses.replace(held, incidents=(land, *held.incidents[1:])))
    assert land.id not in {feature["id"] for feature in found["features"]}


def test_longitude_comes_first_and_rings_are_closed_and_counter_clockwise() -> None:
    found = geojson(record())
    zone = next(f for f in found["features"] if f["properties"]["feature"] == "zone")
    ring = zone["geometry"]["coordinates"][0]
    assert ring[0] == ring[-1]
    assert all(36 < lon < 37 and 35 < lat < 36.1 for lon, lat in ring)
    area = sum(a[0] * b[1] - b[0] * a[1] for a, b in pairwise(ring))
    assert area > 0


def test_it_is_valid_json_without_numbers_that_are_none() -> None:
    text = json.dumps(geojson(record()), allow_nan=False)
    again = json.loads(text)
    assert again["type"] == "FeatureCollection"
    for feature in again["features"]:
        assert set(feature) == {"type", "id", "geometry", "properties"}
        assert feature["geometry"]["type"] in ("Point", "Polygon", "MultiPolygon", "LineString")
    assert "crs" not in again


def test_undefined_zones_have_no_shape() -> None:
    assert "harbour-2031/front" not in {f["id"] for f in geojson(record())["features"]}


def test_several_rings_become_a_multipolygon() -> None:
    held = record()
    agreement = held.agreements[1]
    zone = agreement.zones["corridor"]
    twice = dataclasses.replace(zone, polygons=zone.polygons * 2)
    changed = dataclasses.replace(agreement, zones={"corridor": twice})
    found = geojson(dataclasses.replace(held, agreements=(changed,)))
    shape = next(f for f in found["features"] if f["properties"]["feature"] == "zone")
    assert shape["geometry"]["type"] == "MultiPolygon"
    assert len(shape["geometry"]["coordinates"]) == 2


def test_each_version_of_a_line_is_a_feature_with_its_days() -> None:
    found = {one["id"]: one for one in shapes(dated_truce())}
    road = found["sample/road@2031-04-05"]
    assert road["geometry"]["coordinates"] == [[36.0, 35.3], [36.5, 35.3]]
    assert (road["properties"]["from"], road["properties"]["until"]) == ("2031-04-05", "2031-04-10")
    assert {"sample/road@", "sample/road@2031-04-12", "sample/corridor@", "sample/box"} <= set(found)
    assert "from" not in found["sample/box"]["properties"]
