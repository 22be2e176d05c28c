"""extract: the days that a report tells of, from which hours and "the next day" are counted and acts inherit."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from trucewatch.extract.clauses.clause import Clause
from trucewatch.extract.clauses.speech import speech_of
from trucewatch.extract.days.notdays import follows_up, is_later, is_stamp
from trucewatch.extract.phrases.item import Item
from trucewatch.extract.phrases.tenses import lies_behind
from trucewatch.extract.segment import Sentence
from trucewatch.extract.sentence import Parsed
from trucewatch.extract.times.timewords import TimePhrase
from trucewatch.extract.times.value import time_of
from trucewatch.extract.words.token import Mark
from trucewatch.languages.pack import Pack
from trucewatch.model import Time

_DATED = frozenset({"minute", "hour", "day"})
_COUNTED = frozenset({"then", "clock", "part"})
"""What is counted from the day told of last."""
_RELATIVE = frozenset({"day", "weekday", "weekend", "ago", "part"})
"""What is counted from the day of the report."""
_EDGES = frozenset({"since", "until", "by", "from"})
_TERMS = frozenset({"agreement", "truce", "talks"})
"""Classes of what is agreed or met about, whose day is not that of what happens on the ground."""
_AHEAD = frozenset({"future", "would", "possible", "should"})
LEAD = frozenset({"headline", "lead"})
_MORNING, _EVENING, _NOON = 9 * 60, 18 * 60, "12"
_LEAD_REACH = 2
"""Paragraphs behind a lead in which the day of what it tells is looked for."""


@dataclass(frozen=True, slots=True)
class Told:
    """A day told of: its time, the sentence and paragraph in which it stands, and the clause that it belongs to."""

    time: Time
    day: dt.date
    sentence: int
    paragraph: int
    clause: Clause | None
    later: bool = False
    """Told in a sentence about what courts or mourners did afterwards."""
    after: bool = False
    """Told by a verb of how things stood afterwards: "remained in hospital on Tuesday"."""


def time_item(item: Item, parsed: Parsed, *, future: bool, past: bool = False) -> Time | None:
    """The value of a time phrase in a sentence: of what lies ahead, or behind for certain."""
    phrase = item.time
    if phrase is None:
        return None
    marks = [m for n, m in _numbered(item) if phrase.i <= n < phrase.j] if item.kind == "np" else []
    span = parsed.span(marks[0].start, marks[-1].end) if marks else parsed.span(item.start, item.end)
    anchor = parsed.anchor or (parsed.rough if phrase.what in ("monthday", "month") else None)
    text = parsed.original[span[0] : span[1]]
    return time_of(
        phrase, anchor, future=future, text=text, span=span, told=item.told, told_year=item.told_year, past=past
    )


def _numbered(item: Item) -> Iterator[tuple[int, Mark]]:
    """The marks of a phrase with their numbers in the sentence; those of a joined phrase stand in its parts."""
    yield from enumerate(item.marks, item.i)
    for part in (*item.parts, *item.of):
        yield from _numbered(part)


def times_of(clause: Clause, carrier: Item | None = None) -> Iterator[Item]:
    """The items of a clause that hold a time: its own first, then those of its phrases, the carrier before others."""
    yield from clause.times
    for phrase in ([carrier] if carrier is not None else []) + [i for i in clause.phrases() if i is not carrier]:
        for part in phrase.with_attached():
            if part.time is not None:
                yield part


class Story:
    """The days told of in a report's sentences."""

    def __init__(self, sentences: list[Parsed]) -> None:
        self.sentences = sentences
        self.told: list[Told] = []
        self.uncounted: set[int] = set()
        """Paragraphs with a "today" or "on Friday" that cannot be counted, since the report has no day."""
        self._said: tuple[int, dt.date] | None = None
        """The sentence and the day of the last saying whose day is told."""
        self._night = False
        """Whether the report tells of the night before it by "overnight" alone."""
        self._year: tuple[int, int, int] | None = None
        """The paragraph, year and month of the last date that names its year."""
        self._last: tuple[int, dt.date] | None = None
        """The paragraph and the first day of the last time of any width."""
        open_: list[tuple[Item, Parsed, Clause | None]] = []
        for parsed in sentences:
            for item, clause, inside in _timed(parsed):
                self._read(item, parsed, clause, inside=inside, open_=open_)
        for item, parsed, clause in open_:
            # An hour before any day is told: that of the report's only day, or of the next in its paragraph.
            day = self.only_day() or self._next_day(parsed) or self._of_the_night(item, parsed)
            if day is not None:
                item.told = day
                self._add(item, parsed, clause)
        self.told.sort(key=lambda t: (t.sentence, t.time.span or (0, 0)))

    def only_day(self) -> dt.date | None:
        """The day of a report that tells of one day only."""
        days = {told.day for told in self.told}
        return next(iter(days)) if len(days) == 1 else None

    def _next_day(self, parsed: Parsed) -> dt.date | None:
        here = parsed.sentence
        return next((t.day for t in self.told if t.sentence >= here.index and t.paragraph == here.paragraph), None)

    def _of_the_night(self, item: Item, parsed: Parsed) -> dt.date | None:
        """ "Overnight ... at 2 a.m.": an hour of the night before the report."""
        clock = item.time.clock if item.time is not None and item.time.what == "clock" else None
        if not self._night or clock is None or parsed.anchor is None or _MORNING <= clock < _EVENING:
            return None
        return parsed.anchor if clock < _MORNING else parsed.anchor - dt.timedelta(days=1)

    def _read(
        self,
        item: Item,
        parsed: Parsed,
        clause: Clause | None,
        *,
        inside: bool,
        open_: list[tuple[Item, Parsed, Clause | None]],
    ) -> None:
        phrase = item.time
        if phrase is None:
            return
        self._night = self._night or (phrase.what == "part" and phrase.part == "overnight")
        spoken = clause is not None and not inside and _is_saying(clause)
        self._context(item, phrase, parsed)
        if phrase.what in _COUNTED and item.told is None and phrase.which is None:
            open_.append((item, parsed, None if spoken else clause))
            return
        self._years(phrase, parsed)
        if spoken:
            self._note_saying(item, parsed)
        else:
            self._add(item, parsed, clause)

    def _said_before(self, here: Sentence) -> dt.date | None:
        """ "Said on Tuesday that two days earlier": the day of the saying, in its sentence or the next one."""
        if self._said is None or here.index - self._said[0] > 1:
            return None
        between = bool(self.told) and self.told[-1].sentence >= self._said[0]
        return None if between and here.index > self._said[0] else self._said[1]

    def _note_saying(self, item: Item, parsed: Parsed) -> None:
        """The day of a saying is none of what happened, but "since then" and "two days earlier" may go back to it."""
        time = time_item(item, parsed, future=False)
        if time is None or time.start is None or time.precision == "open":
            return
        start = dt.date.fromisoformat(time.start[:10])
        self._last = (parsed.sentence.paragraph, start)
        if day_of(time) is not None:
            self._said = (parsed.sentence.index, start)

    def _context(self, item: Item, phrase: TimePhrase, parsed: Parsed) -> None:
        """Gives an item the day and the year told of before it."""
        if phrase.which == "since":
            # "Since then" may be counted from a week as well as from a day.
            near = self._last is not None and parsed.sentence.paragraph - self._last[0] <= 1
            item.told = self._last[1] if near and self._last is not None else None
        elif phrase.what in ("then", "hence") and (said := self._said_before(parsed.sentence)) is not None:
            item.told = said
        elif (phrase.what in _COUNTED or phrase.what == "hence") and self.told:
            item.told = _evening_before(phrase, self.told[-1], parsed.anchor) or self.told[-1].day
        if self._year is None or phrase.year or phrase.what not in ("month", "monthday"):
            return
        paragraph, year, month = self._year
        if phrase.which == "same":
            item.told_year = year
        elif paragraph == parsed.sentence.paragraph and parsed.anchor is not None and year < parsed.anchor.year:
            # "In February 2018 ... In April ...": a story of old goes on in its own time.
            item.told_year = year if (phrase.month or 1) >= month else year + 1

    def _years(self, phrase: TimePhrase, parsed: Parsed) -> None:
        if phrase.year and phrase.month and not phrase.lunar:
            self._year = (parsed.sentence.paragraph, phrase.year, phrase.month)

    def _add(self, item: Item, parsed: Parsed, clause: Clause | None) -> None:
        """Keeps an item's time as a day told of, if it is one that lies behind the report."""
        phrase = item.time
        ahead = clause is not None and (clause.verb.modal in _AHEAD or "condition" in clause.link)
        if is_stamp(item, parsed):
            return
        if phrase is None or ahead or phrase.bound in _EDGES or (clause is not None and _about_terms(clause)):
            return
        past = clause is not None and lies_behind(clause.verb, parsed.pack)
        time = time_item(item, parsed, future=False, past=past)
        if time is None and parsed.anchor is None and phrase.what in _RELATIVE:
            self.uncounted.add(parsed.sentence.paragraph)
        day = day_of(time)
        if time is not None and time.start is not None and phrase.what != "then":
            self._last = (parsed.sentence.paragraph, dt.date.fromisoformat(time.start[:10]))
        if time is None or day is None or time.precision not in _DATED or time.basis == "published":
            return
        if parsed.anchor is not None and day > parsed.anchor:
            return
        after = _stood_so(clause, parsed.pack)
        here, later = parsed.sentence, after or follows_up(parsed)
        self.told.append(Told(time, day, here.index, here.paragraph, clause, later, after))


