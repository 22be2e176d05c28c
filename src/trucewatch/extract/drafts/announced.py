"""extract: where an act was that a headline or lead tells only roughly: the place that the story goes on to give."""

from __future__ import annotations

import dataclasses
from collections.abc import Container, Iterator

from trucewatch.extract.drafts.draft import Draft
from trucewatch.extract.places.located import AREAS, SIDE_KM
from trucewatch.gazetteer import Entry, entry_of, lies_in
from trucewatch.gazetteer.distance import km_between
from trucewatch.model import Figure, Place

_REACH = 6
"""Sentences behind a headline or lead in which the story comes to what they announce."""
_SMALLER = 0.6
"""The share of an area's radius that a place must stay under to tell more than the area does."""
_ROUGH = frozenset({"civ.attack", "civ.killing", "kin.armed_clash"})
"""Types of an act told without how it was done, which the story may tell more exactly."""
_KIN = (
    frozenset({"kin.air_strike", "kin.drone_strike", "kin.missile"}),
    frozenset({"kin.shelling", "kin.missile"}),
    frozenset({"kin.mine_ied", "kin.suicide", "kin.explosion_undetermined"}),
    frozenset({"kin.raid_infiltration", "kin.ground_offensive", "civ.arrest"}),
)
"""Types by which reports call one act: a drone's strike is a missile's, and a raid or an operation ends in arrests."""
_ABOUT_KM = 10.0
"""The radius from which a town's point says only that something was about it."""
_NEIGHBOUR_KM = 50.0
"""How far from a town a place may lie that is told of as about it."""
_FACTS = frozenset({"happened", "ongoing"})
_LEADS = frozenset({"headline", "lead"})


def place_announced(told: list[Draft]) -> None:
    """Gives acts of headlines, leads and of the sentence that tells the first act the place at which the story tells
    them, where they name an area or none.
    """
    first = next((act.parsed.sentence.index for act in told if _is_fact(act)), -1)
    moved: set[int] = set()
    for k in range(len(told) - 1, -1, -1):  # from behind: a headline takes what the lead has taken from the story
        act = told[k]
        opens = act.parsed.sentence.section in _LEADS or act.parsed.sentence.index == first
        if opens and _is_fact(act) and _is_rough(act.place):
            found = _place_told(act, _behind(told, k), moved)
            if found is not None:
                moved.add(id(act))
                act.place = dataclasses.replace(found, basis="inherited")


def _place_told(act: Draft, behind: Iterator[Draft], moved: Container[int]) -> Place | None:
    """The place of the first sentence that tells the act again more exactly; none where it names several."""
    again = [o for o in behind if _may_tell(act, o) and _tells_more(o, act.place, moved=id(o) in moved)]
    if not again:
        return None
    same = [other.place for other in again if other.parsed.sentence.index == again[0].parsed.sentence.index]
    places = {(place.id, place.name or place.text): place for place in same if place is not None}
    return next(iter(places.values())) if len(places) == 1 else None


def _behind(told: list[Draft], k: int) -> Iterator[Draft]:
    """What happened by the sentences behind that of a claim, within reach; no totals and no long stretches."""
    here = told[k].parsed.sentence.index
    for n in range(k + 1, len(told)):
        index = told[n].parsed.sentence.index
        if index - here > _REACH:
            return
        if index > here and _is_fact(told[n]) and not told[n].background:
            yield told[n]


def _is_fact(told: Draft) -> bool:
    return told.modality in _FACTS and told.polarity == "+" and told.type.startswith(("kin.", "civ.", "harm."))


def _is_rough(place: Place | None) -> bool:
    if place is None:
        return True
    return (place.level in AREAS and place.relation in ("in", "near")) or _is_about(place)


def _is_about(place: Place) -> bool:
    """Whether a place is what lies around a town, not the town."""
    return place.relation == "near" and place.level not in AREAS and (place.radius_km or 0.0) > _ABOUT_KM


