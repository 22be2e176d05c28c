"""languages: the cases beside a pack: sentences, the claims that each must give, and those that it must not."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal, get_args

import yaml

from trucewatch.errors import LanguageError
from trucewatch.languages import load
from trucewatch.languages.load import read_yaml
from trucewatch.languages.tables import phrases as words
from trucewatch.model.claim import Measure, Modality

CASES = "cases.yaml"
OPEN = "open_cases.yaml"
"""Cases that the engine does not get right yet; each says `why`."""
EVENT = "event"
"""In `not`: any happening told as a fact, whatever its type."""

_CASE = frozenset({"text", "title", "published", "claims", "not", "events", "why"})
_CLAIM = frozenset(
    {"type", "modality", "polarity", "figures", "time", "actors", "speaker", "place", "about", "joint", "outcome"}
)
_FIGURE = frozenset({"measure", "low", "high", "population", "more"})
_TIME = frozenset({"start", "end"})
_MODALITIES, _MEASURES = frozenset(get_args(Modality)), frozenset(get_args(Measure))
Edge = float | Literal["any"] | None
"""A side of an interval: a value, None for open, `any` where it does not matter."""
_TYPE = re.compile(r"[a-z]+\.(?:[a-z_]+|\*)")


@dataclass(frozen=True, slots=True)
class WantedFigure:
    """A figure that a claim must hold. A side that is None must be open (`open` in the file)."""

    measure: str
    low: Edge = "any"
    high: Edge = "any"
    population: str | None = None
    more: bool | None = None


@dataclass(frozen=True, slots=True)
class Wanted:
    """A claim that must be among those found; what is empty or None does not matter.

    `types` and `modalities` are alternatives (`a|b` in the file), `start` and `end` beginnings of the ISO value or
    `open`, `untimed` asks for a claim without a time (`time: none`),
    `actors` ids in any role, `speaker` an id or a part of the name of anybody in the chain, `place` an id or name.
    """

    types: tuple[str, ...] = ()
    modalities: tuple[str, ...] = ()
    polarity: str | None = None
    figures: tuple[WantedFigure, ...] | None = None
    """None does not matter; an empty list asks for a claim without any figure."""
    start: str | None = None
    end: str | None = None
    actors: tuple[str, ...] = ()
    speaker: str | None = None
    place: str | None = None
    about: str | None = None
    joint: bool | None = None
    outcome: str | None = None
    """How the act ended: `completed`, `cut_short`, `failed`, or `open` where the words do not say that it did."""
    untimed: bool = False


@dataclass(frozen=True, slots=True)
class Unwanted:
    """A claim that must not be told as so ("+"): a type (`kin.*` takes the family, `event` any fact), a modality."""

    type: str
    modality: str | None = None


@dataclass(frozen=True, slots=True)
class Case:
    """One text with what it must give. `where` is file and line; `events` the number of facts told, if it matters."""

    where: str
    language: str
    text: str
    published: str | None
    claims: tuple[Wanted, ...]
    unwanted: tuple[Unwanted, ...] = ()
    events: int | None = None
    title: str | None = None
    why: str = ""


def load_cases(code: str, name: str = CASES, home: Path | None = None) -> tuple[Case, ...]:
    """The cases of a language in the order of the file, none where it has no such file; raises LanguageError."""
    path = (home or load.HOME) / code / name
    if not path.exists():
        return ()
    rows = read_yaml(path) or []
    if not isinstance(rows, list):
        raise LanguageError(str(path), 1, "the file is no list.", "Begin each case with `- text:`.")
    lines = _lines(path)
    return tuple(_Row(path, line, code).case(row) for line, row in zip(lines, rows, strict=True))


def _lines(path: Path) -> list[int]:
    """The line on which each item of a list begins."""
    node = yaml.compose(path.read_text(encoding="utf-8"))
    return [child.start_mark.line + 1 for child in node.value] if isinstance(node, yaml.SequenceNode) else []


@dataclass(frozen=True, slots=True)
class _Row:
    """Reads one case; every complaint names its file and line."""

    path: Path
    line: int
    code: str

    def fail(self, problem: str, remedy: str) -> LanguageError:
        return LanguageError(str(self.path), self.line, problem, remedy)

    def known(self, row: Any, fields: frozenset[str], what: str) -> Mapping[str, Any]:
        if not isinstance(row, dict):
            raise self.fail(f"the {what} is no mapping.", f"Fields: {', '.join(sorted(fields))}.")
        unknown = sorted(set(row) - fields)
        if unknown:
            raise self.fail(f"unknown fields in the {what}: {', '.join(unknown)}.", f"Known: {sorted(fields)}.")
        return row

    def case(self, raw: Any) -> Case:
        row = self.known(raw, _CASE, "case")
        if not str(row.get("text") or "").strip():
            raise self.fail("the case has no text.", "Give it a sentence.")
        return Case(
            f"{self.path.parent.name}/{self.path.name}:{self.line}",
            self.code,
            row["text"],
            row.get("published") or None,
            tuple(self.claim(claim) for claim in row.get("claims") or []),
            tuple(self.unwanted(text) for text in words(row.get("not"))),
            int(self.number(row["events"])) if "events" in row else None,
            row.get("title") or None,
            row.get("why") or "",
        )

    def claim(self, raw: Any) -> Wanted:
        row = self.known(raw, _CLAIM, "claim")
        untimed = row.get("time") == "none"
        time = self.known({} if untimed else row.get("time") or {}, _TIME, "time")
        return Wanted(
            tuple(self.types(row.get("type"))),
            tuple(self.modalities(row.get("modality"))),
            self.one_of(row.get("polarity"), {"+", "-"}, "polarity"),
            tuple(self.figure(figure) for figure in row["figures"] or []) if "figures" in row else None,
            time.get("start"),
            time.get("end"),
            tuple(words(row.get("actors"))),
            row.get("speaker"),
            row.get("place"),
            row.get("about"),
            self.flag(row.get("joint")),
            self.one_of(row.get("outcome"), {"completed", "cut_short", "failed", "open"}, "outcome"),
            untimed,
        )

    def types(self, text: str | None) -> Iterator[str]:
        for code in (text or "").split("|") if text else ():
            if not _TYPE.fullmatch(code):
                raise self.fail(f"{code!r} is no type.", "Types are codes of the vocabulary, such as `kin.shelling`.")
            yield code

    def modalities(self, text: str | None) -> Iterator[str]:
        for name in (text or "").split("|") if text else ():
            yield self.one_of(name, _MODALITIES, "modality") or ""

    def one_of(self, text: str | None, names: frozenset[str] | set[str], what: str) -> str | None:
        if text is not None and text not in names:
            raise self.fail(f"there is no {what} {text!r}.", f"Known: {', '.join(sorted(names))}.")
        return text

    def figure(self, raw: Any) -> WantedFigure:
        row = self.known(raw, _FIGURE, "figure")
        return WantedFigure(
            self.one_of(row.get("measure") or "", _MEASURES, "measure") or "",
            self.edge(row.get("low")),
            self.edge(row.get("high")),
            row.get("population"),
            self.flag(row.get("more")),
        )

    def unwanted(self, text: str) -> Unwanted:
        kind, _, modality = text.partition("/")
        if kind != EVENT and not _TYPE.fullmatch(kind):
            raise self.fail(f"{kind!r} under `not` is no type.", f"Write a code, `kin.*` or `{EVENT}`.")
        return Unwanted(kind, self.one_of(modality or None, _MODALITIES, "modality"))

    def edge(self, text: str | None) -> Edge:
        if text is None:
            return "any"
        return None if text == "open" else self.number(text)

    def number(self, text: str) -> float:
        try:
            return float(text)
        except ValueError as error:
            raise self.fail(f"{text!r} is no number.", "Write digits without separators, or `open`.") from error

    def flag(self, text: str | None) -> bool | None:
        return None if text is None else self.one_of(text, {"true", "false"}, "value") == "true"
