"""Corrections laid over claims."""

from __future__ import annotations

from tests.factories import a_claim, a_figure, a_place
from trucewatch.resolve import Judgement, corrected


def _correction(when: str, **values: object) -> Judgement:
    return Judgement(
        "correct", ("c_1",), "A. Monitor", when, "seen there", {k.replace("__", "."): v for k, v in values.items()}
    )


def test_the_latest_correction_of_a_field_stands_and_both_are_told() -> None:
    late, early = _correction("2020-03-08", type="kin.shelling"), _correction("2020-03-07", type="kin.gunfire")
    (claim,) = corrected([a_claim()], [late, early]).claims
    assert claim.type == "kin.shelling"
    assert [(one.was, one.now) for one in claim.corrections] == [
        ("kin.air_strike", "kin.gunfire"),
        ("kin.gunfire", "kin.shelling"),
    ]


def test_null_takes_a_field_away_and_a_missing_part_is_made() -> None:
    claim = a_claim(figures=(a_figure(3), a_figure(4, "injured")))
    laid = corrected([claim], [_correction("2020-03-07", place=None, figures__0=None, weapon__class="drone")]).claims[0]
    assert laid.place is None
    assert [figure.measure for figure in laid.figures] == ["injured"]
    assert laid.weapon is not None
    assert laid.weapon.class_ == "drone"


def test_a_correction_that_does_not_fit_costs_one_line_and_leaves_the_claim() -> None:
    claim = a_claim()
    given = corrected([claim], [_correction("2020-03-07", figures__0__low=3)])
    assert given.claims == (claim,)
    assert ["there are 0 of them" in item.reason for item in given.rejected] == [True]


def test_a_place_of_another_name_loses_the_point_of_the_first() -> None:
    (laid,) = corrected([a_claim()], [_correction("2020-03-07", place__name="Sarmin")]).claims
    assert laid.place is not None
    assert (laid.place.name, laid.place.lat, laid.place.id, laid.place.within) == ("Sarmin", None, None, ())
    (put,) = corrected([a_claim()], [_correction("2020-03-07", place__name="Sarmin", place__lat=35.9)]).claims
    assert put.place is not None
    assert (put.place.lat, put.place.lon) == (35.9, None)


def test_a_point_given_for_an_area_is_not_as_wide_as_the_area_was() -> None:
    claim = a_claim(place=a_place("Adal", level="country", lat=35.0, lon=36.0, radius_km=400.0))
    (laid,) = corrected([claim], [_correction("2020-03-07", place__lat=35.9, place__lon=36.8)]).claims
    assert laid.place is not None
    assert (laid.place.middle, laid.place.radius_km, laid.place.area) == ((35.9, 36.8), None, None)
    (wide,) = corrected([claim], [_correction("2020-03-07", place__name="Bur")]).claims
    assert wide.place is not None
    assert (wide.place.middle, wide.place.radius_km) == (None, None)


def test_other_claims_are_left_as_they_are() -> None:
    other = a_claim("c_2")
    assert corrected([other], [_correction("2020-03-07", type="kin.shelling")]).claims == (other,)
