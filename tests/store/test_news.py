"""What is new since a change: what was not there, and what was there in another form."""

from __future__ import annotations

from collections.abc import Callable

from tests.store.conftest import DENIED, SHELLING, STRIKE
from trucewatch.store import Store, add, held
from trucewatch.store.news import day_before, news


def test_new_and_changed_are_told_apart(store: Store, write: Callable[..., str]) -> None:
    first = add(store, [write("first", strike=STRIKE)])
    add(store, [write("second", denied=DENIED, shelling=SHELLING)])
    kept = held(store)
    since = news(kept, first.n)
    before = {one.id for one in held(store, first.n).incidents()}
    now = kept.incidents()
    assert since.reports == 2
    assert since.incidents == sum(one.id not in before for one in now) > 0
    assert {one.id for one in since.latest} <= {one.id for one in now if one.kind == "event"} - before
    assert news(kept, 0).incidents == len(now)
    assert news(kept, 0).changed == 0


def test_nothing_is_new_since_the_last_change(store: Store, write: Callable[..., str]) -> None:
    last = add(store, [write("first", strike=STRIKE)])
    told = news(held(store), last.n)
    assert (told.reports, told.incidents, told.changed, told.latest) == (0, 0, 0, ())


def test_the_day_before_ends_with_its_last_change(store: Store, write: Callable[..., str]) -> None:
    for n in range(20):
        add(store, [write(f"day{n}", one=f"{SHELLING} {n}")])
    entries = store.entries()
    since = day_before(entries)
    assert entries[since].at[:10] == entries[-1].at[:10] > entries[since - 1].at[:10]
