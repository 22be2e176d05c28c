"""period: the sections that count and state: in brief, duties, counts, counters, access, coverage, method."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from typing import TYPE_CHECKING

from trucewatch.gazetteer import load_gazetteer
from trucewatch.model import Incident, IncidentFigure
from trucewatch.publish.index import is_potential
from trucewatch.publish.instants import earliest_day
from trucewatch.publish.period.blocks import Block, Facts, Grid, Para, Points
from trucewatch.publish.period.tally import Count, counted, family, lies_in, province
from trucewatch.publish.views.incidents import title
from trucewatch.publish.views.voices import silent

if TYPE_CHECKING:
    from trucewatch.publish.period.build import Desk

ACCESS = ("hum.access", "hum.obstruct", "mon.")
"""Types, or beginnings of types, that tell of access and of watching."""


def brief(desk: Desk) -> list[Block]:
    """What a reader must know who reads nothing else."""
    now, before = _all(desk, this=True), _all(desk, this=False)
    findings = [f for one in desk.events for f in desk.tools.ix.findings_of.get(one.id, []) if is_potential(f)]
    fresh = [r for r in desk.given.now.reports if r.id not in {b.id for b in desk.given.before.reports}]
    items = [
        desk.say("brief.events", n=_range(desk, now), before=_range(desk, before)),
        desk.say("brief.potential", len({f.incident for f in findings})),
        desk.say("brief.reports", len(fresh)),
    ]
    if not desk.events:
        items.insert(1, desk.say("brief.none"))
    return [Points(tuple(items)), Para(desk.say("brief.rule"), soft=True)]


def duties(desk: Desk) -> list[Block]:
    """How each duty stands at the cut-off, and how it stood before."""
    was = {(f.agreement, f.provision): f.label for f in desk.given.before.findings if f.kind == "obligation"}
    rows, idle = [], []
    for finding in desk.given.now.findings:
        if finding.kind != "obligation" or finding.incident is not None:
            continue
        provision = desk.tools.ix.provisions.get((finding.agreement, finding.provision))
        title = desk.flat(desk.tools.ours(provision.title)) if provision else finding.provision
        if finding.label == "not_evaluable":
            idle.append(title)
            continue
        earlier = was.get((finding.agreement, finding.provision))
        stood = _label(desk, earlier) if earlier else "–"
        why = desk.flat(desk.tools.ours(finding.why[0])) if finding.why else ""
        rows.append((title, _label(desk, finding.label), stood, why))
    heads = tuple(desk.say(f"columns.{name}") for name in ("term", "now", "before", "why"))
    found: list[Block] = [Grid(desk.say("duties_title"), heads, tuple(dict.fromkeys(rows)))] if rows else []
    if idle:
        names = desk.flat(desk.tools.f.join(list(dict.fromkeys(idle)), "; "))
        found.append(Para(desk.say("idle", names=names), soft=True))
    return found or [Para(desk.say("none"))]


def counts(desk: Desk) -> list[Block]:
    """Events by family and by province, against the period before under the same rule."""
    by_family = _against(desk, family, lambda code: desk.tools.words.named("families", code) or code)
    names = _province_names(desk)
    by_place = _against(
        desk, province, lambda id_: names.get(id_) or id_ or desk.flat(desk.tools.f.say("place.unknown"))
    )
    heads = tuple(desk.say(f"columns.{name}") for name in ("what", "this", "previous"))
    places = (desk.say("columns.where"), *heads[1:])
    return [
        Grid(desk.say("by_family"), heads, by_family) if by_family else Para(desk.say("brief.none")),
        *([Grid(desk.say("by_province"), places, by_place)] if by_place else []),
        Para(desk.say("range"), soft=True),
    ]


def counters(desk: Desk) -> list[Block]:
    """What each counter told of the period, beside the others and never added up."""
    held = desk.given.plan.stretch()
    rows = []
    for incident in desk.tools.ix.incidents.values():
        if incident.kind == "figure" and lies_in(incident, held) != "out":
            rows += [row for figure in incident.figures for row in _counter_rows(desk, figure)]
    if not rows:
        return [Para(desk.say("no_counters"))]
    heads = tuple(desk.say(f"columns.{name}") for name in ("counter", "counted", "over"))
    return [
        Grid(desk.say("counters_title"), heads, tuple(sorted(dict.fromkeys(rows)))),
        Para(desk.say("apart"), soft=True),
    ]


def _counter_rows(desk: Desk, figure: IncidentFigure) -> list[tuple[str, str, str]]:
    f, found = desk.tools.f, []
    for value in figure.values:
        if value.superseded_by:
            continue
        who = desk.tools.actor(value.counter, value.counter) if value.counter else None
        who = who or (desk.tools.root(value.root) if value.root else f.say("ui.not_stated"))
        told = desk.tools.amount(figure.measure, value.low, value.high, value.approximator)
        whom = desk.tools.population(figure.population)
        over = f.interval_of(figure.period[0], figure.period[1]) if figure.period else f.instant(value.told)
        found.append((desk.flat(who), desk.flat(f.join([told, whom], ", ")), desk.flat(over)))
    return found


def access(desk: Desk) -> list[Block]:
    """What is told of access and of those who watch."""
    told = [one for one in desk.events if one.type.startswith(ACCESS)]
    items = tuple(desk.flat(desk.tools.f.join([desk.tools.f.time(one.time), title(desk.tools, one)])) for one in told)
    return [Points(items)] if items else [Para(desk.say("no_access"))]


def coverage(desk: Desk) -> list[Block]:
    """What could be seen: reports by day and language, and who is silent."""
    plan = desk.given.plan
    per_day: Counter[tuple[str, str]] = Counter()
    for report in desk.given.now.reports:
        day = earliest_day(report.published)
        if day is not None and plan.first <= day <= plan.last:
            per_day[day.isoformat(), report.language or "unknown"] += 1
    codes = sorted({code for _, code in per_day})
    days = [plan.first.fromordinal(plan.first.toordinal() + n) for n in range(plan.days)]
    rows = tuple(
        (
            desk.flat(desk.tools.brief.day(day)),
            *(desk.flat(desk.tools.f.number(per_day[day.isoformat(), c])) for c in codes),
        )
        for day in days
    )
    heads = (desk.say("columns.day"), *(desk.flat(desk.tools.word("languages", code)) for code in codes))
    quiet = desk.flat(silent(desk.tools))
    return [
        Grid(desk.say("coverage_title"), heads, rows) if codes else Para(desk.say("no_reports")),
        *([Para(quiet)] if quiet else []),
        Para(desk.say("zero"), soft=True),
    ]


def method(desk: Desk) -> list[Block]:
    """By what rule, and with what program and words."""
    run = desk.given.now.run
    rows = [("trucewatch", run.version), *sorted((name, value) for name, value in run.hashes.items())]
    return [Para(desk.say("rule")), Facts(tuple(rows))]


def _against(desk: Desk, key: Callable[[Incident], str], name: Callable[[str], str]) -> tuple[tuple[str, ...], ...]:
    plan, incidents = desk.given.plan, list(desk.tools.ix.incidents.values())
    now = counted(incidents, key, plan.stretch())
    before = counted(incidents, key, plan.stretch(*plan.earlier))
    return tuple(
        (name(code), _range(desk, now.get(code, Count())), _range(desk, before.get(code, Count())))
        for code in sorted({*now, *before})
    )


def _all(desk: Desk, *, this: bool) -> Count:
    plan = desk.given.plan
    first, last = (plan.first, plan.last) if this else plan.earlier
    found = counted(desk.tools.ix.incidents.values(), lambda _: "", plan.stretch(first, last))
    return found.get("", Count())


def _range(desk: Desk, count: Count) -> str:
    return desk.flat(desk.tools.f.interval(count.low, count.high))


def _label(desk: Desk, label: str) -> str:
    return desk.tools.words.named("labels", label) or label


def _province_names(desk: Desk) -> dict[str, str]:
    """Names of provinces as places of the record bear them."""
    gazetteer = load_gazetteer()
    ids = {province(one) for one in desk.tools.ix.incidents.values()} - {""}
    return {id_: entry.name for id_ in ids if (entry := gazetteer.by_id(id_)) is not None}
