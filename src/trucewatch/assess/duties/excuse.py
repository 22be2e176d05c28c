"""assess: duties that the other side's clear breach excuses, where the text links the two."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Sequence

from trucewatch.assess.case import Case
from trucewatch.assess.memory import Brief
from trucewatch.model import Finding

_BREACHED = frozenset({"not_performed", "performed_late", "supported"})
"""Labels of the other side's term that are beyond the profile's doubt."""
_OPEN = frozenset({"overdue", "partly", "not_performed", "performed_late"})
_UNCLEAR = frozenset({"overdue", "partly", "disputed", "alleged", "possible", "disputed_unproven", "unknown"})


def excused(findings: Sequence[Finding], case: Case, others: Sequence[Brief] = ()) -> Iterator[Finding]:
    """Findings of one agreement, those that another's breach excuses relabelled; what may excuse is said.

    `others` are findings that stand and are not among these.
    """
    labels: dict[str, set[str]] = {}
    for provision, label in (
        *((one.provision, one.label) for one in findings),
        *((o.provision, o.label) for o in others),
    ):
        labels.setdefault(provision, set()).add(label)
    links = {item.id: item.excused_by for item in case.agreement.provisions if item.excused_by}
    for one in findings:
        names = links.get(one.provision, ()) if one.label in _OPEN else ()
        broken = [name for name in names if labels.get(name, set()) & _BREACHED]
        maybe = [name for name in names if labels.get(name, set()) & _UNCLEAR]
        if broken:
            why = f"The text makes it depend on {', '.join(broken)}, which was not kept."
            yield dataclasses.replace(one, label="excused", why=(*one.why, why))
        elif maybe:
            why = f"The text makes it depend on {', '.join(maybe)}; whether that was kept is open."
            yield dataclasses.replace(one, why=(*one.why, why))
        else:
            yield one
