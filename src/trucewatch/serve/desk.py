"""serve: a store that is open for readers, and the parts of its record that one page shows."""

from __future__ import annotations

import secrets
import threading
from collections import OrderedDict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, TypeVar

from trucewatch import __version__, coverage, resolve
from trucewatch.assess import Profile, load_profile
from trucewatch.extract import Knowledge, load_knowledge
from trucewatch.gazetteer import Gazetteer
from trucewatch.model import Agreement, Claim, Incident, Record, Report, RunInfo
from trucewatch.store import ask
from trucewatch.store.choices import Choices, choices, per_day
from trucewatch.store.held import Held, held
from trucewatch.store.knowledge import loaded
from trucewatch.store.news import News, day_before, news
from trucewatch.store.queue import Queue, queue
from trucewatch.store.store import Store, open_store

T = TypeVar("T")
KEPT = 12
"""How many things worked out of one state of the store are remembered."""


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
    _known: OrderedDict[tuple[str, int], Any] = field(default_factory=OrderedDict)
    _lock: threading.Lock = field(default_factory=threading.Lock)

    @classmethod
    def at(cls, directory: Path) -> Desk:
        """The desk over the store in a folder; StoreError where it cannot be used."""
        return cls(open_store(directory))

    def kept(self) -> Held:
        """What the store holds now."""
        return held(self.store)

    def texts(self, kept: Held) -> Texts:
        """The agreements after a change."""

        def load() -> Texts:
            with self.store.reading() as connection, loaded(connection, kept.n) as knowledge:
                return Texts(knowledge.asked, knowledge.stack, knowledge.profile or load_profile())

        return self._once("texts", kept, load)

    def choices(self, kept: Held) -> Choices:
        """What incidents can be asked by."""
        return self._once("choices", kept, lambda: choices(kept))

    def per_day(self, kept: Held) -> dict[tuple[str, str], int]:
        """Events by day and family."""
        return self._once("days", kept, lambda: per_day(kept))

    def tally(self, kept: Held) -> dict[tuple[str, str, str], int]:
        """How many incidents bear a label, by agreement, term and label."""
        return self._once("tally", kept, lambda: ask.tally(kept))

    def queue(self, kept: Held) -> Queue:
        """What waits for a person."""
        return self._once("queue", kept, lambda: queue(kept))

    def news(self, kept: Held) -> News:
        """What is new since the day before the last change."""
        return self._once("news", kept, lambda: news(kept, day_before(self.store.entries())))

    def knowledge(self, kept: Held) -> Knowledge:
        """By which words and places reports are read here, those that the user gave among them."""

        def load() -> Knowledge:
            with self.store.reading() as connection, loaded(connection, kept.n) as given:
                return load_knowledge(given.gazetteers, given.actors)

        return self._once("knowledge", kept, load)

    def gazetteer(self) -> Gazetteer:
        """The places by which ids get their names."""
        return load_knowledge().gazetteer

    def record(self, kept: Held, incidents: Sequence[Incident], *, origins: bool = False) -> Record:
        """The record of some incidents: their claims as people corrected them, their reports and findings.

        `origins` works out who took it from whom among these reports; without it claims keep the roots they name.
        """
        judged = kept.judgements()
        made = ask.claims(kept, list(dict.fromkeys(id_ for one in incidents for id_ in one.claims)))
        claims = resolve.corrected(made, judged).claims
        reports = ask.reports(kept, ids=sorted({id_ for one in incidents for id_ in one.reports}))
        findings = ask.findings_on(kept, [one.id for one in incidents])
        links = resolve.lineage(claims, reports) if origins else ()
        made_of = self.of(kept, reports, claims)
        return replace(made_of, incidents=tuple(incidents), findings=findings, lineage=tuple(links))

    def of(self, kept: Held, reports: Sequence[Report] = (), claims: Sequence[Claim] = ()) -> Record:
        """A record of reports and claims alone."""
        texts = self.texts(kept)
        return Record(
            reports=tuple(reports),
            claims=tuple(claims),
            incidents=(),
            findings=(),
            agreements=texts.stack,
            coverage=coverage.rows(tuple(reports), tuple(claims)),
            rejected=(),
            run=RunInfo(__version__, agreements=texts.asked),
        )

    def _once(self, what: str, kept: Held, work: Callable[[], T]) -> T:
        """What was worked out of this state before, or is now."""
        key = (what, kept.n)
        with self._lock:
            if key in self._known:
                self._known.move_to_end(key)
                return self._known[key]  # type: ignore[no-any-return]
        made = work()
        with self._lock:
            self._known[key] = made
            while len(self._known) > KEPT:
                self._known.popitem(last=False)
        return made
