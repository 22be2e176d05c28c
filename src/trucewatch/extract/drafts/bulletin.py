"""extract: bulletins of counts: how many violations a counter registered, each region and period for itself."""

from __future__ import annotations

import dataclasses
import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from trucewatch.extract.clauses.clause import Clause
from trucewatch.extract.days.story import time_item
from trucewatch.extract.drafts.dating import leading_time, stated_time
from trucewatch.extract.drafts.draft import Draft
from trucewatch.extract.drafts.figures import figure
from trucewatch.extract.phrases.item import Count, Item
from trucewatch.extract.places.located import Placer
from trucewatch.extract.sentence import Parsed
from trucewatch.extract.speech.attributed import speakers_at
from trucewatch.extract.speech.speaker import Speaker
from trucewatch.model import Figure, Place, Time
from trucewatch.model.claim import Measure

_DAY = dt.timedelta(days=1)
_LIST_SIGNS = frozenset("(-:")
_COUNTED = ("dip.report", "kin.", "dip.accusation")
"""Types that other rules make of the words of a count."""
_EXPLOSION = "kin.explosion_undetermined"


@dataclass(slots=True)
class _Tally:
    """One count: its figure, where it was counted, and whether in the period before; `[first, last]` are items."""

    figure: Figure
    first: int
    last: int
    place: Place | None = None
    here: bool = False
    """ "In the region": the one told of last."""
    before: bool = False
    act: bool = False
    """Counts acts of force by their own name, not "violations" or explosions."""
    listed: bool = False
    """In a list of places with their numbers behind or before them."""
    part: bool = False
    """ "Including 45 explosions": of the same place and period as the count it is part of."""


