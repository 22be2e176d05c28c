"""serve: what the live map is drawn from: ground, the agreements' zones and lines, the incidents of a filter."""

from __future__ import annotations

import json
import math
from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Any

import numpy as np
import shapely

from trucewatch.gazetteer import load_roads
from trucewatch.model import Agreement, Line, Place, Zone
from trucewatch.model.versions import versions_of
from trucewatch.publish.basemap import Basemap, load_basemaps
from trucewatch.publish.draw.legend import road_code
from trucewatch.publish.draw.projection import KM_PER_DEGREE, Frame
from trucewatch.publish.mask import Mask
from trucewatch.publish.page import Page
from trucewatch.publish.points import with_holes
from trucewatch.publish.views.places import WIDE_KM
from trucewatch.publish.views.towns import towns
from trucewatch.serve.desk import Texts
from trucewatch.store import Where
from trucewatch.store.columns import NEVER, Numbers
from trucewatch.store.columns_told import Spot
from trucewatch.store.overview import Overview

MOST = 100_000
"""Incidents that the map takes; the page says when there are more."""
NOWHERE, WIDE = -1, -2
"""In place of a point: the place was not resolved; it is known only so roughly that a disc would hide the map."""
GROUPS = {
    "force": ("kin", "pos", "wd"),
    "people": ("civ", "hum", "crowd", "harm"),
    "talks": ("mon", "dip", "pol", "state", "term", "meta"),
}
"""Families that one tone of the map stands for."""
_EPOCH = datetime(1970, 1, 1)
_WIDTH, _TOWNS = 3000.0, 150
"""Pixels from side to side by which towns lie apart, and how many of them are told."""


def ground(tools: Page, texts: Texts, points: Sequence[tuple[float, float]]) -> dict[str, Any]:
    """The ground in the language of a page. `points` are those of some incidents, for texts without geometry."""
    shapes = [*_zones(tools, texts), *_lines(tools, texts)]
    seen = [point for shape in shapes for point in _points(shape["geometry"]["coordinates"])]
    base = _base(seen or points)
    own = [shape for shape in shapes if shape["properties"]["agreement"] in texts.asked] or shapes
    near = [point for shape in own for point in _points(shape["geometry"]["coordinates"])] or list(points)
    told: dict[str, Any] = {
        "view": _box(near),
        "shapes": [*shapes, *_reaches(shapes)],
        "box": None,
        "towns": [],
        "roads": [],
    }
    if base is not None:
        west, south, east, north = base.box
        told |= {
            "box": base.box,
            "land": {"type": "MultiPolygon", "coordinates": base.land},
            "borders": {"type": "MultiLineString", "coordinates": base.borders},
            "towns": _towns(base, tools.words.language),
            "roads": [
                road.points
                for road in load_roads().values()
                if any(west <= lon <= east and south <= lat <= north for lon, lat in road.points)
            ],
        }
    return told


def incidents(tools: Page, there: Overview, asked: Where) -> dict[str, Any]:
    """The incidents, a column each for id, place, type, first and last day; places and types once; days from 1970."""
    slots = there.columns.in_time(asked, most=MOST)
    rows, names = there.columns.incidents, there.columns.names
    hide, places = Mask(), dict[tuple[Any, ...], int]()
    spots, at_spot = np.unique(there.spots()[slots], return_inverse=True)
    types, of_type = np.unique(rows.type[slots], return_inverse=True)
    # Codes are given as words come in, which no answer may depend on.
    told = [there.told.spots[spot] for spot in spots.tolist()]
    place = np.zeros(len(told), np.int32)
    for at in sorted(range(len(told)), key=lambda at: str(told[at])):
        place[at] = _place(told[at], hide, places)
    words = [names.types.words[code] for code in types.tolist()]
    by_word = np.argsort(words)
    words, of_type = sorted(words), np.argsort(by_word)[of_type]
    return {
        "count": there.count(asked),
        "places": [[*key[:3], _named(tools, *key[3:]), key[4]] for key in places],
        "types": [[_group(code), str(tools.plain_type(code))] for code in words],
        "id": [names.ids.words[code] for code in rows.id[slots].tolist()],
        "place": place[at_spot].tolist(),
        "type": of_type.tolist(),
        "first": _days(rows.first[slots]),
        "last": _days(np.where(rows.last[slots] == NEVER, NEVER, np.maximum(rows.first[slots], rows.last[slots]))),
    }


def points(there: Overview, asked: Where, most: int) -> list[tuple[float, float]]:
    """Where some incidents lie, by longitude and latitude."""
    found = [there.told.spots[at] for at in there.spots()[there.columns.in_time(asked, most=most)].tolist()]
    return [(one.lon, one.lat) for one in found if one.lon is not None and one.lat is not None]


def _place(spot: Spot, hide: Mask, places: dict[tuple[Any, ...], int]) -> int:
    if (spot.radius_km or 0.0) > WIDE_KM:
        return WIDE
    if spot.lat is None or spot.lon is None:
        return NOWHERE
    shown = hide.place(Place(text="", lat=spot.lat, lon=spot.lon, radius_km=spot.radius_km))
    assert shown is not None
    key = (shown.lon, shown.lat, shown.radius_km or 0, spot.name or "", spot.place)
    return places.setdefault(key, len(places))


