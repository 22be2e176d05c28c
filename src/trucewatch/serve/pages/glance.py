"""serve: the truce at a glance: how each term stands, what is due, and what is new."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from trucewatch.model import Incident, Record
from trucewatch.model.finding import POTENTIAL
from trucewatch.publish.format import Text
from trucewatch.publish.page import Page
from trucewatch.publish.views import terms
from trucewatch.publish.views.chips import label_chip
from trucewatch.publish.views.incidents import entry
from trucewatch.serve import look
from trucewatch.serve.clocks import both
from trucewatch.serve.desk import Desk
from trucewatch.serve.filter import Filter
from trucewatch.store import ask
from trucewatch.store.held import Held
from trucewatch.store.news import News

router = APIRouter(include_in_schema=False)
SHOWN = 400
"""Incidents with a potential violation that a card may lead to; the counts are of all."""


@dataclass(frozen=True, slots=True)
class Due:
    """A duty with its day."""

    chip: object
    term: Text
    why: Text


@router.get("/{language}/")
def glance(request: Request, language: str) -> HTMLResponse:
    """The first page."""
    desk: Desk = request.app.state.desk
    kept = desk.kept()
    look.in_language(language)
    new = desk.news(kept)
    record = standing(desk, kept, new.latest)
    tools = look.page_of(desk, kept, record, language)
    return look.shown(
        request,
        "glance.html",
        tools,
        here="glance",
        stacks=terms.stacks(tools),
        links=term_links(desk, kept, language),
        due=_due(tools),
        fresh=[entry(tools, one) for one in new.latest],
        said_new=_said_new(tools, desk, new),
        totals=_totals(desk, kept),
        changes=_changes(desk),
        waiting=len(desk.queue(kept).violations) + len(desk.queue(kept).unsure),
    )


def standing(desk: Desk, kept: Held, beside: Sequence[Incident] = ()) -> Record:
    """The record that tells how each term stands: what is held against it and the claims for it, some more beside."""
    suspected = ask.incident_page(kept, ask.Where(labels=tuple(sorted(POTENTIAL))), size=SHOWN).items
    whole, backing = ask.findings_on_terms(kept), ask.supporting(kept)
    named = list(dict.fromkeys(id_ for f in (*whole, *backing) for id_ in f.supports))[:SHOWN]
    homes = [home for id_ in named for home in ask.incidents_of(kept, id_)]
    record = desk.record(kept, list({one.id: one for one in (*suspected, *beside, *homes)}.values()))
    known = {one.id for one in (*record.findings, *whole)}
    more = (*whole, *(f for f in backing if f.id not in known))
    return replace(record, findings=(*record.findings, *more))


def term_links(desk: Desk, kept: Held, language: str) -> dict[str, list[tuple[str, int, str]]]:
    """For each term, the labels that incidents bear there, with how many and where they are listed."""
    found: dict[str, list[tuple[str, int, str]]] = {}
    for (agreement, term, label), n in sorted(desk.tally(kept).items()):
        asked = Filter(term=f"{agreement}.{term}", label=label)
        found.setdefault(f"p-{agreement}.{term}", []).append((label, n, f"/{language}/incidents{asked.query()}"))
    return found


def _said_new(tools: Page, desk: Desk, new: News) -> Text:
    """What came in since the day before: how many reports, incidents, and incidents with more accounts."""
    entries = desk.store.entries()
    since = next((entry.at for entry in entries if entry.n == new.since), entries[0].at)
    said = [tools.f.say(f"web.new.{key}", getattr(new, key)) for key in ("reports", "incidents", "changed")]
    return tools.f.say("web.new.since", when=both(tools, since), what=tools.f.join(said, ", "))


def _due(tools: Page) -> list[Due]:
    """Duties that wait for their day, or are past it."""
    found = []
    for finding in tools.ix.record.findings:
        if finding.kind == "obligation" and finding.label in ("pending", "due", "overdue"):
            provision = tools.ix.provisions[finding.agreement, finding.provision]
            term = tools.link("p", f"{finding.agreement}.{finding.provision}", tools.ours(provision.title))
            found.append(Due(label_chip(tools, finding), term, tools.ours(finding.why[0]) if finding.why else ""))
    return found


def _totals(desk: Desk, kept: Held) -> list[tuple[str, int, str]]:
    kinds = dict(desk.choices(kept).kinds)
    return [
        ("reports", ask.how_many(kept, "reports"), "reports"),
        ("claims", ask.how_many(kept, "claims"), "reports"),
        ("events", kinds.get("event", 0), "incidents?kind=event"),
        ("statements", kinds.get("statement", 0), "incidents?kind=statement"),
        ("figures", kinds.get("figure", 0), "incidents?kind=figure"),
        ("disputed", ask.count(kept, Filter(disputed=True).where()), "ledger"),
    ]


def _changes(desk: Desk) -> list[tuple[int, str, str, str | None, int, int]]:
    """The last changes of the store: number, instant, what, by whom, reports and incidents."""
    told = []
    for one in desk.store.entries()[-6:][::-1]:
        given = one.details
        incidents = given.get("incidents_changed", given.get("incidents", 0))
        told.append((one.n, one.at, one.what, one.who, int(given.get("reports", 0)), int(incidents or 0)))
    return told
