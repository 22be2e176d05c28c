"""store: the shelf of what stands, by which new claims join it; see `resolve.joining`.

Like the keys of findings it is no part of what is known: without it the same incidents come out, only later. It goes
up and down with the change that moves it, and is made anew where another program or other rules made it.
"""

from __future__ import annotations

import hashlib
import json
from array import array
from collections.abc import Collection, Iterable, Iterator
from itertools import islice
from typing import Any

from sqlalchemy import Connection

from trucewatch import __version__
from trucewatch.resolve import Grouped
from trucewatch.resolve.cluster import Edge
from trucewatch.resolve.joining import Named, Placed, named, placed
from trucewatch.resolve.quiet import Quiet
from trucewatch.resolve.weekly import Weekly
from trucewatch.resolve.weights import TABLE
from trucewatch.store import database
from trucewatch.store.shelf_tables import SHELF

AT_ONCE = 500
"""Ids that one question may name."""
UNDATED = -1
"""The fortnight of a report without a date."""


class Shelf:
    """The tables of the shelf, within one change."""

    def __init__(self, connection: Connection) -> None:
        """Asked by SQLite's own connection: questions are many and small."""
        self._ask = database.raw(connection).execute
        self._many = database.raw(connection).executemany

    def state(self) -> dict[str, Any] | None:
        """Up to which change and number of reports it goes; None where it is of no use."""
        row = self._ask("SELECT value FROM join_state WHERE key = 'made'").fetchone()
        state = None if row is None else json.loads(row[0])
        return state if state is not None and state.pop("rules") == _rules() else None

    def stamp(self, n: int, step: int) -> None:
        """Say up to which change, and by which step of the number of reports, it goes."""
        value = json.dumps({"n": n, "step": step, "rules": _rules()})
        self._ask("INSERT OR REPLACE INTO join_state VALUES ('made', ?)", (value,))

    def clear(self) -> None:
        """Empty it."""
        for table in SHELF:
            self._ask(f"DELETE FROM {table.name}")  # noqa: S608 - our own names

    def fill(self, made: Grouped) -> None:
        """Put everything on it that one run over all gave."""
        self.clear()
        held, quiet = made.told.names.held, made.told.quiet
        self.rename((), [named(report, held[report.id]) for report in made.reports])
        subjects = iter(sorted(made.subjects, key=lambda subject: subject.id))
        while some := list(islice(subjects, 10_000)):
            self.put((), [placed(one, made.origin[one.id], quiet, made.told.weekly) for one in some])
        self._keep_edges(made.edges)
        self.hush(quiet)
        self.fix(made.told.weekly)

    def placed(self, claims: Iterable[str]) -> dict[str, Placed]:
        """The claims of these ids that are on the shelf."""
        asked = "SELECT claim, report, start, day, village, root, keys FROM join_claims WHERE claim IN"
        return {
            row[0]: Placed(row[0], row[1], row[2], row[3], row[4], row[5], frozenset(array("q", row[6])))
            for row in self._of(asked, claims)
        }

    def roots(self) -> Iterator[tuple[str, str]]:
        """Every claim with its root, in short."""
        yield from self._ask("SELECT claim, root FROM join_claims")

    def of_reports(self, reports: Iterable[str]) -> set[str]:
        """The ids of the claims of some reports."""
        return {claim for (claim,) in self._of("SELECT claim FROM join_claims WHERE report IN", reports)}

    def on_days(self, days: Iterable[int]) -> set[str]:
        """The ids of the claims whose act is of one of these days."""
        return {claim for (claim,) in self._of("SELECT claim FROM join_claims WHERE day IN", days)}

    def in_villages(self, villages: Iterable[str]) -> set[str]:
        """The ids of the claims whose act is of one of these villages."""
        return {claim for (claim,) in self._of("SELECT claim FROM join_claims WHERE village IN", villages)}

    def days_of(self, village: str) -> list[tuple[str, int]]:
        """The claims of acts of a village that tell a day, each with the day."""
        asked = "SELECT claim, day FROM join_claims WHERE village = ? AND day IS NOT NULL"
        return self._ask(asked, (village,)).fetchall()

    def crowd(self, key: int, most: int) -> list[str]:
        """The members of a block in their order, up to so many."""
        asked = "SELECT claim FROM join_blocks WHERE key = ? ORDER BY start, claim LIMIT ?"
        return [claim for (claim,) in self._ask(asked, (key, most))]

    def beside(self, key: int, start: float, claim: str, reach: int) -> list[str]:
        """The members of a block within reach of a place in its order, on both sides."""
        place = (key, start, claim, reach)
        before = "(start, claim) < (?, ?) ORDER BY start DESC, claim DESC"
        after = "(start, claim) > (?, ?) ORDER BY start, claim"
        asked = (f"SELECT claim FROM join_blocks WHERE key = ? AND {side} LIMIT ?" for side in (before, after))  # noqa: S608
        return [found for one in asked for (found,) in self._ask(one, place)]

    def put(self, gone: Collection[Placed], come: Collection[Placed]) -> None:
        """Take claims from the shelf, and put others on it."""
        left = ((key, one.start, one.claim) for one in gone for key in one.keys)
        self._many("DELETE FROM join_blocks WHERE key = ? AND start = ? AND claim = ?", left)
        self._many("DELETE FROM join_claims WHERE claim = ?", ((one.claim,) for one in gone))
        rows = (
            (one.claim, one.report, one.start, one.day, one.village, one.root, array("q", sorted(one.keys)).tobytes())
            for one in come
        )
        self._many("INSERT INTO join_claims VALUES (?, ?, ?, ?, ?, ?, ?)", rows)
        blocks = sorted((key, one.start, one.claim) for one in come for key in one.keys)
        self._many("INSERT INTO join_blocks VALUES (?, ?, ?)", blocks)

    def named(self, reports: Iterable[str]) -> dict[str, Named]:
        """The reports of these ids that are on the shelf."""
        asked = "SELECT report, names, script, fortnight FROM join_reports WHERE report IN"
        return {
            row[0]: Named(row[0], frozenset(json.loads(row[1])), row[2], row[3]) for row in self._of(asked, reports)
        }

    def rename(self, gone: Collection[Named], come: Collection[Named]) -> None:
        """Take reports from the shelf, and put others on it."""
        self._many("DELETE FROM join_reports WHERE report = ?", ((one.report,) for one in gone))
        self._many("DELETE FROM join_holders WHERE name = ? AND fortnight = ? AND report = ?", _holding(gone))
        self._many("UPDATE join_names SET count = count - 1 WHERE name = ?", ((row[0],) for row in _holding(gone)))
        rows = (
            (one.report, json.dumps(sorted(one.names), ensure_ascii=False), one.script, one.fortnight) for one in come
        )
        self._many("INSERT INTO join_reports VALUES (?, ?, ?, ?)", rows)
        self._many("INSERT INTO join_holders VALUES (?, ?, ?)", sorted(_holding(come)))
        more = "INSERT INTO join_names VALUES (?, 1) ON CONFLICT (name) DO UPDATE SET count = count + 1"
        self._many(more, ((row[0],) for row in _holding(come)))

    def counts(self, names: Iterable[str]) -> dict[str, int]:
        """How many reports hold each name; 0 is left out."""
        return {
            name: count for name, count in self._of("SELECT name, count FROM join_names WHERE name IN", names) if count
        }

    def holders(self, name: str, fortnights: Collection[int] | None, most: int) -> list[str]:
        """The reports that hold a name, in all or of some fortnights, up to so many."""
        within = "" if fortnights is None else f" AND fortnight IN ({', '.join('?' * len(fortnights))})"
        asked = f"SELECT report FROM join_holders WHERE name = ?{within} LIMIT ?"  # noqa: S608
        return [report for (report,) in self._ask(asked, (name, *(fortnights or ()), most))]

    def edges(self, claims: Collection[str]) -> list[Edge]:
        """All edges of some claims."""
        found = {}
        for end in ("one", "other"):
            asked = f"SELECT one, other, score, why, firm FROM join_edges WHERE {end} IN"  # noqa: S608
            for one, other, score, why, firm in self._of(asked, claims):
                found[one, other] = Edge(score, (one, other), why, bool(firm))
        return list(found.values())

    def replace_edges(self, claims: Collection[str], found: Iterable[Edge]) -> None:
        """Make `found` all edges of some claims."""
        for end in ("one", "other"):
            self._many(f"DELETE FROM join_edges WHERE {end} = ?", ((claim,) for claim in claims))  # noqa: S608
        self._keep_edges(found)

    def _keep_edges(self, found: Iterable[Edge]) -> None:
        rows = ((*edge.pair, edge.score, int(edge.firm), edge.why) for edge in found)
        self._many("INSERT INTO join_edges VALUES (?, ?, ?, ?, ?)", rows)

    def quiet(self) -> Quiet:
        """Which days, villages and areas are quiet, and which reports are digests."""
        kept: dict[str, set[str]] = {"day": set(), "village": set(), "digest": set(), "area": set()}
        for kind, name in self._ask("SELECT kind, name FROM join_quiet WHERE kind != 'weekly'"):
            kept[kind].add(name)
        areas = frozenset((str(area), int(day)) for area, day in map(json.loads, kept["area"]))
        return Quiet(frozenset(map(int, kept["day"])), frozenset(kept["village"]), frozenset(kept["digest"]), areas)

    def hush(self, quiet: Quiet) -> None:
        """Make this what is quiet."""
        self._instead("day", map(str, quiet.days))
        self._instead("village", quiet.villages)
        self._instead("digest", quiet.digests)
        self._instead("area", (_line(area) for area in quiet.areas))

    def weekly(self) -> Weekly:
        """Which days are told of by days of the week."""
        days = {}
        for (name,) in self._ask("SELECT name FROM join_quiet WHERE kind = 'weekly'"):
            report, key, taken = json.loads(name)
            days[report, key] = None if taken is None else frozenset(taken)
        return Weekly(days)

    def fix(self, weekly: Weekly) -> None:
        """Make this what is told of by days of the week."""
        told = ((*key, None if days is None else sorted(days)) for key, days in weekly.days.items())
        self._instead("weekly", map(_line, told))

    def _instead(self, kind: str, names: Iterable[str]) -> None:
        """Make some names all of their kind."""
        stood = {name for (name,) in self._ask("SELECT name FROM join_quiet WHERE kind = ?", (kind,))}
        now = set(names)
        gone, come = ([(kind, name) for name in sorted(some)] for some in (stood - now, now - stood))
        self._many("DELETE FROM join_quiet WHERE kind = ? AND name = ?", gone)
        self._many("INSERT INTO join_quiet VALUES (?, ?)", come)

    def homes(self, claims: Iterable[str]) -> dict[str, str]:
        """The standing incident of each claim that has one."""
        asked = (
            "SELECT c.claim, i.id FROM incident_claims c JOIN incidents i ON i.pk = c.incident"
            " WHERE i.known_to IS NULL AND c.claim IN"
        )
        return dict(self._of(asked, claims))

    def members(self, incidents: Iterable[str]) -> dict[str, tuple[str, ...]]:
        """The claims of standing incidents."""
        found: dict[str, list[str]] = {}
        asked = (
            "SELECT i.id, c.claim FROM incidents i JOIN incident_claims c ON i.pk = c.incident"
            " WHERE i.known_to IS NULL AND i.id IN"
        )
        for id_, claim in self._of(asked, incidents):
            found.setdefault(id_, []).append(claim)
        return {id_: tuple(claims) for id_, claims in found.items()}

    def _of(self, asked: str, values: Iterable[Any]) -> Iterator[Any]:
        """The answers to a question that ends with a list, each value asked for once, in a fixed order."""
        left = iter(sorted(set(values)))
        while some := tuple(islice(left, AT_ONCE)):
            yield from self._ask(f"{asked} ({', '.join('?' * len(some))})", some).fetchall()


def _holding(reports: Collection[Named]) -> Iterator[tuple[str, int, str]]:
    for one in reports:
        fortnight = UNDATED if one.fortnight is None else one.fortnight
        yield from ((name, fortnight, one.report) for name in one.names)


def _line(thing: object) -> str:
    return json.dumps(thing, ensure_ascii=False)


def _rules() -> str:
    """By what the shelf was made: another program, or other weights, may join otherwise."""
    return f"{__version__} {hashlib.sha256(TABLE.read_bytes()).hexdigest()}"
