"""store: questions about incidents and findings by time, place, type, party, kind and term, a page at a time."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from sqlalchemy import ColumnElement, Select, and_, exists, func, or_, select

from trucewatch import known
from trucewatch.errors import SettingsError
from trucewatch.model import Claim, Finding, Incident, Report
from trucewatch.store import rows, tables
from trucewatch.store.asked import among, at
from trucewatch.store.held import Held, by_term

T = TypeVar("T")
PAGE = 50


@dataclass(frozen=True, slots=True)
class Where:
    """What is asked for; what is left out does not count. All of it must hold."""

    period: tuple[str | None, str | None] | None = None
    """`[start, end)` in ISO 8601: what may have happened in it. Without it, what has no time is there too."""
    place: str | None = None
    """A gazetteer id: the place itself, or a district, province or country that holds it."""
    type: str | None = None
    """A code of the vocabulary (`kin.shelling`) or a family of them (`kin`)."""
    party: str | None = None
    """An actor's id, in any role; a side (`SYR`) stands for all that belong to it (`SYR.army`)."""
    kind: str | None = None
    """`event`, `figure`, `statement`, `term` or `state`."""
    term: tuple[str, str] | None = None
    """An agreement's id and a term's: incidents that a finding holds against it."""
    labels: tuple[str, ...] = ()
    """With `term` or alone: incidents with a finding of one of these labels."""
    disputed: bool = False
    """Only where accounts disagree in truth."""


EVERYTHING = Where()


@dataclass(frozen=True, slots=True)
class Page(Generic[T]):
    """Some of what was asked for. `after` is what to give for the next page; None on the last."""

    items: tuple[T, ...]
    after: str | None


def incidents(kept: Held, where: Where = EVERYTHING) -> tuple[Incident, ...]:
    """The incidents that were asked for, by the time they happened, those without a time last."""
    return tuple(rows.thing(Incident, row) for _, _, row in kept.ask(_in_time(_asked(kept, where)), tables.incidents))


def incident_page(
    kept: Held, where: Where = EVERYTHING, *, after: str | None = None, size: int = PAGE
) -> Page[Incident]:
    """The same, `size` at a time; `after` is the `after` of the page before."""
    found = kept.ask(paged(kept, where, after=after).limit(size + 1), tables.incidents)
    items = tuple(rows.thing(Incident, row) for _, _, row in found[:size])
    more = f"{found[size - 1][0] or ''}|{found[size - 1][1]}" if len(found) > size else None
    return Page(items, more)


def paged(kept: Held, where: Where = EVERYTHING, *, after: str | None = None) -> Select[Any]:
    """The question by which pages are read: start, id and row of what comes after a place, in time."""
    asked = _in_time(_asked(kept, where, in_time=True))
    return asked if after is None else asked.where(_beyond(after))


def count(kept: Held, where: Where = EVERYTHING) -> int:
    """How many incidents were asked for."""
    asked = select(func.count()).select_from(tables.incidents).where(*conditions(kept, where))
    return int(kept.ask(asked, tables.incidents)[0][0])


def incident(kept: Held, id_: str) -> Incident | None:
    """One incident by its id, or None where none of that id stood."""
    table = tables.incidents
    found = kept.ask(select(table.c.row).where(table.c.id == id_), table)
    return rows.thing(Incident, found[0][0]) if found else None


def incidents_of(kept: Held, claim: str) -> tuple[Incident, ...]:
    """The incident that a claim was held to be about."""
    table, links = tables.incidents, tables.incident_claims
    asked = select(table.c.row).where(table.c.pk.in_(select(links.c.incident).where(links.c.claim == claim)))
    return tuple(rows.thing(Incident, row) for (row,) in kept.ask(asked, table))


def findings(kept: Held, where: Where = EVERYTHING) -> tuple[Finding, ...]:
    """The findings on the incidents that were asked for; without conditions, on terms as a whole too."""
    table = tables.findings
    asked = select(table.c.row).where(*_of_term(where)).order_by(*by_term())
    if where != Where(term=where.term, labels=where.labels):
        asked = asked.where(table.c.incident.in_(_asked(kept, where).with_only_columns(tables.incidents.c.id)))
    return _findings(kept, asked)


def latest(kept: Held, where: Where = EVERYTHING, *, size: int = PAGE) -> tuple[tuple[int, Incident], ...]:
    """The incidents of which the store learned last, each with the change that brought it as it stands."""
    table = tables.incidents
    asked = select(table.c.known_from, table.c.row).where(*conditions(kept, where)).order_by(table.c.pk.desc())
    return tuple((n, rows.thing(Incident, row)) for n, row in kept.ask(asked.limit(size), table))


