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
from trucewatch.publish.period.watch import stated
from trucewatch.publish.views.incidents import title
from trucewatch.publish.views.voices import silent

if TYPE_CHECKING:
    from trucewatch.publish.period.build import Writer

ACCESS = ("hum.access", "hum.obstruct", "mon.")
"""Types, or beginnings of types, that tell of access and of watching."""


def brief(writer: Writer) -> list[Block]:
    """What a reader must know who reads nothing else."""
    now, before = _all(writer, this=True), _all(writer, this=False)
    findings = [f for one in writer.events for f in writer.tools.ix.findings_of.get(one.id, []) if is_potential(f)]
    fresh = [r for r in writer.given.now.reports if r.id not in {b.id for b in writer.given.before.reports}]
    items = [
        writer.say("brief.events", n=_range(writer, now), before=_range(writer, before)),
        writer.say("brief.potential", len({f.incident for f in findings})),
        writer.say("brief.reports", len(fresh)),
    ]
    if not writer.events:
        items.insert(1, writer.say("brief.none"))
    return [Points(tuple(items)), Para(writer.say("brief.rule"), soft=True)]


def duties(writer: Writer) -> list[Block]:
    """How each duty stands at the cut-off, and how it stood before."""
    was = {(f.agreement, f.provision): f.label for f in writer.given.before.findings if f.kind == "obligation"}
    rows, idle = [], []
    for finding in writer.given.now.findings:
        if finding.kind != "obligation" or finding.incident is not None:
            continue
        provision = writer.tools.ix.provisions.get((finding.agreement, finding.provision))
        title = writer.flat(writer.tools.ours(provision.title)) if provision else finding.provision
        if finding.label == "not_evaluable":
            idle.append(title)
            continue
        earlier = was.get((finding.agreement, finding.provision))
        stood = _label(writer, earlier) if earlier else "–"
        why = writer.flat(writer.tools.ours(finding.why[0])) if finding.why else ""
        rows.append((title, _label(writer, finding.label), stood, why))
    heads = tuple(writer.say(f"columns.{name}") for name in ("term", "now", "before", "why"))
    found: list[Block] = [Grid(writer.say("duties_title"), heads, tuple(dict.fromkeys(rows)))] if rows else []
    if idle:
        names = writer.flat(writer.tools.f.join(list(dict.fromkeys(idle)), "; "))
        found.append(Para(writer.say("idle", names=names), soft=True))
    return found or [Para(writer.say("none"))]


def counts(writer: Writer) -> list[Block]:
    """Events by family and by province, against the period before under the same rule."""
    by_family = _against(writer, family, lambda code: writer.tools.words.named("families", code) or code)
    names = _province_names(writer)
    by_place = _against(
        writer, province, lambda id_: names.get(id_) or id_ or writer.flat(writer.tools.f.say("place.unknown"))
    )
    heads = tuple(writer.say(f"columns.{name}") for name in ("what", "this", "previous"))
    places = (writer.say("columns.where"), *heads[1:])
    return [
        Grid(writer.say("by_family"), heads, by_family) if by_family else Para(writer.say("brief.none")),
        *([Grid(writer.say("by_province"), places, by_place)] if by_place else []),
        Para(writer.say("range"), soft=True),
    ]


def counters(writer: Writer) -> list[Block]:
    """What each counter told of the period, beside the others and never added up."""
    held = writer.given.plan.stretch()
    rows = []
    for incident in writer.tools.ix.incidents.values():
        if incident.kind == "figure" and lies_in(incident, held) != "out":
            rows += [row for figure in incident.figures for row in _counter_rows(writer, figure)]
    if not rows:
        return [Para(writer.say("no_counters"))]
    heads = tuple(writer.say(f"columns.{name}") for name in ("counter", "counted", "over"))
    return [
        Grid(writer.say("counters_title"), heads, tuple(sorted(dict.fromkeys(rows)))),
        Para(writer.say("apart"), soft=True),
    ]


