"""extract: words that name days: dates in letters and figures, months, years, weekdays, seasons, feasts."""

from __future__ import annotations

from dataclasses import replace

from trucewatch.extract.times.timewords import (
    TimePhrase,
    has,
    has_value,
    integer,
    joins_range,
    ordinal_end,
    skip,
    text_at,
    year_after,
    year_word,
)
from trucewatch.extract.words.token import Mark
from trucewatch.languages.pack import Pack

_SEPARATORS = ("/", ".")
_CENTURY, _TURN = 2000, 70
"""Two figures from the second number on are years of the last century: "04/05/88"."""


def iso(marks: list[Mark], i: int, pack: Pack) -> TimePhrase | None:
    """ "2020-03-05"."""
    year = integer(marks, i, 1900, 2100)
    month, day = integer(marks, i + 2, 1, 12), integer(marks, i + 4, 1, 31)
    if year and month and day and text_at(marks, i + 1) in ("-", "/") and text_at(marks, i + 3) == marks[i + 1].text:
        return TimePhrase(i, i + 5, "date", year=year, month=month, day=day)
    return None


def in_figures(marks: list[Mark], i: int, pack: Pack) -> TimePhrase | None:
    """ "27/02/2020", "27.02.2020": in the order that the language asks for; where either fits, both are read."""
    found = _with_slashes(marks, i) or _with_dots(marks, i)
    if found is None:
        return None
    first, second, year, j = found
    year = year + (_CENTURY if year < _TURN else _CENTURY - 100) if year < 100 else year
    month_first = pack.settings.get("date_order", "dmy") == "mdy"
    day, month = (second, first) if month_first else (first, second)
    other = (day, month) if first <= 12 and second <= 12 and first != second else None
    if month > 12:
        day, month = month, day
    if not 1 <= month <= 12 or not 1 <= day <= 31:
        return None
    order = None if first <= 12 and second <= 12 else "dmy" if first > 12 else "mdy"
    # Only where a language writes both orders is the other one a reading; by rule "27.02." is never month first.
    both = pack.settings.get("date_order") == "mdy" or pack.settings.get("date_order") == "either"
    return TimePhrase(i, j, "date", year, month, day, other=other if both else None, order=order)


def _with_slashes(marks: list[Mark], i: int) -> tuple[int, int, int, int] | None:
    sign = text_at(marks, i + 1)
    if sign not in ("/", "-", ".") or i + 4 >= len(marks) or not all(m.glued for m in marks[i + 1 : i + 5]):
        return None
    first, second = integer(marks, i, 1, 31), integer(marks, i + 2, 1, 31)
    year = integer(marks, i + 4, 1900, 2100)
    if year is None and sign == "/" and len(text_at(marks, i + 4)) == 2:
        year = integer(marks, i + 4, 0, 99)
    same = text_at(marks, i + 3) == sign
    return (first, second, year, i + 5) if first and second and year is not None and same else None


def _with_dots(marks: list[Mark], i: int) -> tuple[int, int, int, int] | None:
    """ "27.02.2020" is cut into a decimal, a dot and a year."""
    parts = text_at(marks, i).split(".")
    if len(parts) != 2 or not all(p.isdecimal() and len(p) <= 2 for p in parts) or text_at(marks, i + 1) != ".":
        return None
    year = integer(marks, i + 2, 1900, 2100)
    if year is None or not marks[i + 1].glued or not marks[i + 2].glued:
        return None
    return int(parts[0]), int(parts[1]), year, i + 3


def _month(marks: list[Mark], i: int) -> tuple[int | None, bool, int]:
    """The month named at `i`, whether it is of the Hijri calendar, and where its name ends.

    Two names for one month ("March/آذار") are one.
    """
    lunar = has(marks, i, "hijri")
    if lunar is not None:
        return int(lunar), True, i + 1
    value = has(marks, i, "month")
    if value is None:
        return None, False, i
    j = skip(marks, i + 1, ".")
    if text_at(marks, j) in ("/", "(") and has(marks, j + 1, "month") == value:
        j = skip(marks, j + 2, ")")
    return int(value), False, j


def _lunar_year(marks: list[Mark], j: int) -> tuple[int | None, int]:
    year = integer(marks, skip(marks, j, ","), 1300, 1500)
    if year is None:
        return None, j
    end = skip(marks, j, ",") + 1
    return year, end + 1 if has(marks, end, "era") is not None else end


def _year_of(marks: list[Mark], j: int, *, lunar: bool) -> tuple[int | None, int]:
    return _lunar_year(marks, j) if lunar else year_after(marks, j)


