"""serve: the truce at a glance: how each term stands, what is due, and what is new."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from trucewatch.model import Incident, Record
from trucewatch.model.finding import POTENTIAL
from trucewatch.publish.format import Text
from trucewatch.publish.index import anchor
from trucewatch.publish.page import Page
from trucewatch.publish.views import terms
from trucewatch.publish.views.chips import label_chip
from trucewatch.publish.views.incidents import row
from trucewatch.serve import look
from trucewatch.serve.clocks import both
from trucewatch.serve.desk import Desk
from trucewatch.serve.filter import Filter
from trucewatch.serve.finished import remembered
from trucewatch.store import ask
from trucewatch.store.held import Held
from trucewatch.store.log import Entry
from trucewatch.store.news import News

router = APIRouter(include_in_schema=False)
NEW = 5
"""New incidents that are shown; the sentence counts all."""
SHOWN = 8
"""Incidents with a potential violation that the card of a term leads to; the counts are of all."""
BACKED = 100
"""Findings for a term being kept whose claims a card may name."""


@dataclass(frozen=True, slots=True)
class Due:
    """A duty with its day."""

    chip: object
    term: Text
    why: Text


@router.get("/{language}/")
@remembered
def glance(request: Request, language: str) -> HTMLResponse:
    """The first page."""
    desk: Desk = request.app.state.desk
    kept = look.kept(request)
    look.in_language(language)
    new = desk.news(kept)
    record = desk.once("glance", kept, lambda: standing(desk, kept, new.latest))
    tools = look.page_of(desk, kept, record, language)
    return look.shown(
        request,
        "glance.html",
        tools,
        here="glance",
        stacks=stacks(desk, kept, tools),
        links=term_links(desk, kept, language),
        due=_due(tools),
        fresh=[row(tools, one) for one in new.latest[:NEW]],
        said_new=_said_new(tools, desk.entries(kept), new),
        totals=_totals(desk, kept),
        as_of=kept.as_of.get("valid"),
        changes=_changes(desk.entries(kept)),
        waiting=desk.waiting(kept).total + len(desk.waiting(kept).unsure),
    )


def standing(desk: Desk, kept: Held, beside: Sequence[Incident] = ()) -> Record:
    """The record that tells how each term stands: what is held against it and the claims for it, some more beside."""
    suspected = [
        one
        for term in sorted({(agreement, term) for agreement, term, label in desk.tally(kept) if label in POTENTIAL})
        for one in ask.held_against(kept, term, tuple(sorted(POTENTIAL)), most=SHOWN)
    ]
    whole, backing = ask.findings_on_terms(kept), ask.supporting(kept, most=BACKED)
    named = list(dict.fromkeys(id_ for f in (*whole, *backing) for id_ in f.supports))[:BACKED]
    homes = ask.homes(kept, named).values()
    record = desk.record(kept, list({one.id: one for one in (*suspected, *beside, *homes)}.values()))
    known = {one.id for one in (*record.findings, *whole)}
    more = (*whole, *(f for f in backing if f.id not in known))
    return replace(record, findings=(*record.findings, *more))


def stacks(desk: Desk, kept: Held, tools: Page) -> list[terms.Stack]:
    """How each term stands; potential violations are counted over all incidents, of which the record holds a few."""
    total: Counter[str] = Counter()
    for (agreement, term, label), n in desk.tally(kept).items():
        if label in POTENTIAL:
            total[anchor("p", f"{agreement}.{term}")] += n
    return [
        replace(stack, terms=tuple(_counted(tools, term, total[term.anchor]) for term in stack.terms))
        for stack in terms.stacks(tools)
    ]


def _counted(tools: Page, term: terms.Term, n: int) -> terms.Term:
    if not n or not term.chips or term.chips[0].icon != "i-potential":
        return term
    chip = replace(term.chips[0], text=tools.f.say("terms.potential_n", n))
    return replace(term, chips=(chip, *term.chips[1:]))


def term_links(desk: Desk, kept: Held, language: str) -> dict[str, list[tuple[str, int, str]]]:
    """For each term, the labels that incidents bear there, with how many and where they are listed."""
    found: dict[str, list[tuple[str, int, str]]] = {}
    for (agreement, term, label), n in sorted(desk.tally(kept).items()):
        asked = Filter(term=f"{agreement}.{term}", label=label)
        found.setdefault(f"p-{agreement}.{term}", []).append((label, n, f"/{language}/incidents{asked.query()}"))
    return found


def _said_new(tools: Page, entries: Sequence[Entry], new: News) -> Text:
    """What came in since the day before: how many reports, incidents, and incidents with more accounts."""
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
        ("reports", desk.how_many(kept, "reports"), "reports"),
        ("claims", desk.how_many(kept, "claims"), "reports"),
        ("events", kinds.get("event", 0), "incidents?kind=event"),
        ("statements", kinds.get("statement", 0), "incidents?kind=statement"),
        ("figures", kinds.get("figure", 0), "incidents?kind=figure"),
        ("disputed", desk.count(kept, Filter(disputed=True).where()), "ledger"),
    ]


def _changes(entries: Sequence[Entry]) -> list[tuple[int, str, str, str | None, int, int]]:
    """The last changes of the store: number, instant, what, by whom, reports and incidents."""
    told = []
    for one in entries[-6:][::-1]:
        given = one.details
        incidents = given.get("incidents_changed", given.get("incidents", 0))
        told.append((one.n, one.at, one.what, one.who, int(given.get("reports", 0)), int(incidents or 0)))
    return told
