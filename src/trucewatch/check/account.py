"""check: one incident with its claims: who tells of it, who says otherwise."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from trucewatch.actors import house_name
from trucewatch.model import Claim, Incident

DONE = ("happened", "ongoing", "state")
FIGHTS = ("kin.armed_clash", "kin.small_arms")
"""In these everybody who is named as a party fights."""


def is_of(code: str, codes: Iterable[str]) -> bool:
    """Whether a type is among some, of which one may name a family."""
    return any(code == one or (one[-2:] == ".*" and code.startswith(one[:-1])) for one in codes)


@dataclass(frozen=True)
class Account:
    """An incident, its claims, and from which house each report came."""

    incident: Incident
    claims: tuple[Claim, ...]
    houses: Mapping[str, str]
    taken: Mapping[str, str]
    """Claim id or report id -> the root that lineage gives it."""

    def root(self, claim: Claim) -> str:
        """On whom a claim rests."""
        traced = self.taken.get(claim.id) or self.taken.get(claim.report)
        if traced:
            return traced
        named = claim.root or self.houses.get(claim.report)
        return house_name(named) if named else f"not stated: {claim.report}"

    def roots(self, claims: Iterable[Claim]) -> tuple[str, ...]:
        """On whom some claims rest, each once."""
        return tuple(sorted({self.root(claim) for claim in claims}))

    @property
    def done(self) -> list[Claim]:
        """Claims that it was done."""
        return [claim for claim in self.claims if claim.modality in DONE and claim.polarity == "+"]

    @property
    def not_done(self) -> list[Claim]:
        """Claims that it was not."""
        return [c for c in self.claims if c.modality == "denied" or (c.modality in DONE and c.polarity == "-")]

    @property
    def tellers(self) -> tuple[str, ...]:
        """Roots that tell of it as done; copies are one root where nobody says otherwise."""
        own = tuple(sorted(self.incident.roots))
        if not self.claims:
            return self.incident.roots if self.incident.occurrence not in ("refuted", "insufficient") else ()
        return own if own and len(self.done) == len(self.claims) else self.roots(self.done)

    @property
    def deniers(self) -> tuple[str, ...]:
        """Roots that say otherwise."""
        return self.roots(self.not_done)

    @property
    def bystanders(self) -> tuple[str, ...]:
        """Tellers who do not rest on the word of a party or an official."""
        if not self.claims:
            return self.incident.roots
        plain = [c for c in self.done if not c.attribution or c.attribution[0].kind not in ("party", "official")]
        return self.roots(plain)

    @property
    def is_event(self) -> bool:
        """Whether it is told or denied as an event."""
        told = not self.claims or bool(self.done) or bool(self.not_done)
        return self.incident.kind == "event" and told

    @property
    def is_calm(self) -> bool:
        """Whether all who tell say that it stopped or did not come about, none of them by way of a denial."""
        told = [claim.polarity for claim in self.claims if claim.modality in DONE]
        return set(told) == {"-"} and all(claim.modality != "denied" for claim in self.claims)

    @property
    def may_tell(self) -> bool:
        """Whether it is of a kind by which a duty can be told as done."""
        return self.incident.kind in ("event", "statement", "state")
