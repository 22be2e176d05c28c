"""check: who, what and with what: the questions about an act that ask for no measuring."""

from __future__ import annotations

from collections.abc import Set
from dataclasses import dataclass

from trucewatch.check.account import FIGHTS, Account, is_of
from trucewatch.check.clock import alike
from trucewatch.check.scene import Answer, Scene
from trucewatch.languages.fold import match_key
from trucewatch.model import Act, Claim, Party, Provision
from trucewatch.model.agreement import WeaponClass

HARMS = ("killed", "injured", "captured", "neutralised")
LOST = (*HARMS, "missing", "aircraft", "vehicles")


def occurrence(account: Account, scene: Scene) -> str:
    """Did it happen?"""
    if not account.tellers:
        return "F" if account.deniers else "N"
    if not account.deniers:
        return "B" if account.incident.occurrence == "contested" else "T"
    accused = {scene.party(one.id) for one in account.incident.actors if one.role == "perpetrator"} - {None}
    return "T" if accused and _own_word(account, accused, scene) else "B"


def _own_word(account: Account, accused: Set[Party | None], scene: Scene) -> bool:
    """Whether none but the accused deny it, while somebody who is no party tells of it."""
    speakers = {scene.party(c.attribution[0].id) if c.attribution else None for c in account.not_done}
    alone = speakers <= accused and bool(account.bystanders)
    return alone and not scene.standard.self_denial_disputes


def act(account: Account, wanted: Act) -> str:
    """Was it the act that is named?"""
    code = account.incident.type
    if is_of(code, wanted.types):
        return "T"
    others = {claim.type for claim in account.done} - {code}
    return "N" if is_of(code, wanted.maybe) or any(is_of(one, wanted.types) for one in others) else "F"


def weapon(account: Account, wanted: Act, scene: Scene) -> str:
    """Was it done with a weapon that is named?"""
    told = [claim for claim in account.done if claim.weapon and claim.weapon.class_]
    if not wanted.weapon_classes:
        return "T"
    answers = []
    for claim in told:
        found = [_weapon(claim, name, scene.agreement.classes.get(name)) for name in wanted.weapon_classes]
        answers.append("T" if "T" in found else "N" if "N" in found else "F")
    return alike(answers)


def _weapon(claim: Claim, name: str, named: WeaponClass | None) -> str:
    kind = claim.weapon.class_ if claim.weapon else None
    size = claim.weapon.calibre_mm if claim.weapon else None
    if named is None:
        return "T" if kind == name else "F"
    if named.kinds and kind not in named.kinds:
        return "F"
    words = f" {match_key(claim.quote)} "
    if any(f" {match_key(model)} " in words for model in named.not_models):
        return "F"
    if named.models:
        return "T" if any(f" {match_key(model)} " in words for model in named.models) else "N"
    if named.at_least_mm is None and named.below_mm is None:
        return "T"
    if size is None:
        return "N"
    low = named.at_least_mm is None or size >= named.at_least_mm
    return "T" if low and (named.below_mm is None or size < named.below_mm) else "F"


@dataclass(frozen=True)
class Doer:
    """Whether somebody bound did it; to whom the conduct of each that may have done it falls."""

    value: str
    falls: dict[str, set[str]]
    only_blamed: bool = False


def doer(account: Account, term: Provision, scene: Scene) -> Doer:
    """Was it done by somebody who is bound?"""
    actors = account.incident.actors
    cast = [one for one in actors if one.role == "perpetrator"] or [one for one in actors if one.role == "party"]
    day = account.incident.time.start if account.incident.time else None
    falls: dict[str, set[str]] = {}
    for one in cast:
        party = scene.party(one.id)
        if one.id is not None:
            key = party.id if party else one.id
            falls[key] = scene.bound_for(party, term.bearers, day) if party else set()
    bound = [name for name, bearers in falls.items() if bearers]
    unlisted = any(one.id is None for one in cast)
    blamed = bool(bound) and all(one.basis == "blamed" for one in cast)
    cleared = {scene.party(one.id) for one in cast if one.asserted_by and one.denied_by}
    speakers = bool(account.not_done)
    if not cast:
        value = "N"
    elif cleared and bound and not (speakers and _own_word(account, cleared, scene)):
        value = "B"
    elif bound and (account.incident.type in FIGHTS or (len(bound) == len(falls) and not unlisted)):
        value = "T"
    else:
        value = "N" if bound or unlisted else "F"
    return Doer(value, falls, blamed)


