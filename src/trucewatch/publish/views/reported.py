"""publish: what reports say that an agreement contains, each beside the text."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from trucewatch.model import Provision, ReportedTerm, TermPoint
from trucewatch.model.reported import Relation
from trucewatch.publish.format import Text
from trucewatch.publish.index import anchor
from trucewatch.publish.page import Chip, Page
from trucewatch.publish.views.claims import Quote, quote

_CHIPS: dict[Relation, tuple[str, str]] = {
    "agrees": ("is-support", "i-agree"),
    "differs": ("is-disagree", "i-disagree"),
    "absent": ("is-outside", "i-none"),
    "statement": ("is-apparent", "i-scope"),
    "open": ("is-unknown", "i-unknown"),
}
"""The tone and shape of each relation."""


@dataclass(frozen=True, slots=True)
class Row:
    """One claim on the content of a text."""

    chip: Chip
    what: Text
    term: Text
    said: Text
    points: tuple[Text, ...]
    quote: Quote


def rows(page: Page) -> list[Row]:
    """All of them, in the order of the claims."""
    return [_row(page, one) for one in page.ix.record.terms if one.claim in page.ix.claims]


def _row(page: Page, one: ReportedTerm) -> Row:
    claim = page.ix.claims[one.claim]
    css, icon = _CHIPS[one.relation]
    return Row(
        chip=Chip(css, icon, page.f.say(f"reported.relation.{one.relation}")),
        what=page.type_word(claim.type),
        term=_term(page, one),
        said=page.f.say(f"reported.said.{one.relation}"),
        points=tuple(_point(page, point) for point in one.points),
        quote=quote(page, claim),
    )


def _term(page: Page, one: ReportedTerm) -> Text:
    """The provision, with the text it stands in, leading to it; the text alone where it has none."""
    text = next((each for each in page.ix.record.agreements if each.id == one.agreement), None)
    if text is None:
        return page.f.v(one.agreement)
    named = {term.id: term for term in text.provisions}
    found = [_link(page, text.id, named[id_]) for id_ in (one.provision, *one.others) if id_ in named]
    title = page.ours(text.title)
    if not found:
        return page.link("a", text.id, title)
    return page.f.join([title, page.f.join(list(found), "; ")], ": ")


def _link(page: Page, agreement: str, term: Provision) -> Markup:
    article = page.f.say("terms.article", n=page.f.v(term.article)) if term.article else page.f.say("terms.no_article")
    words = page.f.join([article, page.ours(term.title)], ", ")
    return Markup('<a href="#{}">{}</a>').format(anchor("p", f"{agreement}.{term.id}"), words)


def _point(page: Page, point: TermPoint) -> Text:
    """What was told beside what the text has."""
    told, text = _told(page, point), [_stated(page, point, words) for words in point.text]
    if not text:
        return page.f.say("reported.silent", told=told)
    key = {"yes": "reported.fits", "no": "reported.differs", None: "reported.beside"}[point.fits]
    return page.f.say(key, told=told, text=page.f.join(list(dict.fromkeys(text)), ", "))


def _told(page: Page, point: TermPoint) -> Text:
    if point.measure is not None:
        return _amount(page, point, point.told)
    return page.f.join([page.f.say(f"reported.what.{point.what}"), page.foreign(point.told)], " ")


def _stated(page: Page, point: TermPoint, words: str) -> Text:
    shown = _amount(page, point, words) if point.measure is not None else page.ours(words)
    return page.f.say("reported.each_side", text=shown) if point.sides > 1 else shown


def _amount(page: Page, point: TermPoint, words: str) -> Text:
    template = page.words.measured("distance_km" if point.sides > 1 else str(point.measure), None)
    number = page.f.v(words)
    if template is None:
        return number
    return Markup("{}").format(template).format(n=number) if page.f.markup else template.format(n=number)
