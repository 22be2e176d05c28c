"""publish: what every section of the report is drawn with: the record's look-ups, words, formatters and the mask."""

from __future__ import annotations

import re
from collections.abc import Callable, Hashable
from dataclasses import dataclass, field
from datetime import tzinfo
from typing import Any, TypeVar

from markupsafe import Markup, escape

from trucewatch import __version__
from trucewatch.actors import ALSO, house, house_name, known_actors
from trucewatch.model import Attribution, Claim, Record, RunInfo
from trucewatch.publish.actor_names import actor_name
from trucewatch.publish.format import Formatter, Text, once
from trucewatch.publish.index import UNSTATED, Index, anchor, index
from trucewatch.publish.instants import clock, day_on
from trucewatch.publish.mask import Mask, mask
from trucewatch.publish.names import Names
from trucewatch.publish.people import is_name, kind_of
from trucewatch.publish.sentences import spoken
from trucewatch.publish.sentences.parsed import Said, Series
from trucewatch.publish.wording import Words, load_words

T = TypeVar("T")
Address = Callable[[str, str], str]
"""The address of a thing by its kind (`i` incident, `r` report, `c` claim, `p` provision, `a` agreement) and id."""
_ID = re.compile(r"\b[cri]_[\w.-]*\w")
_ACTOR = re.compile(r"(?<!-)\b[A-Z]{3}(?:\.[a-z][a-z_]*)*\b(?!\.[a-z]|-[A-Z])")
"""An actor's id as it may stand in a reason: a state, or what belongs to one. "COD-AB" is a set of boundaries."""
RTL = ("ar", "fa", "he", "ur", "ps", "ckb", "yi", "dv", "sd", "ug")


@dataclass(frozen=True, slots=True)
class Chip:
    """A status as shape, word and colour: `css` is the tone, `icon` the shape."""

    css: str
    icon: str
    text: Text


class _Parse:
    """A parse as a key: parses are kept, so the same sentence is the same object, which is quick to compare."""

    __slots__ = ("said",)

    def __init__(self, said: Said | Series) -> None:
        self.said = said

    def __hash__(self) -> int:
        return id(self.said)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Parse) and other.said is self.said


def in_page(kind: str, id_: str) -> str:
    """The address of a thing that stands in the same page."""
    return f"#{anchor(kind, id_)}"


