"""ledger: points on which accounts of different incidents part: two counters of one truce, and calm beside an act."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from trucewatch.actors import house_name, known_actors
from trucewatch.languages.fold import match_key
from trucewatch.model import Claim, Disagreement, Figure, Incident, Place, Record, Side, Time

TALLIED = frozenset({"violations", "explosions", "shells"})
"""Measures of bulletins, which each counter counts by rules of its own."""
TOLD = frozenset({"happened", "ongoing", "state"})
CALM = frozenset({"wd.hostilities_halt", "state.lull"})
"""Words for calm, which leave room for a single act."""
FROM_THE_AIR = frozenset({"kin.air_strike", "kin.drone_strike"})
MOST = 12
"""Acts that are laid beside one account of calm."""


@dataclass(frozen=True, slots=True)
class Across:
    """A point that stands under one incident and is about others too."""

    incident: Incident
    others: tuple[str, ...]
    point: Disagreement


def across(record: Record) -> Iterator[Across]:
    """All such points, those of counters first."""
    standing = [incident for incident in record.incidents if incident.merged_into is None]
    claims = {claim.id: claim for claim in record.claims}
    yield from _counters(standing, claims)
    yield from _calm(standing, claims)


def _counters(standing: list[Incident], claims: Mapping[str, Claim]) -> Iterator[Across]:
    """Counts of one day and area by two counters: shown side by side, never merged and never summed."""
    found: dict[tuple[str, str, str], list[tuple[Incident, Claim, Figure]]] = defaultdict(list)
    for incident in standing:
        for claim in (claims[id_] for id_ in incident.claims if id_ in claims):
            for figure in claim.figures:
                day = figure.period[0] if figure.period else None
                if figure.measure in TALLIED and figure.counted_by and day and claim.modality in TOLD:
                    area = (claim.place.id or claim.place.text) if claim.place else ""
                    found[day[:10], figure.measure, area].append((incident, claim, figure))
    for _, told in sorted(found.items()):
        if len({_counter(figure) for _, _, figure in told}) > 1:
            yield _row_of_counters(told)


def _counter(figure: Figure) -> str:
    """Who counts: a ministry or an army counts for its state."""
    named = figure.counted_by or ""
    chain = known_actors().ancestors(named)
    return chain[-1] if chain else match_key(named)


def _row_of_counters(told: list[tuple[Incident, Claim, Figure]]) -> Across:
    sides: dict[tuple[str, float | None, float | None], list[Claim]] = defaultdict(list)
    for _, claim, figure in told:
        sides[figure.counted_by or "", figure.low, figure.high].append(claim)
    shown = tuple(
        Side(f"{who}: {_number(low, high)}", tuple(dict.fromkeys(c.id for c in same)), _roots(same))
        for (who, low, high), same in sides.items()
    )
    why = "two counters of one day: each counts by its own rules, so their numbers are never merged or summed"
    measure = told[0][2].measure
    point = Disagreement("figure", "apparent_only", _claims(shown), why, shown, measure)
    return _under([incident for incident, _, _ in told], point)


def _number(low: float | None, high: float | None) -> str:
    ends = ["?" if end is None else f"{end:g}" for end in (low, high)]
    return ends[0] if ends[0] == ends[1] else "-".join(ends)


def _calm(standing: list[Incident], claims: Mapping[str, Claim]) -> Iterator[Across]:
    """Said to have stopped, or to be calm, while another report tells of such an act then and there."""
    acts = [(i, c) for i in standing if i.kind == "event" for c in _of(i, claims) if _is_act(c)]
    by_day: dict[str, list[tuple[Incident, Claim]]] = defaultdict(list)
    for incident, claim in acts:
        by_day[_first(claim.time)[:10]].append((incident, claim))
    for incident in standing:
        for claim in _of(incident, claims):
            if not _is_calm(claim):
                continue
            against = [
                (act, told) for day in sorted(by_day) if _covers(claim.time, day) for act, told in by_day[day]
                if act is not incident and claim.report not in act.reports and _contradicts(claim, told)
            ]  # fmt: skip
            if against:
                yield _row_of_calm(incident, claim, against[:MOST])


def _of(incident: Incident, claims: Mapping[str, Claim]) -> list[Claim]:
    return [claims[id_] for id_ in incident.claims if id_ in claims]


def _is_act(claim: Claim) -> bool:
    stated = claim.time is not None and claim.time.start is not None and claim.time.basis != "published"
    return claim.type.startswith("kin.") and claim.polarity == "+" and claim.modality in TOLD and stated


def _is_calm(claim: Claim) -> bool:
    stopped = claim.type in CALM or (claim.type.startswith("kin.") and claim.polarity == "-")
    dated = claim.time is not None and claim.time.start is not None and claim.time.end is not None
    return stopped and claim.modality in TOLD and dated and claim.place is not None and claim.place.id is not None


def _contradicts(calm: Claim, act: Claim) -> bool:
    """Whether an act is of the kind that is said to have stopped, and lies within its time and place."""
    kinds = {calm.type, act.type}
    alike = calm.type in CALM or len(kinds) == 1 or kinds <= FROM_THE_AIR
    return alike and _holds(calm.place, act.place) and _within(act.time, calm.time)


def _holds(area: Place | None, place: Place | None) -> bool:
    if area is None or place is None or area.id is None:
        return False
    return place.id == area.id or area.id in place.within


def _within(time: Time | None, window: Time | None) -> bool:
    return bool(time and window) and _first(window) <= _first(time) and _last(time) <= _last(window)


def _covers(window: Time | None, day: str) -> bool:
    return _first(window)[:10] <= day <= _last(window)[:10]


def _first(time: Time | None) -> str:
    return _minute(time.start if time else None, "0")


def _last(time: Time | None) -> str:
    return _minute(time.end if time else None, "9")


def _minute(text: str | None, unknown: str) -> str:
    """An instant to the minute as text that sorts, in the clock of the place; a day is its first minute."""
    if text is None:
        return unknown
    return text[:16] if "T" in text else f"{text[:10]}T00:00"


def _row_of_calm(incident: Incident, calm: Claim, against: list[tuple[Incident, Claim]]) -> Across:
    """Really parted only where a halt of the very kind begins by the hour of the act."""
    sure = calm.type not in CALM and any("T" in (act.time.start or "") for _, act in against if act.time)
    by_act: dict[str, list[Claim]] = defaultdict(list)
    for act, claim in against:
        by_act[act.id].append(claim)
    halt = Side(f"not {calm.type}" if calm.polarity == "-" else calm.type, (calm.id,), _roots([calm]))
    acts = [Side(same[0].type, tuple(c.id for c in same), _roots(same)) for same in by_act.values()]
    sides = (halt, *acts)
    why = "said to have stopped, and told to have happened then and there"
    if not sure:
        why = "told as calm, or to have stopped that day; calm leaves room for a single act, and the act may come first"
    point = Disagreement("occurrence", "disagree" if sure else "apparent_only", _claims(sides), why, sides)
    return Across(incident, tuple(by_act), point)


def _under(incidents: list[Incident], point: Disagreement) -> Across:
    ids = list(dict.fromkeys(incident.id for incident in incidents))
    return Across(incidents[0], tuple(ids[1:]), point)


def _claims(sides: tuple[Side, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(claim for side in sides for claim in side.claims))


def _roots(claims: list[Claim]) -> tuple[str, ...]:
    return tuple(sorted({house_name(claim.root) for claim in claims if claim.root}))
