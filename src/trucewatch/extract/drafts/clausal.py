"""extract: the claims that clauses make: acts, harm, states and terms, beside speech and what is said."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator

from trucewatch.extract.clauses.clause import Clause
from trucewatch.extract.drafts.counts import counts_of
from trucewatch.extract.drafts.draft import Draft
from trucewatch.extract.drafts.figures import calibre_of, clause_figures, figure
from trucewatch.extract.drafts.gapped import by_place
from trucewatch.extract.drafts.hurt import count_hit
from trucewatch.extract.drafts.merge import merge_harm
from trucewatch.extract.drafts.positions import positions, reach
from trucewatch.extract.drafts.provided import provided
from trucewatch.extract.drafts.spoken import accusation_by_nobody, speech_act
from trucewatch.extract.drafts.threats import is_threat
from trucewatch.extract.drafts.zones import add_width
from trucewatch.extract.meaning.accused import CHARGED, accuser_of, as_blamed
from trucewatch.extract.meaning.classify import Typed, classify, term_of
from trucewatch.extract.meaning.mode import UNREAL, Mode, mode_of, speech_regions
from trucewatch.extract.meaning.outcome import ended_by, outcome
from trucewatch.extract.meaning.roles import roles, roles_of
from trucewatch.extract.phrases.acts import weapon_of
from trucewatch.extract.phrases.item import Item
from trucewatch.extract.phrases.tenses import has_perfect
from trucewatch.extract.sentence import Parsed
from trucewatch.extract.speech.attributed import REAL, its_text, speakers_at
from trucewatch.extract.speech.region import Region
from trucewatch.model import ActorRole, Figure
from trucewatch.model.claim import Modality

_STATES = ("state.",)
_BESIDE_SPEECH = ("announce", "carried", "operation", "condole", "verb", "truce", "subject", "lives")
"""Rules whose claim stands although its verb may also open a speech: "the attack claimed three lives"."""


def clause_drafts(parsed: Parsed) -> list[Draft]:
    """The drafts of a sentence's clauses, in the order of the text."""
    found: list[Draft] = []
    for clause in parsed.clauses:
        region = next((r for r in parsed.regions if r.clause is clause), None)
        if region is not None:
            found.extend(speech_act(clause, region, parsed))
        else:
            found.extend(accusation_by_nobody(clause, parsed))
        found.extend(_content(clause, region, parsed))
    found = merge_harm(found)
    found += list(by_place(found, parsed))
    found.extend(positions(parsed, found))
    return found


def _content(clause: Clause, region: Region | None, parsed: Parsed) -> Iterator[Draft]:
    """The claim that a clause makes by what it says happened, is so, or is agreed."""
    if region is not None and region.speech is not None and region.speech.gives is not None:
        return
    mode = mode_of(clause, parsed)
    typed = classify(clause, parsed.pack)
    if typed is None or (clause.verb.modal and not typed.type.startswith("term.")):
        # What an agreement says shall be done is a term, whatever the act: "under the deal the army is to leave".
        typed = _from_document(clause, parsed) or typed
    elif typed.type == "mon.patrol" and _hangs_on_term(clause, parsed):
        typed = Typed("term.patrol", f"{parsed.pack.code}.term.infinitive", "term")
    if typed is None or (
        region is not None
        and typed.rule.split(".")[-1]
        not in ("announce", "carried", "operation", "condole", "verb", "truce", "subject", "lives")
    ):
        return
    if mode.modality == "accused" and (typed.modality == "planned" or not typed.type.startswith(CHARGED)):
        return
    if clause.parent is not None and provided(clause.parent, parsed) is clause:
        return  # "provides for | withdrawing the troops": the provision tells it
    if mode.silent and not typed.type.startswith("dip.right") and not typed.rule.endswith("term.infinitive"):
        return
    if (
        clause.verb.modal == "should"
        and not typed.type.startswith(("term.", "dip."))
        and speech_regions(parsed, clause)
    ):
        return
    if clause.shares and "injure" in clause.verb.classes and typed.type.startswith(("kin.", "civ.")):
        return  # "killed and wounded scores": one act, told by the first verb
    draft = _typed_draft(clause, typed, mode, parsed)
    yield draft
    yield from _displaced_too(draft)
    yield from _zone_agreed(draft, clause, parsed)
    yield from _from_when(clause, typed, mode, parsed)


