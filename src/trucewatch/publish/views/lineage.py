"""publish: who took it from whom, drawn as trees: under each root its reports, under a report its copies."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from markupsafe import Markup

from trucewatch.actors import house_name, independent
from trucewatch.model import Claim, Incident, Lineage
from trucewatch.publish.draw.svg import shorten
from trucewatch.publish.format import Text
from trucewatch.publish.index import UNSTATED
from trucewatch.publish.page import Page, direction

SHOWN = 130
"""Letters of shared words that are shown."""


@dataclass(frozen=True, slots=True)
class Branch:
    """A report in a tree: where it stands and why it hangs there, the words that show it, and what hangs under it."""

    report: Text
    where: Text
    words: Text
    beside: tuple[Text, ...]
    under: tuple[Branch, ...]
    alone: bool = False
    """Whether only some of its claims hang here."""


@dataclass(frozen=True, slots=True)
class Tree:
    """A root and what comes from it."""

    name: Text
    count: Text
    branches: tuple[Branch, ...]
    stated: bool


@dataclass(frozen=True, slots=True)
class Forest:
    """All trees, those of several reports first; roots of one report that nothing hangs on stand in one line."""

    said: Text
    trees: tuple[Tree, ...]
    single: tuple[Text, ...]
    bare: tuple[Text, ...]


def forest(page: Page) -> Forest | None:
    """The lineage of the whole record; None where it holds none."""
    links = page.ix.record.lineage
    if not links:
        return None
    by_root: dict[str, list[Lineage]] = defaultdict(list)
    for link in links:
        if link.basis != "quotation":
            by_root[link.root].append(link)
    names = sorted(by_root, key=lambda root: (-len({link.report for link in by_root[root]}), root))
    told = [root for root in names if _tells(page, by_root[root])]
    rest = [root for root in names if root not in told]
    return Forest(
        said=_counts(page, {link.report for link in links}, names),
        trees=tuple(_tree(page, root, by_root[root]) for root in told),
        single=tuple(_single(page, by_root[root][0]) for root in rest if page.ix.stated(root)),
        bare=tuple(page.report_link(root.removeprefix(UNSTATED)) for root in rest if not page.ix.stated(root)),
    )


def _tells(page: Page, links: list[Lineage]) -> bool:
    """Whether a root has more to tell than that one report comes from it."""
    quotes = any(link.basis == "quotation" for link in page.ix.apart.get(links[0].report, []))
    return len(links) > 1 or quotes or links[0].basis == "cites" or _from_elsewhere(page, links[0])


def _from_elsewhere(page: Page, link: Lineage) -> bool:
    """Whether a report carries an agency that is not its own house."""
    report = page.ix.reports.get(link.report)
    return link.basis == "credit" and report is not None and house_name(report.source or "") != link.root


def of_incident(page: Page, incident: Incident) -> Forest | None:
    """The lineage behind one incident; None where it has one report, or the record holds none."""
    claims = [claim for claim in page.ix.claims_of(incident) if page.ix.link(claim) is not None]
    if len({claim.report for claim in claims}) < 2:
        return None
    by_root: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        link = page.ix.link(claim)
        by_root[link.root if link else ""].append(claim)
    trees = [
        _tree(page, root, _links(page, told), {claim.id for claim in told}) for root, told in sorted(by_root.items())
    ]
    return Forest(_counts(page, {claim.report for claim in claims}, by_root), tuple(trees), (), ())


def _links(page: Page, claims: Iterable[Claim]) -> list[Lineage]:
    found = {id(link): link for claim in claims if (link := page.ix.link(claim)) is not None}
    return list(found.values())


def _counts(page: Page, reports: Iterable[str], roots: Iterable[str]) -> Text:
    """`5 reports, 2 roots`."""
    told = [
        page.f.say("incident.reports", len(set(reports))),
        page.f.say("ledger.roots", independent(roots)),
    ]
    return page.f.join(told, ", ")


def _single(page: Page, link: Lineage) -> Text:
    return page.f.join([page.root(link.root), page.report_link(link.report)], " ")


def _tree(page: Page, root: str, links: list[Lineage], told: set[str] | None = None) -> Tree:
    """The reports of a root as branches; a copy hangs under what it copies where that is shown."""
    here = {link.report for link in links if link.whole}
    under: dict[str | None, list[Lineage]] = defaultdict(list)
    for link in sorted(links, key=lambda link: _published(page, link)):
        under[link.taken_from if link.taken_from in here and link.whole else None].append(link)
    return Tree(
        name=page.root(root),
        count=page.f.say("incident.reports", len({link.report for link in links})),
        branches=tuple(_branch(page, link, under, told) for link in under[None]),
        stated=page.ix.stated(root) is not None,
    )


def _published(page: Page, link: Lineage) -> tuple[str, str]:
    report = page.ix.reports.get(link.report)
    return (report.published if report and report.published else "9"), link.report


def _branch(page: Page, link: Lineage, under: dict[str | None, list[Lineage]], told: set[str] | None) -> Branch:
    report = page.ix.reports.get(link.report)
    where: list[Text] = [page.foreign(report.source)] if report and report.source else []
    if report and report.published:
        where.append(page.brief.published(report.published))
    beside = [one for one in page.ix.apart.get(link.report, []) if one.basis == "quotation" and link.whole]
    shown = [one for one in beside if told is None or told & set(one.claims)]
    return Branch(
        report=page.report_link(link.report),
        where=page.f.join([*where, _why(page, link, told)]),
        words=_words(page, link),
        beside=tuple(page.f.join([_why(page, one, told), _words(page, one)], " ") for one in shown),
        under=tuple(_branch(page, one, under, told) for one in (under.get(link.report, []) if link.whole else [])),
        alone=not link.whole,
    )


def _why(page: Page, link: Lineage, told: set[str] | None) -> Text:
    """Why a report hangs where it hangs, in the language of the page."""
    basis = page.f.say(f"lineage.{link.basis}")
    if link.basis == "cites":
        claims = len(link.claims) if told is None else len(set(link.claims) & told)
        return page.f.join([basis, page.f.say("lineage.carries", claims)], ", ")
    if link.taken_from is None:
        return basis
    share = page.f.v(f"{link.share:.0%}") if link.share is not None else ""
    source = page.report_link(link.taken_from)
    key = "lineage.from_share" if share else "lineage.from"
    return page.f.say(key, basis=basis, source=source, share=share)


def _words(page: Page, link: Lineage) -> Text:
    """The words that both have."""
    if not link.quote:
        return ""
    report = page.ix.reports.get(link.report)
    language = report.language if report else None
    shown = page.mask.html(shorten(" ".join(link.quote.split()), SHOWN))
    return Markup('<q lang="{}" dir="{}">{}</q>').format(language or "und", direction(language), shown)
