"""extract: where a clause's act was, as its words say."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Sequence

from trucewatch.extract.clause import Clause
from trucewatch.extract.item import Item
from trucewatch.extract.knowledge import Knowledge
from trucewatch.extract.places import place_at
from trucewatch.extract.sentence import Parsed
from trucewatch.gazetteer import Entry
from trucewatch.model import Place

_NEAR = frozenset({"near"})


def _place_items(clause: Clause, carrier: Item | None) -> Iterable[tuple[Item, frozenset[str]]]:
    for prep, np in clause.pps:
        if prep.cls & {"in", "near", "on", "through", "to", "between", "from"} and np.places:
            yield np, prep.cls
    for phrase in ([carrier] if carrier else []) + clause.phrases():
        for part in (phrase, *phrase.of, *([phrase.owner] if phrase.owner else [])):
            if part.places:
                yield part, frozenset()


_COARSE = frozenset({"province", "zone", "country", "region", "district"})


def _stranger(clause: Clause, parsed: Parsed) -> Place | None:
    """A capitalised name after "in" or "near" that is neither actor nor listed place: a place we do not know."""
    taken = [(None, o) for o in clause.objects if clause.verb.classes & {"capture"}]
    for prep, np in [*taken, *clause.pps]:
        if prep is not None and not prep.cls & {"in", "near", "on"}:
            continue
        if np.places or any(a.id for a in np.actors) or np.time is not None:
            continue
        names = [m for m in np.marks if m.capital and m.is_word and not m.senses and not m.times and m.value is None]
        settled = any("territory" in s.classes for s in np.senses)
        if names and (settled or not np.senses) and names[0].start > parsed.sentence.start:
            first, last = names[0], names[-1]
            span = parsed.span(first.start, last.end)
            return Place(parsed.original[span[0] : span[1]], span=span, level=None)
    return None


def stated_place(
    clause: Clause, parsed: Parsed, knowledge: Knowledge, near: Sequence[Entry], carrier: Item | None = None
) -> Place | None:
    """The place that the clause names, the smallest first; a capital that stands for its government is none."""
    found: list[Place] = []
    stranger = _stranger(clause, parsed)
    for item, prep in _place_items(clause, carrier):
        for index, (start, _, _, _) in enumerate(item.places):
            acts = any(a.start <= start < a.end and a.id for a in item.actors)
            if acts and not prep & {"in", "near"}:
                continue
            found.append(place_at(item, index, parsed, near, "near" if prep & _NEAR else "in"))
    # A phrase is met twice, with its preposition first: "near" must not be lost to the bare name.
    found = list({p.span: p for p in reversed(found)}.values())[::-1]
    resolved = [p for p in found if p.lat is not None]
    if stranger is not None and all(p.level in _COARSE for p in resolved):
        # A village that no list has is not its province: the name stays, without a point.
        held = tuple(i for p in resolved[:1] for i in ((p.id,) if p.id else ()) + p.within)
        return dataclasses.replace(stranger, within=held, country=resolved[0].country if resolved else None)
    if not found:
        return None
    return min(resolved, key=lambda p: p.radius_km or 1e9) if resolved else found[0]
