"""languages: read a folder of YAML into a compiled pack. What a native speaker edits is checked here, line by line."""

from __future__ import annotations

import functools
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import yaml

from trucewatch.errors import LanguageError
from trucewatch.languages.compiled import kept
from trucewatch.languages.fold import fold, match_key, written_key
from trucewatch.languages.inflect import DERIVED
from trucewatch.languages.pack import Approximator, Frame, NumberWord, Pack, Sense, TimeWord
from trucewatch.languages.placewords import PlaceWords, place_words
from trucewatch.languages.tables import case_endings, read_inflection, restored_endings
from trucewatch.languages.tables import phrases as words

HOME = Path(__file__).parent
_Loader: type = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
FUNCTION_KINDS = (
    "det", "prep", "conj", "rel", "sub", "aux", "modal", "neg", "pron", "adv", "adj", "hedge", "poss", "comp",
    "accord", "title", "particle", "ordinal", "cue",
)  # fmt: skip


def available() -> tuple[str, ...]:
    """The codes of the packs that come with the program."""
    return tuple(sorted(p.name for p in HOME.iterdir() if (p / "language.yaml").exists()))


def read_yaml(path: Path) -> Any:
    """A YAML file with every scalar a string; raises LanguageError with the line that is wrong."""
    try:
        # BaseLoader makes strings only: `no`, `on` and `22:00` keep their letters.
        return yaml.load(path.read_text(encoding="utf-8"), Loader=_Loader)  # noqa: S506
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else None
        raise LanguageError(str(path), line, f"{error.problem}.", "Check the indentation and quotes.") from error
    except FileNotFoundError as error:
        raise LanguageError(str(path), None, "the file is missing.", "Every pack has it; see docs/how-to.") from error


