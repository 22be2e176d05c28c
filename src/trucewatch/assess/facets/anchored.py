"""assess: an anchor as it stands at two instants: what was agreed by then, and what reports tell that it waits for."""

from __future__ import annotations

import dataclasses
from datetime import datetime

from trucewatch.assess.case import Case
from trucewatch.assess.evidence import TELLING, Evidence
from trucewatch.assess.facets import place
from trucewatch.assess.facets.times import EVER, NEVER, Span, spans
from trucewatch.assess.text.quantity import instant, iso, stepped
from trucewatch.model import Anchor, Provision, Window
from trucewatch.model.agreement import Moving

Interval = tuple[datetime, datetime]


def anchor(case: Case, name: str) -> Anchor:
    """The anchor of a name, with its instants filled in where they can be."""
    if name not in case.anchors:
        case.anchors[name] = _resolved(case, case.agreement.anchors[name])
    return case.anchors[name]


def window(case: Case, provision: Provision) -> Window | None:
    """The window of a provision; one without an end of its own ends with the agreement."""
    ends = case.agreement.ends
    given = provision.when
    if ends is None or (given is not None and (given.to or given.by)):
        return given
    return Window(from_=given.from_ if given is not None else None, to=ends)


def stretch(case: Case, span: Window | None) -> Interval | None:
    """From the earliest beginning of a window until its latest end or now; None where it has no instant to begin at."""
    start = anchor(case, span.from_).earliest if span is not None and span.from_ else None
    if span is None or start is None or case.valid is None:
        return None
    last = span.to or span.by
    stop = anchor(case, last).latest if last else None
    now = instant(case.valid, case.local)
    return instant(start, case.local), now if stop is None else min(now, instant(stop, case.local))


def waiting(case: Case, name: str | None) -> Anchor | None:
    """The anchor of a name when it waits for something that nobody has told of."""
    if name is None:
        return None
    found = anchor(case, name)
    return found if found.waits and found.earliest is None and not found.readings else None


def _resolved(case: Case, given: Anchor) -> Anchor:
    amended = [item for item in given.amended if case.known is None or item.since <= case.known[:10]]
    if amended:
        last = amended[-1]
        return dataclasses.replace(
            given, earliest=last.earliest, latest=last.latest, readings={}, clocks={}, moving_readings={}
        )
    if not given.waits:
        return given
    main = _event(case, given) if given.event is not None else None
    if given.moving is not None:
        main = _moved(case, given.moving)
    moved = {name: _moved(case, item) for name, item in given.moving_readings.items()}
    readings = dict(given.readings) | {name: (iso(a), iso(b)) for name, (a, b) in _known(moved).items()}
    if not main and readings:
        everything = [instant(text, case.local) for pair in readings.values() for text in pair]
        main = min(everything), max(everything)
    named = readings if len(readings) > 1 else {}
    if not main:
        return dataclasses.replace(given, readings=named)
    return dataclasses.replace(given, earliest=iso(main[0]), latest=iso(main[1]), readings=named)


def _known(moved: dict[str, Interval | None]) -> dict[str, Interval]:
    return {name: interval for name, interval in moved.items() if interval is not None}


def _moved(case: Case, step: Moving) -> Interval | None:
    base = anchor(case, step.of)
    if base.earliest is None or base.latest is None:
        return None
    low, high = instant(base.earliest, case.local), instant(base.latest, case.local)
    return stepped(low, step, case.local), stepped(high, step, case.local)


def _event(case: Case, given: Anchor) -> Interval | None:
    """When the act was first done: at the earliest by any account, at the latest by one beyond doubt."""
    earliest, latest = EVER, EVER
    for item in case.of_types(case.agreement.acts[str(given.event)].types):
        found = _told(item, given, case)
        if found is not None:
            span, certain = found
            earliest = min(earliest, span.start)
            latest = min(latest, span.end) if certain else latest
    return None if latest == EVER else (latest if earliest == NEVER else earliest, latest)


def _told(item: Evidence, given: Anchor, case: Case) -> tuple[Span, bool] | None:
    incident = item.incident
    if incident.kind not in TELLING or not item.asserting_roots:
        return None
    there = place.in_reach(incident.place, given.event_where, case, incident.time).facet.value
    if incident.time is None or there == "F":
        return None
    span = spans(incident.time, case.local, case.local, case.profile)[0]
    return span, there == "T" and not item.denying_roots and span.end < EVER
