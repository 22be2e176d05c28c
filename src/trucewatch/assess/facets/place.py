"""assess: the facet place: did it happen where the provision applies?"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from datetime import date

from trucewatch.assess.case import Case
from trucewatch.assess.facets.facet import Read, joined
from trucewatch.assess.facets.ground import Days, Reach, disk_share
from trucewatch.assess.facets.times import EVER, spans
from trucewatch.assess.text.quantity import SECOND, start_of
from trucewatch.languages.fold import match_key
from trucewatch.model import Facet, Place, Time, Where

_SWAP = {"T": "F", "F": "T", "N": "N"}


@dataclass(frozen=True, slots=True)
class Disk:
    """A place as a disk: degrees and a radius in kilometres."""

    name: str
    lon: float
    lat: float
    radius_km: float


def disks(place: Place | None, case: Case) -> tuple[Disk, ...]:
    """Where the incident may have been: the place told, or each place that its words might mean."""
    if place is None:
        return ()
    radii = case.profile.radius_km
    if place.middle is not None:
        lat, lon = place.middle
        radius = place.radius_km if place.radius_km is not None else radii.get(place.level or "region", radii["region"])
        return (Disk(place.name or place.text, lon, lat, radius),)
    return tuple(Disk(c.name, c.lon, c.lat, radii["settlement"]) for c in place.candidates)


def days_of(time: Time | None, where: Where, case: Case) -> Days:
    """When a time may have been, by the days on which lines or zones of a condition change; all where nobody tells."""
    turns = case.ground.changes(where)
    if not turns:
        return ()
    all_days: Days = (None, *turns)
    if time is None or (time.start is None and time.end is None):
        return all_days
    switches = [start_of(date.fromisoformat(day), case.local) for day in turns]
    found: set[int] = set()
    for span in spans(time, case.local, case.local, case.profile):
        last = span.end - SECOND if span.start < span.end < EVER else span.end
        found.update(range(bisect_right(switches, span.start), bisect_right(switches, last) + 1))
    return tuple(all_days[at] for at in sorted(found))


def in_reach(place: Place | None, where: Where | None, case: Case, time: Time | None = None) -> Read:
    """The facet place of an incident against a condition of place, with each of its readings.

    Of lines and zones with dated versions those count that were in force at the time of the incident.
    """
    if where is None:
        return Read(Facet("T", "the provision names no place"))
    reaches = case.ground.reaches(where)
    if all(reach.shape is None for reach in reaches):
        why = f"{reaches[0].name} is undefined until {reaches[0].until or 'its lines are known'}"
        return Read(Facet("N", why), undefined=why)
    reaches = case.ground.reaches(where, days_of(time, where, case))
    if place is not None and not any(reach.gap for reach in reaches) and _is_the_road(place, where, case):
        return Read(Facet("T", f"{place.name or place.text} is the road that {reaches[0].name} follows"))
    candidates = disks(place, case)
    if not candidates:
        said = "no account tells where" if place is None else f'"{place.text}" could not be placed'
        return Read(Facet("N", said))
    readings = {reach.said: _itself(place, reach, where) or _one(candidates, reach, where, case) for reach in reaches}
    facets = list(readings.values())
    value = joined([facet.value for facet in facets])
    if len(facets) == 1:
        return Read(facets[0])
    if len({facet.value for facet in facets}) == 1:
        why = f"{facets[0].why}, and so by every reading"
    else:
        why = f"the readings differ ({'; '.join(facet.why for facet in facets)})"
    shares = [facet.p for facet in facets if facet.p is not None]
    spread = (min(low for low, _ in shares), max(high for _, high in shares)) if shares else None
    return Read(Facet(value, why, spread), readings)  # type: ignore[arg-type]


def _is_the_road(place: Place, where: Where, case: Case) -> bool:
    """Whether the place told is itself the line that the condition is built on ("along the M4")."""
    line = where.of if where.relation == "along" else case.agreement.zones[where.of].of
    if where.relation == "not_within" or line is None or place.level != "route":
        return False
    return match_key(line) in match_key(f"{place.name or ''} {place.text}").split()


def _itself(place: Place | None, reach: Reach, where: Where) -> Facet | None:
    """The answer for a place that is the zone by name; None for every other place."""
    if place is None or reach.gap or where.relation == "along":
        return None
    if match_key(place.name or place.text) != match_key(reach.name):
        return None
    return Facet("F" if where.relation == "not_within" else "T", f"the place told is {reach.said} itself")


def _one(candidates: tuple[Disk, ...], reach: Reach, where: Where, case: Case) -> Facet:
    """All candidates against one reading: T or F only where all agree, tolerance and radius counted in full."""
    if reach.gap:
        return Facet("N", f"no version of {reach.gap} is in force {reach.days}")
    if reach.shape is None:
        return Facet("N", f"{reach.name} is undefined until {reach.until or 'its lines are known'}")
    flip = where.relation == "not_within"
    facets = [_disk(disk, case.ground.depth_km(reach, disk.lon, disk.lat), reach) for disk in candidates]
    value = joined([_SWAP[facet.value] if flip else facet.value for facet in facets])
    why = "; ".join(facet.why for facet in facets)
    return Facet(value, why, None if flip or len(facets) > 1 else facets[0].p)  # type: ignore[arg-type]


def _disk(disk: Disk, depth: float, reach: Reach) -> Facet:
    doubt = disk.radius_km + reach.tolerance_km
    side = "inside" if depth >= 0 else "outside"
    measured = f"{disk.name} is {abs(depth):.1f} km {side} the edge of {reach.said}"
    if abs(depth) > doubt:
        return Facet("T" if depth > 0 else "F", f"{measured}, more than the doubt of {doubt:g} km")
    low, high = (disk_share(depth + way * reach.tolerance_km, disk.radius_km) for way in (-1, 1))
    return Facet("N", f"{measured}, and the doubt is {doubt:g} km", (round(low, 3), round(high, 3)))
