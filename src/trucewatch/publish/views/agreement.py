"""publish: a text as a page for a lawyer: who is bound to what, where, when, and with which exceptions."""

from __future__ import annotations

import re
from dataclasses import dataclass

from markupsafe import Markup

from trucewatch.model import Agreement, Anchor, Line, Party, Provision, Version, Zone
from trucewatch.model.agreement import Moving, Where, length_in_words
from trucewatch.model.limits import Limit, limits
from trucewatch.publish.format import Text
from trucewatch.publish.index import anchor
from trucewatch.publish.page import Page

Pair = tuple[Text, Text]


@dataclass(frozen=True, slots=True)
class Row:
    """A name with what is said of it, and smaller lines below."""

    name: Text
    says: Text
    notes: tuple[Text, ...] = ()


@dataclass(frozen=True, slots=True)
class Rule:
    """One provision: its address, kind and paraphrase, and its conditions by name."""

    anchor: str
    article: Text
    title: Text
    kind: Text
    says: Text
    conditions: tuple[Pair, ...]


@dataclass(frozen=True, slots=True)
class TextPage:
    """Everything the page of one text shows, the map apart."""

    title: Text
    note: Text
    facts: tuple[Pair, ...]
    parties: tuple[Row, ...]
    times: tuple[Row, ...]
    places: tuple[Row, ...]
    rules: tuple[Rule, ...]
    sources: tuple[Text, ...]
    version: Text


def text_page(page: Page, agreement: Agreement) -> TextPage:
    """The text as rows of words; what comes from the agreement's file stands in its own language."""
    return TextPage(
        title=page.ours(agreement.title),
        note=page.ours(agreement.note) if agreement.note else "",
        facts=tuple(_facts(page, agreement)),
        parties=tuple(_party(page, party) for party in agreement.parties),
        times=tuple(_time(page, one) for one in agreement.anchors.values()),
        places=tuple(_place(page, one) for one in _shapes(agreement).values()),
        rules=tuple(_rule(page, agreement, item) for item in agreement.provisions),
        sources=tuple(_source(source.url, page.ours(source.title)) for source in agreement.sources),
        version=page.f.v(agreement.hash),
    )


def _source(url: str, title: Text) -> Text:
    if not url.startswith(("https://", "http://")):
        return title
    return Markup('<a href="{}" rel="noreferrer noopener">{}</a>').format(url, title)


def _facts(page: Page, agreement: Agreement) -> list[Pair]:
    say = page.f.say
    facts: list[Pair] = [(say("agreement.signed"), page.f.instant(agreement.signed))]
    for key, name in (("terms.entry", agreement.effective), ("agreement.ends", agreement.ends)):
        if name is not None:
            facts.append((say(key), _when(page, agreement.anchors[name])))
    facts.append((say("agreement.clock"), page.f.v(agreement.tz)))
    if agreement.supplements:
        facts.append((say("agreement.stands_on"), page.f.v(", ".join(agreement.supplements))))
    return facts


def _party(page: Page, party: Party) -> Row:
    notes: list[Text] = []
    for answer in party.answers_for:
        basis = page.words.text(f"bases.{answer.basis}")
        since = page.f.say("agreement.since", when=page.f.instant(answer.since)) if answer.since else ""
        whom = page.f.say("agreement.answers_for", who=_actor(page, answer.party))
        notes.append(page.f.join([whom, basis, since]))
    if party.listed_by:
        notes.append(page.f.say("agreement.listed_by", who=page.f.v(", ".join(party.listed_by))))
    return Row(_actor(page, party.id), page.word("party_kinds", party.kind), tuple(notes))


def _actor(page: Page, id_: str) -> Text:
    """A party as its text's file names it; on a page in another language by the name that the lists have in it."""
    named = page.ix.named(id_)
    own = named is not None and (page.words.language == "en" or named in page.names.words)
    return page.ours(named) if named is not None and own else page.actor(id_, named or id_)


def _time(page: Page, one: Anchor) -> Row:
    notes: list[Text] = [page.ours(one.why)] if one.why else []
    for name, (low, high) in one.readings.items():
        notes.append(_reading(page, page.ours(name), page.f.interval_of(low, high, page.zone)))
    notes += [_reading(page, page.ours(name), page.ours(_moving(item))) for name, item in one.moving_readings.items()]
    for item in one.amended:
        since = page.f.say("agreement.since", when=page.f.instant(item.since))
        notes.append(
            page.f.join([since, page.f.interval_of(item.earliest, item.latest, page.zone), page.ours(item.why)])
        )
    return Row(_named(page, one.id), _when(page, one), tuple(notes))


def _named(page: Page, id_: str) -> Text:
    """The name of an instant in the language of the page, else that of the file as words: `day7` is "Day 7"."""
    own = page.names.words.get(id_.replace("_", " "))
    if own is not None:
        return page.mask.html(own[:1].upper() + own[1:])
    words = re.sub(r"(?<=[a-z])(?=\d)", " ", id_.replace("_", " "))
    return page.ours(words[:1].upper() + words[1:])


def _reading(page: Page, name: Text, value: Text) -> Text:
    return page.f.join([page.f.join([page.f.say("agreement.reading"), name], " "), value], ": ")


def _when(page: Page, one: Anchor) -> Text:
    if one.event is not None:
        return page.f.say("agreement.event", act=page.ours(one.event.replace("_", " ")))
    if one.moving is not None:
        return page.ours(_moving(one.moving))
    return page.f.interval_of(one.earliest, one.latest, page.zone)


