"""assess: the named instants of an agreement, worked out as intervals in UTC."""

from __future__ import annotations

from datetime import date, datetime, tzinfo

from trucewatch.assess.text import quantity, schema
from trucewatch.assess.text.names import unknown
from trucewatch.assess.text.provisions import condition_of_place
from trucewatch.assess.text.strictyaml import Document
from trucewatch.model import Anchor
from trucewatch.model.agreement import Amendment, Moving

Path_ = tuple[str | int, ...]
Interval = tuple[datetime, datetime]


class Anchors:
    """Works out each anchor once; anchors may stand on others (`of` and `plus`), but not in a ring."""

    def __init__(self, document: Document, given: dict[str, schema.Anchor], zone: tzinfo) -> None:
        self._document, self._given, self._zone = document, given, zone
        self._done: dict[str, Anchor] = {}
        self._busy: list[str] = []

    def all(self) -> dict[str, Anchor]:
        """Every anchor by id, in the order of the file."""
        return {name: self.one(name, ("anchors", name)) for name in self._given}

    def one(self, name: str, where: Path_) -> Anchor:
        """The anchor of a name that was used at the path `where`."""
        if name in self._done:
            return self._done[name]
        if name not in self._given:
            raise unknown(self._document, where, "anchor", name, self._given)
        if name in self._busy:
            ring = " -> ".join([*self._busy, name])
            raise self._document.fail(
                where, f"anchors stand on each other in a ring ({ring}).", "Give one as an instant."
            )
        self._busy.append(name)
        self._done[name] = self._build(name)
        self._busy.pop()
        return self._done[name]

    def _build(self, name: str) -> Anchor:
        given, where = self._given[name], ("anchors", name)
        readings, moving_readings = self._readings(given, where)
        moving = None if given.of is None else self._moving(given, where)
        low, high = self._main(given, where, moving) or self._hull(readings)
        if low is not None and high is not None and high < low:
            raise self._document.fail(where, f'"{name}" ends before it begins.', "Put the earlier instant first.")
        return Anchor(
            id=name,
            earliest=None if low is None else quantity.iso(low),
            latest=None if high is None else quantity.iso(high),
            why=given.why.strip(),
            readings={key: (quantity.iso(a), quantity.iso(b)) for key, (a, b) in readings.items()},
            clocks={key: item.clock for key, item in given.readings.items() if item.clock is not None},
            event=None if given.event is None else given.event.act,
            event_where=None if given.event is None else condition_of_place(given.event.where),
            moving=moving,
            moving_readings=moving_readings,
            amended=tuple(self._amendment(item, (*where, "amended", at)) for at, item in enumerate(given.amended)),
        )

    def _readings(self, given: schema.Anchor, where: Path_) -> tuple[dict[str, Interval], dict[str, Moving]]:
        """Readings with an instant of their own, and those that wait for an act."""
        fixed: dict[str, Interval] = {}
        waiting: dict[str, Moving] = {}
        for key, item in given.readings.items():
            moving = self._moving(item, (*where, "readings", key))
            if moving is not None:
                waiting[key] = moving
            else:
                fixed[key] = self._moment(item, (*where, "readings", key))
        return fixed, waiting

    @staticmethod
    def _hull(readings: dict[str, Interval]) -> tuple[datetime, datetime] | tuple[None, None]:
        if not readings:
            return None, None
        return min(a for a, _ in readings.values()), max(b for _, b in readings.values())

    def _moving(self, given: schema.Anchor | schema.Moment, where: Path_) -> Moving | None:
        """What an instant stands on, where that waits for an act; None where its instant can be worked out now."""
        if given.of is None or not self.one(given.of, (*where, "of")).waits:
            return None
        if given.plus is not None:
            self._duration(given.plus, where)
        return Moving(given.of, given.plus, None if given.day is None else int(given.day), given.edge or "end")

    def _duration(self, text: str, where: Path_) -> None:
        try:
            quantity.duration(text)
        except ValueError as error:
            raise self._document.fail((*where, "plus"), f"{error}.", "Write it so.") from error

    def _amendment(self, given: schema.Amendment, where: Path_) -> Amendment:
        if self._moving(given, where) is not None:
            problem = "an amended instant cannot wait for an act."
            raise self._document.fail(where, problem, "Give it as an instant or a day.")
        low, high = self._moment(given, where)
        return Amendment(given.since, quantity.iso(low), quantity.iso(high), given.why.strip(), given.source)

    def _main(self, given: schema.Anchor, where: Path_, moving: Moving | None) -> Interval | tuple[None, None] | None:
        if given.event is not None or moving is not None:
            return None, None
        if given.earliest is not None and given.latest is not None:
            low = self._moment(schema.Moment(at=given.earliest, clock=given.clock), (*where, "earliest"))
            high = self._moment(schema.Moment(at=given.latest, clock=given.clock), (*where, "latest"))
            return low[0], high[1]
        if (given.at or given.start_of or given.end_of or given.of) is None:
            return None
        names = ("at", "start_of", "end_of", "of", "plus", "day", "edge", "clock")
        return self._moment(schema.Moment(**{name: getattr(given, name) for name in names}), where)

    def _moment(self, given: schema.Moment, where: Path_) -> Interval:
        try:
            return self._interval(given, where)
        except ValueError as error:
            raise self._document.fail(where, f"{error}.", "Write an ISO 8601 date or time.") from error

    def _interval(self, given: schema.Moment, where: Path_) -> Interval:
        zone = self._zone if given.clock is None else quantity.clock(given.clock)
        if given.of is not None:
            base = self.one(given.of, (*where, "of"))
            step = Moving(given.of, given.plus, None if given.day is None else int(given.day), given.edge or "end")
            low, high = quantity.instant(str(base.earliest), zone), quantity.instant(str(base.latest), zone)
            return quantity.stepped(low, step, zone), quantity.stepped(high, step, zone)
        if given.at is not None:
            moment = quantity.instant(given.at, zone)
        elif given.start_of is not None:
            moment = quantity.start_of(date.fromisoformat(given.start_of), zone)
        else:
            moment = quantity.last_second_of(date.fromisoformat(str(given.end_of)), zone)
        return moment, moment