@dataclass(slots=True)
class Bulletins:
    """What a report's counts share from one sentence to the next: the region, what is counted, the hour of the cut."""

    placer: Placer
    region: Place | None = None
    measure: Measure | None = None
    cut: dt.datetime | None = None
    counter: Speaker | None = None

    def instead(self, parsed: Parsed, drafts: list[Draft]) -> list[Draft]:
        """The drafts of a sentence, where it is a bulletin with its counts in place of what else was made of them."""
        counts, stretch = self.read(parsed)
        if stretch is None:
            return drafts
        others = [d for d in drafts if not (d.type.startswith(_COUNTED) and stretch[0] <= d.start < stretch[1])]
        return sorted([*others, *counts], key=lambda draft: draft.start)

    def read(self, parsed: Parsed) -> tuple[list[Draft], tuple[int, int] | None]:
        """The counts that a sentence tells, one draft each region and period, and the stretch that they account for."""
        clause = next((c for c in parsed.clauses if _registers(c)), None)
        if clause is None:
            self._note_cut(parsed)
            return [], None
        tallies = self._tallies(parsed, clause)
        if not tallies or (tallies[0].act and len(tallies) == 1):
            return [], None  # "registered 34 air raids" tells of the raids
        base = self._period(parsed, clause)
        drafts = [self._draft(parsed, clause, group, base) for group in _groups(tallies)]
        return drafts, (min(clause.start, drafts[0].start), max(draft.end for draft in drafts))

    def _note_cut(self, parsed: Parsed) -> None:
        """ "As of 19:30 on 2 June": the hour up to which a report of this kind counts."""
        for item in parsed.items:
            if item.time is not None and item.time.bound == "from" and item.time.clock is not None:
                found = time_item(item, parsed, future=False)
                if found is not None and found.start is not None and len(found.start) > len("2021-06-02"):
                    self.cut = dt.datetime.fromisoformat(found.start)
                return

    # counts

    def _tallies(self, parsed: Parsed, clause: Clause) -> list[_Tally]:
        found: list[_Tally] = []
        leading = _leading_place(parsed, clause)
        where = self._place(parsed, leading) if leading is not None else None
        for k, item in enumerate(parsed.items):
            if item.kind != "np" or (k <= clause.at and not clause.passive):
                continue
            for made in self._counted(parsed, item, bare=bool(found), denied=clause.verb.negated):
                tally = _Tally(made, k, k, act=_is_act(item))
                self._located(tally, parsed, found, where)
                found.append(tally)
        if len(found) > 1 and found[1].listed and found[0].place == found[1].place:
            found[0].place = None  # "18 cases in the provinces of Idlib (10) and Hama (8)": the whole is of both
        _mark_before(parsed, found)
        self._place_before(found)
        return found

    def _place_before(self, found: list[_Tally]) -> None:
        """Counts of the period before, where no place is told with them, are of the same places in the same order."""
        now: list[Place | None] = [
            tally.place for tally in found if not tally.before and not tally.part and tally.place is not None
        ]
        before = [tally for tally in found if tally.before and not tally.part and tally.place is None]
        places = now if len(now) == len(before) else [now[-1] if now else self.region] * len(before)
        for tally, place in zip(before, places, strict=True):
            tally.place = place
        for n, tally in enumerate(found):
            if tally.part:
                tally.place, tally.before = found[n - 1].place, found[n - 1].before

    def _counted(self, parsed: Parsed, item: Item, *, bare: bool, denied: bool) -> Iterator[Figure]:
        """The figures of a phrase: what it counts, or a bare number after something counted."""
        for count in item.counts[:1]:
            measure = _measure_of(count)
            if measure is not None:
                self.measure = self.measure if bare else measure
                yield figure(count, measure, parsed)
            elif bare and count.head is None and self.measure is not None and _plain(count):
                yield figure(count, self.measure, parsed)
        if (item.negated or denied) and not item.counts and "violate" in item.classes and not bare:
            self.measure = "violations"
            span = parsed.span(item.start, item.end)
            yield Figure("violations", 0.0, 0.0, "exact", text=parsed.original[slice(*span)], span=span)

    def _located(self, tally: _Tally, parsed: Parsed, found: list[_Tally], where: Place | None) -> None:
        """Where a count was made: the name before "(10)" or "- 10", "in" a place behind it, else what leads."""
        items, k = parsed.items, tally.first
        listed = _listed_before(items, k)
        if listed is not None:
            tally.place, tally.first, tally.listed = self._place(parsed, items[listed]), listed, True
            tally.last += k + 1 < len(items) and items[k + 1].kind == "punct" and items[k + 1].marks[0].text == ")"
        elif k + 2 < len(items) and items[k + 1].kind == "prep" and items[k + 1].cls & {"in"}:
            self._behind(tally, parsed, items[k + 2])
        tally.part = bool(found) and listed is None and _is_part(parsed, k)
        if tally.place is None and not found:
            tally.place = where
        if tally.part:
            tally.place = found[-1].place
        elif tally.place is None and tally.here and self.region is not None:
            tally.place = self.region
        if tally.place is not None:
            self.region = tally.place

    def _behind(self, tally: _Tally, parsed: Parsed, phrase: Item) -> None:
        if phrase.kind != "np":
            return
        place = self._place(parsed, phrase)
        tally.here = place is None and phrase.definite and bool(phrase.classes & {"territory", "part_of"})
        if place is not None or tally.here:
            tally.place, tally.last = place, tally.last + 2

    def _place(self, parsed: Parsed, item: Item) -> Place | None:
        for part in (item, *item.of, *item.parts[:1]):
            if part.places:
                return self.placer.of_phrase(part, parsed)
        return None

    # periods

    def _period(self, parsed: Parsed, clause: Clause) -> Time | None:
        """The counts' period: the words' own, the day up to the hour of the cut, else the day before the report."""
        told = None if _before_words(parsed) else _told_time(parsed, clause)
        if told is not None and told.start is not None and told.end is not None:
            return told
        if self.cut is not None:
            start = (self.cut - _DAY).isoformat(timespec="minutes")
            return Time(start, self.cut.isoformat(timespec="minutes"), "day", "inherited")
        if parsed.anchor is None:
            return None
        return Time((parsed.anchor - _DAY).isoformat(), parsed.anchor.isoformat(), "day", "published")

    def _draft(self, parsed: Parsed, clause: Clause, group: Sequence[_Tally], base: Time | None) -> Draft:
        items = parsed.items
        first, last = min(t.first for t in group), max(t.last for t in group)
        bare = not group[0].listed and group[0].first == group[0].last
        start = clause.start if bare or first <= clause.at + 1 else items[first].start
        draft = Draft(parsed, "dip.report", start, items[last].end, "happened", f"{parsed.pack.code}.act.counted")
        draft.features = ["own_clause"]
        draft.clause, draft.background = clause, True
        draft.time = _shifted(base) if group[0].before else base
        draft.place = group[0].place
        draft.speakers = self._counters(parsed, clause)
        by = next((speaker.id or speaker.who for speaker, _ in draft.speakers), None)
        period = (draft.time.start, draft.time.end) if draft.time is not None else None
        draft.figures = [dataclasses.replace(t.figure, counted_by=by, period=period) for t in group]
        return draft

    def _counters(self, parsed: Parsed, clause: Clause) -> tuple[tuple[Speaker, str], ...]:
        """Who counted ("it" is who counted before), and who tells of it."""
        told = speakers_at(parsed, clause.verb.start, real=True)
        subject = clause.subject
        if subject is None or clause.passive:
            return told
        if not subject.pronoun:
            named = parsed.speaker_of(subject) if parsed.speaker_of is not None else None
            self.counter = named or _unlisted(parsed, subject)
        if self.counter is None:
            return told
        verb = clause.verb.verb.lemma if clause.verb.verb is not None else ""
        return ((self.counter, verb), *told)


