"""publish: the hours around entry into force, drawn where a clock is in doubt or an event lies close."""

from __future__ import annotations

from datetime import datetime, timedelta

from markupsafe import Markup

from trucewatch.publish.draw.svg import label, shorten, tag
from trucewatch.publish.page import Page
from trucewatch.publish.views.chronicle import Item, entry_window

WIDTH, LEFT, RIGHT, TOP, BOTTOM = 1120, 92, 1096, 30, 114
MOST_TAGS = 5
BEFORE, AFTER = timedelta(hours=12), timedelta(hours=6)


def draw_hours(page: Page, found: list[Item]) -> Markup:
    """The hours as a drawing; nothing where entry into force is clear and no event told by the hour lies near."""
    agreements = page.ix.ordered_agreements()
    window = entry_window(agreements[0]) if agreements else None
    if window is None:
        return Markup()
    first, last = _whole(window[0] - BEFORE), _whole(window[1] + AFTER)
    near = [i for i in found if i.lane == "events" and i.hourly and first <= i.start < last]
    if window[0] == window[1] and not near:
        return Markup()
    return _Hours(page, first, last).draw(window, near)


def _whole(when: datetime) -> datetime:
    return when.replace(minute=0, second=0, microsecond=0)


class _Hours:
    """A scale of hours from `first` to `last`."""

    def __init__(self, page: Page, first: datetime, last: datetime) -> None:
        self.page, self.first, self.last = page, first, last

    def x(self, when: datetime) -> float:
        share = (when - self.first) / (self.last - self.first)
        return round(LEFT + (RIGHT - LEFT) * min(1.0, max(0.0, share)), 1)

    def draw(self, window: tuple[datetime, datetime], near: list[Item]) -> Markup:
        say = self.page.plain.say
        left, right = self.x(window[0]), self.x(window[1])
        parts = [
            Markup('<rect class="win" x="{}" y="{}" width="{}" height="{}"/>').format(
                left, TOP, round(max(right - left, 1.5), 1), BOTTOM - TOP
            ),
            Markup('<rect class="infz" x="{}" y="{}" width="{}" height="{}"/>').format(
                right, TOP, round(RIGHT - right, 1), BOTTOM - TOP
            ),
            *self._ticks(),
            *(Markup('<path class="inforce" d="M{} {}V{}"/>').format(x, TOP - 12, BOTTOM) for x in {left: 0, right: 0}),
            label(right + 10, TOP + 32, str(say("timeline.hours_in"))),
            label(left - 6, TOP - 6, str(say("timeline.hours_window")), anchor="end"),
            *self._events(near),
        ]
        before = [item for item in near if item.end <= window[0] or item.start < window[0]]
        if before:
            parts.append(self._gap(before[-1], window))
        return Markup(
            '<svg class="tl hrs" viewBox="0 0 {} 140" direction="ltr" role="img" aria-label="{}">{}</svg>'
        ).format(WIDTH, say("timeline.hours"), Markup().join(parts))

    def _ticks(self) -> list[Markup]:
        parts, when = [], self.first
        day = self.page.plain.day(self.first.astimezone(self.page.zone).date(), year=False)
        parts.append(label(0, BOTTOM + 16, str(day), css="dn"))
        while when <= self.last:
            local, x = when.astimezone(self.page.zone), self.x(when)
            css = "day mon" if local.hour == 0 else "day"
            parts.append(Markup('<path class="{}" d="M{} {}V{}"/>').format(css, x, TOP, BOTTOM))
            if local.hour % 3 == 0:
                parts.append(label(x, BOTTOM + 16, f"{local:%H:%M}", anchor="middle", css="dn"))
            when += timedelta(hours=1)
        return parts

    def _events(self, near: list[Item]) -> list[Markup]:
        """Events of one instant side by side under the label of the first."""
        parts: list[Markup] = []
        by_start: dict[float, list[Item]] = {}
        for item in sorted(near, key=lambda item: (item.start, len(item.tag), item.tag)):
            by_start.setdefault(self.x(item.start), []).append(item)
        for number, (x, same) in enumerate(by_start.items()):
            y = TOP + 30 + 22 * (number % 2)
            shown = same[:MOST_TAGS]
            for place, item in enumerate(shown):
                parts.append(tag(x + 21 * place, y, item.tag, hollow=item.hollow))
            more = f" +{len(same) - 1}" if len(same) > 1 else ""
            parts.append(label(x + 21 * len(shown) - 7, y + 4, shorten(same[0].label, 40) + more))
        return parts

    def _gap(self, item: Item, window: tuple[datetime, datetime]) -> Markup:
        """How long before entry into force an event lies."""
        hours = [(edge - item.start).total_seconds() / 3600 for edge in window]
        text = self.page.plain.say(
            "timeline.hours_before", n=self.page.plain.interval(round(hours[0]), round(hours[1]))
        )
        x, left, right = self.x(item.start), self.x(window[0]), self.x(window[1])
        y = BOTTOM - 14
        path = Markup('<path class="brk" d="M{} {}V{}H{}V{}M{} {}H{}V{}"/>').format(
            x, y - 14, y, left, y - 8, left, y, right, y - 8
        )
        return path + label((x + left) / 2, y - 5, str(text), anchor="middle", css="em")
