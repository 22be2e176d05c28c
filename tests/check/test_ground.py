"""Places measured by rays and edges alone: inside, outside, in a hole, and in what is taken out of a zone."""

from __future__ import annotations

import pytest

from trucewatch.check.ground import Shape, depth_km, disk_part

SQUARE = ((36.0, 35.0), (36.4, 35.0), (36.4, 35.4), (36.0, 35.4))
HOLE = ((36.1, 35.1), (36.3, 35.1), (36.3, 35.3), (36.1, 35.3))
KM = 111.195
"""One degree of latitude on the sphere that is measured on."""


@pytest.mark.parametrize(("lat", "depth"), [(35.05, 0.05), (35.2, 0.2), (34.9, -0.1), (35.5, -0.1)])
def test_a_square_is_as_deep_as_its_nearest_edge(lat: float, depth: float) -> None:
    east = 0.2 * 0.817
    found = depth_km(Shape("square", 0.0, (SQUARE,)), 36.2, lat)
    assert found == pytest.approx(min(depth, east) * KM, abs=0.3)


def test_a_ring_within_a_ring_is_a_hole() -> None:
    whole, holed = Shape("square", 0.0, (SQUARE,)), Shape("square", 0.0, (SQUARE, HOLE))
    assert depth_km(whole, 36.2, 35.2) > 10
    assert depth_km(holed, 36.2, 35.2) == pytest.approx(-0.1 * 0.8165 * KM, abs=0.3)
    assert depth_km(holed, 36.2, 35.05) == pytest.approx(0.05 * KM, abs=0.3)


def test_what_is_taken_out_is_outside() -> None:
    less = Shape("square", 0.0, (SQUARE,), less=((HOLE,),))
    holed = Shape("square", 0.0, (SQUARE, HOLE))
    for lon, lat in ((36.2, 35.2), (36.2, 35.05), (36.05, 35.2), (36.6, 35.2)):
        assert depth_km(less, lon, lat) == pytest.approx(depth_km(holed, lon, lat), abs=0.3)


def test_along_a_line_is_as_deep_as_the_distance_leaves() -> None:
    road = Shape("road", 0.0, line=((36.4, 35.0), (36.6, 35.0)), near_km=6.0)
    assert depth_km(road, 36.5, 35.0) == pytest.approx(6.0, abs=0.1)
    assert depth_km(road, 36.5, 35.0 + 4 / KM) == pytest.approx(2.0, abs=0.1)
    assert depth_km(road, 36.5, 35.0 + 9 / KM) == pytest.approx(-3.0, abs=0.1)


def test_half_of_a_disk_on_a_straight_border_is_inside() -> None:
    assert disk_part(0.0, 2.0) == pytest.approx(0.5)
    assert (disk_part(3.0, 2.0), disk_part(-3.0, 2.0), disk_part(0.0, 0.0)) == (1.0, 0.0, 1.0)
