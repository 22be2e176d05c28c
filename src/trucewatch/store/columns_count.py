"""store: what is counted over everything that stands, from its columns: choices, labels by term, events by day."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator

import numpy as np

from trucewatch.gazetteer import load_gazetteer
from trucewatch.publish.charts.events import By
from trucewatch.store.ask import Where
from trucewatch.store.choices import MOST, Choices, ordered
from trucewatch.store.columns import NONE, Columns, Flags, Names, Numbers, Pairs
from trucewatch.store.counts import LEVELS, PerDay

Roots = Callable[[], Pairs]
"""Gives the slots with the roots of what stands there; asked for only where a chart is told apart by them."""


def choices(columns: Columns, *, most: int = MOST) -> Choices:
    """What there is to choose from, at most `most` of each."""
    names, there = columns.names, columns.incidents
    standing = columns.standing
    return Choices(
        types=ordered(_counted(names.types, there.type[standing]), most),
        places=ordered(_counted(names.places, columns.places.code[standing[columns.places.slot]]), most),
        parties=ordered(_counted(names.actors, columns.actors.code[standing[columns.actors.slot]]), most),
        kinds=ordered(_counted(names.kinds, there.kind[standing]), most),
        labels=ordered(_counted(names.labels, columns.findings.label), most),
    )


def tally(columns: Columns) -> dict[tuple[str, str, str], int]:
    """How many incidents bear a label, by agreement, term and label."""
    found, names = columns.findings, columns.names
    on_one = found.id != NONE
    wide = max(1, len(names.labels.words))
    both, n = np.unique(found.term[on_one].astype(np.int64) * wide + found.label[on_one], return_counts=True)
    told = {}
    for code, count in zip(both.tolist(), n.tolist(), strict=True):
        agreement, _, provision = names.terms.words[code // wide].partition("\n")
        told[agreement, provision, names.labels.words[code % wide]] = count
    return told


Days = tuple[str | None, str | None]
"""The first and the last of some days; a side that is open is None."""


def per_day(
    columns: Columns, where: Where, by: By, within: Days = (None, None), *, roots: Roots, names_of_roots: Names
) -> PerDay:
    """Events under a question by the day on which they began; those without a first day are counted apart."""
    names, there = columns.names, columns.incidents
    events = columns.chosen(where) & (there.kind == names.kinds.get("event", NONE))
    dated = events & (there.day != NONE)
    days = names.days.words
    first, last = within
    if first:
        dated &= there.first >= _day(first)
    if last:
        dated &= there.first <= _day(last)
    whole = dict(_counted(names.days, there.day[dated]))
    without = int(np.count_nonzero(events & (there.day == NONE)))
    keyed: Counter[tuple[str, str]] = Counter()
    if by == "type":
        families = Names()
        family = np.array([families[word.partition(".")[0]] for word in names.types.words], np.int32)
        for day, code, n in _by_day(there.day[dated], family[there.type[dated]]):
            keyed[days[day], families.words[code]] = n
        return PerDay(whole, dict(keyed), without)
    pairs, words = (roots(), names_of_roots) if by == "root" else (columns.places, names.places)
    counted = dated[pairs.slot] & (True if by == "root" else _of_level(names.places, LEVELS[by])[pairs.code])
    for day, code, n in _by_day(there.day[pairs.slot[counted]], pairs.code[counted]):
        keyed[days[day], words.words[code]] += n
    return PerDay(whole, dict(keyed), without)


def _day(text: str) -> int:
    """A day counted from 1970."""
    return int(np.datetime64(text, "D").astype(np.int64))


def _of_level(places: Names, level: str) -> Flags:
    gazetteer = load_gazetteer()

    def fits(id_: str) -> bool:
        entry = gazetteer.by_id(id_)
        return entry is not None and entry.level == level

    return places.those(fits)


def _by_day(days: Numbers, codes: Numbers) -> Iterator[tuple[int, int, int]]:
    """How often each code stands with each day."""
    wide = int(codes.max(initial=0)) + 1
    n = np.bincount(days.astype(np.int64) * wide + codes)
    found = np.flatnonzero(n)
    for one, count in zip(found.tolist(), n[found].tolist(), strict=True):
        yield one // wide, one % wide, count


def _counted(names: Names, codes: Numbers) -> list[tuple[str, int]]:
    n = np.bincount(codes, minlength=1)
    there = np.flatnonzero(n)
    return [(names.words[code], count) for code, count in zip(there.tolist(), n[there].tolist(), strict=True)]
