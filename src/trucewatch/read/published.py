"""read: when a report was published, from what it says itself. An honest interval rather than a guess."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date, timedelta

from trucewatch.languages.fold import fold
from trucewatch.model import Span
from trucewatch.model.report import PublishedBasis
from trucewatch.read.calendar_days import checked, span_text
from trucewatch.read.dates import (
    YEARS,
    Weekday,
    Written,
    bare_weekdays,
    best_words,
    days_between,
    last_of_week,
    written_dates,
)
from trucewatch.read.walk import Marks

LOOKED_AT = 400_000
"""Characters of a text in which dates are looked for."""
OPENING = 600
"""Characters in which a story names the day that it is about, at least."""
_URL_DATE = re.compile(r"/((?:19|20)\d\d)[/-](\d{1,2})[/-](\d{1,2})(?=[/-]|$)")
_ACCOUNT = re.compile(r"\(@\w+\)\s*$")
"""The name of an account in brackets, which a post that is shown in a story ends with before its date."""
_YEARS_ON = 5
"""Years from the latest one named in which a day may lie: a weekday comes back after five or six."""
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Clues:
    """What the words of a story say of the day they were written on."""

    dates: tuple[Written, ...]
    weekdays: tuple[Weekday, ...]
    years: frozenset[int]
    lead_end: int
    posts: frozenset[Span] = frozenset()
    """Where the dates stand that follow an account's name: of posts that the text shows within it."""

    @property
    def last_weekday(self) -> int | None:
        """The latest weekday of the days around the writing: "this Friday", else the end of the week's days named."""
        this = {w.day for w in self.weekdays if w.this}
        return this.pop() if len(this) == 1 else last_of_week({w.day for w in self.weekdays})

    @property
    def certain(self) -> bool:
        """Is the weekday of the writing named ("this Friday")?"""
        return len({w.day for w in self.weekdays if w.this}) == 1


@dataclass(slots=True)
class Published:
    """The answer: value, basis, and notes on what was ignored or how it was inferred."""

    value: str | None = None
    basis: PublishedBasis = "unknown"
    notes: list[str] = field(default_factory=list)
    clues: Clues | None = None
    """What the words say, where it had to be looked for."""


def clues_of(text: str, language: str | None, marks: Marks) -> Clues:
    """Dates, weekdays and years of the story's own words, without those of furniture."""
    folded = fold(text[:LOOKED_AT])
    words = best_words(language)
    inside = [*marks.furniture]

    def told(at: int) -> bool:
        return not any(start <= at < end for start, end in inside)

    dates = [d for d in written_dates(folded, words, language) if told(d.span[0]) and d.exists]
    weekdays = [w for w in bare_weekdays(folded, words, dates) if told(w.span[0])]
    numbers = re.finditer(r"(?<![\w.,/-])(?:19|20)\d\d(?![\w/]|[.,]\d)", text[:LOOKED_AT])
    years = {int(m.group()) for m in numbers if told(m.start()) and int(m.group()) in YEARS}
    lead_end = marks.lead[1] if marks.lead else min(len(text), 600)
    posts = frozenset(d.span for d in dates if _ACCOUNT.search(text, max(0, d.span[0] - 40), d.span[0]))
    return Clues(tuple(dates), tuple(weekdays), frozenset(years | {d.year for d in dates if d.year}), lead_end, posts)


def weekdays_told(clues: Clues) -> list[int]:
    """The weekdays (Monday is 0) that a story names at its opening, else its only one: they may tell its day."""
    opening = max(clues.lead_end, OPENING)
    every = {w.day for w in clues.weekdays}
    named = {w.day for w in clues.weekdays if w.span[0] < opening} or (every if len(every) == 1 else set())
    return sorted(named | {d.weekday for d in clues.dates if d.weekday is not None and not d.future})


def published_of(text: str, language: str | None, marks: Marks, given: object = None) -> Published:
    """The date of one report by itself: the first of metadata, dateline, stated, address, inferred, copyright."""
    answer = Published()
    if given is not None:
        value = checked(given)
        if value:
            return Published(value, "metadata")
        answer.notes.append(f"the date given ({given}) does not exist or is not a date; it was ignored")
    clues = answer.clues = clues_of(text, language, marks)
    for found in (_dateline(marks, clues), _stated(marks, clues, answer.notes), _address(marks)):
        if found:
            answer.value, answer.basis = found
            return answer
    return _inferred(marks, clues, answer)


def _dateline(marks: Marks, clues: Clues) -> tuple[str, PublishedBasis] | None:
    written = marks.dateline.date if marks.dateline else None
    if written is None:
        return None
    if written.iso():
        return str(written.iso()), "dateline"
    years = _years_for(written, marks, clues)
    day = written.on(years[0]) if len(years) == 1 else None
    return (day.isoformat(), "dateline") if day else None


def _years_for(written: Written, marks: Marks, clues: Clues) -> list[int]:
    """Years in which a date without a year can lie, by the copyright year and the weekday that stands with it."""
    if marks.copyright_year:
        return [marks.copyright_year]
    if not clues.years or written.day is None:
        return []
    latest = max(clues.years)
    if written.weekday is None:
        return []
    fits = [y for y in range(latest, latest + _YEARS_ON) if (d := written.on(y)) and d.weekday() == written.weekday]
    return fits[:1]


