"""assess: the hash of what a finding rests on, and the hash of all that it says."""

from __future__ import annotations

import dataclasses
import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from trucewatch.assess.evidence import Evidence
from trucewatch.model import Claim, Finding
from trucewatch.model.codec import to_row


def sealed(found: Iterable[Finding], evidence: Sequence[Evidence], claims: Sequence[Claim]) -> Iterator[Finding]:
    """Findings with their two hashes; without the instants, for a store keeps a finding while it says the same."""
    by_incident = {item.incident.id: item for item in evidence}
    by_claim = {claim.id: claim for claim in claims}
    rows: dict[str, str] = {}
    for one in found:
        rests_on = [rows.setdefault(name, text) for name, text in _rests_on(one, by_incident, by_claim, rows)]
        kept = dataclasses.replace(one, evidence_hash=_sha256("\n".join(rests_on)), hash="")
        said = {name: value for name, value in to_row(kept).items() if name not in ("as_of", "hash")}
        yield dataclasses.replace(kept, hash=_sha256(_line(said)))


def _rests_on(
    one: Finding, by_incident: Mapping[str, Evidence], by_claim: Mapping[str, Claim], rows: Mapping[str, str]
) -> Iterator[tuple[str, str]]:
    """The incident, and the claims in the order of their ids, each as a line."""
    item = by_incident.get(one.incident or "")
    if item is not None:
        yield item.incident.id, rows.get(item.incident.id) or _line(to_row(item.incident))
    for name in sorted({*one.supports, *(item.incident.claims if item is not None else ())}):
        if name in by_claim:
            yield name, rows.get(name) or _line(to_row(by_claim[name]))


def _line(row: dict[str, Any]) -> str:
    return json.dumps(row, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def _sha256(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()
