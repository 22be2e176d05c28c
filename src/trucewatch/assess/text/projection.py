"""assess: a local map projection in kilometres, so that lengths of an agreement can be measured on a plane."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

_A = 6378.137
_F = 1 / 298.257223563
_E2 = _F * (2 - _F)
_EP2 = _E2 / (1 - _E2)
_M = (
    1 - _E2 / 4 - 3 * _E2**2 / 64 - 5 * _E2**3 / 256,
    3 * _E2 / 8 + 3 * _E2**2 / 32 + 45 * _E2**3 / 1024,
    15 * _E2**2 / 256 + 45 * _E2**3 / 1024,
    35 * _E2**3 / 3072,
)
Floats = NDArray[np.float64]


def _meridian(lat: Any) -> Any:
    """Length of the meridian from the equator to `lat` (radians), in kilometres."""
    return _A * (_M[0] * lat - _M[1] * np.sin(2 * lat) + _M[2] * np.sin(4 * lat) - _M[3] * np.sin(6 * lat))


@dataclass(frozen=True, slots=True)
class Projection:
    """Transverse Mercator on WGS 84 about a centre, scale 1 on its meridian.

    Lengths are right to 1 in 1000 within 250 km east or west of the centre. Degrees in, kilometres out, and back.
    """

    lon: float
    lat: float

    def forward(self, lon: ArrayLike, lat: ArrayLike) -> tuple[Floats, Floats]:
        """Longitudes and latitudes in degrees to x and y in kilometres."""
        phi, lam = np.radians(np.asarray(lat, float)), np.radians(np.asarray(lon, float) - self.lon)
        sin, cos = np.sin(phi), np.cos(phi)
        n, t, c, a = _A / np.sqrt(1 - _E2 * sin**2), np.tan(phi) ** 2, _EP2 * cos**2, lam * cos
        x = n * (a + (1 - t + c) * a**3 / 6 + (5 - 18 * t + t**2 + 72 * c - 58 * _EP2) * a**5 / 120)
        rise = a**2 / 2 + (5 - t + 9 * c + 4 * c**2) * a**4 / 24
        rise = rise + (61 - 58 * t + t**2 + 600 * c - 330 * _EP2) * a**6 / 720
        y = _meridian(phi) - _meridian(np.radians(self.lat)) + n * np.tan(phi) * rise
        return np.asarray(x, float), np.asarray(y, float)

    def point(self, lon: float, lat: float) -> tuple[float, float]:
        """One point, whatever others there are: the same digits each time, which arrays do not promise."""
        phi, lam = math.radians(lat), math.radians(lon - self.lon)
        sin, cos, tan = math.sin(phi), math.cos(phi), math.tan(phi)
        n, t, c, a = _A / math.sqrt(1 - _E2 * sin**2), tan**2, _EP2 * cos**2, lam * cos
        x = n * (a + (1 - t + c) * a**3 / 6 + (5 - 18 * t + t**2 + 72 * c - 58 * _EP2) * a**5 / 120)
        rise = a**2 / 2 + (5 - t + 9 * c + 4 * c**2) * a**4 / 24
        rise = rise + (61 - 58 * t + t**2 + 600 * c - 330 * _EP2) * a**6 / 720
        y = _meridian(phi) - _meridian(math.radians(self.lat)) + n * tan * rise
        return float(x), float(y)

    def back(self, x: ArrayLike, y: ArrayLike) -> tuple[Floats, Floats]:
        """x and y in kilometres to longitudes and latitudes in degrees."""
        phi1 = _footpoint(np.asarray(y, float) + _meridian(np.radians(self.lat)))
        sin, cos, tan = np.sin(phi1), np.cos(phi1), np.tan(phi1)
        n, t, c = _A / np.sqrt(1 - _E2 * sin**2), tan**2, _EP2 * cos**2
        r = _A * (1 - _E2) / (1 - _E2 * sin**2) ** 1.5
        d = np.asarray(x, float) / n
        fall = d**2 / 2 - (5 + 3 * t + 10 * c - 4 * c**2 - 9 * _EP2) * d**4 / 24
        fall = fall + (61 + 90 * t + 298 * c + 45 * t**2 - 252 * _EP2 - 3 * c**2) * d**6 / 720
        lat = phi1 - n * tan / r * fall
        lam = d - (1 + 2 * t + c) * d**3 / 6 + (5 - 2 * c + 28 * t - 3 * c**2 + 8 * _EP2 + 24 * t**2) * d**5 / 120
        return np.degrees(lam / cos) + self.lon, np.degrees(lat)


def _footpoint(length: Any) -> Any:
    """The latitude (radians) whose meridian length is given; inverse of `_meridian`."""
    mu = length / (_A * _M[0])
    e1 = (1 - np.sqrt(1 - _E2)) / (1 + np.sqrt(1 - _E2))
    return (
        mu
        + (3 * e1 / 2 - 27 * e1**3 / 32) * np.sin(2 * mu)
        + (21 * e1**2 / 16 - 55 * e1**4 / 32) * np.sin(4 * mu)
        + (151 * e1**3 / 96) * np.sin(6 * mu)
        + (1097 * e1**4 / 512) * np.sin(8 * mu)
    )
