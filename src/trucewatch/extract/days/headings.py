"""extract: a line that names a day for what stands below it: "Events of 3 December", "Tuesday, 3 December:"."""

from __future__ import annotations

from trucewatch.extract.days.story import Told, day_of, time_item
from trucewatch.extract.segment import Sentence
from trucewatch.extract.sentence import Parsed

_LONGEST = 16
"""Words of a line beyond which it is a sentence and no heading."""


class Headings:
    """The days that headings lend to what is told below them without one."""

    def __init__(self, sentences: list[Parsed]) -> None:
        self._found = [told for parsed in sentences if (told := _heading(parsed)) is not None]

    def above(self, here: Sentence) -> Told | None:
        """The day of the heading under which a sentence stands."""
        over = [told for told in self._found if told.paragraph < here.paragraph]
        return over[-1] if over else None


def _heading(parsed: Parsed) -> Told | None:
    """The day of a line without a verb that announces a day's events, or is nothing but a day before a colon."""
    told = any(clause.verb.form != "gerund" for clause in parsed.clauses)  # "أحداث" is also a verbal noun
    if not parsed.timed or told or len(parsed.marks) > _LONGEST:
        return None
    days = [item for item in parsed.timed if item.time is not None and item.time.bound is None]
    time = time_item(days[0], parsed, future=False) if len(days) == 1 else None
    day = day_of(time)
    if time is None or day is None or time.precision != "day" or time.basis == "published":
        return None
    if parsed.anchor is not None and day > parsed.anchor:
        return None
    words = parsed.pack.lists.get("digest_words", frozenset())
    if any(mark.key in words for mark in parsed.marks) or _only_the_day(parsed):
        here = parsed.sentence
        return Told(time, day, here.index, here.paragraph, None)
    return None


def _only_the_day(parsed: Parsed) -> bool:
    """ "Tuesday, 3 December:": without a colon a date alone may as well stand under a title or beside a link."""
    rest = [item for item in parsed.items if item.kind not in ("time", "punct", "prep")]
    return not rest and bool(parsed.marks) and parsed.marks[-1].text == ":"
