"""resolve: do two claims speak of the same time?"""

from __future__ import annotations

from trucewatch.resolve.clock import DAY, gap, width
from trucewatch.resolve.compare.fit import NOTHING, Fit
from trucewatch.resolve.subject import Subject

SLACK = {"act": 3 * DAY, "halt": 3 * DAY, "talk": 3 * DAY, "term": 30 * DAY, "state": 400 * DAY, "stock": 60 * DAY}
"""Hours apart within which loosely dated claims may still be about one thing; where none is named, none."""

SUPPOSED = 0.7
"""The most that a time can tell which no account states for the act."""


def time_fit(left: Subject, right: Subject) -> Fit:
    """How well two times agree."""
    if left.span is None or right.span is None:
        return NOTHING
    apart = gap(left.span, right.span)
    if apart < 0:
        told = _meeting(width(left.span), width(right.span))
        return (
            Fit(SUPPOSED, f"{told.why}, by the day of a report")
            if told.score > SUPPOSED and _supposed(left, right)
            else told
        )
    if left.lane == "term" and apart < DAY:
        return Fit(0.65, "within a day")
    days = f"{apart / DAY:.0f} days apart" if apart >= DAY else "on neighbouring days"
    if apart >= SLACK.get(left.lane, DAY if _loose(left) or _loose(right) else 0.001):
        return Fit(0.0, days)
    if _loose(left) or _loose(right):
        return Fit(0.3, f"{days}, loosely dated")
    if apart < DAY:
        return Fit(0.2, days)
    return Fit(0.0, days) if left.lane in ("act", "halt", "talk") else Fit(0.3, days)


def _meeting(left: float, right: float) -> Fit:
    narrow, wide = min(left, right), max(left, right)
    if wide <= 1.5 * DAY:
        return Fit(1.0, "same day")
    if wide <= 8 * DAY:
        return Fit(0.75, "within the same week")
    if narrow == float("inf"):
        return Fit(0.5, "both undated")
    return Fit(0.6 if wide < float("inf") else 0.55, "times that meet")


def _supposed(left: Subject, right: Subject) -> bool:
    """Whether one of the times is only that of the report."""
    return any(s.claim.time is not None and s.claim.time.basis == "published" for s in (left, right))


def _loose(subject: Subject) -> bool:
    """Whether a time is wider than a day, or only the day of the report."""
    time = subject.claim.time
    return time is not None and (
        time.basis != "stated" or (subject.span is not None and width(subject.span) > 1.5 * DAY)
    )
