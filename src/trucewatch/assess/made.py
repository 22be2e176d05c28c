"""assess: a finding put together with its id, hashes and the instants it is a function of."""

from __future__ import annotations

import hashlib

from trucewatch.assess.case import Case
from trucewatch.model import Facet, Finding, Instance, Provision
from trucewatch.model.finding import FindingLabel


def finding(
    case: Case,
    provision: Provision,
    label: FindingLabel,
    *,
    incident: str | None = None,
    instance: Instance | None = None,
    facets: dict[str, Facet] | None = None,
    decisive: tuple[str, ...] = (),
    would_change: tuple[str, ...] = (),
    why: tuple[str, ...] = (),
    readings: dict[str, str] | None = None,
    supports: tuple[str, ...] = (),
    grades: dict[str, str] | None = None,
    key: str = "",
) -> Finding:
    """A finding; its id stays the same while agreement, provision and incident do, whatever becomes known later.

    `key` tells findings of one provision apart that have no incident: the start of a period.
    """
    return Finding(
        id=finding_id(case.agreement.id, provision.id, incident or "", *([key] if key else [])),
        agreement=case.agreement.id,
        agreement_hash=case.agreement.hash,
        profile_hash=case.profile.hash,
        provision=provision.id,
        kind=provision.kind,
        label=label,
        incident=incident,
        instance=instance,
        facets=facets or {},
        decisive=decisive,
        would_change=would_change,
        why=why,
        readings=readings or {},
        supports=supports,
        grades=grades or {},
        as_of={"valid": case.valid, "known": case.known},
    )


def finding_id(*parts: str) -> str:
    """The id of a finding: agreement, provision, incident and, where one has several, a key."""
    return f"f_{hashlib.sha256(chr(10).join(parts).encode()).hexdigest()[:12]}"