def _zone_agreed(draft: Draft, clause: Clause, parsed: Parsed) -> Iterator[Draft]:
    """ "Agreed on a corridor 12 km wide": the zone with its measure is told beside the agreement."""
    if (
        draft.type != "dip.agreement"
        or draft.about != "term.zone"
        or draft.polarity == "-"
        or draft.modality not in REAL
    ):
        return
    if any(
        (told := classify(child, parsed.pack)) is not None and told.type == "term.zone" for child in clause.children
    ):
        return  # "agreed to create a corridor 12 km wide": that clause tells it
    zone = dataclasses.replace(
        draft, type="term.zone", modality="planned", rule=f"{parsed.pack.code}.term.agreed", figures=[], about=None
    )
    add_width(zone, clause, parsed)
    if zone.figures:
        yield zone


def _displaced_too(draft: Draft) -> Iterator[Draft]:
    """ "Made two dead and thousands of displaced": who was driven out is a claim beside that of the dead."""
    driven = [f for f in draft.figures if f.measure == "displaced"]
    if driven and any(f.measure in ("killed", "injured") for f in draft.figures):
        draft.figures = [f for f in draft.figures if f.measure != "displaced"]
        yield dataclasses.replace(draft, type="harm.displaced", figures=driven, weapon=None, carrier=None, struck=[])


def _from_when(clause: Clause, typed: Typed, mode: Mode, parsed: Parsed) -> Iterator[Draft]:
    """ "announced a ceasefire from midnight": the truce and when it begins are two things told."""
    begins = any(t.time is not None and t.time.bound == "from" for t in clause.times)
    if typed.type == "dip.agreement" and begins:
        again = Typed("term.entry_into_force", f"{parsed.pack.code}.term.from", "planned")
        draft = _typed_draft(clause, again, mode, parsed)
        own = next((r for r in parsed.regions if r.clause is clause), None)
        draft.speakers = (*(own.links() if own is not None else ()), *draft.speakers)
        yield draft


def _from_document(clause: Clause, parsed: Parsed) -> Typed | None:
    """Under "according to the agreement" or "under the deal" a plain clause tells a term."""
    document = any(speaker.document for speaker, _ in speakers_at(parsed, clause.verb.start))
    if _hangs_on_term(clause, parsed):
        return term_of(clause, parsed.pack, f"{parsed.pack.code}.term.infinitive")
    if document and clause.verb.form == "finite":
        return term_of(clause, parsed.pack, f"{parsed.pack.code}.term.document")
    return None


def _hangs_on_term(clause: Clause, parsed: Parsed) -> bool:
    """ "... a corridor, to be policed by joint patrols": what is to be done is agreed as well."""
    parent = clause.parent
    while parent is not None and parent.kind in ("gerund", "reduced", "relative"):
        parent = parent.parent  # "a corridor running along the river, to be policed by"
    if clause.verb.form != "infinitive" or not clause.passive or parent is None:
        return False
    held = classify(parent, parsed.pack)
    return held is not None and held.type.startswith("term.")


