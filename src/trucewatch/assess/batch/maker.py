"""assess: findings about single incidents put together of pieces that many of them share, hashes and all."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from trucewatch.assess.batch.asked import Answer
from trucewatch.assess.case import Case
from trucewatch.assess.evidence import Evidence
from trucewatch.assess.labels import FACETS
from trucewatch.assess.made import finding_id
from trucewatch.assess.seal import line, rests_on, sha256, words
from trucewatch.assess.verdict import Verdict
from trucewatch.model import Finding, Provision

_SORTED = tuple(FACETS.index(name) for name in sorted(FACETS))
"""The order of the facets in a line."""


@dataclass(frozen=True, slots=True)
class Shared:
    """A verdict with the lines that it gives to the hashes of all findings that share it."""

    verdict: Verdict
    decisive: tuple[int, ...]
    """The places of its facets in `FACETS`."""
    before: str
    after: str
    remarks: str
    end: str


def share(verdict: Verdict) -> Shared:
    """A verdict with its lines."""
    would_change = f',"would_change":{line(verdict.would_change)}' if verdict.would_change else ""
    return Shared(
        verdict,
        tuple(FACETS.index(name) for name in verdict.decisive),
        f'"decisive":{line(verdict.decisive)},' if verdict.decisive else "",
        f',"readings":{line(verdict.readings)},' if verdict.readings else ",",
        ",".join(words(one) for one in verdict.remarks),
        f"]{would_change}}}",
    )


@dataclass
class Maker:
    """Puts findings of one provision together, each with the line that its hash is taken over.

    The line is what `seal` makes of the finding; here it is joined from pieces that many findings share.
    """

    provision: Provision
    case: Case

    def __post_init__(self) -> None:
        agreement, profile = self.case.agreement, self.case.profile
        self._as_of = {"valid": self.case.valid, "known": self.case.known}
        self._opening = f'{{"agreement":{words(agreement.id)},"agreement_hash":{words(agreement.hash)},'
        self._kind = f',"kind":{words(self.provision.kind)},"label":'
        self._closing = f',"profile_hash":{words(profile.hash)},"provision":{words(self.provision.id)}'

    def finding(self, item: Evidence, given: Sequence[Answer], shared: Shared) -> Finding:
        """The finding about one incident of which all seven answers are given."""
        verdict, incident, agreement = shared.verdict, item.incident.id, self.case.agreement
        id_, evidence_hash = finding_id(agreement.id, self.provision.id, incident), rests_on(item)
        grades = self._grades(item)
        graded = f'"grades":{line(grades)},' if grades else ""
        reasons = [given[place].reason_line for place in shared.decisive]
        said = (
            f'{self._opening}{shared.before}"evidence_hash":"{evidence_hash}","facets":{{'
            f"{','.join([given[place].line for place in _SORTED])}}},"
            f'{graded}"id":"{id_}","incident":{words(incident)}'
            f'{self._kind}"{verdict.label}"{self._closing}{shared.after}"why":['
            f"{','.join([*reasons, shared.remarks] if shared.remarks else reasons)}{shared.end}"
        )
        return Finding(
            id=id_, agreement=agreement.id, agreement_hash=agreement.hash, profile_hash=self.case.profile.hash,
            provision=self.provision.id, kind=self.provision.kind, label=verdict.label, incident=incident,
            facets={name: one.facet for name, one in zip(FACETS, given, strict=True)}, decisive=verdict.decisive,
            would_change=verdict.would_change, readings=verdict.readings, grades=grades,
            why=(*(given[place].reason for place in shared.decisive), *verdict.remarks),
            as_of=self._as_of, evidence_hash=evidence_hash, hash=sha256(said),
        )  # fmt: skip

    def _grades(self, item: Evidence) -> dict[str, str]:
        profile = self.case.profile
        if not profile.reliability:
            return {}
        return profile.graded((*item.asserting_roots, *item.denying_roots), item.incident.occurrence)
