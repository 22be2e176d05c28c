"""serve: what waits for a person, and what people have decided."""

from __future__ import annotations

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from trucewatch import store
from trucewatch.publish.views.claims import account
from trucewatch.publish.views.findings import line
from trucewatch.publish.views.incidents import title
from trucewatch.serve import look
from trucewatch.serve.desk import Desk
from trucewatch.serve.finished import remembered
from trucewatch.store import ask
from trucewatch.store.queue import AMONG

router = APIRouter(include_in_schema=False)
SHOWN = 40


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
    found = tools.ix.findings_of
    return look.shown(
        request, "queue.html", tools, here="queue", pairs=shown, more=max(0, len(pairs) - len(shown)),
        violations=[(one, title(tools, one), [line(tools, f) for f in found.get(one.id, [])]) for one in incidents],
        total=waits.total, among=AMONG,
    )  # fmt: skip


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