def _stated(marks: Marks, clues: Clues, notes: list[str]) -> tuple[str, PublishedBasis] | None:
    # Of several bare dates at the head the earliest: a page that was saved later shows that day in its masthead.
    own = [stamp for stamp in marks.stamps if stamp.top or stamp.labelled]
    for stamp in sorted(own, key=lambda s: (s.updated, not s.labelled, s.date.iso() or "9")):
        value = stamp.date.iso()
        if not stamp.date.exists:
            notes.append("a date line names a day that does not exist; it was ignored")
        elif value:
            return value, "stated"
        else:
            years = _years_for(stamp.date, marks, clues)
            if day := stamp.date.on(years[0]) if years else None:
                return day.isoformat(), "stated"
    return None


def _address(marks: Marks) -> tuple[str, PublishedBasis] | None:
    match = _URL_DATE.search(marks.url or "")
    value = checked(f"{match[1]}-{int(match[2]):02d}-{int(match[3]):02d}") if match else None
    return (value, "metadata") if value else None


def _today(marks: Marks, clues: Clues) -> date | None:
    """The day that the text calls today, where it calls one so, and no other day of the week."""
    found: set[date] = set()
    this = {weekday.day for weekday in clues.weekdays if weekday.this}
    for written in (d for d in clues.dates if d.today):
        years = [written.year] if written.year else _years_for(written, marks, clues)
        if years and (day := written.on(years[0])):
            found.add(day)
    day = found.pop() if len(found) == 1 else None
    return day if day is not None and (not this or day.weekday() in this) else None


def _inferred(marks: Marks, clues: Clues, answer: Published) -> Published:
    if day := _today(marks, clues):
        answer.notes.append(f"it calls {day.isoformat()} today")
        answer.value, answer.basis = day.isoformat(), "inferred"
        return answer
    window, why = _window(marks, clues)
    if window is None:
        if marks.copyright_year:
            first = date(marks.copyright_year, 1, 1)
            answer.value, answer.basis = span_text(first, first.replace(year=first.year + 1)), "copyright"
        return answer
    answer.notes.append(why)
    days = weekday_days(window, clues)
    if days and clues.certain and len(days) == 1:
        first, after = days[0], days[0] + _DAY
    elif days:
        first, after = days[0], min(days[-1] + _DAY * (1 if len(days) > 1 else 2), window[1] + _DAY)
    else:
        first, after = window
    answer.value, answer.basis = span_text(first, after), "inferred"
    return answer


def weekday_days(window: tuple[date, date], clues: Clues) -> list[date]:
    """The days of a half-open window that fall on the latest weekday which the text names."""
    weekday = clues.last_weekday
    return [] if weekday is None else days_between(window[0], window[1] - _DAY, weekday)


def _window(marks: Marks, clues: Clues) -> tuple[tuple[date, date] | None, str]:
    """The days on which the text can have been written, by its dates; None when they do not say."""
    if found := _from_full_dates(clues):
        return found
    if found := _from_weekday_test(marks, clues):
        return found
    return _from_year(marks.copyright_year, clues) or (None, "")


def _from_full_dates(clues: Clues) -> tuple[tuple[date, date], str] | None:
    """The latest past day with its year, and the week from it.

    It must stand in the opening, with its weekday, or under a post that the story shows.
    """
    past = [d for d in clues.dates if d.year and d.day and not d.future]
    recent = [d for d in past if d.span[0] < clues.lead_end or d.weekday is not None or d.span in clues.posts]
    days = [day for d in recent if (day := d.on(d.year or 0))]
    every = [day for d in past if (day := d.on(d.year or 0))]
    if not days or max(days) != max(every):
        return None
    last = max(days)
    return (last, last + 7 * _DAY), f"the latest day it tells of is {last.isoformat()}"


def _from_weekday_test(marks: Marks, clues: Clues) -> tuple[tuple[date, date], str] | None:
    """A weekday with day and month falls so only in some years: the first from the latest year that is named."""
    for written in clues.dates:
        if written.weekday is None or written.year or written.day is None or written.future:
            continue
        years = _years_for(written, marks, clues)
        day = written.on(years[0]) if years else None
        if day and day.weekday() == written.weekday:
            latest = last_of_week({day.weekday(), *(w.day for w in clues.weekdays)})
            after = day + _DAY * (2 if latest in (None, day.weekday()) else 7)
            return (day, after), f"the weekday of {day.isoformat()} fits, and no later year is named"
    return None


def _from_year(year: int | None, clues: Clues) -> tuple[tuple[date, date], str] | None:
    """Within the copyright year: after the latest past day named, before the earliest day to come."""
    if year is None:
        return None
    past = [d for w in clues.dates if not w.future and not w.year and (d := w.on(year))]
    ahead = [d for w in clues.dates if w.future and not w.year and (d := w.on(year))]
    first = max(past) + _DAY if past else date(year, 1, 1)
    after = min(ahead) if ahead else date(year + 1, 1, 1)
    if first >= after or not (past or ahead):
        return None
    return (first, after), f"the year {year} of the copyright, and the days it tells of as past and to come"
