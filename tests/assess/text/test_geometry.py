"""Zones built from lines, outlines and other zones."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import shapely

from tests.assess.worlds import SOUND, load, truce
from trucewatch.assess import load_agreement
from trucewatch.assess.text.geometry import centred, shape_of, to_plane
from trucewatch.errors import AgreementError
from trucewatch.model import Agreement, Zone

TEXT = SOUND.read_text(encoding="utf-8")
HEAD = "zones:\n"
ABOUT = "status: agreed, tolerance: 1 km, basis: made up"


def area_km2(zone: Zone) -> float:
    """The area on the agreement's plane."""
    shape = shapely.union_all([shapely.Polygon(ring) for ring in zone.polygons])
    return float(shapely.area(to_plane(shape, centred([shape]))))


def with_zones(*lines: str) -> Agreement:
    """The sample with further zones."""
    return load(TEXT.replace(HEAD, HEAD + "".join(f"  {line}\n" for line in lines)))


BOX = '[["36.0", "34.9"], ["36.2", "34.9"], ["36.2", "35.1"], ["36.0", "35.1"]]'


def test_a_buffer_is_as_wide_as_the_text_says() -> None:
    length = 45.65
    expected = length * 12 + 3.1416 * 36
    assert area_km2(truce().zones["corridor"]) == pytest.approx(expected, rel=0.01)


def test_a_side_of_a_line_is_half_of_it() -> None:
    left = with_zones(f"left: {{name: Left, {ABOUT}, buffer: {{of: road, distance: 6 km, side: left}}}}").zones["left"]
    right = with_zones(f"right: {{name: Right, {ABOUT}, buffer: {{of: road, distance: 6 km, side: right}}}}").zones[
        "right"
    ]
    assert area_km2(left) == pytest.approx(45.65 * 6, rel=0.01)
    assert min(lat for ring in left.polygons for _, lat in ring) > 34.99
    assert max(lat for ring in right.polygons for _, lat in ring) < 35.01


def test_zones_join_meet_and_part() -> None:
    zones = with_zones(
        f"box: {{name: Box, {ABOUT}, points: {BOX}}}",
        f"both: {{name: Both, {ABOUT}, union: [corridor, box]}}",
        f"shared: {{name: Shared, {ABOUT}, intersection: [corridor, box]}}",
        f"rest: {{name: Rest, {ABOUT}, difference: [corridor, box]}}",
        f"open: {{name: Open, {ABOUT}, union: [box, unknown]}}",
    ).zones
    area = {name: area_km2(zone) for name, zone in zones.items() if zone.polygons}
    assert area["both"] == pytest.approx(area["corridor"] + area["box"] - area["shared"], rel=1e-4)
    assert area["rest"] == pytest.approx(area["corridor"] - area["shared"], rel=1e-4)
    assert 0 < area["shared"] < area["box"]
    assert zones["open"].polygons == ()


def test_other_distances_of_a_buffer_are_readings_by_name() -> None:
    zone = with_zones(
        f"wide: {{name: Wide, {ABOUT}, buffer: {{of: road, distance: 5 km}}, readings: [10 km, 20 km]}}"
    ).zones["wide"]
    assert list(zone.readings) == ["10 km", "20 km"]
    assert zone.distance_km == 5.0


def test_zones_that_stand_on_each_other_are_refused() -> None:
    with pytest.raises(AgreementError, match=r"in a ring \(one -> two -> one\)"):
        with_zones(f"one: {{name: One, {ABOUT}, union: [two]}}", f"two: {{name: Two, {ABOUT}, union: [one]}}")


def test_a_feature_of_a_map_file_is_read_by_its_id_and_a_misspelt_one_named(tmp_path: Path) -> None:
    ring = [[36.0, 34.9], [36.2, 34.9], [36.2, 35.1], [36.0, 35.1], [36.0, 34.9]]
    feature = {"type": "Feature", "id": "box", "geometry": {"type": "Polygon", "coordinates": [ring]}}
    (tmp_path / "zones.geojson").write_text(json.dumps({"features": [feature]}), encoding="utf-8")
    text = TEXT.replace(HEAD, f"{HEAD}  area: {{name: Area, {ABOUT}, feature: box}}\n")
    (tmp_path / "agreement.yaml").write_text(text, encoding="utf-8")
    assert area_km2(load_agreement(str(tmp_path)).zones["area"]) == pytest.approx(18.25 * 22.19, rel=0.01)
    (tmp_path / "agreement.yaml").write_text(text.replace("feature: box", "feature: bux"), encoding="utf-8")
    with pytest.raises(AgreementError, match=r'"bux"\. Did you mean "box"'):
        load_agreement(str(tmp_path))


def test_a_hole_in_a_zone_stays_a_hole_and_an_island_in_it_an_island() -> None:
    inner = '[["36.05", "34.95"], ["36.15", "34.95"], ["36.15", "35.05"], ["36.05", "35.05"]]'
    isle = '[["36.08", "34.98"], ["36.12", "34.98"], ["36.12", "35.02"], ["36.08", "35.02"]]'
    agreement = with_zones(
        f"outer: {{name: Outer, {ABOUT}, points: {BOX}}}",
        f"inner: {{name: Inner, {ABOUT}, points: {inner}}}",
        f"isle: {{name: Isle, {ABOUT}, points: {isle}}}",
        f"ring: {{name: Ring, {ABOUT}, difference: [outer, inner]}}",
        f"both: {{name: Both, {ABOUT}, union: [ring, isle]}}",
    )
    areas = {name: shape_of(agreement.zones[name].polygons).area for name in ("outer", "inner", "isle", "ring", "both")}
    assert areas["ring"] == pytest.approx(areas["outer"] - areas["inner"], rel=1e-6)
    assert areas["both"] == pytest.approx(areas["ring"] + areas["isle"], rel=1e-6)
    assert not shape_of(agreement.zones["both"].polygons).covers(shapely.Point(36.06, 35.0))
