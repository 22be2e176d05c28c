"""period: what is otherwise than the report before said: points on which accounts part, and corrections."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from trucewatch.ledger import LedgerRow
from trucewatch.ledger import rows as ledger_rows
from trucewatch.model import Correction, Incident
from trucewatch.publish.period.blocks import Block, Heading, Para, Points
from trucewatch.publish.period.tally import lies_in
from trucewatch.publish.views.incidents import title

if TYPE_CHECKING:
    from trucewatch.publish.page import Page
    from trucewatch.publish.period.build import Desk


def ledger(desk: Desk) -> list[Block]:
    """Points on which accounts part: those that are new since the report before, and those that part no more."""
    now = {_key(row): row for row in ledger_rows(desk.given.now) if row.kind == "disagree"}
    before = {_key(row): row for row in ledger_rows(desk.given.before) if row.kind == "disagree"}
    fresh = [_row(desk, desk.tools, row) for key, row in now.items() if key not in before]
    gone = [_row(desk, desk.earlier, row) for key, row in before.items() if key not in now]
    found: list[Block] = [Para(desk.say("open", len(now)))]
    for key, items in (("new", fresh), ("settled", gone)):
        if items:
            found += [Heading(3, desk.say(f"ledger.{key}")), Points(tuple(items))]
    return found if fresh or gone else [*found, Para(desk.say("ledger.same"))]


def corrections(desk: Desk) -> list[Block]:
    """What earlier reports said that is otherwise now, and what came late about days before this period."""
    held = desk.given.plan.stretch()
    earlier_days = replace(held, start=held.start.replace(year=1900), end=held.start)
    was = {claim: one for one in desk.given.before.incidents for claim in one.claims}
    changed, late = [], []
    for one in desk.given.now.incidents:
        if one.kind != "event" or lies_in(one, earlier_days) == "out":
            continue
        earlier = next((was[claim] for claim in one.claims if claim in was), None)
        if earlier is None:
            late.append(_named(desk, desk.tools, one))
        elif told := _difference(desk, earlier, one):
            changed.append(told)
    laid = [_correction(desk, claim.id, one) for claim in desk.given.now.claims for one in claim.corrections]
    found: list[Block] = []
    for key, items in (("changed", changed), ("late", late), ("people", [one for one in laid if one])):
        if items:
            found += [Heading(3, desk.say(f"corrections.{key}")), Points(tuple(items))]
    return found or [Para(desk.say("corrections.none"))]


def _difference(desk: Desk, was: Incident, now: Incident) -> str:
    """In what an event told before is otherwise now; empty where it is as it was."""
    parts = []
    for name, value in (("figures", _figures), ("when", _when), ("where", _where), ("state", _state)):
        old, new = value(desk, desk.earlier, was), value(desk, desk.tools, now)
        if old != new:
            parts.append(
                desk.say("corrections.was", what=desk.say(f"corrections.{name}"), was=old or "–", now=new or "–")
            )
    return f"{_named(desk, desk.tools, now)}: {'; '.join(parts)}" if parts else ""


def _figures(desk: Desk, tools: Page, one: Incident) -> str:
    return "; ".join(
        desk.flat(tools.amount(figure.measure, figure.low, figure.high))
        for figure in one.figures
        if figure.population in (None, "persons")
    )


def _when(desk: Desk, tools: Page, one: Incident) -> str:
    return desk.flat(tools.f.time(one.time))


def _where(desk: Desk, tools: Page, one: Incident) -> str:
    return desk.flat(tools.f.place(one.place))


def _state(desk: Desk, tools: Page, one: Incident) -> str:
    return desk.flat(tools.word("occurrence", one.occurrence))


def _named(desk: Desk, tools: Page, one: Incident) -> str:
    return desk.flat(tools.f.join([title(tools, one), tools.f.time(one.time), tools.plain.place(one.place)]))


def _key(row: LedgerRow) -> tuple[str, str, str, tuple[str, ...]]:
    sides = tuple(sorted(q.claim for side in row.sides for q in side.quotations))
    return row.field, row.measure or "", row.population or "", sides


def _row(desk: Desk, tools: Page, row: LedgerRow) -> str:
    incident = tools.ix.incidents[row.incident]
    said = " ≠ ".join(side.said for side in row.sides)
    what = (
        tools.words.named("measure_names", row.measure)
        if row.measure
        else desk.flat(tools.f.say(f"ledger.field.{row.field}"))
    )
    return f"{_named(desk, tools, incident)}. {what}: {said}"


def _correction(desk: Desk, claim: str, one: Correction) -> str:
    """What a person changed between the cut-offs; empty for what was changed at another time."""
    if desk.given.plan.before > (one.when or "9999") or (one.when or "") > desk.given.plan.cutoff:
        return ""
    return desk.say("corrections.by", claim=claim, field=one.field, who=one.who, why=one.why)
