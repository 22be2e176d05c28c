"""assess: a prohibition held against events, and what tells that it is kept."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

import numpy as np

from trucewatch.assess.batch.block import block
from trucewatch.assess.batch.columns import Columns
from trucewatch.assess.batch.questions import Questions
from trucewatch.assess.case import Case
from trucewatch.assess.duties import watch
from trucewatch.assess.evidence import Evidence, matches
from trucewatch.assess.facets import anchored, place, when
from trucewatch.assess.facets.anchored import waiting, window
from trucewatch.assess.facets.what import listed
from trucewatch.assess.made import finding
from trucewatch.assess.memory import Brief, Memory
from trucewatch.assess.text.quantity import instant
from trucewatch.model import Act, Finding, Provision, Window
from trucewatch.model.finding import POTENTIAL


@dataclass(frozen=True, slots=True)
class Held:
    """One prohibition held against everything: the findings made now, and those that stand from before."""

    made: list[Finding]
    recalled: list[Brief]


def findings(provision: Provision, questions: Questions, memory: Memory | None = None) -> Held:
    """A finding for each event whose act may be the one forbidden, for each sign of calm, else one for the term.

    What `memory` holds about an incident is not worked out again.
    """
    columns = questions.columns
    act = columns.case.act(provision)
    if act is None:
        return Held([], [])
    calm = columns.halts | _keeping(provision, columns)
    rows = np.flatnonzero(calm | columns.told)
    rows, recalled = (rows, []) if memory is None else memory.recall(provision, columns, rows)
    still = calm[rows]
    events = block(provision, act, questions, rows[~still])
    by_row = dict(zip(events.rows.tolist(), events.findings(), strict=True))
    for row in rows[still].tolist():
        found = calm_told(provision, act, columns.evidence[row], columns.case)
        by_row |= {} if found is None else {row: found}
    made = [by_row[row] for row in sorted(by_row)]
    if memory is not None:
        for row in sorted(by_row):
            memory.keep(by_row[row], provision, columns.evidence[row])
    tested = len(made) + len(recalled)
    if not any(one.label in POTENTIAL or one.supports for one in (*made, *recalled)):
        made.append(_standing(provision, tested, columns.case))
    return Held(made, recalled)


def counts(provision: Provision, questions: Questions) -> Counter[str]:
    """How many events have which label under a prohibition; nothing is put into words."""
    columns = questions.columns
    act = columns.case.act(provision)
    if act is None:
        return Counter()
    calm = columns.halts | _keeping(provision, columns)
    return Counter(block(provision, act, questions, np.flatnonzero(columns.told & ~calm)).labels)


def _keeping(provision: Provision, columns: Columns) -> np.ndarray:
    """Rows whose happening is evidence that the term is kept."""
    if provision.kept_by is None:
        return np.zeros(len(columns.evidence), bool)
    types = columns.case.agreement.acts[provision.kept_by].types
    return np.array([_is_kept_by(item, types) for item in columns.evidence], bool)


def _is_kept_by(item: Evidence, types: tuple[str, ...]) -> bool:
    if not matches(item.incident.type, types) or item.incident.kind not in ("event", "state"):
        return False
    return bool(item.asserting) or not item.claims


def calm_told(provision: Provision, act: Act, item: Evidence, case: Case) -> Finding | None:
    """A report that acts of this kind stopped or did not happen, where it may be about this term."""
    kept = provision.kept_by is not None and _is_kept_by(item, case.agreement.acts[provision.kept_by].types)
    if not kept and not matches(item.incident.type, act.types):
        return None
    facets = {
        "time": when.in_window(item.incident.time, window(case, provision), case).facet,
        "place": place.in_reach(item.incident.place, provision.where, case, item.incident.time).facet,
    }
    if any(facet.value == "F" for facet in facets.values()):
        return None
    roots = tuple(sorted({*item.denying_roots, *item.asserting_roots})) or item.incident.roots
    number = "one root alone" if len(roots) == 1 else f"{len(roots)} roots"
    why = (
        f"{listed(roots)} told that acts of this kind stopped or did not happen ({number}).",
        "How much the reports could see is not known, so this is a sign that the term is kept and no proof.",
    )
    supports = tuple(sorted(item.incident.claims))
    given = item.incident.id
    return finding(case, provision, "no_violation_seen", incident=given, facets=facets, why=why, supports=supports)


def _standing(provision: Provision, tested: int, case: Case) -> Finding:
    """How the term stands when nothing in the reports tells against it or for it."""
    span = window(case, provision) or Window()
    waits = waiting(case, span.from_)
    if waits is not None:
        return finding(case, provision, "inactive", why=(f"It waits for {waits.id}, of which no report tells.",))
    anchor = anchored.anchor(case, span.from_) if span.from_ else None
    now = None if case.valid is None else instant(case.valid, case.local)
    if anchor is not None and anchor.earliest and now is not None and now < instant(anchor.earliest, case.local):
        return finding(
            case, provision, "inactive", why=(f"It applies from {case.say(instant(anchor.earliest, case.local))} on.",)
        )
    reads = place.in_reach(None, provision.where, case)
    if reads.undefined:
        return finding(case, provision, "not_evaluable", why=(f"{reads.undefined}.",))
    seen = watch.over(provision, span, case)
    if not tested and seen:
        none = f"{seen} would have told of every such act in this time, and told of none."
        return finding(case, provision, "maintained", why=(none,))
    why = (
        f"{tested} event(s) told could have been such an act; none meets all conditions.",
        f"{case.reports} report(s) from {case.roots} root(s) were read. "
        "None reported is not the same as none happened.",
    )
    return finding(case, provision, "no_violation_seen", why=why)
