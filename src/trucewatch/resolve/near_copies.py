"""resolve: which reports are near-copies of one text. MinHash finds the pairs, their runs of five words decide."""

from __future__ import annotations

import zlib
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from rensa import RMinHash, RMinHashLSH

from trucewatch.model import Report, Span
from trucewatch.resolve.texts import Words, longest, words

Runs = NDArray[np.uint32]

SHARED = 0.4
"""Share of the shorter text's runs from which on two reports are copies of one text."""
LEAST = 20
"""Runs below which a text is too short to be told a copy by its words."""
HASHES, BANDS, SEED = 128, 64, 1
"""Of the sketches: two in a hundred pairs that share a quarter of their runs are missed, near-copies never."""
TRIED = 4
"""Members of one family that a report is laid beside before it is taken to be no copy of it."""
SHOWN = 24
"""Words of a shared passage that are shown."""


@dataclass(frozen=True, slots=True)
class Overlap:
    """How much of the shorter of two texts both have, and a passage of the first that stands in the second too."""

    share: float
    span: Span


def families(reports: Iterable[Report]) -> list[tuple[str, ...]]:
    """Reports that are copies of one text, by id; reports that are copies of none are in no family."""
    shelf = RMinHashLSH(threshold=SHARED / 2, num_perm=HASHES, num_bands=BANDS)
    kept: list[tuple[str, Runs]] = []
    home: dict[str, str] = {}
    members: dict[str, list[str]] = {}
    for report in sorted(reports, key=lambda r: r.id):
        told = set(words(report).runs())
        if len(told) < LEAST:
            continue
        sketch, runs = RMinHash(num_perm=HASHES, seed=SEED), _hashed(told)
        sketch.update(sorted(told))
        home[report.id], members[report.id] = report.id, [report.id]
        tried: Counter[str] = Counter()
        for number in sorted(shelf.query(sketch)):
            other, theirs = kept[number]
            first = home[other]
            if first == home[report.id] or tried[first] >= TRIED:
                continue
            tried[first] += 1
            if _share(runs, theirs) >= SHARED:
                _join(home, members, report.id, first)
        shelf.insert(len(kept), sketch)
        kept.append((report.id, runs))
    return sorted(tuple(sorted(same)) for same in members.values() if len(same) > 1)


def _hashed(told: Iterable[str]) -> Runs:
    """Runs as numbers: texts are many and their runs are long."""
    return np.unique(np.fromiter((zlib.crc32(run.encode()) for run in told), dtype=np.uint32))


def _join(home: dict[str, str], members: dict[str, list[str]], id_: str, first: str) -> None:
    """Put the family of one report into that of another."""
    moved = members.pop(home[id_])
    for one in moved:
        home[one] = first
    members[first].extend(moved)


def _share(one: Runs, other: Runs) -> float:
    return len(np.intersect1d(one, other, assume_unique=True)) / max(1, min(len(one), len(other)))


def overlap(one: Report, other: Report) -> Overlap | None:
    """What two texts share, with the longest passage of the first that stands in the second; None where nothing."""
    mine, theirs = words(one), words(other)
    ours, others = frozenset(mine.runs()), frozenset(theirs.runs())
    stretch = longest(mine, ours & others)
    if stretch is None:
        return None
    return Overlap(len(ours & others) / min(len(ours), len(others)), passage(mine, stretch))


def passage(text: Words, stretch: tuple[int, int]) -> Span:
    """Where a stretch of words stands, cut after so many words that it can be shown."""
    first, last = stretch[0], min(stretch[1], stretch[0] + SHOWN) - 1
    return text.spans[first][0], text.spans[last][1]


def origins(reports: Mapping[str, Report], order: Mapping[str, tuple[object, ...]]) -> dict[str, str]:
    """Each copy -> the report that the rest of its family were taken from: the first one by `order`."""
    found = {}
    for family in families(reports.values()):
        origin = min(family, key=lambda id_: order[id_])
        found.update({id_: origin for id_ in family if id_ != origin})
    return found
