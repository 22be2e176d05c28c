"""extract: the Hijri calendar by its arithmetic rule, which sightings of the moon may shift by a day."""

from __future__ import annotations

import datetime as dt

from trucewatch.extract.times.calendar import DAY, Interval

_EPOCH = 1948440 - 385
_JULIAN_OF_ORDINAL = 1721425
_YEAR_DAYS = 354.367
_FIRST_YEAR = 622
SLACK = DAY
"""How far a sighting may lie from the arithmetic."""


def date(year: int, month: int, day: int) -> dt.date:
    """A day of the Hijri calendar as a day of ours."""
    julian = (11 * year + 3) // 30 + 354 * year + 30 * month - (month - 1) // 2 + day + _EPOCH
    return dt.date.fromordinal(julian - _JULIAN_OF_ORDINAL)


def month(year: int, number: int) -> Interval:
    """A month of the Hijri calendar."""
    after = date(year + 1, 1, 1) if number == 12 else date(year, number + 1, 1)
    return date(year, number, 1), after


def year_near(anchor: dt.date, number: int, day: int, *, future: bool) -> int:
    """The Hijri year in which a month (and day) without one lies: the last before the anchor, or the next."""
    guess = int((anchor.toordinal() - dt.date(_FIRST_YEAR, 7, 16).toordinal()) / _YEAR_DAYS) + 1
    years = range(guess - 1, guess + 2)
    behind = [y for y in years if date(y, number, day) <= anchor + SLACK]
    ahead = [y for y in years if date(y, number, day) >= anchor - SLACK]
    if future and ahead:
        return ahead[0]
    return behind[-1] if behind else guess
