"""extract: when and where a clause's act was: stated beside it, or inherited from the sentence, paragraph or report."""

from __future__ import annotations

import dataclasses
import datetime as dt
from collections.abc import Iterable, Sequence

from trucewatch.extract.clause import Clause
from trucewatch.extract.item import Item
from trucewatch.extract.knowledge import Knowledge
from trucewatch.extract.places import place_at
from trucewatch.extract.sentence import Parsed
from trucewatch.extract.times import time_of
from trucewatch.gazetteer import Entry
from trucewatch.model import Place, Time
from trucewatch.model.claim import Modality

_FUTURE = frozenset({"planned", "promised", "hoped", "predicted", "demanded", "threatened", "term"})
_OPENING = 2
"""A time among the first items of a sentence ("On 6 March, ...") holds for all its clauses."""
_NEAR = frozenset({"near"})


def time_item(item: Item, parsed: Parsed, *, future: bool) -> Time | None:
    """The value of a time phrase in a sentence."""
    phrase = item.time
    if phrase is None:
        return None
    start, end = item.start, item.end
    if item.kind == "np":
        marks = [m for m in item.marks if item.i + item.marks.index(m) in range(phrase.i, phrase.j)] or item.marks
        start, end = marks[0].start, marks[-1].end
    span = parsed.span(start, end)
    anchor = parsed.anchor or (parsed.rough if phrase.what in ("monthday", "month") else None)
    return time_of(phrase, anchor, future=future, text=parsed.original[span[0] : span[1]], span=span)


def _times(clause: Clause, carrier: Item | None) -> Iterable[Item]:
    yield from clause.times
    for phrase in ([carrier] if carrier is not None else []) + [i for i in clause.phrases() if i is not carrier]:
        for part in (phrase, *phrase.of, *phrase.parts):
            if part.time is not None:
                yield part


def stated_time(clause: Clause, parsed: Parsed, modality: Modality, carrier: Item | None = None) -> Time | None:
    """The time that stands in the clause itself."""
    future = modality in _FUTURE or clause.verb.modal in ("future", "would")
    if clause.verb.tense == "past" and clause.verb.form == "finite" and "announce" in clause.verb.classes:
        future = False  # what was announced lies by the day of the announcement, not by the day of the report
    for item in _times(clause, carrier):
        found = time_item(item, parsed, future=future)
        if found is not None:
            return found
    return None


def leading_time(parsed: Parsed, clause: Clause) -> Time | None:
    """A time that opens the sentence and belongs to its first clause, and to those joined to it."""
    owners = {id(t) for c in parsed.clauses for t in c.times}
    first = parsed.clauses[0] if parsed.clauses else None
    for k, item in enumerate(parsed.items):
        if item.kind == "time" and id(item) not in owners and (k <= _OPENING or clause is first):
            return time_item(item, parsed, future=clause.verb.modal in ("future", "would"))
    return None


def fallback(parsed: Parsed, modality: Modality, kind: str, said: Time | None) -> Time | None:
    """No time of its own: speech is of the day it was said; what happened lies before that day ends."""
    day = _day_of(said) or parsed.anchor
    if day is None:
        return None
    after = (day + dt.timedelta(days=1)).isoformat()
    past_state = kind.startswith("state.") and modality == "happened"
    if kind.startswith(("dip.", "state.", "term.")) and modality != "ongoing" and not past_state:
        return Time(day.isoformat(), after, "day", "published" if said is None else "inherited")
    if modality in _FUTURE:
        return Time(day.isoformat(), None, "open", "published")
    return Time(None, after, "open", "published")


def _day_of(time: Time | None) -> dt.date | None:
    if time is None or time.start is None or time.end is None:
        return None
    start, end = time.start[:10], time.end[:10]
    first, last = dt.date.fromisoformat(start), dt.date.fromisoformat(end)
    return first if (last - first).days <= 1 else None


def inherited(time: Time) -> Time:
    """A time taken from a neighbour, marked as such."""
    return dataclasses.replace(time, basis="inherited")


def _place_items(clause: Clause, carrier: Item | None) -> Iterable[tuple[Item, frozenset[str]]]:
    for prep, np in clause.pps:
        if prep.cls & {"in", "near", "on", "through", "to", "between", "from"} and np.places:
            yield np, prep.cls
    for phrase in ([carrier] if carrier else []) + clause.phrases():
        for part in (phrase, *phrase.of, *([phrase.owner] if phrase.owner else [])):
            if part.places:
                yield part, frozenset()


_COARSE = frozenset({"province", "zone", "country", "region", "district"})


def _stranger(clause: Clause, parsed: Parsed) -> Place | None:
    """A capitalised name after "in" or "near" that is neither actor nor listed place: a place we do not know."""
    taken = [(None, o) for o in clause.objects if clause.verb.classes & {"capture"}]
    for prep, np in [*taken, *clause.pps]:
        if prep is not None and not prep.cls & {"in", "near", "on"}:
            continue
        if np.places or any(a.id for a in np.actors) or np.time is not None:
            continue
        names = [m for m in np.marks if m.capital and m.is_word and not m.senses and not m.times and m.value is None]
        settled = any("territory" in s.classes for s in np.senses)
        if names and (settled or not np.senses) and names[0].start > parsed.sentence.start:
            first, last = names[0], names[-1]
            span = parsed.span(first.start, last.end)
            return Place(parsed.original[span[0] : span[1]], span=span, level=None)
    return None


def stated_place(
    clause: Clause, parsed: Parsed, knowledge: Knowledge, near: Sequence[Entry], carrier: Item | None = None
) -> Place | None:
    """The place that the clause names, the smallest first; a capital that stands for its government is none."""
    found: list[Place] = []
    stranger = _stranger(clause, parsed)
    for item, prep in _place_items(clause, carrier):
        for index, (start, _, _, _) in enumerate(item.places):
            acts = any(a.start <= start < a.end and a.id for a in item.actors)
            if acts and not prep & {"in", "near"}:
                continue
            found.append(place_at(item, index, parsed, near, "near" if prep & _NEAR else "in"))
    # A phrase is met twice, with its preposition first: "near" must not be lost to the bare name.
    found = list({p.span: p for p in reversed(found)}.values())[::-1]
    resolved = [p for p in found if p.lat is not None]
    if stranger is not None and all(p.level in _COARSE for p in resolved):
        # A village that no list has is not its province: the name stays, without a point.
        held = tuple(i for p in resolved[:1] for i in ((p.id,) if p.id else ()) + p.within)
        return dataclasses.replace(stranger, within=held, country=resolved[0].country if resolved else None)
    if not found:
        return None
    return min(resolved, key=lambda p: p.radius_km or 1e9) if resolved else found[0]
