"""assess: the facets occurrence, act and class: did it happen, was it the act named, with a weapon named."""

from __future__ import annotations

from trucewatch.assess.case import Case
from trucewatch.assess.evidence import UNSTATED, Evidence, matches
from trucewatch.model import Act, Facet


def listed(names: tuple[str, ...]) -> str:
    """Names as words: `A`, `A and B`, `A, B and C`."""
    said = [f"a report of unstated origin ({n.removeprefix(UNSTATED)})" if n.startswith(UNSTATED) else n for n in names]
    return said[0] if len(said) == 1 else f"{', '.join(said[:-1])} and {said[-1]}" if said else "nobody"


def occurrence(evidence: Evidence, case: Case) -> Facet:
    """Did it happen? Roots that tell of it against roots that deny it."""
    told, denied = evidence.asserting_roots, evidence.denying_roots
    if told and not denied and evidence.incident.occurrence == "contested":
        return Facet("B", f"{listed(told)} tells of it; the accounts contest whether it happened")
    if told and not denied:
        return Facet("T", f"told by {listed(told)}; nobody denies it")
    if told and _only_self_denied(evidence, case):
        return Facet("T", f"told by {listed(told)}; only the accused denies it ({listed(denied)})")
    if told:
        return Facet("B", f"told by {listed(told)}, denied by {listed(denied)}")
    if denied:
        return Facet("F", f"denied by {listed(denied)}; nobody tells of it as done")
    return Facet("N", "nobody tells of it as done")


def _only_self_denied(evidence: Evidence, case: Case) -> bool:
    """Whether all denials come from the accused while a root that is no party tells of it."""
    accused = {case.party_of(actor.id) for actor in evidence.incident.actors if actor.role == "perpetrator"} - {None}
    speakers = {case.party_of(c.attribution[0].id) if c.attribution else None for c in evidence.denying}
    own = bool(accused) and speakers <= accused
    return own and bool(evidence.outsiders) and not case.profile.self_denial_disputes


def act(evidence: Evidence, wanted: Act) -> Facet:
    """Was it the act that the provision names?"""
    code = evidence.incident.type
    told = {claim.type for claim in evidence.asserting} - {code}
    if matches(code, wanted.types):
        return Facet("T", f"{code} is among the acts of {wanted.id}")
    if matches(code, wanted.maybe):
        return Facet("N", f"{code} may or may not be an act of {wanted.id}")
    if any(matches(other, wanted.types) for other in told):
        return Facet("N", f"some accounts tell of {listed(tuple(sorted(told)))}, others of {code}")
    return Facet("F", f"{code} is not among the acts of {wanted.id}")
