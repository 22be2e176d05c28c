"""extract: losses told by a noun or a state: "two fatalities", "three dead and five wounded", "no casualties"."""

from __future__ import annotations

from collections.abc import Iterator

from trucewatch.extract.clauses.notes import is_note
from trucewatch.extract.drafts.counts import counts_of
from trucewatch.extract.drafts.draft import Draft
from trucewatch.extract.drafts.figures import figure
from trucewatch.extract.drafts.granted import supposed, warded
from trucewatch.extract.drafts.noundraft import noun_draft, own_up
from trucewatch.extract.drafts.victims import implied, one_more_hurt, several
from trucewatch.extract.meaning.accused import as_blamed, charge_of
from trucewatch.extract.meaning.admitted import admission_of
from trucewatch.extract.meaning.mode import clause_at, is_question, mode_of, silenced
from trucewatch.extract.meaning.roles import actors_in, each_once
from trucewatch.extract.phrases.acts import act_sense
from trucewatch.extract.phrases.item import Item
from trucewatch.extract.phrases.nounphrase import told_state
from trucewatch.extract.sentence import Parsed
from trucewatch.model import Figure
from trucewatch.model.claim import Measure, Modality

_MEASURES: tuple[tuple[str, Measure], ...] = (
    ("kill", "killed"),
    ("injure", "injured"),
    ("displace", "displaced"),
    ("dead", "killed"),
    ("wounded", "injured"),
    ("displaced", "displaced"),
    ("missing", "missing"),
    ("casualties", "killed"),
    ("dead_people", "killed"),
    ("wounded_people", "injured"),
)


_HARMED = frozenset({"kill", "injure", "displace", "dead_people", "wounded_people"})


def names_harm(item: Item) -> bool:
    """Whether a phrase has a word at all that tells of harm, or that there was none."""
    if not (_HARMED.isdisjoint(item.classes) and _VICTIMS.isdisjoint(item.classes)):
        return True
    stated = not item.modifiers.isdisjoint(("dead", "wounded"))
    return (stated and (bool(item.counts) or item.head is None)) or bool(told_state(item))


def deaths(item: Item, parsed: Parsed, taken: list[Draft]) -> Iterator[Draft]:
    """ "two fatalities", "the killing of eight people", "three dead and five wounded", "no casualties"."""
    nouns = (
        item.classes & _HARMED
        if item.head is not None and item.head.classes & {"harm", "dead_people", "wounded_people"}
        else set()
    )
    one_more = one_more_hurt(item, parsed.pack)
    states = (item.modifiers & {"dead", "wounded"} if item.counts or one_more else set()) | told_state(item)
    if _told_none(item, parsed):
        yield from _none(item, parsed)
        return
    if _on_the_way(item, parsed):
        return
    told = nouns | states
    accuser = charge_of(item, parsed) if nouns else None
    for cls, measure in _MEASURES if told else ():
        if cls not in told or (accuser is None and _unreal(item, parsed, cls in nouns)):
            continue
        if supposed(item, parsed) or is_question(parsed) or _by_accident(item, parsed):
            continue
        whom = (item.of or _befallen(item, parsed)) if cls in nouns else [item]
        figures = [
            figure(c, measure, parsed)
            for one in (item, *(of for of in whom if of not in item.of and of is not item))
            for c, _ in counts_of(one)
            if c.head is None or c.head.classes & {"people", "harm", "collective", "dead_people", "wounded_people"}
        ]
        figures = figures or implied(whom, measure, parsed)
        if not figures and cls in nouns and _brought_on(item, parsed):
            figures = implied([item], measure, parsed)  # "causing his death"
        more = several(whom, measure, parsed) if cls in nouns and _arises(item, parsed) else []
        if not (figures or more) or any(f.span == g.span for d in taken for f in figures for g in d.figures):
            continue
        note = next((d for d in taken if _noted(d) and d.start <= item.start), None)
        noted = [c for c in (note.clause, note.partner) if c is not None] if note is not None else []
        if note is not None and any(is_note(c) and c.end <= item.start for c in noted):
            note.figures += figures  # "Airstrikes on Ariha, at least 6 dead"
            note.end = max(note.end, item.end)
            return
        stance: Modality = "happened" if accuser is None else "accused"
        draft = noun_draft(parsed, item, f"harm.{measure}", stance, f"deaths.{cls}")
        draft.figures, draft.several = figures, more
        draft.actors = each_once(actors_in(item.of or [item], "target", parsed))
        if cls in nouns:
            _by_what(draft, item, parsed)
        if accuser is not None:
            draft.actors = as_blamed(draft.actors, accuser, parsed)
        elif (admission := admission_of(item, parsed)) is not None:
            own_up(draft, admission)
        yield draft
        return


def _by_what(draft: Draft, item: Item, parsed: Parsed) -> None:
    """ "The death of three by a mine", "the killing of two in an air strike": the act that did it."""
    k = next((k for k, other in enumerate(parsed.items) if other.start >= item.end), len(parsed.items))
    if k + 1 >= len(parsed.items) or not parsed.items[k].cls & {"by", "in", "through", "from"}:
        return
    what = parsed.items[k + 1]
    act = act_sense(what) if what.kind == "np" else None
    if act is None or act.type is None or not act.type.startswith("kin.") or act.classes & _NO_CAUSE:
        return
    draft.type, draft.end = act.type, max(draft.end, what.end)
    draft.weapon = act.info.get("weapon")


