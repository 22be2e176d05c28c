"""serve: the sources: what each gave, on which side it stands, and how the store's own standard of proof grades it."""

from __future__ import annotations

from dataclasses import dataclass

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from trucewatch.actors import house, house_name
from trucewatch.assess import Profile
from trucewatch.publish.format import Text
from trucewatch.publish.page import Page
from trucewatch.serve import look
from trucewatch.serve.desk import Desk
from trucewatch.serve.finished import remembered
from trucewatch.store.sources import Source, sources

router = APIRouter(include_in_schema=False)
LETTERS, DIGITS = "ABCDEF", "123456"


@dataclass(frozen=True, slots=True)
class Row:
    """A source as it is shown. `grade` is the letter that the user gave to its house, else F."""

    name: Text
    kind: Text
    reports: int
    claims: int
    languages: Text
    first: Text
    last: Text
    grade: str
    graded: bool


@router.get("/{language}/sources")
@remembered
def listed(request: Request, language: str) -> HTMLResponse:
    """Every source with what it gave and its grade. The package grades nobody: grades are the user's own."""
    desk: Desk = request.app.state.desk
    look.in_language(language)
    kept = look.kept(request)
    profile = desk.texts(kept).profile
    tools = look.page_of(desk, kept, desk.of(kept), language)
    found = sources(kept)
    named = {house_name(one.name) for one in found if one.name}
    rest = sorted(name for name in profile.reliability if name not in named)
    return look.shown(
        request, "sources.html", tools, here="sources", rows=[_row(tools, one, profile) for one in found],
        rest=[(tools.foreign(name), profile.reliability[name]) for name in rest], profile=profile,
        letters=LETTERS, digits=DIGITS,
    )  # fmt: skip


def _row(tools: Page, one: Source, profile: Profile) -> Row:
    known = house(one.name) if one.name else None
    return Row(
        name=tools.foreign(one.name) if one.name else tools.f.say("coverage.source_none"),
        kind=tools.word("sides", known.kind if known else "none"),
        reports=one.reports,
        claims=one.claims,
        languages=tools.f.join([tools.word("languages", code or "unknown") for code in one.languages], ", "),
        first=tools.f.published(one.first),
        last=tools.f.published(one.last),
        grade=profile.grade(one.name) if one.name else "F",
        graded=bool(one.name) and house_name(one.name or "") in profile.reliability,
    )
