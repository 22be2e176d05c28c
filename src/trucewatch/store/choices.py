"""store: what incidents can be asked by: the places, parties, types and labels that stand, with how many each has."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

Counted = tuple[tuple[str, int], ...]
MOST = 80


@dataclass(frozen=True, slots=True)
class Choices:
    """Values with the number of standing incidents that have them, the most frequent first."""

    types: Counted
    places: Counted
    parties: Counted
    kinds: Counted
    labels: Counted


def ordered(counted: Iterable[tuple[str, int]], most: int) -> Counted:
    """The most frequent first, at most so many."""
    return tuple(sorted(counted, key=lambda pair: (-pair[1], pair[0]))[:most])
