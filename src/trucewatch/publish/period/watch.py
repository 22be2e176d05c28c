"""period: who is stated to have been able to see what, where and when: silence tells only there."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta, tzinfo
from typing import TYPE_CHECKING

from trucewatch.model import Coverage
from trucewatch.publish.format import Text
from trucewatch.publish.period.blocks import Block, Grid, Para

if TYPE_CHECKING:
    from trucewatch.publish.period.build import Writer

DAY = len("2020-03-06")


def stated(writer: Writer) -> Block:
    """The statements about the time of the report, in its order; where there is none, that nothing follows."""
    held = writer.given.plan.stretch()
    told = [
        one
        for one in writer.given.seen
        if _moment(one.from_, held.zone) < held.end and _moment(one.to, held.zone) > held.start
    ]
    if not told:
        return Para(writer.say("seen_none"))
    heads = tuple(writer.say(f"columns.{name}") for name in ("who", "what", "where", "when", "stated"))
    return Grid(writer.say("seen_title"), heads, tuple(_row(writer, one) for one in sorted(told, key=_order)))


def _order(one: Coverage) -> tuple[str, str, tuple[str, ...], str]:
    return one.from_, one.who, one.types, one.zone or ""


def _row(writer: Writer, one: Coverage) -> tuple[str, ...]:
    f = writer.tools.f
    kinds = f.join([_kind(writer, code) for code in one.types], ", ")
    source = writer.flat(f.v(one.source)) if one.source else writer.flat(f.say("ui.not_stated"))
    return (writer.flat(f.v(one.who)), writer.flat(kinds), _where(writer, one), _when(writer, one), source)


def _kind(writer: Writer, code: str) -> Text:
    """What acts a code names: one kind, or all of a family."""
    words = writer.tools.words
    named = words.named("families", code.removesuffix(".*")) if code.endswith(".*") else words.named("types", code)
    return named or code


def _where(writer: Writer, one: Coverage) -> str:
    """The zone by its name in the agreement; without one, all of it."""
    if one.zone is None:
        return writer.say("seen_whole")
    zones = [agreement.zones[one.zone] for agreement in writer.given.now.agreements if one.zone in agreement.zones]
    return writer.flat(writer.tools.ours(zones[0].name)) if zones else one.zone


def _when(writer: Writer, one: Coverage) -> str:
    """The time from the first moment seen to the last; whole days by their names."""
    f = writer.tools.f
    if len(one.from_) == len(one.to) == DAY:
        return writer.flat(f.days(date.fromisoformat(one.from_), date.fromisoformat(one.to) - timedelta(days=1)))
    return writer.flat(f.interval_of(one.from_, one.to, writer.given.plan.stretch().zone))


def _moment(text: str, zone: tzinfo) -> datetime:
    """An instant; a day begins on the clock of the report."""
    if len(text) == DAY:
        return datetime.combine(date.fromisoformat(text), time(), zone)
    return datetime.fromisoformat(text)