def findings_on(kept: Held, incidents: Sequence[str]) -> tuple[Finding, ...]:
    """The findings on incidents, by agreement and term."""
    table = tables.findings
    asked = select(table.c.row).where(among(table.c.incident, incidents)).order_by(*by_term())
    return _findings(kept, asked)


def findings_on_terms(kept: Held) -> tuple[Finding, ...]:
    """The findings on terms as a whole, which name no incident."""
    table = tables.findings
    asked = select(table.c.row).where(table.c.incident.is_(None)).order_by(*by_term())
    return _findings(kept, asked)


def supporting(kept: Held, *, most: int | None = None) -> tuple[Finding, ...]:
    """The findings that name claims for a term being kept, at most `most` of them."""
    table = tables.findings
    return _findings(kept, select(table.c.row).where(tables.SUPPORTING).order_by(*by_term()).limit(most))


def _findings(kept: Held, asked: Select[Any]) -> tuple[Finding, ...]:
    as_of = kept.as_of
    return tuple(rows.finding(row, as_of) for (row,) in kept.ask(asked, tables.findings))


def held_against(kept: Held, term: tuple[str, str], labels: Sequence[str], *, most: int = PAGE) -> tuple[Incident, ...]:
    """Some of the incidents with a finding of one of these labels on a term."""
    table = tables.findings
    asked = select(table.c.incident).where(*_of_term(Where(term=term, labels=tuple(labels))))
    ids = [id_ for (id_,) in kept.ask(asked.where(table.c.incident.is_not(None)).limit(most), table)]
    return incidents_by_id(kept, ids)


def incidents_by_id(kept: Held, ids: Sequence[str]) -> tuple[Incident, ...]:
    """Incidents by their ids, in the order given; those of which none stood are left out."""
    table = tables.incidents
    found = dict(map(tuple, kept.ask(select(table.c.id, table.c.row).where(among(table.c.id, ids)), table)))
    return tuple(rows.thing(Incident, found[one]) for one in ids if one in found)


def homes(kept: Held, claims: Sequence[str]) -> dict[str, Incident]:
    """For each of some claims, the incident that it was held to be about."""
    table, links = tables.incidents, tables.incident_claims
    joined = links.join(table, table.c.pk == links.c.incident)
    asked = select(links.c.claim, table.c.id, table.c.row).select_from(joined).where(among(links.c.claim, claims))
    made: dict[str, Incident] = {}
    found = {}
    for claim, id_, row in kept.ask(asked, table):
        made[id_] = made.get(id_) or rows.thing(Incident, row)
        found[claim] = made[id_]
    return {one: found[one] for one in claims if one in found}


def how_many(kept: Held, what: str) -> int:
    """How many reports, claims or incidents there are."""
    table = {"reports": tables.reports, "claims": tables.claims, "incidents": tables.incidents}[what]
    return int(kept.ask(select(func.count()).select_from(table), table)[0][0])


def claims_of(kept: Held, report: str) -> tuple[Claim, ...]:
    """The claims of a report, in the order of its text."""
    table = tables.claims
    asked = select(table.c.row).where(table.c.report == report).order_by(table.c.position)
    return tuple(rows.thing(Claim, row) for (row,) in kept.ask(asked, table))


def claims_of_all(kept: Held, reports: Sequence[str]) -> tuple[Claim, ...]:
    """The claims of some reports, in the order of the reports and of their texts."""
    table = tables.claims
    asked = select(table.c.report, table.c.row).where(among(table.c.report, reports)).order_by(table.c.position)
    found: dict[str, list[Claim]] = {}
    for report, row in kept.ask(asked, table):
        found.setdefault(report, []).append(rows.thing(Claim, row))
    return tuple(claim for one in reports for claim in found.get(one, []))


def claims(kept: Held, ids: Sequence[str]) -> tuple[Claim, ...]:
    """Claims by their ids, in the order given, as the reports made them; those that are not known are left out."""
    table = tables.claims
    found = dict(map(tuple, kept.ask(select(table.c.id, table.c.row).where(among(table.c.id, ids)), table)))
    return tuple(rows.thing(Claim, found[one]) for one in ids if one in found)


