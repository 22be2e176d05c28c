"""tools: a PostGIS server of its own in a temporary folder, for proofs and comparisons; gone when they end."""

from __future__ import annotations

import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg

PACKAGE = "postgresql-15-postgis-3"
BIN = Path("/usr/lib/postgresql/15/bin")
EXTENSION = Path("/usr/share/postgresql/15/extension/postgis.control")


def installed() -> bool:
    """Whether Debian's package is there."""
    return (BIN / "initdb").exists() and EXTENSION.exists()


@contextmanager
def server() -> Iterator[psycopg.Connection]:
    """A connection to a fresh database with PostGIS; reached by a socket alone, never by the network."""
    folder = Path(tempfile.mkdtemp(prefix="postgis"))
    try:
        owner = _unprivileged(folder)
        _run(owner, "initdb", "-D", f"{folder}/data", "-A", "trust", "-U", "proof", "-E", "UTF8", "--no-sync")
        settings = "-c listen_addresses='' -c fsync=off -c synchronous_commit=off -c full_page_writes=off"
        settings += f" -c shared_buffers=256MB -c work_mem=64MB -c maintenance_work_mem=256MB -k {folder}"
        _run(owner, "pg_ctl", "-D", f"{folder}/data", "-l", f"{folder}/log", "-w", "-o", settings, "start")
        try:
            with psycopg.connect(f"host={folder} user=proof dbname=postgres", autocommit=True) as connection:
                connection.execute("CREATE EXTENSION postgis")
                yield connection
        finally:
            _run(owner, "pg_ctl", "-D", f"{folder}/data", "-m", "immediate", "stop")
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _unprivileged(folder: Path) -> int | None:
    """The server refuses to run as root: then the folder is given to Debian's user `postgres`."""
    if os.getuid() != 0:
        return None
    owner = pwd.getpwnam("postgres")
    os.chown(folder, owner.pw_uid, owner.pw_gid)
    return owner.pw_uid


def _run(owner: int | None, program: str, *arguments: str) -> None:
    subprocess.run(
        [str(BIN / program), *arguments], check=True, user=owner, cwd="/", stdout=subprocess.DEVNULL, timeout=120
    )
