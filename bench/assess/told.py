"""bench: made-up events with the claims that tell of them, and a text of a hundred prohibitions."""

from __future__ import annotations

import dataclasses
import random
from datetime import date, datetime, timedelta

from trucewatch.assess import load_agreement
from trucewatch.model import (
    ActorRole,
    Agreement,
    Attribution,
    Claim,
    Incident,
    IncidentActor,
    Place,
    Report,
    Time,
    Where,
)

TYPES = (
    "kin.shelling", "kin.air_strike", "kin.armed_clash", "kin.drone_strike", "kin.small_arms", "kin.mine_ied",
    "kin.explosion_undetermined", "harm.killed", "mon.patrol", "wd.hostilities_halt", "hum.aid_delivered", "law.arrest",
)  # fmt: skip
ACTORS = ("SYR.army", "RUS.airforce", "TUR.army", "SNA", "HTS", "ISIL", "SYR", "UKR.army", None)
HOUSES = (*(f"House {n}" for n in range(25)), "SYR.mod", "TUR.mod")
VILLAGES = 900
Told = tuple[list[Incident], list[Claim], list[Report]]


def events(number: int, seed: int) -> Told:
    """Events of two years about Idlib, most of them at one of some villages on a day, each told by one to three."""
    draw = random.Random(seed)
    villages = [
        Place(
            f"Village {n}", f"Village {n}", f"v{n}", "settlement",
            round(draw.uniform(35.2, 36.7), 5), round(draw.uniform(35.8, 37.4), 5), draw.choice((0.8, 1.5, 3.0)),
        )
        for n in range(VILLAGES)
    ]  # fmt: skip
    reports = [Report(f"r_{n:02}", "", title="", source=house) for n, house in enumerate(HOUSES)]
    incidents, claims = [], []
    for n in range(number):
        incident, own = _event(n, draw, villages)
        incidents.append(incident)
        claims += own
    return incidents, claims, reports


def _event(n: int, draw: random.Random, villages: list[Place]) -> tuple[Incident, list[Claim]]:
    kind = draw.choice(TYPES)
    place = None if draw.random() < 0.06 else draw.choice(villages)
    time = _time(draw)
    roles = [("perpetrator", draw.choice(ACTORS)), ("target", draw.choice(ACTORS))][: draw.choice((0, 1, 1, 2))]
    houses = draw.sample(range(len(HOUSES)), draw.choice((1, 1, 1, 2, 3)))
    own = [
        Claim(
            f"c_{n:07}_{at}", f"r_{house:02}", ((0, 40),), f"Shells fell on a village, it said ({n}).", kind,
            modality="denied" if at and draw.random() < 0.15 else "happened",
            polarity="-" if kind == "wd.hostilities_halt" and draw.random() < 0.5 else "+",
            time=time, place=place,
            actors=tuple(ActorRole(role, who or "gunmen", who) for role, who in roles),  # type: ignore[arg-type]
            attribution=(Attribution(HOUSES[house], "party" if "." in HOUSES[house] else "outlet", None),),
            root=HOUSES[house], confidence=0.8,
        )
        for at, house in enumerate(houses)
    ]  # fmt: skip
    names = tuple(HOUSES[house] for house in sorted(houses))
    incident = Incident(
        f"i_{n:07}", "event", kind, tuple(one.id for one in own), tuple(one.report for one in own), names, time, place,
        tuple(IncidentActor(role, who or "gunmen", who, asserted_by=names) for role, who in roles),  # type: ignore[arg-type]
        occurrence="corroborated" if len(own) > 1 else "reported", why=("told of one place and one day",),
    )  # fmt: skip
    return incident, own


def _time(draw: random.Random) -> Time | None:
    if draw.random() < 0.05:
        return None
    day = date(2019, 9, 1) + timedelta(days=draw.randrange(730))
    if draw.random() < 0.2:
        start = datetime(day.year, day.month, day.day, draw.randrange(23))
        return Time(f"{start:%Y-%m-%dT%H:%M}", f"{start + timedelta(hours=1):%Y-%m-%dT%H:%M}", "hour")
    return Time(day.isoformat(), (day + timedelta(days=1)).isoformat(), "day")


def hundred(number: int = 100) -> Agreement:
    """Idlib 2020 with its first article many times, at other distances from its lines, in its zones, for other acts."""
    text = load_agreement("idlib-2020")
    first = next(one for one in text.provisions if one.id == "art1")
    permissions = tuple(one for one in text.provisions if one.kind == "permission")
    made = tuple(
        dataclasses.replace(first, id=f"p{n:03}", where=_where(n), act=("military_action", "attack")[n % 2])
        for n in range(number)
    )
    return dataclasses.replace(text, provisions=(*made, *permissions))


def _where(n: int) -> Where:
    zones = ("along_contact", "deescalation_area", "corridor")
    if n % 3:
        return Where("along", ("m4", "contact_line")[n % 2], distance_km=2.0 + n)
    return Where("within", zones[n // 3 % 3])
