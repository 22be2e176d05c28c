"""extract: where a clause's act was: the place that stands with it, or inherited from what is around it."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Sequence

from trucewatch.extract.clauses.clause import Clause
from trucewatch.extract.clauses.speech import speech_of
from trucewatch.extract.phrases.item import Item
from trucewatch.extract.places.located import AREAS, Placer
from trucewatch.extract.places.spot import Spot
from trucewatch.extract.sentence import Parsed
from trucewatch.model import Place

_PREPS = frozenset({"in", "near", "on", "through", "to", "between", "from"})
_FACILITIES = frozenset({"site", "part"})
_MET = frozenset({"talks", "press_event"})
"""Classes of words for what people meet at, whose place is that of no act."""
_HUNG = ("coordinate", "gerund", "reduced", "relative", "infinitive")


def stated_place(clause: Clause, parsed: Parsed, placer: Placer, carrier: Item | None = None) -> Place | None:
    """The place that the clause names, the most exact first; a capital that stands for its government is none."""
    spots = list(_spots_of(clause, parsed, carrier))
    found = _best(spots, parsed, placer)
    if found is None or found.middle is not None or found.within:
        return found
    facility = next((s for s in spots if s.kind in _FACILITIES and placer.place(s, parsed).span == found.span), None)
    told = [s for s in parsed.spots if s.located and not s.aside and not s.agent]
    town = _town_behind(facility, told, parsed, placer) if facility is not None else None
    return found if town is None else dataclasses.replace(town, basis="inherited")


def place_around(clause: Clause, parsed: Parsed, placer: Placer) -> Place | None:
    """The place of the clause that this one hangs on."""
    parent, seen = clause.parent, 0
    hung = clause.kind in _HUNG
    while parent is not None and hung and seen < 3:
        found = stated_place(parent, parsed, placer)
        if found is not None:
            return dataclasses.replace(found, basis="inherited")
        hung, parent, seen = parent.kind in _HUNG, parent.parent, seen + 1
    return None


def place_beside(start: int, parsed: Parsed, placer: Placer) -> Place | None:
    """The place told of in the same sentence: the first behind the act's words, else the last before them."""
    addressed = _addressed(parsed)
    spots = [s for s in parsed.spots if s.located and not (s.agent and not s.prep & {"in", "near"})]
    spots = [s for s in spots if not (s.agent and any(a <= s.start < b for a, b in addressed))]
    spots = [s for s in spots if not _tells_whose(s, parsed) and not is_of_speech(s, parsed)]
    spots = _of_the_act(spots, parsed)
    behind = [s for s in spots if s.start >= start and not s.prep & {"from", "to"}]
    if not spots:
        return _local_place(parsed, placer)
    chosen = [_held_by(spot, spots) for spot in behind[:1] or spots[-1:]]
    found = _best(_chain(chosen[0]), parsed, placer) if chosen else None
    if found is not None and found.middle is None and chosen[0].kind in _FACILITIES:
        found = _town_behind(chosen[0], spots, parsed, placer) or found
    return dataclasses.replace(found, basis="inherited") if found is not None else None


def is_of_speech(spot: Spot, parsed: Parsed) -> bool:
    """Whether a name tells where some met, or a capital where somebody spoke: "said in Adal that shells killed two"."""
    if not spot.prep & {"in"} or spot.kind is not None:
        return False
    before = parsed.marks[spot.first - 1] if spot.first else None
    if before is not None and any(s.classes & _MET for s in before.senses):
        return True
    around = [c for c in parsed.clauses if c.verb.start < spot.start < c.end]
    verb = min(around, key=lambda c: c.end - c.start).verb.classes if around and spot.agent else set[str]()
    return "utter" in verb or speech_of(verb) is not None


def _local_place(parsed: Parsed, placer: Placer) -> Place | None:
    """The town whose police or mayor speak in a sentence that names no other place: "Adal police said"."""
    places = [placer.place(spot, parsed) for spot in parsed.spots if spot.local]
    towns = [place for place in places if place.level == "settlement" and place.middle is not None]
    return dataclasses.replace(towns[0], basis="inherited") if towns else None


def _town_behind(facility: Spot, spots: Sequence[Spot], parsed: Parsed, placer: Placer) -> Place | None:
    """The town that a sentence names behind a mill or a street that no list has."""
    behind = (placer.place(s, parsed) for s in spots if s.start > facility.start and s.prep & {"in"})
    return next((place for place in behind if place.middle is not None and place.level not in AREAS), None)


