"""extract: times counted from a happening told with its day: "since the truce of 2 October", "two days after"."""

from __future__ import annotations

import dataclasses
import datetime as dt
from collections.abc import Iterator

from trucewatch.extract.clauses.clause import Clause
from trucewatch.extract.days.story import day_of, time_item
from trucewatch.extract.phrases.item import Item
from trucewatch.extract.sentence import Parsed
from trucewatch.extract.times.timewords import TimePhrase, has
from trucewatch.extract.words.numbers import number_at

_DAYS = frozenset({"date", "monthday", "weekday", "day"})
_REACH = 7
"""Items behind "two days after" among which the day of what it is counted from stands."""


def counted_from_happenings(sentences: list[Parsed]) -> None:
    """Gives the clauses of each sentence the times that are counted from a happening told with its day."""
    for parsed in sentences:
        if not parsed.timed:
            continue  # nothing tells the day from which it would be counted
        for k, item in enumerate(parsed.items[:-1]):
            if item.kind not in ("prep", "sub", "accord") or not item.marks:
                continue
            found = _since(k, parsed) or _after(k, parsed)
            clause = _clause_of(found, item, parsed) if found is not None else None
            if found is not None and clause is not None:
                clause.times.insert(0, found)


def _since(k: int, parsed: Parsed) -> Item | None:
    """ "Since the attack of 2 October": from that day on; the attack itself keeps its day."""
    opener, named = parsed.items[k], parsed.items[k + 1]
    if named.kind != "np" or not _bounds(opener, "since"):
        return None
    held = next((i for i in (named, *named.of) if i.time is not None), None)
    behind = parsed.items[k + 2] if held is None and k + 2 < len(parsed.items) else None
    held = held or (behind if behind is not None and behind.kind == "time" else None)
    if held is None or held.time is None or held.time.what not in _DAYS or held.time.bound is not None:
        return None
    end = held.end if held is behind else named.end
    return _timed(opener, end, dataclasses.replace(held.time, bound="since"), None)


def _after(k: int, parsed: Parsed) -> Item | None:
    """ "Two days after the raid on Friday", "two days before the truce began on 10 March"."""
    opener = parsed.items[k]
    later = _bounds(opener, "after")
    if not later and not _bounds(opener, "before"):
        return None
    front = parsed.items[k - 1] if k else None
    length = _length(front, parsed) if front is not None else None
    first, last = (front, opener) if length is not None else (opener, parsed.items[k + 1])
    if length is None:  # "بعد يومين من الهجوم"
        length = _length(last, parsed) if k + 2 < len(parsed.items) and parsed.items[k + 2].kind == "prep" else None
    if length is None or first is None:
        return None
    day = next(_days_behind(k + 1, parsed), None)
    if day is None:
        return None
    unit, number = length
    phrase = TimePhrase(first.i, last.j, "then", unit=unit, number=number if later else -number)
    return _timed(first, last.end, phrase, day)


def _bounds(item: Item, bound: str) -> bool:
    return any(word.what == "bound" and word.value == bound for mark in item.marks for word in mark.times)


def _length(item: Item, parsed: Parsed) -> tuple[str, int] | None:
    """The unit and number of a phrase that is nothing but a length: "two days", "يومين", "через два дня"."""
    if item.kind == "time":
        phrase = item.time
        length = phrase is not None and phrase.what in ("within", "hence", "length") and phrase.unit and phrase.number
        return (phrase.unit, phrase.number) if phrase is not None and length and phrase.unit and phrase.number else None
    if item.kind != "np" or not item.marks:
        return None
    pair = has(item.marks, 0, "pair")
    if pair is not None and len(item.marks) == 1:
        return pair, 2
    number = number_at(item.marks, 0, parsed.pack)
    unit = has(item.marks, number.j, "unit") if number is not None and number.low == number.high else None
    if unit in ("day", "week") and number is not None and number.j == len(item.marks) - 1:
        return unit, int(number.low)
    return None


def _days_behind(k: int, parsed: Parsed) -> Iterator[dt.date]:
    """The days told behind an item, up to the end of what it opens."""
    for item in parsed.items[k : k + _REACH]:
        for part in (item, *item.of):
            if part.time is not None and part.time.what in _DAYS:
                day = day_of(time_item(part, parsed, future=False))
                if day is not None:
                    yield day
        if item.kind == "punct" and item.marks[0].text in (",", ";"):
            return


def _timed(first: Item, end: int, phrase: TimePhrase, told: dt.date | None) -> Item:
    """A time of its own, for the clause that it dates."""
    item = Item("time", first.i, first.j, first.start, end)
    item.marks, item.time = list(first.marks), phrase
    item.told = told
    return item


def _clause_of(found: Item, opener: Item, parsed: Parsed) -> Clause | None:
    """The clause that a phrase of time belongs to: the one that holds its preposition, else the next full clause."""
    holder = next((c for c in parsed.clauses if any(prep is opener for prep, _ in c.pps)), None)
    if holder is not None:
        return holder
    full = [c for c in parsed.clauses if c.kind != "sub" and c.verb.form == "finite"]
    behind = next((c for c in full if c.verb.start > found.start), None)
    return behind or (full[-1] if full else None)
