"""extract: stretches counted in units: "last week", "three days ago", "the past 24 hours", "two days later"."""

from __future__ import annotations

from trucewatch.extract.times.timewords import TimePhrase, has, has_value
from trucewatch.extract.words.numbers import Number, number_at
from trucewatch.extract.words.token import Mark
from trucewatch.languages.pack import Pack

_FIRST_YEAR, _LAST_YEAR = 1900, 2100
_THIRDS = ("early", "mid", "late")
_COUNTING = ("within", "ago", "hence")
"""Words before a number of units; "hence" is "within" of what is to come, and "later" of what is told as done."""
_OFFSETS = {"last": -1, "this": 0, "next": 1}


def unit_phrase(marks: list[Mark], i: int, pack: Pack) -> TimePhrase | None:
    """A unit with what is said of it: which one, how many, ago, later."""
    after = pack.settings.get("which") == "after"
    which = has(marks, i, "which")
    recent = has_value(marks, i, "bound", "recent") or marks[i].key in pack.lists.get("recent_words", ())
    k = i + 1 if which or recent else i
    number, k2, vague = None, k, False
    if k < len(marks):
        found = number_at(marks, k, pack)
        if (
            found is not None
            and (found.i >= i or marks[k].value is not None or marks[k].number is not None)
            and not found.more
        ):
            number, k2 = _about(found), found.j
            vague = found.approximator == "vague"
            if after and has(marks, k2, "which"):
                which, k2 = has(marks, k2, "which"), k2 + 1
    one = number is None and k == i and marks[i].key in pack.lists.get("indefinite", ())
    k2 = i + 1 if one else k2
    unit = has(marks, k2, "unit")
    if not unit and number is None and has(marks, k, "pair"):
        unit, number, k2 = has(marks, k, "pair"), 2, k
        if after and has(marks, k + 1, "which"):
            which = has(marks, k + 1, "which")
            return TimePhrase(i, k + 2, "past" if which == "last" else "within", unit=unit, number=2)
    if not unit or (unit == "year" and number is not None and _FIRST_YEAR <= number < _LAST_YEAR):
        return None  # "соглашение 2018 года": a year and no length
    if vague and has_value(marks, k2 + 1, "bound", "ago"):
        return TimePhrase(i, k2 + 2, "recent", unit=unit)  # "a few days ago"
    later = has(marks, k2 + 1, "later") if vague else None
    if later is not None:
        return TimePhrase(i, k2 + 2, "then", unit=unit, which=later)
    if one:
        # "a year ago", "a day later": the article counts only before these words.
        told = has_value(marks, k2 + 1, "bound", "ago") or has(marks, k2 + 1, "later") is not None
        return _of_unit(marks, i, k2, unit, None, 1, recent=False, after=after) if told else None
    bare = pack.settings.get("order") == "free"  # no article before "week ago"
    if after and number is None and which is None and (behind := _counted_behind(marks, k2 + 1, pack)) is not None:
        count, direction, end = behind
        return TimePhrase(i, end, "past" if direction == "last" else "within", unit=unit, number=count)
    many = _many(marks[k2], unit, pack)
    return _of_unit(marks, i, k2, unit, which, number, recent=recent, after=after, many=many, bare=bare)


def _counted_behind(marks: list[Mark], j: int, pack: Pack) -> tuple[int, str, int] | None:
    """ "The hours the 24 past" (الساعات الـ24 الماضية): a number behind its unit, and which way it counts."""
    j += j < len(marks) and marks[j].key == pack.settings.get("article")
    if j >= len(marks) or (marks[j].value is None and marks[j].number is None):
        return None
    number = number_at(marks, j, pack)
    which = has(marks, number.j, "which") if number is not None else None
    if number is None or which is None or number.low != number.high:
        return None
    return int(number.low), which, number.j + 1


def _about(number: Number) -> float:
    """The number that is meant: "nearly two weeks ago" is two."""
    if number.high is None or number.approximator not in ("about", "nearly"):
        return number.low
    return float(round((number.low + number.high) / 2))


def _many(mark: Mark, unit: str, pack: Pack) -> bool:
    """Whether a unit is written in the plural: "the last days" are no one day."""
    plurals = pack.lists.get("plural_units")
    return mark.text in plurals if plurals else mark.text.endswith("s") and unit != "month"


