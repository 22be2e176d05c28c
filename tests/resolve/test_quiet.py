"""resolve: a day or a village of which one thing is told joins what leaves it open; a crowded one joins nothing."""

from __future__ import annotations

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from tests.factories import IDLIB, SARAQIB, a_claim, a_place, a_report, a_time
from trucewatch.model import Claim, Report
from trucewatch.resolve import incidents
from trucewatch.resolve.quiet import TOUR, Quiet, quiet
from trucewatch.resolve.subject import Subject, subject

FAR = a_place("Kell Dorsa", lat=36.9, lon=40.1, radius_km=3.0)
DAY = a_time("2020-02-27", "2020-02-28")
NEWS = (
    "There stood Omar Haddouche with Nadir Belkacem, Jens Okafor, Maria Lindqvist and Pier Halloran of the port.",
    "There stood Ana Ferreira with Lena Belkacem, Ivo Marek, Tess Oduya and Paul Verbruggen of the mill.",
)


def told(id_: str, **fields: Any) -> Subject:
    fields.setdefault("report", f"r_{id_}")
    return subject(a_claim(id_, **fields), "2020-02-28", "root")


def test_a_day_is_quiet_where_nearly_all_that_name_a_village_name_the_same() -> None:
    one, other, open_ = told("a"), told("b"), told("c", place=None)
    day = one.day
    assert day in quiet([one, other, open_]).days
    assert quiet([one, told("d", place=FAR), open_]).days == frozenset()
    assert quiet([open_]).days == quiet([one, open_]).days == frozenset()


def test_patrols_and_protests_make_no_day_quiet() -> None:
    assert quiet([told("a", type="mon.patrol"), told("b", type="crowd.violent")]) == Quiet()


def test_a_day_is_shared_with_what_tells_no_place_or_one_around_the_village() -> None:
    one, around, beside = told("a"), told("b", place=IDLIB), told("c", place=FAR)
    found = quiet([one, told("d"), told("e"), told("f"), around, beside])
    assert found.share_a_day(one, around)
    assert found.share_a_day(one, told("g", place=None))
    assert not found.share_a_day(one, beside)


def test_a_province_may_be_quiet_on_a_day_on_which_others_are_not() -> None:
    of_the_report = a_time("2020-02-27", "2020-02-28", basis="published")
    around = told("b", place=IDLIB, time=of_the_report)
    elsewhere = [told(f"e{n}", place=a_place(f"Stop {n}", lat=30.0 + n, lon=40.0)) for n in range(4)]
    one, inside = told("a"), a_place("Other", lat=35.5, lon=36.5, within=("SY-IDLIB", "SY"))
    assert quiet([one, told("c"), around, *elsewhere]).share_a_day(one, around)
    assert not quiet([one, told("c"), told("d", place=inside), around, *elsewhere]).share_a_day(one, around)


def test_the_day_before_and_after_count_as_well() -> None:
    assert quiet([told("a"), told("b", place=FAR, time=a_time("2020-02-28", "2020-02-29"))]).days == frozenset()


def test_a_village_is_quiet_where_its_accounts_lie_within_a_few_days() -> None:
    week_later = told("b", time=a_time("2020-03-20", "2020-03-21"))
    assert quiet([told("a")]).villages == {SARAQIB.id}
    assert quiet([told("a"), week_later]).villages == frozenset()


def test_a_digest_that_goes_from_village_to_village_tells_nothing_of_a_quiet_one() -> None:
    stops = [a_place(f"Stop {n}", lat=34.0 + n, lon=40.0) for n in range(TOUR)]
    dated = told("a", report="r_1")
    listed = [told(f"s{n}", report="r_2", time=None, place=place) for n, place in enumerate([SARAQIB, *stops])]
    assert not quiet([dated, *listed]).share_a_village(dated, listed[0])
    assert quiet([dated, *listed[:2]]).share_a_village(dated, listed[0])


def test_background_and_talk_make_no_day() -> None:
    assert quiet([told("a", background=True), told("b", modality="threatened")]) == Quiet()


@given(st.permutations("abcd"))
def test_the_order_of_claims_is_no_matter(order: list[str]) -> None:
    places = {"a": SARAQIB, "b": FAR, "c": SARAQIB, "d": None}
    assert quiet(told(id_, place=places[id_]) for id_ in order) == quiet(told(i, place=places[i]) for i in "abcd")


def accounts(elsewhere: int) -> tuple[list[Claim], list[Report]]:
    """A strike in a village, a strike of the day without a village, and strikes in other villages that day."""
    others = [a_place(f"Other {n}", lat=34.0 + n, lon=40.0, radius_km=3.0) for n in range(elsewhere)]
    places = [SARAQIB, None, SARAQIB, *others]
    texts = [
        *NEWS,
        "Elsewhere Bo Tamm was seen.",
        *(f"Nothing else is known of it, no. {n}." for n in range(elsewhere)),
    ]
    claims = [a_claim(f"c_{n}", report=f"r_{n}", place=p, time=DAY, actors=()) for n, p in enumerate(places)]
    return claims, [a_report(f"r_{n}", text=text) for n, text in enumerate(texts)]


def test_a_strike_without_a_village_is_that_of_the_quiet_day_and_of_no_crowded_one() -> None:
    (quiet_day,) = incidents(*accounts(0))
    assert set(quiet_day.claims) == {"c_0", "c_1", "c_2"}
    assert ("c_1",) in {incident.claims for incident in incidents(*accounts(4))}
