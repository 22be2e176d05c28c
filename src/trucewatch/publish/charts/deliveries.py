"""publish: what was promised for each period and what each counter counted, with what is lacking by then.

Each counter stands for itself: counts of different counters are of different things, and are never summed.
"""

from __future__ import annotations

import math
from collections import defaultdict
from dataclasses import dataclass
from datetime import date, timedelta

from trucewatch.languages.fold import match_key
from trucewatch.model import Agreement, Claim, Figure, Finding, Provision
from trucewatch.publish.charts.chart import Axis, Chart
from trucewatch.publish.charts.rows import Bar, Row, draw_rows, hull
from trucewatch.publish.format import Text
from trucewatch.publish.instants import day_on, last_day
from trucewatch.publish.page import Page, striptags

Counts = dict[int, Bar]
MOST_COUNTERS = 6


@dataclass(frozen=True, slots=True)
class Delivered:
    """A term with its chart."""

    term: Text
    says: Text
    chart: Chart


def deliveries(page: Page, agreement: Agreement) -> list[Delivered]:
    """The quotas and exchanges of an agreement for which somebody counted."""
    found = []
    for provision in agreement.provisions:
        chart = _chart(page, agreement, provision)
        if chart is not None:
            title = page.link("p", f"{agreement.id}.{provision.id}", page.ours(provision.title))
            found.append(Delivered(title, page.ours(provision.paraphrase), chart))
    return found


def _chart(page: Page, agreement: Agreement, provision: Provision) -> Chart | None:
    findings = page.ix.findings_on.get((agreement.id, provision.id), [])
    if provision.form == "quota" and provision.amount is not None:
        return _quota(page, provision, [one for one in findings if one.supports and _period(page, one)])
    if provision.form == "exchange" and provision.amount is not None:
        return _exchange(page, provision, [one for one in findings if one.supports])
    return None


# Quotas


def _quota(page: Page, provision: Provision, periods: list[Finding]) -> Chart | None:
    """A row for each counter with the line that was promised, and under it what is lacking by each period."""
    if not periods:
        return None
    asked = _asked(periods)
    spans = [_period(page, one) or (date.min, date.min) for one in periods]
    days = Axis(min(a for a, _ in spans), max(b for _, b in spans), (spans[0][1] - spans[0][0]).days + 1)
    counted: dict[str, Counts] = defaultdict(dict)
    for finding, (first, _) in zip(periods, spans, strict=True):
        for name, bar in _by_counter(page, provision, finding).items():
            counted[name][days.at(first)] = bar
    names = sorted(counted, key=lambda name: (-len(counted[name]), name))
    rows = []
    for name in names[:MOST_COUNTERS]:
        lacks = lacking(counted[name], asked)
        said = page.root(name)
        rows.append(Row(striptags(said), counted[name], tall=True, asked=asked))
        total = lacks[max(lacks)]
        rows.append(
            Row(
                str(page.plain.say("charts.lacking")),
                lacks,
                str(page.plain.interval(total.low, total.high)),
                css="lack",
            )
        )
    alt = str(page.plain.say("charts.deliveries_alt", n=page.plain.number(len(periods))))
    heads = [page.f.say("charts.day")]
    for name in names:
        heads += [page.root(name), page.f.join([page.root(name), page.f.say("charts.lacking")], ": ")]
    return Chart(
        page.f.say("charts.promised", n=page.f.number(asked)),
        draw_rows(page, rows, days, alt=alt),
        tuple(heads),
        tuple(_line(page, days, at, [counted[name] for name in names], asked) for at in sorted(_all(counted))),
        (page.f.say("charts.deliveries_note"),),
    )


def _asked(periods: list[Finding]) -> float:
    counts = [one.instance.count for one in periods if one.instance is not None and one.instance.count is not None]
    return max((count.get("of") or 0.0 for count in counts), default=0.0)


def _period(page: Page, finding: Finding) -> tuple[date, date] | None:
    """The first and the last day of a period, on the clock of the page."""
    due = finding.instance.due if finding.instance is not None else None
    first, last = (day_on(due[0], page.zone), last_day(due[1], page.zone)) if due is not None else (None, None)
    return (first, last) if first is not None and last is not None else None


