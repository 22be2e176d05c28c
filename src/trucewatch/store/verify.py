"""store: whether a store is what it was: its originals, its log, and that everything leads to what it names."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from functools import partial
from typing import Any

from sqlalchemy import Connection, select, text

from trucewatch import assess, check
from trucewatch.errors import StoreError
from trucewatch.model import Claim, Incident, Report
from trucewatch.resolve import Judgement
from trucewatch.store import log, rows, tables
from trucewatch.store.deep import deep
from trucewatch.store.fault import Fault
from trucewatch.store.knowledge import loaded
from trucewatch.store.record import record
from trucewatch.store.store import Store


def verify(store: Store, *, thorough: bool = False) -> tuple[Fault, ...]:
    """Everything that is wrong; nothing where a store is whole.

    `thorough` also works out all incidents and findings at once and compares them with what stands.
    """
    with store.reading() as connection:
        found: list[Fault] = []
        for check in (_database, _log, partial(_originals, store), _references, _quotations, _index):
            try:
                found.extend(check(connection))
            except StoreError as error:
                found.append(Fault(error.path, error.problem.rstrip(".")))
    found.extend(_findings(store, found))
    if thorough and not found:
        found.extend(deep(store))
    return tuple(found)


def _findings(store: Store, before: Sequence[Fault]) -> Iterator[Fault]:
    """Findings that are not what the claims and the texts held give; asked only where all that they name is there."""
    if any(fault.what.endswith("is not there") for fault in before):
        return
    with store.reading() as connection, loaded(connection, store.at().n) as knowledge:
        profile = knowledge.profile or assess.load_profile()
        standard, coverage = check.Standard.of(profile), knowledge.coverage
    try:
        held = record(store)
        refused = check.verify(check.given(held, standard, coverage)) if held.reports else ()
    except StoreError as error:
        yield Fault(error.path, error.problem.rstrip("."))
        return
    # What a claim quotes was looked at before.
    yield from (Fault(one.where, one.why) for one in refused if not one.where.startswith("claim "))


def _database(connection: Connection) -> Iterator[Fault]:
    for (said,) in connection.execute(text("PRAGMA integrity_check")):
        if said != "ok":
            yield Fault("database", str(said))
    for row in connection.execute(text("PRAGMA foreign_key_check")):
        yield Fault(f"{row[0]} row {row[1]}", f"it names a row of {row[2]} that is not there")


def _log(connection: Connection) -> Iterator[Fault]:
    previous = log.BEGINNING
    for number, entry in enumerate(log.entries(connection), 1):
        where = f"log entry {entry.n}"
        if entry.n != number:
            yield Fault(where, f"entry {number} is missing before it")
            return
        if entry.previous != previous:
            yield Fault(where, "it does not follow from the entry before")
        if entry.hash != entry.worked_out:
            yield Fault(where, "it was changed: its hash does not fit what it says")
        if entry.rows != log.rows_hash(connection, entry.n):
            yield Fault(where, "rows that this change brought or closed were changed, added or taken away")
        previous = entry.hash


def _originals(store: Store, connection: Connection) -> Iterator[Fault]:
    table = tables.originals
    for row in connection.execute(select(table.c.sha256, table.c.size).order_by(table.c.pk)):
        path = store.originals / row.sha256
        where = f"originals/{row.sha256}"
        try:
            with path.open("rb") as stream:
                found = hashlib.file_digest(stream, "sha256").hexdigest()
        except OSError as error:
            yield Fault(where, f"it cannot be read ({error.strerror})")
            continue
        if found != row.sha256:
            yield Fault(where, f"its bytes were changed: their SHA-256 is {found}")
        elif path.stat().st_size != row.size:
            yield Fault(where, f"it has {path.stat().st_size} bytes, not {row.size}")


def _references(connection: Connection) -> Iterator[Fault]:
    reports, claims = (_ids(connection, table) for table in (tables.reports, tables.claims))
    incidents = _ids(connection, tables.incidents)
    for id_, report in connection.execute(select(tables.claims.c.id, tables.claims.c.report)):
        if report not in reports:
            yield Fault(f"claim {id_}", f"its report {report} is not there")
    for (row,) in connection.execute(select(tables.incidents.c.row)):
        incident = rows.thing(Incident, row)
        for claim in incident.claims:
            if claim not in claims:
                yield Fault(f"incident {incident.id}", f"its claim {claim} is not there")
    for id_, incident_id in connection.execute(select(tables.findings.c.id, tables.findings.c.incident)):
        if incident_id is not None and incident_id not in incidents:
            yield Fault(f"finding {id_}", f"its incident {incident_id} is not there")
    judged = select(tables.judgements.c.id, tables.judgements.c.row).where(tables.judgements.c.verdict != "undo")
    for id_, row in connection.execute(judged):
        for claim in rows.thing(Judgement, row).claims:
            if claim not in claims:
                yield Fault(f"judgement {id_}", f"its claim {claim} is not there")


def _quotations(connection: Connection) -> Iterator[Fault]:
    """Every quotation stands in its report, where the claim says."""
    for id_, row in connection.execute(select(tables.reports.c.id, tables.reports.c.row)):
        report = rows.thing(Report, row)
        made = select(tables.claims.c.row).where(tables.claims.c.report == id_)
        for (told,) in connection.execute(made):
            claim = rows.thing(Claim, told)
            if "observation" not in report.meta and report.text[slice(*claim.spans[0])] != claim.quote:
                yield Fault(f"claim {claim.id}", f"its words are not those of report {id_} at {claim.spans[0]}")


def _index(connection: Connection) -> Iterator[Fault]:
    indexed = connection.execute(text("SELECT count(*) FROM search_docsize")).scalar_one()
    held = len(_ids(connection, tables.reports))
    if indexed != held:
        yield Fault("search", f"{indexed} texts are indexed, of {held}")


def _ids(connection: Connection, table: Any) -> set[str]:
    return set(connection.execute(select(table.c.id).distinct()).scalars())
