"""The kept forms of the world's index and of the overlays."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trucewatch.gazetteer.entry import Entry
from trucewatch.gazetteer.index import layer_of
from trucewatch.gazetteer.kept import layer_from, layer_plain, world_of, world_parts
from trucewatch.gazetteer.packed import Packed, pack, unpack

KEYS = st.lists(st.sampled_from(["a", "b", "د", "ж"]), min_size=1, max_size=4).map(" ".join)


def _kept(world: Packed) -> Packed:
    return world_of({name: memoryview(part) for name, part in world_parts(world).items()})


@given(st.dictionaries(KEYS, st.lists(st.integers(0, 9), min_size=1, max_size=3), min_size=1), KEYS)
def test_the_kept_world_answers_as_the_packed_one_does(refs: dict[str, list[int]], asked: str) -> None:
    rows = [f"gn:{n}\tName {n}\tsettlement\t1\t2\t3\tSD\tSD\t\tc\t" for n in range(10)]
    world = unpack(pack(rows, refs))
    kept = _kept(world)
    assert list(kept.rows) == world.rows
    assert dict(kept.refs) == world.refs
    assert dict(kept.longest) == world.longest
    assert kept.lookup(asked) == world.lookup(asked)
    assert kept.refs.get(asked) == world.refs.get(asked)


def test_strangers_are_not_found_even_where_they_cannot_be_written() -> None:
    kept = _kept(unpack(pack(["gn:1\tA\tsettlement\t1\t2\t3\t\t\t\tc\t"], {"a": [0]})))
    assert kept.lookup("b") == ()
    assert kept.lookup("\ud800") == ()
    assert "a" in kept.refs
    with pytest.raises(IndexError):
        kept.rows[1]
    assert kept.rows[-1] == kept.rows[0]


def test_a_layer_comes_back_from_plain_data() -> None:
    entry = Entry("sy.x", "X", "settlement", 1.5, 2.5, 3.0, "SY", ("SY",), None, "ours", "overlay", ("X", "Y"))
    layer = layer_of([(entry, ["x", "y"])])
    assert layer_from(layer_plain(layer)) == layer


def test_all_keys_come_with_their_values_in_the_order_in_which_they_are_kept() -> None:
    rows = ["gn:1\tA\tsettlement\t1\t2\t3\tSD\tSD\t\tc\t"]
    world = unpack(pack(rows, {"idlib": [0], "حلب": [0], "saint denis": [0]}))
    kept = _kept(world)
    assert list(kept.refs.items()) == [(key, kept.refs[key]) for key in kept.refs]
    assert list(kept.longest.items()) == [(key, kept.longest[key]) for key in kept.longest]
    assert dict(kept.refs.items()) == dict(world.refs)
    assert ("idlib", "0") in kept.refs.items()
    assert [keys for _, keys in kept.of_country("SD")] == [keys for _, keys in world.of_country("SD")]
