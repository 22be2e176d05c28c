"""extract: times taken from what is told beside an act: of the same happening, of the agreement, of the saying."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from trucewatch.extract.days.headings import Headings
from trucewatch.extract.days.story import LEAD, Story, Told, around, beside, day_of, time_item
from trucewatch.extract.drafts.bounds import in_pluperfect, over_by_then, went_on
from trucewatch.extract.drafts.clausal import unreal
from trucewatch.extract.drafts.dating import EVENTS, of_its_day, undated
from trucewatch.extract.drafts.draft import Draft
from trucewatch.model import Time
from trucewatch.model.claim import TimeBasis

OWN_TIMES = ("term.entry_into_force", "term.deadline", "term.duration", "term.collapse")

_OLD = 60
"""Days before the report beyond which a day is one of the background, and dates nothing told apart from it."""


def share_times(drafts: list[Draft], story: Story) -> None:
    """Happenings without a time take the day told of beside them, of an act rather than of what else is told.

    Perfect tenses tell of a stretch and take none; what the law does, what is said and agreed have their own days.
    """
    done = [d for d in drafts if is_act(d)]
    acts = _spans(done)
    own = _spans(d for d in drafts if not is_act(d) and d.type != "state.intensity")
    of_acts = [t for t in story.told if t.time.span in acts and not t.after]
    others = [t for t in story.told if t.time.span not in acts | own and not t.later]
    headings = Headings(story.sentences)
    for draft in drafts:
        if not _takes_a_day(draft):
            continue
        if over_by_then(draft):
            _bound_by_then(draft, [*of_acts, *others])
            continue
        found = _nearest(draft, _of_the_news(of_acts, draft, done), _of_the_news(others, draft, done), story, headings)
        if found is not None:
            draft.time = of_its_day(found.time)
        elif day_of(draft.said) is not None and in_pluperfect(draft):
            _bound_by(draft, day_of(draft.said), "inherited")  # "said on Wednesday that two had been killed"


def _bound_by_then(draft: Draft, told: list[Told]) -> None:
    """ "Had shelled the town": before the end of the day told of last in the paragraph, or of the day of the report."""
    here = draft.parsed.sentence
    before = [t for t in told if t.paragraph == here.paragraph and t.sentence < here.index]
    _bound_by(draft, before[-1].day if before else draft.parsed.anchor, "inherited" if before else "published")


def _bound_by(draft: Draft, day: dt.date | None, basis: TimeBasis) -> None:
    if day is not None:
        draft.bound = "the pluperfect"
        draft.time = Time(None, (day + dt.timedelta(days=1)).isoformat(), "open", basis)


def share_talks_day(drafts: list[Draft]) -> None:
    """Talks that are only said to lie ahead are those whose day the report tells, where it tells of one such day."""
    talks = [d for d in drafts if d.type == "dip.talks" and d.polarity == "+"]
    stated = [t for d in talks if (t := d.time) is not None and t.basis == "stated" and day_of(t) is not None]
    day = day_of(stated[0]) if stated else None
    if day is None or len({day_of(t) for t in stated}) != 1:
        return
    for draft in talks:
        time = draft.time
        ahead = time is not None and time.end is None and time.start is not None and time.start <= day.isoformat()
        if ahead and draft.modality == "planned":
            draft.time = of_its_day(stated[0])


def share_agreed_day(drafts: list[Draft]) -> None:
    """What an agreement says holds from the day it was made, where the report tells of one such day and of no other.

    When it begins and until when something must be done have their own times.
    """
    made = [d for d in drafts if d.type == "dip.agreement" and d.modality == "happened" and d.polarity == "+"]
    stated = [t for d in made if (t := d.time) is not None and t.basis == "stated" and day_of(t) is not None]
    if len({day_of(t) for t in stated}) != 1:
        return
    for draft in drafts:
        term = draft.type.startswith("term.") and draft.type not in OWN_TIMES
        if draft.time is not None and undated(draft.time) and (term or draft in made):
            draft.time = of_its_day(stated[0])


def share_spoken_day(drafts: list[Draft]) -> None:
    """What a person says goes on from the day on which the report last told that he spoke, met or signed."""
    spoke: dict[str, Time] = {}
    for draft in sorted((d for d in drafts if d.type.startswith("dip.")), key=lambda d: d.start):
        origin = draft.speakers[0][0] if draft.speakers else None
        time = draft.time
        if time is None or draft.modality == "planned":
            continue
        if time.basis == "published":
            if origin is not None and origin.person and origin.id in spoke:
                draft.time = of_its_day(spoke[origin.id])
        elif day_of(time) is not None:
            told = [a.id for a in draft.actors if a.role == "party"] + ([origin.id] if origin is not None else [])
            spoke.update({who: time for who in told if who is not None})


def is_act(draft: Draft) -> bool:
    """Whether a draft tells as real of something that happened on a day, and not of what the law did about it."""
    return draft.type.startswith(EVENTS) and not draft.type.startswith("civ.arrest") and not unreal(draft)


def _takes_a_day(draft: Draft) -> bool:
    """Whether a happening of one day has no time of its own."""
    told = draft.type.startswith(EVENTS) and not unreal(draft)
    # "Shells kill three": a headline tells in the present what happened on one day.
    lasts = draft.stretch and draft.parsed.sentence.section != "headline" and not went_on(draft)
    return undated(draft.time) and told and not lasts and draft.type != "harm.displaced" and not _counted_in_vain(draft)


def _counted_in_vain(draft: Draft) -> bool:
    """ "Three weeks later, ...": words of its own that tell a day, though which one cannot be known here."""
    timed = draft.parsed.timed
    counted = [item for item in timed if item.time is not None and item.time.what in ("then", "hence")]
    return any(time_item(item, draft.parsed, future=False) is None for item in counted)


def _spans(drafts: Iterable[Draft]) -> set[tuple[int, int] | None]:
    """Where the times stand that claims state, or have from the clause or phrase that theirs hangs on."""
    return {d.time.span for d in drafts if d.time is not None and d.time.basis != "published"}


def _of_the_news(told: list[Told], draft: Draft, acts: Iterable[Draft]) -> list[Told]:
    """Days that are not long past, or are of acts alike, or open a story of old in the paragraph where it goes on."""
    anchor, here = draft.parsed.anchor, draft.parsed.sentence
    if anchor is None:
        return told
    old = {id(t) for t in told if (anchor - t.day).days > _OLD}
    if not old:
        return told
    alike = _spans(d for d in acts if d.type == draft.type or "harm" in (d.type[:4], draft.type[:4]))
    return [
        t
        for t in told
        if id(t) not in old or t.time.span in alike or (t.paragraph == here.paragraph and t.sentence < here.index)
    ]


def _nearest(draft: Draft, of_acts: list[Told], others: list[Told], story: Story, headings: Headings) -> Told | None:
    """The day told of in the paragraph, over or beside it; a lead and "the attack" may take the report's only day."""
    here = draft.parsed.sentence
    if here.paragraph in story.uncounted:
        return None  # "today" in a text whose own day nobody knows: a day told farther off is another story's
    if story.uncounted:
        return beside(here, [t for t in of_acts if t.sentence != here.index]) or beside(here, others)
    if draft.type == "kin.ground_offensive":
        return beside(here, of_acts)  # an offensive lasts: what else is told beside it does not date it
    # Within one sentence "after" and "before" part two acts.
    apart = [t for t in of_acts if t.sentence != here.index]
    found = beside(here, apart) or beside(here, others) or headings.above(here) or around(here, apart)
    if found is not None:
        return found
    news = here.section in LEAD or draft.anaphoric
    found = around(here, others) if news else None
    if found is not None:
        return found
    told = apart or others
    news = news and draft.parsed.anchor is not None
    return told[0] if news and len({t.day for t in told}) == 1 else None
