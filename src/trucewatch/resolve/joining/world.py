"""resolve: the claims and reports there are now, each made ready for comparison when it is first asked for."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from trucewatch.model import Claim, Report
from trucewatch.resolve.joining.shelf import Shelf
from trucewatch.resolve.quiet import Quiet
from trucewatch.resolve.ready import ready
from trucewatch.resolve.roots import Root
from trucewatch.resolve.stories import Stories, Worth, reports_by_steps, size_of, worth_of
from trucewatch.resolve.subject import Subject
from trucewatch.resolve.weekly import Weekly


@dataclass
class World:
    """Everything that is known now. Claims bear people's corrections."""

    claims: Mapping[str, Claim]
    reports: Mapping[str, Report]
    origin: Mapping[str, Root]
    _ready: dict[str, Subject] = field(default_factory=dict)
    _told: dict[str, list[str]] = field(default_factory=dict)

    def subject(self, claim: str) -> Subject:
        """A claim made ready."""
        if claim not in self._ready:
            told = self.claims[claim]
            self._ready[claim] = ready(told, self.reports.get(told.report), self.origin[claim])
        return self._ready[claim]

    def subjects(self, claims: Iterable[str]) -> dict[str, Subject]:
        """Claims made ready, by id; those that are not there any more are left out."""
        return {id_: self.subject(id_) for id_ in claims if id_ in self.claims}

    def of_report(self, report: str) -> list[str]:
        """The ids of the claims of a report, in order."""
        if not self._told:
            for id_ in sorted(self.claims):
                self._told.setdefault(self.claims[id_].report, []).append(id_)
        return self._told.get(report, [])

    @property
    def undated(self) -> list[str]:
        """The reports without any date."""
        return [id_ for id_, report in self.reports.items() if not report.published]

    @property
    def step(self) -> int:
        """How many reports there are, as names are weighed by it."""
        return reports_by_steps(len(self.reports))


class Telling:
    """The kinship of those reports that have been asked for, as `stories` gives it for all."""

    def __init__(self, shelf: Shelf, world: World, quiet: Quiet) -> None:
        """Nothing is known at first but what is quiet."""
        self._shelf, self._step = shelf, world.step
        self._held: dict[str, frozenset[str]] = {}
        self._worth: dict[str, float] = {}
        self._size: dict[str, float] = {}
        self._scripts: dict[str, int] = {}
        self.counts: dict[str, int] = {}
        self._names = Worth(self._held, self._worth, self._size, self._scripts)
        self.weekly = shelf.weekly()
        self.stories = Stories({}, self._names, quiet, self.weekly)

    def by_weekdays(self, weekly: Weekly) -> None:
        """Take this for what is told of by days of the week."""
        self.weekly = weekly
        self.stories = Stories({}, self._names, self.stories.quiet, weekly)

    def likeness(self, one: str, other: str) -> float:
        """How like two reports are, whether they have been asked for or not."""
        self.learn((one, other))
        return self._names.likeness(one, other)

    def learn(self, reports: Iterable[str]) -> None:
        """Look up the names of reports, so that their kinship can be told."""
        wanted = {report for report in reports if report not in self._held}
        found = self._shelf.named(wanted)
        unknown = {name for one in found.values() for name in one.names if name not in self._worth}
        for name, count in self._shelf.counts(unknown).items():
            self.counts[name] = count
            self._worth[name] = worth_of(count, self._step)
        for id_, one in found.items():
            self._held[id_], self._scripts[id_] = one.names, one.script
            self._size[id_] = size_of(self._worth[name] for name in one.names)
