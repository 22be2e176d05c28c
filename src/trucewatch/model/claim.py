"""model: a claim is one statement in one report, with its quotation."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Literal

from trucewatch.model.between import sent_quickly
from trucewatch.model.report import Span

Section = Literal["headline", "lead", "body", "quote", "caption", "furniture"]
Modality = Literal[
    "happened", "ongoing", "state", "planned", "promised", "hoped", "predicted", "possible",
    "demanded", "threatened", "accused", "denied", "opined", "term",
]  # fmt: skip
Polarity = Literal["+", "-"]
TimePrecision = Literal["minute", "hour", "day", "week", "month", "year", "open"]
TimeBasis = Literal["stated", "inherited", "published"]
PlaceLevel = Literal["site", "settlement", "district", "province", "zone", "route", "country", "region"]
PlaceRelation = Literal["in", "near", "between", "distance"]
Role = Literal["perpetrator", "target", "party", "beneficiary", "affected", "object"]
ActorBasis = Literal["stated", "blamed", "inferred"]
Measure = Literal[
    "killed", "injured", "missing", "captured", "neutralised", "displaced", "returned", "refugees", "aircraft",
    "vehicles", "strikes", "shells", "explosions", "violations", "patrols", "posts", "trucks",
    "prisoners", "hostages", "personnel", "area_km2", "distance_km", "width_km", "duration_h", "days",
]  # fmt: skip
Approximator = Literal["exact", "about", "nearly", "at_least", "at_most", "more_than", "vague"]
SpeakerKind = Literal[
    "party", "official", "institution", "monitor", "agency", "outlet", "witness", "anonymous", "narrator"
]
Observed = Literal["seen", "heard", "imagery", "told", "claimed"]


@sent_quickly
@dataclass(frozen=True, slots=True)
class TimeReading:
    """Another interval that the same words allow."""

    why: str
    start: str | None = None
    end: str | None = None


@sent_quickly
@dataclass(frozen=True, slots=True)
class Time:
    """A half-open interval `[start, end)` in ISO 8601: whole days as dates, hours in the clock of the place told of.

    `start` or `end` is None where that side is open. `zone` is an offset such as `+03:00`, only where it is known.
    """

    start: str | None = None
    end: str | None = None
    precision: TimePrecision = "day"
    basis: TimeBasis = "stated"
    text: str | None = None
    span: Span | None = None
    zone: str | None = None
    readings: tuple[TimeReading, ...] = ()


@sent_quickly
@dataclass(frozen=True, slots=True)
class PlaceCandidate:
    """A place that the words might mean, when they were not resolved to one."""

    id: str
    name: str
    lat: float
    lon: float


WIDEST_POINT_KM = 150.0
"""The radius beyond which a place has no point: what is spread over a wider disc lies on average more than 100 km from
its middle (decision 13)."""


@sent_quickly
@dataclass(frozen=True, slots=True)
class Area:
    """The disc that holds a place too wide to have a point. Its middle is nowhere: nothing may be drawn there."""

    lat: float
    lon: float
    radius_km: float


@sent_quickly
@dataclass(frozen=True, slots=True)
class Place:
    """Where. `lat`, `lon` are degrees WGS 84, absent for a place that was not resolved, and for one wider than
    `WIDEST_POINT_KM`, which has an `area` instead; `radius_km` holds the doubt.
    """

    text: str
    name: str | None = None
    id: str | None = None
    level: PlaceLevel | None = None
    lat: float | None = None
    lon: float | None = None
    radius_km: float | None = None
    relation: PlaceRelation = "in"
    basis: Literal["stated", "inherited"] = "stated"
    span: Span | None = None
    country: str | None = None
    """ISO 3166 alpha-2 code of the country the place lies in."""
    within: tuple[str, ...] = ()
    """Gazetteer ids of the province, zone and country that hold the place, smallest first."""
    candidates: tuple[PlaceCandidate, ...] = ()
    area: Area | None = None
    """Where a place lies that is too wide for a point, so that it can still be told what is outside of it."""

    def __post_init__(self) -> None:
        """A point as wide as an area becomes one, whoever wrote it; what is given a point has no area."""
        if self.lat is not None and self.lon is not None:
            wide = self.radius_km is not None and self.radius_km > WIDEST_POINT_KM
            if wide:
                object.__setattr__(self, "area", Area(self.lat, self.lon, self.radius_km or 0.0))
                object.__setattr__(self, "lat", None)
                object.__setattr__(self, "lon", None)
            elif self.area is not None:
                object.__setattr__(self, "area", None)
        elif self.area is not None and self.area.radius_km != self.radius_km:
            radius = self.area.radius_km if self.radius_km is None else self.radius_km
            object.__setattr__(self, "radius_km", radius)
            object.__setattr__(self, "area", Area(self.area.lat, self.area.lon, radius))

    @property
    def middle(self) -> tuple[float, float] | None:
        """Latitude and longitude from which distances are counted, by `radius_km`: of the point, else of the area. To
        be asked by whatever holds a place against another or against a zone; what is drawn or handed out asks `lat`.
        """
        if self.lat is not None and self.lon is not None:
            return self.lat, self.lon
        return None if self.area is None else (self.area.lat, self.area.lon)


@sent_quickly
@dataclass(frozen=True, slots=True)
class ActorRole:
    """Somebody's part in what is claimed. `id` is from the actor lists (`SYR.army`); absent for the unlisted."""

    role: Role
    text: str
    id: str | None = None
    basis: ActorBasis = "stated"
    span: Span | None = None


