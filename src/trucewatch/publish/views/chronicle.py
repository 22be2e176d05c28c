"""publish: what the timeline holds: events, talks, entry into force and due days, in order of time."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Literal

from trucewatch.model import Agreement, Anchor, Finding, Incident, Time
from trucewatch.publish.format import Text
from trucewatch.publish.instants import Moment, clock, last_day, moment
from trucewatch.publish.page import Page, striptags
from trucewatch.publish.views.dates import Dated, dates
from trucewatch.publish.views.incidents import denied_or, hollow, title

TALKS = (
    "dip.talks",
    "dip.call",
    "dip.agreement",
    "dip.extension",
    "dip.operation_declared",
    "dip.suspension_withdrawal",
)
Lane = Literal["talks", "said", "events", "phase", "force", "extended", "due"]


@dataclass(frozen=True, slots=True)
class Item:
    """One thing in time. `start`, `end` are instants (end exclusive); `exact` when it lies within one day."""

    lane: Lane
    start: datetime
    end: datetime
    exact: bool
    hourly: bool
    open_start: bool
    tag: str
    hollow: bool
    label: str
    when: Text
    what: Text
    reports: Text


def items(page: Page, *, said: bool = False) -> list[Item]:
    """Everything dated, in order; with `said`, statements too."""
    found = [_incident(page, incident, "events") for incident in page.ix.tracks.get("military", ())]
    talks = [incident for incident in page.ix.tracks.get("diplomatic", ()) if incident.type in TALKS]
    found += [_incident(page, incident, "talks") for incident in talks]
    if said:
        told = (
            one for one in page.ix.tracks.get("diplomatic", ()) if one.kind == "statement" and one.type not in TALKS
        )
        found += [_incident(page, incident, "said") for incident in told]
    for agreement in page.ix.ordered_agreements():
        found.append(_entry(page, agreement))
    found += [_dated(one) for one in dates(page)]
    found += [_due(page, finding) for finding in page.ix.record.findings if finding.kind == "obligation"]
    dated = [item for item in found if item is not None]
    unique = {(item.lane, item.start, item.end, item.label, item.tag): item for item in dated}
    return sorted(unique.values(), key=lambda item: (item.start, item.end, item.label))


def bounds(page: Page, time: Time | None) -> tuple[datetime, datetime, bool] | None:
    """The instants a time lies between, and whether an hour is told; a time open at one side is a day at the other."""
    start, end = (moment(time.start), moment(time.end)) if time is not None else (None, None)
    first, last = start or end, end or start
    if first is None or last is None:
        return None
    low, high = first.utc(page.zone), last.utc(page.zone)
    if start is None:
        low = high - timedelta(days=1)
    elif end is None or high <= low:
        high = low + (timedelta(days=1) if first.hour is None else timedelta(0))
    return low, high, first.hour is not None


def _incident(page: Page, incident: Incident, lane: Lane) -> Item | None:
    span = bounds(page, incident.time)
    if span is None or incident.time is None:
        return None
    start, end, hourly = span
    links = [page.report_link(report) for report in incident.reports]
    name = title(page, incident)
    linked = page.link("i", incident.id, name) if "<a " not in str(name) else name
    return Item(
        lane=lane,
        start=start,
        end=end,
        exact=end - start <= timedelta(days=1, hours=1),
        hourly=hourly,
        open_start=incident.time.start is None,
        tag=page.ix.tags.get(incident.id, ""),
        hollow=hollow(page, incident),
        label=_label(page, incident),
        when=page.brief.time(incident.time),
        what=linked,
        reports=page.f.join(list(links), " "),
    )


def _label(page: Page, incident: Incident) -> str:
    """The type with its first figure, as plain text."""
    parts = [striptags(denied_or(page, incident))]
    for figure in incident.figures[:1]:
        template = page.words.measured(figure.measure, figure.low if figure.low == figure.high else None) or "{n}"
        parts.append(template.format(n=page.plain.interval(figure.low, figure.high)))
    return str(page.plain.join(list(parts), ", "))


def entry_anchor(agreement: Agreement) -> Anchor | None:
    """The anchor by which an agreement enters into force."""
    return agreement.anchors.get(agreement.effective or "")


def entry_window(agreement: Agreement) -> tuple[datetime, datetime] | None:
    """The earliest and the latest instant of entry into force."""
    entry = entry_anchor(agreement)
    first = moment(entry.earliest) if entry else None
    last = moment(entry.latest) if entry else None
    known: list[Moment] = [when for when in (first or last, last or first) if when is not None]
    if not known:
        return None
    zone = clock(agreement.tz)
    return known[0].utc(zone), known[1].utc(zone)


def _entry(page: Page, agreement: Agreement) -> Item | None:
    window, entry = entry_window(agreement), entry_anchor(agreement)
    if window is None or entry is None:
        return None
    when = page.brief.interval_of(entry.earliest, entry.latest, page.zone)
    return Item(
        lane="force",
        start=window[0],
        end=window[1],
        exact=True,
        hourly=True,
        open_start=False,
        tag="",
        hollow=False,
        label=str(page.plain.say("timeline.entry", title=page.plain_ours(agreement.title))),
        when=when,
        what=page.f.join([page.ours(agreement.title), page.f.say("terms.entry")]),
        reports="",
    )


def _dated(one: Dated) -> Item:
    return Item(
        lane="phase" if one.kind == "phase" else "extended",
        start=one.start,
        end=one.end,
        exact=one.end - one.start <= timedelta(days=1, hours=1),
        hourly=False,
        open_start=False,
        tag="",
        hollow=False,
        label=one.label,
        when=one.when,
        what=one.what,
        reports="",
    )


def _due(page: Page, finding: Finding) -> Item | None:
    due = finding.instance.due if finding.instance is not None else None
    first, last = (moment(due[0]), moment(due[1])) if due is not None else (None, None)
    start, end = first or last, last or first
    provision = page.ix.provisions.get((finding.agreement, finding.provision))
    # The periods of a quota come and go; they are drawn with what was counted in them.
    if due is None or start is None or end is None or provision is None or provision.form == "quota":
        return None
    # A deadline is drawn in the middle of its day; a midnight belongs to the day it ends.
    low, high = (midnight(page, day) + timedelta(hours=12) for day in _days(page, due))
    name = page.ours(provision.title)
    days = page.plain.days(_local(page, low), _local(page, high))
    return Item(
        lane="due",
        start=low,
        end=max(low, high),
        exact=low == high,
        hourly=False,
        open_start=False,
        tag="",
        hollow=False,
        label=str(page.plain.say("timeline.due", title=page.plain_ours(provision.title), when=days)),
        when=page.brief.days(_local(page, low), _local(page, high)),
        what=page.f.join(
            [page.link("p", f"{finding.agreement}.{finding.provision}", name), page.f.say(f"labels.{finding.label}")]
        ),
        reports="",
    )


def _days(page: Page, due: tuple[str | None, str | None]) -> tuple[date, date]:
    first, last = last_day(due[0], page.zone), last_day(due[1], page.zone)
    known = first or last
    assert known is not None
    return first or known, last or known


def _local(page: Page, when: datetime) -> date:
    return when.astimezone(page.zone).date()


def midnight(page: Page, day: date) -> datetime:
    """The start of a day on the report's clock, in UTC."""
    return datetime(day.year, day.month, day.day, tzinfo=page.zone).astimezone(UTC)
