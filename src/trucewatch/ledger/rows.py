"""ledger: the rows of a record, real disagreements first, then in the order of time."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from trucewatch.ledger.across import across
from trucewatch.ledger.row import LedgerRow, LedgerSide, Quotation
from trucewatch.model import Claim, Disagreement, Incident, Record, Report, Side

Point = tuple[Incident, str, Disagreement, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Counts:
    """How many points accounts part on, how many they only seem to part on, and over how many incidents they part."""

    real: int
    apparent: int
    incidents: int


def counts(record: Record) -> Counts:
    """The counts that every output gives. An incident that was merged into another has none of its own."""
    points = _points(record)
    kinds = [point.kind for _, _, point, _ in points]
    parted = {incident.id for incident, _, point, _ in points if point.kind == "disagree"}
    return Counts(kinds.count("disagree"), kinds.count("apparent_only"), len(parted))


def _points(record: Record) -> list[Point]:
    """Every point with its incident and its id, and the other incidents that it is about."""
    found: list[Point] = [
        (incident, row_id(incident, number), point, ())
        for incident in record.incidents
        if incident.merged_into is None
        for number, point in enumerate(incident.disagreements)
    ]
    for item in across(record):
        key = f"{item.incident.id} {item.point.field} {item.point.measure or ''} {' '.join(item.others)}"
        found.append((item.incident, _hashed(f"{key} {item.point.claims[0]}"), item.point, item.others))
    return found


def rows(record: Record) -> list[LedgerRow]:
    """Every row of the record."""
    claims = {claim.id: claim for claim in record.claims}
    reports = {report.id: report for report in record.reports}
    terms: dict[str, dict[str, None]] = defaultdict(dict)
    for finding in record.findings:
        if finding.incident is not None:
            terms[finding.incident][f"{finding.agreement}.{finding.provision}"] = None
    found = [_row(point, claims, reports, tuple(terms[point[0].id])) for point in _points(record)]
    return sorted(found, key=lambda row: (row.kind != "disagree", row.start or row.end or "9", row.incident))


def _row(held: Point, claims: Mapping[str, Claim], reports: Mapping[str, Report], terms: tuple[str, ...]) -> LedgerRow:
    incident, id_, point, others = held
    time, place = incident.time, incident.place
    return LedgerRow(
        id=id_,
        incident=incident.id,
        type=incident.type,
        field=point.field,
        kind=point.kind,
        why=point.why,
        sides=tuple(_side(side, claims, reports) for side in _sides(point)),
        measure=point.measure,
        population=point.population,
        start=time.start if time else None,
        end=time.end if time else None,
        place=(place.name or place.text) if place else None,
        place_id=place.id if place else None,
        within=place.within if place else (),
        parties=tuple(sorted({actor.id for actor in incident.actors if actor.id})),
        terms=terms,
        others=others,
    )


def row_id(incident: Incident, number: int) -> str:
    """An id that stays while what the row is about stays."""
    point = incident.disagreements[number]
    before = sum(
        (other.field, other.measure) == (point.field, point.measure) for other in incident.disagreements[:number]
    )
    key = f"{incident.id} {point.field} {point.measure or ''} {before}"
    return _hashed(key)


def _hashed(key: str) -> str:
    return "d_" + hashlib.sha256(key.encode()).hexdigest()[:12]


def _sides(point: Disagreement) -> tuple[Side, ...]:
    """The sides as they are held; of a row that names only claims, each claim is a side."""
    return point.sides or tuple(Side("", (claim,)) for claim in point.claims)


def _side(side: Side, claims: Mapping[str, Claim], reports: Mapping[str, Report]) -> LedgerSide:
    held = [claims[id_] for id_ in side.claims if id_ in claims]
    return LedgerSide(side.said, side.roots, tuple(_quotation(claim, reports) for claim in held), side.superseded)


def _quotation(claim: Claim, reports: Mapping[str, Report]) -> Quotation:
    report = reports.get(claim.report)
    return Quotation(
        claim=claim.id,
        report=claim.report,
        quote=claim.quote,
        span=claim.spans[0] if claim.spans else None,
        language=report.language if report else None,
        source=report.source if report else None,
        published=report.published if report else None,
    )
