"""assess: whether somebody could see everything that a duty or a prohibition is about, so that silence tells."""

from __future__ import annotations

from datetime import datetime

from trucewatch.assess.case import Case
from trucewatch.assess.evidence import matches
from trucewatch.assess.facets import anchored
from trucewatch.assess.text.quantity import instant
from trucewatch.model import Coverage, Provision, Window


def over(provision: Provision, window: Window, case: Case) -> str:
    """Who saw all of it from the window's start until its end or now; empty where nobody is stated to have."""
    span = anchored.stretch(case, window)
    return "" if span is None else between(provision, *span, case)


def between(provision: Provision, start: datetime, end: datetime, case: Case) -> str:
    """Who is stated to have seen every such act between two instants, at the place that the provision names."""
    act = case.act(provision)
    if act is None:
        return ""
    for item in case.coverage:
        whole = instant(item.from_, case.local) <= start and instant(item.to, case.local) >= end
        if whole and _there(item, provision, case) and all(matches(code, item.types) for code in act.types):
            return item.who
    return ""


def _there(item: Coverage, provision: Provision, case: Case) -> bool:
    """Whether a statement is about the place of a provision; its zone may name the text that it is a zone of."""
    if item.zone is None:
        return True
    own = provision.where.of if provision.where is not None else None
    return own is not None and item.zone in (own, f"{case.agreement.id}.{own}")
