"""bench: a made-up truce: acts with a day, a village and two sides, each told by some reports, not all of it right.

Everything follows from the seed. Names, villages and numbers are invented; no field comes from a real report.
"""

from __future__ import annotations

import datetime as dt
import random
from dataclasses import dataclass

from trucewatch.model import ActorRole, Claim, Figure, Place, Report, Time

ACTS_A_DAY = 12
FIRST_DAY = dt.date(2020, 3, 6)
TYPES = ("kin.shelling", "kin.shelling", "kin.air_strike", "kin.drone_strike", "kin.small_arms", "kin.mine_ied")
SIDES = ("SYR.army", "SYR.opp", "TUR.army", "RUS.airforce")
PROVINCES = 4
VILLAGES = 240
TOLD_BY = (1, 1, 2, 2, 3, 5)
"""How many reports tell of an act."""
SYLLABLES = ("ba", "dor", "fel", "gu", "har", "ji", "kel", "lu", "mir", "na", "pol", "ras", "su", "tev", "wun", "zi")


@dataclass(frozen=True, slots=True)
class Act:
    """What happened."""

    number: int
    day: dt.date
    type: str
    village: Place
    province: Place
    doer: str
    target: str
    killed: int
    witness: str


@dataclass(frozen=True, slots=True)
class Truce:
    """Claims and reports as a program would be given them, and the act that each claim tells of."""

    claims: list[Claim]
    reports: list[Report]
    truth: dict[str, int]


def truce(size: int, seed: int = 1) -> Truce:
    """A truce of about `size` claims. The more claims, the longer it lasts: every day is as crowded as the others."""
    rng = random.Random(seed)
    places = _places(rng)
    made = Truce([], [], {})
    number = 0
    while len(made.claims) < size:
        act = _act(rng, number, FIRST_DAY + dt.timedelta(days=number // ACTS_A_DAY), places)
        for _ in range(rng.choice(TOLD_BY)):
            _tell(rng, act, made)
        number += 1
    return made


def _name(rng: random.Random, parts: int = 3) -> str:
    return "".join(rng.choice(SYLLABLES) for _ in range(parts)).capitalize()


def _places(rng: random.Random) -> list[tuple[Place, Place]]:
    """Villages, each with its province: 240 over an area of 160 by 160 km."""
    provinces = [
        Place(name, name, f"P{n}", "province", 35.2 + 0.7 * (n // 2), 36.2 + 0.9 * (n % 2), 50.0, within=("XX",))
        for n in range(PROVINCES)
        for name in [_name(rng)]
    ]
    found = []
    for n in range(VILLAGES):
        province, name = rng.choice(provinces), _name(rng, 4)
        lat, lon = (province.lat or 0) + rng.uniform(-0.35, 0.35), (province.lon or 0) + rng.uniform(-0.45, 0.45)
        village = Place(name, name, f"V{n}", "settlement", lat, lon, 3.0, within=(province.id or "", "XX"))
        found.append((village, province))
    return found


def _act(rng: random.Random, number: int, day: dt.date, places: list[tuple[Place, Place]]) -> Act:
    village, province = rng.choice(places)
    doer, target = rng.sample(SIDES, 2)
    killed = rng.choice((0, 0, 1, 2, 3, 5, 8, 14, 22, 40))
    witness = f"{_name(rng)} {_name(rng)}"
    return Act(number, day, rng.choice(TYPES), village, province, doer, target, killed, witness)


def _tell(rng: random.Random, act: Act, made: Truce) -> None:
    """One report of an act, published within three days, in one claim or two."""
    id_ = f"r_{len(made.reports):07d}"
    published = act.day + dt.timedelta(days=rng.choice((0, 0, 0, 1, 1, 3)))
    house = f"House {rng.randrange(30)}"
    names = rng.sample([act.village.text, act.witness, _name(rng), f"{act.killed} people"], 3)
    text = f"A report of that day, with {', with '.join(names)}, and with {_name(rng)} {_name(rng)}."
    made.reports.append(Report(id_, text, source=house, language="en", published=published.isoformat()))
    for nth in range(rng.choice((1, 1, 2))):
        claim = _claim(rng, act, id_, nth, published, text)
        made.claims.append(claim)
        made.truth[claim.id] = act.number


def _claim(rng: random.Random, act: Act, report: str, nth: int, published: dt.date, text: str) -> Claim:
    harm = nth > 0 and act.killed > 0
    return Claim(
        id=f"c_{report[2:]}_{nth}",
        report=report,
        spans=((10 * nth, 10 * nth + 9),),
        quote=f"{_name(rng)} {_name(rng)} {_name(rng)}",
        type="harm.killed" if harm else _type(rng, act),
        time=_time(rng, act, published),
        place=rng.choices((act.village, act.province, None), (6, 2, 2))[0],
        actors=tuple(_actors(rng, act)),
        figures=_figures(rng, act) if harm or rng.random() < 0.6 else (),
        confidence=0.9,
        extractor="synthetic",
    )


def _type(rng: random.Random, act: Act) -> str:
    return act.type if rng.random() < 0.9 else "kin.explosion_undetermined"


def _time(rng: random.Random, act: Act, published: dt.date) -> Time:
    after = (published + dt.timedelta(days=1)).isoformat()
    if rng.random() < 0.3:
        return Time(None, after, "open", "published")
    if rng.random() < 0.1:
        return Time((act.day - dt.timedelta(days=3)).isoformat(), (act.day + dt.timedelta(days=4)).isoformat(), "week")
    return Time(act.day.isoformat(), (act.day + dt.timedelta(days=1)).isoformat())


def _actors(rng: random.Random, act: Act) -> list[ActorRole]:
    found = []
    if rng.random() < 0.6:
        found.append(ActorRole("perpetrator", act.doer, act.doer))
    if rng.random() < 0.7:
        found.append(ActorRole("target", act.target, act.target))
    return found


def _figures(rng: random.Random, act: Act) -> tuple[Figure, ...]:
    """The count of the dead, at times one too few, at times rounded."""
    if act.killed == 0:
        return ()
    if rng.random() < 0.15:
        return (Figure("killed", act.killed * 0.9, act.killed * 1.1, "about", act.target),)
    number = float(max(1, act.killed - (rng.random() < 0.2)))
    return (Figure("killed", number, number, "exact", act.target if rng.random() < 0.7 else None),)