def _tells_whose(spot: Spot, parsed: Parsed) -> bool:
    """Whether a name tells whose act it was, as in "a US strike", and another in the sentence tells where."""
    return spot.modifies and any(other.located and not other.modifies for other in parsed.spots)


def _held_by(spot: Spot, spots: Sequence[Spot]) -> Spot:
    """What a spot is said to hold, if anything: of "the town of Adal in Homs" the town, not the province."""
    for other in reversed(spots):
        if any(spot is link for link in (other.holder, other.more)):
            spot = other
    return spot


def _addressed(parsed: Parsed) -> list[tuple[int, int]]:
    """Phrases that something is said or laid to: "attribuées à Israël" tells no place."""
    return [
        (np.start, np.end)
        for clause in parsed.clauses
        if speech_of(clause.verb.classes) is not None
        for prep, np in clause.pps
        if "to" in prep.cls and np.actors
    ]


def _spots_of(clause: Clause, parsed: Parsed, carrier: Item | None) -> Iterable[Spot]:
    """The spots in the phrases of a clause that tell where, in the order of the text."""
    stretches = [(np.start, np.end, prep.cls) for prep, np in clause.pps if prep.cls & _PREPS]
    for phrase in ([carrier] if carrier else []) + clause.phrases():
        for part in (phrase, *phrase.of, *([phrase.owner] if phrase.owner else [])):
            stretches.append((part.start, part.end, frozenset()))
    found: dict[int, Spot] = {}
    for spot in parsed.spots:
        for start, end, prep in stretches:
            if start <= spot.start < end and (spot.located or spot.entries):
                acts = spot.agent and not (prep | spot.prep) & {"in", "near"} and spot.kind is None and not spot.other
                acts = acts or _tells_whose(spot, parsed)
                if not acts:
                    for link in _chain(spot):
                        found[link.start] = link
    for spot in parsed.spots:
        if spot.holder is not None and spot.holder is found.get(spot.holder.start):
            found.setdefault(spot.start, spot)  # what is said to lie in a place goes with it
    told = _of_the_act(list(found.values()), parsed)
    at_rest = [s for s in told if not s.prep or s.prep - {"from", "to"}]
    yield from sorted(at_rest or told, key=lambda s: s.start)


def _of_the_act(spots: Sequence[Spot], parsed: Parsed) -> list[Spot]:
    """The spots that may tell where an act was: not where people come from, others fired or the hurt were brought; the
    place whose people are told of only where the sentence names no other.
    """
    named = [s for s in spots if not s.aside]
    if named or any(s.located and not s.aside for s in parsed.spots):
        return named
    return [s for s in spots if s.aside == "people"]


def _chain(spot: Spot) -> list[Spot]:
    """A spot with what holds it and what goes on to say where."""
    found: list[Spot] = []
    ahead = [spot]
    while ahead:
        here = ahead.pop()
        if not any(here is other for other in found):
            found.append(here)
            ahead += [s for s in (here.holder, here.more, here.other) if s is not None]
    return found


def _best(spots: Sequence[Spot], parsed: Parsed, placer: Placer) -> Place | None:
    """The most exact place of a clause's spots; a village that no list has is not its province."""
    if not spots:
        return None
    places = [(spot, placer.place(spot, parsed)) for spot in spots]
    inner = [(s, p) for s, p in places if not any(s is other.holder or s is other.other for other in spots)]
    resolved = [(s, p) for s, p in inner if p.middle is not None]
    exact = [p for _, p in resolved if p.level not in AREAS or _is_village(p)]
    if exact:
        return min(exact, key=lambda p: p.radius_km or 1e9)
    strangers = [p for s, p in inner if p.middle is None and s.located]
    if strangers:
        return _with_holder(strangers[0], [p for _, p in places if p.middle is not None])
    if resolved:
        return min((p for _, p in resolved), key=lambda p: p.radius_km or 1e9)
    return next((p for s, p in inner if s.located or p.id is not None), None)


def _is_village(place: Place) -> bool:
    """Whether a place is a village that no list has, which lies about the town or in the zone that it is told of."""
    return place.id is None and place.name is not None and place.name == place.text


def _with_holder(stranger: Place, areas: Sequence[Place]) -> Place:
    """An unknown name keeps no point, and says what holds it where the clause does."""
    if stranger.within or not areas:
        return stranger
    held = tuple(i for p in areas[:1] for i in ((p.id,) if p.id else ()) + p.within)
    return dataclasses.replace(stranger, within=held, country=areas[0].country)
