"""extract: lists of losses by place: "killed two people in one town and three in another"."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator

from trucewatch.extract.clauses.clause import Clause
from trucewatch.extract.drafts.draft import Draft
from trucewatch.extract.drafts.figures import figure
from trucewatch.extract.phrases.item import Item
from trucewatch.extract.sentence import Parsed
from trucewatch.model.claim import Measure

_LOSSES = ("killed", "injured", "captured", "displaced")


def by_place(drafts: list[Draft], parsed: Parsed) -> Iterator[Draft]:
    """One more draft for each further number with a place of its own that follows the clause of a loss."""
    for draft in drafts:
        measure = next((f.measure for f in draft.figures if f.measure in _LOSSES), None)
        if measure is None or draft.clause is None or not any(np.places for _, np in draft.clause.pps):
            continue
        k = draft.clause.last + 1
        while (found := _entry(parsed.items, k)) is not None:
            count, prep, place = found
            yield _told(draft, draft.clause, measure, (parsed.items[count], parsed.items[prep], parsed.items[place]))
            k = place + 1


def _entry(items: list[Item], k: int) -> tuple[int, int, int] | None:
    """Where ", three in Y" or "and three in Y" stands from item `k` on: the count, the preposition, the place."""
    start = k
    while k < len(items) and (items[k].kind == "conj" or (items[k].kind == "punct" and items[k].marks[0].text == ",")):
        k += 1
    if k == start or k + 2 >= len(items):
        return None
    count, prep, place = items[k : k + 3]
    counted = count.kind == "np" and len(count.counts) == 1 and not count.places and not count.parts
    bare = counted and (count.counts[0].head is None or "people" in count.classes)
    near = prep.kind == "prep" and bool(prep.cls & {"in", "near"})
    after = items[k + 3] if k + 3 < len(items) else None
    closed = after is None or after.kind != "vg"
    return (k, k + 1, k + 2) if bare and near and place.kind == "np" and place.places and closed else None


def _told(draft: Draft, clause: Clause, measure: Measure, words: tuple[Item, Item, Item]) -> Draft:
    """The loss of one more place: told like the first, with a number and a place of its own."""
    count, prep, place = words
    own = clause.but(
        objects=[count], pps=[(prep, place)], times=[], kind="coordinate", parent=clause,
        start=count.start, end=place.end, inherited_subject=True,
    )  # fmt: skip
    told = dataclasses.replace(
        draft, start=count.start, end=place.end, clause=own, partner=None, carrier=None, struck=[],
        features=[*draft.features], figures=[figure(count.counts[0], measure, draft.parsed)],
    )  # fmt: skip
    told.rule = f"{draft.rule}+place"
    return told