def _is_saying(clause: Clause) -> bool:
    """Whether the day of a clause is that of a saying; "the shooting was reported at 10 a.m." tells of the shooting."""
    told_of = clause.passive and clause.subject is not None and "act" in clause.subject.classes
    return speech_of(clause.verb.classes) is not None and not told_of


def _stood_so(clause: Clause | None, pack: Pack) -> bool:
    """Whether a clause tells how things stood afterwards: "remained in hospital", "remained hospitalised"."""
    above = clause.parent if clause is not None and clause.kind == "reduced" else None
    return any(one is not None and is_later(one, pack) for one in (clause, above))


def _evening_before(phrase: TimePhrase, told: Told, anchor: dt.date | None) -> dt.date | None:
    """ "This morning ... at 11:10 p.m.": an evening hour in a report of the morning is that of the day before."""
    if phrase.what != "clock" or phrase.clock is None or phrase.clock < _EVENING or told.day != anchor:
        return None
    end = told.time.end or ""
    morning = told.time.precision in ("hour", "minute") and end[:10] == told.day.isoformat() and end[11:13] <= _NOON
    return told.day - dt.timedelta(days=1) if morning else None


def beside(here: Sentence, told: Sequence[Told]) -> Told | None:
    """The day told of in a sentence's paragraph: the last before it, else the first behind it."""
    same = [t for t in told if t.paragraph == here.paragraph]
    before = [t for t in same if t.sentence <= here.index]
    return before[-1] if before else next(iter(same), None)


