"""resolve: do two figures count the same people?"""

from __future__ import annotations

import pytest

from tests.factories import a_figure
from trucewatch.model.claim import Measure
from trucewatch.resolve.population import comparable


@pytest.mark.parametrize(
    ("measure", "one", "other", "expected"),
    [
        ("killed", "TUR.army", "TUR", True),
        ("killed", "TUR.army", "SYR.army", False),
        ("killed", "TUR.army", "soldiers", True),
        ("killed", "soldiers", "fighters", True),
        ("killed", "TUR.army", "civilians", False),
        ("killed", "civilians", "civilians of SYR", True),
        ("killed", "civilians", "children", False),
        ("killed", "persons", "TUR.army", True),
        ("killed", None, "civilians", True),
        ("displaced", "civilians", "refugees", True),
        ("refugees", "refugees of SYR", "nationals of SYR", True),
        ("refugees", "refugees of SYR", "refugees", False),
        ("duration_h", None, "persons", True),
    ],
)
def test_populations_are_compared_by_word_and_by_whose(
    measure: Measure, one: str | None, other: str | None, expected: bool
) -> None:
    left, right = a_figure(1, measure, one), a_figure(1, measure, other)
    assert comparable(left, right) is expected
    assert comparable(right, left) is expected
