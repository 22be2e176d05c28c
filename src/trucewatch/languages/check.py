"""languages: what is wrong with the files of a pack beyond what keeps it from loading."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, get_args

import yaml

from trucewatch.languages.cases import CASES, OPEN, load_cases
from trucewatch.languages.load import read_yaml
from trucewatch.languages.pack import Pack
from trucewatch.languages.tables import phrases as words
from trucewatch.model.claim import Measure

FILES = ("language.yaml", "words.yaml", "numbers.yaml", "dates.yaml", "inflection.yaml", "lexicon.yaml", "frames.yaml")
GIVEN = frozenset({"actor", "army_actor", "body_actor", "place", "pronoun", "speech_subject"})
"""Classes that come from names and from the grammar, so that no word of a pack needs to have them."""
_LISTS = ("verbs", "perfective", "nouns", "fixed_nouns", "adjectives")
_LEXICON = frozenset({"class", "type", "weapon", "measure", "population", "kind", "factor", *_LISTS})
_FRAME_SETS = ("verb", "noun", "subject", "object", "any", "without", "not_object")


@dataclass(frozen=True, slots=True)
class Fault:
    """Something wrong in a file of a pack. What changes no claim (a word said twice, an idle class) is not `grave`."""

    file: str
    problem: str
    grave: bool = True
    line: int | None = None

    def __str__(self) -> str:
        """File, line and problem in one line."""
        where = self.file if self.line is None else f"{self.file}:{self.line}"
        return f"{where}: {self.problem}"


def check_pack(pack: Pack, folder: Path) -> list[Fault]:
    """The faults of a loaded pack, file by file, from its folder; raises LanguageError where a case cannot be read."""
    found: list[Fault] = []
    for name in FILES:
        found += _twice_in_mapping(folder / name)
        found += _empty(read_yaml(folder / name), name)
    found += _lexicon(read_yaml(folder / "lexicon.yaml") or [])
    found += _frames(pack, read_yaml(folder / "frames.yaml") or [])
    texts = Counter(case.text for name in (CASES, OPEN) for case in load_cases(pack.code, name, folder.parent))
    found += [Fault(CASES, f"the sentence stands there twice: {text!r}") for text, n in texts.items() if n > 1]
    return found


def _twice_in_mapping(path: Path) -> Iterator[Fault]:
    """Keys that stand twice in one mapping: the second silently replaces the first."""
    stack = [yaml.compose(path.read_text(encoding="utf-8"))]
    while stack:
        node = stack.pop()
        if isinstance(node, yaml.SequenceNode):
            stack += node.value
        elif isinstance(node, yaml.MappingNode):
            seen: set[str] = set()
            for key, value in node.value:
                if key.value in seen:
                    yield Fault(path.name, f"the key {key.value!r} stands twice.", line=key.start_mark.line + 1)
                seen.add(key.value)
                stack.append(value)


def _empty(raw: Any, name: str, where: str = "") -> Iterator[Fault]:
    """Phrases without a letter, which would match nothing or everything."""
    if isinstance(raw, dict):
        for key, value in raw.items():
            yield from _empty(value, name, f"{where}.{key}".strip("."))
    elif isinstance(raw, list):
        for value in raw:
            if isinstance(value, str) and not any(char.isalnum() for char in value):
                yield Fault(name, f"{where}: the phrase {value!r} is empty.")
            else:
                yield from _empty(value, name, where)


def _lexicon(rows: list[dict[str, Any]]) -> Iterator[Fault]:
    measures = set(get_args(Measure))
    for number, row in enumerate(rows, 1):
        name = f"row {number} ({row.get('type') or row.get('class') or '?'})"
        unknown = sorted(set(row) - _LEXICON)
        if unknown:
            yield Fault("lexicon.yaml", f"{name}: unknown fields {', '.join(unknown)}.")
        if not row.get("class") and not row.get("type"):
            yield Fault("lexicon.yaml", f"{name}: neither class nor type, so its words mean nothing.")
        if row.get("measure") is not None and row["measure"] not in measures:
            yield Fault("lexicon.yaml", f"{name}: there is no measure {row['measure']!r}.")
        for field in _LISTS:
            phrases = Counter(words(row.get(field)))
            for phrase in sorted(phrase for phrase, n in phrases.items() if n > 1):
                yield Fault("lexicon.yaml", f"{name}: {phrase!r} stands twice among its {field}.", grave=False)


def _frames(pack: Pack, rows: list[dict[str, Any]]) -> Iterator[Fault]:
    had = {cls for senses in pack.phrases.values() for sense in senses for cls in sense.classes} | GIVEN
    ids = Counter(row["id"] for row in rows)
    for name in (name for name, n in ids.items() if n > 1):
        yield Fault("frames.yaml", f"the id {name!r} stands twice.")
    for row in rows:
        for field in _FRAME_SETS:
            named = set(words(row.get(field)))
            for cls in sorted(named - had):
                # A rule with no class left can never fit; beside others the class is merely idle.
                dead = field != "without" and not named & had
                yield Fault("frames.yaml", f"{row['id']}: no word has the class {cls!r} under `{field}`.", grave=dead)
