"""publish: the timeline as a drawing, with a list that says the same."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from markupsafe import Markup

from trucewatch.publish.draw.hours import draw_hours
from trucewatch.publish.draw.lanes import Lane, Mark, draw_lane
from trucewatch.publish.draw.svg import label
from trucewatch.publish.format import Text
from trucewatch.publish.instants import earliest_day, last_day
from trucewatch.publish.page import Page
from trucewatch.publish.views.chronicle import Item, entry_window, items, midnight
from trucewatch.publish.views.dates import waiting

WIDTH, LEFT, RIGHT, TOP = 1120, 92, 1096, 24
MOST_DAYS_AHEAD = 31
DAYS_BEFORE = 10


@dataclass(frozen=True, slots=True)
class Listed:
    """A line of the list."""

    when: Text
    what: Text
    tag: str
    hollow: bool
    force: bool
    reports: Text


@dataclass(frozen=True, slots=True)
class Timeline:
    """The drawing, the hours around entry into force, and the list."""

    svg: Markup
    hours: Markup
    clock: Text
    entries: tuple[Listed, ...]


@dataclass(frozen=True, slots=True)
class Scale:
    """Days `first` to `last`, both drawn whole."""

    page: Page
    first: date
    last: date

    @property
    def days(self) -> int:
        """How many days are drawn."""
        return (self.last - self.first).days + 1

    def x(self, when: datetime) -> float:
        """The position of an instant, held within the drawing."""
        start, end = midnight(self.page, self.first), midnight(self.page, self.last + timedelta(days=1))
        share = (when - start) / (end - start)
        return round(LEFT + (RIGHT - LEFT) * min(1.0, max(0.0, share)), 1)

    def day(self, day: date) -> float:
        """The position where a day begins."""
        return self.x(midnight(self.page, day))


def draw_timeline(page: Page, *, said: bool = False) -> Timeline | None:
    """The timeline of a record, with `said` of what was said too; None when nothing in it is dated."""
    found = items(page, said=said)
    reports = [(day, r.id) for r in page.ix.record.reports if (day := earliest_day(r.published)) is not None]
    if not found and not reports:
        return None
    scale = _scale(page, found, [day for day, _ in reports])
    listed = tuple(
        Listed(item.when, item.what, item.tag, item.hollow, item.lane == "force", item.reports) for item in found
    )
    listed += tuple(Listed(one.why, one.what, "", True, False, "") for one in waiting(page))
    zone = page.ix.ordered_agreements()[0].tz if page.ix.ordered_agreements() else "UTC"
    return Timeline(
        svg=_draw(page, scale, found, reports),
        hours=draw_hours(page, found),
        clock=page.f.say("timeline.clock", name=page.f.v(f"UTC{zone}" if zone[:1] in "+-" else zone)),
        entries=listed,
    )


def _scale(page: Page, found: list[Item], published: list[date]) -> Scale:
    agreements = page.ix.ordered_agreements()
    window = entry_window(agreements[0]) if agreements else None
    as_of = last_day(page.ix.as_of(), page.zone)
    core = list(published)
    core += [window[1].astimezone(page.zone).date()] if window else []
    core += [as_of] if as_of else []
    events = [item.start.astimezone(page.zone).date() for item in found if item.lane in ("events", "talks")]
    core = core or events
    limit = (as_of or max(core)) + timedelta(days=MOST_DAYS_AHEAD)
    ends = ("due", "phase", "extended")
    dues = [item.end.astimezone(page.zone).date() for item in found if item.lane in ends]
    first = max(min([*events, *core]), min(core) - timedelta(days=DAYS_BEFORE))
    last = max([*core, *(day for day in dues if day <= limit)])
    return Scale(page, first - timedelta(days=1), last + timedelta(days=1))


def _draw(page: Page, scale: Scale, found: list[Item], reports: list[tuple[date, str]]) -> Markup:
    start = midnight(page, scale.first)
    seen = [item for item in found if item.end > start]
    say = page.plain.say
    lanes = [
        Lane(str(say("timeline.reports")), _report_marks(page, scale, reports), 4),
        Lane(str(say("timeline.talks")), _marks(scale, seen, "talks"), 5),
        *([Lane(str(say("timeline.said")), said, 5)] if (said := _marks(scale, seen, "said")) else []),
        Lane(str(say("timeline.events")), _marks(scale, seen, "events"), 12),
        *([Lane(str(say("timeline.phases")), phases, 4)] if (phases := _phases(page, scale, seen)) else []),
        Lane(str(say("timeline.terms")), _term_marks(page, scale, seen), 8),
    ]
    y, parts = float(TOP), []
    for lane in lanes:
        drawn, height = draw_lane(page, lane, y, (LEFT, RIGHT))
        parts.append(drawn)
        y += height
        parts.append(Markup('<path class="sep" d="M0 {}H{}"/>').format(y, RIGHT))
    grid = _grid(page, scale, y)
    title = say(
        "timeline.alt",
        what=page.words.text("ui.list_same"),
        first=page.plain.day(scale.first),
        last=page.plain.day(scale.last),
    )
    return Markup('<svg class="tl" viewBox="0 0 {} {}" direction="ltr" role="img" aria-label="{}">{}{}{}</svg>').format(
        WIDTH, round(y + 26), title, grid, Markup().join(parts), _lines(page, scale, y)
    )


def _grid(page: Page, scale: Scale, bottom: float) -> Markup:
    every = 1 if scale.days <= 40 else 7 if scale.days <= 200 else 0
    parts = []
    as_of = last_day(page.ix.as_of(), page.zone)
    if as_of is not None and as_of < scale.last:
        x = scale.day(as_of + timedelta(days=1))
        parts.append(
            Markup('<rect class="ahead" x="{}" y="{}" width="{}" height="{}"/>').format(
                x, TOP - 2, RIGHT - x, bottom - TOP + 2
            )
        )
    shown_month = ""
    for number in range(scale.days):
        day = scale.first + timedelta(days=number)
        x, month = scale.day(day), f"{day.year}-{day.month}"
        next_month = scale.day((day.replace(day=1) + timedelta(days=32)).replace(day=1))
        monthly = month != shown_month and (day.day <= 3 or number == 0) and max(next_month, RIGHT) - x > 90
        monthly = monthly and (next_month >= RIGHT or next_month - x > 90)
        ticked = day.day == 1 if every == 0 else (day.weekday() == 0 if every == 7 else True)
        if ticked:
            css = "day mon" if day.weekday() == 0 or every != 1 else "day"
            parts.append(Markup('<path class="{}" d="M{} {}V{}"/>').format(css, x, TOP - 2, round(bottom, 1)))
            middle = x + (scale.day(day + timedelta(days=1)) - x) / 2
            if every:
                parts.append(label(middle, bottom + 16, str(day.day), anchor="middle", css="dn"))
        if monthly and (every or day.day == 1):
            shown_month = month
            names = page.words.listed("months_alone" if every else "months_short")
            text = f"{names[day.month - 1]} {day.year}" if number == 0 or day.month == 1 else names[day.month - 1]
            parts.append(label(x + 2, TOP - 10, text, css="mo"))
    return Markup().join(parts)


def _lines(page: Page, scale: Scale, bottom: float) -> Markup:
    """Entry into force of the first agreement as an interval, and the as-of day."""
    parts = []
    agreements = page.ix.ordered_agreements()
    window = entry_window(agreements[0]) if agreements else None
    if window is not None and midnight(page, scale.first) <= window[1]:
        left, right = scale.x(window[0]), scale.x(window[1])
        parts.append(
            Markup('<rect class="forcewin" x="{}" y="{}" width="{}" height="{}"/>').format(
                left, TOP - 2, round(max(right - left, 2.0), 1), round(bottom - TOP + 2, 1)
            )
        )
    as_of = last_day(page.ix.as_of(), page.zone)
    if as_of is not None and scale.first <= as_of < scale.last:
        x = scale.day(as_of + timedelta(days=1))
        text = str(page.plain.say("timeline.as_of", day=page.plain.day(as_of, year=False)))
        parts.append(Markup('<path class="asof" d="M{} {}V{}"/>').format(x, TOP - 2, round(bottom, 1)))
        next_month = scale.day((as_of.replace(day=1) + timedelta(days=32)).replace(day=1))
        side = "end" if x > RIGHT - 130 or x <= next_month < x + 130 else "start"
        parts.append(label(x + (-4 if side == "end" else 4), TOP - 10, text, anchor=side, css="asl"))
    return Markup().join(parts)


def _report_marks(page: Page, scale: Scale, reports: list[tuple[date, str]]) -> list[Mark]:
    by_day: dict[date, list[str]] = {}
    for day, report in reports:
        by_day.setdefault(day, []).append(page.ix.label(report))
    return [
        Mark(
            x=(scale.day(day) + scale.day(day + timedelta(days=1))) / 2,
            x2=None,
            shape="report",
            text=", ".join(labels) if len(labels) <= 4 else str(page.plain.say("incident.reports", len(labels))),
        )
        for day, labels in sorted(by_day.items())
        if scale.first <= day <= scale.last
    ]


def _marks(scale: Scale, found: list[Item], lane: str) -> list[Mark]:
    end = midnight(scale.page, scale.last + timedelta(days=1))
    return [_mark(scale, item) for item in found if item.lane == lane and item.start < end]


def _mark(scale: Scale, item: Item) -> Mark:
    if item.exact:
        middle = item.start if item.hourly else item.start + (item.end - item.start) / 2
        return Mark(scale.x(middle), None, "event", item.label, item.tag, item.hollow)
    return Mark(
        scale.x(item.start), scale.x(item.end), "open" if item.open_start else "span", item.label, item.tag, item.hollow
    )


def _phases(page: Page, scale: Scale, found: list[Item]) -> list[Mark]:
    """The phases as bands, as far as they lie in the days that are drawn."""
    end = midnight(page, scale.last + timedelta(days=1))
    return [
        Mark(scale.x(item.start), scale.x(item.end), "phase", item.label)
        for item in found
        if item.lane == "phase" and item.start < end
    ]


def _term_marks(page: Page, scale: Scale, found: list[Item]) -> list[Mark]:
    start, end = midnight(page, scale.first), midnight(page, scale.last + timedelta(days=1))
    marks = []
    for item in found:
        if item.lane == "force" and start <= item.end < end:
            marks.append(Mark(scale.x(item.start), float(RIGHT), "force", item.label))
        if item.lane in ("due", "extended") and start <= item.start < end:
            alt = None if item.exact else scale.x(item.end)
            marks.append(Mark(scale.x(item.start), alt, "due", item.label))
    return marks
