"""extract: a claim in the making, and the one place where a claim is put together."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field

from trucewatch.extract.clauses.clause import Clause
from trucewatch.extract.drafts.confidence import confidence
from trucewatch.extract.phrases.item import Item
from trucewatch.extract.sentence import Parsed
from trucewatch.extract.speech.speaker import HOUSES, Speaker
from trucewatch.model import ActorRole, Attribution, Claim, Figure, Place, Report, Time, Weapon
from trucewatch.model.claim import Modality, Polarity, Section


@dataclass(slots=True)
class Draft:
    """Everything known of one claim before it is frozen; `start`, `end` are folded offsets."""

    parsed: Parsed
    type: str
    start: int
    end: int
    modality: Modality
    rule: str
    polarity: Polarity = "+"
    time: Time | None = None
    place: Place | None = None
    actors: tuple[ActorRole, ...] = ()
    figures: list[Figure] = field(default_factory=list)
    speakers: tuple[tuple[Speaker, str], ...] = ()
    weapon: str | None = None
    calibre: float | None = None
    joint: bool = False
    about: str | None = None
    response_to: str | None = None
    words: str | None = None
    outcome: str | None = None
    background: bool = False
    stretch: bool = False
    """Told in a perfect or present tense: of a time up to now, not of one moment."""
    anaphoric: bool = False
    """Names the act with "the": the one told before."""
    carrier: Item | None = None
    clause: Clause | None = None
    partner: Clause | None = None
    """The clause of the act, when act and harm were told in two."""
    features: list[str] = field(default_factory=list)
    bound: str | None = None
    """What bounds the time of an act whose day no words name, for the one who reads `why`."""
    said: Time | None = None
    """When it was said, where the saying has a day of its own."""
    tentative: bool = False
    """Tells that somebody was hurt by what was done for him ("taken to hospital"): he may have died since."""
    struck: list[Figure] = field(default_factory=list)
    """Whom a shot hit, as injured, until the report says that they died."""
    several: list[Figure] = field(default_factory=list)
    """Victims told of in the plural without a number, for a report that gives no number of them."""


def _attribution(draft: Draft, report: Report) -> tuple[Attribution, ...]:
    chain: list[Attribution] = []
    for speaker, verb in draft.speakers:
        span = draft.parsed.span(*speaker.span) if speaker.span else None
        if not any(link.who == speaker.who for link in chain):
            chain.append(Attribution(speaker.who, speaker.kind, speaker.id, verb, span))
    for agency in report.credit:
        if not any(link.id == agency for link in chain):
            chain.append(Attribution(agency, "agency", agency))
    if report.source and report.source not in report.credit:
        chain.append(Attribution(report.source, "outlet"))
    return tuple(chain)


def _root(draft: Draft, report: Report) -> str | None:
    """The upstream of the words: the first house that passes them on, else the report's agency, else its source."""
    for speaker, _ in draft.speakers:
        if speaker.kind in HOUSES and speaker.id:
            return speaker.id
    return report.credit[0] if report.credit else report.source


_LONG = 260
"""Characters of a sentence in which subjects and days are easily given to the wrong verb."""


def features_of(draft: Draft, section: Section) -> list[str]:
    """The named features on which the confidence in a claim rests; `confidence.yaml` says what each is worth."""
    sentence = draft.parsed.sentence
    found = [*draft.features, f"by_{_maker(draft.rule)}"]
    found += ["stated_time"] if draft.time and draft.time.basis == "stated" else []
    placed = draft.place is not None and draft.place.basis == "stated" and draft.place.middle is not None
    found += ["stated_place"] if placed else []
    found += ["actor"] if any(actor.id for actor in draft.actors) else ["no_actor"]
    found += ["figure"] if draft.figures else []
    found += ["headline"] if section == "headline" else []
    found += ["long_sentence"] if sentence.end - sentence.start > _LONG else []
    found += ["translated"] if draft.parsed.report.translated_from else []
    return found


_MAKERS = frozenset({"act", "harm", "noun", "speech", "said", "term"})


def _maker(rule: str) -> str:
    """The kind of rule that made a claim: a verb of the act, a verb of harm, a noun, speech; else a frame."""
    return next((part for part in rule.split(".")[:2] if part in _MAKERS), "frame")


def _bounded(draft: Draft) -> tuple[str, ...]:
    return (f"time bounded by {draft.bound}",) if draft.bound and draft.time and draft.time.precision == "open" else ()


def claim_of(draft: Draft) -> Claim:
    """The finished claim; its id is a hash of report, span, type and rule, so that it is the same in every run."""
    report, parsed = draft.parsed.report, draft.parsed
    span = parsed.span(draft.start, draft.end)
    section: Section = parsed.sentence.section
    if section in ("body", "lead") and parsed.in_quote((draft.start + draft.end) // 2):
        section = "quote"
    features = features_of(draft, section)
    key = f"{report.id}|{span}|{draft.type}|{draft.modality}|{draft.polarity}|{draft.rule}"
    return Claim(
        id="c_" + hashlib.sha256(key.encode()).hexdigest()[:12],
        report=report.id,
        spans=(span,),
        quote=parsed.original[span[0] : span[1]],
        type=draft.type,
        modality=draft.modality,
        polarity=draft.polarity,
        section=section,
        time=draft.time,
        place=draft.place,
        actors=draft.actors,
        weapon=Weapon(draft.weapon, draft.calibre) if draft.weapon else None,
        joint=draft.joint,
        response_to=draft.response_to,
        about=draft.about,
        words=draft.words,
        outcome=draft.outcome,  # type: ignore[arg-type]
        figures=tuple(draft.figures),
        attribution=_attribution(draft, report),
        root=_root(draft, report),
        background=draft.background,
        confidence=confidence(features),
        why=(f"rule {draft.rule}", *(f"feature {name}" for name in features), *_bounded(draft)),
    )
