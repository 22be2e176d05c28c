"""check: one agreement at two instants, with everything that was told."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta, tzinfo

from trucewatch.check import clock, ground, versions
from trucewatch.check.account import Account, is_of
from trucewatch.check.clock import FIRST, LAST, Stretch
from trucewatch.check.standard import Standard
from trucewatch.languages.fold import match_key
from trucewatch.model import Agreement, Anchor, Coverage, Incident, Party, Place, Provision, Time, Where
from trucewatch.model import Window as Term
from trucewatch.model.agreement import Moving

LEANS = ("as measured", "in doubt", "settled")
"""How a place is judged that lies where two ways of measuring may differ: as measured here, as open, as not open."""
EDGE = 0.01
EDGE_KM = 0.1
"""By so much, a part of the distance and a length, two ways of measuring may differ."""
FLIPPED = {"T": "F", "F": "T", "N": "N"}


@dataclass(frozen=True)
class Answer:
    """The answer to one question, and the answer by each named reading."""

    value: str
    readings: Mapping[str, str] = field(default_factory=dict)
    p: tuple[float, float] | None = None
    undefined: bool = False
    """Whether no reading of the place has lines."""


@dataclass
class Scene:
    """What the findings on one agreement are a function of."""

    agreement: Agreement
    standard: Standard
    valid: str | None
    known: str | None
    accounts: Sequence[Account]
    coverage: Sequence[Coverage] = ()
    reports_from: datetime | None = None
    lean: str = LEANS[0]
    close_calls: int = 0
    """Places so near to what decides that another way of measuring may answer otherwise."""
    _anchors: dict[str, Anchor] = field(default_factory=dict)
    _shapes: dict[tuple[Where, versions.Span], list[ground.Shape]] = field(default_factory=dict)
    _depths: dict[tuple[int, float, float], float] = field(default_factory=dict)

    @property
    def local(self) -> tzinfo:
        """The clock of the place."""
        return clock.zone(self.agreement.tz)

    @property
    def now(self) -> datetime | None:
        """The instant at which terms stand."""
        return None if self.valid is None else clock.instant(self.valid, self.local)

    def party(self, actor: str | None) -> Party | None:
        """The party that an actor is of: by its id or an alias, else by a family of aliases."""
        if actor is None:
            return None
        for party in self.agreement.parties:
            if actor in (party.id, *party.aliases):
                return party
        for party in self.agreement.parties:
            if any(alias[-2:] == ".*" and actor.startswith(alias[:-1]) for alias in party.aliases):
                return party
        return None

    def bound_for(self, party: Party, bearers: Sequence[str], day: str | None) -> set[str]:
        """Those bound to whom the conduct of a party falls on a day."""
        found = {party.id} & set(bearers)
        for other in self.agreement.parties:
            for answer in other.answers_for if other.id in bearers else ():
                early = day is not None and answer.since is not None and day[:10] < answer.since
                late = day is not None and answer.until is not None and day[:10] > answer.until
                if answer.party == party.id and not early and not late:
                    found.add(other.id)
        return found

    def term(self, provision: Provision) -> Term | None:
        """When a provision applies; without an end of its own until the agreement ends."""
        own, ends = provision.when, self.agreement.ends
        if ends is None or (own and (own.to or own.by)):
            return own
        return Term(from_=own.from_ if own else None, to=ends)

    def anchor(self, name: str) -> Anchor:
        """An anchor as it stood: by the last change agreed by then, and by what is told of what it waits for."""
        if name not in self._anchors:
            self._anchors[name] = self._stood(self.agreement.anchors[name])
        return self._anchors[name]

    def _stood(self, given: Anchor) -> Anchor:
        changes = [one for one in given.amended if self.known is None or one.since <= self.known[:10]]
        if changes:
            low, high = changes[-1].earliest, changes[-1].latest
            return replace(given, earliest=low, latest=high, readings={}, clocks={}, moving_readings={})
        if not given.waits:
            return given
        readings = dict(given.readings)
        for name, step in given.moving_readings.items():
            moved = self._step(step)
            if moved:
                readings[name] = clock.written(moved[0]), clock.written(moved[1])
        found = self._step(given.moving) if given.moving else self._first(given) if given.event else None
        if found is None and readings:
            edges = [clock.instant(text, self.local) for pair in readings.values() for text in pair]
            found = min(edges), max(edges)
        kept = readings if len(readings) > 1 else {}
        if found is None:
            return replace(given, readings=kept)
        return replace(given, earliest=clock.written(found[0]), latest=clock.written(found[1]), readings=kept)

    def _step(self, step: Moving) -> Stretch | None:
        base = self.anchor(step.of)
        if base.earliest is None or base.latest is None:
            return None
        low, high = (self._after(clock.instant(text, self.local), step) for text in (base.earliest, base.latest))
        return low, high

    def _after(self, base: datetime, step: Moving) -> datetime:
        if step.day is None:
            return base + clock.length(str(step.plus))
        day = base.astimezone(self.local).date() + timedelta(days=step.day - 1)
        if step.edge == "start":
            return clock.midnight(day, self.local)
        return clock.midnight(day + timedelta(days=1), self.local) - clock.SECOND

    def _first(self, given: Anchor) -> Stretch | None:
        """When the act that an anchor waits for was first done, by what is told."""
        types = self.agreement.acts[str(given.event)].types
        early, late = LAST, LAST
        for account in self.accounts:
            told = account.incident
            if not (account.may_tell and account.tellers and is_of(told.type, types) and told.time):
                continue
            there = self.place(told, given.event_where).value
            if there == "F":
                continue
            start, end = clock.stretches(told.time, self.local, self.local, self.standard.undated_within_days)[0]
            early = min(early, start)
            if there == "T" and not account.deniers and end < LAST:
                late = min(late, end)
        return None if late == LAST else (late if early == FIRST else early, late)

    def waits(self, name: str | None) -> bool:
        """Whether an anchor waits for something of which nobody tells."""
        found = self.anchor(name) if name else None
        return found is not None and found.waits and found.earliest is None and not found.readings

    def windows(self, term: Term) -> list[clock.Window]:
        """Each reading of when a term applies."""
        last = term.to or term.by
        begins = self._edges(term.from_, FIRST)
        stop = self.anchor(last) if last else None
        waiting = stop is not None and stop.waits and stop.earliest is None
        ends = self._edges(None if waiting else last, LAST)
        return [
            clock.Window(", ".join(part for part in (one, two) if part), begin, end, mine if one else other)
            for one, begin, mine in begins
            for two, end, other in ends
        ]

    def _edges(self, name: str | None, open_: datetime) -> list[tuple[str, Stretch, tzinfo]]:
        if name is None:
            return [("", (open_, open_), self.local)]
        found = self.anchor(name)
        pairs: Mapping[str, tuple[str | None, str | None]] = found.readings or {"": (found.earliest, found.latest)}
        made: list[tuple[str, Stretch, tzinfo]] = []
        for reading, (low, high) in pairs.items():
            edge = (
                datetime.fromisoformat(low) if low else FIRST,
                datetime.fromisoformat(high) if high else LAST,
            )
            offset = found.clocks.get(reading)
            made.append((reading, edge, clock.zone(offset) if offset else self.local))
        return made

    def time(self, incident: Incident, term: Term | None) -> Answer:
        """Was it while a term applied?"""
        told = incident.time
        if term is None or not (term.from_ or term.to or term.by):
            return Answer("T")
        if told is None or not (told.start or told.end):
            return Answer("N")
        table, parts = {}, []
        for window in self.windows(term):
            spans = clock.stretches(told, window.clock, self.local, self.standard.undated_within_days)
            value, share = clock.alike(window.holds(span) for span in spans), window.share(spans[0])
            if value == "N" and share and share[0] >= self.standard.time_share < 1:
                value = "T"
            table[window.name] = value
            parts.append(share)
        return Answer(clock.alike(table.values()), table if len(table) > 1 else {}, clock.spread(parts))

    def place(self, incident: Incident, where: Where | None) -> Answer:
        """Was it where a term applies?"""
        if where is None:
            return Answer("T")
        place, shapes = incident.place, self.shapes(where, self._days(incident.time, where))
        if self.undefined(where):
            return Answer("N", undefined=True)
        if place is None:
            return Answer("N")
        if not any(shape.gap for shape in shapes) and self._road(place, where):
            return Answer("T")
        disks = self._disks(place)
        if not disks:
            return Answer("N")
        table, parts = {}, []
        for shape in shapes:
            named = where.relation != "along" and match_key(place.name or place.text) == match_key(shape.name)
            if named and not shape.gap:
                table[shape.said] = "F" if where.relation == "not_within" else "T"
                continue
            values = [self._disk(shape, *disk) for disk in disks]
            joint = clock.alike(value for value, _ in values)
            table[shape.said] = FLIPPED[joint] if where.relation == "not_within" else joint
            if len(disks) == 1 and where.relation != "not_within":
                parts.append(values[0][1])
        return Answer(clock.alike(table.values()), table if len(shapes) > 1 else {}, clock.spread(parts))

    def _road(self, place: Place, where: Where) -> bool:
        line = where.of if where.relation == "along" else self.agreement.zones[where.of].of
        if line is None or where.relation == "not_within" or place.level != "route":
            return False
        return match_key(line) in match_key(f"{place.name or ''} {place.text}").split()

    def _disks(self, place: Place) -> list[tuple[float, float, float]]:
        sizes = self.standard.radius_km
        if place.middle is None:
            return [(one.lon, one.lat, sizes["settlement"]) for one in place.candidates]
        (lat, lon), given = place.middle, place.radius_km
        return [(lon, lat, sizes.get(place.level or "region", sizes["region"]) if given is None else given)]

    def _disk(
        self, shape: ground.Shape, lon: float, lat: float, radius: float
    ) -> tuple[str, tuple[float, float] | None]:
        """`T` deeper inside than all doubt, `F` further outside, else `N` with the part that lies inside."""
        if not shape.defined:
            return "N", None
        key = (id(shape), lon, lat)
        if key not in self._depths:
            self._depths[key] = ground.depth_km(shape, lon, lat)
        depth, doubt = self._depths[key], radius + shape.tolerance_km
        settled, value = abs(depth) > doubt, "T" if depth > 0 else "F"
        if abs(abs(depth) - doubt) <= EDGE_KM + EDGE * abs(depth):
            self.close_calls += 1
            settled = {LEANS[1]: False, LEANS[2]: True}.get(self.lean, settled)
        if settled:
            return value, None
        low, high = (ground.disk_part(depth + way * shape.tolerance_km, radius) for way in (-1, 1))
        return "N", (low, high)

    def undefined(self, where: Where | None) -> bool:
        """Whether a condition of place has no lines by any reading."""
        return where is not None and not any(shape.defined for shape in self.shapes(where))

    def shapes(self, where: Where, days: Sequence[versions.Span] | None = None) -> list[ground.Shape]:
        """The readings of a condition of place, each laid out once; of dated versions those of some days, else all."""
        found: list[ground.Shape] = []
        for span in versions.spans(where, self.agreement) if days is None else days:
            if (where, span) not in self._shapes:
                self._shapes[where, span] = versions.shapes(where, self.agreement, span)
            found += self._shapes[where, span]
        return found

    def _days(self, told: Time | None, where: Where) -> list[versions.Span]:
        """The days, between one change of lines or zones and the next, on which it may have been."""
        cut = versions.spans(where, self.agreement)
        if len(cut) == 1 or told is None or not (told.start or told.end):
            return cut
        times = clock.stretches(told, self.local, self.local, self.standard.undated_within_days)
        return [span for span in cut if any(span.meets(time, self.local) for time in times)]

    def stretch(self, term: Term | None) -> Stretch | None:
        """From the earliest beginning of a term until its latest end or now."""
        if term is None or not term.from_ or self.now is None:
            return None
        start = self.anchor(term.from_).earliest
        last = term.to or term.by
        stop = self.anchor(last).latest if last else None
        if start is None:
            return None
        end = self.now if stop is None else min(self.now, clock.instant(stop, self.local))
        return clock.instant(start, self.local), end

    def watched(self, provision: Provision, span: Stretch | None) -> bool:
        """Whether somebody is stated to have seen every such act over a stretch, at the place of the term."""
        if span is None or provision.act is None:
            return False
        types = self.agreement.acts[provision.act].types
        for one in self.coverage:
            whole = clock.instant(one.from_, self.local) <= span[0] and clock.instant(one.to, self.local) >= span[1]
            own = provision.where.of if provision.where is not None else ""
            there = one.zone is None or (own and one.zone in (own, f"{self.agreement.id}.{own}"))
            if whole and there and all(is_of(code, one.types) for code in types):
                return True
        return False
