"""extract: time expressions as phrases: what the words say, before an anchor and a tense give them a value."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from trucewatch.extract.numbers import number_at
from trucewatch.extract.token import Mark
from trucewatch.languages.pack import Pack


@dataclass(frozen=True, slots=True)
class TimePhrase:
    """Marks `[i, j)` and what they say.

    `what` is date, monthday, month, year, weekday, weekend, unit, day, ago, past, within, recent or clock; `bound` is
    since, until, by, before, after, from or None; `clock` is minutes after midnight; `midnight` marks the word itself.
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
    bound: str | None = None
    clock: int | None = None
    midnight: bool = False
    part: str | None = None
    local: bool = False
    zone: str | None = None
    second_day: int | None = None


def _has(marks: Sequence[Mark], i: int, what: str) -> str | None:
    if 0 <= i < len(marks):
        for word in marks[i].times:
            if word.what == what:
                return word.value
    return None


def _integer(marks: Sequence[Mark], i: int, low: int, high: int) -> int | None:
    if not 0 <= i < len(marks):
        return None
    value = marks[i].value
    if value is None or value != int(value) or not low <= value <= high or "," in marks[i].text:
        return None
    return int(value)


def _text(marks: Sequence[Mark], i: int) -> str:
    return marks[i].text if 0 <= i < len(marks) else ""


def _skip(marks: Sequence[Mark], i: int, *texts: str) -> int:
    return i + 1 if _text(marks, i) in texts else i


def _year_after(marks: Sequence[Mark], j: int) -> tuple[int | None, int]:
    k = _skip(marks, j, ",", "de")
    found = _integer(marks, k, 1900, 2100)
    if found is not None and _text(marks, k + 1) != "-":
        return found, k + 1
    return None, j


def _ordinal_end(marks: Sequence[Mark], j: int) -> int:
    return j + 1 if j < len(marks) and marks[j].glued and marks[j].text in ("st", "nd", "rd", "th", "er") else j


def _iso(marks: Sequence[Mark], i: int) -> TimePhrase | None:
    year = _integer(marks, i, 1900, 2100)
    month, day = _integer(marks, i + 2, 1, 12), _integer(marks, i + 4, 1, 31)
    if year and month and day and _text(marks, i + 1) == _text(marks, i + 3) == "-":
        return TimePhrase(i, i + 5, "date", year=year, month=month, day=day)
    return None


def _month_first(marks: Sequence[Mark], i: int) -> TimePhrase | None:
    month = _has(marks, i, "month")
    if not month or not marks[i].capital:
        return None
    k = _skip(marks, i + 1, ".")
    day = _integer(marks, k, 1, 31)
    if day is not None:
        j = _ordinal_end(marks, k + 1)
        second = _integer(marks, j + 1, day + 1, 31) if _text(marks, j) == "-" else None
        year, end = _year_after(marks, j + 2 if second else j)
        return TimePhrase(i, end, "date" if year else "monthday", year, int(month), day, second_day=second)
    year, end = _year_after(marks, i + 1)
    return TimePhrase(i, end, "month", year, int(month))


def _day_first(marks: Sequence[Mark], i: int, pack: Pack) -> TimePhrase | None:
    day = _integer(marks, i, 1, 31)
    if day is None and marks[i].key in pack.lists.get("first_of_month", ()):
        day = 1
    if day is None:
        return None
    j = _skip(marks, _ordinal_end(marks, i + 1), "of", "de")
    month = _has(marks, j, "month")
    if not month:
        return None
    year, end = _year_after(marks, _skip(marks, j + 1, "."))
    return TimePhrase(i, end, "date" if year else "monthday", year, int(month), day)


def _small_month(marks: Sequence[Mark], i: int, pack: Pack) -> TimePhrase | None:
    """A month in a language that writes months small."""
    month = _has(marks, i, "month")
    if not month or pack.settings.get("months") != "lower":
        return None
    year, end = _year_after(marks, i + 1)
    return TimePhrase(i, end, "month", year, int(month))


