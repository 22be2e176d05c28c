"""languages: which words count one. "One soldier" counts; "a soldier", "the boy" and "he" only tell of somebody."""

from __future__ import annotations

import functools
import re

from trucewatch.languages import load
from trucewatch.languages.fold import match_key
from trucewatch.languages.tables import phrases

_DIGITS = re.compile(r"\d+")


@functools.cache
def ones() -> frozenset[str]:
    """The folded words for one in every language that comes with the program, its articles left out."""
    found: set[str] = set()
    for code in load.available():
        units = load.read_yaml(load.HOME / code / "numbers.yaml")["words"].get("unit", {})
        found |= {match_key(form) for phrase, value in units.items() if value == "1" for form in phrases(phrase)}
    return frozenset(found)


@functools.lru_cache(maxsize=65536)
def counts_one(text: str) -> bool:
    """Whether the words of a figure of one hold a numeral and do not only tell of one person."""
    key = match_key(text)
    return "1" in _DIGITS.findall(key) or not ones().isdisjoint(key.split())
