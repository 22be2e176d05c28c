"""resolve: which claims are worth comparing. Several keys a claim, so that a missing field does not hide a pair."""

from __future__ import annotations

import itertools
import math
from array import array
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from trucewatch.languages.fold import match_key
from trucewatch.resolve.clock import DAY, instant, width
from trucewatch.resolve.compare.place import voiced
from trucewatch.resolve.kind import block
from trucewatch.resolve.one_act import SELDOM, TELLING
from trucewatch.resolve.quiet import Quiet
from trucewatch.resolve.stories import Stories
from trucewatch.resolve.subject import Subject
from trucewatch.resolve.villages import FINE, name_key, of_a_village, village_key
from trucewatch.resolve.weekly import Weekly

Key = tuple[object, ...]

CROWDED = 40
"""Members from which on a block is swept in the order of time instead of compared in full."""
REACH = 20
"""How many neighbours each claim of a crowded block is compared with."""
CELL = 0.05
"""Degrees: two points nearer than this share one of four shifted grids."""
GREAT = 100
"""From here on a number is recalled for months."""
COUNTED = 5
"""Numbers below this are too common to look for pairs by."""


def pairs(subjects: Sequence[Subject], told: Stories) -> Iterator[tuple[Subject, Subject]]:
    """Pairs of claims, the smaller id first, in blocks that grow no faster than the claims do; each pair once."""
    ordered = in_order(subjects)
    for pair in numbered(ordered, told).tolist():
        one, other = divmod(pair, len(ordered))
        yield ordered[one], ordered[other]


def in_order(subjects: Iterable[Subject]) -> list[Subject]:
    """Claims by their ids; each goes by its position among them."""
    return sorted(subjects, key=lambda s: s.id)


def numbered(ordered: Sequence[Subject], told: Stories) -> NDArray[np.int64]:
    """Pairs of claims in order, each as one number, since they are many: `one * len(ordered) + other`."""
    found = array("q")
    _in_blocks(ordered, told, found)
    _in_one_story(ordered, told, found)
    return np.unique(np.frombuffer(found, dtype=np.int64)) if found else np.empty(0, dtype=np.int64)


def _in_blocks(ordered: Sequence[Subject], told: Stories, found: array[int]) -> None:
    """Claims that share a block. All blocks are filled in the order of time, so that none has to be sorted."""
    size = len(ordered)
    starts = [begins(subject) for subject in ordered]
    blocks: dict[Key, array[int]] = {}
    for number in sorted(range(size), key=lambda n: (starts[n], n)):
        subject = ordered[number]
        for key in keys(subject, told.quiet, told.weekly):
            block_ = blocks.get(key)
            if block_ is None:
                blocks[key] = array("l", (number,))
            else:
                block_.append(number)
    for members in blocks.values():
        reach = len(members) if len(members) <= CROWDED else REACH
        for index, one in enumerate(members):
            for other in members[index + 1 : index + 1 + reach]:
                found.append(one * size + other if one < other else other * size + one)


def _in_one_story(ordered: Sequence[Subject], told: Stories, found: array[int]) -> None:
    """Acts of one kind that stand in one report, or in two reports of one story."""
    size = len(ordered)
    acts: dict[str, dict[Key, list[int]]] = defaultdict(lambda: defaultdict(list))
    for number, subject in enumerate(ordered):
        key = in_stories(subject)
        if key is not None:
            acts[subject.claim.report][key].append(number)
    for kinds in acts.values():
        for numbers in kinds.values():
            for i, one in enumerate(numbers):
                found.extend(one * size + other for other in numbers[i + 1 : i + 1 + REACH])
    for report, other_report in told.kin:
        lefts, rights = acts.get(report, {}), acts.get(other_report, {})
        for shared in lefts.keys() & rights.keys():
            for one, other in itertools.product(lefts[shared][:REACH], rights[shared][:REACH]):
                found.append(one * size + other if one < other else other * size + one)


def begins(subject: Subject) -> float:
    """By which the claims of a block are in order: when the thing began, else when it was told."""
    if subject.span is not None and math.isfinite(subject.span[0]):
        return subject.span[0]
    return _published(subject)


def _published(subject: Subject) -> float:
    day = instant(subject.published)
    return day[0] if day else 0.0


def keys(subject: Subject, quiet: Quiet, weekly: Weekly) -> set[Key]:
    """The blocks that a claim belongs to."""
    return {*_keys(subject), *_quiet_keys(subject, quiet), *_taken_keys(subject, weekly)}


def in_stories(subject: Subject) -> Key | None:
    """By which a claim is compared with others of its report and of its story; None where it is not."""
    if subject.lane not in ("act", "halt", "talk", "meeting"):
        return None
    return subject.lane, block(subject.claim.type)


def _keys(subject: Subject) -> Iterator[Key]:
    lane, quote = subject.lane, subject.claim.quote
    if len(quote) > 20:
        yield lane, "words", match_key(quote)
    if lane in ("act", "halt", "talk"):
        yield from _act_keys(subject)
    elif lane == "meeting":
        for day in _days(subject):
            yield from ((lane, subject.claim.type, who, day) for who in subject.doers | subject.done_to)
    elif lane == "speech":
        for day in _days(subject):
            yield lane, subject.speaker, day
    elif lane == "stock":
        yield from ((lane, count.figure.measure) for count in subject.counts)
    else:
        yield from _standing_keys(subject)


