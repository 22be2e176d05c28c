"""serve: incidents as GeoJSON, as lines of JSON, and as events for TimeMap."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from typing import Any

from trucewatch.model import Incident
from trucewatch.model.codec import to_row
from trucewatch.publish.format import Formatter
from trucewatch.publish.index import Index
from trucewatch.publish.marking import marking_of
from trucewatch.publish.mask import Mask
from trucewatch.publish.points import BORDERS, point, shapes
from trucewatch.publish.wording import load_words
from trucewatch.serve.exports.walk import Walk


def geojson(walk: Walk) -> Iterator[bytes]:
    """A FeatureCollection (RFC 7946): the incidents with a place, then the zones and lines of the agreements."""
    note = {"note": BORDERS, "licence": "Places: GeoNames, CC BY 4.0."}
    yield f'{{"type": "FeatureCollection", "trucewatch": {json.dumps(note)}, "features": ['.encode()
    features = (one for incident, ix, hide in walk.rows() if (one := point(incident, ix, hide)) is not None)
    stack = walk.desk.texts(walk.kept).stack
    yield from _joined((*features, *(shape for agreement in stack for shape in shapes(agreement))))
    yield b"]}\n"


def jsonl(walk: Walk) -> Iterator[bytes]:
    """One incident a line, as `resolve` writes it, private names withheld, with the marking of its reports."""
    for incident, ix, hide in walk.rows():
        marking = marking_of(incident, ix)
        row = json.dumps(to_row(incident) | ({"marking": marking} if marking else {}), ensure_ascii=False)
        yield hide.plain(row).encode("utf-8", "replace") + b"\n"


def timemap(walk: Walk) -> Iterator[bytes]:
    """Events as TimeMap reads them: all values are strings, days as month/day/year; without a day or a point, none."""
    yield b"["
    yield from _joined(
        tuple(e for incident, ix, hide in walk.rows() if (e := _event(walk, incident, ix, hide)) is not None)
    )
    yield b"]\n"


def _joined(things: tuple[Any, ...]) -> Iterator[bytes]:
    for number, one in enumerate(things):
        yield (b",\n" if number else b"\n") + json.dumps(one, ensure_ascii=False).encode("utf-8", "replace")


def _event(walk: Walk, incident: Incident, ix: Index, hide: Mask) -> dict[str, Any] | None:
    place, when = hide.place(incident.place), incident.time.start if incident.time else None
    if place is None or place.lat is None or place.lon is None or not when or len(when) < 10:
        return None
    day = date.fromisoformat(when[:10])
    words = load_words(walk.language)
    name = words.named("types", incident.type) or incident.type
    quotes = [hide.plain(claim.quote) for claim in ix.claims_of(incident)]
    return {
        "id": incident.id,
        "description": "; ".join([name, *quotes[:3]]),
        "date": f"{day.month:02d}/{day.day:02d}/{day.year:04d}",
        "time": when[11:16] if len(when) >= 16 else "",
        "time_precision": incident.time.precision if incident.time else "",
        "location": hide.plain(str(Formatter(words, markup=False).place(place))),
        "latitude": f"{place.lat:.5f}",
        "longitude": f"{place.lon:.5f}",
        "location_precision": "" if place.radius_km is None else f"{place.radius_km:g} km",
        "category": incident.type.partition(".")[0],
        "category_full": incident.type,
        "associations": [incident.type.partition(".")[0], *sorted({a.id for a in incident.actors if a.id})],
        "sources": list(incident.reports),
        "comments": incident.occurrence,
        "marking": marking_of(incident, ix) or "",
    }
