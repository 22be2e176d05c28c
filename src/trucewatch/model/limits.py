"""model: what a provision of a kind cannot show, however much is told: said wherever the text is shown."""

from __future__ import annotations

from typing import Literal

from trucewatch.model.agreement import Agreement, Provision, Zone

Limit = Literal[
    "judgement", "never", "used", "no_day", "no_rate", "no_lines", "silence", "whole", "counters", "classes"
]


def limits(item: Provision, agreement: Agreement) -> tuple[Limit, ...]:
    """What cannot be checked of one provision, in a fixed order."""
    if item.kind == "principle" or item.checkability == "not_checkable":
        return ("never",)
    if item.checkability == "needs_human":
        return ("judgement",)
    if item.kind == "power":
        return ("used",)
    found: list[Limit] = []
    if item.where is not None and _without_lines((item.where.of, *item.where.readings), agreement):
        found.append("no_lines")
    return (*found, *(_of_duty(item) if item.kind == "obligation" else ()))


def _without_lines(names: tuple[str, ...], agreement: Agreement) -> bool:
    zones = [agreement.zones.get(name) for name in names]
    return all(isinstance(zone, Zone) and zone.undefined_until is not None for zone in zones)


def _of_duty(item: Provision) -> tuple[Limit, ...]:
    if item.form == "maintain":
        return ("silence",)
    if item.form == "quota":
        return ("counters",)
    if item.form == "exchange":
        return ("classes",)
    per = item.amount is not None and item.amount.per is not None
    dated = item.when is not None and bool(item.when.by or item.when.to)
    if item.form == "recur" and not per:
        return ("no_rate",)
    if not dated and not per:
        return ("no_day",)
    return ("whole",) if item.whole else ()
