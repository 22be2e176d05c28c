"""publish: the map's legend, which says in words what the map shows."""

from __future__ import annotations

import re
from dataclasses import dataclass

from markupsafe import Markup

from trucewatch.model import Incident
from trucewatch.publish.draw.base import has_base
from trucewatch.publish.draw.projection import Frame
from trucewatch.publish.format import Text
from trucewatch.publish.page import Page
from trucewatch.publish.views.agreement import days_of
from trucewatch.publish.views.incidents import hollow, title
from trucewatch.publish.views.places import Located

MOST = 14
_ROAD = re.compile(r"[A-Z]{1,2}-?\d{1,3}\b")
_SIGN = Markup('<svg viewBox="0 0 36 {}" width="36" aria-hidden="true">{}</svg>')
_DISC = _SIGN.format(36, Markup('<circle class="disc" cx="18" cy="18" r="15"/>'))
_ZONE = _SIGN.format(24, Markup('<rect class="zone" x="1" y="2" width="34" height="20"/>'))
_SOFT = _SIGN.format(24, Markup('<rect class="zone soft" x="1" y="2" width="34" height="20"/>'))
_LINE = _SIGN.format(12, Markup('<path class="road" d="M0 6H36"/>'))
_FRONT = _SIGN.format(12, Markup('<path class="front" d="M0 6H36"/>'))
_BORDER = _SIGN.format(12, Markup('<path class="border" d="M0 6H36"/>'))
_EMPTY = _SIGN.format(24, Markup('<rect class="undrawn" x=".5" y=".5" width="35" height="23"/>'))


@dataclass(frozen=True, slots=True)
class Key:
    """A sign of the map with its words."""

    key: Markup
    text: Text
    note: Text = ""


def road_code(name: str) -> str:
    """The code of a road (`M4`) when a line's name starts with one, else nothing."""
    match = _ROAD.match(name)
    return match[0] if match else ""


def legend(page: Page, found: Located, view: Frame) -> list[Key]:
    """The signs used, the events by tag, and what is not drawn."""
    say = page.f.say
    keys = [Key(_DISC, say("map.disc"), say("map.disc_note"))] if found.discs else []
    events = [(incident, disc.radius_km) for disc in found.discs for incident in disc.incidents]
    events.sort(key=lambda pair: (len(page.ix.tags[pair[0].id]), page.ix.tags[pair[0].id]))
    keys += [_event(page, incident, radius) for incident, radius in events[:MOST]]
    if len(events) > MOST:
        keys.append(Key(Markup("…"), say("ui.more", len(events) - MOST)))
    for zone in found.zones:
        soft = zone.status != "agreed"
        status = page.words.text(f"geometry.{zone.status}")
        keys.append(Key(_SOFT if soft else _ZONE, page.ours(zone.name), page.f.join([status, days_of(page, zone)])))
    for line in found.lines:
        sign = _LINE if road_code(line.name) else _FRONT
        status = page.words.text(f"geometry.{line.status}")
        keys.append(Key(sign, page.ours(line.name), page.f.join([status, days_of(page, line)])))
    keys.append(
        Key(_BORDER, say("map.border"), say("map.border_note")) if has_base(view) else Key(_BORDER, say("map.no_base"))
    )
    keys += [Key(_EMPTY, page.ours(zone.name), say("map.undrawn")) for zone in found.undefined]
    if found.counted is not None:
        keys += [Key(_EMPTY, say(f"map.{name}"), page.f.number(n)) for name, n in found.counted.items() if n]
    for name, incidents in (("wide", found.wide), ("outside", found.outside), ("unresolved", found.unresolved)):
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
