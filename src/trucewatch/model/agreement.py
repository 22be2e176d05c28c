"""model: an agreement is the text of a truce as data: who is bound to what, where, from when, with which exceptions."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Literal

from trucewatch.model.finding import ProvisionKind

Basis = Literal["operative", "preamble", "annex", "leaked", "statement", "practice"]
Form = Literal["achieve", "maintain", "quota", "exchange", "recur", "define", "report"]
GeometryStatus = Literal["agreed", "published", "reconstructed", "claimed", "undefined"]
Point = tuple[float, float]
"""`(lon, lat)` in degrees WGS 84, the order of GeoJSON."""


@dataclass(frozen=True, slots=True)
class AgreementSource:
    """Where the text can be read. `language` is ISO 639-1."""

    title: str
    url: str
    language: str | None = None


@dataclass(frozen=True, slots=True)
class Moving:
    """An instant that depends on another anchor: so long after it, or the end (or start) of its so many-th day."""

    of: str
    plus: str | None = None
    """An ISO 8601 duration."""
    day: int | None = None
    """Counted in the agreement's clock, the day of the other anchor being day 1."""
    edge: Literal["start", "end"] = "end"


@dataclass(frozen=True, slots=True)
class Amendment:
    """A new instant for an anchor, that counts from the day on which it was agreed; `[earliest, latest]` in UTC."""

    since: str
    earliest: str
    latest: str
    why: str = ""
    source: str | None = None


@dataclass(frozen=True, slots=True)
class Anchor:
    """A named instant as an interval `[earliest, latest]` of UTC instants; `readings` where the text allows several.

    One that waits for an act (`event`), or stands on such a one (`moving`), has no instant until reports tell of it.
    """

    id: str
    earliest: str | None
    latest: str | None
    why: str = ""
    readings: dict[str, tuple[str, str]] = field(default_factory=dict)
    clocks: dict[str, str] = field(default_factory=dict)
    """The offset (`+03:00`) by which a reading, named as in `readings`, tells its days."""
    event: str | None = None
    """The act, by its id, whose first happening is the instant."""
    event_where: Where | None = None
    moving: Moving | None = None
    moving_readings: dict[str, Moving] = field(default_factory=dict)
    amended: tuple[Amendment, ...] = ()
    """In the order in which they were agreed."""

    @property
    def waits(self) -> bool:
        """Whether its instant depends on what reports tell."""
        return self.event is not None or self.moving is not None or bool(self.moving_readings)


@dataclass(frozen=True, slots=True)
class Phase:
    """A part of the agreement's time, from one anchor to another."""

    id: str
    name: str
    from_: str
    to: str | None = None


@dataclass(frozen=True, slots=True)
class WeaponClass:
    """Weapons that the text names together: kinds of the vocabulary, calibres in millimetres, models."""

    id: str
    kinds: tuple[str, ...] = ()
    at_least_mm: float | None = None
    below_mm: float | None = None
    models: tuple[str, ...] = ()
    not_models: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class AnswersFor:
    """A party's ally or proxy, with the basis and the period of the statement that it answers for it."""

    party: str
    basis: Basis
    since: str | None = None
    until: str | None = None


@dataclass(frozen=True, slots=True)
class Party:
    """A party, guarantor, bound group or observer; `id` is from the actor lists."""

    id: str
    name: str
    kind: Literal["state", "guarantor", "group", "observer"]
    answers_for: tuple[AnswersFor, ...] = ()
    aliases: tuple[str, ...] = ()
    listed_by: tuple[str, ...] = ()
    """Bodies that designate it (`UNSC`), on which some exceptions turn."""


@dataclass(frozen=True, slots=True)
class Version:
    """How a line or zone ran from one day until before another, by the agreement's clock; None is an open side.

    `rings` are those of a zone, or the points of a line as the only one; `readings` those of a zone's other distances.
    """

    from_: str | None
    until: str | None
    rings: tuple[tuple[Point, ...], ...]
    basis: str = ""
    references: tuple[str, ...] = ()
    readings: dict[str, tuple[tuple[Point, ...], ...]] = field(default_factory=dict)

    def holds(self, day: str | None) -> bool:
        """Whether it is in force on a day; None stands for a day before all others."""
        begun = self.from_ is None or (day is not None and self.from_ <= day)
        return begun and (self.until is None or day is None or day < self.until)


@dataclass(frozen=True, slots=True)
class Line:
    """A road, river or line of contact: points `(lon, lat)`, tolerance in kilometres.

    Where it has `versions`, in the order of time, the points are those of the last.
    """

    id: str
    name: str
    points: tuple[Point, ...]
    status: GeometryStatus
    tolerance_km: float
    basis: str
    versions: tuple[Version, ...] = ()


@dataclass(frozen=True, slots=True)
class Zone:
    """An area. `polygons` are rings of `(lon, lat)`, one within another being a hole; empty while it is undefined.

    `of` and `distance_km` say what it was built from; `readings` are other distances that the text allows, by name.
    Where it has `versions`, its own or those of what it is built from, polygons and readings are those of the last.
    """

    id: str
    name: str
    polygons: tuple[tuple[Point, ...], ...]
    status: GeometryStatus
    tolerance_km: float
    basis: str
    of: str | None = None
    distance_km: float | None = None
    undefined_until: str | None = None
    readings: dict[str, tuple[tuple[Point, ...], ...]] = field(default_factory=dict)
    versions: tuple[Version, ...] = ()


