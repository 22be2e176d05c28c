"""resolve: one time, one place, one type and one cast for an incident, out of what its claims say."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from trucewatch.languages.fold import match_key
from trucewatch.model import ActorRole, IncidentActor, Place, Time
from trucewatch.model.claim import ActorBasis
from trucewatch.resolve.clock import Hours, gap, width
from trucewatch.resolve.kind import DISPUTED
from trucewatch.resolve.subject import Subject

FINENESS = {"site": 0, "settlement": 1, "route": 2, "district": 3, "zone": 4, "province": 5, "region": 6, "country": 7}
BASES: tuple[ActorBasis, ...] = ("stated", "blamed", "inferred")


def settled_type(members: Sequence[Subject]) -> str:
    """The type that most roots give; an act before the harm it did."""
    acts = [s for s in members if s.family != "harm"] or list(members)
    real = [s for s in acts if s.claim.modality not in DISPUTED] or acts
    roots = Counter(type_ for type_, _ in {(s.claim.type, s.root) for s in real})
    return min(roots, key=lambda type_: (-roots[type_], type_))


def settled_time(members: Sequence[Subject]) -> Time | None:
    """The narrowest stated time that meets the times of more than half of the roots, else of the most of them."""
    timed = [(s, s.claim.time, s.span) for s in members if s.claim.time is not None and s.span is not None]
    stated = [item for item in timed if item[1].basis == "stated"] or timed
    if not stated:
        return None
    spans = [(s.root, span) for s, _, span in timed]
    most = len({root for root, _ in spans}) / 2
    ranked = [(_support(span, spans), s, time, span) for s, time, span in stated]
    least = min(int(most) + 1, max(roots for roots, _, _, _ in ranked))
    backed = [item for item in ranked if item[0] >= least]
    return min(backed, key=lambda item: (width(item[3]), -item[0], item[3], item[1].sort_key))[2]


def _support(span: Hours, others: Iterable[tuple[str, Hours]]) -> int:
    return len({root for root, other in others if gap(span, other) < 0})


def settled_place(members: Sequence[Subject]) -> Place | None:
    """The finest place that the most roots name or allow; one that was stated before one inherited."""
    placed = [(s, s.place) for s in members if s.place is not None]
    if not placed:
        return None
    return min(
        placed,
        key=lambda item: (
            item[1].basis != "stated",
            item[1].id is None and item[1].middle is None,
            -len({s.root for s, other in placed if _allows(other, item[1])}),
            FINENESS.get(item[1].level or "", 8),
            item[1].radius_km or 1e9,
            item[1].id or match_key(item[1].name or item[1].text),
            item[0].sort_key,
        ),
    )[1]


def _allows(other: Place, place: Place) -> bool:
    """Whether an account that names `other` leaves room for `place`."""
    if other.id and place.id:
        return other.id == place.id or other.id in place.within
    return match_key(other.name or other.text) == match_key(place.name or place.text)


def settled_actors(members: Sequence[Subject]) -> tuple[IncidentActor, ...]:
    """Everybody named, by role, with the roots that assert it and those that deny it."""
    named: dict[tuple[str, str], list[tuple[Subject, ActorRole]]] = {}
    for subject in sorted(members, key=lambda s: s.sort_key):
        for actor in subject.claim.actors:
            named.setdefault((actor.role, actor.id or match_key(actor.text)), []).append((subject, actor))
    return tuple(_actor(told) for _, told in sorted(named.items()))


def _actor(told: list[tuple[Subject, ActorRole]]) -> IncidentActor:
    first = told[0][1]
    return IncidentActor(
        role=first.role,
        text=first.text,
        id=first.id,
        basis=min((actor.basis for _, actor in told), key=BASES.index),
        asserted_by=tuple(sorted({s.root for s, _ in told if s.claim.modality != "denied"})),
        denied_by=tuple(sorted({s.root for s, _ in told if s.claim.modality == "denied"})),
    )
