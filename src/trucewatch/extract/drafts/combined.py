"""extract: one number over the dead and the wounded together: "56 killed and wounded", "12 between dead and wounded".

How many of them died nobody has said. Each figure is the number as its upper bound and nothing below, so that it agrees
with every count of the dead that it allows and is never taken for one.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from trucewatch.extract.drafts.draft import Draft
from trucewatch.extract.phrases.item import Count
from trucewatch.extract.sentence import Parsed
from trucewatch.extract.words.numbers import is_number
from trucewatch.extract.words.token import Mark
from trucewatch.model import Figure
from trucewatch.model.claim import Measure

_HURT: tuple[Measure, Measure] = ("killed", "injured")
_SIGNS = {"killed": frozenset({"kill", "dead"}), "injured": frozenset({"injure", "wounded"})}
_PEOPLE = frozenset({"people", "casualty", "dead_people", "wounded_people", "corpse", "casualties"})
_MANY = 2
"""What "several" means at least: "a number of dead and wounded" tells nothing of either."""
_NEAR = 6
"""Marks that may stand between the number and the two words."""


@dataclass(frozen=True, slots=True)
class _Toll:
    """A number over both, and the folded offsets of all three words."""

    count: Count
    start: int
    end: int
    both: bool
    """Whether "and" joins the two words, so that there were some of each."""


def as_combined(drafts: list[Draft], parsed: Parsed) -> list[Draft]:
    """The drafts of a sentence with numbers over dead and wounded as upper bounds of each."""
    if not any(figure.measure in _HURT for draft in drafts for figure in draft.figures):
        return drafts
    emptied: list[Draft] = []
    for toll in _tolls(parsed):
        emptied += _bounded(drafts, toll, parsed)
    return [draft for draft in drafts if not any(draft is other for other in emptied)]


def _tolls(parsed: Parsed) -> Iterator[_Toll]:
    marks = parsed.marks
    counts = [count for item in parsed.items for count in item.counts if _counts_people(count)]
    for i, (first, link) in enumerate(pairwise(marks)):
        kind = _kind(first)
        if kind is None or link.sense("conj") is None:
            continue
        k = i + 2
        again = i > 0 and k < len(marks) and marks[k].key == marks[i - 1].key.rpartition(" ")[2]
        if again and not is_number(marks[k]):  # "two killed and two wounded" are four
            k += 1  # "de morts et de blessés"
        second = marks[k] if k < len(marks) else None
        if second is None or _kind(second) in (None, kind) or _describes(marks, k, parsed):
            continue
        found = _number(counts, marks, i, k)
        if found is not None:
            both = link.sense("conj", "and") is not None
            yield _Toll(found, min(found.start, first.start), max(found.end, second.end), both)


def _counts_people(count: Count) -> bool:
    return count.head is None or bool(count.head.classes & _PEOPLE)


def _kind(mark: Mark) -> Measure | None:
    """Whether a word tells of the dead or of the wounded."""
    classes = {one for sense in mark.senses for one in sense.classes}
    measures = {sense.info.get("measure") for sense in mark.senses if "collective" not in sense.classes}
    found = [kind for kind in _HURT if kind in measures or classes & _SIGNS[kind]]
    return found[0] if len(found) == 1 else None


def _describes(marks: Sequence[Mark], k: int, parsed: Parsed) -> bool:
    """ "were killed and wounded fighters were moved": the second word belongs to a noun behind it."""
    before = parsed.pack.settings.get("modifiers") != "after"
    noun = marks[k + 1].sense("noun") if k + 1 < len(marks) else None
    return before and noun is not None and "people" in noun.classes


def _number(counts: list[Count], marks: Sequence[Mark], i: int, k: int) -> Count | None:
    """The number that stands over both words: before them, or behind a pair of verbs."""
    before = [count for count in counts if count.end <= marks[i].start]
    if before and _reaches(marks, before[-1].end, marks[i].start):
        return before[-1]
    person = marks[i].sense("noun")
    if (i > 0 and is_number(marks[i - 1])) or (person is not None and not person.classes.isdisjoint(_PEOPLE)):
        return None  # "a martyr and the wounding of three": the first is one person
    behind = [count for count in counts if count.start >= marks[k].end]
    return behind[0] if behind and _reaches(marks, marks[k].end, behind[0].start) else None


def _reaches(marks: Sequence[Mark], start: int, end: int) -> bool:
    """Whether what stands between two offsets belongs to one phrase with both: no other clause, list or number."""
    between = [mark for mark in marks if mark.start >= start and mark.end <= end]
    return len(between) <= _NEAR and all(mark.is_word and not _parts(mark) for mark in between)


def _parts(mark: Mark) -> bool:
    prep = mark.sense("prep")
    apart = prep is not None and not prep.classes & {"between", "of", "part"} and mark.sense("aux") is None
    kinds = {sense.kind for sense in mark.senses}
    return apart or "conj" in kinds or kinds == {"verb"} or _kind(mark) is not None or is_number(mark)


def _bounded(drafts: list[Draft], toll: _Toll, parsed: Parsed) -> list[Draft]:
    """Put the bounds in the place of what was counted in a toll; the drafts that tell nothing any more."""
    first, last = parsed.span(toll.start, toll.end)
    within = [
        draft
        for draft in drafts
        if any(f.measure in _HURT and f.span is not None and first <= f.span[0] < last for f in draft.figures)
    ]
    if not within:
        return []
    taken = [f for draft in within for f in draft.figures if f.span is not None and first <= f.span[0] < last]
    whom = {f.population for f in taken}
    high = toll.count.number.high
    text = parsed.original[first:last]
    bound = Figure("killed", None, high, "at_most", whom.pop() if len(whom) == 1 else None, text, (first, last))
    for draft in within:
        draft.figures = [f for f in draft.figures if f.measure not in _HURT or f not in taken]
    host = _host(drafts, within, toll)
    if high is not None:
        host.figures = [bound, replace(bound, measure="injured"), *host.figures]
    elif toll.both and toll.count.number.low > _MANY:
        # Of "at least 56 killed and wounded" nothing is known but that there were some of each.
        bound = replace(bound, low=1.0, approximator="at_least")
        host.several = [*host.several, bound, replace(bound, measure="injured")]
    told = {id(draft) for draft in within}
    return [draft for draft in drafts if draft is not host and _is_empty(draft, toll, counted=id(draft) in told)]


def _host(drafts: list[Draft], within: list[Draft], toll: _Toll) -> Draft:
    """The draft that tells the act, else of the dead, else whichever counted."""
    near = [draft for draft in drafts if draft.start < toll.end and draft.end > toll.start]
    acts = [draft for draft in near if draft.type.startswith(("kin.", "civ."))]
    dead = [draft for draft in near if draft.type == "harm.killed"]
    return (acts or dead or within)[0]


def _is_empty(draft: Draft, toll: _Toll, *, counted: bool) -> bool:
    """Whether a draft told nothing but what the toll tells."""
    inside = draft.start >= toll.start and draft.end <= toll.end
    return (inside or (counted and draft.type.startswith("harm."))) and not (draft.figures or draft.several)
