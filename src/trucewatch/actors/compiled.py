"""actors: the lists in the compiled form that is kept between runs: plain JSON data, checked and folded."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from trucewatch.actors.format import Row
from trucewatch.actors.names import forms, keys, written
from trucewatch.errors import InputError

_USES = {"names": "name", "adjectives": "adjective", "demonyms": "demonym_noun", "metonyms": "metonym"}
_LISTS = ("offices", "ally_of", "listed")
LISTERS = frozenset({"UNSC"})
"""Bodies that list others under a name of their own and are in no list themselves; the rest are actors."""
_SCALARS = ("kind", "of", "country", "name", "theatre", "note")

Compiled = dict[str, Any]
"""`actors`: fields by id; `keys`: language -> key -> rows of (id, use, text, theatre, exact); `parts` and keys."""


def _extend(known: dict[str, Any], row: Row) -> None:
    for field, value in row.fields.items():
        if field in _SCALARS:
            if known.setdefault(field, value) != value:
                problem = f'"{row.fields["id"]}" has {field} "{known[field]}" in an earlier list, not "{value}".'
                raise InputError(row.path, row.line, problem, f"Leave {field} out, or use another id.")
        elif field in _LISTS:
            known[field] = [*known.get(field, ()), *value]
        elif field != "id":
            _merge(known.setdefault(field, {}), value)


def _merge(known: dict[str, Any], more: dict[str, Any]) -> None:
    for key, value in more.items():
        if isinstance(value, dict):
            _merge(known.setdefault(key, {}), value)
        else:
            known[key] = [*known.get(key, ()), *(item for item in value if item not in known.get(key, ()))]


def _joined(rows: Iterable[Row]) -> tuple[dict[str, dict[str, Any]], dict[str, Row]]:
    actors: dict[str, dict[str, Any]] = {}
    first: dict[str, Row] = {}
    for row in rows:
        id_ = row.fields["id"]
        first.setdefault(id_, row)
        _extend(actors.setdefault(id_, {}), row)
        if "kind" not in actors[id_]:
            raise InputError(row.path, row.line, f'"{id_}" lacks "kind".', "Only entries that extend a known id may.")
    return actors, first


def _check_links(actors: dict[str, dict[str, Any]], first: dict[str, Row], parts: set[str]) -> None:
    def known(id_: str) -> bool:
        head, _, tail = id_.rpartition(".")
        return id_ in actors or (tail in parts and head in actors)

    for id_, fields in actors.items():
        links: list[tuple[str, str]] = [(field, fields[field]) for field in ("of", "country") if field in fields]
        links += [("ally_of", item["id"]) for item in fields.get("ally_of", ())]
        links += [("offices", item["office"]) for item in fields.get("offices", ())]
        links += [("listed", item["by"]) for item in fields.get("listed", ()) if item["by"] not in LISTERS]
        for field, link in links:
            if not known(link):
                row = first[id_]
                raise InputError(
                    row.path, row.line, f'{field} of "{id_}" names "{link}", which no list has.', "Add it."
                )


def _uses(id_: str, fields: dict[str, Any]) -> Iterable[tuple[str, str | None, str, str]]:
    """(use, theatre, language, text) of every name of an actor."""
    theatre = fields.get("theatre")
    for field, use in _USES.items():
        for language, texts in fields.get(field, {}).items():
            for text in texts:
                yield ("office" if fields["kind"] == "office" else use), theatre, language, text
    for where, by_language in fields.get("theatre_names", {}).items():
        for language, texts in by_language.items():
            for text in texts:
                yield "name", where, language, text


def _index(actors: dict[str, dict[str, Any]]) -> dict[str, dict[str, list[list[Any]]]]:
    index: dict[str, dict[str, list[list[Any]]]] = {}
    for id_, fields in actors.items():
        for use, theatre, language, raw in _uses(id_, fields):
            text, exact = written(raw)
            listed = (text,) if exact else forms(text, language, use=use, person=fields["kind"] == "person")
            for key in dict.fromkeys(key for form in listed for key in keys(form, language)):
                entry = [id_, use, text, theatre, exact]
                found = index.setdefault(language, {}).setdefault(key, [])
                same = [other for other in found if other[:2] == entry[:2] and other[3] == theatre]
                if not same:
                    found.append(entry)
                elif same[0][4] and not exact:  # the freer spelling takes in the stricter one
                    found[found.index(same[0])] = entry
    return index


def _head_keys(parts: Sequence[Row], field: str) -> dict[str, dict[str, list[str]]]:
    """Per language: key of a head noun or title -> the parts it can stand for."""
    found: dict[str, dict[str, list[str]]] = {}
    for row in parts:
        for language, texts in row.fields.get(field, {}).items():
            for text in (form for written_form in texts for form in forms(written_form, language)):
                for key in keys(text, language):
                    listed = found.setdefault(language, {}).setdefault(key, [])
                    if row.fields["part"] not in listed:
                        listed.append(row.fields["part"])
    return found


def _title_keys(actors: dict[str, dict[str, Any]]) -> dict[str, dict[str, dict[str, str]]]:
    """Per language: key of a title -> state -> the office that the lists name for it."""
    found: dict[str, dict[str, dict[str, str]]] = {}
    for id_, fields in actors.items():
        for language, texts in fields.get("titles", {}).items():
            for text in (form for written_form in texts for form in forms(written_form, language)):
                for key in keys(text, language):
                    found.setdefault(language, {}).setdefault(key, {}).setdefault(fields.get("of", ""), id_)
    return found


def compile_lists(rows: Sequence[Row], parts: Sequence[Row]) -> Compiled:
    """Check the lists against each other and fold their names; raises InputError where they contradict each other."""
    actors, first = _joined(rows)
    _check_links(actors, first, {row.fields["part"] for row in parts})
    return {
        "actors": actors,
        "keys": _index(actors),
        "titles": _title_keys(actors),
        "parts": {row.fields["part"]: {k: row.fields[k] for k in ("kind", "name", "of")} for row in parts},
        "heads": _head_keys(parts, "heads"),
        "generic_titles": _head_keys(parts, "titles"),
    }
