"""serve: adding reports in the browser: files, a pasted text, or an address that a person asks to be fetched."""

from __future__ import annotations

import re
import shutil
import tempfile
from pathlib import Path
from typing import Annotated

from fastapi import APIRouter, Form, HTTPException, Request, UploadFile
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from trucewatch import store
from trucewatch.errors import SettingsError
from trucewatch.publish.page import direction
from trucewatch.serve import look
from trucewatch.serve.adding_jobs import Jobs
from trucewatch.serve.desk import Desk
from trucewatch.serve.fetch import fetch
from trucewatch.store import ask

router = APIRouter(include_in_schema=False)
MOST_FILES = 500
LONGEST_TEXT = 2_000_000
LISTED = 50
"""New reports that are named one by one."""
_NUMBERED = re.compile(r"^\d{3}-")
_UNSAFE = re.compile(r"[^\w.-]+")


@router.get("/{language}/add")
def form(request: Request, language: str) -> HTMLResponse:
    """The form."""
    desk: Desk = request.app.state.desk
    look.in_language(language)
    kept = desk.kept()
    return look.shown(request, "add.html", look.page_of(desk, kept, desk.of(kept), language), here="add")


@router.post("/{language}/add")
def add(
    request: Request,
    language: str,
    token: Annotated[str, Form()],
    files: list[UploadFile] | None = None,
    text: Annotated[str, Form(max_length=LONGEST_TEXT)] = "",
    address: Annotated[str, Form(max_length=2000)] = "",
    who: Annotated[str, Form(max_length=200)] = "",
) -> Response:
    """Take what was sent into a folder of our own, and begin."""
    look.in_language(language)
    look.checked(request, token)
    desk: Desk = request.app.state.desk
    folder = Path(tempfile.mkdtemp(prefix="trucewatch-add-"))
    paths: list[str] = []
    try:
        paths = _received(folder, files or [], text, address)
    finally:
        if not paths:
            shutil.rmtree(folder, ignore_errors=True)
    if not paths:
        raise SettingsError("nothing was given. Choose files, paste a text, or name an address.")
    told = store.Adding(who=who.strip() or None)
    number = request.app.state.jobs.begin(lambda job: store.add(desk.store, paths, told, progress=job), folder)
    return RedirectResponse(f"/{language}/add/{number}", 303)


@router.get("/{language}/add/{number}")
def progress(request: Request, language: str, number: int) -> HTMLResponse:
    """How far an adding is; the page loads itself anew until it is over."""
    desk: Desk = request.app.state.desk
    look.in_language(language)
    jobs: Jobs = request.app.state.jobs
    job = jobs.told(number)
    if job is None:
        raise HTTPException(404, "Nothing is known of this adding. The store's log tells what was added.")
    kept = desk.kept()
    new = ask.reports(kept, ids=list(job.added.reports[:LISTED])) if job.added else ()
    tools = look.page_of(desk, kept, desk.of(kept, new), language)
    shown = look.shown(
        request, "added.html", tools, here="add", job=job, over=job.over, own_name=own_name,
        reports=[(one.id, tools.mask.html(one.title or ""), one.language, direction(one.language)) for one in new],
    )  # fmt: skip
    if not job.over:
        shown.headers["refresh"] = "1"
    return shown


def _received(folder: Path, files: list[UploadFile], text: str, address: str) -> list[str]:
    """The received files under names of our own, whatever they were called."""
    paths = []
    named = [one for one in files if one.filename]
    if len(named) > MOST_FILES:
        raise SettingsError(f"{len(named)} files are more than {MOST_FILES}. Add them in parts.")
    for number, one in enumerate(named):
        path = folder / f"{number:03d}-{safe_name(one.filename or '')}"
        with path.open("wb") as stream:
            shutil.copyfileobj(one.file, stream)
        paths.append(str(path))
    if text.strip():
        path = folder / "pasted.txt"
        path.write_text(text.replace("\r\n", "\n"), encoding="utf-8")
        paths.append(str(path))
    if address.strip():
        got = fetch(address.strip())
        path = folder / f"fetched.{'html' if got.html else 'txt'}"
        path.write_bytes(got.body)
        paths.append(str(path))
    return paths


def own_name(source: str) -> str:
    """What a person called a file that they gave, of the name under which it was received."""
    return _NUMBERED.sub("", source.rsplit("/", 1)[-1])


def safe_name(name: str) -> str:
    """The last part of a file's name with nothing in it that leads elsewhere; its ending says what it is and stays."""
    last = re.split(r"[\\/]", name)[-1]
    stem, dot, ending = last.rpartition(".")
    stem, ending = (stem, ending) if dot else (last, "txt")
    return f"{_UNSAFE.sub('_', stem).strip('._')[:60] or 'file'}.{_UNSAFE.sub('', ending)[:10] or 'txt'}"
