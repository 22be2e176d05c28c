"""publish: what every chart is made of: a title, a drawing, a table that says the same, and how it is to be read."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from markupsafe import Markup, escape

from trucewatch.model import Agreement
from trucewatch.publish.format import Text
from trucewatch.publish.instants import earliest_day
from trucewatch.publish.page import Page
from trucewatch.publish.views.clocks import entry_day

STEPS = (1, 7, 30, 91, 365)
LONGEST_STEP = 3650
MOST_BARS = 92
"""Stretches that are drawn apart; a longer time is drawn by weeks, then by months."""


@dataclass(frozen=True, slots=True)
class Chart:
    """A drawing with its title and table; the first cell of a row names it."""

    title: Text
    svg: Markup
    heads: tuple[Text, ...]
    rows: tuple[tuple[Text, ...], ...]
    notes: tuple[Text, ...] = ()
    words: tuple[int, ...] = ()
    """Columns that hold words and not numbers, from 0."""

    @property
    def body(self) -> Markup:
        """The rows of the table. A template takes several times as long over hundreds of cells that are all alike."""
        numbers = [at not in self.words for at in range(len(self.heads))]
        return Markup("\n".join(_row(row, numbers) for row in self.rows))


def _row(cells: tuple[Text, ...], numbers: list[bool]) -> str:
    rest = zip(cells[1:], numbers[1:], strict=True)
    told = "".join([f'<td class="n">{escape(cell)}</td>' if n else f"<td>{escape(cell)}</td>" for cell, n in rest])
    return f'<tr><th scope="row">{escape(cells[0])}</th>{told}</tr>'


@dataclass(frozen=True, slots=True)
class Axis:
    """Days `first` to `last`, both drawn, in stretches of `step` days."""

    first: date
    last: date
    step: int = 1

    @property
    def count(self) -> int:
        """How many stretches are drawn."""
        return self.at(self.last) + 1

    def at(self, day: date) -> int:
        """The stretch in which a day lies."""
        return (day - self.first).days // self.step

    def days(self, number: int) -> tuple[date, date]:
        """The first and the last day of a stretch; the last stretch ends where the axis does."""
        start = self.first + timedelta(days=number * self.step)
        return start, max(start, min(self.last, start + timedelta(days=self.step - 1)))


def axis(first: date, last: date) -> Axis:
    """An axis on which no more than `MOST_BARS` stretches stand."""
    step = next((step for step in STEPS if (last - first).days // step < MOST_BARS), LONGEST_STEP)
    return Axis(first, last, step)


def force_day(agreement: Agreement | None) -> date | None:
    """The day of entry into force, else that of signature."""
    return (entry_day(agreement) or earliest_day(agreement.signed)) if agreement is not None else None


def first_agreement(page: Page) -> Agreement | None:
    """The agreement that a page is about first."""
    return next(iter(page.ix.ordered_agreements()), None)
