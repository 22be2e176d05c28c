"""serve: how a page is put together: the frame around it, its words, its links, its forms."""

from __future__ import annotations

import functools
import hmac
import re
from dataclasses import replace
from importlib import resources
from typing import Any
from urllib.parse import quote

import jinja2
import yaml
from fastapi import HTTPException, Request
from fastapi.responses import HTMLResponse
from markupsafe import Markup

from trucewatch.model import Record
from trucewatch.publish.draw.projection import Frame
from trucewatch.publish.format import Formatter
from trucewatch.publish.page import Page, bare, page
from trucewatch.publish.views.header import strictest
from trucewatch.publish.views.towns import towns
from trucewatch.publish.wording import LANGUAGES as PUBLISHED
from trucewatch.publish.wording import Words, load_words
from trucewatch.serve.assets import built
from trucewatch.serve.clocks import both
from trucewatch.serve.desk import Desk
from trucewatch.serve.filter import Filter
from trucewatch.serve.finished import TOKEN
from trucewatch.serve.finished import token as token_of
from trucewatch.store import brief as in_brief
from trucewatch.store.held import Held

WORLD = Frame(-180.0, -80.0, 180.0, 80.0, 1000.0)
NAV = (
    ("glance", ""),
    ("timeline", "timeline"),
    ("map", "map"),
    ("incidents", "incidents?kind=event"),
    ("ledger", "ledger"),
    ("reports", "reports"),
    ("coverage", "coverage"),
    ("agreements", "agreements"),
    ("sources", "sources"),
    ("queue", "queue"),
    ("search", "search"),
    ("add", "add"),
)
"""The pages of the navigation and their addresses below the language."""


@functools.cache
def languages() -> tuple[str, ...]:
    """The languages that the pages have words in, English first."""
    here = {path.name.removesuffix(".yaml") for path in resources.files("trucewatch.serve").joinpath("words").iterdir()}
    return tuple(sorted(here & set(PUBLISHED), key=lambda code: (code != "en", code)))


@functools.cache
def words_of(language: str) -> Words:
    """The words of the report with those of the pages beside them, under `web`."""
    told = load_words(language)
    text = resources.files("trucewatch.serve").joinpath("words", f"{language}.yaml").read_text(encoding="utf-8")
    return replace(told, table={**told.table, "web": yaml.load(text, Loader=yaml.BaseLoader)})  # noqa: S506


def page_of(desk: Desk, kept: Held, record: Record, language: str, *, tags: bool = False) -> Page:
    """The tools of a page over a part of the record: reports have the names they have in the whole store.

    `tags` gives incidents letters, which hold for this page alone: drawings name by them what stands in the list.
    """
    made = page(record, language, unmask=False)
    words = words_of(language)
    places = in_brief.positions(kept, [report.id for report in record.reports])
    labels = {report.id: f"R{places.get(report.id, 0) + 1}" for report in record.reports}
    ix = replace(made.ix, labels=labels, tags=made.ix.tags if tags else {})

    def to(kind: str, id_: str) -> str:
        safe = quote(id_, safe="")
        if kind == "c":
            home = ix.incident_of.get(id_)
            return f"/{language}/incidents/{quote(home, safe='')}#c-{safe}" if home else f"/{language}/claims/{safe}"
        if kind == "p":
            agreement, _, _ = id_.partition(".")
            return f"/{language}/agreements/{quote(agreement, safe='')}#p-{safe}"
        rooms = {"i": "incidents", "r": "reports", "a": "agreements"}
        return f"/{language}/{rooms[kind]}/{safe}" if kind in rooms else f"#{kind}-{safe}"

    f, plain, brief = _formatters(language)
    return replace(made, ix=ix, words=words, f=f, plain=plain, brief=brief, to=to)


@functools.cache
def _formatters(language: str) -> tuple[Formatter, Formatter, Formatter]:
    """Those of all pages in a language, so that what one has written the next need not write again."""
    words = words_of(language)
    return Formatter(words), Formatter(words, markup=False, short=True), Formatter(words, short=True)


