"""The tables that the migrations make are those that the program asks."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import ColumnElement, Connection, Engine, Select, Table, create_engine, event, func, inspect, select
from sqlalchemy.pool import StaticPool

from trucewatch.store import Held, Store, Where, ask, brief, held, open_store, verify
from trucewatch.store.asked import at
from trucewatch.store.database import VERSIONS
from trucewatch.store.news import news
from trucewatch.store.queue import head
from trucewatch.store.shelf_tables import SHELF
from trucewatch.store.tables import KEPT, findings, incidents, metadata

MIGRATIONS = Path(__file__).parents[2] / "src/trucewatch/store/migrations/versions"


OF_THE_FIRST = {
    "incidents_in_time": "incidents (start IS NULL, start, id)",
    "ix_findings_incident": "findings (incident)",
    "ix_incident_places_place": "incident_places (place)",
    "ix_incident_actors_actor": "incident_actors (actor)",
}
"""Indexes of the first tables that later ones took the place of."""


def _columns(engine: Engine) -> dict[str, set[tuple[str, str, bool]]]:
    asked = inspect(engine)
    return {
        table: {(column["name"], str(column["type"]), bool(column["nullable"])) for column in asked.get_columns(table)}
        for table in metadata.tables
    }


def _indexes(engine: Engine) -> set[tuple[str, str]]:
    with engine.connect() as connection:
        asked = "SELECT name, sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL"
        return {(name, " ".join(sql.split())) for name, sql in connection.exec_driver_sql(asked)}


def test_what_the_migrations_make_is_what_the_program_knows(store: Store) -> None:
    fresh = create_engine("sqlite://", poolclass=StaticPool)
    metadata.create_all(fresh)
    assert _columns(store.engine) == _columns(fresh)
    assert _indexes(store.engine) == _indexes(fresh)
    fresh.dispose()


def test_every_migration_is_known_and_they_run_without_a_gap() -> None:
    numbers = sorted(path.name[1:5] for path in MIGRATIONS.glob("v[0-9]*.py"))
    assert numbers == list(VERSIONS) == [f"{i:04}" for i in range(1, len(numbers) + 1)]


def test_every_table_of_what_is_known_guards_its_rows(store: Store) -> None:
    with store.reading() as connection:
        found = connection.exec_driver_sql("SELECT name FROM sqlite_master WHERE type = 'trigger'").scalars().all()
    assert set(found) == {
        *(f"{table.name}_{rule}" for table in KEPT for rule in ("never_change", "close_once", "never_go")),
        "log_never_change",
        "log_never_go",
    }


def _plan(store: Store, asked: Select[Any]) -> list[str]:
    said = str(asked.compile(store.engine, compile_kwargs={"literal_binds": True}))
    with store.reading() as connection:
        return [row[3] for row in connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {said}")]


@pytest.mark.parametrize(
    "where", [Where(), Where(type="kin"), Where(kind="event"), Where(party="TUR"), Where(labels=("possible",))]
)
def test_a_page_in_time_is_read_from_an_index_and_not_sorted(store: Store, where: Where) -> None:
    plan = _plan(store, ask.paged(held(store), where))
    assert any("incidents_in_time" in step for step in plan), plan
    assert not any("TEMP B-TREE" in step for step in plan), plan


QUESTIONS: dict[str, tuple[Callable[..., object], tuple[Any, ...]]] = {
    "findings of a page": (brief.findings_on, (["i_1", "i_2"],)),
    "reports of a page": (brief.reports, (["r_1", "r_2"],)),
    "claims of a list": (brief.lines, (["c_1", "c_2"],)),
    "places of reports": (brief.positions, (["r_1", "r_2"],)),
    "claims of a page": (ask.claims, (["c_1", "c_2"],)),
    "claims of reports": (ask.claims_of_all, (["r_1", "r_2"],)),
    "homes of claims": (ask.homes, (["c_1", "c_2"],)),
    "newest reports": (ask.newest_reports, ()),
    "incidents held against a term": (ask.held_against, (("idlib-2020", "art1"), ("possible",))),
    "claims for terms": (ask.supporting, ()),
    "what waits": (head, (40,)),
    "what is new": (news, (3,)),
}


@pytest.mark.parametrize("name", QUESTIONS)
def test_what_a_page_asks_goes_through_no_rows_of_incidents_findings_or_claims(store: Store, name: str) -> None:
    question, given = QUESTIONS[name]
    said: list[str] = []

    @contextmanager
    def listening() -> Iterator[Connection]:
        with store.reading() as connection:
            event.listen(connection, "before_cursor_execute", noted)
            yield connection

    def noted(connection: Connection, cursor: Any, statement: str, parameters: Any, *_: Any) -> None:
        plan = cursor.execute(f"EXPLAIN QUERY PLAN {statement}", parameters).fetchall()
        said.extend(row[3] for row in plan)

    question(Held(1, listening), *given)
    assert said
    through = [step for step in said if step.startswith("SCAN") and "INDEX" not in step]
    assert not [step for step in through if step.split()[1] in ("incidents", "findings", "claims", "reports")], said


@pytest.mark.parametrize(
    ("table", "columns"),
    [
        (incidents, (incidents.c.type,)),
        (incidents, (incidents.c.kind,)),
        (findings, (findings.c.label,)),
        (findings, (findings.c.agreement, findings.c.provision, findings.c.label)),
    ],
)
def test_counts_are_answered_from_an_index_alone(
    store: Store, table: Table, columns: tuple[ColumnElement[Any], ...]
) -> None:
    asked = select(*columns, func.count()).where(at(table, 1)).group_by(*columns)
    plan = _plan(store, asked)
    assert all("COVERING INDEX" in step for step in plan), plan


def test_a_store_of_the_first_tables_is_brought_up_to_date(store: Store) -> None:
    names = {
        "incidents_by_kind", "incidents_by_type", "incidents_in_time", "findings_by_label", "findings_counted",
        "findings_on_incidents", "findings_supporting", "incidents_at_places", "incidents_of_actors",
        "ix_reports_position",
    }  # fmt: skip
    before = _indexes(store.engine)
    with store.engine.connect() as connection:
        for name in names:
            connection.exec_driver_sql(f"DROP INDEX {name}")
        for name, on in OF_THE_FIRST.items():
            connection.exec_driver_sql(f"CREATE INDEX {name} ON {on}")
        for table in ("finding_keys", *(table.name for table in SHELF)):
            connection.exec_driver_sql(f"DROP TABLE {table}")
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = '0001'")
    again = open_store(store.directory)
    assert _indexes(again.engine) == before
    assert verify(again) == ()