def _unlisted(parsed: Parsed, subject: Item) -> Speaker:
    """ "The mission": whoever counts is a monitor, if nothing else is known of it."""
    span = parsed.span(subject.start, subject.end)
    return Speaker(parsed.original[slice(*span)], "monitor", span=(subject.start, subject.end))


def _registers(clause: Clause) -> bool:
    """Whether a clause tells of counting that was done: "registered", or "reported six violations"."""
    verb = clause.verb
    if verb.form != "finite" or verb.modal is not None or not verb.classes & {"register", "say"}:
        return False
    told = [*clause.objects, *([clause.subject] if clause.passive and clause.subject is not None else [])]
    breaches = any(c.head is not None and "violate" in c.head.classes for o in told for c in o.counts)
    noted = clause.passive and any(_is_act(o) for o in told)  # "twelve shellings were noted"
    counts = "register" in verb.classes or ("say" in verb.classes and (breaches or noted))
    none = any("violate" in o.classes and not o.counts and (verb.negated or o.negated) for o in told)
    counts = counts or (none and "say" in verb.classes)
    return counts and (none or not verb.negated)


def _measure_of(count: Count) -> Measure | None:
    """What a count of a bulletin measures: explosions, shells, else violations; None for other things."""
    head = count.head
    if head is None:
        return None
    if head.type == _EXPLOSION:
        return "explosions"
    if "violate" in head.classes or (head.type is not None and head.type.startswith("kin.")):
        return "violations"
    return "shells" if head.info.get("measure") == "shells" else None


def _is_act(item: Item) -> bool:
    head = item.counts[0].head if item.counts else None
    return head is not None and head.type is not None and head.type.startswith("kin.") and head.type != _EXPLOSION


def _plain(count: Count) -> bool:
    """No year, and no interval with an open side."""
    number = count.number
    return number.high is not None and not (number.low == number.high and 1900 <= number.low <= 2100)


def _leading_place(parsed: Parsed, clause: Clause) -> Item | None:
    """ "In Donetsk region, the mission recorded ...": a place that opens the sentence."""
    items = parsed.items
    for k in range(min(clause.at, len(items) - 1)):
        if items[k].kind == "prep" and items[k].cls & {"in"} and items[k + 1].kind == "np" and items[k + 1].places:
            return items[k + 1]
    return None


