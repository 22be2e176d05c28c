"""extract: a time phrase, an anchor and a tense give an interval. Unknown anchors give no value, never a guess."""

from __future__ import annotations

import dataclasses
import datetime as dt
from dataclasses import dataclass

from trucewatch.extract.times import calendar
from trucewatch.extract.times.daytimes import NIGHT_END, day_part, last_night, midnights, part_of
from trucewatch.extract.times.relative import Now, days_of
from trucewatch.extract.times.timewords import TimePhrase
from trucewatch.model import Time, TimeReading
from trucewatch.model.claim import TimePrecision

_WEEK = 7


@dataclass(frozen=True, slots=True)
class _Said:
    """A phrase with its words and its day of reference, on the way to a value."""

    phrase: TimePhrase
    now: Now
    text: str
    span: tuple[int, int]

    def time(
        self,
        start: dt.datetime | dt.date | None,
        end: dt.datetime | dt.date | None,
        precision: TimePrecision,
        readings: tuple[TimeReading, ...] = (),
    ) -> Time:
        """A value in these words."""
        zone = self.phrase.zone
        return Time(_iso(start), _iso(end), precision, text=self.text, span=self.span, zone=zone, readings=readings)


def _iso(moment: dt.datetime | dt.date | None) -> str | None:
    if moment is None:
        return None
    return moment.isoformat(timespec="minutes") if isinstance(moment, dt.datetime) else calendar.iso(moment)


def time_of(
    phrase: TimePhrase,
    anchor: dt.date | None,
    *,
    future: bool,
    text: str,
    span: tuple[int, int],
    told: dt.date | None = None,
    told_year: int | None = None,
    past: bool = False,
) -> Time | None:
    """The interval of a phrase; None when nothing can be said without an anchor.

    `anchor` is the day of the report, `told` the day told of last, from which "the next day" is counted.
    """
    said = _Said(phrase, Now(anchor, told, future, told_year, past), text, span)
    try:
        found = _value(said)
    except (ValueError, OverflowError):
        return None
    if found is None or phrase.what not in ("clock", "part") or phrase.which or told is not None:
        return found
    # An hour without a day is taken as one of the day of the report, which bounds it and does not date it.
    return dataclasses.replace(found, basis="published")


def _value(said: _Said) -> Time | None:
    phrase = said.phrase
    if phrase.upto is not None:
        return _range(said, phrase.upto)
    if phrase.part == "this night":
        # "cette nuit", "этой ночью": told as done it is the night that led to this day, else the one that follows it.
        said = dataclasses.replace(
            said, phrase=dataclasses.replace(phrase, part="night" if said.now.future else "overnight")
        )
        phrase = said.phrase
    days = days_of(phrase, said.now)
    if days is None:
        return None
    if phrase.clock is not None:
        return _at_clock(said, days)
    part = part_of(phrase, days)
    if part is not None:
        first, last, readings = part
        return _bounded(said, first, last, "hour", readings)
    return _bounded(said, *days, _precision(phrase), _other_days(said, days))


def _precision(phrase: TimePhrase) -> TimePrecision:
    if phrase.what == "then" and phrase.which == "since":
        return "week"  # "has since killed dozens": a stretch and no day
    if phrase.what in ("unit", "ago", "past", "within", "recent") or (phrase.what == "then" and phrase.unit):
        found = calendar.PRECISION_OF.get(phrase.unit or "day", "day")
        return "day" if found in ("hour", "minute") else found
    known: dict[str, TimePrecision] = {"month": "month", "year": "year", "weekend": "week", "season": "month"}
    precision = known.get(phrase.what, "day")
    if phrase.third:
        return {"year": "month", "month": "week"}.get(precision, precision)  # type: ignore[return-value]
    return precision


def _other_days(said: _Said, days: calendar.Interval) -> tuple[TimeReading, ...]:
    """The other days that a date in words or figures may mean."""
    phrase, found = said.phrase, []
    if phrase.other is not None and phrase.year:
        month, day = phrase.other
        found.append(("day and month may stand in either order", calendar.day(dt.date(phrase.year, month, day))))
    if phrase.lunar:
        why = "the moon may have been sighted a day earlier or later than the calendar has it"
        found += [(why, (days[0] + shift, days[1] + shift)) for shift in (-calendar.DAY, calendar.DAY)]
    named = phrase.number if phrase.what in ("date", "monthday") else None
    if named and days[1] - days[0] == calendar.DAY and days[0].isoweekday() != named and not phrase.lunar:
        why = "the day of the week that is named is not that of the date"
        found.append((why, calendar.weekday(days[0] + dt.timedelta(days=3), named, None, False)))
    return tuple(TimeReading(why, first.isoformat(), last.isoformat()) for why, (first, last) in found)


