"""assess: the seven questions of a prohibition as columns; provisions that ask the same share the answers."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass, field

import numpy as np

from trucewatch.assess.batch import places, times
from trucewatch.assess.batch.asked import Asked
from trucewatch.assess.batch.columns import Columns
from trucewatch.assess.batch.values import CODE, Codes, N
from trucewatch.assess.case import Case
from trucewatch.assess.evidence import Evidence
from trucewatch.assess.facets import place, unless, weapons, what, when, who
from trucewatch.assess.facets.anchored import anchor, window
from trucewatch.assess.facets.facet import Read
from trucewatch.assess.facets.ground import Days
from trucewatch.assess.facets.times import bounds, spans
from trucewatch.languages.fold import match_key
from trucewatch.model import Act, Place, Provision, Time, Where, Window


@dataclass
class Questions:
    """Questions of one text, each asked once of each kind of rows, however many provisions ask it."""

    columns: Columns
    _asked: dict[Hashable, Asked] = field(default_factory=dict)

    def of(self, provision: Provision, act: Act) -> dict[str, Asked]:
        """The seven, by facet."""
        span, bound = window(self.columns.case, provision), (provision.unless, provision.bearers)
        return {
            "occurrence": self._get("occurrence", None, self._occurrence),
            "act": self.act(act),
            "class": self._get("class", act.id, lambda: self._class(act)),
            "time": self.time(span),
            "place": self.place(provision.where),
            "bearer": self._get("bearer", provision.bearers, lambda: self._bearer(provision)),
            "not_excepted": self._get("not_excepted", bound, lambda: self._not_excepted(provision)),
        }

    def act(self, act: Act) -> Asked:
        """Was it the act that is named?"""
        return self._get("act", act.id, lambda: Asked("act", self.columns.acts, lambda item: Read(what.act(item, act))))

    def time(self, span: Window | None) -> Asked:
        """Was it within the window?"""
        return self._get("time", span, lambda: self._time(span))

    def place(self, where: Where | None) -> Asked:
        """Was it at the place?"""
        return self._get("place", where, lambda: self._place(where))

    def _get(self, name: str, about: Hashable, make: Callable[[], Asked]) -> Asked:
        if (name, about) not in self._asked:
            self._asked[name, about] = make()
        return self._asked[name, about]

    def _occurrence(self) -> Asked:
        case = self.columns.case
        return Asked("occurrence", self.columns.accounts, lambda item: Read(what.occurrence(item, case)))

    def _class(self, act: Act) -> Asked:
        case = self.columns.case
        kinds = self.columns.weapons if act.weapon_classes else self.columns.all
        return Asked("class", kinds, lambda item: Read(weapons.weapon_class(item, act, case)))

    def _bearer(self, provision: Provision) -> Asked:
        case = self.columns.case
        return Asked("bearer", self.columns.actors, lambda item: Read(who.bearer(item, provision, case).facet))

    def _not_excepted(self, provision: Provision) -> Asked:
        case = self.columns.case
        kinds = self.columns.exceptions if provision.unless else self.columns.all
        return Asked(
            "not_excepted",
            kinds,
            lambda item: unless.not_excepted(item, provision, who.bearer(item, provision, case), case),
        )

    def _time(self, span: Window | None) -> Asked:
        case = self.columns.case

        def ask(item: Evidence) -> Read:
            return when.in_window(item.incident.time, span, case)

        if span is None or (span.from_ is None and span.to is None and span.by is None):
            return Asked("time", self.columns.all, ask)
        given = bounds(span, lambda name: anchor(case, name), case.local)

        def weigh(items: Sequence[Evidence]) -> Codes:
            plain = np.array([_one_span(item.incident.time) for item in items], bool)
            told = [item.incident.time for item, one in zip(items, plain, strict=True) if one]
            ends = [times.ends([spans(t, b.clock, case.local, case.profile)[0] for t in told if t]) for b in given]
            found = np.full(len(items), N, np.int8)
            found[plain] = times.in_window(ends, given)
            # What is told in several readings, and a share of a time that a profile lets count, are asked one by one.
            single = ~plain | ((found == N) & (case.profile.time_share < 1))
            return _each(found, single, items, ask)

        return Asked("time", self.columns.times, ask, weigh)

    def _place(self, where: Where | None) -> Asked:
        case = self.columns.case

        def ask(item: Evidence) -> Read:
            return place.in_reach(item.incident.place, where, case, item.incident.time)

        if where is None or all(reach.shape is None for reach in case.ground.reaches(where)):
            return Asked("place", self.columns.all, ask)
        ground, dated = case.ground, bool(case.ground.changes(where))
        names = {match_key(reach.name) for reach in ground.reaches(where)}

        def discs(items: Sequence[Evidence]) -> dict[Days, tuple[list[int], list[place.Disk]]]:
            """Rows with one disc and the discs, by when they were: one group where nothing has dated versions."""
            groups: dict[Days, tuple[list[int], list[place.Disk]]] = {}
            for at, item in enumerate(items):
                one = _disc(item.incident.place, names, case)
                if one is not None:
                    days = place.days_of(item.incident.time, where, case) if dated else ()
                    rows, told = groups.setdefault(days, ([], []))
                    rows.append(at)
                    told.append(one)
            return groups

        def weigh(items: Sequence[Evidence]) -> Codes:
            found, single = np.full(len(items), N, np.int8), np.ones(len(items), bool)
            for days, (rows, told) in discs(items).items():
                single[rows] = False
                found[rows] = places.in_reach(ground, ground.reaches(where, days), told, out=out)
            return _each(found, single, items, ask)

        def ready(items: Sequence[Evidence]) -> None:
            for days, (_, told) in discs(items).items():
                ground.measure(ground.reaches(where, days), [(one.lon, one.lat) for one in told])

        out = where.relation == "not_within"
        return Asked("place", self.columns.dated_places if dated else self.columns.places, ask, weigh, ready)


def _each(found: Codes, single: np.ndarray, items: Sequence[Evidence], ask: Callable[[Evidence], Read]) -> Codes:
    for at in np.flatnonzero(single).tolist():
        found[at] = CODE[ask(items[at]).facet.value]
    return found


def _one_span(time: Time | None) -> bool:
    return time is not None and not time.readings and not (time.start is None and time.end is None)


def _disc(told: Place | None, names: set[str], case: Case) -> place.Disk | None:
    """The disc of a place that is one, and neither a road nor a zone by its name."""
    if told is None or told.middle is None or told.level == "route" or match_key(told.name or told.text) in names:
        return None
    found = place.disks(told, case)
    return found[0] if len(found) == 1 else None
