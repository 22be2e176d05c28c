"""assess: what the claims of one incident say, counted by root: who asserts, who denies, what was seen."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from trucewatch.actors import house_name
from trucewatch.model import Claim, Incident, Report

TOLD = frozenset({"happened", "ongoing", "state"})
"""Modalities that tell of a thing as done. An accusation, a plan, a demand or a term is not among them."""
TELLING = frozenset({"event", "statement", "state"})
"""Kinds of incident that may tell of a performance or of what an instant waits for; terms and totals never do."""
UNSTATED = "not stated: "
"""Before the id of a report that names no root; it counts as one of its own."""
SEEN = frozenset({"seen", "imagery"})


def matches(code: str, types: tuple[str, ...]) -> bool:
    """Whether a vocabulary code is one of `types`; `kin.*` takes its family."""
    return any(code == known or (known.endswith(".*") and code.startswith(known[:-1])) for known in types)


def root_of(claim: Claim) -> str:
    """The root of a claim, by the name its house is counted by; a report without one stands for itself."""
    return house_name(claim.root) if claim.root else f"{UNSTATED}{claim.report}"


@dataclass(frozen=True)
class Evidence:
    """An incident with its claims. Claims are in the order of their ids, so that the order of input does not count."""

    incident: Incident
    claims: tuple[Claim, ...]
    houses: Mapping[str, str] = field(default_factory=dict)
    """Report id -> the outlet it came from."""
    origins: Mapping[str, str] = field(default_factory=dict)
    """Claim id -> its root by the lineage of the reports, in which copies of one text are one root."""

    def root(self, claim: Claim) -> str:
        """The root of a claim by its lineage; where none is given, the one it names, its outlet, the report itself."""
        if claim.id in self.origins:
            return self.origins[claim.id]
        outlet = claim.root or self.houses.get(claim.report)
        return house_name(outlet) if outlet else root_of(claim)

    def roots(self, claims: Iterable[Claim]) -> tuple[str, ...]:
        """The roots of some claims, each once."""
        return tuple(sorted({self.root(claim) for claim in claims}))

    @cached_property
    def hashes(self) -> dict[str, str]:
        """Hashes over it, once they are worked out (see `seal`)."""
        return {}

    @cached_property
    def asserting(self) -> tuple[Claim, ...]:
        """Claims that tell of it as done."""
        return tuple(claim for claim in self.claims if claim.modality in TOLD and claim.polarity == "+")

    @cached_property
    def denying(self) -> tuple[Claim, ...]:
        """Claims that it did not happen."""
        return tuple(c for c in self.claims if c.modality == "denied" or (c.modality in TOLD and c.polarity == "-"))

    @property
    def asserting_roots(self) -> tuple[str, ...]:
        """Roots that tell of it as done.

        Where all claims do, these are the incident's own, in which copies of one report are already one root.
        """
        if not self.claims:
            return self.incident.roots if self.incident.occurrence not in ("refuted", "insufficient") else ()
        if self.incident.roots and len(self.asserting) == len(self.claims):
            return tuple(sorted(self.incident.roots))
        return self.roots(self.asserting)

    @property
    def denying_roots(self) -> tuple[str, ...]:
        """Roots that deny it."""
        return self.roots(self.denying)

    @property
    def outsiders(self) -> tuple[str, ...]:
        """Asserting roots that do not rest on a party's or official's word alone."""
        if not self.claims:
            return self.incident.roots
        return self.roots(claim for claim in self.asserting if not _by_party(claim))

    @property
    def told(self) -> bool:
        """Whether it is an event that somebody tells of as done or denies; a plan or an accusation alone is neither."""
        return self.incident.kind == "event" and bool(self.asserting or self.denying or not self.claims)

    @property
    def visual(self) -> bool:
        """Whether somebody saw it or shows it in pictures."""
        return any(claim.observed in SEEN for claim in self.asserting)

    @property
    def is_halt(self) -> bool:
        """Whether all claims tell that it did not or no longer happen: evidence of calm, not of an act."""
        told = [claim for claim in self.claims if claim.modality in TOLD]
        return bool(told) and all(claim.polarity == "-" for claim in told) and not self._denied

    @property
    def _denied(self) -> bool:
        return any(claim.modality == "denied" for claim in self.claims)

    @property
    def weapons(self) -> tuple[str, ...]:
        """Weapon classes that are told."""
        told = {c.weapon.class_ for c in self.asserting if c.weapon is not None and c.weapon.class_ is not None}
        return tuple(sorted(told))


def _by_party(claim: Claim) -> bool:
    return bool(claim.attribution) and claim.attribution[0].kind in ("party", "official")


def gather(
    incidents: Iterable[Incident],
    claims: Iterable[Claim],
    reports: Iterable[Report] = (),
    roots: Mapping[str, str] | None = None,
) -> list[Evidence]:
    """Each incident with its claims, in the order of incident ids; those merged into another are left out."""
    by_id: Mapping[str, Claim] = {claim.id: claim for claim in claims}
    houses = {report.id: report.source for report in reports if report.source}
    kept = sorted((item for item in incidents if item.merged_into is None), key=lambda item: item.id)
    return [
        Evidence(item, tuple(by_id[name] for name in sorted(item.claims) if name in by_id), houses, roots or {})
        for item in kept
    ]
