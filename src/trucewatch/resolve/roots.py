"""resolve: independence roots. Five outlets that quote one agency are one voice."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from trucewatch.model import Claim, Lineage, Report
from trucewatch.resolve.lineage import NOT_STATED, cited_house, lineage


@dataclass(frozen=True, slots=True)
class Root:
    """The upstream by which independence is counted, and why it is taken to be that.

    `said` is the root that quoted the claim's words before: what rests on them is one voice with it.
    """

    name: str
    why: str
    said: str | None = None


def roots(claims: Sequence[Claim], reports: Iterable[Report]) -> Mapping[str, Root]:
    """Claim id -> its root."""
    return roots_of(claims, lineage(claims, reports))


def roots_of(claims: Iterable[Claim], links: Iterable[Lineage]) -> Mapping[str, Root]:
    """Claim id -> its root by links already found: that of its own link, else of its whole report."""
    whole: dict[str, Lineage] = {}
    owed: dict[str, Lineage] = {}
    said: dict[str, str] = {}
    for link in links:
        if link.whole:
            whole[link.report] = link
            continue
        for claim in link.claims:
            if link.basis == "cites":
                owed[claim] = link
            else:
                said.setdefault(claim, link.root)
    return {
        claim.id: _root(claim, owed.get(claim.id) or whole.get(claim.report), said.get(claim.id)) for claim in claims
    }


def _root(claim: Claim, link: Lineage | None, said: str | None) -> Root:
    if link is None:
        named = cited_house(claim, None)
        if named is not None:
            return Root(*named, said)
        return Root(f"{NOT_STATED}: {claim.report}", "the report is not among those given", said)
    return Root(link.root, link.why, said)
