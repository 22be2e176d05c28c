"""publish: what the parts of a sentence look like in English: numbers, instants, names, sentences within sentences."""

from __future__ import annotations

import re

_NUMBER = r"-?\d+(?:,\d{3})*(?:\.\d+)?"
_INSTANT = r"\d{4}-\d\d-\d\d \d\d:\d\d \(UTC[+-]\d\d:\d\d\)"
_HEDGE = r"about|nearly|at least|at most|more than|vague"
_VALUE = rf"(?:{_NUMBER}|open)(?: to (?:{_NUMBER}|open))?"
_ONE = r"(?:(?!; ).)+?"
"""Anything that stands in one member of a list."""

KINDS = {
    "count": r"\d+",
    "number": _NUMBER,
    "percent": r"\d+%",
    "amount": rf"up to {_NUMBER}|{_NUMBER}(?: to {_NUMBER}| or more)?",
    "told": rf'"[^"]*" \({_VALUE}\)|(?:(?:{_HEDGE}) )?{_VALUE}',
    "edge": rf"{_INSTANT}(?:\.\.{_INSTANT})?",
    "stretch": rf"{_INSTANT} to {_INSTANT}",
    "day": r"\d{4}-\d\d-\d\d(?:T[\d:.Z+-]*)?",
    "moment": r'(?:"[^"]*"|its time) \([^()]*\)|no time',
    "type": r"[a-z]+\.[a-z_]+",
    "code": r"[\w.:+*-]+",
    "ref": r"[cir]_[\w.-]*\w",
    "measure": r"(?!(?:about|nearly|vague)\b)[a-z]+(?:_[a-z0-9]+)*",
    "outcome": r"completed|cut short|failed",
    "modality": r"[a-z_]+(?: and as [a-z_]+)+",
    "mood": r"[a-z]+",
    "facet": r"occurrence|act|class|time|place|bearer|not_excepted",
    "value": r"[TFNB]",
    "basis": r"operative|preamble|annex|leaked|statement|practice",
    "grade": r"[A-F]",
    "goods": r"[a-z][\w -]*",
    "level": r"district|province",
    "relation": r"near|between|distance",
    "weapon": r"[a-z_]+",
    "name": _ONE,
    "names": _ONE,
    "phrase": r".+?",
    "quote": _ONE,
    "words": r".+",
    "text": r".+?",
}
"""By the name of a kind, what it matches. `text` is a sentence, or several, of the catalogue itself."""

INSTANT = re.compile(r"(\d{4}-\d\d-\d\d) (\d\d:\d\d) \(UTC([+-]\d\d:\d\d)\)")
TOLD = re.compile(
    rf'(?:"(?P<quote>[^"]*)" \()?(?:(?P<hedge>{_HEDGE}) )?(?P<low>[\d,.]+|open)(?: to (?P<high>[\d,.]+|open))?\)?'
)


def iso(text: str) -> str:
    """`2020-03-06 00:01 (UTC+02:00)` as ISO 8601."""
    return INSTANT.sub(r"\1T\2\3", text)


def number(text: str) -> float | None:
    """A number as a sentence writes it; None where it is open."""
    return None if text == "open" else float(text.replace(",", ""))