def exceptions(account: Account, term: Provision, who: Doer, scene: Scene) -> Answer:
    """Is there no exception?"""
    tested = [one for one in scene.agreement.provisions if one.id in term.unless]
    values, table = [], {}
    for permission in tested:
        met = _met(permission, term, account, who, scene)
        if met and permission.basis in scene.standard.defeating_bases:
            values.append("F")
        elif met or (met is None and permission.burden == "open"):
            values.append("N")
        else:
            values.append("T")
        if met and permission.basis not in ("operative", "annex"):
            table[f"{permission.title} excepted ({permission.basis})"] = "F"
            table["the articles alone"] = "T"
    return Answer("F" if "F" in values else "N" if "N" in values else "T", table)


def _met(permission: Provision, term: Provision, account: Account, who: Doer, scene: Scene) -> bool | None:
    # Nobody known: it may have been any of those bound.
    bearers = set().union(*who.falls.values()) if who.falls else set(term.bearers)
    if not who.falls and not bearers <= set(permission.bearers):
        bearers = set()
    may = {one in permission.bearers for one in bearers}
    if may == {False}:
        return False
    if "target" in permission.condition:
        met = _listed(account, who, scene)
    elif any(claim.response_to is not None for claim in account.claims):
        met = True
    else:
        met = None
    return None if met and may != {True} else met


def _listed(account: Account, who: Doer, scene: Scene) -> bool | None:
    """Whether all who were hit are on the list; None where that is not known."""
    told = account.incident
    hit = [one.id for one in told.actors if one.role in ("target", "affected")]
    hit += [one.population for one in told.figures if one.measure in HARMS]
    if told.type in FIGHTS:
        bound = [name for name, bearers in who.falls.items() if bearers]
        if len(bound) == 1:
            hit += [name for name in who.falls if name not in bound]
        elif len(who.falls) > 1:
            hit += list(who.falls)
    marks = set()
    for name in hit:
        party = scene.party(name)
        if name is not None and (party or name.split(".")[0].isupper()):
            marks.add(None if party is None else "UNSC" in party.listed_by)
    if not marks or None in marks or len(marks) > 1:
        return None
    return marks.pop()


def borne_out_by(account: Account, scene: Scene) -> tuple[str, ...]:
    """Roots that count as proof: a party that counts what another lost is one voice, and only where no other tells."""
    parted = [(_boaster(claim, scene), claim) for claim in account.done]
    if not any(boaster for boaster, _ in parted):
        return account.tellers
    plain = [claim for boaster, claim in parted if boaster is None]
    if plain:
        return account.roots(plain)
    voices = {boaster: sorted(account.root(c) for who, c in parted if who == boaster)[0] for boaster, _ in parted}
    return tuple(sorted(set(voices.values())))


def _boaster(claim: Claim, scene: Scene) -> str | None:
    """The party that is quoted for the losses of others alone."""
    losses = [one for one in claim.figures if one.measure in LOST]
    if not losses or not claim.attribution or claim.attribution[0].kind not in ("party", "official"):
        return None
    speaker = scene.party(claim.attribution[0].id)
    lost = {party.id for one in losses if (party := scene.party(one.population)) is not None}
    hit = [scene.party(actor.id) for actor in claim.actors if actor.role in ("target", "affected")]
    lost = lost or {party.id for party in hit if party is not None}
    return speaker.id if speaker is not None and lost and speaker.id not in lost else None
