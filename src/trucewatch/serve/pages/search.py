"""serve: looking for words in the reports."""

from __future__ import annotations

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from trucewatch import store
from trucewatch.errors import SettingsError
from trucewatch.publish.format import Text
from trucewatch.publish.page import Page, direction
from trucewatch.serve import look
from trucewatch.serve.desk import Desk
from trucewatch.serve.finished import remembered
from trucewatch.store.search import Excerpt

router = APIRouter(include_in_schema=False)
LONGEST = 200


@router.get("/{language}/search")
@remembered
def search(request: Request, language: str, q: str = "") -> HTMLResponse:
    """Reports that hold all of the words, with the words around them."""
    desk: Desk = request.app.state.desk
    look.in_language(language)
    kept, asked, problem = look.kept(request), q.strip()[:LONGEST], ""
    try:
        found = store.search(kept, asked) if asked else ()
    except SettingsError as error:
        found, problem = (), str(error)
    tools = look.page_of(desk, kept, desk.of(kept, [one.report for one in found]), language)
    rows = [
        (tools.report_link(one.report.id), one.report, direction(one.report.language),
         [excerpt(tools, part) for part in one.excerpts], len(one.claims))
        for one in found
    ]  # fmt: skip
    return look.shown(request, "search.html", tools, here="search", q=asked, rows=rows, problem=problem)


def excerpt(tools: Page, part: Excerpt) -> Text:
    """Some of a text with what was found in it marked."""
    return tools.mask.html(part.text, list(part.found))
