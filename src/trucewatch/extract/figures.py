"""extract: the figures of a clause: which of its counts measure what the clause says."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Sequence

from trucewatch.extract.clause import Clause
from trucewatch.extract.item import Count, Item
from trucewatch.extract.sentence import Parsed
from trucewatch.extract.victims import implied
from trucewatch.model import Figure
from trucewatch.model.claim import Measure

_PERSONS = frozenset({"killed", "injured", "missing"})
_UNIT_MEASURES = frozenset({"distance_km", "duration_h", "days", "area_km2"})
_BY_TYPE: dict[str, Measure] = {
    "harm.killed": "killed",
    "harm.injured": "injured",
    "harm.displaced": "displaced",
    "state.refugee_stock": "refugees",
    "state.displacement": "displaced",
    "civ.arrest": "captured",
    "civ.abduction": "captured",
    "hum.return": "returned",
    "hum.release_exchange": "prisoners",
    "civ.killing": "killed",
    "dip.threat": "refugees",
    "pol.resettlement": "refugees",
    "kin.aircraft_downed": "aircraft",
    "mon.post_established": "posts",
    "term.observation_post": "posts",
    "mon.patrol": "patrols",
    "dip.demand": "refugees",
    "pos.force_movement": "personnel",
    "pos.reinforcement": "personnel",
    "civ.recruitment": "personnel",
    "dip.agreement": "refugees",
}
_ACT_COUNT: dict[str, Measure] = {
    "kin.air_strike": "strikes",
    "kin.drone_strike": "strikes",
    "kin.shelling": "shells",
    "mon.patrol": "patrols",
    "kin.missile": "strikes",
    "kin.small_arms": "violations",
}


def counts_of(item: Item | None) -> Iterator[tuple[Count, Item]]:
    """The counts of a phrase and of what is attached to it, each with the phrase it stands in."""
    if item is None:
        return
    if not item.parts:
        for count in item.counts:
            yield count, item
    for other in (*item.parts, *item.of):
        yield from counts_of(other)


def _shared(item: Item | None, clause: Clause) -> Iterator[tuple[Count, Item]]:
    """As `counts_of`, but of "eleven of the 16 hostages" one number only: who was freed are the eleven.

    A clause without a verb of its own stands with the whole: "one of the three people killed" tells of three.
    """
    part = item is not None and not item.parts and len(item.counts) == len(item.of) == 1 and item.counts[0].head is None
    if item is None or not part or not item.of[0].counts:
        yield from counts_of(item)
    elif clause.kind in ("reduced", "relative"):
        yield from counts_of(item.of[0])
    else:
        whole = item.of[0].counts[0]
        yield dataclasses.replace(item.counts[0], head=whole.head, population=whole.population), item


def figure(
    count: Count, measure: Measure, parsed: Parsed, factor: float = 1.0, population: str | None = None
) -> Figure:
    """A count as a figure of a measure, in the units that the measure's name says."""
    number = count.number
    start, end = parsed.span(count.start, count.end)
    low = number.low * factor
    high = None if number.high is None else number.high * factor
    return Figure(
        measure,
        _round(low),
        None if high is None else _round(high),
        number.approximator,
        population or count.population,
        parsed.original[start:end],
        (start, end),
        more=number.more,
    )


def _round(value: float) -> float:
    return float(int(value)) if value == int(value) else round(value, 4)


def unit_figure(count: Count, item: Item, parsed: Parsed, kind: str) -> Figure | None:
    """A length, area or duration: hours of talks, a corridor's width."""
    head = count.head
    if head is None or "unit" not in head.classes:
        return None
    measure: Measure = head.info["measure"]  # type: ignore[assignment]
    if measure == "distance_km" and (item.modifiers | item.classes) & {"wide", "zone"}:
        measure = "width_km"
    return figure(count, measure, parsed, float(head.info.get("factor", "1")))


