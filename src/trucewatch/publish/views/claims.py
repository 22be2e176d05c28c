"""publish: one claim as it is shown: its words with the values marked, who says so, and what was read in them."""

from __future__ import annotations

import json
from dataclasses import dataclass

from markupsafe import Markup

from trucewatch.model import Claim, Correction, Figure, Place, Time
from trucewatch.publish.format import Text
from trucewatch.publish.index import anchor
from trucewatch.publish.page import Page, direction

Pair = tuple[Text, Text]


@dataclass(frozen=True, slots=True)
class Quote:
    """A quotation with its address."""

    html: Markup
    language: str | None
    direction: str
    cite: Text
    claim: Text


@dataclass(frozen=True, slots=True)
class Account:
    """A claim as a card."""

    anchor: str
    lineage: list[tuple[Text, str]]
    said: Text
    quote: Quote
    facts: tuple[Pair, ...]
    how: Text


def quote(page: Page, claim: Claim) -> Quote:
    """The claim's words, the figures in them marked."""
    report = page.ix.reports.get(claim.report)
    language = report.language if report else None
    open_, close = page.words.listed("quotes") if language is None else _quotes(language)
    text = page.mask.html(claim.quote, _marks(claim))
    return Quote(
        html=Markup("{}{}{}").format(open_, text, close),
        language=language,
        direction=direction(language),
        cite=_cite(page, claim),
        claim=page.link("c", claim.id, page.f.say("incident.claim")) if claim.id in page.ix.incident_of else "",
    )


def _quotes(language: str) -> list[str]:
    if language.startswith("fr"):
        return ["«\u00a0", "\u00a0»"]
    return ["«", "»"] if direction(language) == "rtl" or language in ("ru", "uk") else ["“", "”"]


def _marks(claim: Claim) -> list[tuple[int, int]]:
    """Where in the quotation the figures stand; none when the quotation is not the text of its span."""
    if not claim.spans or claim.spans[0][1] - claim.spans[0][0] != len(claim.quote):
        return []
    start, end = claim.spans[0]
    spans = [figure.span for figure in claim.figures if figure.span is not None]
    return [(a - start, b - start) for a, b in spans if start <= a < b <= end]


def _cite(page: Page, claim: Claim) -> Text:
    report = page.ix.reports.get(claim.report)
    parts: list[Text] = [page.report_link(claim.report)]
    if report is not None:
        if report.source:
            parts.append(page.foreign(report.source))
        parts.append(_language(page, report.language, report.translated_from))
        if report.published:
            parts.append(page.f.published(report.published))
    if claim.spans:
        parts.append(page.f.say("claim.characters", span=page.f.span(*claim.spans[0])))
    if claim.section != "body":
        parts.append(page.word("section", claim.section))
    return page.f.join(parts)


def _language(page: Page, language: str | None, source: str | None) -> Text:
    name = page.word("languages", language or "unknown")
    if source is None:
        return name
    return page.f.join([name, page.f.say("claim.translated", language=page.word("languages", source))], ", ")


def account(page: Page, claim: Claim) -> Account:
    """A claim with everything that was read in it."""
    return Account(
        anchor=anchor("c", claim.id),
        lineage=page.lineage(claim),
        said=said(page, claim),
        quote=quote(page, claim),
        facts=tuple(_facts(page, claim)),
        how=page.f.say(
            "claim.how_text",
            n=page.f.v(f"{claim.confidence:.2f}"),
            why=page.ours("; ".join(claim.why) or "-"),
            extractor=page.f.v(claim.extractor),
        ),
    )


def what(page: Page, claim: Claim) -> Text:
    """The type of what is claimed, or that it is said not to have happened."""
    word = page.type_word(claim.type)
    return word if claim.polarity == "+" else page.f.say("claim.not", what=word)


def said(page: Page, claim: Claim) -> Text:
    """The claim in a few words: what, how many, and whether it is denied."""
    return page.f.join([what(page, claim), *(amount(page, figure) for figure in claim.figures)], ", ")


def amount(page: Page, figure: Figure) -> Text:
    """A figure with whom it counts."""
    value = page.amount(figure.measure, figure.low, figure.high, figure.approximator)
    whom = page.population(figure.population)
    return page.f.join([value, Markup("({})").format(whom)], " ") if whom else value


def _facts(page: Page, claim: Claim) -> list[Pair]:
    say = page.f.say
    facts: list[Pair] = [(say("claim.what"), _told(page, claim))]
    if (told := _when(page, claim)) is not None:
        facts.append((say("claim.when"), told))
    if claim.place is not None:
        facts.append((say("claim.where"), where(page, claim.place)))
    if claim.actors:
        facts.append((say("claim.who"), _who(page, claim)))
    notes = [note for figure in claim.figures if (note := _figure_note(page, figure))]
    if notes:
        facts.append((say("claim.figures"), page.f.join(notes, "; ")))
    facts.extend((say(f"claim.{key}"), value) for key, value in _circumstances(page, claim) if value)
    return facts


def _told(page: Page, claim: Claim) -> Text:
    parts: list[Text] = [page.type_word(claim.type), page.word("modality", claim.modality)]
    if claim.joint:
        parts.append(page.f.say("claim.joint"))
    if claim.background:
        parts.append(page.f.say("claim.background"))
    return page.f.join(parts)


