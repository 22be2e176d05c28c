"""assess: everything that a finding about one agreement is a function of, put together once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, tzinfo
from functools import cached_property

from trucewatch.actors import known_actors
from trucewatch.assess.evidence import Evidence, matches
from trucewatch.assess.facets.ground import Ground
from trucewatch.assess.profile import Profile
from trucewatch.assess.text.quantity import clock, say
from trucewatch.model import Act, Agreement, Anchor, Coverage, Party, Provision


@dataclass
class Case:
    """One agreement, a profile, and the two instants: valid time and what was known."""

    agreement: Agreement
    profile: Profile
    valid: str | None
    known: str | None
    reports_from: datetime | None = None
    """The earliest instant at which one of the reports may have appeared; None when no report is dated."""
    roots: int = 0
    reports: int = 0
    evidence: Sequence[Evidence] = ()
    """All incidents with their claims, for anchors that wait for an act."""
    coverage: Sequence[Coverage] = ()
    """Who could see what, where and when in full; without it silence proves nothing."""
    ground: Ground = field(init=False)
    anchors: dict[str, Anchor] = field(default_factory=dict)
    """Anchors as they stand at the two instants, filled in by `facets.anchored`."""

    def __post_init__(self) -> None:
        self.ground = Ground(self.agreement)

    @cached_property
    def local(self) -> tzinfo:
        """The clock of the place that the agreement is about."""
        return clock(self.agreement.tz)

    @cached_property
    def parties(self) -> dict[str, Party]:
        """Parties by id."""
        return {party.id: party for party in self.agreement.parties}

    @cached_property
    def _by_type(self) -> tuple[dict[str, list[int]], dict[str, list[int]]]:
        """The places of evidence by the type of the incident, and by every type that it or one of its claims has."""
        own: dict[str, list[int]] = {}
        any_: dict[str, list[int]] = {}
        for at, item in enumerate(self.evidence):
            own.setdefault(item.incident.type, []).append(at)
            for code in {item.incident.type, *(claim.type for claim in item.claims)}:
                any_.setdefault(code, []).append(at)
        return own, any_

    def of_types(self, types: tuple[str, ...], *, any_claim: bool = False) -> list[Evidence]:
        """Evidence of some types (`kin.*` takes a family), in its order; `any_claim`: also where one claim is."""
        by_type = self._by_type[1 if any_claim else 0]
        found = {at for code, places in by_type.items() if matches(code, types) for at in places}
        return [self.evidence[at] for at in sorted(found)]

    def say(self, moment: datetime) -> str:
        """An instant in the clock of the place, for a sentence."""
        return say(moment, self.local)

    def act(self, provision: Provision) -> Act | None:
        """The act of a provision."""
        return None if provision.act is None else self.agreement.acts[provision.act]

    def party_of(self, actor: str | None) -> str | None:
        """The party that an actor id stands for: by its id, an alias or a family `X.*`; None for strangers."""
        if actor is None:
            return None
        for party in self.agreement.parties:
            if actor == party.id or actor in party.aliases:
                return party.id
        for party in self.agreement.parties:
            if any(alias.endswith(".*") and actor.startswith(alias[:-1]) for alias in party.aliases):
                return party.id
        return None

    def name(self, party: str) -> str:
        """The name of a party; of somebody whom the file does not name, that of the packaged lists, else the id."""
        if party in self.parties:
            return self.parties[party].name
        known = known_actors().get(party)
        return party if known is None else known.name

    def answering(self, party: str, bearers: tuple[str, ...], day: str | None) -> tuple[str, ...]:
        """The bearers that a party's conduct falls to: itself, or those that answer for it on a day."""
        found = [party] if party in bearers else []
        for bearer in bearers:
            for answer in self.parties[bearer].answers_for:
                if answer.party == party and _holds(answer.since, answer.until, day):
                    found.append(bearer)
        return tuple(dict.fromkeys(found))


def _holds(since: str | None, until: str | None, day: str | None) -> bool:
    if day is None:
        return True
    return (since is None or since <= day[:10]) and (until is None or day[:10] <= until)
