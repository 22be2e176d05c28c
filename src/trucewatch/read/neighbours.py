"""read: the date of a report from the dated reports of the same run that tell of the same people and places."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from trucewatch.model import Report
from trucewatch.read.calendar_days import days_of, span_text
from trucewatch.read.layout import lines_of
from trucewatch.read.marks import marks_of
from trucewatch.read.published import Clues, clues_of

NAMES_SHARED = 5
"""Capitalised words that two reports must share before one may date the other."""
NEAR = timedelta(days=10)
"""A report that follows the same story lies within this of its neighbour."""
_NAME = re.compile(r"(?<![.!?\"”»]\s)(?<!^)\b[^\W\d_a-zа-яё][^\W\d_]{3,}", re.MULTILINE)
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Dated:
    """A report whose own words or metadata give the day, and the names in it."""

    id: str
    day: date
    names: frozenset[str]


def names_of(text: str) -> frozenset[str]:
    """Capitalised words inside sentences, of four letters and more."""
    return frozenset(_NAME.findall(text[:100_000]))


def infer_from_others(reports: Sequence[Report]) -> list[Report]:
    """Narrow the dates that reports do not give themselves; the order of the reports does not matter to any of them."""
    dated = [found for report in reports if (found := _dated(report))]
    return [_narrowed(report, dated) if dated and _is_open(report) else report for report in reports]


def _dated(report: Report) -> Dated | None:
    days = days_of(report.published) if report.published_basis in ("metadata", "dateline", "stated") else None
    if days is None or days[1] - days[0] > _DAY:
        return None
    return Dated(report.id, days[0], names_of(report.text))


def _is_open(report: Report) -> bool:
    days = days_of(report.published)
    return "observation" not in report.meta and (days is None or days[1] - days[0] > _DAY)


def _narrowed(report: Report, dated: Sequence[Dated]) -> Report:
    names = names_of(report.text)
    near = [other for other in dated if other.id != report.id and len(other.names & names) >= NAMES_SHARED]
    if not near:
        return report
    marks = marks_of(report.text, lines_of(report.text), report.language, report.title)
    clues = clues_of(report.text, report.language, marks)
    candidates = _candidates(report, clues, near)
    if not candidates:
        return report
    # The nearest neighbour decides; two that are as near leave both days standing.
    gap = {day: min(abs(day - other.day) for other in near) for day in candidates}
    closest = sorted(day for day in candidates if gap[day] == min(gap.values()))
    value = span_text(closest[0], closest[-1] + _DAY)
    by = sorted(other.id for other in near if abs(other.day - closest[0]) == gap[closest[0]])
    notes = report.meta.get("notes")
    kept = list(notes) if isinstance(notes, list) else []
    why = f"{_words_of(clues)} nearest to {', '.join(by[:3])}, which tells of the same names"
    meta = {**report.meta, "notes": [*kept, why]}
    return dataclasses.replace(report, published=value, published_basis="other reports", meta=meta)


def _words_of(clues: Clues) -> str:
    """What the day was chosen by, in words."""
    return "the weekday it writes on lies" if clues.last_weekday is not None else "its date lies"


def _candidates(report: Report, clues: Clues, near: Sequence[Dated]) -> list[date]:
    """Days that the report's own window and weekday allow, close to a neighbour."""
    if clues.last_weekday is None:
        return []
    window = days_of(report.published)
    found: set[date] = set()
    for other in near:
        # The weekday itself, on or around the neighbour's day: a text names the days of the week it is written in.
        for step in range(-NEAR.days, NEAR.days + 1):
            day = other.day + step * _DAY
            if (
                day.weekday() == clues.last_weekday
                and (window is None or window[0] <= day < window[1])
                and _fits(day, clues)
            ):
                found.add(day)
    return sorted(found)


def _fits(day: date, clues: Clues) -> bool:
    """Are the days it tells of as past before it, and those to come after it?"""
    for written in clues.dates:
        told = written.on(written.year or day.year)
        if told is None:
            continue
        if (written.future and told < day and not written.year) or (not written.future and told > day):
            return False
    return True
