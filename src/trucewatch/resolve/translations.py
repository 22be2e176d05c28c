"""resolve: which reports tell the same text in two languages: the same statements in the same order."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from trucewatch.model import Claim, Report
from trucewatch.resolve.clock import DAY, instant, publication
from trucewatch.resolve.sides import side

Key = tuple[object, ...]

LEAST = 5
"""Statements that two texts must share in one order."""
TELLING = 3
"""Of these, how many must name numbers, a place or two actors: a bare "talks" is in every report."""
SHARE = 0.6
"""Share of the shorter text's statements from which on the longer is taken to be the same text."""
COMMON = 30
"""Reports beyond which a statement is told by everybody."""
WITHIN = 3 * DAY
"""Hours between the two."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Two reports of one text, and the share of the shorter one's statements that both have in one order."""

    one: str
    other: str
    share: float
    shared: int
    of: int


def translations(reports: Mapping[str, Report], claims: Iterable[Claim]) -> list[Pair]:
    """Pairs of reports in two languages that tell the same in the same order within days."""
    if len({report.language for report in reports.values()} - {None}) < 2:
        return []
    told = _told(claims)
    holders: dict[Key, dict[str, None]] = defaultdict(dict)
    for id_ in sorted(told):
        for key in told[id_]:
            if _telling(key):
                holders[key][id_] = None
    shared: Counter[tuple[str, str]] = Counter()
    for ids in holders.values():
        if 1 < len(ids) <= COMMON:
            held = list(ids)
            shared.update((one, other) for i, one in enumerate(held) for other in held[i + 1 :])
    candidates = sorted(pair for pair, count in shared.items() if count >= TELLING and _may_be(reports, *pair))
    return [pair for one, other in candidates if (pair := _pair(one, other, told[one], told[other])) is not None]


def _told(claims: Iterable[Claim]) -> dict[str, list[Key]]:
    """Each report's statements in the order of its text, as keys that no language changes."""
    found: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        found[claim.report].append(claim)
    return {
        id_: [_key(claim) for claim in sorted(same, key=lambda c: (c.spans[:1], c.id))] for id_, same in found.items()
    }


def _key(claim: Claim) -> Key:
    counts = tuple(sorted((f.measure, f.low or -1.0, f.high or -1.0) for f in claim.figures))
    doers = frozenset(side(actor.id) for actor in claim.actors if actor.id)
    return claim.type, claim.polarity, counts, doers, claim.place.id if claim.place else None


def _telling(key: Key) -> bool:
    _, _, counts, doers, place = key
    return bool(counts or place) or len(doers) > 1  # type: ignore[arg-type]


def _may_be(reports: Mapping[str, Report], one: str, other: str) -> bool:
    left, right = reports.get(one), reports.get(other)
    if left is None or right is None or not left.language or not right.language or left.language == right.language:
        return False
    days = [instant(publication(report.published)) for report in (left, right)]
    return None in days or abs(days[0][0] - days[1][0]) <= WITHIN  # type: ignore[index]


def _pair(one: str, other: str, left: Sequence[Key], right: Sequence[Key]) -> Pair | None:
    matched = [
        block for block in SequenceMatcher(None, left, right, autojunk=False).get_matching_blocks() if block.size
    ]
    keys = [left[block.a + n] for block in matched for n in range(block.size)]
    least = min(len(left), len(right))
    if len(keys) < LEAST or sum(map(_telling, keys)) < TELLING or len(keys) < SHARE * least:
        return None
    return Pair(one, other, len(keys) / least, len(keys), least)
