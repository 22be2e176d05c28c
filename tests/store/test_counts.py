"""Events per day, counted in the store as they stand in its record."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

from tests.store.conftest import ARABIC, DENIED, SHELLING, STRIKE
from trucewatch.store import Store, Where, add, held
from trucewatch.store.overview import Overviews

EVENTS = {"one": STRIKE, "two": DENIED, "three": SHELLING, "four": ARABIC}


def test_days_and_keys_are_those_of_the_incidents(store: Store, write: Callable[..., str]) -> None:
    add(store, [write("in", **EVENTS)])
    kept = held(store)
    events = [one for one in kept.incidents() if one.kind == "event"]
    dated = [one for one in events if one.time is not None and one.time.start is not None]
    assert dated
    days = Counter(str(one.time.start)[:10] for one in dated if one.time)
    there = Overviews().of(kept)
    told = there.per_day(Where(), "root")
    assert told.all == dict(days)
    assert told.undated == len(events) - len(dated)
    roots = Counter((str(one.time.start)[:10], root) for one in dated if one.time for root in one.roots)
    assert told.keyed == dict(roots)
    assert there.per_day(Where(), "place").keyed == dict(
        Counter(
            (str(one.time.start)[:10], "SY-ID")
            for one in dated
            if one.time and one.place and "SY-ID" in one.place.within
        )
    )


def test_a_question_bounds_what_is_counted(store: Store, write: Callable[..., str]) -> None:
    add(store, [write("in", **EVENTS)])
    kept = held(store)
    there = Overviews().of(kept)
    whole, shelling = there.per_day(Where(), "type"), there.per_day(Where(type="kin.shelling"), "type")
    assert 0 < sum(shelling.all.values()) < sum(whole.all.values())
    assert {family for _, family in whole.keyed} >= {"kin"}
