"""store: things of the model as rows of the tables, and back."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import datetime
from typing import Any, TypeVar

from trucewatch import known
from trucewatch.errors import StoreError
from trucewatch.model import Claim, Finding, Incident, Report
from trucewatch.model.codec import from_row, from_text, to_row

T = TypeVar("T")
Row = dict[str, Any]
_DATING = ("published", "published_basis", "meta")
"""What other reports may change in a report."""


def text(thing: Any) -> str:
    """A thing of the model as the text that is kept; the same thing gives the same text."""
    return json.dumps(to_row(thing), ensure_ascii=False, separators=(",", ":"))


def thing(cls: type[T], kept: str) -> T:
    """A thing of the model from what was kept."""
    try:
        return from_text(cls, kept)
    except ValueError as error:
        what = str(error).partition("\n")[0]
        raise StoreError(cls.__name__.lower(), f"a row cannot be read ({what}).", "See `trucewatch verify`.") from error


def report_row(report: Report, undated: Report, position: int) -> Row:
    """A report as it stands, and what it said of its date by itself where that differs."""
    start, end = known.interval(report.published)
    own = {name: value for name, value in to_row(undated).items() if name in _DATING}
    return {
        "id": report.id,
        "position": position,
        "sha256": report.sha256,
        "language": report.language,
        "source": report.source,
        "published_from": utc(start),
        "published_to": utc(end),
        "row": text(report),
        "undated": None if report == undated else json.dumps(own, ensure_ascii=False, separators=(",", ":")),
    }


def undated(kept: str, own: str | None) -> Report:
    """A report as it was before others helped to date it."""
    if own is None:
        return thing(Report, kept)
    row = {name: value for name, value in json.loads(kept).items() if name not in _DATING}
    return from_row(Report, {**row, **json.loads(own)})


def claim_row(claim: Claim, position: int) -> Row:
    """A claim, and the how-manieth of its report it is."""
    return {"id": claim.id, "report": claim.report, "position": position, "type": claim.type, "row": text(claim)}


def incident_row(incident: Incident, sort_key: str) -> Row:
    """An incident with what lists are asked for by."""
    when, where = incident.time, incident.place
    start, end = _span(when.start if when else None, when.end if when else None)
    return {
        "id": incident.id,
        "sort_key": sort_key,
        "kind": incident.kind,
        "type": incident.type,
        "start": start,
        "end": end,
        "lat": where.lat if where else None,
        "lon": where.lon if where else None,
        "occurrence": incident.occurrence,
        "disputed": int(is_disputed(incident)),
        "row": text(incident),
    }


def finding_row(finding: Finding, agreement: int, provision: int, ordinal: int) -> Row:
    """A finding without the instants it is a function of: these stand in the log, once for all."""
    row = to_row(finding)
    row.pop("as_of", None)
    return {
        "id": finding.id,
        "agreement": finding.agreement,
        "provision": finding.provision,
        "agreement_position": agreement,
        "provision_position": provision,
        "incident": finding.incident,
        "ordinal": ordinal,
        "label": finding.label,
        "row": json.dumps(row, ensure_ascii=False, separators=(",", ":")),
    }


def finding(kept: str, as_of: dict[str, str | None]) -> Finding:
    """A finding as of the instants it is a function of."""
    return from_row(Finding, {**json.loads(kept), "as_of": as_of})


def is_disputed(incident: Incident) -> bool:
    """Whether accounts of it disagree in truth, and do not only seem to."""
    return any(item.kind == "disagree" for item in incident.disagreements) or any(
        figure.relation == "disagree" for figure in incident.figures
    )


def places_of(incident: Incident) -> tuple[str, ...]:
    """The ids of an incident's place and of all that hold it."""
    where = incident.place
    ids: Iterable[str | None] = () if where is None else (where.id, *where.within, where.country)
    return tuple(dict.fromkeys(one for one in ids if one))


def actors_of(incident: Incident) -> tuple[str, ...]:
    """The ids of the actors of an incident, and of the sides they belong to: `SYR.army` is `SYR` too."""
    found: dict[str, None] = {}
    for actor in incident.actors:
        parts = actor.id.split(".") if actor.id else []
        found |= dict.fromkeys(".".join(parts[: i + 1]) for i in range(len(parts)))
    return tuple(found)


def utc(when: datetime | None) -> str | None:
    """An instant as text that sorts."""
    return None if when is None else when.isoformat(timespec="seconds").replace("+00:00", "Z")


def _span(start: str | None, end: str | None) -> tuple[str | None, str | None]:
    """The instants between which something lies; the end of a day that stands alone is the next midnight."""
    first, alone = known.interval(start)
    last = known.interval(end)[0] if end else alone
    return utc(first), utc(last)