def _year(marks: Sequence[Mark], i: int, pack: Pack) -> TimePhrase | None:
    year = _integer(marks, i, 1900, 2100)
    if (
        year is None
        or len(marks[i].text) != 4
        or (i + 1 < len(marks) and marks[i + 1].glued and marks[i + 1].text in "-%")
    ):
        return None
    before = marks[i - 1] if i else None
    if before is None:
        return None
    opens = before.kinds() & {"prep", "det"} or before.times or before.text in ("'s", "(", "d'")
    follows = marks[i + 1] if i + 1 < len(marks) else None
    counted = follows is not None and any("people" in s.classes or "unit" in s.classes for s in follows.senses)
    return TimePhrase(i, i + 1, "year", year=year) if opens and not counted else None


def _weekday(marks: Sequence[Mark], i: int, pack: Pack) -> TimePhrase | None:
    value = _has(marks, i, "weekday")
    if not value or not (marks[i].capital or pack.settings.get("months") == "lower"):
        return None
    j = _skip(marks, i + 1, ".") if len(marks[i].text) <= 5 and i + 2 < len(marks) else i + 1
    k = _skip(marks, j, ",", "le")
    for follow in (
        _month_first(marks, k) if k < len(marks) else None,
        _day_first(marks, k, pack) if k < len(marks) else None,
    ):
        if follow is not None and follow.day is not None:
            return replace(follow, i=i, number=int(value))
    which = _has(marks, j, "which") if pack.settings.get("which") == "after" else None
    return TimePhrase(i, j + (1 if which else 0), "weekday", number=int(value), which=which)


def _unit_phrase(marks: Sequence[Mark], i: int, pack: Pack) -> TimePhrase | None:
    """ "last week", "three days ago", "the past 24 hours", "la semaine derniere", "ces derniers jours"."""
    after = pack.settings.get("which") == "after"
    which = _has(marks, i, "which")
    recent = _has(marks, i, "bound") == "recent" or bool(marks[i].key in pack.lists.get("recent_words", ()))
    k = i + 1 if which or recent else i
    number, k2 = None, k
    if k < len(marks):
        found = number_at(marks, k, pack)
        if found is not None and found.i >= i and not found.more:
            number, k2 = found.low, found.j
            if after and _has(marks, k2, "which"):
                which, k2 = _has(marks, k2, "which"), k2 + 1
    unit = _has(marks, k2, "unit")
    if not unit:
        return None
    j = k2 + 1
    if recent or (which and which != "next" and number is None and marks[k2].text.endswith("s") and unit != "month"):
        return TimePhrase(i, j, "recent", unit=unit, number=int(number) if number else None)
    if after and which is None and _has(marks, j, "which"):
        which, j = _has(marks, j, "which"), j + 1
        if number is None and marks[j - 1].text.endswith("s") and marks[k2].sense("noun") and which == "last":
            return TimePhrase(i, j, "recent", unit=unit)
    if _has(marks, j, "bound") == "ago" and number is not None:
        return TimePhrase(i, j + 1, "ago", unit=unit, number=int(number))
    if which and number is not None:
        return TimePhrase(i, j, "past" if which == "last" else "within", unit=unit, number=int(number))
    if which and unit not in ("hour", "minute", "decade"):
        return TimePhrase(i, j, "unit", unit=unit, number={"last": -1, "this": 0, "next": 1}[which])
    return TimePhrase(i, j, "length", unit=unit, number=int(number)) if number is not None and number >= 1 else None


def _lasts(marks: Sequence[Mark], i: int, hour: int) -> bool:
    """Whether a number of hours is a length and no time of day: "en 24 heures", "les 6 heures de combats"."""
    before = marks[i - 1] if i else None
    return hour == 24 or (before is not None and bool(before.sense("det") or _has(marks, i - 1, "bound") == "in"))


