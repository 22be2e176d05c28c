"""Every way in which what is not known could have been: labels are right in all of them, and how often they say less.

A world settles everything: an instant, a point, a border, one doer, one kind of act, one clock. In it the term is
broken or not, by a rule of a few lines that shares nothing with the evaluator.
"""

from __future__ import annotations

import itertools
import math
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from tests.assess.test_laws import NOW, PROFILE
from tests.assess.worlds import SOUND, load
from tests.factories import a_claim, a_place, a_report, a_time, an_incident
from trucewatch.assess import findings
from trucewatch.model import IncidentActor, Place, PlaceCandidate, Time, TimeReading

TEXT = SOUND.read_text(encoding="utf-8").replace(
    '  start: {at: "2031-04-02T00:00", clock: "+00:00"}',
    '  start: {readings: {one clock: {at: "2031-04-02T00:00", clock: "+00:00"}, '
    'another: {at: "2031-04-02T00:00", clock: "+03:00"}}}',
)
STARTS = (datetime(2031, 4, 2, tzinfo=UTC), datetime(2031, 4, 1, 21, tzinfo=UTC))
CLOCKS = (timedelta(0), timedelta(hours=3))
REACH, TOLERANCE, KM = 6.0, 0.5, 110.94
Spot = tuple[float, float]


@dataclass(frozen=True)
class World:
    """Everything settled. `clock` is that of the text, by which days told without one are read too."""

    clock: int
    at: datetime
    spot: Spot
    border: float
    doer: str
    attack: bool
    band: bool
    """Whether those who were hit are on the list."""


def broken(world: World) -> bool:
    """Whether the term is broken in a world where all is known."""
    lon, lat = world.spot
    east = max(0.0, 36.0 - lon, lon - 36.5) * KM * math.cos(math.radians(35))
    away = math.hypot(east, (lat - 35.0) * KM)
    inside = away <= REACH + world.border
    bound = world.doer in ("NOR", "SOU", "MIL")
    return world.attack and world.at >= STARTS[world.clock] and inside and bound and not world.band


TIMES: dict[str, Time] = {
    "before": a_time("2031-03-30", "2031-03-31"),
    "after": a_time("2031-04-05", "2031-04-06"),
    "about the beginning": a_time("2031-04-01", "2031-04-04"),
    "the first day": a_time("2031-04-02", "2031-04-03"),
    "between the clocks": a_time("2031-04-01T22:00+00:00", "2031-04-01T23:00+00:00", "hour"),
    "one of two days": a_time(
        "2031-03-30", "2031-03-31", readings=(TimeReading("or that", "2031-04-05", "2031-04-06"),)
    ),
}
INSIDE, OUTSIDE = (36.25, 35.0), (36.25, 35.5)
PLACES: dict[str, tuple[Place, tuple[Spot, float]]] = {
    "deep inside": (a_place("A", lon=36.25, lat=35.0, radius_km=1.0), (INSIDE, 1.0)),
    "on the edge": (a_place("A", lon=36.25, lat=35.05, radius_km=2.0), ((36.25, 35.05), 2.0)),
    "far outside": (a_place("A", lon=36.25, lat=35.5, radius_km=2.0), (OUTSIDE, 2.0)),
    "one of two": (
        a_place("A", candidates=(PlaceCandidate("x", "A", 35.0, 36.25), PlaceCandidate("y", "A", 35.5, 36.25))),
        (INSIDE, 0.0),
    ),
}
DOERS: dict[str, tuple[str, ...]] = {
    "one bound": ("NOR",),
    "one of two, both bound": ("NOR", "SOU"),
    "one of two, one bound": ("NOR", "BAN"),
    "not bound": ("BAN",),
    "for whom one answers": ("MIL",),
    "not told": (),
}
ACTS = {"kin.shelling": (True,), "kin.explosion_undetermined": (True, False)}
HIT: dict[str, tuple[bool, ...]] = {"BAN": (True,), "SOU": (False,), "": (True, False)}


def instants(time: Time) -> Iterator[tuple[int, datetime]]:
    """Instants that a time allows, each with the clock of the text by which its days are read."""
    for clock, offset in enumerate(CLOCKS):
        for start, end in [(time.start, time.end), *((one.start, one.end) for one in time.readings)]:
            first, last = (_instant(str(edge), offset) for edge in (start, end))
            for share in (0.0, 0.25, 0.5, 0.75, 1.0):
                yield clock, first + (last - timedelta(seconds=1) - first) * share


def _instant(text: str, offset: timedelta) -> datetime:
    given = datetime.fromisoformat(text)
    return given if given.tzinfo else given.replace(tzinfo=UTC) - offset


