"""publish: what lies under the map: land, borders, the net of degrees and the scale bar."""

from __future__ import annotations

import functools
import math

import shapely
from markupsafe import Markup

from trucewatch.publish.basemap import Basemap, Line, basemap_for
from trucewatch.publish.draw.projection import Frame, nice_length
from trucewatch.publish.draw.svg import label
from trucewatch.publish.page import Page

Ring = list[tuple[float, float]]
_STEPS = (0.1, 0.25, 0.5, 1.0, 2.0, 5.0, 10.0, 20.0)


def has_base(view: Frame) -> bool:
    """Whether packaged land and borders reach to every edge of the frame; half a coast would mislead."""
    return _base(view) is not None


def _base(view: Frame) -> Basemap | None:
    return basemap_for((view.west, view.south, view.east, view.north))


@functools.lru_cache(maxsize=64)
def base_layer(view: Frame) -> Markup:
    """Sea, land and borders within the frame."""
    ground = Markup('<rect class="{}" width="{}" height="{}"/>')
    found = _base(view)
    if found is None:
        return ground.format("land", view.width, view.height)
    d = "".join(_area(view, polygon) for polygon in found.land)
    lines = "".join(_line(view, list(line)) for line in found.borders)
    return ground.format("sea", view.width, view.height) + Markup(
        '<path class="land" fill-rule="evenodd" d="{}"/><path class="border" d="{}"/>'
    ).format(d, lines)


def _box(view: Frame) -> tuple[float, float, float, float]:
    pad_lon, pad_lat = (view.east - view.west) * 0.04, (view.north - view.south) * 0.04
    return view.west - pad_lon, view.south - pad_lat, view.east + pad_lon, view.north + pad_lat


def _meets(points: Ring, box: tuple[float, float, float, float]) -> bool:
    lons, lats = [point[0] for point in points], [point[1] for point in points]
    return min(lons) <= box[2] and max(lons) >= box[0] and min(lats) <= box[3] and max(lats) >= box[1]


def _area(view: Frame, polygon: tuple[Line, ...]) -> str:
    box = _box(view)
    if len(polygon[0]) < 4 or not _meets(list(polygon[0]), box):
        return ""
    shape = shapely.make_valid(shapely.Polygon(polygon[0], polygon[1:]))
    cut = shapely.clip_by_rect(shape, *box)
    parts = [part for part in shapely.get_parts(cut) if part.geom_type == "Polygon"]
    return "".join(_path(view, ring.coords, "Z") for part in parts for ring in (part.exterior, *part.interiors))


def _line(view: Frame, line: Ring) -> str:
    box = _box(view)
    if len(line) < 2 or not _meets(line, box):
        return ""
    cut = shapely.clip_by_rect(shapely.LineString(line), *box)
    return "".join(_path(view, part.coords, "") for part in shapely.get_parts(cut) if part.geom_type == "LineString")


def _path(view: Frame, points: Ring, end: str) -> str:
    return "M" + "L".join("{:g} {:g}".format(*view.xy((point[0], point[1]))) for point in points) + end


def graticule(page: Page, view: Frame) -> Markup:
    """Round degrees with their names at the edge."""
    span = max(view.east - view.west, view.north - view.south)
    step = next((step for step in _STEPS if span / step <= 6), _STEPS[-1])
    parts, names = [], []
    for number in range(math.ceil(view.west / step), math.floor(view.east / step) + 1):
        x, _ = view.xy((number * step, view.south))
        parts.append(Markup('<path d="M{} 0V{}"/>').format(x, view.height))
        names.append(label(x + 4, view.height - 7, _degrees(number * step, "E", "W"), css="gl minor"))
    for number in range(math.ceil(view.south / step), math.floor(view.north / step) + 1):
        _, y = view.xy((view.west, number * step))
        parts.append(Markup('<path d="M0 {}H{}"/>').format(y, view.width))
        names.append(label(view.width - 6, y - 4, _degrees(number * step, "N", "S"), anchor="end", css="gl minor"))
    return Markup('<g class="grid">{}</g>{}').format(Markup().join(parts), Markup().join(names))


def _degrees(value: float, plus: str, minus: str) -> str:
    return f"{abs(value):.4g}° {plus if value >= 0 else minus}"


def scale_bar(page: Page, view: Frame) -> Markup:
    """A bar of a round length."""
    length = nice_length(150 / view.scale)
    pixels = round(length * view.scale, 1)
    y = view.height - 24
    text = f"{length} {page.words.text('unit.km')}"
    return Markup('<g class="scale"><path d="M24 {}v6h{}v-6"/>{}</g>').format(y, pixels, label(24, y - 6, text))
