"""read: calendar dates and weekdays written in a text, for finding when a report was published."""

from __future__ import annotations

import calendar
import functools
import re
from dataclasses import dataclass
from datetime import date, timedelta

from trucewatch.languages.fold import Folded
from trucewatch.model import Span
from trucewatch.read.words import Words, all_words, alternatives

YEARS = range(1900, 2101)
"""Years that a report's date may have; other numbers are not years."""


@dataclass(frozen=True, slots=True)
class Written:
    """A date as written: parts that are not written are None. `weekday` is 0 for Monday."""

    span: Span
    year: int | None
    month: int
    day: int | None
    weekday: int | None = None
    future: bool = False
    clock: str | None = None
    today: bool = False
    """Called today by the text: the day of its writing."""

    @property
    def exists(self) -> bool:
        """False for 30 February."""
        if self.day is None:
            return True
        return 1 <= self.day <= calendar.monthrange(self.year or 2020, self.month)[1]

    def on(self, year: int) -> date | None:
        """The day in the given year; None where there is none (29 February) or none is written."""
        if self.day is None or not 1 <= self.day <= calendar.monthrange(year, self.month)[1]:
            return None
        return date(year, self.month, self.day)

    def iso(self) -> str | None:
        """`2020-03-05`, or `2020-03` without a day; with the clock and offset where written. None without a year."""
        if self.year is None or not self.exists:
            return None
        month = f"{self.year:04d}-{self.month:02d}"
        return month if self.day is None else f"{month}-{self.day:02d}{self.clock or ''}"


_CLOCK = r"[t ]\d\d:\d\d(?::\d\d)?(?:\.\d+)?(?:z|[+-]\d\d:?\d\d)?"
_ISO = rf"(?P<iy>(?:19|20)\d\d)-(?P<im>0[1-9]|1[0-2])(?:-(?P<id>\d\d)(?P<ic>{_CLOCK})?)?"
_NUMERIC = r"(?P<na>\d{1,2})(?P<sep>[/.-])(?P<nb>\d{1,2})(?P=sep)(?P<ny>(?:19|20)\d\d)"
_YEAR = r"(?P<{0}>(?:19|20)\d\d)"
_DIGIT = re.compile(r"\d")
_BEFORE = 20
"""Characters before a date among which "today" stands."""


@functools.cache
def _pattern(words: Words) -> re.Pattern[str]:
    month, weekday = alternatives(words.months), alternatives(words.weekdays)
    head = rf"(?:(?P<w>{weekday})\.?,?\s+(?:the\s+|le\s+|,\s*)?)?"
    day = r"(?P<{0}>[0-3]?\d)(?:st|nd|rd|th|er)?"
    second = rf"(?:\s*/\s*(?:{month}))?"
    of = rf"(?:(?:{alternatives(words.date_of)})\s+)?"
    # "5 March", "5th of March", "3/ أيار/ 2023"
    day_first = (
        rf"{day.format('d1')}(?:\s*/\s*|\s+{of})(?P<m1>{month})\b\.?{second}"
        rf"(?:(?:,|\s*/)?\s+{of}{_YEAR.format('y1')}\b)?"
    )
    month_first = rf"(?P<m2>{month})\.?\s+{day.format('d2')}\b(?!\s*%)(?:,?\s+{of}{_YEAR.format('y2')}\b)?"
    month_year = rf"(?P<m3>{month})\.?,?\s+{_YEAR.format('y3')}\b"
    return re.compile(rf"(?<![\w-]){head}(?:{_ISO}(?![\w-])|{_NUMERIC}(?!\w)|{day_first}|{month_first}|{month_year})")


def _numeric(match: re.Match[str], language: str | None) -> tuple[int, int] | None:
    """Month and day of `13/03/2020`; None where the order is open: only English writes `05/03/2020` in either."""
    first, second = int(match["na"]), int(match["nb"])
    by_rule = language is not None and language != "en" and second <= 12
    if match["sep"] == "." or first > 12 or first == second or by_rule:
        return second, first
    return (first, second) if second > 12 else None


def _clock(text: str | None) -> str | None:
    return text.strip("t ").join(("T", "")).replace("z", "Z") if text else None


