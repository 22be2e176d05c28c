"""store: what stands, as columns in memory: filters, counts and maps are answered from them without reading a row.

A program that asks as long as it runs keeps them: `advanced` brings those of an earlier change up to a later one by
what the changes between them brought. They say of a change what the questions of `store.ask` say of the tables.
"""

from __future__ import annotations

import threading
from bisect import bisect_right
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime

import numpy as np
from numpy.typing import NDArray

from trucewatch import known
from trucewatch.errors import SettingsError
from trucewatch.store.ask import EVERYTHING, PAGE, Where

Numbers = NDArray[np.int32]
Numbers64 = NDArray[np.int64]
Flags = NDArray[np.bool_]
MOST_KEPT = 16
NONE = -1
"""The code of what is not there."""
NEVER = np.iinfo(np.int32).min
OPEN = np.iinfo(np.int64).min


_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


class Names(dict[str, int]):
    """Words and their codes, in the order in which they came; whoever asks for a new word gives it a code."""

    def __init__(self) -> None:
        super().__init__()
        self.words: list[str] = []

    def __missing__(self, word: str) -> int:
        self.words.append(word)
        self[word] = len(self.words) - 1
        return len(self.words) - 1

    def those(self, holds: Callable[[str], bool]) -> Flags:
        """For each code, whether something holds of its word."""
        return np.fromiter((holds(word) for word in self.words), bool, len(self.words))


@dataclass(frozen=True)
class Vocabulary:
    """The words behind the codes. They are added to and never change, so that states of a store share them."""

    ids: Names = field(default_factory=Names)
    kinds: Names = field(default_factory=Names)
    types: Names = field(default_factory=Names)
    days: Names = field(default_factory=Names)
    places: Names = field(default_factory=Names)
    actors: Names = field(default_factory=Names)
    terms: Names = field(default_factory=Names)
    """`agreement` and `provision` with a line's end between them, as neither holds one."""
    labels: Names = field(default_factory=Names)
    growing: threading.Lock = field(default_factory=threading.Lock)


@dataclass(frozen=True)
class Incidents:
    """One number for each row that stood since the columns were made; a row keeps its place, its slot."""

    pk: NDArray[np.int64]
    id: Numbers
    start: NDArray[np.bytes_]
    """Instants as text; no text where there is none."""
    end: NDArray[np.bytes_]
    kind: Numbers
    type: Numbers
    disputed: Flags
    day: Numbers
    """The day on which it begins."""
    first: Numbers
    last: Numbers
    """The first and the last day that it may touch, counted from 1970; `NEVER` where there is none."""
    since: Numbers64
    until: Numbers64
    """`start` and `end` in seconds from 1970, `OPEN` where there is none: numbers compare faster than texts."""


@dataclass(frozen=True)
class Pairs:
    """Slots, each with the code of something that it has."""

    slot: Numbers
    code: Numbers


@dataclass(frozen=True)
class Findings:
    """Findings that stand: the incident's id (`NONE` on a term as a whole), the term and the label of each."""

    pk: NDArray[np.int64]
    id: Numbers
    term: Numbers
    label: Numbers


