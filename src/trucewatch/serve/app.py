"""serve: the application: which pages there are, what guards them, and how errors are told."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from anyio import to_thread
from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import HTMLResponse, JSONResponse, RedirectResponse, Response
from starlette.exceptions import HTTPException as StarletteError

from trucewatch import __version__
from trucewatch.errors import SettingsError, StoreError, TrucewatchError
from trucewatch.serve import adding, api, assets, decide, exports, look
from trucewatch.serve.adding_jobs import STOPPED, Jobs
from trucewatch.serve.desk import Desk
from trucewatch.serve.limits import HEADERS, LARGEST, Guard
from trucewatch.serve.pages import ROUTERS

THREADS = 2
"""Answers that a process puts together at once; a long one leaves room for others."""
PROBLEM = "application/problem+json"


def application(over: Path | Desk, *, largest: int = LARGEST, jobs: Jobs | None = None) -> FastAPI:
    """The pages over the store in a folder, for readers on this machine. `largest` bounds a request, in bytes.

    Processes that serve together note in the same `jobs` what they add.
    """
    app = FastAPI(
        title="Trucewatch",
        version=__version__,
        docs_url=None,
        redoc_url=None,
        openapi_url="/api/openapi.json",
        lifespan=_few_at_once,
    )
    app.state.desk = over if isinstance(over, Desk) else Desk.at(over)
    app.state.jobs = jobs or Jobs.alone()
    for router in (api.router, assets.router, exports.router, decide.router, adding.router, *ROUTERS):
        app.include_router(router)
    _add_plain_routes(app)
    app.add_exception_handler(StarletteError, _told)
    app.add_exception_handler(RequestValidationError, _told)
    app.add_exception_handler(TrucewatchError, _told)
    app.add_exception_handler(Exception, _told)
    app.add_middleware(Guard, largest=largest, refusal=refusal)
    return app


@asynccontextmanager
async def _few_at_once(_: FastAPI) -> AsyncIterator[None]:
    """Few threads put pages together at a time: on one core more of them take turns, and all wait longer."""
    to_thread.current_default_thread_limiter().total_tokens = THREADS
    yield


def _add_plain_routes(app: FastAPI) -> None:
    @app.get("/", include_in_schema=False)
    def first(request: Request) -> Response:
        """To the pages in the first language of the reader's browser that there is."""
        language = look.chosen(request.url.path, request.headers.get("accept-language", ""))
        return RedirectResponse(f"/{language}/", 307, headers={"vary": "accept-language"})


def _status(error: Exception) -> int:
    if isinstance(error, StarletteError):
        return error.status_code
    if isinstance(error, (SettingsError, RequestValidationError)):
        return 422
    if isinstance(error, StoreError):
        return 503
    return 400 if isinstance(error, TrucewatchError) else 500


def _words(error: Exception, *, api: bool) -> str:
    if isinstance(error, StarletteError):
        return str(error.detail)
    if isinstance(error, RequestValidationError):
        told = "; ".join(f"{'.'.join(map(str, one['loc'][1:]))}: {one['msg']}" for one in error.errors()[:5])
        return f"The form is not understood ({told})." if not api else told
    return str(error) if isinstance(error, TrucewatchError) else STOPPED


async def _told(request: Request, error: Exception) -> Response:
    """An error as a page in the reader's language, or as a problem (RFC 9457) where a program asks."""
    words = _words(error, api=request.url.path.startswith("/api/"))
    return refusal(request.url.path, request.headers.get("accept-language", ""), _status(error), words)


def refusal(path: str, accepted: str, status: int, words: str) -> Response:
    """What is not done, and why, as whoever asked can read it; a fault is told outside of the guard, too."""
    if path.startswith("/api/"):
        told = {"type": "about:blank", "title": _TITLES.get(status, "Error"), "status": status, "detail": words}
        return JSONResponse(told, status, HEADERS, media_type=PROBLEM)
    language = look.chosen(path, accepted)
    headers = HEADERS | {"content-language": language, "vary": "accept-language", "cache-control": "no-store"}
    return HTMLResponse(look.plain_page(language, path, status, words), status, headers=headers)


_TITLES = {
    400: "Bad request",
    403: "Forbidden",
    404: "Not found",
    405: "Method not allowed",
    413: "Too large",
    421: "Not our address",
    422: "Not understood",
    500: "A fault of the program",
    503: "The store cannot be read",
}
