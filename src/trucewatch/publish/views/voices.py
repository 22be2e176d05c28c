"""publish: whose words reach us, and which parties are silent."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from trucewatch.model import Claim
from trucewatch.publish.format import Text
from trucewatch.publish.page import Page


@dataclass(frozen=True, slots=True)
class Voice:
    """How many claims start with somebody; `width` in percent of the longest."""

    name: Text
    count: int
    width: float
    party: bool = False


def silent(page: Page) -> Text:
    """Parties of the agreements none of whose words these reports hold; nothing when there are none."""
    names = [voice.name for voice in voices(page) if voice.party and not voice.count]
    return page.f.say("coverage.silent", names=page.f.join(names, ", ")) if names else ""


def voices(page: Page) -> list[Voice]:
    """Claims by who they start with: each party of the agreements by name, with zeros, then kinds of speaker."""
    claims = page.ix.record.claims
    ids = {p.id: p.name for a in page.ix.record.agreements for p in a.parties}
    counts: Counter[str] = Counter()
    for claim in claims:
        counts[_origin(claim, list(ids))] += 1
    kinds = ("narrator", "official", "institution", "monitor", "agency", "outlet", "witness", "anonymous", "party")
    named = sorted((str(page.plain_actor(id_, name)), id_) for id_, name in ids.items())
    longest = max([*counts.values(), 1])
    out = [Voice(page.actor(id_, ids[id_]), counts[id_], _width(counts[id_], longest), party=True) for _, id_ in named]
    for kind in kinds:
        if counts[kind] or kind in ("narrator", "monitor", "witness"):
            out.append(Voice(page.word("speakers", kind), counts[kind], _width(counts[kind], longest)))
    return out


def _width(count: int, longest: int) -> float:
    return round(100 * count / longest, 1)


def _origin(claim: Claim, parties: list[str]) -> str:
    if not claim.attribution:
        return "narrator"
    first = claim.attribution[0]
    for party in parties:
        if first.id is not None and (first.id == party or first.id.startswith(f"{party}.")):
            return party
    return first.kind
