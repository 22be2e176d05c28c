"""assess: dated versions of a line or zone: in the order of time, each day of one at most."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from itertools import pairwise

from trucewatch.assess.text import schema
from trucewatch.assess.text.strictyaml import Document

Where = tuple[str | int, ...]


def in_time(document: Document, where: Where, given: Sequence[schema.Version]) -> list[tuple[int, schema.Version]]:
    """Versions with their places in the file, the earliest first; AgreementError where days are amiss or overlap."""
    for at, one in enumerate(given):
        _days(document, (*where, at), one)
    ordered = sorted(enumerate(given), key=lambda pair: pair[1].from_ or "")
    for (_, one), (at, after) in pairwise(ordered):
        if one.until is None or after.from_ is None or after.from_ < one.until:
            begins = after.from_ or one.from_
            remedy = f'End the earlier one with `until: "{begins}"`: that day is the first on which it no longer holds.'
            if begins is None:
                remedy = "Give one of them the day `from` which it holds."
            raise document.fail((*where, at), f"two versions overlap ({_said(one)}; {_said(after)}).", remedy)
    return ordered


def _days(document: Document, where: Where, one: schema.Version) -> None:
    for name, day in (("from", one.from_), ("until", one.until)):
        try:
            date.fromisoformat(day or "2000-01-01")
        except ValueError as error:
            raise document.fail((*where, name), f'there is no day "{day}".', "Write a day as 2020-03-06.") from error
    if one.from_ is not None and one.until is not None and one.until <= one.from_:
        problem = f"a version ends on {one.until}, before it has held for a day."
        raise document.fail((*where, "until"), problem, "`until` is the day after the last on which it holds.")


def _said(one: schema.Version) -> str:
    return f"{one.from_ or 'from the beginning'} until {one.until or 'further notice'}"
