"""serve: the list of incidents under a filter, and one incident with all its accounts."""

from __future__ import annotations

from fastapi import APIRouter, HTTPException, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from trucewatch import store
from trucewatch.model import Incident
from trucewatch.publish.charts.figures import figures
from trucewatch.publish.views import findings
from trucewatch.publish.views.incidents import entry, row, title
from trucewatch.publish.views.ledger import rows as ledger_rows
from trucewatch.serve import charts, look
from trucewatch.serve.choose import choosers
from trucewatch.serve.clocks import in_utc
from trucewatch.serve.desk import Desk
from trucewatch.serve.filter import Filter, read_filter
from trucewatch.serve.finished import remembered
from trucewatch.store import ask
from trucewatch.store.held import Held

router = APIRouter(include_in_schema=False)


@router.get("/{language}/incidents")
@remembered
def listed(request: Request, language: str) -> HTMLResponse:
    """Incidents by time, a page at a time."""
    desk: Desk = request.app.state.desk
    look.in_language(language)
    asked, kept = read_filter(request.query_params.multi_items()), look.kept(request)
    by = charts.by_of(request.query_params.multi_items())
    found = desk.page(kept, asked.where(), after=request.query_params.get("after"), lines=True)
    tools = look.page_of(desk, kept, desk.listed(kept, found.items, lines=True), language)
    return look.shown(
        request,
        "incidents.html",
        tools,
        here="incidents",
        filter=asked,
        choosers=choosers(tools, desk, kept, asked),
        count=desk.count(kept, asked.where()),
        entries=[(one.id, row(tools, one)) for one in found.items],
        chart=charts.per_day(tools, desk, kept, asked, by),
        further=asked.query(by=request.query_params.get("by"), after=found.after) if found.after else None,
    )


@router.get("/{language}/incidents/{id_}")
@remembered
def one(request: Request, language: str, id_: str) -> HTMLResponse:
    """One incident: accounts side by side, figures, lineage, what the accounts part on, findings, decisions."""
    desk: Desk = request.app.state.desk
    look.in_language(language)
    kept = look.kept(request)
    incident = standing(kept, id_)
    record = desk.record(kept, [incident], origins=True)
    tools = look.page_of(desk, kept, record, language)
    held = tools.ix.findings_of.get(id_, [])
    decided = [act for act in store.acts(kept) if _touches(act, set(incident.claims))]
    return look.shown(
        request,
        "incident.html",
        tools,
        here="incidents",
        incident=incident,
        heading=title(tools, incident),
        utc=in_utc(tools, incident.time),
        e=entry(tools, incident, is_open=True),
        claims=tools.ix.claims_of(incident),
        ledger=ledger_rows(tools),
        figures=figures(tools, incident),
        cards=[findings.card(tools, one) for one in held if one.label != "outside"],
        outside=[findings.card(tools, one) for one in held if one.label == "outside"],
        decided=decided,
        back=Filter(type=incident.type.partition(".")[0]).query(),
    )


def standing(kept: Held, id_: str) -> Incident:
    """The incident of an id, else 404."""
    incident = ask.incident(kept, id_)
    if incident is None:
        raise HTTPException(
            404, "No incident of this id stands. It may have been merged or split; look for it in the list."
        )
    return incident


@router.get("/{language}/claims/{id_}")
def claim(request: Request, language: str, id_: str) -> Response:
    """To the incident that a claim is about, or to its report."""
    look.in_language(language)
    kept = look.kept(request)
    homes, known = ask.incidents_of(kept, id_), ask.claims(kept, [id_])
    if homes:
        return RedirectResponse(f"/{language}/incidents/{homes[0].id}#c-{id_}", 303)
    if known:
        return RedirectResponse(f"/{language}/reports/{known[0].report}#c-{id_}", 303)
    raise HTTPException(404, "No claim of this id is held.")


def _touches(act: store.Act, claims: set[str]) -> bool:
    return any(claims & set(one.claims) for one in act.judgements)
