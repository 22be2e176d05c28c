"""check: what a finding must say, as far as it can be worked out a second time."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from trucewatch.check.scene import Scene
from trucewatch.model import Provision

Count = Mapping[str, float | None]
POTENTIAL = ("possible", "alleged", "supported", "disputed", "disputed_unproven")


@dataclass(frozen=True)
class Expected:
    """One finding as the claims and the text give it; None where a finding of its kind has nothing of the sort."""

    id: str
    provision: str
    label: str
    incident: str | None = None
    facets: Mapping[str, str] = field(default_factory=dict)
    shares: Mapping[str, tuple[float, float] | None] = field(default_factory=dict)
    decisive: tuple[str, ...] | None = None
    readings: Mapping[str, str] = field(default_factory=dict)
    due: tuple[str, str] | None = None
    count: Count | None = None
    supports: tuple[str, ...] = ()
    grades: Mapping[str, str] = field(default_factory=dict)


def name_of(agreement: str, provision: str, incident: str | None, key: str = "") -> str:
    """The id of a finding: of its agreement, its provision, its incident and its period."""
    parts = [agreement, provision, incident or ""] + ([key] if key else [])
    return "f_" + hashlib.sha256("\n".join(parts).encode()).hexdigest()[:12]


def plain(scene: Scene, term: Provision, label: str, supports: Iterable[str] = ()) -> Expected:
    """A finding on a term as a whole."""
    return Expected(name_of(scene.agreement.id, term.id, None), term.id, label, supports=tuple(sorted(set(supports))))
