"""resolve: which reports tell one story, told by the rare names and numbers that they share, in any language.

A shared story is no claim's content: it only supports what the claims themselves leave open.
"""

from __future__ import annotations

import functools
import math
from array import array
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field

import numpy as np

from trucewatch.model import Report
from trucewatch.resolve.clock import DAY, instant, publication
from trucewatch.resolve.judgement import Pair
from trucewatch.resolve.names import main_script, names
from trucewatch.resolve.quiet import Quiet, quiet
from trucewatch.resolve.subject import Subject
from trucewatch.resolve.weekly import Weekly, weekly

COMMON = 50
"""Reports, in all or of one fortnight, beyond which a name finds no pairs: it counts where others have found them."""
ALWAYS = -1
STORE = 20.0
"""Reports that are taken to lie beside those given, so that among five reports no name looks rare."""
ALLOWANCE = 40.0
"""Worth of names that is added to what two reports hold, so that two short ones are not alike by a name or two."""
TERSE = 150.0
"""Worth of all names of a report below which it need share none with others of its story."""
FEW, FEW_REPORTS = 8, 256
"""Holders of a name, and reports in all, that are counted one by one; from there on in steps."""
GROWTH = 1.25
"""By how much the number of reports grows from step to step."""
LEAST = 0.1
"""Kinship below which two reports have only their subject in common."""


@dataclass(frozen=True, slots=True)
class Worth:
    """The names that each report holds, what each name is worth, and what all of a report's names are."""

    held: Mapping[str, frozenset[str]] = field(default_factory=dict)
    worth: Mapping[str, float] = field(default_factory=dict)
    size: Mapping[str, float] = field(default_factory=dict)

    scripts: Mapping[str, int] = field(default_factory=dict)

    def mute(self, one: str, other: str) -> bool:
        """Whether two reports of one story need share no names: they are in two scripts, or one of them is short."""
        return (
            self.scripts.get(one) != self.scripts.get(other)
            or min(self.size.get(one, 0), self.size.get(other, 0)) < TERSE
        )

    def likeness(self, one: str, other: str) -> float:
        """How much of their names two reports share, from 0 to 1; 0 for a report that is not held."""
        shared = self.held.get(one, frozenset()) & self.held.get(other, frozenset())
        if not shared:
            return 0.0
        common = math.fsum(sorted(self.worth[name] for name in shared))
        return min(1.0, common / (math.sqrt(self.size[one] * self.size[other]) + ALLOWANCE))


@dataclass(frozen=True, slots=True)
class Stories:
    """How much of their rare names pairs of reports share, from 0 to 1, and which days and villages are quiet.

    `kin` holds the pairs that share enough to be looked for; the others are worked out where they are asked for.
    """

    kin: Mapping[Pair, float] = field(default_factory=dict)
    names: Worth = field(default_factory=Worth)
    quiet: Quiet = field(default_factory=Quiet)
    weekly: Weekly = field(default_factory=Weekly)

    def kinship(self, one: str, other: str) -> float:
        """The kinship of two reports; of a report with itself it is 0."""
        if one == other:
            return 0.0
        pair = (one, other) if one < other else (other, one)
        found = self.kin.get(pair)
        return self.names.likeness(*pair) if found is None else found


def stories(reports: Iterable[Report], subjects: Iterable[Subject] = ()) -> Stories:
    """Lay reports side by side by the names in them. The order of reports and of subjects is no matter."""
    known = {report.id: report for report in reports}
    held = {id_: names(report) for id_, report in known.items()}
    spread = Counter(name for found in held.values() for name in found)
    of = reports_by_steps(len(held))
    worth = {name: worth_of(count, of) for name, count in spread.items()}
    size = {id_: size_of(worth[name] for name in found) for id_, found in held.items()}
    told = Worth(held, worth, size, {id_: main_script(found) for id_, found in held.items()})
    acts = list(subjects)
    kin = {pair: share for pair in _met(known, held, spread) if (share := told.likeness(*pair)) >= LEAST}
    return Stories(kin, told, quiet(acts), weekly(acts, told.likeness))


def worth_of(count: int, reports: int) -> float:
    """What a name is worth that so many of so many reports hold; both go by steps."""
    return math.log((reports + STORE) / step(count, FEW, 1.5)) ** 2


def size_of(worths: Iterable[float]) -> float:
    """What all names of a report are worth. Their order is no matter."""
    return math.fsum(sorted(worths))


def reports_by_steps(count: int) -> int:
    """How many reports there are, as names are weighed by it."""
    return step(count, FEW_REPORTS, GROWTH)


def step(count: int, exact: int, by: float) -> int:
    """A number, above a first few in steps that grow with it: one report more changes what few names are worth.

    So a report that joins a store changes the kinship of few others, and all of it only when the store has grown by a
    quarter.
    """
    if count <= exact:
        return count
    stairs = _stairs(exact, by)
    return stairs[bisect_right(stairs, count) - 1]


@functools.cache
def _stairs(exact: int, by: float) -> tuple[int, ...]:
    found = [exact]
    while found[-1] < 10**9:
        found.append(int(found[-1] * by) + 1)
    return tuple(found)


def _met(
    reports: Mapping[str, Report], held: Mapping[str, frozenset[str]], spread: Mapping[str, int]
) -> Iterator[Pair]:
    """Pairs of reports that share two names which few others hold, or few of the same weeks, in order.

    Reports go by their number in the order of their ids, and a pair by one number: pairs are many.
    """
    ids = sorted(held)
    holders: dict[str, dict[int, list[int]]] = defaultdict(lambda: defaultdict(list))
    for number, id_ in enumerate(ids):
        weeks = _weeks(fortnight(reports[id_]))
        for name in held[id_]:
            for week in (ALWAYS,) if spread[name] <= COMMON else weeks:
                holders[name][week].append(number)
    found = array("q")
    for buckets in holders.values():
        found.extend(_together(buckets.values(), len(ids)))
    if not found:
        return
    pairs, counts = np.unique(np.frombuffer(found, dtype=np.int64), return_counts=True)
    for pair in pairs[counts > 1].tolist():
        one, other = divmod(pair, len(ids))
        yield ids[one], ids[other]


def _together(buckets: Iterable[list[int]], size: int) -> Collection[int]:
    """The pairs of the holders of one name, each once: in one bucket that is not crowded."""
    pairs = [
        one * size + other
        for bucket in buckets
        if len(bucket) <= COMMON
        for index, one in enumerate(bucket, 1)
        for other in bucket[index:]
    ]
    return set(pairs)


def fortnight(report: Report) -> int | None:
    """The fortnight of a report as a number; None without a date."""
    day = instant(publication(report.published)) if report.published else None
    return int(day[0] // (14 * DAY)) if day else None


def _weeks(number: int | None) -> tuple[int, ...]:
    """A fortnight and the next, so that two reports within a fortnight share one."""
    return () if number is None else (number, number + 1)
