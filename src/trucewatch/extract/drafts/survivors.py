"""extract: those who lived of a number of people hit, of whom some died: "nine were shot, one fatally"."""

from __future__ import annotations

from dataclasses import replace

from trucewatch.extract.drafts.draft import Draft
from trucewatch.extract.phrases.item import Item
from trucewatch.model import Figure


def survivors(hit: Draft, drafts: list[Draft]) -> list[Figure]:
    """How many of those hit were left alive, where their number and that of the dead among them are told together."""
    if len(hit.struck) != 1 or any(f.measure == "injured" for f in hit.figures):
        return []
    dead = [f for f in hit.figures if f.measure == "killed"] or _some_of_them(hit, drafts)
    return [_rest(hit.struck[0], dead[0], hit)] if len(dead) == 1 and _is_part(dead[0], hit.struck[0], hit) else []


def _is_part(dead: Figure, whole: Figure, hit: Draft) -> bool:
    """Whether an exact number of dead is told behind a greater number of those hit; whoever killed himself is none."""
    if dead.low is None or dead.low != dead.high or whole.low is None or dead.span is None or whole.span is None:
        return False
    himself = dead.text.casefold() in hit.parsed.pack.lists.get("one_person", frozenset())
    return 0 < dead.low < whole.low and whole.span[1] <= dead.span[0] and not himself


def _rest(whole: Figure, dead: Figure, hit: Draft) -> Figure:
    """The whole without the dead, with the words from the one number to the other."""
    gone, span = dead.low or 0.0, ((whole.span or (0, 0))[0], (dead.span or (0, 0))[1])
    low, high = (whole.low or 0.0) - gone, None if whole.high is None else whole.high - gone
    return replace(whole, low=low, high=high, text=hit.parsed.original[slice(*span)], span=span)


def _some_of_them(hit: Draft, drafts: list[Draft]) -> list[Figure]:
    """ "Four men were shot and two of them died": the dead told as a part of those hit, at once or next."""
    here = hit.parsed.sentence.index
    for other in drafts:
        after = other.parsed.sentence.index - here
        if after not in (0, 1) or other.start <= hit.start or other.polarity == "-" or other.clause is None:
            continue
        killed = [f for f in other.figures if f.measure == "killed"]
        if killed and other.clause.subject is not None and _names_the_whole(other.clause.subject):
            return killed
    return []


def _names_the_whole(item: Item) -> bool:
    return bool(item.counts) and any(of.pronoun == "third" or of.definite for of in item.of)
