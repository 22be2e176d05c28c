"""resolve: which reports are near-copies of one text, told by the runs of five words that they share."""

from __future__ import annotations

import heapq
import zlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping

from trucewatch.languages.fold import match_key
from trucewatch.model import Report

WORDS = 5
SKETCH = 64
"""Shingles kept of each report: those with the smallest hashes, which are the same ones in every copy."""
SHARED = 0.4
"""Share of the smaller sketch from which on two reports are copies of one text."""
LEAST = 20
"""Shingles below which a text is too short to be told a copy by its words."""
COMMON = 50
"""Reports beyond which a shingle is a standing phrase and finds no pairs."""


def near_copies(reports: Iterable[Report]) -> Mapping[str, str]:
    """Report id -> id of the first report, in the order of ids, of which it is a copy; itself when of none."""
    sketches = {r.id: sketch for r in reports if len(sketch := _sketch(r)) >= LEAST}
    first: dict[str, str] = {}
    for one, other in _alike(sketches):
        a, b = sorted((_find(first, one), _find(first, other)))
        if a != b:
            first[b] = a
    return {id_: _find(first, id_) for id_ in first}


def _sketch(report: Report) -> frozenset[int]:
    words = match_key(_body(report)).split()
    runs = {" ".join(words[i : i + WORDS]) for i in range(len(words) - WORDS + 1)}
    return frozenset(heapq.nsmallest(SKETCH, {zlib.crc32(run.encode()) for run in runs}))


def _body(report: Report) -> str:
    """The text without its furniture."""
    parts, at = [], 0
    for start, end in sorted(report.furniture):
        parts.append(report.text[at:start])
        at = max(at, end)
    parts.append(report.text[at:])
    return " ".join(parts)


def _alike(sketches: Mapping[str, frozenset[int]]) -> list[tuple[str, str]]:
    holders: dict[int, list[str]] = defaultdict(list)
    for id_ in sorted(sketches):
        for run in sketches[id_]:
            holders[run].append(id_)
    shared: Counter[tuple[str, str]] = Counter()
    for ids in holders.values():
        if len(ids) <= COMMON:
            shared.update((one, other) for i, one in enumerate(ids) for other in ids[i + 1 :])
    return sorted(
        pair for pair, count in shared.items() if count >= SHARED * min(len(sketches[pair[0]]), len(sketches[pair[1]]))
    )


def _find(first: Mapping[str, str], id_: str) -> str:
    while id_ in first and first[id_] != id_:
        id_ = first[id_]
    return id_