def _may_tell(act: Draft, other: Draft) -> bool:
    """Whether a claim may tell the act; whom a headline counts as hurt, the act of the sentence behind it has hurt."""
    if act.modality == "happened" and other.modality == "ongoing":
        return False  # what goes on is the war around it
    opens = act.parsed.sentence.section == "headline" and other.parsed.sentence.section == "lead"
    hurt = act.type.startswith("harm.") != other.type.startswith("harm.")
    return _may_be_one(act, other) or (opens and hurt and not _at_odds(act, other))


def _may_be_one(act: Draft, other: Draft) -> bool:
    """Whether two claims may tell one act: types that agree or of which one is vague, and no number against another."""
    measures = {figure.measure for figure in other.figures}
    alike = act.type == other.type or any({act.type, other.type} <= kin for kin in _KIN)
    alike = alike or act.type in _ROUGH or other.type in _ROUGH
    harmed = act.type.startswith("harm.") and act.type.removeprefix("harm.") in measures
    hurting = other.type.startswith("harm.") and any(f.measure == other.type[5:] for f in act.figures)
    if not (alike or harmed or hurting):
        return False
    return not _at_odds(act, other)


def _at_odds(act: Draft, other: Draft) -> bool:
    """Whether two claims give numbers of one measure that cannot both hold."""
    return any(_apart(one, two) for one in act.figures for two in other.figures if one.measure == two.measure)


def _apart(one: Figure, two: Figure) -> bool:
    """Whether two numbers of one measure cannot both hold."""
    lows = max(one.low or 0.0, two.low or 0.0)
    highs = [figure.high for figure in (one, two) if figure.high is not None]
    return bool(highs) and lows > min(highs)


def _tells_more(other: Draft, area: Place | None, *, moved: bool = False) -> bool:
    """Whether a claim's place tells more than an area and may lie in it; so may a village that its sentence names and
    no list has, by what holds it: then the act has no point, but is not pinned on the middle of the area either. The
    sentence must name the place, unless it took it from the story itself (`moved`).
    """
    place = other.place
    if (
        place is None
        or (place.level in AREAS and area is None and (place.radius_km or SIDE_KM) >= SIDE_KM)
        or (place.span is not None and not moved and not _names(other, place))
    ):
        return False
    if place.middle is None:
        if area is not None and area.middle is not None and (area.radius_km or SIDE_KM) < SIDE_KM:
            return False  # so small an area tells where a village in it is that no list has
        held = area is None or area.id is None or not place.within or area.id in place.within
        return place.level is None and held
    if area is None or area.middle is None:
        return place.level not in AREAS or (place.radius_km or SIDE_KM) < SIDE_KM
    entry = entry_of(place)
    wide = _NEIGHBOUR_KM if _is_about(area) else area.radius_km or 0.0
    if entry is None or (place.radius_km or 0.0) > _SMALLER * wide or (place.id is not None and place.id == area.id):
        return False
    if area.level == "zone" and _is_about(place) and not _well_inside(entry, area):
        return False  # "south of the city" tells no more than "the southern countryside"
    return lies_in(entry, area) or (_is_about(area) and _are_neighbours(entry, area))


def _well_inside(entry: Entry, area: Place) -> bool:
    """Whether the whole circle of an entry lies in an area's."""
    centre = entry_of(area)
    away = km_between(entry.lat, entry.lon, centre.lat, centre.lon) if centre is not None else 0.0
    return away + entry.radius_km <= (area.radius_km or 0.0)


def _are_neighbours(entry: Entry, town: Place) -> bool:
    """Whether an entry is near enough to a town to be about it."""
    centre = entry_of(town)
    return centre is not None and km_between(entry.lat, entry.lon, centre.lat, centre.lon) <= _NEIGHBOUR_KM


def _names(told: Draft, place: Place) -> bool:
    """Whether a claim's own sentence names a place."""
    sentence = told.parsed.sentence
    start, end = told.parsed.span(sentence.start, sentence.end)
    return place.span is not None and start <= place.span[0] < end
