"""Which of several places of one name is meant."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from trucewatch.gazetteer import Entry
from trucewatch.gazetteer.weigh import Support, clear_winner, is_known, support_of, weight


def _town(population: int, country: str = "SD", lat: float = 10.0, within: tuple[str, ...] = ()) -> Entry:
    return Entry(f"{country}{population}{lat}", "Adale", "settlement", lat, 20.0, 3.0, country, within, population)


def test_five_times_the_inhabitants_win() -> None:
    great = _town(600_000)
    assert clear_winner([_town(100_000, "TD"), great], Support()) is great
    assert clear_winner([_town(200_000, "TD"), great], Support()) is None
    assert clear_winner([], Support()) is None


def test_a_named_province_outweighs_size() -> None:
    small = _town(20_000, within=("SD-X", "SD"))
    assert clear_winner([_town(600_000, "TD"), small], Support(frozenset({"SD"}), frozenset({"SD-X"}))) is small


def test_nearness_to_a_named_place_counts() -> None:
    support = Support(points=((10.1, 20.0),))
    assert weight(_town(50_000, lat=10.0), support) > weight(_town(50_000, lat=12.0), support)
    assert weight(_town(50_000, lat=12.0), support) > weight(_town(50_000, lat=40.0), support)


def test_a_country_speaks_for_its_towns_but_gives_no_point() -> None:
    support = support_of([Entry("SD", "Sudan", "country", 15.0, 30.0, 900.0, "SD")])
    assert support == Support(countries=frozenset({"SD"}))


def test_a_small_town_is_known_only_where_something_speaks_for_it() -> None:
    assert not is_known(_town(20_000), Support(frozenset({"UA"})))
    assert is_known(_town(20_000), Support(frozenset({"SD"})))
    assert is_known(_town(20_000), Support())
    assert not is_known(_town(2_000), Support())


@given(st.lists(st.integers(0, 10**7), min_size=1, max_size=5))
def test_a_winner_is_never_smaller_than_a_rival_when_nothing_else_is_known(populations: list[int]) -> None:
    winner = clear_winner([_town(number, lat=float(i)) for i, number in enumerate(populations)], Support())
    assert winner is None or winner.population == max(populations)
