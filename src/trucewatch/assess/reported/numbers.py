"""assess: the quantities that a provision states: widths and distances, days, and how much it asks for."""

from __future__ import annotations

import re
from dataclasses import dataclass

from trucewatch.assess.text.quantity import clock, instant
from trucewatch.model import Agreement, Anchor, Claim, Figure, Provision
from trucewatch.model.claim import Measure

LENGTHS: tuple[Measure, ...] = ("width_km", "distance_km")
NEAR = 0.02
"""Rounding: so far apart two lengths or counts may be and still be the same."""
_LENGTH = re.compile(r"(\d+(?:\.\d+)?) km")
_ALONE = re.compile(r"(?<![\w.,:/-])(\d+)(?![\w.,:/-]*\w)")


@dataclass(frozen=True, slots=True)
class Stated:
    """A quantity of the text as an interval; `sides` is 2 where it is told for each side of a line."""

    low: float
    high: float
    sides: int = 1

    @property
    def words(self) -> str:
        """The quantity for a sentence."""
        return f"{self.low:g}" if self.low == self.high else f"{self.low:g} to {self.high:g}"

    def fits(self, low: float | None, high: float | None) -> bool:
        """Whether what was told may be the same, for one side or for both together."""
        return any(
            (low is None or low <= self.high * n * (1 + NEAR)) and (high is None or high >= self.low * n * (1 - NEAR))
            for n in range(1, self.sides + 1)
        )


def stated(term: Provision, text: Agreement, measure: str) -> list[Stated]:
    """What a provision says of a measure; nothing where it is silent on it."""
    if measure in LENGTHS:
        return _lengths(term, text)
    if measure in ("days", "duration_h"):
        return _days(term, text, 24 if measure == "duration_h" else 1)
    amount = term.amount
    if amount is None:
        return []
    acts = text.acts[term.act].types if term.act is not None else ()
    counts = amount.measure == measure or (amount.measure is None and measure == "patrols" and "mon.patrol" in acts)
    return [Stated(amount.min, amount.min)] if counts and amount.min is not None else []


def _lengths(term: Provision, text: Agreement) -> list[Stated]:
    found: list[Stated] = []
    for name in (term.defines, term.where.of if term.where is not None else None):
        zone = text.zones.get(name or "")
        if zone is not None and zone.distance_km is not None:
            found.append(Stated(zone.distance_km, zone.distance_km, 2))
    if term.where is not None:
        found += [Stated(km, km) for km in (term.where.distance_km, *term.where.distances_km) if km is not None]
    told = [float(number) for words in term.readings for number in _LENGTH.findall(words)]
    return [*found, Stated(min(told), max(told))] if told else found


def _days(term: Provision, text: Agreement, per: int) -> list[Stated]:
    """From signature, from entry into force and from the provision's own beginning to its deadline."""
    window = term.when
    last = text.anchors.get((window.by or window.to or "") if window is not None else "")
    if window is None or last is None:
        return []
    names = dict.fromkeys(("signed", text.effective, window.from_))
    starts = [text.anchors[name] for name in names if name is not None and name in text.anchors]
    spans = {days for start in starts for days in _between(start, last, text)}
    if last.moving is not None and last.moving.plus is not None:
        spans |= {float(number) for number in re.findall(r"P(\d+)D", last.moving.plus)}
    return [Stated(days * per, days * per) for days in sorted(spans) if days > 0]


def _between(start: Anchor, end: Anchor, text: Agreement) -> set[float]:
    zone = clock(text.tz)
    firsts: list[str | None] = [low for low, _ in start.readings.values()]
    lasts: list[str | None] = [high for _, high in end.readings.values()]
    firsts, lasts = firsts or [start.earliest], lasts or [end.latest]
    found = set()
    for first in firsts:
        for last in lasts:
            if first is not None and last is not None:
                days = instant(last, zone).astimezone(zone).date() - instant(first, zone).astimezone(zone).date()
                found.add(float(days.days))
    return found


def figures(claim: Claim) -> list[Figure]:
    """The figures of a claim that give a number."""
    return [figure for figure in claim.figures if figure.low is not None or figure.high is not None]


def bare(claim: Claim) -> list[str]:
    """Numbers in the words of a claim that no figure, time or place of it was read from."""
    if not claim.spans:
        return []
    start = claim.spans[0][0]
    taken = [thing.span for thing in (claim.time, claim.place, *claim.figures) if thing is not None and thing.span]
    return [
        match[1]
        for match in _ALONE.finditer(claim.quote)
        if not any(first <= start + match.start() < last for first, last in taken)
    ]
