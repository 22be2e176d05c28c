"""resolve: days and villages of which all the reports given tell one thing, as far as they name a day or a village.

What is told without a village on a day of which all others name one is likely of that village; what is told without a
day of a village that is named for one stretch of days is likely of those days. In a war of many strikes a day there is
no such day, and nothing follows.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from trucewatch.model import Place
from trucewatch.resolve.compare.place import NEIGHBOUR_KM, km, sound_alike
from trucewatch.resolve.subject import Subject
from trucewatch.resolve.villages import unlisted, village_key

MOST = 0.7
"""Share of the reports that name a village on a day from which on the day is that village's."""
TWICE = 2
"""Reports that must name the village: what one alone tells of may be one thing of many."""
STRETCH = 5
"""Days that the accounts of a village may spread over to be of one act."""
TOUR = 3
"""Villages beyond which a report of acts is a digest."""
AREAS = frozenset({"district", "province"})
Told = dict[int, dict[str, list[Place]]]
"""For each day the villages that each report names for it."""


@dataclass(frozen=True, slots=True)
class Quiet:
    """Days (as numbers) and villages (by id or folded name) of which one thing is told."""

    days: frozenset[int] = frozenset()
    villages: frozenset[str] = frozenset()
    digests: frozenset[str] = frozenset()
    """Reports that go from village to village: what they tell without a day is of many."""
    areas: frozenset[tuple[str, int]] = frozenset()
    """Districts and provinces, by id, with the days on which all that is told of them is of one village."""

    def share_a_day(self, left: Subject, right: Subject) -> bool:
        """Whether two acts are of one day, or of two that follow each other, and all of it is told of one village."""
        one, other = left.day, right.day
        if one is None or other is None or abs(one - other) > 1:
            return False
        area = _area(left, right)
        if area:
            return (area, one) in self.areas and (area, other) in self.areas
        return one in self.days and other in self.days and _leaves_open(left, right)

    def share_a_village(self, left: Subject, right: Subject) -> bool:
        """Whether two acts are of one village that is named for one stretch of days, and one of them tells no day."""
        if left.claim.report in self.digests or right.claim.report in self.digests:
            return False
        one, other = left.village, right.village
        if one is None or other is None or (left.day is not None and right.day is not None):
            return False
        return village_key(one) in self.villages and village_key(other) in self.villages


def quiet(subjects: Iterable[Subject]) -> Quiet:
    """The quiet days and villages of all acts given. Their order is no matter."""
    told: dict[int, dict[str, list[Place]]] = defaultdict(lambda: defaultdict(list))
    spread: dict[str, set[int]] = defaultdict(set)
    visited: dict[str, set[str]] = defaultdict(set)
    inside: dict[str, Told] = defaultdict(lambda: defaultdict(lambda: defaultdict(list)))
    areas: set[tuple[str, int]] = set()
    for subject in subjects:
        day, place = subject.day, subject.village
        if place is not None:
            visited[subject.claim.report].add(village_key(place))
        if day is None:
            continue
        named = told[day][subject.claim.report]
        if place is not None:
            named.append(place)
            spread[village_key(place)].add(day)
            for area in place.within:
                inside[area][day][subject.claim.report].append(place)
        elif subject.place is not None and subject.place.id and subject.place.level in AREAS:
            areas.update((subject.place.id, near) for near in (day - 1, day, day + 1))
    villages = frozenset(key for key, days in spread.items() if max(days) - min(days) < STRETCH)
    digests = frozenset(report for report, keys in visited.items() if len(keys) > TOUR)
    days = frozenset(day for day in told if _of_one_village(told, day))
    silent = frozenset((area, day) for area, day in areas if area in inside and _of_one_village(inside[area], day))
    return Quiet(days, villages, digests, silent)


def _area(left: Subject, right: Subject) -> str:
    """The district or province that one of two acts is told of, where the other is told of a village in it."""
    one, other = left.place, right.place
    if one is None or other is None:
        return ""
    for area, place in ((one, right.village), (other, left.village)):
        if area.id and area.level in AREAS and place is not None and area.id in place.within:
            return area.id
    return ""


def _of_one_village(told: Mapping[int, Mapping[str, list[Place]]], day: int) -> bool:
    """Whether most reports that name a village for a day, the one before or the one after it name the same."""
    named: dict[str, list[Place]] = defaultdict(list)
    for near in (day - 1, day, day + 1):
        for report, places in told.get(near, {}).items():
            named[report].extend(places)
    of_reports = [{village_key(place): place for place in places} for places in named.values() if places]
    if not of_reports:
        return False
    counts = Counter(key for places in of_reports for key in places)
    first = min(counts, key=lambda key: (-counts[key], key))
    place = next(places[first] for places in of_reports if first in places)
    fitting = sum(any(_near(place, other) for other in places.values()) for places in of_reports)
    return fitting >= max(TWICE, MOST * len(of_reports))


def _near(one: Place, other: Place) -> bool:
    if village_key(one) == village_key(other):
        return True
    apart = None if unlisted(one) or unlisted(other) else km(one, other)
    return sound_alike(one, other) if apart is None else apart <= NEIGHBOUR_KM


def _leaves_open(left: Subject, right: Subject) -> bool:
    """Whether two acts leave room for one village: both name it, or one names none, or only what holds it."""
    one, other = left.place, right.place
    if one is None or other is None:
        return any(_has_own_day(subject) for subject in (left, right))
    return (left.village is not None or right.village is not None) and _near(one, other)


def _has_own_day(subject: Subject) -> bool:
    return subject.claim.time is not None and subject.claim.time.basis != "published"