def _typed_draft(clause: Clause, typed: Typed, mode: Mode, parsed: Parsed) -> Draft:
    document = any(speaker.document for speaker, _ in speakers_at(parsed, clause.verb.start))
    kind = typed.type
    if document and kind == "mon.patrol":
        kind = "term.patrol"
    if typed.rule.endswith(".goal") and not speakers_at(parsed, clause.verb.start):
        kind, typed.modality = "state.intent", "opined"
    modality = _modality(clause, typed, mode, kind, document)
    if modality == "predicted" and is_threat(clause, kind, parsed):
        modality = "threatened"
    end = reach(clause, parsed, parsed.sentence.end) if kind == "dip.commitment" else clause.end
    inner = provided(clause, parsed) if kind.startswith("term.") else None
    if inner is not None:
        end = max(end, inner.end)
    host = ended_by(clause)  # "half of the pulling back was completed": the words of both
    start, end = (clause.start, end) if host is None else (min(clause.start, host.start), max(end, host.end))
    draft = Draft(parsed, kind, start, end, modality, typed.rule, features=["own_clause"])
    draft.polarity = typed.polarity or mode.polarity
    draft.clause, draft.partner = clause, inner
    real = modality in REAL and draft.polarity == "+"
    draft.outcome = outcome(clause, kind, typed.outcome, parsed, real=real)
    draft.carrier = typed.carrier
    draft.speakers = speakers_at(parsed, clause.verb.start, real=modality in REAL)
    if kind.startswith("term.") and not document:
        draft.speakers = (*its_text(clause, parsed), *draft.speakers)
    _cast(draft, clause, typed)
    draft.figures = clause_figures(clause, kind, typed.measure, parsed, typed.carrier)
    if kind == "term.zone":
        add_width(draft, clause, parsed)
    draft.tentative = typed.rule.endswith(".harm.hurt")
    count_hit(draft, clause, typed)
    if typed.measure and not draft.figures and clause.kind == "reduced":
        draft.figures = _climbed(clause, typed.measure, parsed)
    if kind == "dip.agreement":
        about = term_of(clause, parsed.pack, typed.rule)
        draft.about = about.type if about is not None else None
    _arm(draft, clause, typed)
    draft.joint = clause.verb.joint or any("joint" in i.modifiers for i in clause.phrases())
    responses = clause.pp("response")
    draft.response_to = (
        parsed.original[slice(*parsed.span(responses[0].start, responses[0].end))] if responses else None
    )
    if clause.verb.hedged:
        draft.features.append("hedged")
    host = clause.parent if clause.kind == "reduced" else None
    perfect = has_perfect(clause.verb, parsed.pack) or (host is not None and has_perfect(host.verb, parsed.pack))
    draft.stretch = perfect or _since(clause, parsed) or (modality == "ongoing" and typed.carrier is None)
    draft.anaphoric = any(i.definite and i.classes & {"act"} for i in clause.phrases())
    return draft


def _cast(draft: Draft, clause: Clause, typed: Typed) -> None:
    """Who does what to whom in a clause, who counted it, and who is blamed for it."""
    parsed = draft.parsed
    draft.actors = roles(clause, draft.type, parsed, typed.carrier) if draft.type != "state.geo" else ()
    if "register" in clause.verb.classes and clause.subject is not None and not clause.passive:
        _counted_by(draft, clause, parsed)
    draft.actors = (*draft.actors, *_blamed(clause, parsed, draft.actors))
    accuser = accuser_of(clause) if draft.modality == "accused" else None
    if accuser is not None:
        draft.actors = as_blamed(draft.actors, accuser, parsed)


def _arm(draft: Draft, clause: Clause, typed: Typed) -> None:
    """The weapon that a clause names, or that its act's word has in it, and its calibre."""
    draft.weapon = weapon_of(clause.phrases()) or (typed.act.info.get("weapon") if typed.act is not None else None)
    draft.calibre = calibre_of(_up_to_the_next_verb(clause, draft.parsed)) if draft.weapon else None


def _up_to_the_next_verb(clause: Clause, parsed: Parsed) -> list[Item]:
    """The phrases of a clause with those behind that it may not have taken: "120 mm and 82 mm mortars"."""
    items = parsed.items
    end = next((k for k in range(clause.at + 1, len(items)) if items[k].kind == "vg"), len(items))
    return [item for item in items[:end] if item.start >= clause.start]


