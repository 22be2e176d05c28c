"""extract: texts that look back: a date without its year is of the year told last, not of the report's own."""

from __future__ import annotations

import dataclasses
import statistics
from collections.abc import Iterable, Iterator

from trucewatch.extract.phrases.item import Item
from trucewatch.extract.sentence import Parsed
from trucewatch.extract.times.timewords import TimePhrase

_FEWEST_YEARS = 3
_FAR = 2
"""Years that most of the dates of a text must lie before it for the text to look back."""
_BACK = 6
"""Months further back than which the story has gone on into the next year: "in October 1941 ... in February"."""
_YEARLESS = {"monthday": "date", "month": "month", "season": "season"}


def dated_by_the_year_told(sentences: list[Parsed]) -> None:
    """Gives dates without a year the year told last, in a text most of whose years lie well before it."""
    items = list(_times(sentences))
    years = [item.time.year for item in items if item.time is not None and item.time.year]
    written = sentences[0].anchor or sentences[0].rough if sentences else None
    if written is None or len(years) < _FEWEST_YEARS or written.year - statistics.median(years) < _FAR:
        return
    told: int | None = None
    month = 1
    for item in items:
        phrase = item.time
        if phrase is None:
            continue
        if told is not None and _is_edge(phrase):
            item.time = phrase = _of_then(phrase, told, month)
        if told is not None and _lacks_year(phrase):
            phrase = _with_year(phrase, told + (month - (phrase.month or month) > _BACK))
            item.time = phrase
        told, month = _last(phrase.upto or phrase, told, month)


def _is_edge(phrase: TimePhrase) -> bool:
    """ "At the beginning of the year", "by the end of the month": of the year and month that the story is in."""
    return (
        phrase.what == "unit" and phrase.number == 0 and phrase.third is not None and phrase.unit in ("year", "month")
    )


def _of_then(phrase: TimePhrase, year: int, month: int) -> TimePhrase:
    if phrase.unit == "year":
        return dataclasses.replace(phrase, what="year", unit=None, number=None, year=year)
    return dataclasses.replace(phrase, what="month", unit=None, number=None, year=year, month=month)


def _lacks_year(phrase: TimePhrase) -> bool:
    return phrase.year is None and phrase.what in _YEARLESS and not phrase.lunar and phrase.which is None


def _with_year(phrase: TimePhrase, year: int) -> TimePhrase:
    upto = phrase.upto
    if upto is not None and upto.year is None and upto.what in _YEARLESS:
        upto = dataclasses.replace(upto, year=year, what=_YEARLESS[upto.what])
    return dataclasses.replace(phrase, year=year, what=_YEARLESS[phrase.what], upto=upto)


def _last(phrase: TimePhrase, told: int | None, month: int) -> tuple[int | None, int]:
    """The year and month told last, after this phrase; a year by itself says nothing of the month."""
    if phrase.year is None:
        return told, month
    return phrase.year, phrase.month or 1


def _times(sentences: Iterable[Parsed]) -> Iterator[Item]:
    """The phrases that carry a time, in the order of the text."""
    for parsed in sentences:
        if not parsed.timed:
            continue
        yield from sorted((item for item in parsed.items if item.time is not None), key=lambda item: item.start)
