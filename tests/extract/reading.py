"""Builders that the suites of this folder share: a report of one text, its sentences parsed, its claims."""

from __future__ import annotations

import functools
from typing import Any

from trucewatch.extract import claims, load_knowledge
from trucewatch.extract.claims import _Reader
from trucewatch.extract.clauses.clause import Clause
from trucewatch.extract.knowledge import Knowledge
from trucewatch.extract.phrases.item import Item
from trucewatch.extract.sentence import Parsed
from trucewatch.extract.words.token import Mark, Marker
from trucewatch.languages.fold import fold
from trucewatch.languages.pack import Pack
from trucewatch.model import Claim, Place, Report

DAY = "2020-03-05"
"""A Thursday: the day on which the texts of these tests were published, if they do not say otherwise."""


@functools.cache
def knowledge() -> Knowledge:
    """All that extraction needs, loaded once."""
    return load_knowledge()


def english() -> Pack:
    """The English pack."""
    return knowledge().packs["en"]


def a_text(text: str, language: str | None = "en", published: str | None = DAY, **fields: Any) -> Report:
    """A report of a text."""
    return Report(id="r_1", text=text, language=language, published=published, **fields)


def told(text: str, language: str | None = "en", published: str | None = DAY, **fields: Any) -> list[Claim]:
    """The claims of a text."""
    return claims(a_text(text, language, published, **fields), knowledge())


def told_one(text: str, **fields: Any) -> Claim:
    """The only claim of a text."""
    (claim,) = told(text, **fields)
    return claim


def parsed(text: str, language: str = "en", published: str | None = DAY, **fields: Any) -> list[Parsed]:
    """The sentences of a text, parsed."""
    report = a_text(text, language, published, **fields)
    return _Reader(report, knowledge(), knowledge().packs[language]).parsed()


def parsed_one(text: str, language: str = "en", **fields: Any) -> Parsed:
    """The only sentence of a text, parsed."""
    (found,) = parsed(text, language, **fields)
    return found


def marks(text: str, language: str = "en") -> list[Mark]:
    """The marks of a text."""
    folded = fold(text)
    return Marker(knowledge().packs[language], knowledge()).marks(folded, 0, len(folded.text))


def words(item: Item | None, sentence: Parsed) -> str | None:
    """The words of an item as they are written."""
    return None if item is None else sentence.original[slice(*sentence.span(item.start, item.end))]


def clause(sentence: Parsed, lemma: str) -> Clause:
    """The first clause whose verb has this lemma."""
    return next(c for c in sentence.clauses if c.verb.verb is not None and c.verb.verb.lemma == lemma)


def kinds(text: str, language: str = "en") -> list[tuple[str, str]]:
    """The items of one sentence: kind and words, signs left out."""
    sentence = parsed_one(text, language)
    return [(item.kind, words(item, sentence) or "") for item in sentence.items if item.kind != "punct"]


def placed(text: str, language: str = "en") -> dict[str, Place]:
    """The places that a text names, resolved, by their words."""
    report = a_text(text, language)
    reader = _Reader(report, knowledge(), knowledge().packs[language])
    read = reader.parsed()
    placer = reader.placer(read)
    return {text[slice(*parsed.span(s.start, s.end))]: placer.place(s, parsed) for parsed in read for s in parsed.spots}