def _since(clause: Clause, parsed: Parsed) -> bool:
    """ "Since the truce began", "depuis le début de la trêve,": a total up to now, though no day is named."""
    if any("since" in prep.cls and np.time is None for prep, np in clause.pps):
        return True
    if any(child.kind == "sub" and "since" in child.link for child in clause.children):
        return True
    for k in range(clause.at - 1, -1, -1):
        item = parsed.items[k]
        if item.kind == "vg":
            return False
        governs = item.kind == "prep" and "since" in item.cls and parsed.items[k + 1].kind == "np"
        if governs and parsed.items[k + 1].time is None:
            return True
        if item.kind == "adv" and any(m.sense("adv", "since") for m in item.marks):
            return True
    return False


def _climbed(clause: Clause, measure: str, parsed: Parsed) -> list[Figure]:
    """ "The number of soldiers killed in the strike climbed to 29": the figure stands in the clause behind."""
    for other in parsed.clauses:
        if other.at > clause.at and other.subject is clause.subject:
            counts = [
                c for item in (*other.objects, *other.pp("to", "in")) for c, _ in counts_of(item) if c.head is None
            ]
            if counts:
                return [figure(counts[0], measure, parsed)]  # type: ignore[arg-type]
    return []


def _counted_by(draft: Draft, clause: Clause, parsed: Parsed) -> None:
    """ "The ministry registered nine shootings": who counts did not shoot, and a count is a total, not an event."""
    counter = {a.text for a in roles_of(clause.subject, parsed)} if clause.subject is not None else set()
    draft.actors = tuple(a for a in draft.actors if a.text not in counter)
    if parsed.speaker_of is not None:
        speaker = parsed.speaker_of(clause.subject)
        if speaker is not None:
            draft.speakers = ((speaker, clause.verb.verb.lemma if clause.verb.verb else "registered"), *draft.speakers)
    draft.background = any(True for item in clause.objects for _ in counts_of(item))


def _blamed(clause: Clause, parsed: Parsed, known: tuple[ActorRole, ...]) -> list[ActorRole]:
    """ "a strike blamed on Damascus": who is blamed, by nobody named."""
    found: list[ActorRole] = []
    for other in parsed.clauses:
        if "accuse" in other.verb.classes and other.passive and other.kind == "reduced" and other.at > clause.at:
            for item in other.pp("on", "to"):
                found += [ActorRole("perpetrator", a.text, a.id, "blamed", a.span) for a in roles_of(item, parsed)]
    return [a for a in found if all(a.id != k.id for k in known)]


def _modality(clause: Clause, typed: Typed, mode: Mode, kind: str, document: bool) -> Modality:
    fixed: Modality | None = "accused" if mode.modality == "accused" else typed.modality
    if fixed is not None:
        return fixed  # an accusation is one, whatever the words of the act say by themselves
    if kind.startswith("term."):
        says = clause.subject is not None and bool(clause.subject.classes & {"agreement", "truce"})
        if says and not clause.passive and kind != "term.entry_into_force":
            return "term"  # "the accord, which created a zone"
        if document or mode.modality in ("predicted", "demanded", "ongoing"):
            return "term" if document else ("planned" if kind == "term.entry_into_force" else "term")
        return mode.modality if mode.modality in ("planned", "happened") else "term"
    if kind.startswith(_STATES):
        return (
            "state"
            if mode.modality in ("ongoing", "happened")
            and kind in ("state.refugee_stock", "state.alliance", "state.control", "state.geo")
            else mode.modality
        )
    if kind == "dip.commitment" and mode.modality in ("happened", "ongoing"):
        return "promised"
    if mode.modality == "predicted" and kind.startswith(("mon.", "dip.talks", "dip.press", "pos.", "wd.", "hum.")):
        return "planned"
    if mode.modality == "ongoing" and kind.startswith("dip."):
        # News writes of the day's meetings in the present: a meeting that "meets Thursday" is still to come or on.
        today = kind in ("dip.talks", "dip.press") and clause.verb.tense == "pres" and not clause.verb.progressive
        if kind == "dip.talks" and "go_on" in clause.verb.classes and not (clause.verb.modal or clause.times):
            return "ongoing"
        return "planned" if clause.verb.modal or today else "happened"
    return mode.modality


def unreal(draft: Draft) -> bool:
    """Whether a draft tells of nothing that happened."""
    return draft.modality in UNREAL
