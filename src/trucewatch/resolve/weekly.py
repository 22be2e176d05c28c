"""resolve: which days an undated report tells of, by what others tell of the villages that it names.

"Shelling on Wednesday" of a report without a date is of that Wednesday of which others tell of the same village. Where
they tell of several, the one whose reports are most like it is taken; where none stands out, none is. A report that
names no day of the week may be of any day on which its village is told of: then the reports of the one that is taken
must be more like it still.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field

from trucewatch.model import Place
from trucewatch.resolve.compare.place import voiced
from trucewatch.resolve.compare.time import of_the_week
from trucewatch.resolve.names import main_script
from trucewatch.resolve.sides import listed
from trucewatch.resolve.subject import Subject
from trucewatch.resolve.villages import village_key

MOST_DAYS = 40
"""Days of a village beyond which nothing tells one of them."""
NEXT = 2
"""Days up to which two days of a village are of one act."""
LIKE, CLEARLY = 0.04, 1.5
"""Likeness of two reports from which on one may choose among several days of the week for the other, and how many times
as like as those of the next best day its reports must be."""
ANY_LIKE, ANY_CLEARLY = 0.1, 1.15
"""The same for a report that names no day of the week, even where its village is told of for one day alone."""
SAME_LOSS = 0.04
"""What a loss of the village that both count alike adds to the likeness of two reports."""
SAME_ACT, SAME_DOER = 0.04, 0.02
"""What an act of one kind there, and a doer, add to the likeness of two reports that share no names, in two scripts."""
SEVERAL = 3
"""Reports of a day from which on what they share with another is no chance."""
BORNE_LOSS, BORNE_ACT, BORNE_DOER = 0.03, 0.02, 0.01
"""What it adds that so many reports of a day share a loss, a kind of act or a doer with another report."""
PEOPLE = ("killed", "injured")

Likeness = Callable[[str, str], float]
Loss = tuple[str, float]
Open = tuple[str, str, frozenset[int]]
"""A report, a village that it names without a day, and the days of the week that it names."""


@dataclass(slots=True)
class Traits:
    """What a report counts in a village, what acts it tells and who did them, and how it is written."""

    losses: set[Loss] = field(default_factory=set)
    acts: set[str] = field(default_factory=set)
    doers: set[str] = field(default_factory=set)
    scripts: Counter[int] = field(default_factory=Counter)

    def take(self, subject: Subject) -> None:
        """Add what a claim of the report tells."""
        self.losses.update(_losses(subject))
        self.scripts[main_script(subject.words)] += 1
        if subject.family == "kin":
            self.acts.add(subject.claim.type)
        self.doers.update(filter(listed, subject.doers))

    def shared(self, other: Traits) -> float:
        """What two reports have in common beside names; acts and doers count where they cannot share any names."""
        like = SAME_LOSS * bool(self.losses & other.losses)
        if self._script == other._script:
            return like
        return like + SAME_ACT * bool(self.acts & other.acts) + SAME_DOER * bool(self.doers & other.doers)

    def borne(self, others: Sequence[Traits]) -> float:
        """What it adds that several reports have something in common with this one."""
        losses = sum(not self.losses.isdisjoint(other.losses) for other in others) >= SEVERAL
        acts = sum(not self.acts.isdisjoint(other.acts) for other in others) >= SEVERAL
        doers = sum(not self.doers.isdisjoint(other.doers) for other in others) >= SEVERAL
        return BORNE_LOSS * losses + BORNE_ACT * acts + BORNE_DOER * doers

    @property
    def _script(self) -> int:
        return min(self.scripts, key=lambda script: (-self.scripts[script], script), default=-1)


@dataclass(frozen=True, slots=True)
class Weekly:
    """For undated reports and the villages they name the days they tell of, as numbers; `None` where several may be."""

    days: Mapping[tuple[str, str], frozenset[int] | None] = field(default_factory=dict)

    def taken(self, subject: Subject) -> frozenset[int]:
        """The days for which an undated act is taken."""
        if not subject.undated:
            return frozenset()
        found = (self.days.get((subject.claim.report, key)) for key in village_keys(subject.village))
        return frozenset(day for days in found if days is not None for day in days)

    def share_a_day(self, left: Subject, right: Subject) -> bool:
        """Whether an undated act and another of its village are of one day."""
        if not left.undated:
            left, right = right, left
        if not left.undated:
            return False
        if left.weekdays and right.weekdays:
            return bool(left.weekdays & right.weekdays) and self._alike(left, right)
        if right.undated:
            return bool(self.taken(left) & self.taken(right))
        day = right.day
        return day is not None and not self.taken(left).isdisjoint((day - 1, day, day + 1))

    def _alike(self, left: Subject, right: Subject) -> bool:
        """Whether nothing parts the days of two undated acts: both are taken for one day, or nobody dates either."""
        mine, theirs = (
            {self.days.get((one.claim.report, key), frozenset()) for key in village_keys(one.village)}
            for one in (left, right)
        )
        return None not in mine | theirs and bool(mine & theirs)


def weekly(subjects: Iterable[Subject], likeness: Likeness) -> Weekly:
    """The days of all undated reports. The order of subjects is no matter."""
    acts = [(subject, village_keys(place)) for subject in subjects if (place := subject.village) is not None]
    open_ = {(one.claim.report, key, one.weekdays) for one, keys in acts if one.undated for key in keys}
    asked = {key for _, key, _ in open_}
    told: dict[str, dict[int, set[str]]] = defaultdict(lambda: defaultdict(set))
    traits: dict[tuple[str, str], Traits] = defaultdict(Traits)
    for subject, keys in acts:
        shared, day = keys & asked, subject.day
        for key in shared:
            traits[subject.claim.report, key].take(subject)
            if day is not None:
                for late in of_the_week(subject):
                    told[key][day - (day - 1 - late) % 7].add(subject.claim.report)
    found = {}
    for report, key, named in sorted(open_, key=lambda one: one[:2]):
        days = _chosen(report, named, told[key], _likeness(key, traits, likeness))
        if named or days:
            found[report, key] = days
    return Weekly(found)


def _likeness(
    key: str, traits: Mapping[tuple[str, str], Traits], likeness: Likeness
) -> Callable[[str, Set[str]], float]:
    """How like a report is to the most like of the reports of a village's day, and to them together."""

    def like(report: str, others: Set[str]) -> float:
        mine, theirs = traits[report, key], [traits[other, key] for other in others]
        nearest = max(likeness(report, other) + mine.shared(said) for other, said in zip(others, theirs, strict=True))
        return nearest + mine.borne(theirs)

    return like


