"""extract: ties a name of a place to the one before: its holder, what shares a holder, the other end of a stretch."""

from __future__ import annotations

from typing import Literal

from trucewatch.extract.places.spot import Spot
from trucewatch.extract.words.token import Mark

FIRM = frozenset({"in", "near", "between"})
"""Prepositions behind which an unknown name is a place."""
ENDS = frozenset({"between", "on"})
"""How a place stands behind "the road linking"."""
_LARGE = 100_000
"""Inhabitants from which a town has suburbs and quarters, and is no quarter of another."""
_FAR_END = frozenset({"to", "with", "and"})


def tie(spot: Spot, last: Spot, marks: list[Mark], *, stretch: bool) -> None:
    """Ties a spot to the last one; `stretch` says that the two stand with a dash beside a word for a road."""
    if spot.first == last.j and marks[last.j - 1].ending == "gen":
        _belong(spot, last)
    if stretch:
        last.prep, last.other = last.prep | {"between"}, spot
    elif spot.link == "poss":
        _hold_whole(spot, last)
    elif last.prep == ENDS and last.other is None and spot.prep & _FAR_END:
        last.other = spot
    elif spot.link == "and":
        _join(spot, last)
    elif spot.link and (spot.link == "comma" or spot.prep & {"in", "of"} or not spot.prep or _is_route(last)):
        last.holder = spot
    elif spot.link:
        last.more = spot


def _belong(spot: Spot, last: Spot) -> None:
    """A name behind another in the genitive: "Adal'ın Bashir ilçesi", and on a side of it: "Adal'ın güneyindeki
    Bashir köyü". A country is in no other: the one lies south of the other.
    """
    if not spot.link:
        spot.link = "poss"
    elif spot.link == "of" and any(entry.level == "country" for entry in spot.entries):
        spot.link = ""
    elif spot.link == "of":
        spot.link, last.bearing, spot.bearing = "poss", spot.bearing, None


def _hold_whole(spot: Spot, last: Spot) -> None:
    """The last spot holds this one, and what was said of both is said of this: "south of Syria's Adal"."""
    spot.holder, spot.prep = last, spot.prep or last.prep
    if last.of and spot.bearing is None:
        spot.bearing, spot.of, last.bearing, last.of = last.bearing, True, None, False


def _join(spot: Spot, last: Spot) -> None:
    """Two spots with "and" share what holds them, or are the ends of "between"."""
    shared = not spot.prep
    spot.prep = spot.prep or last.prep
    if last.prep & {"between"}:
        last.other = spot
    elif shared:
        if not last.entries or spot.kind not in ("part", "site"):
            last.kind = last.kind or spot.kind
        last.beside = spot


def _is_route(spot: Spot) -> bool:
    return bool(spot.entries) and spot.entries[0].level == "route"


def is_loose_end(spot: Spot, first: Spot | None) -> bool:
    """Whether an unknown name behind "between" has no known place at the other end: two sides, not two towns."""
    other = spot.other or first
    return spot.prep & FIRM == {"between"} and spot.kind is None and not (other is not None and other.entries)


def is_side(spot: Spot) -> bool:
    """Whether a name holds its compass word: "the town of Adal western Aleppo countryside"."""
    return bool(spot.entries) and spot.entries[0].level == "zone"


def which_holds(last: Spot, spot: Spot) -> Literal["of", "poss", ""]:
    """How "of" behind a word for a place ties two names: "the Adal quarter of Bashir" is in Bashir, "the Adal suburb of
    Bashir" in a large Adal; "" where nothing tells.
    """
    if not any(e.level not in ("settlement", "site") or (e.population or 0) >= _LARGE for e in last.entries):
        return "of"
    if _holds(spot, last):
        return "of"
    return "poss" if _holds(last, spot) else ""


def _holds(area: Spot, inner: Spot) -> bool:
    return bool({e.id for e in area.entries} & {i for e in inner.entries for i in e.within})
