"""store: whole texts found by their words, whatever letters, accents and signs they were written with."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import select, text

from trucewatch.errors import SettingsError
from trucewatch.languages.joined import bare_forms
from trucewatch.languages.words import Word, words_of
from trucewatch.model import Claim, Report, Span
from trucewatch.store import ask, rows, tables
from trucewatch.store.held import Held
from trucewatch.store.store import Change

AROUND = 70
"""Characters of the text that are shown on either side of what was found."""
EXCERPTS = 3
MOST = 20
RANKED = 1000
"""Reports that hold the words, the newest, among which the best are looked for."""
_ASKED = re.compile(r'"([^"]*)"|(\S+)')


@dataclass(frozen=True, slots=True)
class Term:
    """One thing asked for: a word, the beginning of one (`shell*`), or words in a row."""

    keys: tuple[str, ...]
    begins: bool = False

    def stands_at(self, words: list[Word], index: int) -> bool:
        """Whether it stands at a word of a text."""
        if index + len(self.keys) > len(words):
            return False
        return all(self._is(key, words[index + i].key, i) for i, key in enumerate(self.keys))

    def _is(self, key: str, word: str, i: int) -> bool:
        if self.begins and i == len(self.keys) - 1:
            return any(form.startswith(key) for form in (word, *bare_forms(word)))
        return key == word or key in bare_forms(word)

    @property
    def query(self) -> str:
        """The term in the language of the index."""
        if len(self.keys) == 1 and not self.begins:
            return f'{{words bare}} : "{self.keys[0]}"'
        if len(self.keys) == 1:
            return f'{{words bare}} : "{self.keys[0]}" *'
        row = " AND ".join(f'{{words bare}} : "{key}"' for key in self.keys)
        return f"({row})"


@dataclass(frozen=True, slots=True)
class Excerpt:
    """Some of a text with the places of what was found in it; `span` is where it stands in the report."""

    text: str
    found: tuple[Span, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class Found:
    """A report that holds what was asked for, with the words around it and the claims read from these words."""

    report: Report
    excerpts: tuple[Excerpt, ...]
    claims: tuple[str, ...]


def keep(change: Change, reports: Iterable[Report], *, start: int) -> None:
    """Index new reports by their words; `start` is how many are held already."""
    given = [{"row": position, **indexed(report)} for position, report in enumerate(reports, start)]
    if given:
        change.connection.execute(text("INSERT INTO search (rowid, words, bare) VALUES (:row, :words, :bare)"), given)


def search(kept: Held, asked: str, *, most: int = MOST) -> tuple[Found, ...]:
    """The reports that hold all of what is asked for, best first: words, `begin*`, and "words in a row"."""
    terms = terms_of(asked)
    if not terms:
        raise SettingsError(f'"{asked}" holds no word to look for.')
    found: list[tuple[Report, list[Span]]] = []
    for report in _candidates(kept, terms):
        words = words_of(report.text)
        hits = [_hits(words, term) for term in terms]
        titled = words_of(report.title or "")
        if all(hit or _hits(titled, term) for hit, term in zip(hits, terms, strict=True)):
            found.append((report, sorted({span for hit in hits for span in hit})))
        if len(found) == most:
            break
    made: dict[str, list[Claim]] = {report.id: [] for report, _ in found}
    for claim in ask.claims_of_all(kept, list(made)):
        made[claim.report].append(claim)
    return tuple(
        Found(report, _excerpts(report.text, spans), _claims(made[report.id], spans)) for report, spans in found
    )


def terms_of(asked: str) -> list[Term]:
    """What somebody typed, as terms."""
    found = []
    for row, word in _ASKED.findall(asked):
        keys = tuple(one.key for one in words_of(row or word))
        if keys:
            found.append(Term(keys, begins=word.endswith("*")))
    return found


def indexed(report: Report) -> dict[str, str]:
    """What the index of words holds of a report: its words, and their forms without what is written on to them."""
    keys = [word.key for word in words_of(f"{report.title or ''}\n{report.text}")]
    bare = dict.fromkeys(form for key in dict.fromkeys(keys) for form in bare_forms(key))
    return {"words": " ".join(keys), "bare": " ".join(bare)}


def _candidates(kept: Held, terms: list[Term]) -> Iterable[Report]:
    table = tables.reports
    query = " AND ".join(term.query for term in terms)
    with kept.connect() as connection:
        newest = "SELECT rowid, rank AS worth FROM search WHERE search MATCH :query ORDER BY rowid DESC LIMIT :most"
        asked = text(f"SELECT rowid FROM ({newest}) ORDER BY worth, rowid")  # noqa: S608
        positions = connection.execute(asked, {"query": query, "most": RANKED}).scalars().all()
    for some in (positions[i : i + MOST] for i in range(0, len(positions), MOST)):
        told = select(table.c.position, table.c.row).where(table.c.position.in_(some))
        held = dict(map(tuple, kept.ask(told, table)))
        yield from (rows.thing(Report, held[position]) for position in some if position in held)


def _hits(words: list[Word], term: Term) -> list[Span]:
    last = len(term.keys) - 1
    return [(words[i].span[0], words[i + last].span[1]) for i in range(len(words)) if term.stands_at(words, i)]


def _excerpts(whole: str, spans: list[Span]) -> tuple[Excerpt, ...]:
    """The first few stretches that hold what was found, cut between words; near ones made one."""
    stretches: list[tuple[int, int, list[Span]]] = []
    for span in spans:
        start, end = _between_words(whole, span[0] - AROUND, span[1] + AROUND)
        if stretches and start <= stretches[-1][1]:
            before = stretches[-1]
            stretches[-1] = (before[0], max(end, before[1]), [*before[2], span])
        elif len(stretches) == EXCERPTS:
            break
        else:
            stretches.append((start, end, [span]))
    return tuple(
        Excerpt(whole[start:end], tuple((a - start, b - start) for a, b in inside), (start, end))
        for start, end, inside in stretches
    )


def _between_words(whole: str, start: int, end: int) -> Span:
    start, end = max(0, start), min(len(whole), end)
    while start > 0 and whole[start - 1].isalnum() and whole[start].isalnum():
        start -= 1
    while end < len(whole) and whole[end - 1].isalnum() and whole[end].isalnum():
        end += 1
    return start, end


def _claims(made: Iterable[Claim], spans: list[Span]) -> tuple[str, ...]:
    """The claims of a report whose words hold something of what was found."""
    return tuple(
        claim.id for claim in made if any(a < end and start < b for a, b in claim.spans for start, end in spans)
    )