def clause_figures(
    clause: Clause, kind: str, measure: str | None, parsed: Parsed, carrier: Item | None = None
) -> list[Figure]:
    """The figures of a clause that says `kind`: victims where it harms, things of war where it downs or counts them."""
    found: list[Figure] = []
    wanted: Measure | None = measure or _BY_TYPE.get(kind)  # type: ignore[assignment]
    for item in _where(clause, kind, measure):
        for count, phrase in _shared(item, clause):
            made = _counted(count, phrase, kind, wanted, parsed, carrier)
            if made is not None and all(made.span != f.span for f in found):
                found.append(made)
    if measure in ("killed", "injured") and not found:
        found = implied(list(_where(clause, kind, measure)), measure, parsed)  # type: ignore[arg-type]
    elif measure in ("killed", "injured"):
        # "two officers and a child": the one without a number counts too.
        rest = [p for i in _where(clause, kind, measure) for p in i.parts if not p.counts and not p.of]
        found += implied(rest, measure, parsed)  # type: ignore[arg-type]
    return found


def _where(clause: Clause, kind: str, measure: str | None) -> Sequence[Item]:
    """Phrases whose counts may be the clause's: for harm the victims only; else everything in it."""
    if clause.subject is not None and "toll" in clause.subject.classes:
        return [*clause.objects, *clause.pp("to", "in")]
    if "copula" in clause.verb.classes:
        return [clause.subject] if clause.subject is not None else []
    if measure in ("killed", "injured", "displaced", "neutralised"):
        if "intransitive" in clause.verb.classes or clause.passive:
            victims = [clause.subject] if clause.subject else []
        else:
            victims = list(clause.objects)
        if "intransitive" not in clause.verb.classes and not victims:
            victims = [clause.subject] if clause.subject else []
        return [*victims, *clause.pp("with")]
    return clause.phrases()


def _counted(
    count: Count, phrase: Item, kind: str, wanted: Measure | None, parsed: Parsed, carrier: Item | None
) -> Figure | None:
    head = count.head
    if kind.startswith("pos.") and head is not None and not head.classes & {"people"}:
        wanted = None
    unit = unit_figure(count, phrase, parsed, kind)
    if unit is not None:
        keeps = kind.startswith(("dip.talks", "term.", "state.duration", "dip.call", "pos.", "kin.ground"))
        return unit if keeps else None
    classes = head.classes if head else frozenset()
    people = bool(classes & {"people", "dead_people", "corpse"}) or head is None
    if head is not None and wanted in _PERSONS and head.info.get("measure") in _PERSONS - {wanted}:
        # "a fait 8 morts et 30 blesses": a noun that says what befell those it counts.
        return figure(count, head.info["measure"], parsed)  # type: ignore[arg-type]
    if wanted in (
        "killed",
        "injured",
        "missing",
        "displaced",
        "neutralised",
        "refugees",
        "captured",
        "personnel",
        "returned",
    ):
        return figure(count, wanted, parsed) if people and _plausible(count, wanted) else None
    if wanted in ("prisoners",) and classes & {"prisoner", "people", "hostage"}:
        return figure(count, "hostages" if "hostage" in classes else "prisoners", parsed)
    if (
        head is not None
        and "measure" in head.info
        and not classes & {"unit", "harm"}
        and wanted in (None, head.info["measure"])
    ):
        return figure(count, head.info["measure"], parsed, population=_owner(phrase))  # type: ignore[arg-type]
    if "post" in classes:
        return figure(count, "posts", parsed, population=_owner(phrase))
    if "violate" in classes:
        return figure(count, "violations", parsed)
    act = _ACT_COUNT.get(kind)
    if act and "act" in classes:
        return figure(count, act, parsed)
    return None


def _plausible(count: Count, measure: Measure) -> bool:
    """A bare number (no noun) counts as victims only when it is no year and not huge."""
    if count.head is not None:
        return True
    low = count.number.low
    return (
        measure in ("killed", "injured", "displaced", "neutralised") and not (1900 <= low <= 2100) and low < 5_000_000
    )


def _owner(phrase: Item) -> str | None:
    ids = [a.id for a in phrase.actors if a.id]
    if phrase.owner is not None:
        ids += [a.id for a in phrase.owner.actors if a.id]
    return ids[0] if ids else None