def reports(
    kept: Held, *, ids: Sequence[str] | None = None, published: tuple[str | None, str | None] | None = None
) -> tuple[Report, ...]:
    """Reports by their ids, or those that may have appeared within `[start, end)`, in the order in which they came."""
    table = tables.reports
    asked = select(table.c.row).order_by(table.c.position) if ids is None else of_ids(select(table.c.row), ids)
    if published is not None:
        asked = asked.where(*_meets(table.c.published_from, table.c.published_to, published))
    return tuple(rows.thing(Report, row) for (row,) in kept.ask(asked, table))


def of_ids(asked: Select[Any], ids: Sequence[str]) -> Select[Any]:
    """A question about reports, of these alone, in the order in which they came."""
    table = tables.reports
    # A sum as order keeps SQLite from going through all reports in their order instead of looking these up.
    return asked.where(among(table.c.id, ids)).order_by(table.c.position + 0)


def newest_reports(kept: Held, *, skip: int = 0, size: int = PAGE, before: int | None = None) -> tuple[Report, ...]:
    """Some of the reports, those that came last first; `before` is the place in the store of the last one seen."""
    table = tables.reports
    asked = select(table.c.row).order_by(table.c.position.desc()).offset(skip).limit(size)
    if before is not None:
        asked = asked.where(table.c.position < before)
    return tuple(rows.thing(Report, row) for (row,) in kept.ask(asked, table))


def _asked(kept: Held, where: Where, *, in_time: bool = False) -> Select[Any]:
    table = tables.incidents
    return select(table.c.start, table.c.id, table.c.row).where(
        at(table, kept.n), *conditions(kept, where, in_time=in_time)
    )


def _in_time(asked: Select[Any]) -> Select[Any]:
    table = tables.incidents
    return asked.order_by(table.c.start.is_(None), table.c.start, table.c.id)


def _beyond(after: str) -> ColumnElement[bool]:
    start, bar, id_ = after.partition("|")
    if not bar:
        raise SettingsError(f'"{after}" is no place to go on from. Give what the page before ended with.')
    table = tables.incidents
    if not start:
        return and_(table.c.start.is_(None), table.c.id > id_)
    later = or_(table.c.start > start, and_(table.c.start == start, table.c.id > id_))
    return or_(later, table.c.start.is_(None))


def conditions(kept: Held, where: Where = EVERYTHING, *, in_time: bool = False) -> list[ColumnElement[bool]]:
    """What must hold of rows of the table of incidents; `in_time` where a page of them is read in order of time."""
    table = tables.incidents
    # A page goes along the index of time until it is full; another index would make it sort all that it finds.
    type_, kind = (column + "" if in_time else column for column in (table.c.type, table.c.kind))
    found: list[ColumnElement[bool]] = []
    if where.period is not None:
        found += _meets(table.c.start, table.c.end, where.period)
    if where.place is not None:
        found.append(_linked(tables.incident_places, tables.incident_places.c.place, where.place))
    if where.party is not None:
        found.append(_linked(tables.incident_actors, tables.incident_actors.c.actor, where.party))
    if where.type is not None:
        family = and_(type_ > f"{where.type}.", type_ < f"{where.type}/")
        found.append(or_(type_ == where.type, family))
    if where.kind is not None:
        found.append(kind == where.kind)
    if where.disputed:
        found.append(table.c.disputed == 1)
    if where.term is not None or where.labels:
        held = and_(at(tables.findings, kept.n), tables.findings.c.incident == table.c.id, *_of_term(where))
        found.append(exists().where(held))
    return found


def _of_term(where: Where) -> list[ColumnElement[bool]]:
    table = tables.findings
    found: list[ColumnElement[bool]] = []
    if where.term is not None:
        found += [table.c.agreement == where.term[0], table.c.provision == where.term[1]]
    if where.labels:
        found.append(table.c.label.in_(where.labels))
    return found


def _linked(links: Any, column: Any, value: str) -> ColumnElement[bool]:
    # Asked incident by incident, so that a page is full before all of them were looked at.
    # Bound to the incident alone: a question may go over the same links for something else.
    held = exists().where(links.c.incident == tables.incidents.c.pk, column == value)
    return held.correlate(tables.incidents)


def _meets(start: Any, end: Any, period: tuple[str | None, str | None]) -> list[ColumnElement[bool]]:
    """Whether `[start, end)` of a row may meet the period; a side that is open is open, no side at all is no time."""
    first, last = (rows.utc(known.instant(side)) if side else None for side in period)
    found: list[ColumnElement[bool]] = [or_(start.is_not(None), end.is_not(None))]
    if last is not None:
        found.append(or_(start.is_(None), start < last))
    if first is not None:
        found.append(or_(end.is_(None), end > first, start >= first))
    return found
