"""resolve: which days and villages are quiet after a change, and which claims that touches."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TypeVar

from trucewatch.resolve.joining.shelf import Placed, Shelf
from trucewatch.resolve.joining.world import Telling, World
from trucewatch.resolve.quiet import STRETCH, TOUR, Quiet, quiet
from trucewatch.resolve.subject import Subject
from trucewatch.resolve.villages import village_key
from trucewatch.resolve.weekly import Weekly, weekly

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Unsettled:
    """Claims that lie in other blocks because a day or village is quiet or is not any more, and all claims touched."""

    rekeyed: set[str]
    touched: set[str]


def hushed(shelf: Shelf, world: World, before: Mapping[str, Placed], changed: set[str]) -> Quiet:
    """What is quiet when the changed claims are as they are now and all others as they lie on the shelf."""
    now = world.subjects(changed)
    stood = shelf.quiet()
    days = _days(before, now.values())
    near = _near(shelf, world, days, now, changed)
    villages = {one.village for one in before.values()} | {_key(one) for one in now.values()}
    reports = {one.report for one in before.values()} | {one.claim.report for one in now.values()}
    return Quiet(
        _renewed(stood.days, days, near.days & days),
        _renewed(stood.villages, _known(villages), _quiet_villages(shelf, _known(villages), now, changed)),
        _renewed(stood.digests, reports, {report for report in reports if _is_digest(world, report)}),
        frozenset(one for one in stood.areas if one[1] not in days) | {one for one in near.areas if one[1] in days},
    )


def _known(villages: Iterable[str | None]) -> set[str]:
    return {village for village in villages if village is not None}


def _renewed(stood: frozenset[T], asked: Iterable[T], now: Iterable[T]) -> frozenset[T]:
    """What stood, but of what was asked about only what is so now."""
    return (stood - frozenset(asked)) | frozenset(now)


def _days(before: Mapping[str, Placed], now: Iterable[Subject]) -> set[int]:
    """The days of changed acts, those before and those after: whether one is quiet hangs on its neighbours."""
    own = {one.day for one in before.values()} | {one.day for one in now}
    return {day + near for day in own if day is not None for near in (-1, 0, 1)}


def _near(shelf: Shelf, world: World, days: set[int], now: Mapping[str, Subject], changed: set[str]) -> Quiet:
    """What is quiet by the acts of some days and of those beside them: right for these days alone."""
    around = {day + near for day in days for near in (-1, 0, 1)}
    others = world.subjects(shelf.on_days(around) - changed)
    return quiet([*others.values(), *now.values()])


def _quiet_villages(shelf: Shelf, villages: set[str], now: Mapping[str, Subject], changed: set[str]) -> set[str]:
    """The villages of which all that tells a day lies within a few."""
    told: dict[str, set[int]] = {
        key: {day for claim, day in shelf.days_of(key) if claim not in changed} for key in villages
    }
    for one in now.values():
        key, day = _key(one), one.day
        if key is not None and day is not None:
            told[key].add(day)
    return {key for key, days in told.items() if days and max(days) - min(days) < STRETCH}


def _is_digest(world: World, report: str) -> bool:
    keys = _known(_key(world.subject(claim)) for claim in world.of_report(report))
    return len(keys) > TOUR


def _key(subject: Subject) -> str | None:
    place = subject.village
    return None if place is None else village_key(place)


def resettled(shelf: Shelf, quiet_now: Quiet) -> Unsettled:
    """The claims of days, villages and reports that are quiet or digests now and were not, or were and are not."""
    stood = shelf.quiet()
    days = (stood.days ^ quiet_now.days) | {day for _, day in stood.areas ^ quiet_now.areas}
    rekeyed = shelf.on_days(days) | shelf.in_villages(stood.villages ^ quiet_now.villages)
    return Unsettled(rekeyed, rekeyed | shelf.of_reports(stood.digests ^ quiet_now.digests))


def redated(shelf: Shelf, world: World, telling: Telling) -> set[str]:
    """The claims of undated reports that are taken for other days than before, by what others tell.

    Which day is meant hangs on all that is told of a village and on the likeness of its reports, so where there are
    such reports everything is looked at; where there are none, nothing is.
    """
    before = shelf.weekly()
    claims = (claim for report in world.undated for claim in world.of_report(report))
    told = any(world.subject(claim).undated for claim in claims)
    now = weekly(world.subjects(world.claims).values(), telling.likeness) if told else Weekly()
    telling.by_weekdays(now)
    shelf.fix(now)
    keys = before.days.keys() | now.days.keys()
    return shelf.of_reports({key[0] for key in keys if before.days.get(key, 0) != now.days.get(key, 0)})
