"""extract: an act told without a day has the day on which the report tells the same act again farther down."""

from __future__ import annotations

from trucewatch.extract.days.story import Story, Told
from trucewatch.extract.drafts.bounds import over_by_then, went_on
from trucewatch.extract.drafts.clausal import unreal
from trucewatch.extract.drafts.dating import EVENTS, of_its_day, undated
from trucewatch.extract.drafts.draft import Draft
from trucewatch.extract.drafts.sharing import is_act
from trucewatch.model import Figure, Place

_REACH = range(9)
"""Paragraphs, its own first, in which an act is told again."""
_LASTING = ("kin.ground_offensive", "harm.displaced")


def date_by_retelling(drafts: list[Draft], story: Story) -> None:
    """ "A blast killed two men. ... The blast happened on Saturday": one act, where one day of such acts is told."""
    lost = [] if story.uncounted else [draft for draft in drafts if _lacks_its_day(draft)]
    if not lost:
        return
    acts = [d for d in drafts if is_act(d) and d.time is not None and d.time.basis != "published"]
    told = [t for t in story.told if not t.later]
    for draft in lost:
        again = [t for t in told if _alike(t, draft, acts)]
        here = draft.parsed.sentence
        near = [t for t in again if t.paragraph - here.paragraph in _REACH and t.sentence > here.index]
        if near and len({t.day for t in again}) == 1 and not _another_between(here.index, near[0], told, acts):
            draft.time = of_its_day(near[0].time)


def _another_between(index: int, again: Told, told: list[Told], acts: list[Draft]) -> bool:
    """Whether an act of another day is told before the retelling: then that may be of something else."""
    before = (t for t in told if index < t.sentence <= again.sentence and t.day != again.day)
    return any(_of_the_day(t, acts) for t in before)


def _lacks_its_day(draft: Draft) -> bool:
    """Whether an act of one day, done or in the perfect of news ("has been killed"), is told without it."""
    if not draft.type.startswith(EVENTS) or draft.type.startswith(("civ.arrest", *_LASTING)) or unreal(draft):
        return False
    if not undated(draft.time) or draft.background or draft.modality == "ongoing" or over_by_then(draft):
        return False
    return not _of_many(draft) and not went_on(draft)


def _of_many(draft: Draft) -> bool:
    """Whether words tell of several acts: "air strikes", "three shootings"."""
    item = draft.carrier
    return item is not None and (item.plural or bool(item.counts)) and "act" in item.classes


def _alike(told: Told, draft: Draft, acts: list[Draft]) -> bool:
    """Whether what is told of a day may be the same act: of its kind, or that "it happened"."""
    if told.clause is not None and "occur" in told.clause.verb.classes and not _named_otherwise(told, draft, acts):
        return True
    if _called_for(told, draft):
        return True
    return any(_same(other, draft) for other in _of_the_day(told, acts))


def _of_the_day(told: Told, acts: list[Draft]) -> list[Draft]:
    """The acts told on a day by the words of their own sentence."""
    return [
        act
        for act in acts
        if act.time is not None and act.time.span == told.time.span and act.parsed.sentence.index == told.sentence
    ]


def _called_for(told: Told, draft: Draft) -> bool:
    """ "Officers responded around 2 p.m. on Sunday": those who help are called on the day of the act."""
    words = draft.parsed.pack.lists.get("alert_words", frozenset())
    return told.clause is not None and any(mark.key in words for mark in told.clause.verb.marks)


def _named_otherwise(told: Told, draft: Draft, acts: list[Draft]) -> bool:
    """Whether what happened on the day is an act of another kind: "the arrests took place on Monday"."""
    named = _of_the_day(told, acts)
    return bool(named) and not any(_same(d, draft) for d in named)


def _same(one: Draft, other: Draft) -> bool:
    """Whether two acts may be one: alike in kind or one the harm of the other, at no two places, with no two tolls."""
    harm = "harm" in (one.type[:4], other.type[:4])
    if one is other or not (harm or one.type == other.type) or _elsewhere(one.place, other.place):
        return False
    return not any(_apart(a, b) for a in one.figures for b in other.figures if a.measure == b.measure)


def _elsewhere(one: Place | None, other: Place | None) -> bool:
    stated = one is not None and other is not None and "inherited" not in (one.basis, other.basis)
    return stated and one is not None and other is not None and None not in (one.id, other.id) and one.id != other.id


def _apart(one: Figure, other: Figure) -> bool:
    """Whether two figures cannot both be true of one act."""
    if one.low is None or other.low is None or one.high is None or other.high is None:
        return False
    return one.high < other.low or other.high < one.low
