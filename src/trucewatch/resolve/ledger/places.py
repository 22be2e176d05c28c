"""resolve: the ledger's rows about place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from trucewatch.model import Disagreement, Place
from trucewatch.resolve.compare.place import NEIGHBOUR_KM, km
from trucewatch.resolve.ledger.row import Verdict, row, sides
from trucewatch.resolve.subject import Subject
from trucewatch.resolve.villages import FINE

LOOSE_KM = 25.0
"""How far off a village may lie by which an account names a place that has no name of its own ("near", "between")."""
AREAS = frozenset({"district", "province"})


def place_rows(members: Sequence[Subject]) -> Iterator[Disagreement]:
    """Named places of which some cannot hold the same thing. A province and a village in it do not part."""
    placed = [s for s in members if s.place is not None and s.place.id is not None and s.place.basis == "stated"]
    accounts = sides(placed, lambda s: (s.place.id, s.place.relation) if s.place else None)
    found = row("place", accounts, _judge, _where) if len(accounts) > 1 else None
    if found is not None:
        yield found


def _judge(one: Subject, other: Subject) -> Verdict | None:
    left, right = one.place, other.place
    if left is None or right is None or left.id == right.id or left.id in right.within or right.id in left.within:
        return None
    if left.level in FINE and right.level in FINE:
        return _settlements(left, right)
    if left.level == right.level and left.level in AREAS:
        return Verdict("disagree", f"{_name(left)} and {_name(right)} are two {left.level}s")
    return None


def _settlements(left: Place, right: Place) -> Verdict:
    names = f"{_name(left)} and {_name(right)}"
    apart = km(left, right)
    if apart is None:
        return Verdict("apparent_only", f"{names}: how far they lie apart is not known")
    named = f"{names} lie {apart:.0f} km apart"
    if apart <= max(NEIGHBOUR_KM, (left.radius_km or 0) + (right.radius_km or 0)):
        return Verdict("apparent_only", f"{named}: neighbours, and one may be told by the other")
    loose = {left.relation, right.relation} - {"in"}
    if loose and apart <= LOOSE_KM:
        return Verdict("apparent_only", f'{named}, and one is named only as "{min(loose)}"')
    return Verdict("disagree", named)


def _name(place: Place) -> str:
    return place.name or place.text


def _where(subject: Subject) -> str:
    place = subject.place
    if place is None:
        return ""
    return _name(place) if place.relation == "in" else f"{place.relation} {_name(place)}"