def _listed_before(items: list[Item], k: int) -> int | None:
    """The index of the place name before "(10)", "- 10" or ": 10", where a number stands so."""
    number = items[k]
    if number.head is not None or not number.counts or number.counts[0].head is not None or k < 2:
        return None
    sign, name = items[k - 1], items[k - 2]
    if sign.kind != "punct" or sign.marks[0].text not in _LIST_SIGNS or name.kind != "np":
        return None
    return k - 2 if any(part.places for part in (name, *name.of)) else None


def _is_part(parsed: Parsed, k: int) -> bool:
    """ "Including 45 explosions", "of which three": a part of the count before."""
    words = parsed.pack.lists.get("part_words", frozenset())
    return any(mark.key in words for item in parsed.items[max(0, k - 3) : k + 1] for mark in item.marks)


def _mark_before(parsed: Parsed, found: Sequence[_Tally]) -> None:
    """Which counts are of "the previous period": all after it at the head of the sentence, the one in parentheses
    behind it ("than in the previous period (18)"), else those before it that have no place of their own.
    """
    starts = [parsed.items[tally.first].start for tally in found]
    for at in _before_words(parsed):
        behind = [n for n, start in enumerate(starts) if start > at]
        if len(behind) == len(found):
            for tally in found:
                tally.before = True
        elif behind and _opens_parenthesis(parsed, at, starts[behind[0]]):
            found[behind[0]].before = True
        else:
            _mark_backwards(found[: behind[0] if behind else len(found)])


def _mark_backwards(found: Sequence[_Tally]) -> None:
    for n in range(len(found) - 1, -1, -1):
        if n < len(found) - 1 and (found[n].place is not None or found[n].part):
            return
        found[n].before = n > 0


def _opens_parenthesis(parsed: Parsed, start: int, end: int) -> bool:
    return any(i.kind == "punct" and i.marks[0].text == "(" and start < i.start < end for i in parsed.items)


def _told_time(parsed: Parsed, clause: Clause) -> Time | None:
    """The time in the clause or at the head of its sentence, also inside a phrase ("between the evenings of ...")."""
    found = stated_time(clause, parsed, "happened") or leading_time(parsed, clause)
    inside = [item for item in parsed.items[: clause.at] if item.kind == "np" and item.time is not None]
    return found or (time_item(inside[0], parsed, future=False) if inside else None)


def _before_words(parsed: Parsed) -> list[int]:
    """Where words like "previous" stand beside a word for a period, before it or behind it by the language."""
    lists = parsed.pack.lists
    previous, periods = lists.get("previous_words", frozenset()), lists.get("period_words", frozenset())
    marks = [mark for item in parsed.items for mark in item.marks]
    found = []
    for n, mark in enumerate(marks):
        if mark.key in previous or previous & set(mark.key.split(" ")):
            beside = {word for other in marks[max(0, n - 2) : n + 4] for word in other.key.split(" ")}
            found += [mark.start] if beside & periods else []
    return found


def _groups(tallies: Iterable[_Tally]) -> list[list[_Tally]]:
    """Counts of one place and period together, each list place for itself, in their order."""
    found: list[list[_Tally]] = []
    for tally in tallies:
        if found and tally.part:
            found[-1].append(tally)
        else:
            found.append([tally])
    return found


def _shifted(time: Time | None) -> Time | None:
    """The period of the same length before."""
    if time is None or time.start is None or time.end is None:
        return None
    start, end = dt.datetime.fromisoformat(time.start), dt.datetime.fromisoformat(time.end)
    whole = len(time.start) == len("2021-06-02")
    ends = (start - (end - start), start)
    low, high = (e.date().isoformat() if whole else e.isoformat(timespec="minutes") for e in ends)
    return Time(low, high, time.precision, "inherited")
