"""resolve: one count of one claim, and which counts still stand. Who counts on gives one figure, not four."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from trucewatch.languages.fold import match_key
from trucewatch.languages.numerals import counts_one
from trucewatch.model import Figure, FigureValue
from trucewatch.resolve.clock import DAY, instant
from trucewatch.resolve.intervals import Interval, exact, interval, told
from trucewatch.resolve.subject import Subject
from trucewatch.resolve.voices import of_the_enemy, speaker, voice

PEOPLE = frozenset({"killed", "injured", "missing", "captured"})
"""Measures of what befell people, who are told of one by one too."""
RISING = frozenset({"killed", "injured"})
"""Measures of which the first counts of an event are low because people are still being found."""
STILL_COUNTING = 2 * DAY
"""Hours after an event within which a count is one of the first."""


@dataclass(frozen=True, slots=True)
class Vote:
    """What one claim counts: its root, whose voice it is, who counted, and when it was told."""

    root: str
    voice: str
    counter: str
    subject: Subject
    figure: Figure
    allows: Interval
    of_the_enemy: bool

    @property
    def told(self) -> str:
        """The day of counting, else of the report; sorts as text."""
        return self.figure.as_of or self.subject.published

    @property
    def told_singly(self) -> bool:
        """Whether it tells of one person without counting: there may be others."""
        figure = self.figure
        return figure.measure in PEOPLE and exact(figure) and figure.low == 1 and not counts_one(figure.text or "1")

    @property
    def words(self) -> str:
        """The count as a sentence names it."""
        return told(self.figure.low, self.figure.high, self.figure.approximator, self.figure.text)

    def value(self, superseded_by: str | None) -> FigureValue:
        """The vote as it is told."""
        figure = self.figure
        return FigureValue(
            claim=self.subject.id,
            low=figure.low,
            high=figure.high,
            root=self.root,
            approximator=figure.approximator,
            text=figure.text,
            counter=self.counter if self.counter != self.root else None,
            told=None if self.told.startswith("9999") else self.told,
            superseded_by=superseded_by,
        )


@dataclass(frozen=True, slots=True)
class Left:
    """By which other count one is left out of the comparison, and why; a count that is only repeated has no `why`."""

    by: Vote
    why: str = ""
    gone: bool = False
    """Whether the earlier count no longer stands; one that is only repeated, or a part of another, does."""


def votes(said: Iterable[tuple[Subject, Figure]]) -> list[Vote]:
    """The votes of figures that give a number, in the order of their reports."""
    found = []
    for subject, figure in said:
        allows = interval(figure)
        if allows is not None:
            enemy = of_the_enemy(subject, figure)
            found.append(Vote(subject.root, voice(subject), _counter(subject, figure), subject, figure, allows, enemy))
    return sorted(found, key=lambda vote: (vote.told, vote.subject.sort_key))


def _counter(subject: Subject, figure: Figure) -> str:
    """Who counted: as the figure says, else who is quoted by name or office, else the root."""
    if figure.counted_by:
        return figure.counted_by
    first = speaker(subject)
    if first is None or first.kind in ("anonymous", "witness"):
        return subject.root
    return first.id or first.who


def left_behind(cast: Sequence[Vote], ended: float | None) -> Mapping[int, Left]:
    """Position of a vote that is a part of another, or not the last word of its counter -> that other.

    `ended` is when the event was over.
    """
    found: dict[int, Left] = {}
    for number, vote in enumerate(cast):
        later = cast[number + 1 :]
        left = _part(vote, cast) or _again(vote, later) or _among_first(vote, later, ended)
        if left is not None:
            found[number] = left
    return _without_rings(found, cast)


def _without_rings(found: dict[int, Left], cast: Sequence[Vote]) -> dict[int, Left]:
    """Counts that leave each other behind in a ring leave one of them standing: the greatest, and of these the last.

    A part of a count that its counter revised to what another report tells singly would else leave nothing.
    """
    at = {id(vote): number for number, vote in enumerate(cast)}
    for number in sorted(found):
        ring = [number]
        while ring[-1] in found and (then := at[id(found[ring[-1]].by)]) not in ring:
            ring.append(then)
        if ring[-1] in found:
            back = at[id(found[ring[-1]].by)]
            del found[max(ring[ring.index(back) :], key=lambda n: (cast[n].allows[0], n))]
    return found


def _part(vote: Vote, cast: Sequence[Vote]) -> Left | None:
    """A greater count of the same report of which this one may be a part: people are told of one by one.

    Two sides that one report quotes against each other count apart.
    """
    if vote.figure.measure not in PEOPLE:
        return None
    beside = [v for v in cast if v.subject.id != vote.subject.id and _one_account(v, vote)]
    wholes = [v for v in beside if v.allows[0] > vote.allows[1] and not _opposed(vote, v)]
    single = vote.told_singly or vote.figure.part_of is not None
    wholes = [v for v in wholes if single or 2 * vote.allows[1] <= v.allows[0]]
    return Left(max(wholes, key=lambda v: v.allows[0])) if wholes else None


def _one_account(one: Vote, other: Vote) -> bool:
    """Whether one report tells both, and cites no other house for one of them."""
    return one.subject.claim.report == other.subject.claim.report and one.root == other.root


def _opposed(one: Vote, other: Vote) -> bool:
    return one.voice != other.voice and all(vote.voice.startswith("party ") for vote in (one, other))


def _again(vote: Vote, later: Sequence[Vote]) -> Left | None:
    """The last later count of the same counter; of one report and day, the exact one before the rounded."""
    found = None
    for other in later:
        if other.subject.id == vote.subject.id or not _one_counter(vote, other):
            continue
        counted_on = other.subject.claim.report != vote.subject.claim.report or other.figure.as_of != vote.figure.as_of
        if counted_on or (exact(other.figure) >= exact(vote.figure) and _meets(vote, other)):
            found = other
    if found is None:
        return None
    if _meets(vote, found):
        return Left(found)
    whose = found.counter if match_key(vote.counter) == match_key(found.counter) else found.root
    return Left(found, f"{whose} counted on: {vote.words}, then {found.words}", gone=True)


def _one_counter(one: Vote, other: Vote) -> bool:
    """Whether one counter gave both, or one house in its own words after it quoted the same."""
    if match_key(one.counter) == match_key(other.counter):
        return True
    return one.root == other.root and one.root in (one.counter, other.counter)


def _meets(one: Vote, other: Vote) -> bool:
    return one.allows[0] <= other.allows[1] and other.allows[0] <= one.allows[1]


def _among_first(vote: Vote, later: Sequence[Vote], ended: float | None) -> Left | None:
    """A higher count of a later day, where this one was told while people were still being found."""
    at = instant(vote.told)
    if ended is None or at is None or vote.figure.measure not in RISING or at[0] > ended + STILL_COUNTING:
        return None
    higher = [v for v in later if v.told[:10] > vote.told[:10] and v.allows[0] > vote.allows[1]]
    if not higher:
        return None
    why = f"{vote.words} was told on {vote.told[:10]}, while the toll was rising to {higher[-1].words}"
    return Left(higher[-1], why, gone=True)
