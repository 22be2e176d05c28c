"""extract: who does what to whom in a clause, by its voice, its prepositions and the kind of what it says."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable

from trucewatch.extract.clauses.clause import Clause
from trucewatch.extract.meaning.sides import other_side
from trucewatch.extract.phrases.item import ActorRef, Item
from trucewatch.extract.sentence import Parsed
from trucewatch.extract.speech.speaker import HOUSES, Speaker
from trucewatch.extract.words.token import Mark
from trucewatch.model import ActorRole
from trucewatch.model.claim import ActorBasis, Role

_STAFF = frozenset({"speaker_noun", "sides", "soldier", "force", "monitor_people"})
"""Classes of people who act for a state by whose adjective they are called."""
_STOCKS = frozenset({"state.refugee_stock", "state.humanitarian"})
"""States of unlisted people, whom their figure tells of."""
_WITNESSED = frozenset({"heard", "sighted", "see", "register"})
_MEETINGS = ("dip.talks", "dip.press", "dip.agreement")
_ACTS = ("kin.", "civ.", "pos.", "harm.", "hum.aid_blocked", "hum.siege")


def refs(item: Item | None, *, owner: bool = True) -> list[ActorRef]:
    """The actors of a phrase: its own, else its possessor's, else those attached with "of"."""
    if item is None:
        return []
    if item.parts:
        return [r for part in item.parts for r in refs(part)]
    found = list(item.actors)
    if not found and owner and item.owner is not None:
        found = refs(item.owner)
    if not found:
        for other in item.of:
            found = found or refs(other)
    return found


def _role(ref: ActorRef, role: Role, parsed: Parsed, basis: ActorBasis = "stated") -> ActorRole:
    span = parsed.span(ref.start, ref.end)
    return ActorRole(role, parsed.original[span[0] : span[1]], ref.id, basis, span)


def _people(item: Item, role: Role, parsed: Parsed) -> ActorRole | None:
    """Unlisted people who undergo or do something: civilians, refugees, gunmen."""
    if not item.classes & {"people"} and not (item.head and item.head.classes & {"people"}):
        return None
    start = next((_from_number(item.marks, k) for k, m in enumerate(item.marks) if _descriptive(m)), item.start)
    end = next((m.end for m in reversed(item.marks) if any("people" in s.classes for s in m.senses)), item.end)
    span = parsed.span(start, end)
    return ActorRole(role, parsed.original[span[0] : span[1]], None, "stated", span)


def _from_number(marks: list[Mark], k: int) -> int:
    """Where the word at `k` begins, with the digits it is written on to: "9th Division"."""
    return marks[k - 1].start if k and marks[k].glued and marks[k - 1].value is not None else marks[k].start


def _descriptive(mark: Mark) -> bool:
    """A word that says who: "unidentified gunmen" but neither the article nor the number before it."""
    counts = mark.value is not None or mark.number is not None or mark.approximator is not None
    closed = mark.kinds() & {"det", "poss", "prep", "adv", "pron"}
    return mark.is_word and not counts and not closed


def _of_a_nation(item: Item, ref: ActorRef) -> bool:
    """ "Syrian civilians": people of a nation are named in their own words, they are not the state."""
    head = item.head.classes if item.head is not None else frozenset()
    return ref.kind == "adjective" and ref in item.actors and "people" in head and not head & _STAFF


def actors_in(
    items: Iterable[Item | None], role: Role, parsed: Parsed, basis: ActorBasis = "stated"
) -> list[ActorRole]:
    """The actors of some phrases, all in one role: the listed ones, else the people they tell of."""
    found: list[ActorRole] = []
    for item in items:
        if item is None:
            continue
        listed = [_role(r, role, parsed, basis) for r in refs(item) if not _of_a_nation(item, r)]
        if not listed and item.stands_for:
            found.extend(_role(r, role, parsed, "inferred") for r in item.stands_for)
            continue
        for part in item.parts or [item]:
            if all(_of_a_nation(part, r) for r in refs(part)):
                people = _people(part, role, parsed)
                if people is not None:
                    listed.append(dataclasses.replace(people, basis=basis))
        found.extend(listed)
    return found


UNDERGONE = frozenset(
    {
        "kin.aircraft_downed", "kin.interception", "civ.abduction", "civ.arrest", "civ.killing", "civ.sexual_violence",
        "civ.forced_displacement", "civ.recruitment", "pos.territory_taken", "pos.territory_handed_over",
    }
)  # fmt: skip
"""Acts whose noun takes those who undergo them: "the downing of two jets", where "the offensive of" names who acts."""
_BY_ITSELF = ("wd.withdrawal", "wd.disengagement", "hum.return")
"""Acts whose noun takes those who go: "the pull-out of the troops"."""


def named_in(item: Item, kind: str, parsed: Parsed, doer: Role, undergoer: Role) -> list[ActorRole]:
    """The actors of the noun phrase of an act, in the roles that its noun gives them."""
    if kind not in UNDERGONE or item.actors or not item.of:
        found = actors_in([item], doer, parsed)
        if not found and kind.startswith(_BY_ITSELF):
            found = actors_in([item.owner, *item.of], doer, parsed)  # "the withdrawal of the army"
        return found
    return [*actors_in([item.owner], doer, parsed), *actors_in(item.of, undergoer, parsed)]


