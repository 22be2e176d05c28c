"""model: the data between the stages as JSON rows. Unknown values are left out, never written as 0 or ""."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Iterable, Iterator
from typing import IO, TYPE_CHECKING, Any, TypeVar

from trucewatch.errors import InputError

if TYPE_CHECKING:
    from pydantic import TypeAdapter

T = TypeVar("T")


_ADAPTERS: dict[type[Any], TypeAdapter[Any]] = {}
_FIELDS: dict[type[Any], tuple[tuple[str, str, bool], ...]] = {}
_ENCODED = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
_SCALARS = frozenset({str, int, float, bool, type(None)})


def _adapter(cls: type[Any]) -> TypeAdapter[Any]:
    if cls not in _ADAPTERS:
        from pydantic import TypeAdapter  # only where something is read: it takes a while to load

        _ADAPTERS[cls] = TypeAdapter(cls)
    return _ADAPTERS[cls]


def _fields(cls: type[Any]) -> tuple[tuple[str, str, bool], ...]:
    """Name, name in JSON, and whether a value must stand in the row."""
    if cls not in _FIELDS:
        none = dataclasses.MISSING
        _FIELDS[cls] = tuple(
            (f.name, f.name.rstrip("_"), f.default is none and f.default_factory is none)
            for f in dataclasses.fields(cls)
        )
    return _FIELDS[cls]


def _plain(value: Any) -> Any:
    kind = type(value)
    if kind in _SCALARS:
        return value
    if kind is tuple or kind is list:
        return [item if type(item) in _SCALARS else _plain(item) for item in value]
    if kind is dict:
        return {key: item if type(item) in _SCALARS else _plain(item) for key, item in value.items()}
    if dataclasses.is_dataclass(kind):
        return to_row(value)
    if isinstance(value, dict):
        return {key: _plain(item) for key, item in value.items()}
    return [_plain(item) for item in value] if isinstance(value, (tuple, list)) else value


def to_row(thing: Any) -> dict[str, Any]:
    """A dataclass of the model as a JSON object; absent and empty optional fields are left out."""
    row = {}
    kind = type(thing)
    for name, key, required in _FIELDS.get(kind) or _fields(kind):
        value = getattr(thing, name)
        if not required and (value is None or value is False):
            continue
        sort = type(value)
        if sort in _SCALARS:
            row[key] = value
        elif required or value or (sort is not tuple and sort is not dict):
            row[key] = _plain(value)
    return row


def hashed_row(thing: Any) -> dict[str, Any]:
    """A thing as hashes are taken over it: an area stands in it as the point as which it was written before areas had
    a field of their own, so that what was sealed then still fits.
    """
    row = to_row(thing)
    place = row.get("place")
    if isinstance(place, dict) and "area" in place:
        told = {name: value for name, value in place.items() if name != "area"}
        row["place"] = told | {"lat": place["area"]["lat"], "lon": place["area"]["lon"]}
    return row


def from_row(cls: type[T], row: Any) -> T:
    """A JSON object as a dataclass of the model; raises pydantic's ValidationError with the field that is wrong."""
    return _adapter(cls).validate_python(row)  # type: ignore[no-any-return]


def from_text(cls: type[T], text: str) -> T:
    """The text of a JSON object as a dataclass of the model, in one go; raises ValidationError as `from_row` does."""
    return _adapter(cls).validate_json(text)  # type: ignore[no-any-return]


def json_schema(cls: type[Any]) -> dict[str, Any]:
    """The JSON Schema of a dataclass of the model."""
    return _adapter(cls).json_schema(by_alias=True)


def dump_lines(things: Iterable[Any], stream: IO[str]) -> int:
    """Write things as JSON Lines, keys in the order of the model; returns how many."""
    count = 0
    for thing in things:
        stream.write(_line(thing))
        count += 1
    return count


def to_lines(things: Iterable[Any]) -> str:
    """The lines that `dump_lines` writes, each with its end."""
    return "".join(map(_line, things))


def _line(thing: Any) -> str:
    return _ENCODED(to_row(thing)) + "\n"


def load_lines(cls: type[T], lines: Iterable[str], path: str) -> Iterator[T | InputError]:
    """Read things from JSON Lines; a line that cannot be used is yielded as the error that says why."""
    from pydantic import ValidationError

    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            yield from_row(cls, json.loads(line))
        except ValidationError as error:
            first = error.errors()[0]
            field = ".".join(str(part) for part in first["loc"]) or cls.__name__.lower()
            yield InputError(path, number, f"{field}: {first['msg']}.", "See `trucewatch schema`.")
        except (ValueError, RecursionError) as error:
            yield InputError(path, number, f"this line is not JSON ({error}).", "Give one JSON object a line.")
