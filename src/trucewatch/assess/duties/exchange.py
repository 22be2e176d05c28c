"""assess: exchanges: so many due for each one that the other side released, by class, as intervals."""

from __future__ import annotations

import math

from trucewatch.assess.case import Case
from trucewatch.assess.duties.counted import Counted, counted, in_words
from trucewatch.assess.made import finding
from trucewatch.languages.fold import match_key
from trucewatch.model import Finding, Instance, Provision
from trucewatch.model.agreement import Amount
from trucewatch.model.finding import FindingLabel

Interval = tuple[float, float]


def exchange(provision: Provision, amount: Amount, case: Case) -> Finding:
    """The one finding of an exchange: what is due by what was released, and what was given for it."""
    act, other = case.act(provision), case.agreement.acts[str(amount.for_act)]
    released = counted(provision, other, str(amount.for_measure), case)
    given = [] if act is None else counted(provision, act, str(amount.measure), case)
    due, done = _due(released, amount), _total(given)
    if due[1] == 0:
        nothing = "Nothing is due: no report tells of a release by the other side."
        return finding(case, provision, "inactive", why=(nothing,))
    label = _label(due, done)
    why = (
        f"Told as released: {in_words(*_total(released))}; due for them: {in_words(*due)}.",
        f"Told as given in return: {in_words(*done)}.",
        *(_unknown(released, amount)),
    )
    instance = Instance(None, {"low": done[0], "high": None if done[1] == math.inf else done[1], "of": due[0]})
    claims = tuple(sorted({one.claim for one in (*released, *given)}))
    return finding(case, provision, label, instance=instance, why=why, supports=claims)


def _label(due: Interval, done: Interval) -> FindingLabel:
    if done[0] >= due[1]:
        return "fulfilled"
    if done[1] >= due[0]:
        return "unknown"
    return "partly" if done[0] > 0 else "overdue"


def _ratio(one: Counted, amount: Amount) -> Interval:
    """How many are due for one of them; an unknown class may be any."""
    named = match_key(one.population or "")
    fits = [number for name, number in amount.ratio.items() if named and match_key(name) in named]
    rates = fits or list(amount.ratio.values())
    return min(rates), max(rates)


def _due(released: list[Counted], amount: Amount) -> Interval:
    low = high = 0.0
    for one in _distinct(released):
        least, most = _ratio(one, amount)
        low, high = low + one.low * least, high + one.high * most
    return low, high


def _total(found: list[Counted]) -> Interval:
    ones = _distinct(found)
    return sum((one.low for one in ones), 0.0), sum((one.high for one in ones), 0.0)


def _distinct(found: list[Counted]) -> list[Counted]:
    """Each release once: figures told by several counters for one span and population are one, with their hull."""
    groups: dict[tuple[object, ...], list[Counted]] = {}
    for one in found:
        groups.setdefault((one.span, one.population), []).append(one)
    return [
        Counted(g[0].counter, min(o.low for o in g), max(o.high for o in g), g[0].span, g[0].claim, g[0].population)
        for g in groups.values()
    ]


def _unknown(released: list[Counted], amount: Amount) -> tuple[str, ...]:
    open_ = [one for one in released if _ratio(one, amount)[0] != _ratio(one, amount)[1]]
    return ("Of some of the released the class is not told, so what is due for them is an interval.",) if open_ else ()
