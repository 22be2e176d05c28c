"""assess: what may stand in an `agreement.yaml`, field by field. Everything in the file is text; types come later."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, TypeAdapter, model_validator

from trucewatch.model import agreement as model

SCHEMA = "trucewatch-agreement/1"
Id = Annotated[str, Field(pattern=r"^[A-Za-z][\w.-]*$")]
Words = Annotated[str, Field(min_length=1)]
Length = Annotated[str, Field(pattern=r"^\d+(\.\d+)?\s*(km|m)$", description='a length with its unit, such as "6 km"')]
Day = Annotated[str, Field(pattern=r"^\d{4}-\d\d-\d\d$")]
Address = Annotated[str, Field(pattern=r"^https?://\S+$")]
YesNo = Literal["true", "false"]


class Strict(BaseModel):
    """Unknown fields are refused."""

    model_config = ConfigDict(extra="forbid", populate_by_name=True)


def _exactly_one(given: Strict, names: tuple[str, ...]) -> None:
    present = [name for name in names if getattr(given, name) is not None]
    if len(present) != 1:
        raise ValueError(
            f"give exactly one of {', '.join(names)}" + (f", not {' and '.join(present)}" if present else "")
        )


class Source(Strict):
    """Where the text can be read."""

    title: Words
    url: Address
    language: str | None = None


class AnswersFor(Strict):
    """An ally or proxy for whom a party answers."""

    party: Id
    basis: model.Basis
    since: Day | None = None
    until: Day | None = None


class Party(Strict):
    """A party; its id is from the actor lists."""

    id: Id
    name: Words
    kind: Literal["state", "guarantor", "group", "observer"]
    answers_for: list[AnswersFor] = []
    aliases: list[str] = []
    listed_by: list[str] = []


class Moment(Strict):
    """One instant: `at` (zone in it or in `clock`), the start or end of a day, or another anchor plus a duration."""

    at: str | None = None
    start_of: Day | None = None
    end_of: Day | None = None
    of: Id | None = None
    plus: str | None = None
    clock: str | None = None

    @model_validator(mode="after")
    def _one(self) -> Moment:
        _exactly_one(self, ("at", "start_of", "end_of", "of"))
        if (self.of is None) != (self.plus is None):
            raise ValueError("`of` and `plus` stand together")
        return self


class Anchor(Strict):
    """A named instant: one moment, an interval `earliest`/`latest`, or readings whose hull it is."""

    at: str | None = None
    start_of: Day | None = None
    end_of: Day | None = None
    of: Id | None = None
    plus: str | None = None
    clock: str | None = None
    earliest: str | None = None
    latest: str | None = None
    why: str = ""
    readings: dict[str, Moment] = {}

    @model_validator(mode="after")
    def _given(self) -> Anchor:
        moments = [name for name in ("at", "start_of", "end_of", "of") if getattr(self, name) is not None]
        interval = [name for name in ("earliest", "latest") if getattr(self, name) is not None]
        if (
            len(moments) > 1
            or (moments and interval)
            or len(interval) == 1
            or not (moments or interval or self.readings)
        ):
            raise ValueError("give one of at, start_of, end_of, of with plus; or earliest with latest; or readings")
        if (self.of is None) != (self.plus is None):
            raise ValueError("`of` and `plus` stand together")
        return self


class Geometry(Strict):
    """What every line and zone says about itself."""

    name: Words
    status: model.GeometryStatus
    tolerance: Length
    basis: Words
    file: str | None = None
    feature: str | None = None


class Line(Geometry):
    """A line: `points` as [lon, lat] pairs, or a feature of `zones.geojson` (by default the one of the same id)."""

    points: list[tuple[str, str]] | None = None


class Buffer(Strict):
    """All points within a distance of a line."""

    of: Id
    distance: Length
    side: Literal["both", "left", "right"] = "both"


class Undefined(Strict):
    """A zone whose geometry is not known, and until when or what."""

    until: Words


class Zone(Geometry):
    """An area, given in exactly one way."""

    points: list[tuple[str, str]] | None = None
    buffer: Buffer | None = None
    union: list[Id] | None = None
    intersection: list[Id] | None = None
    difference: list[Id] | None = None
    undefined: Undefined | None = None
    readings: list[Length] = []

    @model_validator(mode="after")
    def _one(self) -> Zone:
        ways = ("points", "buffer", "union", "intersection", "difference", "undefined")
        if self.file is None and self.feature is None:
            _exactly_one(self, ways)
        elif any(getattr(self, way) is not None for way in ways):
            raise ValueError("a zone from a file has no other geometry")
        if self.readings and self.buffer is None:
            raise ValueError("`readings` of a zone are other distances of its buffer")
        return self


class Act(Strict):
    """A kind of act as vocabulary codes with conditions."""

    types: Annotated[list[Words], Field(min_length=1)]
    maybe: list[str] = []
    joint: YesNo | None = None
    weapon_classes: list[str] = []
    polarity: Literal["+", "-"] = "+"
    about: list[str] = []


class Where(Strict):
    """A condition of place: `within` a zone, `not_within` it, or `along` a line up to a `distance`; `of` names it."""

    relation: Literal["within", "along", "not_within"]
    of: Id
    distance: Length | None = None
    readings: list[Id] = []

    @model_validator(mode="after")
    def _distance(self) -> Where:
        if (self.relation == "along") != (self.distance is not None):
            raise ValueError("`along` a line needs a `distance`, and only `along` has one")
        return self


class Window(Strict):
    """A condition of time, by anchor ids."""

    from_: Annotated[Id | None, Field(alias="from")] = None
    to: Id | None = None
    by: Id | None = None


class _Provision(Strict):
    id: Id
    title: Words
    paraphrase: Words
    basis: model.Basis
    article: str | None = None
    words: dict[str, str] = {}
    bearers: list[Id] = []
    beneficiaries: list[Id] = []
    readings: list[str] = []
    checkability: Literal["auto", "needs_human", "not_checkable"] = "auto"
    note: str = ""


class Prohibition(_Provision):
    """What somebody must not do."""

    kind: Literal["prohibition"]
    act: Id
    where: Where | None = None
    when: Window | None = None
    unless: list[Id] = []
    kept_by: Id | None = None


class Amount(Strict):
    """How often: `min` acts, `per` period."""

    min: Annotated[str, Field(pattern=r"^\d+$")]
    per: str | None = None


class Obligation(_Provision):
    """What somebody must do."""

    kind: Literal["obligation"]
    form: model.Form
    act: Id | None = None
    where: Where | None = None
    when: Window | None = None
    amount: Amount | None = None
    defines: Id | None = None
    hindered_by: Id | None = None


class Condition(Strict):
    """What a permission turns on."""

    target: Literal["listed_by_UNSC"] | None = None
    response_to: Id | None = None

    @model_validator(mode="after")
    def _one(self) -> Condition:
        _exactly_one(self, ("target", "response_to"))
        return self


class Permission(_Provision):
    """What is allowed in spite of a prohibition."""

    kind: Literal["permission"]
    defeats: Annotated[list[Id], Field(min_length=1)]
    condition: Condition
    burden: Literal["open", "claimant"] = "claimant"


class Power(_Provision):
    """What somebody may change about the agreement itself."""

    kind: Literal["power"]
    effect: Words


class Principle(_Provision):
    """What the text professes; never checked."""

    kind: Literal["principle"]


AnyProvision = Annotated[Prohibition | Obligation | Permission | Power | Principle, Field(discriminator="kind")]


class File(Strict):
    """A whole `agreement.yaml`."""

    schema_: Annotated[Literal["trucewatch-agreement/1"], Field(alias="schema")]
    id: Id
    title: Words
    signed: Day
    tz: Words
    supplements: list[Id] = []
    sources: Annotated[list[Source], Field(min_length=1)]
    parties: Annotated[list[Party], Field(min_length=1)]
    effective: Id | None = None
    ends: Id | None = None
    anchors: dict[str, Anchor] = {}
    lines: dict[str, Line] = {}
    zones: dict[str, Zone] = {}
    acts: dict[str, Act] = {}
    provisions: Annotated[list[AnyProvision], Field(min_length=1)]
    note: str = ""


def fields() -> frozenset[str]:
    """The names of all fields that a file may have, for "did you mean"."""
    names: set[str] = set()
    for definition in agreement_schema().get("$defs", {}).values():
        names |= set(definition.get("properties", {}))
    return frozenset(names | set(agreement_schema()["properties"]))


def agreement_schema() -> dict[str, Any]:
    """The JSON Schema of `agreement.yaml`; all scalars are strings, as they are read."""
    return TypeAdapter(File).json_schema(by_alias=True)
