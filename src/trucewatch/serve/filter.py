"""serve: what is asked for: the same in an address, in a list, on the map, in a file taken away and in the API."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, get_args
from urllib.parse import urlencode

from trucewatch.errors import SettingsError
from trucewatch.model.finding import FindingLabel
from trucewatch.model.incident import IncidentKind
from trucewatch.publish.wording import load_words
from trucewatch.store import Where

_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_ID = re.compile(r"[\w.:-]{1,120}")
_TERM = re.compile(r"([\w-]{1,80})\.([\w.-]{1,80})")
PAGING = frozenset({"after", "size", "n", "by"})
"""Names in an address that turn pages or order what is drawn, and ask for nothing else."""


@dataclass(frozen=True, slots=True)
class Filter:
    """Conditions that all must hold; what is left out does not count. Days are ISO 8601, both included.

    They are days on the clock of the place, by which events are told: the days of the report of a period.
    """

    first: str | None = None
    """The first day, `from` in an address."""
    last: str | None = None
    """The last day, `to` in an address."""
    type: str | None = None
    place: str | None = None
    party: str | None = None
    kind: str | None = None
    term: str | None = None
    """`agreement.provision`"""
    label: str | None = None
    disputed: bool = False

    def pairs(self) -> list[tuple[str, str]]:
        """The conditions as they stand in an address, always in the same order."""
        found = []
        for name in NAMES:
            value = getattr(self, _FIELDS.get(name, name))
            if value:
                found.append((name, "1" if value is True else str(value)))
        return found

    def query(self, **more: str | None) -> str:
        """The conditions as the query of an address, with `?` where there are any; `more` is set on top of them."""
        pairs = [*self.pairs(), *((name, value) for name, value in more.items() if value is not None)]
        return f"?{urlencode(pairs)}" if pairs else ""

    def but(self, **changed: Any) -> Filter:
        """The same with other values."""
        return dataclasses.replace(self, **changed)

    def where(self) -> Where:
        """The question that the store understands."""
        term = _TERM.fullmatch(self.term) if self.term else None
        period = None
        if self.first or self.last:
            after = (date.fromisoformat(self.last) + timedelta(days=1)).isoformat() if self.last else None
            period = (self.first, after)
        return Where(
            period=period,
            place=self.place,
            type=self.type,
            party=self.party,
            kind=self.kind,
            term=(term[1], term[2]) if term else None,
            labels=(self.label,) if self.label else (),
            disputed=self.disputed,
        )


NAMES = ("from", "to", "type", "place", "party", "kind", "term", "label", "disputed")
_FIELDS = {"from": "first", "to": "last"}


def read_filter(pairs: Iterable[tuple[str, str]]) -> Filter:
    """The filter that an address holds; SettingsError for what means nothing there. Empty values are none."""
    found: dict[str, Any] = {}
    for name, value in pairs:
        if name in PAGING or not value:
            continue
        if name not in NAMES:
            raise SettingsError(f"there is no condition {name[:40]!r}. Choose among: {', '.join(NAMES)}.")
        if _FIELDS.get(name, name) in found:
            raise SettingsError(f"{name} is asked twice. Give it once.")
        found[_FIELDS.get(name, name)] = _CHECKS[name](name, value)
    asked = Filter(**found)
    if asked.first and asked.last and asked.first > asked.last:
        raise SettingsError(f"from {asked.first} to {asked.last}: the first day comes after the last.")
    return asked


def _day(name: str, value: str) -> str:
    try:
        if _DAY.fullmatch(value) and date.fromisoformat(value) < date.max:
            return value
    except ValueError:
        pass
    raise SettingsError(f"{name}={value[:40]}: that is no day. Write one as 2020-03-06.")


def _type(name: str, value: str) -> str:
    table = load_words("en").table
    if value in table["types"] or value in table["families"]:
        return value
    raise SettingsError(f"{name}={value[:40]}: there is no such type or family of types.")


def _one_of(known: Iterable[str]) -> Any:
    choices = tuple(known)

    def check(name: str, value: str) -> str:
        if value in choices:
            return value
        raise SettingsError(f"{name}={value[:40]}: choose among {', '.join(choices)}.")

    return check


def _like(pattern: re.Pattern[str]) -> Any:
    def check(name: str, value: str) -> str:
        if pattern.fullmatch(value):
            return value
        raise SettingsError(f"{name}={value[:40]}: that is no id.")

    return check


_CHECKS: dict[str, Any] = {
    "from": _day,
    "to": _day,
    "type": _type,
    "place": _like(_ID),
    "party": _like(_ID),
    "kind": _one_of(get_args(IncidentKind)),
    "term": _like(_TERM),
    "label": _one_of(get_args(FindingLabel)),
    "disputed": lambda name, value: _one_of(("1",))(name, value) == "1",
}
