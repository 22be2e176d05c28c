"""serve: the ledger: on what the accounts part, and where they only seem to."""

from __future__ import annotations

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from trucewatch.publish.views.ledger import ledger as ledger_view
from trucewatch.serve import look
from trucewatch.serve.choose import choosers
from trucewatch.serve.desk import Desk
from trucewatch.serve.filter import read_filter
from trucewatch.serve.finished import remembered

router = APIRouter(include_in_schema=False)
SIZE = 40
"""Incidents whose points are shown on one page."""


@router.get("/{language}/ledger")
@remembered
def ledger(request: Request, language: str) -> HTMLResponse:
    """Points on which accounts part, by the time of their incidents. Without conditions, only where they truly do."""
    desk: Desk = request.app.state.desk
    look.in_language(language)
    asked, kept = read_filter(request.query_params.multi_items()), look.kept(request)
    taken = asked.but(disputed=True)
    found = desk.page(kept, taken.where(), after=request.query_params.get("after"), size=SIZE)
    tools = look.page_of(desk, kept, desk.listed(kept, found.items), language)
    return look.shown(
        request,
        "ledger.html",
        tools,
        here="ledger",
        filter=asked,
        choosers=choosers(tools, desk, kept, asked),
        taken=taken,
        count=desk.count(kept, taken.where()),
        ledger=ledger_view(tools),
        further=asked.query(after=found.after) if found.after else None,
    )
