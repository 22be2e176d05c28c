"""languages: reads `inflection.yaml` into tables of endings, with its declensions and groups of suffixes expanded."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from trucewatch.languages.fold import match_key
from trucewatch.languages.inflect import Ending, Inflection, Reflexive

_NONE = "0"
"""How a table writes the ending that is none."""

Groups = Mapping[str, Sequence[tuple[str, str]]]
"""Name of a group -> pairs (suffix, tag)."""


def phrases(text: str | list[str] | None) -> list[str]:
    """A list of phrases, given as a YAML list or as one string parted by commas."""
    if text is None:
        return []
    if isinstance(text, str):
        return [part.strip() for part in text.split(",") if part.strip()]
    return [part for item in text for part in phrases(item)]


def read_inflection(raw: Mapping[str, Any], cases: Sequence[str] = ()) -> Inflection:
    """The tables of a pack; `cases` names the cases in the order in which its declensions give them."""
    groups = _groups(raw, cases)
    nouns = raw.get("irregular_nouns") or {}
    return Inflection(
        _endings(raw.get("verbs"), groups),
        _endings(raw.get("nouns"), groups),
        {lemma: tuple(_forms(table, groups)) for lemma, table in (raw.get("irregular") or {}).items()},
        _endings(raw.get("adjectives"), groups),
        {
            lemma: (table.get("gender"), tuple(_forms({k: v for k, v in table.items() if k != "gender"}, groups)))
            for lemma, table in nouns.items()
        },
        raw.get("phrases") == "agree",
        _reflexive(raw.get("reflexive")),
        _endings(raw.get("singulars"), groups),
        _endings(raw.get("plurals"), groups),
        raw.get("verb_phrases") == "last",
    )


def case_endings(raw: Mapping[str, Any]) -> dict[str, frozenset[str]]:
    """`endings`: ends of names, folded, with the cases that each may be."""
    table = raw.get("endings") or {}
    return {match_key(end) or end: frozenset(cases.split()) for cases, ends in table.items() for end in phrases(ends)}


def restored_endings(raw: Mapping[str, Any]) -> dict[str, frozenset[str]]:
    """`restored`: ends of declined names, folded, with the ends of the first form; `0` is none."""
    table = raw.get("restored") or {}
    return {
        match_key(end): frozenset("" if first == _NONE else match_key(first) for first in phrases(firsts))
        for end, firsts in table.items()
    }


def _groups(raw: Mapping[str, Any], cases: Sequence[str]) -> Groups:
    """`suffixes` (one list each) and `declensions` (a row for each number or gender, in the order of the cases)."""
    found: dict[str, list[tuple[str, str]]] = {}
    for name, text in (raw.get("suffixes") or {}).items():
        found[name] = [("" if s == _NONE else s, "") for s in phrases(text)]
    for name, table in (raw.get("declensions") or {}).items():
        found[name] = [
            ("" if suffix == _NONE else suffix, f"{number}.{case}")
            for number, row in table.items()
            for case, suffixes in zip(cases, row.split(), strict=True)
            for suffix in suffixes.split("/")
            if suffix != "-"
        ]
    return found


def _forms(table: Mapping[str, Any], groups: Groups) -> Iterator[tuple[str, str]]:
    """The forms of one row: "\\1а+L" stands for the stem with each suffix of the group L; a tag may be several."""
    for tags, texts in table.items():
        tag = ".".join(tags.split())
        for text in phrases(texts):
            stem, plus, name = text.partition("+")
            for suffix, more in groups[name] if plus else [("", "")]:
                yield stem + suffix, f"{tag}.{more}" if more else tag


def _endings(rows: Sequence[Mapping[str, Any]] | None, groups: Groups) -> tuple[Ending, ...]:
    return tuple(
        Ending(re.compile(row["if"]), tuple(_forms(row["forms"], groups)), row.get("gender")) for row in rows or ()
    )


def _reflexive(raw: Mapping[str, Any] | None) -> Reflexive | None:
    if not raw:
        return None
    return Reflexive(raw["ending"], raw["after_vowel"], raw["vowels"], frozenset(phrases(raw.get("passive"))))
