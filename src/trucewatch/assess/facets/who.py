"""assess: the facet bearer: was it done by somebody whom the provision binds?"""

from __future__ import annotations

from dataclasses import dataclass

from trucewatch.assess.case import Case
from trucewatch.assess.evidence import Evidence
from trucewatch.assess.facets.what import listed
from trucewatch.model import Facet, IncidentActor, Provision

TWO_SIDED = frozenset({"kin.armed_clash", "kin.small_arms"})
"""Types in which everybody named as a party takes part in the act."""


@dataclass(frozen=True, slots=True)
class Bearer:
    """The facet, and for each candidate whom it falls to: party id -> bearers (none when it is not bound)."""

    facet: Facet
    falls_to: dict[str, tuple[str, ...]]
    blamed_only: bool = False
    """True when the perpetrator is only accused, so that no standard of proof is met."""


def candidates(evidence: Evidence) -> tuple[IncidentActor, ...]:
    """Who may have done it: the perpetrators told of, else the parties to it."""
    actors = evidence.incident.actors
    named = tuple(actor for actor in actors if actor.role == "perpetrator")
    return named or tuple(actor for actor in actors if actor.role == "party")


def bearer(evidence: Evidence, provision: Provision, case: Case) -> Bearer:
    """Hold the candidates against the bearers. If all of them are bound, it does not matter which one it was."""
    found = candidates(evidence)
    if not found:
        return Bearer(Facet("N", "who did it is not told"), {})
    day = evidence.incident.time.start if evidence.incident.time else None
    falls_to: dict[str, tuple[str, ...]] = {}
    strangers = []
    for actor in found:
        party = case.party_of(actor.id)
        if actor.id is None:
            strangers.append(actor.text)
        else:
            falls_to[party or actor.id] = () if party is None else case.answering(party, provision.bearers, day)
    bound = tuple(sorted(name for name, bearers in falls_to.items() if bearers))
    blamed = all(actor.basis == "blamed" for actor in found)
    return Bearer(
        _facet(evidence, found, falls_to, tuple(strangers), case),
        dict(sorted(falls_to.items())),
        blamed and bool(bound),
    )


def _facet(
    evidence: Evidence,
    found: tuple[IncidentActor, ...],
    falls_to: dict[str, tuple[str, ...]],
    strangers: tuple[str, ...],
    case: Case,
) -> Facet:
    bound = tuple(sorted(name for name, bearers in falls_to.items() if bearers))
    free = tuple(sorted(name for name, bearers in falls_to.items() if not bearers))
    said = _said(bound, falls_to, case)
    cleared = [actor for actor in found if actor.asserted_by and actor.denied_by]
    if cleared and bound and not _own_denials(evidence, cleared, case):
        roots = sorted({root for actor in cleared for root in actor.denied_by})
        return Facet("B", f"{said}; denied by {listed(tuple(roots))}")
    if bound and (evidence.incident.type in TWO_SIDED or not (free or strangers)):
        return Facet("T", said if len(bound) == 1 else f"one or more of these, all bound: {said}")
    others = tuple(case.name(name) for name in free)
    if bound:
        return Facet("N", f"{said}; or {listed((*others, *strangers))}, not known to be bound")
    if strangers:
        return Facet("N", f"{listed(strangers)} is nobody whom the lists know")
    return Facet("F", f"{listed(others)} is not bound by this provision")


def _said(bound: tuple[str, ...], falls_to: dict[str, tuple[str, ...]], case: Case) -> str:
    parts = []
    for name in bound:
        bearers = tuple(case.name(b) for b in falls_to[name])
        own = name in falls_to[name]
        parts.append(f"{case.name(name)} is bound" if own else f"{listed(bearers)} answers for {case.name(name)}")
    return "; ".join(parts)


def _own_denials(evidence: Evidence, cleared: list[IncidentActor], case: Case) -> bool:
    """Whether all who deny the part of these actors are the actors themselves, an outsider telling otherwise."""
    accused = {case.party_of(actor.id) for actor in cleared}
    speakers = {case.party_of(c.attribution[0].id) if c.attribution else None for c in evidence.denying}
    only_own = bool(speakers) and speakers <= accused
    return only_own and bool(evidence.outsiders) and not case.profile.self_denial_disputes
