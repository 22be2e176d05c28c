"""serve: a store that is open for readers, and the parts of its record that one page shows."""

from __future__ import annotations

import secrets
import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, TypeVar

from trucewatch import __version__, coverage, resolve
from trucewatch.assess import Profile, load_profile
from trucewatch.extract import Knowledge, load_knowledge
from trucewatch.gazetteer import Gazetteer
from trucewatch.model import Agreement, Claim, Incident, Record, Rejected, Report, RunInfo
from trucewatch.publish.charts.events import By
from trucewatch.resolve import Judgement
from trucewatch.resolve.doubt import Doubt
from trucewatch.serve.filter import Filter
from trucewatch.serve.finished import Pages
from trucewatch.store import ask, brief
from trucewatch.store.choices import Choices
from trucewatch.store.counts import PerDay, bulletin_claims
from trucewatch.store.held import Held, held_now
from trucewatch.store.knowledge import loaded
from trucewatch.store.log import Entry
from trucewatch.store.news import News, day_before, news
from trucewatch.store.overview import Overview, Overviews
from trucewatch.store.queue import Head, head, recent_doubts
from trucewatch.store.store import Store, open_store

T = TypeVar("T")
Reading = Callable[[Held, Sequence[str]], tuple[Claim, ...]]
KEPT = 64
"""How many things worked out of a state of the store are remembered: choices, counts, what waits."""
WAITING = 40
"""Incidents with a potential violation that the queue shows."""


@dataclass(frozen=True, slots=True)
class Texts:
    """The agreements of a store: those it was made for, and the texts they stand on."""

    asked: tuple[str, ...]
    stack: tuple[Agreement, ...]
    profile: Profile
    """The standard of proof that the store was given, or the package's own."""


