"""read: the date of a report from the dated reports of the same run that tell of the same people and places."""

from __future__ import annotations

import dataclasses
import functools
import math
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from trucewatch.languages.fold import fold
from trucewatch.model import Report
from trucewatch.read.calendar_days import days_of, span_text
from trucewatch.read.captions import content_words
from trucewatch.read.dates import Written, days_between
from trucewatch.read.layout import lines_of
from trucewatch.read.marks import marks_of
from trucewatch.read.published import Clues, clues_of
from trucewatch.read.words import all_words

NAMES_SHARED = 5
"""Capitalised words that two reports must share before one may date the other."""
SAME_EVENT = 0.24
"""Likeness from which two reports tell of one happening: in a run of 45 over six weeks, such pairs lay a day apart."""
AS_LIKE = 0.8
"""Of several such reports those count that are at least this share as like as the most like one."""
NEAR = timedelta(days=10)
"""A report that follows the same story lies within this of its neighbour."""
LONG = timedelta(days=60)
"""Days that the dated reports of a run cover from which shared names alone date nothing."""
WEEK = timedelta(days=7)
"""Days over which the dates of a report of news spread that are told with weekday and without year."""
AFTERWARDS = 3
"""Days, the first included, on which a report is written whose latest day told of is known and nothing else."""
_NAME = re.compile(r"(?<![.!?\"”»]\s)(?<!^)\b[^\W\d_a-zа-яё][^\W\d_]{3,}", re.MULTILINE)
_DAY = timedelta(days=1)


@dataclass(frozen=True)
class Dated:
    """A report whose own words or metadata give the day. What is in it is looked at where it is asked for."""

    id: str
    day: date
    text: str

    @functools.cached_property
    def names(self) -> frozenset[str]:
        """The names in it."""
        return names_of(self.text)

    @functools.cached_property
    def words(self) -> frozenset[str]:
        """Its words of four letters and more."""
        return _words_in(self.text)

    def shares(self, names: frozenset[str]) -> bool:
        """Whether it shares enough names; most do not so much as hold their letters."""
        return sum(name in self.text for name in names) >= NAMES_SHARED and len(self.names & names) >= NAMES_SHARED


@dataclass(frozen=True)
class Run:
    """The dated reports of a run, and how telling each word is, once that is asked for."""

    dated: Sequence[Dated]

    @functools.cached_property
    def days(self) -> tuple[date, date]:
        """The first and the last of their days."""
        days = [one.day for one in self.dated]
        return min(days), max(days)

    @functools.cached_property
    def rarity(self) -> Mapping[str, float]:
        """The more telling, the fewer of the reports hold a word. Under "" stands how many reports there are."""
        counts = Counter(word for report in self.dated for word in report.words)
        size = len(self.dated)
        return {"": float(size), **{word: math.log(1 + size / count) for word, count in counts.items()}}

    def of_the_same_happening(self, words: frozenset[str], others: Sequence[Dated]) -> list[Dated]:
        """Those of some reports that are likest to a report with these words."""
        likeness = {other.id: _likeness(words, other.words, self.rarity) for other in others}
        least = max(SAME_EVENT, AS_LIKE * max(likeness.values(), default=0.0))
        return [other for other in others if likeness[other.id] >= least]


@functools.cache
def _calendar_words() -> frozenset[str]:
    return frozenset(word for words in all_words() for word in (*words.weekdays, *words.months))


def names_of(text: str) -> frozenset[str]:
    """Capitalised words inside sentences, of four letters and more, without those of the calendar."""
    found = set(_NAME.findall(text[:100_000]))
    return frozenset(word for word in found if fold(word).text not in _calendar_words())


def _likeness(words: frozenset[str], other: frozenset[str], rarity: Mapping[str, float]) -> float:
    """The cosine of two sets of words, each word weighed by how few of the dated reports hold it."""
    unseen = math.log(1 + max(1.0, rarity[""]))
    both, mine, theirs = (sum(rarity.get(w, unseen) ** 2 for w in some) for some in (words & other, words, other))
    return both / math.sqrt(mine * theirs) if mine and theirs else 0.0


def _words_in(text: str) -> frozenset[str]:
    return frozenset(content_words(text[:100_000]))


def infer_from_others(reports: Sequence[Report]) -> list[Report]:
    """Narrow the dates that reports do not give themselves; the order of the reports does not matter to any of them."""
    run = Run([found for report in reports if (found := _dated(report))])
    return [_narrowed(report, run) if run.dated and _is_open(report) else report for report in reports]


def _dated(report: Report) -> Dated | None:
    days = days_of(report.published) if report.published_basis in ("metadata", "dateline", "stated") else None
    if days is None or days[1] - days[0] > _DAY:
        return None
    return Dated(report.id, days[0], report.text)


def _is_open(report: Report) -> bool:
    days = days_of(report.published)
    return "observation" not in report.meta and (days is None or days[1] - days[0] > _DAY)


