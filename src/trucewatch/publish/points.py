"""publish: incidents, zones and lines as GeoJSON (RFC 7946): longitude first, each point with the doubt about it."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Any

import shapely

from trucewatch.model import Agreement, Incident, Line, Record, Zone
from trucewatch.model.versions import versions_of
from trucewatch.publish.index import Index, index, is_potential
from trucewatch.publish.marking import marking_of
from trucewatch.publish.mask import Mask, mask

BORDERS = "Shapes imply no opinion on the status of any territory."
Ring = list[list[float]]
Points = tuple[tuple[float, float], ...]


def geojson(record: Record, *, unmask: bool = False) -> dict[str, Any]:
    """A FeatureCollection: resolved places of incidents with `radius_km`, then zones and lines of the agreements."""
    ix, hide = index(record), mask(record, unmask=unmask)
    points = [feature for incident in ix.incidents.values() if (feature := point(incident, ix, hide)) is not None]
    areas = [feature for agreement in record.agreements for feature in shapes(agreement)]
    return {
        "type": "FeatureCollection",
        "features": points + areas,
        "trucewatch": {
            "version": record.run.version,
            "as_of": ix.as_of(),
            "note": BORDERS,
            "licence": "Places: GeoNames, CC BY 4.0.",
        },
    }


def point(incident: Incident, ix: Index, hide: Mask) -> dict[str, Any] | None:
    """An incident as a feature; None where it has no point."""
    place = hide.place(incident.place)
    if place is None or place.lat is None or place.lon is None:
        return None
    found = ix.findings_of.get(incident.id, [])
    properties = {
        "feature": "incident",
        "kind": incident.kind,
        "type": incident.type,
        "tag": ix.tags.get(incident.id),
        "start": incident.time.start if incident.time else None,
        "end": incident.time.end if incident.time else None,
        "place": hide.plain(place.name or place.text),
        "level": place.level,
        "radius_km": place.radius_km,
        "occurrence": incident.occurrence,
        "responsibility": incident.responsibility,
        "roots": list(incident.roots),
        "claims": list(incident.claims),
        "findings": [{"agreement": f.agreement, "provision": f.provision, "label": f.label} for f in found],
        "potential_violations": sum(is_potential(f) for f in found),
        "marking": marking_of(incident, ix),
    }
    geometry = {"type": "Point", "coordinates": [place.lon, place.lat]}
    return {"type": "Feature", "id": incident.id, "geometry": geometry, "properties": properties}


def shapes(agreement: Agreement) -> list[dict[str, Any]]:
    """The zones and lines of an agreement as features."""
    zones = [_zone(agreement, one) for zone in agreement.zones.values() for one in versions_of(zone) if one.polygons]
    lines = [one for line in agreement.lines.values() for one in versions_of(line) if len(one.points) > 1]
    return zones + [_line(agreement, line) for line in lines]


def _zone(agreement: Agreement, zone: Zone) -> dict[str, Any]:
    polygons = [
        [_ring(outline), *(_ring(hole)[::-1] for hole in holes)] for outline, *holes in with_holes(zone.polygons)
    ]
    single = len(polygons) == 1
    return {
        "type": "Feature",
        "id": _id(agreement, zone),
        "geometry": {
            "type": "Polygon" if single else "MultiPolygon",
            "coordinates": polygons[0] if single else polygons,
        },
        "properties": {"feature": "zone", **_about(agreement, zone)},
    }


def with_holes(rings: Sequence[Points]) -> list[list[Points]]:
    """The rings of a zone as polygons: each outline followed by the holes in it."""
    shapes = [shapely.Polygon(ring) for ring in rings]
    around = [
        [at for at, other in enumerate(shapes) if other.area > one.area and other.contains(one)]
        for n, one in enumerate(shapes)
    ]
    # A ring within an even number of others is an outline; one within an odd number is a hole of the innermost.
    outlines = [n for n, others in enumerate(around) if len(others) % 2 == 0]
    holes = {n: max(others, key=lambda at: len(around[at])) for n, others in enumerate(around) if len(others) % 2}
    return [[rings[n], *(rings[hole] for hole, outer in holes.items() if outer == n)] for n in outlines]


def _line(agreement: Agreement, line: Line) -> dict[str, Any]:
    return {
        "type": "Feature",
        "id": _id(agreement, line),
        "geometry": {"type": "LineString", "coordinates": [[lon, lat] for lon, lat in line.points]},
        "properties": {"feature": "line", **_about(agreement, line)},
    }


def _id(agreement: Agreement, shape: Zone | Line) -> str:
    """Of a dated version with the day on which it begins."""
    begins = f"@{shape.versions[0].from_ or ''}" if shape.versions else ""
    return f"{agreement.id}/{shape.id}{begins}"


def _about(agreement: Agreement, shape: Zone | Line) -> dict[str, Any]:
    return {
        "agreement": agreement.id,
        "name": shape.name,
        "status": shape.status,
        "basis": shape.basis,
        "tolerance_km": shape.tolerance_km,
        **({"from": shape.versions[0].from_, "until": shape.versions[0].until} if shape.versions else {}),
    }


def _ring(points: tuple[tuple[float, float], ...]) -> Ring:
    """A closed ring, counter-clockwise as RFC 7946 asks of outer rings."""
    ring = [[lon, lat] for lon, lat in points]
    if ring[0] != ring[-1]:
        ring.append(list(ring[0]))
    area = sum(a[0] * b[1] - b[0] * a[1] for a, b in pairwise(ring))
    return ring if area >= 0 else ring[::-1]
