"""serve: where more than a button is needed to decide: which other incident is the same, what a claim should say."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from fastapi import APIRouter, HTTPException, Request
from fastapi.responses import HTMLResponse

from trucewatch import resolve
from trucewatch.model import Claim, Incident
from trucewatch.publish.format import Text
from trucewatch.publish.instants import moment
from trucewatch.publish.page import Page
from trucewatch.publish.views.claims import account
from trucewatch.publish.views.incidents import row, title
from trucewatch.serve import look
from trucewatch.serve.desk import Desk
from trucewatch.serve.filter import Filter
from trucewatch.serve.finished import remembered
from trucewatch.serve.pages.incidents import standing
from trucewatch.store import ask
from trucewatch.store.held import Held

router = APIRouter(include_in_schema=False)
NEAR = timedelta(days=3)
"""How far in time other incidents of the same family may lie that are offered to be merged."""
OFFERED = 40


@dataclass(frozen=True, slots=True)
class Field:
    """A value of a claim that a person may correct: `options` are those to choose from, by code and words."""

    path: str
    label: Text
    value: str
    options: Sequence[tuple[str, str]] = ()
    note: Text = ""


@router.get("/{language}/incidents/{id_}/merge")
@remembered
def merge(request: Request, language: str, id_: str) -> HTMLResponse:
    """Incidents near in time of which one may be the same as this."""
    desk: Desk = request.app.state.desk
    look.in_language(language)
    kept = look.kept(request)
    incident = standing(kept, id_)
    others = [one for one in desk.page(kept, _near(incident).where(), size=OFFERED).items if one.id != id_]
    tools = look.page_of(desk, kept, desk.listed(kept, [incident, *others]), language)
    return look.shown(
        request, "merge.html", tools, here="incidents", incident=incident, heading=title(tools, incident),
        e=row(tools, incident), entries=[(one.id, row(tools, one)) for one in others],
    )  # fmt: skip


def _near(incident: Incident) -> Filter:
    """What happened about the same time, as far as it is known, and is of the same family."""
    asked = Filter(kind=incident.kind, type=incident.type.partition(".")[0])
    days = [moment(side) for side in ((incident.time.start, incident.time.end) if incident.time else ())]
    known = [when.day for when in days if when is not None]
    if not known or not (date.min + NEAR < min(known) and max(known) < date.max - NEAR):
        return asked
    return asked.but(first=(min(known) - NEAR).isoformat(), last=(max(known) + NEAR).isoformat())


@router.get("/{language}/claims/{id_}/correct")
@remembered
def correct(request: Request, language: str, id_: str) -> HTMLResponse:
    """A claim with each value that a person may put another in the place of."""
    desk: Desk = request.app.state.desk
    look.in_language(language)
    kept = look.kept(request)
    found = resolve.corrected(ask.claims(kept, [id_]), desk.judgements(kept)).claims
    if not found:
        raise HTTPException(404, "No claim of this id is held.")
    (claim,) = found
    tools = look.page_of(desk, kept, desk.of(kept, ask.reports(kept, ids=[claim.report]), found), language)
    return look.shown(
        request, "correct.html", tools, here="incidents", claim=claim, a=account(tools, claim),
        fields=list(_fields(tools, desk, kept, claim)),
    )  # fmt: skip


def _fields(tools: Page, desk: Desk, kept: Held, claim: Claim) -> Iterator[Field]:
    say = tools.f.say
    yield Field("type", say("web.field.type"), claim.type, _types(tools))
    yield Field("modality", say("web.field.modality"), claim.modality, _coded(tools, "modality"))
    polarity = [("+", tools.words.text("web.field.told")), ("-", tools.words.text("web.field.denied"))]
    yield Field("polarity", say("web.field.polarity"), claim.polarity, polarity)
    time, place = claim.time, claim.place
    iso = say("web.field.iso", day=tools.f.v("2020-03-06"), hour=tools.f.v("2020-03-06T14:30"))
    yield Field("time.start", say("web.field.start"), (time.start or "") if time else "", note=iso)
    yield Field("time.end", say("web.field.end"), (time.end or "") if time else "", note=iso)
    yield Field("place.name", say("web.field.place"), (place.name or place.text) if place else "")
    for name in ("lat", "lon", "radius_km"):
        yield Field(f"place.{name}", say(f"web.field.{name}"), _number(getattr(place, name)) if place else "")
    known = [(id_, tools.plain_actor(id_, id_)) for id_, _ in desk.choices(kept).parties]
    for at, actor in enumerate(claim.actors):
        label = tools.f.join([tools.word("roles", actor.role), tools.foreign(actor.text)], " ")
        yield Field(f"actors.{at}.id", label, actor.id or "", _with(known, actor.id))
    for at, figure in enumerate(claim.figures):
        measure = tools.word("measure_names", figure.measure)
        for side in ("low", "high"):
            label = tools.f.join([measure, say(f"web.field.{side}")], ": ")
            yield Field(f"figures.{at}.{side}", label, _number(getattr(figure, side)))


def _types(tools: Page) -> list[tuple[str, str]]:
    """All types by their families."""
    table = tools.words.table
    names = [
        (code, f"{table['families'].get(code.partition('.')[0], '')} · {word}") for code, word in table["types"].items()
    ]
    return sorted(names, key=lambda one: one[1])


def _coded(tools: Page, group: str) -> list[tuple[str, str]]:
    return [(code, str(word)) for code, word in tools.words.table[group].items()]


def _with(known: list[tuple[str, str]], own: str | None) -> list[tuple[str, str]]:
    """The actors that incidents name, with the one that the claim has, and nobody that a list knows."""
    there = {id_ for id_, _ in known}
    return [("", "–"), *([] if own is None or own in there else [(own, own)]), *known]


def _number(value: float | None) -> str:
    return "" if value is None else f"{value:.10g}"
