"""resolve: pairs of claims that hardly joined, or hardly did not: what a person should look at first."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from trucewatch.model import Claim, Incident, Report
from trucewatch.resolve.anchors import anchored
from trucewatch.resolve.candidates import pairs
from trucewatch.resolve.constraints import apart
from trucewatch.resolve.judgement import Judgement, Pair
from trucewatch.resolve.ready import ready
from trucewatch.resolve.roots import roots
from trucewatch.resolve.stories import stories
from trucewatch.resolve.weigh import JOIN, weigh

CLOSE = 0.06
"""How near to the joining score a pair counts as doubtful."""


@dataclass(frozen=True, slots=True)
class Doubt:
    """Two claims whose score lies near the one from which claims join, and whether they lie in one incident."""

    pair: Pair
    joined: bool
    distance: float
    why: str


def doubts(
    claims: Sequence[Claim],
    reports: Sequence[Report],
    incidents: Iterable[Incident],
    judgements: Iterable[Judgement] = (),
) -> list[Doubt]:
    """The doubtful pairs that nobody has judged, the most doubtful first; of two incidents the nearest pair alone."""
    known = {report.id: report for report in reports}
    origin = roots(claims, reports)
    told = stories(reports)
    home = {claim: one.id for one in incidents for claim in one.claims}
    judged = {pair for one in judgements for pair in _pairs_of(one)}
    made = {}
    for claim in claims:
        made[claim.id] = ready(claim, known.get(claim.report), origin[claim.id])
    found: dict[tuple[str, str], Doubt] = {}
    for one, other in pairs(list(made.values()), told):
        pair = one.id, other.id
        if pair in judged or apart(one, other):
            continue
        weighed = weigh(one, other, told)
        distance = abs(weighed.score - JOIN[one.lane])
        if distance > CLOSE or not anchored(one, other, weighed.fits):
            continue
        homes = (home.get(pair[0], ""), home.get(pair[1], ""))
        key = (min(homes), max(homes))
        doubt = Doubt(pair, homes[0] == homes[1], round(distance, 4), weighed.why)
        if key not in found or (distance, pair) < (found[key].distance, found[key].pair):
            found[key] = doubt
    return sorted(found.values(), key=lambda doubt: (doubt.distance, doubt.pair))


def _pairs_of(judgement: Judgement) -> list[Pair]:
    ids = sorted(set(judgement.claims))
    return [(a, b) for i, a in enumerate(ids) for b in ids[i + 1 :]] if len(ids) > 1 else []
