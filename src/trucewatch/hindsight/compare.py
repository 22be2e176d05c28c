"""hindsight: two records laid side by side: findings, figures of incidents, disagreements."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TypeVar

from trucewatch.hindsight.causes import Both, Side
from trucewatch.hindsight.difference import Cause, Difference, DifferenceKind, Said, Turn
from trucewatch.ledger import LedgerRow
from trucewatch.ledger import rows as ledger_rows
from trucewatch.model import Finding, Incident, IncidentFigure, Record

T = TypeVar("T")
ORDER: tuple[DifferenceKind, ...] = ("finding", "incident", "figure", "disagreement")


def differences(was: Record, now: Record) -> list[Difference]:
    """Everything that the later record says otherwise than the earlier: findings, incidents, figures, disagreements."""
    both = Both(Side(was), Side(now))
    found = [*_findings(both), *_incidents(both), *_figures(both), *_disagreements(both)]
    return sorted(found, key=lambda one: (ORDER.index(one.kind), one.about, one.id))


def _turn(was: object, now: object) -> Turn:
    return "new" if was is None else "gone" if now is None else "changed"


def _pairs(was: Mapping[str, T], now: Mapping[str, T]) -> Iterator[tuple[str, T | None, T | None]]:
    for id_ in sorted({*was, *now}):
        yield id_, was.get(id_), now.get(id_)


def _parted(was: Said, now: Said) -> tuple[Said, Said]:
    """What differs on each side."""
    keys = [key for key in dict.fromkeys((*was, *now)) if was.get(key) != now.get(key)]
    return {key: was[key] for key in keys if key in was}, {key: now[key] for key in keys if key in now}


def _findings(both: Both) -> Iterator[Difference]:
    new = {one.id: one for one in both.now.record.findings}
    held: dict[tuple[str, str, str | None], str] = {
        (one.agreement, one.provision, one.incident): one.id for one in new.values() if one.incident
    }
    old: dict[str, Finding] = {}
    for before in both.was.record.findings:
        # An incident whose earliest account came in later has another id; its findings are still those on it.
        became = held.get((before.agreement, before.provision, both.became(before.incident)), before.id)
        old[before.id if before.id in new or became in old else became] = before
    for id_, was, now in _pairs(old, new):
        said = _parted(_of_finding(was), _of_finding(now))
        one = now or was
        if one is not None and any(said):
            yield Difference(
                "finding",
                _turn(was, now),
                id_,
                f"{one.agreement} {one.provision}",
                *said,
                tuple(both.of_finding(was, now)),
                one.incident,
                was.incident if was and now and was.incident != now.incident else None,
            )


def _of_finding(finding: Finding | None) -> Said:
    """What a finding says in substance; its sentences follow from it."""
    if finding is None:
        return {}
    said: Said = {"label": finding.label}
    said |= {f"facet {name}": facet.value for name, facet in finding.facets.items()}
    said |= {f"reading {name}": label for name, label in finding.readings.items()}
    if finding.decisive:
        said["decisive"] = ", ".join(finding.decisive)
    if finding.instance is not None and finding.instance.due is not None:
        said["due"] = " to ".join(str(edge) for edge in finding.instance.due)
    if finding.instance is not None and finding.instance.count is not None:
        said["count"] = ", ".join(f"{name} {value}" for name, value in finding.instance.count.items())
    if finding.supports:
        said["supports"] = ", ".join(finding.supports)
    return said


def _matched(both: Both) -> Iterator[tuple[Incident | None, Incident | None]]:
    """Incidents of both records, each with what it was or has become; those joined to another stand with it."""
    seen = set()
    for now in both.now.incidents.values():
        was = both.before(now)
        seen.add(was.id if was else "")
        yield was, now
    for was in both.was.incidents.values():
        if was.id not in seen:
            yield was, both.after(was)


def _incidents(both: Both) -> Iterator[Difference]:
    for was, now in _matched(both):
        said = _parted(_of_incident(was), _of_incident(now))
        one = now or was
        if one is not None and any(said):
            moved = was.id if was and now and was.id != now.id else None
            causes = tuple(both.of_incidents(was, now))
            turn = _turn(was, now)
            yield Difference("incident", turn, one.id, one.type, *said, causes or _last(both), one.id, moved)


def _last(both: Both) -> tuple[Cause, ...]:
    return tuple(both.of_rest(None))


def _of_incident(incident: Incident | None) -> Said:
    if incident is None:
        return {}
    time = incident.time
    place = incident.place
    said = {
        "type": incident.type,
        "kind": incident.kind,
        "time": f"{time.start or '..'} to {time.end or '..'}" if time else "",
        "place": (place.name or place.text) if place else "",
        "actors": ", ".join(sorted({f"{actor.role} {actor.id or actor.text}" for actor in incident.actors})),
        "occurrence": incident.occurrence,
        "responsibility": incident.responsibility,
        "roots": ", ".join(sorted(incident.roots)),
    }
    return {name: value for name, value in said.items() if value}


def _figures(both: Both) -> Iterator[Difference]:
    for was, now in _matched(both):
        old, new = ({_key(one): one for one in incident.figures} if incident else {} for incident in (was, now))
        incident = now or was
        for key, before, after in _pairs(old, new):
            said = _parted(_of_figure(before), _of_figure(after))
            if incident is not None and any(said):
                causes = tuple(both.of_incidents(was, now)) or _last(both)
                about = f"{incident.type}: {key}"
                turn = _turn(before, after)
                yield Difference("figure", turn, f"{incident.id} {key}", about, *said, causes, incident.id)


def _key(figure: IncidentFigure) -> str:
    over = "/".join(str(edge or "..") for edge in figure.period) if figure.period else ""
    return " ".join(part for part in (figure.measure, figure.population, over) if part)


def _of_figure(figure: IncidentFigure | None) -> Said:
    if figure is None:
        return {}
    shown = f"{_number(figure.low)} to {_number(figure.high)}" if figure.low != figure.high else _number(figure.low)
    best = {"best": _number(figure.best)} if figure.best is not None else {}
    return {"range": shown, "relation": figure.relation, **best}


def _number(value: float | None) -> str:
    return ".." if value is None else f"{value:g}"


def _disagreements(both: Both) -> Iterator[Difference]:
    old: dict[str, LedgerRow] = {}
    new: dict[str, LedgerRow] = {}
    for row in ledger_rows(both.now.record):
        new.setdefault(_point(row, row.incident), row)
    for row in ledger_rows(both.was.record):
        old.setdefault(_point(row, both.became(row.incident) or row.incident), row)
    for key, was, now in _pairs(old, new):
        said = _parted(_of_row(was), _of_row(now))
        one = now or was
        if one is not None and any(said):
            pair = both.pair(one.incident, both.now if now else both.was)
            causes = tuple(both.of_incidents(*pair)) or _last(both)
            about = " ".join(part for part in (one.type, one.field, one.measure, one.population) if part)
            moved = was.incident if was and now and was.incident != now.incident else None
            yield Difference("disagreement", _turn(was, now), key, about, *said, causes, one.incident, moved)


def _point(row: LedgerRow, incident: str) -> str:
    """By which a point on which accounts part is the same in both records."""
    parts = (incident, row.field, row.measure, row.population, *sorted(row.others))
    return " ".join(part for part in parts if part)


def _of_row(row: LedgerRow | None) -> Said:
    if row is None:
        return {}
    sides = {f"side {side.said}": ", ".join(sorted(side.roots)) or "no root" for side in row.sides}
    return {"kind": row.kind, **sides}