def month_first(marks: list[Mark], i: int, pack: Pack) -> TimePhrase | None:
    """ "Feb. 27", "March 1-4", "March the 5th, 2020", "March 2020", "March"."""
    month, lunar, k = _month(marks, i)
    if month is None or not marks[i].capital:
        return None
    the = k + 1 if k < len(marks) and marks[k].sense("det") and ordinal_end(marks, k + 2, pack) == k + 3 else k
    day = integer(marks, the, 1, 31)
    if day is not None and not (text_at(marks, the + 1) == ":" or has(marks, the + 1, "clock") in ("am", "pm")):
        j = ordinal_end(marks, the + 1, pack)
        second, j = _second_day(marks, i, j, day, pack)
        year, end = _year_of(marks, j, lunar=lunar)
        return TimePhrase(i, end, "date" if year else "monthday", year, month, day, second_day=second, lunar=lunar)
    k = k if marks[i].text.endswith(".") or text_at(marks, i + 1) != "." or k > i + 2 else i + 1
    year, end = _year_of(marks, k, lunar=lunar)
    before = marks[i - 1] if i else None
    if year is None and before is not None and before.text in ('"', "(") and text_at(marks, end) in ('"', ")"):
        return None  # a nickname: 'Alan "August" Berg'
    doubtful = marks[i].sense("modal") or marks[i].sense("verb") or marks[i].actors or marks[i].sense("noun", "people")
    if doubtful and year is None and not (before is not None and (before.sense("prep") or before.times)):
        return None  # "May" and "March" are also a name and a verb
    return TimePhrase(i, end, "month", year, month, lunar=lunar)


def _second_day(marks: list[Mark], opener: int, j: int, day: int, pack: Pack) -> tuple[int | None, int]:
    """The other end of "March 1-4" or "between March 1 and 4"."""
    if not joins_range(marks, j, pack, opener):
        return None, j
    second = integer(marks, j + 1, day + 1, 31)
    end = ordinal_end(marks, j + 2, pack)
    # "March 5 - 12 people were killed": a number that counts something is no day.
    if second is None or (end < len(marks) and _counts(marks, end)):
        return None, j
    return second, end


def _counts(marks: list[Mark], k: int) -> bool:
    mark = marks[k]
    return mark.value is not None or (mark.is_word and bool(mark.kinds() & {"noun", "adj"}) and not mark.times)


def day_first(marks: list[Mark], i: int, pack: Pack) -> TimePhrase | None:
    """ "5 March 2020", "the 5th of March", "1-4 March", "between 1 and 4 March"."""
    day = integer(marks, i, 1, 31)
    if day is None and marks[i].key in pack.lists.get("first_of_month", ()):
        day = 1
    nth = has(marks, i, "nth")
    day = int(nth) if day is None and nth is not None else day
    if day is None:
        return None
    j = skip(marks, ordinal_end(marks, i + 1, pack), "/")
    second = None
    if joins_range(marks, j, pack, i):
        over = j + 2 if j + 1 < len(marks) and marks[j + 1].sense("det") else j + 1
        second = integer(marks, over, day + 1, 31)
        j = ordinal_end(marks, over + 1, pack) if second else j
    j = skip(marks, j, "of", "de", *pack.lists.get("date_of", ()))
    month, lunar, end = _month(marks, j)
    if month is None or _name_of_a_man(marks, i, j, lunar=lunar):
        return None
    end = skip(marks, end, "/") if integer(marks, end + 1, 1900, 2100) else end
    year, end = _year_of(marks, end, lunar=lunar)
    which = has(marks, end, "which") if pack.settings.get("which") == "after" and not year else None
    if which:
        # "le 27 février dernier"
        return TimePhrase(i, end + 1, "monthday", None, month, day, second_day=second, lunar=lunar, which=which)
    return TimePhrase(i, end, "date" if year else "monthday", year, month, day, second_day=second, lunar=lunar)


def _name_of_a_man(marks: list[Mark], i: int, j: int, *, lunar: bool) -> bool:
    """ "11Rajab": months of the Hijri calendar are first names as well, which follow the number of a list at once."""
    return lunar and marks[j].glued and marks[i].value is not None


def small_month(marks: list[Mark], i: int, pack: Pack) -> TimePhrase | None:
    """A month in a language that writes months small."""
    month, lunar, end = _month(marks, i)
    if month is None or pack.settings.get("months") != "lower":
        return None
    year, end = _year_of(marks, end, lunar=lunar)
    return TimePhrase(i, end, "month", year, month, lunar=lunar)


def bare_year(marks: list[Mark], i: int, pack: Pack) -> TimePhrase | None:
    """ "in 2018": four figures behind a preposition, which count nothing."""
    said = year_word(marks, i + 1) > i + 1
    year = integer(marks, i, 1000 if said else 1900, 2100)
    after = marks[i + 1] if i + 1 < len(marks) else None
    if year is None or len(marks[i].text) != 4 or (after is not None and after.glued and after.text in "-%"):
        return None
    before = marks[i - 1] if i else None
    if before is None and not said:
        return None
    opens = before is not None and bool(
        before.kinds() & {"prep", "det"} or before.times or before.text in ("'s", "(", "d'")
    )
    counted = after is not None and any("people" in s.classes or "unit" in s.classes for s in after.senses)
    end = year_word(marks, i + 1)
    return TimePhrase(i, end, "year", year=year) if end > i + 1 or (opens and not counted) else None