def _counter_rows(writer: Writer, figure: IncidentFigure) -> list[tuple[str, str, str]]:
    f, found = writer.tools.f, []
    for value in figure.values:
        if value.superseded_by:
            continue
        who = writer.tools.actor(value.counter, value.counter) if value.counter else None
        who = who or (writer.tools.root(value.root) if value.root else f.say("ui.not_stated"))
        told = writer.tools.amount(figure.measure, value.low, value.high, value.approximator)
        whom = writer.tools.population(figure.population)
        over = f.interval_of(figure.period[0], figure.period[1]) if figure.period else f.instant(value.told)
        found.append((writer.flat(who), writer.flat(f.join([told, whom], ", ")), writer.flat(over)))
    return found


def access(writer: Writer) -> list[Block]:
    """What is told of access and of those who watch."""
    told = [one for one in writer.events if one.type.startswith(ACCESS)]
    items = tuple(
        writer.flat(writer.tools.f.join([writer.tools.f.time(one.time), title(writer.tools, one)])) for one in told
    )
    return [Points(items)] if items else [Para(writer.say("no_access"))]


def coverage(writer: Writer) -> list[Block]:
    """What could be seen: reports by day and language, who is silent, and who is stated to have seen what."""
    plan = writer.given.plan
    per_day: Counter[tuple[str, str]] = Counter()
    for report in writer.given.now.reports:
        day = earliest_day(report.published)
        if day is not None and plan.first <= day <= plan.last:
            per_day[day.isoformat(), report.language or "unknown"] += 1
    codes = sorted({code for _, code in per_day})
    days = [plan.first.fromordinal(plan.first.toordinal() + n) for n in range(plan.days)]
    rows = tuple(
        (
            writer.flat(writer.tools.brief.day(day)),
            *(writer.flat(writer.tools.f.number(per_day[day.isoformat(), c])) for c in codes),
        )
        for day in days
    )
    heads = (writer.say("columns.day"), *(writer.flat(writer.tools.word("languages", code)) for code in codes))
    quiet = writer.flat(silent(writer.tools))
    return [
        Grid(writer.say("coverage_title"), heads, rows) if codes else Para(writer.say("no_reports")),
        *([Para(quiet)] if quiet else []),
        stated(writer),
        Para(writer.say("zero"), soft=True),
    ]


def method(writer: Writer) -> list[Block]:
    """By what rule, and with what program and words."""
    run = writer.given.now.run
    rows = [("trucewatch", run.version), *sorted((name, value) for name, value in run.hashes.items())]
    return [Para(writer.say("rule")), Facts(tuple(rows))]


def _against(writer: Writer, key: Callable[[Incident], str], name: Callable[[str], str]) -> tuple[tuple[str, ...], ...]:
    plan, incidents = writer.given.plan, list(writer.tools.ix.incidents.values())
    now = counted(incidents, key, plan.stretch())
    before = counted(incidents, key, plan.stretch(*plan.earlier))
    return tuple(
        (name(code), _range(writer, now.get(code, Count())), _range(writer, before.get(code, Count())))
        for code in sorted({*now, *before})
    )


def _all(writer: Writer, *, this: bool) -> Count:
    plan = writer.given.plan
    first, last = (plan.first, plan.last) if this else plan.earlier
    found = counted(writer.tools.ix.incidents.values(), lambda _: "", plan.stretch(first, last))
    return found.get("", Count())


def _range(writer: Writer, count: Count) -> str:
    return writer.flat(writer.tools.f.interval(count.low, count.high))


def _label(writer: Writer, label: str) -> str:
    return writer.tools.words.named("labels", label) or label


def _province_names(writer: Writer) -> dict[str, str]:
    """Names of provinces as places of the record bear them."""
    gazetteer = load_gazetteer()
    ids = {province(one) for one in writer.tools.ix.incidents.values()} - {""}
    return {id_: entry.name for id_ in ids if (entry := gazetteer.by_id(id_)) is not None}
