"""bench: a store of very many incidents: what the program reads out of made-up reports, copied over the years.

PYTHONPATH=src python -m bench.serve.made_up DIR [--incidents N] [--seed N]

The first weeks are read by the program itself. Every copy has ids and days of its own and is appended through the
store's own tables, some hundred changes in all; of what a change brought, the next but one closes a part and appends it
in another form, as a real store's history has it. Hashes and quotations hold. Findings are copied and not worked out.
"""

from __future__ import annotations

import argparse
import datetime as dt
import hashlib
import json
import random
import re
import tempfile
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from itertools import count
from pathlib import Path
from typing import Any

from sqlalchemy import Table, insert, select, text

from bench.serve import told
from trucewatch.model import Report
from trucewatch.resolve import Judgement
from trucewatch.sample import sample_path
from trucewatch.store import Store, add, make_store, rows, tables
from trucewatch.store.append import append, close
from trucewatch.store.search import indexed
from trucewatch.store.store import Change

REPORTS = 400
"""Reports that are read; all others are copies of them and of the sample."""
EVERY = 17
"""Days between a copy and the next."""
PARTS = 5
"""Changes that bring one copy."""
REWRITTEN = 0.08
"""The part of the incidents of a change that is brought in another form later."""
BEGUN = dt.datetime(2020, 3, 7, 6, tzinfo=dt.UTC)
_ID = re.compile(r"\b(?:[cif]_[0-9a-f]{12}|r_\d{6}|sample-\d\d)\b")
_DAY = re.compile(r'(?<=(?<!\\)")\d{4}-\d\d-\d\d(?=[T"/])|(?<=/)\d{4}-\d\d-\d\d(?=[T"])')
_PLAIN_DAY = re.compile(r"^\d{4}-\d\d-\d\d")
_LINKED: tuple[tuple[Table, str], ...] = (
    (tables.incident_claims, "claim"), (tables.incident_places, "place"), (tables.incident_actors, "actor"),
)  # fmt: skip


@dataclass
class Pattern:
    """The rows of what was read, by table, with what belongs to each incident and the words of each report."""

    reports: list[rows.Row]
    claims: dict[str, list[rows.Row]]
    incidents: list[rows.Row]
    findings: dict[str | None, list[rows.Row]]
    links: dict[str, dict[str, list[str]]]
    words: dict[str, dict[str, str]]
    details: dict[str, Any]


@dataclass
class Made:
    """How far the store is."""

    store: Store
    reports: int = 0
    incidents: int = 0
    before: list[list[tuple[int, rows.Row]]] = field(default_factory=list)