def _at_clock(said: _Said, days: calendar.Interval) -> Time | None:
    """An instant of a day. "Midnight Thursday" is either edge of Thursday: both readings are kept."""
    phrase, now = said.phrase, said.now
    minutes = phrase.clock or 0
    base = dt.datetime.combine(days[0], dt.time())
    if minutes < NIGHT_END * 60 and last_night(phrase):
        base += calendar.DAY  # "last night at 2 a.m."
    start = base + dt.timedelta(minutes=minutes)
    exact = phrase.midnight or minutes % 60
    end = start + dt.timedelta(minutes=1 if exact else 60)
    readings: tuple[TimeReading, ...] = ()
    if phrase.midnight:
        start, end, readings = midnights(base, coming=now.future and now.anchor == days[0])
    if phrase.clock_end is not None:
        end = base + dt.timedelta(minutes=phrase.clock_end)
        end += calendar.DAY if end <= start else dt.timedelta()
    if phrase.bound == "since" and now.end is not None and start < now.end:
        return said.time(start, now.end, "hour", readings)
    if phrase.bound == "until":
        return said.time(None, start, "open", readings)
    return said.time(start, end, "minute" if exact else "hour", readings)


def _range(said: _Said, right: TimePhrase) -> Time | None:
    """From the beginning of the first end to the end of the other."""
    left = dataclasses.replace(said.phrase, upto=None, both=False)
    first, last = _ends(left, right, said.now)
    if first is None or last is None:
        return None
    if left.clock is not None and right.clock is not None:
        start = dt.datetime.combine(first[0], dt.time()) + dt.timedelta(minutes=left.clock)
        stop = dt.datetime.combine(last[0], dt.time()) + dt.timedelta(minutes=right.clock)
        return said.time(start, stop if stop > start else stop + calendar.DAY, "hour")
    if said.phrase.both and first[1] != last[0]:
        return said.time(*first, "day")
    if last[1] <= first[0]:
        return None
    if {"night", "overnight"} & {left.part, right.part} and last[0] - first[0] == calendar.DAY:
        # "in the night from Thursday to Friday"
        return said.time(day_part(first[0], 18), day_part(last[0], 6), "hour")
    precision = _precision(right)
    return said.time(first[0], last[1], precision)


def _ends(left: TimePhrase, right: TimePhrase, now: Now) -> tuple[calendar.Interval | None, calendar.Interval | None]:
    """Both ends of a range as days: the one that says less is read beside the other."""
    last = days_of(right, now)
    if left.what == "clock" and right.what != "clock":
        return last, last
    if left.what == "monthday" and right.year:
        left = dataclasses.replace(left, what="date", year=right.year)
    if left.what == "weekday" and last is not None and not now.future:
        return calendar.weekday(last[0] - calendar.DAY, left.number or 1, None, False), last
    first = days_of(left, now)
    if right.what == "clock":
        return first, first
    if right.what == "weekday" and first is not None:
        last = calendar.weekday(first[0] + calendar.DAY, right.number or 1, None, True)
    if first is not None and last is not None and first[0] > last[0] and left.month and not left.year:
        first = calendar.shifted(first, -1)
    return first, last


def _bounded(
    said: _Said,
    first: dt.datetime | dt.date,
    last: dt.datetime | dt.date,
    precision: TimePrecision,
    readings: tuple[TimeReading, ...] = (),
) -> Time:
    """An interval under "since", "until", "before" and their like."""
    bound, now = said.phrase.bound, said.now
    if bound == "since":
        if now.end is None:
            return said.time(first, None, "open", readings)
        begins = first if isinstance(first, dt.datetime) else dt.datetime.combine(first, dt.time())
        if begins < now.end:
            return said.time(first, now.end.date(), precision, readings)
    if bound == "until":
        return said.time(None, last, "open")
    if bound == "before":
        if isinstance(first, dt.datetime):
            midnight = dt.datetime.combine(first.date(), dt.time())
            return said.time(midnight, first if first > midnight else last, precision)
        return said.time(None, first, "open")
    if bound == "after" and not isinstance(first, dt.datetime):
        return said.time(last, None, "open")
    return said.time(first, last, precision, readings)


def wide(time: Time | None) -> bool:
    """Whether a time is a stretch (a week or more, or open) rather than the date of one happening."""
    if time is None or time.start is None or time.end is None:
        return True
    start, end = dt.date.fromisoformat(time.start[:10]), dt.date.fromisoformat(time.end[:10])
    return (end - start).days > 4
