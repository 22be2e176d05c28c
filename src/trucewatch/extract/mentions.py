"""extract: every date, place, actor, figure and attribution that was recognised, whether or not a claim uses it."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator

from trucewatch.extract.claims import _Reader
from trucewatch.extract.days.story import time_item
from trucewatch.extract.drafts.counts import counts_of
from trucewatch.extract.knowledge import Knowledge
from trucewatch.extract.phrases.item import Item
from trucewatch.extract.places.located import Placer
from trucewatch.extract.sentence import Parsed
from trucewatch.extract.speech.region import Region
from trucewatch.languages.pack import Pack
from trucewatch.model import Mention, Report
from trucewatch.undisturbed import undisturbed

_VAST_KM = 1000.0
"""The radius beyond which the middle of a country is not given even where it is mentioned."""


def mentions(report: Report, knowledge: Knowledge) -> list[Mention]:
    """All mentions of a report in the order of its sentences."""
    pack = knowledge.pack(report.language)
    if pack is None:
        return []
    with undisturbed():
        return _read(report, knowledge, pack)


def _read(report: Report, knowledge: Knowledge, pack: Pack) -> list[Mention]:
    """The mentions of a report; when they are returned, all else that it gave is gone."""
    reader = _Reader(report, knowledge, pack)
    sentences = reader.parsed()
    placer = reader.placer(sentences)
    found = [mention for parsed in sentences for mention in _of(parsed, placer)]
    reader.let_go()
    return found


def _source(region: Region, parsed: Parsed) -> tuple[int, int] | None:
    """The words that name the speaker here: a pronoun's own place, not that of the name it stands for."""
    clause = region.clause
    item = clause.subject if clause is not None and not clause.passive else None
    if clause is not None and clause.kind == "relative" and clause.inherited_subject:
        item = next((i for i in reversed(parsed.items[: clause.at]) if i.kind == "rel"), item)
    if item is not None and (item.pronoun or item.kind == "rel"):
        return parsed.span(item.start, item.end)
    return parsed.span(*region.speaker.span) if region.speaker.span else None


_MINDS = frozenset({"opine", "demand"})
"""Kinds of verbs that say something only with what is thought or wanted: "sees a plot", "wants him to leave"."""


def _attributes(region: Region, parsed: Parsed) -> bool:
    """Whether the report attributes something here. What stands within quoted words is the speaker's own affair; what
    was not, will be or should be said is not said.
    """
    at, clause = region.cue_span[0], region.clause
    source = region.speaker.span[0] if region.speaker.span is not None else at
    if any(
        q.start <= at < q.end and (clause is None or q.start <= clause.start or q.start <= source < q.end)
        for q in parsed.quotes
    ):
        return False
    if clause is None:
        return True
    verb = clause.verb
    if verb.form == "infinitive" or verb.modal is not None or (verb.negated and region.cue != "deny"):
        return False
    if region.cue not in _MINDS:
        return True
    told = any(c.parent is clause for c in parsed.clauses)
    return told or any(q.start < region.end and region.start < q.end for q in parsed.quotes)


def _times(item: Item, parsed: Parsed) -> Iterator[Mention]:
    """A time expression with its own value, whatever "since" or "until" makes of it; of a range both ends."""
    phrase = item.time
    ends = [phrase] if phrase is None or phrase.upto is None else [phrase, phrase.upto]
    for end in ends:
        if end is None or phrase is None:
            continue
        marks = item.marks[end.i - item.i : end.j - item.i] if phrase.upto is not None else item.marks
        if end is phrase and phrase.upto is not None:
            marks = item.marks[: phrase.upto.i - item.i]
            marks = marks[: max((k + 1 for k, m in enumerate(marks) if m.times or m.value is not None), default=1)]
        alone = item.but(time=dataclasses.replace(end, bound=None, upto=None), marks=marks or item.marks)
        if marks:
            alone.start, alone.end = marks[0].start, marks[-1].end
        time = time_item(alone, parsed, future=False)
        if time is not None:
            yield Mention(parsed.report.id, "time", time.span, time.start, time.end, time.precision)


def _of(parsed: Parsed, placer: Placer) -> Iterator[Mention]:
    report = parsed.report.id
    for item in parsed.items:
        if item.time is not None and item.kind == "time":
            yield from _times(item, parsed)
        for actor in item.actors:
            yield Mention(report, "actor", parsed.span(actor.start, actor.end), id=actor.id, name=actor.text)
        for count, _ in counts_of(item):
            number = count.number
            yield Mention(report, "figure", parsed.span(count.start, count.end), low=number.low, high=number.high)
    for spot in parsed.spots:
        place = placer.place(spot, parsed)
        vast = (place.radius_km or 0.0) > _VAST_KM
        lat, lon = (None, None) if vast or place.middle is None else place.middle
        where = {"lat": lat, "lon": lon, "id": place.id, "name": place.name, "level": place.level}
        yield Mention(report, "place", place.span, **where)  # type: ignore[arg-type]
    for region in parsed.regions:
        if not _attributes(region, parsed):
            continue
        source = _source(region, parsed)
        yield Mention(
            report,
            "attribution",
            source=source,
            cue=parsed.folded.span(*region.cue_span),
            content=parsed.span(region.start, region.end),
            who=region.speaker.who,
        )
