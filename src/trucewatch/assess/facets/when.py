"""assess: the facet time: was it while the provision was in force?"""

from __future__ import annotations

from datetime import datetime, tzinfo

from trucewatch.assess.case import Case
from trucewatch.assess.facets.anchored import anchor
from trucewatch.assess.facets.facet import Read, joined
from trucewatch.assess.facets.times import EVER, NEVER, Bounds, Span, bounds, inside, share, spans
from trucewatch.assess.text.quantity import say
from trucewatch.model import Facet, Time, Window

_WORDS = {"T": "within", "F": "outside of", "N": "perhaps within"}


def in_window(time: Time | None, window: Window | None, case: Case) -> Read:
    """The facet time of an incident against a window, with each reading of the window's anchors."""
    if window is None or (window.from_ is None and window.to is None and window.by is None):
        return Read(Facet("T", "the provision names no time"))
    if time is None or (time.start is None and time.end is None):
        return Read(Facet("N", "no account tells when"))
    readings = {
        bound.name: _one(time, bound, case) for bound in bounds(window, lambda name: anchor(case, name), case.local)
    }
    facets = list(readings.values())
    value = joined([facet.value for facet in facets])
    shares = [facet.p for facet in facets if facet.p is not None]
    spread = (min(low for low, _ in shares), max(high for _, high in shares)) if shares else None
    why = facets[0].why
    if len(facets) > 1:
        same = len({facet.value for facet in facets}) == 1
        said = "; ".join(f"by {name}: {facet.why}" for name, facet in readings.items())
        why = f"{facets[0].why}, and so by every reading" if same else f"the readings differ ({said})"
    facet = Facet(value, why, spread)  # type: ignore[arg-type]
    return Read(facet, readings if len(readings) > 1 else {})


def undated(time: Time | None) -> bool:
    """Whether no account tells the day: there is no time, or only that of the report."""
    return time is None or (time.start is None and time.end is None) or time.basis == "published"


def _one(time: Time, bound: Bounds, case: Case) -> Facet:
    given = spans(time, bound.clock, case.local, case.profile)
    guess = (
        f"no day is told; within {case.profile.undated_within_days} days of the report it would be "
        if undated(time)
        else ""
    )
    values = [inside(span, bound) for span in given]
    value, after = joined(values), share(given[0], bound)
    if value == "N" and after is not None and case.profile.time_share < 1 and after[0] >= case.profile.time_share:
        return Facet(
            "T", f"{_told(given[0], bound)} is within {_window(bound)} for {after[0]:.4f} of its length", after
        )
    if value == "N" and len(set(values)) > 1:
        return Facet("N", f"the words allow more than one time, not all within {_window(bound)}", after)
    said = f"{guess}{_told(given[0], bound)}, {_WORDS[value]} {_window(bound)}"
    return Facet(value, said, after)  # type: ignore[arg-type]


def _told(span: Span, bound: Bounds) -> str:
    if span.start == NEVER:
        return f"some time before {say(span.end, bound.clock)}"
    if span.end == EVER:
        return f"some time from {say(span.start, bound.clock)} on"
    return f"{say(span.start, bound.clock)} to {say(span.end, bound.clock)}"


def _window(bound: Bounds) -> str:
    parts = []
    if bound.from_[0] != NEVER:
        parts.append(f"from {_edge(*bound.from_, bound.clock)}")
    if bound.to[1] != EVER:
        parts.append(f"until {_edge(*bound.to, bound.clock)}")
    return f"the time {' '.join(parts)}"


def _edge(low: datetime, high: datetime, zone: tzinfo) -> str:
    first, last = say(low, zone), say(high, zone)
    return first if first == last else f"{first}..{last}"