def _clock(marks: Sequence[Mark], i: int, pack: Pack) -> TimePhrase | None:
    """ "4 p.m.", "16:00", "16h30", "midnight", "noon", with "local time" or GMT."""
    part = _has(marks, i, "part")
    j = i + 1
    if part in ("midnight", "noon"):
        clock = 0 if part == "midnight" else 720
    else:
        hour = _integer(marks, i, 0, 24)
        if hour is None:
            return None
        minute = None
        if _text(marks, j) in (":", "h") and marks[j].glued:
            minute = _integer(marks, j + 1, 0, 59) if j + 1 < len(marks) and marks[j + 1].glued else None
            if minute is None and _text(marks, j) == ":":
                return None
            j += 2 if minute is not None else 1
        elif _text(marks, j) in pack.lists.get("hour_words", ()) and not _lasts(marks, i, hour):
            minute = _integer(marks, j + 1, 0, 59)
            j += 2 if minute is not None and j + 1 < len(marks) else 1
        suffix = _has(marks, j, "clock")
        if suffix in ("am", "pm"):
            hour, j = hour % 12 + (12 if suffix == "pm" else 0), _skip(marks, j + 1, ".")
        elif j == i + 1:
            return None
        clock = hour * 60 + (minute or 0)
    bracket = _skip(marks, j, "(")
    local, zone = False, None
    if _has(marks, bracket, "clock") == "local":
        local, j = True, bracket + 1
        j = _skip(marks, j, "time", ")")
    elif _has(marks, bracket, "clock") == "gmt":
        zone, j = "+00:00", _skip(marks, bracket + 1, ")")
    return TimePhrase(i, j, "clock", clock=clock, midnight=part == "midnight", local=local, zone=zone)


def _day_word(marks: Sequence[Mark], i: int) -> TimePhrase | None:
    value = _has(marks, i, "day")
    if value == "tonight":
        return TimePhrase(i, i + 1, "day", number=0, part="night")
    if value is not None:
        return TimePhrase(i, i + 1, "day", number=int(value))
    if _has(marks, i, "recent"):
        return TimePhrase(i, i + 1, "recent", unit="week")
    return None


def _weekend(marks: Sequence[Mark], i: int, pack: Pack) -> TimePhrase | None:
    which = _has(marks, i, "which")
    k = i + 1 if which else i
    if not _has(marks, k, "weekend"):
        return None
    j = k + 1
    if which is None and _has(marks, j, "which"):
        which, j = _has(marks, j, "which"), j + 1
    return TimePhrase(i, j, "weekend", which=which)


def _which_weekday(marks: Sequence[Mark], i: int, pack: Pack) -> TimePhrase | None:
    which = _has(marks, i, "which")
    inner = _weekday(marks, i + 1, pack) if which and i + 1 < len(marks) else None
    return replace(inner, i=i, which=which) if inner is not None else None


def _which_month(marks: Sequence[Mark], i: int, pack: Pack) -> TimePhrase | None:
    which = _has(marks, i, "which")
    inner = _month_first(marks, i + 1) if which and i + 1 < len(marks) else None
    return replace(inner, i=i, which=which) if inner is not None and inner.day is None else None


def _within(marks: Sequence[Mark], i: int, pack: Pack) -> TimePhrase | None:
    """ "within seven days", "dans les sept jours", "il y a trois jours"."""
    bound = _has(marks, i, "bound")
    if bound not in ("within", "ago"):
        return None
    k = i + 1
    while k < len(marks) and marks[k].sense("det") and marks[k].number is None:
        k += 1
    number = number_at(marks, k, pack) if k < len(marks) else None
    unit = _has(marks, number.j, "unit") if number else None
    if number is None or unit is None:
        return None
    return TimePhrase(i, number.j + 1, "within" if bound == "within" else "ago", unit=unit, number=int(number.low))


def _one(marks: Sequence[Mark], i: int, pack: Pack) -> TimePhrase | None:
    """The time expression that begins exactly at mark `i`."""
    mark = marks[i]
    openers = pack.lists.get("recent_words", frozenset()) | pack.lists.get("first_of_month", frozenset())
    if not (mark.value is not None or mark.times or mark.number or mark.approximator or mark.key in openers):
        return None
    for found in (
        _iso(marks, i),
        _which_weekday(marks, i, pack),
        _which_month(marks, i, pack),
        _weekend(marks, i, pack),
        _weekday(marks, i, pack),
        _month_first(marks, i),
        _day_first(marks, i, pack),
        _clock(marks, i, pack),
        _within(marks, i, pack),
        _unit_phrase(marks, i, pack),
        _small_month(marks, i, pack),
        _day_word(marks, i),
        _year(marks, i, pack),
    ):
        if found is not None:
            return found
    return None


