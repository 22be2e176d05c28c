"""model: a finding is one provision held against an incident, a deadline or a period."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

ProvisionKind = Literal["prohibition", "obligation", "permission", "power", "principle"]
FindingLabel = Literal[
    "not_evaluable", "excepted", "outside", "disputed", "disputed_unproven", "possible", "alleged", "supported",
    "inactive", "pending", "due", "fulfilled", "partly", "performed_late", "overdue", "not_performed", "unknown",
    "excused", "waived", "lapsed", "maintained", "no_violation_seen",
]  # fmt: skip
POTENTIAL: frozenset[str] = frozenset({"possible", "alleged", "supported", "disputed", "disputed_unproven"})
"""Labels of prohibitions that are shown to people as a potential violation."""


@dataclass(frozen=True, slots=True)
class Coverage:
    """A statement that somebody would have seen every act of some types, in a zone, over a time, and told of it.

    `[from_, to)` are ISO 8601 days or instants with a zone; `zone` is a zone of the agreement, None for all of it.
    """

    who: str
    types: tuple[str, ...]
    from_: str
    to: str
    zone: str | None = None
    source: str = ""


@dataclass(frozen=True, slots=True)
class Facet:
    """One question of a finding, answered T (true), F (false), N (not known) or B (both are asserted)."""

    value: Literal["T", "F", "N", "B"]
    why: str
    p: tuple[float, float] | None = None


@dataclass(frozen=True, slots=True)
class Instance:
    """One due performance of an obligation: `due` is the deadline as an interval of instants."""

    due: tuple[str | None, str | None] | None = None
    count: dict[str, float | None] | None = None
    """`low` and `high` of the acts counted, `of` the number asked for."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One provision held against one thing, with every facet's reason. A pure function of what `as_of` names."""

    id: str
    agreement: str
    agreement_hash: str
    profile_hash: str
    provision: str
    kind: ProvisionKind
    label: FindingLabel
    incident: str | None = None
    instance: Instance | None = None
    facets: dict[str, Facet] = field(default_factory=dict)
    decisive: tuple[str, ...] = ()
    would_change: tuple[str, ...] = ()
    why: tuple[str, ...] = ()
    readings: dict[str, str] = field(default_factory=dict)
    supports: tuple[str, ...] = ()
    """Claims that are evidence for keeping the term."""
    grades: dict[str, str] = field(default_factory=dict)
    """Root -> its reliability (A to F) and the credibility of what is told (1 to 6) by the user's profile, as `B2`:
    two judgements side by side, never one number. Empty where the profile grades nobody."""
    as_of: dict[str, str | None] = field(default_factory=dict)
    """`valid` and `known`: the two instants the finding is a function of."""
    evidence_hash: str = ""
    """SHA-256 over what it rests on: its incident, that incident's claims, and the claims in `supports`."""
    hash: str = ""
    """SHA-256 over all that it says but for `as_of`: whoever changes a word of it must also change this."""
