"""publish: the bulletins of those who count violations, beside each other and never added up."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, timedelta

from trucewatch.model import Claim, Figure, Time
from trucewatch.publish.charts.chart import Axis, Chart
from trucewatch.publish.charts.events import entry
from trucewatch.publish.charts.rows import Bar, Row, draw_rows, hull
from trucewatch.publish.format import Text
from trucewatch.publish.instants import day_on, last_day, moment
from trucewatch.publish.page import Page, striptags

TALLIED = ("violations", "explosions", "shells")
MOST_ROWS = 14
_DAY_AT_MOST = timedelta(hours=36)


@dataclass(frozen=True, slots=True)
class Count:
    """What a counter counted over a stretch of time, of a measure, in an area."""

    counter: str
    measure: str
    area: str
    first: date
    last: date
    low: float
    high: float | None
    claim: str

    @property
    def key(self) -> tuple[str, str, str]:
        """What makes counts comparable: one counter, one measure, one area."""
        return self.counter, self.measure, self.area


def counts(page: Page) -> list[Count]:
    """Every count of a bulletin in the record, by day."""
    found = [
        count
        for claim in page.ix.record.claims
        for figure in claim.figures
        if figure.measure in TALLIED and figure.counted_by and (count := _count(page, claim, figure)) is not None
    ]
    return sorted(found, key=lambda one: (one.first, one.last, one.key, one.low, one.claim))


def _count(page: Page, claim: Claim, figure: Figure) -> Count | None:
    time = Time(*figure.period) if figure.period is not None else claim.time
    if time is None:
        return None
    last = last_day(time.end, page.zone) if time.end and len(time.end) > 10 else None
    end = day_on(time.end, page.zone)
    last = last or (end - timedelta(days=1) if end is not None else day_on(time.start, page.zone))
    first = day_on(time.start, page.zone) or last
    if first is None or last is None:
        return None
    if _one_day(time):
        first = last
    area = striptags(page.plain.place(claim.place)) if claim.place is not None else ""
    low = figure.low or 0.0
    return Count(figure.counted_by or "", figure.measure, area, min(first, last), last, low, figure.high, claim.id)


def _one_day(time: Time) -> bool:
    """Whether a stretch of hours is the day of a bulletin, which is named by the day on which it ends."""
    start, end = moment(time.start), moment(time.end)
    return start is not None and end is not None and end.utc() - start.utc() <= _DAY_AT_MOST


def bulletins(page: Page, found: list[Count]) -> Chart | None:
    """A row for each counter, measure and area; counts over more than a day stand in the table alone."""
    if not found:
        return None
    days = Axis(min(one.first for one in found), max(one.last for one in found))
    bars: dict[tuple[str, str, str], dict[int, Bar]] = defaultdict(dict)
    for one in found:
        if one.first == one.last:
            at = days.at(one.last)
            bars[one.key][at] = hull(bars[one.key].get(at), Bar(one.low, one.high))
    order = sorted(bars, key=lambda key: (TALLIED.index(key[1]), key[2], key[0]))
    drawn = [Row(_named(page, key), bars[key]) for key in order[:MOST_ROWS]]
    table = tuple(_line(page, one) for one in found)
    heads = ("period", "counter", "counted", "area", "n", "told_in")
    alt = str(page.plain.say("charts.bulletins_alt", n=page.plain.number(len(found))))
    notes = [page.f.say("charts.bulletins_note")]
    if len(order) > MOST_ROWS:
        notes.append(page.f.say("charts.left_out", len(order) - MOST_ROWS))
    longer = sum(one.first != one.last for one in found)
    if longer:
        notes.append(page.f.say("charts.longer", longer))
    return Chart(
        page.f.say("charts.bulletins"),
        draw_rows(page, drawn, days, alt=alt, marks=entry(page, days)),
        tuple(page.f.say(f"charts.{head}") for head in heads),
        table,
        tuple(notes),
        (1, 2, 3),
    )


def _named(page: Page, key: tuple[str, str, str]) -> str:
    counter, measure, area = key
    parts: list[Text] = [page.plain_actor(counter, counter), area]
    if measure != "violations":
        parts.append(page.words.named("measure_names", measure) or measure)
    return str(page.plain.join([part for part in parts if part], ", "))


def _line(page: Page, one: Count) -> tuple[Text, ...]:
    return (
        page.brief.days(one.first, one.last),
        page.actor(one.counter, one.counter),
        page.word("measure_names", one.measure),
        page.foreign(one.area) if one.area else page.f.say("charts.whole"),
        page.f.interval(one.low, one.high),
        page.link("c", one.claim, page.f.v(page.ix.label(page.ix.claims[one.claim].report))),
    )
