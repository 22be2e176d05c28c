"""publish: the map as a drawing: land and borders, the agreements' lines and zones, and discs as large as the doubt."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from markupsafe import Markup

from trucewatch.gazetteer import Road, load_roads
from trucewatch.model import Line
from trucewatch.publish.draw.base import base_layer, graticule, scale_bar
from trucewatch.publish.draw.legend import Key, legend, road_code
from trucewatch.publish.draw.projection import Frame, frame
from trucewatch.publish.draw.svg import label, tag, width
from trucewatch.publish.page import Page
from trucewatch.publish.views.incidents import hollow
from trucewatch.publish.views.places import Disc, Gathered, Located, gathered, located
from trucewatch.publish.views.towns import Town, towns

WIDTH = 721
APART = 20
"""Pixels between the middles of two tags."""
MOST_TAGS = 10


@dataclass(frozen=True, slots=True)
class Map:
    """The drawing and its legend, which lists the same."""

    svg: Markup
    legend: tuple[Key, ...]


def draw_map(page: Page) -> Map | None:
    """The map of a record; None when it has nothing with a position."""
    return _drawn(page, located(page))


def draw_counted(page: Page, places: Sequence[Gathered]) -> Map | None:
    """The map of very many events, told by their number at each place and not one by one."""
    return _drawn(page, gathered(page, places))


def _drawn(page: Page, found: Located) -> Map | None:
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
            *(_thin(view, road.points) for road in _roads(view, found)),
            *(_zone(view, zone.polygons, soft=zone.status != "agreed") for zone in found.zones),
            *(_road(view, line) for line in found.lines),
            *(_disc(view, disc) for disc in found.discs),
        ]
    )
    over = Markup().join(
        [
            *_shields(view, found),
            *_names(page, view, found.discs, towns(view, page.words.language)),
            *_tags(page, view, found.discs),
            scale_bar(page, view),
        ]
    )
    return Markup(
        '<svg class="map" viewBox="0 0 {w} {h}" direction="ltr" role="img" aria-label="{alt}">'
        '<defs><clipPath id="mclip"><rect width="{w}" height="{h}"/></clipPath></defs>'
        '<g clip-path="url(#mclip)">{inner}{over}</g><rect class="frame" width="{w}" height="{h}"/></svg>'
    ).format(w=WIDTH, h=view.height, alt=alt, inner=inner, over=over)


def path(
    view: Frame, points: list[tuple[float, float]] | tuple[tuple[float, float], ...], *, closed: bool = False
) -> str:
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
    return Markup('<path class="{}" fill-rule="evenodd" d="{}"/>').format(css, d)


def _road(view: Frame, line: Line) -> Markup:
    css = "road" if road_code(line.name) else "front"
    return Markup('<path class="{}" d="{}"/>').format(css, path(view, line.points))


def _roads(view: Frame, found: Located) -> list[Road]:
    """The gazetteer's roads that can be seen and that no agreement draws in its own way."""
    drawn = {road_code(line.name) for line in found.lines}
    return [
        road
        for road in load_roads().values()
        if road_code(road.name) not in drawn and any(view.inside(point) for point in road.points)
    ]


def _thin(view: Frame, points: tuple[tuple[float, float], ...]) -> Markup:
    return Markup('<path class="road thin" d="{}"/>').format(path(view, points))


def _shields(view: Frame, found: Located) -> list[Markup]:
    """A shield for each road, once: those of the agreements, then those of the gazetteer."""
    named = [(road_code(line.name), line.points) for line in found.lines]
    named += [(road_code(road.name), road.points) for road in _roads(view, found)]
    unique: dict[str, tuple[tuple[float, float], ...]] = {}
    for code, points in named:
        unique.setdefault(code, points)
    return [_shield(view, points, code, found.discs) for code, points in unique.items()]


def _shield(view: Frame, points: tuple[tuple[float, float], ...], name: str, discs: tuple[Disc, ...]) -> Markup:
    """The line's name where it is seen, farthest from the names of places."""
    middles = [((a[0] + b[0]) / 2, (a[1] + b[1]) / 2) for a, b in pairwise(points)]
    seen = [view.xy(point) for point in middles if view.inside(point)]
    if not seen or not name:
        return Markup()
    centres = [view.xy((disc.lon, disc.lat)) for disc in discs]
    x, y = max(seen, key=lambda at: min([math.dist(at, centre) for centre in centres], default=0.0))
    wide = round(width(name) + 9, 1)
    return Markup('<g class="shield"><rect x="{}" y="{}" width="{}" height="17" rx="3"/>{}</g>').format(
        round(x - wide / 2, 1), round(y - 8.5, 1), wide, label(x, y + 3.6, name, anchor="middle")
    )


