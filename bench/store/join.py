"""bench: one report more in a store of made-up claims: seconds of processor time, and how much is grouped anew.

PYTHONPATH=src python -m bench.store.join [SIZE ...]
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from bench.grouping.truce import Truce, truce
from trucewatch.store import Store, add, make_store
from trucewatch.store.add import keep_claims, keep_reports
from trucewatch.store.held import held_in
from trucewatch.store.knowledge import loaded
from trucewatch.store.standing import restand

ONE_MORE = (
    "March {day}, 2020 (Outlet) - Government forces shelled Saraqeb on Friday, killing three civilians, rescuers said."
)
TIMES = 3


def main() -> None:
    """Print one row a size."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sizes", nargs="*", type=int, default=[1_000, 10_000])
    print(f"{'claims':>9} {'all at once':>12} {'one more':>9} {'incidents':>10} {'changed':>8}")
    for size in parser.parse_args().sizes:
        with tempfile.TemporaryDirectory() as folder:
            row(size, Path(folder))


def row(size: int, folder: Path) -> None:
    """Fill a store, and add one report a few times; the quickest counts."""
    store = make_store(folder / "store", ["idlib-2018"])
    first = _seconds(lambda: fill(store, truce(size)))
    taken = []
    for nth in range(TIMES):
        file = folder / f"{nth}.txt"
        file.write_text(ONE_MORE.format(day=7 + nth), encoding="utf-8")
        begun = time.process_time()
        stood = add(store, [str(file)]).stood
        taken.append(time.process_time() - begun)
    print(f"{size:>9,} {first:>12.1f} {min(taken):>9.2f} {stood.incidents:>10,} {stood.incidents_changed:>8,}")
    sys.stdout.flush()


def fill(store: Store, given: Truce) -> None:
    """Put made-up reports and claims into a store, as `add` does with those it has read."""
    reports = [replace(one, published_basis="metadata", meta={"origin": one.id}) for one in given.reports]
    with store.changing("add") as change:
        keep_reports(change, reports, {})
        keep_claims(change, reports, given.claims)
        with loaded(change.connection, change.n) as knowledge:
            restand(change, held_in(change), knowledge)


def _seconds(do: Callable[[], None]) -> float:
    begun = time.process_time()
    do()
    return time.process_time() - begun


if __name__ == "__main__":
    main()
