"""publish: a sentence of the catalogue in the words of a page, its parts by the page's own names and formatter."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta
from typing import TYPE_CHECKING

from markupsafe import Markup, escape

from trucewatch.actors import ALSO, house, known_actors
from trucewatch.publish.format import Text
from trucewatch.publish.index import UNSTATED
from trucewatch.publish.names import actor_ids
from trucewatch.publish.place_names import place_name
from trucewatch.publish.sentences.catalogue import load_catalogue, load_wording
from trucewatch.publish.sentences.kinds import INSTANT, TOLD, iso, number
from trucewatch.publish.sentences.parsed import Said, Series, parsed
from trucewatch.publish.wording import plural

if TYPE_CHECKING:
    from trucewatch.publish.page import Page

LONGEST = 20_000
"""Letters of the longest text that is looked at; ours are a few hundred."""
Say = Callable[["Page", str], Text]
_MOMENT = re.compile(r'(?:"(?P<quote>[^"]*)"|its time) \((?P<first>[^()]*) to (?P<last>[^()]*)\)')
_REF = re.compile(r"[cir]_[\w.-]*\w")
_CODE = re.compile(r"[a-z]+(?:_[a-z0-9]+)+")
"""A name that an agreement's file gives to acts or weapons."""
_TYPE = re.compile(r"[a-z]+\.[a-z_]+")


def spoken(page: Page, text: str) -> Text | None:
    """A text of ours in the language of the page; None where the catalogue does not know it."""
    if len(text) > LONGEST:
        return None
    try:
        said = parsed(text)
        return None if said is None else _spoken(page, said)
    except RecursionError:  # words of a source within it, nested as no sentence of ours is
        return None


def _spoken(page: Page, said: Said | Series) -> Text:
    if isinstance(said, Series):
        return page.f.join([_again(page, member) for member in said.members], said.by)
    parts = {name: _part(page, kind, told, raw) for (name, kind, told), raw in zip(said.parts, said.raw, strict=True)}
    if said.id == "closed":
        return _closed(parts["text"])
    if said.id == "begun":
        return _begun(parts["text"])
    if said.id == "finding.graded_out" and said.raw == ("nobody",):
        return ""
    template = load_wording(page.words.language)[said.id]
    if not isinstance(template, str):
        form = plural(page.words.language, _count(said))
        template = template.get(form, template["other"])
    whole = Markup(str(escape(template)).format(**{name: escape(value) for name, value in parts.items()}))
    return Markup(whole[:1].upper() + whole[1:]) if template.startswith("{what}: ") else whole


def _again(page: Page, said: Said | Series) -> Text:
    """A sentence that stands among others, as most do in many reasons."""
    return page.member(said, lambda: _spoken(page, said))


def _count(said: Said) -> float | None:
    """The count by which a form is chosen: the part `n`."""
    for (name, _, _), raw in zip(said.parts, said.raw, strict=True):
        if name == "n":
            return number(raw)
    return None


def _closed(text: Text) -> Text:
    return Markup(f"{escape(text)}.") if not str(text).endswith(".") else text


def _begun(text: Text) -> Text:
    """With a capital where it begins with a word of ours; what begins with a name or a number stays."""
    raw = str(text)
    return Markup(raw[:1].upper() + raw[1:]) if raw[:1].isalpha() else text


def _part(page: Page, kind: str, told: Said | Series | str | None, raw: str) -> Text:
    if kind == "text":
        own = page.names.words.get(raw)
        if own is not None:
            return page.mask.html(own)
        return page.in_english(raw) if told is None or isinstance(told, str) else _spoken(page, told)
    return _KINDS[kind](page, raw)


# Names


def name(page: Page, raw: str) -> Text:
    """Whatever is named: by the agreement's words, the lists, the record; what nobody knows as the sources write it."""
    own = page.names.words.get(raw) or page.names.words.get(raw.replace("_", " "))
    if own is not None:
        return page.mask.html(own)
    fixed = load_catalogue().fixed.get(raw)
    if fixed is not None:
        return _spoken(page, Said(fixed))
    if _REF.fullmatch(raw):
        return page.f.v(page.short(raw))
    if _TYPE.fullmatch(raw):
        return page.type_word(raw)
    return _listed_name(page, raw) or _told_name(page, raw)


def _listed_name(page: Page, raw: str) -> Text | None:
    """An actor or a house of the lists, by its id or its English name."""
    ids = raw.split(";")
    if all(known_actors().get(one) is not None for one in ids):
        return page.f.join([page.actor(one, one) for one in ids], ", ")
    if raw.startswith(UNSTATED) or ALSO in raw or house(raw) is not None:
        return page.root(raw)
    id_ = actor_ids().get(raw)
    return None if id_ is None else page.actor(id_, raw)


def _told_name(page: Page, raw: str) -> Text:
    """A place of the record, a sentence that stands as a name, else the words of a source."""
    place = page.names.place(raw)
    if place is not None:
        return page.foreign(place_name(place, page.words.language, raw) or raw)
    if page.words.language == "en" and _CODE.fullmatch(raw):
        return raw.replace("_", " ")
    if len(raw) > 1 and raw[0] == raw[-1] == '"':
        return quote(page, raw[1:-1])
    said = parsed(raw)
    if isinstance(said, Said) and said.complete and said.id.startswith("name."):
        return _spoken(page, said)
    return page.foreign(raw)


