"""The facet place against exact arithmetic and against PostGIS, on 100,000 made-up places."""

from __future__ import annotations

import functools
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
import pytest
import shapely

from tools.postgis import server
from trucewatch.assess.batch.places import against
from trucewatch.assess.batch.values import LETTERS
from trucewatch.assess.facets.ground import depth_on_plane

Point = tuple[int, int]
Ring = list[Point]
EACH = 100
HOLED, COMBINED, CORRIDORS = 400, 300, 300


@dataclass(frozen=True)
class Zone:
    """A zone by its parts in whole metres, how they are put together, and places with radius and tolerance."""

    way: str
    parts: list[list[Ring]]
    width: int
    points: list[tuple[int, int, int, int]]

    @functools.cached_property
    def shape(self) -> shapely.Geometry:
        if self.way == "buffer":
            return shapely.buffer(shapely.LineString(self.parts[0][0]), self.width, quad_segs=16)
        first, *rest = (shapely.Polygon(rings[0], rings[1:]) for rings in self.parts)
        combine = {"union": shapely.union, "difference": shapely.difference}
        return combine[self.way](first, rest[0]) if rest else first


def star(draw: np.random.Generator, centre: Point, low: int, high: int) -> Ring:
    angles = np.radians(np.arange(0, 360, 30) + draw.uniform(-8, 8, 12))
    away = draw.uniform(low, high, 12)
    return [(int(centre[0] + r * np.cos(a)), int(centre[1] + r * np.sin(a))) for r, a in zip(away, angles, strict=True)]


def box(draw: np.random.Generator) -> Ring:
    (x, y), (w, h) = draw.integers(0, 800, 2), draw.integers(100, 900, 2)
    return [(int(x), int(y)), (int(x + w), int(y)), (int(x + w), int(y + h)), (int(x), int(y + h))]


