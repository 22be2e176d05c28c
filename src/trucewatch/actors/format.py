"""actors: the file format of actor lists, read strictly, with the file and line of whatever is wrong."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, get_args

import yaml

from trucewatch.actors.actor import AllianceBasis, Kind
from trucewatch.errors import InputError

_Loader: type[Any] = getattr(yaml, "CBaseLoader", yaml.BaseLoader)  # the C one is ten times as fast and reads alike
_ID = re.compile(r"[A-Za-z][A-Za-z0-9]*([._-][A-Za-z0-9]+)*")
_DATE = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?")
_LANGUAGE = re.compile(r"[a-z]{2,3}")

NAMES = ("names", "adjectives", "demonyms", "metonyms", "titles", "heads")


@dataclass(frozen=True, slots=True)
class Row:
    """One entry of a file as plain data, with the line on which it begins."""

    path: str
    line: int
    fields: dict[str, Any]


@dataclass(frozen=True, slots=True)
class _At:
    """Where in a file we are."""

    path: str
    node: Any

    @property
    def line(self) -> int:
        return int(self.node.start_mark.line) + 1

    def wrong(self, problem: str, remedy: str) -> InputError:
        return InputError(self.path, self.line, problem, remedy)

    def to(self, node: Any) -> _At:
        return _At(self.path, node)


def _text(at: _At, field: str) -> str:
    if not isinstance(at.node, yaml.ScalarNode) or not at.node.value.strip():
        raise at.wrong(f'"{field}" must be a text.', "Write one value, without brackets or dashes.")
    return str(at.node.value)


def _matching(pattern: re.Pattern[str], example: str) -> Callable[[_At, str], str]:
    def read(at: _At, field: str) -> str:
        text = _text(at, field)
        if not pattern.fullmatch(text):
            raise at.wrong(f'"{field}" cannot be "{text}".', f"Write it like {example}.")
        return text

    return read


def _one_of(allowed: tuple[str, ...]) -> Callable[[_At, str], str]:
    def read(at: _At, field: str) -> str:
        text = _text(at, field)
        if text not in allowed:
            raise at.wrong(f'"{field}" cannot be "{text}".', f"Use one of: {', '.join(allowed)}.")
        return text

    return read


def _texts(at: _At, field: str) -> list[str]:
    if not isinstance(at.node, yaml.SequenceNode) or not at.node.value:
        raise at.wrong(f'"{field}" must be a list with at least one text.', "Write [first, second].")
    return [_text(at.to(item), field) for item in at.node.value]


def _pairs(at: _At, field: str) -> Iterator[tuple[str, _At, _At]]:
    if not isinstance(at.node, yaml.MappingNode):
        raise at.wrong(f'"{field}" must be a mapping.', "Write key: value, one a line.")
    seen = set()
    for key, value in at.node.value:
        name = _text(at.to(key), field)
        if name in seen:
            raise at.to(key).wrong(f'"{name}" stands twice in {field}.', "Keep one of them.")
        seen.add(name)
        yield name, at.to(key), at.to(value)


def _by_language(at: _At, field: str) -> dict[str, list[str]]:
    found = {}
    for language, key, value in _pairs(at, field):
        if not _LANGUAGE.fullmatch(language):
            raise key.wrong(f'"{language}" in {field} is not a language code.', "Use ISO 639 (en, fr) or mul for all.")
        found[language] = _texts(value, field)
    return found


def _by_theatre(at: _At, field: str) -> dict[str, dict[str, list[str]]]:
    return {theatre: _by_language(value, field) for theatre, _, value in _pairs(at, field)}


def _rows(readers: Mapping[str, Callable[[_At, str], Any]], required: tuple[str, ...]) -> Callable[[_At, str], Any]:
    def read(at: _At, field: str) -> list[dict[str, Any]]:
        if not isinstance(at.node, yaml.SequenceNode):
            raise at.wrong(f'"{field}" must be a list.', "Begin each entry with a dash.")
        return [_fields(at.to(item), field, readers, required) for item in at.node.value]

    return read


def _fields(
    at: _At, what: str, readers: Mapping[str, Callable[[_At, str], Any]], required: tuple[str, ...]
) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for name, key, value in _pairs(at, what):
        if name not in readers:
            raise key.wrong(f'"{name}" is not a field of {what}.', f"The fields are: {', '.join(readers)}.")
        found[name] = readers[name](value, name)
    for name in required:
        if name not in found:
            raise at.wrong(f'{what} lacks "{name}".', f"Add {name}: …")
    return found


_id = _matching(_ID, "SYR or SYR.army")
_date = _matching(_DATE, '"2014", "2014-08" or "2014-08-28"')
_PERIOD = {"since": _date, "until": _date}
ACTOR_FIELDS: dict[str, Callable[[_At, str], Any]] = {
    "id": _id,
    "kind": _one_of(get_args(Kind)),
    "of": _id,
    "country": _id,
    "name": _text,
    "names": _by_language,
    "adjectives": _by_language,
    "demonyms": _by_language,
    "metonyms": _by_language,
    "titles": _by_language,
    "theatre": _id,
    "theatre_names": _by_theatre,
    "offices": _rows({"office": _id, **_PERIOD}, ("office",)),
    "ally_of": _rows({"id": _id, "basis": _one_of(get_args(AllianceBasis)), **_PERIOD}, ("id",)),
    "listed": _rows({"by": _id, "basis": _text, **_PERIOD}, ("by", "basis")),
    "note": _text,
}
PART_FIELDS: dict[str, Callable[[_At, str], Any]] = {
    "part": _id,
    "kind": _one_of(get_args(Kind)),
    "name": _text,
    "of": _texts,
    "heads": _by_language,
    "titles": _by_language,
}


def _root(path: Path) -> Any:
    try:
        with path.open("rb") as stream:
            return yaml.compose(stream, Loader=_Loader)
    except OSError as error:
        raise InputError(str(path), None, f"cannot be read ({error.strerror}).", "Check the path.") from error
    except yaml.MarkedYAMLError as error:
        line = None if error.problem_mark is None else error.problem_mark.line + 1
        raise InputError(str(path), line, f"this is not YAML ({error.problem}).", "Check the indentation.") from error
    except yaml.YAMLError as error:
        raise InputError(str(path), None, f"this is not YAML ({error}).", "Save the file as UTF-8.") from error


def _read(path: Path, readers: Mapping[str, Callable[[_At, str], Any]], required: tuple[str, ...]) -> list[Row]:
    root = _root(path)
    if root is None:
        return []
    if not isinstance(root, yaml.SequenceNode):
        raise _At(str(path), root).wrong("an actor list must be a list.", "Begin each entry with a dash.")
    what = "an actor" if readers is ACTOR_FIELDS else "a part"
    ats = [_At(str(path), node) for node in root.value]
    return [Row(str(path), at.line, _fields(at, what, readers, required)) for at in ats]


def read_actors(path: Path) -> list[Row]:
    """The entries of one actor list; raises InputError with the line of the first thing that is wrong."""
    rows = _read(path, ACTOR_FIELDS, ("id",))
    first: dict[str, int] = {}
    for row in rows:
        known = first.setdefault(row.fields["id"], row.line)
        if known != row.line:
            problem = f'"{row.fields["id"]}" stands twice, first on line {known}.'
            raise InputError(row.path, row.line, problem, "Join the two entries.")
    return rows


def read_parts(path: Path) -> list[Row]:
    """The entries of the list of parts that every state has (`army`, `gov`, …)."""
    return _read(path, PART_FIELDS, ("part", "kind", "name", "of"))
