"""assess: the named instants of an agreement, worked out as intervals in UTC."""

from __future__ import annotations

from datetime import date, datetime, tzinfo

from trucewatch.assess.text import quantity, schema
from trucewatch.assess.text.names import unknown
from trucewatch.assess.text.strictyaml import Document
from trucewatch.model import Anchor

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

    def one(self, name: str, where: tuple[str | int, ...]) -> Anchor:
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
        readings = {key: self._moment(item, (*where, "readings", key)) for key, item in given.readings.items()}
        low, high = self._main(given, where) or (
            min(a for a, _ in readings.values()),
            max(b for _, b in readings.values()),
        )
        if high < low:
            raise self._document.fail(where, f'"{name}" ends before it begins.', "Put the earlier instant first.")
        texts = {key: (quantity.iso(a), quantity.iso(b)) for key, (a, b) in readings.items()}
        clocks = {key: item.clock for key, item in given.readings.items() if item.clock is not None}
        return Anchor(name, quantity.iso(low), quantity.iso(high), given.why.strip(), texts, clocks)

    def _main(self, given: schema.Anchor, where: tuple[str | int, ...]) -> Interval | None:
        if given.earliest is not None and given.latest is not None:
            low = self._moment(schema.Moment(at=given.earliest, clock=given.clock), (*where, "earliest"))
            high = self._moment(schema.Moment(at=given.latest, clock=given.clock), (*where, "latest"))
            return low[0], high[1]
        if (given.at or given.start_of or given.end_of or given.of) is None:
            return None
        moment = schema.Moment(
            at=given.at, start_of=given.start_of, end_of=given.end_of, of=given.of, plus=given.plus, clock=given.clock
        )
        return self._moment(moment, where)

    def _moment(self, given: schema.Moment, where: tuple[str | int, ...]) -> Interval:
        try:
            return self._interval(given, where)
        except ValueError as error:
            raise self._document.fail(where, f"{error}.", "Write an ISO 8601 date or time.") from error

    def _interval(self, given: schema.Moment, where: tuple[str | int, ...]) -> Interval:
        zone = self._zone if given.clock is None else quantity.clock(given.clock)
        if given.of is not None and given.plus is not None:
            base, step = self.one(given.of, (*where, "of")), quantity.duration(given.plus)
            return quantity.instant(str(base.earliest), zone) + step, quantity.instant(str(base.latest), zone) + step
        if given.at is not None:
            moment = quantity.instant(given.at, zone)
        elif given.start_of is not None:
            moment = quantity.start_of(date.fromisoformat(given.start_of), zone)
        else:
            moment = quantity.last_second_of(date.fromisoformat(str(given.end_of)), zone)
        return moment, moment
