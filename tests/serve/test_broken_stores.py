"""A store that cannot be used is told on a clear page or in one line, and nothing of it is lost."""

from __future__ import annotations

import shutil
import sqlite3
from pathlib import Path

import pytest
from click.testing import CliRunner
from fastapi.testclient import TestClient

from trucewatch.cli import main
from trucewatch.errors import StoreError
from trucewatch.serve import application
from trucewatch.store.database import FILE


def test_a_folder_without_a_store_is_told_in_one_line(tmp_path: Path) -> None:
    told = CliRunner().invoke(main, ["serve", "--store", str(tmp_path)])
    assert told.exit_code == 2
    assert "Traceback" not in told.output


def test_other_hosts_are_refused_for_want_of_accounts(made: Path) -> None:
    told = CliRunner().invoke(main, ["serve", "--store", str(made), "--host", "0.0.0.0"])
    assert told.exit_code == 2
    assert "without accounts" in told.output


def test_a_store_of_another_version_is_not_opened(made: Path, tmp_path: Path) -> None:
    home = tmp_path / "store"
    shutil.copytree(made, home)
    with sqlite3.connect(home / FILE) as line:
        line.execute("UPDATE alembic_version SET version_num = '9999'")
    before = (home / FILE).read_bytes()
    with pytest.raises(StoreError):
        application(home)
    assert (home / FILE).read_bytes() == before


def test_a_database_damaged_while_it_is_shown_is_told_on_a_page(made: Path, tmp_path: Path) -> None:
    home = tmp_path / "store"
    shutil.copytree(made, home)
    with TestClient(application(home), base_url="http://127.0.0.1") as asking:
        assert asking.get("/en/reports").status_code == 200
        (home / FILE).write_bytes(b"no database at all " * 5000)
        page, data = asking.get("/en/reports"), asking.get("/api/v1/status")
    assert page.status_code == 503
    assert "<h1>" in page.text
    assert data.headers["content-type"] == "application/problem+json"
