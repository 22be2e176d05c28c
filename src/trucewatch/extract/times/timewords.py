"""extract: what a time expression says, and the small questions that its grammar asks of the marks."""

from __future__ import annotations

from dataclasses import dataclass

from trucewatch.extract.words.token import Mark
from trucewatch.languages.pack import Pack

DAYS = ("date", "monthday", "weekday", "day", "then", "feast", "ordinal")
"""Kinds of expression that name a day, to which an hour or a part of the day may belong."""


@dataclass(frozen=True, slots=True)
class TimePhrase:
    """Marks `[i, j)` and what they say.

    `what` is date, monthday, month, year, ordinal (a day without its month), weekday, weekend, unit, day, then (counted
    from the time told last), ago, past, within, hence, recent, season, feast, part, clock or length; `bound` is since,
    until, by, before, after, from or None; `clock` and `clock_end` are minutes after midnight; `midnight` marks the
    word.
    """

    i: int
    j: int
    what: str
    year: int | None = None
    month: int | None = None
    day: int | None = None
    number: int | None = None
    unit: str | None = None
    which: str | None = None
    weekday: int | None = None
    """The day of the week that is named beside "today" or "yesterday"."""
    weeks: int | None = None
    """The week of a weekday, counted from that of the report, where it is named."""
    bound: str | None = None
    clock: int | None = None
    clock_end: int | None = None
    midnight: bool = False
    part: str | None = None
    third: str | None = None
    """The early, mid or late part of a month, year, week or day."""
    local: bool = False
    zone: str | None = None
    second_day: int | None = None
    other: tuple[int, int] | None = None
    """Month and day as the other order of the figures has them."""
    order: str | None = None
    """The order of day and month in figures that allow but one: "dmy" or "mdy"."""
    lunar: bool = False
    """A date of the Hijri calendar."""
    upto: TimePhrase | None = None
    """The other end of a range."""
    both: bool = False
    """Two days joined by "and", which are a stretch only when one follows the other."""


_FIRST_YEAR, _COUNTABLE = 1000, 1900
"""Four figures behind a date are a year; below the second number they may also count something."""
_ABBREVIATED = 2
"""Letters of a word for "year" behind which a full stop ends no sentence."""


def has(marks: list[Mark], i: int, what: str) -> str | None:
    """The value that the mark at `i` has as a word of the calendar of one kind."""
    if 0 <= i < len(marks):
        for word in marks[i].times:
            if word.what == what:
                return word.value
    return None


def has_value(marks: list[Mark], i: int, what: str, *values: str) -> bool:
    """Whether the mark at `i` is a word of the calendar of one kind with one of these values."""
    return 0 <= i < len(marks) and any(w.what == what and w.value in values for w in marks[i].times)


def integer(marks: list[Mark], i: int, low: int, high: int) -> int | None:
    """The whole number written at `i`, if it lies in `[low, high]`."""
    if not 0 <= i < len(marks):
        return None
    value = marks[i].value
    if value is None or value != int(value) or not low <= value <= high or "," in marks[i].text:
        return None
    return int(value)


def text_at(marks: list[Mark], i: int) -> str:
    """The text of the mark at `i`, empty outside of the sentence."""
    return marks[i].text if 0 <= i < len(marks) else ""


def skip(marks: list[Mark], i: int, *texts: str) -> int:
    """`i`, or the next mark when the one at `i` has one of these texts."""
    return i + 1 if text_at(marks, i) in texts else i


def year_after(marks: list[Mark], j: int) -> tuple[int | None, int]:
    """The year that follows a date, over a comma or "of", and where it ends."""
    k = skip(marks, skip(marks, j, ","), "de", "of")
    found = integer(marks, k, _FIRST_YEAR, 2100)
    hyphen = text_at(marks, k + 1) == "-" and marks[k + 1].glued
    if found is None or len(marks[k].text) != 4 or hyphen:
        return None, j
    counts = k + 1 < len(marks) and bool(marks[k + 1].kinds() & {"noun", "adj"})
    if found < _COUNTABLE and counts and has(marks, k + 1, "year") is None:
        return None, j  # "in March 1500 people fled"
    return found, year_word(marks, k + 1)


def year_word(marks: list[Mark], j: int) -> int:
    """Past the word for "year" that some languages set behind its number: "6 марта 2020 года", "2020 г."."""
    if has(marks, j, "year") is None:
        return j
    return skip(marks, j + 1, ".") if len(marks[j].text) <= _ABBREVIATED else j + 1


def ordinal_end(marks: list[Mark], j: int, pack: Pack) -> int:
    """Behind the ending of an ordinal: "27th", "1er"."""
    ends = pack.lists.get("ordinal_ends", frozenset()) | {"st", "nd", "rd", "th", "er"}
    if text_at(marks, j) == "-" and j + 1 < len(marks) and marks[j + 1].glued and marks[j + 1].text in ends:
        return j + 2  # "1-го"
    return j + 1 if j < len(marks) and marks[j].glued and marks[j].text in ends else j


def joins_range(marks: list[Mark], j: int, pack: Pack, opener: int) -> bool:
    """Whether the mark at `j` joins two ends of a range, whose first begins at `opener`: "to", "-", "between … and"."""
    if not 0 <= j < len(marks):
        return False
    mark = marks[j]
    if mark.text == "-" or mark.key in pack.lists.get("day_range", ()):
        return True
    before = opener - 1
    while before > 0 and marks[before].sense("det"):
        before -= 1
    return has_value(marks, before, "bound", "between") and mark.key in pack.lists.get("range_words", ())