def _by_counter(page: Page, provision: Provision, finding: Finding) -> dict[str, Bar]:
    """Per counter: at least its greatest figure of the period, at most all of them together."""
    assert provision.amount is not None
    values: dict[str, set[tuple[float, float]]] = defaultdict(set)
    for claim in (page.ix.claims[id_] for id_ in finding.supports if id_ in page.ix.claims):
        for figure in claim.figures:
            if figure.measure == provision.amount.measure and _of(figure, provision.amount.of):
                high = math.inf if figure.high is None else figure.high
                values[figure.counted_by or _told_by(page, claim)].add((figure.low or 0.0, high))
    found = {}
    for name, pairs in values.items():
        high = sum(high for _, high in pairs)
        found[name] = Bar(max(low for low, _ in pairs), None if high == math.inf else high)
    return found


def _of(figure: Figure, of: str | None) -> bool:
    return of is None or (figure.population is not None and match_key(of) in match_key(figure.population))


def _told_by(page: Page, claim: Claim) -> str:
    report = page.ix.reports.get(claim.report)
    return page.ix.root(claim) or (report.source if report is not None else None) or page.ix.label(claim.report)


def lacking(counts: Counts, asked: float) -> Counts:
    """What is lacking by the end of each period of which a counter told, over these periods alone."""
    found: Counts = {}
    low = high = 0.0
    for at, bar in sorted(counts.items()):
        low += max(0.0, asked - (asked if bar.high is None else bar.high))
        high += max(0.0, asked - bar.low)
        found[at] = Bar(low, high)
    return found


def _all(counted: dict[str, Counts]) -> set[int]:
    return {at for counts in counted.values() for at in counts}


def _line(page: Page, days: Axis, at: int, columns: list[Counts], asked: float) -> tuple[Text, ...]:
    cells: list[Text] = [page.brief.days(*days.days(at))]
    for counts in columns:
        for bars in (counts, lacking(counts, asked)):
            bar = bars.get(at)
            cells.append(page.f.interval(bar.low, bar.high) if bar is not None else page.f.say("charts.nobody"))
    return tuple(cells)


# Exchanges


def _exchange(page: Page, provision: Provision, findings: list[Finding]) -> Chart | None:
    """What was released and what was given for it, day by day, a row for each counter of each."""
    amount = provision.amount
    assert amount is not None
    told = [
        (day, measure, figure.counted_by or _told_by(page, claim), figure)
        for finding in findings
        for claim in (page.ix.claims[id_] for id_ in finding.supports if id_ in page.ix.claims)
        for figure in claim.figures
        for measure in (amount.for_measure, amount.measure)
        if figure.measure == measure and (day := _day(page, claim, figure)) is not None
    ]
    if not told:
        return None
    days = Axis(min(day for day, *_ in told), max(day for day, *_ in told) + timedelta(days=1))
    rows: dict[tuple[str, str], Counts] = defaultdict(dict)
    for day, measure, counter, figure in sorted(told, key=lambda one: one[:3]):
        bar, at = Bar(figure.low or 0.0, figure.high), days.at(day)
        rows[str(measure), counter][at] = hull(rows[str(measure), counter].get(at), bar)
    order = sorted(rows, key=lambda key: (key[0] != amount.for_measure, key))
    named = {key: page.f.join([page.word("measure_names", key[0]), page.root(key[1])], " · ") for key in order}
    drawn = [Row(striptags(named[key]), rows[key], tall=key[0] == amount.measure) for key in order]
    alt = str(page.plain.say("charts.deliveries_alt", n=page.plain.number(len(told))))
    table = tuple(
        (page.brief.days(*days.days(at)), named[key], page.f.interval(bar.low, bar.high))
        for key in order
        for at, bar in sorted(rows[key].items())
    )
    heads = (page.f.say("charts.day"), page.f.say("charts.counter"), page.f.say("charts.counted"))
    notes = tuple(page.ours(why) for finding in findings for why in finding.why)
    return Chart(page.f.say("charts.exchange"), draw_rows(page, drawn, days, alt=alt), heads, table, notes, (1,))


def _day(page: Page, claim: Claim, figure: Figure) -> date | None:
    told = figure.period[0] if figure.period is not None else claim.time.start if claim.time is not None else None
    return day_on(told, page.zone)
