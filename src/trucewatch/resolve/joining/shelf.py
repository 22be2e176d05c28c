"""resolve: what has to be known of standing claims, so that others can join them. A store keeps it."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Protocol

from trucewatch.resolve.cluster import Edge
from trucewatch.resolve.quiet import Quiet
from trucewatch.resolve.weekly import Weekly


@dataclass(frozen=True, slots=True)
class Placed:
    """A claim on the shelf: when it begins, the day and village of its act, and the blocks it lies in, as numbers."""

    claim: str
    report: str
    start: float
    day: int | None
    village: str | None
    root: str
    keys: frozenset[int]


@dataclass(frozen=True, slots=True)
class Named:
    """A report on the shelf: its names, their main script, and its fortnight."""

    report: str
    names: frozenset[str]
    script: int
    fortnight: int | None


class Shelf(Protocol):
    """Questions about what stands, each answered without looking at everything."""

    def placed(self, claims: Iterable[str]) -> dict[str, Placed]:
        """The claims of these ids that are on the shelf."""

    def of_reports(self, reports: Iterable[str]) -> set[str]:
        """The ids of the claims of some reports."""

    def on_days(self, days: Iterable[int]) -> set[str]:
        """The ids of the claims whose act is of one of these days."""

    def in_villages(self, villages: Iterable[str]) -> set[str]:
        """The ids of the claims whose act is of one of these villages."""

    def days_of(self, village: str) -> list[tuple[str, int]]:
        """The claims of acts of a village that tell a day, each with the day."""

    def crowd(self, key: int, most: int) -> list[str]:
        """The members of a block in their order, up to so many."""

    def beside(self, key: int, start: float, claim: str, reach: int) -> list[str]:
        """The members of a block within reach of a place in its order, on both sides."""

    def put(self, gone: Collection[Placed], come: Collection[Placed]) -> None:
        """Take claims from the shelf, and put others on it."""

    def named(self, reports: Iterable[str]) -> dict[str, Named]:
        """The reports of these ids that are on the shelf."""

    def rename(self, gone: Collection[Named], come: Collection[Named]) -> None:
        """Take reports from the shelf, and put others on it."""

    def counts(self, names: Iterable[str]) -> dict[str, int]:
        """How many reports hold each name; 0 is left out."""

    def holders(self, name: str, fortnights: Collection[int] | None, most: int) -> list[str]:
        """The reports that hold a name, in all or of some fortnights, up to so many."""

    def edges(self, claims: Collection[str]) -> list[Edge]:
        """All edges of some claims."""

    def replace_edges(self, claims: Collection[str], found: Iterable[Edge]) -> None:
        """Make `found` all edges of some claims."""

    def quiet(self) -> Quiet:
        """Which days and villages are quiet, and which reports are digests."""

    def hush(self, quiet: Quiet) -> None:
        """Make this what is quiet."""

    def weekly(self) -> Weekly:
        """Which days are told of by days of the week."""

    def fix(self, weekly: Weekly) -> None:
        """Make this what is told of by days of the week."""

    def homes(self, claims: Iterable[str]) -> dict[str, str]:
        """The standing incident of each claim that has one."""

    def members(self, incidents: Iterable[str]) -> dict[str, tuple[str, ...]]:
        """The claims of standing incidents."""
