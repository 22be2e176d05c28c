"""Swapping the parties mirrors the page and changes nothing else."""

from __future__ import annotations

import dataclasses
import re
from typing import Any

from tests.publish.sample_record import record
from trucewatch.publish import html

PAIRS = (("XNO", "XSO"), ("North", "South"))


def swapped_text(text: str) -> str:
    for one, other in PAIRS:
        text = re.sub(rf"{one}|{other}", lambda m, a=one, b=other: b if m[0] == a else a, text)  # type: ignore[misc]
    return text


def swapped(value: Any) -> Any:
    """The same record with the parties' names and ids exchanged in every text."""
    if isinstance(value, str):
        return swapped_text(value)
    if isinstance(value, dict):
        return {key: swapped(item) for key, item in value.items()}
    if isinstance(value, tuple):
        return tuple(swapped(item) for item in value)
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return dataclasses.replace(
            value, **{f.name: swapped(getattr(value, f.name)) for f in dataclasses.fields(value)}
        )
    return value


def structure(page: str) -> list[str]:
    """The tags, classes and tones of a page in order."""
    return re.findall(r'<[a-z]+(?: class="[^"]*")?', page)


def test_swapping_the_parties_gives_the_same_page_with_the_names_swapped() -> None:
    mirrored = swapped(record())
    one, other = html(record()), html(mirrored)
    assert structure(one) == structure(other)
    words = sorted(re.findall(r"\w+", swapped_text(one)))
    assert words == sorted(re.findall(r"\w+", other))


def test_no_colour_or_shape_belongs_to_a_party() -> None:
    page = html(record())
    boxes = re.findall(r'<span class="([^"]*)">(?:North|South)</span>', page)
    assert set(boxes) == {"party"}