def _chosen(
    report: str, named: frozenset[int], told: Mapping[int, Set[str]], like: Callable[[str, Set[str]], float]
) -> frozenset[int] | None:
    """The days of a village that a report tells of: none where nobody dates it, `None` where several may be meant."""
    days = sorted(day for day in told if not named or (day - 1) % 7 in named)
    if len(days) > MOST_DAYS:
        return None
    stretches = list(_stretches(days))
    if len(stretches) < (2 if named else 1):
        return frozenset(days)
    ranked = sorted(
        ((like(report, {one for day in days for one in told[day]}), days) for days in stretches), reverse=True
    )
    best, taken = ranked[0]
    second = ranked[1][0] if len(ranked) > 1 else 0.0
    least, times = (LIKE, CLEARLY) if named else (ANY_LIKE, ANY_CLEARLY)
    return frozenset(taken) if best >= least and best >= times * second else None


def _stretches(days: Iterable[int]) -> Iterator[list[int]]:
    """Days in their order, parted where more than a day lies between two of them."""
    stretch: list[int] = []
    for day in days:
        if stretch and day - stretch[-1] > NEXT:
            yield stretch
            stretch = []
        stretch.append(day)
    if stretch:
        yield stretch


def _losses(subject: Subject) -> Iterator[Loss]:
    for figure in subject.claim.figures:
        if figure.measure in PEOPLE and figure.low is not None and figure.low == figure.high:
            yield figure.measure, figure.low


def village_keys(place: Place | None) -> frozenset[str]:
    """By what a village is known: its id or name, and its sounds."""
    if place is None:
        return frozenset()
    return frozenset({village_key(place), *("~" + sound.consonants for sound in voiced(place))})