def _narrowed(report: Report, run: Run) -> Report:
    marks = marks_of(report.text, lines_of(report.text), report.language, report.title)
    clues = clues_of(report.text, report.language, marks)
    return _in_its_year(report, run, clues) or _by_its_kin(report, run, clues)


def _in_its_year(report: Report, run: Run, clues: Clues) -> Report | None:
    """The report with the day that it writes without a year, where its weekday fits one year of the run alone."""
    told = [written for written in clues.dates if _of_its_days(written)]
    first, last = run.days
    fitting = [_fitting(written, first - LONG, last + LONG) for written in told]
    if report.published or not told or any(len(days) != 1 for days in fitting):
        return None
    days = sorted(found[0] for found in fitting)
    if days[-1] - days[0] > WEEK or not _allowed(report, days[-1], clues):
        return None
    why = f"of the years from {first.year} to {last.year}, of which the other reports are, its weekday fits one alone"
    return _with_days(report, days[-1], days[-1] + 2 * _DAY, why)


def _fitting(written: Written, first: date, last: date) -> list[date]:
    """The days from `first` to `last` on which a date without a year falls on the weekday that it names."""
    days = [day for year in range(first.year, last.year + 1) if (day := written.on(year))]
    return [day for day in days if first <= day <= last and day.weekday() == written.weekday]


def _of_its_days(written: Written) -> bool:
    """Whether a date is told with its weekday and without its year, as news tells a day that has just been."""
    return written.weekday is not None and written.day is not None and not written.year and not written.future


def _by_its_kin(report: Report, run: Run, clues: Clues) -> Report:
    names, words = names_of(report.text), _words_in(report.text)
    sharing = [other for other in run.dated if other.id != report.id and other.shares(names)]
    if not sharing:
        return report
    find = _after_its_days if clues.last_weekday is None else _on_its_weekday
    if run.days[1] - run.days[0] > LONG:
        # Over months the same names come back in many reports.
        sharing = run.of_the_same_happening(words, sharing)
    days = find(report, clues, sharing)
    if not _agree(days):
        # A run over many weeks allows many days: only reports of the same happening may choose among them.
        sharing = run.of_the_same_happening(words, sharing)
        days = find(report, clues, sharing)
    return _dated_by(report, days, clues, sharing) if days and _agree(days) else report


def _agree(days: Sequence[date]) -> bool:
    return not days or days[-1] - days[0] < AFTERWARDS * _DAY


def _dated_by(report: Report, days: Sequence[date], clues: Clues, near: Sequence[Dated]) -> Report:
    by = sorted(other.id for other in near if any(abs(other.day - day) <= NEAR for day in days))
    why = f"{_words_of(clues)} near {', '.join(by[:3])}, which tells of the same names; it may be from the day after"
    return _with_days(report, days[0], days[-1] + _DAY, why)


def _with_days(report: Report, first: date, after: date, why: str) -> Report:
    kept = report.meta.get("notes")
    meta = {**report.meta, "notes": [*(kept if isinstance(kept, list) else []), why]}
    return dataclasses.replace(report, published=span_text(first, after), published_basis="other reports", meta=meta)


def _words_of(clues: Clues) -> str:
    """What the day was chosen by, in words."""
    return "the weekday it writes on lies" if clues.last_weekday is not None else "the latest day it tells of lies"


def _allowed(report: Report, day: date, clues: Clues) -> bool:
    """Does the report's own window hold a day, with the past before it and what is to come after it?"""
    window = days_of(report.published)
    if window is not None and not window[0] <= day < window[1]:
        return False
    for written in clues.dates:
        told = written.on(written.year or day.year)
        if told is None:
            continue
        if written.weekday is not None and not written.year and told.weekday() != written.weekday:
            return False  # "Thursday 19 August" was not in this year
        if (written.future and told < day and not written.year) or (not written.future and told > day):
            return False
    return True


def _on_its_weekday(report: Report, clues: Clues, near: Sequence[Dated]) -> list[date]:
    """For each neighbour the day of the report's weekday that lies nearest to it, within half a week."""
    weekday, found = clues.last_weekday or 0, set()
    for other in near:
        found |= set(days_between(other.day - 3 * _DAY, other.day + 3 * _DAY, weekday))
    return sorted(day for day in found if _allowed(report, day, clues))


def _after_its_days(report: Report, clues: Clues, near: Sequence[Dated]) -> list[date]:
    """The days from the latest one told of, in the year of a neighbour close to it."""
    past = [written for written in clues.dates if not written.future and not written.year]
    found: set[date] = set()
    for other in near:
        days = [day for written in past if (day := written.on(other.day.year)) and abs(day - other.day) <= NEAR]
        if days:
            found |= {max(days) + step * _DAY for step in range(AFTERWARDS)}
    return sorted(day for day in found if _allowed(report, day, clues))