def shown(request: Request, name: str, tools: Page, *, here: str, status: int = 200, **given: Any) -> HTMLResponse:
    """A page by its template; `here` is its place in the navigation."""
    language = tools.words.language
    base = f"/{language}"
    rest = request.url.path.removeprefix(base)
    query = f"?{request.url.query}" if request.url.query else ""
    told = {
        "page": tools,
        "f": tools.f,
        "say": tools.f.say,
        "base": base,
        "here": here,
        "nav": [(key, f"{base}/{path}" if path else f"{base}/") for key, path in NAV],
        "others": _others(language, rest + query),
        "token": TOKEN if _is_kept(request) else token(request),
        "marking": strictest(tools),
        "live": built(),
        "both": lambda text: both(tools, text),
        "filter": given.pop("filter", Filter()),
        "taken": given.pop("taken", None),
        **given,
    }
    return HTMLResponse(_environment().get_template(name).render(told), status_code=status)


def _others(language: str, rest: str) -> list[tuple[str, str, str]]:
    """The other languages by their own names, each with the address of the same page."""
    return [(code, load_words(code).text("name"), f"/{code}{rest}") for code in languages() if code != language]


def token(request: Request) -> str:
    """What a form of this reader must bring back: nobody can make it who cannot read our pages."""
    desk: Desk = request.app.state.desk
    return token_of(desk.secret, request.state.reader)


def kept(request: Request) -> Held:
    """The state of the store that a page tells of: one for the whole page."""
    found: Held = request.state.kept if _is_kept(request) else request.app.state.desk.kept()
    return found


def _is_kept(request: Request) -> bool:
    """Whether the page is put together for all its readers."""
    return hasattr(request.state, "kept")


def checked(request: Request, given: str) -> None:
    """Refuse a form that did not come from our own page."""
    if not hmac.compare_digest(given.encode(), token(request).encode()):
        raise HTTPException(403, "This form is not from a page of this program, or is old. Load the page again.")


def in_language(language: str) -> str:
    """A language that there is, else 404."""
    if language not in languages():
        raise HTTPException(404, "There is no page at this address.")
    return language


def prepare() -> None:
    """Read what every page needs, before the first reader asks."""
    for language in languages():
        _formatters(language)
        towns(WORLD, language)
    for name in _environment().list_templates(extensions=["html"]):
        _environment().get_template(name)


@functools.cache
def _environment() -> jinja2.Environment:
    made = jinja2.Environment(
        loader=jinja2.ChoiceLoader(
            [jinja2.PackageLoader("trucewatch.serve"), jinja2.PackageLoader("trucewatch.publish")]
        ),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters["marked"] = lambda text: Markup("<mark>{}</mark>").format(text)
    return made


def chosen(path: str, accepted: str) -> str:
    """The language of an address, else the first of the reader's browser that there is, else English."""
    asked = [path.split("/")[1] if path.count("/") else "", *_wanted(accepted)]
    return next((code for code in asked if code in languages()), "en")


def _wanted(accepted: str) -> list[str]:
    """The languages of a browser, those it likes best first."""
    ranked = []
    for at, part in enumerate(accepted.split(",")[:20]):
        code, _, rest = part.strip().partition(";")
        given = re.search(r"q=([01](?:\.\d{0,3})?)", rest)
        ranked.append((-float(given[1]) if given else -1.0, at, code.strip().lower().split("-")[0]))
    return [code for like, _, code in sorted(ranked) if like < 0]


def plain_page(language: str, path: str, status: int, told: str) -> str:
    """A page that tells an error, and needs no store; the same address in the other languages is a link away."""
    words, tools = words_of(language), _bare(language)
    base = f"/{language}"
    rest = path.removeprefix(base) if path.split("/")[1:2] == [language] else "/"
    return (
        _environment()
        .get_template("error.html")
        .render(
            words=words,
            say=tools.f.say,
            status=status,
            title=f"web.error.{status}" if str(status) in words.table["web"]["error"] else "web.error.title",
            message=tools.ours(told),
            base=base,
            nav=[(key, f"{base}/{to}") for key, to in NAV],
            others=_others(language, rest),
        )
    )


@functools.cache
def _bare(language: str) -> Page:
    """The tools of a page that shows nothing of a store."""
    f, plain, brief = _formatters(language)
    return replace(bare(language), words=words_of(language), f=f, plain=plain, brief=brief)
