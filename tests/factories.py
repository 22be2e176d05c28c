"""Small builders: a claim, a report, an incident, with everything that a test does not care about filled in."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from trucewatch.model import ActorRole, Attribution, Claim, Figure, Incident, Place, Report, Time
from trucewatch.model.claim import ActorBasis, Measure, PlaceLevel, Role, SpeakerKind, TimePrecision
from trucewatch.model.incident import IncidentKind


def a_time(start: str | None, end: str | None = None, precision: TimePrecision = "day", **fields: Any) -> Time:
    """`[start, end)`; a day or an hour needs no end."""
    return Time(start, end, precision, **fields)


def a_place(name: str, id: str | None = None, level: PlaceLevel = "settlement", **fields: Any) -> Place:  # noqa: A002
    """A place with an id made from its name."""
    return Place(text=name, name=name, id=id or f"X-{name.upper().replace(' ', '-')}", level=level, **fields)


IDLIB = a_place("Idlib", "SY-IDLIB", "province", lat=35.8, lon=36.7, radius_km=45.0, within=("SY",))
SARAQIB = a_place(
    "Saraqib", "x-saraqib", lat=35.864, lon=36.806, radius_km=3.0, within=("SY-IDLIB", "SY"), country="SY"
)


def an_actor(id: str, role: Role = "perpetrator", text: str = "", basis: ActorBasis = "stated") -> ActorRole:  # noqa: A002
    """A listed actor in a role."""
    return ActorRole(role, text or id, id, basis)


def a_figure(value: float | None, measure: Measure = "killed", population: str | None = None, **fields: Any) -> Figure:
    """One number; `low` and `high` may be given instead."""
    fields.setdefault("low", value)
    fields.setdefault("high", value)
    return Figure(measure, population=population, **fields)


def a_speaker(who: str, kind: SpeakerKind = "party", id: str | None = None) -> Attribution:  # noqa: A002
    """The first link of an attribution chain."""
    return Attribution(who, kind, id)


def a_claim(id: str = "c_1", type: str = "kin.air_strike", *, report: str = "r_1", **fields: Any) -> Claim:  # noqa: A002
    """A claim of an air strike on Saraqib on 27 February 2020; every field can be set."""
    fields.setdefault("quote", f"Words of {id}.")
    fields.setdefault("spans", ((0, len(fields["quote"])),))
    fields.setdefault("time", a_time("2020-02-27", "2020-02-28"))
    fields.setdefault("place", SARAQIB)
    for name in ("actors", "figures", "attribution"):
        if name in fields and not isinstance(fields[name], tuple):
            fields[name] = tuple(fields[name]) if isinstance(fields[name], Sequence) else (fields[name],)
    return Claim(id=id, report=report, type=type, **fields)


def a_report(id: str = "r_1", *, published: str | None = "2020-02-28", **fields: Any) -> Report:  # noqa: A002
    """A report with a text of its own, an outlet of its own and a date."""
    fields.setdefault("text", f"The text of report {id}.")
    fields.setdefault("source", f"Outlet {id}")
    fields.setdefault("language", "en")
    return Report(id=id, published=published, published_basis="metadata", **fields)


def an_incident(id: str = "i_1", kind: IncidentKind = "event", type: str = "kin.air_strike", **fields: Any) -> Incident:  # noqa: A002
    """An incident of one claim, `c_1` in `r_1`."""
    fields.setdefault("claims", ("c_1",))
    fields.setdefault("reports", ("r_1",))
    fields.setdefault("roots", ("Outlet r_1",))
    fields.setdefault("time", a_time("2020-02-27", "2020-02-28"))
    fields.setdefault("place", SARAQIB)
    return Incident(id=id, kind=kind, type=type, **fields)
