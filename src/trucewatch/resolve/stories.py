"""resolve: which reports tell one story, told by the rare names and numbers that they share, in any language.

A shared story is no claim's content: it only supports what the claims themselves leave open.
"""

from __future__ import annotations

import functools
import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from trucewatch.actors import known_actors
from trucewatch.languages.fold import match_key
from trucewatch.model import Report
from trucewatch.resolve.clock import DAY, instant, publication
from trucewatch.resolve.judgement import Pair

COMMON = 50
"""Reports, in all or of one fortnight, beyond which a name finds no pairs: it counts where others have found them."""
ALWAYS = -1
STORE = 20.0
"""Reports that are taken to lie beside those given, so that among five reports no name looks rare."""
ALLOWANCE = 40.0
"""Worth of names that is added to what two reports hold, so that two short ones are not alike by a name or two."""
LEAST = 0.1
"""Kinship below which two reports have only their subject in common."""
CASELESS = 0.05
"""Share of capitals among letters below which a script has none, and every longer word is taken for a name."""

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*|\d+(?:[.,]\d+)*")
_STOP = re.compile(r"[.!?:;\n\"“”«»•|]")
_POSSESSIVE = re.compile(r"['’]s$")
_YEAR = re.compile(r"(?:19|20)\d\d")


@dataclass(frozen=True, slots=True)
class Stories:
    """How much of their rare names pairs of reports share, from 0 to 1; pairs below `LEAST` are not held."""

    kin: Mapping[tuple[str, str], float] = field(default_factory=dict)

    def kinship(self, one: str, other: str) -> float:
        """The kinship of two reports; 0 where they share little, and of a report with itself."""
        return self.kin.get((one, other) if one < other else (other, one), 0.0)


def stories(reports: Iterable[Report]) -> Stories:
    """Lay reports side by side by the names in them. The order of reports is no matter."""
    known = {report.id: report for report in reports}
    held = {id_: names(report) for id_, report in known.items()}
    spread = Counter(name for found in held.values() for name in found)
    worth = {name: math.log((len(held) + STORE) / count) ** 2 for name, count in spread.items()}
    size = {id_: math.fsum(sorted(worth[name] for name in found)) for id_, found in held.items()}
    kin = {}
    for one, other in sorted(_met(known, held, spread)):
        shared = math.fsum(sorted(worth[name] for name in held[one] & held[other]))
        likeness = shared / (math.sqrt(size[one] * size[other]) + ALLOWANCE)
        if likeness >= LEAST:
            kin[one, other] = min(likeness, 1.0)
    return Stories(kin)


def _met(reports: Mapping[str, Report], held: Mapping[str, frozenset[str]], spread: Mapping[str, int]) -> set[Pair]:
    """Pairs of reports that share two names which few others hold, or few of the same weeks."""
    holders: dict[tuple[str, int], list[str]] = defaultdict(list)
    for id_ in sorted(held):
        weeks = _weeks(reports[id_])
        for name in held[id_]:
            if 1 < spread[name] <= COMMON:
                holders[name, ALWAYS].append(id_)
            elif spread[name] > COMMON:
                for week in weeks:
                    holders[name, week].append(id_)
    met: dict[Pair, set[str]] = defaultdict(set)
    for (name, _), ids in holders.items():
        if len(ids) <= COMMON:
            for index, one in enumerate(ids):
                for other in ids[index + 1 :]:
                    met[one, other].add(name)
    return {pair for pair, shared in met.items() if len(shared) > 1}


def _weeks(report: Report) -> tuple[int, ...]:
    """The fortnight of a report and the next, so that two reports within a fortnight share one; none without a date."""
    day = instant(publication(report.published)) if report.published else None
    fortnight = int(day[0] // (14 * DAY)) if day else None
    return () if fortnight is None else (fortnight, fortnight + 1)


def names(report: Report) -> frozenset[str]:
    """The folded names and numbers of a report's text without its furniture: capitals inside a sentence, 10 or more.

    Names of states, armies, offices and of those who hold them are in every report of a war and tell no story.
    """
    listed = _listed(report.language or "en")
    text = "\n".join(_parts(report))
    capitals = sum(map(str.isupper, text)) / max(1, sum(map(str.isalpha, text)))
    found, end = set(), 0
    for match in _WORD.finditer(text):
        word, first = match[0], end == 0 or _STOP.search(text, end, match.start()) is not None
        end = match.end()
        if word[0].isdigit():
            if sum(map(str.isdigit, word)) > 1 and not _YEAR.fullmatch(word):
                found.add(word.replace(",", "."))
        elif len(word) > 2 and (capitals < CASELESS / 10 or (word[0].isupper() and not first)):
            found.add(match_key(_POSSESSIVE.sub("", word)))
    return frozenset(found - listed)


@functools.lru_cache(maxsize=64)
def _listed(language: str) -> frozenset[str]:
    """Every word of the names of listed actors in a language."""
    return frozenset(word for key in known_actors().names(language) for word in key.split())


def _parts(report: Report) -> Iterable[str]:
    at = 0
    for start, stop in sorted(report.furniture):
        yield report.text[at:start]
        at = max(at, stop)
    yield report.text[at:]
