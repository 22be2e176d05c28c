"""store: new reports join what is held. The stages are those of a run; here they are given what is new alone."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from sqlalchemy import insert, select

from trucewatch import jobs, read
from trucewatch.errors import StoreError
from trucewatch.model import Claim, Rejected, Report
from trucewatch.pipeline import Progress, counted, parted, placed
from trucewatch.provenance import hashes
from trucewatch.store import rows, search, tables
from trucewatch.store.append import append, append_changed
from trucewatch.store.held import held_in
from trucewatch.store.knowledge import Knowledge, loaded
from trucewatch.store.remembered import forget
from trucewatch.store.shelf import Shelf
from trucewatch.store.standing import Stood, restand
from trucewatch.store.store import Change, Store, clear_incoming


@dataclass(frozen=True, slots=True)
class Added:
    """What one `add` did: its number in the log, what came in, what was known before, and what could not be used."""

    n: int
    reports: tuple[str, ...]
    claims: int
    read_before: tuple[tuple[str, str], ...]
    """Each source that held nothing new, with the id of the report that is kept."""
    dated_anew: tuple[str, ...]
    """Reports held before whose day became clearer by the new ones; their claims were found again."""
    rejected: tuple[Rejected, ...]
    stood: Stood


@dataclass(frozen=True, slots=True)
class Adding:
    """How reports are added: the column of a table that holds the texts, processes that share the work, and by whom."""

    text_column: str | None = None
    jobs: int = 1
    who: str | None = None
    again: bool = False
    """Read all that is held anew, with the program and the words that there are now."""


def add(
    store: Store,
    sources: Sequence[str],
    adding: Adding | None = None,
    *,
    stdin: BinaryIO | None = None,
    progress: Progress | None = None,
) -> Added:
    """Read sources and let their reports join what is held: all of it is recorded, or nothing is."""
    told = adding or Adding()
    try:
        with store.changing("add", told.who) as change:
            clear_incoming(store)
            given = read.as_given(sources, originals=store.incoming, stdin=stdin, text_column=told.text_column)
            received, unread = parted(counted("read", given, None, progress))
            new = [placed(one, sources) for one in received]
            with loaded(change.connection, change.n) as knowledge:
                added = _join(change, new, unread, knowledge, told, progress)
            _keep_originals(store, change)
    except OSError as error:
        problem = f"it could not be read or written ({error.strerror or error})."
        raise StoreError(
            str(error.filename or store.directory), problem, "Check the disk and its free space; nothing was kept."
        ) from error
    clear_incoming(store)
    return added


def _join(
    change: Change,
    received: Sequence[Report],
    unread: Sequence[Rejected],
    knowledge: Knowledge,
    told: Adding,
    progress: Progress | None,
) -> Added:
    before = held_in(change).both_reports()
    held = {own.id: own for _, own in before}
    new, known, clashing = _sorted_out(received, held)
    standing = {report.id: report for report, _ in before}
    everything, changed = keep_reports(change, (*held.values(), *new), standing)
    dated = everything if told.again else changed
    fresh = {report.id for report in new}
    claims, failed = _found(dated, knowledge, told, progress)
    keep_claims(change, dated, claims)
    _keep_rejected(change, dated, (*unread, *clashing), failed)
    search.keep(change, new, start=len(held))
    if told.again:
        forget(change)
        Shelf(change.connection).clear()
    stood = restand(change, held_in(change), knowledge, everything)
    added = Added(
        n=change.n,
        reports=tuple(report.id for report in new),
        claims=sum(claim.report in fresh for claim in claims),
        read_before=tuple((str(report.meta.get("origin")), report.id) for report in known),
        dated_anew=() if told.again else tuple(report.id for report in dated if report.id not in fresh),
        rejected=(*unread, *clashing, *failed),
        stood=stood,
    )
    given = [*knowledge.gazetteers, *knowledge.actors, *([knowledge.profile_file] if knowledge.profile_file else [])]
    change.details.update(
        reports=len(new), claims=added.claims, read_before=len(known), dated_anew=len(added.dated_anew),
        rejected=len(added.rejected), incidents=stood.incidents, findings=stood.findings,
        again=told.again, hashes=hashes(knowledge.stack, given),
    )  # fmt: skip
    return added


def _sorted_out(
    received: Iterable[Report], held: dict[str, Report]
) -> tuple[list[Report], list[Report], list[Rejected]]:
    """Reports that are new, those that are held already, and those that bring another text under a held id."""
    new, known, clashing = [], [], []
    for report in received:
        standing = held.get(report.id)
        if standing is None:
            new.append(report)
        elif standing.text == report.text:
            known.append(report)
        else:
            reason = f"the id {report.id} is taken by another text in this store"
            remedy = "Give each report an id of its own."
            clashing.append(Rejected(str(report.meta.get("origin")), reason, remedy, report.sha256))
    return new, known, clashing


def keep_reports(
    change: Change, undated: Sequence[Report], standing: Mapping[str, Report]
) -> tuple[list[Report], list[Report]]:
    """Date all reports with the help of each other; append those that are new or dated anew.

    `standing` are those held before, as they stood. Returns all reports, and those that were appended.
    """
    dated = read.infer_from_others(undated)
    changed = [report for report in dated if standing.get(report.id) != report]
    ids = {report.id for report in changed}
    made = [
        rows.report_row(report, own, position)
        for position, (report, own) in enumerate(zip(dated, undated, strict=True))
        if report.id in ids
    ]
    append_changed(change, tables.reports, ("id",), made, within=tables.reports.c.id.in_(ids & standing.keys()))
    return dated, changed


def _found(
    reports: Sequence[Report], knowledge: Knowledge, told: Adding, progress: Progress | None
) -> tuple[tuple[Claim, ...], tuple[Rejected, ...]]:
    found = jobs.extracted(reports, knowledge.sources, jobs=told.jobs)
    return jobs.together(counted("extract", found, len(reports), progress))


def keep_claims(change: Change, reports: Sequence[Report], claims: Iterable[Claim]) -> None:
    """The claims of reports that are new or dated anew: what is as before stays, what is not is closed."""
    made: dict[str, list[rows.Row]] = {report.id: [] for report in reports}
    for claim in claims:
        made[claim.report].append(rows.claim_row(claim, len(made[claim.report])))
    flat = [row for one in made.values() for row in one]
    append_changed(change, tables.claims, ("id",), flat, within=tables.claims.c.report.in_(made))


def _keep_rejected(
    change: Change, reports: Sequence[Report], unread: Iterable[Rejected], failed: Iterable[Rejected]
) -> None:
    append(change, tables.rejected, [_rejected(item, None) for item in unread])
    of_reports = tables.rejected.c.report.in_([report.id for report in reports])
    append_changed(
        change, tables.rejected, ("report",), [_rejected(item, item.source) for item in failed], within=of_reports
    )


def _rejected(item: Rejected, report: str | None) -> rows.Row:
    return {"report": report, "sha256": item.sha256, "row": rows.text(item)}


def _keep_originals(store: Store, change: Change) -> None:
    """Move what was received among the originals, each file whole and safe on the disk before it gets its name."""
    if not store.incoming.is_dir():
        return
    table = tables.originals
    kept = {sha256 for (sha256,) in change.connection.execute(select(table.c.sha256))}
    store.originals.mkdir(exist_ok=True)
    for path in sorted(store.incoming.iterdir()):
        if path.name not in kept:
            _flush(path)
            row = {"known_from": change.n, "sha256": path.name, "size": path.stat().st_size}
            change.connection.execute(insert(table).values(row))
        path.replace(store.originals / path.name)
    if os.name == "posix":  # elsewhere a folder cannot be opened, and its names are written with the file
        _flush(store.originals, os.O_RDONLY)


def _flush(path: Path, how: int = os.O_RDWR) -> None:
    """Wait until a file, or the names in a folder, are safe on the disk."""
    handle = os.open(path, how)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
