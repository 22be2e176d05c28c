"""store: reads the columns of what stands, and brings those of an earlier change up to a later one."""

from __future__ import annotations

import functools
import json
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import fields
from datetime import datetime, timedelta
from itertools import islice
from typing import Any

import numpy as np
from numpy.typing import NDArray

from trucewatch.store import database
from trucewatch.store.columns import NEVER, NONE, Columns, Findings, Incidents, Numbers, Pairs, Vocabulary
from trucewatch.store.held import Held

_AT = "known_from <= :n AND (known_to IS NULL OR known_to > :n)"
_SINCE = "known_from > :before AND known_from <= :n AND (known_to IS NULL OR known_to > :n)"
_CLOSED = "SELECT pk FROM {} WHERE known_to > :before AND known_to <= :n AND known_from <= :before"
_INCIDENTS = (
    'SELECT pk, id, start, "end", kind, type, disputed FROM incidents WHERE {} ORDER BY start IS NULL, start, id'
)
_FINDINGS = "SELECT pk, incident, agreement, provision, label FROM findings WHERE {}"
_LINKS = "SELECT incident, {1} FROM {0}"
_THESE = " WHERE incident IN (SELECT value FROM json_each(:these))"
MOST_NEW = 5000
"""Rows that are merged one by one; beyond, all columns are read anew."""
_AT_ONCE = 20_000
_EPOCH = datetime(1970, 1, 1)


def loaded(kept: Held) -> Columns:
    """The columns of what stands."""
    names = Vocabulary()
    with kept.connect() as connection:
        asking = database.raw(connection)
        given = {"n": kept.n}
        incidents = _incidents(names, asking.execute(_INCIDENTS.format(_AT), given))
        slots = _slots(incidents.pk)
        return Columns(
            n=kept.n,
            hash=kept.hash,
            names=names,
            incidents=incidents,
            standing=np.ones(len(incidents.pk), bool),
            order=np.arange(len(incidents.pk), dtype=np.int32),
            places=_pairs(slots, names.places, asking.execute(_LINKS.format("incident_places", "place"))),
            actors=_pairs(slots, names.actors, asking.execute(_LINKS.format("incident_actors", "actor"))),
            findings=_findings(names, asking.execute(_FINDINGS.format(_AT), given)),
        )


def advanced(before: Columns, kept: Held) -> Columns:
    """The columns after a later change, from those of an earlier one."""
    with kept.connect() as connection:
        asking = database.raw(connection)
        given = {"n": kept.n, "before": before.n}
        told = asking.execute("SELECT hash FROM log WHERE n = ?", (before.n,)).fetchone()
        new = asking.execute(_INCIDENTS.format(_SINCE), given).fetchmany(MOST_NEW + 1)
        if before.n > kept.n or told is None or told[0] != before.hash or len(new) > MOST_NEW:
            return loaded(kept)
        with before.names.growing:
            return _joined(before, kept, asking, new, given)


def _joined(before: Columns, kept: Held, asking: Any, new: list[Any], given: dict[str, int]) -> Columns:
    incidents = _longer(before.incidents, _incidents(before.names, new))
    slots = _slots(incidents.pk)
    standing = np.concatenate([before.standing, np.ones(len(new), bool)])
    closed = [pk for (pk,) in asking.execute(_CLOSED.format("incidents"), given)]
    standing[slots[closed]] = False
    these = {"these": json.dumps([row[0] for row in new])}
    changed = Columns(
        kept.n, kept.hash, before.names, incidents, standing, order=before.order[standing[before.order]],
        places=_more(before.places, _pairs(slots, before.names.places, asking.execute(
            _LINKS.format("incident_places", "place") + _THESE, these))),
        actors=_more(before.actors, _pairs(slots, before.names.actors, asking.execute(
            _LINKS.format("incident_actors", "actor") + _THESE, these))),
        findings=_changed_findings(before, asking, given),
    )  # fmt: skip
    fresh = range(len(before.standing), len(standing))
    at = [bisect_left(changed.order, changed.key(slot), key=changed.key) for slot in fresh]
    return Columns(
        kept.n, kept.hash, before.names, incidents, standing, np.insert(changed.order, at, list(fresh)),
        changed.places, changed.actors, changed.findings,
    )  # fmt: skip


