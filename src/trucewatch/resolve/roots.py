"""resolve: independence roots. Five outlets that quote one agency are one voice."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from trucewatch.actors import house_name
from trucewatch.languages.fold import match_key
from trucewatch.model import Claim, Report
from trucewatch.resolve.clock import publication
from trucewatch.resolve.near_copies import near_copies

NOT_STATED = "not stated"
ALSO = " + "
"""Between the names of a root that several houses made together."""


@dataclass(frozen=True, slots=True)
class Root:
    """The upstream by which independence is counted, and why it is taken to be that."""

    name: str
    why: str


def roots(claims: Sequence[Claim], reports: Iterable[Report]) -> Mapping[str, Root]:
    """Claim id -> its root."""
    known = {report.id: report for report in reports}
    of_report = _of_reports(known)
    return {claim.id: _of_claim(claim, known.get(claim.report), of_report.get(claim.report)) for claim in claims}


def _of_claim(claim: Claim, report: Report | None, of_report: Root | None) -> Root:
    own = _own_houses(report)
    if claim.root and match_key(house_name(claim.root)) not in own:
        return Root(house_name(claim.root), "named with the claim")
    for link in claim.attribution:
        quoted = link.kind in ("agency", "outlet") or (link.kind == "monitor" and link.id is not None)
        if quoted and match_key(house_name(link.id or link.who)) not in own:
            return Root(house_name(link.id or link.who), f"cites {link.who}")
    return of_report or Root(f"{NOT_STATED}: {claim.report}", "the report is not among those given")


def _own_houses(report: Report | None) -> set[str]:
    """The houses that a report comes from, which it cannot cite."""
    if report is None:
        return set()
    return {match_key(house_name(name)) for name in (*report.credit, *((report.source,) if report.source else ()))}


def _of_reports(known: Mapping[str, Report]) -> dict[str, Root]:
    """Each report's own root; near-copies share that of the first one published, a credited one before others."""
    own = {id_: _own(report) for id_, report in known.items()}
    families: dict[str, list[str]] = {}
    for id_, first in near_copies(known.values()).items():
        families.setdefault(first, [first]).append(id_)
    for members in families.values():
        origin = min(set(members), key=lambda i: (not known[i].credit, publication(known[i].published), i))
        for id_ in set(members) - {origin}:
            if own[id_].name != own[origin].name and not known[id_].credit:
                own[id_] = Root(own[origin].name, f"nearly the same text as {origin}")
    return own


def _own(report: Report) -> Root:
    if report.credit:
        return Root(ALSO.join(sorted({house_name(name) for name in report.credit})), "the report's agency credit")
    if report.source:
        return Root(house_name(report.source), "the report's outlet")
    return Root(f"{NOT_STATED}: {report.id}", "neither agency nor outlet is stated")


def independent(names: Iterable[str]) -> int:
    """How many roots are independent: those that share a house count once."""
    parted: list[set[str]] = []
    for name in names:
        houses = {match_key(part) for part in name.split(ALSO)}
        touched = [group for group in parted if group & houses]
        parted = [group for group in parted if not group & houses]
        parted.append(houses.union(*touched))
    return len(parted)
