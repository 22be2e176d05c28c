"""assess: which findings about single incidents stand as they were, so that only what changed is worked out.

A prohibition held against one incident asks nothing but the text, the profile, the incident with its claims and their
roots, and the instants of the text's anchors. While none of these changes, neither does the finding; only the two
instants it is given for do. Terms as a whole, duties and powers look at everything, and are always worked out anew.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

import numpy as np

from trucewatch.assess.batch.columns import Columns
from trucewatch.assess.batch.values import Rows
from trucewatch.assess.case import Case
from trucewatch.assess.evidence import Evidence
from trucewatch.assess.facets.anchored import anchor
from trucewatch.assess.seal import rests_on, sha256
from trucewatch.model import Finding, Provision
from trucewatch.model.finding import FindingLabel


class Brief(NamedTuple):
    """What others need to know of a finding that stands."""

    id: str
    provision: str
    label: FindingLabel
    supports: bool
    """Whether it names claims for its term being kept."""


@dataclass
class Memory:
    """What stood before (`held`, by key) and what stands now (`stands`). One run uses one memory."""

    held: Mapping[str, Brief] = field(default_factory=dict)
    version: str = ""
    """Of the program; what another one found is found anew."""
    prints: Mapping[str, str] = field(default_factory=dict)
    """Hashes over incidents and claims as they are kept, by id, for those whose words need not be hashed again."""
    stands: dict[str, Brief] = field(default_factory=dict)
    recalled: list[str] = field(default_factory=list)
    """The keys of the findings that stand as they stood."""
    as_of: dict[str, str | None] = field(default_factory=dict)
    """The two instants of this run."""
    _keys: dict[str, str] = field(default_factory=dict)
    """The key of each incident under the text that is held now, by its id."""
    _scene: tuple[str, str] = ("", "")

    def recall(self, provision: Provision, columns: Columns, rows: Rows) -> tuple[Rows, list[Brief]]:
        """Of some rows those that are to be worked out, and the findings of the others, which stand."""
        self._open(columns.case)
        left, found = [], []
        for row in rows.tolist():
            key = self._key(columns.evidence[row], provision.id)
            brief = self.held.get(key)
            if brief is None:
                left.append(row)
            else:
                found.append(brief)
                self.stands[key] = brief
                self.recalled.append(key)
        return np.array(left, np.int64), found

    def keep(self, one: Finding, provision: Provision, item: Evidence) -> None:
        """Remember a finding of this run about one incident."""
        brief = Brief(one.id, one.provision, one.label, bool(one.supports))
        self.stands[self._key(item, provision.id)] = brief

    def _key(self, item: Evidence, provision: str) -> str:
        id_ = item.incident.id
        if id_ not in self._keys:
            roots = [f"{claim.id} {item.root(claim)}" for claim in item.claims]
            self._keys[id_] = sha256("\n".join((self._scene[1], self._print(item), *roots)))
        return f"{self._keys[id_]} {provision}"

    def _print(self, item: Evidence) -> str:
        """A hash over an incident and its claims."""
        names = (item.incident.id, *(claim.id for claim in item.claims))
        kept = [self.prints.get(name) for name in names]
        return rests_on(item) if None in kept else " ".join(map(str, kept))

    def _open(self, case: Case) -> None:
        if self._scene[0] == case.agreement.hash:
            return
        anchors = (repr(anchor(case, name)) for name in sorted(case.agreement.anchors))
        made = sha256("\n".join((self.version, case.agreement.hash, case.profile.hash, *anchors)))
        self._scene = case.agreement.hash, made
        self._keys = {}