_NO_CAUSE = frozenset({"offensive", "clash", "movement"})


def _befallen(item: Item, parsed: Parsed) -> list[Item]:
    """ "Injuries to four workers", "deaths among civilians": whom a noun for harm says behind it that it befell."""
    items = parsed.items
    k = next((k for k, one in enumerate(items) if one is item), len(items))
    prep, whom = (items[n] if n < len(items) else None for n in (k + 1, k + 2))
    led = prep is not None and prep.kind == "prep" and bool(prep.cls & {"to", "between"})
    return [whom] if led and whom is not None and whom.kind == "np" and "people" in whom.classes else []


def _brought_on(item: Item, parsed: Parsed) -> bool:
    """Whether a clause says what brought a death about; an illness is no attack."""
    holder = clause_at(parsed.clauses, item.start)
    if holder is None or "cause" not in holder.verb.classes or item is holder.subject:
        return False
    return holder.subject is None or "disease" not in holder.subject.classes


def _arises(item: Item, parsed: Parsed) -> bool:
    """ "Caused injuries to civilians", "deaths of children were reported"; not "documents killings of civilians"."""
    holder = clause_at(parsed.clauses, item.start)
    if holder is None:
        return False
    reported = holder.passive and bool(holder.verb.classes & {"say", "register"})
    return reported or bool(holder.verb.classes & (_ARISE | {"suffer"}))


def _on_the_way(item: Item, parsed: Parsed) -> bool:
    """ "Fifty wounded crossed into Egypt", "the bodies of four dead were handed over": they were hurt before."""
    holder = clause_at(parsed.clauses, item.start)
    if holder is None:
        return False
    moved = "wounded_people" in item.classes and holder.subject is item and "cross" in holder.verb.classes
    body = "dead_people" in item.classes and "find" not in holder.verb.classes
    return moved or (body and any("corpse" in p.classes and p is not item for p in holder.phrases()))


def _noted(draft: Draft) -> bool:
    """Whether a draft is that of a note without a verb, its losses taken in or not."""
    return any(c is not None and is_note(c) for c in (draft.clause, draft.partner))


def _unreal(item: Item, parsed: Parsed, named: bool) -> bool:
    """Whether a death is only feared, denied or asked for; "was charged in the death of" takes it for granted."""
    if _hypothetical(item, parsed):
        return True
    if not silenced(parsed, item.start, clause_at(parsed.clauses, item.start)):
        return False
    given = any(np is item and "in" in prep.cls for c in parsed.clauses for prep, np in c.pps)
    return not (named and given and item.of and item.definite)


def _by_accident(item: Item, parsed: Parsed) -> bool:
    """Whether it is an accident that a clause tells of: "a road accident left four dead"."""
    holder = clause_at(parsed.clauses, item.start)
    return holder is not None and any("accident" in phrase.classes for phrase in holder.phrases())


def _hypothetical(item: Item, parsed: Parsed) -> bool:
    holder = clause_at(parsed.clauses, item.start)
    mode = mode_of(holder, parsed) if holder is not None else None
    if holder is not None and (warded(item, holder) or ("plan" in holder.verb.classes and item in holder.objects)):
        return True
    return mode is not None and (
        mode.modality not in ("happened", "ongoing", "state", "opined") or mode.polarity == "-"
    )


_NONE: tuple[tuple[str, Measure], ...] = (
    ("kill", "killed"),
    ("casualties", "killed"),
    ("injure", "injured"),
    ("dead_people", "killed"),
    ("wounded_people", "injured"),
    ("hurt_people", "injured"),
)
_VICTIMS = frozenset({"harm", "casualties", "dead_people", "wounded_people", "hurt_people"})
_ARISE = frozenset({"occur", "cause", "toll"})


def _told_none(item: Item, parsed: Parsed) -> bool:
    """ "no casualties", "пострадавших нет", "can kaybı yaşanmadı"; "casualties are not known" tells no number."""
    if item.counts or not item.classes & _VICTIMS:
        return False
    if item.negated:
        return True
    if any(np is item and "without" in prep.cls for c in parsed.clauses for prep, np in c.pps):
        return True
    holder = next((c for c in parsed.clauses if item is c.subject or item in c.objects), None)
    if holder is None or not (holder.verb.classes & _ARISE or _only_is(holder.verb)):
        return False
    mode = mode_of(holder, parsed)
    return mode.polarity == "-" and mode.modality in ("happened", "state") and not mode.silent


def _only_is(verb: Item) -> bool:
    """A verb that is no more than "there is": "нет", "yok"."""
    return bool(verb.marks) and all(m.sense("aux", "be") or m.sense("neg") for m in verb.marks)


def _none(item: Item, parsed: Parsed) -> Iterator[Draft]:
    """Casualties told to be none: a zero that somebody gives, which is not the same as no figure."""
    for cls, measure in _NONE:
        if cls in item.classes:
            draft = noun_draft(parsed, item, f"harm.{measure}", "happened", f"none.{cls}")
            draft.polarity = "-"
            span = parsed.span(item.start, item.end)
            draft.figures = [Figure(measure, 0.0, 0.0, "exact", None, parsed.original[span[0] : span[1]], span)]
            yield draft
            return
