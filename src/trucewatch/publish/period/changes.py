"""period: what is otherwise than the report before said: points on which accounts part, and corrections."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from trucewatch.ledger import LedgerRow
from trucewatch.ledger import rows as ledger_rows
from trucewatch.model import Correction, Incident
from trucewatch.publish.period.blocks import Block, Heading, Para, Points
from trucewatch.publish.period.tally import lies_in
from trucewatch.publish.views.incidents import title

if TYPE_CHECKING:
    from trucewatch.publish.page import Page
    from trucewatch.publish.period.build import Writer


def ledger(writer: Writer) -> list[Block]:
    """Points on which accounts part: those that are new since the report before, and those that part no more."""
    now = {_key(row): row for row in ledger_rows(writer.given.now) if row.kind == "disagree"}
    before = {_key(row): row for row in ledger_rows(writer.given.before) if row.kind == "disagree"}
    fresh = [_row(writer, writer.tools, row) for key, row in now.items() if key not in before]
    gone = [_row(writer, writer.earlier, row) for key, row in before.items() if key not in now]
    found: list[Block] = [Para(writer.say("open", len(now)))]
    for key, items in (("new", fresh), ("settled", gone)):
        if items:
            found += [Heading(3, writer.say(f"ledger.{key}")), Points(tuple(items))]
    return found if fresh or gone else [*found, Para(writer.say("ledger.same"))]


def corrections(writer: Writer) -> list[Block]:
    """What earlier reports said that is otherwise now, and what came late about days before this period."""
    held = writer.given.plan.stretch()
    earlier_days = replace(held, start=datetime.min.replace(tzinfo=UTC), end=held.start)
    was = {claim: one for one in writer.given.before.incidents for claim in one.claims}
    changed, late = [], []
    for one in writer.given.now.incidents:
        if one.kind != "event" or lies_in(one, earlier_days) == "out":
            continue
        earlier = next((was[claim] for claim in one.claims if claim in was), None)
        if earlier is None:
            late.append(_named(writer, writer.tools, one))
        elif told := _difference(writer, earlier, one):
            changed.append(told)
    laid = [_correction(writer, claim.id, one) for claim in writer.given.now.claims for one in claim.corrections]
    found: list[Block] = []
    for key, items in (("changed", changed), ("late", late), ("people", [one for one in laid if one])):
        if items:
            found += [Heading(3, writer.say(f"corrections.{key}")), Points(tuple(items))]
    return found or [Para(writer.say("corrections.none"))]


def _difference(writer: Writer, was: Incident, now: Incident) -> str:
    """In what an event told before is otherwise now; empty where it is as it was."""
    parts = []
    for name, value in (("figures", _figures), ("when", _when), ("where", _where), ("state", _state)):
        old, new = value(writer, writer.earlier, was), value(writer, writer.tools, now)
        if old != new:
            parts.append(
                writer.say("corrections.was", what=writer.say(f"corrections.{name}"), was=old or "–", now=new or "–")
            )
    return f"{_named(writer, writer.tools, now)}: {'; '.join(parts)}" if parts else ""


def _figures(writer: Writer, tools: Page, one: Incident) -> str:
    return "; ".join(
        writer.flat(tools.amount(figure.measure, figure.low, figure.high))
        for figure in one.figures
        if figure.population in (None, "persons")
    )


def _when(writer: Writer, tools: Page, one: Incident) -> str:
    return writer.flat(tools.f.time(one.time))


def _where(writer: Writer, tools: Page, one: Incident) -> str:
    return writer.flat(tools.f.place(one.place))


def _state(writer: Writer, tools: Page, one: Incident) -> str:
    return writer.flat(tools.word("occurrence", one.occurrence))


def _named(writer: Writer, tools: Page, one: Incident) -> str:
    return writer.flat(tools.f.join([title(tools, one), tools.f.time(one.time), tools.plain.place(one.place)]))


def _key(row: LedgerRow) -> tuple[str, str, str, tuple[str, ...]]:
    sides = tuple(sorted(q.claim for side in row.sides for q in side.quotations))
    return row.field, row.measure or "", row.population or "", sides


def _row(writer: Writer, tools: Page, row: LedgerRow) -> str:
    incident = tools.ix.incidents[row.incident]
    said = " ≠ ".join(writer.flat(tools.ours(side.said)) for side in row.sides)
    what = (
        tools.words.named("measure_names", row.measure)
        if row.measure
        else writer.flat(tools.f.say(f"ledger.field.{row.field}"))
    )
    return f"{_named(writer, tools, incident)}. {what}: {said}"


def _correction(writer: Writer, claim: str, one: Correction) -> str:
    """What a person changed between the cut-offs; empty for what was changed at another time."""
    if writer.given.plan.before > (one.when or "9999") or (one.when or "") > writer.given.plan.cutoff:
        return ""
    return writer.say("corrections.by", claim=claim, field=one.field, who=one.who, why=one.why)
