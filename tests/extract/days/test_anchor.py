"""The day from which the times of a report are counted."""

from __future__ import annotations

import pytest

from tests.extract.reading import a_text
from trucewatch.extract.days.anchor import anchor_of


@pytest.mark.parametrize(
    ("published", "day"),
    [
        ("2020-03-05", "2020-03-05"),
        ("2020-03-05T21:15:00+03:00", "2020-03-05"),
        ("2020-02-21/2020-02-23", "2020-02-22"),
        ("2020-03", None),
        ("2020-02-01/2020-03-01", None),
        ("soon", None),
        (None, None),
    ],
)
def test_relative_dates_are_counted_from_the_day_of_publication(published: str | None, day: str | None) -> None:
    anchor = anchor_of(a_text("The army left on Friday.", published=published))
    assert (anchor.isoformat() if anchor else None) == day