def names(page: Page, raw: str) -> Text:
    """`A`, `A and B`, `A, B and C`, `A with B`; a name may have an "and" of its own."""
    told = [name(page, one) for one in _apart(page, raw)]
    if page.words.language == "en" and len(told) > 1 and (" and " in raw or " with " in raw):
        told[-2:] = [page.f.join(told[-2:], " and " if " and " in raw else " with ")]
    return page.f.join(told, ", ")


def _apart(page: Page, raw: str) -> list[str]:
    if raw in page.names.words or house(raw) is not None:
        return [raw]
    for word in (" and ", " with "):
        for match in reversed(list(re.finditer(word, raw))):
            left, right = raw[: match.start()], raw[match.end() :]
            if right in page.names.words:
                return [*_apart(page, left), right]
        left, found, right = raw.rpartition(word)
        if found:
            return [*_apart(page, left), *_apart(page, right)] if word == " with " else [*_apart(page, left), right]
    return raw.split(", ")


def quote(page: Page, raw: str) -> Text:
    """Words of a report, as they stand there."""
    first, last = page.words.listed("quotes")
    return Markup(f"{escape(first)}{page.foreign(raw)}{escape(last)}")


# Numbers and times


def _number(page: Page, raw: str) -> Text:
    value = number(raw)
    return page.f.v(raw) if value is None else page.f.number(value)


def _amount(page: Page, raw: str) -> Text:
    if raw.startswith("up to "):
        return page.f.interval(None, number(raw.removeprefix("up to ")))
    if raw.endswith(" or more"):
        return page.f.interval(number(raw.removesuffix(" or more")), None)
    low, _, high = raw.partition(" to ")
    return page.f.interval(number(low), number(high or low))


def _told(page: Page, raw: str) -> Text:
    """A figure with its hedge or the words it was read from."""
    match = TOLD.fullmatch(raw)
    if match is None:
        return page.f.v(raw)
    low = number(match["low"])
    high = low if match["high"] is None else number(match["high"])
    shown = page.f.interval(low, high)
    if match["quote"]:
        return page.f.join([quote(page, match["quote"]), Markup("({})").format(shown)], " ")
    hedge = page.words.named("approximators", (match["hedge"] or "exact").replace(" ", "_"))
    return page.f.join([hedge, shown], " ") if hedge and low is not None and high is not None else shown


def _edge(page: Page, raw: str) -> Text:
    first, _, last = raw.partition("..")
    return page.f.interval_of(iso(first), iso(last or first))


def _stretch(page: Page, raw: str) -> Text:
    """From one instant to another; whole days by their names, with the clock by which they are days."""
    first, last = INSTANT.finditer(raw)
    if first[2] == last[2] == "00:00" and first[3] == last[3] and first[1] < last[1]:
        days = page.f.days(date.fromisoformat(first[1]), date.fromisoformat(last[1]) - timedelta(days=1))
        return page.f.join([days, page.f.v("UTC" if first[3] == "+00:00" else first[3])], " ")
    return page.f.interval_of(iso(first[0]), iso(last[0]))


def _moment(page: Page, raw: str) -> Text:
    match = _MOMENT.fullmatch(raw)
    if match is None:
        return page.f.say("date.unknown")
    first, last = (None if match[edge] == "open" else match[edge] for edge in ("first", "last"))
    when = page.f.interval_of(first, last)
    return page.f.join([quote(page, match["quote"]), Markup("({})").format(when)], " ") if match["quote"] else when


def _word(group: str) -> Say:
    return lambda page, raw: page.word(group, raw.replace(" ", "_"))


def _within(say: Say) -> Say:
    """Words as they stand within an English sentence, without their capital."""

    def lowered(page: Page, raw: str) -> Text:
        told = say(page, raw)
        if page.words.language != "en" or not (told[:1].isupper() and told[1:2].islower()):
            return told
        lower = str(told[0]).lower() + told[1:]
        return Markup(lower) if isinstance(told, Markup) else lower

    return lowered


def _goods(page: Page, raw: str) -> Text:
    """What is counted: words of the agreement, a measure, or both ("fuel trucks")."""
    if page.words.language == "en":
        return page.mask.html(raw)
    own, _, measure = raw.rpartition(" ")
    known = page.words.named("measure_names", measure)
    if raw in page.names.words or known is None:
        return name(page, raw)
    return page.f.join([known, name(page, own)], ", ") if own else known


def _modality(page: Page, raw: str) -> Text:
    return page.f.join([page.word("modality", one) for one in raw.split(" and as ")], ", ")


_KINDS: dict[str, Say] = {
    "count": _number,
    "number": _number,
    "percent": lambda page, raw: page.f.v(raw),
    "amount": _amount,
    "told": _told,
    "edge": _edge,
    "stretch": _stretch,
    "day": lambda page, raw: page.f.instant(raw),
    "moment": _moment,
    "type": _within(lambda page, raw: page.type_word(raw)),
    "code": lambda page, raw: page.f.v(raw),
    "ref": lambda page, raw: page.f.v(page.short(raw)),
    "measure": _within(_word("measure_names")),
    "outcome": _within(_word("outcomes")),
    "modality": _modality,
    "mood": _word("modality"),
    "facet": _word("facets"),
    "value": _word("facet_values"),
    "basis": _word("bases"),
    "goods": _goods,
    "grade": lambda page, raw: page.f.v(raw),
    "level": _word("levels"),
    "relation": _word("relations"),
    "weapon": _word("weapons"),
    "name": name,
    "names": names,
    "phrase": name,
    "quote": quote,
    "words": lambda page, raw: page.foreign(raw),
}
"""How what stands in a sentence is shown, by its kind."""
