"""check: whether claims are what their reports say, and incidents what their claims say."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from trucewatch.model import Claim, Finding, Incident, Report
from trucewatch.model.codec import hashed_row, to_row

Refused = tuple[str, str]
"""Where, and what is wrong there."""


def digest(rows: Iterable[Any]) -> str:
    """SHA-256 over things as rows, one a line, keys in order."""
    text = "\n".join(json.dumps(row, ensure_ascii=False, sort_keys=True, separators=(",", ":")) for row in rows)
    return hashlib.sha256(text.encode()).hexdigest()


def evidence_hash(finding: Finding, incidents: Mapping[str, Incident], claims: Mapping[str, Claim]) -> str:
    """The hash of what a finding rests on: its incident, that incident's claims, and the claims that support it."""
    incident = incidents.get(finding.incident or "")
    names = {*finding.supports, *(incident.claims if incident else ())}
    kept = [claims[name] for name in sorted(names) if name in claims]
    return digest(hashed_row(thing) for thing in ([incident] if incident else []) + kept)


def own_hash(finding: Finding) -> str:
    """The hash of all that a finding says, but for the instants it is a function of."""
    row = to_row(finding)
    row.pop("as_of", None)
    row.pop("hash", None)
    return digest([row])


def quotations(claims: Iterable[Claim], reports: Mapping[str, Report]) -> Iterator[Refused]:
    """Claims whose words are not those of their report."""
    for claim in claims:
        report = reports.get(claim.report)
        if report is None:
            yield f"claim {claim.id}", f"its report {claim.report} is not there"
        elif "observation" not in report.meta and claim.spans:
            start, stop = claim.spans[0]
            if report.text[start:stop] != claim.quote:
                yield f"claim {claim.id}", f"its words are not those of report {report.id} at {start} to {stop}"


def incidents(told: Iterable[Incident], claims: Mapping[str, Claim]) -> Iterator[Refused]:
    """Incidents that say what none of their claims does."""
    for incident in told:
        where = f"incident {incident.id}"
        missing = [name for name in incident.claims if name not in claims]
        if missing:
            yield where, f"its claim {missing[0]} is not there"
            continue
        own = [claims[name] for name in incident.claims]
        yield from ((where, why) for why in _unsaid(incident, own))


def _unsaid(incident: Incident, own: list[Claim]) -> Iterator[str]:
    types = sorted({claim.type for claim in own})
    if own and incident.type not in types:
        yield f"its type is {incident.type}, its claims give {', '.join(types)}"
    times = {(claim.time.start, claim.time.end) for claim in own if claim.time is not None}
    if incident.time is not None and times and (incident.time.start, incident.time.end) not in times:
        given = ", ".join(sorted(f"{start} to {end}" for start, end in times))
        yield f"its time is {incident.time.start} to {incident.time.end}, its claims give {given}"
    cast = {(actor.role, actor.id) for claim in own for actor in claim.actors}
    for actor in incident.actors:
        if (actor.role, actor.id) not in cast:
            yield f"it names {actor.id or actor.text} as {actor.role}, which none of its claims does"
    named = {(actor.role, actor.id) for actor in incident.actors}
    for role, id_ in sorted(cast - named, key=str):
        yield f"its claims name {id_} as {role}, which it leaves out"
    yield from _figures(incident, {claim.id: claim for claim in own})


def _figures(incident: Incident, own: Mapping[str, Claim]) -> Iterator[str]:
    for figure in incident.figures:
        for value in figure.values:
            told = own.get(value.claim)
            pairs = [(one.low, one.high) for one in told.figures if one.measure == figure.measure] if told else []
            if (value.low, value.high) not in pairs:
                given = ", ".join(f"{low} to {high}" for low, high in pairs) or "none"
                yield f"it has {value.low} to {value.high} {figure.measure} of claim {value.claim}, which gives {given}"