@dataclass(frozen=True, slots=True)
class Act:
    """A kind of act as a list of vocabulary codes; a code ending in `.*` takes the family."""

    id: str
    types: tuple[str, ...]
    joint: bool | None = None
    weapon_classes: tuple[str, ...] = ()
    polarity: Literal["+", "-"] = "+"
    maybe: tuple[str, ...] = ()
    """Codes that may be this act and may be something else (an explosion of unknown cause)."""
    about: tuple[str, ...] = ()
    """For speech acts and agreements: what they must be about (`term.zone`)."""


@dataclass(frozen=True, slots=True)
class Where:
    """A condition of place: `within` a zone or `along` a line, by id, with readings by the ids of other zones."""

    relation: Literal["within", "along", "not_within"]
    of: str
    distance_km: float | None = None
    """For `along`: how far from the line still counts."""
    readings: tuple[str, ...] = ()
    distances_km: tuple[float, ...] = ()
    """Other distances that the text allows."""
    except_: tuple[str, ...] = ()
    """Zones that are taken out of it."""


@dataclass(frozen=True, slots=True)
class Window:
    """A condition of time: from an anchor, by a deadline (both anchor ids)."""

    from_: str | None = None
    by: str | None = None
    to: str | None = None
    readings: tuple[str, ...] = ()


_DURATION = re.compile(r"P(?P<t>T?)(?P<n>\d+)(?P<u>[YMWDHS])")
_UNITS = {"Y": "year", "M": "month", "W": "week", "D": "day", "TH": "hour", "TM": "minute", "TS": "second"}


def length_in_words(duration: str) -> str:
    """An ISO 8601 duration in words; one of several parts as it is written."""
    found = _DURATION.fullmatch(duration)
    if found is None:
        return duration
    unit = _UNITS[found["t"] + found["u"]]
    return f"{found['n']} {unit}s" if found["n"] != "1" else f"1 {unit}"


@dataclass(frozen=True, slots=True)
class Amount:
    """How much a duty asks for: acts, or what a measure of the claims counts (`trucks`), in all or per period.

    `ratio` is for exchanges: how many are due for each one of a population released by the other side's act.
    """

    min: float | None = None
    per: str | None = None
    """An ISO 8601 duration: the period that repeats."""
    measure: str | None = None
    of: str | None = None
    """The population or goods that are counted (`fuel`)."""
    at: str | None = None
    """Where the text counts them, or that it does not say so, in words."""
    ratio: dict[str, float] = field(default_factory=dict)
    for_act: str | None = None
    for_measure: str | None = None

    def in_words(self) -> str:
        """How much is asked for, in English words: `600 trucks per day (where the text counts them)`."""
        what = " ".join(part for part in (self.of, self.measure) if part)
        if self.ratio:
            rates = "; ".join(f"{number:g} {what} for one of: {name}" for name, number in self.ratio.items())
            return f"{rates} ({str(self.for_act).replace('_', ' ')})"
        per = f" per {length_in_words(self.per).removeprefix('1 ')}" if self.per else ""
        at = f" ({self.at})" if self.at else ""
        number = self.min or 1
        return f"{number:g} {what or ('time' if number == 1 else 'times')}{per}{at}"


@dataclass(frozen=True, slots=True)
class Provision:
    """One rule of the text, in our own paraphrase, with its article and basis."""

    id: str
    kind: ProvisionKind
    title: str
    paraphrase: str
    basis: Basis
    article: str | None = None
    form: Form | None = None
    bearers: tuple[str, ...] = ()
    beneficiaries: tuple[str, ...] = ()
    act: str | None = None
    where: Where | None = None
    when: Window | None = None
    unless: tuple[str, ...] = ()
    """Permissions that defeat this provision."""
    defeats: tuple[str, ...] = ()
    condition: dict[str, str] = field(default_factory=dict)
    """What a permission turns on: `response_to`, `target`, `within`, `distance`."""
    burden: Literal["open", "claimant"] = "claimant"
    amount: Amount | None = None
    phase: str | None = None
    excused_by: tuple[str, ...] = ()
    """Duties of the other side whose clear breach excuses this one, because the text links the two."""
    effect: str | None = None
    """What a power changes, in words."""
    defines: str | None = None
    readings: tuple[str, ...] = ()
    checkability: Literal["auto", "needs_human", "not_checkable"] = "auto"
    kept_by: str | None = None
    """An act whose happening is evidence that the term is kept (`hostilities halted`)."""
    hindered_by: str | None = None
    """An act whose happening at the same time and place means that a performance was not whole."""
    whole: bool = False
    """Whether reports tell of it in parts, so that only an act told as completed, and not of one spot, fulfils it."""
    reported_as: tuple[str, ...] = ()
    """Types of claims by which reports tell of it (`term.zone`), where what it is made of does not say so."""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Agreement:
    """One text with everything it needs to be held against incidents. `hash` is over its canonical JSON."""

    id: str
    title: str
    signed: str
    tz: str
    hash: str
    sources: tuple[AgreementSource, ...]
    parties: tuple[Party, ...]
    anchors: dict[str, Anchor]
    lines: dict[str, Line]
    zones: dict[str, Zone]
    acts: dict[str, Act]
    provisions: tuple[Provision, ...]
    supplements: tuple[str, ...] = ()
    supersedes: tuple[str, ...] = ()
    effective: str | None = None
    """The anchor of entry into force."""
    ends: str | None = None
    """The anchor at which it lapses."""
    phases: dict[str, Phase] = field(default_factory=dict)
    classes: dict[str, WeaponClass] = field(default_factory=dict)
    note: str = ""
    notes_file: str = ""
    words: dict[str, dict[str, str]] = field(default_factory=dict)
    """By language, what the files of words beside it say for the English of this text; not of the hash."""
