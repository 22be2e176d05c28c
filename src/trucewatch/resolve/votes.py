"""resolve: one count of one claim, and which counts still stand. Who counts on gives one figure, not four."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from trucewatch.languages.fold import match_key
from trucewatch.model import Figure, FigureValue
from trucewatch.resolve.clock import DAY, instant
from trucewatch.resolve.intervals import Interval, exact, interval, told
from trucewatch.resolve.subject import Subject
from trucewatch.resolve.voices import of_the_enemy, speaker, voice

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
    """By which later count an earlier one is left behind, and why; a count that is only repeated has no `why`."""

    by: Vote
    why: str = ""


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
    """Position of a vote that is not the last word of its counter -> what came after it.

    `ended` is when the event was over.
    """
    found: dict[int, Left] = {}
    for number, vote in enumerate(cast):
        later = _again(vote, cast[number + 1 :]) or _among_first(vote, cast[number + 1 :], ended)
        if later is not None:
            found[number] = later
    return found


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
    return Left(found, f"{whose} counted on: {vote.words}, then {found.words}")


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
    return Left(
        higher[-1], f"{vote.words} was told on {vote.told[:10]}, while the toll was rising to {higher[-1].words}"
    )