def around(here: Sentence, told: Sequence[Told]) -> Told | None:
    """The day told of in the paragraph before a sentence; behind a headline or lead, in the next ones."""
    before = [t for t in told if t.paragraph < here.paragraph]
    if before and here.paragraph - before[-1].paragraph <= 1:
        return before[-1]
    reach = _LEAD_REACH if here.section in LEAD else 0
    return next((t for t in told if 0 < t.paragraph - here.paragraph <= reach), None)


def _about_terms(clause: Clause) -> bool:
    phrases = [*clause.phrases(), *(item for item in (clause.subject, clause.front) if item is not None)]
    return any(_TERMS & phrase.classes for phrase in phrases)


def day_of(time: Time | None) -> dt.date | None:
    """The day of a time that lies within one, or in the night from one to the next."""
    if time is None or time.start is None or time.end is None:
        return None
    start, end = time.start[:10], time.end[:10]
    first, last = dt.date.fromisoformat(start), dt.date.fromisoformat(end)
    return first if (last - first).days <= 1 else None


def _timed(parsed: Parsed) -> list[tuple[Item, Clause | None, bool]]:
    """The items of a sentence that hold a time, each with its clause and whether it stands inside a phrase of it."""
    if not parsed.timed:
        return []
    owners: dict[int, tuple[Clause, bool]] = {}
    for clause in parsed.clauses:
        own = len(clause.times)
        for n, item in enumerate(times_of(clause)):
            owners.setdefault(id(item), (clause, n >= own))
    found = [(part, *owners.get(id(part), (None, False))) for part in parsed.timed]
    return sorted(found, key=lambda row: row[0].start)
