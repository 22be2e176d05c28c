"""assess: duties that come round: so many per period, each period held for itself, each counter for itself."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta

from trucewatch.assess.case import Case
from trucewatch.assess.duties import watch
from trucewatch.assess.duties.counted import Counted, counted, in_words
from trucewatch.assess.duties.performance import nearly, performances
from trucewatch.assess.facets import anchored
from trucewatch.assess.facets.times import Span
from trucewatch.assess.facets.what import listed
from trucewatch.assess.made import finding
from trucewatch.assess.text.quantity import SECOND, duration, instant, iso, start_of
from trucewatch.model import Finding, Instance, Provision, Window
from trucewatch.model.agreement import Amount
from trucewatch.model.finding import FindingLabel

Period = tuple[datetime, datetime]
_LIMIT = 4000
"""Periods at most: more than ten years of days."""


def periods(start: datetime, end: datetime, per: timedelta, case: Case) -> list[Period]:
    """The periods from a start until an end; whole days begin at midnight in the clock of the agreement.

    The day of the start counts in full: a truck that crossed before the hour is not told apart from one after it.
    """
    if per % timedelta(days=1) == timedelta():
        start = start_of(start.astimezone(case.local).date(), case.local)
    made: list[Period] = []
    while start < end and len(made) < _LIMIT:
        made.append((start, _next(start, per, case)))
        start = made[-1][1]
    return made


def _next(start: datetime, per: timedelta, case: Case) -> datetime:
    """The end of a period; days are days of the clock, also where clocks change."""
    if per % timedelta(days=1) != timedelta():
        return start + per
    return start_of(start.astimezone(case.local).date() + per, case.local)


def _running(provision: Provision, per: str, case: Case) -> tuple[list[Period], datetime] | None:
    """The periods begun by now, and now; None while the series has not begun or nothing is dated."""
    span = anchored.stretch(case, anchored.window(case, provision))
    if span is None or case.valid is None:
        return None
    return periods(*span, duration(per), case), instant(case.valid, case.local)


def quota(provision: Provision, amount: Amount, case: Case) -> Iterator[Finding]:
    """A finding for each period for which somebody counted, and one for the series."""
    act, per = case.act(provision), str(amount.per)
    running = _running(provision, per, case)
    if act is None or running is None or not running[0]:
        yield finding(case, provision, "inactive", why=("The periods in which this is counted have not begun.",))
        return
    spans, now = running
    told = counted(provision, act, str(amount.measure), case)
    made = [one for span in spans for one in _period(provision, amount, span, told, now, case)]
    yield from made
    yield _series(provision, amount, spans, made, told, case)


def _period(
    provision: Provision, amount: Amount, span: Period, told: list[Counted], now: datetime, case: Case
) -> Iterator[Finding]:
    by_counter = _by_counter(one for one in told if one.within(*span))
    if not by_counter:
        return
    asked = amount.min or 0.0
    table = {name: _level(low, high, asked, closed=span[1] <= now) for name, (low, high, _) in by_counter.items()}
    labels = set(table.values())
    label: FindingLabel = labels.pop() if len(labels) == 1 else "disputed"
    why = tuple(f"{name} counted {in_words(low, high)} of {asked:g}." for name, (low, high, _) in by_counter.items())
    low, high = min(low for low, _, _ in by_counter.values()), max(high for _, high, _ in by_counter.values())
    yield finding(
        case,
        provision,
        label,
        instance=_instance(span, low, high, asked),
        why=why,
        readings={name: str(given) for name, given in table.items()} if len(table) > 1 else {},
        supports=tuple(sorted({claim for _, _, claims in by_counter.values() for claim in claims})),
        key=iso(span[0]),
    )


def _by_counter(told: Iterable[Counted]) -> dict[str, tuple[float, float, tuple[str, ...]]]:
    """Per counter: at least its greatest figure, at most all of them together, and the claims that tell."""
    groups: dict[str, list[Counted]] = defaultdict(list)
    for one in told:
        groups[one.counter].append(one)
    found = {}
    for name, ones in sorted(groups.items()):
        distinct = {(one.low, one.high) for one in ones}
        high = sum(high for _, high in distinct)
        found[name] = (max(one.low for one in ones), high, tuple(sorted({one.claim for one in ones})))
    return found


def _level(low: float, high: float, asked: float, *, closed: bool) -> FindingLabel:
    if low >= asked:
        return "fulfilled"
    if high >= asked:
        return "unknown"
    return "partly" if closed else "pending"


def _instance(span: Period, low: float | None, high: float | None, asked: float) -> Instance:
    end = None if high is None or high == math.inf else high
    return Instance((iso(span[0]), iso(span[1] - SECOND)), {"low": low, "high": end, "of": asked})


def _series(
    provision: Provision, amount: Amount, spans: list[Period], made: list[Finding], told: list[Counted], case: Case
) -> Finding:
    """How the series stands: periods met and missed, and what those who counted over longer told."""
    asked = amount.min or 0.0
    labels = [one.label for one in made]
    longer, short = _longer(amount, spans, told)
    label: FindingLabel = "unknown"
    if "disputed" in labels:
        label = "disputed"
    elif "partly" in labels or short:
        label = "partly"
    elif labels and set(labels) == {"fulfilled"} and len(labels) >= len(spans) - 1:
        label = "fulfilled"
    met = sum(one.label == "fulfilled" for one in made)
    silent = len(spans) - len(made)
    why = [f"{met} of {len(spans)} periods begun are told as met; for {silent} nobody told a count."]
    if amount.at is not None:
        why.append(f"Where it is counted: {amount.at}.")
    unclear = sum(one.label in ("unknown", "disputed", "pending") for one in made)
    return finding(
        case,
        provision,
        label,
        instance=_instance((spans[0][0], spans[-1][1]), float(met), float(met + silent + unclear), float(len(spans))),
        why=(*why, *longer, *_shortfall(made, asked)),
        would_change=("a count for the periods of which nobody told one",) if silent else (),
    )


def _longer(amount: Amount, spans: list[Period], told: list[Counted]) -> tuple[list[str], bool]:
    """What figures over more than one period say of the whole, and whether one proves that it fell short."""
    said, short = [], False
    for one in told:
        over = sum(1 for start, end in spans if start >= one.span.start and end <= one.span.end)
        if over < 2:
            continue
        due = over * (amount.min or 0.0)
        verdict = "short" if one.high < due else "enough on the whole" if one.low >= due else "not clear"
        short = short or one.high < due
        number = in_words(one.low, one.high)
        said.append(f"{one.counter} counted {number} over {over} periods; {due:g} were due: {verdict}.")
    return said, short


def _shortfall(made: list[Finding], asked: float) -> list[str]:
    """What is lacking over the periods told, as an interval: by those who counted most and those who counted least."""
    counts = [one.instance.count for one in made if one.instance is not None and one.instance.count is not None]
    if not counts:
        return []
    least = sum(max(0.0, asked - (asked if count["high"] is None else count["high"])) for count in counts)
    most = sum(max(0.0, asked - (count["low"] or 0.0)) for count in counts)
    return [f"Lacking over the {len(counts)} periods told: {in_words(least, most)}."] if most else []


def recur(provision: Provision, amount: Amount, case: Case) -> Finding:
    """Acts that are due in each period: which periods have one, which have none that anybody told of."""
    running = _running(provision, str(amount.per), case)
    if running is None or not running[0]:
        return finding(case, provision, "inactive", why=("The first period has not begun.",))
    spans, now = running
    window = anchored.window(case, provision) or Window()
    done = [one for one in performances(provision, window, case) if one.held]
    closed = [span for span in spans if span[1] <= now]
    asked = amount.min or 1.0
    sure = [span for span in closed if sum(one.certain and _in(one.spans(case), span) for one in done) >= asked]
    maybe = [span for span in closed if sum(_touches(one.spans(case), span) for one in done) >= asked]
    blank = [span for span in closed if span not in maybe]
    seen = [who for span in blank if (who := watch.between(provision, *span, case))]
    label = _recurring(len(closed), len(sure), len(blank), len(seen))
    why = [f"{len(sure)} of {len(closed)} periods that have ended are told as met, {len(maybe)} may be."]
    if blank:
        days = tuple(case.say(span[0])[:10] for span in blank)
        more = f" and {len(days) - 10} more" if len(days) > 10 else ""
        why.append(f"Nothing is told for the period(s) that began on {listed(days[:10])}{more}.")
    if seen:
        why.append(f"{listed(tuple(sorted(set(seen))))} would have told of it.")
    if blank:
        why += nearly(provision, window, case)
    supports = tuple(sorted({claim for one in done for claim in one.evidence.incident.claims}))
    instance = _instance((spans[0][0], spans[-1][1]), float(len(sure)), float(len(maybe)), float(len(closed)))
    return finding(case, provision, label, instance=instance, why=tuple(why), supports=supports)


def _recurring(closed: int, sure: int, blank: int, seen: int) -> FindingLabel:
    if not closed:
        return "pending"
    if sure == closed:
        return "fulfilled"
    if not blank:
        return "unknown"
    if blank < closed:
        return "partly"
    return "not_performed" if seen == blank else "overdue"


def _in(spans: tuple[Span, ...], period: Period) -> bool:
    return bool(spans) and all(span.start >= period[0] and span.end <= period[1] for span in spans)


def _touches(spans: tuple[Span, ...], period: Period) -> bool:
    return not spans or any(span.start < period[1] and span.end > period[0] for span in spans)