def _changed_findings(before: Columns, asking: Any, given: dict[str, int]) -> Findings:
    closed = [pk for (pk,) in asking.execute(_CLOSED.format("findings"), given)]
    stays = ~np.isin(before.findings.pk, closed)
    new = _findings(before.names, asking.execute(_FINDINGS.format(_SINCE), given))
    return Findings(*(
        np.concatenate([getattr(before.findings, name)[stays], getattr(new, name)])
        for name in ("pk", "id", "term", "label")
    ))  # fmt: skip


def _incidents(names: Vocabulary, found: Iterable[Sequence[Any]]) -> Incidents:
    parts = [
        (
            np.array(pk, np.int64), _codes(names.ids, id_), _texts(start), _texts(end), _codes(names.kinds, kind),
            _codes(names.types, type_), np.array(disputed, bool),
            np.array([NONE if text is None else names.days[text[:10]] for text in start], np.int32),
            np.array([_day(text, 0) for text in start], np.int32), np.array([_day(text, 1) for text in end], np.int32),
            _seconds(start), _seconds(end),
        )
        for pk, id_, start, end, kind, type_, disputed in _by_column(found, 7)
    ]  # fmt: skip
    return Incidents(*(np.concatenate(column) for column in zip(*parts, strict=True)))


def _findings(names: Vocabulary, found: Iterable[Sequence[Any]]) -> Findings:
    parts = [
        (
            np.array(pk, np.int64),
            np.array([NONE if one is None else names.ids[one] for one in id_], np.int32),
            np.array([names.terms[f"{a}\n{p}"] for a, p in zip(agreement, provision, strict=True)], np.int32),
            _codes(names.labels, label),
        )
        for pk, id_, agreement, provision, label in _by_column(found, 5)
    ]
    return Findings(*(np.concatenate(column) for column in zip(*parts, strict=True)))


def _pairs(slots: Numbers, names: dict[str, int], found: Iterable[Sequence[Any]]) -> Pairs:
    """Links whose incident is among the slots; other rows are of the past, or of a change that came meanwhile."""
    parts = []
    for pk, word in _by_column(found, 2):
        slot = slots[np.minimum(np.array(pk, np.int64), len(slots) - 1)]
        parts.append((slot[slot != NONE], _codes(names, word)[slot != NONE]))
    return Pairs(*(np.concatenate(column) for column in zip(*parts, strict=True)))


def _by_column(found: Iterable[Sequence[Any]], width: int) -> Iterable[tuple[Sequence[Any], ...]]:
    """Rows as columns, many at a time; the first of them empty, so that there is always one."""
    yield ((),) * width
    rows = iter(found)
    while chunk := list(islice(rows, _AT_ONCE)):
        yield tuple(zip(*chunk, strict=True))


def _slots(pk: NDArray[np.int64]) -> Numbers:
    """By primary key: the slot, or `NONE`; the last stands for all keys beyond."""
    found = np.full(int(pk.max(initial=0)) + 2, NONE, np.int32)
    found[pk] = np.arange(len(pk), dtype=np.int32)
    return found


def _codes(names: dict[str, int], words: Sequence[str]) -> Numbers:
    return np.fromiter(map(names.__getitem__, words), np.int32, len(words))


def _texts(given: Sequence[str | None]) -> NDArray[np.bytes_]:
    return np.array([b"" if text is None else text.encode() for text in given], "S20")


def _seconds(given: Sequence[str | None]) -> NDArray[np.int64]:
    """Instants in seconds from 1970. What is no instant of numpy's, as no text is, becomes the least number: `OPEN`."""
    return _texts(given).astype("S19").astype("datetime64[s]").astype(np.int64)


def _longer(one: Incidents, other: Incidents) -> Incidents:
    names = [part.name for part in fields(Incidents)]
    return Incidents(*(np.concatenate([getattr(one, name), getattr(other, name)]) for name in names))


@functools.lru_cache(maxsize=50_000)
def _day(text: str | None, before: int) -> int:
    """The day of an instant, or of so many seconds before it: what ends at midnight touches the day before."""
    if text is None:
        return int(NEVER)
    return (datetime.fromisoformat(text.removesuffix("Z")) - timedelta(seconds=before) - _EPOCH).days


def _more(one: Pairs, other: Pairs) -> Pairs:
    return Pairs(np.concatenate([one.slot, other.slot]), np.concatenate([one.code, other.code]))