def _parts(match: re.Match[str], words: Words, language: str | None) -> tuple[int | None, int, int | None] | None:
    if match["iy"]:
        return int(match["iy"]), int(match["im"]), int(match["id"]) if match["id"] else None
    if match["ny"]:
        order = _numeric(match, language)
        return None if order is None else (int(match["ny"]), *order)
    for n in "123":
        if match[f"m{n}"]:
            day = match[f"d{n}"] if n != "3" else None
            year = match[f"y{n}"]
            return int(year) if year else None, words.months[match[f"m{n}"]], int(day) if day else None
    return None


def written_dates(folded: Folded, words: Words, language: str | None = None) -> list[Written]:
    """The dates of a folded text as they are written, with spans of the original; figures as in its language."""
    found: list[Written] = []
    if _DIGIT.search(folded.text) is None:  # every date has a figure, and most lines have none
        return found
    for match in _pattern(words).finditer(folded.text):
        parts = _parts(match, words, language)
        if parts is None or not 1 <= parts[1] <= 12:
            continue
        weekday = words.weekdays[match["w"]] if match["w"] else None
        ahead = _ahead(folded.text, match.start(), words)
        today = _today(words).search(folded.text, max(0, match.start() - _BEFORE), match.start()) is not None
        found.append(Written(folded.span(*match.span()), *parts, weekday, ahead, _clock(match["ic"]), today))
    return found


@functools.cache
def _today(words: Words) -> re.Pattern[str]:
    """ "Today" right before a date: "today, Tuesday 3 March", "اليوم، الثلاثاء 3 آذار"."""
    return re.compile(rf"(?<!\w)(?:{alternatives(words.today)})\s*[,(-]?\s*$")


@functools.cache
def _coming(words: Words) -> re.Pattern[str]:
    """A verb of what is to come anywhere before a date, or a preposition with at most one word between."""
    verbs, close = alternatives(words.future), alternatives(words.future_before)
    return re.compile(rf"(?<!\w)(?:(?:{verbs})(?!\w)|(?:{close})\s+(?:\w+\s+)?$)")


def _ahead(text: str, at: int, words: Words) -> bool:
    """Do the words before a date, in its sentence, speak of what is to come?"""
    before = re.split(r"[.!?;\n]", text[max(0, at - 80) : at])[-1]
    return _coming(words).search(before) is not None


def best_words(language: str | None) -> Words:
    """The words of the report's language; English where we have none for it."""
    return next((words for words in all_words() if words.language == language), all_words()[0])


@dataclass(frozen=True, slots=True)
class Weekday:
    """A weekday named without a date; `this` for "this Friday", which is the day of writing."""

    span: Span
    day: int
    this: bool


@functools.cache
def _weekdays(words: Words) -> re.Pattern[str]:
    names, other = alternatives(words.weekdays), alternatives(words.not_this_week)
    after = alternatives(words.not_this_week_after)
    this = alternatives(words.this_day)
    head, tail = rf"(?:(?P<other>{other})\s+|(?P<this>{this})\s+)?", rf"(?!\w)(?!\s+(?:{after})(?!\w))"
    return re.compile(rf"(?<!\w){head}(?P<day>{names}){tail}")


def bare_weekdays(folded: Folded, words: Words, dates: list[Written]) -> list[Weekday]:
    """Weekdays of the days around the writing: not "last Friday", "every Friday", nor part of a date."""
    taken = [d.span for d in dates]
    found = []
    for match in _weekdays(words).finditer(folded.text):
        span = folded.span(*match.span("day"))
        dated = any(start <= span[0] < end for start, end in taken)
        if len(match["day"]) > 3 and not match["other"] and not dated and not _ahead(folded.text, match.start(), words):
            found.append(Weekday(span, words.weekdays[match["day"]], bool(match["this"])))
    return found


def last_of_week(days: set[int]) -> int | None:
    """The latest of weekdays that lie close together (Wednesday, Thursday, Friday: Friday); None when they do not."""
    for end in days:
        if all((end - day) % 7 <= 3 for day in days):
            return end
    return None


def days_between(first: date, last: date, weekday: int) -> list[date]:
    """The days of that weekday from `first` to `last`, both included, at most sixty."""
    step = first + timedelta(days=(weekday - first.weekday()) % 7)
    found: list[date] = []
    while step <= last and len(found) < 60:
        found.append(step)
        step += timedelta(days=7)
    return found
