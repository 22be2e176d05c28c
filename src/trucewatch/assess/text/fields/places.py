"""assess: where: lines, zones and conditions of place of an agreement file."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, model_validator

from trucewatch.assess.text.fields.base import Day, Id, Length, Strict, Words, exactly_one
from trucewatch.model import agreement as model


class Geometry(Strict):
    """What every line and zone says about itself."""

    name: Words
    status: model.GeometryStatus
    tolerance: Length
    basis: Words
    file: str | None = None
    feature: str | None = None


class Version(Strict):
    """A geometry from a day until before another, by the clock of `tz`; `points`, or a `feature` of a `file`."""

    from_: Annotated[Day | None, Field(alias="from")] = None
    until: Day | None = None
    basis: Words
    references: list[Words] = []
    points: list[tuple[str, str]] | None = None
    file: str | None = None
    feature: str | None = None

    @model_validator(mode="after")
    def _one(self) -> Version:
        if (self.points is None) == (self.feature is None):
            raise ValueError("a version has either `points` or a `feature` of a `file`")
        if self.file is not None and self.feature is None:
            raise ValueError("a version from a `file` names its `feature`")
        return self


class Line(Geometry):
    """A line: `points` as [lon, lat] pairs, dated `versions`, or a feature of `zones.geojson` (by default its id)."""

    points: list[tuple[str, str]] | None = None
    versions: Annotated[list[Version], Field(min_length=1)] | None = None

    @model_validator(mode="after")
    def _one(self) -> Line:
        if self.versions is not None and any(one is not None for one in (self.points, self.file, self.feature)):
            raise ValueError("a line with `versions` has no other geometry")
        return self


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
    versions: Annotated[list[Version], Field(min_length=1)] | None = None
    readings: list[Length] = []

    @model_validator(mode="after")
    def _one(self) -> Zone:
        ways = ("points", "buffer", "union", "intersection", "difference", "undefined", "versions")
        if self.file is None and self.feature is None:
            exactly_one(self, ways)
        elif any(getattr(self, way) is not None for way in ways):
            raise ValueError("a zone from a file has no other geometry")
        if self.readings and self.buffer is None:
            raise ValueError("`readings` of a zone are other distances of its buffer")
        return self


class Where(Strict):
    """A condition of place: `within` a zone, `not_within` it, or `along` a line up to a `distance`; `of` names it."""

    relation: Literal["within", "along", "not_within"]
    of: Id
    distance: Length | None = None
    distances: list[Length] = []
    readings: list[Id] = []
    except_: Annotated[list[Id], Field(alias="except")] = []

    @model_validator(mode="after")
    def _distance(self) -> Where:
        if (self.relation == "along") != (self.distance is not None):
            raise ValueError("`along` a line needs a `distance`, and only `along` has one")
        if self.distances and self.distance is None:
            raise ValueError("`distances` are other readings of a `distance`")
        return self
