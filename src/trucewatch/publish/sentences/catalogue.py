"""publish: the catalogue of sentences, compiled once, and its wording in a language."""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass
from importlib import resources
from typing import Any

import yaml

from trucewatch.publish.sentences.kinds import KINDS

FIELD = re.compile(r"\{(\w+):(\w+)\}")


@dataclass(frozen=True, slots=True)
class Template:
    """One sentence with its parts: `fields` are names and kinds in their order."""

    id: str
    english: str
    fields: tuple[tuple[str, str], ...]
    pattern: re.Pattern[str]
    literal: str
    """The longest run of words that always stands in it: without it nothing need be matched."""


@dataclass(frozen=True, slots=True)
class Catalogue:
    """All sentences: those without parts by their words, the others with the most words of their own first."""

    fixed: dict[str, str]
    templates: tuple[Template, ...]


@functools.cache
def load_catalogue() -> Catalogue:
    """The sentences of `en.yaml`."""
    table = _read("en")
    fixed = {text: id_ for id_, text in table.items() if not FIELD.search(text)}
    templates = [_template(id_, text) for id_, text in table.items() if FIELD.search(text)]
    templates.sort(key=lambda one: -len(FIELD.sub("", one.english)))
    return Catalogue(fixed, tuple(templates))


@functools.cache
def load_wording(language: str) -> dict[str, str | dict[str, str]]:
    """The sentences in a language by their ids; a mapping has a form for each count of the part `n`.

    In English they are those of the catalogue, but for what a page says otherwise than the record (`page.yaml`).
    """
    if language != "en":
        return _read(language)
    return {id_: FIELD.sub(r"{\1}", text) for id_, text in _read("en").items()} | _read("page")


def _read(language: str) -> dict[str, Any]:
    text = resources.files("trucewatch.publish.sentences").joinpath(f"{language}.yaml").read_text(encoding="utf-8")
    return dict(yaml.load(text, Loader=yaml.BaseLoader))  # noqa: S506 - all scalars stay strings


def _template(id_: str, english: str) -> Template:
    pieces = FIELD.split(english)
    literals, names, kinds = pieces[::3], pieces[1::3], pieces[2::3]
    pattern = re.escape(literals[0])
    for name, kind, literal in zip(names, kinds, literals[1:], strict=True):
        pattern += f"(?P<{name}>{KINDS[kind]}){re.escape(literal)}"
    fields = tuple(zip(names, kinds, strict=True))
    return Template(id_, english, fields, re.compile(pattern, re.DOTALL), max(literals, key=len))