def _of_unit(
    marks: list[Mark],
    i: int,
    at: int,
    unit: str,
    which: str | None,
    number: float | None,
    *,
    recent: bool,
    after: bool,
    many: bool = False,
    bare: bool = False,
) -> TimePhrase | None:
    """The stretch that the unit at `at` makes with its number and "last", "next" or "recent"."""
    j = at + 1
    if recent or (which and which != "next" and number is None and many):
        return TimePhrase(i, j, "recent", unit=unit, number=int(number) if number else None)
    if after and which is None and has(marks, j, "which"):
        which, j = has(marks, j, "which"), j + 1
        plural = marks[j - 1].text.endswith("s") and marks[at].sense("noun")
        if number is None and (plural or many) and which == "last":
            return TimePhrase(i, j, "recent", unit=unit)
    if number is not None:
        count = int(number)
        if has_value(marks, j, "bound", "ago"):
            return TimePhrase(i, j + 1, "ago", unit=unit, number=count)
        told = has(marks, j, "later")
        if told is not None:
            return TimePhrase(i, j + 1, "then", unit=unit, number=-count if told == "earlier" else count)
        if which:
            return TimePhrase(i, j, "past" if which == "last" else "within", unit=unit, number=count)
        return TimePhrase(i, j, "length", unit=unit, number=count) if number >= 1 else None
    if bare and which is None and not many and has_value(marks, j, "bound", "ago"):
        return TimePhrase(i, j + 1, "ago", unit=unit, number=1)  # "неделю назад"
    told = has(marks, j, "later")
    if told is not None and which is None:
        # "hours later", "days earlier": how many is not said.
        return TimePhrase(i, j + 1, "then", unit=unit, which=told)
    if which and unit not in ("hour", "minute", "decade"):
        return TimePhrase(i, j, "unit", unit=unit, number=_OFFSETS.get(which, 0))
    return None


def edge(marks: list[Mark], i: int, pack: Pack) -> TimePhrase | None:
    """ "The beginning of the month", "ayın başı": of the one that runs, where no other is named."""
    unit = has(marks, i, "unit")
    if unit not in ("week", "month", "year"):
        return None
    behind = has(marks, i + 1, "bound") if pack.settings.get("bounds") == "after" else None
    if behind in _THIRDS:
        return TimePhrase(i, i + 2, "unit", unit=unit, number=0, third=behind)
    k = i - 1
    while k > max(i - 3, 0) and (marks[k].sense("det") or marks[k].sense("prep")) and not marks[k].times:
        k -= 1
    third = (
        next((w.value for w in marks[k].times if w.what == "bound" and w.value in _THIRDS), None) if k >= 0 else None
    )
    plural = _many(marks[i], unit, pack)
    led = " " in marks[k].key or any(m.times or m.sense("prep") for m in marks[max(k - 2, 0) : k])
    if third is None or plural or not led:
        return None
    named = i + 2 if i + 1 < len(marks) and marks[i + 1].sense("prep") else i + 1
    month = has(marks, named, "month")
    if month is not None:  # "la fin du mois de février"
        return TimePhrase(k, named + 1, "month", month=int(month), third=third)
    return TimePhrase(k, i + 1, "unit", unit=unit, number=0, third=third)


def within(marks: list[Mark], i: int, pack: Pack) -> TimePhrase | None:
    """ "within seven days", "dans les sept jours", "il y a trois jours", "через два дня"."""
    bound = next((w.value for w in marks[i].times if w.what == "bound" and w.value in _COUNTING), None)
    if bound is None:
        return None
    k = i + 1
    while k < len(marks) and marks[k].sense("det") and marks[k].number is None:
        k += 1
    pair = has(marks, k, "pair")
    if pair is not None:
        return TimePhrase(i, k + 1, bound, unit=pair, number=2)
    one = has(marks, k, "unit") if bound == "ago" and k == i + 1 and pack.settings.get("order") == "vso" else None
    if one is not None and not marks[k].key.startswith(pack.settings.get("article", " ")):
        if _many(marks[k], one, pack):
            return TimePhrase(i, k + 1, "recent", unit=one)  # "قبل أيام": how many is not said
        return TimePhrase(i, k + 1, bound, unit=one, number=1)  # "قبل أسبوع"
    number = number_at(marks, k, pack) if k < len(marks) else None
    unit = has(marks, number.j, "unit") if number else None
    if number is None or unit is None:
        return None
    if bound == "ago" and number.high != number.low:
        return TimePhrase(i, number.j + 1, "recent", unit=unit)  # "il y a quelques jours"
    return TimePhrase(i, number.j + 1, bound, unit=unit, number=int(number.low))
