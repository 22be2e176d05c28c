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
from trucewatch.resolve.clock import DAY, instant, publication
from trucewatch.resolve.texts import Words, keys, longest, runs_of, words

Runs = NDArray[np.uint32]
Order = Mapping[str, tuple[object, ...]]

SHARED = 0.4
"""Share of the shorter text's runs from which on two reports are copies of one text."""
LEAST = 20
"""Runs below which a text is too short to be told a copy by its words."""
STANDING, WEEKS = 4, 3
"""Reports that hold a run, and weeks between the first and the last, from which on it is a standing phrase: copies of a
story come out within days, the frame of a page and the background of a war again and again."""
HASHES, BANDS, SEED = 128, 64, 1
"""Of the sketches: two in a hundred pairs that share a quarter of their runs are missed, near-copies never."""
TRIED = 4
"""Members of one family that a report is laid beside before it is taken to be no copy of it."""
MANY = 40
"""Members of a family up to which each is laid beside all that came before it."""
SHOWN = 24
"""Words of a shared passage that are shown."""


@dataclass(frozen=True, slots=True)
class Copy:
    """What a report was taken from, how much of the shorter text both have, and a passage that stands in both."""

    taken_from: str
    share: float
    span: Span | None


def copies(reports: Mapping[str, Report], order: Order) -> dict[str, Copy]:
    """Each copy -> what it was taken from: of all in its family that come before it by `order`, the likest."""
    texts = {id_: _hashed(runs_of(keys(reports[id_]))) for id_ in sorted(reports)}
    standing = _standing(texts, reports)
    telling = {id_: runs[~_among(runs, standing)] for id_, runs in texts.items()}
    kept = {id_: runs for id_, runs in telling.items() if len(runs) >= LEAST}
    found = {}
    for family in families(kept):
        ordered = sorted(family, key=lambda id_: order[id_])
        for number, id_ in enumerate(ordered[1:], 1):
            before = ordered[:number] if len(ordered) <= MANY else ordered[:1]
            shares = {other: _share(kept[id_], kept[other]) for other in before}
            source = max(before, key=lambda other: (shares[other] >= SHARED, shares[other] if len(before) > 1 else 0))
            # What is only like a later one is no copy of what came before: the later one drew on both.
            if shares[source] >= SHARED:
                found[id_] = Copy(source, shares[source], _passage(reports[id_], reports[source], standing))
    return found


def _standing(texts: Mapping[str, Runs], reports: Mapping[str, Report]) -> Runs:
    """Runs that several reports hold over weeks, sorted; reports without a date tell nothing of that."""
    days = {id_: day for id_ in texts if (day := _day(reports[id_])) is not None}
    if len(days) < STANDING:
        return np.empty(0, dtype=np.uint32)
    runs = np.concatenate([texts[id_] for id_ in days])
    told = np.concatenate([np.full(len(texts[id_]), day, dtype=np.int32) for id_, day in days.items()])
    order = np.argsort(runs, kind="stable")
    runs, told = runs[order], told[order]
    if not len(runs):
        return runs
    starts = np.flatnonzero(np.concatenate(([True], runs[1:] != runs[:-1])))
    count = np.diff(np.append(starts, len(runs)))
    spread = np.maximum.reduceat(told, starts) - np.minimum.reduceat(told, starts)
    return runs[starts][(count >= STANDING) & (spread > 7 * WEEKS)]


def _among(runs: Runs, standing: Runs) -> NDArray[np.bool_]:
    """Which runs are standing ones; `standing` is sorted, so that a short text costs no look over all of it."""
    if not len(standing):
        return np.zeros(len(runs), bool)
    at = np.minimum(np.searchsorted(standing, runs), len(standing) - 1)
    return np.asarray(standing[at] == runs)


def _day(report: Report) -> int | None:
    at = instant(publication(report.published)) if report.published else None
    return None if at is None else int(at[0] // DAY)


def families(texts: Mapping[str, Runs]) -> list[tuple[str, ...]]:
    """Texts that are copies of one, by id; those that are copies of none are in no family."""
    shelf = RMinHashLSH(threshold=SHARED / 2, num_perm=HASHES, num_bands=BANDS)
    ids = sorted(texts)
    home = {id_: id_ for id_ in ids}
    members = {id_: [id_] for id_ in ids}
    for number, id_ in enumerate(ids):
        sketch = RMinHash(num_perm=HASHES, seed=SEED)
        sketch.update([str(run) for run in texts[id_].tolist()])
        tried: Counter[str] = Counter()
        for other in sorted(shelf.query(sketch)):
            first = home[ids[other]]
            if first == home[id_] or tried[first] >= TRIED:
                continue
            tried[first] += 1
            if _share(texts[id_], texts[ids[other]]) >= SHARED:
                _join(home, members, id_, first)
        shelf.insert(number, sketch)
    return sorted(tuple(sorted(same)) for same in members.values() if len(same) > 1)


def _hashed(told: Iterable[str]) -> Runs:
    """Runs as numbers, sorted, each once: texts are many and their runs are long."""
    return np.unique(np.fromiter(map(_hash, told), dtype=np.uint32))


def _hash(run: str) -> int:
    return zlib.crc32(run.encode())


def _join(home: dict[str, str], members: dict[str, list[str]], id_: str, first: str) -> None:
    """Put the family of one report into that of another."""
    moved = members.pop(home[id_])
    for one in moved:
        home[one] = first
    members[first].extend(moved)


def _share(one: Runs, other: Runs) -> float:
    return len(np.intersect1d(one, other, assume_unique=True)) / max(1, min(len(one), len(other)))


def _passage(one: Report, other: Report, standing: Runs) -> Span | None:
    """The longest passage of one text that stands in another, but for standing phrases."""
    mine = words(one)
    shared = sorted(set(mine.runs()) & set(words(other).runs()))
    telling = {run for run, known in zip(shared, _among(_hashes(shared), standing), strict=True) if not known}
    stretch = longest(mine, telling)
    return None if stretch is None else _cut(mine, stretch)


def _hashes(runs: list[str]) -> Runs:
    return np.fromiter(map(_hash, runs), dtype=np.uint32, count=len(runs))


def _cut(text: Words, stretch: tuple[int, int]) -> Span:
    """Where a stretch of words stands, cut after so many words that it can be shown."""
    first, last = stretch[0], min(stretch[1], stretch[0] + SHOWN) - 1
    return text.spans[first][0], text.spans[last][1]