@sent_quickly
@dataclass(frozen=True, slots=True)
class Weapon:
    """What was used: a class (`drone`, `artillery`, `mortar`, `mlrs`, ...) and a calibre in millimetres."""

    class_: str | None = field(default=None, metadata={"alias": "class"})
    calibre_mm: float | None = None


@sent_quickly
@dataclass(frozen=True, slots=True)
class Figure:
    """A quantity as an interval `[low, high]`; an open side is None. Never averaged, never filled in."""

    measure: Measure
    low: float | None = None
    high: float | None = None
    approximator: Approximator = "exact"
    population: str | None = None
    """Whom or what it counts: an actor id (`TUR.army`) or a neutral word (`civilians`, `refugees of SYR`)."""
    text: str = ""
    span: Span | None = None
    period: tuple[str | None, str | None] | None = None
    as_of: str | None = None
    counted_by: str | None = None
    more: bool = False
    """True for "two more": beyond what was counted before, so never the same figure."""
    part_of: str | None = None
    """The population of which this one is a part ("including two children")."""


@sent_quickly
@dataclass(frozen=True, slots=True)
class Attribution:
    """One link in the chain of who says so, from the origin of the words to the outlet."""

    who: str
    kind: SpeakerKind
    id: str | None = None
    verb: str | None = None
    span: Span | None = None


@sent_quickly
@dataclass(frozen=True, slots=True)
class Correction:
    """What a person put in the place of what was read: the field, what it was, what it is now, who says so and why."""

    field: str
    was: Any
    now: Any
    who: str
    when: str | None = None
    why: str = ""


@sent_quickly
@dataclass(frozen=True, slots=True)
class Claim:
    """One statement in one report. `quote` is verbatim `text[spans[0][0]:spans[0][1]]`."""

    id: str
    report: str
    spans: tuple[Span, ...]
    quote: str
    type: str
    modality: Modality = "happened"
    polarity: Polarity = "+"
    section: Section = "body"
    time: Time | None = None
    place: Place | None = None
    actors: tuple[ActorRole, ...] = ()
    weapon: Weapon | None = None
    joint: bool = False
    outcome: Literal["completed", "cut_short", "failed"] | None = None
    """How an act that was begun or tried ended (a patrol cut short), where the words say so."""
    observed: Observed | None = None
    response_to: str | None = None
    justification: str | None = None
    about: str | None = None
    """What a speech act or a term is about: the type of the act named in it (`kin.shelling` in a demand to stop it)."""
    words: str | None = None
    """For accusations and loaded words: the accuser's own word, where the type is the neutral one."""
    figures: tuple[Figure, ...] = ()
    attribution: tuple[Attribution, ...] = ()
    root: str | None = None
    """The upstream by which independence is counted; None is 'not stated', which counts as its own report."""
    background: bool = False
    """True for campaigns, totals over periods and undated background: never an event."""
    confidence: float = 0.5
    why: tuple[str, ...] = ()
    extractor: str = "lexicon"
    corrections: tuple[Correction, ...] = ()
    """What people changed in it. The words of the report, and the claim first made of them, are kept as they were."""


@sent_quickly
@dataclass(frozen=True, slots=True)
class Mention:
    """A date, place, actor, figure or attribution recognised in the text, whether or not a claim uses it."""

    report: str
    mention: Literal["time", "place", "actor", "figure", "attribution"]
    span: Span | None = None
    start: str | None = None
    end: str | None = None
    precision: TimePrecision | None = None
    lat: float | None = None
    lon: float | None = None
    id: str | None = None
    name: str | None = None
    level: PlaceLevel | None = None
    low: float | None = None
    high: float | None = None
    measure: Measure | None = None
    source: Span | None = None
    cue: Span | None = None
    content: Span | None = None
    who: str | None = None
