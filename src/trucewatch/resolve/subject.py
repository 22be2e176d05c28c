"""resolve: a claim made ready for comparison, each question's material worked out once."""

from __future__ import annotations

import functools
from dataclasses import dataclass
from typing import Literal

from trucewatch.languages.fold import match_key
from trucewatch.model import Claim, Figure, Place
from trucewatch.model.incident import IncidentKind
from trucewatch.resolve.clock import DAY, Hours, hours, instant, period, width
from trucewatch.resolve.intervals import Interval, exact, interval
from trucewatch.resolve.kind import ACTS, DISPUTED, ONE_HAPPENING, REAL, block, counts_something, family, kind
from trucewatch.resolve.population import is_actor
from trucewatch.resolve.sides import side
from trucewatch.resolve.villages import of_a_village

Lane = Literal["act", "halt", "talk", "meeting", "speech", "term", "state", "stock"]
"""Walls between claims that are never about one thing. `halt` holds acts that did not happen or stopped; `talk` acts
that are planned, feared or demanded; `stock` quantities of a state of affairs."""
Scope = Literal["single", "period", "undated"]

MEETINGS = frozenset({"dip.talks", "dip.call", "dip.press", "dip.agreement", "dip.extension", "dip.summit"})
BEGINNINGS = frozenset({"term.entry_into_force"})
ONE_DAY = 1.5 * DAY
"""Hours up to which a time is of one day."""
OUTLETS = frozenset({"narrator", "outlet", "agency"})


@dataclass(frozen=True, slots=True)
class Count:
    """A figure with the interval its words allow."""

    figure: Figure
    allows: Interval


@dataclass(frozen=True, slots=True)
class Subject:
    """What comparisons ask of a claim. Sets of actors hold sides; ids are kept for what must be finer."""

    claim: Claim
    published: str
    root: str
    kind: IncidentKind
    lane: Lane
    scope: Scope
    family: str
    span: Hours | None
    counts: tuple[Count, ...]
    doers: frozenset[str]
    done_to: frozenset[str]
    speaker: str
    weekdays: frozenset[int] = frozenset()
    """Of an undated claim the days of the week that its undated report names."""
    undated: bool = False
    """Whether neither the claim nor its report gives a date."""
    day: int | None = None
    """Of an act of violence the day as a number: its own, else that of its report; none for background."""
    village: Place | None = None
    """Of an act of violence the place, where it is a village or a name that no list has."""

    @property
    def id(self) -> str:
        """The claim's id."""
        return self.claim.id

    @property
    def words(self) -> frozenset[str]:
        """The longer words of the quotation, folded, and its numbers: made when they are asked for, since few are."""
        return _words(self.claim.quote)

    @property
    def place(self) -> Place | None:
        """The claim's place."""
        return self.claim.place

    @property
    def sort_key(self) -> tuple[str, str]:
        """By which "earliest" is told: publication, then id."""
        return self.published, self.claim.id


def subject(
    claim: Claim, published: str, root: str, weekdays: frozenset[int] = frozenset(), *, undated: bool = False
) -> Subject:
    """Make a claim ready. `published` sorts as text; `root` is the upstream by which independence is counted."""
    lane = _lane(claim)
    span = _begun(claim) if claim.type in BEGINNINGS else hours(claim.time)
    violent = _violent(claim, lane)
    counts = tuple(Count(f, allows) for f in claim.figures if (allows := interval(f)) is not None)
    return Subject(
        claim=claim,
        published=published,
        root=root,
        kind=kind(claim),
        lane=lane,
        scope=_scope(claim, span, lane),
        family=family(claim.type),
        span=span,
        counts=counts,
        doers=_sides(claim, "perpetrator", "party"),
        done_to=_done_to(claim),
        speaker=_speaker(claim),
        weekdays=weekdays,
        undated=undated or bool(weekdays),
        day=_day(claim, span) if violent else None,
        village=claim.place if violent and claim.place is not None and of_a_village(claim.place) else None,
    )


def _begun(claim: Claim) -> Hours | None:
    """When something begins that is told as lasting from then on: "from midnight" is midnight."""
    span, first = hours(claim.time), instant(claim.time.start) if claim.time else None
    return first if span is not None and span[1] == float("inf") and first is not None else span


def _lane(claim: Claim) -> Lane:
    group = family(claim.type)
    if group == "term" or claim.modality == "term":
        return "term"
    if group == "state":
        return "stock" if counts_something(claim) else "state"
    if claim.type in MEETINGS:
        return "meeting"
    if group not in ACTS and group != "harm":
        return "speech"
    if claim.modality not in REAL | DISPUTED:
        return "talk"
    return "act" if claim.polarity == "+" else "halt"


def _violent(claim: Claim, lane: Lane) -> bool:
    """Patrols, calm and protests go on in many places at once; acts of violence are counted one by one."""
    return lane == "act" and family(claim.type) in ("kin", "harm", "civ") and block(claim.type) == "violence"


def _day(claim: Claim, span: Hours | None) -> int | None:
    if claim.background or claim.time is None or span is None:
        return None
    if claim.time.basis == "published" and claim.time.start is None:
        return int((span[1] - 1) // DAY)
    return int(span[0] // DAY) if width(span) <= ONE_DAY else None


def _scope(claim: Claim, span: Hours | None, lane: Lane) -> Scope:
    """`single` for one happening, `period` for what is told of a stated stretch of time, else `undated`."""
    spans = [span, *(period(figure.period) for figure in claim.figures)]
    stated = [s for s in spans if s is not None and width(s) != float("inf")]
    if any(width(s) > ONE_HAPPENING for s in stated):
        return "period"
    if not stated:
        return "undated"
    if claim.background or (claim.modality == "ongoing" and lane == "act"):
        # "The strike last week that killed 34" is told as background and makes no event, but may join one.
        mention = family(claim.type) != "harm" and any(exact(figure) for figure in claim.figures)
        return "period" if any(width(s) > 2 * DAY for s in stated) and not mention else "undated"
    return "single"


def _sides(claim: Claim, *roles: str) -> frozenset[str]:
    return _of_sides(tuple((actor.id, actor.text) for actor in claim.actors if actor.role in roles))


@functools.lru_cache(maxsize=65536)
def _of_sides(named: tuple[tuple[str | None, str], ...]) -> frozenset[str]:
    """Kept, since few casts are told of again and again."""
    return frozenset(side(id_, text) for id_, text in named)


@functools.lru_cache(maxsize=32768)
def _words(quote: str) -> frozenset[str]:
    return frozenset(word for word in match_key(quote).split() if len(word) > 3 or word.isdigit())


def _done_to(claim: Claim) -> frozenset[str]:
    named, counted = _sides(claim, "target", "affected", "object", "beneficiary"), _counted_sides(claim)
    return named if counted <= named else named | counted


def _counted_sides(claim: Claim) -> frozenset[str]:
    """The sides whose people were counted, where the population is an actor id (`TUR.army`)."""
    return frozenset(side(f.population) for f in claim.figures if is_actor(f.population))


def _speaker(claim: Claim) -> str:
    """The side whose words or deed a statement is: who is quoted, else who acts; '' where that is not said."""
    for link in claim.attribution[:1]:
        if link.kind not in OUTLETS:
            return side(link.id, link.who)
    doers = _sides(claim, "perpetrator") or _sides(claim, "party")
    return " and ".join(sorted(doers))
