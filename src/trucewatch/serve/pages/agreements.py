"""serve: the agreements of a store, and each with its terms and how they stand."""

from __future__ import annotations

from dataclasses import replace

from fastapi import APIRouter, HTTPException, Request
from fastapi.responses import HTMLResponse

from trucewatch.publish.draw.map import draw_map
from trucewatch.serve import charts, look
from trucewatch.serve.desk import Desk
from trucewatch.serve.finished import remembered
from trucewatch.serve.pages.glance import stacks, standing, term_links

router = APIRouter(include_in_schema=False)


@router.get("/{language}/agreements")
@remembered
def listed(request: Request, language: str) -> HTMLResponse:
    """The texts against which incidents are held."""
    desk: Desk = request.app.state.desk
    look.in_language(language)
    kept = look.kept(request)
    tools = look.page_of(desk, kept, desk.of(kept), language)
    return look.shown(request, "agreements.html", tools, here="agreements", agreements=tools.ix.ordered_agreements())


@router.get("/{language}/agreements/{id_}")
@remembered
def one(request: Request, language: str, id_: str) -> HTMLResponse:
    """One text, term by term."""
    desk: Desk = request.app.state.desk
    look.in_language(language)
    kept = look.kept(request)
    if id_ not in {agreement.id for agreement in desk.texts(kept).stack}:
        raise HTTPException(404, "The store holds no agreement of this name.")
    tools = look.page_of(desk, kept, desk.once("standing", kept, lambda: standing(desk, kept)), language)
    alone = replace(desk.of(kept), agreements=(tools.ix.agreements[id_],))
    chosen = next(stack for stack in stacks(desk, kept, tools) if stack.id == f"a-{id_}")
    return look.shown(
        request, "agreement.html", tools, here="agreements", agreement=tools.ix.agreements[id_], stack=chosen,
        links=term_links(desk, kept, language), delivered=charts.promised(desk, kept, language, id_),
        drawing=draw_map(look.page_of(desk, kept, alone, language)),
    )  # fmt: skip
