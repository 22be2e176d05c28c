"""extract: claims that stand in noun phrases: "after an air strike", "Moscow-backed forces"."""

from __future__ import annotations

from collections.abc import Iterator

from trucewatch.extract.clauses.clause import Clause
from trucewatch.extract.drafts.deaths import deaths, names_harm
from trucewatch.extract.drafts.draft import Draft
from trucewatch.extract.drafts.figures import victims_named
from trucewatch.extract.drafts.granted import supposed, warded
from trucewatch.extract.drafts.meetings import meets, sought_at, talks
from trucewatch.extract.drafts.noundraft import already, noun_draft, own_up, tail_actors
from trucewatch.extract.drafts.states import (
    STATES,
    SUPPORT,
    backed,
    crisis,
    duration,
    intensity,
    more_displaced,
    risk,
    stronghold,
    threat,
    width,
)
from trucewatch.extract.meaning.accused import as_blamed, blamed_for, charge_of, laid_on
from trucewatch.extract.meaning.admitted import admission_of
from trucewatch.extract.meaning.aside import is_topic
from trucewatch.extract.meaning.force import elsewhere, hits_somebody, is_aim, is_idea
from trucewatch.extract.meaning.mode import clause_at, is_question, mode_of, silenced
from trucewatch.extract.meaning.roles import actors_in, doer_of, each_once, named_in
from trucewatch.extract.phrases.acts import BY_WEAPON, OPEN_TYPES, TOPICS, WISHED, act_sense, weapon_of
from trucewatch.extract.phrases.item import Item
from trucewatch.extract.sentence import Parsed
from trucewatch.extract.speech.attributed import speakers_at


def nominal_drafts(parsed: Parsed, taken: list[Draft]) -> list[Draft]:
    """The drafts of a sentence's noun phrases, but for those that a clause already carries."""
    found: list[Draft] = []
    known = list(taken)
    carried = {id(d.carrier) for d in taken if d.carrier is not None}
    for item in parsed.items:
        if item.kind == "np":
            for part in _parts(item):
                if id(part) not in carried:
                    made = list(_of(part, parsed, known))
                    known += [d for d in made if ".deaths." in d.rule and not d.type.startswith("harm.")]
                    found += made
    return found


def _parts(item: Item) -> list[Item]:
    """The phrases in a phrase that may tell something, each by itself."""
    if not (item.parts or item.of or item.owner):
        return [item]
    found = [] if item.parts else [item]
    for joined in item.parts:
        found += _parts(joined)
    spoken_of = bool(item.classes & WISHED) or (item.head is not None and bool(item.head.classes & TOPICS))
    if item.parts or not spoken_of:
        for attached in item.of:
            found += _parts(attached)
    return found + _parts(item.owner) if item.owner is not None else found


def _of(item: Item, parsed: Parsed, taken: list[Draft]) -> Iterator[Draft]:
    if names_harm(item):
        yield from deaths(item, parsed, taken)
    if item.negated or item.pronoun:
        return
    stated = not item.classes.isdisjoint(STATES)
    lasting = stated or bool(item.of and item.counts) or not item.modifiers.isdisjoint(SUPPORT)
    if not (lasting or "act" in item.classes or meets(item)):
        return
    if lasting:
        yield from more_displaced(item, parsed)
        yield from backed(item, parsed)
        yield from stronghold(item, parsed)
        yield from duration(item, parsed)
        yield from width(item, parsed, taken)
        yield from threat(item, parsed)
    holder = clause_at(parsed.clauses, item.start)
    if "act" in item.classes and (accuser := charge_of(item, parsed)) is not None:
        yield from _charged(item, parsed, accuser, taken)
        return
    if "act" in item.classes and (blamer := blamed_for(item, parsed)) is not None:
        yield from _laid(item, parsed, blamer, taken)
        return
    hidden = silenced(parsed, item.start, holder)
    # A verbal noun ("asked for a halt of the shelling") only asks; a verb ("to cease the assault") tells what goes on.
    halted = holder is not None and bool(holder.verb.classes & {"halt"}) and not _is_verbal_noun(holder.verb)
    warded = holder is not None and bool(holder.verb.classes & {"avoid"})
    presupposed = (halted and bool(item.classes & {"act"})) or ((halted or warded) and "intensity" in item.classes)
    if hidden and not presupposed and (_grounded(item, parsed) or _condemned(item, parsed)):
        yield from _act(item, parsed, None, taken, False)
    if hidden and not presupposed:
        yield from sought_at(item, parsed, holder, taken)
        return
    if "act" in item.classes:
        yield from _act(item, parsed, holder, taken, hidden)
    if stated:
        yield from intensity(item, parsed, holder)
    yield from talks(item, parsed, holder, taken)
    if stated:
        yield from crisis(item, parsed)
        yield from risk(item, parsed)


