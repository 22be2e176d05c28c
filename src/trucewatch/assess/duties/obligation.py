"""assess: an obligation with its deadline: what was performed, how much, by when."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from trucewatch.assess.case import Case
from trucewatch.assess.duties import series, watch
from trucewatch.assess.duties.exchange import exchange
from trucewatch.assess.duties.performance import Performance, nearly, performances
from trucewatch.assess.facets import anchored, place
from trucewatch.assess.facets.what import listed
from trucewatch.assess.made import finding
from trucewatch.assess.text.quantity import instant, iso
from trucewatch.model import Finding, Instance, Provision, Window
from trucewatch.model.finding import FindingLabel

Interval = tuple[datetime, datetime]
_LACKING = frozenset({"due", "overdue", "not_performed", "performed_late", "partly"})
"""Labels of duties that somebody asks of: what was told, then, and why does it not count?"""


@dataclass(frozen=True, slots=True)
class Counts:
    """Performances counted: certain and possible ones by the deadline, certain ones by now."""

    by_lo: int
    by_hi: int
    now_lo: int


def state(now: datetime, due: Interval, counts: Counts, asked: int) -> FindingLabel:
    """The state of a duty to achieve something, with no source that would see every performance."""
    if counts.by_lo >= asked:
        return "fulfilled"
    if now <= due[0]:
        return "pending"
    if counts.by_hi >= asked:
        return "unknown"
    if now <= due[1]:
        return "due"
    return "performed_late" if counts.now_lo >= asked else "overdue"


def findings(provision: Provision, case: Case) -> list[Finding]:
    """The finding of an obligation; a quota has one for each period told besides."""
    if provision.checkability != "auto":
        return [finding(case, provision, "not_evaluable", why=(_by_hand(provision),))]
    amount, window = provision.amount, anchored.window(case, provision)
    if provision.form == "quota" and amount is not None:
        return list(series.quota(provision, amount, case))
    if provision.form == "exchange" and amount is not None:
        return [exchange(provision, amount, case)]
    if provision.form == "maintain":
        return [_maintain(provision, case)]
    if amount is not None and amount.per is not None:
        return [series.recur(provision, amount, case)]
    if window is not None and (window.by or (window.to and provision.form != "recur")):
        return [_achieve(provision, window, case)]
    return [_recur(provision, case)]


def _by_hand(provision: Provision) -> str:
    return provision.note or "Whether this is done takes a person's judgement."


def _achieve(provision: Provision, window: Window, case: Case) -> Finding:
    last = str(window.by or window.to)
    waits = anchored.waiting(case, last) or anchored.waiting(case, window.from_)
    if waits is not None:
        said = f"Its time is counted from something of which no report tells ({waits.id})."
        return finding(case, provision, "inactive", why=(said,))
    due, named = _deadlines(last, case)
    asked = int(provision.amount.min or 1) if provision.amount is not None else 1
    undefined = place.in_reach(None, provision.where, case).undefined
    if undefined:
        instance = _instance(due, None, asked)
        return finding(case, provision, "not_evaluable", instance=instance, why=(f"{undefined}.",))
    if case.valid is None:
        undated = "No report is dated, so it is not known whether the deadline has passed."
        return finding(case, provision, "unknown", instance=_instance(due, None, asked), why=(undated,))
    done = performances(provision, window, case)
    now = instant(case.valid, case.local)
    table = {name: _read(done, now, deadline, asked, case)[0] for name, deadline in named.items()}
    label, why = _read(done, now, due, asked, case)
    seen = watch.over(provision, window, case) if label == "overdue" else ""
    if seen:
        label, why = "not_performed", (*why, f"{seen} would have told of it.")
    if label in _LACKING:
        why = (*why, *nearly(provision, window, case))
    return finding(
        case,
        provision,
        label,
        instance=_instance(due, _counts(done, due, case), asked),
        decisive=("time",) if label in ("pending", "due", "overdue", "unknown") else (),
        would_change=_would_change(label),
        why=why,
        readings={name: str(given) for name, given in table.items()},
        supports=tuple(sorted({claim for item in done if item.held for claim in item.evidence.incident.claims})),
    )


def _deadlines(anchor_id: str, case: Case) -> tuple[Interval, dict[str, Interval]]:
    """The deadline as the hull of all its readings, and each reading."""
    anchor = anchored.anchor(case, anchor_id)
    named = {
        name: (instant(low, case.local), instant(high, case.local)) for name, (low, high) in anchor.readings.items()
    }
    main = instant(str(anchor.earliest), case.local), instant(str(anchor.latest), case.local)
    everything = [main, *named.values()]
    return (min(low for low, _ in everything), max(high for _, high in everything)), named


def _counts(done: list[Performance], due: Interval, case: Case) -> Counts:
    certain = [item for item in done if item.certain]
    return Counts(
        by_lo=sum(item.ends_by(due[0], case) for item in certain),
        by_hi=sum(item.may_begin_by(due[1], case) for item in done if item.held and not item.part),
        now_lo=len(certain),
    )


def _read(
    done: list[Performance], now: datetime, due: Interval, asked: int, case: Case
) -> tuple[FindingLabel, tuple[str, ...]]:
    """Label and reasons for one deadline."""
    timely = [item for item in done if item.may_begin_by(due[1], case)]
    held = _all(item.held_by for item in timely)
    cut = _all(item.cut_by for item in timely)
    failed = _all(item.failed_by for item in timely)
    if failed and (held or cut):
        told = listed(tuple(sorted({*held, *cut})))
        return "disputed", (f"Told as held by {told}; told as failed or not held by {listed(failed)}.",)
    if cut:
        whole = f" {listed(held)} told of it without saying so." if held else ""
        return "partly", (f"It was begun and cut short, {listed(cut)} told.{whole}",)
    label = state(now, due, _counts(done, due, case), asked)
    if label == "overdue" and case.reports_from is not None and case.reports_from > due[1]:
        began = case.say(case.reports_from)
        return "unknown", (
            f"The reports begin on {began}, after the deadline; they cannot show what was done by then.",
        )
    parts = [item for item in done if item.held and item.part]
    if label == "overdue" and parts:
        lacking = "Parts of it are told of; that it was done in full, nobody told."
        return "partly", (lacking, *(item.why for item in parts))
    return label, _reasons(label, due, timely, failed, case)


def _all(roots: Iterable[tuple[str, ...]]) -> tuple[str, ...]:
    return tuple(sorted({root for group in roots for root in group}))


def _reasons(
    label: str, due: Interval, timely: list[Performance], failed: tuple[str, ...], case: Case
) -> tuple[str, ...]:
    until = case.say(due[0]) if due[0] == due[1] else f"{case.say(due[0])} or {case.say(due[1])}, by the reading"
    first = {
        "pending": f"The deadline ({until}) has not come.",
        "due": f"Whether the deadline has passed depends on how days are counted ({until}).",
        "overdue": f"The deadline ({until}) has passed and no report tells of it; no source is known to see all.",
        "unknown": "Reports tell of something that may be it, not certainly by the deadline or at the place.",
        "fulfilled": "Reports tell of it by the deadline.",
        "performed_late": f"Reports tell of it after the deadline ({until}).",
    }[label]
    told = [item.why for item in timely if item.held]
    if failed:
        told.append(f"{listed(failed)} told that it failed or was not held.")
    return (first, *told)


def _would_change(label: str) -> tuple[str, ...]:
    if label in ("pending", "due", "overdue", "unknown"):
        return ("a report that tells of the performance, with its day and place",)
    if label in ("partly", "disputed"):
        return ("an independent account of how far it went",)
    return ()


def _instance(due: Interval, counts: Counts | None, asked: int) -> Instance:
    edges = (iso(due[0]), iso(due[1]))
    if counts is None:
        return Instance(edges)
    return Instance(edges, {"low": float(counts.by_lo), "high": float(counts.by_hi), "of": float(asked)})


def _recur(provision: Provision, case: Case) -> Finding:
    """A duty for which the text sets neither a day nor a rate: what is told of it, and no verdict."""
    window = provision.when or Window()
    done = [item for item in performances(provision, window, case) if item.held]
    start = anchored.anchor(case, window.from_).earliest if window.from_ else None
    why = ["Not evaluable as a series: the text sets no rate."]
    if provision.form != "recur":
        why = ["Not evaluable: the text sets no day by which it is due."]
    if start is not None and case.valid is not None and instant(case.valid, case.local) < instant(start, case.local):
        why.append(f"It begins on {case.say(instant(start, case.local))}.")
    why += [item.why for item in done]
    supports = tuple(sorted({claim for item in done for claim in item.evidence.incident.claims}))
    return finding(case, provision, "not_evaluable", why=tuple(why), supports=supports)


def _maintain(provision: Provision, case: Case) -> Finding:
    """A state to be kept: events of the declared act tell against it; silence is proof only where sight was whole."""
    window = anchored.window(case, provision) or Window()
    against = [item for item in performances(provision, window, case) if item.held]
    if not against:
        seen = watch.over(provision, window, case)
        if seen:
            told = f"{seen} would have told of anything against it, and told of nothing."
            return finding(case, provision, "maintained", why=(told,))
        none = "No report tells of anything against it. None reported is not the same as none happened."
        return finding(case, provision, "no_violation_seen", why=(none,))
    reasons = tuple(item.why for item in against)
    claims = tuple(sorted({claim for item in against for claim in item.evidence.incident.claims}))
    if any(item.certain and len(item.held_by) >= case.profile.min_roots for item in against):
        return finding(case, provision, "not_performed", why=reasons, supports=claims)
    why = (*reasons, "Whether the state was kept in spite of it is not settled by these accounts.")
    return finding(case, provision, "unknown", why=why, decisive=("occurrence",), supports=claims)
