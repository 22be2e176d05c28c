"""extract: when a claim's act was: stated beside it, else inherited from what stands near, else not told."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Iterator

from trucewatch.extract.clauses.clause import Clause
from trucewatch.extract.clauses.speech import speech_of
from trucewatch.extract.days.notdays import is_later, is_stamp
from trucewatch.extract.days.story import day_of, time_item, times_of
from trucewatch.extract.drafts.bounds import goes_on, in_pluperfect
from trucewatch.extract.drafts.clausal import unreal
from trucewatch.extract.drafts.draft import Draft
from trucewatch.extract.phrases.item import Item, is_quote
from trucewatch.extract.phrases.tenses import lies_behind
from trucewatch.extract.sentence import Parsed
from trucewatch.extract.times.calendar import DAY, iso
from trucewatch.model import Time
from trucewatch.model.claim import Modality

_FUTURE = frozenset({"planned", "promised", "hoped", "predicted", "demanded", "threatened", "term"})
_OPENING = 2
"""A time among the first items of a sentence ("On 6 March, ...") holds for all its clauses."""
EVENTS = ("kin.", "harm.", "civ.", "pos.", "mon.", "hum.", "crowd.", "wd.")
_JOINED = frozenset({"coordinate", "gerund", "reduced", "infinitive", "sub"})
"""How a clause hangs on another that tells of the same hour."""
_DONE = ("happened", "accused")
_AGREED = ("dip.agreement", "dip.press")
"""What is done on one day about a truce that begins on another."""
_DIED = frozenset({"kill", "die", "dead"})
_NEWS = 7
"""Days before the report within which the day of a saying bounds no better than the report itself."""


def stated_time(
    clause: Clause, parsed: Parsed, modality: Modality, carrier: Item | None = None, kind: str = ""
) -> Time | None:
    """The time that stands in the clause itself."""
    # What is named as done within a plan ("will be tried for the killing at Easter") lies behind.
    ahead = clause.verb.modal in ("future", "would") and modality not in ("happened", "ongoing")
    future = modality in _FUTURE or ahead
    told = clause.verb.tense == "past" and clause.verb.form == "finite" and not clause.verb.modal
    if told and speech_of(clause.verb.classes) is not None:
        future = False  # what was announced lies by the day of the announcement, not by the day of the report
    past = modality in _DONE and _lies_behind(clause, parsed)
    items = times_of(clause, carrier)
    if not kind.startswith(("dip.", "term.")):
        items = (i for i in items if not _of_another(i, carrier, kind))
    for item in _of_kind(items, kind):
        if is_stamp(item, parsed):
            continue
        found = time_item(item, parsed, future=future, past=past)
        if found is not None:
            return found
    return None


def _lies_behind(clause: Clause | None, parsed: Parsed) -> bool:
    return clause is not None and lies_behind(clause.verb, parsed.pack)


def _of_another(item: Item, carrier: Item | None, kind: str) -> bool:
    """ "Pulled back under the 2016 accord", "an arrest for last week's attack": a time that is of something else."""
    act = "act" in item.classes and item.kind == "np" and item is not carrier and not kind.startswith("harm.")
    return "agreement" in item.classes or (act and bool(kind))


def _of_kind(items: Iterable[Item], kind: str) -> list[Item]:
    """ "Announced on Monday a truce from midnight": "from" says when the truce begins, not when it was agreed."""
    found = [(item, item.time is not None and item.time.bound == "from") for item in items]
    if kind == "term.entry_into_force":
        return [item for item, begins in found if begins] or [item for item, _ in found]
    return [item for item, begins in found if not (begins and kind.startswith(_AGREED))]


def leading_time(parsed: Parsed, clause: Clause | None) -> Time | None:
    """A time that opens the sentence and belongs to its first clause, and to those joined to it."""
    owners = {id(t) for c in parsed.clauses for t in c.times}
    first = parsed.clauses[0] if parsed.clauses else None
    future = clause is not None and clause.verb.modal in ("future", "would")
    for k, item in enumerate(parsed.items):
        if item.kind != "time" or id(item) in owners or is_stamp(item, parsed):
            continue
        behind = clause is not None and clause.verb.start > item.start
        if k <= _OPENING or clause is first or (behind and _opens_content(parsed.items, k)):
            return time_item(item, parsed, future=future, past=_lies_behind(clause, parsed))
    return None


def _opens_content(items: list[Item], k: int) -> bool:
    """ "said that on 6 March shells fell": a time right behind the word that opens what is said."""
    j = k - 1
    while j >= 0 and (is_quote(items[j]) or items[j].kind == "prep"):
        j -= 1
    return j >= 0 and items[j].kind == "comp"


def fallback(draft: Draft, said: Time | None) -> Time | None:
    """No words of its own tell when: the tense may, by the day of the report or of the saying; else it is not told.

    Speech, terms and states are of the day they are told, what is still to come begins there, what goes on ends there.
    An act told as done is only known to lie before its report, which those derive who use it.
    """
    parsed, modality, kind = draft.parsed, draft.modality, draft.type
    day = day_of(said) or parsed.anchor
    if day is None:
        return None
    here, after = iso(day), iso(day + DAY)
    if said is not None and modality == "planned" and kind.startswith("dip.talks"):
        return Time(here, None, "open", "inherited")  # "said on Monday that they would meet"
    past_state = kind.startswith("state.") and modality == "happened"
    if kind.startswith(("dip.", "state.", "term.")) and modality != "ongoing" and not past_state:
        return Time(here, after, "day", "published" if said is None else "inherited")
    if modality in _FUTURE:
        return Time(here, None, "open", "published")
    of_old = day_of(said) is not None and parsed.anchor is not None and (parsed.anchor - day).days > _NEWS
    if past_state or of_old:
        return Time(None, after, "open", "published")
    draft.bound = goes_on(draft)
    return Time(None, after, "open", "published") if draft.bound else None


def undated(time: Time | None) -> bool:
    """Whether no words tell the day: there is no time, or only that of the report."""
    return time is None or time.basis == "published"


def inherited(time: Time) -> Time:
    """A time taken from a neighbour, marked as such."""
    return dataclasses.replace(time, basis="inherited")


def of_its_day(time: Time) -> Time:
    """The day of a time told in another sentence: its hour is not that of what stands here."""
    day = day_of(time)
    if day is None or time.start is None or len(time.start) <= 10:
        return inherited(time)
    end = max(iso(day + DAY), (time.end or "")[:10])
    return Time(iso(day), end, "day", "inherited", time.text, time.span)


def time_for(draft: Draft, clause: Clause | None) -> Time | None:
    """The time of a draft's act, from `clause`, in which it stands."""
    parsed = draft.parsed
    found = None
    if draft.type == "state.duration" and parsed.anchor is not None:
        return fallback(draft, None)  # "nine years of war" are counted up to the day of the report
    if clause is None and draft.features[:1] == ["nominal"]:
        # "... killed dozens - mostly through air strikes -": an insertion belongs to the clause before it.
        clause = next((c for c in reversed(parsed.clauses) if c.verb.start < draft.start), None)
    if draft.carrier is not None and draft.carrier.time is not None:
        past = draft.modality in _DONE and _lies_behind(clause, parsed)
        found = time_item(draft.carrier, parsed, future=unreal(draft), past=past)
    apart = False
    if found is None and clause is not None:
        nominal = draft.features and draft.features[0] == "nominal"
        # "remained in hospital on Tuesday", "was charged on Monday with the killing"
        apart = nominal or draft.tentative or (draft.carrier is not None and draft.type != "civ.arrest")
        apart = bool(apart) and is_later(clause, parsed.pack)
        found = None if apart else _in_clause(draft, clause)
        if found is not None and nominal:
            found = inherited(found)
    if found is None and not unreal(draft):
        found = None if apart else leading_time(parsed, clause)
        found = found or _linked(draft, clause)
    said = draft.said = _said(draft, clause)
    return found or fallback(draft, said)


