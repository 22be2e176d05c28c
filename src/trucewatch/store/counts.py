"""store: how many events began on each day, in all and by type, province, zone, or the houses that tell of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, get_args

from sqlalchemy import Select, func, select

from trucewatch.gazetteer import load_gazetteer
from trucewatch.model import Claim
from trucewatch.publish.charts.events import By
from trucewatch.store import ask, rows, tables
from trucewatch.store.held import Held

WAYS: tuple[str, ...] = get_args(By)
LEVELS = {"place": "province", "zone": "zone"}


@dataclass(frozen=True, slots=True)
class PerDay:
    """Counts by day (ISO 8601), and by day and key. An event with several keys counts under each."""

    all: dict[str, int]
    keyed: dict[tuple[str, str], int]
    undated: int = 0
    """Events of which no first day is known."""


def per_day(kept: Held, where: ask.Where = ask.EVERYTHING, by: By = "type") -> PerDay:
    """Events under a question by the day on which they began; those without a first day are counted apart."""
    table = tables.incidents
    day = func.substr(table.c.start, 1, 10)
    asked = [table.c.kind == "event", *ask.conditions(kept, where)]
    events = [*asked, table.c.start.is_not(None)]
    undated = select(func.count()).select_from(table).where(*asked, table.c.start.is_(None))
    without = int(kept.ask(undated, table)[0][0])
    by_type: Counter[tuple[str, str]] = Counter()
    whole: Counter[str] = Counter()
    for when, code, n in kept.ask(_grouped(day, table.c.type).where(*events), table):
        by_type[str(when), str(code).partition(".")[0]] += int(n)
        whole[str(when)] += int(n)
    if by == "type":
        return PerDay(dict(whole), dict(by_type), without)
    found = _told_by(kept, day, events) if by == "root" else _within(kept, day, events, LEVELS[by])
    return PerDay(dict(whole), {(str(when), str(key)): int(n) for when, key, n in found}, without)


def bulletin_claims(kept: Held) -> tuple[Claim, ...]:
    """The claims in which somebody is named as having counted, as the reports made them."""
    table = tables.claims
    asked = select(table.c.row).where(table.c.row.contains('"counted_by"')).order_by(table.c.report, table.c.position)
    return tuple(rows.thing(Claim, row) for (row,) in kept.ask(asked, table))


def _grouped(day: Any, key: Any) -> Select[Any]:
    return select(day, key, func.count()).group_by(day, key)


def _within(kept: Held, day: Any, events: list[Any], level: str) -> Iterable[Any]:
    table, links = tables.incidents, tables.incident_places
    joined = links.join(table, table.c.pk == links.c.incident)
    asked = _grouped(day, links.c.place).select_from(joined).where(*events)
    gazetteer = load_gazetteer()
    found = kept.ask(asked, table)
    fitting = {id_ for _, id_, _ in found if (entry := gazetteer.by_id(str(id_))) and entry.level == level}
    return [row for row in found if row[1] in fitting]


def _told_by(kept: Held, day: Any, events: list[Any]) -> Iterable[Any]:
    table = tables.incidents
    root = func.json_each(table.c.row, "$.roots").table_valued("value", name="told")
    asked = select(day, root.c.value, func.count()).select_from(table).join(root, root.c.value.is_not(None))
    return kept.ask(asked.where(*events).group_by(day, root.c.value), table)
