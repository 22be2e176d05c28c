"""resolve: which day an undated report tells of that names only a day of the week, by what others tell of its village.

"Shelling on Wednesday" of a report without a date is of that Wednesday of which others tell of the same village. Where
they tell of several, the one whose reports are most like it is taken; where none stands out, none is.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from trucewatch.model import Place
from trucewatch.resolve.compare.place import voiced
from trucewatch.resolve.compare.time import of_the_week
from trucewatch.resolve.names import main_script
from trucewatch.resolve.quiet import act_day, village, village_key
from trucewatch.resolve.subject import Subject

MOST_DAYS = 40
"""Days of a village beyond which no day of the week tells one of them."""
NEXT = 2
"""Days up to which two days of a village are of one act."""
LIKE = 0.04
"""Likeness of two reports from which on one may choose among several days for the other."""
CLEARLY = 1.5
"""How many times as like as those of the next best day the reports of the best one must be."""
SAME_LOSS = 0.04
"""What a loss that both count alike adds to the likeness of two reports."""
SAME_ACT = 0.04
"""What an act of one kind adds to the likeness of two reports that cannot share names, being in two scripts."""
PEOPLE = ("killed", "injured")

Likeness = Callable[[str, str], float]
Loss = tuple[str, float]


@dataclass(slots=True)
class Traits:
    """What the acts of a report count, of what kinds they are, and the words by which its script is known."""

    losses: set[Loss] = field(default_factory=set)
    acts: set[str] = field(default_factory=set)
    scripts: Counter[int] = field(default_factory=Counter)

    def take(self, subject: Subject) -> None:
        """Add what a claim of the report tells."""
        self.losses.update(_losses(subject))
        self.scripts[main_script(subject.words)] += 1
        if subject.lane == "act" and subject.family == "kin":
            self.acts.add(subject.claim.type)

    def shared(self, other: Traits) -> float:
        """What two reports have in common beside names; kinds of acts count where they cannot share any names."""
        like = SAME_LOSS if self.losses & other.losses else 0.0
        return like + (SAME_ACT if self._script != other._script and self.acts & other.acts else 0.0)

    @property
    def _script(self) -> int:
        return min(self.scripts, key=lambda script: (-self.scripts[script], script), default=-1)


@dataclass(frozen=True, slots=True)
class Weekly:
    """For undated reports and the villages they name the days they tell of, as numbers; none where that is open."""

    days: Mapping[tuple[str, str], frozenset[int] | None] = field(default_factory=dict)

    def share_a_day(self, left: Subject, right: Subject) -> bool:
        """Whether an undated act and another of its village are of one day."""
        if not left.weekdays:
            left, right = right, left
        if not left.weekdays:
            return False
        if right.weekdays:
            return bool(left.weekdays & right.weekdays) and self._alike(left, right)
        day = act_day(right)
        taken = [self.days.get((left.claim.report, key)) for key in _keys(village(left))]
        return day is not None and any(days is not None and days & {day - 1, day, day + 1} for days in taken)

    def _alike(self, left: Subject, right: Subject) -> bool:
        """Whether nothing parts the days of two undated acts: both are taken for one day, or nobody dates either."""
        mine, theirs = (
            {self.days.get((one.claim.report, key), frozenset()) for key in _keys(village(one))}
            for one in (left, right)
        )
        return None not in mine | theirs and bool(mine & theirs)


def weekly(subjects: Iterable[Subject], likeness: Likeness) -> Weekly:
    """The days of all undated reports that name a day of the week. The order of subjects is no matter."""
    told: dict[str, dict[int, set[str]]] = defaultdict(lambda: defaultdict(set))
    traits: dict[str, Traits] = defaultdict(Traits)
    open_: set[tuple[str, str, frozenset[int]]] = set()
    for subject in subjects:
        traits[subject.claim.report].take(subject)
        day = act_day(subject)
        for key in _keys(village(subject)):
            if subject.weekdays:
                open_.add((subject.claim.report, key, subject.weekdays))
            elif day is not None:
                for late in of_the_week(subject):
                    told[key][day - (day - 1 - late) % 7].add(subject.claim.report)

    def like(one: str, other: str) -> float:
        return likeness(one, other) + traits[one].shared(traits[other])

    return Weekly(
        {
            (report, key): _chosen(report, named, told[key], like)
            for report, key, named in sorted(open_, key=lambda one: one[:2])
        }
    )


def _chosen(report: str, named: frozenset[int], told: Mapping[int, set[str]], like: Likeness) -> frozenset[int] | None:
    """The days of a village that a report tells of: none where nobody dates it, `None` where several may be meant."""
    days = sorted(day for day in told if (day - 1) % 7 in named)
    if len(days) > MOST_DAYS:
        return None
    stretches = list(_stretches(days))
    if len(stretches) < 2:
        return frozenset(days)
    ranked = sorted(
        ((max(like(report, other) for day in days for other in told[day]), days) for days in stretches), reverse=True
    )
    (best, taken), (second, _) = ranked[:2]
    return frozenset(taken) if best >= LIKE and best >= CLEARLY * second else None


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


def _keys(place: Place | None) -> frozenset[str]:
    """By what a village is known: its id or name, and its sounds."""
    if place is None:
        return frozenset()
    return frozenset({village_key(place), *("~" + sound.consonants for sound in voiced(place))})
