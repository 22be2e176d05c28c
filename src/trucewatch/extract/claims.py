"""extract: a report becomes claims: segment, mark, phrase, clause, stance, claim, one sentence after another."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Callable

from trucewatch.extract.clauses.clause import Clause
from trucewatch.extract.clauses.wordorder import chunker_of, clauses_of
from trucewatch.extract.days.anchor import anchor_of, rough_anchor_of
from trucewatch.extract.days.chronicle import dated_by_the_year_told
from trucewatch.extract.days.counted import counted_from_happenings
from trucewatch.extract.days.order import in_one_order
from trucewatch.extract.days.story import Story
from trucewatch.extract.drafts.accident import without_accidents
from trucewatch.extract.drafts.agreed import date_by_agreements
from trucewatch.extract.drafts.announced import place_announced
from trucewatch.extract.drafts.bombing import by_forces
from trucewatch.extract.drafts.bulletin import Bulletins
from trucewatch.extract.drafts.clausal import clause_drafts
from trucewatch.extract.drafts.combined import as_combined
from trucewatch.extract.drafts.dating import time_for
from trucewatch.extract.drafts.draft import Draft, claim_of
from trucewatch.extract.drafts.hurt import settled, tells_of_death
from trucewatch.extract.drafts.merge import join_told
from trucewatch.extract.drafts.narrow import narrow_times
from trucewatch.extract.drafts.nominal import nominal_drafts
from trucewatch.extract.drafts.observations import observation_claims
from trucewatch.extract.drafts.retold import date_by_retelling
from trucewatch.extract.drafts.sharing import share_agreed_day, share_spoken_day, share_talks_day, share_times
from trucewatch.extract.drafts.whom import with_victims
from trucewatch.extract.knowledge import Knowledge
from trucewatch.extract.phrases.item import Item
from trucewatch.extract.places.alone import only_place, place_before, place_behind
from trucewatch.extract.places.backdrop import backdrop_of
from trucewatch.extract.places.located import Placer
from trucewatch.extract.places.settle import place_around, place_beside, stated_place
from trucewatch.extract.places.spots import Spotter
from trucewatch.extract.segment import Sentence, sentences
from trucewatch.extract.sentence import Parsed
from trucewatch.extract.speech.quotation import Quote, quotes
from trucewatch.extract.speech.running import all_quoted, cued_later, echoed
from trucewatch.extract.speech.scene import Scene
from trucewatch.extract.speech.speaker import Speaker
from trucewatch.extract.speech.stance import regions
from trucewatch.extract.speech.voices import Voices
from trucewatch.extract.theatres import theatres_in_play
from trucewatch.extract.times.value import wide
from trucewatch.extract.words.token import Marker
from trucewatch.languages.fold import Folded, fold
from trucewatch.languages.pack import Pack
from trucewatch.model import Claim, Place, Report
from trucewatch.undisturbed import undisturbed

_PLACED = (
    "kin.",
    "pos.",
    "civ.",
    "harm.",
    "wd.",
    "mon.",
    "hum.",
    "crowd.",
    "state.intensity",
    "term.zone",
    "term.patrol",
)
_SOUGHT = frozenset({"cooperate", "solution", "relation"})
_SITE = re.compile(r"\s[-|–—]\s")
"""What parts a title from the name of the site behind it."""
_QUIET_SECTIONS = frozenset({"caption"})


class _Reader:
    """Reads one report from its first sentence to its last, keeping who spoke and where it was."""

    def __init__(self, report: Report, knowledge: Knowledge, pack: Pack) -> None:
        self.report, self.pack = report, pack
        self.anchor, self.rough = anchor_of(report), rough_anchor_of(report)
        self.knowledge = knowledge.at(self.anchor)
        self.folded: Folded = fold(report.text)
        self.quotes = quotes(self.folded)
        self.voices = Voices(self.folded, pack)
        self.marker = Marker(pack, self.knowledge, theatres_in_play(self.folded, pack, self.knowledge))
        self.place: Place | None = None
        self.carried: Place | None = None
        """The place as those inherit it that name none, made when the first of them asks."""
        self.read: list[Parsed] = []
        self.topic = False
        """Whether the last sentence was about the agreement."""
        self.story = Story([])

    def parsed(self) -> list[Parsed]:
        """Every sentence, parsed: all of them first, since what a report names later tells which place is meant."""
        found = [self._parse(sentence) for sentence in sentences(self.report, self.folded, self.pack)]
        cued_later(found)
        dated_by_the_year_told(found)
        in_one_order(found)
        counted_from_happenings(found)
        echoed(found)
        self.story = Story(found)
        return found

    def placer(self, read: list[Parsed]) -> Placer:
        """What resolves the places of the report, which knows all that the report names."""
        title = self._title()
        spots = [spot for parsed in (*read, *([title] if title else [])) for spot in parsed.spots]
        items = [item for parsed in read for item in parsed.items]
        homes = self.knowledge.lands.homes
        lands = sorted({land for theatre in self.marker.theatres for land in homes.get(theatre, ())})
        backdrop = backdrop_of(spots, items, self.knowledge.actors, self.knowledge.gazetteer, lands)
        return Placer(backdrop, self.knowledge.gazetteer, read, title)

    def _title(self) -> Parsed | None:
        """The places of a title that stands beside the text and not in it."""
        title = self.report.title
        if not title or "title_span" in self.report.meta or title in self.report.text:
            return None
        folded = fold(_SITE.split(title, maxsplit=1)[0])
        sentence = Sentence(0, len(folded.text), -1, "headline", -1)
        marks = self.marker.marks(folded, 0, len(folded.text))
        spots = Spotter(marks, self.pack, self.knowledge.gazetteer).run()
        return Parsed(
            self.report, folded, sentence, self.pack, [], [], [], [], self.anchor, self.rough, spots=spots, marks=marks
        )  # fmt: skip

    def _parse(self, sentence: Sentence) -> Parsed:
        marks = self.marker.marks(self.folded, sentence.start, sentence.end)
        items = chunker_of(marks, self.pack, self.folded, self.knowledge).items()
        clauses = clauses_of(items, self.pack, notes=sentence.section != "headline")
        _carry_nouns(clauses)
        self._resolve_it(clauses)
        inside = [q for q in self.quotes if q.start < sentence.end and q.end > sentence.start]
        before = self.voices.running
        found = regions(Scene(clauses, items, sentence, inside, self.folded.text, self.voices))
        running = self._running(sentence, inside, before, bool(found))
        parsed = Parsed(
            self.report,
            self.folded,
            sentence,
            self.pack,
            items,
            clauses,
            found,
            inside,
            self.anchor,
            self.rough,
            running,
            Spotter(marks, self.pack, self.knowledge.gazetteer).run(),
            marks,
            self._speakers(clauses),
            [part for item in items for part in item.with_attached() if part.time is not None],
        )
        quoting = [r for r in found if any(r.start <= q.start < r.end for q in inside)]
        spoken = [r for r in quoting or found if not r.speaker.document]
        if spoken:
            self.voices.running = spoken[0].speaker
        return parsed

    def _resolve_it(self, clauses: list[Clause]) -> None:
        """ "It also allowed ...": the agreement, when that is what the sentence before was about."""
        topic = self.topic
        for clause in clauses:
            subject = clause.subject
            if subject is None or clause.inherited_subject:
                continue
            if subject.pronoun == "neuter" and topic:
                subject.classes.add("agreement")
            elif clause.kind in ("main", "coordinate", "sub"):
                topic = "agreement" in subject.classes or any("agreement" in o.classes for o in subject.of)
        if clauses:
            self.topic = topic

    def _speakers(self, clauses: list[Clause]) -> Callable[[Item | None], Speaker | None]:
        """Names the speaker of a phrase as a reader knows it at this sentence, whoever speaks later."""
        known = {id(c.subject): self.voices.speaker(c.subject) for c in clauses if c.subject is not None}
        return lambda item: known[id(item)] if id(item) in known else self.voices.speaker(item)

    def _running(self, sentence: Sentence, inside: list[Quote], before: Speaker | None, cued: bool) -> Speaker | None:
        """The speaker of a sentence that is nothing but quotation."""
        return before if not cued and all_quoted(sentence, inside) else None

    def claims(self) -> list[Claim]:
        """The claims of the report in the order of its text."""
        drafts: list[Draft] = []
        deadly = False
        read = self.read = self.parsed()
        placer = self.placer(read)
        bulletins = Bulletins(placer)
        for parsed in read:
            if (
                parsed.sentence.section in _QUIET_SECTIONS
                and not parsed.clauses
                and not any(i.time for i in parsed.items)
            ):
                continue
            deadly = deadly or tells_of_death(parsed)
            found = clause_drafts(parsed)
            found = with_victims([*found, *nominal_drafts(parsed, found)], parsed)
            found = by_forces(bulletins.instead(parsed, as_combined(join_told(found, parsed), parsed)))
            for draft in found:
                self._settle(draft, placer)
            drafts += found
        drafts = _without_echoes(without_accidents(settled(drafts, deadly=deadly), read))
        place_announced(drafts)
        _place_alone(drafts, read, placer)
        share_times(drafts, self.story)
        narrow_times(drafts, self.story)
        date_by_retelling(drafts, self.story)
        date_by_agreements(drafts, read)
        share_agreed_day(drafts)
        share_spoken_day(drafts)
        share_talks_day(drafts)
        return _unique([claim_of(draft) for draft in drafts])

    def let_go(self) -> None:
        """Unties what holds each other in a ring, so that all of it is freed at once and no collector has to look."""
        for parsed in self.story.sentences:
            parsed.speaker_of = None
            for clause in parsed.clauses:
                clause.parent = None
                clause.children.clear()

    def _settle(self, draft: Draft, placer: Placer) -> None:
        parsed = draft.parsed
        clause = draft.clause or next((c for c in parsed.clauses if c.start <= draft.start < c.end), None)
        own = draft.clause or next(
            (c for c in parsed.clauses if c.start == draft.start and c.end >= draft.start), clause
        )
        draft.time = draft.time or time_for(draft, own)
        if draft.type.startswith(_PLACED):
            draft.place = self._place(draft, own, placer)
        if draft.stretch and draft.type.startswith("harm.") and (draft.time is None or draft.time.basis != "stated"):
            draft.background = True  # "43 have died so far" is a total, not the loss of one day
        if (
            draft.type.startswith(("kin.", "pos.", "civ.", "harm."))
            and wide(draft.time)
            and draft.time is not None
            and draft.time.basis != "published"
            and draft.time.precision != "day"
        ):
            draft.background = True

    def _place(self, draft: Draft, clause: Clause | None, placer: Placer) -> Place | None:
        found, parsed = None, draft.parsed
        if clause is not None:
            found = stated_place(clause, parsed, placer, draft.carrier)
            if found is None and draft.partner is not None:
                found = stated_place(draft.partner, parsed, placer)
            found = found or place_around(clause, parsed, placer)
        found = found or place_beside(draft.start, parsed, placer)
        if found is not None:
            if found.middle is not None and found.level != "country":
                self.place, self.carried = found, None
            return found
        if self.place is None:
            return place_before(parsed, self.read, placer)
        if self.carried is None:
            self.carried = dataclasses.replace(self.place, basis="inherited")
        return self.carried


def _place_alone(drafts: list[Draft], read: list[Parsed], placer: Placer) -> None:
    """Gives the acts that are told without a place the one that the next sentence tells, or the only town that a short
    text, its title or its dateline names.
    """
    acts = [d for d in drafts if d.type.startswith(("kin.", "civ.", "harm."))]
    lost = [d for d in acts if d.place is None]
    found = (only_place(read, placer) or placer.titled()) if lost else None
    telling = {d.parsed.sentence.index for d in acts} if lost else set()
    for draft in lost:
        draft.place = found or place_behind(draft.parsed, read, telling, placer)


def _without_echoes(drafts: list[Draft]) -> list[Draft]:
    """ "The attack", told of before in the report, is no second attack."""
    kept: list[Draft] = []
    for draft in drafts:
        nominal = draft.anaphoric and draft.features[:1] == ["nominal"]
        if not (nominal and any(d.type.startswith(("kin.", "civ.")) for d in kept)):
            kept.append(draft)
    return kept


def _carry_nouns(clauses: list[Clause]) -> None:
    """ "expressed the hope that", "made a promise to": a plain verb with a noun of speech is that speech."""
    for clause in clauses:
        if "injure" in clause.verb.classes and any(m.sense("adv", "fatal") for m in clause.verb.marks):
            clause.verb.classes = (set(clause.verb.classes) - {"injure"}) | {"kill", "lethal"}
        if "seek" in clause.verb.classes and any(o.classes & _SOUGHT for o in clause.objects):
            clause.verb.classes = set(clause.verb.classes) - {"demand"}  # nothing is demanded of anybody
        _take_responsibility(clause)
        plain = clause.verb.classes & {"generic", "begin", "offer"} and not clause.verb.classes & {"reject", "deny"}
        plain = plain and not (clause.subject is not None and "crowd" in clause.subject.classes)  # a march says nothing
        if plain and clause.objects:
            speech = clause.objects[0].classes & {
                "hope",
                "promise",
                "accuse",
                "reject",
                "condemn",
                "condole",
                "offer",
                "request",
                "threaten",
            }
            if speech and clause.objects[0].head is not None:
                clause.verb.classes = set(clause.verb.classes) | speech


_ANSWERS = frozenset({"hold_to", "announce", "say", "take_on"})
"""Verbs that with a responsibility accuse or admit."""


def _take_responsibility(clause: Clause) -> None:
    """ "Holds the rebels responsible for" accuses them; "announced its responsibility for" admits it."""
    if clause.verb.classes.isdisjoint(_ANSWERS):
        return
    told = [*clause.objects, *(np for _, np in clause.pps)]
    if not any("responsibility" in item.all_classes() for item in told):
        return
    if "hold_to" in clause.verb.classes:
        clause.verb.classes = (set(clause.verb.classes) - {"organise", "control", "generic", "use"}) | {"accuse"}
    elif clause.verb.classes & {"announce", "say", "take_on"}:
        clause.verb.classes = set(clause.verb.classes) | {"admit"}


def _unique(claims: list[Claim]) -> list[Claim]:
    """Each claim once; of two that say the same of the same words the more confident stays."""
    kept: dict[str, Claim] = {}
    for claim in claims:
        kept.setdefault(claim.id, claim)
    found: list[Claim] = []
    open_: list[Claim] = []
    for claim in sorted(kept.values(), key=lambda c: (c.spans[0], c.type)):
        # Sorted by their beginning, only claims that have not ended yet can hold this one.
        open_ = [c for c in open_ if c.spans[0][1] > claim.spans[0][0]]
        twin = next(
            (
                c
                for c in open_
                if c.type == claim.type
                and _inside(claim.spans[0], c.spans[0])
                and c.modality == claim.modality
                and (not claim.figures or claim.figures == c.figures)
            ),
            None,
        )
        if twin is None:
            found.append(claim)
            open_.append(claim)
    return found


def _inside(inner: tuple[int, int], outer: tuple[int, int]) -> bool:
    return outer[0] <= inner[0] and inner[1] <= outer[1]


def claims(report: Report, knowledge: Knowledge) -> list[Claim]:
    """The claims of one report, in the order of its text; none for a language without a pack."""
    if isinstance(report.meta.get("observation"), dict):
        return observation_claims(report, knowledge)
    pack = knowledge.pack(report.language)
    if pack is None:
        return []
    with undisturbed():
        return _read(report, knowledge, pack)


def _read(report: Report, knowledge: Knowledge, pack: Pack) -> list[Claim]:
    """The claims of a report; when they are returned, all else that it gave is gone."""
    reader = _Reader(report, knowledge, pack)
    found = reader.claims()
    reader.let_go()
    return found