@dataclass(frozen=True, slots=True)
class Page:
    """The tools of one report in one language."""

    ix: Index
    f: Formatter
    plain: Formatter
    brief: Formatter
    """As `f`, with shortened months."""
    words: Words
    mask: Mask
    zone: tzinfo
    names: Names
    to: Address = in_page
    """Where links to other things lead: into this page, or to pages of their own."""
    _said: dict[Any, Any] = field(init=False, default_factory=dict, compare=False, repr=False)
    """Words of sources and sentences of ours that were written before: they come again and again."""

    def ours(self, text: str) -> Markup:
        """Our own words or an agreement's in the language of the page; where it has none, in English and marked so.

        An agreement's own words come from the file of its words beside it, our sentences from the catalogue.
        """
        return self._once(text, lambda: self._ours(text))

    def _ours(self, text: str) -> Markup:
        own = self.names.words.get(text)
        if own is not None:
            return self.mask.html(own)
        said = spoken(self, text)
        return self.in_english(text) if said is None else escape(said)

    def member(self, said: Said | Series, write: Callable[[], Text]) -> Text:
        """A sentence that stands among others, as it was written before or is now; its parse lives as long as a key."""
        return self._once(_Parse(said), write)

    def _once(self, key: Hashable, write: Callable[[], T]) -> T:
        found: T = once(self._said, key, write)
        return found

    def day(self) -> str | None:
        """The day that is asked for, by the clock of the first text."""
        found = day_on(self.ix.as_of(), self.zone)
        return None if found is None else found.isoformat()

    def plain_ours(self, text: str) -> str:
        """The words of an agreement as plain text, for titles and drawings."""
        return self.mask.plain(self.names.words.get(text, text))

    def in_english(self, text: str) -> Markup:
        """Words that the language of the page has not, marked as English where it is not the page's own."""
        if self.words.language == "en":
            return self.mask.html(self._labelled(text))
        return Markup('<bdi lang="en" dir="ltr">{}</bdi>').format(self.mask.html(self._labelled(text)))

    def _labelled(self, text: str) -> str:
        """Ids of reports and claims in a reason as the short names shown here, and ids of actors as their names."""
        return _ACTOR.sub(_actor_in_words, _ID.sub(lambda match: self.short(match[0]), text))

    def short(self, id_: str) -> str:
        """The short name by which a report, or the report of a claim, goes here."""
        if id_ in self.ix.labels:
            return self.ix.labels[id_]
        claim, tag = self.ix.claims.get(id_), self.ix.tags.get(id_)
        return tag or (self.ix.label(claim.report) if claim is not None else id_)

    def foreign(self, text: str, language: str | None = None) -> Markup:
        """A few words of a source, in their own direction."""
        return self._once((text, language), lambda: self._foreign(text, language))

    def _foreign(self, text: str, language: str | None) -> Markup:
        about = "" if language is None else f' lang="{escape(language)}" dir="{direction(language)}"'
        return Markup(f"<bdi{about}>{self.mask.html(text)}</bdi>")

    def type_word(self, code: str) -> Text:
        """The neutral word for a type; for an unknown code its family and the code itself."""
        word = self.words.named("types", code)
        if word is not None:
            return word
        family = self.words.named("families", code.split(".", maxsplit=1)[0])
        return self.f.join([family or "", self.f.v(code)])

    def plain_type(self, code: str) -> str:
        """The same as plain text."""
        return self.words.named("types", code) or str(self.plain.v(code))

    def word(self, group: str, code: str | None) -> Text:
        """The word for a code of a group; the code itself when there is none."""
        if code is None:
            return self.f.say("ui.not_stated")
        return self.words.named(group, code) or self.f.v(code)

    def actor(self, id_: str | None, text: str) -> Text:
        """A party by its name in the agreement, others in the words of the source."""
        if id_ is not None and ";" in id_:
            return self.f.join([self.actor(one, one) for one in id_.split(";")], ", ")
        known = actor_name(id_, self.words.language) if id_ is not None else None
        if known is not None and known[1] == self.words.language:
            return self.mask.html(known[0])
        own = self._called(id_) if id_ is not None and self.words.language != "en" else None
        if own is not None:
            return own
        name = known[0] if known is not None else self.ix.named(id_)
        return self.unlisted(text) if name is None else self._name(name)

    def unlisted(self, text: str) -> Text:
        """Whom no list knows: by the kind of people that a word says they are, else in the words of the source."""
        kind = kind_of(text)
        if kind is not None:
            return self.mask.html(self.words.text(f"actor_names.{kind}"))
        language = self.names.written_in(text)
        if language in (None, self.words.language) or is_name(text):
            return self.foreign(text)
        first, last = self.words.listed("quotes")
        return Markup("{}{}{}").format(first, self.foreign(text, language), last)

    def _name(self, name: str) -> Markup:
        """A name of our lists or of an agreement, which is no sentence to take apart."""
        own = self.names.words.get(name)
        if own is None and self.words.language != "en":
            return self.in_english(name)
        return self.mask.html(own or name)

    def _called(self, id_: str) -> Text | None:
        """An actor that no list names in this language: by our own word, or as a part of what it belongs to."""
        named = self.words.named("actor_names", id_)
        whole, _, part = id_.rpartition(".")
        template = self.words.named("actor_parts", part) if whole and named is None else None
        if template is not None and known_actors().get(id_) is not None:
            return Markup("{}").format(template).format(of=self.actor(whole, whole))
        return None if named is None else self.mask.html(named)

    def plain_actor(self, id_: str | None, text: str) -> str:
        """The same as plain text, for sorting and drawings."""
        known = actor_name(id_, self.words.language) if id_ is not None else None
        own = self._called(id_) if id_ is not None and known is not None and known[1] != self.words.language else None
        if own is not None:
            return striptags(own)
        kind = kind_of(text) if known is None else None
        if kind is not None:
            return self.words.text(f"actor_names.{kind}")
        return known[0] if known is not None else self.mask.plain(self.ix.named(id_) or text)

    def root(self, root: str) -> Text:
        """An upstream by its name in the language of the report, else in the words of a source."""
        if self.ix.stated(root) is None:
            report = root.removeprefix(UNSTATED)
            return self.f.join([self.f.say("ledger.no_root"), self.report_link(report)], " ")
        houses = [house(name) for name in root.split(ALSO)]
        names = [
            self.actor(known.id if known else name, name) for known, name in zip(houses, root.split(ALSO), strict=True)
        ]
        return self.f.join(names, " + ")

    def link(self, kind: str, id_: str, text: Text) -> Markup:
        """A link to a thing."""
        return Markup(f'<a href="{escape(self.to(kind, id_))}">{escape(text)}</a>')

    def report_link(self, report: str) -> Markup:
        """A report's short name, leading to its row."""
        label = self.f.v(self.ix.label(report))
        return self.link("r", report, label) if report in self.ix.reports else Markup("{}").format(label)

    def incident_link(self, id_: str) -> Markup:
        """An incident's tag or type, leading to it."""
        incident = self.ix.incidents.get(id_)
        if incident is None:
            return Markup("{}").format(self.f.v(id_))
        tag = self.ix.tags.get(id_)
        return self.link("i", id_, self.f.v(tag) if tag else self.type_word(incident.type))

    def claim_link(self, id_: str) -> Markup:
        """A claim by its report's short name, leading to it."""
        claim = self.ix.claims.get(id_)
        if claim is None or id_ not in self.ix.incident_of:
            return Markup("{}").format(self.f.v(id_))
        return self.link("c", id_, self.f.v(self.ix.label(claim.report)))

    def amount(self, measure: str, low: float | None, high: float | None, approximator: str = "exact") -> Text:
        """`34 killed`, `nearly 1 million displaced`."""
        told = (measure, low, high, approximator)
        return self.f.once(("amount", *told), lambda: self._amount(*told))

    def _amount(self, measure: str, low: float | None, high: float | None, approximator: str) -> Text:
        hedge = self.words.named("approximators", approximator) or ""
        number = self.f.interval(low, high)
        exact = low is not None and low == high
        value = self.f.join([hedge, number], " ") if hedge and exact else number
        template = self.words.measured(measure, low if exact else None)
        if template is None:
            return self.f.join([value, self.f.v(measure)], " ")
        return Markup("{}").format(template).format(n=value) if self.f.markup else template.format(n=value)

    def population(self, code: str | None) -> Text:
        """Whom a figure counts."""
        if code is None:
            return ""
        word, of, whose = code.partition(" of ")
        if of and known_actors().get(whose) is not None:
            return self.f.join([self.foreign(word), self.actor(whose, whose)], ", ")
        return self.actor(code, code)

    def lineage(self, claim: Claim) -> list[tuple[Text, str]]:
        """The chain from the origin of the words to the outlet, each with its role: `root`, `none` or nothing."""
        report = self.ix.reports.get(claim.report)
        root = self.ix.root(claim)
        houses = {house_name(link.id or link.who) for link in claim.attribution}
        chain = [(house_name(link.id or link.who), self._speaker(link)) for link in claim.attribution]
        origins = {house_name(name) for name in root.split(ALSO)} if root else {""}
        if root and not origins & houses:
            chain.append((house_name(root), self.root(root)))
            origins.add(house_name(root))
        if root is None:
            chain.append(("", self.f.say("ledger.no_root")))
        if report is not None and report.source:
            chain.append((house_name(report.source), self.foreign(report.source)))
        mark = "root" if root else "none"
        return _once([(name, mark if key in origins else "") for key, name in _each_once(chain)])

    def _speaker(self, link: Attribution) -> Text:
        if link.kind == "narrator":
            return self.f.say("claim.narrator")
        return self.actor(link.id, link.who)


