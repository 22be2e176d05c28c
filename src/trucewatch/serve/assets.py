"""serve: what pages load beside themselves: the style, our scripts, and the front-end packages where they are built."""

from __future__ import annotations

import functools
import hashlib
from importlib import resources
from importlib.resources.abc import Traversable

from fastapi import APIRouter, HTTPException, Request
from fastapi.responses import Response

router = APIRouter(include_in_schema=False)
KINDS = {"js": "text/javascript; charset=utf-8", "css": "text/css; charset=utf-8", "txt": "text/plain; charset=utf-8"}


def vendor() -> Traversable:
    """The folder of the front-end packages. `.ci/frontend` fills it; without it the pages do with plain links."""
    return resources.files("trucewatch.serve").joinpath("static", "vendor")


@functools.cache
def built() -> bool:
    """Whether the front-end packages are there."""
    return vendor().joinpath("LICENSES.txt").is_file()


@functools.cache
def style() -> str:
    """The one style sheet: the tokens and layout of the report, and what the pages add."""
    parts = [resources.files("trucewatch.publish").joinpath("style", name) for name in ("tokens.css", "report.css")]
    parts.append(resources.files("trucewatch.serve").joinpath("style", "pages.css"))
    return "\n".join(part.read_text(encoding="utf-8") for part in parts)


@router.get("/style.css")
def sheet(request: Request) -> Response:
    """The one style sheet."""
    return told(request, style().encode(), KINDS["css"])


@router.get("/script/{name}")
def script(request: Request, name: str) -> Response:
    """A script of our own. Every page works without it."""
    return _file(request, resources.files("trucewatch.serve").joinpath("script"), name)


@router.get("/vendor/{name}")
def package(request: Request, name: str) -> Response:
    """A file of a front-end package, as its makers publish it."""
    return _file(request, vendor(), name)


def told(request: Request, body: bytes, media: str) -> Response:
    """An answer that a browser may keep, and asks about each time."""
    tag = f'"{hashlib.sha256(body).hexdigest()[:32]}"'
    headers = {"etag": tag, "cache-control": "no-cache"}
    if tag in request.headers.get("if-none-match", ""):
        return Response(status_code=304, headers=headers)
    return Response(body, media_type=media, headers=headers)


def _file(request: Request, folder: Traversable, name: str) -> Response:
    kind = KINDS.get(name.rpartition(".")[2])
    # Only what the folder lists is looked up, so that no name leads elsewhere.
    if kind is None or not folder.is_dir() or name not in {item.name for item in folder.iterdir()}:
        raise HTTPException(404, "There is no file of this name.")
    return told(request, folder.joinpath(name).read_bytes(), kind)
