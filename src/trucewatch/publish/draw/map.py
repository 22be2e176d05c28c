"""publish: the map as a drawing: land and borders, the agreements' lines and zones, and discs as large as the doubt."""

from __future__ import annotations

import math
from dataclasses import dataclass

from markupsafe import Markup

from trucewatch.publish.draw.base import base_layer, graticule, scale_bar
from trucewatch.publish.draw.legend import Key, legend
from trucewatch.publish.draw.projection import Frame, frame
from trucewatch.publish.draw.svg import label, shorten, tag, width
from trucewatch.publish.page import Page
from trucewatch.publish.views.incidents import hollow
from trucewatch.publish.views.places import Disc, Located, located

WIDTH = 721
MOST_TAGS = 10


@dataclass(frozen=True, slots=True)
class Map:
    """The drawing and its legend, which lists the same."""

    svg: Markup
    legend: tuple[Key, ...]


def draw_map(page: Page) -> Map | None:
    """The map of a record; None when it has nothing with a position."""
    found = located(page)
    extent = found.extent()
    if not extent:
        return None
    view = frame(extent, WIDTH)
    return Map(_svg(page, view, found), tuple(legend(page, found, view)))


def _svg(page: Page, view: Frame, found: Located) -> Markup:
    alt = page.plain.say("map.alt", n=len(found.discs), m=len(found.lines) + len(found.zones))
    inner = Markup().join(
        [
            base_layer(view),
            graticule(page, view),
            *(_zone(view, zone.polygons, soft=zone.status != "agreed") for zone in found.zones),
            *(_road(view, line.points) for line in found.lines),
            *(_disc(view, disc) for disc in found.discs),
        ]
    )
    over = Markup().join(
        [
            *(_shield(view, line.points, line.name, found.discs) for line in found.lines),
            *_names(view, found.discs),
            *(_tags(page, view, disc) for disc in found.discs),
            scale_bar(page, view),
        ]
    )
    return Markup(
        '<svg class="map" viewBox="0 0 {w} {h}" direction="ltr" role="img" aria-label="{alt}">'
        '<defs><clipPath id="mclip"><rect width="{w}" height="{h}"/></clipPath></defs>'
        '<g clip-path="url(#mclip)">{inner}{over}</g><rect class="frame" width="{w}" height="{h}"/></svg>'
    ).format(w=WIDTH, h=view.height, alt=alt, inner=inner, over=over)


def path(view: Frame, points: list[tuple[float, float]] | tuple[tuple[float, float], ...], *, closed: bool = False) -> str:
    """Points `(lon, lat)` as the `d` of a path, repeats left out."""
    shown: list[str] = []
    for point in points:
        x, y = view.xy(point)
        text = f"{x:g} {y:g}"
        if not shown or shown[-1] != text:
            shown.append(text)
    return ("M" + "L".join(shown) + ("Z" if closed else "")) if shown else ""


def _zone(view: Frame, rings: tuple[tuple[tuple[float, float], ...], ...], *, soft: bool) -> Markup:
    css = "zone soft" if soft else "zone"
    d = "".join(path(view, ring, closed=True) for ring in rings)
    return Markup('<path class="{}" d="{}"/>').format(css, d)


def _road(view: Frame, points: tuple[tuple[float, float], ...]) -> Markup:
    return Markup('<path class="road" d="{}"/>').format(path(view, points))


def _shield(view: Frame, points: tuple[tuple[float, float], ...], name: str, discs: tuple[Disc, ...]) -> Markup:
    """The line's name where it is seen, farthest from the names of places."""
    middles = [((a[0] + b[0]) / 2, (a[1] + b[1]) / 2) for a, b in zip(points, points[1:], strict=False)]
    seen = [view.xy(point) for point in middles if view.inside(point)]
    if not seen:
        return Markup()
    centres = [view.xy((disc.lon, disc.lat)) for disc in discs]
    x, y = max(seen, key=lambda at: min([math.dist(at, centre) for centre in centres], default=0.0))
    text = shorten(name, 18)
    wide = round(width(text) * 0.9 + 10, 1)
    return Markup(
        '<g class="shield"><rect x="{}" y="{}" width="{}" height="17" rx="3"/>{}</g>'
    ).format(round(x - wide / 2, 1), round(y - 8.5, 1), wide, label(x, y + 4, text, anchor="middle"))


def _disc(view: Frame, disc: Disc) -> Markup:
    x, y = view.xy((disc.lon, disc.lat))
    radius = round(max(disc.radius_km * view.scale, 4.0), 1)
    return Markup('<circle class="disc" cx="{}" cy="{}" r="{}"/><circle class="disc-c" cx="{}" cy="{}" r="1.6"/>').format(
        x, y, radius, x, y
    )


def _names(view: Frame, discs: tuple[Disc, ...]) -> list[Markup]:
    """The name of each place once, where it does not lie on another."""
    taken: list[tuple[float, float, float]] = []
    out = []
    for disc in discs:
        x, y = view.xy((disc.lon, disc.lat))
        wide = width(disc.name)
        if any(abs(y + 15 - other_y) < 13 and abs(x - other_x) < (wide + other) / 2 for other_x, other_y, other in taken):
            continue
        taken.append((x, y + 15, wide))
        out.append(Markup('<g class="town">{}</g>').format(label(x, y + 15, disc.name, anchor="middle")))
    return out


def _tags(page: Page, view: Frame, disc: Disc) -> Markup:
    """The tags along the upper rim of the disc, side by side."""
    x, y = view.xy((disc.lon, disc.lat))
    radius = max(disc.radius_km * view.scale, 12.0)
    shown = disc.incidents[:MOST_TAGS]
    more = len(disc.incidents) - len(shown)
    step = 21 / radius
    first = -math.pi / 2 - step * (len(shown) - 1) / 2
    parts = []
    for number, incident in enumerate(shown):
        angle = first + step * number if step * (len(shown) - 1) < math.pi * 1.6 else first
        px, py = (x + radius * math.cos(angle), y + radius * math.sin(angle)) if radius > 30 else (
            x + 21 * (number - (len(shown) - 1) / 2),
            y - radius - 4,
        )
        px, py = min(max(px, 11), WIDTH - 11), min(max(py, 11), view.height - 11)
        parts.append(tag(px, py, page.ix.tags.get(incident.id, "?"), hollow=hollow(page, incident), css="tag"))
    if more:
        parts.append(label(x, y - radius - 16, f"+{more}", anchor="middle", css="note"))
    return Markup().join(parts)