def main() -> None:
    """Make a store in a folder."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("directory", type=Path)
    parser.add_argument("--incidents", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    make(options.directory, options.incidents, options.seed)


def make(directory: Path, incidents: int, seed: int = 1) -> Store:
    """A new store of about so many standing incidents."""
    hours = count()
    store = make_store(directory, ["idlib-2020"], clock=lambda: BEGUN + dt.timedelta(hours=5 * next(hours)))
    pattern = _read(seed)
    made, rng = Made(store), random.Random(seed)
    for copy in count():
        for part in range(PARTS):
            if made.incidents >= incidents:
                _settle(store)
                return store
            _bring(made, pattern, copy, part, rng)
        if copy % 5 == 0:
            _judge(made, rng)
    raise AssertionError


def one_more(store: Store) -> None:
    """A change as a new report brings it: one report with a claim, an incident and its findings."""
    pattern = _read(7, reports=40)
    with store.reading() as connection:
        held = connection.execute(select(tables.reports.c.position).order_by(tables.reports.c.position.desc())).first()
    made = Made(store, reports=held[0] + 1 if held else 0)
    first = pattern.incidents[0]
    pattern.incidents = [first]
    named = {one.split("_")[-1] for one in json.loads(first["row"])["reports"]}
    pattern.reports = [one for one in pattern.reports if one["id"].split("_")[-1] in named]
    with store.changing("add") as change:
        _append(
            change, made, pattern, pattern.reports, pattern.incidents, partial(_renamed, copy=1_000_000 + made.reports)
        )


def one_judgement(store: Store, claim: str) -> None:
    """A change as a decision makes it, without what follows from it."""
    with store.changing("accept", "bench") as change:
        act = f"j_{change.n}"
        made = Judgement("accept", (claim,), "bench", change.at, "looked at", id=f"{act}.1")
        append(change, tables.judgements, [{"id": made.id, "act": act, "verdict": "accept", "row": rows.text(made)}])


def _read(seed: int, reports: int = REPORTS) -> Pattern:
    """Let the program read the made-up reports and the sample, and take what stands."""
    with tempfile.TemporaryDirectory(prefix="trucewatch-bench-") as name:
        path = Path(name) / "reports.jsonl"
        told.write(path, reports, seed)
        store = make_store(Path(name) / "store", ["idlib-2020"], clock=lambda: BEGUN)
        add(store, [str(path), str(sample_path())])
        return _pattern(store)


def _pattern(store: Store) -> Pattern:
    kept: dict[str, list[rows.Row]] = {}
    links: dict[str, dict[str, list[str]]] = {}
    with store.reading() as connection:
        for table in (tables.reports, tables.claims, tables.incidents, tables.findings):
            found = connection.execute(select(table).where(table.c.known_to.is_(None)).order_by(table.c.pk)).mappings()
            kept[table.name] = [dict(one) for one in found]
        for table, column in _LINKED:
            of: dict[str, list[str]] = defaultdict(list)
            joined = table.join(tables.incidents, tables.incidents.c.pk == table.c.incident)
            for id_, value in connection.execute(select(tables.incidents.c.id, table.c[column]).select_from(joined)):
                of[id_].append(value)
            links[table.name] = of
    details = dict(store.entries()[-1].details)
    return Pattern(
        kept["reports"], _by(kept["claims"], "report"), kept["incidents"], _by(kept["findings"], "incident"), links,
        {one["id"]: _words(one["row"]) for one in kept["reports"]}, details,
    )  # fmt: skip


def _by(found: list[rows.Row], column: str) -> dict[Any, list[rows.Row]]:
    parted: dict[Any, list[rows.Row]] = defaultdict(list)
    for one in found:
        parted[one[column]].append(one)
    return parted


def _words(row: str) -> dict[str, str]:
    """What the index of words holds of a report."""
    return indexed(rows.thing(Report, row))


def _bring(made: Made, pattern: Pattern, copy: int, part: int, rng: random.Random) -> None:
    """One change: a part of a copy, and some of what came the change before last in another form."""
    reports, incidents = pattern.reports[part::PARTS], pattern.incidents[part::PARTS]
    with made.store.changing("add") as change:
        if len(made.before) > 1:
            _rewrite(change, made.before.pop(0), pattern, rng)
        if not copy and not part:
            append(change, tables.findings, [_bare(one) for one in pattern.findings.get(None, [])])
        made.before.append(_append(change, made, pattern, reports, incidents, partial(_renamed, copy=copy)))


def _append(
    change: Change,
    made: Made,
    pattern: Pattern,
    reports: list[rows.Row],
    incidents: list[rows.Row],
    rename: Callable[[rows.Row], rows.Row],
) -> list[tuple[int, rows.Row]]:
    """Append reports with their claims and words, and incidents with their findings, under new names and days."""
    begun = made.reports
    append(change, tables.reports, [{**rename(one), "position": begun + at} for at, one in enumerate(reports)])
    claims = [rename(claim) for one in reports for claim in pattern.claims.get(one["id"], [])]
    append(change, tables.claims, claims)
    words = [{"row": begun + at, **pattern.words[one["id"]]} for at, one in enumerate(reports)]
    change.connection.execute(text("INSERT INTO search (rowid, words, bare) VALUES (:row, :words, :bare)"), words)
    new = [rename(one) for one in incidents]
    brought = append(change, tables.incidents, new)
    numbers = [pk for pk, _ in brought]
    _link(change, pattern, zip(numbers, (one["id"] for one in incidents), strict=True), rename)
    found = [rename(finding) for one in incidents for finding in pattern.findings.get(one["id"], [])]
    append(change, tables.findings, found)
    made.reports += len(reports)
    made.incidents += len(incidents)
    change.details.update(pattern.details, reports=len(reports), claims=len(claims), incidents=made.incidents)
    return [(pk, {**row, "_like": one["id"]}) for pk, row, one in zip(numbers, new, incidents, strict=True)]


def _rewrite(change: Change, before: list[tuple[int, rows.Row]], pattern: Pattern, rng: random.Random) -> None:
    """Some incidents in another form: the old rows are closed, new ones appended."""
    chosen = [one for one in before if rng.random() < REWRITTEN]
    close(change, tables.incidents, [pk for pk, _ in chosen])
    again = []
    for _, row in chosen:
        said = json.loads(row["row"])
        said["why"] = [*said.get("why", []), f"looked at again after change {change.n}"]
        again.append({**row, "row": json.dumps(said, ensure_ascii=False, separators=(",", ":"))})
    brought = append(change, tables.incidents, [{k: v for k, v in one.items() if k != "_like"} for one in again])
    for (pk, _), row in zip(brought, again, strict=True):
        claims = json.loads(row["row"])["claims"]
        _insert(change, tables.incident_claims, [{"incident": pk, "claim": one} for one in claims])
        for table, column in _LINKED[1:]:
            _insert(
                change, table, [{"incident": pk, column: v} for v in pattern.links[table.name].get(row["_like"], [])]
            )


def _link(change: Change, pattern: Pattern, brought: Any, rename: Callable[[rows.Row], rows.Row]) -> None:
    pairs = list(brought)
    for table, column in _LINKED:
        of = pattern.links[table.name]
        given = [{"incident": pk, column: value} for pk, id_ in pairs for value in of.get(id_, [])]
        if column == "claim":
            given = [{"incident": one["incident"], **rename({"claim": one["claim"]})} for one in given]
        _insert(change, table, given)


def _insert(change: Change, table: Table, given: list[rows.Row]) -> None:
    if given:
        change.connection.execute(insert(table), given)


def _judge(made: Made, rng: random.Random) -> None:
    """Somebody accepts some of the incidents that came last."""
    for _, row in rng.sample(made.before[-1], min(4, len(made.before[-1]))):
        one_judgement(made.store, json.loads(row["row"])["claims"][0])


def _bare(row: rows.Row) -> rows.Row:
    return {name: value for name, value in row.items() if name not in ("pk", "known_from", "known_to")}


def _renamed(row: rows.Row, copy: int) -> rows.Row:
    """A row of a copy: every id its own, every day later."""
    return {name: _shifted(value, copy) if isinstance(value, str) else value for name, value in _bare(row).items()}


def _shifted(value: str, copy: int) -> str:
    if not copy:
        return value
    by = dt.timedelta(days=EVERY * (copy % 200))

    def later(found: re.Match[str]) -> str:
        return (dt.date.fromisoformat(found[0]) + by).isoformat()

    moved = _DAY.sub(later, value) if value[:1] == "{" else _PLAIN_DAY.sub(later, value)
    return _ID.sub(lambda found: _name(found[0], copy), moved)


def _name(id_: str, copy: int) -> str:
    kind = id_[:2] if id_[1] == "_" else "r_"
    return kind + hashlib.sha256(f"{copy} {id_}".encode()).hexdigest()[:12]


def _settle(store: Store) -> None:
    """Bring everything into the one file, as it is after a while."""
    with store.reading() as connection:
        connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")


if __name__ == "__main__":
    main()