def places(draw: np.random.Generator, rings: list[Ring]) -> list[tuple[int, int, int, int]]:
    """Anywhere about the zone, on its corners, and on the middles of its edges; some without any doubt."""
    corners = [point for ring in rings for point in ring]
    made = []
    for at in range(EACH):
        x, y = (int(one) for one in draw.integers(-1500, 2500, 2))
        if at % 10 == 0:
            x, y = corners[at // 10 % len(corners)]
        elif at % 10 == 1:
            (a, b), (c, d) = corners[at // 10 % len(corners)], corners[(at // 10 + 1) % len(corners)]
            x, y = (a + c) // 2, (b + d) // 2
        radius, tolerance = (int(draw.choice(some)) for some in ([0, 10, 100, 400], [0, 5, 50]))
        made.append((x, y, radius, tolerance))
    return made


@functools.cache
def zones() -> list[Zone]:
    draw = np.random.default_rng(20310401)
    made = []
    for _ in range(HOLED):
        rings = [star(draw, (500, 500), 600, 1000), star(draw, (500, 500), 150, 450)]
        made.append(Zone("one", [rings], 0, places(draw, rings)))
    for at in range(COMBINED):
        parts = [[box(draw)], [box(draw)]]
        made.append(Zone("union" if at % 2 else "difference", parts, 0, places(draw, [r for p in parts for r in p])))
    for _ in range(CORRIDORS):
        line = [(int(x), int(y)) for x, y in np.cumsum(draw.integers(-400, 500, (8, 2)), axis=0)]
        made.append(Zone("buffer", [[line]], int(draw.choice([50, 200, 600])), places(draw, [line])))
    return made


@functools.cache
def ours() -> list[str]:
    """The evaluator's answers, zone after zone."""
    found = []
    for zone in zones():
        x, y, radius, tolerance = np.array(zone.points, float).T
        shape = zone.shape
        shapely.prepare(shape)
        found.append("".join(LETTERS[code] for code in against(shape, x, y, radius + tolerance)))
    return found


# Exact: whole numbers only, nothing of the evaluator's and nothing of GEOS.


def odd(point: Point, ring: Ring) -> bool:
    """Whether a ray to the right crosses a ring an odd number of times; nothing is divided."""
    x, y = point
    inside = False
    for (ax, ay), (bx, by) in zip(ring, ring[1:] + ring[:1], strict=True):
        if (ay > y) != (by > y):
            turn = (bx - ax) * (y - ay) - (x - ax) * (by - ay)
            inside ^= turn > 0 if by > ay else turn < 0
    return inside


def nearer(point: Point, a: Point, b: Point) -> tuple[int, int]:
    """The square of the distance to a stretch, as a fraction of whole numbers."""
    (x, y), (ax, ay), (bx, by) = point, a, b
    dx, dy = bx - ax, by - ay
    along, length = (x - ax) * dx + (y - ay) * dy, dx * dx + dy * dy
    if length == 0 or along <= 0:
        return (x - ax) ** 2 + (y - ay) ** 2, 1
    if along >= length:
        return (x - bx) ** 2 + (y - by) ** 2, 1
    return ((x - ax) * dy - (y - ay) * dx) ** 2, length


def least(point: Point, rings: list[Ring], *, closed: bool = True) -> tuple[int, int]:
    best = (1, 0)
    for ring in rings:
        for a, b in zip(ring, (ring[1:] + ring[:1]) if closed else ring[1:], strict=False):
            found = nearer(point, a, b)
            if found[0] * best[1] < best[0] * found[1]:
                best = found
    return best


def letter(inside: bool, square: tuple[int, int], doubt: int) -> str:
    return ("T" if inside else "F") if square[0] > doubt * doubt * square[1] else "N"


def exact(zone: Zone) -> str:
    """The answers for a zone with a hole."""
    rings = zone.parts[0]
    said = []
    for x, y, radius, tolerance in zone.points:
        inside = odd((x, y), rings[0]) != odd((x, y), rings[1])
        said.append(letter(inside, least((x, y), rings), radius + tolerance))
    return "".join(said)


def cells(zone: Zone) -> str:
    """The answers for two boxes put together, by the cells that their edges cut the plane into."""
    first, second = ((ring[0], ring[2]) for (ring,) in zone.parts)
    xs, ys = (sorted({one[corner][axis] for one in (first, second) for corner in (0, 1)}) for axis in (0, 1))

    def full(x2: int, y2: int) -> bool:
        """Whether a point given in doubled coordinates, off every edge, is in the zone."""
        a, b = (2 * o[0][0] < x2 < 2 * o[1][0] and 2 * o[0][1] < y2 < 2 * o[1][1] for o in (first, second))
        return a or b if zone.way == "union" else a and not b

    wide = [xs[0] - 2, *xs, xs[-1] + 2]
    tall = [ys[0] - 2, *ys, ys[-1] + 2]
    grid = [[full(a + b, c + d) for c, d in pairwise(tall)] for a, b in pairwise(wide)]
    edges: list[Ring] = []
    for i in range(len(wide) - 1):
        for j in range(len(tall) - 1):
            if i + 1 < len(wide) - 1 and grid[i][j] != grid[i + 1][j]:
                edges.append([(wide[i + 1], tall[j]), (wide[i + 1], tall[j + 1])])
            if j + 1 < len(tall) - 1 and grid[i][j] != grid[i][j + 1]:
                edges.append([(wide[i], tall[j + 1]), (wide[i + 1], tall[j + 1])])
    said = []
    for x, y, radius, tolerance in zone.points:
        square = least((x, y), edges, closed=False) if edges else (1, 0)
        inside = square[0] > 0 and full_at(x, y, wide, tall, grid)
        said.append(letter(inside, square, radius + tolerance))
    return "".join(said)


def full_at(x: int, y: int, wide: list[int], tall: list[int], grid: list[list[bool]]) -> bool:
    i = next((n for n in range(len(wide) - 1) if wide[n] <= x <= wide[n + 1]), None)
    j = next((n for n in range(len(tall) - 1) if tall[n] <= y <= tall[n + 1]), None)
    return i is not None and j is not None and grid[i][j]


def test_zones_with_holes_are_as_exact_arithmetic_has_them() -> None:
    for zone, said in zip(zones(), ours(), strict=True):
        if zone.way == "one":
            assert said == exact(zone)


def test_unions_and_differences_are_as_exact_arithmetic_has_them() -> None:
    for zone, said in zip(zones(), ours(), strict=True):
        if zone.way in ("union", "difference"):
            assert said == cells(zone)


def test_corridors_are_as_exact_distances_have_them_but_for_the_roundness_of_their_bends() -> None:
    """A bend is drawn with corners, at most 1.3 per thousand of the width inside of the true one."""
    for zone, said in zip(zones(), ours(), strict=True):
        if zone.way != "buffer":
            continue
        for (x, y, radius, tolerance), one in zip(zone.points, said, strict=True):
            top, bottom = least((x, y), zone.parts[0], closed=False)
            depth, doubt = zone.width - (top / bottom) ** 0.5, radius + tolerance
            slack = 0.0013 * zone.width + 1e-6
            # Deep inside, and beside a bend that folds back, the edge is further than the line's distance tells.
            if one == "T":
                assert depth > -slack
            elif one == "F":
                assert depth < -doubt + slack
            elif depth < 0:
                assert depth > -doubt - slack


@pytest.mark.postgis
def test_postgis_gives_the_same_for_every_place() -> None:
    with server() as base:
        base.execute(
            "CREATE TABLE zone (id int, shape geometry); CREATE TABLE place (zone int, n int, p geometry, doubt float)"
        )
        with base.cursor() as cursor:
            for number, zone in enumerate(zones()):
                texts = [
                    shapely.to_wkt(
                        shapely.LineString(rings[0]) if zone.way == "buffer" else shapely.Polygon(rings[0], rings[1:]),
                        rounding_precision=0,
                    )
                    for rings in zone.parts
                ]
                built = {
                    "one": "ST_GeomFromText(%s)",
                    "union": "ST_Union(ST_GeomFromText(%s), ST_GeomFromText(%s))",
                    "difference": "ST_Difference(ST_GeomFromText(%s), ST_GeomFromText(%s))",
                    "buffer": "ST_Buffer(ST_GeomFromText(%s), %s, 'quad_segs=16')",
                }[zone.way]
                given = [*texts, zone.width] if zone.way == "buffer" else texts
                cursor.execute(f"INSERT INTO zone VALUES (%s, {built})", [number, *given])
            with cursor.copy("COPY place FROM STDIN") as copy:
                for number, zone in enumerate(zones()):
                    for n, (x, y, radius, tolerance) in enumerate(zone.points):
                        copy.write_row((number, n, f"POINT({x} {y})", radius + tolerance))
            rows = cursor.execute(
                "SELECT string_agg(CASE WHEN far <= doubt THEN 'N' WHEN inside THEN 'T' ELSE 'F' END, '' ORDER BY n)"
                " FROM (SELECT zone, n, doubt, ST_Covers(shape, p) AS inside, ST_Distance(edge, p) AS far FROM place"
                "  JOIN (SELECT id, shape, ST_Boundary(shape) AS edge FROM zone) z ON z.id = zone) a"
                " GROUP BY zone ORDER BY zone"
            ).fetchall()
    said = [text for (text,) in rows]
    assert len("".join(said)) == 100_000
    parted = [
        (zone, at)
        for zone, one, other in zip(zones(), said, ours(), strict=True)
        for at, (theirs, mine) in enumerate(zip(one, other, strict=True))
        if theirs != mine
    ]
    # Only a place whose distance is its doubt to the last digit may fall on either side of it.
    assert len(parted) <= 10
    for zone, at in parted:
        x, y, radius, tolerance = zone.points[at]
        depth = float(depth_on_plane(zone.shape, np.array([x], float), np.array([y], float))[0])
        assert abs(abs(depth) - radius - tolerance) < 1e-9
