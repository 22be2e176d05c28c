"""The packed table of the world's places."""

from __future__ import annotations

import time

from hypothesis import given
from hypothesis import strategies as st

from trucewatch.gazetteer import packed
from trucewatch.gazetteer.load import load_world
from trucewatch.gazetteer.packed import most_words, pack, unpack

ROW = "gn:1\tAdale\tsettlement\t10.5\t20.25\t3\tSD\tSD-X SD\t1200\tc\tAdali|Adala"


def test_a_row_comes_back_as_an_entry() -> None:
    entry = unpack(pack([ROW], {"adale": [0]})).lookup("adale")[0]
    assert (entry.id, entry.name, entry.level, entry.lat, entry.lon) == ("gn:1", "Adale", "settlement", 10.5, 20.25)
    assert (entry.radius_km, entry.country, entry.within, entry.population) == (3.0, "SD", ("SD-X", "SD"), 1200)
    assert entry.names == ("Adale", "Adali", "Adala")
    assert entry.kind == "world"
    assert entry.basis == packed.BASES["c"]


def test_unknown_cells_stay_unknown() -> None:
    entry = unpack(pack(["gn:2\tB\tsettlement\t1\t2\t3\t\t\t\tc\t"], {"b": [0]})).lookup("b")[0]
    assert (entry.country, entry.within, entry.population, entry.names) == (None, (), None, ("B",))


def test_packing_twice_gives_the_same_bytes() -> None:
    assert pack([ROW], {"b": [0], "a": [0]}) == pack([ROW], {"a": [0], "b": [0]})


@given(st.lists(st.lists(st.sampled_from("abcd"), min_size=1, max_size=4).map(" ".join), min_size=1))
def test_no_key_has_more_words_than_its_first_word_promises(keys: list[str]) -> None:
    longest = most_words(keys)
    assert all(longest[key.split()[0]] >= len(key.split()) for key in keys)
    assert all(any(len(k.split()) == most and k.split()[0] == first for k in keys) for first, most in longest.items())


def test_the_world_loads_in_a_moment() -> None:
    raw = load_world.__wrapped__
    took = []
    for _ in range(3):
        start = time.process_time()
        raw()
        took.append(time.process_time() - start)
    assert min(took) < 0.3


def test_every_row_of_the_world_can_be_read_and_is_on_earth() -> None:
    world = load_world()
    for number in range(0, len(world.rows), 7):
        entry = packed._entry.__wrapped__(world.rows[number])
        assert -90 <= entry.lat <= 90
        assert -180 <= entry.lon <= 180
        assert entry.radius_km > 0
        assert entry.basis


def test_ids_are_found_and_strangers_are_not() -> None:
    world = load_world()
    syria = world.by_id("SY")
    assert syria is not None
    assert syria.level == "country"
    assert world.by_id("no such id") is None
    assert world.lookup("nowhereton") == ()
