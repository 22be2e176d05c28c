"""store: the incidents that stand after a change: new claims join them, and what that does not reach stays as it is."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from sqlalchemy import Table, insert, or_, select

from trucewatch import resolve
from trucewatch.model import Claim, Incident, Lineage, Report
from trucewatch.resolve import Judgement
from trucewatch.resolve.clock import publication
from trucewatch.resolve.joining import Delta, Rejoined, World, rejoin, root_key
from trucewatch.resolve.judgement import Decided, decided
from trucewatch.resolve.roots import roots_of
from trucewatch.store import rows, tables
from trucewatch.store.append import append_changed
from trucewatch.store.held import Held
from trucewatch.store.shelf import Shelf
from trucewatch.store.store import Change

LEAST = 1000
"""Reports from which on a shelf is kept: with fewer, everything is done at once before one could ask."""


@dataclass(frozen=True, slots=True)
class Told:
    """All that incidents are made of: reports, claims with people's corrections, judgements and lineage."""

    reports: Sequence[Report]
    claims: Sequence[Claim]
    judged: Sequence[Judgement]
    links: Sequence[Lineage]


def stand(change: Change, held: Held, told: Told) -> tuple[Sequence[Incident], int]:
    """The incidents that stand now, appended where they differ, and how many of them do."""
    shelf = Shelf(change.connection)
    world = World(
        {claim.id: claim for claim in told.claims},
        {report.id: report for report in told.reports},
        roots_of(told.claims, told.links),
    )
    people = decided(told.judged)
    joined = _join(change, shelf, world, people)
    if joined is None:
        made = resolve.grouped(told.claims, told.reports, told.judged, told.links)
        appended = _keep(change, made.incidents, told.reports, None)
        if len(told.reports) >= LEAST:
            shelf.fill(made)
            shelf.stamp(change.n, world.step)
        else:
            shelf.clear()
        return made.incidents, appended
    made_anew = [resolve.incident(group, people, world.origin) for group in joined.groups]
    appended = _keep(change, made_anew, told.reports, joined.gone)
    shelf.stamp(change.n, world.step)
    return held.incidents(), appended


def _join(change: Change, shelf: Shelf, world: World, people: Decided) -> Rejoined | None:
    """What joins what stands since the shelf was made; None where everything is to be done at once."""
    state = shelf.state()
    if state is None or state["step"] != world.step or len(world.reports) < LEAST:
        return None
    rerooted = [
        claim for claim, root in shelf.roots() if claim in world.origin and root_key(world.origin[claim]) != root
    ]
    return rejoin(shelf, world, _delta(change, state["n"]), rerooted, people)


def _delta(change: Change, since: int) -> Delta:
    """What came, went or was decided after a change."""
    judged: set[str] = set()
    corrected: set[str] = set()
    for row in _moved(change, tables.judgements, since, "row", tables.judgements.c.verdict != "undo"):
        one = rows.thing(Judgement, row)
        (corrected if one.verdict == "correct" else judged).update(one.claims)
    return Delta(
        claims=frozenset(_moved(change, tables.claims, since, "id")) | frozenset(corrected),
        reports=frozenset(_moved(change, tables.reports, since, "id")),
        judged=frozenset(judged),
    )


def _moved(change: Change, table: Table, since: int, name: str, *conditions: object) -> set[str]:
    """A column of the rows that came or were closed after a change."""
    moved = or_(table.c.known_from > since, table.c.known_to > since)
    return set(change.connection.execute(select(table.c[name]).where(moved, *conditions)).scalars())  # type: ignore[arg-type]


def _keep(
    change: Change, incidents: Sequence[Incident], reports: Iterable[Report], instead: frozenset[str] | None
) -> int:
    """Append incidents that differ from those that stand: from all of them, or from some and those of the same ids."""
    published = {report.id: publication(report.published) for report in reports}
    made = [rows.incident_row(one, sort_key(one, published)) for one in incidents]
    by_id = {one.id: one for one in incidents}
    within = None if instead is None else tables.incidents.c.id.in_(instead | by_id.keys())
    appended = append_changed(change, tables.incidents, ("id",), made, within=within)
    found: tuple[tuple[Table, str, Callable[[Incident], Iterable[str]]], ...] = (
        (tables.incident_claims, "claim", lambda one: one.claims),
        (tables.incident_places, "place", rows.places_of),
        (tables.incident_actors, "actor", rows.actors_of),
    )
    for table, column, find in found:
        links = [{"incident": pk, column: value} for pk, id_ in appended for value in find(by_id[id_])]
        if links:
            change.connection.execute(insert(table), links)
    return len(appended)


def sort_key(incident: Incident, published: dict[str, str]) -> str:
    """By which incidents are in the order in which `resolve` gives them: the earliest claim, by publication and id."""
    return f"{published.get(incident.reports[0], '9999')} {incident.claims[0]}"
