"""extract: dates in figures whose day and month may stand in either order: as the report writes its others."""

from __future__ import annotations

import dataclasses
import datetime as dt

from trucewatch.extract.sentence import Parsed
from trucewatch.extract.times.timewords import TimePhrase

_FRESH, _STALE = 7, 31
"""Days before the report within which what it tells of most likely lies, and beyond which it then hardly does."""


def in_one_order(sentences: list[Parsed]) -> None:
    """Reads "3/12/2020" in the order of the report's "13/12/2020", else as the day that lies before the report."""
    items = [i for parsed in sentences for i in parsed.timed if i.time is not None and i.time.what == "date"]
    orders = {item.time.order for item in items if item.time is not None and item.time.order}
    anchor = sentences[0].anchor if sentences else None
    for item in items:
        phrase = item.time
        if phrase is None or phrase.other is None or phrase.year is None:
            continue
        if (len(orders) == 1 and "mdy" in orders) or (not orders and anchor is not None and _later(phrase, anchor)):
            month, day = phrase.other
            item.time = dataclasses.replace(phrase, month=month, day=day, other=(phrase.month or 1, phrase.day or 1))


def _later(phrase: TimePhrase, anchor: dt.date) -> bool:
    """Whether only the other order lies before the report, or lies in its week while this one is long past."""
    month, day = phrase.other or (1, 1)
    one = (anchor - dt.date(phrase.year or 1, phrase.month or 1, phrase.day or 1)).days
    other = (anchor - dt.date(phrase.year or 1, month, day)).days
    return other >= 0 and (one < 0 or (other <= _FRESH and one > _STALE))
