"""serve: the truce over time, over the land, and what could be seen: timeline, map and coverage."""

from __future__ import annotations

from dataclasses import replace

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from trucewatch import resolve
from trucewatch.model import Incident
from trucewatch.publish.draw.map import Map, draw_counted, draw_map
from trucewatch.publish.draw.timeline import draw_timeline
from trucewatch.publish.index import MILITARY
from trucewatch.publish.page import Page
from trucewatch.publish.views import coverage, lineage, voices
from trucewatch.publish.views.incidents import row
from trucewatch.serve import charts, look
from trucewatch.serve.choose import choosers
from trucewatch.serve.desk import Desk
from trucewatch.serve.filter import Filter, read_filter
from trucewatch.serve.finished import remembered
from trucewatch.store import Where, ask
from trucewatch.store.held import Held

router = APIRouter(include_in_schema=False)
DRAWN = 50
"""Incidents that a map names one by one; of more it tells how many are at each place."""
BESIDE = {"map": DRAWN, "timeline": 100}
"""Incidents that stand beside a drawing; the timeline draws these alone, and the page says when there are more."""
SAID = 60
"""Statements that the timeline takes."""
COVERED = 1000
"""Reports over which coverage is told, the latest."""


@router.get("/{language}/timeline")
@remembered
def timeline(request: Request, language: str) -> HTMLResponse:
    """What happened when, against the agreement's dates."""
    return _drawn(request, language, "timeline")


@router.get("/{language}/map")
@remembered
def map_(request: Request, language: str) -> HTMLResponse:
    """What happened where, as exactly as it is known; the list beside it has the same filter."""
    return _drawn(request, language, "map")


def _drawn(request: Request, language: str, what: str) -> HTMLResponse:
    desk: Desk = request.app.state.desk
    look.in_language(language)
    asked, kept = read_filter(request.query_params.multi_items()), look.kept(request)
    by = charts.by_of(request.query_params.multi_items())
    taken = asked.but(kind=asked.kind or "event")
    where = taken.where()
    found = desk.page(kept, where, after=request.query_params.get("after"), size=BESIDE[what], lines=True)
    said = _said(desk, kept, asked) if what == "timeline" else ()
    record = desk.listed(kept, (*found.items, *said), lines=True)
    if what == "timeline":
        record = replace(record, findings=(*record.findings, *ask.findings_on_terms(kept)))
    count = desk.count(kept, where)
    # Letters tie a drawing to the list beside it as long as all of it stands there; beyond, places have numbers.
    crowded = what == "map" and count > DRAWN
    tools = look.page_of(desk, kept, record, language, tags=not crowded)
    return look.shown(
        request, f"{what}.html", tools, here=what, filter=asked, choosers=choosers(tools, desk, kept, asked),
        taken=taken, count=count, drawn=len(found.items), crowded=crowded,
        drawing=_map(tools, desk, kept, where, crowded=crowded) if what == "map" else draw_timeline(tools, said=True),
        entries=[(one.id, row(tools, one)) for one in found.items],
        chart=charts.per_day(tools, desk, kept, asked, by) if what == "timeline" else None,
        further=asked.query(by=request.query_params.get("by"), after=found.after) if found.after else None,
    )  # fmt: skip


def _map(tools: Page, desk: Desk, kept: Held, where: Where, *, crowded: bool) -> Map | None:
    return draw_counted(tools, desk.overview(kept).gathered(where, MILITARY)) if crowded else draw_map(tools)


def _said(desk: Desk, kept: Held, asked: Filter) -> tuple[Incident, ...]:
    """What was said under the same filter, where it does not ask for one kind alone."""
    if asked.kind is not None:
        return ()
    return desk.page(kept, asked.but(kind="statement").where(), size=SAID, lines=True).items


@router.get("/{language}/coverage")
@remembered
def covered(request: Request, language: str) -> HTMLResponse:
    """What could be seen: reports by day, language, root and side; silence is shown as silence."""
    desk: Desk = request.app.state.desk
    look.in_language(language)
    kept = look.kept(request)
    reports = ask.newest_reports(kept, size=COVERED)[::-1]
    claims = ask.claims_of_all(kept, [report.id for report in reports])
    links = desk.once("lineage", kept, lambda: tuple(resolve.lineage(claims, reports)))
    tools = look.page_of(desk, kept, replace(desk.of(kept, reports, claims), lineage=links), language)
    return look.shown(
        request, "coverage.html", tools, here="coverage", strip=coverage.strip(tools), voices=voices.voices(tools),
        silent=voices.silent(tools), count=ask.how_many(kept, "reports"), taken=len(reports),
        lineage=lineage.forest(tools),
    )  # fmt: skip
