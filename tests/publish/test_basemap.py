"""The base map under the report."""

from __future__ import annotations

from pathlib import Path

from shapely import Point, Polygon

from trucewatch.publish.basemap import load_basemap


def test_the_map_is_small_and_names_its_source() -> None:
    path = Path(__file__).parents[2] / "src/trucewatch/publish/basemap/levant.json"
    assert path.stat().st_size <= 60_000
    assert "Natural Earth" in load_basemap().notice


def test_rings_are_closed_and_lines_lie_in_the_box() -> None:
    basemap = load_basemap()
    west, south, east, north = basemap.box
    assert all(ring[0] == ring[-1] for ring in basemap.land)
    points = [point for line in (*basemap.land, *basemap.borders) for point in line]
    assert all(west <= lon <= east and south <= lat <= north for lon, lat in points)


def test_towns_stand_on_land_and_ships_do_not() -> None:
    land = [Polygon(ring) for ring in load_basemap().land]
    assert any(ring.contains(Point(36.63, 35.93)) for ring in land)
    assert not any(ring.contains(Point(35.2, 35.4)) for ring in land)


def test_the_border_runs_between_idlib_and_antakya() -> None:
    assert any(36.0 < lon < 36.7 and 35.8 < lat < 36.5 for line in load_basemap().borders for lon, lat in line)
