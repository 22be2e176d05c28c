"""period: counting events of two periods under one rule, with what is certain apart from what is only possible."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta, tzinfo

from trucewatch.model import Incident
from trucewatch.publish.instants import moment


@dataclass(frozen=True, slots=True)
class Count:
    """Events that surely lie in a period, and those that may."""

    low: int = 0
    high: int = 0


@dataclass(frozen=True, slots=True)
class Stretch:
    """The instants `[start, end)` of days on a clock, by which times without an offset are read."""

    start: datetime
    end: datetime
    zone: tzinfo


def lies_in(incident: Incident, held: Stretch) -> str:
    """`in` when all that is known of an incident's time lies in a stretch, `maybe` when some does, else `out`."""
    time = incident.time
    if time is None or not (time.start or time.end):
        return "out"
    first, last = _instant(time.start, held.zone), _instant(time.end, held.zone)
    if last is None and first is not None and time.precision != "open":
        last = first + timedelta(days=1 if time.start and len(time.start) == 10 else 0, seconds=1)
    if (first is not None and first >= held.end) or (last is not None and last <= held.start):
        return "out"
    sure = first is not None and last is not None and first >= held.start and last <= held.end
    return "in" if sure else "maybe"


def _instant(text: str | None, zone: tzinfo) -> datetime | None:
    when = moment(text)
    return None if when is None else when.utc(zone)


def counted(incidents: Iterable[Incident], key: Callable[[Incident], str], held: Stretch) -> dict[str, Count]:
    """Events of a period by a key: low counts those that surely lie in it, high those that may too."""
    low: Counter[str] = Counter()
    high: Counter[str] = Counter()
    for one in incidents:
        where = lies_in(one, held) if one.kind == "event" else "out"
        if where != "out":
            high[key(one)] += 1
            low[key(one)] += where == "in"
    return {name: Count(low[name], n) for name, n in high.items()}


def family(incident: Incident) -> str:
    """The family of an incident's type."""
    return incident.type.partition(".")[0]


def province(incident: Incident) -> str:
    """The id of the province that an incident lies in, its country where no province is known; empty without either."""
    place = incident.place
    if place is None:
        return ""
    if place.level == "province" and place.id:
        return place.id
    inside = [id_ for id_ in place.within if len(id_) > 2 and id_[2:3] in "-."]
    return inside[0] if inside else place.country or ""