def _laid(item: Item, parsed: Parsed, blamer: Clause, taken: list[Draft]) -> Iterator[Draft]:
    """ "Blamed the attack on separatists": the attack has been, who did it is what is said."""
    if mode_of(blamer, parsed).silent or _at_an_idea(item, parsed):
        return
    for draft in _act(item, parsed, None, taken, True):
        draft.actors = each_once([*laid_on(blamer, parsed), *(a for a in draft.actors if a.role == "target")])
        draft.modality, draft.speakers = "happened", speakers_at(parsed, item.start)
        yield draft


def _stands_for_itself(item: Item, parsed: Parsed, holder: Clause | None) -> bool:
    """Whether an act's noun has an actor, a time, a number or an article of its own."""
    told = item.actors or item.owner is not None or item.time is not None or item.definite or item.counts or item.of
    left = holder is not None and holder.subject is item and "leave" in holder.verb.classes
    return bool(told) or left or _lasted(item, parsed)


def _is_verbal_noun(verb: Item) -> bool:
    return verb.form == "gerund" or (verb.verb is not None and "nominal" in verb.verb.forms)


def _act(item: Item, parsed: Parsed, holder: Clause | None, taken: list[Draft], hidden: bool) -> Iterator[Draft]:
    """An act named and taken for granted: it must have an actor, a time or an article of its own."""
    if (
        item.head is None
        or not item.head.type
        or "act" not in item.classes
        or item.head.type.startswith(("mon.", "crowd.", "pos."))
    ):
        return
    if already(item, holder, taken, item.head.type) or not _is_told(item, parsed, holder):
        return
    admission = admission_of(item, parsed)
    certain = hidden or admission is not None or _stands_for_itself(item, parsed, holder)
    mode = mode_of(holder, parsed) if holder is not None else None
    if (
        mode is not None
        and (mode.modality not in ("happened", "ongoing", "state") or mode.polarity == "-")
        and not hidden
    ):
        return
    by = any(np is item for c in parsed.clauses for prep, np in c.pps if prep.cls & {"through", "by"})
    sides = any(True for _ in tail_actors(item, parsed)) or _aimed(item, parsed)
    bare = parsed.sentence.section == "headline" and not item.counts and admission is None
    if not (certain or by or sides) or bare:
        return
    kind, weapon = _kind(item, parsed)
    draft = noun_draft(
        parsed,
        item,
        kind,
        "ongoing" if hidden or (holder and mode and mode.modality == "ongoing") else "happened",
        "act",
    )
    doer = doer_of(kind)
    named = named_in(item, kind, parsed, doer, "target")
    draft.actors = each_once([*named, *actors_in([item.owner], doer, parsed), *tail_actors(item, parsed, doer)])
    if hidden and holder is not None and not any(a.role == doer for a in draft.actors):
        # "wants the army to cease an assault": whoever is to cease it carries it out.
        draft.actors = each_once([*actors_in([holder.subject], doer, parsed), *draft.actors])
    if admission is not None:
        own_up(draft, admission)
    draft.background = draft.type == "kin.ground_offensive" and item.time is None
    if item.counts and parsed.sentence.section == "headline":
        draft.background = True  # "Russia nineteen shootings": a count of the day, not one happening
    draft.stretch = draft.background
    draft.anaphoric = item.definite and not (draft.actors or item.counts or item.time or item.of)
    draft.weapon = weapon
    killed, draft.struck = victims_named(item, kind, parsed)
    draft.figures += killed
    yield draft


def _charged(item: Item, parsed: Parsed, accuser: Clause, taken: list[Draft]) -> Iterator[Draft]:
    """ "Accused the army of an attack on the market": the act is the accuser's to tell, and no fact."""
    if item.head is None or not item.head.type or not item.head.type.startswith(("kin.", "civ.")):
        return
    if mode_of(accuser, parsed).silent or already(item, accuser, taken, item.head.type):
        return
    if _at_an_idea(item, parsed) or "arms" in item.classes:
        return
    kind, weapon = _kind(item, parsed)
    draft = noun_draft(parsed, item, kind, "accused", "charged")
    found = (*actors_in([item.owner], "perpetrator", parsed), *actors_in(item.of, "target", parsed))
    sides = [a for a in tail_actors(item, parsed) if a.role == "target"]
    draft.actors = as_blamed((*found, *sides), accuser, parsed)
    draft.weapon = weapon
    draft.figures, draft.struck = victims_named(item, kind, parsed)
    yield draft