def _actor_in_words(match: re.Match[str]) -> str:
    actor = known_actors().get(match[0])
    return actor.name if actor is not None and (actor.kind == "state" or "." in match[0]) else match[0]


def _each_once(chain: list[tuple[str, Text]]) -> list[tuple[str, Text]]:
    """A chain that names no house twice, by whichever names it goes."""
    kept: dict[str, Text] = {}
    for key, name in chain:
        kept.setdefault(key, name)
    return list(kept.items())


def _once(chain: list[tuple[Text, str]]) -> list[tuple[Text, str]]:
    """A chain that names nobody twice; who is named twice keeps its first place and its mark as root."""
    kept: dict[str, tuple[Text, str]] = {}
    for name, role in chain:
        key = striptags(name).casefold()
        shown, before = kept.get(key, (name, role))
        kept[key] = (shown, before or role)
    return list(kept.values())


def striptags(text: Text) -> str:
    """The words of a piece of HTML."""
    return text.striptags() if isinstance(text, Markup) else text


def direction(language: str | None) -> str:
    """The direction a language is written in; `auto` when the language is not known."""
    if language is None:
        return "auto"
    return "rtl" if language.split("-")[0] in RTL else "ltr"


def page(record: Record, language: str, *, unmask: bool) -> Page:
    """The tools for a report on a record."""
    words = load_words(language)
    ix = index(record)
    agreements = ix.ordered_agreements()
    return Page(
        ix=ix,
        f=Formatter(words),
        plain=Formatter(words, markup=False, short=True),
        brief=Formatter(words, short=True),
        words=words,
        mask=mask(record, unmask=unmask, label=words.text("mask")),
        zone=clock(agreements[0].tz if agreements else "UTC"),
        names=Names(record, language),
    )


def bare(language: str) -> Page:
    """The tools of a page that shows nothing of any record."""
    return page(Record((), (), (), (), (), (), (), RunInfo(__version__)), language, unmask=True)
