"""serve: what stands behind the pages: versions and hashes, grades of sources, the keys, the files and addresses."""

from __future__ import annotations

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from trucewatch import __version__
from trucewatch.serve import look
from trucewatch.serve.desk import Desk
from trucewatch.serve.finished import remembered

router = APIRouter(include_in_schema=False)


@router.get("/{language}/about")
@remembered
def about(request: Request, language: str) -> HTMLResponse:
    """The program, the store's last changes, the hashes of what was used, and where else the same can be had."""
    desk: Desk = request.app.state.desk
    look.in_language(language)
    kept = look.kept(request)
    entries = desk.entries(kept)
    hashes: dict[str, str] = next((one.details["hashes"] for one in reversed(entries) if one.details.get("hashes")), {})
    tools = look.page_of(desk, kept, desk.of(kept), language)
    return look.shown(
        request, "about.html", tools, here="about", version=__version__, entries=entries[-30:][::-1],
        hashes=sorted(hashes.items()), as_of=kept.as_of,
    )  # fmt: skip


@router.get("/{language}/keys")
@remembered
def keys(request: Request, language: str) -> HTMLResponse:
    """What each key does."""
    desk: Desk = request.app.state.desk
    look.in_language(language)
    kept = look.kept(request)
    return look.shown(request, "keys.html", look.page_of(desk, kept, desk.of(kept), language), here="about")
