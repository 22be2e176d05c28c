"""Bulletins: each region and period for itself, with who counted; the whole of a list has no place of its own."""

from __future__ import annotations

from tests.extract.reading import told
from trucewatch.model import Claim

DAILY = """The monitoring team works from information as of 19:30 on 2 June 2021.

In Donetsk region, the mission recorded 123 ceasefire violations, including 45 explosions. In the previous reporting \
period, it recorded 222 ceasefire violations in the region, including 30 undetermined explosions.

In Luhansk region, the mission recorded 17 ceasefire violations, including one explosion. In the previous reporting \
period, it recorded no ceasefire violations in the region."""


def _counts(text: str, published: str = "2021-06-03") -> list[tuple[object, ...]]:
    return [_count(claim) for claim in told(text, published=published) if claim.type == "dip.report"]


def _count(claim: Claim) -> tuple[object, ...]:
    figures = {figure.measure: figure.low for figure in claim.figures}
    place = claim.place.name.split()[0] if claim.place is not None and claim.place.name else None
    return place, figures.get("violations"), figures.get("explosions"), claim.time.start if claim.time else None


def test_each_region_and_period_is_a_count_of_its_own() -> None:
    assert _counts(DAILY) == [
        ("Donetsk", 123.0, 45.0, "2021-06-01T19:30"),
        ("Donetsk", 222.0, 30.0, "2021-05-31T19:30"),
        ("Luhansk", 17.0, 1.0, "2021-06-01T19:30"),
        ("Luhansk", 0.0, None, "2021-05-31T19:30"),
    ]


def test_a_count_says_who_counted_and_over_which_period() -> None:
    found = [claim for claim in told(DAILY, published="2021-06-03") if claim.type == "dip.report"]
    assert {claim.attribution[0].who for claim in found} == {"the mission"}
    assert all(f.period == (c.time.start, c.time.end) for c in found if c.time for f in c.figures)
    assert all(claim.background for claim in found)


def test_a_list_of_places_gives_each_its_number_and_the_whole_none() -> None:
    text = "The Turkish side registered 18 cases of firing in the provinces of Idlib (10) and Hama (8)."
    assert [count[:2] for count in _counts(text)] == [(None, 18.0), ("Idlib", 10.0), ("Hama", 8.0)]
    text = "The ministry registered nine shootings in Aleppo, seven in Latakia and three in Idlib."
    assert [count[:2] for count in _counts(text)] == [("Aleppo", 9.0), ("Latakia", 7.0), ("Idlib", 3.0)]


def test_a_list_after_a_colon_is_read_too() -> None:
    text = "The centre recorded 9 shellings: Idlib province - 5, Latakia province - 4."
    assert [count[:2] for count in _counts(text)] == [(None, 9.0), ("Idlib", 5.0), ("Latakia", 4.0)]


def test_the_count_that_is_compared_is_of_the_period_before() -> None:
    text = "The mission recorded about 150 violations in Kharkiv region, compared with 66 in the previous 24 hours."
    now, before = _counts(text)
    assert before[:2] == ("Kharkiv", 66.0)
    assert str(before[3]) < str(now[3])


def test_counts_compared_with_are_of_the_same_regions_in_their_order() -> None:
    text = (
        "The mission recorded 155 ceasefire violations in Donetsk region and 80 in Luhansk region, compared with 66 "
        "and 12 respectively in the previous reporting period."
    )
    days = "2021-06-02", "2021-06-01"
    assert {(place, count, day) for place, count, _, day in _counts(text)} == {
        ("Donetsk", 155.0, days[0]),
        ("Luhansk", 80.0, days[0]),
        ("Donetsk", 66.0, days[1]),
        ("Luhansk", 12.0, days[1]),
    }


def test_a_count_in_parentheses_behind_the_period_before_is_of_that_period() -> None:
    text = "In Donetsk region, the mission recorded 50 explosions, more than in the previous 24 hours (40 explosions)."
    now, before = _counts(text)
    assert (now[0], now[2]) == ("Donetsk", 50.0)
    assert (before[0], before[2]) == ("Donetsk", 40.0)
    assert str(before[3]) < str(now[3])


def test_french_puts_the_word_for_before_behind_the_period() -> None:
    text = (
        "La mission a enregistré 123 violations du cessez-le-feu dans la région de Donetsk, dont 45 explosions, "
        "contre 222 au cours de la période précédente."
    )
    found = [claim for claim in told(text, language="fr", published="2021-06-03") if claim.type == "dip.report"]
    counts = {(f.measure, f.low, f.period[0]) for claim in found for f in claim.figures if f.period}
    assert {("violations", 123.0, "2021-06-02"), ("explosions", 45.0, "2021-06-02")} <= counts
    assert ("violations", 222.0, "2021-06-01") in counts


def test_violations_that_are_reported_with_a_number_are_counted() -> None:
    text = "The military reported six ceasefire violations in Donetsk region in the past 24 hours."
    assert [count[:2] for count in _counts(text)] == [("Donetsk", 6.0)]


def test_what_was_not_or_will_be_registered_is_no_count() -> None:
    for text in ("The mission will record 12 violations in Donetsk region.", "The band recorded 12 songs in Berlin."):
        assert [claim for claim in told(text) if "rule en.act.counted" in claim.why] == []


def test_every_quotation_of_a_list_stands_in_the_text() -> None:
    text = "The Turkish side registered 18 cases of firing in the provinces of Idlib (10) and Hama (8)."
    quotes = [claim.quote for claim in told(text) if claim.type == "dip.report"]
    assert quotes[1:] == ["the provinces of Idlib (10)", "Hama (8)"]


def test_that_no_breaches_were_noted_is_a_zero_that_somebody_gives() -> None:
    (claim,) = told("Нарушений режима прекращения огня не отмечено.", "ru", "2021-06-14")
    assert claim.type == "dip.report"
    assert [(f.measure, f.low, f.high) for f in claim.figures] == [("violations", 0, 0)]
    assert claim.background
