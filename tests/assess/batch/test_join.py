"""Which of many incidents may touch which provision."""

from __future__ import annotations

import numpy as np
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st

from bench.assess.made_up import conditions, incidents
from trucewatch.assess.batch.join import Condition, Sorted, arranged, touching


def plainly(rows: Sorted, condition: Condition) -> list[int]:
    """The same by asking every row every question."""
    found = []
    for at in range(len(rows.order)):
        apart = shapely.distance(condition.shape, shapely.Point(rows.x[at], rows.y[at]))
        if (
            rows.act[at] in condition.acts
            and condition.bearers[rows.actor[at]]
            and rows.start[at] <= condition.end
            and rows.end[at] > condition.start
            and apart <= rows.radius[at] + condition.tolerance
        ):
            found.append(int(rows.order[at]))
    return sorted(found)


@settings(max_examples=15, deadline=None)
@given(st.integers(0, 10**6), st.integers(1, 400))
def test_the_join_finds_what_asking_every_row_finds(seed: int, number: int) -> None:
    rows = arranged(*incidents(number, seed))
    wanted = conditions(5, seed)
    assert [list(found) for found in touching(rows, wanted)] == [plainly(rows, one) for one in wanted]


def test_no_incidents_touch_nothing() -> None:
    rows = arranged(*incidents(0, 1))
    assert all(found.shape == (0,) for found in touching(rows, conditions(3, 1)))


def test_some_are_found_at_all() -> None:
    rows = arranged(*incidents(20_000, 7))
    assert sum(len(found) for found in touching(rows, conditions(20, 7))) > 100
    assert np.all(np.diff(rows.act) >= 0)
