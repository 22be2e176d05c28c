"""assess: when: instants, anchors, phases and windows of an agreement file."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, model_validator

from trucewatch.assess.text.fields.base import Address, Day, Id, Nth, Strict, Words, exactly_one
from trucewatch.assess.text.fields.places import Where

_POINTS = ("at", "start_of", "end_of", "of")


def _steps(given: _Point) -> None:
    if (given.of is None) != (given.plus is None and given.day is None):
        raise ValueError("`of` stands with `plus` or with `day`")
    if given.plus is not None and given.day is not None:
        raise ValueError("give `plus` or `day`, not both")
    if given.edge is not None and given.day is None:
        raise ValueError("`edge` says which end of a `day` is meant")


class _Point(Strict):
    """The ways in which one instant may be written."""

    at: str | None = None
    start_of: Day | None = None
    end_of: Day | None = None
    of: Id | None = None
    plus: str | None = None
    day: Nth | None = None
    edge: Literal["start", "end"] | None = None
    clock: str | None = None


class Moment(_Point):
    """One instant: `at` (zone in it or in `clock`), the start or end of a day, or another anchor plus a duration.

    With `day` it is the end (`edge: start` the start) of the so many-th day, the day of the other anchor being day 1.
    """

    @model_validator(mode="after")
    def _one(self) -> Moment:
        exactly_one(self, _POINTS)
        _steps(self)
        return self


class Amendment(Moment):
    """A new instant, agreed on the day `since`."""

    since: Day
    why: str = ""
    source: Address | None = None


class Event(Strict):
    """The first act of a kind that reports tell of, perhaps at a place."""

    act: Id
    where: Where | None = None


class Anchor(_Point):
    """A named instant: one moment, an interval `earliest`/`latest`, readings whose hull it is, or an `event`."""

    earliest: str | None = None
    latest: str | None = None
    event: Event | None = None
    why: str = ""
    readings: dict[str, Moment] = {}
    amended: list[Amendment] = []

    @model_validator(mode="after")
    def _given(self) -> Anchor:
        ways = [name for name in (*_POINTS, "event") if getattr(self, name) is not None]
        interval = [name for name in ("earliest", "latest") if getattr(self, name) is not None]
        if len(ways) > 1 or (ways and interval) or len(interval) == 1 or not (ways or interval or self.readings):
            raise ValueError("give one of at, start_of, end_of, of, event; or earliest with latest; or readings")
        if self.event is not None and self.readings:
            raise ValueError("an `event` has no readings; give the anchors that stand on it readings instead")
        _steps(self)
        return self


class Phase(Strict):
    """A part of the agreement's time."""

    id: Id
    name: Words
    from_: Annotated[Id, Field(alias="from")]
    to: Id | None = None


class Window(Strict):
    """A condition of time, by anchor ids."""

    from_: Annotated[Id | None, Field(alias="from")] = None
    to: Id | None = None
    by: Id | None = None