def _named(tools: Page, name: str, id_: str | None) -> str:
    """A place's name in the language of the page where the gazetteer has one."""
    return str(tools.plain.place(Place(text="", name=name, id=id_))) if name else ""


def _days(days: Numbers) -> list[int | None]:
    """Days as told: by them the slider takes what a filter takes."""
    return [None if day == NEVER else day for day in days.tolist()]


def _day(text: str) -> int:
    return (datetime.fromisoformat(text) - _EPOCH).days


def _group(code: str) -> str:
    family = code.partition(".")[0]
    return next((name for name, families in GROUPS.items() if family in families), "talks")


def _zones(tools: Page, texts: Texts) -> Iterator[dict[str, Any]]:
    for agreement in texts.stack:
        for zone in (one for whole in agreement.zones.values() for one in versions_of(whole)):
            if zone.polygons:
                rings = with_holes(zone.polygons)
                yield _shape(tools, texts, agreement, zone, {"type": "MultiPolygon", "coordinates": rings})


def _lines(tools: Page, texts: Texts) -> Iterator[dict[str, Any]]:
    for agreement in texts.stack:
        for line in (one for whole in agreement.lines.values() for one in versions_of(whole)):
            if len(line.points) > 1:
                yield _shape(tools, texts, agreement, line, {"type": "LineString", "coordinates": line.points})


def _shape(
    tools: Page, texts: Texts, agreement: Agreement, one: Zone | Line, geometry: dict[str, Any]
) -> dict[str, Any]:
    """A zone or line with its words, and the days between which this version of it counts."""
    replaced = _replaced(texts.stack, agreement, one)
    ends = [*([] if replaced is None else [replaced]), *(_day(v.until) for v in one.versions if v.until)]
    kind = "zone" if isinstance(one, Zone) else "road" if road_code(one.name) else "front"
    about = {
        "kind": kind,
        "name": tools.plain_ours(one.name),
        "agreement": agreement.id,
        "title": tools.plain_ours(agreement.title),
        "status": tools.words.text(f"geometry.{one.status}"),
        "firm": one.status in ("agreed", "published"),
        "open": isinstance(one, Zone) and one.undefined_until is not None,
        "asked": agreement.id in texts.asked,
        "tolerance": one.tolerance_km,
        "from": max([_day(_begins(agreement)), *(_day(v.from_) for v in one.versions if v.from_)]),
        "until": min(ends) if ends else None,
    }
    return {"type": "Feature", "geometry": geometry, "properties": about}


def _reaches(shapes: Sequence[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """How far the edge of each zone and line may lie from where it is drawn, as a band around it."""
    for shape in shapes:
        about = shape["properties"]
        if about["asked"] and about["tolerance"]:
            band = _band(shapely.geometry.shape(shape["geometry"]), about["tolerance"])
            yield {"type": "Feature", "geometry": band, "properties": {**about, "kind": "reach"}}


def _band(drawn: Any, kilometres: float) -> Any:
    edge = drawn if drawn.geom_type == "LineString" else drawn.boundary
    squeeze = math.cos(math.radians(drawn.centroid.y))
    flat = shapely.transform(edge, lambda at: at * (squeeze, 1.0))
    band = flat.buffer(kilometres / KM_PER_DEGREE, quad_segs=6).simplify(0.002)
    return shapely.geometry.mapping(shapely.transform(band, lambda at: np.round(at / (squeeze, 1.0), 4)))


def _begins(agreement: Agreement) -> str:
    anchor = agreement.anchors.get(agreement.effective or "")
    return (anchor.earliest if anchor and anchor.earliest else agreement.signed)[:10]


def _replaced(stack: Sequence[Agreement], agreement: Agreement, one: Zone | Line) -> int | None:
    """The day from which a later text gives the same zone or line another shape."""
    begins = _begins(agreement)
    later = [
        _begins(other)
        for other in stack
        if _begins(other) > begins and one.id in (other.zones if isinstance(one, Zone) else other.lines)
    ]
    return _day(min(later)) if later else None


def _base(points: Sequence[tuple[float, float]]) -> Basemap | None:
    """The base map that holds most of the points; None where none holds any."""

    def inside(base: Basemap) -> int:
        west, south, east, north = base.box
        return sum(west <= lon <= east and south <= lat <= north for lon, lat in points)

    best = max(load_basemaps(), key=inside)
    return best if inside(best) else None


def _towns(base: Basemap, language: str) -> list[list[Any]]:
    """The largest towns of the ground, the largest first, so far apart that each can be named somewhere."""
    found = towns(Frame(*base.box, _WIDTH), language, most=_TOWNS)
    return [[town.lon, town.lat, town.name] for town in found]


def _points(coordinates: Any) -> Iterator[tuple[float, float]]:
    if coordinates and isinstance(coordinates[0], (int, float)):
        yield (coordinates[0], coordinates[1])
        return
    for part in coordinates:
        yield from _points(part)


def _box(points: Sequence[tuple[float, float]]) -> list[float] | None:
    if not points:
        return None
    lons, lats = [lon for lon, _ in points], [lat for _, lat in points]
    return [min(lons), min(lats), max(lons), max(lats)]


def packed(told: dict[str, Any]) -> bytes:
    """JSON without spaces."""
    return json.dumps(told, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "replace")
