"""assess: the facet not_excepted: does a permission take the act out of the prohibition?"""

from __future__ import annotations

from dataclasses import dataclass

from trucewatch.assess.case import Case
from trucewatch.assess.evidence import Evidence
from trucewatch.assess.facets.facet import Read
from trucewatch.assess.facets.what import listed
from trucewatch.assess.facets.who import TWO_SIDED, Bearer
from trucewatch.model import Facet, Provision

HARMED = frozenset({"killed", "injured", "captured", "neutralised"})


@dataclass(frozen=True, slots=True)
class _Tested:
    permission: Provision
    met: bool | None
    """None: not known."""
    why: str


def not_excepted(evidence: Evidence, provision: Provision, bearer: Bearer, case: Case) -> Read:
    """T where no permission applies, F where one does, N where that is open."""
    permissions = [item for item in case.agreement.provisions if item.id in provision.unless]
    if not permissions:
        return Read(Facet("T", "the provision has no exceptions"))
    tested = [_test(permission, provision, evidence, bearer, case) for permission in permissions]
    facets = [_facet(item, case) for item in tested]
    value = "F" if any(f.value == "F" for f in facets) else "N" if any(f.value == "N" for f in facets) else "T"
    why = "; ".join(facet.why for facet in facets if facet.value == value)
    return Read(Facet(value, why), _readings(tested, facets))  # type: ignore[arg-type]


def _readings(tested: list[_Tested], facets: list[Facet]) -> dict[str, Facet]:
    """Where an exception that is met stands outside of the articles: with it, and by the articles alone."""
    readings = {}
    for item, facet in zip(tested, facets, strict=True):
        if item.met and item.permission.basis not in ("operative", "annex"):
            readings[f"{item.permission.title} excepted ({item.permission.basis})"] = Facet("F", facet.why)
            readings["the articles alone"] = Facet("T", "only exceptions in the articles count")
    return readings


def _facet(item: _Tested, case: Case) -> Facet:
    name, basis = item.permission.title, item.permission.basis
    if item.met and basis in case.profile.defeating_bases:
        return Facet("F", f"{name} ({basis}): {item.why}")
    if item.met:
        return Facet("N", f"{name}: {item.why}; it rests on a {basis}, so whether it counts is open")
    if item.met is None and item.permission.burden == "open":
        return Facet("N", f"{name}: {item.why}")
    return Facet("T", f"{name}: {item.why}")


def _test(permission: Provision, provision: Provision, evidence: Evidence, bearer: Bearer, case: Case) -> _Tested:
    allowed = _allowed(permission, provision, bearer)
    if allowed is False:
        return _Tested(permission, False, f"is for {listed(tuple(case.name(b) for b in permission.bearers))} alone")
    if "target" in permission.condition:
        met, why = _target_listed(evidence, bearer, case)
    else:
        met, why = _response(evidence)
    return _Tested(permission, None if met and allowed is None else met, why)


def _allowed(permission: Provision, provision: Provision, bearer: Bearer) -> bool | None:
    """Whether those it falls to may use the permission; None when it is not known who they are.

    Where nobody is known and all who are bound may use it, it does not matter who it was.
    """
    falls = {b for bearers in bearer.falls_to.values() for b in bearers}
    if not falls:
        return True if not bearer.falls_to and set(provision.bearers) <= set(permission.bearers) else None
    may = [b in permission.bearers for b in falls]
    return True if all(may) else None if any(may) else False


def _target_listed(evidence: Evidence, bearer: Bearer, case: Case) -> tuple[bool | None, str]:
    targets = _targets(evidence, bearer, case)
    if not targets:
        return None, "who was hit is not told, or is on nobody's list"
    strangers = tuple(name for name in targets if name not in case.parties)
    if strangers:
        named = listed(tuple(case.name(name) for name in strangers))
        return None, f"{named} was hit, of whom the agreement's file does not say whether it is listed"
    marked = ["UNSC" in case.parties[name].listed_by for name in targets]
    names = listed(tuple(case.name(name) for name in targets))
    if all(marked):
        return True, f"{names} is listed by the UN Security Council"
    if not any(marked):
        return False, f"{names} is not listed by the UN Security Council"
    return None, f"of {names} only some are listed by the UN Security Council"


def _targets(evidence: Evidence, bearer: Bearer, case: Case) -> tuple[str, ...]:
    """Party or actor ids of those hit: targets and affected, whose losses are counted, the other side of a clash."""
    incident = evidence.incident
    ids = [actor.id for actor in incident.actors if actor.role in ("target", "affected")]
    ids += [figure.population for figure in incident.figures if figure.measure in HARMED]
    if incident.type in TWO_SIDED:
        ids += _opponents(bearer)
    known = {case.party_of(item) or item for item in ids if item is not None and _is_actor(item, case)}
    return tuple(sorted(known))


def _opponents(bearer: Bearer) -> list[str]:
    """Against whom those bound fought: all of them, where several are bound; nobody known, where one is told."""
    bound = [name for name, bearers in bearer.falls_to.items() if bearers]
    if len(bound) == 1:
        return [name for name in bearer.falls_to if name not in bound]
    return list(bearer.falls_to) if len(bearer.falls_to) > 1 else []


def _is_actor(item: str, case: Case) -> bool:
    return case.party_of(item) is not None or item.partition(".")[0].isupper()


def _response(evidence: Evidence) -> tuple[bool | None, str]:
    """Acts only, never findings: what was answered is told in the claims, or it is not known."""
    answers = sorted({c.response_to for c in evidence.claims if c.response_to is not None})
    if answers:
        roots = listed(evidence.asserting_roots)
        return True, f"told by {roots} as a response"
    if any(claim.justification for claim in evidence.claims):
        return None, "a justification is given, but no act that was answered"
    return None, "no account tells that it answered an attack; not shown"
