"""assess: findings about single incidents kept by what they are a function of, so that only what changed is worked out.

A prohibition held against one incident asks nothing but the text, the profile, the incident with its claims and their
roots, and the instants of the text's anchors. While none of these changes, neither does the finding; only the two
instants it is given for do. Terms as a whole, duties and powers look at everything, and are always worked out anew.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from trucewatch.assess.case import Case
from trucewatch.assess.evidence import Evidence
from trucewatch.assess.facets.anchored import anchor
from trucewatch.assess.seal import rests_on
from trucewatch.model import Finding, Provision


@dataclass
class Memory:
    """What was found before (`held`, by key) and what was found now (`made`). One run uses one memory."""

    held: Mapping[str, Finding] = field(default_factory=dict)
    version: str = ""
    """Of the program; what another one found is found anew."""
    made: dict[str, Finding] = field(default_factory=dict)
    recalled: int = 0
    """How many findings were taken over as they stood."""
    _keys: dict[str, str] = field(default_factory=dict)
    """The key of each finding of this run, by its id."""
    _scene: dict[str, str] = field(default_factory=dict)

    def recall(
        self, provision: Provision, item: Evidence, case: Case, find: Callable[[], list[Finding]]
    ) -> list[Finding]:
        """The finding about an incident as it was found before, or else as `find` finds it now."""
        key = self._key(provision, item, case)
        before = self.held.get(key)
        if before is not None:
            self.recalled += 1
        found = [before] if before is not None else find()
        for one in found:
            self._keys[one.id] = key
        return found

    def keep(self, one: Finding) -> None:
        """Keep a finding of this run, sealed, if it is one that may be recalled."""
        key = self._keys.get(one.id)
        if key is not None:
            self.made[key] = one

    def _key(self, provision: Provision, item: Evidence, case: Case) -> str:
        scene = self._scene.get(case.agreement.id) or self._set(case)
        roots = "\n".join(f"{claim.id} {item.root(claim)}" for claim in item.claims)
        return _sha256("\n".join((scene, provision.id, rests_on(item), roots)))

    def _set(self, case: Case) -> str:
        anchors = (repr(anchor(case, name)) for name in sorted(case.agreement.anchors))
        made = _sha256("\n".join((self.version, case.agreement.hash, case.profile.hash, *anchors)))
        self._scene[case.agreement.id] = made
        return made


def _sha256(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()