def doer_of(kind: str) -> Role:
    """The role of who does it: the perpetrator of an act of force, a party to anything else."""
    return "perpetrator" if kind.startswith(_ACTS) else "party"


def roles(clause: Clause, kind: str, parsed: Parsed, carrier: Item | None = None) -> tuple[ActorRole, ...]:
    """The actors of a clause in their roles; each actor once, the more exact role first."""
    act = kind.startswith(_ACTS)
    doer = doer_of(kind)
    undergoer: Role = (
        "target" if act else ("beneficiary" if kind.startswith(("state.alliance", "hum.", "pol.")) else "target")
    )
    agents = clause.pp("by") if clause.passive else [clause.subject]
    patients: list[Item | None] = [clause.subject] if clause.passive else list(clause.objects)
    told = clause.subject.classes & {"toll", "toll_injured"} if clause.subject is not None else frozenset()
    toll = kind.startswith("harm.") and bool(told)
    left = kind == "harm.displaced" and "leave" in clause.verb.classes
    lost = kind.startswith("harm.") and "lose" in clause.verb.classes  # "the army lost 40 men"
    moves = kind.startswith(("wd.", "pos."))  # "the troops left the base, entered the town": who goes does it himself
    if ("intransitive" in clause.verb.classes and not moves) or toll or left or "undergo" in clause.verb.classes:
        # "The Turkish death toll rose": whose toll it is, is who died.
        shooter = [i for i in clause.pp("from") if not i.places] if "undergo" in clause.verb.classes else []
        agents, patients = [*clause.pp("by"), *shooter], [clause.subject]
    if lost or (act and "endure" in clause.verb.classes and not clause.passive):  # "survived an air strike"
        agents, patients = [], [clause.subject, *patients]
    if act and clause.verb.classes & _WITNESSED:
        agents = []  # "residents heard explosions": who hears, sees or counts an act did not do it
    if kind.startswith("dip."):
        # "must back Ankara's plan": whose plan it is, is not who undergoes it.
        patients = [p for p in patients if p is None or p.classes & {"people", "sides"} or refs(p, owner=False)]
    found: list[ActorRole] = []
    if carrier is not None:
        # "the Russian air strikes stopped": the actors stand in the phrase that names the act.
        found += named_in(carrier, kind, parsed, doer, undergoer)
        patients = [p for p in patients if p is not carrier]
        agents = [a for a in agents if a is not carrier]
        agents += [] if clause.passive else [i for i in clause.pp("by") if refs(i)]
    found = [*actors_in(agents, doer, parsed), *found]
    found += actors_in(patients, undergoer, parsed)
    found += actors_in(clause.pp("against"), "target", parsed)
    if act and kind.startswith("kin."):
        # Both sides of a clash stand after "between" or "with"; nobody says who began.
        sides = clause.pp("between", "with")
        apart = [other_side(np, parsed) for np in clause.pp("between")]
        found += actors_in([*sides, *apart], doer, parsed)
    if act:
        found += actors_in([i for i in clause.pp("on") if not i.places], undergoer, parsed)
    else:
        if not kind.startswith("pol."):  # "the border with Greece": a neighbour is no party
            found += actors_in(clause.pp("with"), "party", parsed)
        found += actors_in(clause.pp("between"), "party", parsed)
        found += actors_in([i for i in clause.pp("to") if _is_addressed(i, kind)], "party", parsed)
    for np in clause.pp("blame"):
        found += actors_in([np], "perpetrator", parsed, "blamed")
    return each_once(a for a in found if a.id is not None or kind not in _STOCKS)


def _is_addressed(item: Item, kind: str) -> bool:
    """Whether what stands behind "to" is somebody: "to Ankara" is, "to Syria's integrity" is not, nor is the town of a
    meeting ("à Ankara").
    """
    met = kind.startswith(_MEETINGS)
    return any(part.actors and not (part.places and met) for part in item.parts or [item])


def with_speaker(found: tuple[ActorRole, ...], kind: str, speaker: Speaker, parsed: Parsed) -> tuple[ActorRole, ...]:
    """The actors of what somebody holds or expects; where they name none who does it, it is the speaker's own stand.

    "They should pull back": whoever ought to do something is whom the demand is made to.
    """
    if kind == "dip.demand":
        found = tuple(dataclasses.replace(a, role="target") if a.role == "party" else a for a in found)
    named = any(a.role in ("party", "perpetrator") for a in found)
    if named or speaker.id is None or speaker.kind in HOUSES or speaker.document or speaker.span is None:
        return found
    own = [ActorRole("party", speaker.who, i, "inferred", parsed.span(*speaker.span)) for i in speaker.id.split(";")]
    return each_once([*own, *found])


def roles_of(item: Item, parsed: Parsed, role: Role = "perpetrator") -> list[ActorRole]:
    """The actors of one phrase, all in one role."""
    return actors_in([item], role, parsed)


def each_once(found: Iterable[ActorRole]) -> tuple[ActorRole, ...]:
    """Each actor once, the first mention kept: by its id, else by its words."""
    kept: list[ActorRole] = []
    for actor in found:
        if not any((actor.id and actor.id == k.id) or (not actor.id and actor.text == k.text) for k in kept):
            kept.append(actor)
    return tuple(kept)
