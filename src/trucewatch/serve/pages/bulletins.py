"""serve: the bulletins of those who count violations, beside each other."""

from __future__ import annotations

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from trucewatch.errors import SettingsError
from trucewatch.serve import charts, look
from trucewatch.serve.desk import Desk
from trucewatch.serve.filter import Filter, read_filter
from trucewatch.serve.finished import remembered

router = APIRouter(include_in_schema=False)


@router.get("/{language}/bulletins")
@remembered
def bulletins(request: Request, language: str) -> HTMLResponse:
    """Counts of bulletins by day and counter; `from` and `to` choose the days."""
    desk: Desk = request.app.state.desk
    look.in_language(language)
    asked, kept = read_filter(request.query_params.multi_items()), look.kept(request)
    if asked.but(first=None, last=None) != Filter():
        raise SettingsError("bulletins are asked for by from and to alone.")
    tools, found = charts.counted(desk, kept, language, asked)
    return look.shown(request, "bulletins.html", tools, here="coverage", filter=asked, found=found)
