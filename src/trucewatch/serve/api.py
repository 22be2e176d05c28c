"""serve: the API (OpenAPI 3.1), to read only: the same filters as the pages, a page at a time, problems as RFC 9457."""

from __future__ import annotations

import hashlib
import json
from dataclasses import replace
from typing import Annotated, Any, Literal

from fastapi import APIRouter, HTTPException, Path, Query, Request
from fastapi.responses import Response
from pydantic import BaseModel, ConfigDict, Field

from trucewatch.model.codec import to_row
from trucewatch.serve.desk import Desk
from trucewatch.serve.filter import read_filter
from trucewatch.store import ask, brief
from trucewatch.store.held import Held

router = APIRouter(prefix="/api/v1", tags=["read"])
MOST = 200
Id = Annotated[str, Path(max_length=200)]
Size = Annotated[int, Query(ge=1, le=MOST, description="How many rows a page holds.")]
MOST_REPORTS = 10_000_000
Skip = Annotated[int, Query(ge=0, le=MOST_REPORTS, description="How many reports are left out before.")]
Place = Annotated[int | None, Query(ge=0, le=MOST_REPORTS, description="`next` of the page before.")]
_DAY = r"^\d{4}-\d\d-\d\d$"
Code = Annotated[str | None, Query(max_length=160)]
PROBLEM: dict[int | str, dict[str, Any]] = {
    status: {"description": words, "content": {"application/problem+json": {}}}
    for status, words in ((404, "No such thing is held."), (422, "The question is not understood."))
}


class Asked(BaseModel):
    """A filter and a page of it."""

    model_config = ConfigDict(extra="forbid")

    first: str | None = Field(
        None, alias="from", pattern=_DAY, description="The first day, ISO 8601, on the clock of the place."
    )
    last: str | None = Field(None, alias="to", pattern=_DAY, description="The last day, itself included.")
    type: str | None = Field(None, max_length=160, description="A type, or a family of types.")
    place: str | None = Field(None, max_length=120, description="A gazetteer id: the place, or what holds it.")
    party: str | None = Field(None, max_length=120, description="An actor's id, or the side that it belongs to.")
    kind: str | None = Field(None, max_length=20)
    term: str | None = Field(None, max_length=160, description="`agreement.provision`")
    label: str | None = Field(None, max_length=40, description="The label of a finding.")
    disputed: Literal["1"] | None = Field(None, description="Only where accounts part.")
    after: str | None = Field(None, max_length=300, description="`next` of the page before.")
    size: int = Field(50, ge=1, le=MOST, description="How many rows a page holds.")


@router.get("/incidents", responses=PROBLEM)
def incidents(request: Request, asked: Annotated[Asked, Query()]) -> Response:
    """Incidents by time; those without a time last. All conditions must hold."""
    desk, kept = _desk(request)
    where = read_filter(request.query_params.multi_items()).where()
    found = desk.page(kept, where, after=asked.after, size=asked.size)
    return _answer(request, kept, {"items": [to_row(one) for one in found.items], "next": found.after})


@router.get("/incidents/{id_}", responses=PROBLEM)
def incident(request: Request, id_: Id) -> Response:
    """One incident with its claims, as people corrected them, its reports and findings."""
    desk, kept = _desk(request)
    one = ask.incident(kept, id_)
    if one is None:
        raise HTTPException(404, "No incident of this id stands.")
    record = desk.record(kept, [one])
    told = {"incident": to_row(one), "claims": [to_row(c) for c in record.claims]}
    told |= {"reports": [_without_text(r) for r in record.reports], "findings": [to_row(f) for f in record.findings]}
    return _answer(request, kept, told)


@router.get("/reports", responses=PROBLEM)
def reports(request: Request, after: Place = None, n: Skip = 0, size: Size = 50) -> Response:
    """Reports, the latest first, without their texts. What is added meanwhile moves nothing that was seen."""
    _, kept = _desk(request)
    found = ask.newest_reports(kept, skip=n, size=size, before=after)
    last = brief.positions(kept, [found[-1].id])[found[-1].id] if len(found) == size else 0
    following = last or None
    return _answer(request, kept, {"items": [_without_text(one) for one in found], "next": following})


@router.get("/reports/{id_}", responses=PROBLEM)
def report(request: Request, id_: Id) -> Response:
    """One report with its text and the claims found in it."""
    _, kept = _desk(request)
    found = ask.reports(kept, ids=[id_])
    if not found:
        raise HTTPException(404, "No report of this id is held.")
    claims = [to_row(one) for one in ask.claims_of(kept, id_)]
    return _answer(request, kept, {"report": to_row(found[0]), "claims": claims})


@router.get("/claims/{id_}", responses=PROBLEM)
def claim(request: Request, id_: Id) -> Response:
    """One claim as the report made it, and the incidents that it is about."""
    _, kept = _desk(request)
    found = ask.claims(kept, [id_])
    if not found:
        raise HTTPException(404, "No claim of this id is held.")
    homes = [one.id for one in ask.incidents_of(kept, id_)]
    return _answer(request, kept, {"claim": to_row(found[0]), "incidents": homes})


@router.get("/findings", responses=PROBLEM)
def findings(request: Request, incident: Code = None) -> Response:
    """The findings on terms as a whole, or those on one incident."""
    _, kept = _desk(request)
    found = ask.findings_on(kept, [incident]) if incident else ask.findings_on_terms(kept)
    return _answer(request, kept, {"items": [to_row(one) for one in found]})


@router.get("/agreements", responses=PROBLEM)
def agreements(request: Request) -> Response:
    """The agreements that the store watches over, with their terms."""
    desk, kept = _desk(request)
    return _answer(request, kept, {"items": [to_row(replace(one, words={})) for one in desk.texts(kept).stack]})


@router.get("/status", responses=PROBLEM)
def status(request: Request) -> Response:
    """How much is held, and after which change."""
    kept = _desk(request)[1]
    counts = {what: ask.how_many(kept, what) for what in ("reports", "claims", "incidents")}
    return _answer(request, kept, {"n": kept.n, "as_of": kept.as_of, **counts})


def _desk(request: Request) -> tuple[Desk, Held]:
    desk: Desk = request.app.state.desk
    return desk, desk.kept()


def _without_text(one: Any) -> dict[str, Any]:
    row: dict[str, Any] = to_row(one)
    row.pop("text", None)
    return row


def _answer(request: Request, kept: Held, told: dict[str, Any]) -> Response:
    """The answer with its tag; 304 where the asker has it already."""
    body = json.dumps({"change": kept.n, **told}, ensure_ascii=False).encode("utf-8", "replace")
    tag = f'"{hashlib.sha256(body).hexdigest()[:32]}"'
    headers = {"etag": tag, "cache-control": "no-cache"}
    if tag in [one.strip() for one in request.headers.get("if-none-match", "").split(",")]:
        return Response(status_code=304, headers=headers)
    return Response(body, media_type="application/json", headers=headers)