def spots(name: str) -> Iterator[Spot]:
    """Points of a disk: its centre and eight on its rim; for one of two places the middle of each."""
    (lon, lat), radius = PLACES[name][1]
    if name == "one of two":
        yield from (INSIDE, OUTSIDE)
        return
    yield lon, lat
    for n in range(8):
        way = n * math.pi / 4
        east = radius * 0.99 * math.cos(way) / KM / math.cos(math.radians(lat))
        yield lon + east, lat + radius * 0.99 * math.sin(way) / KM


def possible(time: str, place: str, doer: str, act: str, hit: str) -> Iterator[World]:
    """Every world that what is told allows, each thing that is not known by itself."""
    everybody = DOERS[doer] or ("NOR", "SOU", "BAN", "UNLISTED")
    for (clock, at), spot, border, who, attack, band in itertools.product(
        instants(TIMES[time]), spots(place), (-TOLERANCE, 0.0, TOLERANCE), everybody, ACTS[act], HIT[hit]
    ):
        yield World(clock, at, spot, border, who, attack, band)


CASES = list(itertools.product(TIMES, PLACES, DOERS, ACTS, HIT))


@pytest.fixture(scope="module")
def verdicts() -> dict[tuple[str, ...], tuple[str, bool, bool]]:
    """For each case the label, whether the term is broken in every world, and whether in some."""
    text = load(TEXT)
    made: dict[tuple[str, ...], tuple[str, bool, bool]] = {}
    for case in CASES:
        time, place, doer, act, hit = case
        actors = [IncidentActor("perpetrator", who, who) for who in DOERS[doer]]
        actors += [IncidentActor("target", hit, hit)] if hit else []
        told: dict[str, Any] = {"time": TIMES[time], "place": PLACES[place][0]}
        claim = a_claim("c_1", act, root="Monitor A", **told)
        incident = an_incident(type=act, actors=tuple(actors), roots=("Monitor A",), **told)
        found = findings([incident], [claim], [a_report()], [text], valid=NOW, known=NOW, profile=PROFILE)
        (one,) = [finding for finding in found if finding.incident and finding.provision == "calm"]
        outcomes = {broken(world) for world in possible(*case)}
        made[case] = one.label, outcomes == {True}, True in outcomes
    return made


def test_what_is_said_to_be_so_is_so_in_every_world(verdicts: dict[tuple[str, ...], tuple[str, bool, bool]]) -> None:
    sure = {case for case, (label, _, _) in verdicts.items() if label in ("alleged", "supported")}
    assert len(sure) > 5
    assert [case for case in sure if not verdicts[case][1]] == []


def test_what_is_said_to_be_outside_or_excepted_is_broken_in_no_world(
    verdicts: dict[tuple[str, ...], tuple[str, bool, bool]],
) -> None:
    out = {case for case, (label, _, _) in verdicts.items() if label in ("outside", "excepted")}
    assert len(out) > 100
    assert [case for case in out if verdicts[case][2]] == []


def test_how_often_a_label_is_open_although_all_worlds_agree(
    verdicts: dict[tuple[str, ...], tuple[str, bool, bool]],
) -> None:
    """Of these cases in none: what is labelled open is broken in some world and not in another."""
    open_ = {case for case, (label, _, _) in verdicts.items() if label == "possible"}
    agreed = Counter(case for case in open_ if verdicts[case][1] or not verdicts[case][2])
    assert len(open_) > 100
    assert (len(verdicts), len(open_), len(agreed)) == (864, *COUNTED)
    listed_by_nobody_known = {verdicts[case][0] for case in CASES if case[2] == "not told" and case[4] == "BAN"}
    assert listed_by_nobody_known == {"outside"}


COUNTED = (294, 0)
"""Of the 864 cases: those labelled `possible`, and those of them in which all worlds agree. Told in findings.md."""


def test_things_that_hang_together_are_labelled_open_where_both_accounts_agree() -> None:
    """One account inside and before, one outside and after: by neither is the term broken, and the label is open."""
    text = load(TEXT)
    either: dict[str, Any] = {"time": TIMES["one of two days"], "place": PLACES["one of two"][0]}
    actors = (IncidentActor("perpetrator", "NOR", "NOR"), IncidentActor("target", "SOU", "SOU"))
    incident = an_incident(type="kin.shelling", actors=actors, roots=("A",), **either)
    made = findings([incident], [a_claim(type="kin.shelling", root="A", **either)], [a_report()], [text], valid=NOW)
    (one,) = [finding for finding in made if finding.incident]
    early, late = datetime(2031, 3, 30, tzinfo=UTC), datetime(2031, 4, 5, tzinfo=UTC)
    together = [World(0, early, INSIDE, 0.0, "NOR", True, False), World(0, late, OUTSIDE, 0.0, "NOR", True, False)]
    assert {broken(world) for world in together} == {False}
    assert (one.label, one.decisive) == ("possible", ("time", "place"))
