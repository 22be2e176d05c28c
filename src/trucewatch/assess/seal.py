"""assess: the hash of what a finding rests on, and the hash of all that it says."""

from __future__ import annotations

import dataclasses
import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from trucewatch.assess.evidence import Evidence
from trucewatch.model import Claim, Finding
from trucewatch.model.codec import hashed_row, to_row

_ENCODE = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode
_WORDS = json.encoder.encode_basestring


def sealed(found: Iterable[Finding], evidence: Sequence[Evidence], claims: Sequence[Claim]) -> Iterator[Finding]:
    """Findings with their two hashes; without the instants, for a store keeps a finding while it says the same.

    A finding that bears its hashes already is given as it is.
    """
    by_incident = {item.incident.id: item for item in evidence}
    by_claim = {claim.id: claim for claim in claims}
    for one in found:
        if one.hash:
            yield one
            continue
        kept = dataclasses.replace(one, evidence_hash=_rests_on(one, by_incident, by_claim))
        said = {name: value for name, value in to_row(kept).items() if name not in ("as_of", "hash")}
        yield dataclasses.replace(kept, hash=sha256(line(said)))


def rests_on(item: Evidence) -> str:
    """The hash over an incident and its claims; worked out once for each."""
    if "evidence" not in item.hashes:
        lines = [line(hashed_row(item.incident)), *(line(hashed_row(claim)) for claim in item.claims)]
        item.hashes["evidence"] = sha256("\n".join(lines))
    return item.hashes["evidence"]


def _rests_on(one: Finding, by_incident: Mapping[str, Evidence], by_claim: Mapping[str, Claim]) -> str:
    """The incident, and the claims in the order of their ids, each as a line."""
    item = by_incident.get(one.incident or "")
    if item is not None and set(one.supports) <= set(item.incident.claims):
        return rests_on(item)
    lines = [line(hashed_row(item.incident))] if item is not None else []
    names = sorted({*one.supports, *(item.incident.claims if item is not None else ())})
    return sha256("\n".join([*lines, *(line(hashed_row(by_claim[name])) for name in names if name in by_claim)]))


def line(row: Any) -> str:
    """What a hash is taken over: JSON without spaces, names in their order."""
    return _ENCODE(row)


def words(text: str) -> str:
    """A text as it stands in such a line."""
    return _WORDS(text)


def sha256(text: str) -> str:
    """The hash of a text."""
    return hashlib.sha256(text.encode()).hexdigest()