def _in_clause(draft: Draft, clause: Clause) -> Time | None:
    """The time in an act's own clause, in that of its harm or cause, or in the one that it hangs on."""
    found = stated_time(clause, draft.parsed, draft.modality, draft.carrier, draft.type)
    partner = draft.partner
    apart = clause.kind == "reduced" and partner is not None and partner.kind in ("main", "coordinate")
    if found is None and partner is not None and not (apart and partner.verb.start > clause.end):
        found = stated_time(partner, draft.parsed, draft.modality)
    return found or _from_parent(clause, draft)


def _from_parent(clause: Clause, draft: Draft) -> Time | None:
    """A participle or joined clause without a time takes that of the clause it hangs on, over other participles."""
    if unreal(draft) and not draft.type.startswith("dip."):
        return None
    one, seen = clause, {id(clause)}
    while one.parent is not None and one.kind in ("coordinate", "gerund", "reduced") and id(one.parent) not in seen:
        if _told_of_before(one):
            return None
        gerund, one = one.kind == "gerund", one.parent
        seen.add(id(one))
        if "say" in one.verb.classes or is_later(one, draft.parsed.pack):
            return None
        found = stated_time(one, draft.parsed, draft.modality)
        if found is not None:
            return inherited(found)
        if not gerund and one.kind != "gerund":
            return None
    return None