@dataclass(frozen=True)
class Columns:
    """What stands after change `n`."""

    n: int
    hash: str
    """The hash of that change in the log."""
    names: Vocabulary
    incidents: Incidents
    standing: Flags
    """By slot: whether the row stands after this change."""
    order: Numbers
    """The slots of what stands, by time, those without one last."""
    places: Pairs
    actors: Pairs
    findings: Findings
    _last: OrderedDict[Where, Flags] = field(default_factory=OrderedDict)
    """The filters asked last: one page asks several things by one filter."""
    _turn: threading.Lock = field(default_factory=threading.Lock)

    def chosen(self, where: Where = EVERYTHING) -> Flags:
        """By slot: whether what stands there was asked for."""
        with self._turn:
            found = self._last.get(where)
        if found is None:
            found = self._chosen(where)
            with self._turn:
                self._last[where] = found
                while len(self._last) > MOST_KEPT:
                    self._last.popitem(last=False)
        return found

    def count(self, where: Where = EVERYTHING) -> int:
        """How many incidents were asked for."""
        return int(np.count_nonzero(self.chosen(where)))

    def page(self, where: Where = EVERYTHING, *, after: str | None = None, size: int = PAGE) -> tuple[list[int], bool]:
        """The primary keys of a page, by time, and whether there are more; `after` is a place as `ask` gives it."""
        begin = 0 if after is None else self._place(after)
        ordered = self.order[begin:]
        found = ordered[np.flatnonzero(self.chosen(where)[ordered])[: size + 1]]
        return self.incidents.pk[found[:size]].tolist(), len(found) > size

    def in_time(self, where: Where = EVERYTHING, *, most: int | None = None) -> Numbers:
        """The slots of what was asked for, by time."""
        return self.order[self.chosen(where)[self.order]][:most]

    def _place(self, after: str) -> int:
        """How many come no later than a place."""
        start, bar, id_ = after.partition("|")
        if not bar:
            raise SettingsError(f'"{after}" is no place to go on from. Give what the page before ended with.')
        return bisect_right(self.order, _key(start.encode("utf-8", "replace"), id_), key=self.key)

    def place(self, pk: int) -> str:
        """The place of a row that stands, from which a page goes on."""
        slot = int(np.flatnonzero(self.incidents.pk == pk)[0])
        _, start, id_ = self.key(slot)
        return f"{start.decode()}|{id_.decode()}"

    def key(self, slot: int) -> tuple[bool, bytes, bytes]:
        """By what a row is sorted."""
        return _key(bytes(self.incidents.start[slot]), self.names.ids.words[self.incidents.id[slot]])

    def _chosen(self, where: Where) -> Flags:
        found = self.standing.copy()
        if where.period is not None:
            found &= self._meets(where.period)
        if where.kind is not None:
            found &= self.incidents.kind == self.names.kinds.get(where.kind, NONE)
        if where.type is not None:
            found &= self._of_type(where.type)
        if where.disputed:
            found &= self.incidents.disputed
        if where.place is not None:
            found &= self._linked(self.places, self.names.places.get(where.place, NONE))
        if where.party is not None:
            found &= self._linked(self.actors, self.names.actors.get(where.party, NONE))
        if where.term is not None or where.labels:
            found &= self._held(where)
        return found

    def _meets(self, period: tuple[str | None, str | None]) -> Flags:
        first, last = (_second(side) if side else None for side in period)
        since, until = self.incidents.since, self.incidents.until
        ends = until != OPEN
        found: Flags = ends | (since != OPEN)
        if last is not None:
            found &= since < last  # an open start comes before every instant
        if first is not None:
            found &= ~ends | (until > first) | (since >= first)
        return found

    def _of_type(self, asked: str) -> Flags:
        fits = self.names.types.those(lambda code: code == asked or f"{asked}." < code < f"{asked}/")
        return np.asarray(fits[self.incidents.type], bool)

    def _linked(self, pairs: Pairs, code: int) -> Flags:
        found = np.zeros(len(self.standing), bool)
        found[pairs.slot[pairs.code == code]] = True
        return found

    def _held(self, where: Where) -> Flags:
        held = self.findings.id != NONE
        if where.term is not None:
            held &= self.findings.term == self.names.terms.get("\n".join(where.term), NONE)
        if where.labels:
            held &= np.isin(self.findings.label, [self.names.labels.get(label, NONE) for label in where.labels])
        found = np.zeros(len(self.names.ids.words), bool)
        found[self.findings.id[held]] = True
        return np.asarray(found[self.incidents.id], bool)


def _second(text: str) -> int:
    """An instant in seconds from 1970, its fraction cut off as that of all rows is."""
    return int((known.instant(text).replace(microsecond=0) - _EPOCH).total_seconds())


def _key(start: bytes, id_: str) -> tuple[bool, bytes, bytes]:
    return not start, start, id_.encode("utf-8", "replace")
