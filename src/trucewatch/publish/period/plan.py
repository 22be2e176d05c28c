"""period: which days and instants a report is about."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from trucewatch.errors import SettingsError
from trucewatch.publish.period.tally import Stretch

_WEEK = re.compile(r"(\d{4})-W(\d\d)")
_CUTOFF = re.compile(r"([01]\d|2[0-3]):([0-5]\d)")
LONGEST = 366
"""Days of one report."""


@dataclass(frozen=True, slots=True)
class Plan:
    """Days `first` to `last`, both included, on the clock `zone`; known at `cutoff`, before that at `before`.

    Both instants are ISO 8601 in UTC. The period before is as long and ends where this one begins.
    """

    first: date
    last: date
    zone: str
    cutoff: str
    before: str

    @property
    def days(self) -> int:
        """How many days it is about."""
        return (self.last - self.first).days + 1

    @property
    def earlier(self) -> tuple[date, date]:
        """The first and the last day of the period before."""
        return self.first - timedelta(days=self.days), self.first - timedelta(days=1)

    def stretch(self, first: date | None = None, last: date | None = None) -> Stretch:
        """The instants of days on the clock of the report; without days, of those that it is about."""
        clock = ZoneInfo(self.zone)
        start = datetime.combine(first or self.first, time(), clock)
        end = datetime.combine((last or self.last) + timedelta(days=1), time(), clock)
        return Stretch(start.astimezone(UTC), end.astimezone(UTC), clock)


def plan(period: str, cutoff: str = "24:00", zone: str = "UTC") -> Plan:
    """The plan for `2020-03-06`, `2020-03-06/2020-03-07` (both included) or `2020-W10`; SettingsError for what is none.

    `cutoff` is a clock time of the last day; without one it is the day's end.
    """
    first, last = _days(period)
    try:
        clock = ZoneInfo(zone)
    except (ZoneInfoNotFoundError, ValueError, OSError) as error:
        raise SettingsError(f"--zone {zone}: there is no such clock. Name one as Asia/Damascus or UTC.") from error
    at = _CUTOFF.fullmatch(cutoff)
    if at is None and cutoff != "24:00":
        raise SettingsError(f"--cutoff {cutoff}: that is no time of a day. Write it as 19:30.")

    def ends(day: date) -> str:
        if at is None:
            when = datetime.combine(day + timedelta(days=1), time(), clock)
        else:
            when = datetime.combine(day, time(int(at[1]), int(at[2])), clock)
        return when.astimezone(UTC).isoformat().replace("+00:00", "Z")

    return Plan(first, last, zone, ends(last), ends(first - timedelta(days=1)))


def _days(period: str) -> tuple[date, date]:
    told = f"--period {period}: that is no period. Write it as 2020-03-06, 2020-03-06/2020-03-07 or 2020-W10."
    week = _WEEK.fullmatch(period)
    try:
        if week:
            monday = date.fromisocalendar(int(week[1]), int(week[2]), 1)
            return monday, monday + timedelta(days=6)
        begin, _, end = period.partition("/")
        first, last = date.fromisoformat(begin), date.fromisoformat(end or begin)
    except ValueError as error:
        raise SettingsError(told) from error
    if last < first:
        raise SettingsError(f"--period {period}: the last day comes before the first.")
    if (last - first).days >= LONGEST or first.year < 1900:
        raise SettingsError(f"--period {period}: at most {LONGEST} days of our own time make one report.")
    return first, last
