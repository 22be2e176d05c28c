"""Days of posts and of courts, which are not those of the acts told beside them."""

from __future__ import annotations

import pytest

from tests.extract.reading import told


def _shooting(text: str) -> str | None:
    """The first day of the first shooting told in a text."""
    found = next(c for c in told(text, published="2020-03-05") if c.type == "kin.small_arms")
    return found.time.start if found.time is not None else None


@pytest.mark.parametrize(
    "text",
    [
        "Gunmen shot two men near the market. (Published Tuesday, March 3, 2020)",
        "Gunmen shot two men near the market. Posted: March 3, 2020.",
        "Gunmen shot two men near the market. A suspect appeared in court on Tuesday.",
        "Gunmen shot two men near the market. The funeral was held on Tuesday.",
    ],
)
def test_a_day_of_a_post_a_court_or_a_funeral_dates_no_act(text: str) -> None:
    assert _shooting(text) is None


def test_a_day_of_what_goes_with_the_act_dates_it() -> None:
    text = "Gunmen shot two men near the market. Ambulances reached the place on Tuesday."
    assert _shooting(text) == "2020-03-03"
