"""serve: what waits for a person, and what people have decided."""

from __future__ import annotations

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from trucewatch import store
from trucewatch.model import Incident
from trucewatch.publish.format import Text
from trucewatch.publish.index import is_potential
from trucewatch.publish.page import Page
from trucewatch.publish.views.claims import Quote, account, quote
from trucewatch.publish.views.findings import Line, line
from trucewatch.publish.views.incidents import title
from trucewatch.serve import look
from trucewatch.serve.desk import Desk
from trucewatch.serve.finished import remembered
from trucewatch.store import ask
from trucewatch.store.queue import AMONG

router = APIRouter(include_in_schema=False)
SHOWN = 40
QUOTED = 2
"""Accounts of an incident whose words stand in the queue; its own page has all."""


@router.get("/{language}/queue")
@remembered
def queue(request: Request, language: str) -> HTMLResponse:
    """Potential violations nobody has looked at, and pairs of which nobody is sure."""
    desk: Desk = request.app.state.desk
    look.in_language(language)
    kept = look.kept(request)
    waits = desk.waiting(kept)
    pairs = [(one.claims[0], one.claims[-1], one.why, True) for one in waits.unsure]
    pairs += [(*one.pair, one.why, one.joined) for one in desk.doubts(kept)]
    homes = ask.homes(kept, [id_ for pair in pairs[:SHOWN] for id_ in pair[:2]])
    incidents = list(waits.latest)
    record = desk.record(kept, list({one.id: one for one in (*incidents, *homes.values())}.values()))
    tools = look.page_of(desk, kept, record, language)
    shown = [
        (account(tools, tools.ix.claims[a]), account(tools, tools.ix.claims[b]), a, b, tools.ours(why), joined)
        for a, b, why, joined in pairs[:SHOWN]
        if a in tools.ix.claims and b in tools.ix.claims
    ]
    return look.shown(
        request, "queue.html", tools, here="queue", pairs=shown, more=max(0, len(pairs) - len(shown)),
        violations=[_waiting(tools, one) for one in incidents],
        total=waits.total, among=AMONG,
    )  # fmt: skip


def _waiting(tools: Page, one: Incident) -> tuple[Incident, Text, list[Quote], int, list[Line], list[Line]]:
    """An incident with the words that it rests on, why it waits, and the findings that nobody need decide."""
    found = tools.ix.findings_of.get(one.id, [])
    claims = tools.ix.claims_of(one)
    reasons = [line(tools, f) for f in found if is_potential(f)]
    aside = [line(tools, f) for f in found if not is_potential(f)]
    return (
        one,
        title(tools, one),
        [quote(tools, c) for c in claims[:QUOTED]],
        max(0, len(claims) - QUOTED),
        reasons,
        aside,
    )


@router.get("/{language}/decisions")
@remembered
def decisions(request: Request, language: str) -> HTMLResponse:
    """Every decision, the latest first, with those that were undone."""
    desk: Desk = request.app.state.desk
    look.in_language(language)
    kept = look.kept(request)
    acts = store.acts(kept)[::-1]
    ids = [id_ for act in acts[:200] for one in act.judgements for id_ in one.claims]
    homes = {home.id: home for home in ask.homes(kept, list(dict.fromkeys(ids))).values()}
    tools = look.page_of(desk, kept, desk.record(kept, list(homes.values())), language)
    return look.shown(request, "decisions.html", tools, here="queue", acts=acts[:200], all=len(acts))
