"""The base maps under the report and under the page of an agreement."""

from __future__ import annotations

from pathlib import Path

import pytest
from shapely import Point, Polygon

from trucewatch.assess import available, load_agreement
from trucewatch.publish.basemap import Basemap, basemap_for, load_basemaps
from trucewatch.publish.draw.base import has_base
from trucewatch.publish.draw.projection import frame

IDLIB = (36.0, 35.0, 37.5, 36.5)


def on_land(found: Basemap, lon: float, lat: float) -> bool:
    return any(Polygon(rings[0], rings[1:]).contains(Point(lon, lat)) for rings in found.land)


def test_the_maps_are_small_and_name_their_source() -> None:
    folder = Path(__file__).parents[2] / "src/trucewatch/publish/basemap"
    assert sum(path.stat().st_size for path in folder.glob("*.geojson")) <= 100_000
    assert all("Natural Earth" in found.notice for found in load_basemaps())


@pytest.mark.parametrize("found", load_basemaps(), ids=lambda found: found.name)
def test_rings_are_closed_and_lines_lie_in_the_box(found: Basemap) -> None:
    west, south, east, north = found.box
    rings = [ring for polygon in found.land for ring in polygon]
    assert rings
    assert all(ring[0] == ring[-1] for ring in rings)
    points = [point for line in (*rings, *found.borders) for point in line]
    assert all(west <= lon <= east and south <= lat <= north for lon, lat in points)


@pytest.mark.parametrize(
    ("town", "sea"),
    [((36.63, 35.93), (35.2, 35.4)), ((34.45, 31.5), (34.0, 31.6)), ((42.95, 14.8), (42.0, 14.8)),
     ((37.8, 48.0), (37.0, 46.5)), ((46.75, 39.82), (50.2, 40.0))],
)  # fmt: skip
def test_towns_stand_on_land_and_ships_do_not(town: tuple[float, float], sea: tuple[float, float]) -> None:
    found = basemap_for((*town, *town))
    assert found is not None
    assert on_land(found, *town)
    assert not on_land(found, *sea)


def test_the_border_runs_between_idlib_and_antakya() -> None:
    found = basemap_for(IDLIB)
    assert found is not None
    assert any(36.0 < lon < 36.7 and 35.8 < lat < 36.5 for line in found.borders for lon, lat in line)


def test_nothing_is_drawn_where_no_map_reaches_to_every_edge() -> None:
    assert basemap_for((30.0, 35.0, 37.5, 36.5)) is None


@pytest.mark.parametrize("name", available())
def test_every_shipped_agreement_has_land_and_borders_under_its_zones(name: str) -> None:
    agreement = load_agreement(name)
    points = [point for zone in agreement.zones.values() for ring in zone.polygons for point in ring]
    points += [point for line in agreement.lines.values() for point in line.points]
    assert not points or has_base(frame([(lon, lat, 0.0) for lon, lat in points], 721))
