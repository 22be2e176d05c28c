"""read: dates and numbers in the cells of a table, written in any of our ways."""

from __future__ import annotations

import math
import re

from trucewatch.languages.fold import fold
from trucewatch.read.calendar_days import checked
from trucewatch.read.dates import written_dates
from trucewatch.read.words import all_words

_CLOCK = re.compile(
    r"(?<!\d)([01]?\d|2[0-3])\s?[:h.]\s?([0-5]\d)(?::([0-5]\d))?"
    r"\s*(am|pm|a\.m\.|p\.m\.)?\s*(z|utc|[+-]\d{2}:?\d{2})?\b"
)
LONGEST = 80
"""Characters of a cell that is a date."""


def instant_of(cell: str) -> str | None:
    """A date or instant in ISO 8601, with an offset only where one is written; None for what is no date that exists."""
    if len(cell) > LONGEST:
        return None
    if value := checked(cell):
        return value
    if re.match(r"\d{4}-\d{2}", cell):
        match = re.fullmatch(r"(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2}) ?(Z|[+-]\d{2}:\d{2})?", cell)
        return checked(f"{match[1]}T{match[2]}{match[3] or ''}") if match else None
    folded = fold(cell)
    for words in all_words():
        dates = [d for d in written_dates(folded, words) if d.iso()]
        if len(dates) == 1 and dates[0].exists and dates[0].day is not None:
            rest = f"{cell[: dates[0].span[0]]} {cell[dates[0].span[1] :]}".lower()
            return _with_clock(str(dates[0].iso()), rest)
    return None


def _with_clock(day: str, rest: str) -> str | None:
    match = _CLOCK.search(rest)
    if match is None or "T" in day:
        return checked(day)
    hour, late = int(match[1]), (match[4] or "").startswith("p")
    hour = hour % 12 + (12 if late else 0) if match[4] else hour
    zone = {"z": "Z", "utc": "Z", None: ""}.get(match[5], match[5] or "")
    return checked(f"{day}T{hour:02d}:{match[2]}:{match[3] or '00'}{zone}")


def number_of(cell: str) -> float | None:
    """A finite number with a point or a decimal comma; None for anything else."""
    try:
        value = float(cell.replace(",", "."))
    except ValueError:
        return None
    return value if math.isfinite(value) else None