def _moving(step: Moving) -> str:
    of = step.of.replace("_", " ")
    return f"{length_in_words(step.plus)} after {of}" if step.plus else f"the {step.edge} of day {step.day} from {of}"


def _shapes(agreement: Agreement) -> dict[str, Line | Zone]:
    return {**agreement.lines, **agreement.zones}


def _place(page: Page, one: Line | Zone) -> Row:
    status = page.words.text(f"geometry.{one.status}")
    notes: list[Text] = [page.ours(one.basis)]
    for version in one.versions:
        said: list[Text] = [page.ours(version.basis)] if version.basis else []
        said += [_source(reference, page.f.v(reference)) for reference in version.references]
        notes.append(page.f.join([_days(page, version), *said]))
    if isinstance(one, Zone):
        if one.undefined_until:
            notes.append(page.f.say("agreement.undefined", until=page.ours(one.undefined_until)))
        if one.readings:
            notes.append(page.f.join([page.f.say("terms.readings"), page.f.v(", ".join(one.readings))], ": "))
    return Row(page.ours(one.name), page.f.join([status, page.f.radius(one.tolerance_km)]), tuple(notes))


def _days(page: Page, version: Version) -> Text:
    """The days on which a version holds."""
    edges = (("from", version.from_), ("to", version.until))
    return page.f.join([page.f.say(f"agreement.{word}", when=page.f.instant(day)) for word, day in edges if day], " ")


def days_of(page: Page, shape: Line | Zone) -> Text:
    """The days of the version that is drawn; nothing where a line or zone has none."""
    return _days(page, shape.versions[0]) if len(shape.versions) == 1 else ""


def _rule(page: Page, agreement: Agreement, item: Provision) -> Rule:
    form = page.words.named("forms", item.form) if item.form else None
    kind = page.f.join([page.words.text(f"kinds.{item.kind}"), form or ""], ", ")
    return Rule(
        anchor=anchor("p", f"{agreement.id}.{item.id}"),
        article=page.f.say("terms.article", n=page.f.v(item.article))
        if item.article
        else page.f.say("terms.no_article"),
        title=page.ours(item.title),
        kind=page.f.join([kind, page.words.text(f"bases.{item.basis}")]),
        says=page.ours(item.paraphrase),
        conditions=tuple(_conditions(page, agreement, item)),
    )


def _conditions(page: Page, agreement: Agreement, item: Provision) -> list[Pair]:
    say = page.f.say
    titles = {other.id: page.ours(other.title) for other in agreement.provisions}
    given: list[Pair] = []
    if item.bearers:
        given.append((say("agreement.bound"), page.f.join([_actor(page, who) for who in item.bearers], ", ")))
    if item.where is not None:
        given.append((say("facets.place"), _where(page, agreement, item.where)))
    if item.when is not None:
        given.append((say("facets.time"), _window(page, agreement, item)))
    if item.amount is not None:
        given.append((say("facets.count"), page.ours(item.amount.in_words())))
    for key, names in (("unless", item.unless), ("takes_out", item.defeats), ("hangs_on", item.excused_by)):
        if names:
            given.append((say(f"agreement.{key}"), page.f.join([titles.get(name, name) for name in names], ", ")))
    if item.effect is not None:
        given.append((say("agreement.effect"), page.ours(item.effect)))
    if item.readings:
        given.append((say("terms.readings"), page.f.join([page.ours(one) for one in item.readings], "; ")))
    given += [_limit(page, limit) for limit in limits(item, agreement)]
    if item.note:
        given.append((say("agreement.note"), page.ours(item.note)))
    return given


_CHECKED = {"judgement": "checked_person", "never": "checked_never"}


def _limit(page: Page, limit: Limit) -> Pair:
    """Who checks it, or what reports cannot show of it."""
    if limit in _CHECKED:
        return page.f.say("agreement.checked"), page.f.say(f"agreement.{_CHECKED[limit]}")
    return page.f.say("agreement.not_shown"), page.f.say(f"agreement.limits.{limit}")


def _where(page: Page, agreement: Agreement, where: Where) -> Text:
    shapes = _shapes(agreement)
    parts: list[Text] = [page.word("place_relations", where.relation), page.ours(shapes[where.of].name)]
    if where.distance_km is not None:
        lengths = "/".join(f"{km:g}" for km in (where.distance_km, *where.distances_km))
        parts.append(page.f.v(f"≤ {lengths} {page.words.text('unit.km')}"))
    said = page.f.join(parts, " ")
    others = [page.ours(shapes[name].name) for name in where.readings]
    out = [page.ours(shapes[name].name) for name in where.except_]
    if others:
        said = page.f.join([said, page.f.join([page.f.say("terms.readings"), page.f.join(list(others), ", ")], ": ")])
    return page.f.join([said, page.f.say("agreement.without", what=page.f.join(list(out), ", "))]) if out else said


def _window(page: Page, agreement: Agreement, item: Provision) -> Text:
    assert item.when is not None
    edges = (("from", item.when.from_), ("to", item.when.to), ("by", item.when.by))
    said = [page.f.say(f"agreement.{word}", when=_when(page, agreement.anchors[name])) for word, name in edges if name]
    return page.f.join(list(said), ", ")
