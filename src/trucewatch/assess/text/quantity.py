"""assess: lengths, durations and instants as they are written in agreements."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, time, timedelta, timezone, tzinfo
from functools import lru_cache
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from trucewatch.model.agreement import Moving

_LENGTH = re.compile(r"(\d+(?:\.\d+)?)\s*(km|m)")
_DURATION = re.compile(r"P(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?)?")
_OFFSET = re.compile(r"([+-])(\d\d):(\d\d)")
SECOND = timedelta(seconds=1)


def length_km(text: str) -> float:
    """`"6 km"` and `"500 m"` in kilometres; ValueError without a unit."""
    match = _LENGTH.fullmatch(text.strip())
    if match is None:
        raise ValueError(f'"{text}" is not a length with its unit, such as "6 km" or "500 m"')
    return float(match[1]) / (1 if match[2] == "km" else 1000)


def duration(text: str) -> timedelta:
    """An ISO 8601 duration in weeks, days, hours and minutes (`P7D`)."""
    match = _DURATION.fullmatch(text.strip())
    if match is None or not any(match.groups()):
        raise ValueError(f'"{text}" is not a duration, such as "P7D"')
    weeks, days, hours, minutes = (int(part or 0) for part in match.groups())
    return timedelta(weeks=weeks, days=days, hours=hours, minutes=minutes)


def clock(name: str) -> tzinfo:
    """A zone by its name (`Asia/Damascus`) or offset (`+03:00`); ValueError when there is none."""
    match = _OFFSET.fullmatch(name)
    if match is not None:
        offset = timedelta(hours=int(match[2]), minutes=int(match[3]))
        return timezone(offset if match[1] == "+" else -offset)
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError) as error:
        raise ValueError(f'"{name}" is not a time zone, such as "Asia/Damascus" or "+03:00"') from error


def instant(text: str, zone: tzinfo) -> datetime:
    """An instant in UTC: `zone` is used only where the text has no offset of its own; a date is its first moment."""
    parsed = datetime.fromisoformat(text)
    if parsed.tzinfo is None:
        parsed = parsed.replace(tzinfo=zone)
    return parsed.astimezone(UTC)


def start_of(day: date, zone: tzinfo) -> datetime:
    """The first moment of a day in a clock, in UTC."""
    return datetime.combine(day, time(), zone).astimezone(UTC)


def last_second_of(day: date, zone: tzinfo) -> datetime:
    """The last second of a day in a clock, in UTC: the deadline "by that day"."""
    return start_of(day + timedelta(days=1), zone) - SECOND


def stepped(base: datetime, step: Moving, zone: tzinfo) -> datetime:
    """The instant that a step leads to: a duration after `base`, or an edge of the so many-th day in a clock."""
    if step.day is None:
        return base + duration(str(step.plus))
    day = base.astimezone(zone).date() + timedelta(days=step.day - 1)
    return start_of(day, zone) if step.edge == "start" else last_second_of(day, zone)


def iso(moment: datetime) -> str:
    """An instant as text in UTC, to the second."""
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


@lru_cache(maxsize=20_000)
def say(moment: datetime, zone: tzinfo) -> str:
    """An instant for a sentence, to the minute, with its offset: `2020-03-12 23:59 (UTC+02:00)`."""
    local = moment.astimezone(zone)
    offset = local.strftime("%z")
    return f"{local:%Y-%m-%d %H:%M} (UTC{offset[:3]}:{offset[3:]})"
