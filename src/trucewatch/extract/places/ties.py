"""extract: ties a name of a place to the one before: its holder, what shares a holder, the other end of a stretch."""

from __future__ import annotations

from trucewatch.extract.places.spot import Spot
from trucewatch.extract.words.token import Mark

ENDS = frozenset({"between", "on"})
"""How a place stands behind "the road linking"."""
_FAR_END = frozenset({"to", "with", "and"})


def tie(spot: Spot, last: Spot, marks: list[Mark], *, stretch: bool) -> None:
    """Ties a spot to the last one; `stretch` says that the two stand with a dash beside a word for a road."""
    if spot.first == last.j and marks[last.j - 1].ending == "gen" and not spot.link:
        spot.link = "poss"  # "Adal'ın Bashir ilçesi"
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
