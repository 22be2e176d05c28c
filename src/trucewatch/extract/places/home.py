"""extract: the one town that a report is about, in which its streets, schools and hospitals lie that no list has."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from trucewatch.extract.places.backdrop import KNOWN
from trucewatch.extract.places.spot import Spot
from trucewatch.extract.sentence import Parsed
from trucewatch.gazetteer import Entry
from trucewatch.gazetteer.distance import km_between
from trucewatch.model import Place

Resolve = Callable[[Spot, Parsed], Place]
_TOWNS = frozenset({"settlement"})
_LESSER = _TOWNS | {"district"}
_LANDS = frozenset({"country", "region"})
_IN_TOWN = frozenset({"part", "site", "county"})
"""Kinds of names that may be unknown without another town being meant."""
_GREAT = 500_000
"""Inhabitants from which a town abroad is meant whoever tells of it."""
_FAR_KM = 150.0
"""How far from a town its police have nothing to do with what happened."""
_ONE_KM = 12.0
"""How far from a town a place may lie that does not speak for another town."""


def local_home(read: Sequence[Parsed], place: Resolve) -> Place | None:
    """The one town whose own police or mayor a report tells of."""
    return _one([place(s, p) for s, p in _spots(read) if s.local])


def home_of(read: Sequence[Parsed], title: Parsed | None, place: Resolve) -> Place | None:
    """The only town in which a report tells that something was; else that of its title or dateline. None where it tells
    of several.
    """
    told = [(s, place(s, p)) for s, p in _spots(read) if _tells_where(s)]
    if any(_is_stranger(s, q) for s, q in told):
        return None
    towns = [q for _, q in told if q.level in _TOWNS and q.middle is not None]
    if towns:
        return _one(towns)
    headed = town_of_title(title, place) or _dateline(read, place)
    return headed if headed is not None and all(_may_hold(q, headed) for _, q in told) else None


def town_of_title(title: Parsed | None, place: Resolve) -> Place | None:
    """The town in which a title that does not stand in the text tells that something was."""
    if title is None:
        return None
    told = [place(s, title) for s in title.spots if _tells_where(s)]
    return _one(told) if all(q.level in _TOWNS for q in told) else None


def told_again(read: Sequence[Parsed], place: Resolve) -> Place | None:
    """The town of a dateline whose people the text goes on to tell of, and no other place: "TULSA (AP) - a Tulsan"."""
    home = _dateline(read, place)
    if home is None or any(_tells_where(s) for s, _ in _spots(read)):
        return None
    return home if any(s.folk and place(s, p).id == home.id for s, p in _spots(read)) else None


def lies_at_home(spot: Spot, parsed: Parsed, home: Place, place: Resolve) -> bool:
    """Whether an unknown street or school lies in the report's town: its sentence tells of no other."""
    others = (s for s in parsed.spots if s is not spot and _tells_where(s))
    return all(_may_hold(q, home) for s in others if (q := place(s, parsed)).middle is not None)


def is_far_quarter(found: Place, entry: Entry | None, home: Place) -> bool:
    """Whether a lesser town lies far from the one whose police tell of it: a quarter there is meant, of that name."""
    if entry is None or entry.kind != "world" or found.level not in _LESSER or found.middle is None:
        return False
    if (entry.population or 0) >= (KNOWN if entry.country == home.country else _GREAT) or home.middle is None:
        return False
    return found.within != home.within and km_between(*found.middle, *home.middle) > _FAR_KM


def _spots(read: Sequence[Parsed]) -> Iterator[tuple[Spot, Parsed]]:
    return ((spot, parsed) for parsed in read for spot in parsed.spots if spot.kind != "part")


def _tells_where(spot: Spot) -> bool:
    return spot.kind != "part" and spot.located and not spot.aside and not (spot.agent and not spot.prep)


def _is_stranger(spot: Spot, place: Place) -> bool:
    """Whether a name may be that of another town, which no list has."""
    return place.middle is None and place.level is None and spot.kind not in _IN_TOWN


def _one(places: Sequence[Place]) -> Place | None:
    """The town that places are, where all of them are one."""
    towns = {q.id: q for q in places if q.level in _TOWNS and q.id is not None and q.middle is not None}
    return next(iter(towns.values())) if len(towns) == 1 else None


def _dateline(read: Sequence[Parsed], place: Resolve) -> Place | None:
    """The town of the dateline: "TULSA, Okla. (AP) -"."""
    for parsed in read:
        hint = parsed.report.meta.get("dateline")
        span = hint.get("span") if isinstance(hint, dict) else None
        if not isinstance(span, (list, tuple)) or len(span) != 2:
            return None
        for spot in parsed.spots:
            if span[0] <= parsed.span(spot.start, spot.end)[0] < span[1]:
                found = place(spot, parsed)
                return found if found.level in _TOWNS and found.middle is not None else None
    return None


def _may_hold(area: Place, home: Place) -> bool:
    """Whether what is told of may be the town, or hold it."""
    if area.middle is None or home.middle is None:
        return area.country in (None, home.country)
    if area.country not in (None, home.country):
        return False
    if area.level in _LANDS or area.id in home.within:
        return True
    reach = _ONE_KM if area.level in _TOWNS else area.radius_km or 0.0
    return km_between(*area.middle, *home.middle) <= reach
