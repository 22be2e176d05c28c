"""extract: how wide an agreed zone is, told beside its name: "12 km wide", "шириной 12 км"."""

from __future__ import annotations

from trucewatch.extract.clauses.clause import Clause
from trucewatch.extract.drafts.counts import counts_of
from trucewatch.extract.drafts.draft import Draft
from trucewatch.extract.drafts.figures import figure
from trucewatch.extract.phrases.item import Count, Item
from trucewatch.extract.sentence import Parsed
from trucewatch.extract.words.token import Mark

_BESIDE = 3
"""Marks from the number to the word for width at most: "a width of up to", "12 kilometres in width"."""
_REACH = 8
"""Marks from the zone to its width at most: "a corridor along the road 12 km wide"."""
_BREAKS = frozenset({"vg", "rel", "sub", "comp"})
"""What parts a zone from a measure of something else: "a zone along the river, which is 3 km wide"."""


def add_width(draft: Draft, clause: Clause, parsed: Parsed) -> None:
    """Give a claim of a zone the width told beside it; its words then run to the zone and that measure."""
    marks = _marks(parsed.items)
    zones = [k for k, mark in enumerate(marks) if mark.sense("noun", "zone") is not None]
    own = [k for k in zones if clause.start <= marks[k].start < clause.end] or _below(clause, zones, marks)
    for at in own:
        for count in _lengths(parsed):
            edge = _beside_wide(count, marks)
            if edge is not None and _together(at, edge, marks, parsed):
                head = count.head
                factor = float(head.info.get("factor", "1")) if head is not None else 1.0
                told = figure(count, "width_km", parsed, factor)
                draft.figures = [f for f in draft.figures if f.span != told.span] + [told]
                draft.end = max(draft.end, marks[edge[1]].end)
                return


def _below(clause: Clause, zones: list[int], marks: list[Mark]) -> list[int]:
    """The zones that what hangs on a clause names: "provides for | creating a zone"."""
    children = [c for c in clause.children if c.kind in ("infinitive", "gerund", "complement")]
    return [k for k in zones if any(c.start <= marks[k].start < c.end for c in children)]


def _marks(items: list[Item]) -> list[Mark]:
    """The marks of a sentence in the order of the text, also where its phrases were put in another."""
    found: dict[int, Mark] = {}
    waiting = list(items)
    while waiting:
        item = waiting.pop()
        waiting += [*item.of, *item.parts]
        for mark in item.marks:
            found[mark.start] = mark
    return [found[start] for start in sorted(found)]


def _lengths(parsed: Parsed) -> list[Count]:
    """The counts of a sentence that are lengths."""
    found: list[Count] = []
    for item in parsed.items:
        if item.kind == "np":
            found += [
                c for c, _ in counts_of(item) if c.head is not None and c.head.info.get("measure") == "distance_km"
            ]
    return found


def _beside_wide(count: Count, marks: list[Mark]) -> tuple[int, int] | None:
    """The first and last mark of a length with the word for width beside it; None where none stands there."""
    at = next((k for k, mark in enumerate(marks) if mark.start >= count.start), None)
    if at is None:
        return None
    last = next((k for k in range(at, min(at + _BESIDE + 1, len(marks))) if _is_unit(marks[k])), None)
    if last is None:
        return None
    for k in range(last + 1, min(last + _BESIDE, len(marks))):
        if _is_wide(marks[k]):
            return at, k
        if marks[k].sense("prep") is None and marks[k].is_word:
            break
    for k in range(at - 1, max(at - _BESIDE - 1, -1), -1):
        if _is_wide(marks[k]):
            return k, last
        if marks[k].sense("noun") is not None or not marks[k].is_word:
            break
    return None


def _is_unit(mark: Mark) -> bool:
    return mark.sense("noun", "unit") is not None


def _is_wide(mark: Mark) -> bool:
    return mark.sense("noun", "wide") is not None or mark.sense("adj", "wide") is not None


def _together(zone: int, edge: tuple[int, int], marks: list[Mark], parsed: Parsed) -> bool:
    """Whether nothing that could carry the measure elsewhere stands between a zone and it."""
    first, last = (zone + 1, edge[0]) if zone < edge[0] else (edge[1] + 1, zone)
    if last - first > _REACH:
        return False
    between = marks[first:last]
    if not between:
        return True
    lo, hi = between[0].start, between[-1].end
    return not any(item.kind in _BREAKS and lo <= item.start < hi and item.marks for item in parsed.items)
