"""publish: the map's legend, which says in words what the map shows."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from trucewatch.model import Incident
from trucewatch.publish.draw.base import has_base
from trucewatch.publish.draw.projection import Frame
from trucewatch.publish.format import Text
from trucewatch.publish.page import Page
from trucewatch.publish.views.incidents import hollow, title
from trucewatch.publish.views.places import Located

MOST = 24
_DISC = Markup('<svg viewBox="0 0 36 36" width="36" aria-hidden="true"><circle class="disc" cx="18" cy="18" r="15"/></svg>')
_ZONE = Markup(
    '<svg viewBox="0 0 36 24" width="36" aria-hidden="true"><rect class="zone{}" x="1" y="2" width="34" height="20"/></svg>'
)
_LINE = Markup('<svg viewBox="0 0 36 12" width="36" aria-hidden="true"><path class="road" d="M0 6H36"/></svg>')
_BORDER = Markup('<svg viewBox="0 0 36 12" width="36" aria-hidden="true"><path class="border" d="M0 6H36"/></svg>')
_EMPTY = Markup(
    '<svg viewBox="0 0 36 24" width="36" aria-hidden="true"><rect class="undrawn" x=".5" y=".5" width="35" height="23"/></svg>'
)


@dataclass(frozen=True, slots=True)
class Key:
    """A sign of the map with its words."""

    key: Markup
    text: Text
    note: Text = ""


def legend(page: Page, found: Located, view: Frame) -> list[Key]:
    """The signs used, the events by tag, and what is not drawn."""
    say = page.f.say
    keys = [Key(_DISC, say("map.disc"), say("map.disc_note"))]
    events = [(incident, disc.radius_km) for disc in found.discs for incident in disc.incidents]
    events.sort(key=lambda pair: (len(page.ix.tags[pair[0].id]), page.ix.tags[pair[0].id]))
    keys += [_event(page, incident, radius) for incident, radius in events[:MOST]]
    if len(events) > MOST:
        keys.append(Key(Markup("…"), say("ui.more", len(events) - MOST)))
    for zone in found.zones:
        soft = zone.status != "agreed"
        status = page.words.text(f"geometry.{zone.status}")
        keys.append(Key(_ZONE.format(" soft" if soft else ""), page.ours(zone.name), status))
    for line in found.lines:
        keys.append(Key(_LINE, page.ours(line.name), page.words.text(f"geometry.{line.status}")))
    keys.append(Key(_BORDER, say("map.border"), say("map.border_note")) if has_base(view) else Key(_BORDER, say("map.no_base")))
    keys += [Key(_EMPTY, page.ours(zone.name), say("map.undrawn")) for zone in found.undefined]
    for name, incidents in (("outside", found.outside), ("unresolved", found.unresolved)):
        if incidents:
            links = page.f.join([page.incident_link(incident.id) for incident in incidents[:40]], ", ")
            keys.append(Key(_EMPTY, say(f"map.{name}"), links))
    return keys


def _event(page: Page, incident: Incident, radius: float) -> Key:
    css = "tagk o" if hollow(page, incident) else "tagk"
    tag = Markup('<span class="{}">{}</span>').format(css, page.f.v(page.ix.tags[incident.id]))
    place = page.foreign(str(page.plain.place(incident.place)))
    note = page.f.join([page.f.time(incident.time), place, page.f.radius(radius) if radius else ""])
    return Key(tag, page.link("i", incident.id, title(page, incident)), note)
