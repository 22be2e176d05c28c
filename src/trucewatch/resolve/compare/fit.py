"""resolve: how well one thing about two claims agrees."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple


class Fit(NamedTuple):
    """From 0 (cannot be about one thing) over 0.5 (nothing to tell) to 1, with the reason as words of a sentence."""

    score: float
    why: str


NOTHING = Fit(0.5, "")
"""One of the two says nothing of it."""
Fits = Mapping[str, Fit]
"""What each comparison said, by its name."""
