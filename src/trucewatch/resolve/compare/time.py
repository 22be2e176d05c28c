"""resolve: do two claims speak of the same time?"""

from __future__ import annotations

from trucewatch.resolve.clock import DAY, FOREVER, Hours, clocks_apart, gap, nearest, weekday, width
from trucewatch.resolve.compare.fit import NOTHING, Fit
from trucewatch.resolve.kind import REAL
from trucewatch.resolve.subject import Subject

SLACK = {"act": 3 * DAY, "halt": 3 * DAY, "talk": 3 * DAY, "term": 30 * DAY, "state": 400 * DAY, "stock": 60 * DAY}
"""Hours apart within which loosely dated claims may still be about one thing; where none is named, none."""

ON_A_WEEKDAY = 0.6
"""What a day of the week tells that two accounts share of which one has no date."""
ONE_DAY = 1.5 * DAY
SUPPOSED = 0.7
"""The most that a time can tell which no account states for the act."""
AS_NEWS = 0.65
"""What the day of a report tells of a meeting that another account dates shortly before."""
FRESH, RECALLED, FORGOTTEN = 1.5 * DAY, 30 * DAY, 45 * DAY
"""Hours after an act within which reports tell of it as news, recall it, and still tell of it without a date."""

SOON = 5 * DAY
"""Hours after an announcement within which a meeting of the same participants is the one announced."""

HOURS = 6.0
"""Hours up to which a time is an hour of the day and not a day."""
NEXT_HOUR, UNKNOWN_CLOCKS, OTHER_CLOCKS = 1.0, 3.0, 12.0
"""Hours apart within which accounts round one hour, may go by two clocks of one theatre, are asked for their clocks."""


def time_fit(left: Subject, right: Subject) -> Fit:
    """How well two times agree."""
    if left.span is None or right.span is None:
        return _by_weekday(left, right)
    if left.lane in ("act", "halt") and (_only_reported(left) or _only_reported(right)):
        return _reported(left, right)
    if left.lane == "meeting" and (_foretold(left) or _foretold(right)):
        soon = _soon_after(left, right) or _soon_after(right, left)
        return Fit(AS_NEWS, "foretold within the days before") if soon else NOTHING
    if left.lane == "meeting" and (_told_as_news(left, right) or _told_as_news(right, left)):
        return Fit(AS_NEWS, "told within two days")
    apart = gap(left.span, right.span)
    if apart >= 0 and _else_read(left, right):
        return Fit(SUPPOSED, "one time by another reading of its words")
    if apart >= 0:
        return _parted(left, right, apart)
    shared = _meeting(width(left.span), width(right.span))
    if shared.score > SUPPOSED and _supposed(left, right):
        return Fit(SUPPOSED, f"{shared.why}, by the day of a report")
    return shared


def _by_weekday(left: Subject, right: Subject) -> Fit:
    """Times of which one is only known by the day of the week that its report names."""
    one, other = (of_the_week(subject) for subject in (left, right))
    if not one or not other or left.lane not in ("act", "halt"):
        return NOTHING
    if one & other:
        return Fit(ON_A_WEEKDAY, "on one day of the week")
    return Fit(0.3, "on other days of the week")


def of_the_week(subject: Subject) -> frozenset[int]:
    """The days of the week on which an act may lie; none where it may lie on any.

    News without a day of its own is of the day of its report or of the day before.
    """
    if subject.span is None:
        return subject.weekdays
    start, end = subject.span
    if _only_reported(subject):
        return frozenset({weekday(end - 1), weekday(end - 1 - DAY)})
    return frozenset({weekday(start)}) if width(subject.span) <= ONE_DAY else frozenset()


def _foretold(subject: Subject) -> bool:
    """Whether a time is that of the announcement and not of what it announces, whose day the report may tell."""
    time = subject.claim.time
    announced = time is not None and time.basis == "inherited" and time.end is None
    return announced and subject.claim.modality not in REAL


def _soon_after(subject: Subject, other: Subject) -> bool:
    """Whether a meeting is dated within days after it was said of another, without a day, that it was to come."""
    time = subject.claim.time
    if not _foretold(subject) or time is None or time.start is None or _foretold(other):
        return False
    said, held = subject.span or FOREVER, other.span or FOREVER
    return width(held) <= 1.5 * DAY and 0 <= held[0] - said[0] < SOON


def _else_read(left: Subject, right: Subject) -> bool:
    """Whether two times that do not meet do so by another reading of the words."""
    read = nearest(left.claim.time, right.claim.time)
    return read is not None and read != (left.span, right.span) and gap(*read) < NEXT_HOUR


def _told_as_news(subject: Subject, other: Subject) -> bool:
    """Whether a meeting dated only by its report was held within the two days before, as another account dates it."""
    time = subject.claim.time
    if time is None or time.basis != "published" or subject.claim.modality not in REAL:
        return False
    if subject.claim.report == other.claim.report:
        return False
    told, held = subject.span or FOREVER, other.span or FOREVER
    return held[0] < told[1] and 0 <= told[0] - held[1] < DAY


def _only_reported(subject: Subject) -> bool:
    """Whether all that is known of a time is that the report came after it."""
    time = subject.claim.time
    return time is not None and time.start is None and time.basis == "published"


def _reported(left: Subject, right: Subject) -> Fit:
    """Times of which one is only known to lie before its report: news is fresh, and undated things are not old."""
    one, other = _told(left), _told(right)
    apart = gap(one, other)
    if apart < FRESH:
        return Fit(SUPPOSED, "told within a day")
    if apart < RECALLED:
        return Fit(0.5, f"told {apart / DAY:.0f} days apart")
    undated = _only_reported(left) and _only_reported(right)
    return Fit(0.0 if undated and apart > FORGOTTEN else 0.4, f"told {apart / DAY:.0f} days apart")


def _told(subject: Subject) -> Hours:
    """When a thing was told of: its own time, or the last day before its report."""
    start, end = subject.span or FOREVER
    return (end - DAY, end) if _only_reported(subject) else (start, end)


def _parted(left: Subject, right: Subject, apart: float) -> Fit:
    """Times that do not meet."""
    if left.lane == "term" and apart < DAY:
        return Fit(0.65, "within a day")
    if apart < OTHER_CLOCKS and max(width(left.span or FOREVER), width(right.span or FOREVER)) <= HOURS:
        return _by_the_clock(left, right, apart)
    loose = _loose(left) or _loose(right)
    days = f"{apart / DAY:.0f} days apart" if apart >= DAY else "on neighbouring days"
    if apart >= SLACK.get(left.lane, DAY if loose else 0.0):
        return Fit(0.0, days)
    if loose:
        return Fit(0.3, f"{days}, loosely dated")
    if apart < DAY:
        return Fit(0.2, days)
    return Fit(0.0, days) if left.lane in ("act", "halt", "talk") else Fit(0.3, days)


def _by_the_clock(left: Subject, right: Subject, apart: float) -> Fit:
    """Two hours of the day: their clocks are laid side by side where both are known, else they may be the same hour."""
    differ = clocks_apart(left.claim.time, right.claim.time)
    if differ is not None and left.span is not None and right.span is not None:
        apart = max(0.0, gap((left.span[0] - differ, left.span[1] - differ), right.span))
    if apart < NEXT_HOUR:
        return Fit(0.9, "same hour")
    if differ is None and apart <= UNKNOWN_CLOCKS:
        return Fit(SUPPOSED, f"{apart:.0f} hours apart, perhaps by another clock")
    return Fit(0.4 if apart <= UNKNOWN_CLOCKS else 0.2, f"{apart:.0f} hours apart")


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
