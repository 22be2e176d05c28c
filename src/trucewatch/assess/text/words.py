"""assess: an agreement's own words in other languages: a file for each beside it, which its hash leaves out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from trucewatch.assess.text.names import did_you_mean
from trucewatch.assess.text.strictyaml import Document, Path_, read
from trucewatch.errors import AgreementError
from trucewatch.model import Agreement, Line, Provision, Zone

SCHEMA = "trucewatch-words/1"
_FILE = re.compile(r"words\.([a-z]{2,3})\.yaml")
Words = dict[str, str]
"""What a language says for the English words of the text."""


def wordings(agreement: Agreement, where: Path) -> dict[str, Words]:
    """The words of a text in each language that has a file; words for what is not in the text are refused."""
    wanted = dict(english(agreement))
    return {language: _words(read(path), wanted) for language, path in sorted(_files(where).items())}


def lacking(agreement: Agreement, language: str) -> list[str]:
    """What a language has no words for, as paths of its file: `provisions.art1.title`."""
    there = agreement.words.get(language, {})
    return [".".join(map(str, path)) for path, told in english(agreement) if told not in there]


def english(agreement: Agreement) -> Iterator[tuple[Path_, str]]:
    """Every English word of a text that pages show, with its path in a file of words."""
    yield ("title",), agreement.title
    yield from _told(("note",), agreement.note)
    for at, source in enumerate(agreement.sources):
        yield ("sources", at), source.title
    for party in agreement.parties:
        yield ("parties", party.id), party.name
    yield from _instants(agreement)
    shapes: list[Line | Zone] = [*agreement.lines.values(), *agreement.zones.values()]
    for shape in shapes:
        yield from _shape(shape)
    for name in dict.fromkeys((*agreement.acts, *agreement.classes)):
        yield ("acts" if name in agreement.acts else "classes", name), name.replace("_", " ")
    for phase in agreement.phases.values():
        yield ("phases", phase.id), phase.name
    for term in agreement.provisions:
        yield from _term(term)


def _told(path: Path_, text: str | None) -> Iterator[tuple[Path_, str]]:
    if text:
        yield path, text


def _instants(agreement: Agreement) -> Iterator[tuple[Path_, str]]:
    for anchor in agreement.anchors.values():
        here = ("anchors", anchor.id)
        yield (*here, "name"), anchor.id.replace("_", " ")
        yield from _told((*here, "why"), anchor.why)
        for name in (*anchor.readings, *anchor.moving_readings):
            yield (*here, "readings", name), name
        for at, amendment in enumerate(anchor.amended):
            yield from _told((*here, "amended", at), amendment.why)


def _shape(shape: Line | Zone) -> Iterator[tuple[Path_, str]]:
    here = ("zones" if isinstance(shape, Zone) else "lines", shape.id)
    yield (*here, "name"), shape.name
    yield from _told((*here, "basis"), shape.basis)
    for at, version in enumerate(shape.versions):
        yield from _told((*here, "versions", at), version.basis)
    if isinstance(shape, Zone):
        yield from _told((*here, "until"), shape.undefined_until)


def _term(term: Provision) -> Iterator[tuple[Path_, str]]:
    here = ("provisions", term.id)
    yield (*here, "title"), term.title
    yield (*here, "paraphrase"), term.paraphrase
    yield from _told((*here, "note"), term.note)
    yield from _told((*here, "effect"), term.effect)
    for at, reading in enumerate(term.readings):
        yield (*here, "readings", at), reading
    if term.amount is not None:
        yield from _told((*here, "of"), term.amount.of)
        yield from _told((*here, "at"), term.amount.at)
        for name in term.amount.ratio:
            yield (*here, "ratio", name), name


def _files(where: Path) -> dict[str, Path]:
    return {match[1]: path for path in where.iterdir() if (match := _FILE.fullmatch(path.name))}


def _words(document: Document, wanted: dict[Path_, str]) -> Words:
    """A file's words by the English that they stand for."""
    if not isinstance(document.data, dict) or document.data.get("schema") != SCHEMA:
        raise document.fail(("schema",), "this is no file of words.", f"Begin it with `schema: {SCHEMA}`.")
    found: Words = {}
    for path, told in _leaves(document.data, ()):
        if path == ("schema",):
            continue
        if path not in wanted:
            raise _unknown(document, path, wanted)
        if not told.strip():
            raise document.fail(path, "there are no words here.", "Write them, or leave the line out.")
        found.setdefault(wanted[path], " ".join(told.split()))
    return found


def _unknown(document: Document, path: Path_, wanted: Iterable[Path_]) -> AgreementError:
    """The error for a path that the text does not have, with what it has in its place."""
    shared = max(_shared(path, one) for one in wanted)
    known = {str(one[shared]) for one in wanted if len(one) > shared and _shared(path, one) == shared}
    name = ".".join(map(str, path))
    return document.fail(path, f'the text has nothing at "{name}".', did_you_mean(str(path[-1]), known))


def _shared(one: Path_, other: Path_) -> int:
    return next((at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))


def _leaves(value: object, path: Path_) -> Iterator[tuple[Path_, str]]:
    if isinstance(value, dict):
        for key, item in value.items():
            yield from _leaves(item, (*path, key))
    elif isinstance(value, list):
        for at, item in enumerate(value):
            yield from _leaves(item, (*path, at))
    else:
        yield path, str(value)
