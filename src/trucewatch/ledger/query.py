"""ledger: which rows answer a question. Every filter that is left open lets everything through."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from trucewatch.actors import known_actors
from trucewatch.languages.fold import match_key
from trucewatch.ledger.row import LedgerRow
from trucewatch.model.incident import DisagreementField, DisagreementKind


@dataclass(frozen=True, slots=True)
class Query:
    """What is asked for. Values of one filter are alternatives; filters stand together."""

    fields: tuple[DisagreementField, ...] = ()
    kind: DisagreementKind | None = None
    terms: tuple[str, ...] = ()
    """`art1`, `idlib-2020.art1` or `idlib-2020`."""
    places: tuple[str, ...] = ()
    """A name in any spelling, or a gazetteer id of the place or of what holds it."""
    parties: tuple[str, ...] = ()
    """An actor's id, which stands for all its parts too, or one of its names."""
    period: tuple[str, str] | None = None
    """ISO 8601 times of which the incident's own meets the stretch `[first, last)`; undated incidents lie in none."""


def ask(rows: Iterable[LedgerRow], query: Query) -> list[LedgerRow]:
    """The rows that answer, in their order."""
    parties = {id_ for name in query.parties for id_ in _ids(name)}
    places = {match_key(name) for name in query.places} | set(query.places)
    return [
        row
        for row in rows
        if (not query.fields or row.field in query.fields)
        and (query.kind is None or row.kind == query.kind)
        and (not query.terms or any(_is_term(term, row) for term in query.terms))
        and (not query.places or _lies_in(row, places))
        and (not query.parties or any(_acts_for(party, parties) for party in row.parties))
        and (query.period is None or _meets(row, query.period))
    ]


def _is_term(asked: str, row: LedgerRow) -> bool:
    return any(asked in (term, *term.split(".", maxsplit=1)) for term in row.terms)


def _lies_in(row: LedgerRow, places: set[str]) -> bool:
    named = {row.place_id, *row.within, match_key(row.place or "")} - {None, ""}
    return bool(named & places)


def _ids(name: str) -> set[str]:
    """The actors that a name may mean, in any language; an id means itself."""
    actors, key = known_actors(), match_key(name)
    found = {
        entry.id for language in ("en", "fr", "ar", "ru", "uk", "tr", "es") for entry in actors.lookup(key, language)
    }
    return found | {name}


def _acts_for(party: str, asked: set[str]) -> bool:
    """Whether a party is one that was asked for, or a part of it."""
    return bool({party, *known_actors().ancestors(party)} & asked) or any(
        party.startswith(f"{name}.") for name in asked
    )


def _meets(row: LedgerRow, period: tuple[str, str]) -> bool:
    """Whether the incident's time meets a period; times are laid side by side to the precision that both have."""
    start, end = row.start or "", row.end or row.start or "9999"
    if not row.start and not row.end:
        return False
    first, last = period
    begins_before = start[: len(last)] < last if start else True
    ends_after = end > first if row.end and row.end != row.start else end[: len(first)] >= first
    return begins_before and ends_after
