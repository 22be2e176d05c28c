"""serve: the charts of the pages: what is counted under a filter, and how a reader has it told apart."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import cast

from trucewatch import resolve
from trucewatch.errors import SettingsError
from trucewatch.model import Claim, Record
from trucewatch.publish.charts import bulletins, events
from trucewatch.publish.charts.chart import MOST_BARS, Chart
from trucewatch.publish.charts.deliveries import Delivered, deliveries
from trucewatch.publish.charts.events import By
from trucewatch.publish.format import Text
from trucewatch.publish.index import UNSTATED
from trucewatch.publish.page import Page
from trucewatch.serve import look
from trucewatch.serve.desk import Desk
from trucewatch.serve.filter import Filter
from trucewatch.store import ask
from trucewatch.store.counts import WAYS
from trucewatch.store.held import Held


@dataclass(frozen=True, slots=True)
class Way:
    """One way to tell counts apart, with its address."""

    text: Text
    to: str
    chosen: bool


@dataclass(frozen=True, slots=True)
class Choice:
    """A chart, and how else its rows can be told apart. `by` goes on with the filter; None where it is the first."""

    chart: Chart
    ways: tuple[Way, ...]
    by: str | None


def by_of(pairs: Iterable[tuple[str, str]]) -> By:
    """How an address asks for the rows of its chart; SettingsError for what there is not."""
    asked = dict(pairs).get("by") or WAYS[0]
    if asked not in WAYS:
        raise SettingsError(f"by={asked[:40]}: choose among {', '.join(WAYS)}.")
    return cast(By, asked)


def per_day(tools: Page, desk: Desk, kept: Held, asked: Filter, by: By) -> Choice | None:
    """Events by the day on which they began, under a filter; None where there are none. A list shares it."""
    return desk.once(("chart", tools.words.language, asked, by), kept, lambda: _per_day(tools, desk, kept, asked, by))


def _per_day(tools: Page, desk: Desk, kept: Held, asked: Filter, by: By) -> Choice | None:
    found = desk.per_day(kept, asked, by)
    whole = {date.fromisoformat(day): n for day, n in found.all.items()}
    # Who tells nothing by name has no row of its own.
    keyed = {(date.fromisoformat(day), key): n for (day, key), n in found.keyed.items() if not key.startswith(UNSTATED)}
    undated = 0 if asked.first or asked.last else found.undated
    made = events.events(tools, events.Counted(by, whole, keyed, undated))
    if made is None:
        return None
    ways = tuple(
        Way(tools.f.say(f"charts.by.{way}"), asked.query(by=None if way == WAYS[0] else way) or "?", way == by)
        for way in WAYS
    )
    return Choice(made, ways, None if by == WAYS[0] else by)


def promised(desk: Desk, kept: Held, language: str, id_: str) -> list[Delivered]:
    """What an agreement promised by the period or in exchange, against what was counted, each counter for itself."""
    findings = tuple(one for one in ask.findings_on_terms(kept) if one.agreement == id_ and one.supports)
    made = ask.claims(kept, list(dict.fromkeys(claim for one in findings for claim in one.supports)))
    tools = look.page_of(desk, kept, replace(_with_reports(desk, kept, made), findings=findings), language)
    return deliveries(tools, tools.ix.agreements[id_])


@dataclass(frozen=True, slots=True)
class Bulletins:
    """The chart of some days, and how the days before and after them are asked for."""

    chart: Chart | None
    first: date | None
    last: date | None
    before: str | None
    after: str | None


def counted(desk: Desk, kept: Held, language: str, asked: Filter) -> tuple[Page, Bulletins]:
    """Bulletins of the days asked for, else of the last days of which there are any."""
    tools = look.page_of(desk, kept, _with_reports(desk, kept, desk.bulletins(kept)), language)
    found = bulletins.counts(tools)
    if not found:
        return tools, Bulletins(None, None, None, None, None)
    last = date.fromisoformat(asked.last) if asked.last else max(one.last for one in found)
    first = date.fromisoformat(asked.first) if asked.first else last - timedelta(days=MOST_BARS - 1)
    shown = [one for one in found if one.last >= first and one.first <= last]
    length = last - first
    before = any(one.last < first for one in found)
    after = any(one.first > last for one in found)
    one_day = timedelta(days=1)
    return tools, Bulletins(
        bulletins.bulletins(tools, shown),
        first,
        last,
        _stretch(first - one_day - length, first - one_day) if before else None,
        _stretch(last + one_day, last + one_day + length) if after else None,
    )


def _stretch(first: date, last: date) -> str:
    return Filter(first=first.isoformat(), last=last.isoformat()).query()


def _with_reports(desk: Desk, kept: Held, made: Sequence[Claim]) -> Record:
    """A record of claims, as people corrected them, and of their reports."""
    claims = resolve.corrected(made, desk.judgements(kept)).claims
    return desk.of(kept, ask.reports(kept, ids=sorted({claim.report for claim in claims})), claims)
