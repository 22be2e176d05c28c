"""bench: how fast the pages of a store of very many incidents are with many readers at once, beside Datasette.

PYTHONPATH=src python -m bench.serve.load [--incidents N] [--keep DIR] [--readers N] [--pages N]

The readers are threads of this process, each of which asks for its next page as soon as it has the last: nobody pauses
to read. No two addresses of a kind are alike while the store has enough to tell, so that each page is put together; the
lines `again` ask for the same pages once more, which are kept. The server is processes of its own on the same machine;
what they share is counted once in their memory. Every answer must be 200. `CPU` is the processor time of the server for
a page; unlike the time that a reader waits it changes little when others use the machine.
"""

from __future__ import annotations

import argparse
import os
import shutil
import statistics
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from http.client import HTTPConnection
from pathlib import Path
from urllib.parse import urlencode

from bench.serve import asked, made_up
from bench.serve.process import Server, get, running
from trucewatch.store import open_store

AGAIN = ("incidents, filtered", "map", "incident")
"""Kinds of pages that are asked for twice."""
HEAD = f"{'':<34} {'median':>8} {'95 %':>8} {'CPU':>8} {'pages/s':>8} {'kB':>6}"


@dataclass(frozen=True)
class Took:
    """What pages of one kind took, in milliseconds: what readers waited, and the server's work on each."""

    waits: list[float]
    cpu: float
    rate: float
    size: float


def main() -> None:
    """Make the store where there is none yet, and print one row a kind of page."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--incidents", type=int, default=10_000)
    parser.add_argument("--keep", type=Path, help="a folder in which the store is kept, to be used again")
    parser.add_argument("--readers", type=int, default=20)
    parser.add_argument("--pages", type=int, default=100, help="pages of each kind")
    parser.add_argument("--kinds", default="", help="only these kinds, parted by semicolons")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--workers", type=int, default=0, help="processes that serve; 0 leaves it to the program")
    parser.add_argument("--datasette", default=sys.executable, help="the Python that has Datasette")
    options = parser.parse_args()
    with _folder(options.keep) as folder:
        store = folder / f"incidents-{options.incidents}-{options.seed}"
        if not (store / "store.sqlite").is_file():
            print(f"making a store of {options.incidents:,} incidents", flush=True)
            made_up.make(store, options.incidents, options.seed)
        size = (store / "store.sqlite").stat().st_size / 2**20
        print(f"{options.incidents:,} incidents, {size:,.0f} MB; {options.readers} readers at once; "
              f"{os.cpu_count()} cores, load {os.getloadavg()[0]:.1f} before")  # fmt: skip
        _ours(store, options)
        _datasette(store, options)


def _ours(store: Path, options: argparse.Namespace) -> None:
    wanted = [one.strip() for one in options.kinds.split(";") if one.strip()]
    pages = {kind: of for kind, of in asked.addresses(store / "store.sqlite", options.pages, options.seed).items()
             if not wanted or kind in wanted}  # fmt: skip
    workers = ["--workers", str(options.workers)] if options.workers else []
    command = ["trucewatch", "serve", "--store", str(store), "--port", "PORT", *workers]
    with running(command) as server:
        print(f"trucewatch serve {' '.join(workers)}\n{HEAD}")
        _firsts(server, store)
        for kind, of in pages.items():
            _row(kind, asking(server, of, options.readers))
            if kind in AGAIN:
                _row(f"{kind}, again", asking(server, of, options.readers))
        print(f"{'memory':<34} {server.memory():>5.0f} MB in {len(server.processes())} processes", flush=True)


def _firsts(server: Server, store: Path) -> None:
    """The first page of all, then the first after a report was added, and after a decision."""
    _row("the first page after the start", asking(server, ["/en/"], 1))
    made = open_store(store)
    made_up.one_more(made)
    _row("the first page after a report", asking(server, ["/en/"], 1))
    found = asked.Store(store / "store.sqlite").some(
        "SELECT id FROM claims WHERE known_to IS NULL ORDER BY pk DESC LIMIT 1"
    )
    made_up.one_judgement(made, found[0][0])
    _row("the first page after a decision", asking(server, ["/en/"], 1))


def _datasette(store: Path, options: argparse.Namespace) -> None:
    """The same file's incidents as a table: a page of fifty under the same conditions, and one row."""
    path = store / "store.sqlite"
    rows = [
        pk for (pk,) in asked.Store(path).some("SELECT pk FROM incidents ORDER BY substr(id, 6) LIMIT ?", options.pages)
    ]
    days = [d for (d,) in asked.Store(path).some(
        "SELECT DISTINCT substr(start, 1, 10) FROM incidents WHERE start >= '2020' ORDER BY 1")]  # fmt: skip
    standing = {"known_to__isnull": "1", "_size": "50", "_sort": "start"}
    table = "/store/incidents"
    pages = {
        "table of incidents": [f"{table}?{urlencode({**standing, 'kind__exact': 'event'})}"] * options.pages,
        "table, filtered": [
            f"{table}?{urlencode({**standing, 'kind__exact': 'event', 'start__gte': days[at % len(days)]})}"
            for at in range(options.pages)
        ],
        "one row": [f"{table}/{pk}" for pk in rows],
    }
    # Its own limit of a second for a question is lifted, so that all of its pages are answered.
    command = ["datasette", "serve", str(path), "--port", "PORT", "--setting", "sql_time_limit_ms", "60000"]
    with running(command, options.datasette) as server:
        print(f"datasette over the same file\n{HEAD}")
        for kind, of in pages.items():
            _row(kind, asking(server, of, options.readers))
        print(f"{'memory':<34} {server.memory():>5.0f} MB in {len(server.processes())} processes", flush=True)


def asking(server: Server, addresses: list[str], readers: int) -> Took:
    """Let readers ask for pages, all at once, until every address was asked for."""
    local, sizes, lines = threading.local(), [], []

    def ask(address: str) -> float:
        if not hasattr(local, "line"):
            local.line = HTTPConnection("127.0.0.1", server.port, timeout=300)
            lines.append(local.line)
        begun = time.perf_counter()
        status, length = get(local.line, address)
        took = time.perf_counter() - begun
        if status != 200:
            raise RuntimeError(f"{address}: {status}")
        sizes.append(length)
        return took * 1000

    spent, begun = server.cpu(), time.perf_counter()
    with ThreadPoolExecutor(readers) as pool:
        waits = list(pool.map(ask, addresses))
    took, spent = time.perf_counter() - begun, server.cpu() - spent
    for line in lines:
        line.close()
    return Took(waits, spent * 1000 / len(waits), len(waits) / took, statistics.mean(sizes) / 1024)


def _row(name: str, took: Took) -> None:
    waits = sorted(took.waits)
    late = waits[min(len(waits) - 1, int(0.95 * len(waits)))]
    told = (
        f"{statistics.median(waits):>5.0f} ms {late:>5.0f} ms {took.cpu:>5.1f} ms {took.rate:>8.1f} {took.size:>6.0f}"
    )
    print(f"{name:<34} {told}", flush=True)


@contextmanager
def _folder(given: Path | None) -> Iterator[Path]:
    """The folder that was named, or one of our own that goes when all is done."""
    if given is not None:
        given.mkdir(parents=True, exist_ok=True)
        yield given
        return
    made = Path(tempfile.mkdtemp(prefix="trucewatch-bench-"))
    try:
        yield made
    finally:
        shutil.rmtree(made, ignore_errors=True)


if __name__ == "__main__":
    main()
