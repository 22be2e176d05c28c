"""resolve: the ledger's rows about time."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from trucewatch.model import Disagreement
from trucewatch.resolve.clock import DAY, Hours, gap, nearest, width
from trucewatch.resolve.compare.time import HOURS, SUPPOSED, UNKNOWN_CLOCKS, time_fit
from trucewatch.resolve.ledger.row import Verdict, row, sides
from trucewatch.resolve.subject import Subject

WHOLE_DAY = 20.0
"""Hours from which on a time is a day and no part of one."""


def time_rows(members: Sequence[Subject]) -> Iterator[Disagreement]:
    """Stated times of one happening of which some do not meet."""
    dated = [s for s in members if s.claim.time is not None and s.claim.time.basis == "stated" and _has_one_time(s)]
    accounts = sides(dated, lambda s: s.span)
    if len(accounts) < 2:
        return
    moments: dict[str, list[Hours]] = defaultdict(list)
    for subject in dated:
        if subject.span is not None:
            moments[subject.claim.report].append(subject.span)

    def judge(one: Subject, other: Subject) -> Verdict | None:
        verdict = _judge(one, other)
        if verdict is None or verdict.kind != "disagree" or not _tells_both(moments, one, other):
            return verdict
        return Verdict("apparent_only", f"{_when(one)} and {_when(other)}: one report tells of both moments")

    found = row("time", accounts, judge, _when, within=members[0].lane not in ("act", "halt"))
    if found is not None:
        yield found


def _tells_both(moments: Mapping[str, Sequence[Hours]], one: Subject, other: Subject) -> bool:
    """Whether the report of one claim also gives a time that meets the other's."""
    return any(
        s.span is not None and any(gap(s.span, moment) < 0 for moment in moments[t.claim.report])
        for s, t in ((one, other), (other, one))
    )


def _has_one_time(subject: Subject) -> bool:
    """Whether a claim tells of something at one time: a campaign or a state is seen at many."""
    return subject.lane in ("meeting", "speech", "term") or (
        subject.lane in ("act", "halt") and subject.scope == "single"
    )


def _judge(one: Subject, other: Subject) -> Verdict | None:
    if one.span is None or other.span is None:
        return None
    apart = gap(one.span, other.span)
    if apart < 0:
        return _midnight(one, other)
    said = f"{_when(one)} and {_when(other)}"
    read = nearest(one.claim.time, other.claim.time)
    if read is not None and read != (one.span, other.span):
        one, other = replace(one, span=read[0]), replace(other, span=read[1])
        if gap(*read) < 0:
            return Verdict("apparent_only", f"{said} meet by another reading of the words")
        apart = gap(*read)
    if apart < HOURS and time_fit(one, other).score >= SUPPOSED:
        return Verdict("apparent_only", f"{said} may be one hour by two clocks")
    if apart <= 1.0 and (_at_midnight(one) or _at_midnight(other)):
        return Verdict("apparent_only", f"{said} name one midnight from its two sides")
    if apart < UNKNOWN_CLOCKS and not (_whole_day(one) and _whole_day(other)):
        return Verdict("apparent_only", f"{said} lie on the two sides of an hour that clocks may set apart")
    if one.lane == "term" and apart <= DAY and _later_that_day(one, other):
        return Verdict("apparent_only", f"{said}: what begins at midnight holds in the morning")
    if _died_later(one, other, apart):
        return Verdict("apparent_only", f"{said}: people may be found, or die, hours after the act")
    return Verdict("disagree", f"{said} do not meet")


def _died_later(one: Subject, other: Subject, apart: float) -> bool:
    """Whether the later of two times is the hour of a loss, and the earlier that of its act."""
    early, late = sorted((one, other), key=lambda s: s.span or (0.0, 0.0))
    return late.family == "harm" and early.family != "harm" and not _whole_day(late) and apart <= 2 * DAY


def _whole_day(subject: Subject) -> bool:
    return subject.span is not None and width(subject.span) >= WHOLE_DAY


def _midnight(one: Subject, other: Subject) -> Verdict | None:
    """A midnight and the day that it begins are one time told in two ways."""
    exact, day = sorted((one, other), key=lambda s: width(s.span) if s.span else 0.0)
    if not _at_midnight(exact) or day.span is None or not 2 < width(day.span) <= DAY:
        return None
    return Verdict("apparent_only", f"{_when(exact)} lies in {_when(day)}: one is told more closely")


def _later_that_day(one: Subject, other: Subject) -> bool:
    """Whether the earlier of two times is a midnight and the later lies in the day that it begins."""
    early, late = sorted((one, other), key=lambda s: s.span or (0.0, 0.0))
    return (
        _at_midnight(early)
        and early.span is not None
        and late.span is not None
        and late.span[1] <= early.span[0] + DAY + 1
    )


def _at_midnight(subject: Subject) -> bool:
    span = subject.span
    return span is not None and width(span) <= 1.0 and min(span[0] % DAY, DAY - span[0] % DAY) <= 1.0


def _when(subject: Subject) -> str:
    time = subject.claim.time
    if time is None:
        return "no time"
    words = f'"{time.text}"' if time.text else "its time"
    return f"{words} ({time.start or 'open'} to {time.end or 'open'})"
