"""serve: what can be taken away under a filter. To add one: a function in a file of its own, a line in `FILES`."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from fastapi import APIRouter, HTTPException, Request
from fastapi.responses import Response, StreamingResponse

from trucewatch.serve import look
from trucewatch.serve.desk import Desk
from trucewatch.serve.exports import feed, lines, sheet, tables
from trucewatch.serve.exports.walk import Walk
from trucewatch.serve.filter import read_filter

router = APIRouter(include_in_schema=False)
Write = Callable[[Walk], Iterator[bytes]]
FILES: dict[str, tuple[str, Write]] = {
    "incidents.csv": ("text/csv; charset=utf-8", tables.csv),
    "incidents.hxl.csv": ("text/csv; charset=utf-8", tables.hxl),
    "incidents.xlsx": ("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", sheet.xlsx),
    "incidents.geojson": ("application/geo+json", lines.geojson),
    "incidents.jsonl": ("application/x-ndjson", lines.jsonl),
    "incidents.timemap.json": ("application/json", lines.timemap),
}


@router.get("/{language}/export/{name}")
def export(request: Request, language: str, name: str) -> Response:
    """The incidents of a filter as a file, row by row, however many there are."""
    desk: Desk = request.app.state.desk
    look.in_language(language)
    if name == "incidents.atom":
        return Response(
            feed.atom(desk, read_filter(request.query_params.multi_items()), str(request.url), language),
            media_type="application/atom+xml",
        )
    if name not in FILES:
        raise HTTPException(404, f"There is no such file. Choose among: {', '.join(FILES)}.")
    media, write = FILES[name]
    walk = Walk(desk, desk.kept(), read_filter(request.query_params.multi_items()), language)
    headers = {"content-disposition": f'attachment; filename="{name}"'}
    return StreamingResponse(write(walk), media_type=media, headers=headers)


__all__ = ["FILES", "router"]