def _standing_keys(subject: Subject) -> Iterator[Key]:
    """Terms and states have no day: type alone, and type with place or actor."""
    yield subject.lane, subject.claim.type
    if subject.place is not None:
        yield subject.lane, subject.claim.type, "place", subject.place.id or name_key(subject.place)
    for who in subject.doers:
        yield subject.lane, subject.claim.type, "who", who


def _act_keys(subject: Subject) -> Iterator[Key]:
    group = block(subject.claim.type)
    head = (subject.lane, group)
    for day in subject.weekdays:
        yield from ((*head, "weekday", cell, day) for cell in _cells(subject))
    if subject.claim.type in SELDOM:
        yield from ((subject.lane, subject.claim.type, day) for day in _days(subject))
    for day in _days(subject):
        yield from ((*head, "place", cell, day) for cell in _cells(subject))
    yield from ((*head, *key) for key in _cast(subject))
    yield from ((*head, *key) for key in _numbers(subject))
    if subject.scope != "single":
        yield from ((*head, "lasting", subject.claim.type, who) for who in subject.doers)


def _quiet_keys(subject: Subject, quiet: Quiet) -> Iterator[Key]:
    """All acts of a quiet day, and of a village that is told of for one stretch of days, dated or not."""
    if subject.lane != "act" or subject.claim.background:
        return
    head = (subject.lane, block(subject.claim.type), "quiet")
    day, place = subject.day, subject.village
    if day is not None and day in quiet.days:
        yield *head, day
        yield *head, day + 1
    if day is not None:
        yield from (
            (*head, area, near) for area in _areas(subject) if (area, day) in quiet.areas for near in (day, day + 1)
        )
    if place is not None and village_key(place) in quiet.villages:
        yield *head, village_key(place)
        yield from ((*head, sound.consonants) for sound in voiced(place))


def _taken_keys(subject: Subject, weekly: Weekly) -> Iterator[Key]:
    """The village of an undated act, with the days for which it is taken."""
    if subject.lane != "act" or not subject.undated:
        return
    head = (subject.lane, block(subject.claim.type))
    for day in weekly.taken(subject):
        yield from ((*head, "place", cell, near) for cell in _cells(subject) for near in (day, day + 1))


def _areas(subject: Subject) -> tuple[str, ...]:
    """The areas around the village of an act, or the area that it is told of."""
    if subject.village is not None:
        return subject.place.within if subject.place is not None else ()
    return (subject.place.id,) if subject.place is not None and subject.place.id else ()


def _cast(subject: Subject) -> Iterator[Key]:
    """Who did it to whom on a day that is told; a halt and a policy need but one side."""
    sides = subject.doers | subject.done_to
    dated = subject.claim.time is None or subject.claim.time.basis != "published"
    for day in _days(subject):
        if dated:
            yield from (("both", doer, target, day) for doer in subject.doers for target in subject.done_to)
        if subject.lane == "halt" or subject.family == "pol":
            yield from (("who", who, day) for who in sides)


def _numbers(subject: Subject) -> Iterator[Key]:
    """A count with a side and its day, and what is no common number by itself."""
    days, sides = _days(subject), subject.doers | subject.done_to
    for count in subject.counts:
        low = count.allows[0] if math.isfinite(count.allows[0]) else count.allows[1]
        if not math.isfinite(low) or low <= 0:
            continue
        size, measure = math.log(low) / math.log(1.5), count.figure.measure
        for rung in {math.floor(size), math.floor(size + 0.5) + 0.5}:
            yield from ((measure, rung, who, day) for who in sides for day in days)
            if low >= COUNTED:
                yield from ((measure, rung, when) for when in _weeks(subject, low))


def _cells(subject: Subject) -> Iterator[object]:
    """The village by id, by name, by its sound and by four shifted grids; a shared province is no reason to compare."""
    place = subject.place
    if place is None or not (of_a_village(place) or place.level == "district"):
        return
    yield place.id or name_key(place)
    yield from {("sound", sound.consonants) for sound in voiced(place)}
    if place.level in FINE and place.middle is not None:
        lat, lon = place.middle
        for north, east in ((0.0, 0.0), (0.0, CELL), (CELL, 0.0), (CELL, CELL)):
            yield north, east, math.floor((lat + north) / (2 * CELL)), math.floor((lon + east) / (2 * CELL))


def _days(subject: Subject) -> list[int]:
    """The days a claim may share with others: those of its time and the next; of publication where it gives none."""
    span = subject.span
    if span is None or width(span) > 10 * DAY:
        ends = [edge for edge in span or () if math.isfinite(edge)]
        at = max(ends) - 0.01 if ends else _published(subject)
        return [int(at // DAY), int(at // DAY) + 1]
    first, last = int(span[0] // DAY), int((span[1] - 0.001) // DAY)
    return list(range(first, last + 2))


def _weeks(subject: Subject, number: float) -> list[int]:
    """When others may tell of a number: the same days, for a telling one the fortnight and the next, or the month."""
    if number < TELLING:
        return _days(subject)
    span = subject.span
    at = span[1] if span is not None and math.isfinite(span[1]) else _published(subject)
    stretch = int(at // ((30 if number >= GREAT else 15) * DAY))
    return [stretch, stretch + 1]
