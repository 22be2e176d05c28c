"""resolve: words that two reports quote alike. Whoever said them said them once, however many houses print them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from trucewatch.languages.fold import fold
from trucewatch.languages.words import WORD
from trucewatch.model import Claim, Report, Span
from trucewatch.resolve.texts import Words, stretched

LEAST = 8
"""Words from which on two quotations that agree are one: fewer may be anybody's."""
COMMON = 30
"""Reports beyond which words are a standing phrase."""
_QUOTED = re.compile(r'"([^"\n]{20,1500})"')


@dataclass(frozen=True, slots=True)
class Shared:
    """Words of one report that an earlier one quotes too, and the claims that rest on them."""

    report: str
    taken_from: str
    span: Span
    words: int
    claims: tuple[str, ...]


def shared_quotations(
    reports: Iterable[Report], claims: Iterable[Claim], earlier: Callable[[str], tuple[object, ...]]
) -> list[Shared]:
    """Every quotation that a report has from an earlier one, the earliest that has it."""
    texts = {report.id: report for report in sorted(reports, key=lambda r: earlier(r.id))}
    quoted = {id_: _quotations(report) for id_, report in texts.items()}
    holders: dict[str, dict[str, None]] = defaultdict(dict)
    for id_, quotations in quoted.items():
        for quotation in quotations:
            for run in quotation.runs(LEAST):
                holders[run][id_] = None
    first = {run: next(iter(ids)) for run, ids in holders.items() if 1 < len(ids) <= COMMON}
    told = _by_report(claims)
    found = []
    for id_, quotations in quoted.items():
        for quotation in quotations:
            found.extend(_taken(id_, quotation, first, told.get(id_, ())))
    return found


def _taken(id_: str, quotation: Words, first: Mapping[str, str], told: Iterable[Claim]) -> list[Shared]:
    """What of a quotation stands in an earlier report."""
    runs = quotation.runs(LEAST)
    sources = {first[run]: None for run in runs if first.get(run, id_) != id_}
    out = []
    for source in sources:
        own = {run for run in runs if first.get(run) == source}
        for start, stop in stretched(runs, own, LEAST):
            span = (quotation.spans[start][0], quotation.spans[stop - 1][1])
            resting = tuple(claim.id for claim in told if _rests_on(claim, span))
            out.append(Shared(id_, source, span, stop - start, resting))
    return out


def _rests_on(claim: Claim, span: Span) -> bool:
    """Whether most of a claim's words lie in a quotation."""
    if not claim.spans:
        return False
    start, end = claim.spans[0]
    return 2 * (min(end, span[1]) - max(start, span[0])) >= end - start


def _quotations(report: Report) -> list[Words]:
    """What stands between quotation marks, each with its words; marks of every language are one."""
    folded = fold(report.text)
    found = []
    for match in _QUOTED.finditer(folded.text):
        at = match.start(1)
        tokens = list(WORD.finditer(match[1]))
        if len(tokens) >= LEAST:
            spans = tuple(folded.span(at + token.start(), at + token.end()) for token in tokens)
            found.append(Words(tuple(token[0] for token in tokens), spans))
    return found


def _by_report(claims: Iterable[Claim]) -> dict[str, list[Claim]]:
    found: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        found[claim.report].append(claim)
    return found