def _disc(view: Frame, disc: Disc) -> Markup:
    x, y = view.xy((disc.lon, disc.lat))
    radius = round(max(disc.radius_km * view.scale, 4.0), 1)
    # Numbers alone, put together the quick way: a map may have a disc for each of very many places.
    return Markup(
        f'<circle class="disc" cx="{x}" cy="{y}" r="{radius}"/><circle class="disc-c" cx="{x}" cy="{y}" r="1.6"/>'
    )


def _names(page: Page, view: Frame, discs: tuple[Disc, ...], near: list[Town]) -> list[Markup]:
    """The names of places and towns, each once, where they do not lie on one another."""
    taken: list[tuple[float, float, float]] = []
    out = []
    for disc in sorted(discs, key=lambda disc: (-disc.events, disc.radius_km)):
        x, y = view.xy((disc.lon, disc.lat))
        # Where not even the name and number find room, the number alone may.
        number = str(page.plain.number(disc.events)) if disc.events else ""
        for name in (f"{disc.name} · {number}" if number else disc.name, number):
            if name and _free(taken, x, y + 15, width(name)):
                out.append(Markup('<g class="town">{}</g>').format(label(x, y + 15, name, anchor="middle")))
                break
    for town in near:
        x, y = view.xy((town.lon, town.lat))
        wide = width(town.name)
        if _free(taken, x + 8 + wide / 2, y + 4, wide):
            dot = Markup('<circle cx="{}" cy="{}" r="2.6"/>').format(x, y)
            out.append(Markup('<g class="town minor">{}{}</g>').format(dot, label(x + 7, y + 4, town.name)))
    return out


def _free(taken: list[tuple[float, float, float]], x: float, y: float, wide: float) -> bool:
    """Whether a label centred at a point overlaps none before it; if so it is noted."""
    for other_x, other_y, other in taken:
        if abs(y - other_y) < 14 and abs(x - other_x) < (wide + other) / 2 + 4:
            return False
    taken.append((x, y, wide))
    return True


def _tags(page: Page, view: Frame, discs: tuple[Disc, ...]) -> list[Markup]:
    """The tags along the upper rim of each disc, none on another; the smallest discs first."""
    taken = _Taken()
    out = []
    for disc in sorted(discs, key=lambda disc: disc.radius_km):
        x, y = view.xy((disc.lon, disc.lat))
        radius = max(disc.radius_km * view.scale, 13.0)
        shown, spots = disc.incidents[:MOST_TAGS], _spots(view, x, y, radius)
        for incident in shown:
            # What was not free for the tag before is not free for this one either: it goes on from there.
            spot = next(spot for spot in spots if taken.clear(spot))
            taken.add(spot)
            name = page.ix.tags.get(incident.id, "?")
            out.append(tag(*spot, name, hollow=hollow(page, incident), css="tag"))
        if len(disc.incidents) > len(shown):
            out.append(label(x, y - radius + 24, f"+{len(disc.incidents) - len(shown)}", anchor="middle", css="note"))
    return out


class _Taken:
    """Where tags stand, by squares of their distance from each other, so that only near ones are looked at."""

    def __init__(self) -> None:
        self.by_square: dict[tuple[int, int], list[tuple[float, float]]] = {}

    def add(self, spot: tuple[float, float]) -> None:
        """Note that a tag stands here."""
        self.by_square.setdefault((int(spot[0] // APART), int(spot[1] // APART)), []).append(spot)

    def clear(self, spot: tuple[float, float]) -> bool:
        """Whether no tag stands too near."""
        column, row = int(spot[0] // APART), int(spot[1] // APART)
        return all(
            math.dist(spot, other) >= APART
            for i in (column - 1, column, column + 1)
            for j in (row - 1, row, row + 1)
            for other in self.by_square.get((i, j), ())
        )


def _spots(view: Frame, x: float, y: float, radius: float) -> Iterator[tuple[float, float]]:
    """Places for a tag: on the rim from the top to both sides, then on wider and wider rims."""
    while True:
        steps = max(1, int(math.pi * 0.9 * radius / 21))
        for number in range(2 * steps + 1):
            side = -1 if number % 2 else 1
            angle = -math.pi / 2 + side * ((number + 1) // 2) * 21 / radius
            yield (
                min(max(x + radius * math.cos(angle), 11.0), view.width - 11),
                min(max(y + radius * math.sin(angle), 11.0), view.height - 11),
            )
        radius += 21