def _with_part(phrase: TimePhrase, marks: Sequence[Mark]) -> TimePhrase:
    part = _has(marks, phrase.j, "part")
    if part and part not in ("midnight", "noon") and phrase.what in ("weekday", "day", "monthday", "date"):
        return replace(phrase, j=phrase.j + 1, part=part)
    return phrase


def _part_before(phrase: TimePhrase, marks: Sequence[Mark]) -> TimePhrase:
    """ "the early hours of Friday", "at dawn on Thursday", "the afternoon of 29 October"."""
    if phrase.what not in ("weekday", "day", "monthday", "date") or phrase.part or phrase.clock is not None:
        return phrase
    k = phrase.i - 1
    while (
        k >= 0
        and (marks[k].sense("prep") or marks[k].sense("det") or marks[k].text in (",", "hours"))
        and k > phrase.i - 5
    ):
        k -= 1
    part = _has(marks, k, "part")
    if part is None or part in ("midnight", "noon") or k >= phrase.i - 1:
        return phrase
    return replace(phrase, i=k, part=part)


def _joined(left: TimePhrase, right: TimePhrase, marks: Sequence[Mark]) -> TimePhrase | None:
    """A clock and a day that stand together: "4 p.m. on Thursday", "Friday from 6 p.m."."""
    between = range(left.j, right.i)
    if len(between) > 3 or any(
        not (marks[k].sense("prep") or marks[k].sense("det") or marks[k].times or marks[k].text in (",", "from", "de"))
        for k in between
    ):
        return None
    days = ("weekday", "day", "monthday", "date")
    clock, date = (left, right) if left.what == "clock" else (right, left)
    if clock.what != "clock" or date.what not in days:
        return None
    bound = left.bound or right.bound
    return replace(
        date,
        i=left.i,
        j=right.j,
        clock=clock.clock,
        midnight=clock.midnight,
        local=clock.local,
        zone=clock.zone,
        bound=bound,
    )


_DATES = ("date", "monthday", "weekday", "weekend")
_BOUNDS = ("since", "until", "by", "before", "after", "from")


def time_phrases(marks: Sequence[Mark], pack: Pack) -> list[TimePhrase]:
    """All time expressions of a sentence, in order, not overlapping, with the word that bounds them."""
    found: list[TimePhrase] = []
    i = 0
    while i < len(marks):
        phrase = _one(marks, i, pack)
        if phrase is None:
            i += 1
            continue
        phrase = _bounded(_part_before(_with_part(phrase, marks), marks), marks)
        joined = _joined(found[-1], phrase, marks) if found else None
        if joined is not None:
            found[-1] = joined
        else:
            found.append(phrase)
        i = phrase.j
    return [p for p in found if not (p.what == "clock" and p.clock is None)]


def _bounded(phrase: TimePhrase, marks: Sequence[Mark]) -> TimePhrase:
    k = phrase.i - 1
    while (
        k >= 0
        and (marks[k].sense("det") or _has(marks, k, "bound") in ("early", "late", "mid", "on"))
        and k > phrase.i - 3
    ):
        k -= 1
    bound = _has(marks, k, "bound")
    if bound in _BOUNDS and phrase.what not in ("within", "ago", "length"):
        return replace(phrase, i=k, bound=bound)
    if bound == "within" and phrase.what == "length":
        return replace(phrase, i=k, what="within")
    before = marks[phrase.i - 1] if phrase.i else None
    if before is not None and "on" in {w.value for w in before.times} and before.sense("det") and phrase.what in _DATES:
        return replace(phrase, i=phrase.i - 1)
    return phrase