class _Builder:
    """Collects the senses of every phrase while a pack's files are read."""

    def __init__(self, folder: Path, language: dict[str, Any]) -> None:
        self.folder = folder
        self.senses: dict[str, list[Sense]] = defaultdict(list)
        self.spellings: dict[str, dict[str, list[Sense]]] = defaultdict(dict)
        tables = read_yaml(folder / "inflection.yaml") or {}
        self.inflection = read_inflection(tables, words(language.get("cases")))
        self.endings, self.restored = case_endings(tables), restored_endings(tables)
        self.derived: list[tuple[str, Sense]] = []

    def add(self, phrase: str, sense: Sense) -> None:
        key = match_key(phrase)
        if not key:
            raise LanguageError(str(self.folder), None, f"the phrase {phrase!r} is empty.", "Remove it.")
        if sense not in self.senses[key]:
            self.senses[key].append(sense)
        spelled = self.spellings[key].setdefault(written_key(phrase), [])
        if sense not in spelled:
            spelled.append(sense)

    def written(self) -> dict[str, tuple[Sense, ...]]:
        """The senses of every spelling that shares its folded key with another.

        A key that is only ever a verb, and only with accents ("armés"), means nothing without them ("armes").
        """
        table: dict[str, tuple[Sense, ...]] = {}
        for key, spellings in self.spellings.items():
            if len(spellings) > 1:
                table |= {spelling: _merged(senses) for spelling, senses in spellings.items()}
            if key not in spellings and all(sense.kind == "verb" for sense in self.senses[key]):
                table[key] = ()
        return table

    def inflected(
        self, lemma: str, kind: str, base: Sense, *, perfective: bool = False, as_kind: str | None = None
    ) -> None:
        """Every form of a lemma, with all tags that one spelling can carry joined in one sense."""
        tags: dict[str, set[str]] = defaultdict(set)
        for form, tag in self._forms(lemma, kind, perfective):
            tags[form].update(tag.split("."))
        for form, found in tags.items():
            forms = frozenset(found - {DERIVED})
            sense = Sense(as_kind or kind, lemma.partition("/")[0], base.classes, forms, base.type, base.info)
            if DERIVED in found:
                self.derived.append((form, sense))
            else:
                self.add(form, sense)

    def _forms(self, lemma: str, kind: str, perfective: bool) -> Iterator[tuple[str, str]]:
        if kind == "verb":
            return self.inflection.verb(lemma, perfective=perfective)
        return self.inflection.adjective(lemma) if kind == "adj" else self.inflection.noun(lemma)

    def add_derived(self) -> None:
        """Forms made by rule, where no verb of the pack has them as its own ("встречались" is no passive)."""
        own = {key for key, senses in self.senses.items() if any(s.kind == "verb" for s in senses)}
        for form, sense in self.derived:
            if match_key(form) not in own:
                self.add(form, sense)

    def lexicon(self, rows: Iterable[dict[str, Any]]) -> None:
        """Rows of `lexicon.yaml`: `class` with `verbs`, `nouns`, `adjectives`; other fields are kept as `info`."""
        for row in rows:
            classes = frozenset(words(row.get("class"))) | frozenset(words(row.get("type")))
            info = {k: v for k, v in row.items() if isinstance(v, str) and k not in ("class", "type")}
            sense = Sense("", "", classes, frozenset(), row.get("type"), info)
            for lemma in words(row.get("verbs")):
                self.inflected(lemma, "verb", sense)
            for lemma in words(row.get("perfective")):
                self.inflected(lemma, "verb", sense, perfective=True)
            for lemma in words(row.get("nouns")):
                self.inflected(lemma, "noun", sense)
            for lemma in words(row.get("fixed_nouns")):
                self.add(lemma, Sense("noun", lemma, classes, frozenset({"base"}), row.get("type"), info))
            for lemma in words(row.get("adjectives")):
                self.inflected(lemma, "adj", sense)

    def function_words(self, table: dict[str, Any]) -> None:
        """`words.yaml`: function words by kind; a kind with subclasses is a mapping of class to words."""
        for kind, entries in table.items():
            if kind not in FUNCTION_KINDS:
                raise LanguageError(
                    str(self.folder / "words.yaml"), None, f"unknown kind {kind!r}.", f"Kinds: {FUNCTION_KINDS}."
                )
            groups = entries.items() if isinstance(entries, dict) else [("", entries)]
            for name, phrases in groups:
                for phrase in words(phrases):
                    sense = Sense(kind, phrase, frozenset(words(name)), frozenset())
                    if self.inflection.agree and kind in ("adj", "title"):
                        self.inflected(phrase, "adj" if kind == "adj" else "noun", sense, as_kind=kind)
                    else:
                        self.add(phrase, sense)


def settings_files() -> list[Path]:
    """The file of settings of every pack that comes with the program."""
    return [HOME / code / "language.yaml" for code in available()]


def name_articles(code: str) -> tuple[str, ...]:
    """The articles that may stand before a name in a language, each as a key with its space; none without a pack."""
    return _articles(HOME / code / "language.yaml")


@functools.cache
def _articles(path: Path) -> tuple[str, ...]:
    listed = words(read_yaml(path).get("name_articles")) if path.exists() else []
    return tuple(f"{match_key(article)} " for article in listed)


def _numbers(raw: dict[str, Any]) -> dict[str, NumberWord]:
    table = {}
    for role, entries in raw["words"].items():
        for phrase, value in entries.items():
            low, _, high = value.partition("..")
            top = float(high) if high else (None if ".." in value else float(low))
            for form in words(phrase):
                table[match_key(form)] = NumberWord(float(low), top, role)
    return table


def _approximators(raw: dict[str, Any]) -> dict[str, Approximator]:
    table = {}
    for row in raw["approximators"]:
        low, _, high = row["factor"].partition("..")
        for phrase in words(row["words"]):
            table[match_key(phrase)] = Approximator(row["kind"], float(low), float(high) if high else None)
    return table


def _times(raw: dict[str, Any]) -> dict[str, tuple[TimeWord, ...]]:
    table: dict[str, list[TimeWord]] = defaultdict(list)
    for what, entries in raw.items():
        for value, phrases in entries.items():
            for phrase in words(phrases):
                table[match_key(phrase)].append(TimeWord(what, value))
    return {key: tuple(value) for key, value in table.items()}


