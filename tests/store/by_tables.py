"""What the columns of a store count, asked of its tables: the oracle of `store.columns_count`.

This is how the pages asked before the columns were there; whatever is counted in memory must say the same.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import Any

from sqlalchemy import Select, Table, func, select

from trucewatch.gazetteer import load_gazetteer
from trucewatch.publish.charts.events import By
from trucewatch.store import ask, tables
from trucewatch.store.choices import MOST, Choices, Counted, ordered
from trucewatch.store.counts import LEVELS, PerDay
from trucewatch.store.held import Held


def tally(kept: Held) -> dict[tuple[str, str, str], int]:
    """How many incidents bear a label, by agreement, term and label."""
    table = tables.findings
    by = (table.c.agreement, table.c.provision, table.c.label)
    asked = select(*by, func.count()).where(table.c.incident.is_not(None)).group_by(*by)
    return {(agreement, term, label): n for agreement, term, label, n in kept.ask(asked, table)}


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


def choices(kept: Held, *, most: int = MOST) -> Choices:
    """What there is to choose from, at most `most` of each."""
    incidents, findings = tables.incidents, tables.findings
    types = _by_value(kept, incidents, incidents.c.type)
    return Choices(
        types=ordered(types, most),
        places=_linked(kept, tables.incident_places, tables.incident_places.c.place, most),
        parties=_linked(kept, tables.incident_actors, tables.incident_actors.c.actor, most),
        kinds=ordered(_by_value(kept, incidents, incidents.c.kind), most),
        labels=ordered(_by_value(kept, findings, findings.c.label), most),
    )


def _by_value(kept: Held, table: Table, column: Any) -> Iterable[tuple[str, int]]:
    return [(str(value), int(n)) for value, n in kept.ask(select(column, func.count()).group_by(column), table)]


def _linked(kept: Held, links: Table, column: Any, most: int) -> Counted:
    table = tables.incidents
    asked = select(column, func.count()).select_from(links.join(table, table.c.pk == links.c.incident))
    return ordered(((str(v), int(n)) for v, n in kept.ask(asked.group_by(column), table)), most)


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
