"""assess: quantities that reports tell, by counter: never summed over counters, never averaged."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from trucewatch.assess.case import Case
from trucewatch.assess.evidence import Evidence
from trucewatch.assess.facets import place
from trucewatch.assess.facets.times import EVER, NEVER, Span, spans
from trucewatch.languages.fold import match_key
from trucewatch.model import Act, Claim, Figure, Provision, Time
from trucewatch.model.agreement import Amount


@dataclass(frozen=True, slots=True)
class Counted:
    """One figure that somebody counted: an interval of numbers over a span of time."""

    counter: str
    low: float
    high: float
    span: Span
    claim: str
    population: str | None = None

    def within(self, start: datetime, end: datetime) -> bool:
        """Whether all of it was counted between two instants."""
        return self.span.start >= start and self.span.end <= end


def in_words(low: float, high: float) -> str:
    """An interval of numbers for a sentence."""
    if high == math.inf:
        return f"{low:g} or more"
    return f"{low:g}" if low == high else f"{low:g} to {high:g}"


def counted(provision: Provision, act: Act, measure: str, case: Case) -> list[Counted]:
    """Every dated figure of a measure that tells of the act and is not certainly elsewhere."""
    found = []
    for item in case.of_types(act.types, any_claim=True):
        if place.in_reach(item.incident.place, provision.where, case, item.incident.time).facet.value == "F":
            continue
        found += [one for claim in item.asserting for one in _figures(claim, item, measure, provision.amount, case)]
    return sorted(set(found), key=lambda one: (one.span.start, one.counter, one.low, one.claim))


def _figures(claim: Claim, item: Evidence, measure: str, amount: Amount | None, case: Case) -> Iterator[Counted]:
    for figure in claim.figures:
        span = _span(figure, claim, case)
        if figure.measure == measure and span is not None and _asked_for(figure, amount):
            low, high = figure.low or 0.0, math.inf if figure.high is None else figure.high
            yield Counted(figure.counted_by or item.root(claim), low, high, span, claim.id, figure.population)


def _asked_for(figure: Figure, amount: Amount | None) -> bool:
    if amount is None or amount.of is None:
        return True
    return figure.population is not None and match_key(amount.of) in match_key(figure.population)


def _span(figure: Figure, claim: Claim, case: Case) -> Span | None:
    time = claim.time
    if figure.period is not None:
        time = Time(figure.period[0], figure.period[1])
    if time is None:
        return None
    span = spans(time, case.local, case.local, case.profile)[0]
    return None if span.start == NEVER or span.end == EVER else span
