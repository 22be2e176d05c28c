"""extract: time expressions as phrases: what the words say, before an anchor and a tense give them a value."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from trucewatch.extract.times import clockwords, daywords, timespans
from trucewatch.extract.times.timewords import DAYS, TimePhrase, has, has_value, joins_range
from trucewatch.extract.words.token import Mark
from trucewatch.languages.pack import Pack

_BOUNDS = ("since", "until", "by", "before", "after", "from")
_UNBOUND = ("within", "hence", "ago", "length", "past")
_THIRDS = ("early", "mid", "late")
_SPLIT = ("month", "year", "season", "unit", "weekend")
"""What has an early, a middle and a late part."""
_WHICH = ("weekday", "weekend", "day", "feast", "date", "monthday")
_NIGHTS = ("night", "overnight")
_LOCAL = ("midnight", "noon")

_Rule = Callable[[list[Mark], int, Pack], TimePhrase | None]
_GRAMMAR: tuple[_Rule, ...] = (
    daywords.iso,
    daywords.in_figures,
    daywords.which_weekday,
    daywords.which_month,
    daywords.weekend,
    daywords.season,
    daywords.feast,
    daywords.weekday,
    daywords.month_first,
    daywords.day_first,
    clockwords.clock,
    timespans.within,
    timespans.unit_phrase,
    timespans.edge,
    daywords.small_month,
    daywords.day_word,
    daywords.bare_year,
    daywords.nth,
)
"""The expressions in the order in which they are tried at a mark."""
_IN_FIGURES = (
    daywords.iso,
    daywords.in_figures,
    daywords.day_first,
    clockwords.clock,
    timespans.unit_phrase,
    daywords.bare_year,
    daywords.nth,
)
"""Those that may begin at figures: all others begin at a word of the calendar."""
_IN_WORDS = (daywords.day_first, timespans.unit_phrase)
"""Those that may begin at a number word, an article or another word that is none of the calendar."""
_OPENERS = ("recent_words", "first_of_month", "indefinite")
"""Words that may begin a time though they are none of the calendar; one of these follows then."""
_AT_BOUND = (daywords.day_first, timespans.within, timespans.unit_phrase)
"""Those that may begin at a word that only bounds a time: "within seven days"."""


def time_phrases(marks: list[Mark], pack: Pack) -> list[TimePhrase]:
    """All time expressions of a sentence, in order, not overlapping, with the word that bounds them."""
    found: list[TimePhrase] = []
    timely = any(mark.times for mark in marks)
    openers = frozenset(word for name in _OPENERS for word in pack.lists.get(name, ())) if timely else frozenset()
    i = 0
    while i < len(marks):
        mark = marks[i]
        opens = mark.value is not None or bool(mark.times)
        if timely and not opens:
            opens = bool(mark.number or mark.approximator) or mark.key in openers
        phrase = _one(marks, i, pack) if opens else None
        if phrase is None:
            i += 1
            continue
        floor = found[-1].j if found else 0
        phrase = _third(_with_part(phrase, marks), marks)
        phrase = _bounded(_part_before(phrase, marks, floor, pack), marks, floor, pack)
        joined = _joined(found[-1], phrase, marks, pack) if found else None
        if joined is not None:
            found[-1] = joined
        else:
            found.append(phrase)
        i = phrase.j
    return [p for p in found if not (p.what == "clock" and p.clock is None)]


def _one(marks: list[Mark], i: int, pack: Pack) -> TimePhrase | None:
    """The time expression that begins exactly at mark `i`."""
    mark = marks[i]
    for rule in _rules(mark):
        found = rule(marks, i, pack)
        if found is not None:
            return found
    return _part_alone(marks, i, pack) if mark.times else None


def _rules(mark: Mark) -> Sequence[_Rule]:
    """The expressions that may begin at a mark."""
    if not mark.times:
        return _IN_WORDS if mark.value is None else _IN_FIGURES
    for word in mark.times:
        if word.what != "bound":
            return _GRAMMAR
    return _AT_BOUND if mark.value is None else _GRAMMAR


def _part_alone(marks: list[Mark], i: int, pack: Pack) -> TimePhrase | None:
    """ "overnight", "last night", "this morning", "at dawn": a part of a day that no word names."""
    which = has(marks, i, "which")
    k = i + 1 if which else i
    part = has(marks, k, "part")
    if part is None or part in _LOCAL:
        return None
    after = pack.settings.get("which") == "after" and has(marks, k + 1, "which") if which is None else None
    which, j = (after, k + 2) if after else (which, k + 1)
    if which is None and not _stands_alone(marks, i, j):
        return None
    return TimePhrase(i, j, "part", part=part, which=which)


def _stands_alone(marks: list[Mark], i: int, j: int) -> bool:
    """Whether a part of a day says when: "at dawn", "in the morning", "overnight", but not "a night school"."""
    if " " in marks[i].key or has(marks, i, "part") == "overnight":
        return True
    before, after = marks[i - 1] if i else None, marks[j] if j < len(marks) else None
    if after is not None and after.is_word and after.kinds() & {"noun"} and not after.kinds() & {"verb", "prep"}:
        return bool(marks[i].sense("adv")) and not (before is not None and before.sense("det"))
    if marks[i].sense("adv"):
        return True
    k = i - 1
    while k >= 0 and (marks[k].sense("det") or has(marks, k, "bound") in _THIRDS) and k > i - 3:
        k -= 1
    return k >= 0 and bool(has(marks, k, "bound") or marks[k].sense("prep", "in") or marks[k].sense("prep", "on"))


def _with_part(phrase: TimePhrase, marks: list[Mark]) -> TimePhrase:
    """ "Friday morning", "Saturday at around 10 at night": the part of the day behind a day."""
    j = phrase.j
    if phrase.what not in DAYS or phrase.part or phrase.clock is not None:
        return phrase
    third = has(marks, j, "bound")
    k = j + 1 if third in _THIRDS else j
    part = has(marks, k, "part")
    if part is None or part in _LOCAL:
        return phrase
    return replace(phrase, j=k + 1, part=part, third=third if k > j else phrase.third)


def _third(phrase: TimePhrase, marks: list[Mark]) -> TimePhrase:
    """ "early March", "mid-February", "late on Friday", "début mars": the word in front of a stretch or a day."""
    k = phrase.i - 1
    while (
        k > phrase.i - 3
        and k >= 0
        and (marks[k].text == "-" or marks[k].sense("det") or has(marks, k, "bound") == "on")
    ):
        k -= 1
    value = (
        next((w.value for w in marks[k].times if w.what == "bound" and w.value in _THIRDS), None) if k >= 0 else None
    )
    if value is None or phrase.third or not (phrase.what in _SPLIT or phrase.what in DAYS):
        return phrase
    return replace(phrase, i=k, third=value)


def _part_before(phrase: TimePhrase, marks: list[Mark], floor: int, pack: Pack) -> TimePhrase:
    """ "the early hours of Friday", "at dawn on Thursday", "the afternoon of 29 October"; "morning today" in Arabic."""
    if phrase.what not in DAYS or phrase.part or phrase.clock is not None:
        return phrase
    k = phrase.i - 1
    while k >= floor and (_loosely(marks, k) or has_value(marks, k, "bound", "on")) and k > phrase.i - 5:
        k -= 1
    part = has(marks, k, "part") if k >= floor else None
    before = pack.settings.get("parts") == "before"  # "утром 5 марта": right before the day, without a preposition
    if part is None or part in _LOCAL or (k >= phrase.i - 1 and not before):
        return phrase
    third = has(marks, k - 1, "bound") if k > floor else None
    early = third in _THIRDS
    return replace(phrase, i=k - 1 if early else k, part=part, third=third if early else phrase.third)


def _loosely(marks: list[Mark], k: int) -> bool:
    return bool(marks[k].sense("prep") or marks[k].sense("det") or marks[k].text in (",", "hours", "hour"))


def _bounded(phrase: TimePhrase, marks: list[Mark], floor: int, pack: Pack) -> TimePhrase:
    """The word in front that makes a bound of a time: since, until, by, before, after, from."""
    k = phrase.i - 1
    while k >= floor and (marks[k].sense("det") or has_value(marks, k, "bound", "on")) and k > phrase.i - 3:
        k -= 1
    told = has(marks, phrase.j, "bound") if pack.settings.get("bounds") == "after" else None
    if told in _BOUNDS and phrase.what not in _UNBOUND:
        return replace(phrase, j=phrase.j + 1, bound=told)  # "aralık ayından beri"
    if k < floor:
        return phrase
    bound = next((w.value for w in marks[k].times if w.what == "bound" and w.value in _BOUNDS), None)
    if bound is not None and _attributive(phrase, marks, k):
        return phrase  # "after Saturday's attack", "after a weekend shooting": what comes after is behind the attack
    if bound is not None and phrase.what not in _UNBOUND:
        if phrase.what == "recent" and bound in ("before", "after"):
            return phrase
        if phrase.second_day and bound in ("since", "from"):
            return replace(phrase, i=k)  # "с 1 по 3 марта": both ends are told
        return replace(phrase, i=k, bound=bound)
    if phrase.what == "length" and has_value(marks, k, "bound", "within"):
        return replace(phrase, i=k, what="within")
    before = marks[phrase.i - 1] if phrase.i > floor else None
    joins = before is not None and before.key in pack.lists.get("day_range", ())
    opens = before is not None and (before.sense("det") is not None or not before.senses)
    article = opens and has_value(marks, phrase.i - 1, "bound", "on")
    if article and not joins and _dated(phrase):
        return replace(phrase, i=phrase.i - 1)
    return phrase


def _attributive(phrase: TimePhrase, marks: list[Mark], bound: int) -> bool:
    """Whether a day only says which happening is meant, before which the bound stands."""
    if phrase.j >= len(marks) or phrase.what not in _WHICH:
        return False
    after = marks[phrase.j]
    if after.sense("poss") or after.text in ("'s", "'"):
        return True
    article = any(marks[k].sense("det") for k in range(bound + 1, phrase.i))
    return article and after.is_word and "noun" in after.kinds() and not after.kinds() & {"prep", "conj"}


def _dated(phrase: TimePhrase) -> bool:
    return phrase.what in ("date", "monthday", "weekday", "weekend")


def _joined(left: TimePhrase, right: TimePhrase, marks: list[Mark], pack: Pack) -> TimePhrase | None:
    """Two expressions that are one: a clock and its day, or both ends of a range."""
    return (
        _day_twice(left, right, marks)
        or _of_week(left, right, marks)
        or _clock_and_day(left, right, marks)
        or _part_and_day(left, right, marks, pack)
        or _night_between(left, right)
        or _range(left, right, marks, pack)
    )


def _day_twice(left: TimePhrase, right: TimePhrase, marks: list[Mark]) -> TimePhrase | None:
    """ "today, Thursday 18 August", "hier mercredi": one day named twice, the second time more exactly."""
    between = range(left.j, right.i)
    exact = right.what in ("date", "monthday") or (left.what == "day" and right.what == "weekday")
    if left.what not in ("day", "weekday") or not exact or left.bound or right.bound or right.which == "next":
        return None
    if left.clock is not None or right.part or any(marks[k].text not in ",-" for k in between):
        return None
    if left.what == "day" and right.what == "weekday":
        return replace(left, j=right.j, weekday=right.number)
    return replace(right, i=left.i, part=left.part, third=left.third)


def _of_week(left: TimePhrase, right: TimePhrase, marks: list[Mark]) -> TimePhrase | None:
    """ "Tuesday last week", "mardi de la semaine dernière", "geçen hafta salı": a day of a week that is named."""
    day, week = (left, right) if left.what == "weekday" else (right, left)
    if day.what != "weekday" or week.what != "unit" or week.unit != "week" or week.number is None:
        return None
    plain = day.which is None and day.bound is None and day.upto is None and week.third is None and week.bound is None
    between = range(left.j, right.i)
    if not plain or len(between) > 2 or any(not _loose(marks[k]) or marks[k].text == "," for k in between):
        return None
    if right.j < len(marks) and (marks[right.j].sense("poss") or marks[right.j].text in ("'s", "'")):
        return None  # "on Tuesday for last week's attack"
    return replace(day, i=left.i, j=right.j, weeks=week.number)


def _night_between(left: TimePhrase, right: TimePhrase) -> TimePhrase | None:
    """ "4 Mart'ı 5 Mart'a bağlayan gece": two days and the night that joins them."""
    ends = ("date", "monthday", "weekday", "day")
    if right.part != "eve" or right.what not in ends or left.what not in ends or left.part or right.i - left.j > 2:
        return None
    return None if left.bound or left.upto else replace(left, j=right.j, upto=replace(right, part="night"))


def _part_and_day(left: TimePhrase, right: TimePhrase, marks: list[Mark], pack: Pack) -> TimePhrase | None:
    """ "in the early hours of Sunday", "before dawn on 31 October", "overnight on Thursday", "overnight into it"."""
    between = range(left.j, right.i)
    if left.what != "part" or left.which or right.what not in DAYS or right.part or right.clock is not None:
        return None
    if len(between) > 3 or not all(_loose(marks[k]) or marks[k].text == "hours" for k in between):
        return None
    part = left.part
    if part in _NIGHTS and any(marks[k].key in pack.lists.get("day_range", ()) for k in between):
        part = "eve"
    return replace(right, i=left.i, part=part, third=left.third or right.third, bound=left.bound or right.bound)


def _clock_and_day(left: TimePhrase, right: TimePhrase, marks: list[Mark]) -> TimePhrase | None:
    """ "4 p.m. on Thursday", "Friday from 6 p.m.", "Monday evening at 18:00"."""
    between = range(left.j, right.i)
    if len(between) > 3 or not all(_loose(marks[k]) for k in between):
        return None
    clock, date = (left, right) if left.what == "clock" else (right, left)
    if (
        clock.what != "clock"
        or not (date.what in DAYS or (date.what == "part" and date.which))
        or date.clock is not None
    ):
        return None
    return replace(
        date,
        i=left.i,
        j=right.j,
        clock=clock.clock,
        clock_end=clock.clock_end,
        midnight=clock.midnight,
        local=clock.local,
        zone=clock.zone,
        bound=left.bound or right.bound,
    )


def _loose(mark: Mark) -> bool:
    return bool(
        mark.sense("prep") or mark.sense("det") or mark.times or mark.approximator or mark.sense("adv")
    ) or mark.text in (",", "from", "de", "(")


def _range(left: TimePhrase, right: TimePhrase, marks: list[Mark], pack: Pack) -> TimePhrase | None:
    """ "from Monday to Wednesday", "28 February - 3 March", "Monday and Tuesday"."""
    ends = ("date", "monthday", "weekday", "month", "year", "clock", "day")
    if left.upto is not None or left.what not in ends or right.what not in ends:
        return None
    if left.bound not in (None, "from", "since") or right.bound not in (None, "until", "by"):
        return None
    opener = left.i if left.bound is None else left.i + 1
    if right.bound == "until" and left.bound in ("from", "since"):
        return replace(left, j=right.j, upto=right, bound=None)
    between = [k for k in range(left.j, right.i) if not marks[k].sense("det") or marks[k].sense("prep")]
    joins = [k for k in between if joins_range(marks, k, pack, opener)]
    others = [k for k in between if k not in joins and not has_value(marks, k, "bound", "on")]
    if others or right.bound is not None:
        between = others
    elif joins or (left.part in _NIGHTS and left.what == right.what and right.i - left.j == 1):
        return replace(left, j=right.j, upto=right, bound=None)  # "в ночь со среды на четверг"
    if len(between) != 1 or right.bound is not None:
        return None
    alike = left.what == right.what and left.what in ("weekday", "monthday", "date") and left.bound is None
    if alike and marks[between[0]].sense("conj", "and"):
        return replace(left, j=right.j, upto=right, both=True)
    return None