_FRAME_SETS = ("verb", "noun", "subject", "object", "any", "without", "not_object", "forms", "needs")


def _frames(rows: list[dict[str, Any]], path: Path) -> Iterator[Frame]:
    known = set(Frame.__dataclass_fields__) | {"cases"}
    for row in rows:
        unknown = set(row) - known
        if unknown or "id" not in row or "gives" not in row:
            problem = f"frame {row.get('id', '?')}: " + (f"unknown fields {sorted(unknown)}." if unknown else "no id.")
            raise LanguageError(str(path), None, problem, f"Fields: {sorted(known)}.")
        fields: dict[str, Any] = {
            k: (frozenset(words(v)) if k in _FRAME_SETS else v) for k, v in row.items() if k != "cases"
        }
        yield Frame(**fields)


def _merged(senses: list[Sense]) -> tuple[Sense, ...]:
    """One sense a kind: a verb that stands in two rows belongs to both classes; the first type counts.

    A form that a verb has behind a negation alone (`jus`) means nothing where the same letters are another word.
    """
    found: dict[str, Sense] = {}
    always = [sense for sense in senses if "jus" not in sense.forms or sense.forms & {"past", "pres"}]
    for sense in always or senses:
        old = found.get(sense.kind)
        if old is None:
            found[sense.kind] = sense
            continue
        info = {**sense.info, **old.info}
        found[sense.kind] = Sense(
            sense.kind, old.lemma, old.classes | sense.classes, old.forms | sense.forms, old.type or sense.type, info
        )
    return tuple(found.values())


def _longest(keys: Iterable[str]) -> dict[str, int]:
    table: dict[str, int] = {}
    for key in keys:
        parts = key.split(" ")
        table[parts[0]] = max(table.get(parts[0], 0), len(parts))
    return table


@functools.cache
def load_pack(code: str) -> Pack:
    """The compiled pack of a language; raises LanguageError when there is none or a file of it is wrong."""
    folder = pack_folder(code)
    return kept(folder, lambda: compile_pack(folder))


def pack_folder(code: str) -> Path:
    """Where the pack of a language lies; raises LanguageError when there is none."""
    folder = HOME / code
    if not (folder / "language.yaml").exists():
        raise LanguageError(code, None, "there is no pack for this language.", f"Packs: {', '.join(available())}.")
    return folder


def compile_pack(folder: Path) -> Pack:
    """The pack of a folder, read and checked anew; raises LanguageError where a file of it is wrong."""
    language = read_yaml(folder / "language.yaml")
    builder = _Builder(folder, language)
    builder.function_words(read_yaml(folder / "words.yaml"))
    builder.lexicon(read_yaml(folder / "lexicon.yaml"))
    builder.add_derived()
    numbers_raw = read_yaml(folder / "numbers.yaml")
    numbers, approximators = _numbers(numbers_raw), _approximators(numbers_raw)
    times = _times(read_yaml(folder / "dates.yaml"))
    keys = [*builder.senses, *numbers, *approximators, *times]
    return Pack(
        code=folder.name,
        phrases={key: _merged(senses) for key, senses in builder.senses.items()},
        longest=_longest(keys),
        numbers=numbers,
        approximators=approximators,
        times=times,
        frames=tuple(_frames(read_yaml(folder / "frames.yaml"), folder / "frames.yaml")),
        settings={k: v for k, v in language.items() if isinstance(v, str)},
        lists={k: frozenset(fold(w).text for w in words(v)) for k, v in language.items() if isinstance(v, list)},
        endings=builder.endings,
        restored=builder.restored,
        name_endings=dict(fold(row).text.split(" ") for row in words(language.get("endings_of_names"))),
        written=builder.written() if language.get("accents") == "tell" else {},
        places=place_words(read_yaml(folder / "places.yaml")) if (folder / "places.yaml").exists() else PlaceWords(),
        words=frozenset(w for key in keys for w in key.split(" ")) if language.get("prefixes") else frozenset(),
    )
