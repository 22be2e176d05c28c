"""assess: the instants at which a term may stand otherwise although nothing is told: beginnings, deadlines, ends."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from trucewatch.assess.case import Case
from trucewatch.assess.duties.series import periods
from trucewatch.assess.evidence import Evidence
from trucewatch.assess.facets.anchored import anchor, window
from trucewatch.assess.profile import Profile, load_profile
from trucewatch.assess.text.quantity import duration, instant, iso
from trucewatch.model import Agreement, Provision


@dataclass(frozen=True, slots=True, order=True)
class Timer:
    """When a term may turn: the last instant (ISO 8601, UTC) at which it stands as before, and what comes then."""

    at: str
    provision: str
    what: str
    """`from`, `by`, `to`, or `period` for the end of one that repeats."""


def timers(
    agreement: Agreement,
    after: str,
    until: str,
    *,
    known: str | None = None,
    evidence: Sequence[Evidence] = (),
    profile: Profile | None = None,
) -> list[Timer]:
    """Every timer between two instants, in order: between two of them no label changes unless something is told.

    `known` is the instant by which changes to the text count (by default the first of the two).
    """
    case = Case(agreement, profile or load_profile(), after, known or after, evidence=evidence)
    low, high = instant(after, case.local), instant(until, case.local)
    found = {
        Timer(iso(at), provision.id, what)
        for provision in agreement.provisions
        for at, what in _of(provision, case, high)
        if low <= at < high
    }
    return sorted(found)


def _of(provision: Provision, case: Case, high: datetime) -> Iterator[tuple[datetime, str]]:
    span = window(case, provision)
    if span is None:
        return
    for what, name in (("from", span.from_), ("by", span.by), ("to", span.to)):
        if name is not None:
            yield from ((at, what) for at in _edges(case, name))
    if provision.amount is not None and provision.amount.per is not None and span.from_ is not None:
        for at in _edges(case, span.from_):
            made = periods(at, high, duration(provision.amount.per), case)
            yield from ((edge, "period") for period in made for edge in period)


def _edges(case: Case, name: str) -> list[datetime]:
    """The first and last instant of an anchor, and those of its readings, as far as they are known."""
    found = anchor(case, name)
    pairs = [(found.earliest, found.latest), *found.readings.values()]
    return [instant(text, case.local) for pair in pairs for text in pair if text is not None]
