"""publish: reads the ISO 8601 dates and instants of a record, and puts instants on the clock of an agreement."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, timezone, tzinfo
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

_MOMENT = re.compile(
    r"(\d{4})(?:-(\d\d)(?:-(\d\d)(?:[T ](\d\d):(\d\d)(?::\d\d(?:\.\d+)?)?\s*(Z|[+-]\d\d:?\d\d)?)?)?)?",
)
_OFFSET = re.compile(r"(?:UTC)?([+-])(\d\d):?(\d\d)")


@dataclass(frozen=True, slots=True)
class Moment:
    """A date, or an hour of it. `offset` is minutes east of UTC where it is known; `parts` is 1 year to 4 hour."""

    day: date
    hour: int | None
    minute: int | None
    offset: int | None
    parts: int

    def utc(self, default: tzinfo = UTC) -> datetime:
        """The instant; a moment without an offset is read on the `default` clock."""
        clock = default if self.offset is None else timezone(timedelta(minutes=self.offset))
        return datetime(
            self.day.year, self.day.month, self.day.day, self.hour or 0, self.minute or 0, tzinfo=clock
        ).astimezone(UTC)


def moment(text: str | None) -> Moment | None:
    """Read a date or an instant; None where the text is neither."""
    match = _MOMENT.fullmatch((text or "").strip())
    if match is None:
        return None
    year, month, day, hour, minute, offset = match.groups()
    try:
        when = date(int(year), int(month or 1), int(day or 1))
    except ValueError:
        return None
    if hour is not None and (int(hour) > 23 or int(minute) > 59):
        return None
    parts = 4 if hour else 3 if day else 2 if month else 1
    return Moment(when, _int(hour), _int(minute), _minutes(offset), parts)


def _int(text: str | None) -> int | None:
    return None if text is None else int(text)


def _minutes(offset: str | None) -> int | None:
    if offset in (None, "Z"):
        return None if offset is None else 0
    match = _OFFSET.fullmatch(offset)
    if match is None:
        return None
    minutes = int(match[2]) * 60 + int(match[3])
    return -minutes if match[1] == "-" else minutes


def clock(name: str) -> tzinfo:
    """The clock called `Asia/Damascus` or `+02:00`; UTC where the machine does not know the name."""
    minutes = _minutes(name) if _OFFSET.fullmatch(name) else None
    if minutes is not None:
        return timezone(timedelta(minutes=minutes))
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return UTC


def day_on(text: str | None, zone: tzinfo = UTC) -> date | None:
    """The calendar day of a date or instant on a clock; whole days stay as they are."""
    when = moment(text)
    if when is None:
        return None
    if when.hour is None:
        return when.day
    return when.utc(zone).astimezone(zone).date()


def earliest_day(published: str | None) -> date | None:
    """The first day that a publication time `a`, or interval `a/b`, allows."""
    return day_on((published or "").split("/")[0])


def last_day(text: str | None, zone: tzinfo = UTC) -> date | None:
    """The last calendar day before or at an instant that ends something: a midnight belongs to the day it ends."""
    when = moment(text)
    if when is None or when.hour is None:
        return day_on(text, zone)
    return (when.utc(zone) - timedelta(seconds=1)).astimezone(zone).date()
