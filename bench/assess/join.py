"""bench: many incidents against many provisions in one process, beside an STRtree and PostGIS on the same rows.

    python -m bench.assess.join [MOST]

All three ask the same of each pair: kind of act, bearer, time, and a disc with its doubt that reaches the zone.
"""

from __future__ import annotations

import resource
import sys
import time
from collections.abc import Callable

import numpy as np
import psycopg
import shapely

from bench.assess.made_up import Raw, conditions, incidents
from tools.postgis import PACKAGE, installed, server
from trucewatch.assess.batch.join import Condition, arranged, touching

PROVISIONS, SEED = 100, 7
Hits = list[np.ndarray]


def ours(raw: Raw, wanted: list[Condition]) -> Hits:
    """Sorting included."""
    return list(touching(arranged(*raw), wanted))


def by_tree(raw: Raw, wanted: list[Condition]) -> Hits:
    """Points in a tree, asked for all within the greatest doubt; the other filters and the exact doubt thereafter."""
    act, actor, start, end, (x, y, radius) = raw
    points = shapely.points(x, y)
    tree = shapely.STRtree(points)
    found = []
    for one in wanted:
        shapely.prepare(one.shape)
        rows = tree.query(one.shape, predicate="dwithin", distance=float(radius.max()) + one.tolerance)
        rows = rows[np.isin(act[rows], one.acts) & one.bearers[actor[rows]]]
        rows = rows[(start[rows] <= one.end) & (end[rows] > one.start)]
        found.append(np.sort(rows[shapely.dwithin(one.shape, points[rows], radius[rows] + one.tolerance)]))
    return found


def load(base: psycopg.Connection, raw: Raw) -> None:
    """The rows with an index of places and one of kinds and times."""
    act, actor, start, end, (x, y, radius) = raw
    base.execute("DROP TABLE IF EXISTS i")
    base.execute(
        "CREATE UNLOGGED TABLE i (n int, act int, actor int, s bigint, e bigint, r float8, x float8, y float8)"
    )
    columns = (np.arange(len(act)), act, actor, start, end, radius, x, y)
    with base.cursor() as cursor, cursor.copy("COPY i FROM STDIN") as copy:
        copy.write(
            "".join("\t".join(map(repr, row)) + "\n" for row in zip(*(c.tolist() for c in columns), strict=True))
        )
    base.execute("ALTER TABLE i ADD p geometry; UPDATE i SET p = ST_MakePoint(x, y)")
    base.execute("CREATE INDEX ON i USING gist (p); CREATE INDEX ON i (act, s)")
    base.execute("VACUUM ANALYZE i")


def by_postgis(base: psycopg.Connection, wanted: list[Condition], widest: float) -> Hits:
    """One question for each provision, as our own way has it; the planner chooses its indexes."""
    found = []
    for one in wanted:
        rows = base.execute(
            "SELECT n FROM i WHERE act = ANY(%s) AND actor = ANY(%s) AND s <= %s AND e > %s AND s > %s"
            " AND ST_DWithin(p, %s::geometry, %s) AND ST_DWithin(p, %s::geometry, r + %s) ORDER BY n",
            (
                list(one.acts), np.flatnonzero(one.bearers).tolist(), one.end, one.start, one.start - 7 * 86400 - 1,
                (shape := shapely.to_wkb(one.shape, hex=True)), widest + one.tolerance, shape, one.tolerance,
            ),
        ).fetchall()  # fmt: skip
        found.append(np.array([n for (n,) in rows], np.int64))
    return found


def timed(work: Callable[..., Hits], *given: object) -> tuple[float, Hits]:
    """Seconds, and what came of it."""
    begun = time.perf_counter()
    found = work(*given)
    return time.perf_counter() - begun, found


def same(one: Hits, other: Hits) -> bool:
    """Whether two ways found the very same pairs."""
    return len(one) == len(other) and all(np.array_equal(a, b) for a, b in zip(one, other, strict=True))


def main() -> int:
    """Measure at 10,000, 100,000 and 1,000,000 incidents; the status is 1 where hits differ or we are slower."""
    most = int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000
    sizes = [size for size in (10_000, 100_000, 1_000_000) if size <= most]
    wanted, failed = conditions(PROVISIONS, SEED), 0
    print(
        f"{PROVISIONS} provisions; seconds; sorting and building of trees included, loading and indexing of PostGIS not"
    )
    first: float | None = None
    if not installed():
        print(f"PostGIS is left out: apt-get install {PACKAGE}")
    for size in sizes:
        raw = incidents(size, SEED)
        seconds, hits = timed(ours, raw, wanted)
        memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        line = f"{size:>9,} incidents: {sum(map(len, hits)):>9,} hits; ours {seconds:.3f} s, {memory:.0f} MB at most"
        others = {"STRtree": timed(by_tree, raw, wanted)}
        if installed():
            with server() as base:
                load(base, raw)
                others["PostGIS"] = timed(by_postgis, base, wanted, float(raw[4][2].max()))
        for name, (took, found) in others.items():
            line += f"; {name} {took:.3f} s, {took / seconds:.1f} times ours"
            line += "" if same(hits, found) else ", OTHER HITS"
            failed += not same(hits, found) or (took < seconds and size == sizes[-1])
        line += "" if first is None else f"; {seconds / first:.0f} times the seconds of the smallest"
        first = first or seconds
        print(line, flush=True)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
