"""extract: a week, a weekend or a night that a lead tells becomes the day that the report tells of the same act."""

from __future__ import annotations

import datetime as dt

from trucewatch.extract.days.story import Story, Told
from trucewatch.extract.drafts.dating import of_its_day
from trucewatch.extract.drafts.draft import Draft
from trucewatch.extract.drafts.sharing import is_act
from trucewatch.model import Time

_REACH = range(9)
"""Paragraphs, its own first, in which the day of an act that is told loosely is looked for."""
_WIDEST = dt.timedelta(days=31)
_DAY = dt.timedelta(days=1)


def narrow_times(drafts: list[Draft], story: Story) -> None:
    """ "Killed over the weekend. ... The shooting happened on Saturday": one act, and one day within the weekend."""
    acts = [draft for draft in drafts if is_act(draft) and draft.time is not None]
    for draft in acts:
        days = _loose_days(draft.time)
        if days is None or _of_many(draft):
            continue
        here = draft.parsed.sentence.paragraph
        inside = [t for t in story.told if days[0] <= t.day <= days[1] and not t.later and not _same(t, draft)]
        near = [t for t in inside if t.paragraph - here in _REACH and _tells_alike(t, draft, acts)]
        if near and len({t.day for t in inside}) == 1:
            draft.time = of_its_day(near[0].time)


def _loose_days(time: Time | None) -> tuple[dt.date, dt.date] | None:
    """The first and last day of a time told that is wider than a day, or runs through a night; None for others."""
    if time is None or time.text is None or time.start is None or time.end is None or time.precision == "open":
        return None
    first, last = dt.date.fromisoformat(time.start[:10]), dt.date.fromisoformat(time.end[:10])
    if len(time.end) == len("2020-03-05") or time.end.endswith("T00:00"):
        last -= _DAY
    return (first, last) if first < last and last - first <= _WIDEST else None


def _same(told: Told, draft: Draft) -> bool:
    return draft.time is not None and told.time.span == draft.time.span


def _of_many(draft: Draft) -> bool:
    """Whether words tell of several happenings: "air strikes last week", "warplanes bombed towns", what has gone on."""
    item, clause = draft.carrier, draft.clause
    if draft.stretch or draft.modality == "ongoing" or draft.type == "harm.displaced":
        return True
    if item is not None and (item.plural or bool(item.counts)) and "act" in item.classes:
        return True
    doer = clause.subject if clause is not None and not clause.passive and item is None else None
    return doer is not None and doer.plural and draft.type.startswith("kin.")


def _tells_alike(told: Told, draft: Draft, acts: list[Draft]) -> bool:
    """Whether an act of the same kind, or the harm of it, is told on a day, or that "it happened" then."""
    if told.clause is not None and "occur" in told.clause.verb.classes:
        return True
    for other in acts:
        if other is not draft and other.time is not None and other.time.span == told.time.span:
            harm = "harm" in (other.type[:4], draft.type[:4])
            if harm or other.type == draft.type:
                return True
    return False
