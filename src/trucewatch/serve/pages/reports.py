"""serve: the reports, one report with its claims marked in its own words, and how it was read."""

from __future__ import annotations

import base64
import hashlib
from dataclasses import dataclass, replace
from itertools import pairwise
from urllib.parse import quote

from fastapi import APIRouter, HTTPException, Request
from fastapi.responses import HTMLResponse
from markupsafe import Markup

from trucewatch import explain, resolve
from trucewatch.model import Claim, Report
from trucewatch.publish.page import Page, direction
from trucewatch.publish.views.claims import account
from trucewatch.publish.views.coverage import report_rows
from trucewatch.serve import look
from trucewatch.serve.adding import own_name
from trucewatch.serve.desk import Desk
from trucewatch.serve.finished import remembered
from trucewatch.store import ask
from trucewatch.store.held import Held

router = APIRouter(include_in_schema=False)
SIZE = 50
EXPLAINED = "default-src 'none'; style-src 'sha256-{}'; img-src data:; base-uri 'none'; frame-ancestors 'none'"
"""The page of steps brings its own style, which alone is let through, by its hash, and no program."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a report: plain, furniture, or words of claims."""

    text: Markup
    css: str
    claims: tuple[str, ...]


@router.get("/{language}/reports")
@remembered
def listed(request: Request, language: str, n: int = 0) -> HTMLResponse:
    """The reports in the order in which they came, the latest first; `n` is how many are left out before."""
    desk: Desk = request.app.state.desk
    look.in_language(language)
    kept = look.kept(request)
    found = ask.newest_reports(kept, skip=max(0, min(n, 10_000_000)), size=SIZE)
    claims = ask.claims_of_all(kept, [report.id for report in found])
    tools = look.page_of(desk, kept, desk.of(kept, found, claims), language)
    count = desk.how_many(kept, "reports")
    further = f"?n={n + SIZE}" if n + SIZE < count else None
    return look.shown(
        request, "reports.html", tools, here="reports", count=count, further=further,
        rows=list(zip([report.id for report in found], report_rows(tools), strict=True)),
        rejected=desk.rejected(kept), own_name=own_name,
    )  # fmt: skip


@router.get("/{language}/reports/{id_}")
@remembered
def one(request: Request, language: str, id_: str) -> HTMLResponse:
    """One report: its text as it was received, what of it is furniture, and the claims found in it."""
    desk: Desk = request.app.state.desk
    look.in_language(language)
    kept = look.kept(request)
    report = _held(look.kept(request), id_)
    claims = resolve.corrected(ask.claims_of(kept, id_), desk.judgements(kept)).claims
    homes = ask.homes(kept, [claim.id for claim in claims]).values()
    record = replace(desk.of(kept, [report], claims), incidents=tuple({one.id: one for one in homes}.values()))
    tools = look.page_of(desk, kept, record, language)
    return look.shown(
        request, "report.html", tools, here="reports", report=report, direction=direction(report.language),
        row=report_rows(tools)[0], pieces=pieces(tools, report, claims),
        accounts=[(claim, account(tools, claim)) for claim in claims],
    )  # fmt: skip


@router.get("/{language}/reports/{id_}/explain")
@remembered
def explained(request: Request, language: str, id_: str, claim: str | None = None) -> HTMLResponse:
    """How a report was read, step by step, or the sentence of one claim alone."""
    desk: Desk = request.app.state.desk
    look.in_language(language)
    trace = explain.trace(_held(look.kept(request), id_), desk.knowledge(look.kept(request)))
    part = explain.narrow(trace, claim=claim) if claim else trace
    told = explain.html(
        [part if part.sentences else trace], language, back=f"/{language}/reports/{quote(id_, safe='')}"
    )
    style = told.partition("<style>")[2].partition("</style>")[0]
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    return HTMLResponse(told, headers={"content-security-policy": EXPLAINED.format(digest)})


def pieces(tools: Page, report: Report, claims: tuple[Claim, ...] | list[Claim]) -> list[Piece]:
    """The text cut where furniture or words of claims begin and end; each piece names the claims that it belongs to."""
    spans = [(span, claim.id) for claim in claims for span in claim.spans[:1]]
    edges = {0, len(report.text), *(edge for span in report.furniture for edge in span)}
    edges |= {edge for span, _ in spans for edge in span}
    cuts = sorted(edge for edge in edges if 0 <= edge <= len(report.text))
    found = []
    for start, end in pairwise(cuts):
        inside = tuple(id_ for (a, b), id_ in spans if a <= start and end <= b)
        quiet = any(a <= start and end <= b for a, b in report.furniture)
        css = "claimed" if inside else "quiet" if quiet else ""
        found.append(Piece(tools.mask.html(report.text[start:end]), css, inside))
    return found


def _held(kept: Held, id_: str) -> Report:
    found = ask.reports(kept, ids=[id_])
    if not found:
        raise HTTPException(404, "No report of this id is held.")
    return found[0]
