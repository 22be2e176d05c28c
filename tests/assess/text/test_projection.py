"""The local plane: lengths as on the ellipsoid, and the way back."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from trucewatch.assess.text.projection import Projection

A, F = 6378137.0, 1 / 298.257223563
DEGREES = st.floats(-2.4, 2.4, allow_nan=False)


def geodesic_km(lon1: float, lat1: float, lon2: float, lat2: float) -> float:
    """Vincenty's inverse formula on WGS 84."""
    if (lon1, lat1) == (lon2, lat2):
        return 0.0
    b = A * (1 - F)
    u1, u2 = (math.atan((1 - F) * math.tan(math.radians(lat))) for lat in (lat1, lat2))
    across = lam = math.radians(lon2 - lon1)
    for _ in range(100):
        x = math.cos(u2) * math.sin(lam)
        y = math.cos(u1) * math.sin(u2) - math.sin(u1) * math.cos(u2) * math.cos(lam)
        sin_sigma = math.hypot(x, y)
        cos_sigma = math.sin(u1) * math.sin(u2) + math.cos(u1) * math.cos(u2) * math.cos(lam)
        sigma = math.atan2(sin_sigma, cos_sigma)
        sin_a = math.cos(u1) * math.cos(u2) * math.sin(lam) / sin_sigma
        cos2_a = 1 - sin_a**2
        cos_m = cos_sigma - 2 * math.sin(u1) * math.sin(u2) / cos2_a if cos2_a else 0.0
        c = F / 16 * cos2_a * (4 + F * (4 - 3 * cos2_a))
        turn = sigma + c * sin_sigma * (cos_m + c * cos_sigma * (2 * cos_m**2 - 1))
        before, lam = lam, across + (1 - c) * F * sin_a * turn
        if abs(lam - before) < 1e-12:
            break
    u = cos2_a * (A**2 - b**2) / b**2
    big_a = 1 + u / 16384 * (4096 + u * (-768 + u * (320 - 175 * u)))
    big_b = u / 1024 * (256 + u * (-128 + u * (74 - 47 * u)))
    inner = cos_sigma * (2 * cos_m**2 - 1) - big_b / 6 * cos_m * (4 * sin_sigma**2 - 3) * (4 * cos_m**2 - 3)
    return b * big_a * (sigma - big_b * sin_sigma * (cos_m + big_b / 4 * inner)) / 1000


@given(dx1=DEGREES, dy1=DEGREES, dx2=DEGREES, dy2=DEGREES)
def test_lengths_agree_with_the_geodesic_to_one_in_a_thousand(dx1: float, dy1: float, dx2: float, dy2: float) -> None:
    lon, lat = 36.5, 35.8
    true = geodesic_km(lon + dx1, lat + dy1, lon + dx2, lat + dy2)
    x, y = Projection(lon, lat).forward([lon + dx1, lon + dx2], [lat + dy1, lat + dy2])
    assert float(np.hypot(x[1] - x[0], y[1] - y[0])) == pytest.approx(true, rel=1e-3, abs=1e-4)


@given(dx=DEGREES, dy=DEGREES, lat=st.floats(-60, 60))
def test_the_way_back_leads_to_the_same_point(dx: float, dy: float, lat: float) -> None:
    plane = Projection(36.5, lat)
    lon, found = plane.back(*plane.forward(36.5 + dx, lat + dy))
    assert float(lon) == pytest.approx(36.5 + dx, abs=1e-5)
    assert float(found) == pytest.approx(lat + dy, abs=1e-5)


def test_the_centre_is_the_origin() -> None:
    x, y = Projection(36.5, 35.8).forward(36.5, 35.8)
    assert (float(x), float(y)) == (0.0, 0.0)
