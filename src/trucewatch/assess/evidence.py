"""assess: what the claims of one incident say, counted by root: who asserts, who denies, what was seen."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from trucewatch.model import Claim, Incident

TOLD = frozenset({"happened", "ongoing", "state"})
"""Modalities that tell of a thing as done. An accusation, a plan, a demand or a term is not among them."""
SEEN = frozenset({"seen", "imagery"})


def root_of(claim: Claim) -> str:
    """The root of a claim; a report without one stands for itself."""
    return claim.root or f"report {claim.report}"


def _roots(claims: Iterable[Claim]) -> tuple[str, ...]:
    return tuple(sorted({root_of(claim) for claim in claims}))


@dataclass(frozen=True)
class Evidence:
    """An incident with its claims. Claims are in the order of their ids, so that the order of input does not count."""

    incident: Incident
    claims: tuple[Claim, ...]

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
        """Roots that tell of it as done; those of the incident where its claims were not given."""
        if not self.claims:
            return self.incident.roots if self.incident.occurrence not in ("refuted", "insufficient") else ()
        return _roots(self.asserting)

    @property
    def denying_roots(self) -> tuple[str, ...]:
        """Roots that deny it."""
        return _roots(self.denying)

    @property
    def outsiders(self) -> tuple[str, ...]:
        """Asserting roots that do not rest on a party's or official's word alone."""
        if not self.claims:
            return self.incident.roots
        return _roots(claim for claim in self.asserting if not _by_party(claim))

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


def gather(incidents: Iterable[Incident], claims: Iterable[Claim]) -> list[Evidence]:
    """Each incident with its claims, in the order of incident ids; those merged into another are left out."""
    by_id: Mapping[str, Claim] = {claim.id: claim for claim in claims}
    kept = sorted((item for item in incidents if item.merged_into is None), key=lambda item: item.id)
    return [Evidence(i, tuple(by_id[name] for name in sorted(i.claims) if name in by_id)) for i in kept]