def _when(page: Page, claim: Claim) -> Text | None:
    """When, or that no day is told and when it was reported."""
    if claim.time is not None:
        return when(page, claim.time)
    report = page.ix.reports.get(claim.report)
    if report is None or not report.published:
        return None
    return page.f.say("date.untold", when=page.f.published(report.published))


def when(page: Page, time: Time) -> Text:
    """A time with the words it was read from and other readings of them."""
    return page.f.join([page.f.time(time), when_note(page, time)], " ")


def when_note(page: Page, time: Time) -> Text:
    """The words a time was read from, and its other readings."""
    parts: list[Text] = []
    if time.text:
        parts.append(Markup("({})").format(page.foreign(time.text)))
    if time.basis != "stated" and not (time.basis == "published" and time.start is None):
        key = "claim.inherited" if time.basis == "inherited" else "claim.from_published"
        parts.append(Markup('<span class="softer">{}</span>').format(page.f.say(key)))
    for reading in time.readings:
        other = page.f.time(Time(reading.start, reading.end, time.precision))
        parts.append(page.f.say("claim.other_reading", when=other, why=page.ours(reading.why)))
    return page.f.join(parts, " ")


def where(page: Page, place: Place) -> Text:
    """A place with its level, position and radius of doubt, or what it may be."""
    return page.f.join([page.foreign(str(page.plain.place(place))), where_note(page, place)], " ")


def where_note(page: Page, place: Place) -> Text:
    """A place's level, position and radius of doubt."""
    shown = page.mask.place(place) or place
    parts: list[Text] = []
    if shown.level:
        parts.append(Markup("({})").format(page.word("levels", shown.level)))
    if shown.lat is not None and shown.lon is not None:
        parts.append(page.f.coordinates(shown.lat, shown.lon))
        if shown.radius_km is not None:
            parts.append(page.f.radius(shown.radius_km))
    elif shown.area is not None:
        note = page.f.no_point(shown.area.radius_km)
        parts.append(Markup('<span class="softer">{}</span>').format(note))
    else:
        parts.append(Markup('<span class="softer">{}</span>').format(page.f.say("place.unresolved")))
    if shown.candidates:
        names = page.f.join([page.foreign(candidate.name) for candidate in shown.candidates[:6]], ", ")
        parts.append(page.f.say("claim.candidates", names=names))
    if shown.basis == "inherited":
        parts.append(Markup('<span class="softer">{}</span>').format(page.f.say("claim.inherited")))
    return page.f.join(parts, " ")


def _who(page: Page, claim: Claim) -> Text:
    shown = []
    for actor in claim.actors:
        name = page.actor(actor.id, actor.text)
        note = "" if actor.basis == "stated" else Markup(" ({})").format(page.f.say(f"claim.{actor.basis}"))
        shown.append(Markup("{} {}{}").format(page.word("roles", actor.role), name, note))
    return page.f.join(list(shown), "; ")


def _figure_note(page: Page, figure: Figure) -> Text:
    """A figure in its own words, with its period and who counted."""
    parts: list[Text] = []
    if figure.text and figure.text != str(page.plain.interval(figure.low, figure.high)):
        parts.append(page.foreign(figure.text))
        parts.append(page.f.interval(figure.low, figure.high))
    if figure.more:
        parts.append(page.f.say("figure.more"))
    if figure.part_of:
        parts.append(page.f.say("figure.part_of", whole=page.population(figure.part_of)))
    if figure.period is not None:
        parts.append(page.f.say("figure.period", when=page.f.time(Time(figure.period[0], figure.period[1]))))
    if figure.as_of:
        parts.append(page.f.say("figure.as_of", when=page.f.instant(figure.as_of)))
    if figure.counted_by:
        parts.append(page.f.say("figure.counted_by", who=page.actor(figure.counted_by, figure.counted_by)))
    return page.f.join(parts, ", ")


def _circumstances(page: Page, claim: Claim) -> list[tuple[str, Text]]:
    weapon: list[Text] = []
    if claim.weapon is not None:
        if claim.weapon.class_:
            weapon.append(page.word("weapons", claim.weapon.class_))
        if claim.weapon.calibre_mm is not None:
            weapon.append(page.f.v(f"{claim.weapon.calibre_mm:g} mm"))
    response = claim.response_to
    return [
        ("weapon", page.f.join(weapon, ", ")),
        ("seen", page.word("observed", claim.observed) if claim.observed else ""),
        (
            "response",
            (page.claim_link(response) if response in page.ix.claims else page.foreign(response)) if response else "",
        ),
        ("justified", page.foreign(claim.justification) if claim.justification else ""),
        ("about", page.type_word(claim.about) if claim.about else ""),
        ("words", page.foreign(claim.words) if claim.words else ""),
        ("corrected", page.f.join([_correction(page, one) for one in claim.corrections], "; ")),
    ]


def _correction(page: Page, one: Correction) -> Text:
    """What a person changed, with what was read before."""
    was, now = (page.f.say("claim.unset") if v is None else page.foreign(_value(v)) for v in (one.was, one.now))
    field, who = page.f.v(one.field), page.foreign(f"{one.who}, {one.when}" if one.when else one.who)
    return page.f.say("claim.correction", field=field, was=was, now=now, who=who, why=page.foreign(one.why))


def _value(value: object) -> str:
    if isinstance(value, float):
        return f"{value:g}"
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
