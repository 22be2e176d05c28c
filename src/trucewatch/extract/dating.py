"""extract: when a claim's act was: stated beside it, else inherited from what stands near, else bounded."""

from __future__ import annotations

import dataclasses
import datetime as dt
from collections.abc import Iterable

from trucewatch.extract.clausal import unreal
from trucewatch.extract.clause import Clause
from trucewatch.extract.draft import Draft
from trucewatch.extract.item import Item
from trucewatch.extract.sentence import Parsed
from trucewatch.extract.times import time_of
from trucewatch.model import Time
from trucewatch.model.claim import Modality

_FUTURE = frozenset({"planned", "promised", "hoped", "predicted", "demanded", "threatened", "term"})
_OPENING = 2
"""A time among the first items of a sentence ("On 6 March, ...") holds for all its clauses."""
_EVENTS = ("kin.", "harm.", "civ.", "pos.", "mon.", "hum.", "crowd.", "wd.")
_DATED = frozenset({"minute", "hour", "day"})


def _is_dated(draft: Draft) -> bool:
    time = draft.time
    return time is not None and time.basis == "stated" and time.precision in _DATED and time.start is not None


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


def time_for(draft: Draft, clause: Clause | None) -> Time | None:
    """The time of a draft's act, from `clause`, in which it stands."""
    parsed = draft.parsed
    found = None
    if draft.carrier is not None and draft.carrier.time is not None:
        found = time_item(draft.carrier, parsed, future=unreal(draft))
    if found is None and clause is not None:
        nominal = draft.features and draft.features[0] == "nominal"
        found = stated_time(clause, parsed, draft.modality, draft.carrier)
        if found is not None and nominal:
            found = inherited(found)
        if found is None and draft.partner is not None:
            found = stated_time(draft.partner, parsed, draft.modality)
        found = found or _from_parent(clause, draft)
    if found is None and clause is not None and not unreal(draft):
        found = leading_time(parsed, clause)
    said = _said(draft, clause)
    return found or fallback(parsed, draft.modality, draft.type, said)


def _from_parent(clause: Clause, draft: Draft) -> Time | None:
    """A relative, participle or joined clause without a time takes that of the clause it hangs on."""
    parent = clause.parent
    hung = clause.kind in ("coordinate", "gerund", "reduced", "relative")
    if parent is None or not hung or (unreal(draft) and not draft.type.startswith("dip.")):
        return None
    if clause.kind == "relative" or parent.verb.classes & {"say"}:
        return None
    found = stated_time(parent, draft.parsed, draft.modality)
    return inherited(found) if found is not None else None


def _said(draft: Draft, clause: Clause | None) -> Time | None:
    """The time of the saying, which bounds what is said."""
    for region in draft.parsed.regions:
        if region.clause is not None and region.clause is not clause and region.start <= draft.start < region.end:
            found = stated_time(region.clause, draft.parsed, "happened")
            if found is not None:
                return found
    return None


def share_times(drafts: list[Draft]) -> None:
    """Happenings without a time take that of the happening told beside them: the one before, in the same or the last
    paragraph or the lead; else the next one in their paragraph. Perfect tenses tell of a stretch and take none.
    """
    lead: Time | None = None
    last: tuple[int, Time] | None = None
    for n, draft in enumerate(drafts):
        if not draft.type.startswith(_EVENTS) or unreal(draft):
            continue
        paragraph = draft.parsed.sentence.paragraph
        if _is_dated(draft) and draft.time is not None:
            last = (paragraph, draft.time)
            lead = lead or (draft.time if draft.parsed.sentence.section in ("lead", "headline") else None)
            continue
        if (draft.time is not None and draft.time.basis == "stated") or draft.stretch or draft.type == "harm.displaced":
            continue
        found = last[1] if last is not None and paragraph - last[0] <= 1 else None
        found = found or _next_time(drafts, n) or (lead if draft.anaphoric else None)
        if found is not None:
            draft.time = inherited(found)


def _next_time(drafts: list[Draft], n: int) -> Time | None:
    """The time of the next dated happening within the paragraph."""
    here = drafts[n].parsed.sentence
    reach = 1 if here.section in ("headline", "lead") else 0
    for other in drafts[n + 1 :]:
        there = other.parsed.sentence
        if there.paragraph > here.paragraph + reach:
            return None
        # Within one sentence "after" and "before" part the two.
        if there.index != here.index and other.type.startswith(_EVENTS) and not unreal(other) and _is_dated(other):
            return other.time
    return None
