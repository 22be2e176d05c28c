"""extract: terms of agreements of old, and what was done under them: not before the year with which they are named."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Sequence

from trucewatch.extract.days.story import time_item
from trucewatch.extract.drafts.dating import inherited, undated
from trucewatch.extract.drafts.draft import Draft
from trucewatch.extract.drafts.sharing import OWN_TIMES
from trucewatch.extract.phrases.item import Count, Item
from trucewatch.extract.sentence import Parsed
from trucewatch.model import Time

_DATED = frozenset({"year", "month", "monthday", "date"})
_YEARS = (1900, 2100)
_BEHIND = 6
"""Items behind an agreement among which the words stand that name it: "a 2016 pact signed in Geneva"."""
_BACK = 1
"""Sentences back to which "the deal" goes."""
_UNDER = ("mon.", "pos.", "wd.")


@dataclasses.dataclass(frozen=True, slots=True)
class _Pact:
    """An agreement as one phrase tells of it: the names with it, and its day or year where told."""

    sentence: int
    at: int
    names: frozenset[str]
    time: Time | None
    new: bool
    """Told with "a" or as what somebody wants: another one than that told of before."""


def date_by_agreements(drafts: list[Draft], read: list[Parsed]) -> None:
    """Terms take the day or year of their agreement; what was done "under the deal" lies not before it."""
    lacking = [draft for draft in drafts if (_is_term(draft) or _is_under(draft)) and undated(draft.time)]
    pacts = [pact for parsed in read for pact in _pacts(parsed)] if lacking else []
    dated = [pact for pact in pacts if pact.time is not None]
    for draft in lacking if dated else ():
        term = _is_term(draft)
        pact = _of(draft, pacts) if term else _under(draft, pacts)
        time = _time_of(pact, pacts, dated) if pact is not None else None
        if time is None:
            continue
        draft.time = inherited(time) if term else Time(time.start, None, "open", "inherited", time.text, time.span)
        draft.bound = None if term else "the agreement under which it was done"


def _is_term(draft: Draft) -> bool:
    return draft.type.startswith("term.") and draft.type not in OWN_TIMES


def _is_under(draft: Draft) -> bool:
    """Whether a draft is of what may have been done under an agreement."""
    return draft.type.startswith(_UNDER) and draft.modality in ("happened", "ongoing")


def _pacts(parsed: Parsed) -> Iterator[_Pact]:
    """The agreements that a sentence tells of, in order."""
    for k, item in enumerate(parsed.items):
        for part in item.with_attached():
            if part.kind == "np" and "agreement" in part.classes:
                names = _names(part)
                if not names and _told_with(part, k, parsed) is not None:
                    names = frozenset(n for i in parsed.items[k + 1 : k + _BEHIND] for n in _names(i))
                time, new = _told_with(part, k, parsed), _is_new(part, parsed)
                yield _Pact(parsed.sentence.index, part.start, names, time, new)


def _is_new(item: Item, parsed: Parsed) -> bool:
    """ "A deal", not "the deal" or "part of the deal"."""
    articles = parsed.pack.lists.get("indefinite", frozenset())
    return not item.of and bool(item.marks) and item.marks[0].key in articles


def _told_with(item: Item, k: int, parsed: Parsed) -> Time | None:
    """The day, month or year in a phrase or right behind it: "the 2018 deal", "l'accord de 2018"."""
    behind = parsed.items[k + 1 : k + 3]
    near = next((i for i in behind if i.kind != "prep"), None)
    for one in (item, *item.of, *([near] if near is not None and near.kind == "time" else [])):
        phrase = one.time
        if phrase is None or phrase.what not in _DATED or phrase.upto is not None or phrase.bound not in (None, "from"):
            continue
        if phrase.year is None:
            continue  # "the agreement of 5 March" of this year is dated where it was made
        time = time_item(one, parsed, future=False)
        if time is not None and time.start is not None and time.end is not None:
            return time
    return next(
        (_year(c, parsed) for c in item.counts if c.head is None and _is_year(c.number.low, c.number.high)), None
    )


def _is_year(low: float | None, high: float | None) -> bool:
    """ "2018 anlaşması": a number that counts nothing before the agreement."""
    return low is not None and low == high and _YEARS[0] <= low < _YEARS[1]


def _year(count: Count, parsed: Parsed) -> Time:
    year, span = int(count.number.low), parsed.span(count.start, count.end)
    return Time(f"{year}-01-01", f"{year + 1}-01-01", "year", "stated", parsed.original[slice(*span)], span)


def _names(item: Item) -> frozenset[str]:
    """The proper names in a phrase: places, actors and words with a capital that no list has."""
    found = {mark.key for part in (item, *item.of) for mark in part.marks if mark.places or mark.actors}
    return frozenset(found | {m.key for m in item.marks if m.capital and m.is_word and not m.senses and not m.times})


def _of(draft: Draft, pacts: Sequence[_Pact]) -> _Pact | None:
    """The agreement of a term: the last told of before the end of its words, in its sentence or right before it."""
    here = draft.parsed.sentence.index
    told = [p for p in pacts if p.at < draft.end and 0 <= here - p.sentence <= _BACK]
    return told[-1] if told else None


def _under(draft: Draft, pacts: Sequence[_Pact]) -> _Pact | None:
    """The agreement behind "under", in the clause of what was done."""
    words = draft.parsed.pack.lists.get("document_words", frozenset())
    for clause in draft.parsed.clauses:
        if not clause.start <= draft.start < clause.end:
            continue
        for prep, item in clause.pps:
            if prep.marks[0].key in words and "agreement" in item.classes:
                return next((p for p in pacts if p.at == item.start), None)
    return None


def _time_of(pact: _Pact, pacts: Sequence[_Pact], dated: Sequence[_Pact]) -> Time | None:
    """The time of an agreement: its own, that of one with the same name, or of the one that "the deal" goes back to."""
    if pact.time is not None:
        return pact.time
    if not pact.names and not pact.new:
        back = [p for p in pacts if p.at < pact.at and pact.sentence - p.sentence <= _BACK and (p.names or p.time)]
        return _time_of(back[-1], pacts, dated) if back else None
    alike = [p.time for p in dated if p.names & pact.names]
    return alike[0] if alike and len({t.start for t in alike if t is not None}) == 1 else None
