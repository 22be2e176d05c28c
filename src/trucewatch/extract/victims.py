"""extract: victims that no number counts: "a soldier was killed", "Colonel X died", and casualties told to be none."""

from __future__ import annotations

from collections.abc import Sequence

from trucewatch.extract.item import Item
from trucewatch.extract.sentence import Parsed
from trucewatch.model import Figure
from trucewatch.model.claim import Approximator, Measure


def implied(items: Sequence[Item], measure: Measure, parsed: Parsed) -> list[Figure]:
    """Figures of victims told without a number: one for "a soldier", at least one for each person named."""
    found: list[Figure] = []
    for item in items:
        for part in item.parts or [item]:
            made = _one(part, measure, parsed)
            if made is not None and all(made.span != f.span for f in found):
                found.append(made)
    return found


def _one(item: Item, measure: Measure, parsed: Parsed) -> Figure | None:
    if item.counts or item.negated or (item.pronoun and item.pronoun != "third"):
        return None
    span = parsed.span(item.start, item.end)
    text = parsed.original[span[0] : span[1]]
    named = [a for a in item.actors if a.person]
    if named:
        # Names are a lower bound: nobody says that there were no others.
        return Figure(measure, float(len(named)), None, "at_least", None, text, span)
    if _single(item):
        approximator: Approximator = "exact"
        return Figure(
            measure, 1.0, 1.0, approximator, item.head.info.get("population") if item.head else None, text, span
        )
    return None


def _single(item: Item) -> bool:
    """One person: "a soldier", "the boy", "an Aleppo resident"; a body of troops is not."""
    head = item.head
    if head is None or not head.classes & {"people"} or ("plural" in head.forms and "base" not in head.forms):
        return False
    return head.info.get("population") not in ("persons",) and not head.classes & {"collective"} and not item.plural


def none_told(item: Item) -> bool:
    """ "No casualties", "neither fatalities nor injuries"."""
    return item.negated and bool(item.classes & {"harm", "casualties", "kill", "injure"})
