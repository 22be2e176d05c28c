"""resolve: who took it from whom: every report's link to its root, and those of claims that come from elsewhere."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from trucewatch.actors import ALSO, house_name
from trucewatch.languages.fold import match_key
from trucewatch.model import Claim, Lineage, Report
from trucewatch.resolve.clock import publication
from trucewatch.resolve.near_copies import copies
from trucewatch.resolve.quotations import shared_quotations
from trucewatch.resolve.translations import Pair, translations

NOT_STATED = "not stated"
Order = tuple[bool, str, str]


def lineage(claims: Sequence[Claim], reports: Iterable[Report]) -> tuple[Lineage, ...]:
    """All links, in the order of the reports' ids: that of the whole report, then those of single claims."""
    known = {report.id: report for report in sorted(reports, key=lambda r: r.id)}
    order = {id_: _order(report) for id_, report in known.items()}
    whole = _whole(known, order, claims)
    cited = _cited(known, claims)
    quoted = _quoted(known, order, claims, whole)
    found: list[Lineage] = []
    for id_ in known:
        found += [whole[id_], *cited.get(id_, ()), *quoted.get(id_, ())]
    return tuple(found)


def _order(report: Report) -> Order:
    """By which the origin of a text is told: what an agency signs, then what appeared first."""
    return not report.credit, publication(report.published), report.id


def _whole(known: Mapping[str, Report], order: Mapping[str, Order], claims: Sequence[Claim]) -> dict[str, Lineage]:
    """The link of each whole report. A text taken over has the root of its origin, unless it names an agency itself."""
    found = {id_: own_root(report) for id_, report in known.items()}
    taken = _copies(known, order)
    for link in _translated(known, order, translations(known, claims)):
        taken.setdefault(link.report, link)
    for id_ in sorted(taken, key=lambda i: order[i]):
        link = taken[id_]
        source = found[link.taken_from or id_]
        if not known[id_].credit or source.root == found[id_].root:
            found[id_] = _replaced(link, source.root)
    return found


def _replaced(link: Lineage, root: str) -> Lineage:
    return Lineage(link.report, link.basis, root, link.why, link.taken_from, (), link.share, link.span, link.quote)


def own_root(report: Report) -> Lineage:
    """The root that a report names itself, without regard to others."""
    if report.credit:
        name = ALSO.join(sorted({house_name(name) for name in report.credit}))
        return Lineage(report.id, "credit", name, "the report's agency credit")
    if report.source:
        return Lineage(report.id, "outlet", house_name(report.source), "the report's outlet")
    return Lineage(report.id, "unstated", f"{NOT_STATED}: {report.id}", "neither agency nor outlet is stated")


def _copies(known: Mapping[str, Report], order: Mapping[str, Order]) -> dict[str, Lineage]:
    found = {}
    for id_, copy in copies(known, order).items():
        why = (
            f"nearly the same text as {copy.taken_from}: {copy.share:.0%} of the runs of five words of the shorter one"
        )
        words, share = _words(known[id_], copy.span), round(copy.share, 3)
        found[id_] = Lineage(id_, "copy", "", why, copy.taken_from, (), share, copy.span, words)
    return found


def _translated(known: Mapping[str, Report], order: Mapping[str, Order], pairs: Iterable[Pair]) -> Iterator[Lineage]:
    for pair in sorted(pairs, key=lambda p: (-p.share, p.one, p.other)):
        first, later = sorted((pair.one, pair.other), key=lambda id_: _first_told(known[id_], order[id_]))
        why = f"tells what {first} tells in another language: {pair.shared} of {pair.of} statements in the same order"
        yield Lineage(later, "translation", "", why, first, (), round(pair.share, 3))


def _first_told(report: Report, order: Order) -> tuple[bool, Order]:
    return report.translated_from is not None, order


def _cited(known: Mapping[str, Report], claims: Iterable[Claim]) -> dict[str, list[Lineage]]:
    """Claims for which a report names another house, one link a house."""
    carried: dict[tuple[str, str], dict[str, str]] = defaultdict(dict)
    for claim in claims:
        report = known.get(claim.report)
        named = cited_house(claim, report)
        if report is not None and named is not None:
            carried[claim.report, named[0]][claim.id] = named[1]
    found: dict[str, list[Lineage]] = defaultdict(list)
    for (report_id, name), whys in sorted(carried.items()):
        why = "; ".join(dict.fromkeys(whys.values()))
        found[report_id].append(Lineage(report_id, "cites", name, why, claims=tuple(whys)))
    return found


def cited_house(claim: Claim, report: Report | None) -> tuple[str, str] | None:
    """The house that a claim is owed to, and why; None where it is the report's own."""
    own = own_houses(report)
    if claim.root and match_key(house_name(claim.root)) not in own:
        named = house_name(claim.root)
        who = next((link.who for link in claim.attribution if house_name(link.id or link.who) == named), None)
        return named, f"cites {who}" if who else "named with the claim"
    for link in claim.attribution:
        quoted = link.kind in ("agency", "outlet") or (link.kind == "monitor" and link.id is not None)
        if quoted and match_key(house_name(link.id or link.who)) not in own:
            return house_name(link.id or link.who), f"cites {link.who}"
    return None


def own_houses(report: Report | None) -> set[str]:
    """The houses that a report comes from, which it cannot cite."""
    if report is None:
        return set()
    return {match_key(house_name(name)) for name in (*report.credit, *((report.source,) if report.source else ()))}


def _quoted(
    known: Mapping[str, Report], order: Mapping[str, Order], claims: Sequence[Claim], whole: Mapping[str, Lineage]
) -> dict[str, list[Lineage]]:
    """Quotations that stand in an earlier report too, the longest of each pair; of copies nothing more is said."""
    best: dict[tuple[str, str], Lineage] = {}
    carried: dict[tuple[str, str], dict[str, None]] = defaultdict(dict)
    length: dict[tuple[str, str], int] = {}
    for shared in shared_quotations(known.values(), claims, lambda id_: order[id_][1:]):
        pair = (shared.report, shared.taken_from)
        if shared.taken_from == whole[shared.report].taken_from:
            continue
        carried[pair] |= dict.fromkeys(shared.claims)
        if shared.words > length.get(pair, 0):
            length[pair] = shared.words
            why = f"quotes {shared.words} words as {shared.taken_from} does"
            root, words = whole[shared.taken_from].root, _words(known[shared.report], shared.span)
            best[pair] = Lineage(shared.report, "quotation", root, why, shared.taken_from, (), None, shared.span, words)
    found: dict[str, list[Lineage]] = defaultdict(list)
    for pair, link in sorted(best.items()):
        ids = tuple(carried[pair])
        found[pair[0]].append(
            Lineage(link.report, link.basis, link.root, link.why, link.taken_from, ids, None, link.span, link.quote)
        )
    return found


def _words(report: Report, span: tuple[int, int] | None) -> str | None:
    return None if span is None else report.text[slice(*span)]