@dataclass
class Desk:
    """A store and what was lately worked out of it. Everything is asked of the last change, so that a page is whole."""

    store: Store
    secret: bytes = field(default_factory=lambda: secrets.token_bytes(32))
    pages: Pages = field(default_factory=Pages)
    overviews: Overviews = field(default_factory=Overviews)
    _known: OrderedDict[Hashable, Any] = field(default_factory=OrderedDict)
    _working: dict[Hashable, threading.Lock] = field(default_factory=dict)
    _lock: threading.Lock = field(default_factory=threading.Lock)

    @classmethod
    def at(cls, directory: Path, *, secret: bytes | None = None, overviews: Overviews | None = None) -> Desk:
        """The desk over the store in a folder; StoreError where it cannot be used.

        Processes that serve together have one secret; `overviews` is what another has read already.
        """
        made = cls(open_store(directory, many=True), overviews=overviews or Overviews())
        return made if secret is None else replace(made, secret=secret)

    def kept(self) -> Held:
        """What the store holds now."""
        return held_now(self.store)

    def overview(self, kept: Held) -> Overview:
        """All that stands, in columns."""
        return self.overviews.of(kept)

    def texts(self, kept: Held) -> Texts:
        """The agreements after a change."""

        def load() -> Texts:
            with self.store.reading() as connection, loaded(connection, kept.n) as knowledge:
                return Texts(knowledge.asked, knowledge.stack, knowledge.profile or load_profile())

        return self.once("texts", kept, load)

    def choices(self, kept: Held) -> Choices:
        """What incidents can be asked by."""
        return self.once("choices", kept, self.overview(kept).choices)

    def per_day(self, kept: Held, asked: Filter, by: By) -> PerDay:
        """Events of a filter by the day on which they began, one of its days, told apart in one of several ways."""
        whole = asked.but(first=None, last=None, kind=None if asked.kind == "event" else asked.kind)
        return self.overview(kept).per_day(whole.where(), by, (asked.first, asked.last))

    def bulletins(self, kept: Held) -> tuple[Claim, ...]:
        """The claims in which somebody counted."""
        return self.once("bulletins", kept, lambda: bulletin_claims(kept))

    def tally(self, kept: Held) -> dict[tuple[str, str, str], int]:
        """How many incidents bear a label, by agreement, term and label."""
        return self.once("tally", kept, self.overview(kept).tally)

    def count(self, kept: Held, where: ask.Where) -> int:
        """How many incidents were asked for."""
        return self.overview(kept).count(where)

    def page(
        self, kept: Held, where: ask.Where, *, after: str | None = None, size: int = ask.PAGE, lines: bool = False
    ) -> ask.Page[Incident]:
        """Incidents by time, a page at a time; `lines` gives of each no more than a line of a list tells."""
        return self.overview(kept).page(where, after=after, size=size, lines=lines)

    def how_many(self, kept: Held, what: str) -> int:
        """How many reports, claims or incidents there are."""
        return self.once(("how many", what), kept, lambda: ask.how_many(kept, what))

    def waiting(self, kept: Held) -> Head:
        """How much waits for a person, and the first of it."""
        return self.once("waiting", kept, lambda: head(kept, most=WAITING))

    def doubts(self, kept: Held) -> tuple[Doubt, ...]:
        """Pairs on which the machine wavers, among what came in last."""
        return self.once("doubts", kept, lambda: recent_doubts(kept))

    def entries(self, kept: Held) -> tuple[Entry, ...]:
        """The changes until this one, oldest first."""
        return self.once("entries", kept, lambda: tuple(one for one in self.store.entries() if one.n <= kept.n))

    def news(self, kept: Held) -> News:
        """What is new since the day before the last change."""
        return self.once("news", kept, lambda: news(kept, day_before(self.entries(kept))))

    def rejected(self, kept: Held) -> tuple[Rejected, ...]:
        """What could not be used, sources first."""
        return self.once("rejected", kept, kept.rejected)

    def judgements(self, kept: Held) -> tuple[Judgement, ...]:
        """What people had decided and not undone, oldest first."""
        return self.once("judgements", kept, kept.judgements)

    def knowledge(self, kept: Held) -> Knowledge:
        """By which words and places reports are read here, those that the user gave among them."""

        def load() -> Knowledge:
            with self.store.reading() as connection, loaded(connection, kept.n) as given:
                return load_knowledge(given.gazetteers, given.actors)

        return self.once("knowledge", kept, load)

    def gazetteer(self) -> Gazetteer:
        """The places by which ids get their names."""
        return load_knowledge().gazetteer

    def record(self, kept: Held, incidents: Sequence[Incident], *, origins: bool = False) -> Record:
        """The record of some incidents: their claims as people corrected them, their reports and findings.

        `origins` works out who took it from whom among these reports; without it claims keep the roots they name.
        """
        claims = self._claims(kept, incidents)
        reports = ask.reports(kept, ids=sorted({id_ for one in incidents for id_ in one.reports}))
        findings = ask.findings_on(kept, [one.id for one in incidents])
        links = resolve.lineage(claims, reports) if origins else ()
        made_of = self.of(kept, reports, claims)
        return replace(made_of, incidents=tuple(incidents), findings=findings, lineage=tuple(links))

    def listed(self, kept: Held, incidents: Sequence[Incident], *, lines: bool = False) -> Record:
        """The record of incidents without the texts of reports and the reasons of findings.

        `lines` leaves out of claims, too, what no line of a list tells.
        """
        claims = self._claims(kept, incidents, brief.lines if lines else brief.claims)
        reports = brief.reports(kept, sorted({id_ for one in incidents for id_ in one.reports}))
        findings = brief.findings_on(kept, [one.id for one in incidents])
        made_of = self.of(kept, reports, claims, covered=False)
        return replace(made_of, incidents=tuple(incidents), findings=findings)

    def _claims(self, kept: Held, incidents: Sequence[Incident], read: Reading = brief.claims) -> tuple[Claim, ...]:
        """The claims of incidents, as people corrected them."""
        made = read(kept, list(dict.fromkeys(id_ for one in incidents for id_ in one.claims)))
        return resolve.corrected(made, self.judgements(kept)).claims

    def of(
        self, kept: Held, reports: Sequence[Report] = (), claims: Sequence[Claim] = (), *, covered: bool = True
    ) -> Record:
        """A record of reports and claims alone; `covered` counts what they could see."""
        texts = self.texts(kept)
        return Record(
            reports=tuple(reports),
            claims=tuple(claims),
            incidents=(),
            findings=(),
            agreements=texts.stack,
            coverage=coverage.rows(tuple(reports), tuple(claims)) if covered else (),
            rejected=(),
            run=RunInfo(__version__, agreements=texts.asked),
        )

    def once(self, what: Hashable, kept: Held, work: Callable[[], T]) -> T:
        """What was worked out of this state before, or is now; who asks meanwhile waits and does not work too."""
        key = (what, kept.n, kept.hash)
        with self._lock:
            if key in self._known:
                self._known.move_to_end(key)
                return self._known[key]  # type: ignore[no-any-return]
            turn = self._working.setdefault(key, threading.Lock())
        with turn:
            with self._lock:
                if key in self._known:
                    return self._known[key]  # type: ignore[no-any-return]
            try:
                made = work()
            finally:
                with self._lock:
                    self._working.pop(key, None)
            with self._lock:
                self._known[key] = made
                while len(self._known) > KEPT:
                    self._known.popitem(last=False)
        return made
