"""serve: what the live map asks for: its ground, and the incidents of a filter, as data under the same addresses."""

from __future__ import annotations

from fastapi import APIRouter, Request
from fastapi.responses import Response

from trucewatch.serve import live, look
from trucewatch.serve.desk import Desk
from trucewatch.serve.filter import read_filter
from trucewatch.serve.finished import remembered
from trucewatch.store.ask import Where

router = APIRouter(include_in_schema=False)
JSON = "application/json"
SOME = 500
"""Incidents by which the ground is chosen where no text has geometry."""


@router.get("/{language}/map/ground.json")
@remembered
def ground(request: Request, language: str) -> Response:
    """Land, borders, roads and towns under the map, and the zones and lines of the agreements."""
    desk: Desk = request.app.state.desk
    look.in_language(language)
    kept = look.kept(request)

    def made() -> bytes:
        some = live.points(desk.overview(kept), Where(kind="event"), SOME)
        return live.packed(live.ground(look.page_of(desk, kept, desk.of(kept), language), desk.texts(kept), some))

    return Response(desk.once(("ground", language), kept, made), media_type=JSON)


@router.get("/{language}/map/incidents.json")
@remembered
def incidents(request: Request, language: str) -> Response:
    """The incidents of a filter, a few columns of each; one day or stretch of days is chosen by the map itself."""
    desk: Desk = request.app.state.desk
    look.in_language(language)
    asked, kept = read_filter(request.query_params.multi_items()), look.kept(request)
    where = asked.but(kind=asked.kind or "event", first=None, last=None).where()
    told = live.incidents(look.page_of(desk, kept, desk.of(kept), language), desk.overview(kept), where)
    return Response(live.packed(told), media_type=JSON)