def _lasted(item: Item, parsed: Parsed) -> bool:
    """ "Eight months of siege": what has a length has been."""
    return any(
        whole.counts and whole.head is not None and "unit" in whole.head.classes and any(o is item for o in whole.of)
        for whole in parsed.items
    )


def _is_told(item: Item, parsed: Parsed, holder: Clause | None) -> bool:
    """Whether an act's noun takes the act for granted: no term, question, wish, thing or topic, and not warded off."""
    if supposed(item, parsed) or "arms" in item.classes or act_sense(item) is None or is_topic(item, parsed, holder):
        return False  # a grenade or a mine is a thing and nothing that happens; a clause tells what became of it
    if any("animal" in o.classes for o in item.of):
        return False
    if _at_an_idea(item, parsed):
        return False
    if any(np is item and "without" in prep.cls for c in parsed.clauses for prep, np in c.pps):
        return False  # "instead of a release"
    if holder is None:
        return not is_question(parsed)
    if elsewhere(holder) or ("undergo" in holder.verb.classes and not hits_somebody(holder)):
        return False  # "the bill came under attack"
    if holder.kind == "reduced" and holder.parent is not None and item in holder.parent.objects:
        holder = holder.parent  # "provides for the withdrawal from zones taken": what is done with it stands before
    about = holder.subject.classes if holder.subject is not None else set()
    agreed = "agreement" in about or ("truce" in about and "provide_term" in holder.verb.classes)
    return not agreed and not warded(item, holder)


def _kind(item: Item, parsed: Parsed) -> tuple[str, str | None]:
    """The act's code and weapon, with what stands behind its noun: "raids by helicopters", "an attack with gas"."""
    act = act_sense(item)
    kind = (act.type if act is not None else None) or "kin.air_strike"
    k = next((k for k, other in enumerate(parsed.items) if other.start >= item.end), len(parsed.items))
    means: list[Item] = []
    while k + 1 < len(parsed.items) and parsed.items[k].kind == "prep" and parsed.items[k + 1].kind == "np":
        if parsed.items[k].cls & {"by", "with"}:
            means.append(parsed.items[k + 1])
        k += 2
    told = next((a for i in means if (a := act_sense(i)) is not None and a.type and a.type.startswith("kin.")), None)
    if kind == "civ.attack" and told is not None and told.type is not None:
        return told.type, told.info.get("weapon")
    weapon = weapon_of([item, *means])
    if weapon and kind in OPEN_TYPES and (kind != "kin.raid_infiltration" or weapon in ("aircraft", "drone")):
        kind = BY_WEAPON.get(weapon, kind)
    return kind, weapon


def _grounded(item: Item, parsed: Parsed) -> bool:
    """Whether "after" or "in response to" stands before it: that is past, whatever is hoped around it."""
    past = parsed.pack.lists.get("past_words", ())
    return any(
        np is item and ("response" in prep.cls or prep.marks[0].key in past)
        for c in parsed.clauses
        for prep, np in c.pps
    )


def _condemned(item: Item, parsed: Parsed) -> bool:
    """ "condemned the raid on the hospital": what is condemned is taken to have been, by an article of its own."""
    for region in parsed.regions:
        clause = region.clause
        if region.cue == "condemn" and clause is not None and not clause.verb.negated and not clause.verb.modal:
            told = any(item is part for o in clause.objects for part in (o, *o.parts))
            named = clause.verb.verb is not None and clause.verb.verb.lemma.endswith(" the")
            return told and (named or item.definite or any(item in o.parts and o.definite for o in clause.objects))
    return False


def _at_an_idea(item: Item, parsed: Parsed) -> bool:
    """ "The attack on the budget", "an offensive against inflation"."""
    k = next((k for k, other in enumerate(parsed.items) if other.start >= item.end), len(parsed.items))
    act = act_sense(item)
    if act is None or act.type is None or not act.type.startswith(("kin.", "civ.")):
        return False
    if k + 1 >= len(parsed.items) or parsed.items[k].kind != "prep":
        return False
    return is_aim(parsed.items[k], parsed.items[k + 1]) and is_idea(parsed.items[k + 1])


_TARGETS = frozenset({"territory", "facility", "base", "people", "property", "post"})


def _aimed(item: Item, parsed: Parsed) -> bool:
    """ "an attack on the town": what it hit stands behind it."""
    k = parsed.items.index(item) + 1 if item in parsed.items else len(parsed.items)
    if k + 1 >= len(parsed.items) or not parsed.items[k].cls & {"on", "against", "near"}:
        return False
    target = parsed.items[k + 1]
    return target.kind == "np" and bool(target.places or target.classes & _TARGETS)
