"""extract: a time phrase, an anchor and a tense give an interval. Unknown anchors give no value, never a guess."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

from trucewatch.extract import calendar
from trucewatch.extract.timephrase import TimePhrase
from trucewatch.model import Time, TimeReading
from trucewatch.model.claim import TimePrecision

_PARTS = {"morning": (6, 12), "afternoon": (12, 18), "evening": (18, 24), "night": (0, 24)}


def _days(phrase: TimePhrase, anchor: dt.date | None, future: bool) -> tuple[dt.date, dt.date] | None:
    """The whole days that a phrase names, before bounds and clocks."""
    what, year, month = phrase.what, phrase.year, phrase.month
    try:
        if what == "date" and year and month and phrase.day:
            start = dt.date(year, month, phrase.day)
            last = dt.date(year, month, phrase.second_day) if phrase.second_day else start
            return start, last + calendar.DAY
        if what == "month" and year and month:
            return calendar.month(year, month)
        if what == "year" and year:
            return calendar.year(year)
        return None if anchor is None else _relative(phrase, anchor, future)
    except (ValueError, OverflowError):
        return None


def _relative(phrase: TimePhrase, anchor: dt.date, future: bool) -> tuple[dt.date, dt.date] | None:
    what, number, unit = phrase.what, phrase.number or 0, phrase.unit or "day"
    today = calendar.day(anchor)
    if phrase.month:
        return _yearless(phrase, anchor, future)
    days: dict[str, Callable[[], tuple[dt.date, dt.date]]] = {
        "weekday": lambda: calendar.weekday(anchor, number, phrase.which, future),
        "weekend": lambda: calendar.weekend(anchor, phrase.which, future),
        "unit": lambda: calendar.whole(anchor, unit, number),
        "day": lambda: calendar.day(anchor + dt.timedelta(days=number)),
        "ago": lambda: _ago(anchor, unit, number),
        "past": lambda: (anchor - calendar.length(unit, number), today[1]),
        "within": lambda: (anchor, anchor + calendar.length(unit, number)),
        "recent": lambda: (anchor - _recent(unit, phrase.number), today[1]),
        "clock": lambda: today,
    }
    return days[what]() if what in days else None


def _yearless(phrase: TimePhrase, anchor: dt.date, future: bool) -> tuple[dt.date, dt.date] | None:
    """A month, or a day of a month, without its year; "last December" is the one before the anchor."""
    month = phrase.month or 1
    year = calendar.yearless(anchor, month, phrase.day, future, phrase.which)
    if year is None:
        return None
    if phrase.what == "month":
        return calendar.month(year, month)
    start = dt.date(year, month, phrase.day or 1)
    last = dt.date(year, month, phrase.second_day) if phrase.second_day else start
    return start, last + calendar.DAY


def _ago(anchor: dt.date, unit: str, number: int) -> tuple[dt.date, dt.date]:
    start = anchor - calendar.length(unit, number)
    return calendar.day(start) if unit in ("day", "hour", "minute", "week") else calendar.whole(start, unit, 0)


def _recent(unit: str, number: int | None) -> dt.timedelta:
    return dt.timedelta(days=calendar.RECENT_DAYS.get(unit, 35)) if not number else calendar.length(unit, number)


def _precision(phrase: TimePhrase) -> TimePrecision:
    if phrase.clock is not None:
        return "minute" if phrase.clock % 60 or phrase.midnight else "hour"
    if phrase.what in ("unit", "ago", "past", "within", "recent"):
        found = calendar.PRECISION_OF.get(phrase.unit or "day", "day")
        return "day" if found in ("hour", "minute") else found
    return {"month": "month", "year": "year", "weekend": "week"}.get(phrase.what, "day")  # type: ignore[return-value]


def _at_clock(
    phrase: TimePhrase, days: tuple[dt.date, dt.date], anchor: dt.date | None, future: bool
) -> tuple[str, str, tuple[TimeReading, ...]]:
    """An instant of a day. "Midnight Thursday" is either edge of Thursday: both readings are kept."""
    minutes = phrase.clock or 0
    base = dt.datetime.combine(days[0], dt.time()) + dt.timedelta(minutes=minutes)
    span = dt.timedelta(minutes=1 if phrase.midnight or minutes % 60 else 60)
    if not phrase.midnight:
        return _iso(base), _iso(base + span), ()
    late = base + dt.timedelta(days=1)
    # Said on the day itself of something to come, midnight is the coming one.
    chosen, other = (late, base) if anchor == days[0] and future else (base, late)
    why = "midnight of a day is its first or its last instant"
    return _iso(chosen), _iso(chosen + span), (TimeReading(why, _iso(other), _iso(other + span)),)


def _iso(moment: dt.datetime) -> str:
    return moment.isoformat(timespec="minutes")


def time_of(
    phrase: TimePhrase, anchor: dt.date | None, *, future: bool, text: str, span: tuple[int, int]
) -> Time | None:
    """The interval of a phrase; None when nothing can be said without an anchor."""
    days = _days(phrase, anchor, future)
    if days is None:
        return None
    precision = _precision(phrase)
    if phrase.clock is not None:
        start, end, readings = _at_clock(phrase, days, anchor, future)
        if phrase.bound == "from":
            return Time(start, None, "open", text=text, span=span, zone=phrase.zone, readings=readings)
        return Time(start, end, precision, text=text, span=span, zone=phrase.zone, readings=readings)
    first, last = days[0].isoformat(), days[1].isoformat()
    if phrase.part in _PARTS and phrase.part != "night":
        low, high = _PARTS[phrase.part]
        base = dt.datetime.combine(days[0], dt.time())
        first, last, precision = _iso(base + dt.timedelta(hours=low)), _iso(base + dt.timedelta(hours=high)), "hour"
    return _with_bound(phrase, first, last, precision, anchor, text, span)


def _with_bound(
    phrase: TimePhrase,
    first: str,
    last: str,
    precision: TimePrecision,
    anchor: dt.date | None,
    text: str,
    span: tuple[int, int],
) -> Time:
    now = (anchor + calendar.DAY).isoformat() if anchor else None
    if phrase.bound == "since" and (now is None or first < now):
        return Time(first, now, "open" if now is None else precision, text=text, span=span)
    if phrase.bound == "from":
        return Time(first, last, precision, text=text, span=span)
    if phrase.bound in ("until", "by"):
        return Time(
            None if phrase.bound == "until" else first,
            last,
            "open" if phrase.bound == "until" else precision,
            text=text,
            span=span,
        )
    if phrase.bound == "before":
        return Time(None, first, "open", text=text, span=span)
    if phrase.bound == "after":
        return Time(last, None, "open", text=text, span=span)
    return Time(first, last, precision, text=text, span=span)


def wide(time: Time | None) -> bool:
    """Whether a time is a stretch (a week or more, or open) rather than the date of one happening."""
    if time is None or time.start is None or time.end is None:
        return True
    start, end = dt.date.fromisoformat(time.start[:10]), dt.date.fromisoformat(time.end[:10])
    return (end - start).days > 4
