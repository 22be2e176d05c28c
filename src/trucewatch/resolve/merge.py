"""resolve: a group of claims becomes an incident."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence

from trucewatch.actors import independent
from trucewatch.model import Incident
from trucewatch.model.incident import IncidentKind
from trucewatch.resolve.cluster import Group
from trucewatch.resolve.figures import incident_figures
from trucewatch.resolve.judgement import Decided
from trucewatch.resolve.ladders import occurrence, responsibility
from trucewatch.resolve.ledger import ledger
from trucewatch.resolve.roots import Root
from trucewatch.resolve.settle import settled_actors, settled_place, settled_time, settled_type
from trucewatch.resolve.subject import Subject

ORDER: tuple[IncidentKind, ...] = ("event", "figure", "term", "statement", "state")
"""Which kind a group has whose members differ: losses join the event whose act is named."""


def incident(group: Group, people: Decided, roots: Mapping[str, Root]) -> Incident:
    """The incident of a group, with its reasons. Its id is made from its earliest claim."""
    members = sorted(group.members, key=lambda s: s.sort_key)
    kinds = {s.kind for s in members}
    figures = incident_figures(members)
    happened, happened_why = occurrence(members, people.accepted, _said(members, roots))
    did, did_why = responsibility(members)
    if any(s.id in people.rejected for s in members):
        happened, happened_why = "insufficient", people.rejected[members[0].id]
    return Incident(
        id=incident_id(members[0].id),
        kind=next(kind for kind in ORDER if kind in kinds),
        type=settled_type(members),
        claims=tuple(s.id for s in members),
        reports=tuple(dict.fromkeys(s.claim.report for s in members)),
        roots=tuple(sorted({s.root for s in members})),
        time=settled_time(members),
        place=settled_place(members),
        actors=settled_actors(members),
        figures=figures,
        occurrence=happened,
        responsibility=did,
        disagreements=ledger(members, figures),
        why=(
            *sorted(group.why),
            *_reasons(members, roots),
            f"occurrence: {happened_why}",
            f"responsibility: {did_why}",
        ),
    )


def incident_id(claim: str) -> str:
    """The id of the incident whose earliest claim is this."""
    return "i_" + hashlib.sha256(claim.encode()).hexdigest()[:12]


def _said(members: Sequence[Subject], roots: Mapping[str, Root]) -> dict[str, str]:
    """Claims whose words an earlier report quotes -> the root of that report."""
    return {s.id: before for s in members if (before := roots[s.id].said) is not None}


def _reasons(members: Sequence[Subject], roots: Mapping[str, Root]) -> list[str]:
    told = {(s.root, roots[s.id].why) for s in members}
    count = independent(s.root for s in members)
    names = "; ".join(f"{name} ({why})" for name, why in sorted(told))
    reports = len({s.claim.report for s in members})
    return [f"{reports} report{'s' if reports > 1 else ''}, {count} root{'s' if count > 1 else ''}: {names}"]
