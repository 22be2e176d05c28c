"""A row of observations becomes one claim without going through prose."""

from __future__ import annotations

import pytest

from tests.extract.reading import a_text, knowledge
from trucewatch.extract import claims
from trucewatch.model import Claim

CELLS = {
    "time": "2020-03-07T14:20+03:00",
    "place": "Ariha",
    "observed": "shelling",
    "count": "6",
    "how": "heard",
    "reported_by": "Team 3",
}


def _claims(**cells: str) -> list[Claim]:
    row = {key: value for key, value in (CELLS | cells).items() if value}
    text = "; ".join(f"{key}: {value}" for key, value in row.items())
    return claims(a_text(text, meta={"observation": row}), knowledge())


def _claim(**cells: str) -> Claim:
    (claim,) = _claims(**cells)
    return claim


def test_a_row_is_one_claim_with_all_its_cells() -> None:
    claim = _claim()
    assert (claim.type, claim.modality, claim.polarity, claim.extractor) == ("kin.shelling", "happened", "+", "table")
    assert claim.observed == "heard"
    assert claim.root == "Team 3"
    assert [(f.measure, f.low, f.high) for f in claim.figures] == [("shells", 6, 6)]
    assert claim.place is not None
    assert claim.place.name == "Ariha"


def test_the_time_keeps_its_zone_and_its_minute() -> None:
    time = _claim().time
    assert time is not None
    assert time.start is not None
    assert time.start.startswith("2020-03-07T14:20")
    assert (time.zone, time.precision) == ("+03:00", "minute")


def test_a_day_alone_is_the_whole_day() -> None:
    time = _claim(time="2020-03-07").time
    assert time is not None
    assert (time.start, time.end, time.precision, time.zone) == ("2020-03-07", "2020-03-08", "day", None)


@pytest.mark.parametrize("minute", ["2020-03-07T14:59", "2020-03-07T23:59", "2020-03-07T00:00"])
def test_the_interval_of_a_minute_is_not_empty(minute: str) -> None:
    time = _claim(time=minute).time
    assert time is not None
    assert time.start is not None
    assert time.end is not None
    assert time.start < time.end


def test_coordinates_are_taken_as_given() -> None:
    place = _claim(lat="35.81", lon="36.61").place
    assert place is not None
    assert (place.lat, place.lon, place.level) == (35.81, 36.61, "site")


def test_a_code_of_the_vocabulary_may_stand_for_the_words() -> None:
    assert _claim(observed="pos.overflight").type == "pos.overflight"


def test_the_weapon_makes_an_attack_exact() -> None:
    claim = _claim(observed="attack on a post", weapon="drone", count="")
    assert claim.type == "kin.drone_strike"
    assert claim.weapon is not None
    assert claim.weapon.class_ == "drone"


def test_what_the_vocabulary_does_not_hold_gives_no_claim() -> None:
    assert _claims(observed="clear weather") == []


@pytest.mark.parametrize("count", ["", "several", "4-6"])
def test_a_count_that_is_no_number_is_left_out(count: str) -> None:
    assert _claim(count=count).figures == ()


def test_the_quote_is_the_row() -> None:
    claim = _claim()
    assert "observed: shelling" in claim.quote
    assert claim.spans == ((0, len(claim.quote)),)
