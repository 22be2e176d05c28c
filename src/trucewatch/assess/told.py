"""assess: an incident and its claims made from a few plain fields, for cases that people write."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any

from trucewatch.model import (
    ActorRole,
    Attribution,
    Claim,
    Figure,
    FigureValue,
    Incident,
    IncidentActor,
    IncidentFigure,
    Place,
    Report,
    Time,
    Weapon,
)
from trucewatch.model.claim import Modality
from trucewatch.model.incident import Occurrence

_MODALITY: dict[str, Modality] = {"denied": "denied", "planned": "planned", "accused": "accused"}


def incident(told: dict[str, Any], number: int) -> tuple[Incident, list[Claim]]:
    """One incident with a claim for each account; fields as in `cases.yaml`."""
    time, place, actors = _time(told), _place(told), _actors(told)
    claims = [_claim(told, account, f"{number}_{at}", time, place) for at, account in enumerate(told["accounts"])]
    denied = any(account["says"] == "denied" for account in told["accounts"])
    occurrence: Occurrence = "contested" if denied and len(claims) > 1 else "reported"
    return Incident(
        id=f"i_{number}",
        kind=told["kind"],
        type=told["type"],
        claims=tuple(claim.id for claim in claims),
        reports=tuple(dict.fromkeys(claim.report for claim in claims)),
        roots=tuple(dict.fromkeys(str(claim.root) for claim in claims)),
        time=time,
        place=place,
        actors=actors,
        figures=_figures(told, claims[0].id),
        occurrence=occurrence,
    ), claims


def reports(claims: Iterable[Claim], as_of: str) -> list[Report]:
    """A report for each root, published on the day that it tells of, and at the latest at `as_of`."""
    days: dict[str, str] = {}
    for claim in claims:
        start = claim.time.start if claim.time is not None else None
        days[claim.report] = min(days.get(claim.report, as_of), start or as_of, as_of)
    return [Report(id=name, text="", published=day) for name, day in days.items()]


def _claim(told: dict[str, Any], account: dict[str, Any], number: str, time: Time | None, place: Place | None) -> Claim:
    says, root = account["says"], account["root"]
    return Claim(
        id=f"c_{number}",
        report=f"r_{root}",
        spans=(),
        quote=told["words"],
        type=told["type"],
        modality=_MODALITY.get(says, "happened"),
        polarity="-" if says in ("denied", "stopped") else "+",
        time=time,
        place=place,
        actors=tuple(ActorRole(a.role, a.text, a.id, a.basis) for a in _actors(told)),
        weapon=Weapon(told["weapon"], told["calibre_mm"]) if told["weapon"] else None,
        joint=told["joint"] == "true",
        outcome=says if says in ("completed", "cut_short", "failed") else None,
        observed=account["saw"],
        response_to=account["response_to"],
        about=told["about"],
        figures=(
            *(Figure("killed", float(n), float(n), population=who) for who, n in told["killed"].items()),
            *(_count(count) for count in told["counts"]),
        ),
        attribution=(Attribution(root, account["by"], account["speaker"]),),
        root=root,
    )


def _count(given: dict[str, Any]) -> Figure:
    high = given["number"] if given["to"] is None else given["to"]
    return Figure(given["measure"], given["number"], high, population=given["of"], counted_by=given["counted_by"])


def _time(told: dict[str, Any]) -> Time | None:
    zone = told["clock"]
    if told["date"] is not None:
        basis = "published" if told["day_of_report_only"] == "true" else "stated"
        return Time(told["date"], _next_day(told["date"]), "day", basis, zone=zone)  # type: ignore[arg-type]
    if told["from_"] is not None or told["to"] is not None:
        return Time(told["from_"], told["to"], "hour", zone=zone)
    return None


def _next_day(day: str) -> str:
    return (date.fromisoformat(day) + timedelta(days=1)).isoformat()


def _place(told: dict[str, Any]) -> Place | None:
    if told["place"] is None:
        return None
    return Place(
        told["place"], told["place"], level=told["level"], lat=told["lat"], lon=told["lon"], radius_km=told["radius_km"]
    )


def _actors(told: dict[str, Any]) -> tuple[IncidentActor, ...]:
    """Ids are of the actor lists; `?` stands for somebody whom no list knows."""
    made = [
        *(IncidentActor("perpetrator", name, _known(name)) for name in told["perpetrator"]),
        *(IncidentActor("perpetrator", name, _known(name), "blamed") for name in told["blamed"]),
        *(IncidentActor("party", name, _known(name)) for name in told["parties"]),
        *(IncidentActor("target", name, _known(name)) for name in told["target"]),
    ]
    return tuple(made)


def _known(name: str) -> str | None:
    return None if name.startswith("?") else name


def _figures(told: dict[str, Any], claim: str) -> tuple[IncidentFigure, ...]:
    return tuple(
        IncidentFigure("killed", "single", (FigureValue(claim, float(n), float(n)),), who, float(n), float(n))
        for who, n in told["killed"].items()
    )
