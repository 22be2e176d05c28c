"""The tables that the migrations make are those that the program asks."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import Engine, create_engine, inspect
from sqlalchemy.pool import StaticPool

from trucewatch.store import Store, ask, held
from trucewatch.store.database import VERSIONS
from trucewatch.store.tables import KEPT, metadata

MIGRATIONS = Path(__file__).parents[2] / "src/trucewatch/store/migrations/versions"


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


def test_a_page_in_time_is_read_from_an_index_and_not_sorted(store: Store) -> None:
    asked = str(ask.paged(held(store)).compile(store.engine, compile_kwargs={"literal_binds": True}))
    with store.reading() as connection:
        plan = [row[3] for row in connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {asked}")]
    assert any("incidents_in_time" in step for step in plan), plan
    assert not any("TEMP B-TREE" in step for step in plan), plan
