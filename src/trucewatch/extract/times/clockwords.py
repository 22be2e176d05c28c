"""extract: times of day: "4 p.m.", "16:30", "16h30", "between 9 and 10 p.m.", "midnight", with their zone."""

from __future__ import annotations

from dataclasses import replace

from trucewatch.extract.times.timewords import TimePhrase, has, has_value, integer, joins_range, skip, text_at
from trucewatch.extract.words.token import Mark
from trucewatch.languages.pack import Pack

_Reading = tuple[int, str | None, bool, int]
"""Hour and minute as minutes, "am" or "pm", whether the words alone show a time of day, and where they end."""


_MINUTES = 2
"""Figures of minutes: in "00:003:15 PM" the length of a film and the hour of its post run together."""
_AT = ("on", "from", "until", "by", "since", "before", "after", "between")


def _lasts(marks: list[Mark], i: int, hour: int) -> bool:
    """Whether a number of hours is a length and no time of day: "en 24 heures", "6 heures de combats"."""
    before, after = marks[i - 1] if i else None, marks[i + 2] if i + 2 < len(marks) else None
    if before is None or hour == 24 or before.sense("det") or (after is not None and after.sense("prep", "of")):
        return True
    named = any(w.what in ("weekday", "day", "month", "part") for w in before.times)
    return not (named or before.approximator or before.text in ",(" or has_value(marks, i - 1, "bound", *_AT))


def _reading(marks: list[Mark], i: int, pack: Pack) -> _Reading | None:
    """A time of day in figures at `i`."""
    dotted = _dotted(marks, i)
    hour = integer(marks, i, 0, 24) if dotted is None else dotted[0]
    if hour is None or (dotted is None and len(marks[i].text) > _MINUTES and marks[i].text.isdecimal()):
        return _military(marks, i, pack)
    minute, j, sure = (None, i + 1, False) if dotted is None else (dotted[1], i + 1, False)
    if text_at(marks, j) in (":", "h") and marks[j].glued:
        written = j + 1 < len(marks) and marks[j + 1].glued and len(marks[j + 1].text) == _MINUTES
        minute = integer(marks, j + 1, 0, 59) if written else None
        if minute is None and text_at(marks, j) == ":":
            return None
        j, sure = (j + 2 if minute is not None else j + 1), True
    elif text_at(marks, j) in pack.lists.get("hour_words", ()) and not _lasts(marks, i, hour):
        minute = integer(marks, j + 1, 0, 59)
        # "à 16 heures 30" ends with its minutes, "at 16 hours 30 people" does not.
        counted = minute is not None and j + 2 < len(marks) and bool(marks[j + 2].kinds() & {"noun", "adj"})
        j, sure = (j + 2 if minute is not None and not counted else j + 1), True
        minute = None if counted else minute
    half = has(marks, j, "clock")
    if half in ("am", "pm"):
        hour, j, sure = hour % 12 + (12 if half == "pm" else 0), skip(marks, j + 1, "."), True
    elif dotted is not None:
        return None
    return hour * 60 + (minute or 0), half if half in ("am", "pm") else None, sure, j


def _military(marks: list[Mark], i: int, pack: Pack) -> _Reading | None:
    """ "1630 hrs": four figures before a word for hours."""
    figures = text_at(marks, i)
    if len(figures) != 4 or not figures.isdecimal() or text_at(marks, i + 1) not in pack.lists.get("hour_words", ()):
        return None
    hour, minute = int(figures[:2]), int(figures[2:])
    return (hour * 60 + minute, None, True, i + 2) if hour < 24 and minute < 60 else None


def _dotted(marks: list[Mark], i: int) -> tuple[int, int] | None:
    """ "6.30 p.m.": hours and minutes with a dot, which only a half of the day behind them tells from a decimal."""
    hour, dot, minute = text_at(marks, i).partition(".")
    if not dot or not hour.isdecimal() or len(minute) != 2 or not minute.isdecimal():
        return None
    return (int(hour), int(minute)) if int(hour) <= 12 and int(minute) < 60 else None


def _zone(marks: list[Mark], j: int) -> tuple[bool, str | None, int]:
    """ "local time", "GMT", "(UTC)", "Moscow time" behind a time of day."""
    k = skip(marks, j, "(", ",")
    if has_value(marks, k, "clock", "local"):
        return True, None, skip(marks, skip(marks, k + 1, "time"), ")")
    if has_value(marks, k, "clock", "gmt"):
        return False, "+00:00", skip(marks, k + 1, ")")
    offset = has(marks, k, "zone")
    return (False, offset, skip(marks, k + 1, ")")) if offset is not None else (False, None, j)


def clock(marks: list[Mark], i: int, pack: Pack) -> TimePhrase | None:
    """A time of day, or a stretch between two, at `i`."""
    part = has(marks, i, "part")
    if part in ("midnight", "noon"):
        local, zone, j = _zone(marks, i + 1)
        return TimePhrase(
            i, j, "clock", clock=0 if part == "midnight" else 720, midnight=part == "midnight", local=local, zone=zone
        )
    first = _reading(marks, i, pack)
    if first is None:
        return None
    minutes, half, sure, j = first
    if i == 0 and half is None and len(marks[0].text) == 1 and text_at(marks, 1) == ":":
        return None  # "1:31 Video shows": how long a film runs
    found = TimePhrase(i, j, "clock", clock=minutes)
    if joins_range(marks, j, pack, i) and j + 1 < len(marks):
        last = _reading(marks, j + 1, pack)
        if last is not None and last[2] and (sure or has_value(marks, i - 1, "bound", "between", "from")):
            if half is None and last[1] == "pm" and minutes < 720 and minutes + 720 < last[0]:
                minutes += 720
            j, sure = last[3], True
            found = replace(found, clock=minutes, clock_end=last[0])
    if not sure:
        return None
    local, zone, j = _zone(marks, j)
    return replace(found, j=j, local=local, zone=zone)
