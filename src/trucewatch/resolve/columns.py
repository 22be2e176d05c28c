"""resolve: candidate pairs seen through by columns: those that a comparison forbids, or that score too little, go.

A comparison asks for little of a claim: the place, the days, the sides. Claims that give it the same share a number,
and each pair of numbers is compared once, however many pairs of claims have it. What is left is weighed pair by pair;
a pair that goes here would have come to nothing there.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from trucewatch.resolve.compare import Fit
from trucewatch.resolve.compare.actors import JOINT, TWO_SIDED
from trucewatch.resolve.compare.figures import RARE, strongest
from trucewatch.resolve.compare.quiet import SUPPORTS
from trucewatch.resolve.kind import REAL
from trucewatch.resolve.subject import Subject
from trucewatch.resolve.weigh import (
    COMPARE,
    HAPPENINGS,
    JOIN,
    QUIET_WEIGHT,
    RARE_NUMBER_WEIGHT,
    STORY_WEIGHT,
    WEIGHTS,
    Compare,
)

Numbers = NDArray[np.int64]
Scores = NDArray[np.float64]
Mask = NDArray[np.bool_]

ROUNDING = 1e-9
"""By how much a sum of weights may come out otherwise when it is added up in another order."""


def _time(subject: Subject) -> Hashable:
    time = subject.claim.time
    told = None if time is None else (time.start, time.end, time.precision, time.basis, time.zone, time.readings)
    real = subject.claim.modality in REAL
    return subject.lane, subject.span, subject.weekdays, told, real, _report(subject)


def _report(subject: Subject) -> str:
    """The report, where a comparison of times asks whether it is the same."""
    return subject.claim.report if subject.lane == "meeting" else ""


def _place(subject: Subject) -> Hashable:
    place = subject.place
    if place is None:
        return None
    spot = (place.middle, place.radius_km)
    return place.id, place.text, place.name, place.level, place.relation, place.within, spot


def _actors(subject: Subject) -> Hashable:
    type_, harm = subject.claim.type, subject.family == "harm"
    kind = (subject.lane == "meeting", type_ in TWO_SIDED, type_ in JOINT, subject.scope == "single", harm)
    return kind, subject.doers, subject.done_to


def _figures(subject: Subject) -> Hashable:
    counts = (
        (count.figure.measure, count.figure.population, count.figure.low, count.figure.high, count.figure.approximator)
        for count in subject.counts
    )
    return subject.lane == "stock", subject.family == "harm", tuple(counts)


ASKED: dict[str, Callable[[Subject], Hashable]] = {
    "type": lambda subject: subject.claim.type,
    "time": _time,
    "place": _place,
    "actors": _actors,
    "figures": _figures,
    "speaker": lambda subject: subject.speaker,
}
"""All that a comparison asks of a claim. Wording is not here: hardly two claims have the same words."""
UNASKED = 1.0
"""What a comparison is taken for that is not here: it forbids nothing, and can say no more."""


@dataclass(slots=True)
class Column:
    """One comparison over claims: the number of what each gives it, a claim for each number, and what was found."""

    compare: Compare
    codes: list[int]
    examples: list[Subject]
    found: dict[int, Fit] = field(default_factory=dict)

    def fit(self, pair: int) -> Fit:
        """How well two claims agree, by `one * len(examples) + other` of their numbers."""
        fit = self.found.get(pair)
        if fit is None:
            one, other = divmod(pair, len(self.examples))
            fit = self.found[pair] = self.compare(self.examples[one], self.examples[other])
        return fit

    def pairs(self, ones: Numbers, others: Numbers) -> tuple[Numbers, Numbers]:
        """The pairs of numbers of pairs of claims, each once, and which of them each pair has."""
        codes = np.array(self.codes, dtype=np.int64)
        found, back = np.unique(codes[ones] * len(self.examples) + codes[others], return_inverse=True)
        return found, back


def column(subjects: Sequence[Subject], asked: Callable[[Subject], Hashable], compare: Compare) -> Column:
    """A comparison over claims by what it asks of them."""
    numbers: dict[Hashable, int] = {}
    examples: list[Subject] = []
    codes = []
    for subject in subjects:
        given = asked(subject)
        number = numbers.get(given)
        if number is None:
            number = numbers[given] = len(examples)
            examples.append(subject)
        codes.append(number)
    return Column(compare, codes, examples)


class Columns:
    """Claims laid out by what each comparison asks of them."""

    def __init__(self, subjects: Sequence[Subject]) -> None:
        """Lay out claims; pairs are given by their positions among them."""
        self._at = {subject.id: position for position, subject in enumerate(subjects)}
        self._lanes = column(subjects, lambda subject: subject.lane, COMPARE["type"])
        self._columns = {name: column(subjects, asked, COMPARE[name]) for name, asked in ASKED.items()}
        self._great: dict[int, bool] = {}
        self.compare: Mapping[str, Compare] = {
            **COMPARE,
            **{name: self._remembering(one) for name, one in self._columns.items()},
        }
        """The comparisons of these claims, each remembering what it found."""

    def _remembering(self, one: Column) -> Compare:
        at, codes, size, found = self._at, one.codes, len(one.examples), one.found

        def compare(left: Subject, right: Subject) -> Fit:
            pair = codes[at[left.claim.id]] * size + codes[at[right.claim.id]]
            fit = found.get(pair)
            return one.fit(pair) if fit is None else fit

        return compare

    def hopeful(self, ones: Numbers, others: Numbers) -> Iterator[tuple[int, int, bool]]:
        """The pairs that may score enough, in their order, each with whether a story must speak for it."""
        enough, only = np.zeros(len(ones), dtype=bool), np.zeros(len(ones), dtype=bool)
        codes = np.array(self._lanes.codes)
        lanes, theirs = codes[ones], codes[others]
        for number, example in enumerate(self._lanes.examples):
            here = np.flatnonzero((lanes == number) & (theirs == number))
            if len(here):
                enough[here], only[here] = self._within(example, ones[here], others[here])
        kept = np.flatnonzero(enough | only)
        yield from zip(ones[kept].tolist(), others[kept].tolist(), only[kept].tolist(), strict=True)

    def _within(self, example: Subject, ones: Numbers, others: Numbers) -> tuple[Mask, Mask]:
        """Which pairs of one lane score enough, and which do only where a story or the surroundings speak for them."""
        total, whole = np.zeros(len(ones)), np.zeros(len(ones))
        left = np.arange(len(ones))
        for name, weight in WEIGHTS[example.lane].items():
            if name not in self._columns:
                total[left] += weight * UNASKED
                whole[left] += weight
                continue
            pairs, back = self._columns[name].pairs(ones[left], others[left])
            scores = np.array([self._columns[name].fit(pair).score for pair in pairs.tolist()])[back]
            weights = self._weights(name, weight, pairs)[back]
            stays = scores > 0
            left, scores, weights = left[stays], scores[stays], weights[stays]
            total[left] += weights * scores
            whole[left] += weights
        enough, only = np.zeros(len(ones), dtype=bool), np.zeros(len(ones), dtype=bool)
        least, total, whole = JOIN[example.lane] - ROUNDING, total[left], whole[left]
        enough[left] = total >= least * whole
        if example.lane in HAPPENINGS:
            only[left] = ~enough[left] & (_spoken_for(total, whole) >= least)
        return enough, only

    def _weights(self, name: str, weight: float, pairs: Numbers) -> Scores:
        """The weight of a comparison for each pair of numbers: a great number weighs more."""
        weights = np.full(len(pairs), weight)
        if name == "figures":
            great = np.array([self._is_great(pair) for pair in pairs.tolist()], dtype=bool)
            weights[great] = max(weight, RARE_NUMBER_WEIGHT)
        return weights

    def _is_great(self, pair: int) -> bool:
        found = self._great.get(pair)
        if found is None:
            figures = self._columns["figures"]
            one, other = (figures.examples[number] for number in divmod(pair, len(figures.examples)))
            found = self._great[pair] = figures.fit(pair).score >= 0.5 and strongest(one, other) >= RARE
        return found


def _spoken_for(total: Scores, whole: Scores) -> Scores:
    """The most that pairs can score by a shared story, by surroundings, or by both."""
    story = (total + STORY_WEIGHT) / (whole + STORY_WEIGHT)
    quiet = (total + QUIET_WEIGHT * SUPPORTS) / (whole + QUIET_WEIGHT)
    both = (total + STORY_WEIGHT + QUIET_WEIGHT * SUPPORTS) / (whole + STORY_WEIGHT + QUIET_WEIGHT)
    return np.maximum(story, np.maximum(quiet, both))