def weekday(marks: list[Mark], i: int, pack: Pack) -> TimePhrase | None:
    """ "Friday", "Friday, 5 March", "vendredi dernier"; with a date behind it that date, checked by the weekday."""
    value = has(marks, i, "weekday")
    if not value or not (marks[i].capital or pack.settings.get("months") == "lower"):
        return None
    j = skip(marks, i + 1, ".") if len(marks[i].text) <= 5 and i + 2 < len(marks) else i + 1
    k = skip(marks, j, ",")
    k = k + 1 if k + 1 < len(marks) and marks[k].sense("det") and integer(marks, k + 1, 1, 31) else k
    if k < len(marks):
        for follow in (month_first(marks, k, pack), day_first(marks, k, pack), in_figures(marks, k, pack)):
            if follow is not None and follow.day is not None:
                return replace(follow, i=i, number=int(value))
    j = j + 1 if has(marks, j, "dayword") else j  # "pazartesi günü"
    which = has(marks, j, "which") if pack.settings.get("which") == "after" else None
    return TimePhrase(i, j + (1 if which else 0), "weekday", number=int(value), which=which)


def which_weekday(marks: list[Mark], i: int, pack: Pack) -> TimePhrase | None:
    """ "last Friday"."""
    which = has(marks, i, "which")
    inner = weekday(marks, i + 1, pack) if which and i + 1 < len(marks) else None
    return replace(inner, i=i, which=which) if inner is not None else None


def which_month(marks: list[Mark], i: int, pack: Pack) -> TimePhrase | None:
    """ "last December"."""
    which = has(marks, i, "which")
    inner = month_first(marks, i + 1, pack) if which and i + 1 < len(marks) else None
    return replace(inner, i=i, which=which) if inner is not None and inner.day is None else None


def weekend(marks: list[Mark], i: int, pack: Pack) -> TimePhrase | None:
    """ "last weekend", "le week-end dernier"."""
    which = has(marks, i, "which")
    k = i + 1 if which else i
    if not has(marks, k, "weekend"):
        return None
    j = k + 1
    if which is None and has(marks, j, "which"):
        which, j = has(marks, j, "which"), j + 1
    return TimePhrase(i, j, "weekend", which=which)


def season(marks: list[Mark], i: int, pack: Pack) -> TimePhrase | None:
    """ "last summer", "the winter of 2019", "l'été dernier"; `month` is the one that it begins with."""
    which = has(marks, i, "which")
    k = i + 1 if which else i
    value = has(marks, k, "season")
    if value is None or not value.isdecimal():
        return None
    year, j = year_after(marks, k + 1)
    if which is None and has(marks, j, "which"):
        which, j = has(marks, j, "which"), j + 1
    if which is None and year is None and not has_value(marks, i - 1, "bound", "in", "since", "until", "by", "early"):
        # "a summer house", "spring back": a season dates only where words of time stand beside it.
        before = marks[i - 1] if i else None
        if before is None or not before.sense("det") or not has(marks, i - 2, "bound"):
            return None
    return TimePhrase(i, j, "season", year=year, month=int(value), which=which)


def feast(marks: list[Mark], i: int, pack: Pack) -> TimePhrase | None:
    """A day that has a name: "Christmas Day", "Easter Sunday"; `unit` is its rule."""
    which = has(marks, i, "which")
    k = i + 1 if which else i
    value = has(marks, k, "feast")
    if value is None or not marks[k].capital:
        return None
    year, j = year_after(marks, k + 1)
    return TimePhrase(i, j, "feast", year=year, unit=value, which=which)


def day_word(marks: list[Mark], i: int, pack: Pack) -> TimePhrase | None:
    """ "yesterday", "tonight", "anoche", "the next day", "recently"."""
    value = has(marks, i, "day")
    if value == "tonight":
        return TimePhrase(i, i + 1, "day", number=0, part="night")
    if value == "night":
        return TimePhrase(i, i + 1, "part", part="this night", which="this")
    if value is not None:
        number, _, part = value.partition(" ")
        return TimePhrase(i, i + 1, "day", number=int(number), part=part or None)
    told = has(marks, i, "then")
    if told is not None:
        return TimePhrase(i, i + 1, "then", number=None if told == "since" else int(told), unit="day", which=told)
    recent = has(marks, i, "recent")
    if recent:
        return TimePhrase(i, i + 1, "recent", unit=recent if recent != "recently" else "week")
    return None


def nth(marks: list[Mark], i: int, pack: Pack) -> TimePhrase | None:
    """ "on the 5th": a day of the month told of, where no noun follows that it would count."""
    day = integer(marks, i, 1, 31)
    end = ordinal_end(marks, i + 1, pack)
    before = marks[i - 1] if i else None
    if day is None or end == i + 1 or before is None or not before.sense("det"):
        return None
    if not (
        has_value(marks, i - 2, "bound", "on", "since", "until", "by", "from")
        or marks[max(i - 2, 0)].sense("prep", "on")
    ):
        return None
    after = marks[end] if end < len(marks) else None
    if after is not None and (after.capital or _counts(marks, end) or (after.is_word and not after.senses)):
        return None
    return TimePhrase(i, end, "ordinal", day=day)
