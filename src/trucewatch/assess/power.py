"""assess: powers: whether reports tell that somebody used one. Whether its conditions held is for people to say."""

from __future__ import annotations

from trucewatch.assess.case import Case
from trucewatch.assess.duties.performance import performances
from trucewatch.assess.facets import anchored
from trucewatch.assess.facets.what import listed
from trucewatch.assess.made import finding
from trucewatch.model import Finding, Provision, Window


def findings(provision: Provision, case: Case) -> list[Finding]:
    """One finding: `inactive` while nobody is told to have used it, else `unknown` or, where denied, `disputed`."""
    if provision.act is None or provision.checkability != "auto":
        note = provision.note or "Whether this power was used, and rightly, takes a person's judgement."
        return [finding(case, provision, "not_evaluable", why=(note,))]
    used = performances(provision, anchored.window(case, provision) or Window(), case)
    if not used:
        return [finding(case, provision, "inactive", why=("No report tells that it was used.",))]
    told = sorted({root for one in used for root in (*one.held_by, *one.cut_by)})
    denied = sorted({root for one in used for root in one.failed_by})
    why = [f"{listed(tuple(told))} told that it was used; what follows: {provision.effect}."]
    if denied:
        why.append(f"{listed(tuple(denied))} told otherwise.")
    why.append("Until its conditions are shown to hold, terms are held as if it had not been used.")
    claims = tuple(sorted({claim for one in used for claim in one.evidence.incident.claims}))
    label = "disputed" if denied and told else "unknown"
    return [finding(case, provision, label, why=tuple(why), supports=claims)]  # type: ignore[arg-type]