def _told_of_before(clause: Clause) -> bool:
    """ "A man wounded in the raid died on Tuesday": what a participle says of a subject was before what it does now."""
    parent = clause.parent
    return clause.kind == "reduced" and parent is not None and clause.start < parent.verb.start


def _comes_after(full: Clause, participle: Clause) -> bool:
    """ "A child hurt in the blast died on Sunday": the full verb behind tells of a later day than the participle."""
    return participle.kind == "reduced" and full.inherited_subject and full.verb.form == "finite"


def _linked(draft: Draft, clause: Clause | None) -> Time | None:
    """For a happening, the time of the nearest clause joined to its own: "two died when a shell fell at dawn"."""
    if clause is None or not draft.type.startswith(EVENTS):
        return None
    parsed, seen, ring = draft.parsed, {id(clause)}, [clause]
    while ring:
        ring = [other for here in ring for other in _neighbours(here, parsed) if id(other) not in seen]
        seen |= {id(other) for other in ring}
        for other in ring:
            if draft.tentative and other.verb.classes & _DIED:
                continue  # "was taken to hospital and died on Saturday"
            found = stated_time(other, parsed, draft.modality)
            day = day_of(found)
            if day is not None and other.kind == "sub" and in_pluperfect(draft):
                draft.bound = "the pluperfect"  # "had been attacked before it arrived on Friday"
                return Time(None, iso(day + DAY), "open", "inherited")
            if found is not None and day is not None:
                return inherited(found)  # a day is shared, a week or "recent days" is not
    return None


def _neighbours(clause: Clause, parsed: Parsed) -> Iterator[Clause]:
    """The clauses joined to one in time: what it hangs on, what hangs on it, and the next link of a chain."""
    for other in parsed.clauses:
        if speech_of(other.verb.classes) is not None or other.verb.modal or is_later(other, parsed.pack):
            continue
        down = (
            other.parent is clause and other.kind in _JOINED and _same_hour(other) and not _comes_after(other, clause)
        )
        up = clause.parent is other and clause.kind in _JOINED and _same_hour(clause) and not _told_of_before(clause)
        beside = (
            other.parent is clause.parent and clause.parent is not None and "coordinate" in (other.kind, clause.kind)
        )
        if down or up or beside:
            yield other


def _same_hour(clause: Clause) -> bool:
    """Whether a clause with a connective has one of time: "when", "as", "after"."""
    return clause.kind != "sub" or "time" in clause.link


def _said(draft: Draft, clause: Clause | None) -> Time | None:
    """The time of the saying, which bounds what is said."""
    for region in draft.parsed.regions:
        if region.clause is not None and region.clause is not clause and region.start <= draft.start < region.end:
            found = stated_time(region.clause, draft.parsed, "happened")
            if found is not None:
                return found
    return None
