"""serve: an instant on two clocks: that of the place, as people there lived it, and UTC, as machines and others do."""

from __future__ import annotations

from datetime import UTC, datetime, tzinfo

from markupsafe import Markup

from trucewatch.model import Time
from trucewatch.publish.format import Text
from trucewatch.publish.instants import clock, moment
from trucewatch.publish.page import Page


def both(tools: Page, text: str | None) -> Text:
    """An instant on the clock of the place with UTC beside it; a whole day has no clock and stands alone."""
    when = moment(text)
    if when is None or when.hour is None:
        return tools.f.instant(text)
    at = when.utc()
    local = at.astimezone(tools.zone)
    if local.utcoffset() == at.utcoffset():
        return tools.f.instant(text, UTC)
    same = local.date() == at.date()
    utc = tools.f.v(f"{at:%H:%M} UTC") if same else tools.f.instant(text, UTC)
    return Markup('{} <span class="softer">({})</span>').format(tools.f.instant(text, tools.zone), utc)


def in_utc(tools: Page, time: Time | None) -> Text:
    """When something happened, in UTC; nothing where no hour is told. Hours are by the clock of the place."""
    if time is None:
        return ""
    zone = clock(time.zone) if time.zone else tools.zone
    sides = [_utc(side, zone) for side in (time.start, time.end)]
    if not any(sides):
        return ""
    return tools.f.interval_of(sides[0] or sides[1], sides[1] or sides[0])


def _utc(text: str | None, zone: tzinfo) -> str | None:
    when = moment(text)
    if when is None or when.hour is None:
        return None
    return _iso(when.utc(zone))


def _iso(at: datetime) -> str:
    return at.strftime("%Y-%m-%dT%H:%MZ")
