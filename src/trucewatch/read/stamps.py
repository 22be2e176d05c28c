"""read: lines that only say when: `March 05, 2020`, `Published: 2020-03-05T10:00Z`, and datelines of agencies."""

from __future__ import annotations

import re

from trucewatch.read.captions import agencies_in
from trucewatch.read.layout import Line

TOP_LINES = 12
"""Lines at the head of a text where a date on its own is the date of the text."""

LONGEST_STAMP = 160
LONGEST_CAPITAL = r"[^\W\d_a-zа-яё][\w'’./-]*"
_PLACE = re.compile(
    rf"{_CAPITAL}(?: (?:(?:al|de|du|el|of) )?{_CAPITAL}){{0,3}}(?:, {_CAPITAL}(?: {_CAPITAL}){{0,2}})?$"
)
"""`MOSCOW`, `Sharm el Sheikh`, `Kabul, Afghanistan`: each word with a capital."""


def dateline_of(line: Line, language: str | None) -> Dateline | None:
    """The dateline that opens a line or is the line: a place with a date or an agency, and a dash."""
    head = line.text[:LONGEST_STAMP]
    dash = _DASH.search(head)
    if dash is None and len(line.text) > LONGEST_PLACE:
        return None
    opening = head[: dash.start()] if dash else head
    bracket = re.search(r"\(([^()]{2,40})\)\s*$", opening)
    agencies = agencies_in(bracket[1]) if bracket else ()
    said = opening[: bracket.start()] if bracket else opening
    dates = _dates_of(said, language)
    before = said[: dates[0].span[0]] if dates else said
    place = before.strip(" ,")
    if dates and not _is_filler(said[dates[0].span[1] :]):
        return None
    if place and not (_is_place(place) and (not dates or before.rstrip().endswith((",", ":", "،")))):
        return None
    capital = place.split(",")[0].isupper() and len(place) > 2
    if not agencies and not (dates and place and dates[0].day) and not (dash and capital):
        return None
    end = line.start + dash.end() if dash else line.end
    return Dateline((line.start, end), place or None, dates[0] if dates else None, agencies)


def _is_place(words: str) -> bool:
    return len(words) <= LONGEST_PLACE and _PLACE.match(words) is not None
