"""assess: a file that states who could see what, where and when; without such a statement silence proves nothing."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

from pydantic import Field, ValidationError

from trucewatch.assess.text.fields.base import Strict, Words
from trucewatch.assess.text.names import did_you_mean, unknown
from trucewatch.assess.text.quantity import instant
from trucewatch.assess.text.strictyaml import Document, read
from trucewatch.model import Agreement, Coverage


class Watch(Strict):
    """Who would have seen, and told of, every act of some types, in a zone, from one day until another."""

    who: Words
    types: Annotated[list[Words], Field(min_length=1)]
    from_: Annotated[str, Field(alias="from")]
    to: str
    zone: str | None = None
    source: str = ""


class Watches(Strict):
    """A whole file."""

    coverage: Annotated[list[Watch], Field(min_length=1)]


def load_coverage(
    path: Path, types: Collection[str] = (), zones: Collection[str] | None = None
) -> tuple[Coverage, ...]:
    """What a file states. Where `types` and `zones` are given, others are refused with the line and the likely name.

    `zones` are those of `zone_names`: by its own name alone a zone may be meant only where one text has it.
    """
    named = None if zones is None else _named(zones)
    document = read(path)
    try:
        given = Watches.model_validate(document.data)
    except ValidationError as error:
        first = error.errors()[0]
        where = tuple(first["loc"])
        names = [field.alias or name for name, field in Watch.model_fields.items()]
        raise document.fail(
            where, f"{'.'.join(map(str, where))}: {first['msg']}.", did_you_mean(str(where[-1] if where else ""), names)
        ) from error
    for at, watch in enumerate(given.coverage):
        _check_time(document, at, watch)
        _check_names(document, at, watch, types, named)
    return tuple(Coverage(w.who, tuple(w.types), w.from_, w.to, _full(w.zone, named), w.source) for w in given.coverage)


def zone_names(agreements: Iterable[Agreement]) -> list[str]:
    """The zones of texts as statements may name them: `agreement.zone`."""
    return [f"{agreement.id}.{zone}" for agreement in agreements for zone in agreement.zones]


def _named(zones: Collection[str]) -> dict[str, tuple[str, ...]]:
    """Every way to name a zone, and which zones of which texts it may mean."""
    named: dict[str, tuple[str, ...]] = {full: (full,) for full in zones}
    for full in zones:
        own = full.partition(".")[2]
        if own:
            named[own] = (*named.get(own, ()), full)
    return named


def _full(zone: str | None, zones: Mapping[str, tuple[str, ...]] | None) -> str | None:
    return zone if zone is None or zones is None else zones[zone][0]


def _check_time(document: Document, at: int, watch: Watch) -> None:
    ends: list[datetime] = []
    for name, said in (("from", watch.from_), ("to", watch.to)):
        try:
            ends.append(instant(said, UTC))
        except ValueError as error:
            problem = f'"{said}" is no time.'
            raise document.fail(("coverage", at, name), problem, "Write 2020-03-06 or 2020-03-06T12:00Z.") from error
    if ends[0] >= ends[1]:
        problem = f"it ends ({watch.to}) before it begins ({watch.from_})."
        raise document.fail(("coverage", at, "to"), problem, "`to` is the first moment that was no longer seen.")


def _check_names(
    document: Document, at: int, watch: Watch, types: Collection[str], zones: Mapping[str, tuple[str, ...]] | None
) -> None:
    families = {f"{code.partition('.')[0]}.*" for code in types}
    for index, code in enumerate(watch.types):
        if types and code not in types and code not in families:
            raise unknown(document, ("coverage", at, "types", index), "type", code, [*types, *families])
    if zones is not None and watch.zone is not None and watch.zone not in zones:
        raise unknown(document, ("coverage", at, "zone"), "zone", watch.zone, zones)
    meant = () if zones is None or watch.zone is None else zones[watch.zone]
    if len(meant) > 1:
        problem = f'"{watch.zone}" is a zone of {len(meant)} texts.'
        raise document.fail(("coverage", at, "zone"), problem, f"Say which: {' or '.join(meant)}.")
